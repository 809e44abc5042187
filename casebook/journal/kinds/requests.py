"""What support asked the user to supply: until when, whether it proves who one is, and with what it was supplied."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import known_fields, required
from casebook.journal.errors import BadInput
from casebook.journal.kinds.reminding import Reminding, reminds_at
from casebook.journal.records import Request
from casebook.journal.store.database import one
from casebook.journal.store.tables import CaseTable, RequestTable, moment_columns, moment_of
from casebook.journal.terms import RequestState
from casebook.journal.times import Moment, Precision, from_text

RINGS = "Supply “{words}” by {by}"
"""What the follow-up of a request says unless the caller has it in the user's language."""


class Requests(Reminding):
    """What support asked the user to supply, and when it was supplied."""

    kind = Kind.REQUEST
    table = RequestTable
    column = "request_id"

    def add(
        self,
        case_id: int,
        text: str,
        *,
        contact_id: int | None = None,
        due: Moment | None = None,
        identity: bool = False,
        ring: str = RINGS,
    ) -> Changes:
        """Record what support asked for, and until when; `identity`: a proof of it.

        With a date it rings before that (`reminds_at`), in the words of `ring`; an empty one sets no reminder. Raises
        NotFound, BadInput.
        """
        values = _values({"text": text, "due": due, "contact_id": contact_id, "identity": identity})
        with self._core.write() as noted:
            self._require_case(case_id)
            self._require_own(contact_id, case_id)
            values["state"] = str(RequestState.OPEN)
            request_id = self._insert("request.added", case_id, case_id=case_id, **values)
            if due and ring:
                self._remind(request_id, due, ring)
            return noted.changes(request_id)

    def edit(self, request_id: int, *, ring: str = RINGS, **fields: Any) -> Changes:
        """Change `text`, `due`, `identity` or `contact_id`; what stood there stays in the ledger.

        Another date has a reminder of its own in place of the first. Raises NotFound, BadInput.
        """
        values = _values(fields)
        with self._core.write() as noted:
            before = self.get(request_id)
            self._require_own(values.get("contact_id"), before.case_id)
            self._update("request.edited", request_id, before.case_id, **values)
            if before.state is RequestState.OPEN and "due" in fields and fields["due"] != before.due:
                self._silence(request_id, before.case_id, "")
                if fields["due"] and ring:
                    self._remind(request_id, fields["due"], ring)
            return noted.changes(request_id)

    def supply(self, request_id: int, *, contact_id: int | None = None, at: datetime | None = None) -> Changes:
        """Mark a request as supplied: with a contact, at a time, or now. Its reminders are answered by it.

        Raises NotFound, BadInput when it was supplied before.
        """
        with self._core.write() as noted:
            before = self.get(request_id)
            if before.state is RequestState.SUPPLIED:
                raise BadInput("the request is marked as supplied already")
            self._require_own(contact_id, before.case_id)
            done: dict[str, Any] = {"state": str(RequestState.SUPPLIED), "supplied_contact_id": contact_id}
            with_it = one(self._core.database, "SELECT happened_at FROM contact WHERE id = ?", (contact_id,))
            done["supplied_at"] = at or (from_text(with_it[0]) if with_it else self._core.clock())
            self._update("request.supplied", request_id, before.case_id, **done)
            self._silence(request_id, before.case_id, str(RequestState.SUPPLIED))
            return noted.changes(request_id)

    def reopen(self, request_id: int, *, ring: str = RINGS) -> Changes:
        """Take back that a request was supplied: it is wanted again, and rings again. Raises NotFound, BadInput."""
        with self._core.write() as noted:
            before = self.get(request_id)
            if before.state is RequestState.OPEN:
                raise BadInput("the request is open already")
            again: dict[str, Any] = {"state": str(RequestState.OPEN), "supplied_at": None, "supplied_contact_id": None}
            self._update("request.reopened", request_id, before.case_id, **again)
            if before.due and ring:
                self._remind(request_id, before.due, ring)
            return noted.changes(request_id)

    def get(self, request_id: int) -> Request:
        """Return a request. Raises NotFound."""
        return _request(self._row(request_id, "request"))

    def of_case(self, case_id: int) -> list[Request]:
        """Return a case's requests in the order in which they were recorded."""
        return [_request(row) for row in self._rows(RequestTable.case_id == case_id)]

    def running_out(self, before: datetime) -> list[Request]:
        """Return the open requests that are to be supplied by `before` or were to be earlier, the most urgent first."""
        found = self._rows(
            RequestTable.state == str(RequestState.OPEN),
            RequestTable.due_at <= before,
            RequestTable.case_id.in_(CaseTable.select(CaseTable.id).where(CaseTable.deleted_at.is_null())),
            order=(RequestTable.due_at, RequestTable.id),
        )
        return [_request(row) for row in found]

    def _remind(self, request_id: int, due: Moment, ring: str) -> None:
        by = f"{due.local:%Y-%m-%d}" if due.precision is Precision.DATE else f"{due.local:%Y-%m-%d %H:%M}"
        self._ring(request_id, reminds_at(due, self._core.clock()), ring, by=by)

    def _words(self, state: Mapping[str, Any]) -> str:
        return str(state["text"])


def _values(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the columns of given fields. Raises BadInput."""
    values = known_fields(
        fields,
        {
            "text": lambda v: required(v, "a request needs words: what did they ask for?"),
            "identity": lambda v: 1 if v else None,
            **dict.fromkeys(("due", "contact_id"), lambda v: v),
        },
    )
    return values | moment_columns("due", values.pop("due")) if "due" in values else values


def _request(row: dict[str, Any]) -> Request:
    kept = {name: value for name, value in row.items() if not name.startswith("due_")}
    known = {"due": moment_of(row, "due"), "identity": bool(row["identity"]), "state": RequestState(row["state"])}
    return Request(**{**kept, **known})

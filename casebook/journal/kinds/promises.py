"""What agents promised, by when, and what became of it: the list that a complaint is made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import known_fields, required
from casebook.journal.errors import BadInput
from casebook.journal.kinds.reminding import Reminding, asks_at
from casebook.journal.records import Promise
from casebook.journal.store.tables import CaseTable, PromiseTable, moment_columns, moment_of
from casebook.journal.terms import PromiseState
from casebook.journal.times import Moment

RINGS = "Promised: “{words}”. Kept or broken?"
"""What the follow-up of a promise says unless the caller has it in the user's language."""


class Promises(Reminding):
    """Who said what would happen, by when, and what became of it."""

    kind = Kind.PROMISE
    table = PromiseTable
    column = "promise_id"

    def add(
        self,
        case_id: int,
        text: str,
        *,
        due: Moment | None = None,
        contact_id: int | None = None,
        agent: str = "",
        exhibit_id: int | None = None,
        ring: str = RINGS,
    ) -> Changes:
        """Record a promise in the agent's own words, and on which exhibit it can be seen.

        With a date it rings then (`asks_at`), in the words of `ring`; an empty one sets no reminder. Raises NotFound,
        BadInput.
        """
        values = _values({"text": text, "due": due, "contact_id": contact_id, "agent": agent, "exhibit_id": exhibit_id})
        with self._core.write() as noted:
            self._require_case(case_id)
            self._require_links(values, case_id)
            values |= {"state": str(PromiseState.OPEN), "resolution": ""}
            promise_id = self._insert("promise.added", case_id, case_id=case_id, **values)
            if due and ring:
                self._ring(promise_id, asks_at(due), ring)
            return noted.changes(promise_id)

    def edit(self, promise_id: int, *, ring: str = RINGS, **fields: Any) -> Changes:
        """Change `text`, `due`, `agent`, `contact_id` or `exhibit_id`; what stood there stays in the ledger.

        The reminder moves with the date, and comes with the first one. Raises NotFound, BadInput.
        """
        values = _values(fields)
        with self._core.write() as noted:
            before = self.get(promise_id)
            self._require_links(values, before.case_id)
            self._update("promise.edited", promise_id, before.case_id, **values)
            if before.state is PromiseState.OPEN and "due" in fields and fields["due"] != before.due:
                at, was = (asks_at(due) if due else None for due in (fields["due"], before.due))
                if not self._move(promise_id, before.case_id, at, was) and at and ring and was is None:
                    self._ring(promise_id, at, ring)
            return noted.changes(promise_id)

    def resolve(
        self, promise_id: int, state: PromiseState, note: str = "", *, exhibit_id: int | None = None
    ) -> Changes:
        """Say what became of a promise; `OPEN` takes an earlier answer back. Its reminders are answered by it.

        A broken one needs a note on how that is known; what nobody can tell is `UNKNOWN`. Raises NotFound, BadInput.
        """
        with self._core.write() as noted:
            before = self.get(promise_id)
            if before.state is state:
                raise BadInput("the promise is marked '{state}' already", state=state)
            if state is PromiseState.BROKEN:
                required(note, "say how you know that it was broken; what nobody can tell is 'unknown'")
            at = None if state is PromiseState.OPEN else self._core.clock()
            answer: dict[str, Any] = {"state": str(state), "resolved_at": at, "resolution": note.strip()}
            if exhibit_id is not None:
                self._require_exhibit(exhibit_id, before.case_id)
                answer["exhibit_id"] = exhibit_id
            self._update(f"promise.{state}", promise_id, before.case_id, **answer)
            if state is PromiseState.OPEN:
                self._ring_again(promise_id, before.case_id, before.resolved_at)
            else:
                self._silence(promise_id, before.case_id, note.strip() or str(state))
            return noted.changes(promise_id)

    def get(self, promise_id: int) -> Promise:
        """Return a promise. Raises NotFound."""
        return _promise(self._row(promise_id, "promise"))

    def of_case(self, case_id: int) -> list[Promise]:
        """Return a case's promises in the order in which they were recorded."""
        return [_promise(row) for row in self._rows(PromiseTable.case_id == case_id)]

    def of_firm(self, firm_id: int) -> list[Promise]:
        """Return the promises of all cases with a firm that are not in the bin, in the order of recording."""
        cases = CaseTable.select(CaseTable.id).where(CaseTable.firm_id == firm_id, CaseTable.deleted_at.is_null())
        return [_promise(row) for row in self._rows(PromiseTable.case_id.in_(cases))]

    def running_out(self, before: datetime) -> list[Promise]:
        """Return the open promises whose time is up at `before`, earliest first."""
        found = self._rows(
            PromiseTable.state == str(PromiseState.OPEN),
            PromiseTable.due_at <= before,
            PromiseTable.case_id.in_(CaseTable.select(CaseTable.id).where(CaseTable.deleted_at.is_null())),
            order=(PromiseTable.due_at,),
        )
        return [_promise(row) for row in found]

    def _require_links(self, values: Mapping[str, Any], case_id: int) -> None:
        self._require_own(values.get("contact_id"), case_id)
        self._require_exhibit(values.get("exhibit_id"), case_id)

    def _words(self, state: Mapping[str, Any]) -> str:
        return f"{state['text']} {state['agent']} {state['resolution']}"


def _values(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the columns of given fields. Raises BadInput."""
    values = known_fields(
        fields,
        {
            "text": lambda v: required(v, "a promise needs words: what did they say would happen?"),
            "agent": str.strip,
            **dict.fromkeys(("due", "contact_id", "exhibit_id"), lambda v: v),
        },
    )
    return values | moment_columns("due", values.pop("due")) if "due" in values else values


def _promise(row: dict[str, Any]) -> Promise:
    kept = {name: value for name, value in row.items() if not name.startswith("due_")}
    return Promise(**{**kept, "due": moment_of(row, "due"), "state": PromiseState(row["state"])})

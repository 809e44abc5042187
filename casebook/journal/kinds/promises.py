"""What agents promised, and what support asked for: the two lists that a complaint is made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Room, required
from casebook.journal.errors import BadInput
from casebook.journal.records import Promise, Request
from casebook.journal.store.database import one
from casebook.journal.store.tables import CaseTable, PromiseTable, RequestTable, moment_columns, moment_of
from casebook.journal.terms import PromiseState, RequestState
from casebook.journal.times import Moment, from_text


class Promises(Room):
    """Who said what would happen, by when, and what became of it."""

    kind = Kind.PROMISE
    table = PromiseTable

    def add(
        self,
        case_id: int,
        text: str,
        *,
        due: Moment | None = None,
        contact_id: int | None = None,
        agent: str = "",
        exhibit_id: int | None = None,
    ) -> Changes:
        """Record a promise in the agent's own words, and on which exhibit it can be seen. Raises NotFound, BadInput."""
        words = required(text, "a promise needs words: what did they say would happen?")
        with self._core.write() as noted:
            self._require_case(case_id)
            self._require_contact(contact_id)
            values: dict[str, Any] = {
                "case_id": case_id,
                "contact_id": contact_id,
                "agent": agent.strip(),
                "text": words,
                "exhibit_id": exhibit_id,
            }
            state = {"state": str(PromiseState.OPEN), "resolution": ""}
            return noted.changes(
                self._insert("promise.added", case_id, **values, **state, **moment_columns("due", due))
            )

    def resolve(self, promise_id: int, state: PromiseState, note: str = "") -> Changes:
        """Say what became of a promise; `OPEN` takes an earlier answer back. Raises NotFound, BadInput."""
        with self._core.write() as noted:
            before = self.get(promise_id)
            if before.state is state:
                raise BadInput("the promise is marked '{state}' already", state=state)
            at = None if state is PromiseState.OPEN else self._core.clock()
            answer = {"state": str(state), "resolved_at": at, "resolution": note.strip()}
            self._update(f"promise.{state}", promise_id, before.case_id, **answer)
            return noted.changes(promise_id)

    def get(self, promise_id: int) -> Promise:
        """Return a promise. Raises NotFound."""
        return _promise(self._row(promise_id, "promise"))

    def of_case(self, case_id: int) -> list[Promise]:
        """Return a case's promises in the order in which they were recorded."""
        return [_promise(row) for row in self._rows(PromiseTable.case_id == case_id)]

    def running_out(self, before: datetime) -> list[Promise]:
        """Return the open promises whose time is up at `before`, earliest first."""
        found = self._rows(
            PromiseTable.state == str(PromiseState.OPEN),
            PromiseTable.due_at <= before,
            PromiseTable.case_id.in_(CaseTable.select(CaseTable.id).where(CaseTable.deleted_at.is_null())),
            order=(PromiseTable.due_at,),
        )
        return [_promise(row) for row in found]

    def _words(self, state: Mapping[str, Any]) -> str:
        return f"{state['text']} {state['agent']} {state['resolution']}"


class Requests(Room):
    """What support asked the user to supply, and when it was supplied."""

    kind = Kind.REQUEST
    table = RequestTable

    def add(
        self,
        case_id: int,
        text: str,
        *,
        contact_id: int | None = None,
        due: Moment | None = None,
        identity: bool = False,
    ) -> Changes:
        """Record what support asked for, and until when; `identity`: a proof of it. Raises NotFound, BadInput."""
        words = required(text, "a request needs words: what did they ask for?")
        with self._core.write() as noted:
            self._require_case(case_id)
            self._require_contact(contact_id)
            values: dict[str, Any] = {"case_id": case_id, "contact_id": contact_id, "text": words}
            values["state"] = str(RequestState.OPEN)
            values |= {"identity": 1 if identity else None, **moment_columns("due", due)}
            return noted.changes(self._insert("request.added", case_id, **values))

    def supply(self, request_id: int, *, contact_id: int | None = None) -> Changes:
        """Mark a request as supplied, now or with a contact. Raises NotFound, BadInput when it was supplied before."""
        with self._core.write() as noted:
            before = self.get(request_id)
            if before.state is RequestState.SUPPLIED:
                raise BadInput("the request is marked as supplied already")
            self._require_contact(contact_id)
            done: dict[str, Any] = {"state": str(RequestState.SUPPLIED), "supplied_contact_id": contact_id}
            at = one(self._core.database, "SELECT happened_at FROM contact WHERE id = ?", (contact_id,))
            done["supplied_at"] = from_text(at[0]) if at else self._core.clock()
            self._update("request.supplied", request_id, before.case_id, **done)
            return noted.changes(request_id)

    def get(self, request_id: int) -> Request:
        """Return a request. Raises NotFound."""
        return _request(self._row(request_id, "request"))

    def of_case(self, case_id: int) -> list[Request]:
        """Return a case's requests in the order in which they were recorded."""
        return [_request(row) for row in self._rows(RequestTable.case_id == case_id)]

    def _words(self, state: Mapping[str, Any]) -> str:
        return str(state["text"])


def _promise(row: dict[str, Any]) -> Promise:
    kept = {name: value for name, value in row.items() if not name.startswith("due_")}
    return Promise(**{**kept, "due": moment_of(row, "due"), "state": PromiseState(row["state"])})


def _request(row: dict[str, Any]) -> Request:
    kept = {name: value for name, value in row.items() if not name.startswith("due_")}
    known = {"due": moment_of(row, "due"), "identity": bool(row["identity"]), "state": RequestState(row["state"])}
    return Request(**{**kept, **known})

"""Deadlines: rules that the user picked for a case, each with its start, its date and what moved it."""

from __future__ import annotations

from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Room, required
from casebook.journal.errors import BadInput
from casebook.journal.planning import Deadline
from casebook.journal.store.tables import moment_columns, moment_of
from casebook.journal.store.tables_planning import DeadlineTable
from casebook.journal.terms import DeadlineState
from casebook.journal.times import Moment


class Deadlines(Room):
    """Clocks that run in a case until they are ended or dropped. The guide finds the dates; they are kept here."""

    kind = Kind.DEADLINE
    table = DeadlineTable

    def add(
        self, case_id: int, rule: str, start: Moment, explanation: str, *, contact_id: int | None = None
    ) -> Changes:
        """Set a clock in a case; `explanation` is the guide's JSON of its date. Raises NotFound, BadInput."""
        values: dict[str, Any] = {"case_id": case_id, "contact_id": contact_id, "explanation": explanation}
        values |= {"rule": required(rule, "which rule?"), "state": str(DeadlineState.RUNNING)}
        values |= {"pauses": "[]", "extensions": "[]", "answer": ""}
        with self._core.write() as noted:
            self._require_case(case_id)
            self._require_contact(contact_id)
            return noted.changes(self._insert("deadline.set", case_id, **values, **moment_columns("start", start)))

    def move(self, deadline_id: int, explanation: str, *, pauses: str = "", extensions: str = "") -> Changes:
        """Record that a clock was paused or extended, with its date as the guide finds it now.

        Raises NotFound, BadInput for one that does not run.
        """
        with self._core.write() as noted:
            before = self._running(deadline_id)
            values = {"pauses": pauses or before.pauses, "extensions": extensions or before.extensions}
            self._update("deadline.moved", deadline_id, before.case_id, explanation=explanation, **values)
            return noted.changes(deadline_id)

    def end(self, deadline_id: int, *, contact_id: int | None = None, answer: str = "") -> Changes:
        """Record that what the clock waited for came. Raises NotFound, BadInput for one that does not run."""
        return self._finish(deadline_id, DeadlineState.ENDED, answer.strip(), contact_id)

    def drop(self, deadline_id: int, answer: str) -> Changes:
        """Record that the clock was set in error or is not needed, and why. Raises NotFound, BadInput."""
        return self._finish(deadline_id, DeadlineState.DROPPED, required(answer, "say why it is no longer needed"))

    def reopen(self, deadline_id: int) -> Changes:
        """Have a clock run on. Raises NotFound, BadInput when it runs."""
        with self._core.write() as noted:
            before = self.get(deadline_id)
            if before.state is DeadlineState.RUNNING:
                raise BadInput("deadline {number} runs already", number=deadline_id)
            again = {"state": str(DeadlineState.RUNNING), "ended_at": None, "ended_contact_id": None, "answer": ""}
            self._update("deadline.reopened", deadline_id, before.case_id, **again)
            return noted.changes(deadline_id)

    def get(self, deadline_id: int) -> Deadline:
        """Return a deadline. Raises NotFound."""
        return _deadline(self._row(deadline_id, "deadline"))

    def of_case(self, case_id: int) -> list[Deadline]:
        """Return a case's deadlines in the order of recording."""
        return [_deadline(row) for row in self._rows(DeadlineTable.case_id == case_id)]

    def _finish(self, deadline_id: int, state: DeadlineState, answer: str, contact_id: int | None = None) -> Changes:
        with self._core.write() as noted:
            before = self._running(deadline_id)
            self._require_contact(contact_id)
            given = {"state": str(state), "ended_at": self._core.clock(), "answer": answer}
            self._update(f"deadline.{state}", deadline_id, before.case_id, ended_contact_id=contact_id, **given)
            return noted.changes(deadline_id)

    def _running(self, deadline_id: int) -> Deadline:
        found = self.get(deadline_id)
        if found.state is not DeadlineState.RUNNING:
            raise BadInput("deadline {number} does not run any more ({state})", number=deadline_id, state=found.state)
        return found


def _deadline(row: dict[str, Any]) -> Deadline:
    kept = {name: value for name, value in row.items() if not name.startswith("start_")}
    return Deadline(**{**kept, "start": moment_of(row, "start"), "state": DeadlineState(row["state"])})

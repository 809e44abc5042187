"""Deadlines: rules that the user picked for a case, each with its start, its date and what moved it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Room, required
from casebook.journal.errors import BadInput
from casebook.journal.kinds.follow_ups import FollowUps
from casebook.journal.planning import Deadline, Ring
from casebook.journal.records import FollowUp
from casebook.journal.store.tables import FollowUpTable, moment_columns, moment_of
from casebook.journal.store.tables_planning import DeadlineTable
from casebook.journal.terms import DeadlineState, FollowUpState
from casebook.journal.times import Moment


class Deadlines(Room):
    """Clocks that run in a case until they are ended or dropped. The guide finds the dates; they are kept here.

    A clock has its own follow-ups (`rings`), which move with it and are answered with it.
    """

    kind = Kind.DEADLINE
    table = DeadlineTable

    def add(
        self,
        case_id: int,
        rule: str,
        start: Moment,
        explanation: str,
        *,
        contact_id: int | None = None,
        pauses: str = "[]",
        extensions: str = "[]",
        rings: Sequence[Ring] = (),
    ) -> Changes:
        """Set a clock in a case; `explanation` is the guide's JSON of its date. Raises NotFound, BadInput."""
        values: dict[str, Any] = {"case_id": case_id, "contact_id": contact_id, "explanation": explanation}
        values |= {"rule": required(rule, "which rule?"), "state": str(DeadlineState.RUNNING)}
        values |= {"pauses": pauses, "extensions": extensions, "answer": ""}
        with self._core.write() as noted:
            self._require_case(case_id)
            self._require_contact(contact_id)
            made = self._insert("deadline.set", case_id, **values, **moment_columns("start", start))
            self._ring(made, rings)
            return noted.changes(made)

    def move(
        self,
        deadline_id: int,
        explanation: str,
        *,
        pauses: str = "",
        extensions: str = "",
        rings: Sequence[Ring] = (),
        why: str = "",
    ) -> Changes:
        """Record that a clock was paused or extended, with its date as the guide finds it now; its rings move along.

        Raises NotFound, BadInput for one that does not run.
        """
        with self._core.write() as noted:
            before = self._running(deadline_id)
            values = {"pauses": pauses or before.pauses, "extensions": extensions or before.extensions}
            self._update("deadline.moved", deadline_id, before.case_id, explanation=explanation, **values)
            self._ring(deadline_id, rings, why)
            return noted.changes(deadline_id)

    def end(self, deadline_id: int, *, contact_id: int | None = None, answer: str = "") -> Changes:
        """Record that what the clock waited for came; its rings are done.

        Raises NotFound, BadInput for one that does not run.
        """
        return self._finish(deadline_id, DeadlineState.ENDED, answer.strip(), contact_id)

    def drop(self, deadline_id: int, answer: str) -> Changes:
        """Record that the clock was set in error or is not needed, and why; its rings go with it.

        Raises NotFound, BadInput.
        """
        return self._finish(deadline_id, DeadlineState.DROPPED, required(answer, "say why it is no longer needed"))

    def reopen(self, deadline_id: int, rings: Sequence[Ring] = ()) -> Changes:
        """Have a clock run on, and ring again. Raises NotFound, BadInput when it runs."""
        with self._core.write() as noted:
            before = self.get(deadline_id)
            if before.state is DeadlineState.RUNNING:
                raise BadInput("deadline {number} runs already", number=deadline_id)
            again = {"state": str(DeadlineState.RUNNING), "ended_at": None, "ended_contact_id": None, "answer": ""}
            self._update("deadline.reopened", deadline_id, before.case_id, **again)
            room = FollowUps(self._core)
            for ring in self.rings(deadline_id):
                if ring.answered_at and before.ended_at and ring.answered_at >= before.ended_at:
                    room.reopen(ring.id)
            self._ring(deadline_id, rings)
            return noted.changes(deadline_id)

    def get(self, deadline_id: int) -> Deadline:
        """Return a deadline. Raises NotFound."""
        return _deadline(self._row(deadline_id, "deadline"))

    def of_case(self, case_id: int) -> list[Deadline]:
        """Return a case's deadlines in the order of recording."""
        return [_deadline(row) for row in self._rows(DeadlineTable.case_id == case_id)]

    def rings(self, deadline_id: int) -> list[FollowUp]:
        """Return the follow-ups that a deadline made, open and answered, by due date."""
        room = FollowUps(self._core)
        found = room._rows(FollowUpTable.deadline_id == deadline_id, order=(FollowUpTable.due_at, FollowUpTable.id))
        return [room.get(row["id"]) for row in found]

    def _ring(self, deadline_id: int, rings: Sequence[Ring], why: str = "") -> None:
        """Bring the follow-ups of a clock to these. One done before its date moved into the future rings again.

        One that was dropped stays dropped: the user did not want it.
        """
        room, deadline = FollowUps(self._core), self.get(deadline_id)
        known = {follow_up.rule: follow_up for follow_up in self.rings(deadline_id)}
        for ring in rings:
            before = known.get(ring.rule)
            if before is None:
                room.add(
                    deadline.case_id, ring.due, ring.reason, rule=ring.rule, explanation=ring.explanation,
                    contact_id=deadline.contact_id, deadline_id=deadline_id,
                )  # fmt: skip
            elif before.due.utc != ring.due.utc:
                if before.state is FollowUpState.DONE and ring.due.utc > self._core.clock():
                    room.reopen(before.id)
                elif before.state is not FollowUpState.OPEN:
                    continue
                room.reschedule(before.id, ring.due, why, ring.explanation)

    def _finish(self, deadline_id: int, state: DeadlineState, answer: str, contact_id: int | None = None) -> Changes:
        with self._core.write() as noted:
            before, now = self._running(deadline_id), self._core.clock()
            self._require_contact(contact_id)
            given = {"state": str(state), "ended_at": now, "answer": answer, "ended_contact_id": contact_id}
            self._update(f"deadline.{state}", deadline_id, before.case_id, **given)
            room = FollowUps(self._core)
            for ring in self.rings(deadline_id):
                if ring.state is FollowUpState.OPEN and state is DeadlineState.DROPPED:
                    room.drop(ring.id, answer)
                elif ring.state is FollowUpState.OPEN:
                    room.done(ring.id, answer)
            return noted.changes(deadline_id)

    def _running(self, deadline_id: int) -> Deadline:
        found = self.get(deadline_id)
        if found.state is not DeadlineState.RUNNING:
            raise BadInput("deadline {number} does not run any more ({state})", number=deadline_id, state=found.state)
        return found


def _deadline(row: dict[str, Any]) -> Deadline:
    kept = {name: value for name, value in row.items() if not name.startswith("start_")}
    return Deadline(**{**kept, "start": moment_of(row, "start"), "state": DeadlineState(row["state"])})

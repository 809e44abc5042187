"""Follow-ups: due dates with a reason, kept here and not in any timer, so that none can be lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Room, or_none, required
from casebook.journal.errors import BadInput
from casebook.journal.listings import DueRow
from casebook.journal.proof.history import History
from casebook.journal.records import FollowUp
from casebook.journal.store.database import rows
from casebook.journal.store.tables import FollowUpTable, moment_columns, moment_of
from casebook.journal.terms import FollowUpState
from casebook.journal.times import Moment, from_text, to_text

_RINGS = "max(u.due_at, ifnull(u.snoozed_until, ''))"
_OPEN = (
    'FROM follow_up u JOIN "case" c ON c.id = u.case_id JOIN firm f ON f.id = c.firm_id '
    "WHERE u.state = 'open' AND c.deleted_at IS NULL AND u.due_at <= ?1"
)
"""Those that may ring by `?1`; none does before it is due, and by the due date there is an index."""
_TIMES = frozenset({"due_at", "snoozed_until", "shown_at", "answered_at", "recorded_at"})


@dataclass(frozen=True, slots=True)
class Move:
    """One change of a follow-up's date: when it was made, what the date was, what it became, and why."""

    at: datetime
    before: Moment
    after: Moment
    why: str


class FollowUps(Room):
    """What is to be done, when, and why; open until it is answered by done or dropped."""

    kind = Kind.FOLLOW_UP
    table = FollowUpTable

    def add(
        self,
        case_id: int,
        due: Moment,
        reason: str,
        *,
        rule: str = "",
        explanation: str = "",
        contact_id: int | None = None,
        promise_id: int | None = None,
        request_id: int | None = None,
        deadline_id: int | None = None,
    ) -> Changes:
        """Record a follow-up; `rule` and `explanation` are the guide's, if it is not the user's own idea.

        Raises NotFound, BadInput.
        """
        values: dict[str, Any] = {
            "case_id": case_id,
            "contact_id": contact_id,
            "promise_id": promise_id,
            "request_id": request_id,
            "deadline_id": deadline_id,
            "rule": rule,
            "reason": required(reason, "a follow-up needs a reason: what is to be done?"),
            "explanation": explanation,
            "state": str(FollowUpState.OPEN),
            "answer": "",
        }
        with self._core.write() as noted:
            self._require_case(case_id)
            self._require_contact(contact_id)
            return noted.changes(self._insert("follow_up.added", case_id, **values, **moment_columns("due", due)))

    def done(self, follow_up_id: int, answer: str = "") -> Changes:
        """Answer a follow-up: it was done. Raises NotFound, BadInput when it was answered before."""
        return self._answer(follow_up_id, FollowUpState.DONE, answer)

    def drop(self, follow_up_id: int, answer: str) -> Changes:
        """Answer a follow-up: it is no longer needed, and why. Raises NotFound, BadInput."""
        return self._answer(follow_up_id, FollowUpState.DROPPED, required(answer, "say why it is no longer needed"))

    def reopen(self, follow_up_id: int) -> Changes:
        """Take an answer back. Raises NotFound, BadInput when it is open."""
        with self._core.write() as noted:
            before = self.get(follow_up_id)
            if before.state is FollowUpState.OPEN:
                raise BadInput("follow-up {number} is open already", number=follow_up_id)
            again = {"state": str(FollowUpState.OPEN), "answered_at": None, "answer": ""}
            self._update("follow_up.reopened", follow_up_id, before.case_id, **again)
            return noted.changes(follow_up_id)

    def snooze(self, follow_up_id: int, until: datetime) -> Changes:
        """Let a follow-up rest until `until`; the due date stays what it was. Raises NotFound, BadInput."""
        with self._core.write() as noted:
            before = self._still_open(follow_up_id)
            if until <= self._core.clock():
                raise BadInput("a follow-up can only be snoozed into the future")
            self._update("follow_up.snoozed", follow_up_id, before.case_id, snoozed_until=until, shown_at=None)
            return noted.changes(follow_up_id)

    def wake(self, follow_up_id: int) -> Changes:
        """Take a snooze back: it rings from its due date on. Raises NotFound, BadInput when it does not rest."""
        with self._core.write() as noted:
            before = self._still_open(follow_up_id)
            if before.snoozed_until is None:
                raise BadInput("follow-up {number} does not rest", number=follow_up_id)
            self._update("follow_up.woken", follow_up_id, before.case_id, snoozed_until=None)
            return noted.changes(follow_up_id)

    def reschedule(self, follow_up_id: int, due: Moment, why: str = "", explanation: str = "") -> Changes:
        """Give a follow-up another due date, and say why; `explanation` is the guide's, where it was counted anew.

        Raises NotFound, BadInput.
        """
        with self._core.write() as noted:
            before = self._still_open(follow_up_id)
            moved = {**moment_columns("due", due), "snoozed_until": None, "shown_at": None, "moved": or_none(why)}
            if explanation:
                moved["explanation"] = explanation
            self._update("follow_up.rescheduled", follow_up_id, before.case_id, **moved)
            return noted.changes(follow_up_id)

    def moves(self, follow_up_id: int) -> list[Move]:
        """Return the changes of its date, the earliest first, as far as the ledger still has their words."""
        found = []
        for event in reversed(History(self._core).of_record(Kind.FOLLOW_UP, follow_up_id)):
            for change in event.changed:
                if event.what == "follow_up.rescheduled" and change.field == "due":
                    found.append(Move(event.at, change.before, change.after, str(event.facts.get("moved") or "")))
        return found

    def mark_shown(self, follow_up_ids: Iterable[int], now: datetime) -> None:
        """Remember that a reminder was on screen. No fact of the case, so it leaves no ledger entry."""
        wanted = list(follow_up_ids)
        with self._core.write():
            query = FollowUpTable.update({"shown_at": now}).where(FollowUpTable.id.in_(wanted))
            query.execute(self._core.database)

    def get(self, follow_up_id: int) -> FollowUp:
        """Return a follow-up. Raises NotFound."""
        return _follow_up(self._row(follow_up_id, "follow-up"))

    def of_case(self, case_id: int, *, open_only: bool = False) -> list[FollowUp]:
        """Return a case's follow-ups by due date."""
        where = [FollowUpTable.case_id == case_id]
        if open_only:
            where.append(FollowUpTable.state == str(FollowUpState.OPEN))
        return [_follow_up(row) for row in self._rows(*where, order=(FollowUpTable.due_at, FollowUpTable.id))]

    def due(self, now: datetime, limit: int = -1) -> list[DueRow]:
        """Return the open follow-ups that ring at `now`, oldest first: never one that is due a moment later."""
        return self._ringing("", (to_text(now),), limit)

    def ringing(self, now: datetime) -> dict[int, datetime]:
        """Return since when each of those that `due` lists rings, by id: what a look each minute needs, and no more."""
        found = rows(self._core.database, f"SELECT u.id, {_RINGS} {_OPEN} AND {_RINGS} <= ?1", (to_text(now),))
        return {number: from_text(since) for number, since in found}

    def upcoming(self, now: datetime, until: datetime, limit: int = -1) -> list[DueRow]:
        """Return the open follow-ups that ring after `now` and up to `until`, earliest first."""
        return self._ringing(f"AND {_RINGS} > ?2", (to_text(until), to_text(now)), limit)

    def _ringing(self, condition: str, values: tuple[str, ...], limit: int) -> list[DueRow]:
        names = [field.column_name for field in FollowUpTable._meta.sorted_fields]
        found = rows(
            self._core.database,
            f"SELECT c.title, f.name, {', '.join('u.' + name for name in names)} {_OPEN} AND {_RINGS} <= ?1 "
            f"{condition} ORDER BY {_RINGS}, u.id LIMIT {limit}",
            values,
        )
        return [DueRow(_follow_up(_read(names, row[2:])), row[0], row[1]) for row in found]

    def _answer(self, follow_up_id: int, state: FollowUpState, answer: str) -> Changes:
        with self._core.write() as noted:
            before = self._still_open(follow_up_id)
            given = {"state": str(state), "answered_at": self._core.clock(), "answer": answer.strip()}
            self._update(f"follow_up.{state}", follow_up_id, before.case_id, **given)
            return noted.changes(follow_up_id)

    def _still_open(self, follow_up_id: int) -> FollowUp:
        found = self.get(follow_up_id)
        if found.state is not FollowUpState.OPEN:
            raise BadInput("follow-up {number} is answered already ({state})", number=follow_up_id, state=found.state)
        return found

    def _words(self, state: Mapping[str, Any]) -> str:
        return str(state["reason"])


def _read(names: list[str], row: tuple[Any, ...]) -> dict[str, Any]:
    """Return a row's values by column; peewee takes longer to read one than all the rest of a list does."""
    return {
        name: from_text(value) if value is not None and name in _TIMES else value
        for name, value in zip(names, row, strict=True)
    }


def _follow_up(row: dict[str, Any]) -> FollowUp:
    kept = {
        name: value
        for name, value in row.items()
        if name not in {"due_at", "due_zone", "due_offset", "due_precision", "due_known"}
    }
    return FollowUp(**{**kept, "due": moment_of(row, "due"), "state": FollowUpState(row["state"])})

"""When a promise or a request rings: its follow-up is set, moved and answered in the same write."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from casebook.journal.core import Core, Room
from casebook.journal.errors import BadInput
from casebook.journal.kinds.follow_ups import FollowUps
from casebook.journal.records import FollowUp
from casebook.journal.store.database import one
from casebook.journal.terms import FollowUpState
from casebook.journal.times import Moment, Precision, from_wall, moment

_EVENING, _MORNING = time(18), time(9)
_AHEAD = timedelta(days=1)
_LONGEST = 200


def asks_at(due: Moment) -> Moment:
    """Return when to ask whether a promise was kept: at its time, in the evening of a day that has none."""
    if due.precision is not Precision.DATE:
        return due
    return from_wall(datetime.combine(due.local.date(), _EVENING), due.zone, Precision.EXACT, due.known)


def reminds_at(due: Moment, now: datetime) -> Moment:
    """Return when to remind of what has to be supplied by `due`: a day before, yet not in the first half of the time.

    What is over already rings at the time it was due.
    """
    last = asks_at(due)
    if last.utc <= now:
        return last
    before = last.utc - _AHEAD
    if due.precision is Precision.DATE:
        day = due.local.date() - _AHEAD
        before = from_wall(datetime.combine(day, _MORNING), due.zone).utc
    return moment(max(before, now + (last.utc - now) / 2), due.zone, Precision.EXACT, due.known)


class Reminding(Room):
    """What rings at its date and is asked about until it is answered. Subclasses say by which column."""

    column: str
    """Of the follow-up: whose reminder it is."""

    def __init__(self, core: Core, follow_ups: FollowUps) -> None:
        super().__init__(core)
        self._follow_ups = follow_ups

    def reminders(self, record_id: int, case_id: int) -> list[FollowUp]:
        """Return the follow-ups that ask for a record, by due date."""
        return [f for f in self._follow_ups.of_case(case_id) if getattr(f, self.column) == record_id]

    def _ring(self, record_id: int, at: Moment, template: str, **values: str) -> None:
        """Set the reminder of a record, in the words of a template."""
        row = self._row(record_id, str(self.kind))
        words = " ".join(row["text"].split())
        short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        link: dict[str, Any] = {self.column: record_id, "contact_id": row["contact_id"]}
        self._follow_ups.add(row["case_id"], at, template.format(words=short, **values), **link)

    def _silence(self, record_id: int, case_id: int, answer: str) -> None:
        """Answer every reminder of a record: it was answered itself."""
        for reminder in self.reminders(record_id, case_id):
            if reminder.state is FollowUpState.OPEN:
                self._follow_ups.done(reminder.id, answer)

    def _ring_again(self, record_id: int, case_id: int, since: datetime | None) -> None:
        """Open the reminders again that the answer to the record, taken back now, had answered."""
        for reminder in self.reminders(record_id, case_id):
            if (
                reminder.state is FollowUpState.DONE
                and since
                and reminder.answered_at
                and reminder.answered_at >= since
            ):
                self._follow_ups.reopen(reminder.id)

    def _move(self, record_id: int, case_id: int, at: Moment | None, was: Moment | None) -> bool:
        """Move the open reminders that stood at `was`; without a date they are done. Return whether there were any."""
        found = [f for f in self.reminders(record_id, case_id) if f.state is FollowUpState.OPEN]
        mine = [f for f in found if was and f.due.utc == was.utc]
        for reminder in mine:
            if at is None:
                self._follow_ups.done(reminder.id)
            else:
                self._follow_ups.reschedule(reminder.id, at)
        return bool(mine)

    def _require_exhibit(self, exhibit_id: int | None, case_id: int) -> None:
        """Raise BadInput for an exhibit of another case."""
        found = "SELECT 1 FROM exhibit WHERE id = ? AND case_id = ? AND deleted_at IS NULL"
        if exhibit_id is not None and not one(self._core.database, found, (exhibit_id, case_id)):
            raise BadInput("the exhibit is not in C-{case}: name one of its own", case=case_id)

    def _require_own(self, contact_id: int | None, case_id: int) -> None:
        """Raise BadInput for a contact of another case, NotFound for none."""
        self._require_contact(contact_id)
        found = "SELECT 1 FROM contact WHERE id = ? AND case_id = ?"
        if contact_id is not None and not one(self._core.database, found, (contact_id, case_id)):
            raise BadInput("contact {number} is not in C-{case}: name one of its own", number=contact_id, case=case_id)

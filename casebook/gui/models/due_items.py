"""What Today lists, gathered from the journal and put into sections: plain values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING

from casebook.gui import times
from casebook.journal.listings import DueRow, InboxRow
from casebook.journal.records import FollowUp, Promise

if TYPE_CHECKING:
    from casebook.journal import Journal

AHEAD = timedelta(days=7)
"""How far Today looks ahead."""

PROMISE_AHEAD = timedelta(hours=48)
"""From when on an open promise is worth a look: two days before it runs out."""

FAR = timedelta(days=366)
"""How far the empty page looks for the next thing to come."""


class Section(IntEnum):
    """The parts of the page, in the order they are read."""

    OVERDUE = 0
    TODAY = 1
    PROMISES = 2
    MAIL = 3
    COMING = 4


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing on the page: exactly one of `follow_up` and `promise` is set, or neither for the mail to file."""

    section: Section
    case_id: int | None
    case_title: str
    firm: str
    follow_up: FollowUp | None = None
    promise: Promise | None = None
    mails: int = 0
    newest_mail: InboxRow | None = None

    @property
    def key(self) -> tuple[str, int]:
        """What tells this item from all others, also after a refresh."""
        if self.follow_up:
            return ("follow_up", self.follow_up.id)
        return ("promise", self.promise.id) if self.promise else ("mail", 0)

    @property
    def at(self) -> datetime | None:
        """When it was or is due (UTC); None for mail and for promises without a time."""
        if self.follow_up:
            return self.follow_up.due.utc
        return self.promise.due.utc if self.promise and self.promise.due else None


def gather(journal: Journal, now: datetime) -> list[DueItem]:
    """Return what needs a look at `now`, section by section; days are those of this computer's zone."""
    today = times.today(now)
    items: list[DueItem] = []
    for row in journal.follow_ups.due(now):
        late = times.today(row.follow_up.due.utc) < today
        items.append(_from_row(row, Section.OVERDUE if late else Section.TODAY))
    for row in journal.follow_ups.upcoming(now, now + AHEAD):
        later_today = times.today(row.follow_up.rings_at) == today
        items.append(_from_row(row, Section.TODAY if later_today else Section.COMING))
    asked = {item.follow_up.promise_id for item in items if item.follow_up}
    items += _promises(journal, (p for p in journal.promises.running_out(now + PROMISE_AHEAD) if p.id not in asked))
    if newest := journal.inbox.newest():  # not all of them: after an import there may be thousands
        items.append(DueItem(Section.MAIL, None, "", "", mails=journal.inbox.count(), newest_mail=newest))
    return sorted(items, key=lambda item: item.section)


def next_ahead(journal: Journal, now: datetime) -> DueItem | None:
    """Return the first follow-up that is still to come, or None where none is set."""
    rows = journal.follow_ups.upcoming(now, now + FAR)
    return _from_row(rows[0], Section.COMING) if rows else None


def due_count(items: Iterable[DueItem], now: datetime) -> int:
    """Return how many follow-ups ring at `now`: the number beside Today."""
    return sum(1 for item in items if item.follow_up and item.follow_up.rings_at <= now)


def _from_row(row: DueRow, section: Section) -> DueItem:
    return DueItem(section, row.follow_up.case_id, row.case_title, row.firm, follow_up=row.follow_up)


def _promises(journal: Journal, promises: Iterable[Promise]) -> list[DueItem]:
    items = []
    for promise in promises:
        case = journal.cases.get(promise.case_id)
        firm = journal.firms.get(case.firm_id)
        items.append(DueItem(Section.PROMISES, case.id, case.title, firm.name, promise=promise))
    return items

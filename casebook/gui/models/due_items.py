"""What Today lists, gathered from the journal and put into sections: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING

from casebook.gui import times
from casebook.journal.listings import DueRow, InboxRow
from casebook.journal.records import FollowUp, Promise, Request

if TYPE_CHECKING:
    from casebook.journal import Journal

AHEAD = timedelta(days=7)
"""How far Today looks ahead."""

PROMISE_AHEAD = timedelta(hours=48)
"""From when on an open promise is worth a look: two days before it runs out."""

MOST = 300
"""So many that are due have a row, and as many that are to come; a page of thousands helps nobody."""

FAR = timedelta(days=366)
"""How far the empty page looks for the next thing to come."""


class Section(IntEnum):
    """The parts of the page, in the order they are read."""

    OVERDUE = 0
    TODAY = 1
    PROMISES = 2
    REQUESTS = 3
    MAIL = 4
    COMING = 5


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing on the page: one of `follow_up`, `promise` and `request` is set, or none for the mail to file."""

    section: Section
    case_id: int | None
    case_title: str
    firm: str
    follow_up: FollowUp | None = None
    promise: Promise | None = None
    request: Request | None = None
    mails: int = 0
    newest_mail: InboxRow | None = None

    @property
    def key(self) -> tuple[str, int]:
        """What tells this item from all others, also after a refresh."""
        if self.follow_up:
            return ("follow_up", self.follow_up.id)
        if self.request:
            return ("request", self.request.id)
        return ("promise", self.promise.id) if self.promise else ("mail", 0)

    @property
    def contact_id(self) -> int:
        """The contact it came from, 0 for none."""
        source = self.follow_up or self.promise or self.request
        return (source.contact_id if source else None) or 0

    @property
    def promise_id(self) -> int:
        """The promise it is about, 0 for none."""
        return self.promise.id if self.promise else (self.follow_up and self.follow_up.promise_id) or 0

    @property
    def request_id(self) -> int:
        """The request of theirs it is about, 0 for none."""
        return self.request.id if self.request else (self.follow_up and self.follow_up.request_id) or 0

    @property
    def at(self) -> datetime | None:
        """When it was or is due (UTC); None for mail, and for what has no time."""
        source = self.follow_up or self.promise or self.request
        return source.due.utc if source and source.due else None


def gather(journal: Journal, now: datetime) -> list[DueItem]:
    """Return what needs a look at `now`, section by section; days are those of this computer's zone."""
    today = times.today(now)
    items: list[DueItem] = []
    for row in journal.follow_ups.due(now, MOST):
        late = times.today(row.follow_up.due.utc) < today
        items.append(_from_row(row, Section.OVERDUE if late else Section.TODAY))
    for row in journal.follow_ups.upcoming(now, now + AHEAD, MOST):
        later_today = times.today(row.follow_up.rings_at) == today
        items.append(_from_row(row, Section.TODAY if later_today else Section.COMING))
    rung = [item.follow_up for item in items if item.follow_up]
    asked, wanted = {f.promise_id for f in rung}, {f.request_id for f in rung}
    soon = now + PROMISE_AHEAD
    items += _promises(journal, [p for p in journal.promises.running_out(soon) if p.id not in asked])
    items += _requests(journal, [r for r in journal.requests.running_out(soon) if r.id not in wanted])
    if newest := journal.inbox.newest():  # not all of them: after an import there may be thousands
        items.append(DueItem(Section.MAIL, None, "", "", mails=journal.inbox.count(), newest_mail=newest))
    return sorted(items, key=lambda item: item.section)


def next_ahead(journal: Journal, now: datetime) -> DueItem | None:
    """Return the first follow-up that is still to come, or None where none is set."""
    rows = journal.follow_ups.upcoming(now, now + FAR, 1)
    return _from_row(rows[0], Section.COMING) if rows else None


def _from_row(row: DueRow, section: Section) -> DueItem:
    return DueItem(section, row.follow_up.case_id, row.case_title, row.firm, follow_up=row.follow_up)


def _promises(journal: Journal, promises: list[Promise]) -> list[DueItem]:
    at = journal.cases.places(found.case_id for found in promises)
    return [DueItem(Section.PROMISES, p.case_id, *at[p.case_id], promise=p) for p in promises]


def _requests(journal: Journal, requests: list[Request]) -> list[DueItem]:
    at = journal.cases.places(found.case_id for found in requests)
    return [DueItem(Section.REQUESTS, r.case_id, *at[r.case_id], request=r) for r in requests]

"""Reminders: each minute, and whenever something may have changed, ask the journal what rings, and say it.

What rings lives in the journal, so nothing can be lost here: no timer is armed for a date. A minute's tick sees at
once what a sleep, a moved clock or a travel across zones has made due; a one-shot timer would not.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, MutableMapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from casebook.gui.feed import Feed
from casebook.gui.wake import Wake
from casebook.journal.changes import Changes, Kind
from casebook.journal.errors import CasebookError
from casebook.journal.listings import DueRow
from casebook.journal.times import follow_system_zone, system_zone

if TYPE_CHECKING:
    from casebook.journal import Journal


_MOST = 500
"""More than so many are not read to be said, only counted."""


class Reminders(QObject):
    """Watches the clock. Wishes nothing; tells the count of what rings, and what wants to be said.

    What was said is remembered in `said`, for this run of the program only: a program that starts says all again, and
    two programs with the same casebook say it both. An answer that either of them takes silences both.
    """

    due_changed = Signal(int)
    """How many follow-ups ring now: the number beside Today and on the program's icon."""
    rang = Signal(object)
    """`list[DueRow]` of follow-ups that begin to ring, or ring again because nobody has answered: oldest first.

    Of very many only the oldest are in it; `count` tells how many ring."""
    answered = Signal(object)
    """`list[int]`: follow-ups that rang and do so no more, wherever they were answered, put off or moved."""
    ticked = Signal()
    """A minute has passed, or the clock was looked at for another reason: words such as "due today" may be stale."""

    def __init__(
        self,
        journal: Journal,
        feed: Feed,
        parent: QObject | None = None,
        said: MutableMapping[int, datetime] | None = None,
        wake: Wake | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._said: MutableMapping[int, datetime] = {} if said is None else said
        self._ringing: dict[int, datetime] = {}
        self._count = -1
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._wake = wake or Wake(self)
        self._wake.woke.connect(self._tick)
        feed.changed.connect(self._on_changed)
        app = QGuiApplication.instance()
        self._app = app if isinstance(app, QGuiApplication) else None
        if self._app is not None:
            self._app.applicationStateChanged.connect(self._on_state)

    def start(self) -> None:
        """Look now, and from now on at the beginning of each minute."""
        self._wake.start()
        self._tick()

    def stop(self) -> None:
        """Look no more."""
        self._wake.stop()
        self._timer.stop()

    def check(self) -> None:
        """Ask the journal what rings, announce the count if it changed, and say what wants to be said."""
        from casebook.guide.dates.ringing import unsaid

        follow_system_zone()
        now, zone = self._journal.clock(), system_zone()
        before, self._ringing = self._ringing, self._rings(now)
        if len(self._ringing) != self._count:
            self._count = len(self._ringing)
            self.due_changed.emit(self._count)
            if self._app is not None:
                self._app.setBadgeNumber(self._count)
        if silenced := sorted(before.keys() - self._ringing.keys()):
            self.answered.emit(silenced)
        if fresh := unsaid(self._ringing, self._said, now, zone):
            self._said.update(dict.fromkeys(fresh, now))
            self.rang.emit([row for row in self.rows(_MOST) if row.follow_up.id in fresh])
        self.ticked.emit()

    @property
    def count(self) -> int:
        """How many follow-ups rang when it was last looked."""
        return len(self._ringing)

    def rows(self, limit: int = -1) -> list[DueRow]:
        """Return what rings, oldest first."""
        now = self._journal.clock()
        latest = max((said for said in self._said.values() if said > now), default=now)
        if latest == now:
            return self._journal.follow_ups.due(now, limit)
        ringing = self._rings(now)  # the clock was set back: what was said before goes on ringing
        found = [row for row in self._journal.follow_ups.due(latest) if row.follow_up.id in ringing]
        return found if limit < 0 else found[:limit]

    def note_shown(self, follow_up_ids: Collection[int]) -> None:
        """Keep that these were on the screen. Until then a crash loses nothing: the next start says them again."""
        if self._journal.read_only is not None:
            return
        try:
            self._journal.follow_ups.mark_shown(follow_up_ids, self._journal.clock())
        except CasebookError as error:  # a full disk must not silence what is to come
            logging.getLogger(__name__).warning("a reminder could not be noted: %s", type(error).__name__)

    def _rings(self, now: datetime) -> dict[int, datetime]:
        """Return what rings. After the clock was set back, what was said before goes on ringing."""
        from casebook.guide.dates.ringing import ASTRAY

        found = self._journal.follow_ups.ringing(now)
        ahead = {number: said for number, said in self._said.items() if now < said <= now + ASTRAY}
        if ahead:
            later = self._journal.follow_ups.ringing(max(ahead.values()))
            found |= {number: since for number, since in later.items() if since <= ahead.get(number, now)}
        return found

    def _tick(self) -> None:
        self._timer.start(to_next_minute(self._journal.clock()))  # first: whatever fails now is tried again then
        try:
            self.check()
        except CasebookError as error:
            logging.getLogger(__name__).warning("looking for what is due failed: %s", type(error).__name__)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.FOLLOW_UP, Kind.CASE):
            self.check()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            self._tick()


def to_next_minute(now: datetime) -> int:
    """Return the milliseconds until the next full minute, at least one."""
    return max(1, 60_000 - now.second * 1000 - now.microsecond // 1000)

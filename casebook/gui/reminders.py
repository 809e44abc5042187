"""Reminders: each minute, and whenever something may have changed, ask the journal what is due, and say it once.

What is due lives in the journal, so nothing can be lost here: no timer is armed for a date. A minute's tick sees at
once what a sleep, a moved clock or a travel across zones has made due; a one-shot timer would not.
"""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from casebook.gui.feed import Feed
from casebook.journal.changes import Changes, Kind
from casebook.journal.listings import DueRow

if TYPE_CHECKING:
    from casebook.journal import Journal


class Reminders(QObject):
    """Watches the clock. Wishes nothing; tells the count of what rings and what has not been said yet."""

    due_changed = Signal(int)
    """How many follow-ups ring now: the number beside Today and on the program's icon."""
    rang = Signal(object)
    """`list[DueRow]` of follow-ups that ring and were not on screen since: oldest first."""
    ticked = Signal()
    """A minute has passed, or the clock was looked at for another reason: words such as "due today" may be stale."""

    def __init__(self, journal: Journal, feed: Feed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._count = -1
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        feed.changed.connect(self._on_changed)
        app = QGuiApplication.instance()
        self._app = app if isinstance(app, QGuiApplication) else None
        if self._app is not None:
            self._app.applicationStateChanged.connect(self._on_state)

    def start(self) -> None:
        """Look now, and from now on at the beginning of each minute."""
        self._tick()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def check(self) -> None:
        """Ask the journal what is due, announce the count if it changed, and ring for what was not said yet."""
        if hasattr(time, "tzset"):
            time.tzset()  # Python keeps the zone it started in, also after a flight
        now = self._journal.clock()
        rows = self._journal.follow_ups.due(now)
        if len(rows) != self._count:
            self._count = len(rows)
            self.due_changed.emit(self._count)
            if self._app is not None:
                self._app.setBadgeNumber(self._count)
        if fresh := [row for row in rows if is_unsaid(row)]:
            if self._journal.read_only is None:
                self._journal.follow_ups.mark_shown([row.follow_up.id for row in fresh], now)
            self.rang.emit(fresh)
        self.ticked.emit()

    def _tick(self) -> None:
        self.check()
        self._timer.start(to_next_minute(self._journal.clock()))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.FOLLOW_UP):
            self.check()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            self.check()


def is_unsaid(row: DueRow) -> bool:
    """Return whether a follow-up that rings has not been on screen since it began to."""
    shown = row.follow_up.shown_at
    return shown is None or shown < row.follow_up.rings_at


def to_next_minute(now: datetime) -> int:
    """Return the milliseconds until the next full minute, at least one."""
    return max(1, 60_000 - now.second * 1000 - now.microsecond // 1000)

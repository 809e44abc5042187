"""When the computer was asleep, or its clock was moved: whoever goes by the time looks at it anew."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

Clock = Callable[[], float]

_EVERY = 5_000
_JUMP = 2.0
"""Seconds by which the two clocks may drift apart from one look to the next."""

_LOGIND = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")


class Wake(QObject):
    """Compares the wall clock with the one that stands still in sleep; on Linux it is also told by the system."""

    woke = Signal()
    """The time is another than anybody could expect."""

    def __init__(
        self, parent: QObject | None = None, wall: Clock = time.time, standing_still: Clock = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clocks = wall, standing_still
        self._apart = self._difference()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        self._listening = False

    def start(self) -> None:
        """Watch from now on."""
        self._apart = self._difference()
        self._timer.start()
        if not self._listening:
            self._listening = self._listen()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def look(self) -> None:
        """Compare the clocks."""
        before, self._apart = self._apart, self._difference()
        if abs(self._apart - before) > _JUMP:
            self.woke.emit()

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:
        """Hear that the computer goes to sleep, or has woken."""
        if not begins and self._timer.isActive():
            self._apart = self._difference()
            self.woke.emit()

    def _difference(self) -> float:
        wall, standing_still = self._clocks
        return wall() - standing_still()

    def _listen(self) -> bool:
        if not sys.platform.startswith("linux"):
            return False
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:  # a Qt built without it: the clocks alone have to do
            return False
        bus = QDBusConnection.systemBus()
        if not bus.isConnected():
            return False
        try:
            return bus.connect(*_LOGIND, self, SLOT("on_sleep(bool)"))  # type: ignore[call-overload,no-any-return]
        except (TypeError, ValueError):  # PySide's stubs and PySide do not agree on the last argument
            return False

"""Watches whether anybody uses the window, and says when nobody has for a while."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_EVERY = 5_000
"""Milliseconds between two looks: a timer for the whole time would stand still while the computer sleeps."""

_LEAST = 60
"""Seconds that pass before the setting need be looked up."""

_USE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
        QEvent.Type.DragMove,
    }
)


class IdleLock(QObject):
    """Emits `idle` once the user has done nothing for as many minutes as `minutes()` says; 0 is never."""

    idle = Signal()

    def __init__(
        self,
        minutes: Callable[[], int],
        parent: QObject | None = None,
        clocks: tuple[Callable[[], float], ...] = (time.monotonic, time.time),
    ) -> None:
        super().__init__(parent)
        # Two clocks: one does not run while the computer sleeps, the other may be set back by hand.
        self._minutes, self._clocks = minutes, clocks
        self._used = [clock() for clock in clocks]
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.deleteLater()

    def look(self) -> None:
        """Say so if nobody has used the window for too long."""
        passed = max(clock() - used for clock, used in zip(self._clocks, self._used, strict=True))
        if passed >= _LEAST and (minutes := self._minutes()) and passed >= minutes * 60:
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note each key and each movement; after too long a sleep the first one comes too late."""
        del watched
        if event.type() in _USE:
            self.look()
            self._used = [clock() for clock in self._clocks]
        return False

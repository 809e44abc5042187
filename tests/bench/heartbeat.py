"""How long the window does not answer: a timer on its thread that beats every 5 ms, and the gaps between the beats."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

_EVERY = 5


class Heartbeat(QObject):
    """Counts from `reset` on; `longest` and `over` leave out the beat's own distance."""

    def __init__(self) -> None:
        super().__init__()
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=_EVERY, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self.gaps: list[float] = []
        self.reset()
        self._timer.start()

    def reset(self) -> None:
        """Forget all gaps."""
        self.gaps = []
        self._clock.start()

    @property
    def longest(self) -> float:
        """The longest time without an answer, in milliseconds."""
        return max([*self.gaps, self._since()])

    def over(self, limit: float) -> int:
        """Return how many gaps were longer than `limit` milliseconds."""
        return sum(gap > limit for gap in self.gaps)

    def _since(self) -> float:
        return max(self._clock.nsecsElapsed() / 1e6 - _EVERY, 0.0)

    def _beat(self) -> None:
        self.gaps.append(self._since())
        self._clock.start()


def wait_until(done: Callable[[], bool], seconds: float = 60) -> None:
    """Let the window work until `done`. Raises TimeoutError."""
    until = time.monotonic() + seconds
    while not done():
        if time.monotonic() > until:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.0005)  # as the event loop would: whoever works in the background gets the processor

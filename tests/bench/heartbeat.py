"""How long the window does not answer: a timer on its thread that beats every 5 ms, and the gaps between the beats.

On a busy machine every window waits for a processor. `stalls` leaves out what the system says its thread waited so, and
`Bare` is a window that does nothing, in a process of its own: what it lacks at the same time is the machine's doing.
`python -m tests.bench.heartbeat` is that window; each line it reads it answers with its longest gap since the last.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

_EVERY = 5


class Heartbeat(QObject):
    """Counts from `reset` on, without the beat's own distance. To be made on the thread of the window."""

    def __init__(self) -> None:
        super().__init__()
        self._clock = QElapsedTimer()
        self._schedule = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")  # of Linux
        self._waited = 0.0
        self._timer = QTimer(self, interval=_EVERY, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self.gaps: list[float] = []
        self.stalls: list[float] = []
        """The gaps without what the thread waited for a processor; the gaps where the system does not tell."""
        self.reset()
        self._timer.start()

    def reset(self) -> None:
        """Forget all gaps."""
        self.gaps, self.stalls = [], []
        self._waited = self._waiting()
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

    def _waiting(self) -> float:
        """Return how many milliseconds this thread has waited for a processor."""
        try:
            return int(self._schedule.read_text().split()[1]) / 1e6
        except (OSError, IndexError, ValueError):
            return 0.0

    def _beat(self) -> None:
        gap, waited = self._since(), self._waiting()
        self.gaps.append(gap)
        self.stalls.append(max(gap - (waited - self._waited), 0.0))
        self._waited = waited
        self._clock.start()


class Bare:
    """A window that does nothing, in a process of its own."""

    def __init__(self) -> None:
        self._child = subprocess.Popen(
            [sys.executable, "-m", __name__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.longest()  # it stands

    def longest(self) -> float:
        """Return its longest gap since this was asked last, in milliseconds."""
        assert self._child.stdin
        assert self._child.stdout
        self._child.stdin.write("\n")
        self._child.stdin.flush()
        return float(self._child.stdout.readline())

    def close(self) -> None:
        """End it."""
        assert self._child.stdin
        self._child.stdin.close()
        self._child.wait()


def wait_until(done: Callable[[], bool], seconds: float = 60) -> None:
    """Let the window work until `done`. Raises TimeoutError."""
    until = time.monotonic() + seconds
    while not done():
        if time.monotonic() > until:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.0005)  # as the event loop would: whoever works in the background gets the processor


def _stand() -> None:
    """Be the bare window until nobody asks any more."""
    app = QApplication([])
    window = QMainWindow()
    window.show()
    beat = Heartbeat()
    asked = QSocketNotifier(0, QSocketNotifier.Type.Read)

    def answer() -> None:
        if not os.read(0, 100):
            app.quit()
            return
        print(beat.longest, flush=True)
        beat.reset()

    asked.activated.connect(answer)
    app.exec()


if __name__ == "__main__":
    _stand()

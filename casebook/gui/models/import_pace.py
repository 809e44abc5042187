"""How fast a stream of mail is read and how long the rest will take: a guess from the last seconds, said as one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale

from casebook.gui import texts, times
from casebook.gui.models import time_left
from casebook.journal import Progress

_WINDOW = 15.0
"""Seconds that the present speed is taken from."""
_PATIENCE = 2.0
"""Seconds before anything is said: a guess from less would jump."""


class Pace:
    """Fed with every step; `now` is a clock in seconds that only goes forward."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._steps: deque[tuple[float, int]] = deque()

    def words(self, progress: Progress) -> str:
        """Return `14 MB/s · about 4 minutes left`, empty where it cannot be told yet."""
        now = self._now()
        self._steps.append((now, progress.done))
        while len(self._steps) > 2 and now - self._steps[0][0] > _WINDOW:
            self._steps.popleft()
        began, done = self._steps[0]
        if now - began < _PATIENCE or progress.done <= done:
            return ""
        speed = (progress.done - done) / (now - began)
        left = (progress.total - progress.done) / speed if progress.total else None
        if progress.unit == "bytes":
            rate = QCoreApplication.translate("import_pace", "{size}/s").replace("{size}", times.file_size(int(speed)))
        else:
            rate = QCoreApplication.translate("import_pace", "{count} a second").replace(
                "{count}", QLocale().toString(round(speed, 1) if speed < 10 else round(speed))
            )
        return texts.joined(rate, time_left.words(left) if left else "")

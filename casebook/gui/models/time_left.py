"""How long a dossier will still take, from how long its parts took so far: a guess, and said as one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from casebook.gui import times
from casebook.journal import Progress

_SHARES = {"files": 0.08, "pictures": 0.5, "pages": 0.36, "stamp": 0.02}
"""What each phase takes of the whole, by its unit, in their order."""
_PATIENCE = 3.0
"""Seconds before anything is said: a guess from less would jump."""


class TimeLeft:
    """Fed with every step; `now` is a clock in seconds that only goes forward."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._begun = self._since = now()
        self._unit = ""
        self._before = 0.0

    def seconds(self, progress: Progress) -> float | None:
        """Return how many seconds are left, None while that cannot be told."""
        now = self._now()
        if progress.unit != self._unit:
            self._unit, self._since = progress.unit, now
            units = list(_SHARES)
            at = units.index(progress.unit) if progress.unit in units else len(units)
            self._before = sum(share for unit, share in _SHARES.items() if units.index(unit) < at)
        share = _SHARES.get(progress.unit, 1 - sum(_SHARES.values()))
        if progress.total:
            within = progress.done / progress.total
        else:  # it does not say how far it is: measured by what came before
            took = self._since - self._begun
            expected = took * share / self._before if self._before else 0.0
            within = min((now - self._since) / expected, 0.95) if expected else 0.0
        done, took = self._before + share * within, now - self._begun
        return took * (1 - done) / done if took >= _PATIENCE and done > 0.02 else None


def words(seconds: float | None) -> str:
    """Return `about 20 seconds left`, empty where it cannot be told."""
    if seconds is None:
        return ""
    if seconds < 60:
        rounded = max(5, 5 * round(seconds / 5))
        return QCoreApplication.translate("times", "about {n} s left").replace("{n}", str(rounded))
    span = times.duration(timedelta(minutes=round(seconds / 60)))
    return QCoreApplication.translate("times", "about {span} left").replace("{span}", span)

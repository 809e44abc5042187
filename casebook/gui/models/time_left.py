"""How long a dossier will still take, from how long its parts took so far: a guess, and said as one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from casebook.gui import times
from casebook.journal import Progress

_PHASES = ("", "files", "pictures", "pages", "closing")
_PATIENCE = 3.0
"""Seconds before anything is said: a guess from less would jump."""
_ENOUGH = 0.08
"""What must be done of the whole before anything is said."""
_NEARLY = 0.95
"""As far as a phase is taken to be that does not say itself how far it is."""


class TimeLeft:
    """Fed with every step; `now` is a clock in seconds that only goes forward."""

    def __init__(self, now: Callable[[], float], *, contacts: int, exhibits: int) -> None:
        self._now = now
        self._begun = self._since = now()
        self._phase = 0
        # As measured: a picture is prepared and then set, a contact only read through and set.
        self._weights = (1 + 0.006 * contacts, 0.02 * exhibits, exhibits, 4 + 0.75 * exhibits + 0.085 * contacts, 0.5)

    def seconds(self, progress: Progress) -> float | None:
        """Return how many seconds are left, None while that cannot be told."""
        now, phase = self._now(), self._phase_of(progress.unit)
        if phase != self._phase:
            self._phase, self._since = phase, now
        before, share = sum(self._weights[:phase]), self._weights[phase]
        if progress.total:
            within = progress.done / progress.total
        else:  # measured by what came before
            expected = (self._since - self._begun) * share / before if before else 0.0
            within = min((now - self._since) / expected, _NEARLY) if expected > 0 else 0.0
        done, took = (before + share * within) / sum(self._weights), now - self._begun
        return took * (1 - done) / done if took >= _PATIENCE and done > _ENOUGH else None

    def _phase_of(self, unit: str) -> int:
        """Return the number of the phase. Files are copied at the beginning and packed at the end."""
        at = _PHASES.index(unit) if unit in _PHASES else len(_PHASES) - 1
        packing = unit == "files" and self._phase > at
        return len(_PHASES) - 1 if packing else max(at, self._phase)


class SteadyLeft:
    """The same for work that goes on at one pace as long as its unit is the same."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._unit: str | None = None
        self._begun, self._from = 0.0, 0

    def seconds(self, progress: Progress) -> float | None:
        """Return how many seconds are left, None while that cannot be told."""
        now = self._now()
        if progress.unit != self._unit or progress.done < self._from:
            self._unit, self._begun, self._from = progress.unit, now, progress.done
        took, done = now - self._begun, progress.done - self._from
        if not progress.total or took < _PATIENCE or done < _ENOUGH * (progress.total - self._from):
            return None
        return took * max(0, progress.total - progress.done) / done


def words(seconds: float | None) -> str:
    """Return `about 20 s left`, empty where it cannot be told."""
    if seconds is None:
        return ""
    if seconds < 60:
        rounded = max(5, 5 * round(seconds / 5))
        return QCoreApplication.translate("times", "about {n} s left").replace("{n}", str(rounded))
    span = times.duration(timedelta(minutes=round(seconds / 60)))
    return QCoreApplication.translate("times", "about {span} left").replace("{span}", span)

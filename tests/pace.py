"""Bounds on the time of the processor that hold on any machine: they tell work that grows too fast, not slow machines.

A bound is given in seconds of a usual machine. What takes longer is measured against a piece of work that is always the
same, done here and now, and against three times the bound: other programs share caches and clock rates with this one.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

_USUAL = 0.05
"""Seconds that the piece of work takes on a usual machine."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Hold what this thread does in here to so many seconds of a processor; waiting costs none."""
    start = time.thread_time()
    yield
    took = time.thread_time() - start
    assert took < seconds or took < allowed(seconds), f"it took {took:.2f} s of the processor"


def allowed(seconds: float) -> float:
    """Return how long here and now may take what takes so many seconds on a usual machine."""
    return 3 * seconds * max(1, _piece_of_work() / _USUAL)


def _piece_of_work() -> float:
    start = time.thread_time()
    words = [f"{number % 977} {number}" for number in range(100_000)]
    words.sort()
    assert len({word.partition(" ")[0] for word in words}) == 977
    return time.thread_time() - start

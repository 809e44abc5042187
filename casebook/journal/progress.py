"""How long work reports itself: plain values, yielded by generators, shown by whoever runs them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of long work: `done` of `total` (0 = not known), what is counted, and a word on the present item."""

    done: int
    total: int = 0
    unit: str = ""
    note: str = ""

"""Which ledger entries each thread wrote, so that whoever acts there can take back what it did."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable

Spans = tuple[tuple[int, int], ...]
"""The first and last ledger entry of each of several writes."""


class Written(threading.local):
    """The latest writes of the present thread."""

    def __init__(self) -> None:
        self._spans: deque[tuple[int, int]] = deque(maxlen=1000)

    def note(self, first: int, last: int) -> None:
        """Note a write; one that the ledger does not tell of is none."""
        if first <= last:
            self._spans.append((first, last))

    def take(self) -> Spans:
        """Return the writes of this thread since the last call."""
        found = tuple(self._spans)
        self._spans.clear()
        return found

    def claim(self, spans: Iterable[tuple[int, int]]) -> None:
        """Note writes as this thread's that another one did for it."""
        self._spans.extend(spans)

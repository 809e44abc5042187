"""Where each row of a long list stands when row heights are guessed first and known later: plain numbers, no Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class RowHeights:
    """Heights of rows in pixels with their running sums. Guesses are replaced as rows are measured."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._known = bytearray()
        self._stale_from = 0

    def reset(self, guesses: Iterable[int]) -> None:
        """Start again with one guess for every row."""
        self._heights = list(guesses)
        self._known = bytearray(len(self._heights))
        self._tops = [0]
        self._stale_from = 0

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """The height of all rows together."""
        return self._sums()[-1]

    def known(self, row: int) -> bool:
        """Return whether a row was measured."""
        return bool(self._known[row])

    def forget(self, row: int) -> None:
        """Have a row measured again; its last height is the guess."""
        self._known[row] = 0

    def measure(self, row: int, height: int) -> None:
        """Set a row's true height."""
        self._known[row] = 1
        if self._heights[row] != height:
            self._heights[row] = height
            self._stale_from = min(self._stale_from, row)

    def top(self, row: int) -> int:
        """Return where a row begins."""
        return self._sums()[row]

    def height(self, row: int) -> int:
        """Return a row's height, guessed or true."""
        return self._heights[row]

    def at(self, y: int) -> int:
        """Return the row that covers `y`, the nearest one outside of the list, -1 where there are no rows."""
        last = len(self._heights) - 1
        return min(max(bisect_right(self._sums(), y) - 1, 0), last)

    def _sums(self) -> list[int]:
        """Return the running sums, brought up to date from the first changed row on."""
        if self._stale_from < len(self._heights):
            start = self._stale_from
            del self._tops[start + 1 :]
            sums = accumulate(self._heights[start:], initial=self._tops[start])
            next(sums)
            self._tops.extend(sums)
            self._stale_from = len(self._heights)
        return self._tops

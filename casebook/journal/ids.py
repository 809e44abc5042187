"""Many record ids in little room: an import touches hundreds of thousands."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet


class Ids(AbstractSet[int]):
    """A set of ids, eight bytes each, that goes over them in their order."""

    __slots__ = ("_sorted",)

    def __init__(self, ids: Iterable[int] = ()) -> None:
        self._sorted = array("q", sorted(set(ids)))

    def __contains__(self, value: object) -> bool:
        if not isinstance(value, int):
            return False
        place = bisect_left(self._sorted, value)
        return place < len(self._sorted) and self._sorted[place] == value

    def __iter__(self) -> Iterator[int]:
        return iter(self._sorted)

    def __len__(self) -> int:
        return len(self._sorted)

    def __hash__(self) -> int:
        return self._hash()

    def __repr__(self) -> str:
        return f"Ids({list(self._sorted)})"

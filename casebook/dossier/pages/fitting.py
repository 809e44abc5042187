"""How an exhibit finds room on a page: which pictures stand side by side, and how much its facts take above them.

The typesetter could measure the facts itself, but for hundreds of exhibits that costs a quarter of a gigabyte.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from casebook.dossier.pages.papers import PAPERS

_DOTS = 110
"""Dots to the inch at which a picture is printed where it fits: the template holds to the same number."""
_BETWEEN = 8
"""Millimetres between two exhibits side by side."""
_HEAD = 62
"""Millimetres that an exhibit's facts take above its picture, roughly."""
_WORTH = 0.75
"""A picture goes into half the width where that leaves so much of its size: a phone's screen, not a desktop's."""
_LATIN, _HAN = 1.9, 3.4
"""Millimetres of a letter's width, on the safe side."""
_KEY_LATIN, _KEY_HAN = 1.6, 2.9
_LINE, _GUTTER, _BAND, _HASH = 4.8, 2.75, 8.5, 2.6


def fits_half(paper: str, width: int, height: int) -> bool:
    """Whether little of a picture's size is lost in half the width of the page; the size is given in pixels."""
    _, wide, high = PAPERS[paper]
    own_wide, own_high = width / _DOTS * 25.4, height / _DOTS * 25.4
    alone = min(1, wide / own_wide, (high - _HEAD) / own_high)
    return min(1, (wide - _BETWEEN) / 2 / own_wide, (high - _HEAD - 20) / own_high) >= _WORTH * alone


def half_of(paper: str) -> float:
    """Return half the width of the text area, in millimetres."""
    return (PAPERS[paper][1] - _BETWEEN) / 2


def head_height(
    title: Sequence[Any], rows: Iterable[tuple[str, str]], hashes: Iterable[str], used: str, wide: float, keys: float
) -> float:
    """Return about how many millimetres an exhibit's facts take in a column `wide` millimetres, rather too many."""
    room = wide - keys - 4
    total = _BAND + (_lines("".join(map(str, title)), wide - 8, _LATIN * 1.2, _HAN * 1.2) - 1) * _LINE
    for key, value in rows:
        total += _row(key, keys, sum(_lines(line, room, _LATIN, _HAN) for line in value.split("\n")))
    for key in hashes:
        lines = 1 if room > 105 else 2
        total += max(_HASH * lines + _GUTTER, _row(key, keys, 1))
    return total + _row("", keys, _lines(used, room, _LATIN, _HAN)) + 1


def _row(key: str, keys: float, lines: int) -> float:
    """Return the height of one row: that of its caption or of its value, whichever is the taller."""
    return max(lines * _LINE - 2.5, _lines(key, keys, _KEY_LATIN, _KEY_HAN) * 4.1 - 2.0) + _GUTTER


def _lines(text: str, wide: float, latin: float, han: float) -> int:
    width = sum(han if char > "\u2e80" else latin * _wider(char) for char in text)
    return max(1, -(-int(width) // max(int(wide), 1)))


def _wider(char: str) -> float:
    return 1.65 if char in "MW@%mw—…" else 1.25 if char.isupper() or char in "_+=<>~" else 1.0

"""Where the letters of a PDF page stand on its picture: found by words, or word by word for the mouse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from casebook.dossier.redaction.texts import folded, pattern

_GAP = 0.9
"""How far apart two letters of one box may stand, in letter heights."""
_MARGIN = 0.08
"""What a box reaches beyond its letters, in letter heights: accents and slanted letters do."""
_Rect = tuple[float, float, float, float]


def find(page: Any, words: str, width: int, height: int) -> Iterator[list[int]]:
    """Yield the boxes over every place where the words stand, in pixels of a picture of this size."""
    wanted = pattern(words)
    text = page.get_textpage()
    try:
        if wanted:
            letters = _letters(page, text, width, height)
            for found in wanted.finditer(folded("".join(char for char, _ in letters))):
                yield from _boxes((rect for _, rect in letters[found.start() : found.end()]), width, height)
    finally:
        text.close()


def words(page: Any, width: int, height: int) -> list[list[int]]:
    """Return the boxes of all words in the order of the text."""
    text = page.get_textpage()
    found, word = list[list[int]](), list[_Rect | None]()
    try:
        for char, rect in [*_letters(page, text, width, height), (" ", None)]:
            if not char.isspace() and char != "\0":
                word.append(rect)
            elif word:
                found += _boxes(word, width, height)
                word = []
    finally:
        text.close()
    return found


def _letters(page: Any, text: Any, width: int, height: int) -> list[tuple[str, _Rect | None]]:
    """Return each letter and its rectangle; None for what has none, such as a line break."""
    import ctypes

    from pypdfium2 import raw

    found = list[tuple[str, _Rect | None]]()
    rect, across, down = raw.FS_RECTF(), ctypes.c_int(), ctypes.c_int()
    fine = 16  # the conversion gives whole pixels: take it on a larger picture
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text.raw, index)
        char = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\0"
        if not raw.FPDFText_GetLooseCharBox(text.raw, index, rect):
            found.append((char, None))
            continue
        corners = []
        for x, y in ((rect.left, rect.top), (rect.right, rect.bottom)):
            raw.FPDF_PageToDevice(page.raw, 0, 0, width * fine, height * fine, 0, x, y, across, down)
            corners.append((across.value / fine, down.value / fine))
        (x1, y1), (x2, y2) = corners
        place = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        found.append((char, place if place[0] < place[2] and place[1] < place[3] else None))
    return found


def _boxes(rects: Iterable[_Rect | None], width: int, height: int) -> Iterator[list[int]]:
    """Yield one box for each run of letters that stand side by side, in whatever direction."""
    run: _Rect | None = None
    for rect in rects:
        if rect is None:
            continue
        if run is None:
            run = rect
            continue
        both = (min(run[0], rect[0]), min(run[1], rect[1]), max(run[2], rect[2]), max(run[3], rect[3]))
        side = max(rect[2] - rect[0], rect[3] - rect[1])
        if _area(both) <= _area(run) + _area(rect) + _GAP * side * side:
            run = both
        else:
            yield _whole(run, width, height)
            run = rect
    if run is not None:
        yield _whole(run, width, height)


def _area(rect: _Rect) -> float:
    return (rect[2] - rect[0]) * (rect[3] - rect[1])


def _whole(rect: _Rect, width: int, height: int) -> list[int]:
    more = 1 + _MARGIN * min(rect[2] - rect[0], rect[3] - rect[1])
    left, top = max(int(rect[0] - more), 0), max(int(rect[1] - more), 0)
    return [left, top, min(int(rect[2] + more) + 1, width), min(int(rect[3] + more) + 1, height)]

"""The child that looks how well pictures can be read: `python -m casebook.dossier.press.eyesight FOLDER`.

It says a picture's size, how sharp its sharpest edges are, and how far its brightness spreads; it draws no conclusion.
"""

from __future__ import annotations

import sys
from pathlib import Path

from casebook.dossier.press import darkroom
from casebook.dossier.press.inquiry import tell

_SIDE = 1600
"""Pixels of the longer side at which a picture is judged: as large as it is read on a screen."""
_SHARPEST = 0.001
"""The part of the pixels with the hardest edges: a line of text is about so much of a screen."""


def main(arguments: list[str]) -> int:
    """Tell what can be seen of each file in the folder. Returns the exit code."""
    tell(Path(arguments[0]), _seen)
    return 0


def _seen(file: Path) -> dict[str, object]:
    from PIL import ImageFilter, ImageStat

    darkroom.limit_time()
    try:
        picture, _, _ = darkroom.opened(file)
    except (darkroom.Refused, MemoryError):
        return {"refused": True}
    width, height = picture.size
    grey = picture.convert("L")
    grey.thumbnail((_SIDE, _SIDE))
    edges = grey.filter(ImageFilter.Kernel((3, 3), (-1, -1, -1, -1, 8, -1, -1, -1, -1), scale=1))
    # The filter leaves the border as it is: bright pixels that are no edges.
    inner = edges.crop((1, 1, max(edges.width - 1, 2), max(edges.height - 1, 2)))
    return {
        "width": width,
        "height": height,
        "edge": _hardest(inner.histogram()),
        "spread": ImageStat.Stat(grey).stddev[0],
    }


def _hardest(histogram: list[int]) -> float:
    """Return the mean of the hardest edges."""
    wanted = left = max(1, round(sum(histogram) * _SHARPEST))
    total = 0
    for value in range(len(histogram) - 1, -1, -1):
        taken = min(left, histogram[value])
        total += taken * value
        left -= taken
        if not left:
            break
    return total / wanted


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

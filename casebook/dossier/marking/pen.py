"""How marks are drawn into a picture's pixels. Runs in the guarded child only."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from casebook.dossier.marking.marks import RED, Mark, Shape, wrapped

if TYPE_CHECKING:
    from PIL.Image import Image as Picture
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

_WHITE = (255, 255, 255)
_HEAD = 0.45
"""Half the angle of an arrow's head, in radians."""
_WEIGHT = 600
_FACE = 2  # of the collection: the simplified Chinese one, which has Latin letters, too


def thickness(width: int, height: int) -> int:
    """Return how thick lines are on a picture of this size: seen in print, and covering little."""
    return max(3, round(min(width, height) / 160))


def outside(marks: Sequence[Mark], width: int, height: int) -> Mark | None:
    """Return the first mark that does not touch a picture of this size."""
    for mark in marks:
        left, right = sorted((mark.left, mark.right))
        top, bottom = sorted((mark.top, mark.bottom))
        if right < 0 or bottom < 0 or left >= width or top >= height:
            return mark
    return None


def draw(picture: Picture, marks: Sequence[Mark], font: Path) -> Picture:
    """Return a new picture of the same size with the marks on it."""
    from PIL import Image, ImageDraw

    fresh = Image.frombytes("RGB", picture.size, picture.convert("RGB").tobytes())
    pen, line = ImageDraw.Draw(fresh), thickness(*fresh.size)
    for mark in marks:
        if mark.shape is Shape.BOX:
            _box(pen, mark, line)
        elif mark.shape is Shape.ARROW:
            _arrow(pen, mark, line)
        else:
            _words(pen, mark, line, font)
    return fresh


def _box(pen: ImageDraw, mark: Mark, line: int) -> None:
    # A white line around the red one: it is seen on a red ground, and in grey.
    halo = max(1, line // 2)
    around = (mark.left - halo, mark.top - halo, mark.right + halo, mark.bottom + halo)
    pen.rectangle(around, outline=_WHITE, width=line + 2 * halo)
    pen.rectangle((mark.left, mark.top, mark.right, mark.bottom), outline=RED, width=line)


def _arrow(pen: ImageDraw, mark: Mark, line: int) -> None:
    for extra, colour in ((max(1, line // 2), _WHITE), (0, RED)):
        shaft, head = arrow(mark, line, extra)
        pen.line(shaft, fill=colour, width=line + 2 * extra)
        pen.polygon(head, fill=colour)


def arrow(mark: Mark, line: int, extra: int = 0) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Return the two ends of an arrow's shaft, and the three corners of its head, `extra` larger all round."""
    turn = math.atan2(mark.bottom - mark.top, mark.right - mark.left)
    length = math.hypot(mark.right - mark.left, mark.bottom - mark.top)
    size = min(line * 6.0, max(length, line * 2.0)) + extra * 2.5
    tip = (mark.right + math.cos(turn) * extra * 1.5, mark.bottom + math.sin(turn) * extra * 1.5)
    wings = [(tip[0] - math.cos(turn + side) * size, tip[1] - math.sin(turn + side) * size) for side in (-_HEAD, _HEAD)]
    inner = (tip[0] - math.cos(turn) * size * 0.8, tip[1] - math.sin(turn) * size * 0.8)
    start = (mark.left - math.cos(turn) * extra, mark.top - math.sin(turn) * extra)
    return [start, inner], [tip, *wings]


def _words(pen: ImageDraw, mark: Mark, line: int, font: Path) -> None:
    from PIL import ImageFont

    face: FreeTypeFont = ImageFont.truetype(font, max(8, mark.bottom - mark.top), index=_FACE)
    face.set_variation_by_axes([_WEIGHT])
    pad = max(2, line)
    room = max(pen.im.size[0] - mark.left - pad * 2, mark.bottom - mark.top)
    text = "\n".join(wrapped(mark.text, room, face.getlength))
    box = pen.multiline_textbbox((mark.left, mark.top), text, font=face, anchor="la")
    ground = (box[0] - pad * 2, box[1] - pad * 2, box[2] + pad * 2, box[3] + pad * 2)
    pen.rectangle(ground, fill=_WHITE, outline=RED, width=max(1, line // 2))
    pen.multiline_text((mark.left, mark.top), text, fill=RED, font=face, anchor="la")

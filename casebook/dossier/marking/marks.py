"""What is drawn on a copy of an exhibit: arrows, boxes and words, as values and as the record keeps them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from casebook.journal.errors import BadInput

RED = (0xB0, 0x1E, 0x1E)
"""The one colour of marks: dark enough to be seen in grey, too."""
MOST = 200
_LONGEST = 500
_NUMBER = re.compile(r"-?\d{1,6}")
_VERSION = 1
_PIECE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]\s*|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+")


class Shape(StrEnum):
    """What a mark looks like."""

    ARROW = "arrow"
    BOX = "box"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark, in pixels of the upright picture from its top left; `page` counts from 1.

    An arrow points from the first point to the second; a box spans them; words begin at the first point, with lines as
    high as the second lies below it, and are broken at the picture's right edge.
    """

    shape: Shape
    left: int
    top: int
    right: int
    bottom: int
    text: str = ""
    page: int = 1


def kept(marks: Sequence[Mark], of: str = "") -> str:
    """Return marks as the record keeps them; `of` is the SHA-256 of the very file they were drawn on."""
    told = [
        {"shape": str(m.shape), "page": m.page, "at": [m.left, m.top, m.right, m.bottom]}
        | ({"text": m.text} if m.text else {})
        for m in marks
    ]
    source = {"of": of} if of else {}
    return json.dumps({"version": _VERSION, "marks": told, **source}, ensure_ascii=False, sort_keys=True)


def source(text: str) -> str:
    """Return the SHA-256 of the file that marks out of the record were drawn on, empty where that is not told."""
    return str(_object(text).get("of", ""))


def read(text: str) -> tuple[Mark, ...]:
    """Return the marks out of the record; what this version does not know is passed over."""
    told = _object(text).get("marks")
    made = list[Mark]()
    for each in told if isinstance(told, list) else []:
        match each:
            case {
                "shape": "arrow" | "box" | "text" as shape,
                "page": int(page),
                "at": [int(left), int(top), int(right), int(bottom)],
            }:
                made.append(Mark(Shape(shape), left, top, right, bottom, str(each.get("text", "")), page))
    return tuple(made)


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def checked(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return marks that can be drawn. Raises BadInput for none, too many, an empty box, or words that are none."""
    if not marks:
        raise BadInput("nothing is drawn yet: draw an arrow, a box, or write some words")
    if len(marks) > MOST:
        raise BadInput("{count} marks are more than anybody can read: draw at most {most}", count=len(marks), most=MOST)
    for mark in marks:
        if mark.shape is Shape.TEXT:
            bad = not mark.text.strip() or len(mark.text) > _LONGEST or mark.bottom <= mark.top
        elif mark.shape is Shape.BOX:
            bad = mark.left >= mark.right or mark.top >= mark.bottom
        else:
            bad = (mark.left, mark.top) == (mark.right, mark.bottom)
        if bad or mark.page < 1:
            where = f"{mark.left},{mark.top},{mark.right},{mark.bottom}"
            raise BadInput(
                "the {shape} at {where} cannot be drawn: it has no size, or no words",
                shape=str(mark.shape),
                where=where,
            )
    return tuple(marks)


def wrapped(text: str, room: float, measure: Callable[[str], float]) -> list[str]:
    """Return a text in lines that fit into so much room, broken at blanks where there are any."""
    lines = list[str]()
    for paragraph in text.splitlines() or [""]:
        line = ""
        for piece in _PIECE.findall(paragraph):
            if line and measure((line + piece).rstrip()) > room:
                lines.append(line.rstrip())
                line = ""
            line += piece
            while len(line) > 1 and measure(line.rstrip()) > room:  # one long word
                fits = next((n for n in range(len(line) - 1, 1, -1) if measure(line[:n]) <= room), 1)
                lines.append(line[:fits])
                line = line[fits:]
        lines.append(line.rstrip())
    return lines


def typed(shape: Shape, text: str, page: int = 1) -> Mark:
    """Return the mark of `left,top,right,bottom`, or `left,top,height,WORDS` for words. Raises BadInput."""
    count = 3 if shape is Shape.TEXT else 4
    parts = text.split(",", count if shape is Shape.TEXT else -1)
    numbers = [part.strip() for part in parts[:count]]
    if len(parts) == (count + 1 if shape is Shape.TEXT else count) and all(map(_NUMBER.fullmatch, numbers)):
        at = [int(number) for number in numbers]
        if shape is Shape.TEXT:
            left, top, height = at
            mark = Mark(shape, left, top, left, top + height, parts[count].strip(), page)
        else:
            mark = Mark(shape, at[0], at[1], at[2], at[3], page=page)
        return checked([mark])[0]
    raise BadInput(
        "'{text}' is no mark: write left,top,right,bottom in pixels, such as 40,120,600,180, and for words "
        "left,top,height,WORDS",
        text=text,
    )

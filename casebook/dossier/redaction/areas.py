"""What is covered: boxes on pages, or spans of a text, as values and as they are kept in the record.

They say where something is covered, never what: the words that were looked for are written down nowhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from casebook.journal.errors import BadInput

_TYPED = re.compile(r"\s*(\d{1,6})\s*,\s*(\d{1,6})\s*,\s*(\d{1,6})\s*,\s*(\d{1,6})\s*,\s*(\d{1,6})\s*")


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle on a page (from 1), in pixels of the copy's page from its top left; right and bottom lie outside."""

    page: int
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters of a text, from `start` up to and without `end`."""

    start: int
    end: int


def kept(areas: Sequence[Box | Span]) -> list[Mapping[str, Any]]:
    """Return areas as the record keeps them."""
    return [
        {"page": area.page, "box": [area.left, area.top, area.right, area.bottom]}
        if isinstance(area, Box)
        else {"span": [area.start, area.end]}
        for area in areas
    ]


def read(text: str) -> tuple[list[Box], list[Span]]:
    """Return the boxes and the spans out of the record; what is no area of this program is passed over."""
    boxes, spans = list[Box](), list[Span]()
    found = json.loads(text)
    for area in found if isinstance(found, list) else []:
        match area:
            case {"page": int(page), "box": [int(left), int(top), int(right), int(bottom)]}:
                boxes.append(Box(page, left, top, right, bottom))
            case {"span": [int(start), int(end)]}:
                spans.append(Span(start, end))
    return boxes, spans


def typed(text: str) -> Box:
    """Return the box of `page,left,top,right,bottom`. Raises BadInput."""
    found = _TYPED.fullmatch(text)
    box = Box(*(int(number) for number in found.groups())) if found else None
    if box is None or box.page < 1 or box.left >= box.right or box.top >= box.bottom:
        raise BadInput(
            "'{text}' is not an area: write page,left,top,right,bottom in pixels, such as 1,40,120,600,180", text=text
        )
    return box

"""A text cut into the sentences that promises and requests are read from."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(
    r"(?<=[.!?;])[ \t]+(?=[^a-z])|[。！？；]|\n[ \t]*\n|\n(?=[ \t]*(?:[-*•·]|\d{1,2}[.)、]))|\n(?=[^a-z])"
)
LONGEST = 400


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence on one line with where it begins; very long ones are cut."""
    start = 0
    for found in (*_END.finditer(text), None):
        end = found.start() if found else len(text)
        piece = text[start:end]
        if words := " ".join(piece.split()):
            yield start + len(piece) - len(piece.lstrip()), words[:LONGEST]
        start = found.end() if found else end

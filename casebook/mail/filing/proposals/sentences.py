"""A text cut into the sentences that promises and requests are read from."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(
    r"(?<=[.!?;])[ \t]+(?=[^a-z])|[。！？；]|\n[ \t]*\n|\n(?=[ \t]*(?:[-*•·]|\d{1,2}[.)、]))|\n(?=[^a-z])"
)
_GREETING = re.compile(
    r"(?:(?:(?:dear|hello|hi|good (?:morning|day|afternoon|evening))\b[^,，:：!！\n]{0,40}[,，:：!！]"
    r"|(?:尊敬的|亲爱的)[^,，:：!！\n]{1,20}[,，:：!！]|(?:您|你)好[,，!！])\s*)+",
    re.IGNORECASE,
)
LONGEST = 400


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence on one line with where it begins; very long ones are cut."""
    start = 0
    for found in (*_END.finditer(text), None):
        end = found.start() if found else len(text)
        piece = text[start:end]
        if words := " ".join(piece.split()):
            greeting = _GREETING.match(words)
            said = words[greeting.end() :] if greeting else words
            if said:
                yield start + len(piece) - len(piece.lstrip()), said[:LONGEST]
        start = found.end() if found else end

"""How text becomes search words: Chinese in overlapping pairs, everything else as whole words.

Rules and measurements: a word list cannot be shipped for every platform, trigrams drop two-character words, pairs find
them all. Pure functions; the index and the query builder both use them, so they cannot disagree.
"""

from __future__ import annotations

import re
import unicodedata
from operator import add

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"
_HAN_RUN = re.compile(f"[{_HAN}]+")
_TOKEN = re.compile(f"[{_HAN}]+|[^{_HAN}\\W_]+")
_IDENT_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._%+@:/#-")
_IDENT_REST = re.compile(r"[0-9@][a-z0-9._%+@:/#-]*")  # from what makes it one; what stands before is looked up
# What is compatible with plain signs in most texts: without these they are normal already, which is soon seen.
_WIDE_SIGNS = (*zip("，：（）；！？\u3000\xa0", ",:();!?  ", strict=True), ("…", "..."))
_IDENT_LONGEST = 128
_IDENT_SHORTEST = 3


def fold(text: str) -> str:
    """Return text as searched: NFKC, case folded."""
    if text.isascii():
        return text.lower()
    for wide, plain in _WIDE_SIGNS:
        text = text.replace(wide, plain)
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    return text.casefold()


def index_words(text: str) -> str:
    """Return folded text in which each run of Han has become its pairs and its last character."""
    return _paired(fold(text))


def identifiers(text: str) -> set[str]:
    """Return the folded identifiers in a text: tokens with a digit or an @, and the parts that people remember.

    They are found by their beginning and their end, which an index of words cannot do.
    """
    return _identifiers(fold(text))


def for_index(text: str) -> tuple[str, set[str]]:
    """Return what `index_words` and `identifiers` return, folding the text once."""
    folded = fold(text)
    return _paired(folded), _identifiers(folded)


def query(text: str) -> str:
    """Return the FTS5 expression for what a person typed; empty when there is nothing to search for."""
    return " AND ".join(filter(None, (_part(part) for part in fold(text).split())))


def needle(text: str) -> str:
    """Return the one identifier a person typed, folded as in `identifiers`, or empty when it is not one."""
    part = fold(text).strip()
    plain = part.removeprefix("0x")
    if len(plain) < _IDENT_SHORTEST or not re.fullmatch(r"[a-z0-9._%+@:/#-]+", plain):
        return ""
    return plain.strip(".:/-#%+_") if any(c.isdigit() or c == "@" for c in plain) else ""


def snippet(text: str, typed: str, width: int = 120) -> str:
    """Return about `width` characters of `text` around the first match of any typed part, on one line."""
    flat = " ".join(text.split())
    low = flat.casefold()
    places = [at for part in typed.casefold().split() if (at := low.find(part)) >= 0]
    start = max(0, min(places, default=0) - width // 3)
    cut = flat[start : start + width]
    return f"{'…' if start else ''}{cut.strip()}{'…' if start + width < len(flat) else ''}"


def _paired(folded: str) -> str:
    if folded.isascii():
        return folded
    return _HAN_RUN.sub(lambda run: f" {' '.join(_pairs(run[0]))} {run[0][-1]} ", folded)


def _identifiers(folded: str) -> set[str]:
    found: set[str] = set()
    for rest in _IDENT_REST.finditer(folded):
        start = rest.start()
        while start and folded[start - 1] in _IDENT_SIGNS:
            start -= 1
        token = folded[start : rest.end()].rstrip("._%+@:/#-")
        if len(token) < 2 or not token[0].isalnum():
            continue
        if "@" in token:
            found.update((token, token.rpartition("@")[2]))
        else:
            found.update(re.split(r"[/:]", token))
    return {v.removeprefix("0x") for v in found if _IDENT_SHORTEST <= len(v) <= _IDENT_LONGEST}


def _pairs(run: str) -> list[str]:
    return list(map(add, run, run[1:]))


def _part(part: str) -> str:
    tokens = _TOKEN.findall(part)
    if not tokens:
        return ""
    words: list[str] = []
    for place, token in enumerate(tokens):
        if not _HAN_RUN.fullmatch(token) or len(token) == 1:
            words.append(token)
        else:
            words += _pairs(token)
            if place < len(tokens) - 1:
                words.append(token[-1])  # the index has it there too; without it a mixed phrase is not found
    last = tokens[-1]
    open_end = "*" if len(last) == 1 or not _HAN_RUN.fullmatch(last) else ""
    phrase = f'"{" ".join(words)}"{open_end}'
    if len(tokens) == 1 and last.isascii() and last.isalpha() and len(last) > 4 and last.endswith("s"):
        return f'({phrase} OR "{last[:-1]}"*)'  # "withdrawals" also finds "withdrawal"; a stemmer would break typing
    return phrase

"""How text becomes search words: Chinese in overlapping pairs, everything else as whole words.

Rules and measurements: a word list cannot be shipped for every platform, trigrams drop two-character words, pairs find
them all. Pure functions; the index and the query builder both use them, so they cannot disagree.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Sequence
from operator import add

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"
_HAN_RUN = re.compile(f"[{_HAN}]+")
_HAN_RUNS = re.compile(f"([{_HAN}]+)")  # to split at them and keep them
_BLANK = " ".encode("utf-32-le")
_TOKEN = re.compile(f"[{_HAN}]+|[^{_HAN}\\W_]+")
_START, _END = f"(?<![^{_HAN}\\W_])", f"(?![^{_HAN}\\W_])"
"""Where a word begins and where it ends."""
_MARKS = re.compile("[\u0300-\u036f]+")
# Of each byte: 0 for what makes a run of signs an identifier, a for a sign that may be in one, a space for all else.
_IDENT_KINDS = bytes(
    0x30 if chr(byte) in "0123456789@" else 0x61 if chr(byte) in "abcdefghijklmnopqrstuvwxyz._%+:/#-" else 0x20
    for byte in range(256)
)
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


def query_of(parts: Sequence[Sequence[str]]) -> str:
    """Return the FTS5 expression for texts that hold one of the words of each part."""
    either = ([phrase for word in part if (phrase := _part(fold(word)))] for part in parts)
    return " AND ".join(f"({' OR '.join(phrases)})" for phrases in either if phrases)


def which(text: str, parts: Sequence[Sequence[str]]) -> tuple[str, ...] | None:
    """Return which word of each part stands in a text, the first of several; None where one part has none in it."""
    bare = _bare(fold(text))
    found = [next((word for word in part if re.search(_pattern(fold(word)), bare)), None) for part in parts]
    return tuple(word for word in found if word is not None) if None not in found else None


def matcher(typed: str) -> Callable[[str], bool] | None:
    """Return what tells of a text whether `query` and `needle` would find it; None where nothing is searched for.

    For a look at a few texts without the index: it reads every entry of a common word before it gives out the first.
    """
    parts = [each for part in fold(typed).split() if (each := _pattern(part))]
    if not parts:
        return None
    patterns = [re.compile(each) for each in parts]
    number = needle(typed)
    either_end = re.compile(f"{_START}{re.escape(number)}|{re.escape(number)}{_END}") if number else None

    def matches(text: str) -> bool:
        folded = _bare(fold(text))
        return all(each.search(folded) for each in patterns) or bool(either_end and either_end.search(folded))

    return matches


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
    pieces = _HAN_RUNS.split(folded)
    runs = pieces[1::2]
    spread, start = _spread("".join(runs)), 0
    for place, run in enumerate(runs):
        end = start + 3 * len(run)
        pieces[2 * place + 1] = f" {spread[start : end - 3]}{run[-1]} "
        start = end
    return "".join(pieces)


def _spread(han: str) -> str:
    """Return every character with the one behind it and a space: `ab bc c`, of all runs of a text at once.

    By whole arrays: character by character takes three times as long, and half of the time of indexing a mail.
    """
    characters = array("I", han.encode("utf-32-le"))
    spread = array("I", _BLANK * (3 * len(characters)))
    spread[0::3] = characters
    spread[1:-3:3] = characters[1:]
    return spread.tobytes().decode("utf-32-le")


def _identifiers(folded: str) -> set[str]:
    found: set[str] = set()
    # Finding one byte is many times faster than a pattern, and few words of a text have a digit.
    kinds = folded.encode("ascii", "replace").translate(_IDENT_KINDS) + b" "
    end = 0
    while (place := kinds.find(b"0", end)) >= 0:
        start, end = kinds.rfind(b" ", 0, place) + 1, kinds.find(b" ", place)
        token = folded[start:end].rstrip("._%+@:/#-")
        if len(token) < 2 or not token[0].isalnum():
            continue
        if "@" in token:
            found.update((token, token.rpartition("@")[2]))
        else:
            found.update(re.split(r"[/:]", token))
    return {v.removeprefix("0x") for v in found if _IDENT_SHORTEST <= len(v) <= _IDENT_LONGEST}


def _pairs(run: str) -> list[str]:
    return list(map(add, run, run[1:]))


def _bare(folded: str) -> str:
    """Return a text without the marks on its letters, which the index passes over, too."""
    if folded.isascii():
        return folded
    return _MARKS.sub("", unicodedata.normalize("NFD", folded))


def _pattern(part: str) -> str:
    """Return what `_part` finds as a regular expression for folded text."""
    tokens = _TOKEN.findall(_bare(part))
    if not tokens:
        return ""
    found = ""
    for place, token in enumerate(tokens):
        han, first, last = bool(_HAN_RUN.fullmatch(token)), place == 0, place == len(tokens) - 1
        beside_han = not first and (han or bool(_HAN_RUN.fullmatch(tokens[place - 1])))
        found += ("" if han else _START) if first else (r"[\W_]*" if beside_han else r"[\W_]+")
        found += re.escape(token) + ("" if han or last else _END)
    last = tokens[-1]
    if len(tokens) == 1 and last.isascii() and last.isalpha() and len(last) > 4 and last.endswith("s"):
        return found + "?"
    return found


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

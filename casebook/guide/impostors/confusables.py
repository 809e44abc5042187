"""Letters that look like others: two words with one skeleton look the same, or nearly, to a hurried reader.

After the idea of Unicode's TR 39, with a table of its own: what can stand in a host name or a sender's name and is
taken for a Latin letter or a digit. Digits are folded to the letters they are swapped for.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LOOKS_LIKE = {
    "a": "аɑαᴀạаӑӓᎪ4@ⲁ",
    "b": "вьъбβʙßᏴ68ƅɓⲃ",
    "c": "сϲᴄƈсⅽᏟⲥ",
    "d": "ԁᴅđɗⅾᎠժð",
    "e": "еёѐєεᴇɛ3ҽᎬⲉэ",
    "f": "ƒꜰſϝք",
    "g": "ɡɢԍց9ġᏀᶃ",
    "h": "һнհħʜᏂᎻ",
    "j": "јϳյᴊȷᎫʝ",
    "k": "кκᴋƙкᏦⲕқ",
    "l": "iіїıɩιℓł1ӏɪʟĺاӀƖ|!ⅼᏞǀլіị",
    "m": "мᴍⅿᎷṃ",
    "n": "пηиɴոռŋƞ",
    "o": "оοσօᴏøө0ס๐оṇº",
    "p": "рρᴘþᏢⲣƥ",
    "q": "ԛզգ",
    "r": "гʀᴦяɾɼᎡ",
    "s": "ѕꜱʂ5$ᏚƽЅ",
    "t": "тτᴛŧ7ƭᎢ",
    "u": "υμսᴜцʋυ",
    "v": "νѵᴠⅴᏙ",
    "w": "ԝшωᴡѡաɯᎳщ",
    "x": "хχⅹжх×",
    "y": "уүγʏуყỿ",
    "z": "ᴢʐ2ζᏃзƶ",
}
_TABLE = {ord(odd): plain for plain, odds in _LOOKS_LIKE.items() for odd in odds if odd.isascii() or odd != plain}
_TABLE |= {ord(odd.lower()): plain for plain, odds in _LOOKS_LIKE.items() for odd in odds if len(odd.lower()) == 1}
_TABLE |= {ord("æ"): "ae", ord("œ"): "oe"}
_PAIRS = (("rn", "m"), ("nn", "m"), ("vv", "w"), ("uu", "w"), ("cl", "d"))
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "HEBREW", "GEORGIAN", "COPTIC", "LISU")
_INVISIBLE = {0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFEFF, 0xFFA0} | set(range(0x200B, 0x2010))
_INVISIBLE |= set(range(0x202A, 0x202F)) | set(range(0x2060, 0x2070)) | set(range(0xFE00, 0xFE10))


def visible(text: str) -> str:
    """Return text without the characters that take no room, in its compatible plain letters."""
    plain = text if text.isascii() else "".join(c for c in text if ord(c) not in _INVISIBLE and c not in "™®©℠")
    return unicodedata.normalize("NFKC", plain)


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """Return what a word looks like, in lower-case Latin letters as far as there are like ones."""
    plain = visible(word[:300])
    folded = unicodedata.normalize("NFD", plain.translate(_TABLE).lower().translate(_TABLE))
    seen = "".join(c for c in folded if not unicodedata.combining(c)).translate(_TABLE)
    for pair, like in _PAIRS:
        seen = seen.replace(pair, like)
    return seen


def mixed_scripts(word: str) -> bool:
    """Return whether one word has letters of two alphabets that look alike: no language writes so."""
    if word.isascii():
        return False
    found = set[str]()
    for letter in word:
        if letter.isalpha():
            name = unicodedata.name(letter, "")
            found |= {script for script in _SCRIPTS if name.startswith(script)}
    return len(found) > 1


def _without_common(one: str, other: str) -> tuple[str, str]:
    """Return what is left of two words without the letters they begin and end with alike."""
    start, most = 0, min(len(one), len(other))
    while start < most and one[start] == other[start]:
        start += 1
    end, most = 0, most - start
    while end < most and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


def distance(one: str, other: str, limit: int) -> int:
    """Return how many letters were changed, left out, put in or swapped with the next; `limit` + 1 for more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    one, other = _without_common(one, other)
    if limit == 1:  # the usual question, answered without a table
        swapped = len(one) == 2 and one == other[::-1]
        return min(max(len(one), len(other)), 2) if not swapped else 1
    before, last = list[int](), list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return min(last[-1], limit + 1)

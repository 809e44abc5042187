"""The fingerprint of an anti-phishing code: by it the code is recognised in a text, and not read back.

A first part of 16 bits is quick to compute and sorts out nearly every piece of a text; the second is slow on purpose,
so that trying codes one by one takes long. A short code can still be guessed by somebody who has the casebook.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from functools import lru_cache

SHORTEST = 3
LONGEST = 64
_WORK = {"n": 2**14, "r": 8, "p": 1}


def clean_code(text: str) -> str:
    """Return a code as it is compared: in composed letters, without what stands around it."""
    return unicodedata.normalize("NFKC", text).strip()[:LONGEST]


def fingerprint(code: str, salt: str) -> str:
    """Return the fingerprint of a cleaned code."""
    data = code.encode("utf-8", "surrogatepass")
    return _quick(data, bytes.fromhex(salt)) + _slow(data, bytes.fromhex(salt))


def stands_in(text: str, salt: str, expected: str, length: int) -> bool:
    """Return whether the code of this fingerprint and length stands in a text, as a word or part of a line."""
    key, quick, slow = bytes.fromhex(salt), expected[:4], expected[4:]
    for piece in _pieces(unicodedata.normalize("NFKC", text), length):
        data = piece.encode("utf-8", "surrogatepass")
        if _quick(data, key) == quick and hmac.compare_digest(_slow(data, key), slow):
            return True
    return False


def _pieces(text: str, length: int) -> set[str]:
    """Return the pieces of that length which begin and end where a word does."""
    word = re.compile(r"[A-Za-z0-9]")
    last = len(text) - length
    found = set[str]()
    for start in range(last + 1):
        before, end = text[start - 1 : start], start + length
        if text[start].isspace() or text[end - 1].isspace():
            continue
        if word.match(before) and word.match(text, start):
            continue
        if end < len(text) and word.match(text, end) and word.match(text, end - 1):
            continue
        found.add(text[start:end])
    return found


def _quick(data: bytes, key: bytes) -> str:
    return hashlib.blake2b(data, digest_size=2, key=key).hexdigest()


@lru_cache(maxsize=256)
def _slow(data: bytes, key: bytes) -> str:
    return hashlib.scrypt(data, salt=key, dklen=24, maxmem=64 * 1024 * 1024, **_WORK).hex()

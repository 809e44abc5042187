"""The printable recovery key: eight groups of five letters and digits that survive being written down by hand.

Crockford's base 32 has no I, L, O and U, and takes 1 and 0 for the first three. The last three characters check the
others, so that a slip of the pen is told apart from the key of another casebook.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata

from casebook.journal.errors import Locked

GROUPS, LETTERS = 8, 5
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKS_LIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_LENGTH, _CHECK = GROUPS * LETTERS, 3
_BITS = 5 * (_LENGTH - _CHECK)


def make() -> str:
    """Return a new recovery key of 185 random bits, as it is printed: `7Q2M4-...-K0XWE`."""
    secret = _text(secrets.randbits(_BITS), _LENGTH - _CHECK)
    whole = secret + _check(secret)
    return "-".join(whole[start : start + LETTERS] for start in range(0, _LENGTH, LETTERS))


def read(text: str) -> bytes:
    """Return the secret of a typed recovery key. Spaces, hyphens and case do not count. Raises Locked when mistyped."""
    typed = "".join(c for c in unicodedata.normalize("NFKC", text).upper() if c.isalnum())
    letters = typed.translate(_LOOKS_LIKE)
    if strange := next((c for c in letters if c not in _ALPHABET), ""):
        raise Locked("'{letter}' does not occur in a recovery key: compare it with your copy", letter=strange)
    if len(letters) != _LENGTH:
        raise Locked(
            "a recovery key has {length} letters and digits, not {count}: compare it with your copy",
            length=_LENGTH,
            count=len(letters),
        )
    secret = letters[:-_CHECK]
    if _check(secret) != letters[-_CHECK:]:
        raise Locked("the recovery key is mistyped somewhere: compare it with your copy, group by group")
    return secret.encode("ascii")


def _check(secret: str) -> str:
    digest = hashlib.sha256(f"casebook recovery key {secret}".encode("ascii")).digest()
    return _text(int.from_bytes(digest[:4], "big") % 32**_CHECK, _CHECK)


def _text(number: int, length: int) -> str:
    return "".join(_ALPHABET[number >> (5 * place) & 31] for place in reversed(range(length)))

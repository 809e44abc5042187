"""Who wrote to whom: addresses and message ids as real mail writes them, not as the standard wants them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casebook.mail.message import charset, words

_MARK = re.compile(rb"\\.|[\"()<>,;]", re.DOTALL)
_ANGLE = re.compile(rb"<([^<>]*)>")
_ANGLE_TEXT = re.compile(r"<([^<>]*)>")
_GAPS = re.compile(r"[\s\x00]+")
_ID_LENGTH = 998  # the longest line a mail may have (RFC 5322, 2.1.1)
_FIRST_IDS, _LAST_IDS = 1, 200


@dataclass(frozen=True, slots=True)
class Address:
    """A mail address in lower case, and the name shown with it (empty if none)."""

    email: str
    name: str = ""


def sender(raw: bytes, hint: str = "") -> Address:
    """Return the first address of a From header.

    What stands in `<...>` wins over everything else: much mail has loose commas and marks in the name before it. Where
    no address is found the whole text is the name.
    """
    for masked in (_without_quoted(raw), raw):
        for found in _ANGLE.finditer(masked):
            if email := _email(raw[found.start(1) : found.end(1)]):
                return Address(email, _name(raw[: found.start()], hint))
    first = next(iter(recipients(raw, hint)), None)
    return first or Address("", words.decode(raw, hint))


def recipients(raw: bytes, hint: str = "") -> list[Address]:
    """Return the addresses of a To or Cc header in order; what holds no address is left out."""
    found = [address for piece in _split(raw) if b"@" in piece and (address := _one(piece, hint))]
    if not found and b"=?" in raw:  # the whole list was wrapped into one encoded word
        decoded = words.decode(raw, hint).encode()
        if b"@" in decoded and decoded != raw:
            return [address for piece in _split(decoded) if (address := _one(piece, "utf-8"))]
    return found


def message_ids(raw: bytes) -> tuple[str, ...]:
    """Return the ids of a Message-ID, In-Reply-To or References header, without brackets, in order, none twice.

    Ids are read by their brackets, since commas stand between them and line folds inside them. A very long list keeps
    its first (the root of the thread) and its last 200.
    """
    if not raw:
        return ()
    if raw.isascii():  # all white space at once: none belongs into an id
        found = [each.strip("<>,;")[:_ID_LENGTH] for each in _ANGLE_TEXT.findall(_GAPS.sub("", raw.decode("ascii")))]
    else:
        found = [_id(each) for each in _ANGLE.findall(raw)]
    if not any(found):
        found = [_id(each) for each in raw.split() if b"@" in each]
    unique = list(dict.fromkeys(each for each in found if each))
    if len(unique) > _FIRST_IDS + _LAST_IDS:
        unique = unique[:_FIRST_IDS] + unique[-_LAST_IDS:]
    return tuple(unique)


def _id(raw: bytes) -> str:
    return charset.decode(b"".join(raw.split())).text.translate({0: None}).strip("<>,;")[:_ID_LENGTH]


def _split(raw: bytes) -> list[bytes]:
    """Cut a list of addresses at its commas and semicolons; one pass, linear on any input."""
    for honour_quotes in (True, False):
        pieces, start, quoted, comment, angle = list[bytes](), 0, False, 0, False
        for found in _MARK.finditer(raw):
            mark = found[0]
            if mark == b'"' and honour_quotes and not comment:
                quoted = not quoted
            elif quoted:
                continue
            elif mark == b"(":
                comment += 1
            elif mark == b")":
                comment = max(0, comment - 1)
            elif mark in {b"<", b">"}:
                angle = mark == b"<"
            elif mark in {b",", b";"} and not comment and not angle:
                pieces.append(raw[start : found.start()])
                start = found.end()
        pieces.append(raw[start:])
        if not quoted and not angle and not comment:
            break  # else a quote or bracket was never closed: once more without believing quotes
    return pieces


def _one(piece: bytes, hint: str) -> Address | None:
    masked = _without_quoted(piece)
    for found in reversed(list(_ANGLE.finditer(masked))):
        if email := _email(piece[found.start(1) : found.end(1)]):
            return Address(email, _name(piece[: found.start()], hint))
    for token in re.split(rb"[\s<>()\"']+", masked):
        if b"@" in token and (email := _email(token.rpartition(b":")[2])):
            comment = re.search(rb"\(([^()]*)\)", piece)
            return Address(email, _name(comment[1], hint) if comment else "")
    return None


def _email(raw: bytes) -> str:
    """Return an address in lower case without white space, source route and `mailto:`, or empty if it is none."""
    text = charset.decode(b"".join(raw.split())).text
    text = words.tidy(text).strip("<>\"',;").removeprefix("mailto:")
    if text.startswith("@"):  # <@relay.example:person@example.org>
        text = text.rpartition(":")[2]
    name, at, host = text.rpartition("@")
    return f"{name}@{host}".lower()[:_ID_LENGTH] if at and name and host else ""


def _name(raw: bytes, hint: str) -> str:
    text = words.decode(raw, hint).strip(" ,;\t")
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    return text.strip(' "')


def _without_quoted(raw: bytes) -> bytes:
    """Return the same number of bytes with quoted strings blanked; quotes that never close are left."""
    if b'"' not in raw:
        return raw
    masked, opened = bytearray(raw), -1
    for found in _MARK.finditer(raw):
        if found[0] != b'"':
            continue
        if opened < 0:
            opened = found.start()
        else:
            masked[opened : found.end()] = b" " * (found.end() - opened)
            opened = -1
    return bytes(masked)

"""Transfer encodings undone (base64, quoted-printable, uuencode), damaged ones as far as they can be read."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass

_LINE = re.compile(rb"[^\r\n]+")
_RUBBISH = bytes(range(256)).translate(None, b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
_PURE = re.compile(rb"[A-Za-z0-9+/]+={0,3}")
_BEGIN = re.compile(rb"(?m)^begin (?:0?[0-7]{3}) ([^\r\n]{1,250})\r?\n(?=[!-`][ -`])")
_UU = frozenset({"x-uuencode", "uuencode", "x-uue", "uue"})


@dataclass(frozen=True, slots=True)
class Uuencoded:
    """A file found written out in a text: its name as bytes, its content, and where in the text it stood."""

    name: bytes
    content: bytes
    start: int
    end: int


def decode(raw: bytes, encoding: str) -> tuple[bytes, bool]:
    """Return the bytes that a Content-Transfer-Encoding stands for, and whether all of it could be read.

    Unknown encodings are taken as they stand; a broken one gives what can be saved. Never raises.
    """
    if encoding == "base64":
        return base64(raw)
    if encoding == "quoted-printable":
        return binascii.a2b_qp(raw), True
    if encoding in _UU:
        found = uuencoded(raw)
        return (found[0].content, True) if found else (raw, False)
    return raw, encoding in {"", "7bit", "8bit", "binary"}


def base64(raw: bytes) -> tuple[bytes, bool]:
    """Return the bytes of base64 text and whether it was whole.

    Repairs what mail does to it: rubbish between, missing padding, one stray character at the end, several padded
    runs after each other, a mailing list's footer below.
    """
    packed = raw.translate(None, b" \t\r\n")
    try:
        return binascii.a2b_base64(packed, strict_mode=True), True
    except binascii.Error:
        pass
    whole, runs, run = True, list[bytes](), bytearray()
    for found in _LINE.finditer(raw):
        line = found[0].strip()
        if not _PURE.fullmatch(line):
            whole = False
            if (runs and not run) or _prose(line):
                continue
        elif runs and not run and len(line) % 4:
            continue  # a word of a footer
        run += line.translate(None, _RUBBISH)
        if line.endswith(b"="):
            runs.append(bytes(run))
            run.clear()
    runs.append(bytes(run))
    return b"".join(map(_one_run, runs)), whole and all(len(each) % 4 != 1 for each in runs)


def uuencoded(text: bytes) -> list[Uuencoded]:
    """Return the uuencoded files written out in a text, in order; a block without `end` is none."""
    found, start = list[Uuencoded](), 0
    while (begin := _BEGIN.search(text, start)) is not None:
        content, position, ended = bytearray(), begin.end(), False
        for line in _LINE.finditer(text, position):
            position = line.end()
            if line[0].rstrip() == b"end":
                ended = True
                break
            if not _uu_line(line[0], content):
                break
        start = max(position, begin.end())
        if ended:
            found.append(Uuencoded(begin[1].strip(), bytes(content), begin.start(), position))
    return found


def _one_run(run: bytes) -> bytes:
    if len(run) % 4 == 1:
        run = run[:-1]
    return binascii.a2b_base64(run + b"=" * (-len(run) % 4))


def _prose(line: bytes) -> bool:
    """Return whether a line is words rather than damaged base64."""
    words = line.split()
    return len(words) > 1 and max(map(len, words)) < 40


def _uu_line(line: bytes, content: bytearray) -> bool:
    line = line.rstrip(b"\r\n")
    try:
        content += binascii.a2b_uu(line)
    except binascii.Error:
        wanted = (((line[0] - 32) & 63) * 4 + 5) // 3  # some encoders write rubbish behind the last group
        try:
            content += binascii.a2b_uu(line[:wanted])
        except binascii.Error:
            return False
    return True

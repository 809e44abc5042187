"""Header text: folded lines, RFC 2047 encoded words and raw 8-bit bytes, turned into one line of text."""

from __future__ import annotations

import binascii
import re

from casebook.mail.message import charset, transfer

_FOLD = re.compile(rb"[\r\n]+(?=[ \t])")
_WORD = re.compile(rb"=\?([^?]{0,80})\?([bBqQ])\?")
_SEVEN_BIT = re.compile(rb"[\x00\x1b]|~\{")  # what may hide another charset in bytes below 128
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]+")
_BREAK = re.compile("[\t\n\r\x85\u2028\u2029]")


def decode(raw: bytes, hint: str = "") -> str:
    """Return the text of a header value. `hint` is a charset to try on raw 8-bit bytes. Never raises.

    Neighbouring encoded words of one charset are joined before they are decoded, because senders split characters
    between them; words glued to other text, with spaces or line breaks inside, or with a language are accepted.
    """
    if b"\n" in raw or b"\r" in raw:
        raw = _FOLD.sub(b"", raw)
    raw = raw.strip()
    if b"=?" not in raw:
        if raw.isascii() and not _SEVEN_BIT.search(raw) and (b"+" not in raw or charset.codec(hint) != "utf-7"):
            return tidy(raw.decode("ascii"))
        return tidy(charset.decode(raw, hint).text)
    pieces, run = list[str](), _Run()
    position = 0
    while (start := _WORD.search(raw, position)) is not None:
        end = raw.find(b"?=", start.end())
        if end < 0:  # none of the words that follow can end either
            break
        between, label = raw[position : start.start()], start[1].decode("ascii", "replace")
        if between.strip() or not run.words:
            pieces += (run.text(), charset.decode(between, hint or label).text)
        elif not run.takes(label):
            pieces.append(run.text())
        run.add(label, start[2], raw[start.end() : end])
        position = end + 2
    pieces += (run.text(), charset.decode(raw[position:], hint).text)
    return tidy("".join(pieces))


def tidy(text: str) -> str:
    """Return text on one line: control characters dropped, line breaks and tabs as spaces, ends trimmed."""
    return (text if text.isprintable() else _CONTROL.sub("", _BREAK.sub(" ", text))).strip()


class _Run:
    """Encoded words next to each other in one charset."""

    def __init__(self) -> None:
        self.label = ""
        self.words = list[tuple[bytes, bytes]]()

    def takes(self, label: str) -> bool:
        return label.partition("*")[0].lower() == self.label.partition("*")[0].lower()

    def add(self, label: str, encoding: bytes, payload: bytes) -> None:
        self.label = label
        self.words.append((encoding.lower(), payload))

    def text(self) -> str:
        """Return the text of the words and forget them."""
        joined, packed = list[bytes](), b""
        for encoding, payload in self.words:
            if encoding == b"q":
                joined.append(transfer.base64(packed)[0])
                joined.append(binascii.a2b_qp(payload, header=True))
                packed = b""
                continue
            packed += b"".join(payload.split())
            if len(packed) % 4 == 0 or packed.endswith(b"="):  # else cut in the middle of a group
                joined.append(transfer.base64(packed)[0])
                packed = b""
        joined.append(transfer.base64(packed)[0])
        self.words.clear()
        return charset.decode(b"".join(joined), self.label).text

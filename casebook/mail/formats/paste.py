"""Messages that are in no file: the source of one as it was copied, and bytes that another program handed over."""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Iterator

from casebook.mail.formats import archive, labels, reasons, single
from casebook.mail.formats.found import Failure, Found
from casebook.mail.formats.single import Form
from casebook.mail.message import headers

_LONGEST_LEAD = 8_000
_START = re.compile(
    r"(?m)^[ \t>]{0,8}(?:Delivered-To|Return-Path|Received|X-Received|ARC-Seal|DKIM-Signature|Authentication-Results|"
    r"MIME-Version|Message-ID|Date|From|To|Subject|X-Gm-Message-State|From - |X-Mozilla-Status)[ \t]?:[ \t]"
)
# Web pages that show a source have a table above it whose lines look like headers; these stand in a source only.
_ONLY_IN_SOURCE = frozenset({"received", "message-id", "mime-version", "delivered-to", "return-path", "x-received"})
_FENCE = re.compile(r"\A\s*```[a-z]*\n(.*?)\n```\s*\Z", re.DOTALL)
_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200e\u200f\u2060"))


def source(text: str) -> bytes:
    """Return the bytes of a message from its source as it was copied: what stands before the headers, an indent, a
    fence of a chat and invisible marks are no part of it.
    """
    head = text[:_LONGEST_LEAD].translate(_INVISIBLE).replace("\u2028", "\n").replace("\xa0", " ")
    text = head + text[_LONGEST_LEAD:]
    if fenced := _FENCE.match(text):
        text = fenced[1]
    text = text[_beginning(text) :]
    first = text.partition("\n")[0]
    if first[:1] in {" ", "\t"}:
        text = textwrap.dedent(text)
    elif first.startswith(">"):  # quoted in another mail
        text = re.sub(r"(?m)^> ?", "", text)
    return text.encode("utf-8", "surrogateescape")


def is_source(content: bytes) -> bool:
    """Return whether bytes hold one mail or several, in a form that is read."""
    return single.form(content[: single.SNIFF], "") is not Form.OTHER


def read(raw: bytes) -> Iterator[Found | Failure]:
    """Yield the messages in bytes that came through a pipe: as they are, else the source that stands in the text."""
    name = "standard input"
    if is_source(raw):
        yield from messages(raw, name)
    else:
        yield from messages(source(raw.decode("utf-8", "surrogateescape")), name)


def messages(content: bytes, name: str, before: int = 0) -> Iterator[Found | Failure]:
    """Yield the messages in bytes that were pasted or dropped, in whichever form they are. Never raises."""
    kind, position = single.form(content[: single.SNIFF], name), before + len(content)
    if not content.strip():
        yield Failure(name, reasons.NOTHING_PASTED)
    elif kind is Form.OTHER:
        reason = single.why_not(content)
        yield Failure(name, reasons.PASTED_NO_MAIL if reason == reasons.NOT_A_MAIL else reason)
    elif kind in archive.FORMS:
        yield from archive.read(kind, io.BytesIO(content), name, len(content), before)
    else:
        yield from single.messages(kind, content, name, position, labels.Place())


def _beginning(text: str) -> int:
    """Return where the headers begin: at the first block of header lines that a source has and a web page has not."""
    first = -1
    for found in _START.finditer(text[:_LONGEST_LEAD]):
        before = text[: found.start()].rstrip(" \t>")
        if before and not before.endswith(("\n\n", "\n\r\n", "\r\r")) and not _after_label(before):
            continue
        first = found.start() if first < 0 else first
        block = re.sub(r"(?m)^[ \t>]{0,8}(?=\S+[ \t]?:)", "", text[found.start() : found.start() + 20_000]).encode(
            "utf-8", "surrogateescape"
        )
        if headers.read(block, 0, len(block))[0].names() & _ONLY_IN_SOURCE:
            return found.start()
    envelope = re.match(r"\s{0,20}(?=From \S)", text)
    if envelope:
        return envelope.end()
    return max(first, 0)


def _after_label(before: str) -> bool:
    """Return whether the line before is a button or heading of a page (`Copy to clipboard`), not a header."""
    line = before.rstrip("\r\n").rpartition("\n")[2]
    return ":" not in line and len(line) < 120 and not line[:1].isspace()

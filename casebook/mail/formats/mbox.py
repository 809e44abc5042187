"""Where each message of an mbox file begins and ends, in every dialect, without reading the file into memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from mmap import mmap

Buffer = bytes | bytearray | mmap

_LONGEST_LINE = 1_000
_USUAL_BLOCK = 4_096
_HEADER_BLOCK = 32_768  # an unbounded search for the other line end would take the square of the file's size
_DATED = re.compile(
    rb"From .{0,500}?(?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b(?=.{0,60}?\b\d\d?:\d\d)(?=.{0,60}?\b(?:19|20)\d\d\b)"
    rb"|\b(?:19|20)\d\d-\d\d-\d\d[T ]\d\d?:\d\d)"
)
_DATELESS = re.compile(rb"From (?:-|\S{1,400}@\S{1,400}) *\r?\n?\Z")
_HEADER = re.compile(rb"[!-9;-~\x80-\xff]{1,200}[ \t]*:|>From |From ")
_LENGTH = re.compile(rb"(?im)^content-length:[ \t]*(\d{1,12})[ \t]*\r?$")


@dataclass(frozen=True, slots=True)
class Slot:
    """One message: its `From ` line, and the range of its bytes without that line and the empty line behind."""

    envelope: bytes
    start: int
    end: int


def is_mbox(start: bytes) -> bool:
    """Return whether a file that begins with these bytes is an mbox."""
    return separator(start, first(start), len(start)) is not None


def split(buffer: Buffer) -> Iterator[Slot]:
    """Yield the messages of an mbox in order; nothing if it does not begin with a `From ` line.

    A separator is a dated `From ` line, or one with only an address or a dash (Thunderbird, Takeout), followed by a
    header line; a dated one behind an empty line may also open a message without headers. Content-Length is believed
    only where a separator or the end of the file stands exactly where it points (mboxcl2 quotes nothing).
    """
    size, position = len(buffer), first(buffer)
    line_end = separator(buffer, position, size)
    while line_end is not None:
        after, line = following(buffer, line_end, size)
        end = after if after is not None else size
        yield Slot(
            bytes(buffer[position:line_end]).rstrip(b"\r\n"), line_end, without_empty_line(buffer, line_end, end)
        )
        if after is None:
            return
        position, line_end = after, line


def first(buffer: Buffer) -> int:
    """Return where the first line with anything on it begins."""
    head = bytes(buffer[:_LONGEST_LINE])
    position = 3 if head.startswith(b"\xef\xbb\xbf") else 0
    return position + len(head) - position - len(head[position:].lstrip(b"\r\n"))


def following(buffer: Buffer, start: int, size: int) -> tuple[int | None, int]:
    """Return where the next separator after a message's first byte stands and where its line ends."""
    if (after := _by_length(buffer, start, size)) is not None:
        if after == size:
            return None, size
        line_end = separator(buffer, after, size)
        if line_end is not None:
            return after, line_end
    found = start - 1 if buffer[start : start + 5] == b"From " else buffer.find(b"\nFrom ", start, size)
    while found >= 0:
        line_end = separator(buffer, found + 1, size)
        if line_end is not None:
            return found + 1, line_end
        found = buffer.find(b"\nFrom ", found + 1, size)
    return None, size


def separator(buffer: Buffer, position: int, size: int) -> int | None:
    """Return the end of the separator line at this place, or None if none stands there."""
    if buffer[position : position + 5] != b"From ":
        return None
    newline = buffer.find(b"\n", position, min(size, position + _LONGEST_LINE))
    end = newline + 1 if newline >= 0 else size
    if newline < 0 and size - position > _LONGEST_LINE:
        return None
    line = bytes(buffer[position:end])
    dated = _DATED.match(line)
    if not dated and not _DATELESS.match(line):
        return None
    if _HEADER.match(bytes(buffer[end : end + 300])):
        return end
    before = bytes(buffer[max(0, position - 4) : position])
    alone = not before.strip(b"\xef\xbb\xbf\r\n") and (position < 4 or before.endswith((b"\n\n", b"\r\n\r\n")))
    return end if dated and (alone or before.endswith((b"\n\n", b"\n\r\n"))) else None


def stated_end(buffer: Buffer, start: int, size: int) -> int | None:
    """Return where the message ends by its Content-Length, None if it has none."""
    limit = min(size, start + _HEADER_BLOCK)
    usual = min(limit, start + _USUAL_BLOCK)
    blank = _blank(buffer, start, usual)
    if blank < 0 and buffer.find(b"\nFrom ", start, usual) < 0:
        blank = _blank(buffer, start, limit)
    head = bytes(buffer[start : blank + 1])
    # No header block reaches over a separator.
    if blank < 0 or b"content-length:" not in head.lower() or b"\nFrom " in head:
        return None
    found = _LENGTH.search(head)
    return start + len(head) + (2 if buffer[blank + 1] == 13 else 1) + int(found[1]) if found else None


def _blank(buffer: Buffer, start: int, limit: int) -> int:
    """Return the line end before the first empty line, -1 if there is none."""
    found = buffer.find(b"\n\n", start, limit)
    other = buffer.find(b"\n\r\n", start, found if found >= 0 else limit)
    return other if other >= 0 else found


def _by_length(buffer: Buffer, start: int, size: int) -> int | None:
    """Return where the message ends by its Content-Length: at a separator or the end of the file, else None."""
    end = stated_end(buffer, start, size)
    if end is None:
        return None
    for lead in (b"", b"\n", b"\r\n"):
        after = end + len(lead)
        if after > size or buffer[end:after] != lead:
            continue
        if after == size or (buffer[after - 1 : after] == b"\n" and separator(buffer, after, size) is not None):
            return after
    return None


def without_empty_line(buffer: Buffer, start: int, end: int) -> int:
    """Return the end of a message without the empty line that the format puts behind it."""
    tail = bytes(buffer[max(start, end - 4) : end])
    if tail.endswith(b"\r\n\r\n"):
        return end - 2
    return end - 1 if tail.endswith(b"\n\n") else end

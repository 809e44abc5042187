"""The parts of a MIME message as ranges of its bytes: nothing is copied or written anew, so a part stays what was sent.

The standard library's tree is not used because it matches every line against every open boundary (150 levels over
600 kB take 5 s) and writes an attached message anew instead of giving back its bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from casebook.mail.message import headers as header_block
from casebook.mail.message import transfer
from casebook.mail.message.headers import Headers, Value

MAX_DEPTH = 60
MAX_PARTS = 5_000
_MAX_LOOKS = 200_000
_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,80}/[a-z0-9!#$&^_.+-]{1,100}")
_IDENTITY = frozenset({"", "7bit", "8bit", "binary"})


@dataclass(slots=True, eq=False)
class Part:
    """One part: its headers and the range of its body in the raw message. `children` is filled for a multipart."""

    raw: bytes = field(repr=False)
    headers: Headers
    start: int
    end: int
    type: str
    value: Value
    disposition: Value
    children: list[Part] = field(default_factory=list)

    @property
    def main(self) -> str:
        """`text` of `text/plain`."""
        return self.type.partition("/")[0]

    @property
    def encoding(self) -> str:
        """The transfer encoding in lower case."""
        return self.headers.token("content-transfer-encoding")

    @property
    def label(self) -> str:
        """The charset this part says it has."""
        return self.value.raw("charset").decode("latin-1")

    def body(self) -> bytes:
        """Return the body as it stands in the message."""
        return self.raw[self.start : self.end]

    def content(self) -> tuple[bytes, bool]:
        """Return the decoded body, and whether all of it could be read."""
        if self.children or self.main in {"multipart", "message"}:  # these are sent as they are (RFC 2045, 6.4)
            decoded, whole = transfer.decode(self.body(), self.encoding)
            plain = self.encoding in _IDENTITY or not header_block.read(decoded, 0, len(decoded), lenient=True)[0]
            return (self.body(), True) if plain else (decoded, whole)
        return transfer.decode(self.body(), self.encoding)

    def file_name(self, hint: str = "") -> str:
        """Return the file name as sent, empty if none was given."""
        return self.disposition.text("filename", hint) or self.value.text("name", hint)

    def walk(self) -> Iterator[Part]:
        """Yield this part and everything below it, in the order of the message."""
        todo = [self]
        while todo:
            part = todo.pop()
            yield part
            todo.extend(reversed(part.children))


def read(raw: bytes, start: int = 0, end: int | None = None) -> Part:
    """Return the tree of the message in `raw[start:end]`. Never raises; a multipart in which no part can be found
    becomes plain text, what lies deeper than 60 levels or beyond 5,000 parts one part that is not taken apart.
    """
    end = len(raw) if end is None else end
    headers, body = header_block.read(raw, start, end, lenient=True)
    return _Reader(raw).part(headers, body, end, "text/plain", 0)


class _Reader:
    """Reads one message; counts what it has done, so that no message can keep it busy."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._parts = 0
        self._looks = 0

    def part(self, headers: Headers, start: int, end: int, default: str, depth: int) -> Part:
        self._parts += 1
        value = header_block.parameters(headers.get("content-type"))
        disposition = header_block.parameters(headers.get("content-disposition"))
        kind = value.main
        if not _TYPE.fullmatch(kind):  # missing, or nonsense
            kind = "application/octet-stream" if kind[:4] not in {"", "text"} and disposition.main else default
        part = Part(self._raw, headers, start, end, kind, value, disposition)
        if kind.startswith("multipart/"):
            if depth >= MAX_DEPTH or self._parts >= MAX_PARTS:
                part.type = "application/octet-stream"
            else:
                if boundary := value.raw("boundary").rstrip():
                    self._children(part, boundary, depth)
                part.type = kind if part.children else "text/plain"
        return part

    def _children(self, part: Part, boundary: bytes, depth: int) -> None:
        default = "message/rfc822" if part.type == "multipart/digest" else "text/plain"
        for start, end in self._ranges(boundary, part.start, part.end):
            if self._parts >= MAX_PARTS:
                rest = Part(
                    self._raw, Headers(()), start, part.end, "application/octet-stream", Value("", {}), Value("", {})
                )
                part.children.append(rest)
                return
            headers, body = header_block.read(self._raw, start, end)
            part.children.append(self.part(headers, body, end, default, depth + 1))

    def _ranges(self, boundary: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where each part stands between its delimiter lines; a part that is never closed goes to the end."""
        opened = -1
        for line, after, closing in self._delimiters(boundary, start, end):
            if opened >= 0:
                yield opened, max(opened, line)
            opened = -1 if closing else after
        if opened >= 0:
            yield opened, end

    def _delimiters(self, boundary: bytes, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """Yield each delimiter line: where the line break before it begins, where it ends, whether it is the last."""
        raw, needle = self._raw, b"--" + boundary
        position = raw.find(needle, start, end)
        while position >= 0 and self._looks < _MAX_LOOKS:
            self._looks += 1
            stop = position + len(needle)
            if position == start or raw[position - 1] in b"\r\n":
                newline = raw.find(b"\n", stop, min(end, stop + 1000))
                after = newline + 1 if newline >= 0 else end
                rest = raw[stop : newline if newline >= 0 else min(end, stop + 1000)].strip()
                if not rest or rest.startswith(b"--"):
                    line = position
                    if line > start:
                        line -= 2 if raw[line - 2 : line] == b"\r\n" and line - 2 >= start else 1
                    yield line, after, bool(rest)
                    position = raw.find(needle, after, end)
                    continue
            # Only at the start of a line: look for the next line break in the same search.
            found = raw.find(b"\n" + needle, stop, end)
            position = found + 1 if found >= 0 else -1

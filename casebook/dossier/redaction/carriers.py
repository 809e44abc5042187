"""What a file carries within: the hash of every part of a mail, an archive or a PDF, however deep.

A sealed original must not go out inside of another file. What was changed on the way (a picture scaled by a mail
program, a document printed anew) is not the same bytes, and is not found.
"""

from __future__ import annotations

import binascii
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes
from email.message import Message
from typing import cast

_DEPTH = 8
_BYTES = 1_000_000_000
"""What may be unpacked out of one file: beyond it lies no evidence, but a trap."""
_STREAM = re.compile(rb"stream\r?\n")
_HEADER = re.compile(rb"\A(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")


def carried(content: bytes) -> frozenset[str]:
    """Return the SHA-256 of everything that lies within these bytes; they themselves are not among it. Never raises."""
    return frozenset(_Walk().hashes(content, 0))


class _Walk:
    def __init__(self) -> None:
        self._left = _BYTES

    def hashes(self, content: bytes, depth: int) -> Iterator[str]:
        if depth >= _DEPTH:
            return
        for part in self._parts(content):
            if len(part) > self._left:
                return
            self._left -= len(part)
            yield hashlib.sha256(part).hexdigest()
            yield from self.hashes(part, depth + 1)

    def _parts(self, content: bytes) -> Iterator[bytes]:
        if content[:4] == b"PK\x03\x04":
            yield from self._members(content)
        elif b"%PDF-" in content[:1024]:
            yield from self._streams(content)
        elif content[:2] == b"\x1f\x8b":
            yield from self._inflated(content, 0, zlib.MAX_WBITS | 16)
        elif _HEADER.match(content[:65536].replace(b"\r\n", b"\n")):
            yield from _mail_parts(content)

    def _members(self, content: bytes) -> Iterator[bytes]:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for entry in archive.infolist():
                    if entry.file_size <= self._left and not entry.is_dir():
                        with archive.open(entry) as member:
                            yield member.read(self._left)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
            return

    def _streams(self, content: bytes) -> Iterator[bytes]:
        """Yield every stream of a PDF, as it stands (a photograph is stored so) and inflated (an attached file is)."""
        for found in _STREAM.finditer(content):
            start, end = found.end(), content.find(b"endstream", found.end())
            if end < 0 or content[max(0, found.start() - 3) : found.start()] == b"end":
                continue
            stands = content[start:end]
            yield stands
            yield stands.removesuffix(b"\n").removesuffix(b"\r")
            yield from self._inflated(content, start, zlib.MAX_WBITS)

    def _inflated(self, content: bytes, start: int, bits: int) -> Iterator[bytes]:
        engine = zlib.decompressobj(bits)
        try:
            yield engine.decompress(memoryview(content)[start:], self._left)
        except zlib.error:
            return


def _mail_parts(content: bytes) -> Iterator[bytes]:
    """Yield every part of a message with its transfer encoding undone, and attached messages as they stand."""
    try:
        parts = list(message_from_bytes(content).walk())
    except Exception:  # the parser is not ours, and a mail may be anything
        return
    for part in parts:
        if part.is_multipart():
            continue
        try:
            payload = cast("bytes | None", part.get_payload(decode=True))
        except Exception:  # a broken encoding: then nothing of it can be read here
            payload = None
        if payload:
            yield payload
            yield payload.replace(b"\r\n", b"\n")
    yield from _attached(content, parts)


def _attached(content: bytes, parts: list[Message]) -> Iterator[bytes]:
    """Yield the bytes between the boundaries of a message without their headers: an attached mail, a plain text."""
    for boundary in {str(part.get_boundary()) for part in parts if part.is_multipart() and part.get_boundary()}:
        mark = b"--" + boundary.encode("utf-8", "surrogateescape")
        for piece in content.split(mark)[1:]:
            line, _, rest = piece.partition(b"\n")
            if line.strip() in (b"", b"--"):
                head = re.search(rb"\r?\n\r?\n", b"\n" + rest)
                body = (b"\n" + rest)[head.end() :] if head else rest
                yield body.removesuffix(b"\n").removesuffix(b"\r")
                with suppress(binascii.Error, ValueError):  # a message that was sent encoded, against the rules
                    yield binascii.a2b_base64(body)

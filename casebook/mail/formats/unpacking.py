"""Packed bytes as a stream that is never believed: it is counted, and refused when it swells like no mail does."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from typing import BinaryIO
from zipfile import ZipInfo

from casebook.mail.message import charset, names

MOST_FILES = 300_000
_MOST_SWELLING = 200  # deflated mail swells three to tenfold, base64 of nothing but zeros about hundredfold
_NO_QUESTION = 16 * 1024 * 1024
_END, _END64 = b"PK\x05\x06", b"PK\x06\x06"
_UTF8_NAME = 0x800


class Bomb(Exception):
    """Packed bytes that unpack to far more than mail does."""


class Budget:
    """How much one file may unpack to, all that is in it together."""

    def __init__(self, packed: int) -> None:
        self._left = allowance(packed)

    def spend(self, count: int) -> None:
        """Count unpacked bytes. Raises Bomb."""
        self._left -= count
        if self._left < 0:
            raise Bomb


def allowance(packed: int) -> int:
    """Return what so many packed bytes may unpack to."""
    return _NO_QUESTION + _MOST_SWELLING * packed


class Stream:
    """A file inside an archive, read from front to back. Raises Bomb when it grows beyond what it may."""

    def __init__(self, file: BinaryIO, budget: Budget, packed: int | Callable[[], int]) -> None:
        self._file = file
        self._budget = budget
        self._packed = packed
        self._start = b""
        self._count = 0

    def peek(self, size: int) -> bytes:
        """Return the first bytes; they stay to be read."""
        pieces = [self._start]
        while (got := sum(map(len, pieces))) < size and (piece := self._next(size - got)):
            pieces.append(piece)
        self._start = b"".join(pieces)
        return self._start

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, empty at the end; with a negative size all that is left."""
        if size < 0:
            return self.all(1 << 62)
        if self._start:
            piece, self._start = self._start[:size], self._start[size:]
            return piece
        return self._next(size)

    def all(self, most: int) -> bytes:
        """Return what is left, as far as it fits into `most` bytes."""
        pieces, got = list[bytes](), 0
        while got < most and (piece := self.read(min(most - got, 1 << 20))):
            pieces.append(piece)
            got += len(piece)
        return b"".join(pieces)

    def _next(self, size: int) -> bytes:
        piece = self._file.read(size)
        self._count += len(piece)
        self._budget.spend(len(piece))
        packed = self._packed if isinstance(self._packed, int) else self._packed()
        if self._count > allowance(packed):
            raise Bomb
        return piece


def files_in_zip(file: BinaryIO, size: int) -> int:
    """Return how many files a ZIP says it has, without reading their list."""
    tail_size = min(size, 66_000)
    file.seek(size - tail_size)
    tail = file.read(tail_size)
    file.seek(0)
    place, place64 = tail.rfind(_END), tail.rfind(_END64)
    if place64 >= 0 and len(tail) >= place64 + 40:
        return int(struct.unpack_from("<Q", tail, place64 + 32)[0])
    return int(struct.unpack_from("<H", tail, place + 10)[0]) if 0 <= place <= len(tail) - 12 else 0


def overlapping(infos: list[ZipInfo]) -> bool:
    """Return whether files of a ZIP (in the order they lie in it) share bytes: that is how a bomb is made small."""
    ends = (info.header_offset + info.compress_size for info in infos)
    return any(after.header_offset < end for end, after in zip(ends, infos[1:], strict=False))


def name_in_zip(info: ZipInfo) -> str:
    """Return the name of a file in a ZIP; where it does not say UTF-8 it is in the charset of who packed it."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return charset.decode(info.orig_filename.encode("cp437")).text
    except UnicodeEncodeError:
        return info.filename


def parts(name: str) -> list[str]:
    """Return the folders and the file of a name in an archive, without what leads out of it."""
    found = (names.clean(part) for part in re.split(r"[/\\]+", name))
    return [part for part in found if part]

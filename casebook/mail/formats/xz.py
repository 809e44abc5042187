"""An xz stream read within a fixed amount of memory, whatever size of dictionary it asks for."""

from __future__ import annotations

import lzma
from typing import BinaryIO

_MEMORY = 96 * 1024 * 1024
_CHUNK = 65_536


class XzFile:
    """The unpacked bytes of an xz stream, from front to back."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._unpack = lzma.LZMADecompressor(memlimit=_MEMORY)

    def read(self, size: int) -> bytes:
        """Return the next bytes, empty at the end. Raises LZMAError, and EOFError for a stream that is cut short."""
        while not self._unpack.eof:
            packed = self._file.read(_CHUNK) if self._unpack.needs_input else b""
            if not packed and self._unpack.needs_input:
                raise EOFError("the stream is cut short")
            if piece := self._unpack.decompress(packed, size):
                return piece
            if not self._unpack.eof:
                continue
        rest = self._unpack.unused_data or self._file.read(_CHUNK)
        if not rest.strip(b"\0"):
            return b""
        self._unpack = lzma.LZMADecompressor(memlimit=_MEMORY)  # another stream may follow (`cat a.xz b.xz`)
        return self._unpack.decompress(rest, size) or self.read(size)

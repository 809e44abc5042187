"""An mbox as a stream, of a file or out of an archive: split within a window, however large it is.

A mapped file would be a little faster, and would end the program when another one shortens the file meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from casebook.mail.formats import mbox
from casebook.mail.formats.found import LARGEST_MESSAGE

_WINDOW = 1024 * 1024
_MARGIN = 65_536  # a separator and the header behind it are judged with so much before one's eyes
_FARTHEST = 64 * 1024 * 1024

Read = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Message:
    """One message and its `From ` line; `raw` is None for one that is too large to be a message."""

    envelope: bytes
    raw: bytes | None
    end: int
    """Where in the stream it ends."""


def split(read: Read, window_size: int = _WINDOW, margin: int = _MARGIN) -> Iterator[Message]:
    """Yield the messages of an mbox in order, as `mbox.split` does on a file, in memory of a few messages' size."""
    window = _Window(read, window_size, margin)
    position = mbox.first(window.data)
    line_end = mbox.separator(window.data, position, len(window.data))
    while line_end is not None:
        envelope = bytes(window.data[position:line_end]).rstrip(b"\r\n")
        start = line_end - window.keep(position)
        following, line = window.following(start)
        if following is None and not window.ended:
            following, line = window.pass_over()
            yield Message(envelope, None, window.dropped + line)
        else:
            end = following if following is not None else len(window.data)
            raw = window.cut(start, mbox.without_empty_line(window.data, start, end))
            yield Message(envelope, raw, window.dropped + end)
        if following is None:
            return
        position, line_end = following, line


class _Window:
    """The bytes before one's eyes: what is done with is dropped only when more is needed."""

    def __init__(self, read: Read, size: int, margin: int) -> None:
        self._read = read
        self._size = max(size, margin)
        self._margin = margin
        self.ended = False
        self.dropped = 0
        self.data = bytearray()
        self._more(self._size)

    def keep(self, position: int) -> int:
        """Drop what stands well before a place, if little is left behind it; return by how much places have moved."""
        little_left = not self.ended and len(self.data) - position <= self._size // 2
        if not little_left and position <= self._size:
            return 0
        drop = max(0, position - 4)  # the line end before a separator is looked at
        self._drop(drop)
        if little_left:
            self._more(self._size)
        return drop

    def following(self, start: int) -> tuple[int | None, int]:
        """Return the next separator, with as much in the window as it takes to be sure; None if there is none."""
        while True:
            size = len(self.data)
            if self.ended:
                return mbox.following(self.data, start, size)
            stated = mbox.stated_end(self.data, start, size) if size - start > self._margin else None
            in_view = stated is None or stated + self._margin < size or stated - start > _FARTHEST
            if in_view and size - start > self._margin:
                found, line = mbox.following(self.data, start, size)
                if found is not None and found + self._margin < size:
                    return found, line
            if size - start > LARGEST_MESSAGE:
                return None, size
            self._more(max(self._size, size - start))

    def pass_over(self) -> tuple[int | None, int]:
        """Look for the next separator behind a message that is too large, keeping nothing of it."""
        while True:
            self._drop(max(0, len(self.data) - self._margin))
            self._more(self._size)
            size = len(self.data)
            found, line = mbox.following(self.data, 4, size)
            if found is not None or self.ended:
                return found, line

    def cut(self, start: int, end: int) -> bytes:
        """Return a copy of a range of the window."""
        with memoryview(self.data) as view:
            return bytes(view[start:end])

    def _drop(self, count: int) -> None:
        del self.data[:count]
        self.dropped += count

    def _more(self, size: int) -> None:
        wanted = len(self.data) + size
        while (missing := wanted - len(self.data)) > 0:
            piece = self._read(min(missing, 1 << 20))
            if not piece:
                self.ended = True
                break
            self.data += piece

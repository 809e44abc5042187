"""A JSON file read piece by piece: any size in little memory, and where each value stands in the file's bytes."""

from __future__ import annotations

import json
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import Any, BinaryIO

_CHUNK = 1 << 20
_LARGEST_VALUE = 64 << 20
"""Characters of one value (a message): no chat program lets one be that long."""
_DEEPEST = 40
"""How deep values that nobody wants are walked through; below that they are read whole."""
_SPACE = re.compile(r"[ \t\r\n]*")
_STRUCTURE = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]]|"', re.DOTALL)
_DEPTH = {"{": 1, "[": 1, "}": -1, "]": -1}
_NEAR_END = 32  # an error this close to the end of what was read may only mean that there is more


class BrokenJson(ValueError):
    """The file is no JSON from some place on. `at` is that place, in bytes."""

    def __init__(self, at: int) -> None:
        super().__init__(f"no JSON at byte {at}")
        self.at = at


class JsonStream:
    """Walks through a JSON document in the order in which it is written.

    The loop over `members` or `items` must take each value once: by `value`, `skip`, or a loop of its own.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decoder = getincrementaldecoder("utf-8")("surrogateescape")
        self._read_json = json.JSONDecoder().raw_decode
        self._text = ""
        self._at = 0
        self._marked, self._bytes = 0, 0
        self._ended = False
        self._fill()
        if self._text.startswith("\ufeff"):
            self._at = 1

    @property
    def position(self) -> int:
        """How many bytes of the file lie before what comes next."""
        self._bytes += len(self._text[self._marked : self._at].encode("utf-8", "surrogateescape"))
        self._marked = self._at
        return self._bytes

    def peek(self) -> str:
        """Return the next character that is no white space, empty at the end; it is not taken."""
        while True:
            self._at = _SPACE.match(self._text, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._text) or self._ended:
                return self._text[self._at : self._at + 1]
            self._fill()

    def members(self) -> Iterator[str]:
        """Yield the names of an object's members, each before its value. Raises BrokenJson."""
        self._expect("{")
        if self.peek() == "}":
            self._at += 1
            return
        while True:
            if self.peek() != '"':
                raise BrokenJson(self.position)
            name = str(self.value())
            self._expect(":")
            yield name
            if self._more("}"):
                return

    def items(self) -> Iterator[int]:
        """Yield the byte at which each item of an array begins, before the item is taken. Raises BrokenJson."""
        self._expect("[")
        if self.peek() == "]":
            self._at += 1
            return
        while True:
            self.peek()
            yield self.position
            if self._more("]"):
                return

    def value(self) -> Any:
        """Take the next value, read. One that is no JSON but has an end is taken too, as None. Raises BrokenJson."""
        if not self.peek():
            raise BrokenJson(self.position)
        while True:
            try:
                found, end = self._read_json(self._text, self._at)
            except RecursionError:
                return self._pass_over()
            except json.JSONDecodeError as error:
                cut = error.msg.startswith("Unterminated string") or error.pos >= len(self._text) - _NEAR_END
                if self._ended or not cut:
                    return self._pass_over()
            except ValueError:  # a number of ten thousand digits
                return self._pass_over()
            else:
                if end < len(self._text) or self._ended:
                    self._at = end
                    return found
            if len(self._text) - self._at > _LARGEST_VALUE:
                raise BrokenJson(self.position)
            self._fill()

    def skip(self, depth: int = 0) -> None:
        """Take the next value without keeping it, however large it is. Raises BrokenJson."""
        start = self.peek() if depth < _DEEPEST else ""
        if start == "{":
            for _name in self.members():
                self.skip(depth + 1)
        elif start == "[":
            for _at in self.items():
                self.value()
        else:
            self.value()

    def _pass_over(self) -> None:
        """Take a value that cannot be read by the brackets around it."""
        if self.peek() not in ("{", "["):
            raise BrokenJson(self.position)
        depth = behind = 0
        while True:
            read = len(self._text) - self._at
            for found in _STRUCTURE.finditer(self._text, self._at + behind):
                if found[0] == '"':  # a text that ends in what is not read yet
                    read = found.start() - self._at
                    break
                depth += _DEPTH.get(found[0], 0)
                if depth <= 0:
                    self._at = found.end()
                    return
            if self._ended or len(self._text) - self._at > _LARGEST_VALUE:
                raise BrokenJson(self.position)
            behind = read
            self._fill()

    def _more(self, end: str) -> bool:
        """Take what stands between two values; return whether it was the end."""
        found = self.peek()
        if found not in (",", end) or not found:
            raise BrokenJson(self.position)
        self._at += 1
        return found == end

    def _expect(self, sign: str) -> None:
        if self.peek() != sign:
            raise BrokenJson(self.position)
        self._at += 1

    def _fill(self) -> None:
        """Read on, twice as much each time while one value fills what was read."""
        kept = len(self._text) - self._at
        chunk = self._file.read(max(_CHUNK, kept))
        self._ended = not chunk
        position = self.position
        self._text = self._text[self._at :] + self._decoder.decode(chunk, final=not chunk)
        self._at = self._marked = 0
        self._bytes = position

"""The process that reads messages for an import: packed batches in, packed answers out, until its input ends."""

from __future__ import annotations

import pickle
import struct
import sys
import threading
from queue import SimpleQueue
from typing import BinaryIO

from casebook.mail.reading import read_or_fail

LENGTH = struct.Struct(">Q")


def packed(value: object) -> bytes:
    """Return a value as it goes through a pipe: its length, then itself."""
    body = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(body)) + body


def receive(pipe: BinaryIO) -> bytes | None:
    """Return the next value of a pipe, still packed; None where it ends, be it in the middle of one."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    body = pipe.read(length)
    return body if len(body) == length else None


def main() -> None:
    """Answer batches in their order. They are taken from the pipe at once, so that the importer never waits to send."""
    waiting: SimpleQueue[bytes | None] = SimpleQueue()

    def take() -> None:
        while (batch := receive(sys.stdin.buffer)) is not None:
            waiting.put(batch)
        waiting.put(None)

    threading.Thread(target=take, daemon=True).start()
    while (batch := waiting.get()) is not None:
        # What comes through the pipe was packed by this program.
        sys.stdout.buffer.write(packed([read_or_fail(found) for found in pickle.loads(batch)]))  # noqa: S301
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()

"""Work that waits for a server, in a thread of its own: whoever looks on can stop it at any time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from queue import Empty, Full, Queue
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")

_LOOK = 0.1
"""Seconds after which a waiting thread looks whether it is still wanted."""
_FAREWELL = 2.0
"""Seconds to wait for the thread's end: one that is still looking for its server ends by itself a little later."""


class Stopped(Exception):
    """Nobody waits for the work any more."""


class _Cut(Protocol):
    def cut(self) -> None:
        """End a connection at once."""


class Line(Generic[T]):
    """What the work has to its onlooker: it puts items, and names the connection to be cut when it is stopped."""

    def __init__(self) -> None:
        self._items: Queue[T] = Queue(maxsize=1)  # the next is fetched while this one is recorded, and no more
        self._stop = threading.Event()
        self._connection: _Cut | None = None
        self._lock = threading.Lock()

    def put(self, item: T) -> None:
        """Hand an item over as soon as there is room. Raises Stopped."""
        while True:
            self.check()
            try:
                self._items.put(item, timeout=_LOOK)
            except Full:
                continue
            return

    def check(self) -> None:
        """Raise Stopped where the work is to end."""
        if self._stop.is_set():
            raise Stopped

    def pause(self, seconds: float) -> None:
        """Wait. Raises Stopped."""
        self._stop.wait(seconds)
        self.check()

    def uses(self, connection: _Cut | None) -> None:
        """Name the connection in use. Raises Stopped."""
        with self._lock:
            self._connection = connection
        self.check()

    def stop(self) -> None:
        """End the work, wherever it waits."""
        with self._lock:
            self._stop.set()
            if self._connection is not None:
                self._connection.cut()

    def get(self) -> T | None:
        """Return the next item, or None where there is none yet."""
        try:
            return self._items.get(timeout=_LOOK)
        except Empty:
            return None


def run(work: Callable[[Line[T]], None]) -> Generator[T | None, None, None]:
    """Do the work in a thread; yield what it puts, and None while it waits. Closing the generator stops it.

    Raises what the work raises.
    """
    line: Line[T] = Line()
    failed: list[Exception] = []

    def inside() -> None:
        try:
            work(line)
        except Stopped:
            return
        except Exception as error:
            failed.append(error)

    thread = threading.Thread(target=inside, name="casebook-mailbox", daemon=True)
    thread.start()
    try:
        while True:
            ended = not thread.is_alive()
            item = line.get()
            if item is not None:
                yield item
            elif ended:
                break
            else:
                yield None
        if failed:
            raise failed[0]
    finally:
        line.stop()
        thread.join(_FAREWELL)

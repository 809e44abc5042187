"""Killing with -9 at a random instant: the work runs in a forked child, which costs milliseconds instead of a start.

The child says what it has finished over a pipe, as a program prints what it has saved; the parent reads it after the
kill, and then looks at what is on the disk.
"""

import os
import random
import signal
import sqlite3
import threading
import time
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

ROUNDS = int(os.environ.get("CASEBOOK_ROUNDS", "15"))
"""How many kills a test makes; a release is tried with 200."""

Tell = Callable[[str], None]
T = TypeVar("T")
_STEP = "step "

HELD = """
import sys, threading
from casebook.journal.kinds.mail import Mails
from casebook.mail import importer
importer._BATCH_MAILS = 100
add, batches = Mails.add, 0

def held(*given, **named):
    global batches
    batches += 1
    while batches == 2:
        threading.Event().wait(0.01)  # until it is stopped
    return add(*given, **named)

Mails.add = held
from casebook.__main__ import main
sys.exit(main())
"""
"""The program, which waits to be stopped before it records its second batch, however slow the one is who stops it."""


@dataclass(frozen=True)
class Killed:
    """What a killed child had told before it died, and whether it had come to its end before."""

    told: tuple[str, ...]
    finished: bool
    steps: int
    """How many steps it was `stepping` through before it died."""


def run_and_kill(work: Callable[[Tell], None], seconds: float, when: Callable[[str], bool] | None = None) -> Killed:
    """Run `work(tell)` in a child and kill it after `seconds`, or at the very line that `when` waits for.

    The child looks at its own lines, so nothing comes after that one, however busy the machine is. Raises
    AssertionError when it failed by itself.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reading)

            def tell(line: str) -> None:
                os.write(writing, f"{line}\n".encode())  # pipes take up to 4096 bytes whole or not at all
                if when is not None and when(line):
                    os.kill(os.getpid(), signal.SIGKILL)

            work(tell)
            code = 0
        except BaseException as error:  # the child must never come back into the test run
            os.write(writing, f"!{type(error).__name__}: {error}\n".encode())
        finally:
            os._exit(code)
    os.close(writing)
    timer = threading.Timer(seconds, lambda: os.kill(child, signal.SIGKILL))
    timer.start()
    with os.fdopen(reading, "rb") as pipe:
        told = [raw.decode().removesuffix("\n") for raw in pipe]
    timer.cancel()
    timer.join()
    _pid, status = os.waitpid(child, 0)
    failed = [line for line in told if line.startswith("!")]
    assert not failed, failed
    words = tuple(line for line in told if not line.startswith(_STEP))
    return Killed(words, os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0, len(told) - len(words))


def stepping(work: Generator[object, None, T], tell: Tell) -> T:
    """Run long work to its end and return its value; a kill can be at any of its steps."""
    count = 0
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value
        count += 1
        tell(f"{_STEP}{count}")


def at_step(number: int) -> Callable[[str], bool]:
    """Return what waits for a step of work that is `stepping`, counted from one."""
    return f"{_STEP}{number}".__eq__


def duration(work: Callable[[Tell], None]) -> float:
    """Return how long the work takes when it is left alone (in a child, as in the rounds)."""
    begin = time.monotonic()
    assert run_and_kill(work, 600).finished
    return time.monotonic() - begin


def instants(whole: float, rounds: int = ROUNDS, seed: int = 1) -> list[float]:
    """Return random instants within work that takes `whole` seconds, and a little after."""
    chance = random.Random(seed)
    return [chance.uniform(0, whole * 1.1) for _ in range(rounds)]


def recorded(folder: Path) -> int:
    """Return how many mails another program has committed so far, asked beside it as the write-ahead log allows."""
    with closing(sqlite3.connect(f"{(folder / 'casebook.db').as_uri()}?mode=ro", uri=True)) as database:
        return int(database.execute("SELECT count(*) FROM mail").fetchone()[0])

"""Killing with -9 at a random instant: the work runs in a forked child, which costs milliseconds instead of a start.

The child says what it has finished over a pipe, as a program prints what it has saved; the parent reads it after the
kill, and then looks at what is on the disk.
"""

import os
import random
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = int(os.environ.get("CASEBOOK_ROUNDS", "15"))
"""How many kills a test makes; a release is tried with 200."""

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Killed:
    """What a killed child had told before it died, and whether it had come to its end before."""

    told: tuple[str, ...]
    finished: bool


def run_and_kill(
    work: Callable[[Tell], None], seconds: float, when: Callable[[str], bool] = lambda _line: False
) -> Killed:
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
                if when(line):
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
    return Killed(tuple(told), os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0)


def duration(work: Callable[[Tell], None]) -> float:
    """Return how long the work takes when it is left alone (in a child, as in the rounds)."""
    begin = time.monotonic()
    assert run_and_kill(work, 600).finished
    return time.monotonic() - begin


def instants(whole: float, rounds: int = ROUNDS, seed: int = 1) -> list[float]:
    """Return random instants within work that takes `whole` seconds, and a little after."""
    chance = random.Random(seed)
    return [chance.uniform(0, whole * 1.1) for _ in range(rounds)]

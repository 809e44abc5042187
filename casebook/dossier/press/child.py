"""Run one of the room's own modules in a child process, which can be stopped and gives its memory back."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from casebook.journal.progress import Progress

_TICK = 0.05
_ERROR_LENGTH = 4000


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: its exit code (negative: a signal), what it wrote to standard error, whether time ran out."""

    code: int
    error: str
    late: bool


def run(module: str, arguments: Sequence[str], limit: float, given: bytes = b"") -> Generator[None, None, Ended]:
    """Run `python -m module arguments`, yielding every twentieth of a second; return how it ended.

    `limit` is in seconds of wall time; `given` reaches its standard input, where nobody else can read it.
    Closing the generator kills the child and waits for it.
    """
    package = Path(__file__).parents[3]
    known = os.environ.get("PYTHONPATH", "")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(package), known] if known else [str(package)])}
    # -P: the working folder must not be searched for modules; -X utf8: the pipes speak one language everywhere.
    command = [sys.executable, "-P", "-X", "utf8", "-m", module, *arguments]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE if given else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env=environment,
            creationflags=hidden,
        )
        late = False
        try:
            if process.stdin:
                with suppress(BrokenPipeError), process.stdin as pipe:
                    pipe.write(given)
            end = time.monotonic() + limit
            while True:
                try:
                    process.wait(_TICK)
                    break
                except subprocess.TimeoutExpired:
                    if time.monotonic() > end:
                        late = True
                        break
                yield
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        errors.seek(0)
        return Ended(process.returncode, errors.read(_ERROR_LENGTH).decode("utf-8", "replace").strip(), late)


def watched(
    module: str, arguments: Sequence[str], limit: float, progress: Progress, given: bytes = b""
) -> Generator[Progress, None, Ended]:
    """Run a child as `run` does, yielding the same progress at each tick; return how it ended."""
    running = run(module, arguments, limit, given)
    try:
        while True:
            try:
                next(running)
            except StopIteration as stop:
                ended: Ended = stop.value
                return ended
            yield progress
    finally:
        running.close()

"""Private folders for plain copies of what a casebook keeps: nobody else may read them, none outlives its program."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from casebook import paths

_PREFIX = "opened-"


def private_folder(runtime: Path | None = None) -> tempfile.TemporaryDirectory[str]:
    """Return a folder that nobody else may read, and that is deleted at the latest when the program ends.

    It lies in the user's own `runtime`, and tells by its name whose it is: `sweep` finds it if the program is killed.
    """
    prefix, runtime = f"{_PREFIX}{os.getpid()}-", runtime or paths.runtime()
    try:
        runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
        return tempfile.TemporaryDirectory(prefix=prefix, dir=runtime, ignore_cleanup_errors=True)
    except OSError:
        return tempfile.TemporaryDirectory(prefix=f"casebook-{prefix}", ignore_cleanup_errors=True)


def sweep(runtime: Path) -> None:
    """Delete the folders of programs that did not come to delete them themselves."""
    left = [*runtime.glob(f"{_PREFIX}*"), *Path(tempfile.gettempdir()).glob(f"casebook-{_PREFIX}*")]
    if not left:
        return
    import psutil

    for folder in left:
        number = folder.name.partition(_PREFIX)[2].partition("-")[0]
        if number.isdecimal() and not psutil.pid_exists(int(number)):
            shutil.rmtree(folder, ignore_errors=True)


class PrivateWork:
    """Work on plain copies: they lie in a private folder and go with it when this is closed."""

    def __init__(self) -> None:
        self._folder = private_folder()
        self._base = Path(self._folder.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Delete the plain copies and everything made of them. To be closed twice does no harm."""
        self._folder.cleanup()

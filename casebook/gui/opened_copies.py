"""Copies of exhibits and mails that other programs were asked to show: private, and gone when the casebook is."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from casebook.journal.records import Exhibit, StoredFile

if TYPE_CHECKING:
    from casebook.journal import Journal

_PREFIX = "opened-"


class OpenedCopies:
    """The copies of one window. `runtime` is the user's own folder for what only concerns programs that run now."""

    def __init__(self, runtime: Path) -> None:
        self._runtime = runtime
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        sweep(runtime)

    def path(self, journal: Journal, exhibit: Exhibit) -> Path:
        """Return a copy of an exhibit under its own name. Raises Damaged, OSError."""
        return self.made(exhibit.file, exhibit.name, lambda path: journal.exhibits.copy_to(exhibit.file, path))

    def place(self, exhibit: Exhibit) -> Path:
        """Return where the copy of an exhibit lies, or is to be written; its folder is there."""
        if self._folder is None:
            self._folder = private_folder(self._runtime)
        path = Path(self._folder.name) / exhibit.file.sha256[:16] / exhibit.name
        path.parent.mkdir(exist_ok=True)
        return path

    def made(self, stored: StoredFile, name: str, write: Callable[[Path], object]) -> Path:
        """Return a copy of a stored file under a name; `write` makes it the first time. Raises what that raises."""
        if self._folder is None:
            self._folder = private_folder(self._runtime)
        path = Path(self._folder.name) / stored.sha256[:16] / name
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            write(path)
        return path

    def clear(self) -> None:
        """Delete all copies, also those that another program still shows."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def private_folder(runtime: Path) -> tempfile.TemporaryDirectory[str]:
    """Return a folder that nobody else may read, and that is deleted at the latest when the program ends."""
    prefix = f"{_PREFIX}{os.getpid()}-"
    try:
        runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
        return tempfile.TemporaryDirectory(prefix=prefix, dir=runtime, ignore_cleanup_errors=True)
    except OSError:
        return tempfile.TemporaryDirectory(prefix=f"casebook-{prefix}", ignore_cleanup_errors=True)


def sweep(runtime: Path) -> None:
    """Delete the copies of programs that did not come to delete them themselves."""
    left = [*runtime.glob(f"{_PREFIX}*"), *Path(tempfile.gettempdir()).glob(f"casebook-{_PREFIX}*")]
    if not left:
        return
    import psutil

    for folder in left:
        number = folder.name.partition(_PREFIX)[2].partition("-")[0]
        if number.isdecimal() and not psutil.pid_exists(int(number)):
            shutil.rmtree(folder, ignore_errors=True)

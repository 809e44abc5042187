"""Copies of exhibits and mails that other programs were asked to show: private, and gone when the casebook is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from casebook.dossier.private import private_folder, sweep
from casebook.journal.records import Exhibit, StoredFile

if TYPE_CHECKING:
    from casebook.journal import Journal


class OpenedCopies:
    """The copies of one window. `runtime` is the user's own folder for what only concerns programs that run now."""

    def __init__(self, runtime: Path) -> None:
        self._runtime = runtime
        self._folder: TemporaryDirectory[str] | None = None
        sweep(runtime)

    def path(self, journal: Journal, exhibit: Exhibit) -> Path:
        """Return a copy of an exhibit under its own name. Raises Damaged, OSError."""
        return self.made(exhibit.file, exhibit.name, lambda path: journal.exhibits.copy_to(exhibit.file, path))

    def place(self, exhibit: Exhibit) -> Path:
        """Return where the copy of an exhibit lies, or is to be written; its folder is there."""
        return self._place(exhibit.file, exhibit.name)

    def made(self, stored: StoredFile, name: str, write: Callable[[Path], object]) -> Path:
        """Return a copy of a stored file under a name; `write` makes it the first time. Raises what that raises."""
        path = self._place(stored, name)
        if not path.exists():
            write(path)
        return path

    def clear(self) -> None:
        """Delete all copies, also those that another program still shows."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _place(self, stored: StoredFile, name: str) -> Path:
        if self._folder is None:
            self._folder = private_folder(self._runtime)
        path = Path(self._folder.name) / stored.sha256[:16] / name
        path.parent.mkdir(exist_ok=True)
        return path

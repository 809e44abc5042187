"""What all commands share: the journal they write to, the feed they announce on, and how a refusal is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from casebook.gui.feed import Feed
from casebook.journal import Changes
from casebook.journal.errors import CasebookError
from casebook.settings import Settings

if TYPE_CHECKING:
    from casebook.journal import Journal


class Commands(QObject):
    """Base of the command groups. `window` owns the dialogs they open."""

    said = Signal(str, object)
    """A short sentence on what was just done, and a callable without arguments that takes it back, or None."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget) -> None:
        super().__init__(window)
        self.journal = journal
        self.feed = feed
        self.window = window

    def use(self, journal: Journal) -> None:
        """Write to the same casebook opened anew, after it was locked; its forms that are still open do so too."""
        self.journal = journal

    def write(self, call: Callable[[], Changes]) -> Changes | None:
        """Make a write without a dialog of its own, announce it and return it; None when refused, which is shown."""
        try:
            changes = call()
        except (CasebookError, OSError) as error:
            self.show_error(error)
            return None
        self.feed.announce(changes)
        return changes

    def show_error(self, error: Exception) -> None:
        """Show in words what went wrong, without holding anything up."""
        from casebook.gui.dialogs.error_dialog import ErrorDialog

        ErrorDialog(error, parent=self.window).open()


def export_folder(settings: Settings) -> Path:
    """Return where the last thing was exported to, else the user's documents, else their home."""
    last = Path(settings.last_export_folder)
    if settings.last_export_folder and last.is_dir():
        return last
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()

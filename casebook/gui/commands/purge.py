"""Purging: a secret out of everything, or one contact or exhibit for good."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casebook import paths
from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.worker import Worker
from casebook.journal import Progress

if TYPE_CHECKING:
    from casebook.gui.dialogs.purge_dialog import PurgeDialog
    from casebook.journal import Journal
    from casebook.journal.removal.purge import Purged
    from casebook.journal.removal.purge_words import Reason


class PurgeCommands(Commands):
    """Asks what and why, has it looked for, and purges it in the background."""

    about_to_purge = Signal()
    """What is being written somewhere is to be saved now, so that it is looked through as well."""
    purged = Signal()
    """Words were taken out of the casebook: whoever holds copies of them reads them again."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, worker: Worker) -> None:
        super().__init__(journal, feed, window)
        self._worker = worker

    def secret(self) -> PurgeDialog:
        """Ask for a secret that is to be taken out of everything."""
        from casebook.gui.dialogs.purge_dialog import PurgeDialog

        dialog = PurgeDialog(parent=self.window)
        dialog.look_requested.connect(lambda secret: self._look(dialog, secret))
        dialog.purge_requested.connect(
            lambda secret, reason: self._purge(dialog, lambda: self.journal.purge.words(secret, reason, _places()))
        )
        dialog.open()
        return dialog

    def contact(self, contact_id: int) -> PurgeDialog:
        """Ask whether the words and files of a contact are to be erased for good."""
        return self._record(
            self.tr("this contact"), lambda reason: self.journal.purge.contact(contact_id, reason, _places())
        )

    def exhibit(self, exhibit_id: int) -> PurgeDialog:
        """Ask whether the bytes of an exhibit are to be erased for good."""
        exhibit = self.journal.exhibits.get(exhibit_id)
        name = f"{exhibit.label} {exhibit.name}".strip()
        return self._record(name, lambda reason: self.journal.purge.exhibit(exhibit_id, reason, _places()))

    def _record(self, name: str, make: Callable[[Reason], Generator[Progress, None, Purged]]) -> PurgeDialog:
        from casebook.gui.dialogs.purge_dialog import PurgeDialog

        dialog = PurgeDialog(name, parent=self.window)
        dialog.purge_requested.connect(lambda _secret, reason: self._purge(dialog, lambda: make(reason)))
        dialog.open()
        return dialog

    def _look(self, dialog: PurgeDialog, secret: str) -> None:
        self.about_to_purge.emit()
        title = self.tr("Looking through everything")
        dialog.begin(title)
        job = self._worker.run(
            title,
            lambda: self.journal.purge.looking(secret),
            done=dialog.show_found,
            failed=dialog.show_failure,
            progressed=dialog.advance,
            cancelled=dialog.show_cancelled,
        )
        dialog.cancel_requested.connect(job.cancel)

    def _purge(self, dialog: PurgeDialog, make: Callable[[], Generator[Progress, None, Purged]]) -> None:
        self.about_to_purge.emit()
        title = self.tr("Purging")
        dialog.begin(title)

        def done(result: Purged) -> None:
            dialog.show_done(result)
            self.purged.emit()
            self.feed.announce(result.changes)

        def failed(error: Exception) -> None:
            dialog.show_failure(error)
            self.purged.emit()

        job = self._worker.run(
            title, make, done=done, failed=failed, progressed=dialog.advance, cancelled=dialog.show_cancelled
        )
        dialog.cancel_requested.connect(job.cancel)


def _places() -> list[Path]:
    """Return where this computer keeps copies and logs."""
    return [paths.cache(), paths.logs(), paths.runtime()]

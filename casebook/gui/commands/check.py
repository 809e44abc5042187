"""The check of the whole casebook, and opening folders in the file manager."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from casebook.gui.commands.base import Commands
from casebook.gui.dialogs.check_dialog import CheckDialog
from casebook.gui.fault_places import places
from casebook.gui.feed import Feed
from casebook.gui.theme import Theme
from casebook.gui.worker import Worker
from casebook.journal.progress import Progress
from casebook.journal.records import Verdict

if TYPE_CHECKING:
    from casebook.journal import Journal


class CheckCommands(Commands):
    """Runs `journal.verify()` in the background and shows what came out."""

    backups_requested = Signal()
    """Something is wrong, and the user wants to see the backups."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, worker: Worker, theme: Theme) -> None:
        super().__init__(journal, feed, window)
        self._worker, self._theme = worker, theme
        self._dialog: CheckDialog | None = None

    def verify(self) -> CheckDialog:
        """Compare every record and every attachment with what was recorded."""
        if self._dialog is None:
            self._dialog = CheckDialog(self.tr("Check of the casebook"), self._theme, parent=self.window)
            self._dialog.check_requested.connect(self._run)
            self._dialog.backups_requested.connect(self.backups_requested)
            self._dialog.destroyed.connect(self._forget)
            self._dialog.show()
            self._run()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog

    def show_folder(self, folder: Path) -> None:
        """Open a folder in the user's file manager."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.said.emit(self.tr("No file manager answered. The folder is {folder}").format(folder=folder), None)

    def _run(self) -> None:
        dialog = self._dialog
        assert dialog is not None

        def work() -> Generator[Progress, None, tuple[Verdict, dict[str, str]]]:
            verdict = yield from self.journal.verify()
            return verdict, places(self.journal, verdict.faults)

        dialog.begin()
        job = self._worker.run(
            self.tr("Checking the casebook"),
            work,
            done=lambda found: dialog.show_verdict(*found),
            failed=dialog.show_failure,
            progressed=dialog.advance,
            cancelled=dialog.show_cancelled,
            quiet=True,
        )
        dialog.cancel_requested.connect(job.cancel)

    def _forget(self) -> None:
        self._dialog = None

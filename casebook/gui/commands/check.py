"""The check of the whole casebook, and opening folders in the file manager."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from casebook.gui.commands.base import Commands
from casebook.gui.fault_places import places
from casebook.gui.feed import Feed
from casebook.gui.theme import Theme
from casebook.gui.worker import Worker
from casebook.journal.progress import Progress
from casebook.journal.records import Verdict

if TYPE_CHECKING:
    from casebook.gui.dialogs.accept_dialog import AcceptDialog
    from casebook.gui.dialogs.check_dialog import CheckDialog
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
        from casebook.gui.dialogs.check_dialog import CheckDialog

        if self._dialog is None:
            self._dialog = CheckDialog(self.tr("Check of the casebook"), self._theme, parent=self.window)
            self._dialog.check_requested.connect(self._run)
            self._dialog.backups_requested.connect(self.backups_requested)
            self._dialog.compare_requested.connect(self.compare)
            self._dialog.accept_requested.connect(self.accept)
            self._dialog.destroyed.connect(self._forget)
            self._dialog.show()
            self._run()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog

    def compare(self) -> None:
        """Ask for an earlier dossier or a backup, and look whether the ledger still has what that names."""
        kinds = self.tr("Dossier or backup (*.zip MANIFEST.sha256 backup.json)")
        name, _filter = QFileDialog.getOpenFileName(self.window, self.tr("Compare with"), "", kinds)
        if name and self._dialog is not None:
            chosen = Path(name)
            self._run(chosen if chosen.suffix == ".zip" else chosen.parent)

    def accept(self) -> AcceptDialog:
        """Ask why this ledger is the right one, and note that."""
        from casebook.gui.dialogs.accept_dialog import AcceptDialog

        dialog = AcceptDialog(parent=self._dialog or self.window)

        def save() -> None:
            self.journal.checkpoints.accept(dialog.reason.toPlainText())
            self._run()

        dialog.on_save = save
        dialog.open()
        return dialog

    def show_folder(self, folder: Path) -> None:
        """Open a folder in the user's file manager."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.said.emit(self.tr("No file manager answered. The folder is {folder}").format(folder=folder), None)

    def _run(self, against: Path | None = None) -> None:
        dialog = self._dialog
        assert dialog is not None

        def work() -> Generator[Progress, None, tuple[Verdict, dict[str, str]]]:
            if against is None:
                verdict = yield from self.journal.verify()
            else:
                from casebook.dossier.compare import claims

                named, wrong = yield from claims(str(against))
                verdict = yield from self.journal.verify(named)
                verdict = replace(verdict, faults=(*verdict.faults, *wrong))
            return verdict, places(self.journal, verdict.faults)

        def show(found: tuple[Verdict, dict[str, str]]) -> None:
            dialog.show_verdict(*found)
            can_write = self.journal.read_only is None
            dialog.offer(compare=True, accept=can_write and self.journal.checkpoints.can_accept())

        dialog.begin()
        job = self._worker.run(
            self.tr("Checking the casebook"),
            work,
            done=show,
            failed=dialog.show_failure,
            progressed=dialog.advance,
            cancelled=dialog.show_cancelled,
            quiet=True,
        )
        dialog.cancel_requested.connect(job.cancel)

    def _forget(self) -> None:
        self._dialog = None

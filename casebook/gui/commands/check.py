"""The check of the whole casebook, and opening folders in the file manager."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.worker import Worker
from casebook.journal.records import Verdict

if TYPE_CHECKING:
    from casebook.journal import Journal

_SHOWN = 12


class CheckCommands(Commands):
    """Runs `journal.verify()` in the background and says what came out."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, worker: Worker) -> None:
        super().__init__(journal, feed, window)
        self._worker = worker

    def verify(self) -> None:
        """Compare every record and every attachment with what was recorded."""
        self._worker.run(self.tr("Checking the casebook"), self.journal.verify, done=self._done, failed=self.show_error)

    def show_folder(self, folder: Path) -> None:
        """Open a folder in the user's file manager."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.said.emit(self.tr("No file manager answered. The folder is {folder}").format(folder=folder), None)

    def _done(self, verdict: Verdict) -> None:
        if verdict.ok:
            words = self.tr("%n thing(s) checked: everything is as it was recorded", "", verdict.checked)
            self.said.emit(words, None)
            return
        box = QMessageBox(QMessageBox.Icon.Warning, "Casebook", "", parent=self.window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setText(self.tr("%n thing(s) are not as they were recorded", "", len(verdict.faults)))
        lines = [f"{fault.where}: {fault.what}" for fault in verdict.faults]
        box.setInformativeText("\n".join(lines[:_SHOWN]))
        if len(lines) > _SHOWN:
            box.setDetailedText("\n".join(lines))
        box.open()

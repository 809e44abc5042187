"""Data that leaves or comes in whole: a case for another casebook, everything as one file, contacts as a table."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from casebook.gui.commands.base import Commands, export_folder
from casebook.gui.feed import Feed
from casebook.gui.models import due_words
from casebook.gui.worker import Worker
from casebook.journal import Changes, Progress
from casebook.settings import Settings

if TYPE_CHECKING:
    from casebook.journal import Journal


class DataCommands(Commands):
    """Ask where to or from, and do it in the background; the file chooser asks before it names a file that is there."""

    case_taken_in = Signal(int)
    """A case came in; whoever shows cases goes there."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, worker: Worker, settings: Settings) -> None:
        super().__init__(journal, feed, window)
        self._worker = worker
        self._settings = settings

    def export_case(self, case_id: int) -> None:
        """Write a case with its files and history to one file for another casebook."""
        case = self.journal.cases.get(case_id)
        title, kinds = self.tr("Export the data of {case}"), self.tr("Case data (*.zip)")
        path = self._ask(title.replace("{case}", case.number), f"{case.number}-data.zip", kinds)
        if path:
            self._write(
                self.tr("Exporting case data"), lambda: self.journal.archives.export_case(case_id, path, replace=True)
            )

    def import_case(self) -> None:
        """Take in a case that another casebook wrote."""
        title, kinds = self.tr("Take in a case"), self.tr("Case data (*.zip)")
        chosen, _filter = QFileDialog.getOpenFileName(self.window, title, str(export_folder(self._settings)), kinds)
        if not chosen:
            return

        def done(changes: Changes) -> None:
            self.feed.announce(changes)
            self.case_taken_in.emit(changes.made)
            words = self.tr("Taken in as {case}, with its history").replace("{case}", f"C-{changes.made}")
            self.said.emit(words, None)

        self._worker.run(
            self.tr("Taking in a case"),
            lambda: self.journal.archives.import_case(Path(chosen)),
            done=done,
            failed=self.show_error,
        )

    def dump(self) -> None:
        """Write the whole casebook to one file that other programs can read."""
        name, kinds = f"{self.journal.folder.name}-data.zip", self.tr("Casebook data (*.zip)")
        path = self._ask(self.tr("Write the whole casebook as one file"), name, kinds)
        if path:
            self._write(self.tr("Writing the whole casebook"), lambda: self.journal.dump(path, replace=True))

    def contact_sheet(self, case_id: int) -> None:
        """Write a case's contacts as a table for a spreadsheet."""
        case = self.journal.cases.get(case_id)
        name, kinds = f"{case.number}-contacts.csv", self.tr("Table (*.csv)")
        path = self._ask(self.tr("Contacts of {case} as a table").replace("{case}", case.number), name, kinds)
        if not path:
            return

        def work() -> Generator[Progress, None, Path]:
            from casebook.dossier import contact_sheet

            yield Progress(0)
            contact_sheet.write(self.journal, case_id, path, language=due_words.language(), replace=True)
            return path

        self._write(self.tr("Writing the table"), work)

    def _write(self, title: str, make: Callable[[], Generator[Progress, None, Path]]) -> None:
        def done(path: Path) -> None:
            # What is written is not encrypted, also where the casebook is: whoever gets the file can read it.
            words = self.tr("Saved {file}. Whoever has the file can read it.").replace("{file}", path.name)
            self.said.emit(words, None)

        self._worker.run(title, make, done=done, failed=self.show_error)

    def _ask(self, title: str, name: str, kinds: str) -> Path | None:
        chosen, _filter = QFileDialog.getSaveFileName(
            self.window, title, str(export_folder(self._settings) / name), kinds
        )
        if not chosen:
            return None
        self._settings.last_export_folder = str(Path(chosen).parent)
        return Path(chosen)

"""The command that makes the dossier of a case."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from casebook.gui.commands.base import Commands, export_folder
from casebook.gui.dialogs.export_dialog import ExportChoice, ExportDialog
from casebook.gui.feed import Feed
from casebook.gui.models import due_words
from casebook.gui.worker import Job, Worker
from casebook.journal import Progress
from casebook.settings import Settings

if TYPE_CHECKING:
    from casebook.journal import Journal


class ExportCommands(Commands):
    """Opens the export dialog, runs the export in the background, and shows what came of it."""

    def __init__(
        self,
        journal: Journal,
        feed: Feed,
        window: QWidget,
        worker: Worker,
        settings: Settings,
        open_url: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(journal, feed, window)
        self._worker = worker
        self._settings = settings
        self._open_url = open_url

    def export(self, case_id: int) -> ExportDialog:
        """Open the dialog for the dossier of a case."""
        case = self.journal.cases.get(case_id)
        dialog = ExportDialog(
            case,
            export_folder(self._settings),
            language=self._settings.report_language or due_words.language(),
            paper=self._settings.paper,
            parent=self.window,
        )
        dialog.export_requested.connect(lambda choice: self._run(case_id, choice, dialog))
        dialog.show_requested.connect(lambda out: self._open(out if out.is_dir() else out.parent))
        dialog.open_requested.connect(self._open)
        dialog.show()
        return dialog

    def _run(self, case_id: int, choice: ExportChoice, dialog: ExportDialog) -> None:
        self._settings.report_language, self._settings.paper = choice.language, choice.paper
        self._settings.last_export_folder = str(choice.out.parent)

        def make() -> Generator[Progress, None, Path]:
            from casebook.dossier import export
            from casebook.dossier.choices import Choices

            choices = Choices(choice.language, choice.audience, paper=choice.paper, replace=choice.replace)
            return export.run(self.journal, case_id, choice.out, choices)

        dialog.begin()
        job: Job = self._worker.run(
            self.tr("Making the dossier"),
            make,
            done=dialog.show_done,
            failed=dialog.show_failure,
            progressed=dialog.advance,
            cancelled=dialog.show_cancelled,
        )
        dialog.cancel_requested.connect(job.cancel)

    def _open(self, path: Path) -> None:
        self._open_url(QUrl.fromLocalFile(str(path)))

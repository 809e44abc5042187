"""The command that exports the dossiers of several cases, one after the other in the background."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from casebook.gui.commands.base import Commands, export_folder
from casebook.gui.feed import Feed
from casebook.gui.models import due_words
from casebook.gui.theme import Theme
from casebook.gui.worker import Worker
from casebook.journal import Changes, Progress
from casebook.journal.changes import Kind
from casebook.settings import Settings

if TYPE_CHECKING:  # the dossier's room is loaded when a dossier is wanted
    from casebook.dossier.many import Written
    from casebook.gui.dialogs.export_many_dialog import ExportManyDialog, ManyChoice
    from casebook.journal import Journal


class ExportMany(Commands):
    """Asks once, and reports on each case at the end."""

    def __init__(
        self,
        journal: Journal,
        feed: Feed,
        window: QWidget,
        worker: Worker,
        settings: Settings,
        look: Theme,
        open_url: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(journal, feed, window)
        self._worker, self._settings, self._look = worker, settings, look
        self._open_url = open_url

    def export(self, cases: Sequence[int]) -> ExportManyDialog:
        """Open the dialog for the dossiers of these cases."""
        from casebook.gui.dialogs.export_dialog import first_choices
        from casebook.gui.dialogs.export_many_dialog import ExportManyDialog

        first = first_choices(self._settings, due_words.language())
        folder, ending = export_folder(self._settings), self._settings.report_as
        dialog = ExportManyDialog(len(cases), folder, first, ending, self._look, self.window)
        dialog.export_requested.connect(lambda choice: self._run(cases, choice, dialog))
        dialog.show_requested.connect(lambda path: self._open_url(QUrl.fromLocalFile(str(path))))
        dialog.show()
        return dialog

    def _run(self, cases: Sequence[int], choice: ManyChoice, dialog: ExportManyDialog) -> None:
        self._remember(choice)

        def make() -> Generator[Progress, None, list[Written]]:
            from casebook.dossier import many

            return many.run(self.journal, cases, choice.folder, choice.choices, ending=choice.ending)

        dialog.begin()
        job = self._worker.run(
            self.tr("Making the dossiers"),
            make,
            done=lambda made: self._done(made, dialog),
            failed=dialog.show_failure,
            progressed=dialog.advance,
            cancelled=lambda: self._stopped(cases, dialog),
        )
        dialog.cancel_requested.connect(job.cancel)

    def _done(self, made: Sequence[Written], dialog: ExportManyDialog) -> None:
        dialog.show_done(made)
        self._announce([one.case_id for one in made if one.path is not None])

    def _stopped(self, cases: Sequence[int], dialog: ExportManyDialog) -> None:
        dialog.show_cancelled()
        self._announce(cases)  # those that were ready are listed

    def _announce(self, cases: Sequence[int]) -> None:
        listed = [export.id for number in cases for export in self.journal.exports.of_case(number)[-1:]]
        if listed:
            self.feed.announce(Changes(listed[-1], {Kind.EXPORT: frozenset(listed)}, frozenset(cases)))

    def _remember(self, choice: ManyChoice) -> None:
        kept, choices = self._settings, choice.choices
        kept.report_language, kept.paper = choices.language, choices.paper
        kept.report_audience, kept.report_form = choices.audience, choices.form
        kept.report_as, kept.last_export_folder = choice.ending, str(Path(choice.folder))

"""The commands on dossiers: look at one before it goes out, make it, and list those that went out."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from casebook.gui import texts
from casebook.gui.commands.base import Commands, export_folder
from casebook.gui.feed import Feed
from casebook.gui.models import due_words
from casebook.gui.theme import Theme
from casebook.gui.worker import Job, Worker
from casebook.journal import Changes, Progress
from casebook.journal.changes import Kind
from casebook.settings import Settings

if TYPE_CHECKING:  # the dossier's room is loaded when a dossier is wanted
    from casebook.dossier.choices import Choices
    from casebook.dossier.forecast import Forecast
    from casebook.dossier.proof.waiting import Tried
    from casebook.dossier.since import Counts
    from casebook.gui.dialogs.export_dialog import ExportChoice, ExportDialog
    from casebook.gui.dialogs.exports_dialog import ExportsDialog
    from casebook.gui.dialogs.preview_dialog import PreviewDialog
    from casebook.journal import Journal
    from casebook.journal.outgoing import Export


class ExportCommands(Commands):
    """Opens the dialogs of a dossier, runs the work in the background, and shows what came of it."""

    place_requested = Signal(str, int)
    """Show the record that a finding of the gap report is about: its kind and id."""
    answer_requested = Signal(int, str)
    """Answer the finding with this key in this case."""

    def __init__(
        self,
        journal: Journal,
        feed: Feed,
        window: QWidget,
        worker: Worker,
        quick: Worker,
        settings: Settings,
        look: Theme,
        open_url: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(journal, feed, window)
        self._worker, self._quick = worker, quick
        self._settings, self._look = settings, look
        self._open_url = open_url
        self._previews: list[PreviewDialog] = []

    def export(self, case_id: int) -> ExportDialog:
        """Open the dialog for the dossier of a case."""
        from casebook.dossier import portals
        from casebook.gui.dialogs.export_dialog import ExportDialog

        case = self.journal.cases.get(case_id)
        dialog = ExportDialog(
            case,
            export_folder(self._settings),
            self._settings,
            self._look,
            language=due_words.language(),
            limits=portals.load(),
            parent=self.window,
        )
        dialog.export_requested.connect(lambda choice: self._run(case_id, choice, dialog))
        dialog.preview_requested.connect(lambda choices: self.preview(case_id, choices))
        dialog.show_requested.connect(self._open)
        dialog.open_requested.connect(self._open)
        dialog.place_requested.connect(self.place_requested)
        dialog.answer_requested.connect(lambda key: self.answer_requested.emit(case_id, key))
        looking: list[Job] = []
        dialog.forecast_requested.connect(lambda choices: self._look_ahead(case_id, choices, dialog, looking))
        dialog.finished.connect(lambda _result: _cancel(looking))
        self.feed.changed.connect(dialog.hear)
        dialog.look_again()
        dialog.show()
        return dialog

    def preview(self, case_id: int, choices: Choices) -> PreviewDialog:
        """Make the PDF for the user's own eyes, in a private folder, and show it."""
        from casebook.gui.dialogs.preview_dialog import PreviewDialog

        title = self.tr("Preview of the dossier of {number}")
        dialog = PreviewDialog(
            title.format(number=self.journal.cases.get(case_id).number), self._look, parent=self.window
        )
        kept: list[TemporaryDirectory[str]] = []

        def make() -> Generator[Progress, None, tuple[TemporaryDirectory[str], Path]]:
            from casebook.dossier import preview
            from casebook.dossier.private import private_folder

            folder = private_folder()
            try:
                return folder, (yield from preview.make(self.journal, case_id, Path(folder.name), choices))
            except BaseException:  # a cancel too: nothing of it stays
                folder.cleanup()
                raise

        def done(made: tuple[TemporaryDirectory[str], Path]) -> None:
            kept.append(made[0])
            if job.is_cancelled():
                made[0].cleanup()
            else:
                dialog.show_file(made[1])

        def ended() -> None:
            self._previews.remove(dialog)
            for folder in kept:
                folder.cleanup()

        self._previews.append(dialog)
        dialog.closed.connect(ended)
        job = self._worker.run(
            dialog.windowTitle(),
            make,
            done=done,
            failed=lambda error: None if job.is_cancelled() else dialog.show_failure(error),
            progressed=lambda progress: None if job.is_cancelled() else dialog.advance(progress),
            quiet=True,
        )
        dialog.cancel_requested.connect(job.cancel)
        dialog.show()
        return dialog

    def close_previews(self) -> None:
        """Close every preview and delete its file: the casebook is closed or locked."""
        for dialog in tuple(self._previews):
            dialog.close()

    def list_exports(self, case_id: int) -> ExportsDialog:
        """Show which dossiers of a case went out, and what changed since."""
        from casebook.dossier.since import changed_since
        from casebook.gui.dialogs.exports_dialog import ExportsDialog

        case = self.journal.cases.get(case_id)

        def read() -> list[tuple[Export, Counts]]:
            found = self.journal.exports.of_case(case_id)
            return [(export, changed_since(self.journal, export)) for export in reversed(found)]

        dialog = ExportsDialog(case, read, self._look, parent=self.window)
        dialog.export_requested.connect(lambda: self.export(case_id))
        dialog.stamp_requested.connect(lambda: self._ask_again(case_id, dialog))
        self.feed.changed.connect(dialog.hear)
        dialog.open()
        return dialog

    def _ask_again(self, case_id: int, dialog: ExportsDialog) -> None:
        def make() -> Generator[Progress, None, list[Tried]]:
            from casebook.dossier.proof import waiting

            return waiting.try_again(self.journal)

        def done(tried: list[Tried]) -> None:
            stamped = frozenset(one.export.id for one in tried if not one.problem)
            if stamped:
                cases = frozenset(one.export.case_id for one in tried)
                self.feed.announce(Changes(0, {Kind.EXPORT: stamped}, cases))
            mine = [texts.error_text(one.problem) for one in tried if one.export.case_id == case_id and one.problem]
            if not job.is_cancelled():
                dialog.show_answer("\n".join(dict.fromkeys(mine)) or self.tr("The time stamp came."))

        job = self._worker.run(
            self.tr("Asking for time stamps"),
            make,
            done=done,
            failed=lambda error: None if job.is_cancelled() else dialog.show_answer(texts.error_text(error)),
        )
        dialog.finished.connect(lambda _result: job.cancel())

    def _look_ahead(self, case_id: int, choices: Choices, dialog: ExportDialog, looking: list[Job]) -> None:
        _cancel(looking)

        def make() -> Generator[Progress, None, Forecast]:
            from casebook.dossier.forecast import look_ahead

            return look_ahead(self.journal, case_id, choices)

        job = self._quick.run(
            self.tr("Looking through the case"),
            make,
            done=lambda forecast: None if job.is_cancelled() else dialog.show_forecast(forecast),
            failed=lambda error: None if job.is_cancelled() else dialog.show_failure(error),
            quiet=True,
        )
        looking[:] = [job]

    def _run(self, case_id: int, choice: ExportChoice, dialog: ExportDialog) -> None:
        self._remember(choice)

        def make() -> Generator[Progress, None, Path]:
            from casebook.dossier import export

            return export.run(self.journal, case_id, choice.out, choice.choices)

        dialog.begin()
        job: Job = self._worker.run(
            self.tr("Making the dossier"),
            make,
            done=lambda out: self._done(case_id, choice, out, dialog),
            failed=dialog.show_failure,
            progressed=dialog.advance,
            cancelled=dialog.show_cancelled,
        )
        dialog.cancel_requested.connect(job.cancel)

    def _done(self, case_id: int, choice: ExportChoice, out: Path, dialog: ExportDialog) -> None:
        from casebook.dossier.parts import siblings

        found = self.journal.exports.of_case(case_id)
        listed = found[-1] if found and found[-1].name == choice.out.name else None
        dialog.show_done(out, siblings(out), listed)
        if listed is not None:
            self.feed.announce(Changes(listed.id, {Kind.EXPORT: frozenset({listed.id})}, frozenset({case_id})))

    def _remember(self, choice: ExportChoice) -> None:
        kept, choices = self._settings, choice.choices
        kept.report_language, kept.paper = choices.language, choices.paper
        kept.report_audience, kept.report_form = choices.audience, choices.form
        kept.report_as = ".zip" if choice.out.suffix.lower() == ".zip" else ""
        kept.report_limit = str(choices.part_size or "")
        signing = choices.signing
        kept.report_signing = "" if signing is None else "file" if signing.file else "name"
        if signing is not None:
            kept.signer_name = signing.name or kept.signer_name
            kept.signer_file = str(signing.file or kept.signer_file)
        kept.stamp_url = choices.stamp_url or kept.stamp_url
        kept.last_export_folder = str(choice.out.parent)

    def _open(self, path: Path) -> None:
        self._open_url(QUrl.fromLocalFile(str(path)))


def _cancel(jobs: Sequence[Job]) -> None:
    for job in jobs:
        job.cancel()

"""The command that drafts a letter or a list of facts from a case."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from casebook import paths
from casebook.gui import texts
from casebook.gui.commands.base import Commands, export_folder
from casebook.gui.feed import Feed
from casebook.gui.models import due_words
from casebook.gui.worker import Worker
from casebook.journal import Progress
from casebook.settings import Settings

if TYPE_CHECKING:
    from casebook.dossier.drafts.draft import Draft
    from casebook.gui.dialogs.letter_dialog import LetterDialog
    from casebook.journal import Journal


class LetterCommands(Commands):
    """Opens the dialog, has the draft written in the background, and saves it where the user says."""

    place_requested = Signal(str, int)
    """Show the record of this kind and id."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, worker: Worker, settings: Settings) -> None:
        super().__init__(journal, feed, window)
        self._worker = worker
        self._settings = settings

    def open(self, case_id: int, kind: str = "") -> LetterDialog:
        """Open the dialog for the drafts of a case, with the one of this kind first."""
        from casebook.gui.dialogs.letter_dialog import LetterDialog

        case = self.journal.cases.get(case_id)
        language = self._settings.report_language or due_words.language()
        dialog = LetterDialog(texts.joined(case.number, case.title), language, parent=self.window)
        dialog.kind.setCurrentIndex(max(0, dialog.kind.findData(kind)))
        dialog.wanted.connect(partial(self._write_draft, case_id, dialog))
        dialog.save_requested.connect(partial(self._save, case_id, dialog))
        dialog.place_requested.connect(self.place_requested)
        dialog.show()
        dialog.start()
        return dialog

    def _write_draft(self, case_id: int, dialog: LetterDialog, kind: str, language: str) -> None:
        from casebook.gui.widgets.composing.letter_edit import Rest

        def make() -> Generator[Progress, None, Draft]:
            from casebook.dossier.collect import collect
            from casebook.dossier.drafts import kinds
            from casebook.dossier.drafts.draft import DraftKind

            yield Progress(0)
            facts = collect(self.journal, case_id)
            return kinds.make(facts, DraftKind(kind), language, paths.resources() / "dossier")

        def done(draft: Draft) -> None:
            blocks = [
                (
                    str(block.style),
                    [
                        (text, [Rest(str(s.kind), s.id, s.label) for s in sentence.sources])
                        for text, sentence in draft.spelled(block)
                    ],
                )
                for block in draft.blocks
            ]
            dialog.show_draft(kind, language, blocks, draft.gap)

        self._worker.run(
            self.tr("Writing the draft"),
            make,
            done=done,
            failed=lambda error: dialog.show_failure(texts.error_text(error)),
            quiet=True,
        )

    def _save(self, case_id: int, dialog: LetterDialog, lines: list[tuple[str, str]]) -> None:
        kind, language = str(dialog.kind.currentData()), str(dialog.language.currentData())
        name = f"C-{case_id} {dialog.kind.currentText()}.docx"
        kinds = ";;".join((self.tr("Document (*.docx)"), self.tr("Text (*.txt)")))
        folder = export_folder(self._settings)
        chosen, picked = QFileDialog.getSaveFileName(dialog, self.tr("Save the draft"), str(folder / name), kinds)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in (".docx", ".txt"):
            path = path.with_name(path.name + (".txt" if "*.txt" in picked else ".docx"))
        self._settings.last_export_folder = str(path.parent)
        case = self.journal.cases.get(case_id)

        def work() -> Generator[Progress, None, Path]:
            from casebook.dossier.drafts import document

            yield Progress(0)
            stamp = self.journal.exports.head().at or case.recorded_at
            return document.write(lines, path, language=language, stamp=stamp, book=self.journal.folder, replace=True)

        def done(made: Path) -> None:
            if kind == str(dialog.kind.currentData()):
                dialog.saved()
            self.said.emit(self.tr("Saved {file}").replace("{file}", made.name), None)

        self._worker.run(self.tr("Saving the draft"), work, done=done, failed=self.show_error)

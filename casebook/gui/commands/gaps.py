"""The gap report of a case: look for gaps, answer one, go to where one is."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.theme import Theme
from casebook.gui.worker import Job, Worker
from casebook.journal import Changes
from casebook.journal.progress import Progress

if TYPE_CHECKING:  # the dossier's room is loaded when somebody looks for gaps
    from casebook.dossier.gaps import Finding
    from casebook.gui.dialogs.gap_answer_dialog import GapAnswerDialog
    from casebook.gui.dialogs.gap_dialog import GapDialog
    from casebook.journal import Journal


class GapCommands(Commands):
    """Runs the report in the background; it reads every mail and text file of the case."""

    place_requested = Signal(str, int)
    """Show the record that a finding is about: its kind and id."""
    export_requested = Signal(int)
    """Go on to the dossier of a case."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, quick: Worker, look: Theme) -> None:
        super().__init__(journal, feed, window)
        self._quick, self._look = quick, look

    def show(self, case_id: int) -> GapDialog:
        """Show what is missing in a case; it is looked for anew after each change of the case."""
        from casebook.gui.dialogs.gap_dialog import GapDialog

        case = self.journal.cases.get(case_id)
        dialog = GapDialog(f"{case.number}  {case.title}", self._look, parent=self.window)
        looking: list[Job] = []

        def stop() -> None:
            for job in looking:
                job.cancel()

        def look() -> None:
            stop()
            looking[:] = [self._look_for(case_id, dialog)]

        def hear(changes: Changes) -> None:
            if case_id in changes.cases:
                look()

        dialog.check_requested.connect(look)
        dialog.export_requested.connect(lambda: self.export_requested.emit(case_id))
        dialog.gaps.place_requested.connect(self.place_requested)
        dialog.gaps.answer_requested.connect(lambda key: self.answer(case_id, key))
        self.feed.changed.connect(hear)
        dialog.finished.connect(lambda _result: stop())
        dialog.finished.connect(lambda _result: self.feed.changed.disconnect(hear))
        look()
        dialog.show()
        return dialog

    def answer(self, case_id: int, key: str) -> GapAnswerDialog | None:
        """Ask for the answer to a finding that some list of the window shows; None where it is gone."""
        from casebook.gui.dialogs.gap_answer_dialog import GapAnswerDialog
        from casebook.gui.models import gap_rows

        finding = self._finding(key)
        if finding is None:
            return None
        given = self.journal.answers.of_case(case_id).get(key)
        dialog = GapAnswerDialog(
            gap_rows.title(finding), given.text if given else "", blocking=finding.blocking, parent=self.window
        )
        dialog.on_save = lambda: self.feed.announce(self.journal.answers.put(case_id, key, dialog.words.toPlainText()))
        dialog.taken_back.connect(lambda: self.write(lambda: self.journal.answers.remove(case_id, key)))
        dialog.open()
        return dialog

    def _finding(self, key: str) -> Finding | None:
        from casebook.gui.widgets.outgoing.gap_list import GapList

        shown = (finding for found in self.window.findChildren(GapList) for finding in found.findings())
        return next((finding for finding in shown if finding.key == key), None)

    def _look_for(self, case_id: int, dialog: GapDialog) -> Job:
        def work() -> Generator[Progress, None, tuple[Finding, ...]]:
            from casebook.dossier.gaps import look

            return (yield from look(self.journal, case_id, self.journal.clock()))

        job = self._quick.run(
            self.tr("Looking for gaps"),
            work,
            done=lambda found: None if job.is_cancelled() else dialog.show_findings(found),
            failed=lambda error: None if job.is_cancelled() else dialog.show_failure(error),
            quiet=True,
        )
        return job

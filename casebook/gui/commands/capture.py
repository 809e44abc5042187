"""The commands that catch something from anywhere: a screenshot of a part of the screen, and the quick form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from casebook.gui.commands.base import Commands
from casebook.gui.commands.draft import DraftCommands
from casebook.gui.commands.log_contact import LogContact
from casebook.gui.feed import Feed
from casebook.gui.models.draft import Draft, from_words
from casebook.gui.models.log_request import LogRequest
from casebook.gui.theme import Theme
from casebook.gui.worker import Worker
from casebook.journal import Changes, Kind
from casebook.journal.errors import CasebookError
from casebook.journal.listings import CaseRow
from casebook.journal.terms import CaseStatus

if TYPE_CHECKING:
    from casebook.gui.desktop.snipping import Snipping
    from casebook.gui.dialogs.quick_log import QuickLog
    from casebook.journal import Journal

_OFFERED = 30
"""Cases in the quick form; any other is a dialog away."""
_VISITS = 40


class CaptureCommands(Commands):
    """Nothing caught is lost: a picture goes to the composer that is shown, or to a quick form of its own."""

    snipped = Signal(object)
    """A screenshot for the composer of the case that is shown, bytes."""
    case_wanted = Signal()
    """There is no case to log to: the user makes one first."""
    closed = Signal()
    """The quick form is gone: drafts are as they are kept."""

    def __init__(
        self,
        journal: Journal,
        feed: Feed,
        window: QWidget,
        quick: Worker,
        theme: Theme,
        log: LogContact,
        draft: DraftCommands,
    ) -> None:
        super().__init__(journal, feed, window)
        self._quick, self._theme, self._log, self._draft = quick, theme, log, draft
        self._snipping: Snipping | None = None
        self._form: QuickLog | None = None
        self._shown_case = 0
        log.logged.connect(self._logged)
        log.refused.connect(self._refused)

    @property
    def form(self) -> QuickLog | None:
        """The quick form while it is open."""
        return self._form

    def snip(self, case_id: int = 0) -> None:
        """Take a screenshot for the quick form if it is open, else for the case that is shown, else for a new form."""
        if self._snipping is None:
            from casebook.gui.desktop.snipping import Snipping

            self._snipping = Snipping(self._theme, self)
            self._snipping.taken.connect(self._take)
            self._snipping.failed.connect(lambda words: self.said.emit(words, None))
        self._shown_case = case_id
        self._snipping.start()

    @property
    def snipping(self) -> Snipping | None:
        """What takes the screenshots, None before the first."""
        return self._snipping

    def stop(self) -> None:
        """Let go of the screen: the casebook is closed."""
        if self._snipping is not None:
            self._snipping.end()

    def log(self, case_id: int = 0) -> QuickLog | None:
        """Open the quick form on a case, else on the last one; None where there is no case at all."""
        if self._form is not None:
            self._form.raise_()
            self._form.activateWindow()
            return self._form
        cases = sorted(self.journal.cases.rows(status=CaseStatus.OPEN), key=_latest, reverse=True)
        if not cases and not self.journal.cases.rows():
            self.case_wanted.emit()
            return None
        from casebook.gui.dialogs.quick_log import QuickLog

        if why := self._draft.save_now():
            self.said.emit(why, None)
        form = self._form = QuickLog(self._theme, self.journal.clock, self._quick, self.window)
        form.case_chosen.connect(self._show_case)
        form.another_requested.connect(self._choose_another)
        form.composer.log_requested.connect(self._log.log)
        form.composer.files_requested.connect(lambda: form.composer.attach_files(self._log.ask_files(form)))
        form.composer.drafted.connect(self._draft.keep)
        self._draft.settling.connect(form.composer.tray.settle)
        form.composer.snip_requested.connect(self.snip)
        form.finished.connect(self._gone)
        first = self._row(case_id or self._last(cases))
        form.offer(cases[:_OFFERED], another=True)
        form.choose(first or cases[0])
        form.show()
        form.raise_()
        form.activateWindow()
        return form

    def log_to(self, named: str) -> QuickLog | None:
        """Open the quick form on a case as somebody typed it, `C-12` or `12`; on the last one for no words."""
        try:
            case_id = self.journal.cases.find(named).id if named else 0
        except CasebookError as error:
            self.show_error(error)
            return None
        return self.log(case_id)

    def _last(self, cases: list[CaseRow]) -> int:
        """Return the case that was looked at last and is still open, else the one with the latest contact."""
        there = {case.id for case in cases}
        visited = (visit.record_id for visit in self.journal.visits.latest(_VISITS) if visit.kind == Kind.CASE)
        return next((number for number in visited if number in there), cases[0].id if cases else 0)

    def _row(self, case_id: int) -> CaseRow | None:
        return next((case for case in self.journal.cases.rows() if case.id == case_id), None)

    def _show_case(self, case_id: int) -> None:
        assert self._form is not None
        self._form.show_draft(
            self.journal.contacts.last_used(case_id), self._kept(case_id), self.journal.exhibits.of_case(case_id)
        )

    def _kept(self, case_id: int) -> Draft | None:
        self._draft.save_now()
        kept = self.journal.drafts.load(case_id)
        return from_words(kept.words, kept.files, kept.saved_at, self.journal.clock()) if kept else None

    def _choose_another(self) -> None:
        from casebook.gui.dialogs.case_chooser import CaseChooser

        assert self._form is not None
        form, cases = self._form, self.journal.cases.rows()
        chooser = CaseChooser(self.tr("Which case does it belong to?"), cases, parent=form)
        chooser.new_button.hide()
        by_id = {case.id: case for case in cases}
        chooser.chosen.connect(lambda number: form.choose(by_id[number]))
        chooser.open()

    def _take(self, picture: bytes | QImage) -> None:
        form = self._form
        if form is None and self._shown_case:
            self.snipped.emit(picture)
            return
        if form is None:
            form = self.log()
        if form is not None:
            form.composer.take_picture(picture)

    def _logged(self, request: LogRequest, changes: Changes) -> None:
        form = self._form
        if form is not None and form.case_id == request.case_id:
            self.journal.visits.note(Kind.CASE, request.case_id)
            form.done_with(request.case_id)
            self.said.emit(self.tr("Recorded in C-{number}.").replace("{number}", str(request.case_id)), None)

    def _refused(self, request: LogRequest, words: str) -> None:
        if self._form is not None and self._form.case_id == request.case_id:
            self._form.composer.refused(words)

    def _gone(self, _result: int) -> None:
        self._form = None
        if why := self._draft.save_now():
            self.said.emit(why, None)
        self.closed.emit()


def _latest(case: CaseRow) -> tuple[float, int]:
    return (case.last_contact_at or case.opened_at).timestamp(), case.id

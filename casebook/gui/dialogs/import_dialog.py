"""The dialog of an import: what to read, what it would bring, its progress, what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.dialogs.job_dialog import JobDialog, Stage
from casebook.gui.models.import_pace import Pace
from casebook.gui.theme import Theme
from casebook.gui.widgets.incoming.import_choose import ImportChoose
from casebook.gui.widgets.incoming.import_preview import ImportPreviewPage
from casebook.gui.widgets.incoming.import_report import ImportReportPage
from casebook.gui.widgets.incoming.mail_drop import Dropped, brings_mail, local, taken
from casebook.gui.widgets.long_choice import LongChoice
from casebook.gui.widgets.parts import open_at, plain_label, quiet_button, row_of
from casebook.journal import Progress
from casebook.journal.listings import CaseRow
from casebook.mail.importer import ImportReport
from casebook.mail.preview import Preview


class Step(IntEnum):
    """The two pages before the work, in their order."""

    CHOOSE = 0
    PREVIEW = 1


class ImportDialog(JobDialog):
    """Not modal: the window stays usable while it works."""

    look_requested = Signal(object)
    """What to look into: a `Chosen`."""
    import_requested = Signal(object, object, object)
    """The `Chosen` to read, the local number of the case to file in (None: each to where it belongs), and the keys of
    the messages that shall not come in."""

    def __init__(
        self,
        cases: Sequence[CaseRow],
        own: Sequence[str],
        theme_: Theme,
        now: Callable[[], datetime],
        *,
        folder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import mail"))
        open_at(self, 760, 640)
        self.setAcceptDrops(True)
        self._looking = False
        self._pace = Pace(time.monotonic)
        self.choose, self.preview = ImportChoose(folder), ImportPreviewPage(theme_, now)
        self.report = ImportReportPage(theme_)
        self.report.closed.connect(self.reject)
        self.report.inbox_requested.connect(self.reject)
        self._steps = QStackedWidget()
        self._steps.addWidget(self.choose)
        self._steps.addWidget(self.preview)
        self._notice = plain_label("", kind="warn")
        self._notice.hide()
        self._own = self._own_words(own)
        self._lay_out(self._make_setup(cases), self.report)
        self.choose.changed.connect(self._adapt)
        self.preview.model.ticks_changed.connect(self._adapt)
        self.target.currentIndexChanged.connect(lambda _row: self.preview.model.use_case(self.target.currentData()))
        self._go(Step.CHOOSE)

    @property
    def folder(self) -> str:
        """Where the last files were chosen."""
        return self.choose.folder

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Add files or folders to the list, each once."""
        self.choose.add(paths)

    def add_dropped(self, dropped: Dropped) -> None:
        """Add what a drop brought; say what another program did not hand over."""
        self.add_paths(dropped.paths)
        for message in dropped.messages:
            self.choose.add_pasted(message)
        if dropped.refused:
            self._notice.setText(dropped.refusal())
            self._notice.show()

    def paths(self) -> list[Path]:
        """Return what will be read."""
        return self.choose.paths()

    def choose_case(self, case_id: int | None) -> None:
        """Choose the case to file in; None sorts."""
        self.target.setCurrentIndex(max(0, self.target.findData(case_id)))

    def begin_look(self) -> None:
        """Show that the sources are being looked at."""
        self._looking = True
        self._begin(self.tr("Looking at what is there"))

    def begin(self) -> None:
        """Show that the import has started."""
        self._looking = False
        self._begin(self.tr("Importing mail"))

    def advance(self, progress: Progress) -> None:
        """Show how far the work is, how fast it goes, and what is left."""
        super().advance(progress)
        self._job.tell_left(self._pace.words(progress))

    def show_preview(self, preview: Preview, firms: Mapping[int, str]) -> None:
        """Show what would come in."""
        self.preview.show_preview(preview, firms)
        self._pages.setCurrentIndex(Stage.SETUP)
        self._go(Step.PREVIEW)

    def show_report(self, report: ImportReport) -> None:
        """Show what came of it."""
        self.report.show_report(report)
        self._pages.setCurrentIndex(Stage.END)

    def show_failure(self, error: Exception) -> None:
        """Say why it stopped, and let the choice be mended."""
        self._notice.setText(texts.error_text(error))
        self._notice.show()
        self._pages.setCurrentIndex(Stage.SETUP)
        self._go(Step.CHOOSE)

    def show_cancelled(self) -> None:
        """After a look, go back to the choice; after an import, say what its end means."""
        if self._looking:
            self._pages.setCurrentIndex(Stage.SETUP)
            self._go(Step.CHOOSE)
            return
        words = self.tr("What was read until then is kept. A second import goes on where this one stopped.")
        self.report.show_end(self.tr("Import stopped."), words, waiting=False)
        self._pages.setCurrentIndex(Stage.END)

    def report_text(self) -> str:
        """Return the report as it stands, for copying."""
        return self.report.text()

    def notice_text(self) -> str:
        """Return why the import could not run, empty while nothing is wrong."""
        return self._notice.text()

    def own_text(self) -> str:
        """Return what is said of the user's own addresses."""
        return self._own.text()

    def reject(self) -> None:
        """Esc goes back from the preview to the choice; while work runs it stops it; anywhere else it closes."""
        at_preview = self._pages.currentIndex() == Stage.SETUP and self._steps.currentIndex() == Step.PREVIEW
        if at_preview and self.preview.search.text():
            self.preview.search.clear()
        else:
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, folders and messages while they can still be added."""
        mime = event.mimeData()
        if self._pages.currentIndex() == Stage.SETUP and (brings_mail(mime) or local(mime)):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped to the list."""
        if self._pages.currentIndex() == Stage.SETUP and (dropped := taken(event.mimeData(), any_file=True)):
            self._go(Step.CHOOSE)
            self.add_dropped(dropped)
            event.acceptProposedAction()

    def _begin(self, title: str) -> None:
        self._pace = Pace(time.monotonic)
        self._notice.hide()
        self._job.begin(title)
        self._pages.setCurrentIndex(Stage.RUNNING)

    def _make_setup(self, cases: Sequence[CaseRow]) -> QWidget:
        self.target = LongChoice()
        self.target.addItem(self.tr("Sort automatically; what is not certain waits in the inbox"), None)
        for row in cases:
            self.target.addItem(texts.joined(f"C-{row.id}", row.title, row.firm), row.id)
        self.target.setAccessibleDescription(self.tr("File in"))
        caption = plain_label(self.tr("File in"))
        caption.setWordWrap(False)
        caption.setBuddy(self.target)
        target = row_of(caption, self.target)
        target.setStretch(1, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self._steps, 1)
        column.addLayout(target)
        column.addWidget(self._own)
        column.addWidget(self._notice)
        self._back = quiet_button(self.tr("Back"), self.tr("Choose something else"), lambda: self._go(Step.CHOOSE))
        close = quiet_button(self.tr("Cancel"), self.tr("Close without importing (Esc)"), self.reject)
        self.look = quiet_button(
            self.tr("Look inside"), self.tr("Show what would come in; nothing is recorded yet (Enter)"), self._look
        )
        self.start = quiet_button(self.tr("Import"), self.tr("Read these mails (Ctrl+Enter)"), self._start)
        self.start.setShortcut("Ctrl+Return")
        column.addLayout(row_of(self._back, None, close, self.start, self.look))
        return page

    def _own_words(self, own: Sequence[str]) -> QLabel:
        if own:
            words = self.tr("Sent by you, if it comes from: {addresses}").format(addresses=", ".join(sorted(own)))
            return plain_label(words, kind="caption")
        return plain_label(
            self.tr(
                "No address of yours is known yet, so every mail would count as received. Note your account at the "
                "firm first, with the addresses you write from."
            ),
            kind="warn",
        )

    def _go(self, step: Step) -> None:
        self._steps.setCurrentIndex(step)
        first = step is Step.CHOOSE
        self._back.setVisible(not first)
        self.look.setVisible(first)
        self.start.setText(self.tr("Import without looking") if first else self.tr("Import what is ticked"))
        self.start.setShortcut("Ctrl+Return")  # a button forgets its shortcut when it gets another text
        self.look.setDefault(first)
        self.start.setDefault(not first)
        self._adapt()

    def _adapt(self) -> None:
        some = bool(self.choose.chosen())
        ticked = self._steps.currentIndex() == Step.CHOOSE or self.preview.model.counts()[1] > 0
        self.look.setEnabled(some)
        self.start.setEnabled(some and ticked)

    def _look(self) -> None:
        self._notice.hide()
        self.look_requested.emit(self.choose.chosen())

    def _start(self) -> None:
        looked = self._steps.currentIndex() == Step.PREVIEW
        left_out = self.preview.model.left_out() if looked else frozenset()
        self.import_requested.emit(self.choose.chosen(), self.target.currentData(), left_out)

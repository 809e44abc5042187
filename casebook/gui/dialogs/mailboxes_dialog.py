"""The dialog of mailboxes on servers: choose one, fetch what is new, see what came of it."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.dialogs.job_dialog import JobDialog, Stage
from casebook.gui.models.import_pace import Pace
from casebook.gui.theme import Theme
from casebook.gui.widgets.incoming.import_report import ImportReportPage
from casebook.gui.widgets.incoming.mailbox_setup import MailboxSetup
from casebook.gui.widgets.parts import open_at, plain_label
from casebook.journal import Progress
from casebook.journal.listings import CaseRow
from casebook.mail.importer import ImportReport


class MailboxesDialog(JobDialog):
    """Not modal: the window stays usable while it fetches."""

    def __init__(self, cases: Sequence[CaseRow], theme_: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Mailboxes"))
        open_at(self, 700, 620)
        self._pace = Pace(time.monotonic)
        self.setup = MailboxSetup(cases)
        self.setup.closed.connect(self.reject)
        self.report = ImportReportPage(theme_)
        self.report.closed.connect(self.reject)
        self.report.inbox_requested.connect(self.reject)
        self.stopped = plain_label("", kind="warn")
        end = QWidget()
        column = QVBoxLayout(end)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.stopped)
        column.addWidget(self.report, 1)
        self._lay_out(self.setup, end)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self.setup, self.setup.fetch.click)

    def begin(self, title: str) -> None:
        """Show that a server is being spoken to."""
        self._pace = Pace(time.monotonic)
        self.setup.say("")
        self._job.begin(title)
        self._pages.setCurrentIndex(Stage.RUNNING)

    def advance(self, progress: Progress) -> None:
        """Show how far the work is, how fast it goes, and what is left."""
        super().advance(progress)
        self._job.tell_left(self._pace.words(progress) if progress.total else "")

    def show_setup(self) -> None:
        """Go back to the choice."""
        self._pages.setCurrentIndex(Stage.SETUP)

    def show_failure(self, error: Exception) -> None:
        """Say why nothing came of it, and let the choice be mended."""
        self.show_setup()
        self.setup.say(texts.error_text(error))

    def show_stopped(self, error: Exception | None) -> None:
        """Say above the report why the mailbox was not read to its end."""
        self.stopped.setText(texts.error_text(error) if error else "")
        self.stopped.setVisible(error is not None)

    def show_report(self, report: ImportReport) -> None:
        """Show what came of it."""
        self.report.show_report(report)
        self._pages.setCurrentIndex(Stage.END)

    def show_cancelled(self) -> None:
        """Say what the end means."""
        self.show_stopped(None)
        words = self.tr("What was read until then is kept. The next fetch goes on where this one stopped.")
        self.report.show_end(self.tr("Fetching stopped."), words, waiting=False)
        self._pages.setCurrentIndex(Stage.END)

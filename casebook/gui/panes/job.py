"""Long work on a casebook that is closed meanwhile, in the middle of the window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casebook.gui.theme import Theme
from casebook.gui.widgets.column_page import ColumnPage
from casebook.gui.widgets.job_page import JobPage
from casebook.journal.progress import Progress


class JobPane(ColumnPage):
    """What is going on, how far it is, and a way to stop it."""

    cancel_requested = Signal()

    def __init__(self, icon: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(icon, theme, parent)
        self.job = JobPage()
        self.job.cancel_requested.connect(self._stop)
        self.job.title.hide()
        self.column.addWidget(self.job)
        self.lay_out()

    def begin(self, title: str, words: str) -> None:
        """Show work that has just been handed in, and a sentence on what it does."""
        self.title.setText(title)
        self.words.setText(words)
        self.job.begin(title)

    def advance(self, progress: Progress) -> None:
        """Show how far it is."""
        self.job.advance(progress)

    def retranslate(self) -> None:
        """Nothing to do: the words belong to the work and stay as they were."""

    def _stop(self) -> None:
        self.job.stopping()
        self.title.setText(self.job.title.text())
        self.cancel_requested.emit()

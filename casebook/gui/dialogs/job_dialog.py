"""What a dialog with long work in it shares: asking, then progress that can be stopped, then what came of it."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.widgets.job_page import JobPage
from casebook.journal import Progress


class Stage(IntEnum):
    """The three pages, in their order."""

    SETUP = 0
    RUNNING = 1
    END = 2


class JobDialog(QDialog):
    """Not modal: the window stays usable while it works. Closing it stops the work first, so that its end is shown."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pages = QStackedWidget()
        self._job = JobPage()
        self._job.cancel_requested.connect(self._stop)

    def advance(self, progress: Progress) -> None:
        """Show how far the work is."""
        self._job.advance(progress)

    def reject(self) -> None:
        """Esc stops work that is running; anywhere else it closes."""
        if self._pages.currentIndex() == Stage.RUNNING:
            self._stop()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing while it runs stops it first."""
        if self._pages.currentIndex() == Stage.RUNNING:
            self._stop()
            event.ignore()
            return
        super().closeEvent(event)

    def _lay_out(self, setup: QWidget, end: QWidget) -> None:
        for page in (setup, self._job, end):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        layout.addWidget(self._pages)

    def _stop(self) -> None:
        self._job.stopping()
        self.cancel_requested.emit()

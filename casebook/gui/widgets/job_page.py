"""Long work as a dialog shows it: what is going on, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from casebook.gui import texts, theme, times
from casebook.gui.widgets.parts import plain_label, quiet_button
from casebook.journal import Progress


class JobPage(QWidget):
    """A sentence, a bar, the present item, and Cancel."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label("", kind="heading")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._note = plain_label("", kind="muted")
        self._left = plain_label("", kind="muted")
        self.cancel = quiet_button(
            self.tr("Cancel"), self.tr("Stop; what was already saved stays (Esc)"), self.cancel_requested.emit
        )
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.M)
        for widget in (self.title, self._bar, self._note, self._left):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addLayout(foot)

    def begin(self, title: str) -> None:
        """Show a job that has just been handed in."""
        self.title.setText(title)
        self._bar.setRange(0, 0)
        self._note.clear()
        self._left.clear()
        self.cancel.setEnabled(True)
        self.cancel.setFocus()

    def advance(self, progress: Progress) -> None:
        """Show how far the job is."""
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        as_words = times.file_size if progress.unit == "bytes" else QLocale().toString
        done, total = as_words(progress.done), as_words(progress.total)
        counted = done if progress.done else ""
        if progress.total:
            counted = self.tr("{done} of {total}").format(done=done, total=total)
        self._note.setText(texts.joined(counted, progress.note))

    def tell_left(self, words: str) -> None:
        """Say how long it will still take; empty while that cannot be told."""
        self._left.setText(words)

    def stopping(self) -> None:
        """Show that the job was asked to stop and is cleaning up."""
        self.title.setText(self.tr("Stopping…"))
        self._left.clear()
        self.cancel.setEnabled(False)

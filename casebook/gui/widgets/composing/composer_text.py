"""The field one writes in: grows with its words, takes pictures and files by paste and drop."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from casebook.gui import texts
from casebook.gui.widgets.composing import intake
from casebook.journal.terms import ExhibitSource
from casebook.journal.times import Clock

_MOST_LINES = 6


class ComposerText(QPlainTextEdit):
    """Plain words only; whatever else is pasted or dropped becomes an attachment or is left alone."""

    received = Signal(object)
    """What was pasted or dropped here, as `Brought`."""
    submitted = Signal()
    """Ctrl+Enter."""
    left = Signal()
    """Esc: the user wants to be elsewhere."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._dropping = False
        self.setProperty("kind", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.retranslate()
        self._fit()

    def retranslate(self) -> None:
        """Set the words around the field in the present language."""
        self.setPlaceholderText(self.tr("What happened? Paste a screenshot, drop a file…"))
        self.setAccessibleName(self.tr("What happened"))
        self.setToolTip(self.tr("Write what was said (Ctrl+L), Ctrl+V pastes a screenshot, Ctrl+Enter saves"))

    def sizeHint(self) -> QSize:
        """Return the height of the words, six lines at most."""
        return QSize(super().sizeHint().width(), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the wrapping of the words."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter submits, Esc leaves."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Return whether a paste or drop would bring anything."""
        return intake.can_take(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Hand over what comes: files and pictures become attachments, all else plain words."""
        kind = ExhibitSource.DROPPED if self._dropping else ExhibitSource.PASTED
        if found := intake.brought(source, texts.here(self._clock()), kind):
            self.received.emit(found)

    def put(self, words: str) -> None:
        """Put pasted or dropped words where the cursor is, in place of what is selected."""
        self.textCursor().insertText(words)

    def dropEvent(self, event: object) -> None:
        """Mark what comes as dropped, not pasted."""
        self._dropping = True
        try:
            super().dropEvent(event)  # type: ignore[arg-type]
        finally:
            self._dropping = False

    def _height(self) -> int:
        lines = min(max(1, int(self.document().size().height())), _MOST_LINES)
        if self.document().isEmpty():
            room = self.viewport().width() - 2 * int(self.document().documentMargin())
            lines = 2 if self.fontMetrics().horizontalAdvance(self.placeholderText()) > room else 1
        return lines * self.fontMetrics().lineSpacing() + 8

    def _fit(self) -> None:
        full = int(self.document().size().height()) > _MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        if self.height() != self._height():
            self.setFixedHeight(self._height())

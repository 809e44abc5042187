"""The field in which a message is written: what is left to fill in is marked, and Tab leads from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from casebook.gui.theme import Theme

Span = tuple[int, int, bool]
"""Start, end, and whether it is grave."""


class MessageEdit(QPlainTextEdit):
    """Plain words. Marks lie over them and never become part of them."""

    next_requested = Signal()
    """Wish: go to the next place to fill in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spans: Sequence[Span] = ()
        self.setTabChangesFocus(True)
        theme.changed.connect(self._mark_again)

    def mark(self, spans: Sequence[Span]) -> None:
        """Mark these stretches of the text."""
        self._spans = tuple(spans)
        length = len(self.toPlainText())
        marks = []
        for start, end, grave in self._spans:
            if not 0 <= start < end <= length:
                continue
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor(start, end)
            look = QTextCharFormat()
            look.setBackground(self._theme.warn_soft)
            if grave:
                look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                look.setUnderlineColor(self._theme.warn)
            mark.format = look
            marks.append(mark)
        self.setExtraSelections(marks)

    def marked(self) -> list[str]:
        """Return the words that are marked."""
        return [mark.cursor.selectedText() for mark in self.extraSelections()]

    def choose(self, start: int, end: int) -> None:
        """Select a stretch and show it."""
        self.setTextCursor(self._cursor(start, end))
        self.ensureCursorVisible()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+J goes to the next place to fill in."""
        if event.key() == Qt.Key.Key_J and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.next_requested.emit()
            return
        super().keyPressEvent(event)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        # Qt counts in UTF-16: a sign beyond the first plane, such as an emoji, takes two places.
        text = self.toPlainText()
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(text[:start]))
        cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _mark_again(self) -> None:  # a method, and no lambda: it is parted from the theme with the field
        self.mark(self._spans)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2

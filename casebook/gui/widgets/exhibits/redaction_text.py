"""A text that is being redacted: what is selected can be covered, what is covered can be shown again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from casebook.dossier.redaction import texts
from casebook.dossier.redaction.areas import Span
from casebook.gui import theme
from casebook.gui.models.redaction_marks import Marked
from casebook.gui.widgets.parts import quiet_button, row_of


class RedactionText(QWidget):
    """Shows a text that nobody can write in, and tells what was marked in it."""

    added = Signal(object)
    chosen = Signal(int)
    removed = Signal(int)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Qt counts a character beyond U+FFFF as two: places are counted in the text as Python has it.
        self._text = text
        self._areas: Marked = ()
        self._at = -1
        self._result = False
        self.field = _Field()
        self.field.setPlainText(text)
        self.field.setAccessibleName(self.tr("Text"))
        self.field.covered.connect(self._cover)
        self.field.uncovered.connect(self._uncover)
        tip = self.tr("Cover what is selected (Insert)")
        self.cover = quiet_button(self.tr("Cover the selection"), tip, self._cover)
        tip = self.tr("Show again what is covered at the cursor (Delete)")
        self.uncover = quiet_button(self.tr("Show again"), tip, self._uncover)
        self.field.selectionChanged.connect(self._update)
        self.field.cursorPositionChanged.connect(self._update)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addLayout(row_of(self.cover, self.uncover, None))
        column.addWidget(self.field, 1)
        self.setFocusProxy(self.field)
        self._update()

    def show_areas(self, areas: Marked, at: int) -> None:
        """Show what is marked; the cursor goes to what is chosen."""
        self._areas, self._at = areas, at
        if self._result:
            return
        marks = []
        for place, area in enumerate(areas):
            if isinstance(area, Span):
                mark = QTextEdit.ExtraSelection()
                mark.cursor = self._cursor(area)
                mark.format = _form(chosen=place == at)
                marks.append(mark)
        self.field.setExtraSelections(marks)
        if 0 <= at < len(areas) and isinstance(span := areas[at], Span) and not self.field.textCursor().hasSelection():
            cursor = self._cursor(span)
            cursor.setPosition(cursor.selectionStart())
            self.field.setTextCursor(cursor)
        self._update()

    def show_result(self, *, result: bool) -> None:
        """Show the text as it comes out, or as it is with its marks."""
        self._result = result
        spans = [area for area in self._areas if isinstance(area, Span)]
        self.field.setPlainText(texts.covered(self._text, spans) if result else self._text)
        self.field.setExtraSelections([])
        self.show_areas(self._areas, self._at)
        self._update()

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.field.document())
        cursor.setPosition(_units(self._text[: span.start]))
        cursor.setPosition(_units(self._text[: span.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _selected(self) -> Span:
        cursor = self.field.textCursor()
        return Span(_letters(self._text, cursor.selectionStart()), _letters(self._text, cursor.selectionEnd()))

    def _cover(self) -> None:
        span = self._selected()
        if span.start < span.end and not self._result:
            cursor = self.field.textCursor()
            cursor.clearSelection()
            self.field.setTextCursor(cursor)
            self.added.emit([span])

    def _uncover(self) -> None:
        if (place := self._covered_here()) >= 0 and not self._result:
            self.removed.emit(place)

    def _covered_here(self) -> int:
        here = self._selected()
        for place, area in enumerate(self._areas):
            if isinstance(area, Span) and area.start <= here.end and here.start <= area.end:
                return place
        return -1

    def _update(self) -> None:
        self.cover.setEnabled(self.field.textCursor().hasSelection() and not self._result)
        self.uncover.setEnabled(self._covered_here() >= 0 and not self._result)


class _Field(QPlainTextEdit):
    covered = Signal()
    uncovered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setCursorWidth(2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Insert:
            self.covered.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.uncovered.emit()
        else:
            super().keyPressEvent(event)


def _form(*, chosen: bool) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setBackground(QColor("black"))
    form.setForeground(QColor("#bbbbbb"))
    form.setFontUnderline(chosen)
    return form


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _letters(text: str, units: int) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "surrogatepass"))

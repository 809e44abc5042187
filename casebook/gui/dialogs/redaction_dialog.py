"""The dialog in which parts of an exhibit's copy are covered: the exhibit, what is marked, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from casebook.dossier.redaction.areas import Box, Span
from casebook.gui import theme
from casebook.gui.models.redaction_marks import Marks
from casebook.gui.widgets.exhibits.redaction_pages import RedactionPages
from casebook.gui.widgets.exhibits.redaction_text import RedactionText
from casebook.gui.widgets.parts import caption, open_at, plain_label, quiet_button, row_of, tell_hints
from casebook.journal.outgoing import Redaction
from casebook.journal.records import Exhibit

if TYPE_CHECKING:
    from casebook.dossier.redaction.burn import Page

_SIDE = 300


class RedactionDialog(QDialog):
    """Opened empty; `open_pages` or `open_text` fill it once the exhibit is drawn."""

    page_requested = Signal(int)
    """A page of the exhibit, or of the result while that is shown: answer with `show_page`."""
    find_requested = Signal(str)
    result_requested = Signal()
    """Make the copy from `marks`: answer with `show_result` or `refuse`."""
    save_requested = Signal()
    """Keep the copy: answer with `accept` or `refuse`."""
    withdraw_requested = Signal()

    def __init__(self, exhibit: Exhibit, standing: Redaction | None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Redact a copy of {exhibit}").format(exhibit=exhibit.label))
        open_at(self, 1180, 740)
        self.exhibit, self.standing = exhibit, standing
        self.marks: Marks[Box | Span] = Marks(parent=self)
        self.editor: RedactionPages | RedactionText | None = None
        self._clean: object = None
        self._warned = self._busy = False
        self.shows_result = False
        """Whether the copy is shown, and not the exhibit."""
        self._place = QVBoxLayout()
        self._waiting = plain_label(self.tr("The exhibit is being drawn…"), kind="muted")
        self._place.addWidget(self._waiting)
        self._side = self._make_side()
        self._side.setEnabled(False)
        self.notice = plain_label("", kind="warn")
        self.notice.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.L)
        row.addLayout(self._place, 1)
        row.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.setSpacing(theme.M)
        column.addLayout(row, 1)
        column.addWidget(self.notice)
        column.addLayout(self._make_buttons())
        self.marks.changed.connect(self._marks_changed)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.marks.stack.undo)
        QShortcut(QKeySequence.StandardKey.Redo, self, self.marks.stack.redo)
        self._marks_changed()

    def open_pages(self, page: Page, total: int, areas: Sequence[Box]) -> None:
        """Begin with the pages of a picture or a PDF; `areas` are those of the copy that stands."""
        pages = RedactionPages()
        pages.page_requested.connect(self.page_requested)
        pages.altered.connect(lambda place, box, steps: self.marks.change(place, box, self.tr("Change"), steps=steps))
        self._open(pages, areas)
        pages.show_page(page, total)

    def open_text(self, text: str, areas: Sequence[Span]) -> None:
        """Begin with a text."""
        self._open(RedactionText(text), areas)

    def show_page(self, page: Page, total: int) -> None:
        """Show a page that was asked for."""
        if isinstance(self.editor, RedactionPages):
            self.editor.show_page(page, total)
            self.editor.show_areas(self.marks.areas, self.list.currentRow())

    def found(self, areas: Sequence[Box | Span]) -> None:
        """Mark the places of the words that were looked for."""
        self.set_busy(busy=False)
        if not areas:
            self.refuse(self.tr("These words are not here as text. On a picture or a scan draw boxes instead."))
            return
        before = len(self.marks.areas)
        self.marks.add(areas, self.tr("Cover words"))
        self.say(self.tr("%n place(s) marked", "", len(self.marks.areas) - before), kind="muted")

    def show_result(self) -> None:
        """Show the copy that was made, in place of the exhibit with its marks."""
        self.set_busy(busy=False)
        self._show_result(result=True)

    def refuse(self, message: str) -> None:
        """Say in words what did not work."""
        self.set_busy(busy=False)
        self.result_button.setChecked(self.shows_result)
        self.say(message)

    def say(self, message: str, *, kind: str = "warn") -> None:
        """Say something at the foot of the dialog."""
        theme.restyle(self.notice, kind=kind)
        self.notice.setText(message)
        self.notice.setVisible(bool(message))

    def set_busy(self, *, busy: bool) -> None:
        """While the copy is being made nothing can be marked."""
        self._busy = busy
        self._side.setEnabled(not busy and self.editor is not None)
        if self.editor is not None:
            self.editor.setEnabled(not busy)
        self.save.setEnabled(not busy and bool(self.marks.areas))
        if busy:
            self.say(self.tr("One moment…"), kind="muted")
        elif self.notice.text() == self.tr("One moment…"):
            self.say("")

    def is_dirty(self) -> bool:
        """Return whether something was marked or typed that is not saved."""
        return self._clean is not None and self._state() != self._clean

    def reject(self) -> None:
        """Close without saving; with something marked only at the second asking."""
        if self.is_dirty() and not self._warned:
            self._warned = True
            self.say(self.tr("What you marked is not saved. Press Esc again to discard it."))
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own cross asks as Esc does."""
        if self.isVisible() and self.is_dirty() and not self._warned:
            event.ignore()
            self.reject()
            return
        super().closeEvent(event)

    def _open(self, editor: RedactionPages | RedactionText, areas: Sequence[Box | Span]) -> None:
        self._waiting.hide()
        self.editor = editor
        self._place.addWidget(editor)
        editor.added.connect(self._add)
        editor.removed.connect(lambda place: self.marks.remove(place, self.tr("Take away")))
        editor.chosen.connect(self.list.setCurrentRow)
        self.marks.put(tuple(areas))
        self.list.setCurrentRow(-1)
        self._side.setEnabled(True)
        self._clean = self._state()
        editor.setFocus()

    def _make_side(self) -> QWidget:
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("A name, a number, a phrase"))
        self.words.setAccessibleName(self.tr("Words to cover"))
        tip = self.tr("Cover these words wherever they stand, on all pages")
        self.find_button = quiet_button(self.tr("Cover all"), tip, self._find)
        self.words.returnPressed.connect(self._find)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What is covered"))
        self.list.currentRowChanged.connect(self._choose)
        self.undo = self._tool(self.tr("Undo"), self.tr("Take the last step back (Ctrl+Z)"), self.marks.stack.undo)
        self.redo = self._tool(self.tr("Redo"), self.tr("Do it again (Ctrl+Shift+Z)"), self.marks.stack.redo)
        self.marks.stack.canUndoChanged.connect(self.undo.setEnabled)
        self.marks.stack.canRedoChanged.connect(self.redo.setEnabled)
        self.remove = quiet_button(self.tr("Delete"), self.tr("Take the chosen area away (Delete)"), self._remove)
        self.reason = QLineEdit(self.standing.reason if self.standing else "")
        self.reason.setPlaceholderText(self.tr("Such as: another person's phone number"))
        self.name = QLineEdit(self.standing.name if self.standing else "")
        self.name.setPlaceholderText(self.tr("As the original"))
        hint = self.tr("The dossier prints the reason. The original stays in the casebook, unchanged.")
        side = QWidget()
        side.setMinimumWidth(_SIDE)
        side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(caption(self.tr("Words to cover"), self.words))
        column.addLayout(row_of(self.words, self.find_button))
        column.addWidget(caption(self.tr("What is covered"), self.list))
        column.addWidget(self.list, 1)
        column.addLayout(row_of(self.undo, self.redo, None, self.remove))
        column.addWidget(caption(self.tr("Reason"), self.reason))
        column.addWidget(self.reason)
        column.addWidget(caption(self.tr("File name of the copy"), self.name))
        column.addWidget(self.name)
        column.addWidget(plain_label(hint, kind="caption"))
        tell_hints(side)
        return side

    def _make_buttons(self) -> QHBoxLayout:
        tip = self.tr("Show the copy as it will go out (Ctrl+P)")
        self.result_button = quiet_button(self.tr("Show the result"), tip, self._toggle_result)
        self.result_button.setCheckable(True)
        self.result_button.setShortcut("Ctrl+P")
        tip = self.tr("Let the original go out again; the copy stays in the history")
        self.withdraw = quiet_button(self.tr("Take the redaction back"), tip, self.withdraw_requested.emit)
        self.withdraw.setVisible(self.standing is not None)
        cancel = quiet_button(self.tr("Cancel"), self.tr("Close without saving (Esc)"), self.reject)
        label = f"{self.exhibit.label}R"
        tip = self.tr("Keep the copy; dossiers hold it in place of the original (Ctrl+S)")
        self.save = quiet_button(self.tr("Save as {label}").format(label=label), tip, self._save, "primary")
        self.save.setShortcut("Ctrl+S")
        return row_of(self.result_button, self.withdraw, None, cancel, self.save)

    def _tool(self, words: str, tip: str, act: Callable[[], object]) -> QPushButton:
        button = quiet_button(words, tip, act)
        button.setEnabled(False)
        return button

    def _add(self, areas: Sequence[Box | Span]) -> None:
        self.marks.add(areas, self.tr("Cover"))
        self.list.setCurrentRow(len(self.marks.areas) - 1)

    def _find(self) -> None:
        if self.words.text().strip():
            self.say("")
            self.find_requested.emit(self.words.text())

    def _remove(self) -> None:
        if (row := self.list.currentRow()) >= 0:
            self.marks.remove(row, self.tr("Take away"))

    def _choose(self, row: int) -> None:
        self.remove.setEnabled(row >= 0)
        if self.editor is not None:
            self.editor.show_areas(self.marks.areas, row)

    def _marks_changed(self) -> None:
        row, areas = self.list.currentRow(), self.marks.areas
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([self._words_of(area) for area in areas])
        self.list.setCurrentRow(min(row, len(areas) - 1))
        self.list.blockSignals(False)
        self.save.setEnabled(bool(areas) and not self._busy)
        self.result_button.setEnabled(bool(areas))
        self._warned = False
        if self.shows_result:
            self._show_result(result=False)
        self._choose(self.list.currentRow())

    def _words_of(self, area: Box | Span) -> str:
        if isinstance(area, Box):
            size = {"wide": area.right - area.left, "high": area.bottom - area.top}
            return self.tr("Page {page}: {wide} × {high} pixels").format(page=area.page, **size)
        return self.tr("Characters {first} to {last}").format(first=area.start + 1, last=area.end)

    def _toggle_result(self) -> None:
        if self.shows_result:
            self._show_result(result=False)
        else:
            self.result_button.setChecked(False)
            self.set_busy(busy=True)
            self.result_requested.emit()

    def _show_result(self, *, result: bool) -> None:
        self.shows_result = result
        self.result_button.setChecked(result)
        self.result_button.setText(self.tr("Back to marking") if result else self.tr("Show the result"))
        if self.editor is not None:
            self.editor.show_result(result=result)

    def _save(self) -> None:
        if not self.reason.text().strip():
            self.say(self.tr("Say why these parts are covered: the dossier prints it."))
            self.reason.setFocus()
            return
        self.set_busy(busy=True)
        self.save_requested.emit()

    def _state(self) -> object:
        return self.marks.areas, self.reason.text(), self.name.text()

"""The tools for drawing on a copy: what to draw, undo and redo, the words of a mark, keep or leave."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from casebook.dossier.marking.marks import Shape
from casebook.gui import theme
from casebook.gui.widgets.parts import plain_label, press_by, quiet_button, row_of


class MarkBar(QFrame):
    """Shown over the picture while marks are drawn."""

    shape_chosen = Signal(object)
    words_written = Signal(str)
    remove_requested = Signal()
    keep_requested = Signal()
    leave_requested = Signal()

    def __init__(self, stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        make = self._tool
        arrow = make(
            self.tr("Arrow"), self.tr("Drag from where it begins to what it points at (Alt+1)"), "Alt+1", Shape.ARROW
        )
        box = make(self.tr("Box"), self.tr("Drag a frame around a part (Alt+2)"), "Alt+2", Shape.BOX)
        words = make(
            self.tr("Words"), self.tr("Click where they are to stand, then write (Alt+3)"), "Alt+3", Shape.TEXT
        )
        self.tools = {Shape.ARROW: arrow, Shape.BOX: box, Shape.TEXT: words}
        group = QButtonGroup(self)
        for button in self.tools.values():
            group.addButton(button)
        arrow.setChecked(True)
        self.undo = self._act(self.tr("Undo"), self.tr("Take the last step back (Ctrl+Z)"), "Ctrl+Z", stack.undo)
        self.redo = self._act(self.tr("Redo"), self.tr("Take it again (Ctrl+Shift+Z)"), "Ctrl+Shift+Z", stack.redo)
        for button, changed in ((self.undo, stack.canUndoChanged), (self.redo, stack.canRedoChanged)):
            button.setEnabled(False)
            changed.connect(button.setEnabled)
        gone = self.tr("Take the chosen mark away (Del)")
        self.remove = self._act(self.tr("Remove"), gone, "", self.remove_requested.emit)
        self.remove.setEnabled(False)
        self.words = QLineEdit()
        self.words.setAccessibleName(self.tr("Words of the mark"))
        self.words.setPlaceholderText(self.tr("Write what it points out, then Enter"))
        self.words.setVisible(False)
        self.words.editingFinished.connect(lambda: self.words_written.emit(self.words.text()))
        keeps = self.tr("Keep the copy as the case's next exhibit; the original stays as it is (Ctrl+Enter)")
        self.keep = self._act(self.tr("Keep the copy"), keeps, "Ctrl+Return", self.keep_requested.emit)
        self.keep.setProperty("kind", "primary")
        self.leave = self._act(self.tr("Cancel"), self.tr("Leave without a copy (Esc)"), "", self.leave_requested.emit)
        self.note = plain_label("", kind="caption")
        self.notice = plain_label("", kind="warn")
        self.notice.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        column.setSpacing(theme.XS)
        row = row_of(arrow, box, words, self.undo, self.redo, self.remove, None, self.leave, self.keep)
        column.addLayout(row)
        below = QHBoxLayout()
        below.addWidget(self.note, 1)
        below.addWidget(self.words, 1)
        column.addLayout(below)
        column.addWidget(self.notice)

    def begin(self, note: str) -> None:
        """Start anew; `note` says what is drawn on."""
        self.note.setText(note)
        self.say("")
        self.ask_words(None)
        self.set_busy(busy=False)

    def say(self, words: str) -> None:
        """Say what is wrong; nothing for nothing."""
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def set_busy(self, *, busy: bool) -> None:
        """Let nobody press twice while the copy is made."""
        self.keep.setEnabled(not busy)
        self.keep.setText(self.tr("Keeping…") if busy else self.tr("Keep the copy"))

    def ask_words(self, words: str | None) -> None:
        """Ask for the words of a mark, or no more."""
        self.words.setVisible(words is not None)
        self.note.setVisible(words is None)
        self.words.setText(words or "")
        if words is not None:
            self.words.setFocus()
            self.words.selectAll()

    def _tool(self, words: str, tip: str, key: str, shape: Shape) -> QPushButton:
        button = quiet_button(words, tip, lambda: self.shape_chosen.emit(shape))
        press_by(button, key)
        button.setCheckable(True)
        return button

    def _act(self, words: str, tip: str, key: str, act: Callable[[], object]) -> QPushButton:
        button = quiet_button(words, tip, act)
        if key:
            press_by(button, key)
        return button

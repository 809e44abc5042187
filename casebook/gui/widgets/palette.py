"""The palette: a field over the window, and below it what the words in it lead to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from casebook.gui import icons
from casebook.gui import theme as look
from casebook.gui.models.palette_model import ROW, PaletteModel, spoken
from casebook.gui.models.palette_rows import PaletteRow
from casebook.gui.theme import Theme, restyle
from casebook.gui.widgets.palette_delegate import PaletteDelegate
from casebook.gui.widgets.parts import plain_label

_WIDEST = 720
_MOST_ROWS = 9
_VEIL = 70
"""How dark what lies behind becomes, of 255."""


class Palette(QWidget):
    """Covers the window it belongs to while it is open. The keyboard stays in its field; arrows walk the rows."""

    typed = Signal(str)
    """The words changed; what an input method has not committed yet is not among them."""
    chosen = Signal(object)
    """A `PaletteRow` is to be gone to."""
    all_requested = Signal(str)
    """The words are to be looked up on the search page."""
    closed = Signal()
    """It is not there any more."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._before: QWidget | None = None
        self._moved = self._looking = self._awaited = False
        self._model = PaletteModel(self)
        self._card = QFrame(self)
        self._card.setProperty("kind", "card")
        self.field = QLineEdit(self._card)
        self.field.addAction(icons.icon("search", lambda: theme.muted), QLineEdit.ActionPosition.LeadingPosition)
        self.field.installEventFilter(self)
        self.list = QListView(self._card)
        self.list.setModel(self._model)
        self._delegate = PaletteDelegate(self._model, theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = plain_label("", kind="muted", parent=self._card)
        self._nothing.setContentsMargins(look.L, look.M, look.L, look.M)
        self._hint = plain_label("", kind="caption", parent=self._card)
        self._hint.setContentsMargins(look.S, 0, look.S, 0)
        self._column = column = QVBoxLayout(self._card)
        column.setContentsMargins(look.S, look.S, look.S, look.S)
        column.setSpacing(look.S)
        for part in (self.field, self.list, self._nothing, self._hint):
            column.addWidget(part)
        self.field.textChanged.connect(self._typed)
        self.list.clicked.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self.list.viewport().update)
        window.installEventFilter(self)
        self._retranslate()
        self.hide()

    @property
    def rows(self) -> Sequence[PaletteRow]:
        """What is offered, from the top."""
        return self._model.rows

    def open(self, words: str = "") -> None:
        """Cover the window and take the keyboard; open already, it only selects what was typed."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
            QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
            self.field.setText(words)
            self._moved = False
            self.setGeometry(self._window.rect())
            self.show()
            self.raise_()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_(self, *, back: bool = True) -> None:
        """Go away, and give the keyboard back to where it was unless it has moved on."""
        if not self.isVisible():
            return
        QApplication.instance().focusChanged.disconnect(self._focus_moved)  # type: ignore[union-attr]
        before, self._before = self._before, None
        if back and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.closed.emit()

    def offer(self, rows: Sequence[PaletteRow], query: str, *, looking: bool = False) -> None:
        """Show rows; the current one stays current where the user has moved to it. `looking`: more may come."""
        before = self.list.currentIndex().data(ROW) if self._moved else None
        if rows != self._model.rows or query != self._model.query:
            self._model.show(rows, query)
            place = next((place for place, row in enumerate(rows) if row == before), 0)
            self.list.setCurrentIndex(self._model.index(place))
        self._looking = looking
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows and not looking)
        self._place()
        if rows and self._awaited:
            self._awaited = False
            self._choose(self.list.currentIndex())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the rows with the field's keys; follow the window's size."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside it closes it; one between its parts does not."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Darken what lies behind."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, _VEIL))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key, count, page = event.key(), self._model.rowCount(), _MOST_ROWS - 1
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        if key in steps and count:
            row = self.list.currentIndex().row() + steps[Qt.Key(key)]
            if abs(steps[Qt.Key(key)]) == 1:
                row %= count  # from the last to the first, as in a menu
            self._moved = True
            self.list.setCurrentIndex(self._model.index(min(max(row, 0), count - 1)))
        elif key == Qt.Key.Key_Escape:
            self.close_()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.all_requested.emit(self.field.text())
            else:
                self._choose(self.list.currentIndex())
        else:
            return key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}  # there is nowhere else to go
        return True

    def _typed(self, words: str) -> None:
        self._moved = self._awaited = False
        self.typed.emit(words)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, PaletteRow):
            self.chosen.emit(row)
        else:  # Enter was quicker than the search
            self._awaited = self._looking

    def _tell(self, index: QModelIndex) -> None:
        """Have the current row said: the focus stays in the field, so nobody would hear of it otherwise."""
        row = index.data(ROW)
        words = spoken(row) if isinstance(row, PaletteRow) else ""
        self.field.setAccessibleDescription(words)
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self.field and not self.isAncestorOf(now):
            self.close_(back=False)

    def _place(self) -> None:
        """Give the card its place at the top, as high as its rows."""
        wide = min(_WIDEST, self.width() - 2 * look.XL)
        room = self.height() - self.height() // 8 - look.XL
        rows = min(self._model.rowCount(), _MOST_ROWS)
        self.list.setFixedHeight(rows * self._delegate.height())
        self._hint.setFixedWidth(wide - 2 * look.S)
        self._column.activate()
        high = min(self._column.totalHeightForWidth(wide), room)
        if high < 0:
            high = min(self._card.sizeHint().height(), room)
        self._card.setGeometry((self.width() - wide) // 2, self.height() // 8, wide, high)

    def _retranslate(self) -> None:
        name = self.tr("Go to anything, or do anything")
        self.setAccessibleName(name)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(self.tr("Case, firm, number, words, or what you want to do"))
        self.field.setToolTip(self.tr("Arrows walk, Enter goes there, Esc closes"))
        self.list.setAccessibleName(self.tr("What was found"))
        self._nothing.setText(self.tr("Nothing found. Try fewer words, or a part of a number."))
        self._hint.setText(self.tr("> only actions   @ only firms   # tags   Enter: go   Ctrl+Enter: all matches"))
        restyle(self._hint)

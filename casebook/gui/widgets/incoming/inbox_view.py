"""The list of the inbox: thousands of rows of three heights, laid out without asking each of them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from casebook.gui.models.inbox_model import InboxModel
from casebook.gui.theme import Theme
from casebook.gui.widgets.incoming.inbox_delegate import InboxDelegate
from casebook.gui.widgets.timeline.anchored_view import AnchoredView

_Index = QModelIndex | QPersistentModelIndex


class InboxView(AnchoredView):
    """Rows whose heights are known from what they show. It stays where it is when rows come and go."""

    def __init__(self, model: InboxModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = model
        self._delegate = InboxDelegate(theme, self)
        self._hover = -1
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        theme.changed.connect(self.relayout)

    def guesses(self, width: int) -> Iterable[int]:
        """Return the height of every row: these are no guesses."""
        del width
        return self._delegate.heights(self._rows.lines)

    def height_of(self, row: int) -> int:
        """Return the height of a row."""
        return self._heights.height(row)

    def is_stop(self, row: int) -> bool:
        """Return whether there is such a row: the keyboard stops at all of them."""
        return 0 <= row < len(self._heights)

    def forget_layout(self) -> None:
        """Forget where the pointer was."""
        self._hover = -1

    def column_width(self) -> int:
        """Return the whole width."""
        return self.viewport().width()

    def visualRect(self, index: _Index) -> QRect:
        """Return where a row is, in viewport coordinates, from edge to edge."""
        rect = super().visualRect(index)
        return rect if rect.isNull() else QRect(0, rect.top(), self.column_width(), rect.height())

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the rows from the top of a rectangle to its foot."""
        if not len(self._heights):
            return
        scrolled, box = self.verticalScrollBar().value(), rect.normalized()
        first, last = (self._heights.at(y + scrolled) for y in (box.top(), box.bottom()))
        index = self._rows.index
        self.selectionModel().select(QItemSelection(index(first, 0), index(last, 0)), command)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.surface)
        option, state = QStyleOptionViewItem(), QStyle.StateFlag
        self.initViewItemOption(option)
        plain, chosen, current = option.state, self.selectionModel(), self.currentIndex().row()
        for row in self.visible_rows():
            index = self._rows.index(row, 0)
            option.rect = self.visualRect(index)
            if not option.rect.intersects(event.rect()):
                continue
            option.state = plain & ~state.State_HasFocus
            if chosen.isSelected(index):
                option.state |= state.State_Selected
            if row == self._hover:
                option.state |= state.State_MouseOver
            if row == current and self.hasFocus():
                option.state |= state.State_HasFocus
            self._delegate.paint(painter, option, index)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        super().mouseMoveEvent(event)
        self._point_at(event.position().toPoint())

    def leaveEvent(self, event: object) -> None:
        """Nothing is pointed at any more."""
        del event
        self._point_at(QPoint(-1, -1))

    def _settle(self, anchor: int = -1) -> None:
        self._at_end = False  # what is new comes at the top: whoever reads the last row stays at that row
        super()._settle(anchor)

    def _point_at(self, point: QPoint) -> None:
        row = self.indexAt(point).row()
        if row != self._hover:
            self._hover = row
            self.viewport().update()

"""A short list for the side panel: two lines a row, a ring or a tick before it, as high as its rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from casebook.gui import icons
from casebook.gui.models.row_model import Row, RowModel
from casebook.gui.theme import BODY, SMALL, TINY, Theme

_HEIGHT = 46
_RING = 16
_MOST = 8
"""So many rows are shown before the list scrolls by itself."""
_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Draws a row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the one height of all rows."""
        del index
        return QSize(option.rect.width(), _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ring, title and second line."""
        model = index.model()
        row = model.row(index.row()) if isinstance(model, RowModel) else None
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, rect = self._theme, QRect(option.rect)
        chosen = option.state & QStyle.StateFlag.State_HasFocus and option.state & QStyle.StateFlag.State_Selected
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme.accent, 1) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent_soft if chosen else theme.chip)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        left = rect.left() + 8
        if row.ring:
            self._ring(painter, QPointF(left + 6, rect.top() + 14), row)
            left += _RING
        room = rect.right() - 6 - left
        title, detail = theme.font(SMALL if row.mono else BODY, mono=row.mono), theme.font(TINY)
        painter.setPen(theme.muted if row.ticked else theme.text)
        painter.setFont(title)
        how = Qt.TextElideMode.ElideMiddle if row.mono else Qt.TextElideMode.ElideRight
        words = QFontMetrics(title).elidedText(" ".join(row.title.split()), how, room)
        painter.drawText(QRect(left, rect.top() + 4, room, 21), Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(theme.warn if row.warn else theme.muted)
        painter.setFont(detail)
        words = QFontMetrics(detail).elidedText(row.detail, Qt.TextElideMode.ElideRight, rect.right() - 6 - left)
        painter.drawText(QRect(left, rect.top() + 24, room, 18), Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def _ring(self, painter: QPainter, middle: QPointF, row: Row) -> None:
        if row.ticked:
            box = QRect(int(middle.x()) - 7, int(middle.y()) - 7, 14, 14)
            icons.paint(painter, box, "check", self._theme.accent)
            return
        painter.setPen(QPen(self._theme.warn if row.warn else self._theme.text, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, 5, 5)


class RowList(QListView):
    """Shows rows in full; a click on the ring ticks off, Enter or a click elsewhere opens."""

    activated_id = Signal(int)
    """A row was opened."""
    ticked_id = Signal(int)
    """A row's ring was clicked, or Space was pressed on it."""
    menu_id = Signal(int, QPoint)
    """The context menu of a row, at a point of the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RowModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setStyleSheet("QListView { background: transparent; }")
        self.customContextMenuRequested.connect(self._menu)
        theme.changed.connect(self.viewport().update)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, as high as they need."""
        self._rows.show(rows)
        self.setVisible(bool(rows))
        self.setFixedHeight(min(len(rows), _MOST) * _HEIGHT)

    def rows(self) -> list[Row]:
        """Return what is shown."""
        return [row for n in range(self._rows.rowCount()) if (row := self._rows.row(n))]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick off or open."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self._rows.row(index.row()) if index.isValid() else None
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            return
        on_ring = point.x() - self.visualRect(index).left() < 8 + _RING + 2
        if row.ring and not row.ticked and on_ring:
            self.ticked_id.emit(row.id)
        else:
            self.activated_id.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space ticks off."""
        row = self._rows.row(self.currentIndex().row())
        if row and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated_id.emit(row.id)
        elif row and row.ring and not row.ticked and event.key() == Qt.Key.Key_Space:
            self.ticked_id.emit(row.id)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a hand, since rows react to a single click."""
        if event.type() == QEvent.Type.Enter:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        return super().viewportEvent(event)

    def _menu(self, point: QPoint) -> None:
        index = self.indexAt(point) if self.viewport().rect().contains(point) else self.currentIndex()
        if row := self._rows.row(index.row()):
            self.menu_id.emit(row.id, self.viewport().mapToGlobal(point))

"""Draws the sidebar's rows: a rounded selection, the name, the count at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casebook.gui import icons
from casebook.gui import theme as look
from casebook.gui.models.sidebar_model import ROW, SidebarRow, View, caption
from casebook.gui.theme import Theme
from casebook.gui.widgets.row_ground import is_ringed

_ROW, _HEADING = 32, 44
_COMPACT_ROW, _COMPACT_HEADING = 40, 17


class SidebarDelegate(QStyledItemDelegate):
    """Paints a `SidebarRow`."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.compact = False
        """Icons instead of words, where the window is narrow."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the row's height; a heading stands apart from what is above it."""
        del option
        heading = _row(index).choice.view is View.HEADING
        if self.compact:
            return QSize(0, _COMPACT_HEADING if heading else _COMPACT_ROW)
        return QSize(0, _HEADING if heading else _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        row, theme = _row(index), self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect.adjusted(look.S, 0, -look.S, 0)
        inside = box.adjusted(10, 0, -10, 0)
        if row.choice.view is View.HEADING:
            self._heading(painter, inside, row)
            painter.restore()
            return
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent_soft if selected else _half(theme.chip))
            painter.drawRoundedRect(box, 6, 6)
        if selected and is_ringed(state):
            painter.setPen(theme.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 6, 6)
        if self.compact:
            self._picture(painter, box, row)
        else:
            self._words(painter, inside, row, selected)
        painter.restore()

    def _heading(self, painter: QPainter, inside: QRect, row: SidebarRow) -> None:
        theme = self._theme
        if self.compact:
            painter.fillRect(QRect(inside.left(), inside.center().y(), inside.width(), 1), theme.line)
            return
        painter.setFont(theme.font(look.TINY))
        painter.setPen(theme.muted)
        painter.drawText(inside.adjusted(0, 0, 0, -look.S), _LEFT_BOTTOM, caption(row))

    def _picture(self, painter: QPainter, box: QRect, row: SidebarRow) -> None:
        """Draw the icon of a view or the first letter of a firm, and the count below it."""
        theme, middle = self._theme, Qt.AlignmentFlag.AlignCenter
        upper = QRect(box.left(), box.top() + look.XS, box.width(), 20)
        if row.choice.view is View.FIRM:
            painter.setFont(theme.font(look.BODY, bold=True))
            painter.setPen(theme.text)
            painter.drawText(upper, middle, row.name[:1].upper())
        else:
            icon = QRect(upper.center().x() - 9, upper.top(), 20, 20)
            icons.paint(painter, icon, row.choice.view.value, theme.text)
        urgent = row.choice.view is View.TODAY
        painter.setFont(theme.font(11, bold=urgent))
        painter.setPen(theme.warn if urgent else theme.muted)
        painter.drawText(QRect(box.left(), box.top() + 23, box.width(), 14), middle, str(row.count or ""))

    def _words(self, painter: QPainter, inside: QRect, row: SidebarRow, selected: bool) -> None:
        theme = self._theme
        urgent = row.choice.view is View.TODAY and row.count > 0
        number = str(row.count) if row.count else ""
        painter.setFont(theme.font(look.SMALL, bold=urgent))
        width = painter.fontMetrics().horizontalAdvance(number)
        painter.setPen(theme.warn if urgent else theme.muted)
        painter.drawText(inside, _RIGHT, number)
        painter.setFont(theme.font(look.BODY, bold=selected))
        painter.setPen(theme.text)
        room = inside.width() - (width + look.S if number else 0)
        words = painter.fontMetrics().elidedText(caption(row), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inside, _LEFT, words)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT_BOTTOM = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


def _row(index: QModelIndex | QPersistentModelIndex) -> SidebarRow:
    row = index.data(ROW)
    assert isinstance(row, SidebarRow)
    return row


def _half(colour: QColor) -> QColor:
    result = QColor(colour)
    result.setAlphaF(0.6)
    return result

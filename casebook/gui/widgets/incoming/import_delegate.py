"""Draws a conversation that would come in: a tick, what it is about and when, who wrote, and what would happen."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionButton, QStyleOptionViewItem

from casebook.gui import theme as look
from casebook.gui.models.import_threads import ImportThreads
from casebook.gui.theme import Theme
from casebook.gui.widgets.row_ground import paint_focus_bar, paint_ground
from casebook.mail.preview import Thread

_Index = QModelIndex | QPersistentModelIndex
_GAP = 2
_BOX = 16


class ImportDelegate(QStyledItemDelegate):
    """Three lines a row, all rows of one height: a list of twenty thousand is laid out at once."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the one size of all rows; the width is the view's."""
        del option, index
        small, body = self._metrics(look.SMALL).height(), self._metrics(look.BODY).height()
        return QSize(100, body + 2 * (small + _GAP) + 2 * look.S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        thread = index.data(ImportThreads.ThreadRole)
        if not isinstance(thread, Thread):
            return
        painter.save()
        rect = QRect(option.rect)
        paint_ground(painter, rect, option.state, self._theme)
        paint_focus_bar(painter, rect, option.state, self._theme)
        self._paint_box(painter, option, index)
        left = look.M + _BOX + look.M
        self._paint_words(painter, rect.adjusted(left, look.S, -look.M, -look.S), index, thread)
        painter.setPen(self._theme.line)
        painter.drawLine(rect.left() + left, rect.bottom(), rect.right(), rect.bottom())
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """A click on the box, or Space, turns the tick."""
        if not isinstance(model, ImportThreads):
            return False
        space = (
            event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        )
        clicked = event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent)
        if space or (clicked and self._hit(option.rect, event)):
            model.toggle(index.row())
            return True
        return False

    def _hit(self, rect: QRect, event: QEvent) -> bool:
        assert isinstance(event, QMouseEvent)
        near = event.position().toPoint().x() - rect.left() < look.M + _BOX + look.S
        return event.button() == Qt.MouseButton.LeftButton and near

    def _paint_box(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        box = QStyleOptionButton()
        box.initFrom(option.widget)
        on = state == Qt.CheckState.Checked
        box.state = QStyle.StateFlag.State_Enabled | (QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off)
        box.rect = QRect(option.rect.left() + look.M, option.rect.top() + look.S + 2, _BOX, _BOX)
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, option.widget)

    def _paint_words(self, painter: QPainter, inner: QRect, index: _Index, thread: Thread) -> None:
        first, small = self._metrics(look.BODY, bold=True), self._metrics(look.SMALL)
        when = str(index.data(ImportThreads.WhenRole))
        top = QRect(inner.left(), inner.top(), inner.width(), first.height())
        painter.setFont(self._theme.font(look.SMALL))
        painter.setPen(self._theme.muted)
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, when)
        painter.setFont(self._theme.font(look.BODY, bold=True))
        painter.setPen(self._theme.text if thread.new else self._theme.muted)
        room = top.width() - small.horizontalAdvance(when) - look.M
        words = first.elidedText(" ".join(str(index.data()).split()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        y = top.bottom() + 1 + _GAP
        painter.setFont(self._theme.font(look.SMALL))
        comes = self._theme.accent if thread.new and thread.filed else self._theme.muted
        who = self._theme.warn if thread.warns else self._theme.muted
        for role, colour in ((ImportThreads.SecondRole, who), (ImportThreads.ComesRole, comes)):
            painter.setPen(colour)
            fitted = small.elidedText(str(index.data(role)), Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(QRect(inner.left(), y, inner.width(), small.height()), 0, fitted)
            y += small.height() + _GAP

    def _metrics(self, size: int, *, bold: bool = False) -> QFontMetrics:
        return QFontMetrics(self._theme.font(size, bold=bold))

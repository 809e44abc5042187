"""Draws a case in two lines: title and due badge, firm and number and how long they have kept silent."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casebook.gui import theme as look
from casebook.gui.models.case_list_model import ROW, CaseListModel, badge, second_line, waiting
from casebook.gui.theme import Theme
from casebook.gui.widgets.sidebar_delegate import is_ringed
from casebook.journal.listings import CaseRow
from casebook.journal.terms import CaseStatus

HEIGHT = 66
_BAR = 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CaseDelegate(QStyledItemDelegate):
    """Paints a `CaseRow`; an amber bar at the left where something is due."""

    def __init__(self, model: CaseListModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the fixed height of a row."""
        del option, index
        return QSize(0, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one case."""
        row, theme = index.data(ROW), self._theme
        assert isinstance(row, CaseRow)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        now = self._model.now()
        due = badge(row, now)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.accent_soft)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.raised)
        if due:
            painter.fillRect(QRect(box.left(), box.top(), _BAR, box.height() - 1), theme.warn)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.line)
        if state & QStyle.StateFlag.State_Selected and is_ringed(state):
            painter.setPen(theme.accent)
            painter.drawRect(box.adjusted(_BAR, 0, -1, -2))
        inside = box.adjusted(look.L, look.M, -look.L, -look.M)
        upper = QRect(inside.left(), inside.top(), inside.width(), 20)
        lower = QRect(inside.left(), inside.top() + 22, inside.width(), 20)
        closed = row.status is CaseStatus.CLOSED
        self._line(
            painter,
            upper,
            (row.title, look.BODY, True),
            theme.muted if closed else theme.text,
            right=due,
            right_colour=theme.warn,
        )
        second = (second_line(row), look.SMALL, False)
        self._line(painter, lower, second, theme.muted, right=waiting(row, now), right_colour=theme.muted)
        painter.restore()

    def _line(
        self,
        painter: QPainter,
        box: QRect,
        left: tuple[str, int, bool],
        colour: QColor,
        *,
        right: str,
        right_colour: QColor,
    ) -> None:
        """Draw words at the left, cut short where the words at the right need the room."""
        painter.setFont(self._theme.font(look.SMALL))
        width = painter.fontMetrics().horizontalAdvance(right)
        painter.setPen(right_colour)
        painter.drawText(box, _RIGHT, right)
        words, size, bold = left
        painter.setFont(self._theme.font(size, bold=bold))
        painter.setPen(colour)
        room = box.width() - (width + look.M if right else 0)
        painter.drawText(box, _LEFT, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))

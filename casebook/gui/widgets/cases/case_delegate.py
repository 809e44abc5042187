"""Draws a case in two lines (title, what is due; firm and number, waiting) or as cells of a table; and headings."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casebook.gui import icons
from casebook.gui import theme as look
from casebook.gui.models.case_list_model import ROW, CaseListModel, Heading
from casebook.gui.models.case_words import COLUMNS, badge, second_line, waiting
from casebook.gui.theme import Theme
from casebook.gui.widgets.row_ground import is_ringed, paint_ground
from casebook.journal.listings import CaseRow
from casebook.journal.terms import CaseStatus

HEIGHT, CELL, HEADING = 66, 34, 36
"""How high are a case in two lines, a row of the table, and a heading."""

_BAR = 3
_ARROW = 14
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CaseDelegate(QStyledItemDelegate):
    """Paints what `CaseListModel` lists; an amber bar at the left where something is due."""

    def __init__(self, model: CaseListModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row; the view knows the widths."""
        del option
        if isinstance(index.data(ROW), Heading):
            return QSize(0, HEADING)
        return QSize(0, CELL if self._model.wide else HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one case, one cell of it, or a heading."""
        row, box, state = index.data(ROW), option.rect, option.state
        painter.save()
        if isinstance(row, Heading):
            painter.setClipRect(box)  # of a table, each cell of the row draws its part of the one heading
            self._heading(painter, _whole_row(box, option.widget), state, row)
        elif isinstance(row, CaseRow):
            self._ground(painter, box, state)
            if self._model.wide:
                self._cell(painter, box, index, row)
            else:
                self._lines(painter, box, row)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        theme = self._theme
        # In a table only one cell of the row is under the mouse.
        paint_ground(painter, box, state & ~QStyle.StateFlag.State_MouseOver if self._model.wide else state, theme)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.line)
        if is_ringed(state):
            painter.setPen(theme.accent)
            painter.drawRect(box.adjusted(_BAR if not self._model.wide else 0, 0, -1, -2))

    def _heading(self, painter: QPainter, box: QRect, state: QStyle.StateFlag, row: Heading) -> None:
        theme = self._theme
        painter.fillRect(box, theme.window)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.line)
        if is_ringed(state):
            painter.setPen(theme.accent)
            painter.drawRect(box.adjusted(0, 0, -1, -2))
        inside = box.adjusted(look.S, 0, -look.L, 0)
        arrow = QRect(inside.left(), box.center().y() - _ARROW // 2, _ARROW, _ARROW)
        icons.paint(painter, arrow, "chevron-right" if row.folded else "chevron-down", theme.muted)
        words = inside.adjusted(_ARROW + look.S, 0, 0, 0)
        self._line(painter, words, (row.words, look.SMALL, True), theme.text, right=str(row.count))

    def _lines(self, painter: QPainter, box: QRect, row: CaseRow) -> None:
        theme, now = self._theme, self._model.now()
        due = badge(row, now)
        if due:
            painter.fillRect(QRect(box.left(), box.top(), _BAR, box.height() - 1), theme.warn)
        inside = box.adjusted(look.L, look.M, -look.L, -look.M)
        upper = QRect(inside.left(), inside.top(), inside.width(), 20)
        lower = QRect(inside.left(), inside.top() + 22, inside.width(), 20)
        shade = theme.muted if row.status is CaseStatus.CLOSED else theme.text
        self._line(painter, upper, (row.title, look.BODY, True), shade, right=due, right_colour=theme.warn)
        self._line(painter, lower, (second_line(row), look.SMALL, False), theme.muted, right=waiting(row, now))

    def _cell(self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex, row: CaseRow) -> None:
        theme, now, column = self._theme, self._model.now(), COLUMNS[index.column()]
        words, urgent = column.text(row, now), bool(badge(row, now))
        main = column.name == "title"
        if main and urgent:
            painter.fillRect(QRect(box.left(), box.top(), _BAR, box.height() - 1), theme.warn)
        warns = urgent and column.name == "due"
        shade = theme.warn if warns else theme.text if main and row.status is CaseStatus.OPEN else theme.muted
        painter.setFont(theme.font(look.SMALL, bold=main))
        painter.setPen(shade)
        inside = box.adjusted(look.S, 0, -look.S, 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, _RIGHT if column.right else _LEFT, shown)

    def _line(
        self,
        painter: QPainter,
        box: QRect,
        left: tuple[str, int, bool],
        colour: QColor,
        *,
        right: str,
        right_colour: QColor | None = None,
    ) -> None:
        """Draw words at the left, cut short where the words at the right need the room."""
        painter.setFont(self._theme.font(look.SMALL))
        width = painter.fontMetrics().horizontalAdvance(right)
        painter.setPen(right_colour or self._theme.muted)
        painter.drawText(box, _RIGHT, right)
        words, size, bold = left
        painter.setFont(self._theme.font(size, bold=bold))
        painter.setPen(colour)
        room = box.width() - (width + look.M if right else 0)
        painter.drawText(box, _LEFT, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))


def _whole_row(box: QRect, view: object) -> QRect:
    width = view.viewport().width() if isinstance(view, QAbstractItemView) else box.width()
    return QRect(0, box.top(), width, box.height())

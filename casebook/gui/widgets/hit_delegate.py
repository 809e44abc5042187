"""Draws one search hit: case and date, what it is, and the words around the match with the match emphasised."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casebook.gui import icons, texts
from casebook.gui import theme as look
from casebook.gui.models.search_model import ICONS, ROW, Found, SearchModel, emphasised, headline, marks, whereabouts
from casebook.gui.theme import Theme
from casebook.gui.widgets.row_ground import paint_ground
from casebook.gui.widgets.timeline.marked_line import draw_marked
from casebook.journal.times import Clock

HEIGHT = 86
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight


class HitDelegate(QStyledItemDelegate):
    """Paints a `Found`."""

    def __init__(self, model: SearchModel, theme: Theme, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._clock = clock

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the fixed height of a row."""
        del option, index
        return QSize(0, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one hit."""
        row, theme = index.data(ROW), self._theme
        assert isinstance(row, Found)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        paint_ground(painter, box, state, theme)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.line)
        inside = box.adjusted(look.XL, look.S + 2, -look.XL, -look.S)
        icons.paint(painter, QRect(inside.left(), inside.top() + 1, 20, 20), ICONS[row.kind], theme.muted)
        inside = inside.adjusted(20 + look.M, 0, 0, 0)
        lines = [QRect(inside.left(), inside.top() + at, inside.width(), 20) for at in (0, 22, 44)]
        self._head(painter, lines[0], row, self._clock())
        painter.setFont(theme.font(look.TINY))
        painter.setPen(theme.muted)
        painter.drawText(lines[1], _LEFT, painter.fontMetrics().elidedText(whereabouts(row), _ELIDE, inside.width()))
        self._snippet(painter, lines[2], row)
        painter.restore()

    def _head(self, painter: QPainter, box: QRect, row: Found, now: datetime) -> None:
        theme, when = self._theme, ""
        if row.hit.happened_at:
            when = texts.short_date(texts.here(row.hit.happened_at).date(), now)
        painter.setFont(theme.font(look.SMALL))
        width = painter.fontMetrics().horizontalAdvance(when)
        painter.setPen(theme.muted)
        painter.drawText(box, _RIGHT, when)
        painter.setFont(theme.font(look.BODY, bold=True))
        painter.setPen(theme.text)
        words = painter.fontMetrics().elidedText(headline(row), _ELIDE, box.width() - width - look.M)
        painter.drawText(box, _LEFT, words)

    def _snippet(self, painter: QPainter, box: QRect, row: Found) -> None:
        """Draw one line of plain text, the words of the query in bold accent."""
        theme, words = self._theme, " ".join(row.hit.snippet.split())
        found = marks(words, emphasised(self._model.query, row.hit))
        draw_marked(painter, box, words, found, theme.font(look.SMALL), theme.text, theme.accent)

"""Draws one row of the palette: icon, name, what it belongs to below, its key or its kind at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casebook.gui import icons
from casebook.gui import theme as look
from casebook.gui.models.palette_model import ROW, PaletteModel
from casebook.gui.models.palette_rows import PaletteRow
from casebook.gui.models.search_model import emphasised, marks
from casebook.gui.theme import Theme
from casebook.gui.widgets.timeline.marked_line import draw_marked

_ICON = 18
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight


class PaletteDelegate(QStyledItemDelegate):
    """Paints a `PaletteRow` in two lines."""

    def __init__(self, model: PaletteModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme

    def height(self) -> int:
        """Return the height of every row."""
        lines = (QFontMetrics(self._theme.font(size)).height() for size in (look.BODY, look.TINY))
        return sum(lines) + 2 * look.S

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the one height of all rows."""
        del option, index
        return QSize(0, self.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row; the current one is framed, since the keyboard stays in the field above."""
        row, theme = index.data(ROW), self._theme
        if not isinstance(row, PaletteRow):
            return
        state: QStyle.StateFlag = option.state
        box = QRect(option.rect).adjusted(look.XS, 0, -look.XS, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme.accent, 1) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent_soft if chosen else theme.chip)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), look.XS, look.XS)
        inside = box.adjusted(look.M, look.S, -look.M, -look.S)
        top = inside.top() + (inside.height() - _ICON) // 2
        icons.paint(painter, QRect(inside.left(), top, _ICON, _ICON), row.icon, theme.muted)
        inside.setLeft(inside.left() + _ICON + look.M)
        self._words(painter, inside, row)
        painter.restore()

    def _words(self, painter: QPainter, inside: QRect, row: PaletteRow) -> None:
        theme, small = self._theme, self._theme.font(look.TINY)
        metrics = QFontMetrics(small)
        tail = metrics.elidedText(row.tail, _ELIDE, inside.width() // 2)
        first = QRect(inside)
        if row.detail:
            first.setHeight(QFontMetrics(theme.font(look.BODY)).height())
        painter.setFont(small)
        painter.setPen(theme.muted)
        painter.drawText(first, _RIGHT, tail)
        if row.detail:
            second = QRect(inside.left(), first.bottom() + 1, inside.width(), inside.bottom() - first.bottom())
            painter.drawText(second, _LEFT, metrics.elidedText(row.detail, _ELIDE, second.width()))
        first.setRight(first.right() - metrics.horizontalAdvance(tail) - look.M)
        font, title = theme.font(look.BODY), " ".join(row.title.split())
        found = marks(title, emphasised(self._model.query, row.found.hit)) if row.found else []
        shown = QFontMetrics(font).elidedText(title, _ELIDE, first.width()) if not found else title
        draw_marked(painter, first, shown, found, font, theme.text, theme.accent)

"""Draws the rows of the inbox: subject, people, and the case they seem to belong to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from casebook.gui import theme as look
from casebook.gui.models.inbox_model import InboxLine, InboxModel
from casebook.gui.theme import Theme
from casebook.gui.widgets.row_ground import paint_focus_bar, paint_ground

Index = QModelIndex | QPersistentModelIndex
_GAP = 3


class InboxDelegate(QStyledItemDelegate):
    """Two or three lines a row; the mails of a longer thread are set in below it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def heights(self, lines: Sequence[InboxLine]) -> list[int]:
        """Return the height of each of these rows. Rows with a suggestion are a line higher."""
        small, body = self._metrics(look.SMALL).height(), self._metrics(look.BODY).height()
        inner, plain = 2 * small + _GAP + 2 * look.S, body + small + _GAP + 2 * look.M
        guessed = plain + small + _GAP
        return [inner if line.inner else guessed if line.thread.guesses else plain for line in lines]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of one row; the width is the view's."""
        line = index.data(InboxModel.LineRole)
        return QSize(option.rect.width(), self.heights([line])[0] if isinstance(line, InboxLine) else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        line = index.data(InboxModel.LineRole)
        if not isinstance(line, InboxLine):
            return
        painter.save()
        rect = option.rect
        paint_ground(painter, rect, option.state, self._theme)
        paint_focus_bar(painter, rect, option.state, self._theme)
        indent = look.XL + look.L if line.inner else look.L
        above = look.S if line.inner else look.M
        inner = rect.adjusted(indent, above, -look.L, -above)
        self._paint_words(painter, inner, index, inner_row=line.inner)
        painter.setPen(self._theme.line)
        painter.drawLine(rect.left() + indent, rect.bottom(), rect.right(), rect.bottom())
        painter.restore()

    def _paint_words(self, painter: QPainter, inner: QRect, index: Index, *, inner_row: bool) -> None:
        size = look.SMALL if inner_row else look.BODY
        first, small = self._metrics(size, bold=not inner_row), self._metrics(look.SMALL)
        when = str(index.data(InboxModel.WhenRole))
        wide = small.horizontalAdvance(when) + look.M
        top = QRect(inner.left(), inner.top(), inner.width(), first.height())
        painter.setFont(self._theme.font(look.SMALL))
        painter.setPen(self._theme.muted)
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, when)
        painter.setFont(self._theme.font(size, bold=not inner_row))
        painter.setPen(self._theme.text)
        words = first.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, top.width() - wide)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        y = top.bottom() + 1 + _GAP
        painter.setFont(self._theme.font(look.SMALL))
        line = index.data(InboxModel.LineRole)
        guess = line.thread.guess if isinstance(line, InboxLine) else None
        said = self._theme.accent if guess and guess.certain else self._theme.muted
        said = self._theme.warn if guess and guess.suspect else said
        for role, colour in ((InboxModel.SecondRole, self._theme.muted), (InboxModel.GuessRole, said)):
            if text := str(index.data(role) or ""):
                painter.setPen(colour)
                fitted = small.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
                painter.drawText(QRect(inner.left(), y, inner.width(), small.height()), 0, fitted)
            y += small.height() + _GAP

    def _metrics(self, size: int, *, bold: bool = False) -> QFontMetrics:
        return QFontMetrics(self._theme.font(size, bold=bold))

"""Draws the rows of Today and of the reminder: what, where, why, when, and the buttons of the row in use."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from casebook.gui import theme as look
from casebook.gui.models.due_items import DueItem
from casebook.gui.models.due_model import DueModel
from casebook.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_BAR = 3
_BUTTON = 24
_FOOT = 6
_ROW_GAP = 3


class DueAction(StrEnum):
    """What can be done with a row."""

    DONE = "done"
    SNOOZE = "snooze"
    CHANGE = "change"
    DROP = "drop"
    WHY = "why"
    RESOLVE = "resolve"
    SUPPLY = "supply"
    WRITE = "write"
    OPEN = "open"
    FILE = "file"


KEYS = {
    DueAction.DONE: "D",
    DueAction.SNOOZE: "S",
    DueAction.CHANGE: "C",
    DueAction.DROP: "X",
    DueAction.WHY: "W",
    DueAction.RESOLVE: "K",
    DueAction.SUPPLY: "U",
    DueAction.WRITE: "M",
    DueAction.OPEN: "Return",
    DueAction.FILE: "Return",
}
"""The key of each action while the list has the focus."""


BULK = (DueAction.DONE, DueAction.SNOOZE, DueAction.CHANGE, DueAction.DROP)
"""What can be done with several follow-ups at once."""


def actions_of(item: DueItem) -> tuple[DueAction, ...]:
    """Return what an item has buttons for, in their order."""
    if item.follow_up:
        answer = DueAction.RESOLVE if item.follow_up.promise_id else DueAction.DONE
        answer = DueAction.SUPPLY if item.follow_up.request_id else answer
        return (answer, DueAction.SNOOZE, DueAction.WHY, DueAction.OPEN, DueAction.WRITE)
    if item.request:
        return (DueAction.SUPPLY, DueAction.OPEN, DueAction.WRITE)
    return (DueAction.RESOLVE, DueAction.OPEN, DueAction.WRITE) if item.promise else (DueAction.FILE,)


def all_actions_of(item: DueItem) -> tuple[DueAction, ...]:
    """Return all that can be done with an item: what has a button, and what is in the menu only."""
    own = actions_of(item)
    return (*own, *(action for action in BULK if item.follow_up and action not in own))


class DueDelegate(QStyledItemDelegate):
    """Three lines a row; the buttons appear on the row that is current or under the pointer, and the one that has the
    words ready on every row whose time has come.
    """

    pressed = Signal(object, QModelIndex)
    """A `DueAction` and the row it is for."""

    def __init__(self, theme: Theme, captions: Callable[[DueAction], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._captions = captions
        self._measured: dict[tuple[int, bool], QFontMetrics] = {}
        """Made once: a list of a thousand rows asks for them thousands of times."""
        theme.changed.connect(self._forget)
        self._hidden = False
        """Whether the row that the mouse was pressed on did not show its buttons."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings are lower than rows; the width is the view's."""
        del option
        small = self._metrics(look.SMALL).height()
        if index.data(DueModel.ItemRole) is None:
            return QSize(100, look.L + small + look.S)
        return QSize(100, self._metrics(look.BODY).height() + 2 * small + 2 * _ROW_GAP + 2 * look.M)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a heading or a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        item = index.data(DueModel.ItemRole)
        if item is None:
            self._paint_heading(painter, option.rect, str(index.data()))
        else:
            self._paint_item(painter, option, index, item)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on one of the drawn buttons."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._hidden = _is_one_of_several(option, index)
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            item = index.data(DueModel.ItemRole)
            at = event.position().toPoint()
            if item is not None and event.button() == Qt.MouseButton.LeftButton:
                for action, rect in self.buttons(option.rect, item):
                    if rect.contains(at) and (action is DueAction.WRITE or not self._hidden):
                        self.pressed.emit(action, model.index(index.row(), 0))
                        return True
        return super().editorEvent(event, model, option, index)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tell a button's key, and show in full what had no room."""
        item = index.data(DueModel.ItemRole)
        if event.type() != QEvent.Type.ToolTip or item is None:
            return super().helpEvent(event, view, option, index)
        text = "\n".join(str(index.data(role)) for role in (Qt.ItemDataRole.DisplayRole, DueModel.WhyRole))
        for action, rect in self.buttons(option.rect, item):
            if rect.contains(event.pos()):
                text = f"{self._captions(action)} ({KEYS[action]})"
        QToolTip.showText(event.globalPos(), _escaped(text), view)
        return True

    def buttons(self, rect: QRect, item: DueItem) -> list[tuple[DueAction, QRect]]:
        """Return where the buttons of a row are drawn, left to right."""
        metrics, right = self._metrics(look.SMALL), rect.right() - look.XL
        placed = []
        for action in reversed(actions_of(item)):
            width = metrics.horizontalAdvance(self._captions(action)) + 2 * look.M
            placed.append((action, QRect(right - width, rect.bottom() - _FOOT - _BUTTON, width, _BUTTON)))
            right -= width + look.S
        return placed[::-1]

    def _paint_heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.setFont(self._theme.font(look.SMALL))
        painter.setPen(self._theme.muted)
        inner = rect.adjusted(look.XL, look.L, -look.XL, -look.XS)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(self._theme.line)
        painter.drawLine(inner.left(), rect.bottom(), inner.right(), rect.bottom())

    def _paint_item(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, item: DueItem) -> None:
        rect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        used = chosen or bool(option.state & QStyle.StateFlag.State_MouseOver)
        if used:
            painter.fillRect(rect, self._theme.accent_soft if chosen else self._theme.raised)
        late = bool(index.data(DueModel.LateRole))
        if late:
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), self._theme.warn)
        inner = rect.adjusted(look.XL, look.M, -look.XL, -look.M)
        free = inner.width()
        placed = self.buttons(rect, item)
        if not used or _is_one_of_several(option, index):
            placed = [(action, box) for action, box in placed if late and action is DueAction.WRITE]
        if placed:
            self._paint_buttons(painter, placed)
            free = placed[0][1].left() - look.L - inner.left()
        self._paint_words(painter, inner, index, late=late, free=free)
        painter.setPen(self._theme.line)
        painter.drawLine(inner.left(), rect.bottom(), inner.right(), rect.bottom())

    def _paint_words(self, painter: QPainter, inner: QRect, index: Index, *, late: bool, free: int) -> None:
        """Draw the three lines; the lowest has `free` pixels before the buttons."""
        stated = str(index.data(DueModel.WhenRole))
        small, body = self._metrics(look.SMALL), self._metrics(look.BODY, bold=True)
        wide = small.horizontalAdvance(stated) + look.L
        top = inner.top()
        painter.setFont(self._theme.font(look.BODY, bold=True))
        painter.setPen(self._theme.text)
        title = body.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width() - wide)
        painter.drawText(QRect(inner.left(), top, inner.width(), body.height()), 0, title)
        painter.setFont(self._theme.font(look.SMALL))
        painter.setPen(self._theme.warn if late else self._theme.muted)
        painter.drawText(QRect(inner.left(), top, inner.width(), body.height()), Qt.AlignmentFlag.AlignRight, stated)
        painter.setPen(self._theme.muted)
        top += body.height() + _ROW_GAP
        for role, room in ((DueModel.PlaceRole, inner.width()), (DueModel.WhyRole, free)):
            line = small.elidedText(_one_line(str(index.data(role))), Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(inner.left(), top, room, small.height()), 0, line)
            top += small.height() + _ROW_GAP

    def _paint_buttons(self, painter: QPainter, placed: list[tuple[DueAction, QRect]]) -> None:
        painter.setFont(self._theme.font(look.SMALL))
        for action, rect in placed:
            ready = action is DueAction.WRITE
            painter.setBrush(self._theme.surface)
            painter.setPen(self._theme.accent if ready else self._theme.line)
            painter.drawRoundedRect(rect, 6, 6)
            painter.setPen(self._theme.accent if ready else self._theme.text)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._captions(action))

    def _metrics(self, size: int, *, bold: bool = False) -> QFontMetrics:
        if (size, bold) not in self._measured:
            self._measured[size, bold] = QFontMetrics(self._theme.font(size, bold=bold))
        return self._measured[size, bold]

    def _forget(self) -> None:
        self._measured.clear()


def _is_one_of_several(option: QStyleOptionViewItem, index: Index) -> bool:
    """Return whether a row is selected together with others: the bar above them has the buttons then."""
    if not isinstance(view := option.widget, QAbstractItemView):
        return False
    chosen = view.selectionModel()
    return chosen.isSelected(index) and len(chosen.selectedIndexes()) > 1


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    """Return words for a tooltip, which takes markup for markup."""
    from html import escape

    return "<p style='white-space: pre-wrap'>" + escape(text) + "</p>"

"""The steps of a dialog as a column: what each is about, and what was chosen there. Any may be gone to at any time."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from casebook.gui import icons
from casebook.gui.models.row_model import Row, RowModel
from casebook.gui.theme import BODY, TINY, Theme

_WIDE, _HIGH, _PAD = 190, 52, 12
_Index = QModelIndex | QPersistentModelIndex


class StepDelegate(QStyledItemDelegate):
    """Draws a step: its name, what was chosen below it, and a sign where something is in the way."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the one size of all steps."""
        del option, index
        return QSize(_WIDE, _HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw it; the chosen step keeps its ground also while the cursor is in its fields."""
        model = index.model()
        row = model.row(index.row()) if isinstance(model, RowModel) else None
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, rect = self._theme, QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme.accent, 1) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent_soft if chosen else theme.chip)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)
        room = rect.width() - 2 * _PAD
        font = theme.font(BODY, bold=chosen)
        painter.setFont(font)
        painter.setPen(theme.text)
        title = QFontMetrics(font).elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(rect.left() + _PAD, rect.top() + 6, room, 21), Qt.AlignmentFlag.AlignVCenter, title)
        left, small = rect.left() + _PAD, theme.font(TINY)
        if row.warn:  # not by colour alone
            icons.paint(painter, QRect(left, rect.top() + 29, 13, 13), "warning", theme.warn)
            left, room = left + 18, room - 18
        painter.setFont(small)
        painter.setPen(theme.warn if row.warn else theme.muted)
        detail = QFontMetrics(small).elidedText(row.detail, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, rect.top() + 26, room, 18), Qt.AlignmentFlag.AlignVCenter, detail)
        painter.restore()


class StepList(QListView):
    """Emits `step_changed` with the number of the step that is chosen."""

    step_changed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Row] = []
        self._model = RowModel(self)
        self.setModel(self._model)
        self.setItemDelegate(StepDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFixedWidth(_WIDE + 8)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setAccessibleName(self.tr("Steps"))
        self.selectionModel().currentChanged.connect(lambda index, _before: self._tell(index.row()))
        theme.changed.connect(self.viewport().update)

    def add(self, title: str) -> None:
        """Add a step at the end."""
        self._steps.append(Row(len(self._steps), title))
        self._show()

    def say(self, step: int, detail: str, *, warn: bool = False) -> None:
        """Say below a step's name what was chosen there, or what is in the way."""
        self._steps[step] = Row(step, self._steps[step].title, detail, warn=warn)
        self._show()

    def said(self, step: int) -> str:
        """Return what stands below a step's name."""
        return self._steps[step].detail

    def choose(self, step: int) -> None:
        """Go to a step."""
        self.setCurrentIndex(self._model.index(step % len(self._steps)))

    def step(self) -> int:
        """Return the step that is chosen."""
        return max(self.currentIndex().row(), 0)

    def _show(self) -> None:
        row = self.currentIndex().row()
        self._model.show(tuple(self._steps))
        self.setCurrentIndex(self._model.index(max(row, 0)))

    def _tell(self, step: int) -> None:
        if step >= 0:
            self.step_changed.emit(step)

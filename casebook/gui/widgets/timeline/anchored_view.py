"""A scrolling view of rows whose heights are guessed until they are seen, and that never jumps under the reader."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from casebook.gui.theme import XL
from casebook.gui.widgets.row_heights import RowHeights

_Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction


class AnchoredView(QListView):
    """Rows of many heights in one column. A subclass says how high rows likely are, how high they are, and draws them.

    While rows are measured, what the reader looks at stays in its place; a reader at the end stays at the end. To Qt it
    is a list, because only a list is read out row by row by a screen reader; a list's own layout is never made.
    """

    scrolled = Signal()
    """Other rows are in sight, or the same elsewhere."""
    laid_out = Signal()
    """Every row was laid out anew, and nobody scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights = RowHeights()
        self._at_end = True
        self._settling = False
        self._laid_width = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def guesses(self, width: int) -> Iterable[int]:
        """Return a likely height for every row at a width, cheaply."""
        raise NotImplementedError

    def height_of(self, row: int) -> int:
        """Return the true height of a row at the present width."""
        raise NotImplementedError

    def is_stop(self, row: int) -> bool:
        """Return whether the keyboard stops at a row."""
        raise NotImplementedError

    def forget_layout(self) -> None:
        """Drop what was laid out: rows, width or fonts have changed."""
        raise NotImplementedError

    def show_end(self) -> None:
        """Scroll to the last row, and stay there while more is laid out."""
        self._at_end = True
        self._settle()

    def visible_rows(self) -> range:
        """Return the rows that are at least partly in sight."""
        if not len(self._heights):
            return range(0)
        top = self.verticalScrollBar().value()
        return range(self._heights.at(top), self._heights.at(top + self.viewport().height() - 1) + 1)

    def column_width(self) -> int:
        """Return the width rows are laid out in: the margins are those of the page, the scroll bar stands in one."""
        return max(200, self.width() - 2 * XL)

    def remeasure(self, row: int) -> None:
        """Measure a row again whose contents changed, keeping its top in place."""
        self._at_end = False
        self._heights.forget(row)
        self._settle(row)
        self.viewport().update()

    def relayout(self) -> None:
        """Guess and measure everything anew, keeping the first row in sight in its place."""
        rows, bar = self.visible_rows(), self.verticalScrollBar()
        first = rows.start if rows else -1
        offset = self._heights.top(first) - bar.value() if first >= 0 else 0
        self._guess()
        if 0 <= first < len(self._heights) and not self._at_end:
            self.place(first, offset)
        self._settle()
        self.viewport().update()
        self.laid_out.emit()

    def place(self, row: int, offset: int) -> None:
        """Scroll so that a row begins `offset` pixels below the top of the view."""
        self._fit_range()
        self.verticalScrollBar().setValue(self._heights.top(row) - offset)

    def place_first(self, row: int) -> None:
        """Scroll so that a row is the first in sight, as far as there is enough below it."""
        for _round in range(2):  # what comes into sight below it is measured, which may move it
            self.place(row, 0)
            self._settle(row)

    def visualRect(self, index: _Index) -> QRect:
        """Return where a row is, in viewport coordinates."""
        row = index.row()
        if not 0 <= row < len(self._heights):
            return QRect()
        top = self._heights.top(row) - self.verticalScrollBar().value()
        return QRect(XL, top, self.column_width(), self._heights.height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        y = point.y() + self.verticalScrollBar().value()
        if not 0 <= y < self._heights.total:
            return QModelIndex()
        return self.model().index(self._heights.at(y), 0)

    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into view."""
        row, bar = index.row(), self.verticalScrollBar()
        if not 0 <= row < len(self._heights):
            return
        self._measure(row)
        self._fit_range()
        top, height, room = self._heights.top(row), self._heights.height(row), self.viewport().height()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(top - max(0, room - height) // 2)
        elif top < bar.value() or height > room:
            bar.setValue(top)
        elif top + height > bar.value() + room:
            bar.setValue(top + height - room)
        self._settle(row)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the contact that a key leads to."""
        del modifiers
        row = self.currentIndex().row()
        return self.model().index(self._target(action, row), 0) if len(self._heights) else QModelIndex()

    def _target(self, action: QAbstractItemView.CursorAction, row: int) -> int:
        """Return the row a key leads to from `row`, -1 for none."""
        last = len(self._heights) - 1
        if action == _Move.MoveHome:
            return self._nearest(0, 1)
        if action == _Move.MoveEnd:
            return self._nearest(last, -1)
        if row < 0:
            return self._last_whole()
        if action in {_Move.MovePageUp, _Move.MovePageDown}:
            step = self.viewport().height() * (1 if action == _Move.MovePageDown else -1)
            target = self._heights.at(self._heights.top(row) + step)
            sign = 1 if step > 0 else -1
            target = row + sign if target == row else target
            return self._nearest(min(max(target, 0), last), sign)
        step = -1 if action in {_Move.MoveUp, _Move.MoveLeft, _Move.MovePrevious} else 1
        following = self._nearest(row + step, step, turn=False)
        return following if following >= 0 else row

    def horizontalOffset(self) -> int:
        """Return 0: nothing is wider than the view."""
        return 0

    def verticalOffset(self) -> int:
        """Return how far the view is scrolled, pixels."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: _Index) -> bool:
        """Return False: every row is shown."""
        del index
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the row under the middle of a rectangle."""
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: object) -> QRegion:
        """Return what to repaint when the selection changes."""
        del selection
        return QRegion(self.viewport().rect())

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: searching is the search box's work, and this would read every contact."""

    def _nearest(self, row: int, step: int, *, turn: bool = True) -> int:
        """Return the first row from `row` on that the keyboard stops at; looked for backwards too with `turn`."""
        at = row
        while 0 <= at < len(self._heights):
            if self.is_stop(at):
                return at
            at += step
        return self._nearest(row, -step, turn=False) if turn else -1

    def _last_whole(self) -> int:
        """Return the last row that is wholly in sight and can be chosen, or the last one partly so."""
        bar, rows = self.verticalScrollBar(), [row for row in self.visible_rows() if self.is_stop(row)]
        end = bar.value() + self.viewport().height()
        whole = [row for row in rows if self._heights.top(row) + self._heights.height(row) <= end]
        return (whole or rows or [-1])[-1]

    def doItemsLayout(self) -> None:
        """Lay nothing out as a list would: it measures every row."""
        QAbstractItemView.doItemsLayout(self)

    def reset(self) -> None:
        """Take over what the model has now."""
        QAbstractItemView.reset(self)
        if self.model() is not None:
            self._guess()

    def updateGeometries(self) -> None:
        """Lay out again after a change of width, and fit the scroll bar."""
        QAbstractItemView.updateGeometries(self)
        if self.model() is None:  # Qt calls this from constructors too
            return
        if self.column_width() != self._laid_width:
            self.relayout()
        else:
            self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the end in view if it was."""
        QAbstractItemView.resizeEvent(self, event)
        self.updateGeometries()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Measure what comes into view, then repaint."""
        del dx, dy  # a list would move its pixels; here they are drawn anew
        if not self._settling:
            bar = self.verticalScrollBar()
            self._at_end = bar.value() >= bar.maximum()
            self._settle()
            self.scrolled.emit()
        self.viewport().update()

    def _settle(self, anchor: int = -1) -> None:
        """Measure every row in sight without moving what the reader looks at (or row `anchor`)."""
        if self._settling or not len(self._heights):
            self._fit_range()
            return
        self._settling = True
        bar = self.verticalScrollBar()
        try:
            for _round in range(12):
                self._fit_range()
                if self._at_end:
                    bar.setValue(bar.maximum())
                unknown = [row for row in self.visible_rows() if not self._heights.known(row)]
                if not unknown:
                    break
                rows = self.visible_rows()
                held = anchor if anchor in rows else next((r for r in rows if self._heights.known(r)), rows.start)
                before = self._heights.top(held) - bar.value()
                for row in unknown:
                    self._measure(row)
                self._fit_range()
                if not self._at_end:
                    bar.setValue(self._heights.top(held) - before)
            self._fit_range()
            if self._at_end:
                bar.setValue(bar.maximum())
        finally:
            self._settling = False

    def _fit_range(self) -> None:
        room, bar = self.viewport().height(), self.verticalScrollBar()
        most = max(0, self._heights.total - room)
        if bar.maximum() != most or bar.pageStep() != room:
            bar.setRange(0, most)
            bar.setPageStep(room)
            bar.setSingleStep(28)

    def _guess(self) -> None:
        """Give every row a likely height for the present width."""
        self.forget_layout()
        self._laid_width = self.column_width()
        self._heights.reset(self.guesses(self._laid_width))

    def _measure(self, row: int) -> None:
        if not self._heights.known(row):
            self._heights.measure(row, self.height_of(row))

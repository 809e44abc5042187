"""The view of the case list: one wide column of two-line rows, or a table whose columns the user chooses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QByteArray, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QMenu, QTableView, QWidget

from casebook.gui import theme as look
from casebook.gui.models.case_list_model import CaseListModel, Heading, selected_columns
from casebook.gui.models.case_words import COLUMNS, FIRST_SHOWN, column_caption
from casebook.gui.theme import Theme
from casebook.gui.widgets.cases.case_delegate import CELL, HEADING, HEIGHT, CaseDelegate
from casebook.journal.case_views import CaseSort

_TURN = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}


class CaseTable(QTableView):
    """Rows of cases under headings that fold. Several rows can be selected; the current one is what is shown."""

    opened = Signal()
    """Enter or a double click on a case."""
    chosen_changed = Signal()
    """Other rows are selected."""
    menu_requested = Signal(QPoint)
    """The menu of what is selected is wanted at this place of the screen."""
    sort_requested = Signal(object)
    """The header of the column with this `CaseSort` was pressed."""
    columns_changed = Signal()
    """Columns were shown, hidden, moved or widened by the user."""

    def __init__(self, model: CaseListModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases = model
        self._theme = theme
        self._kept: QByteArray | None = None
        self.setModel(model)
        self.setItemDelegate(CaseDelegate(model, theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSectionsMovable(True)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(lambda at: self.column_menu().popup(head.mapToGlobal(at)))
        head.sectionClicked.connect(self._sort_by)
        for told in (head.sectionMoved, head.sectionResized):
            told.connect(lambda *_where: self._columns_touched())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_requested.emit(self.viewport().mapToGlobal(at)))
        self.doubleClicked.connect(self._double)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.chosen_changed.emit())
        model.modelReset.connect(self._settle)
        theme.changed.connect(self.viewport().update)
        self._settling = False
        self._settle()

    # ---- rows --------------------------------------------------------------------------------------------------------

    def chosen(self) -> list[int]:
        """Return the cases that are selected, in the order of the list."""
        return self._cases.cases_in((part.top(), part.bottom()) for part in self.selectionModel().selection().toList())

    def choose(self, cases: Iterable[int]) -> None:
        """Select these cases beside the current one."""
        selection, last = QItemSelection(), self._cases.columnCount() - 1
        for row in filter(lambda row: row >= 0, map(self._cases.row_of, cases)):
            selection.select(self._cases.index(row, 0), self._cases.index(row, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def select_row(self, row: int) -> None:
        """Make a row the current one, and the only one that is selected: also while a key like Ctrl is still held."""
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._cases.index(row, self._first_column()), how)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; on a heading Space, Enter, Left and Right fold; Esc leaves only the current row selected."""
        row = self.currentIndex().row()
        on_heading = isinstance(self._cases.line(row), Heading)
        key = Qt.Key(event.key())
        if on_heading and key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._fold(row)
        elif on_heading and key in _TURN:
            self._fold(row, _TURN[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row >= 0:
            self.opened.emit()
        elif key == Qt.Key.Key_Escape and len(self.chosen()) > 1:
            self.select_row(row)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold a heading that is pressed; the selection stays."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and isinstance(self._cases.line(index.row()), Heading):
            self._fold(index.row())
            return
        super().mousePressEvent(event)

    def moveCursor(self, action: QTableView.CursorAction, keys: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and the last row, as in a list."""
        last = self._cases.rowCount() - 1
        if action is QTableView.CursorAction.MoveHome and last >= 0:
            return self._cases.index(0, self._column())
        if action is QTableView.CursorAction.MoveEnd and last >= 0:
            return self._cases.index(last, self._column())
        return super().moveCursor(action, keys)

    def _fold(self, row: int, folded: bool | None = None) -> None:
        current = self._cases.line(self.currentIndex().row())
        chosen, at = self.chosen(), self.verticalScrollBar().value()
        if not self._cases.fold(row, folded):
            return
        if isinstance(current, Heading) or current is None:
            index = self._cases.index(row, self._first_column())
        else:
            found = self._cases.row_of(current.id)
            index = self._cases.index(found if found >= 0 else row, self._first_column())
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.choose(chosen)
        self.verticalScrollBar().setValue(at)

    def _double(self, index: QModelIndex) -> None:
        if not isinstance(self._cases.line(index.row()), Heading):
            self.opened.emit()

    # ---- columns -----------------------------------------------------------------------------------------------------

    def set_wide(self, wide: bool) -> None:
        """Show a table, or rows of two lines."""
        if wide == self._cases.wide:
            return
        if self._cases.wide:
            self._kept = self.horizontalHeader().saveState()
        self._settling = True
        self._cases.show(self._cases.view, wide=wide)
        self._settling = False
        self._settle()

    def header_state(self) -> QByteArray:
        """Return how wide the columns are, where they stand and which are hidden; empty if there was no table yet."""
        return self.horizontalHeader().saveState() if self._cases.wide else self._kept or QByteArray()

    def set_header_state(self, state: QByteArray) -> None:
        """Give the columns what `header_state` returned."""
        self._kept = state
        if self._cases.wide:
            self._settle()

    def columns(self) -> list[str]:
        """Return the names of the columns that are shown, from left to right; none where there is no table."""
        head = self.horizontalHeader()
        places = (head.logicalIndex(place) for place in range(head.count())) if self._cases.wide else ()
        return [COLUMNS[number].name for number in places if not head.isSectionHidden(number)]

    def set_columns(self, names: Sequence[str]) -> None:
        """Show these columns in this order."""
        head, wanted = self.horizontalHeader(), selected_columns(names)
        if not (self._cases.wide and wanted) or names == self.columns():
            return
        for place, number in enumerate([*wanted, *(n for n in range(len(COLUMNS)) if n not in wanted)]):
            head.moveSection(head.visualIndex(number), place)
            head.setSectionHidden(number, number not in wanted)

    def column_menu(self) -> QMenu:
        """Return the menu that shows and hides columns."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        head = self.horizontalHeader()
        for number, column in enumerate(COLUMNS):
            entry = menu.addAction(column_caption(column))
            entry.setCheckable(True)
            entry.setChecked(not head.isSectionHidden(number))
            entry.setEnabled(number > 0)  # a row needs the title to be known by
            entry.toggled.connect(lambda on, number=number: self._show_column(number, on))
        menu.addSeparator()
        menu.addAction(self.tr("As at first"), self._columns_as_at_first)
        return menu

    def _show_column(self, number: int, on: bool) -> None:
        self.horizontalHeader().setSectionHidden(number, not on)
        self._columns_touched()

    def _columns_as_at_first(self) -> None:
        self._first_widths()
        self.set_columns(FIRST_SHOWN)
        self._columns_touched()

    def _columns_touched(self) -> None:
        if not self._settling and self._cases.wide:
            self._kept = self.horizontalHeader().saveState()
            self.columns_changed.emit()

    def _sort_by(self, number: int) -> None:
        if self._cases.wide and (sort := COLUMNS[number].sort) is not None:
            self.sort_requested.emit(sort)

    def _settle(self) -> None:
        """Fit the view to what the model holds now: heights, headings across, columns, the arrow of the order."""
        if self._settling:
            return
        self._settling = True
        wide, head, side = self._cases.wide, self.horizontalHeader(), self.verticalHeader()
        side.setDefaultSectionSize(CELL if wide else HEIGHT)
        for row in self._cases.headings():
            side.resizeSection(row, HEADING)
        head.setVisible(wide)
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wide else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(bar)
        resize = QHeaderView.ResizeMode
        head.setSectionResizeMode(resize.Interactive if wide else resize.Stretch)
        head.setStretchLastSection(wide)
        if wide and not (self._kept and head.restoreState(self._kept) and head.count() == len(COLUMNS)):
            self._first_widths()
            self.set_columns(FIRST_SHOWN)
        head.setVisible(wide)
        self._show_order()
        self._settling = False

    def _show_order(self) -> None:
        view, head = self._cases.view, self.horizontalHeader()
        sorts = {column.sort: number for number, column in enumerate(COLUMNS) if column.sort}
        head.setSortIndicatorShown(self._cases.wide)
        if self._cases.wide:
            down = view.sort in _LARGEST_FIRST
            order = Qt.SortOrder.DescendingOrder if down != view.reverse else Qt.SortOrder.AscendingOrder
            head.setSortIndicator(sorts[view.sort], order)

    def _first_widths(self) -> None:
        measure = self.fontMetrics()
        for number, column in enumerate(COLUMNS):
            words = (column_caption(column), column.sample)
            self.setColumnWidth(number, max(map(measure.horizontalAdvance, words)) + 2 * look.L)

    def _column(self) -> int:
        return max(self.currentIndex().column(), 0) if self.currentIndex().isValid() else self._first_column()

    def _first_column(self) -> int:
        head = self.horizontalHeader()
        shown = (head.logicalIndex(place) for place in range(head.count()))
        return next((number for number in shown if not head.isSectionHidden(number)), 0)


_LARGEST_FIRST = {CaseSort.LAST, CaseSort.OPENED, CaseSort.AMOUNT, CaseSort.NUMBER}

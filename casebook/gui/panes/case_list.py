"""The case list: which case is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QStackedLayout, QWidget

from casebook.gui.feed import Feed
from casebook.gui.models.case_list_model import ROW, CaseListModel
from casebook.gui.models.sidebar_model import Choice, View
from casebook.gui.theme import Theme
from casebook.gui.widgets.case_delegate import CaseDelegate
from casebook.gui.widgets.empty_state import EmptyState
from casebook.journal.changes import Changes, Kind
from casebook.journal.listings import CaseRow

if TYPE_CHECKING:
    from casebook.journal import Journal

_CONCERNS = (Kind.CASE, Kind.FIRM, Kind.CONTACT, Kind.FOLLOW_UP, Kind.MAIL)


class CaseList(QFrame):
    """The cases of one sidebar choice, in two-line rows."""

    case_chosen = Signal(int)
    """A case was selected; its local number."""
    case_opened = Signal(int)
    """Enter or a double click: the user wants to work in this case."""
    emptied = Signal()
    """Nothing is listed now, so no case can be shown."""

    def __init__(self, journal: Journal, feed: Feed, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._model = CaseListModel(journal, self)
        self.list = QListView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(CaseDelegate(self._model, theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = EmptyState("open", theme, self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.activated.connect(self._opened)
        feed.changed.connect(self._changed)
        theme.changed.connect(self.list.viewport().update)
        self._retranslate()

    def show_choice(self, choice: Choice, case_id: int = 0) -> None:
        """List the cases of a sidebar choice and select `case_id`, or the first one."""
        self._model.show(choice)
        self._retranslate()
        self._select(max(self._model.row_of(case_id), 0))

    def select(self, case_id: int) -> bool:
        """Select a case; return whether it is in the list."""
        row = self._model.row_of(case_id)
        if row >= 0:
            self._select(row)
        return row >= 0

    def case_id(self) -> int:
        """Return the local number of the selected case, 0 for none."""
        row = self.list.currentIndex().data(ROW)
        return row.id if isinstance(row, CaseRow) else 0

    def refresh(self) -> None:
        """Read the list again and keep the selected case, or the row where it was."""
        before, row = self.case_id(), self.list.currentIndex().row()
        if self._model.refresh():
            found = self._model.row_of(before)
            self._select(found if found >= 0 else max(row, 0))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the list was hidden."""
        super().showEvent(event)
        self.refresh()

    def _select(self, row: int) -> None:
        count = self._model.rowCount()
        self._stack.setCurrentWidget(self.list if count else self._empty)
        if not count:
            self.emptied.emit()
            return
        self.list.setCurrentIndex(self._model.index(min(row, count - 1)))

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(*_CONCERNS):
            self.refresh()

    def _chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, CaseRow):
            self.case_chosen.emit(row.id)

    def _opened(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, CaseRow):
            self.case_opened.emit(row.id)

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Cases"))
        view = self._model.choice.view
        if view is View.WAITING:
            words = self.tr("Once you have written and nobody has answered yet, the case stands here.")
            self._empty.say(self.tr("Nobody owes you an answer"), words, "waiting")
        elif view is View.CLOSED:
            words = self.tr("A case that has come to its end stands here with its outcome.")
            self._empty.say(self.tr("No closed cases"), words, "closed")
        elif view is View.FIRM:
            words = self.tr("Press Ctrl+N to open a case with this firm.")
            self._empty.say(self.tr("No cases with this firm"), words, "firm")
        else:
            words = self.tr("Press Ctrl+N to open one.")
            self._empty.say(self.tr("No open cases"), words, "open")
        self.list.viewport().update()

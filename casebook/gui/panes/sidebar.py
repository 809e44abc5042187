"""The sidebar: which part of the casebook is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QMenu, QPushButton, QVBoxLayout, QWidget

from casebook.gui import icons
from casebook.gui import theme as look
from casebook.gui.feed import Feed
from casebook.gui.models.sidebar_model import ROW, Choice, SidebarModel, SidebarRow, View
from casebook.gui.theme import Theme
from casebook.gui.widgets.cases.sidebar_delegate import SidebarDelegate

if TYPE_CHECKING:
    from casebook.journal import Journal

COMPACT, LEAST = 60, 150
"""The width of the narrow sidebar, and the least width of the wide one."""

_ANY = 16_777_215
"""Qt's "no limit" (QWIDGETSIZE_MAX)."""


class Sidebar(QFrame):
    """Views and firms with their counts; a firm can be added here and edited by its menu or a double click."""

    chosen = Signal(object)
    """A `Choice` was made (also when the one that is shown is clicked again)."""
    firm_requested = Signal()
    """The user wants to add a firm."""
    firm_edit_requested = Signal(int)
    """The user wants to see or change a firm."""
    view_rename_requested = Signal(int)
    """The user wants to give a saved view another name."""
    view_remove_requested = Signal(int)
    """The user does not want a saved view any more."""

    def __init__(self, journal: Journal, feed: Feed, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "side")
        self._model = SidebarModel(journal, self)
        self.list = QListView(self)
        self.list.setModel(self._model)
        self._delegate = SidebarDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setStyleSheet("background: transparent")
        self._add = QPushButton(self)
        self._add.setProperty("kind", "quiet")
        self._add.setProperty("writes", True)
        self._add.setIcon(icons.icon("plus", lambda: theme.muted))
        self._add.setIconSize(QSize(16, 16))
        self.setMinimumWidth(LEAST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, look.M, 0, look.S)
        layout.setSpacing(look.S)
        layout.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.S - 2, 0, look.S, 0)
        foot.addWidget(self._add)
        foot.addStretch(1)
        layout.addLayout(foot)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.clicked.connect(self._chosen)
        self.list.doubleClicked.connect(self._edit)
        self.list.customContextMenuRequested.connect(self._menu)
        self._add.clicked.connect(self.firm_requested)
        feed.changed.connect(self.refresh)
        theme.changed.connect(self.list.viewport().update)
        self._retranslate()

    def choose(self, choice: Choice) -> None:
        """Select a row as if the user had clicked it; nothing happens for a firm that is not there."""
        row = self._model.row_of(choice)
        if row < 0:
            return
        index = self._model.index(row)
        if index == self.list.currentIndex():
            self.chosen.emit(choice)
        else:
            self.list.setCurrentIndex(index)

    def choice(self) -> Choice:
        """Return what is selected; Today where nothing is."""
        row = self.list.currentIndex().data(ROW)
        return row.choice if isinstance(row, SidebarRow) else Choice(View.TODAY)

    def set_compact(self, compact: bool) -> None:
        """Show icons instead of words in a narrow column, or the other way round."""
        if compact == self._delegate.compact:
            return
        self._delegate.compact = compact
        self.setMinimumWidth(COMPACT if compact else LEAST)
        self.setMaximumWidth(COMPACT if compact else _ANY)
        self.list.scheduleDelayedItemsLayout()
        self._retranslate()

    def refresh(self) -> None:
        """Count again, keeping the selection."""
        before = self.list.currentIndex().data(ROW)
        self._model.refresh()
        if isinstance(before, SidebarRow) and not self.list.currentIndex().isValid():
            row = self._model.row_of(before.choice)
            self.list.selectionModel().blockSignals(True)
            self.list.setCurrentIndex(self._model.index(max(row, 0)))
            self.list.selectionModel().blockSignals(False)
            self.list.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, SidebarRow):
            self.chosen.emit(row.choice)

    def _edit(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, SidebarRow) and row.choice.view is View.FIRM:
            self.firm_edit_requested.emit(row.choice.firm_id)

    def _menu(self, where: QPoint) -> None:
        index = self.list.indexAt(where)
        row = index.data(ROW)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(row, SidebarRow) and row.choice.view is View.FIRM:
            menu.addAction(icons.icon("edit"), self.tr("Firm and accounts…"), lambda: self._edit(index))
        if isinstance(row, SidebarRow) and row.choice.view is View.SAVED:
            number = row.choice.view_id
            menu.addAction(icons.icon("edit"), self.tr("Rename view…"), lambda: self.view_rename_requested.emit(number))
            menu.addAction(icons.icon("x"), self.tr("Remove view"), lambda: self.view_remove_requested.emit(number))
        menu.addAction(icons.icon("plus"), self.tr("Add a firm…"), self.firm_requested.emit)
        menu.popup(self.list.viewport().mapToGlobal(where))

    def _retranslate(self) -> None:
        self._add.setText("" if self._delegate.compact else self.tr("Add a firm"))
        self._add.setAccessibleName(self.tr("Add a firm"))
        self._add.setToolTip(self.tr("Add an exchange, broker, bank or regulator (Ctrl+Shift+N)"))
        self.list.setAccessibleName(self.tr("Views and firms"))
        self.list.setToolTip("")
        self.list.viewport().update()

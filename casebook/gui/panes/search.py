"""Search: results while one types, found by the worker, opened by Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QStackedWidget, QVBoxLayout, QWidget

from casebook.gui import theme as look
from casebook.gui.feed import Feed
from casebook.gui.models.search_model import LIMIT, ROW, Found, SearchModel, find
from casebook.gui.theme import Theme, restyle
from casebook.gui.widgets.empty_state import EmptyState
from casebook.gui.widgets.hit_delegate import HitDelegate
from casebook.gui.worker import Job, Worker

if TYPE_CHECKING:
    from casebook.journal import Journal

_PAUSE = 20
"""Milliseconds without a key before the search starts: what an input method types at once is one search."""


class SearchPane(QFrame):
    """What was found for the words in the search field."""

    hit_chosen = Signal(object)
    """The user wants to see a `Hit`."""
    closed = Signal()
    """Esc: back to where one was."""
    typing_requested = Signal()
    """Up on the first hit: back to the search field."""

    def __init__(
        self, journal: Journal, feed: Feed, theme: Theme, worker: Worker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._journal, self._worker = journal, worker
        self._query = ""
        self._job: Job | None = None
        self._open_first = False
        self._model = SearchModel(self)
        self.list = QListView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(HitDelegate(self._model, theme, journal.clock, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self._heading = QLabel(self)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setContentsMargins(look.XL, look.M, look.XL, look.M)
        restyle(self._heading, kind="muted")
        self._empty = EmptyState("search", theme, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(self._stack, 1)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._start)
        self.list.activated.connect(self._chosen)
        self.list.clicked.connect(self._chosen)
        feed.changed.connect(self._changed)
        theme.changed.connect(self.list.viewport().update)
        self._retranslate()

    def look_for(self, query: str) -> None:
        """Search for `query` after a short pause; an empty one clears the page."""
        self._query = query.strip()
        self._open_first = False
        self._pause.start()

    def open_first(self) -> None:
        """Open the first hit, of the search that is on its way if there is one."""
        if self._pause.isActive() or self._job is not None:
            self._open_first = True
        elif self._model.rowCount():
            self._chosen(self.list.currentIndex() if self.list.currentIndex().isValid() else self._model.index(0))

    def enter(self) -> None:
        """Move the keyboard into the results."""
        if self._model.rowCount():
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self._model.index(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves the search; Up on the first hit goes back to the field."""
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
            if event.key() == Qt.Key.Key_Up and self.list.currentIndex().row() <= 0:
                self.typing_requested.emit()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _changed(self) -> None:
        if self.isVisible() and self._query:
            self._pause.start()

    def _start(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if not self._query:
            self._show("", [])
            return
        query, journal = self._query, self._journal

        def done(rows: list[Found]) -> None:
            if query == self._query:
                self._job = None
                self._show(query, rows)

        def failed(error: Exception) -> None:
            self._job = None
            self._worker.failed.emit(self.tr("Search"), error)

        self._job = self._worker.run(self.tr("Search"), lambda: find(journal, query), done=done, failed=failed)

    def _show(self, query: str, rows: list[Found]) -> None:
        self._model.set_rows(query, rows)
        self._retranslate()
        if rows:
            self.list.setCurrentIndex(self._model.index(0))
            if self._open_first:
                self._chosen(self._model.index(0))
        self._open_first = False

    def _chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Found):
            self.hit_chosen.emit(row.hit)

    def _retranslate(self) -> None:
        count = self._model.rowCount()
        self._stack.setCurrentWidget(self.list if count else self._empty)
        self.list.setAccessibleName(self.tr("Search results"))
        if count >= LIMIT:
            words = self.tr("The {n} latest matches: add a word to find fewer")
            self._heading.setText(words.replace("{n}", str(LIMIT)))
        else:
            self._heading.setText(self.tr("%n match(es)", "", count))
        self._heading.setVisible(count > 0)
        if self._model.query:
            words = self.tr("Try fewer words, or a part of a ticket number, TxID or address.")
            self._empty.say(self.tr("Nothing found"), words)
        else:
            words = self.tr("Words, names, ticket numbers, TxIDs and addresses, in every case and every mail.")
            self._empty.say(self.tr("Search everything"), words)

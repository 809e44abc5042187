"""A short framed list: rows to tick, or rows to go to; as high as its rows, up to a few."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from casebook.gui import theme

_MOST, _HEIGHT = 4, 24
_ID = Qt.ItemDataRole.UserRole + 1


class ChoiceList(QListView):
    """Hidden while it is empty."""

    ticked = Signal()
    """A tick was set or taken away."""
    row_chosen = Signal(int)
    """A row was clicked, or Enter pressed on it: its number from 0."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setProperty("kind", "framed")
        self.setViewportMargins(theme.XS, 0, theme.XS, 0)
        self.setAccessibleName(name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._filling = False
        self._items.itemChanged.connect(self._changed)
        self.clicked.connect(self._chosen)
        self.activated.connect(self._chosen)
        self.hide()

    def show_words(self, lines: Sequence[str], grave: int = 0) -> None:
        """Show rows to go to, the first so many of them in bold."""
        rows = [self._row(line, line) for line in lines]
        for row in rows[:grave]:
            font = self.font()
            font.setBold(True)
            row.setFont(font)
        self._show(rows)

    def show_choices(self, choices: Sequence[tuple[int, str, str]], chosen: Sequence[int]) -> None:
        """Show rows to tick: id, words, and why it cannot be ticked (empty: it can)."""
        rows = []
        for number, words, why in choices:
            item = self._row(words, why or words)
            item.setData(number, _ID)
            item.setCheckable(not why)
            item.setEnabled(not why)
            if not why:
                item.setCheckState(Qt.CheckState.Checked if number in chosen else Qt.CheckState.Unchecked)
            rows.append(item)
        self._show(rows)

    def chosen(self) -> list[int]:
        """Return the ids of what is ticked."""
        rows = (self._items.item(number) for number in range(self._items.rowCount()))
        return [int(row.data(_ID)) for row in rows if row.isCheckable() and row.checkState() == Qt.CheckState.Checked]

    def tick(self, number: int, on: bool) -> None:
        """Tick a row by its id, or take the tick away."""
        for index in range(self._items.rowCount()):
            item = self._items.item(index)
            if item.data(_ID) == number and item.isCheckable():
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def words(self) -> list[str]:
        """Return what the rows say."""
        return [self._items.item(number).text() for number in range(self._items.rowCount())]

    def _row(self, words: str, tip: str) -> QStandardItem:
        item = QStandardItem(" ".join(words.split()))
        item.setToolTip(tip)
        item.setSizeHint(QSize(0, _HEIGHT))
        return item

    def _show(self, rows: Sequence[QStandardItem]) -> None:
        self._filling = True
        self._items.clear()
        for row in rows:
            self._items.appendRow(row)
        self._filling = False
        self.setFixedHeight(min(len(rows), _MOST) * _HEIGHT + 2 * self.frameWidth() + 4)
        self.setVisible(bool(rows))

    def _changed(self, _item: QStandardItem) -> None:
        if not self._filling:
            self.ticked.emit()

    def _chosen(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.row())

"""The list behind Today and the reminder: sections as headings, one row for each thing to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.gui.models import due_words
from casebook.gui.models.due_items import DueItem, Section
from casebook.guide import Guide

Index = QModelIndex | QPersistentModelIndex


class DueModel(QAbstractListModel):
    """Rows are `DueItem`s, and `Section`s as headings between them where `headings` is set."""

    ItemRole = Qt.ItemDataRole.UserRole
    """The `DueItem`, or None on a heading."""
    PlaceRole = Qt.ItemDataRole.UserRole + 1
    WhyRole = Qt.ItemDataRole.UserRole + 2
    WhenRole = Qt.ItemDataRole.UserRole + 3
    LateRole = Qt.ItemDataRole.UserRole + 4

    def __init__(
        self, guide: Guide, clock: Callable[[], datetime], *, headings: bool = True, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._guide = guide
        self._clock = clock
        self._headings = headings
        self._rows: list[DueItem | Section] = []

    def set_items(self, items: Sequence[DueItem]) -> bool:
        """Show these, which stand in the order of their sections; return whether they are others than before."""
        rows: list[DueItem | Section] = []
        for item in items:
            last = rows[-1] if rows else None
            if self._headings and (not isinstance(last, DueItem) or last.section is not item.section):
                rows.append(item.section)
            rows.append(item)
        if rows == self._rows:  # time has passed at most: what is chosen and where one has scrolled to stays
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def item(self, index: Index) -> DueItem | None:
        """Return the item of a row, None for a heading or an invalid index."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, DueItem) else None

    def find(self, key: tuple[str, int]) -> QModelIndex:
        """Return the index of the item with this key, or an invalid one."""
        for number, row in enumerate(self._rows):
            if isinstance(row, DueItem) and row.key == key:
                return self.index(number)
        return QModelIndex()

    def first(self) -> QModelIndex:
        """Return the index of the first item, or an invalid one."""
        return next((self.index(n) for n, row in enumerate(self._rows) if isinstance(row, DueItem)), QModelIndex())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can be neither chosen nor reached by the arrow keys."""
        if self.item(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, Section):
            spoken = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
            return due_words.section_title(row) if role in spoken else None
        return self._item_data(row, role)

    def _item_data(self, item: DueItem, role: int) -> object:
        if role == self.ItemRole:
            return item
        asked: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: due_words.title(item, self._guide),
            self.PlaceRole: lambda: due_words.place(item),
            self.WhyRole: lambda: due_words.why(item, self._guide),
            self.WhenRole: lambda: due_words.when(item, self._clock()),
            self.LateRole: lambda: due_words.is_late(item, self._clock()),
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._spoken(item),
        }
        return asked[role]() if role in asked else None

    def _spoken(self, item: DueItem) -> str:
        parts = (
            due_words.title(item, self._guide),
            due_words.when(item, self._clock()),
            due_words.place(item),
            due_words.why(item, self._guide),
        )
        return ". ".join(part.rstrip(".。") for part in parts if part)

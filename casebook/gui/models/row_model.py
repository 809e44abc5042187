"""Rows of the side panel's short lists: two lines each, perhaps with a ring to tick off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.gui.tips import plain_tip

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One row. With `ring` it can be ticked off; `mono` is for identifiers, `warn` for what is late or broken."""

    id: int
    title: str
    detail: str = ""
    ring: bool = False
    ticked: bool = False
    mono: bool = False
    warn: bool = False


class RowModel(QAbstractListModel):
    """The rows as a Qt model."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows instead of what was shown."""
        if tuple(rows) == tuple(self._rows):
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """Return a row, None outside of the list."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            words = f"{row.title}\n{row.detail}" if row.detail else row.title
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

"""The rows of the palette as a Qt model."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.gui import texts
from casebook.gui.models.palette_rows import PaletteRow
from casebook.gui.tips import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

ROW = int(Qt.ItemDataRole.UserRole)
"""The role that returns the `PaletteRow` itself."""


class PaletteModel(QAbstractListModel):
    """What can be gone to or done now; `query` is what is emphasised in what a search found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[PaletteRow] = ()
        self.query = ""

    @property
    def rows(self) -> Sequence[PaletteRow]:
        """The rows from the top."""
        return self._rows

    def show(self, rows: Sequence[PaletteRow], query: str) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows, self.query = rows, query
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return the row itself, or the words that a screen reader and the tests see."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return plain_tip(spoken(row)) if role == Qt.ItemDataRole.ToolTipRole else spoken(row)
        return None


def spoken(row: PaletteRow) -> str:
    """Return a row in words, as a screen reader says it."""
    return texts.joined(row.title, row.detail, row.tail)

"""The lines of an import's report: what came in and why it is where it is, and what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.gui.models.row_model import Row, RowModel

_Index = QModelIndex | QPersistentModelIndex
_KEPT = 2_000
_AHEAD, _BEHIND = 60, 20


class ImportRows(RowModel):
    """Holds only numbers; the words of a line are fetched when it is looked at.

    `fetch(numbers)` returns the rows of some numbers at once.
    """

    def __init__(self, fetch: Callable[[Sequence[int]], dict[int, Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._numbers: Sequence[int] = ()
        self._fetched: dict[int, Row] = {}

    def show_numbers(self, numbers: Sequence[int]) -> None:
        """Show these lines in this order."""
        self.beginResetModel()
        self._numbers = numbers
        self._fetched.clear()
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """Return the line at a place, with those around it fetched along."""
        if not 0 <= number < len(self._numbers):
            return None
        wanted = self._numbers[number]
        if wanted not in self._fetched:
            if len(self._fetched) > _KEPT:
                self._fetched.clear()
            start = max(0, number - _BEHIND)
            self._fetched |= self._fetch(self._numbers[start : start + _AHEAD])
        return self._fetched.get(wanted)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._numbers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a line, only where they are asked for."""
        words = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}
        return super().data(index, role) if role in words else None

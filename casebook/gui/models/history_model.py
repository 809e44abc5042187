"""The entries of a case's history as rows, newest first; older ones are read when the list is scrolled to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

from casebook.gui import texts
from casebook.gui.models import history_words
from casebook.gui.models.row_model import Row, RowModel
from casebook.journal.proof.history import Event

_Index = QModelIndex | QPersistentModelIndex
_PAGE = 200


class HistoryModel(RowModel):
    """Asks `read(before, limit)` for the entries below a number, a page at a time."""

    def __init__(self, read: Callable[[int | None, int], Sequence[Event]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._events: list[Event] = []
        self._more = True
        self.fetchMore(QModelIndex())

    def event_at(self, number: int) -> Event | None:
        """Return the entry of a row, None outside of the list."""
        return self._events[number] if 0 <= number < len(self._events) else None

    def canFetchMore(self, parent: _Index) -> bool:
        """Return whether there may be older entries."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: _Index) -> None:
        """Read the next page."""
        if parent.isValid() or not self._more:
            return
        found = self._read(self._events[-1].number if self._events else None, _PAGE)
        self._more = len(found) == _PAGE
        if not found:
            return
        first = len(self._events)
        self.beginInsertRows(QModelIndex(), first, first + len(found) - 1)
        self._events += found
        self._rows = [*self._rows, *map(_row, found)]
        self.endInsertRows()


def _row(event: Event) -> Row:
    when = texts.short_time(texts.here(event.at))
    changed = ", ".join(caption for caption, _before, _after in history_words.details(event)[:4])
    told = "" if event.first else changed
    return Row(event.number, history_words.sentence(event), texts.joined(when, told), warn=event.erased)

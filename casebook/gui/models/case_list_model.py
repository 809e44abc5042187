"""Cases as a list or a table shows them, under headings that fold; the journal sorts and filters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.gui import texts
from casebook.gui.models.case_words import (
    COLUMNS,
    badge,
    column_caption,
    heading,
    second_line,
    waiting,
)
from casebook.gui.tips import plain_tip
from casebook.journal.case_views import CaseGroup, CaseView, Section, arrange
from casebook.journal.listings import CaseRow

if TYPE_CHECKING:
    from casebook.journal import Journal

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

ROW = int(Qt.ItemDataRole.UserRole)
"""The role that returns the `CaseRow` itself, or the `Heading`."""

_SHOWN = {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)}


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above the cases of one section; `folded` while they are hidden."""

    key: str
    words: str
    count: int
    folded: bool


class CaseListModel(QAbstractTableModel):
    """The cases of one view: one column that holds all, or in a `wide` list each column of `COLUMNS`."""

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._view = CaseView()
        self._folded: set[tuple[str, str]] = set()
        self._sections: list[Section] = []
        self._read_from: Sequence[CaseRow] | None = None
        """The rows that the sections are made of; None where the time of day takes part, too."""
        self._lines: list[CaseRow | Heading] = []
        self._places: dict[int, int] | None = None
        self.wide = False

    @property
    def view(self) -> CaseView:
        """Which cases are listed, and how."""
        return self._view

    def show(self, view: CaseView, *, wide: bool | None = None) -> None:
        """List the cases of a view; nothing happens where that is what is listed."""
        if self._is_read(view) and wide in {None, self.wide}:
            return
        self.beginResetModel()
        self._view = view
        self.wide = self.wide if wide is None else wide
        self._sections = self._read()
        self._put(self._laid_out())
        self.endResetModel()

    def refresh(self) -> bool:
        """Read again; return whether rows came, went or moved (then the selection is lost)."""
        if self._is_read(self._view):
            return False
        self._sections = self._read()
        before, lines = self._lines, self._laid_out()
        if not _is_same(before, lines):
            self.beginResetModel()
            self._put(lines)
            self.endResetModel()
            return True
        self._put(lines)
        if lines and before != lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, self.columnCount() - 1))
        return False

    def retranslate(self) -> None:
        """Write the headings anew: the language was switched."""
        self._put(self._laid_out())
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, self.columnCount() - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def fold(self, row: int, folded: bool | None = None) -> bool:
        """Hide or show the cases below a heading, by default the other way round; return whether anything changed."""
        line = self._lines[row]
        if not isinstance(line, Heading) or folded is line.folded:
            return False
        self._folded ^= {(self._view.group.value, line.key)}
        self._anew()
        return True

    def fold_all(self, folded: bool) -> None:
        """Hide the cases below every heading, or show them."""
        keys = {(self._view.group.value, section.key) for section in self._sections}
        self._folded = self._folded | keys if folded else self._folded - keys
        self._anew()

    def reveal(self, case_id: int) -> int:
        """Return the row of a case, unfolding its heading where it must; -1 if it is not listed."""
        if (row := self.row_of(case_id)) >= 0:
            return row
        for section in self._sections:
            key = (self._view.group.value, section.key)
            if key in self._folded and any(row.id == case_id for row in section.rows):
                self._folded.discard(key)
                self._anew()
                return self.row_of(case_id)
        return -1

    def holds(self, view: CaseView, case_id: int) -> bool:
        """Return whether a case is among those of a view, which need not be the one that is listed."""
        row = next((row for row in self._journal.cases.shelf.rows() if row.id == case_id), None)
        return row is not None and any(section.rows for section in arrange([row], view, self.now()))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of cases and headings that are not folded away."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return one, or in a table the number of columns, hidden ones counted in."""
        return 0 if parent.isValid() else len(COLUMNS) if self.wide else 1

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return the row itself, or the words that a screen reader and the tests see."""
        row = self._lines[index.row()]
        if role == ROW:
            return row
        if isinstance(row, Heading):
            return self._of_heading(row, role)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and not self.wide:
            return plain_tip(f"{row.title}\n{second_line(row)}")
        if role in _SHOWN:
            words = COLUMNS[index.column()].text(row, self.now())
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """Return the caption of a column."""
        if orientation == Qt.Orientation.Horizontal and self.wide:
            if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
                return column_caption(COLUMNS[section])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if COLUMNS[section].right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that cases can be selected, and that headings are only passed."""
        if isinstance(self._lines[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def row_of(self, case_id: int) -> int:
        """Return the row of a case, -1 if it is not listed or folded away."""
        if self._places is None:
            rows = range(len(self._lines) - 1, -1, -1)
            self._places = {line.id: row for row in rows if isinstance(line := self._lines[row], CaseRow)}
        return self._places.get(case_id, -1)

    def first(self) -> int:
        """Return the row of the first case, -1 if there is none."""
        return next((row for row, line in enumerate(self._lines) if isinstance(line, CaseRow)), -1)

    def line(self, row: int) -> CaseRow | Heading | None:
        """Return a case or a heading, None outside of the list."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def cases_in(self, ranges: Iterable[tuple[int, int]]) -> list[int]:
        """Return the cases between these first and last rows, in the order of the list, each once."""
        rows = sorted({row for top, bottom in ranges for row in range(top, min(bottom, len(self._lines) - 1) + 1)})
        lines = (self._lines[row] for row in rows)
        return list(dict.fromkeys(line.id for line in lines if isinstance(line, CaseRow)))

    def headings(self) -> list[int]:
        """Return the rows of the headings."""
        return [row for row, line in enumerate(self._lines) if isinstance(line, Heading)]

    def count(self) -> int:
        """Return how many cases the view holds, folded ones counted in."""
        if self._view.group is not CaseGroup.TAG:
            return sum(len(section.rows) for section in self._sections)
        return len({row.id for section in self._sections for row in section.rows})

    def is_ready(self) -> bool:
        """Return whether the list can be had without anybody waiting for it."""
        return self._journal.cases.shelf.ready()

    def now(self) -> datetime:
        """Return the journal's present."""
        return self._journal.clock()

    def _read(self) -> list[Section]:
        rows, view = self._journal.cases.shelf.rows(), self._view
        self._read_from = None if view.words or view.group is CaseGroup.DUE else rows
        return arrange(rows, view, self.now())

    def _is_read(self, view: CaseView) -> bool:
        """Return whether to read this view would bring what is there: the shelf puts new rows in the place of old."""
        return (
            view == self._view and self._read_from is not None and self._journal.cases.shelf.rows() is self._read_from
        )

    def _anew(self) -> None:
        self.beginResetModel()
        self._put(self._laid_out())
        self.endResetModel()

    def _put(self, lines: list[CaseRow | Heading]) -> None:
        self._lines, self._places = lines, None

    def _laid_out(self) -> list[CaseRow | Heading]:
        lines: list[CaseRow | Heading] = []
        group = self._view.group
        for section in self._sections:
            folded = (group.value, section.key) in self._folded
            if section.key or len(self._sections) > 1:
                lines.append(Heading(section.key, heading(group, section.key), len(section.rows), folded))
            if not folded:
                lines += section.rows
        return lines

    def _of_heading(self, row: Heading, role: int) -> object:
        if role in _SHOWN:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self.tr("folded") if row.folded else self.tr("unfolded")
            return texts.joined(row.words, str(row.count), state)
        return None

    def _spoken(self, row: CaseRow, column: int) -> str:
        now = self.now()
        if not self.wide:
            return texts.joined(row.title, badge(row, now), second_line(row), waiting(row, now))
        found = COLUMNS[column]
        return f"{column_caption(found)}: {found.text(row, now)}"


def _is_same(before: Sequence[CaseRow | Heading], after: Sequence[CaseRow | Heading]) -> bool:
    """Return whether the same cases and headings stand in the same places, whatever is said of them."""
    pairs = zip(before, after, strict=False)
    return len(before) == len(after) and all(a is b or _key(a) == _key(b) for a, b in pairs)


def _key(line: CaseRow | Heading) -> object:
    return line.id if isinstance(line, CaseRow) else (line.key, line.folded)


def selected_columns(columns: Sequence[str]) -> list[int]:
    """Return the positions of named columns in the order of the names; what is not known is left out."""
    known = {column.name: number for number, column in enumerate(COLUMNS)}
    return [known[name] for name in columns if name in known]

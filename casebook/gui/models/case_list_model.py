"""Cases as a list shows them; the journal's SQL sorts and filters."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.gui import texts
from casebook.gui.models.sidebar_model import Choice, View
from casebook.journal.listings import CaseRow
from casebook.journal.terms import CaseStatus

if TYPE_CHECKING:
    from casebook.journal import Journal

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

ROW = int(Qt.ItemDataRole.UserRole)
"""The role that returns the `CaseRow` itself."""


class CaseListModel(QAbstractListModel):
    """The cases of one sidebar choice."""

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._choice = Choice(View.OPEN)
        self._rows: list[CaseRow] = []

    @property
    def choice(self) -> Choice:
        """Which cases are listed."""
        return self._choice

    def show(self, choice: Choice) -> None:
        """List the cases of a sidebar choice."""
        self._choice = choice
        self.beginResetModel()
        self._rows = self._read()
        self.endResetModel()

    def refresh(self) -> bool:
        """Read again; return whether rows came, went or moved (then the selection is lost)."""
        rows = self._read()
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of cases."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return the row itself, or the words that a screen reader and the tests see."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            now = self.now()
            return texts.joined(row.title, badge(row, now), second_line(row), waiting(row, now))
        return None

    def row_of(self, case_id: int) -> int:
        """Return the row of a case, -1 if it is not listed."""
        return next((i for i, row in enumerate(self._rows) if row.id == case_id), -1)

    def now(self) -> datetime:
        """Return the journal's present."""
        return self._journal.clock()

    def _read(self) -> list[CaseRow]:
        cases, choice = self._journal.cases, self._choice
        if choice.view is View.FIRM:
            rows = cases.rows(firm_id=choice.firm_id)
            return sorted(rows, key=lambda row: row.status is CaseStatus.CLOSED)
        if choice.view is View.CLOSED:
            return cases.rows(status=CaseStatus.CLOSED)
        return cases.rows(status=CaseStatus.OPEN, waiting=True if choice.view is View.WAITING else None)


def badge(row: CaseRow, now: datetime) -> str:
    """Return "due today" or "1 day late" for a case that wants something now, else nothing."""
    wants = row.status is CaseStatus.OPEN and row.due_at is not None and texts.is_due(row.due_at, now)
    return texts.due_badge(row.due_at, now) if wants and row.due_at else ""


def second_line(row: CaseRow) -> str:
    """Return `Kestrel Exchange · C-12`."""
    return texts.joined(row.firm, f"C-{row.id}")


def waiting(row: CaseRow, now: datetime) -> str:
    """Return "waiting 2 d" while nobody has answered the user, "closed" for a closed case, else nothing."""
    if row.status is CaseStatus.CLOSED:
        return texts.closed()
    return texts.waiting(row.waiting_since, now) if row.waiting_since else ""

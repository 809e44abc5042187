"""The sidebar's rows: the five views with their counts, then the firms with their open cases."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from casebook.gui import texts
from casebook.gui.tips import plain_tip

if TYPE_CHECKING:
    from casebook.journal import Journal

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class View(StrEnum):
    """What a sidebar row leads to."""

    TODAY = "today"
    INBOX = "inbox"
    OPEN = "open"
    WAITING = "waiting"
    CLOSED = "closed"
    SAVED = "saved"
    FIRM = "firm"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user chose in the sidebar; `firm_id` only with `View.FIRM`, `view_id` only with `View.SAVED`."""

    view: View
    firm_id: int = 0
    view_id: int = 0


@dataclass(frozen=True, slots=True)
class SidebarRow:
    """One row: `name` is a firm's own name, or the caption to translate."""

    choice: Choice
    name: str
    count: int = 0


_CAPTIONS = {
    View.TODAY: QT_TRANSLATE_NOOP("sidebar", "Today"),
    View.INBOX: QT_TRANSLATE_NOOP("sidebar", "Inbox"),
    View.OPEN: QT_TRANSLATE_NOOP("sidebar", "Open"),
    View.WAITING: QT_TRANSLATE_NOOP("sidebar", "Waiting on them"),
    View.CLOSED: QT_TRANSLATE_NOOP("sidebar", "Closed"),
    View.HEADING: QT_TRANSLATE_NOOP("sidebar", "Firms"),
}

_VIEWS = QT_TRANSLATE_NOOP("sidebar", "Views")

ROW = int(Qt.ItemDataRole.UserRole)
"""The role that returns the `SidebarRow` itself."""


class SidebarModel(QAbstractListModel):
    """Rows of the sidebar; `refresh` asks the journal for the counts."""

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._rows: list[SidebarRow] = []
        self.refresh()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return the row itself, or the words that a screen reader and the tests see."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return caption(row)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            words = texts.joined(caption(row), str(row.count) if row.count else "")
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that everything but the heading can be chosen."""
        heading = self._rows[index.row()].choice.view is View.HEADING
        return Qt.ItemFlag.NoItemFlags if heading else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def row_of(self, choice: Choice) -> int:
        """Return the row of a choice, -1 if there is none."""
        return next((i for i, row in enumerate(self._rows) if row.choice == choice), -1)

    def refresh(self) -> None:
        """Ask the journal again; keep the rows in place where only counts changed."""
        rows = self._read()
        same = [row.choice for row in rows] == [row.choice for row in self._rows]
        if same:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _read(self) -> list[SidebarRow]:
        journal, counts = self._journal, self._journal.cases.counts()
        numbers = {
            View.TODAY: len(journal.follow_ups.ringing(journal.clock())),
            View.INBOX: journal.inbox.count(),
            View.OPEN: counts.open,
            View.WAITING: counts.waiting,
            View.CLOSED: counts.closed,
        }
        rows = [SidebarRow(Choice(view), str(_CAPTIONS[view]), number) for view, number in numbers.items()]
        if saved := journal.saved_views.all():
            rows.append(SidebarRow(Choice(View.HEADING, view_id=-1), str(_VIEWS)))
            rows += [SidebarRow(Choice(View.SAVED, view_id=view.id), view.name) for view in saved]
        rows.append(SidebarRow(Choice(View.HEADING), str(_CAPTIONS[View.HEADING])))
        rows += [
            SidebarRow(Choice(View.FIRM, firm.id), firm.name, counts.firms.get(firm.id, 0))
            for firm in sorted(journal.firms.all(), key=lambda firm: firm.name.casefold())
        ]
        return rows


def caption(row: SidebarRow) -> str:
    """Return the words of a row: the own name of a firm or a view as it is, everything else translated."""
    return row.name if row.choice.view in {View.FIRM, View.SAVED} else QCoreApplication.translate("sidebar", row.name)

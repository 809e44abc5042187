"""The list behind the backups: newest first, each with whether it is proven."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.gui import texts, times
from casebook.gui.models import backup_words

if TYPE_CHECKING:
    from casebook.journal.backup.backup_form import Backup

Index = QModelIndex | QPersistentModelIndex


class BackupListModel(QAbstractListModel):
    """Rows are `Backup`s."""

    BackupRole = Qt.ItemDataRole.UserRole
    SecondRole = Qt.ItemDataRole.UserRole + 1
    """Whether it is proven."""
    ThirdRole = Qt.ItemDataRole.UserRole + 2
    """What it holds, and where it lies."""
    SizeRole = Qt.ItemDataRole.UserRole + 3

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._backups: Sequence[Backup] = ()
        self._now = datetime.now().astimezone()

    def show(self, backups: Sequence[Backup], now: datetime) -> None:
        """Show these, as they look at `now`."""
        self.beginResetModel()
        self._backups, self._now = tuple(backups), now
        self.endResetModel()

    def backup(self, index: Index) -> Backup | None:
        """Return the backup of a row, None for an invalid index."""
        return self._backups[index.row()] if index.isValid() else None

    def find(self, path: Path) -> QModelIndex:
        """Return the index of a backup's row, or an invalid one."""
        return next((self.index(n) for n, backup in enumerate(self._backups) if backup.path == path), QModelIndex())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many backups there are."""
        return 0 if parent.isValid() else len(self._backups)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row."""
        backup = self.backup(index)
        if backup is None:
            return None
        if role == self.BackupRole:
            return backup
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return "\n".join(filter(None, (self._words(backup, part) for part in _PARTS)))
        return self._words(backup, role) if role in _PARTS else None

    def _words(self, backup: Backup, role: int) -> str:
        if role == self.SecondRole:
            return backup_words.proof(backup, self._now)
        if role == self.ThirdRole:
            return texts.joined(backup_words.holds(backup), backup_words.place(backup, self._folder))
        if role == self.SizeRole:
            return times.file_size(backup.size)
        return backup_words.made(backup, self._now)


_PARTS = (
    Qt.ItemDataRole.DisplayRole,
    BackupListModel.SecondRole,
    BackupListModel.ThirdRole,
    BackupListModel.SizeRole,
)

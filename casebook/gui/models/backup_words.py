"""What the window says of a backup: when it was made, whether it is proven, and what it holds."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from casebook.gui import texts, times
from casebook.gui.models.fault_texts import fault_line

if TYPE_CHECKING:
    from casebook.journal.backup.backup_form import Backup

_REASONS = {
    "before-upgrade": QT_TRANSLATE_NOOP("backup_words", "before an upgrade"),
    "before-purge": QT_TRANSLATE_NOOP("backup_words", "before a purge"),
    "before-restore": QT_TRANSLATE_NOOP("backup_words", "before a restore"),
}


class BackupWords(QObject):
    """Numbered words. A QObject, because the collector of words sees plural forms only in its `tr`."""

    def entries(self, n: int) -> str:
        """Return `312 entries`."""
        return self.tr("%n entry(ies)", "", n)

    def files(self, n: int) -> str:
        """Return `12 attachments`."""
        return self.tr("%n attachment(s)", "", n)


def made(backup: Backup, now: datetime) -> str:
    """Return `Wed 18 Nov 14:03`: when it was made, by this computer's clock."""
    return times.short_time(times.here(backup.made_at), now)


def proof(backup: Backup, now: datetime) -> str:
    """Return whether it is proven: when it was last opened and checked, or what is wrong with it."""
    if backup.checked_at is None:
        wrong = fault_line(backup.faults[0]) if backup.faults else ""
        words = QCoreApplication.translate("backup_words", "never checked")
        return QCoreApplication.translate("backup_words", "not whole: {fault}").format(fault=wrong) if wrong else words
    when = times.short_time(times.here(backup.checked_at), now)
    if backup.ok:
        return QCoreApplication.translate("backup_words", "opened and checked on {time}").format(time=when)
    wrong = fault_line(backup.faults[0]) if backup.faults else ""
    return QCoreApplication.translate("backup_words", "not whole: {fault}").format(fault=wrong or when)


def holds(backup: Backup) -> str:
    """Return what is in it and why it was made."""
    words = BackupWords()
    reason = _REASONS.get(backup.why)
    return texts.joined(
        QCoreApplication.translate("backup_words", str(reason)) if reason else backup.why,
        words.entries(backup.entries) if backup.entries else "",
        words.files(backup.files) if backup.files else "",
        "" if backup.complete else QCoreApplication.translate("backup_words", "database only"),
        QCoreApplication.translate("backup_words", "encrypted") if backup.encrypted else "",
    )


def place(backup: Backup, folder: Path) -> str:
    """Return the folder it lies in where that is not the casebook's own; else nothing."""
    return "" if backup.root.parent == folder else str(backup.root)

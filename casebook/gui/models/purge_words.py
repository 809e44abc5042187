"""What a purge found and did, in the user's language: counts, never the words themselves."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from casebook.journal.removal.purge import Found, Purged
from casebook.journal.removal.purge_words import Reason

_REASONS = {
    Reason.SECRET: QT_TRANSLATE_NOOP("purge", "A secret that nobody may see"),
    Reason.PERSONAL: QT_TRANSLATE_NOOP("purge", "Private data that does not belong here"),
    Reason.MISTAKE: QT_TRANSLATE_NOOP("purge", "Got in by mistake"),
}


def reason(value: Reason) -> str:
    """Return the words for a reason."""
    return QCoreApplication.translate("purge", str(_REASONS[value]))


def found_lines(found: Found) -> list[str]:
    """Return how much holds a secret, a line a kind of place."""
    if found.nothing:
        lines = [QCoreApplication.translate("purge", "Nothing in this casebook or its backups holds it.")]
    else:
        lines = _counted(sum(found.records.values()), found.entries, found.files, found.drafts, found.backups)
    return [*lines, *_unread(found.unread)]


def done_lines(done: Purged) -> list[str]:
    """Return what was purged, a line a kind of place."""
    lines = _counted(done.records, done.entries, done.files, done.drafts, len(done.backups))
    if done.others:
        lines.append(QCoreApplication.translate("purge", "%n file(s) of logs and copies", "", len(done.others)))
    return [*lines, *_unread(done.unread)]


def _counted(records: int, entries: int, files: int, drafts: int, backups: int) -> list[str]:
    counted = (
        (records, QCoreApplication.translate("purge", "%n record(s)", "", records)),
        (
            entries,
            QCoreApplication.translate("purge", "%n entry(ies) of the ledger, of which the words go", "", entries),
        ),
        (files, QCoreApplication.translate("purge", "%n file(s) that hold it, erased whole", "", files)),
        (drafts, QCoreApplication.translate("purge", "%n draft(s)", "", drafts)),
        (backups, QCoreApplication.translate("purge", "%n backup(s), rewritten", "", backups)),
    )
    return [f"• {words}" for number, words in counted if number]


def _unread(number: int) -> list[str]:
    if not number:
        return []
    words = QCoreApplication.translate(
        "purge", "%n picture(s) or recording(s) cannot be searched: look at them yourself.", "", number
    )
    return ["", words]

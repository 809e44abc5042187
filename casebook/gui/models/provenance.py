"""Where a mail came from, as lines of a form: its own numbers, the desk that sent it, and each way it came in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from casebook.gui import texts
from casebook.journal.incoming import Mail, MailCopy
from casebook.journal.records import StoredFile


def provenance(mail: Mail, copies: Sequence[MailCopy]) -> list[tuple[str, str]]:
    """Return caption and words of each line; a line without words is left out."""
    desks = [texts.joined(mark.system.capitalize(), mark.ticket or mark.key) for mark in mail.marks]
    came = [_came(mail.source, mail.raw), *(_came(copy.source, copy.raw) for copy in copies)]
    lines = [
        (QCoreApplication.translate("provenance", "Date header"), mail.date_header),
        (QCoreApplication.translate("provenance", "Message-ID"), mail.message_id),
        (QCoreApplication.translate("provenance", "Support desk"), "\n".join(dict.fromkeys(desks))),
        (_caption(), "\n".join(came)),
    ]
    return [(caption, words) for caption, words in lines if words]


def came_from(source: str, raw: StoredFile) -> tuple[str, str]:
    """Return the line that says where something came from."""
    return _caption(), _came(source, raw)


def _caption() -> str:
    return QCoreApplication.translate("provenance", "Came from")


def _came(source: str, raw: StoredFile) -> str:
    return texts.joined(source, texts.file_size(raw.size), f"SHA-256 {raw.sha256[:16]}…")

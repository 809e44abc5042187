"""Further copies of a mail that came from elsewhere: where each came from, and its own bytes."""

from __future__ import annotations

from casebook.journal.changes import Kind
from casebook.journal.core import Room
from casebook.journal.incoming import MailCopy
from casebook.journal.records import StoredFile
from casebook.journal.store.tables_incoming import MailCopyTable


class MailCopies(Room):
    """The copies of all mails, without the one each mail was first read from."""

    kind = Kind.MAIL_COPY
    table = MailCopyTable

    def put(self, case_id: int | None, contact_id: int, source: str, raw: bytes) -> int:
        """Keep a further copy of a mail inside a write under way; return its id."""
        stored = self._core.batch.put(raw)
        return self._insert(
            "mail.copied",
            case_id,
            contact_id=contact_id,
            source=source,
            sha256=stored.sha256,
            size=stored.size,
        )

    def of_contact(self, contact_id: int) -> tuple[MailCopy, ...]:
        """Return the further copies of a mail in the order in which they came."""
        return tuple(
            MailCopy(row["id"], row["contact_id"], row["source"], _stored(row), row["recorded_at"])
            for row in self._rows(MailCopyTable.contact_id == contact_id)
        )


def _stored(row: dict[str, object]) -> StoredFile:
    return StoredFile(str(row["sha256"]), int(str(row["size"])))

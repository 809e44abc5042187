"""The inbox: what was imported and belongs to no case yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from casebook.journal.changes import Changes
from casebook.journal.core import Core, require_case
from casebook.journal.errors import BadInput
from casebook.journal.kinds.contacts import Contacts
from casebook.journal.kinds.exhibits import Exhibits
from casebook.journal.kinds.waiting import Waiting
from casebook.journal.listings import InboxRow
from casebook.journal.records import Contact
from casebook.journal.store.database import one

_JOINED = ("ticket", "reference", "promise", "request", "follow_up", "transfer", "amendment")
_BUILT_ON = " UNION ALL ".join(
    (
        *(f"SELECT 1 FROM {table} WHERE contact_id = ?" for table in _JOINED),
        'SELECT 1 FROM "case" WHERE final_contact_id = ?',
        *(
            f"SELECT 1 FROM {table} t JOIN exhibit e ON e.id = t.exhibit_id WHERE e.contact_id = ?"
            for table in ("transfer", "loss", "redaction")
        ),
    )
)
"""What may have been built on a contact or its exhibits."""


class Inbox:
    """Contacts without a case: they wait to be filed, or were discarded and are not imported again."""

    def __init__(self, core: Core, contacts: Contacts, exhibits: Exhibits) -> None:
        self._core = core
        self._contacts = contacts
        self._exhibits = exhibits
        self._waiting = Waiting(core)

    def waiting(self) -> list[InboxRow]:
        """Return the mails and chats that wait to be filed, newest first."""
        return self._waiting.rows()

    def some(self, contact_ids: Iterable[int]) -> list[InboxRow]:
        """Return those of these contacts that wait, in no order; without reading the whole inbox."""
        return self._waiting.some(contact_ids)

    def newest(self) -> InboxRow | None:
        """Return what happened last of all that waits, None where nothing does."""
        return self._waiting.newest()

    def count(self) -> int:
        """Return how many mails wait to be filed."""
        found = one(
            self._core.database,
            "SELECT count(*) FROM contact INDEXED BY contact_waiting "  # of itself SQLite looks at each contact
            "WHERE case_id IS NULL AND discarded = 0 AND deleted_at IS NULL",
        )
        return int(found[0]) if found else 0

    def file(self, contact_ids: Sequence[int], case_id: int) -> Changes:
        """File waiting mails in a case; their attachments get their exhibit numbers, oldest mail first.

        Raises NotFound, BadInput when one is filed already.
        """
        with self._core.write() as noted:
            require_case(self._core, case_id)
            waiting = [self._contacts.get(contact_id) for contact_id in contact_ids]
            for contact in sorted(waiting, key=lambda c: (c.happened.utc, c.id)):
                if contact.case_id is not None:
                    raise BadInput("that mail is filed in C-{number} already", number=contact.case_id)
                self._contacts.place(contact.id, "mail.filed", case_id=case_id, discarded=0)
                self._exhibits.number_all(contact.id, case_id)
            return noted.changes(contact_ids[0] if contact_ids else 0)

    def unfile(self, contact_ids: Sequence[int]) -> Changes:
        """Undo a filing: put mails back into the inbox, as long as nothing was built on it.

        Their exhibits lose their numbers, so these must be the case's last ones, and nothing of the case may have been
        exported meanwhile. Raises NotFound, BadInput with what stands in the way.
        """
        with self._core.write() as noted:
            found = [self._contacts.get(contact_id) for contact_id in contact_ids]
            for contact in sorted(
                found, key=lambda c: max((e.number or 0 for e in c.exhibits), default=0), reverse=True
            ):
                self._refuse_unfiling(contact)
                self._contacts.unplace(contact.id, "mail.unfiled", contact.case_id)
                self._exhibits.unnumber_all(contact.id, contact.case_id)
            return noted.changes(contact_ids[0] if contact_ids else 0)

    def discard(self, contact_ids: Sequence[int]) -> Changes:
        """Take waiting mails out of the inbox; a later import leaves them out. Raises NotFound, BadInput."""
        with self._core.write() as noted:
            for contact_id in contact_ids:
                contact = self._contacts.get(contact_id)
                if contact.case_id is not None:
                    raise BadInput("that mail is filed in C-{number} already", number=contact.case_id)
                self._contacts.place(contact_id, "mail.discarded", discarded=1)
            return noted.changes(contact_ids[0] if contact_ids else 0)

    def restore(self, contact_ids: Sequence[int]) -> Changes:
        """Put discarded mails back into the inbox. Raises NotFound."""
        with self._core.write() as noted:
            for contact_id in contact_ids:
                self._contacts.get(contact_id)
                self._contacts.place(contact_id, "mail.restored", discarded=0)
            return noted.changes(contact_ids[0] if contact_ids else 0)

    def _refuse_unfiling(self, contact: Contact) -> None:
        run, number = self._core.database, contact.id
        imported = one(run, "SELECT 1 FROM mail WHERE id = ? UNION SELECT 1 FROM chat WHERE id = ?", (number, number))
        if contact.case_id is None or not imported:
            raise BadInput("contact {number} is no mail that was filed in a case", number=number)
        filed = one(
            run,
            "SELECT json_extract(entry, '$.at') FROM ledger WHERE which = ? AND json_extract(entry, '$.what') IN "
            "('mail.filed', 'mail.imported', 'chat.imported') ORDER BY number DESC LIMIT 1",
            (f"contact:{number}",),
        )
        built = one(run, _BUILT_ON, [number] * _BUILT_ON.count("?"))
        if built or contact.amended:
            raise BadInput(
                "mail {number} stays in C-{case}: something in the case names it already",
                number=number,
                case=contact.case_id,
            )
        exported = one(
            run,
            "SELECT 1 FROM export WHERE case_id = ? AND recorded_at >= ?",
            (contact.case_id, filed[0] if filed else ""),
        )
        last = max((each.number or 0 for each in contact.exhibits), default=0)
        later = last and one(
            run,
            "SELECT 1 FROM exhibit WHERE case_id = ? AND number > ? AND contact_id IS NOT ?",
            (contact.case_id, min(each.number or 0 for each in contact.exhibits), number),
        )
        if exported or later:
            raise BadInput(
                "mail {number} stays in C-{case}: its exhibit numbers were given out, and none is given twice",
                number=number,
                case=contact.case_id,
            )

"""The inbox: what was imported and belongs to no case yet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from casebook.journal.changes import Changes
from casebook.journal.core import Core, require_case
from casebook.journal.errors import BadInput
from casebook.journal.kinds.contacts import Contacts
from casebook.journal.kinds.exhibits import Exhibits
from casebook.journal.listings import InboxRow
from casebook.journal.store.database import one, rows
from casebook.journal.store.words import snippet
from casebook.journal.terms import Direction
from casebook.journal.times import HowKnown, Moment, Precision, from_text

_SNIPPET = 160
_SHORTEST_TICKET = 4  # a shorter number stands in too many subjects by chance


class Inbox:
    """Contacts without a case: they wait to be filed, or were discarded and are not imported again."""

    def __init__(self, core: Core, contacts: Contacts, exhibits: Exhibits) -> None:
        self._core = core
        self._contacts = contacts
        self._exhibits = exhibits

    def waiting(self) -> list[InboxRow]:
        """Return the mails that wait to be filed, newest first, with the case they seem to belong to."""
        found = rows(
            self._core.database,
            "SELECT c.id, c.happened_at, c.happened_zone, c.happened_offset, c.happened_precision, c.happened_known, "
            "c.direction, m.sender, m.sender_name, c.subject, substr(c.text, 1, 400), m.thread_id, "
            "(SELECT count(*) FROM exhibit e WHERE e.contact_id = c.id) "
            "FROM contact c JOIN mail m ON m.id = c.id WHERE c.case_id IS NULL AND c.discarded = 0 "
            "AND c.deleted_at IS NULL ORDER BY c.happened_at DESC, c.id DESC",
        )
        threads = dict(
            rows(
                self._core.database,
                "SELECT m.thread_id, max(c.case_id) FROM mail m JOIN contact c ON c.id = m.id "
                'JOIN "case" k ON k.id = c.case_id WHERE c.deleted_at IS NULL AND k.deleted_at IS NULL '
                "GROUP BY m.thread_id",
            )
        )
        tickets = dict(
            rows(
                self._core.database,
                'SELECT upper(t.number), t.case_id FROM ticket t JOIN "case" k ON k.id = t.case_id '
                "WHERE k.deleted_at IS NULL ORDER BY t.id",
            )
        )
        return [
            InboxRow(
                contact_id=r[0],
                happened=Moment(from_text(r[1]), r[2], r[3], Precision(r[4]), HowKnown(r[5])),
                direction=Direction(r[6]),
                sender=r[7],
                sender_name=r[8],
                subject=r[9],
                snippet=snippet(r[10], "", _SNIPPET),
                thread_id=r[11],
                exhibits=r[12],
                suggested_case=threads.get(r[11]) or _ticket_case(r[9], tickets),
            )
            for r in found
        ]

    def cases_of_thread(self, thread_id: int) -> list[int]:
        """Return the open cases in which messages of a thread are filed."""
        found = rows(
            self._core.database,
            "SELECT DISTINCT c.case_id FROM contact c JOIN mail m ON m.id = c.id "
            'JOIN "case" k ON k.id = c.case_id WHERE m.thread_id = ? AND c.deleted_at IS NULL '
            "AND k.deleted_at IS NULL AND k.status = 'open' ORDER BY c.case_id",
            (thread_id,),
        )
        return [row[0] for row in found]

    def count(self) -> int:
        """Return how many mails wait to be filed."""
        found = one(
            self._core.database,
            "SELECT count(*) FROM contact WHERE case_id IS NULL AND discarded = 0 AND deleted_at IS NULL",
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


def _ticket_case(subject: str, tickets: Mapping[str, int]) -> int | None:
    """Return the case of the first ticket number that stands in a subject as a word of its own."""
    words = re.findall(r"[^\s\[\](){}<>#,;:：，（）【】]+", subject.upper())
    return next((tickets[word] for word in words if len(word) >= _SHORTEST_TICKET and word in tickets), None)

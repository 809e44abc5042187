"""The inbox: what was imported and belongs to no case yet."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from casebook.journal.changes import Changes
from casebook.journal.core import Core, require_case
from casebook.journal.errors import BadInput
from casebook.journal.kinds.contacts import Contacts
from casebook.journal.kinds.exhibits import Exhibits
from casebook.journal.listings import InboxRow
from casebook.journal.records import Contact
from casebook.journal.store.database import one, rows
from casebook.journal.store.words import snippet
from casebook.journal.terms import Automatic, Channel, Direction
from casebook.journal.times import HowKnown, Moment, Precision, from_text

_SNIPPET = 160
_WAITS = "c.case_id IS NULL AND c.discarded = 0 AND c.deleted_at IS NULL"
_ROWS = (
    "SELECT c.id, c.happened_at, c.happened_zone, c.happened_offset, c.happened_precision, c.happened_known, "
    "c.direction, c.automatic, c.subject, substr(c.text, 1, 400), m.thread_id, {0} "
    "FROM contact c JOIN {1} m ON m.id = c.id"
)
_MAIL_COLUMNS = "m.sender, m.sender_name, m.recipients, ifnull(m.reply_to, ''), c.channel, m.marks"
_CHAT_COLUMNS = "'', CASE WHEN c.agent <> '' THEN c.agent ELSE m.title END, '', '', c.channel, ''"
# Enumeration members by their texts: calling the class for each of ten thousand rows takes as long as reading them.
_PRECISIONS = {str(each): each for each in Precision}
_KNOWN = {str(each): each for each in HowKnown}
_DIRECTIONS = {str(each): each for each in Direction}
_CHANNELS = {str(each): each for each in Channel}
_AUTOMATIC = {str(each): each for each in Automatic}
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

    def waiting(self) -> list[InboxRow]:
        """Return the mails and chats that wait to be filed, newest first."""
        exhibits: dict[int, int] = dict(
            rows(
                self._core.database,
                "SELECT e.contact_id, count(*) FROM exhibit e WHERE e.case_id IS NULL AND e.contact_id IS NOT NULL "
                "GROUP BY e.contact_id",
            )
        )
        found = rows(self._core.database, f"{_ROWS.format(_MAIL_COLUMNS, 'mail')} WHERE {_WAITS}")
        found += rows(self._core.database, f"{_ROWS.format(_CHAT_COLUMNS, 'chat')} WHERE {_WAITS}")
        found.sort(key=itemgetter(1, 0), reverse=True)
        return [_row(each, exhibits.get(each[0], 0)) for each in found]

    def newest(self) -> InboxRow | None:
        """Return what happened last of all that waits, None where nothing does."""
        found = [
            row
            for table, columns in (("mail", _MAIL_COLUMNS), ("chat", _CHAT_COLUMNS))
            for row in rows(
                self._core.database,
                f"{_ROWS.format(columns, table)} WHERE c.id = (SELECT c.id FROM contact c JOIN {table} m "
                f"ON m.id = c.id WHERE {_WAITS} ORDER BY c.happened_at DESC, c.id DESC LIMIT 1)",
            )
        ]
        return _row(max(found, key=itemgetter(1, 0)), 0) if found else None

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


def _row(found: tuple[Any, ...], exhibits: int) -> InboxRow:
    (contact_id, at, zone, offset, precision, known, direction, automatic, subject, text, thread_id) = found[:11]
    sender, name, recipients, reply_to, channel, marks = found[11:]
    return InboxRow(
        contact_id=contact_id,
        happened=Moment(from_text(at), zone, offset, _PRECISIONS[precision], _KNOWN[known]),
        direction=_DIRECTIONS[direction],
        sender=sender,
        sender_name=name,
        subject=subject,
        snippet=snippet(text, "", _SNIPPET),
        thread_id=thread_id,
        exhibits=exhibits,
        recipients=tuple(json.loads(recipients)) if recipients else (),
        reply_to=reply_to,
        channel=_CHANNELS[channel],
        automatic=_AUTOMATIC[automatic],
        tickets=_tickets(marks) if marks else (),
    )


@lru_cache(maxsize=20_000)
def _tickets(marks: str) -> tuple[str, ...]:
    return tuple(ticket for _, ticket, *_ in json.loads(marks) if ticket)

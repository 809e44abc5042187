"""Mails: each one a contact, with its headers, its thread, and the raw bytes it came as."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from casebook.journal.changes import Kind
from casebook.journal.core import Core, Room, or_none
from casebook.journal.incoming import BroughtRow, Mail, MailCopy, Mark, NewMail, Placing
from casebook.journal.kinds.contacts import Contacts
from casebook.journal.kinds.exhibits import Exhibits
from casebook.journal.kinds.mail_copies import MailCopies
from casebook.journal.kinds.threads import ThreadKeys
from casebook.journal.listings import MailAdded
from casebook.journal.records import StoredFile
from casebook.journal.store.database import one, rows
from casebook.journal.store.tables import MailTable
from casebook.journal.terms import Channel, Direction, Why
from casebook.journal.times import HowKnown, Moment, Precision, from_text, moment, to_text

_BLANK: Mapping[str, str | int | None] = {
    **dict.fromkeys(("agent_id", "platform", "outcome"), ""),
    "channel": str(Channel.EMAIL),
    "bot": None,
    "tickets": "[]",
    "amended": 0,
    "discarded": 0,
}
_encode = json.JSONEncoder(ensure_ascii=False).encode  # made once: making it takes longer than these short lists


class Mails(Room):
    """Imported mails: filed in a case, waiting in the inbox, or discarded (and then not imported again)."""

    kind = Kind.MAIL
    table = MailTable

    def __init__(self, core: Core, contacts: Contacts, exhibits: Exhibits) -> None:
        super().__init__(core)
        self._contacts = contacts
        self._exhibits = exhibits
        self._copies = MailCopies(core)

    def known(self, sha256s: Iterable[str]) -> set[str]:
        """Return which of these raw messages (by SHA-256, hex) are in the casebook already, as a mail or a copy."""
        wanted, found = list(sha256s), set[str]()
        for start in range(0, len(wanted), 500):
            some = wanted[start : start + 500]
            marks = ",".join("?" * len(some))
            for table in ("mail", "mail_copy"):
                sql = f"SELECT sha256 FROM {table} WHERE sha256 IN ({marks})"
                found |= {row[0] for row in rows(self._core.database, sql, some)}
        return found

    def add(
        self,
        mails: Sequence[NewMail],
        *,
        case_id: int | None = None,
        own: Collection[str] = (),
        place: Callable[[NewMail, int], Placing | None] | None = None,
    ) -> MailAdded:
        """Record mails in one transaction; known ones are passed over.

        `own` are the user's mail addresses, lower case: a mail from one of them is outgoing. Without a case `place`
        tells from a mail and its thread where it belongs; where it is certain the mail is filed there, else it waits in
        the inbox. Without `place` a mail goes to the case of its thread. A message that is here already, with other
        bytes, is kept as a further copy. Raises NotFound, DiskTrouble.
        """
        contacts: list[int] = []
        placed: dict[int, Placing | None] = {}
        known = copies = 0
        digests = [hashlib.sha256(mail.raw).hexdigest() for mail in mails]
        with self._core.write() as noted, self._core.gathering():
            if case_id is not None:
                self._require_case(case_id)
            there = self.known(digests)
            threads = ThreadKeys(self._core, (key for mail in mails for key in thread_keys(mail)))
            for mail, digest in zip(mails, digests, strict=True):
                if digest in there:
                    known += 1
                    continue
                there.add(digest)
                thread = threads.of(thread_keys(mail))
                if original := self._same(mail):
                    self._copies.put(original[1], original[0], mail.source, mail.raw)
                    copies += 1
                    continue
                if case_id is not None:
                    placing: Placing | None = Placing(case_id, Why.CHOSEN, certain=True)
                else:
                    placing = place(mail, thread) if place else self._by_thread(thread)
                target = placing.case_id if placing and placing.certain else None
                contact_id = self._add_one(mail, digest, thread, target, own)
                placed[contact_id] = placing
                if target is not None:
                    contacts.append(contact_id)
            threads.keep()
            made = contacts[-1] if contacts else 0
            return MailAdded(
                changes=noted.changes(made),
                contacts=tuple(contacts),
                filed=len(contacts),
                waiting=len(placed) - len(contacts),
                known=known + copies,
                copies=copies,
                placed=placed,
            )

    def copies(self, contact_id: int) -> tuple[MailCopy, ...]:
        """Return the further copies of a mail, each with where it came from; the first is `of_contact(…).raw`."""
        return self._copies.of_contact(contact_id)

    def copy_raw(self, copy: MailCopy) -> bytes:
        """Return a further copy as it was imported, byte for byte. Raises NotFound, Damaged."""
        return self._core.files.read(copy.raw)

    def of_contact(self, contact_id: int) -> Mail:
        """Return the mail side of a contact. Raises NotFound when the contact is no imported mail."""
        row = self._row(contact_id, "mail")
        return Mail(
            contact_id=row["id"],
            references=row["refs"],
            to=row["recipients"],
            raw=StoredFile(row["sha256"], row["size"]),
            **{
                name: row[name]
                for name in (
                    "message_id",
                    "in_reply_to",
                    "thread_id",
                    "sender",
                    "sender_name",
                    "cc",
                    "subject",
                    "date_header",
                    "source",
                    "problems",
                )
            },
            reply_to=row["reply_to"] or "",
            marks=tuple(Mark(*mark) for mark in json.loads(row["marks"] or "[]")),
        )

    def is_mail(self, contact_ids: Iterable[int]) -> set[int]:
        """Return which of these contacts are imported mails."""
        found = MailTable.select(MailTable.id).where(MailTable.id.in_(list(contact_ids))).tuples()
        return {row[0] for row in found.execute(self._core.database)}

    def raw(self, contact_id: int) -> bytes:
        """Return the message as it was imported, byte for byte. Raises NotFound, Damaged."""
        return self._core.files.read(self.of_contact(contact_id).raw)

    def threads_of(self, message_ids: Iterable[str]) -> dict[str, int]:
        """Return the threads by which these message ids (and other keys) are known; unknown ones are left out."""
        wanted, found = list(message_ids), dict[str, int]()
        for start in range(0, len(wanted), 500):
            some = wanted[start : start + 500]
            marks = ",".join("?" * len(some))
            sql = f"SELECT message_id, thread_id FROM thread_key WHERE message_id IN ({marks})"
            found |= dict(rows(self._core.database, sql, some))
        return found

    def brought(self, contact_ids: Sequence[int]) -> list[BroughtRow]:
        """Return what a report names of messages that came in, in this order; what is no message is left out."""
        found: dict[int, BroughtRow] = {}
        for start in range(0, len(contact_ids), 500):
            some = contact_ids[start : start + 500]
            marks = ",".join("?" * len(some))
            sql = (
                "SELECT c.id, c.case_id, c.happened_at, c.happened_zone, c.happened_offset, c.happened_precision, "
                "c.happened_known, c.subject, coalesce(nullif(m.sender_name, ''), m.sender, h.title), "
                "coalesce(m.source, h.source), coalesce(m.problems, h.problems) FROM contact c "
                "LEFT JOIN mail m ON m.id = c.id LEFT JOIN chat h ON h.id = c.id "
                f"WHERE c.id IN ({marks}) AND (m.id IS NOT NULL OR h.id IS NOT NULL)"
            )
            for r in rows(self._core.database, sql, some):
                happened = Moment(from_text(r[2]), r[3], r[4], Precision(r[5]), HowKnown(r[6]))
                problems = tuple(json.loads(r[10] or "[]"))
                found[r[0]] = BroughtRow(r[0], r[1], happened, r[7] or "", r[8] or "", r[9] or "", problems)
        return [found[each] for each in contact_ids if each in found]

    def thread(self, thread_id: int) -> list[int]:
        """Return the contacts of a thread in the order in which they happened."""
        found = rows(
            self._core.database,
            "SELECT c.id FROM contact c JOIN mail m ON m.id = c.id WHERE m.thread_id = ? "
            "AND c.deleted_at IS NULL ORDER BY c.happened_at, c.id",
            (thread_id,),
        )
        return [row[0] for row in found]

    def _add_one(self, mail: NewMail, digest: str, thread: int, case_id: int | None, own: Collection[str]) -> int:
        stored = self._core.batch.put(mail.raw, digest)
        now = self._core.clock()
        happened = mail.sent or moment(now, "UTC", Precision.ABOUT, HowKnown.UNKNOWN)
        incoming = not (mail.outgoing or mail.sender in own)
        agent, recipients = mail.sender_name if incoming else "", _listed(mail.to)
        contact_id = self._contacts.put_row(
            "mail.imported",
            case_id,
            {
                **_BLANK,
                "case_id": case_id,
                "direction": str(Direction.IN if incoming else Direction.OUT),
                "happened_at": to_text(happened.utc),
                "happened_zone": happened.zone,
                "happened_offset": happened.offset,
                "happened_precision": str(happened.precision),
                "happened_known": str(happened.known),
                "agent": agent,
                "subject": mail.subject,
                "text": mail.text,
                "automatic": str(mail.automatic) if incoming else "",
                "quote_at": mail.quote_at,
                "signature_at": mail.signature_at,
                "recorded_at": to_text(now),
            },
        )
        marks = json.dumps([[m.system, m.ticket, m.key, m.account] for m in mail.marks]) if mail.marks else None
        row = {
            "id": contact_id,
            "message_id": mail.message_id,
            "in_reply_to": _listed(mail.in_reply_to),
            "refs": _listed(mail.references),
            "thread_id": thread,
            "sender": mail.sender,
            "sender_name": mail.sender_name,
            "recipients": recipients,
            "cc": _listed(mail.cc),
            "subject": mail.subject,
            "date_header": mail.date_header,
            "source": mail.source,
            "problems": _listed(mail.problems),
            "sha256": stored.sha256,
            "size": stored.size,
            "reply_to": or_none(mail.reply_to),
            "marks": marks,
            "essence": or_none(mail.essence),
        }
        self._put("mail.kept", case_id, row, indexed=False)  # the people are indexed with the contact
        said = {"subject": mail.subject, "text": mail.text, "agent": agent}
        self._contacts.index_new(contact_id, said, mail.sender, mail.sender_name, recipients)
        for attachment in mail.attachments:
            self._exhibits.put(case_id, contact_id, attachment)
        return contact_id

    def thread_of(self, message_ids: Iterable[str]) -> int:
        """Return the thread of a message that names these ids, inside a write under way.

        The threads of all of them become one; the ids of mails that are not here count as well.
        """
        ids = list(filter(None, message_ids))
        threads = ThreadKeys(self._core, ids)
        thread = threads.of(ids)
        threads.keep()
        return thread

    def _same(self, mail: NewMail) -> tuple[int, int | None] | None:
        """Return the contact and the case of the same message that came another way, or None."""
        if not mail.essence:
            return None
        found = one(
            self._core.database,
            "SELECT m.id, c.case_id FROM mail m JOIN contact c ON c.id = m.id WHERE m.essence = ? "
            "ORDER BY m.id LIMIT 1",
            (mail.essence,),
        )
        return (found[0], found[1]) if found else None

    def _by_thread(self, thread: int) -> Placing | None:
        found = one(
            self._core.database,
            "SELECT c.case_id FROM contact c JOIN mail m ON m.id = c.id "
            'JOIN "case" k ON k.id = c.case_id WHERE m.thread_id = ? AND c.deleted_at IS NULL AND k.deleted_at IS NULL '
            "ORDER BY c.id DESC LIMIT 1",
            (thread,),
        )
        return Placing(found[0], Why.THREAD, certain=True) if found else None

    def _index(self, record_id: int, state: Mapping[str, Any]) -> None:
        self._contacts.index(record_id)


def _listed(texts: Sequence[str]) -> str:
    return _encode(list(texts)) if texts else "[]"


def thread_keys(mail: NewMail) -> Iterable[str]:
    """Return all that tells the thread of a mail: its id, those it answers, and what its source or a desk says."""
    return filter(None, (mail.message_id, *mail.in_reply_to, *mail.references, *mail.thread_keys))

"""Chats: each stretch of a conversation a contact, with its numbered lines and the raw bytes they were exported as."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from casebook.journal.changes import Kind
from casebook.journal.core import Core, Room
from casebook.journal.errors import BadInput
from casebook.journal.incoming import Chat, NewChat, Placing
from casebook.journal.kinds.contacts import Contacts
from casebook.journal.kinds.exhibits import Exhibits
from casebook.journal.kinds.mail import Mails
from casebook.journal.listings import MailAdded
from casebook.journal.records import StoredFile
from casebook.journal.store.database import rows
from casebook.journal.store.tables_incoming import ChatTable
from casebook.journal.terms import Why
from casebook.journal.times import HowKnown, Precision, moment

_AT_ONCE = 500  # SQLite takes a limited number of values in one statement


class Chats(Room):
    """Imported chats: filed in a case, waiting in the inbox, or discarded (and then not imported again)."""

    kind = Kind.CHAT
    table = ChatTable

    def __init__(self, core: Core, contacts: Contacts, exhibits: Exhibits, mails: Mails) -> None:
        super().__init__(core)
        self._contacts = contacts
        self._exhibits = exhibits
        self._mails = mails

    def known(self, keys: Iterable[str]) -> set[str]:
        """Return which of these lines (by their keys) are in the casebook already."""
        wanted, found = list(keys), set[str]()
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            found |= {
                r[0] for r in rows(self._core.database, f"SELECT key FROM chat_line WHERE key IN ({marks})", some)
            }
        return found

    def add(
        self,
        chats: Sequence[NewChat],
        *,
        case_id: int | None = None,
        place: Callable[[NewChat, int], Placing | None] | None = None,
    ) -> MailAdded:
        """Record stretches of conversations in one transaction; one whose every line is here already is passed over.

        Without a case `place` tells from a stretch and its thread where it belongs; without `place` it goes to the one
        open case in which the conversation is filed, if there is exactly one, else it waits in the inbox. Raises
        NotFound, BadInput for a stretch without lines, DiskTrouble.
        """
        contacts: list[int] = []
        placed: dict[int, Placing | None] = {}
        known = 0
        with self._core.write() as noted:
            if case_id is not None:
                self._require_case(case_id)
            for chat in chats:
                if not chat.keys:
                    raise BadInput("there is no line in this chat: choose or paste one that says something")
                if len(self.known(set(chat.keys))) == len(set(chat.keys)):
                    known += 1
                    continue
                thread = self._mails.thread_of([chat.thread_key])
                if case_id is not None:
                    placing: Placing | None = Placing(case_id, Why.CHOSEN, certain=True)
                else:
                    placing = place(chat, thread) if place else self.placing(thread, chat.title)
                target = placing.case_id if placing and placing.certain else None
                contact_id = self._put_chat(chat, thread, target)
                placed[contact_id] = placing
                if target is not None:
                    contacts.append(contact_id)
            return MailAdded(
                changes=noted.changes(contacts[-1] if contacts else next(iter(placed), 0)),
                contacts=tuple(contacts),
                filed=len(contacts),
                waiting=len(placed) - len(contacts),
                known=known,
                placed=placed,
            )

    def of_contact(self, contact_id: int) -> Chat:
        """Return the conversation side of a contact. Raises NotFound when the contact is no imported chat."""
        row = self._row(contact_id, "chat")
        stored = StoredFile(row.pop("sha256"), row.pop("size"))
        return Chat(contact_id=row.pop("id"), raw=stored, **row)

    def is_chat(self, contact_ids: Iterable[int]) -> set[int]:
        """Return which of these contacts are imported chats."""
        found = ChatTable.select(ChatTable.id).where(ChatTable.id.in_(list(contact_ids))).tuples()
        return {row[0] for row in found.execute(self._core.database)}

    def raw(self, contact_id: int) -> bytes:
        """Return the messages as they stood in the exported file, byte for byte. Raises NotFound, Damaged."""
        return self._core.files.read(self.of_contact(contact_id).raw)

    def thread(self, thread_id: int) -> list[int]:
        """Return the stretches of a conversation in the order in which they happened."""
        found = rows(
            self._core.database,
            "SELECT c.id FROM contact c JOIN chat t ON t.id = c.id WHERE t.thread_id = ? "
            "AND c.deleted_at IS NULL ORDER BY c.happened_at, c.id",
            (thread_id,),
        )
        return [row[0] for row in found]

    def _put_chat(self, chat: NewChat, thread: int, case_id: int | None) -> int:
        stored = self._core.batch.put(chat.raw)
        contact_id = self._contacts.put(
            "chat.imported",
            case_id=case_id,
            channel=chat.channel,
            direction=chat.direction,
            happened=chat.began or moment(self._core.clock(), "UTC", Precision.ABOUT, HowKnown.UNKNOWN),
            agent=chat.agent,
            bot=chat.bot,
            platform=chat.platform,
            subject=chat.title,
            text=chat.text,
        )
        self._insert(
            "chat.kept",
            case_id,
            id=contact_id,
            platform=chat.platform,
            conversation=chat.conversation,
            title=chat.title,
            thread_id=thread,
            source=chat.source,
            problems=chat.problems,
            sha256=stored.sha256,
            size=stored.size,
        )
        for key in chat.keys:
            self._core.database.execute_sql(
                "INSERT OR IGNORE INTO chat_line (key, contact_id) VALUES (?, ?)", (key, contact_id)
            )
        for attachment in chat.attachments:
            self._exhibits.put(case_id, contact_id, attachment)
        return contact_id

    def placing(self, thread: int, title: str) -> Placing | None:
        """Return the case in which a conversation is filed, None for none or several; certain while it is open."""
        cases = rows(
            self._core.database,
            "SELECT DISTINCT k.id, k.status FROM contact c JOIN chat t ON t.id = c.id "
            'JOIN "case" k ON k.id = c.case_id WHERE t.thread_id = ? AND c.deleted_at IS NULL AND k.deleted_at IS NULL',
            (thread,),
        )
        if len(cases) != 1:
            return None
        case_id, status = cases[0]
        return Placing(case_id, Why.THREAD, title, certain=status == "open")

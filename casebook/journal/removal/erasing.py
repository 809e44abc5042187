"""Taking records out for good: their rows, their words in the ledger, and the files that nothing names any more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casebook.journal.changes import Kind
from casebook.journal.core import Core, Room
from casebook.journal.kinds.mail_copies import MailCopies
from casebook.journal.kinds.references import NAMED_ELSEWHERE
from casebook.journal.store.database import has_column, has_table, one, rows
from casebook.journal.store.tables import AmendmentTable, ImportedCaseTable
from casebook.journal.times import to_text

Rooms = Mapping[Kind, Room]

_WORDLESS_EXHIBIT = {
    "name": "",
    "description": "",
    "taken_at": None,
    **dict.fromkeys(("origin", "url", "dated_on", "crop", "translation", "transcript", "clause", "consent", "read_at")),
    "marks": None,
}
"""An exhibit whose number, kind and place in time stay, and nothing that was written of it."""
_BLANK_EXHIBIT = {**_WORDLESS_EXHIBIT, "contact_id": None, "media_type": ""}
_BLANK_CONTACT = {
    **dict.fromkeys(("agent", "agent_id", "platform", "subject", "text", "outcome"), ""),
    "tickets": "[]",
    **dict.fromkeys(("bot", "role", "translation", "quote_at", "signature_at", "details")),
}
_BLANK_MAIL = {
    **dict.fromkeys(("message_id", "sender", "sender_name", "subject", "date_header", "source"), ""),
    **dict.fromkeys(("in_reply_to", "refs", "recipients", "cc", "problems"), "[]"),
    **dict.fromkeys(("reply_to", "marks", "essence")),
}
_BLANK_CHAT = {**dict.fromkeys(("platform", "conversation", "title", "source"), ""), "problems": "[]"}
_BLANK_AMENDMENT = dict.fromkeys(("before", "after", "reason"), "")
_NO_FILE = {"sha256": "", "size": 0}
# What belongs to a case and goes with it, in an order in which no reference breaks.
_OF_CASE = (
    *(Kind.FOLLOW_UP, Kind.DEADLINE, Kind.PROMISE, Kind.REQUEST, Kind.REFERENCE, Kind.TICKET, Kind.AMENDMENT),
    *(Kind.QUOTE, Kind.CHECK_MARK, Kind.TRANSFER, Kind.LOSS, Kind.REDACTION, Kind.EXPORT, Kind.ANSWER),
)
# What may name the contact it came from or ended with, and stays when that goes.
_FROM_CONTACT = (
    *((kind, "contact_id") for kind in (Kind.FOLLOW_UP, Kind.PROMISE, Kind.REQUEST, Kind.REFERENCE, Kind.TRANSFER)),
    *((Kind.DEADLINE, "contact_id"), (Kind.DEADLINE, "ended_contact_id"), (Kind.REQUEST, "supplied_contact_id")),
    (Kind.TICKET, "contact_id"),
)
# What a contact is besides, under the same id, and what there may be several of: both belong to it and go with it.
_SIDES: Mapping[Kind, Mapping[str, Any]] = {Kind.MAIL: _BLANK_MAIL, Kind.CHAT: _BLANK_CHAT}
_SEVERAL = (Kind.MAIL_COPY, Kind.DKIM)
OF_CONTACT = frozenset({*_SIDES, *_SEVERAL})
"""The kinds that have the case of their contact."""
_BEGUN = ("draft", "letter", "session")
"""What was begun in a case and is no fact of it."""
_UNTOLD = {"chat_line": "contact_id", "passed_over": "contact_id"}


class Amendments(Room):
    """The amendments as bin and purge need them: rows like any other."""

    kind = Kind.AMENDMENT
    table = AmendmentTable


class ImportedCases(Room):
    """The cases from other casebooks, likewise."""

    kind = Kind.IMPORTED_CASE
    table = ImportedCaseTable


def with_plain_rooms(core: Core, *rooms: Room) -> Rooms:
    """Return the rooms by kind, with those that have no door of their own."""
    return {room.kind: room for room in (Amendments(core), ImportedCases(core), MailCopies(core), *rooms)}


class Erasing:
    """One going-over of records, inside one write. `finish` takes what it went over out of the ledger's words."""

    def __init__(self, core: Core, rooms: Rooms) -> None:
        self._core = core
        self._rooms = rooms
        self._gone: set[str] = set()
        self._start = one(core.database, "SELECT ifnull(max(number), 0) FROM ledger")
        self.payloads: set[int] = set()
        """Further ledger entries whose words are to be erased."""
        self.files = False
        """Whether a file may have lost its last name."""

    @property
    def records(self) -> int:
        """How many records it went over."""
        return len(self._gone)

    def case(self, case_id: int) -> None:
        """Erase a case with everything in it."""
        for table in _BEGUN:
            if has_table(self._core.database, table):
                self._core.database.execute_sql(f'DELETE FROM "{table}" WHERE case_id = ?', (case_id,))
        self._rooms[Kind.CASE].blot("case.unlinked", case_id, case_id, {"final_contact_id": None})
        for kind in _OF_CASE:
            for record_id in self._ids(kind, "case_id = ?", case_id):
                self._erase(kind, record_id, case_id)
        for record_id in self._ids(Kind.EXHIBIT, "case_id = ?", case_id):
            self._erase(Kind.EXHIBIT, record_id, case_id)
        for record_id in self._ids(Kind.CONTACT, "case_id = ?", case_id):
            self._sides(record_id, case_id)
            self._erase(Kind.CONTACT, record_id, case_id)
        for record_id in self._ids(Kind.IMPORTED_CASE, "case_id = ?", case_id):
            self._erase(Kind.IMPORTED_CASE, record_id, case_id)
        self._erase(Kind.CASE, case_id, case_id)
        self.files = True

    def contact(self, contact_id: int) -> None:
        """Erase a contact; the numbers of its exhibits stay taken, and what came of it in the case stays."""
        case_id = self.case_of(Kind.CONTACT, contact_id)
        self._history_with(Kind.CONTACT, contact_id, case_id)
        for record_id in self._ids(Kind.AMENDMENT, "contact_id = ?", contact_id):
            self._erase(Kind.AMENDMENT, record_id, case_id)
        for record_id in self._ids(Kind.EXHIBIT, "contact_id = ?", contact_id):
            self.exhibit(record_id)
        for record_id in self.tickets_only_of(contact_id):
            self._erase(Kind.TICKET, record_id, case_id)
        for kind, column in _FROM_CONTACT:
            for record_id in self._ids(kind, f"{column} = ?", contact_id):
                self._rooms[kind].blot(f"{kind}.unlinked", record_id, case_id, {column: None})
        for record_id in self._ids(Kind.CASE, "final_contact_id = ?", contact_id):
            self._rooms[Kind.CASE].blot("case.unlinked", record_id, record_id, {"final_contact_id": None})
        self._sides(contact_id, case_id)
        self._erase(Kind.CONTACT, contact_id, case_id)

    def exhibit(self, exhibit_id: int) -> None:
        """Erase an exhibit's bytes and words; a row with its number stays, so that no other takes it."""
        self.files = True
        case_id = self.case_of(Kind.EXHIBIT, exhibit_id)
        if case_id is None:
            self._erase(Kind.EXHIBIT, exhibit_id, None)
        else:
            # It stays out of the lists, as it was while its contact was in the bin.
            self.blank_exhibit(exhibit_id, case_id, {**_BLANK_EXHIBIT, "deleted_at": to_text(self._core.clock())})

    def wordless_exhibit(self, exhibit_id: int, case_id: int | None) -> None:
        """Take an exhibit's file and all that was written of it away; it stays where it is listed."""
        self.blank_exhibit(exhibit_id, case_id, _WORDLESS_EXHIBIT)

    def blank_exhibit(self, exhibit_id: int, case_id: int | None, columns: Mapping[str, Any]) -> None:
        """Take an exhibit's file away, with every copy made of it, and write `columns` over its row."""
        for record_id in self._ids(Kind.REDACTION, "exhibit_id = ?", exhibit_id):
            self._erase(Kind.REDACTION, record_id, case_id)
        for copy in self._marked_copies(exhibit_id):
            self.wordless_exhibit(copy, case_id)
        self.forget(Kind.EXHIBIT, exhibit_id)
        self._history_with(Kind.EXHIBIT, exhibit_id, case_id)
        now = {"purged_at": to_text(self._core.clock())}
        self._rooms[Kind.EXHIBIT].blot("exhibit.purged", exhibit_id, case_id, {**columns, **_NO_FILE, **now})
        self.files = True

    def _marked_copies(self, exhibit_id: int) -> list[int]:
        """Return the copies of an exhibit with marks drawn on them that have not been erased before."""
        if not has_column(self._core.database, "exhibit", "derived_from"):
            return []
        return self._ids(Kind.EXHIBIT, "purged_at IS NULL AND derived_from = ?", exhibit_id)

    def blank_contact(self, contact_id: int) -> None:
        """Take away a contact's words, its mail, its exhibits and its amendments' words; its place in time stays."""
        case_id, now = self.case_of(Kind.CONTACT, contact_id), to_text(self._core.clock())
        self.forget(Kind.CONTACT, contact_id)
        for record_id in self._ids(Kind.AMENDMENT, "contact_id = ?", contact_id):
            self.forget(Kind.AMENDMENT, record_id)
            self._rooms[Kind.AMENDMENT].blot("amendment.purged", record_id, case_id, _BLANK_AMENDMENT)
        for record_id in self._ids(Kind.EXHIBIT, "contact_id = ?", contact_id):
            self.wordless_exhibit(record_id, case_id)
        for record_id in self.tickets_only_of(contact_id):
            self._erase(Kind.TICKET, record_id, case_id)
        self._beside(contact_id, case_id)
        for kind, blank in _SIDES.items():
            if self._ids(kind, "id = ?", contact_id):
                self.forget(kind, contact_id)
                self._rooms[kind].blot(f"{kind}.purged", contact_id, case_id, {**blank, **_NO_FILE})
                self.files = True
        self._rooms[Kind.CONTACT].blot("contact.purged", contact_id, case_id, {**_BLANK_CONTACT, "purged_at": now})

    def forget(self, kind: Kind, record_id: int) -> None:
        """Note that what the ledger has told of a record until now is to be erased."""
        self._gone.add(f"{kind}:{record_id}")

    def finish(self, what: str, which: str, told: Mapping[str, Any]) -> None:
        """Erase the noted words from the ledger, with an entry that names their numbers and says nothing of them."""
        run = self._core.database
        start = self._start[0] if self._start else 0
        known = rows(
            run,
            "SELECT p.number, l.which FROM ledger_payload p JOIN ledger l USING (number) WHERE number <= ?",
            (start,),
        )
        erased = sorted(number for number, name in known if name in self._gone or number in self.payloads)
        self._core.ledger.append(self._core.clock(), what, which, None, {**told, "erased": erased})
        for number in erased:
            run.execute_sql("DELETE FROM ledger_payload WHERE number = ?", (number,))
        if self.files:
            self._core.files.mark()  # a sweep follows, now or, after a crash, at the next start

    def tickets_only_of(self, contact_id: int) -> list[int]:
        """Return the tickets that no other contact of their case names."""
        return [
            row[0]
            for row in rows(
                self._core.database,
                f"SELECT t.id FROM ticket t WHERE t.contact_id = ? AND NOT EXISTS ({NAMED_ELSEWHERE})",
                (contact_id,),
            )
        ]

    def case_of(self, kind: Kind, record_id: int) -> int | None:
        """Return the case of a record."""
        found = one(self._core.database, f'SELECT case_id FROM "{kind}" WHERE id = ?', (record_id,))
        return found[0] if found else None

    def _history_with(self, kind: Kind, record_id: int, case_id: int | None) -> None:
        """Take away the kept history of a case from elsewhere that the record came with: its words are in there."""
        came_with = (
            "SELECT h.id FROM imported_case h WHERE h.case_id = ? AND h.sha256 <> '' AND h.recorded_at > "
            f'(SELECT recorded_at FROM "{kind}" WHERE id = ?)'
        )
        if one(self._core.database, "SELECT 1 FROM sqlite_master WHERE name = 'imported_case'"):
            for (history,) in rows(self._core.database, came_with, (case_id, record_id)):
                self.forget(Kind.IMPORTED_CASE, history)
                self._rooms[Kind.IMPORTED_CASE].blot("imported_case.purged", history, case_id, _NO_FILE)
                self.files = True

    def _erase(self, kind: Kind, record_id: int, case_id: int | None) -> None:
        self.forget(kind, record_id)
        self._rooms[kind].erase(record_id, case_id)

    def _sides(self, contact_id: int, case_id: int | None) -> None:
        """Erase what a contact is besides: its mail with all copies, its stretch of a conversation."""
        self._beside(contact_id, case_id)
        for kind in _SIDES:
            for record_id in self._ids(kind, "id = ?", contact_id):
                self._erase(kind, record_id, case_id)
                self.files = True

    def _beside(self, contact_id: int, case_id: int | None) -> None:
        for table, column in _UNTOLD.items():
            if has_table(self._core.database, table):
                self._core.database.execute_sql(f'DELETE FROM "{table}" WHERE "{column}" = ?', (contact_id,))
        for kind in _SEVERAL:
            for record_id in self._ids(kind, "contact_id = ?", contact_id):
                self._erase(kind, record_id, case_id)
                self.files = True
        for record_id in self._ids(Kind.QUOTE, "contact_id = ?", contact_id):
            self._erase(Kind.QUOTE, record_id, case_id)

    def _ids(self, kind: Kind, where: str, value: int) -> list[int]:
        if not has_table(self._core.database, str(kind)):  # a backup may be older than it
            return []
        return [row[0] for row in rows(self._core.database, f'SELECT id FROM "{kind}" WHERE {where}', (value,))]

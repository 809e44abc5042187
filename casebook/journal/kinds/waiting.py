"""The rows of the inbox, kept from one look to the next: the ledger tells which of them are to be read again."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from casebook.journal.core import Core
from casebook.journal.listings import InboxRow
from casebook.journal.store.database import one, rows
from casebook.journal.terms import Automatic, Channel, Direction
from casebook.journal.times import HowKnown, Moment, Precision, from_text

_SNIPPET = 160
_FEW = 2_000
"""Up to so many new ledger entries are looked through; after an import everything is read again."""
_AT_ONCE = 500
_TOLD = {"contact", "mail", "chat", "mail_copy"}
_CAME = ("mail.kept", "chat.kept")
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


class Waiting:
    """Mails and chats without a case that were not discarded, newest first."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._lock = threading.Lock()
        self._head = -1
        self._rows: list[InboxRow] = []

    def rows(self) -> list[InboxRow]:
        """Return all of them; ten thousand take a moment the first time only."""
        if self._core.writing:  # what is not committed may be taken back
            return self._read()
        with self._lock:
            head = self._core.ledger.head_number()
            touched = self._touched(head)
            if touched is None:
                self._rows = self._read()
            elif touched:
                kept = [row for row in self._rows if row.contact_id not in touched]
                self._rows = sorted([*kept, *self._read(touched)], key=_newest, reverse=True)
            self._head = head
            return list(self._rows)

    def some(self, contact_ids: Iterable[int]) -> list[InboxRow]:
        """Return those of these contacts that wait, in no order."""
        return self._read(contact_ids)

    def newest(self) -> InboxRow | None:
        """Return what happened last."""
        with self._lock:
            if self._rows and self._head == self._core.ledger.head_number():
                return self._rows[0]
        last = one(  # from the end of the index: for each kind alone, ten thousand of the other are gone through
            self._core.database,
            f"SELECT c.id FROM contact c INDEXED BY contact_waiting WHERE {_WAITS} "
            "AND (EXISTS (SELECT 1 FROM mail m WHERE m.id = c.id) OR EXISTS (SELECT 1 FROM chat m WHERE m.id = c.id)) "
            "ORDER BY c.happened_at DESC, c.id DESC LIMIT 1",
        )
        return next(iter(self._read(last)), None) if last else None

    def _touched(self, head: int) -> set[int] | None:
        """Return the contacts that changed since the last look; None where too much did."""
        if self._head < 0 or not self._head <= head <= self._head + _FEW:
            return None
        if head == self._head:
            return set()
        touched, exhibits = set[int](), set[int]()
        for which, what in rows(
            self._core.database,
            "SELECT which, json_extract(entry, '$.what') FROM ledger WHERE number > ? AND number <= ?",
            (self._head, head),
        ):
            kind, _, number = which.partition(":")
            if what in _CAME:  # threads may have become one, which no entry tells
                return None
            if kind in _TOLD:
                touched.add(int(number))
            elif kind == "exhibit":
                exhibits.add(int(number))
        found = set[int]()
        for some in _pieces(exhibits):
            marks = ",".join("?" * len(some))
            sql = f"SELECT id, contact_id FROM exhibit WHERE id IN ({marks})"
            for exhibit, contact in rows(self._core.database, sql, some):
                found.add(exhibit)
                touched |= {contact} if contact else set()
        return None if exhibits - found else touched

    def _read(self, contact_ids: Iterable[int] | None = None) -> list[InboxRow]:
        if contact_ids is None:
            return sorted(self._select("1"), key=_newest, reverse=True)
        found = list[InboxRow]()
        for some in _pieces(contact_ids):
            found += self._select(f"c.id IN ({','.join(map(str, some))})")
        return found

    def _select(self, where: str) -> list[InboxRow]:
        found = list[tuple[Any, ...]]()
        for table, columns in (("mail", _MAIL_COLUMNS), ("chat", _CHAT_COLUMNS)):
            sql = f"{_ROWS.format(columns, table)} WHERE {_WAITS} AND {where}"
            found += rows(self._core.database, sql)
        exhibits: dict[int, int] = {}
        for some in _pieces(row[0] for row in found):
            marks = ",".join("?" * len(some))
            sql = f"SELECT contact_id, count(*) FROM exhibit WHERE contact_id IN ({marks}) GROUP BY contact_id"
            exhibits |= dict(rows(self._core.database, sql, some))
        return [_row(each, exhibits.get(each[0], 0)) for each in found]


def _newest(row: InboxRow) -> tuple[Any, int]:
    return row.happened.utc, row.contact_id


def _pieces(ids: Iterable[int]) -> Iterable[list[int]]:
    """Yield ids in pieces that SQLite takes in one statement."""
    whole = list(ids)
    for start in range(0, len(whole), _AT_ONCE):
        yield whole[start : start + _AT_ONCE]


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
        snippet=" ".join(text.split())[:_SNIPPET],
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

"""The ledger: every change ever recorded, in order, each entry hashed together with the one before it."""

from __future__ import annotations

import hashlib
import json
import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from casebook.journal.records import LedgerEntry, LedgerHead
from casebook.journal.store.database import CasebookDatabase, one, rows
from casebook.journal.times import from_text, to_text

GENESIS = "0" * 64
EVERY = 1_000
"""After how many entries a checkpoint is signed, also in the middle of long work."""
SET_BACK = "clock.set-back"
_SLACK = timedelta(seconds=1)  # a computer that keeps its clock right steps by less
_BATCH = 5_000
_ENTRY = "INSERT INTO ledger (number, entry, hash) VALUES (?, ?, ?)"
_PAYLOAD = "INSERT INTO ledger_payload (number, salt, payload) VALUES (?, ?, ?)"
_quoted = json.encoder.encode_basestring
_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


def canonical(value: Mapping[str, Any]) -> str:
    """Return the one JSON text of a mapping: sorted keys, no spaces, characters as they are."""
    return _encode(value)


def chain_hash(previous: str, entry: str) -> str:
    """Return SHA-256 over the previous hash's 32 bytes and the entry's UTF-8 bytes, as 64 hex digits."""
    return hashlib.sha256(bytes.fromhex(previous) + entry.encode()).hexdigest()


def payload_hash(salt: str, payload: str) -> str:
    """Return SHA-256 over the salt's bytes and the payload's UTF-8 bytes, as 64 hex digits."""
    return hashlib.sha256(bytes.fromhex(salt) + payload.encode()).hexdigest()


class _Gathered(threading.local):
    """The entries that one thread gathers, with their payloads, and where the last of them left the chain."""

    entries: list[tuple[int, str, str]] | None = None
    payloads: list[tuple[int, str, str]]
    last: tuple[int, str, str] | None


class Ledger:
    """Appends and reads entries. Appending happens only inside the transaction of the change it tells of."""

    def __init__(self, database: CasebookDatabase) -> None:
        self._database = database
        self._gathered = _Gathered()
        self.at_every: Callable[[], None] | None = None
        """Called inside the write whenever another `EVERY` entries are there."""

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Write the entries at the end, all at once. For many records in one write, and nothing reads them between."""
        mine = self._gathered
        mine.entries, mine.payloads, mine.last = [], [], self._last()
        try:
            yield
        finally:  # after a failure, too: a caller that goes on all the same must leave no record untold
            try:
                self._flush()
            finally:
                mine.entries, mine.payloads, mine.last = None, [], None

    def append(self, at: datetime, what: str, which: str, case_id: int | None, payload: Mapping[str, Any]) -> None:
        """Add one entry. `what` is a verb such as `contact.logged`, `which` a record such as `contact:12`.

        Where the computer's clock went back since the last entry, an entry that says so comes first.
        """
        last = self._last() if self._gathered.entries is None else self._gathered.last
        number, previous = (last[0], last[1]) if last else (0, GENESIS)
        now = to_text(at)
        # The stored form's order is the order of time: only a time that seems to go back is looked at closely.
        if last and now < last[2] and at + _SLACK <= (before := from_text(last[2])):
            told = {"before": to_text(before), "now": now}
            number, previous = self._put(number + 1, previous, now, SET_BACK, "clock:1", None, told)
        number, _hash = self._put(number + 1, previous, now, what, which, case_id, payload)
        if self.at_every is not None and number % EVERY == 0:
            self._flush()
            gathering, self._gathered.entries = self._gathered.entries, None  # it reads the ledger, and may append
            self.at_every()
            self._gathered.entries, self._gathered.last = gathering, self._last()

    def _last(self) -> tuple[int, str, str] | None:
        """Return the last entry's number, hash and time as they are stored."""
        sql = "SELECT number, hash, json_extract(entry, '$.at') FROM ledger ORDER BY number DESC LIMIT 1"
        return one(self._database, sql)

    def _flush(self) -> None:
        if self._gathered.entries:
            self._database.run_many(_ENTRY, self._gathered.entries)
            self._database.run_many(_PAYLOAD, self._gathered.payloads)
            self._gathered.entries.clear()
            self._gathered.payloads.clear()

    def _put(
        self,
        number: int,
        previous: str,
        at: str,
        what: str,
        which: str,
        case_id: int | None,
        payload: Mapping[str, Any],
    ) -> tuple[int, str]:
        """Write one entry with its payload; return its number and hash."""
        body, salt = canonical(payload), secrets.token_hex(16)
        # The canonical text of these seven, written out: the encoder takes several times longer, and imports do many.
        entry = (
            f'{{"actor":"user","at":"{at}","case":{"null" if case_id is None else int(case_id)},"n":{number},'
            f'"payload":"{payload_hash(salt, body)}","what":{_quoted(what)},"which":{_quoted(which)}}}'
        )
        linked = chain_hash(previous, entry)
        if self._gathered.entries is None:
            self._database.execute_sql(_ENTRY, (number, entry, linked))
            self._database.execute_sql(_PAYLOAD, (number, salt, body))
        else:
            self._gathered.entries.append((number, entry, linked))
            self._gathered.payloads.append((number, salt, body))
            self._gathered.last = (number, linked, at)
        return number, linked

    def head(self) -> LedgerHead:
        """Return the last entry's number, hash and time."""
        last = one(self._database, "SELECT number, hash, entry FROM ledger ORDER BY number DESC LIMIT 1")
        if not last:
            return LedgerHead(0, GENESIS, None)
        return LedgerHead(last[0], last[1], from_text(json.loads(last[2])["at"]))

    def head_number(self) -> int:
        """Return the last entry's number, 0 before the first."""
        found = one(self._database, "SELECT max(number) FROM ledger")
        return int(found[0] or 0) if found else 0

    def entries(self, case_id: int | None = None, after: int = 0, limit: int = 500) -> list[LedgerEntry]:
        """Return up to `limit` entries with a number above `after`, of one case or of all, oldest first."""
        only = "" if case_id is None else "AND case_id = :case"
        found = self._database.execute_sql(
            f"SELECT number, entry, hash FROM ledger WHERE number > :after {only} ORDER BY number LIMIT :limit",
            {"after": after, "limit": limit, **({} if case_id is None else {"case": case_id})},
        )
        return [_entry(*row) for row in found.fetchall()]

    def size(self) -> int:
        """Return how many entries there are."""
        found = one(self._database, "SELECT count(*) FROM ledger")
        return int(found[0]) if found else 0

    def hash_at(self, number: int) -> str | None:
        """Return the hash of an entry; None when there is no such entry. Before the first one it is all zeros."""
        if number == 0:
            return GENESIS
        found = one(self._database, "SELECT hash FROM ledger WHERE number = ?", (number,))
        return str(found[0]) if found else None

    def hashes(self, after: int = 0) -> Iterator[str]:
        """Yield the hashes of all entries above `after`, first one first."""
        while True:
            batch = rows(
                self._database,
                "SELECT number, hash FROM ledger WHERE number > ? ORDER BY number LIMIT ?",
                (after, _BATCH),
            )
            if not batch:
                return
            yield from (str(stored) for _number, stored in batch)
            after = batch[-1][0]

    def walk(self, after: int = 0) -> Iterator[tuple[LedgerEntry, str | None, str]]:
        """Yield every entry above `after` with its payload (None when gone) and what is wrong with it (empty: nothing).

        After a broken link the walk goes on from the stored hash, so that each entry is judged by itself.
        """
        previous, expected = self.hash_at(after) or GENESIS, after + 1
        while True:
            batch = rows(
                self._database,
                "SELECT l.number, l.entry, l.hash, p.salt, p.payload FROM ledger l "
                "LEFT JOIN ledger_payload p ON p.number = l.number WHERE l.number >= ? ORDER BY l.number LIMIT ?",
                (expected, _BATCH),
            )
            if not batch:
                return
            for number, text, stored, salt, payload in batch:
                try:
                    told = json.loads(text)
                    entry = LedgerEntry(number, from_text(told["at"]), told["what"], told["which"], text, stored)
                    wrong = _fault(number, expected, told, text, stored, previous, salt, payload)
                except (ValueError, KeyError, TypeError, AttributeError):
                    entry = LedgerEntry(number, datetime.min, "", "", text, stored)  # noqa: DTZ901 - not shown
                    wrong = "cannot be read"
                previous, expected = stored, number + 1
                yield entry, payload, wrong


def _fault(
    number: int,
    expected: int,
    told: Mapping[str, Any],
    text: str,
    stored: str,
    previous: str,
    salt: str | None,
    payload: str | None,
) -> str:
    if number != expected:
        missing = f"entry {expected} is" if number == expected + 1 else f"entries {expected} to {number - 1} are"
        return f"{missing} missing before it"
    if chain_hash(previous, text) != stored:
        return "its hash does not follow from the entry before it"
    if told["n"] != number:
        return "it carries another number"
    # A salt is written in small letters: a capital has the same value, and is a flipped bit all the same.
    if payload is not None and (payload_hash(salt or "", payload) != told["payload"] or salt != (salt or "").lower()):
        return "its words are not the ones that were hashed"
    return ""


def _entry(number: int, text: str, stored: str) -> LedgerEntry:
    told = json.loads(text)
    return LedgerEntry(number, from_text(told["at"]), told["what"], told["which"], text, stored)

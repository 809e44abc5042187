"""What hands that know SQLite do to a ledger, and the ledgers they do it to."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from casebook.journal import Journal, check
from casebook.journal.proof.audit_ledger import Claim
from casebook.journal.proof.ledger import GENESIS, canonical, chain_hash, payload_hash
from casebook.journal.records import Verdict
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.seal import make_seal
from tests.conftest import HandClock, finished
from tests.journal.makers import log

Entry = dict[str, object]


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    return tmp_path / "keys"


@pytest.fixture
def written(book: Path, keys: Path, clock: HandClock) -> Path:
    """A casebook with a dozen entries, closed at three times, so that three checkpoints pin it."""
    with Journal.create(book, clock, keys=keys) as journal:
        firm = journal.firms.add("Kestrel").made
        case = journal.cases.add(firm, "On hold").made
        log(journal, case, "one")
    for words in ("two", "three"):
        with Journal.open(book, clock, keys=keys) as journal:
            log(journal, case, words)
            log(journal, case, f"{words} and more")
    return book


def verdict(book: Path, keys: Path | None = None, *against: str) -> Verdict:
    return finished(check(book, keys=keys, against=[Claim(one, "the dossier") for one in against]))


def by_hand(book: Path, *work: str | Callable[[sqlite3.Connection], None]) -> None:
    """Change the database with every trigger out of the way, put those back, and make the seal fit."""
    connection = sqlite3.connect(book / DATABASE_NAME)
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _sql in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for one in work:
        connection.execute(one) if isinstance(one, str) else one(connection)
    for _name, sql in triggers:
        connection.execute(sql)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    make_seal(book / DATABASE_NAME)


def rehash(connection: sqlite3.Connection) -> None:
    """Number and hash all entries anew, as somebody would who knows how the ledger is made."""
    previous, hashes = GENESIS, []
    for number, (old, text) in enumerate(connection.execute("SELECT number, entry FROM ledger ORDER BY number"), 1):
        told = {**json.loads(text), "n": number}
        body = connection.execute("SELECT salt, payload FROM ledger_payload WHERE number = ?", (old,)).fetchone()
        if body:
            told["payload"] = payload_hash(*body)
        previous = chain_hash(previous, canonical(told))
        hashes.append((number, canonical(told), previous))
    connection.execute("DELETE FROM ledger")
    connection.executemany("INSERT INTO ledger (number, entry, hash) VALUES (?, ?, ?)", hashes)


def reworded(number: int, old: str, new: str) -> Callable[[sqlite3.Connection], None]:
    def work(connection: sqlite3.Connection) -> None:
        changed = connection.execute(
            "UPDATE ledger_payload SET payload = replace(payload, ?, ?) WHERE number = ?", (old, new, number)
        )
        assert changed.rowcount == 1
        which = "SELECT substr(which, 9) FROM ledger WHERE number = ?"
        connection.execute(f"UPDATE contact SET text = replace(text, ?, ?) WHERE id = ({which})", (old, new, number))

    return work


def swapped(one: int, other: int) -> Callable[[sqlite3.Connection], None]:
    def work(connection: sqlite3.Connection) -> None:
        for table in ("ledger", "ledger_payload"):
            connection.execute(f"UPDATE {table} SET number = -1 WHERE number = ?", (one,))
            connection.execute(f"UPDATE {table} SET number = ? WHERE number = ?", (one, other))
            connection.execute(f"UPDATE {table} SET number = ? WHERE number = -1", (other,))

    return work


def inserted(number: int) -> Callable[[sqlite3.Connection], None]:
    def work(connection: sqlite3.Connection) -> None:
        for table in ("ledger_payload", "ledger"):
            connection.execute(f"UPDATE {table} SET number = -number - 1 WHERE number >= ?", (number,))
            connection.execute(f"UPDATE {table} SET number = -number WHERE number < 0")
        body, salt = canonical({"text": "They paid."}), "00"
        text = canonical(
            {
                "n": number,
                "at": "2026-11-20T06:00:09.000Z",
                "actor": "user",
                "what": "note.added",
                "which": "note:1",
                "case": 1,
                "payload": payload_hash(salt, body),
            }
        )
        connection.execute("INSERT INTO ledger (number, entry, hash) VALUES (?, ?, ?)", (number, text, "ab" * 32))
        connection.execute("INSERT INTO ledger_payload VALUES (?, ?, ?)", (number, salt, body))

    return work


def cut(first: int) -> tuple[str, ...]:
    """Take the tail away as somebody would who wants nobody to see it: also its records and checkpoints."""
    return (
        f"DELETE FROM contact WHERE id IN (SELECT substr(which, 9) FROM ledger WHERE number >= {first})",
        f"DELETE FROM checkpoint WHERE number >= {first}",
        f"DELETE FROM ledger_payload WHERE number >= {first}",
        f"DELETE FROM ledger WHERE number >= {first}",
    )

"""Mailboxes are noted with what is read of them; they are no facts: the ledger says nothing of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from casebook.journal import BadInput, Changes, Journal, Kind, NotFound
from casebook.journal.incoming import MailboxFolder
from casebook.journal.terms import Security
from tests.conftest import HandClock, finished

PRINT = "ab" * 32


def test_a_mailbox_is_kept_and_is_no_fact(journal: Journal, book: Path, clock: HandClock) -> None:
    head = journal.ledger.head()
    changes = journal.mailboxes.add(" IMAP.Example.org. ", " lin@example.org ")
    assert changes == Changes(1, {Kind.MAILBOX: frozenset({1})})
    journal.mailboxes.choose(1, ["INBOX", "提币", "INBOX"])
    journal.mailboxes.note_read(1, "INBOX", 77, 4_000_000_000)
    journal.close()
    with Journal.open(book, clock) as again:
        box = again.mailboxes.get(1)
        assert (box.name, box.host, box.port, box.security) == (
            "lin@example.org",
            "imap.example.org",
            993,
            Security.TLS,
        )
        inbox, chinese = again.mailboxes.folders(1)
        assert (inbox.name, inbox.chosen, inbox.uidvalidity, inbox.last_uid) == ("INBOX", True, 77, 4_000_000_000)
        assert inbox.read_at is not None
        assert chinese == MailboxFolder(1, "提币", True, 0, 0, None)
        assert again.ledger.head() == head
        assert finished(again.verify()).ok
        again.mailboxes.forget(1)
        assert again.mailboxes.all() == []
        assert again.mailboxes.add("imap.example.org", "lin@example.org").made == 2
        assert again.mailboxes.folders(2) == []


def test_it_is_found_by_number_name_and_user(journal: Journal) -> None:
    box = journal.mailboxes
    box.add("a.example.org", "lin@example.org", name="Work")
    box.add("b.example.org", "lin@example.org", security=Security.STARTTLS)
    assert box.find("work").id == box.find("1").id == 1
    assert box.find("2").port == 143
    with pytest.raises(BadInput, match="several"):
        box.find("LIN@example.org")
    for nobody in ("3", "", "home"):
        with pytest.raises(NotFound):
            box.find(nobody)


@pytest.mark.parametrize(
    "wrong",
    [
        {"host": ""},
        {"host": "imap.example.org/inbox"},
        {"host": "imap example org"},
        {"host": "lin@example.org"},
        {"user": " "},
        {"port": 70_000},
        {"port": -1},
        {"security": "ssl3"},
        {"security": Security.NONE},
    ],
)
def test_what_makes_no_sense_is_refused(journal: Journal, wrong: dict[str, Any]) -> None:
    given = {"host": "imap.example.org", "user": "lin", "port": 993, **wrong}
    with pytest.raises(BadInput):
        journal.mailboxes.add(given.pop("host"), given.pop("user"), **given)
    assert journal.mailboxes.all() == []


def test_without_encryption_only_on_this_computer(journal: Journal) -> None:
    for host in ("localhost", "127.0.0.1", "::1"):
        assert journal.mailboxes.add(host, "lin", security=Security.NONE).made
    with pytest.raises(BadInput, match=r"on the way to 127\.evil\.example"):
        journal.mailboxes.add("127.evil.example", "lin", security=Security.NONE)


def test_the_same_mailbox_is_not_noted_twice(journal: Journal) -> None:
    journal.mailboxes.add("imap.example.org", "lin")
    journal.mailboxes.add("imap.example.org", "mei")
    with pytest.raises(BadInput, match="already, as mailbox 1"):
        journal.mailboxes.add("IMAP.example.org", "lin", name="again")
    with pytest.raises(BadInput, match="already, as mailbox 1"):
        journal.mailboxes.edit(2, user="lin")


def test_elsewhere_nothing_of_before_counts(journal: Journal) -> None:
    box = journal.mailboxes
    box.add("imap.example.org", "lin")
    box.edit(1, fingerprint=":".join(["AB"] * 32))
    box.choose(1, ["INBOX"])
    box.note_read(1, "INBOX", 5, 900)
    box.edit(1, name="Mine")
    assert box.get(1).fingerprint == PRINT
    assert box.folders(1)[0].last_uid == 900
    box.edit(1, search="SINCE 1-Jan-2026")  # what did not match before may match now
    assert (box.folders(1)[0].chosen, box.folders(1)[0].last_uid) == (True, 0)
    box.note_read(1, "INBOX", 5, 900)
    box.edit(1, host="imap.example.net")
    assert (box.get(1).fingerprint, box.folders(1)[0].last_uid) == ("", 0)
    with pytest.raises(BadInput, match="64"):
        box.edit(1, fingerprint="abcd")
    with pytest.raises(BadInput, match="cannot be edited"):
        box.edit(1, password="x")


def test_choosing_replaces_the_choice(journal: Journal) -> None:
    box = journal.mailboxes
    box.add("imap.example.org", "lin")
    box.choose(1, ["INBOX", "Sent"])
    box.note_read(1, "INBOX", 5, 9)
    box.choose(1, ["Sent"])
    assert [(f.name, f.chosen, f.last_uid) for f in box.folders(1)] == [("INBOX", False, 9), ("Sent", True, 0)]
    with pytest.raises(BadInput):
        box.choose(1, [""])
    assert [f.name for f in box.folders(1) if f.chosen] == ["Sent"]
    for call in (lambda: box.choose(7, []), lambda: box.note_read(7, "INBOX", 1, 1), lambda: box.forget(7)):
        with pytest.raises(NotFound):
            call()

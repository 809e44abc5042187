"""kill -9 while contacts are logged and mails imported, plain and encrypted: what was told as saved is there."""

from __future__ import annotations

import os
import random
from itertools import count
from pathlib import Path

import pytest

from casebook.journal import Journal, check
from casebook.journal.secrecy import key_slots, keys
from casebook.journal.secrecy.keys import Key
from tests.conftest import finished
from tests.journal.makers import log, mail, picture
from tests.killing import ROUNDS, Tell, run_and_kill

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="kill -9 is a thing of Unix")]


@pytest.fixture(params=["plain", "encrypted"])
def book(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Key | None]:
    """A casebook with one case, closed, and its key."""
    monkeypatch.setattr(key_slots, "_MEMORY", 64)  # guessing need not be slow in here
    folder = tmp_path / "book"
    key = keys.make(folder, "a passphrase")[0] if request.param == "encrypted" else None
    with Journal.create(folder, key=key) as journal:
        journal.cases.add(journal.firms.add("Kestrel").made, "Withdrawal on hold")
    return folder, key


def whole(folder: Path, key: Key | None) -> dict[int, str]:
    """Open the casebook after a kill, see that it is whole and without left-overs, and return its contacts' words."""
    with Journal.open(folder, key=key) as journal:
        contacts = journal.contacts.of_case(1)
        for contact in contacts:
            for exhibit in contact.exhibits:
                assert len(journal.exhibits.read(exhibit.file)) == exhibit.file.size
    verdict = finished(check(folder, key))
    assert verdict.ok, verdict.faults
    assert not list((folder / "files").glob(".writing-*"))
    return {contact.id: contact.text for contact in contacts}


def test_logging(book: tuple[Path, Key | None]) -> None:
    folder, key = book
    chance, acknowledged = random.Random(1), dict[int, str]()

    for number in range(ROUNDS):

        def work(tell: Tell, part: int = number) -> None:
            with Journal.open(folder, key=key) as journal:
                for line in count():
                    words = f"{part} {line}"
                    made = log(journal, 1, words, attachments=[picture(content=f"{words} ".encode() * 4000)])
                    tell(f"{made}={words}")

        # First when many are told for certain, then by chance.
        if number == 0:
            killed = run_and_kill(work, 600, lambda line: line.endswith(f"=0 {ROUNDS}"))
        else:
            killed = run_and_kill(work, chance.uniform(0.02, 0.4))
        assert not killed.finished
        acknowledged |= {int(n): words for n, _, words in (line.partition("=") for line in killed.told)}
        there = whole(folder, key)
        assert acknowledged.items() <= there.items(), "something that was told as saved is gone"
        assert len(there) - len(acknowledged) <= number + 1, "more than one untold contact in a round"
    assert len(acknowledged) > ROUNDS


def test_importing(book: tuple[Path, Key | None]) -> None:
    folder, key = book
    chance, acknowledged = random.Random(2), set[str]()

    for number in range(ROUNDS):

        def work(tell: Tell, part: int = number) -> None:
            with Journal.open(folder, key=key) as journal:
                for batch in range(200):
                    first = part * 10_000 + batch * 10
                    mails = [
                        mail(n, attachments=(picture(f"{n}.bin", os.urandom(3000)),)) for n in range(first, first + 10)
                    ]
                    added = journal.mail.add(mails, case_id=1)
                    assert added.filed == 10
                    for each in mails:
                        tell(each.text)

        if number == 0:
            killed = run_and_kill(work, 600, mail(ROUNDS).text.__eq__)
        else:
            killed = run_and_kill(work, chance.uniform(0.02, 0.6))
        acknowledged |= set(killed.told)
        there = list(whole(folder, key).values())
        assert len(there) == len(set(there)), "a mail came in twice"
        assert acknowledged <= set(there), "a mail that was told as kept is gone"
        assert len(there) % 10 == 0, "half a batch was kept"
    assert len(acknowledged) > ROUNDS

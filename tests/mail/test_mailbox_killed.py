"""kill -9 and stopping in the middle of a fetch: what was said to be read is there, and the next fetch completes it."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from casebook.journal import Journal
from casebook.journal.incoming import Mailbox
from casebook.journal.terms import Security
from casebook.mail.mailbox.fetch import fetch
from tests.conftest import finished
from tests.killing import ROUNDS, Tell, duration, instants, run_and_kill
from tests.mail.dovecot import PASSWORD, Dovecot, running
from tests.mail.test_mailbox import QUICK, mail

COUNT = 700  # more than the importer records in one go

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1_200),
    pytest.mark.skipif(os.name == "nt", reason="kill -9 is a thing of Unix"),
]


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    with running() as server:
        yield server


def made(book: Path, port: int, user: str) -> None:
    with Journal.create(book) as journal:
        journal.mailboxes.add("127.0.0.1", user, port=port, security=Security.NONE)


def fetching(book: Path, tell: Tell) -> None:
    with Journal.open(book) as journal:
        box = journal.mailboxes.get(1)
        for step in fetch(journal, box, PASSWORD, patience=QUICK):
            tell(f"{step.done}")


def read_to(journal: Journal, box: Mailbox) -> int:
    return max((folder.last_uid for folder in journal.mailboxes.folders(box.id)), default=0)


def test_killed_at_any_instant_nothing_is_lost_and_nothing_twice(dovecot: Dovecot, tmp_path: Path) -> None:
    sent = [mail(n, size=500) for n in range(COUNT)]
    dovecot.deliver("killed", sent)
    made(tmp_path / "whole", dovecot.port, "killed")
    whole = duration(lambda tell: fetching(tmp_path / "whole", tell))
    # By chance, and once for certain between two batches: at the very step that tells of the first.
    moments = [(instant, _never) for instant in instants(whole)] + [(600.0, _recorded)]
    for number, (instant, when) in enumerate(moments):
        book = tmp_path / f"book-{number}"
        made(book, dovecot.port, "killed")
        run_and_kill(partial(fetching, book), instant, when)
        with Journal.open(book) as journal:
            box = journal.mailboxes.get(1)
            kept = {journal.mail.raw(row.contact_id) for row in journal.inbox.waiting()}
            assert set(sent[: read_to(journal, box)]) <= kept, "said to be read, and not here"
            if when is _recorded:
                assert 0 < len(kept) < COUNT
            report = finished(fetch(journal, box, PASSWORD, patience=QUICK)).report
            assert report.new == COUNT - len(kept)
            assert sorted(journal.mail.raw(row.contact_id) for row in journal.inbox.waiting()) == sorted(sent)
            assert finished(journal.verify()).ok


def _never(_line: str) -> bool:
    return False


def _recorded(done: str) -> bool:
    """Whether the step says that something is recorded."""
    return int(done) > 0


def test_stopped_at_any_step_nothing_is_lost_and_nothing_twice(dovecot: Dovecot, tmp_path: Path) -> None:
    sent = [mail(n, size=500) for n in range(COUNT)]
    dovecot.deliver("stopped", sent)
    chance = random.Random(7)
    made(tmp_path / "book", dovecot.port, "stopped")
    with Journal.open(tmp_path / "book") as journal:
        box = journal.mailboxes.get(1)
        for _round in range(ROUNDS):
            work = fetch(journal, box, PASSWORD, patience=QUICK)
            for _step in range(chance.randrange(12)):
                if next(work, None) is None:
                    break
            work.close()
            kept = {journal.mail.raw(row.contact_id) for row in journal.inbox.waiting()}
            assert set(sent[: read_to(journal, box)]) <= kept
        finished(fetch(journal, box, PASSWORD, patience=QUICK))
        assert sorted(journal.mail.raw(row.contact_id) for row in journal.inbox.waiting()) == sorted(sent)
        assert finished(journal.verify()).ok

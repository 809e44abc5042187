"""What another program changes is noticed; what this one changes is not told twice."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.journal import Changes, Journal, Kind
from tests.conftest import HandClock
from tests.journal.makers import log


@pytest.fixture
def other(journal: Journal, book: Path, clock: HandClock) -> Iterator[Journal]:
    with Journal.open(book, clock) as second:
        yield second


def test_what_another_program_writes_is_told_once(journal: Journal, other: Journal, case_id: int) -> None:
    assert journal.elsewhere.look() == Changes()
    contact_id = log(other, case_id, "from the command line", tickets=["T-1"])
    changes = journal.elsewhere.look()
    assert changes.ids[Kind.CONTACT] == {contact_id}
    assert changes.touches(Kind.TICKET)
    assert changes.cases == {case_id}
    assert journal.elsewhere.look() == Changes()


def test_what_this_program_writes_is_not_told(journal: Journal, other: Journal, case_id: int) -> None:
    journal.elsewhere.look()
    log(journal, case_id, "here")

    def work() -> None:
        log(journal, case_id, "on another thread")
        journal.release()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert journal.elsewhere.look() == Changes()
    there = other.firms.add("Kraken").made
    log(journal, case_id, "here again")
    assert journal.elsewhere.look().ids == {Kind.FIRM: {there}}


def test_what_was_taken_back_leaves_the_own_apart(journal: Journal, other: Journal, case_id: int) -> None:
    journal.elsewhere.look()
    with pytest.raises(ZeroDivisionError), journal.transaction():
        log(journal, case_id, "never")
        raise ZeroDivisionError
    contact_id = log(other, case_id, "has the number that was free again")
    assert journal.elsewhere.look().ids[Kind.CONTACT] == {contact_id}


def test_what_is_read_only_hears_as_well(journal: Journal, book: Path, clock: HandClock, case_id: int) -> None:
    (book / "casebook (1).db").write_bytes(b"")
    with Journal.open(book, clock) as reader:
        assert reader.read_only
        reader.elsewhere.look()
        contact_id = log(journal, case_id, "from the one that was open before")
        assert reader.elsewhere.look().ids[Kind.CONTACT] == {contact_id}

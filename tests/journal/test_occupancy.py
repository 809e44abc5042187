"""Who has a casebook open: programs share it, work that replaces its files has it alone, a dead one holds nothing."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from casebook.journal import Busy, Journal, NotACasebook
from casebook.journal.store.occupancy import alone, share
from tests.conftest import HandClock

ANOTHER = """
    import sys
    from pathlib import Path
    from casebook.journal.store import occupancy
    folder = Path(sys.argv[1])
    hold = occupancy.share(folder) if sys.argv[2] == "share" else occupancy.alone(folder)
    if sys.argv[2] != "share":
        hold.__enter__()
    print("held", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def another_program(folder: Path, how: str) -> Iterator[subprocess.Popen[str]]:
    """Run another program that holds the casebook until it is killed."""
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(ANOTHER), str(folder), how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


@pytest.fixture
def book(tmp_path: Path, clock: HandClock) -> Path:
    Journal.create(tmp_path / "book", clock).close()
    return tmp_path / "book"


def test_programs_share_a_casebook(book: Path, clock: HandClock) -> None:
    with another_program(book, "share"), Journal.open(book, clock) as journal, Journal.open(book, clock) as second:
        journal.firms.add("KuCoin")
        assert [firm.name for firm in second.firms.all()] == ["KuCoin"]


def test_nobody_has_it_alone_while_another_program_has_it_open(book: Path) -> None:
    with another_program(book, "share"), pytest.raises(Busy, match="open in another program"), alone(book, 0.05):
        pytest.fail("it was let in")


def test_nobody_has_it_alone_while_this_program_has_it_open(book: Path, clock: HandClock) -> None:
    with Journal.open(book, clock), pytest.raises(Busy, match="open in another program"), alone(book, 0.05):
        pytest.fail("it was let in")
    with alone(book):
        pass


def test_nobody_opens_it_while_its_files_are_replaced(book: Path, clock: HandClock) -> None:
    with another_program(book, "alone"), pytest.raises(Busy, match="is rewriting the casebook"):
        Journal.open(book, clock)
    with Journal.open(book, clock) as journal:
        assert journal.read_only is None


def test_a_killed_program_holds_nothing(book: Path, clock: HandClock) -> None:
    for how in ("share", "alone"):
        with another_program(book, how) as program:
            program.kill()
            program.wait()
            with alone(book, 0.05):
                pass


def test_the_one_that_has_it_alone_can_open_the_journal(book: Path, clock: HandClock) -> None:
    with alone(book) as held:
        with Journal.open(book, clock, held=held) as journal, journal._core.alone():
            journal.firms.add("KuCoin")
        with pytest.raises(Busy), another_way_in(book):
            pytest.fail("closing the journal gave the casebook away")
    Journal.open(book, clock).close()


@contextmanager
def another_way_in(book: Path) -> Iterator[None]:
    hold = share(book, 0.05)
    try:
        yield
    finally:
        hold.release()


def test_an_open_journal_has_it_alone_for_a_while(book: Path, clock: HandClock) -> None:
    with Journal.open(book, clock) as journal:
        with journal._core.alone(), pytest.raises(Busy, match="rewriting"), another_way_in(book):
            pytest.fail("it was let in")
        with another_way_in(book):
            with pytest.raises(Busy, match="open in another program"), journal._core.alone():
                pytest.fail("it was alone")
            journal.firms.add("still open here")
        with pytest.raises(Busy), alone(book, 0.05):
            pytest.fail("the journal lost its share")


def test_a_hold_is_waited_for_a_moment(book: Path) -> None:
    hold = share(book)
    soon = threading.Timer(0.2, hold.release)
    soon.start()
    with alone(book, 30):
        pass
    soon.join()


def test_a_journal_that_cannot_be_opened_holds_nothing(book: Path, clock: HandClock) -> None:
    (book / "casebook.db").write_bytes(b"no database at all")
    with pytest.raises(NotACasebook):
        Journal.open(book, clock)
    with alone(book, 0.05):
        pass


def test_of_two_programs_that_make_a_casebook_the_second_finds_it_made(tmp_path: Path, clock: HandClock) -> None:
    made, refused = [], []

    def make() -> None:
        try:
            made.append(Journal.create(tmp_path / "book", clock))
        except (NotACasebook, Busy) as error:
            refused.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(made), len(refused)) == (1, 3)
    made[0].firms.add("KuCoin")
    made[0].close()

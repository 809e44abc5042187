"""A purge that is stopped loses nothing else, is known at the next start, and is finished by purging again."""

import os
import random
import shutil
import signal
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casebook.journal import Busy, DiskTrouble, Journal, check
from casebook.journal.backup import backup_form
from casebook.journal.secrecy import key_slots, keys
from casebook.journal.secrecy.keys import Key
from tests.conftest import HandClock, finished
from tests.journal.makers import log, picture
from tests.journal.test_purge import PASS, SECRET, spread, traces
from tests.killing import Tell, at_step, duration, instants, run_and_kill, stepping

KEPT = "what has nothing to do with it"


def later() -> HandClock:
    return HandClock(datetime(2026, 11, 22, tzinfo=UTC))


@pytest.fixture(scope="module", params=["plain", "encrypted"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Key | None]:
    """A closed casebook with the secret everywhere, also in a backup. Copy it before touching it."""
    book, key = tmp_path_factory.mktemp("filled") / "book", None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_slots, "_MEMORY", 64)  # guessing need not be slow in here
        if request.param == "encrypted":
            book.mkdir()
            key, _recovery = keys.make(book, PASS)
    with Journal.create(book, HandClock(datetime(2026, 11, 20, tzinfo=UTC)), key) as journal:
        journal.cases.add(journal.firms.add("Kestrel").made, "Withdrawal on hold")
        spread(journal)
        finished(journal.backups.make())
        log(journal, 1, KEPT, attachments=[picture("kept.png", KEPT.encode())])
        gone = log(journal, 1, "to be erased", attachments=[picture("gone.txt", SECRET.encode())])
        finished(journal.backups.make())
        journal.bin.delete_contact(gone)
        journal.bin.empty(journal.clock(), everything=True)
    return book, key


def purge(book: Path, key: Key | None, tell: Tell) -> None:
    with Journal.open(book, later(), key) as journal:
        stepping(journal.purge.words(SECRET, "secret"), tell)
        tell("purged")


def whole(journal: Journal) -> None:
    """Check that everything but the secret is there, and that the record and its backups agree with themselves."""
    assert journal.contacts.of_case(1)[-1].text == KEPT
    exhibit = next(e for e in journal.exhibits.of_case(1) if e.name == "kept.png")
    assert journal.exhibits.read(exhibit.file) == KEPT.encode()
    verdict = finished(journal.verify())
    assert verdict.ok, verdict.faults
    found = journal.backups.list()
    assert len(found) == 2
    for backup in found:
        checked = finished(journal.backups.check(backup))
        assert checked.ok, (backup.path, checked.faults)


def test_a_purge_killed_at_any_instant_is_finished_by_the_next(filled: tuple[Path, Key | None], tmp_path: Path) -> None:
    source, key = filled
    probe = tmp_path / "probe"
    shutil.copytree(source, probe)
    by_chance = instants(duration(lambda tell: purge(probe, key, tell)))
    # For certain once while the casebook itself is purged, once among the backups.
    moments = [*((instant, None) for instant in by_chance), (600, at_step(2)), (600, at_step(5))]
    for number, (instant, when) in enumerate(moments):
        book = tmp_path / f"book-{number}"
        shutil.copytree(source, book)
        killed = run_and_kill(lambda tell, book=book: purge(book, key, tell), instant, when)
        with Journal.open(book, later(), key) as journal:
            unfinished = journal.purge.unfinished()
            if killed.told:
                assert unfinished is None
                assert traces(book) == []
            assert when is None or unfinished is not None
            if unfinished is not None:
                # What was left to do in the casebook itself was done when it was opened.
                assert [p for p in traces(book) if "backups" not in p.relative_to(book).parts] == []
            whole(journal)
            again = finished(journal.purge.words(SECRET, "secret"))
            assert again.left == ()
            assert journal.purge.unfinished() is None
            assert traces(book) == []
            whole(journal)
        assert traces(book) == []
        assert finished(check(book, key)).ok
        shutil.rmtree(book)


def test_a_purge_killed_before_it_erased_what_only_the_last_backup_named_is_finished_by_the_next(
    filled: tuple[Path, Key | None], tmp_path: Path
) -> None:
    book, key = Path(shutil.copytree(filled[0], tmp_path / "book")), filled[1]

    def dies(tell: Tell) -> None:  # in a child of its own, which is gone afterwards
        sweep, rewritten = backup_form.sweep_files, list[Path]()

        def last(root: Path) -> int:
            rewritten.append(root)
            if len(rewritten) == 2:  # every backup has been rewritten by now
                tell("rewritten")
                os.kill(os.getpid(), signal.SIGKILL)
            return sweep(root)

        backup_form.sweep_files = last
        purge(book, key, tell)

    assert run_and_kill(dies, 600).told == ("rewritten",)
    with Journal.open(book, later(), key) as journal:
        assert journal.purge.unfinished() is not None
        assert finished(journal.purge.words(SECRET, "secret")).left == ()
        assert sorted(p.name for p in (book / "backups" / "files").rglob("*") if p.is_file()) == sorted(
            {name for backup in journal.backups.list() for name in backup_form.listed(backup.path)}
        )
        assert traces(book) == []
        whole(journal)


def test_another_program_that_has_it_open_stops_a_purge_before_it_begins(
    filled: tuple[Path, Key | None], tmp_path: Path
) -> None:
    book, key = Path(shutil.copytree(filled[0], tmp_path / "book")), filled[1]
    with Journal.open(book, later(), key) as one:
        head = one.ledger.head()
        with Journal.open(book, later(), key), pytest.raises(Busy, match="open in another program"):
            finished(one.purge.words(SECRET, "secret"))
        assert (one.ledger.head(), one.purge.unfinished()) == (head, None)
        finished(one.purge.words(SECRET, "secret"))
        assert traces(book) == []


def test_a_purge_that_is_cancelled_while_it_looks_changes_nothing(
    filled: tuple[Path, Key | None], tmp_path: Path
) -> None:
    book, key = Path(shutil.copytree(filled[0], tmp_path / "book")), filled[1]
    with Journal.open(book, later(), key) as journal:
        head = journal.ledger.head()
        work = journal.purge.words(SECRET, "secret")
        assert next(work).unit == "files"
        work.close()
        assert (journal.ledger.head(), journal.purge.unfinished()) == (head, None)
        whole(journal)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of its own, where the system lets us have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("mounting a small file system needs root")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_is_said_and_the_purge_goes_on_when_there_is_space(
    filled: tuple[Path, Key | None], disk: Path
) -> None:
    book, key = Path(shutil.copytree(filled[0], disk / "book")), filled[1]
    filler = disk / "filler"
    chance = random.Random(3)
    refused = 0
    for left in [0, *(chance.randrange(4_000, 900_000) for _ in range(6))]:
        with Journal.open(book, later(), key) as journal:
            with filler.open("wb") as file:
                file.write(b"\0" * max(0, _free(disk) - left))
            refused += _refused(journal)
            filler.unlink()
            whole(journal)
    assert refused
    with Journal.open(book, later(), key) as journal:
        assert finished(journal.purge.words(SECRET, "secret")).left == ()
        assert traces(book) == []
        whole(journal)


def _refused(journal: Journal) -> bool:
    """Purge; return whether the full disk refused it, or the rewriting of a backup."""
    try:
        done = finished(journal.purge.words(SECRET, "secret"))
    except DiskTrouble as error:
        return "disk is full" in str(error)
    return any("disk is full" in str(left.why) for left in done.left)


def _free(folder: Path) -> int:
    return shutil.disk_usage(folder).free

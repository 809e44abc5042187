"""From plain to encrypted and back: nothing is lost at any instant, and nothing plain stays behind."""

import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.journal import BadInput, Damaged, DiskTrouble, Journal, Locked, Progress
from casebook.journal.errors import Busy
from casebook.journal.secrecy import convert, keys
from casebook.journal.secrecy.keys import Key
from casebook.journal.store.database_name import DATABASE_NAME, KEYS_NAME
from tests.conftest import HandClock, finished
from tests.journal.encrypted_books import (
    MARKER,
    PASSPHRASE,
    book,
    encrypted,
    files,
    later,
    locked,
    opened,
    plain,
    quick_passphrases,
    showing,
)
from tests.journal.makers import log
from tests.killing import Tell, at_step, duration, instants, run_and_kill, stepping

__all__ = ["book", "encrypted", "locked", "plain", "quick_passphrases"]


def test_a_casebook_is_encrypted_with_everything_in_it(book: Path, clock: HandClock) -> None:
    before = files(book)
    assert showing(book)
    key, printed = finished(convert.encrypt(book, clock, PASSPHRASE))
    assert showing(book) == []
    assert not set(files(book)) & {name for name in before if "/" in name and "backups" not in name}
    assert keys.unlock(book, PASSPHRASE) == keys.unlock_with_recovery(book, printed) == key
    assert convert.plain_backups(book) == []
    assert opened(book) == key
    assert showing(book) == []


def test_it_comes_back_as_it_was(book: Path, clock: HandClock) -> None:
    with Journal.open(book, clock) as journal:
        before = journal.contacts.of_case(1), journal.exhibits.of_case(1), journal.ledger.head()
    stored = set(files(book / "files"))
    clock.now = later()
    key, _printed = finished(convert.encrypt(book, clock, PASSPHRASE))
    finished(convert.decrypt(book, clock, key))
    with Journal.open(book, clock) as journal:
        assert [backup.encrypted for backup in journal.backups.list()] == [False]
    assert opened(book) is None
    assert set(files(book / "files")) == stored
    with Journal.open(book, clock) as journal:
        assert (journal.contacts.of_case(1), journal.exhibits.of_case(1)) == before[:2]
        told = [entry.what for entry in journal.ledger.entries(after=before[2].number)]
        assert told == ["casebook.encrypted", "casebook.decrypted"], "the ledger tells of it"


def test_the_converted_database_is_an_ordinary_casebook(book: Path, clock: HandClock) -> None:
    from casebook.journal.store.database import raw_connection
    from casebook.journal.store.schema import APPLICATION_ID, inspect
    from casebook.journal.store.schema_steps import STEPS

    key, _printed = finished(convert.encrypt(book, clock, PASSPHRASE))
    assert inspect(book / DATABASE_NAME, key).version == len(STEPS)
    with raw_connection(book / DATABASE_NAME, key) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    with Journal.open(book, clock, key) as journal:  # numbers go on where they were
        assert journal.cases.add(1, "Another").made == 2


@pytest.mark.parametrize("way", ["encrypt", "decrypt"])
def test_stopping_before_the_change_over_leaves_all_as_it_was(
    book: Path, locked: Path, clock: HandClock, way: str
) -> None:
    folder = book if way == "encrypt" else locked
    before, steps = files(folder), 0
    while True:
        work = _conversion(folder, clock, way)
        for made, _step in enumerate(work):
            if made >= steps or keys.is_encrypted(folder) == (way == "encrypt"):
                break
        work.close()
        if keys.is_encrypted(folder) == (way == "encrypt"):
            break
        assert files(folder) == before
        steps += 1
    assert steps > 5, "it can be stopped at many places"
    assert (opened(folder) is not None) == (way == "encrypt")


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a thing of Unix")
@pytest.mark.parametrize("way", ["encrypt", "decrypt"])
def test_killed_at_any_instant_there_is_one_whole_casebook(
    plain: Path, encrypted: tuple[Path, Key], tmp_path: Path, clock: HandClock, way: str
) -> None:
    source = plain if way == "encrypt" else encrypted[0]

    def work(tell: Tell) -> None:
        stepping(_conversion(tmp_path / "book", clock, way), tell)
        tell("done")

    shutil.copytree(source, tmp_path / "book")
    whole = duration(work)
    # By chance; and for certain once in the middle of the work, once after it.
    for instant, when in [*((each, None) for each in instants(whole)), (600, at_step(2)), (600, "done".__eq__)]:
        shutil.rmtree(tmp_path / "book")
        shutil.copytree(source, tmp_path / "book")
        killed = run_and_kill(work, instant, when)
        if when is not None:
            assert convert.unfinished(tmp_path / "book") == (not killed.told)
        key = opened(tmp_path / "book")
        done = (key is not None) == (way == "encrypt")
        assert done or not killed.told, "what was said to be done is done"
        assert when is None or done == bool(killed.told)
        if key is not None:
            assert showing(tmp_path / "book") == []


def test_a_short_passphrase_and_a_second_time_are_refused(book: Path, locked: Path, clock: HandClock) -> None:
    before = files(book)
    with pytest.raises(BadInput, match="too short"):
        finished(convert.encrypt(book, clock, "short"))
    assert files(book) == before
    with pytest.raises(BadInput, match="encrypted already"):
        finished(convert.encrypt(locked, clock, PASSPHRASE))
    with pytest.raises(BadInput, match="is not encrypted"):
        finished(convert.decrypt(book, clock, Key.derive(b"k" * 32)))


def test_the_key_of_another_casebook_does_not_decrypt(locked: Path, clock: HandClock) -> None:
    before = files(locked)
    with pytest.raises((Locked, Damaged)):
        finished(convert.decrypt(locked, clock, Key.derive(b"k" * 32)))
    assert files(locked) == before


def test_an_open_casebook_is_not_converted(book: Path, clock: HandClock) -> None:
    with Journal.open(book, clock) as journal:
        with pytest.raises(Busy, match="open in another program"):
            finished(convert.encrypt(book, clock, PASSPHRASE))
        log(journal, 1, "still here")
    assert not keys.is_encrypted(book)
    assert not (book / KEYS_NAME).exists()


@pytest.mark.parametrize("way", ["encrypt", "decrypt"])
def test_a_damaged_attachment_is_named_and_nothing_is_changed(
    book: Path, locked: Path, clock: HandClock, way: str
) -> None:
    folder = book if way == "encrypt" else locked
    victim = random.Random(3).choice(list((folder / "files").glob("*/*")))
    victim.write_bytes(victim.read_bytes()[:-1] + b"\0")
    before = files(folder)
    with pytest.raises(Damaged, match="not what was put in") as refused:
        finished(_conversion(folder, clock, way))
    assert refused.value.values["path"] == victim
    assert files(folder) == before


def test_changes_that_a_crash_left_in_the_log_are_carried_over(book: Path, clock: HandClock) -> None:
    def work(tell: Tell) -> None:
        journal = Journal.open(book, clock)
        log(journal, 1, f"in the log {MARKER}")
        tell("logged")
        os._exit(0)  # as a crash: nothing is closed

    assert run_and_kill(work, 60).told == ("logged",)
    assert (book / f"{DATABASE_NAME}-wal").stat().st_size
    finished(convert.encrypt(book, clock, PASSPHRASE))
    assert showing(book) == []
    opened(book)
    with Journal.open(book, clock, keys.unlock(book, PASSPHRASE)) as journal:
        assert f"in the log {MARKER}" in {c.text for c in journal.contacts.of_case(1)}


@pytest.mark.parametrize("kilobytes", [1400, 1600, 1800, 2200, 2600])
def test_a_full_disk_stops_it_and_takes_nothing(plain: Path, tmp_path: Path, clock: HandClock, kilobytes: int) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", disk], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting a small file system needs root")
    try:
        shutil.copytree(plain, disk / "book")
        before = files(disk / "book")
        try:
            finished(convert.encrypt(disk / "book", clock, PASSPHRASE))
        except DiskTrouble as error:
            assert "disk is full" in str(error)  # noqa: PT017 - with enough room it goes through
            # Where there is no room to open a log, SQLite cannot tidy its empty beginnings away either.
            left = {name: content for name, content in files(disk / "book").items() if not name.endswith("-shm")}
            assert left.pop(f"{DATABASE_NAME}-wal", b"") == b""
            assert left == before
            subprocess.run(["mount", "-o", "remount,size=20m", disk], check=True)
            finished(convert.encrypt(disk / "book", clock, PASSPHRASE))
        assert keys.is_encrypted(disk / "book")
        assert showing(disk / "book") == [] or convert.plain_backups(disk / "book")
    finally:
        subprocess.run(["umount", disk], check=True)


def _conversion(folder: Path, clock: HandClock, way: str) -> Iterator[Progress]:
    if way == "encrypt":
        return convert.encrypt(folder, clock, PASSPHRASE)
    return convert.decrypt(folder, clock, keys.unlock(folder, PASSPHRASE))

"""An encrypted casebook: it shows nothing, damage has a name, and a lost key file comes back."""

import os
import random
import shutil
from pathlib import Path

import pytest

from casebook.journal import Damaged, Journal, check
from casebook.journal.records import Attachment
from casebook.journal.secrecy import convert, keys
from casebook.journal.store.database_name import DATABASE_NAME, KEYS_NAME
from tests.conftest import HandClock, finished
from tests.journal.encrypted_books import (
    CONTACTS,
    MARKER,
    PASSPHRASE,
    book,
    encrypted,
    locked,
    plain,
    quick_passphrases,
    showing,
)
from tests.journal.makers import log
from tests.killing import ROUNDS, Tell, instants, run_and_kill

__all__ = ["book", "encrypted", "locked", "plain", "quick_passphrases"]


def test_backups_on_a_drive_that_was_away_follow_when_it_is_back(book: Path, clock: HandClock, tmp_path: Path) -> None:
    drive, away = tmp_path / "drive", tmp_path / "away"
    drive.mkdir()
    with Journal.open(book, clock) as journal:
        journal.backups.choose(drive)
        finished(journal.backups.make())
    assert showing(drive)
    drive.rename(away)
    key, _printed = finished(convert.encrypt(book, clock, PASSPHRASE))
    (plain,) = convert.plain_backups(book)
    assert plain.parent == drive, "it is said where plain words still lie"
    away.rename(drive)
    assert convert.plain_backups(book)
    with Journal.open(book, clock, key) as journal:
        log(journal, 1, "a reason to back up")
        finished(journal.backups.make())
        assert all(finished(journal.backups.check(backup)).ok for backup in journal.backups.list())
    assert showing(drive) == []
    assert convert.plain_backups(book) == []


def test_an_open_encrypted_casebook_shows_nothing_either(locked: Path, clock: HandClock) -> None:
    with Journal.open(locked, clock, keys.unlock(locked, PASSPHRASE)) as journal:
        log(journal, 1, f"new {MARKER}", attachments=[Attachment("a.png", f"new {MARKER}".encode())])
        assert journal.search.find(MARKER)
        assert (locked / f"{DATABASE_NAME}-wal").stat().st_size
        assert showing(locked) == []
        finished(journal.backups.make())
        assert showing(locked) == []
    assert showing(locked) == []


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a thing of Unix")
def test_a_killed_writer_of_an_encrypted_casebook_leaves_nothing_plain(locked: Path, clock: HandClock) -> None:
    key = keys.unlock(locked, PASSPHRASE)

    def work(tell: Tell) -> None:
        with Journal.open(locked, clock, key) as journal:
            for number in range(30):
                content = f"{MARKER} {number} ".encode() * 20_000
                log(journal, 1, f"{MARKER} new {number}", attachments=[Attachment("b.png", content)])
                tell(str(number))

    told = 0
    for instant in instants(0.5, min(ROUNDS, 15)):
        killed = run_and_kill(work, instant)
        told += len(killed.told)
        assert showing(locked) == []
    with Journal.open(locked, clock, key) as journal:
        assert len(journal.contacts.of_case(1)) >= CONTACTS + told
        assert finished(journal.verify()).ok


def test_a_flipped_byte_in_any_file_of_an_encrypted_casebook_names_that_file(locked: Path) -> None:
    key, dice = keys.unlock(locked, PASSPHRASE), random.Random(11)
    shutil.rmtree(locked / "backups")
    for path in [p for p in locked.rglob("*") if p.is_file()]:
        content = path.read_bytes()
        for place in {0, len(content) - 1, *(dice.randrange(len(content)) for _ in range(6))}:
            path.write_bytes(content[:place] + bytes([content[place] ^ 1 << dice.randrange(8)]) + content[place + 1 :])
            named = {fault.where for fault in finished(check(locked, key)).faults}
            assert named == {path.relative_to(locked).as_posix()}, (path, place)
        path.write_bytes(content)
    assert finished(check(locked, key)).ok


@pytest.mark.parametrize("broken", [None, b"", b"{", b'{"format": 1, "key": "x", "slots": []}'])
def test_a_lost_or_damaged_key_file_comes_back_from_a_backup(
    locked: Path, clock: HandClock, broken: bytes | None
) -> None:
    path = locked / KEYS_NAME
    whole = path.read_bytes()
    path.unlink()
    if broken is not None:
        path.write_bytes(broken)
    assert keys.is_encrypted(locked)
    with pytest.raises(Damaged, match=r"casebook\.keys is (missing|damaged)"):
        keys.unlock(locked, "another passphrase")
    key = keys.unlock(locked, PASSPHRASE)
    assert path.read_bytes() == whole
    with Journal.open(locked, clock, key) as journal:
        assert len(journal.contacts.of_case(1)) > CONTACTS
    assert keys.unlock(locked, PASSPHRASE) == key


def test_the_key_file_of_another_casebook_does_not_take_its_place(locked: Path, tmp_path: Path) -> None:
    (locked / KEYS_NAME).unlink()
    (copy,) = (locked / "backups").glob(f"*/{KEYS_NAME}")
    keys.make(tmp_path / "other", PASSPHRASE)
    copy.write_bytes((tmp_path / "other" / KEYS_NAME).read_bytes())
    with pytest.raises(Damaged, match=r"casebook\.keys is missing"):
        keys.unlock(locked, PASSPHRASE)
    assert not (locked / KEYS_NAME).exists()


@pytest.mark.parametrize("seed", range(10))
def test_damage_in_an_encrypted_database_is_a_fault_and_never_a_crash(locked: Path, seed: int) -> None:
    key, dice, path = keys.unlock(locked, PASSPHRASE), random.Random(seed), locked / DATABASE_NAME
    changed = bytearray(path.read_bytes())
    for _ in range(dice.choice([1, 3, 30])):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    path.write_bytes(changed)
    (locked / "casebook.seal").unlink()  # as after a crash: SQLCipher's own page codes must notice it
    faults = finished(check(locked, key)).faults
    assert faults
    assert all(fault.where.startswith(DATABASE_NAME) for fault in faults)

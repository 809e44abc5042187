"""A disk that is full at any point of any work: a clear sentence, nothing lost, and it goes on when there is room."""

from __future__ import annotations

import os
import random
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from casebook.journal import DiskTrouble, Journal
from casebook.journal.incoming import NewMail
from casebook.journal.proof.audit import check_folder
from casebook.journal.secrecy import convert, keys
from casebook.journal.secrecy.keys import Key
from casebook.journal.times import utc_now
from tests.conftest import HandClock, finished
from tests.journal.makers import log, mail, picture

pytestmark = pytest.mark.slow

PASSPHRASE = "a long enough passphrase"
ROOM = (0, 8_000, 60_000, 130_000, 300_000, 600_000, 900_000, 1_400_000)
"""Bytes left on the disk when the work begins."""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 12 MB, where the system lets us have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("mounting a small file system needs root")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.fixture
def book(disk: Path, clock: HandClock) -> Path:
    """A casebook of some 800 kB on it, closed."""
    chance = random.Random(5)
    with Journal.create(disk / "book", clock) as journal:
        case = journal.cases.add(journal.firms.add("Kestrel").made, "Full").made
        for number in range(30):
            log(
                journal,
                case,
                f"saved before {number} SECRETWORD",
                attachments=[picture(content=chance.randbytes(9_000))],
            )
        journal.mail.add([mail(number) for number in range(20)], case_id=case)
    return disk / "book"


def fill(disk: Path, room: int) -> Path:
    """Take all of the disk but `room` bytes."""
    ballast = disk / "ballast"
    state = os.statvfs(disk)
    ballast.write_bytes(b"\0" * max(0, state.f_bavail * state.f_frsize - room))
    return ballast


def key_of(book: Path) -> Key | None:
    return keys.unlock(book, PASSPHRASE) if keys.is_encrypted(book) else None


def told(book: Path) -> set[tuple[int, str]]:
    """Return the words of every contact, each with its number."""
    with Journal.open(book, key=key_of(book)) as journal:
        return {(contact.id, contact.text) for contact in journal.contacts.of_case(1)}


def _log(book: Path) -> None:
    with Journal.open(book) as journal:
        for number in range(40):
            log(journal, 1, f"later {number} " * 400, attachments=[picture(content=os.urandom(20_000))])


def _import(book: Path) -> None:
    with Journal.open(book) as journal:
        for first in range(100, 160, 10):
            journal.mail.add([_large(number) for number in range(first, first + 10)], case_id=1)


def _large(number: int) -> NewMail:
    return mail(number, text="words " * 800, attachments=(picture(f"{number}.bin", os.urandom(9_000)),))


def _encrypt(book: Path) -> None:
    finished(convert.encrypt(book, utc_now, PASSPHRASE) if not keys.is_encrypted(book) else iter(()))


def _decrypt(book: Path) -> None:
    key = key_of(book)
    finished(convert.decrypt(book, utc_now, key) if key else convert.encrypt(book, utc_now, PASSPHRASE))


def _back_up(book: Path) -> None:
    with Journal.open(book) as journal:
        log(journal, 1, "before the backup")
        finished(journal.backups.make())


def _dump(book: Path) -> None:
    with Journal.open(book) as journal:
        finished(journal.dump(book.parent / "all.zip", replace=True))


WORK: dict[str, Callable[[Path], None]] = {
    "log": _log,
    "import": _import,
    "encrypt": _encrypt,
    "decrypt": _decrypt,
    "back up": _back_up,
    "dump": _dump,
}


@pytest.mark.parametrize("room", ROOM)
@pytest.mark.parametrize("name", WORK)
def test_a_full_disk_costs_nothing(disk: Path, book: Path, name: str, room: int) -> None:
    if name == "decrypt":
        _encrypt(book)
    before = told(book)
    ballast, said = fill(disk, room), ""
    try:
        WORK[name](book)
    except DiskTrouble as error:
        said = str(error)
    assert "disk is full" in said or (room > ROOM[3] and not said), said
    ballast.unlink()
    assert before <= told(book)
    assert finished(check_folder(book, key_of(book))).ok
    WORK[name](book)
    assert finished(check_folder(book, key_of(book))).ok

"""A disk that is full at any point of any work: a clear sentence, nothing lost, and it goes on when there is room."""

from __future__ import annotations

import os
import random
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from casebook.journal import DiskTrouble, Journal
from casebook.journal.audit import check_folder
from tests.conftest import HandClock, finished
from tests.journal.makers import log, mail, picture

pytestmark = pytest.mark.slow

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


def told(book: Path) -> set[tuple[int, str]]:
    """Return the words of every contact, each with its number."""
    with Journal.open(book) as journal:
        return {(contact.id, contact.text) for contact in journal.contacts.of_case(1)}


def _log(book: Path) -> None:
    with Journal.open(book) as journal:
        for number in range(40):
            log(journal, 1, f"later {number} " * 400, attachments=[picture(content=os.urandom(20_000))])


def _import(book: Path) -> None:
    with Journal.open(book) as journal:
        for number in range(100, 160, 10):
            more = [
                mail(n, text="words " * 800, attachments=(picture(f"{n}.bin", os.urandom(9_000)),))
                for n in range(number, number + 10)
            ]
            journal.mail.add(more, case_id=1)


WORK: dict[str, Callable[[Path], None]] = {"log": _log, "import": _import}


@pytest.mark.parametrize("room", ROOM)
@pytest.mark.parametrize("name", WORK)
def test_a_full_disk_costs_nothing(disk: Path, book: Path, name: str, room: int) -> None:
    before = told(book)
    ballast, said = fill(disk, room), ""
    try:
        WORK[name](book)
    except DiskTrouble as error:
        said = str(error)
    assert "disk is full" in said or (room >= ROOM[-2] and not said), said
    ballast.unlink()
    assert before <= told(book)
    assert finished(check_folder(book)).ok
    WORK[name](book)
    assert finished(check_folder(book)).ok

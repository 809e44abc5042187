"""kill -9 and a full disk while backing up, restoring, rewriting: always one whole casebook, and no half backup."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.journal import DiskTrouble, Journal, check
from casebook.journal.backup.backups import Backup, find, kept_aside, rekey, restore, rewrite
from casebook.journal.backup.backups import check as check_backup
from casebook.journal.secrecy import keys
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.times import utc_now
from tests.conftest import HandClock, finished
from tests.journal.makers import log, picture
from tests.killing import Tell, at_step, duration, instants, run_and_kill, stepping

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1200),
    pytest.mark.skipif(os.name == "nt", reason="kill -9 is a thing of Unix"),
]
FILES = 12


@pytest.fixture
def book(tmp_path: Path, clock: HandClock) -> Path:
    folder = tmp_path / "casebook"
    with Journal.create(folder, clock) as journal:
        case = journal.cases.add(journal.firms.add("Kestrel").made, "Killed").made
        for number in range(FILES):
            log(journal, case, f"words {number}", attachments=[picture(f"{number}.png", os.urandom(20_000))])
    return folder


def fresh(book: Path) -> Path:
    """Return a copy of the casebook to be killed on."""
    folder = book.parent / "round"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(book, folder)
    return folder


def whole(folder: Path, key: keys.Key | None = None) -> list[str]:
    """Check the casebook, with every backup that it lists, and return the contacts' words."""
    with Journal.open(folder, utc_now, key) as journal:
        texts = [contact.text for contact in journal.contacts.of_case(1)]
    verdict = finished(check(folder, key))
    assert verdict.ok, verdict.faults
    for made in find(folder):
        found = finished(check_backup(made, key if made.encrypted else None, note=False))
        assert made.ok and found.ok, (made, found)
    return texts


def strays(folder: Path) -> list[str]:
    """Return what no backup and no casebook should leave behind."""
    return [
        p.relative_to(folder).as_posix()
        for p in folder.rglob("*")
        if p.name.endswith((".tmp", ".part", "-journal", "work.db"))
        or p.name.startswith((".old-", ".writing-", ".rest"))
    ]


def test_while_backing_up(book: Path) -> None:
    def work(tell: Tell, folder: Path) -> None:
        with Journal.open(folder) as journal:
            number = 0
            while number < 4:
                number += 1
                log(journal, 1, f"new {number}", attachments=[picture("n.png", os.urandom(30_000))])
                tell(f"new {number}")
                tell(stepping(journal.backups.make(), tell).name)

    whole_time = duration(lambda tell: work(tell, fresh(book)))
    moments = [(instant, None) for instant in instants(whole_time)] + [(600, at_step(2))]  # once for certain within one
    for instant, when in moments:
        folder = fresh(book)
        killed = run_and_kill(lambda tell, folder=folder: work(tell, folder), instant, when)
        assert when is None or (killed.finished, killed.steps) == (False, 2)
        texts = whole(folder)
        said = [line for line in killed.told if line.startswith("new ")]
        assert [t for t in texts if t.startswith("new ")][: len(said)] == said
        known = {made.name for made in find(folder)}
        assert {line for line in killed.told if line[:2] == "20"} <= known
        with Journal.open(folder) as journal:
            log(journal, 1, "afterwards")
            assert finished(journal.backups.make()).ok
        assert strays(folder) == []
        listed = {name for made in find(folder) for name in _listed(made)}
        assert {p.name for p in (folder / "backups" / "files").rglob("*") if p.is_file()} == listed


def _listed(made: Backup) -> list[str]:
    return [line.rpartition("/")[2] for line in (made.path / "files.sha256").read_text().splitlines()]


@pytest.mark.parametrize("lost", [False, True])
def test_while_restoring_in_place(book: Path, clock: HandClock, lost: bool) -> None:
    """The casebook has gone on since the backup, or has lost a file and gained others."""
    with Journal.open(book) as journal:
        made = finished(journal.backups.make())
        log(journal, 1, "later", attachments=[picture("later.png", os.urandom(20_000))])
    if lost:
        victims = sorted((book / "files").glob("*/*"))[:6]
        named = set(_listed(made))
        for path in victims:
            if path.name in named:
                path.write_bytes(b"damaged")
    before = [f"words {n}" for n in range(FILES)]

    def work(tell: Tell, folder: Path) -> None:
        stepping(restore(folder / "backups" / made.name, folder, replace=True), tell)
        tell("restored")

    whole_time = duration(lambda tell: work(tell, fresh(book)))
    outcomes = set()
    # By chance; and for certain once before the change-over, once after it.
    moments = [(instant, None) for instant in instants(whole_time)] + [(600, at_step(1)), (600, "restored".__eq__)]
    for instant, when in moments:
        folder = fresh(book)
        killed = run_and_kill(lambda tell, folder=folder: work(tell, folder), instant, when)
        with Journal.open(folder) as journal:
            texts = [contact.text for contact in journal.contacts.of_case(1)]
            entry = journal.ledger.entries()[-1] if len(journal.ledger.entries()) < 500 else None
        outcomes.add(tuple(texts) == tuple(before))
        if texts == before:
            assert entry is not None and entry.what == "casebook.restored"
        else:
            assert texts == [*before, "later"] and "restored" not in killed.told
        faults = finished(check(folder)).faults
        if texts == before or not lost:
            assert not faults, faults
        # Nothing that was there is gone: what the present database does not name is kept aside.
        held = {p.name for p in folder.rglob("*") if p.is_file() and len(p.name) == 64 and "backups" not in p.parts}
        assert {p.name for p in (book / "files").glob("*/*")} <= held
        finished(restore(folder / "backups" / made.name, folder, replace=True))
        assert whole(folder) == before
        assert strays(folder) == []
    assert len(outcomes) == 2


def test_while_restoring_to_a_new_folder(book: Path) -> None:
    with Journal.open(book) as journal:
        made = finished(journal.backups.make())
    there = book.parent / "there"

    def work(tell: Tell) -> None:
        finished(restore(made.path, there))
        tell("restored")

    whole_time = duration(work)
    for instant in instants(whole_time):
        shutil.rmtree(there, ignore_errors=True)
        run_and_kill(work, instant)
        if not (there / DATABASE_NAME).exists():
            finished(restore(made.path, there))
        assert len(whole(there)) == FILES
        assert strays(there) == []


def test_while_the_key_of_the_backups_changes(book: Path) -> None:
    with Journal.open(book) as journal:
        finished(journal.backups.make())
        log(journal, 1, "more", attachments=[picture("m.png", b"PLAINMARKER" * 3000)])
        finished(journal.backups.make())
    key, _recovery = keys.make(book, "correct horse battery")  # its file beside a plain database is a left-over

    def work(tell: Tell, folder: Path) -> None:
        assert finished(rekey(folder, None, key)) == []
        tell("done")

    whole_time = duration(lambda tell: work(tell, fresh(book)))
    for instant in instants(whole_time):
        folder = fresh(book)
        run_and_kill(lambda tell, folder=folder: work(tell, folder), instant)
        assert finished(rekey(folder, None, key)) == []
        every = find(folder)
        assert len(every) == 2
        assert all(made.encrypted and finished(check_backup(made, key, note=False)).ok for made in every)
        assert not any(b"PLAINMARKER" in p.read_bytes() for p in (folder / "backups").rglob("*") if p.is_file())
        assert strays(folder) == []


def test_while_a_backup_is_rewritten(book: Path) -> None:
    with Journal.open(book) as journal:
        finished(journal.backups.make())

    def work(tell: Tell, folder: Path) -> None:
        (made,) = find(folder)
        rewrite(made, lambda connection: connection.execute("DELETE FROM draft"))
        tell("done")

    whole_time = duration(lambda tell: work(tell, fresh(book)))
    for instant in instants(whole_time):
        folder = fresh(book)
        run_and_kill(lambda tell, folder=folder: work(tell, folder), instant)
        with Journal.open(folder) as journal:
            log(journal, 1, "next")
            finished(journal.backups.make())
        assert len(find(folder)) == 2
        whole(folder)
        assert strays(folder) == []


class TestFullDisk:
    @pytest.fixture
    def small(self, tmp_path: Path) -> Iterator[Path]:
        folder = tmp_path / "small"
        folder.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], capture_output=True).returncode:
            pytest.skip("mounting a small file system needs root")
        yield folder
        subprocess.run(["umount", folder], check=True)

    def fill(self, small: Path, room: int) -> Path:
        """Leave only so many bytes free."""
        ballast = small / "ballast"
        free = shutil.disk_usage(small).free
        with ballast.open("wb") as file:
            file.write(b"\0" * max(0, free - room))
        return ballast

    @pytest.mark.parametrize("room", [0, 4096, 50_000, 200_000, 300_000, 400_000, 480_000, 500_000])
    def test_a_backup_that_does_not_fit_leaves_the_disk_as_it_was(self, book: Path, small: Path, room: int) -> None:
        ballast = self.fill(small, room)
        free = shutil.disk_usage(small).free
        with Journal.open(book) as journal:
            with pytest.raises(DiskTrouble, match="disk is full"):
                finished(journal.backups.make(to=small))
            assert find(book) == []
            assert shutil.disk_usage(small).free >= free - 100_000, "nothing big was left behind"
            ballast.unlink()
            assert finished(journal.backups.make(to=small)).ok
        assert strays(small) == []
        whole(book)

    @pytest.mark.parametrize("room", [0, 4096, 100_000, 250_000, 400_000])
    def test_a_restore_that_does_not_fit_changes_nothing(self, book: Path, small: Path, room: int) -> None:
        with Journal.open(book) as journal:
            made = finished(journal.backups.make())
            log(journal, 1, "later")
        there = small / "casebook"
        shutil.copytree(book, there, ignore=shutil.ignore_patterns("backups"))
        for path in list((there / "files").glob("*/*")):
            path.unlink()  # so that there is something to bring
        ballast = self.fill(small, room)
        with pytest.raises(DiskTrouble, match="disk is full"):
            finished(restore(made.path, there, replace=True))
        assert strays(there) == [] and kept_aside(there) == []
        ballast.unlink()
        with Journal.open(there) as journal:
            assert journal.contacts.of_case(1)[-1].text == "later"
        finished(restore(made.path, there, replace=True))
        assert len(whole(there)) == FILES

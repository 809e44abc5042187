"""Where a casebook lies: network drives are refused, second copies and read-only places are read and said."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from casebook.journal import BadPlace, Busy, Journal, ReadOnly, check
from casebook.journal.store import places
from casebook.journal.store.database import raw_connection
from casebook.journal.store.occupancy import alone
from tests.conftest import HandClock, finished

CONFLICTS = [
    "casebook (conflicted copy 2026-11-20).db",
    "casebook (Anna's conflicted copy 2026-11-20).db",
    "casebook (冲突的副本).db",
    "casebook (conflicted copy 2026-11-20 140312).db-wal",
    "casebook_conflict-20261120-140312.db",
    "casebook.sync-conflict-20261120-140312-ABCDEF7.db",
    "casebook.sync-conflict-20261120-140312-ABCDEF7.db-wal",
    "casebook-DESKTOP-4F2A.db",
    "casebook-LAPTOP.db-wal",
    "casebook (1).db",
    "casebook 2.db",
    "casebook.db (SFConflict anna 2026-11-20-14-03-12)",
]
HARMLESS = [
    "casebook.db-shm",
    "casebook.seal",
    "casebook.db.damaged",
    "casebook.db.damaged-20261120-140312",
    "casebook.db.new",
    "casebook.keys",
    "casebook.lock",
    "notes (1).txt",
]


@pytest.fixture
def book(tmp_path: Path, clock: HandClock) -> Path:
    with Journal.create(tmp_path / "book", clock) as journal:
        journal.firms.add("KuCoin")
    return tmp_path / "book"


@pytest.fixture
def unwritable(book: Path) -> Iterator[Path]:
    """Yield the casebook where nothing can be written: a read-only mount for root, permissions for others."""
    with _unwritable(book):
        yield book


class _unwritable:  # noqa: N801
    def __init__(self, book: Path) -> None:
        self.book = book

    def __enter__(self) -> None:
        if os.name == "nt":
            pytest.skip("permissions work differently there")
        if os.geteuid() == 0:
            if subprocess.run(["mount", "--bind", self.book, self.book], capture_output=True).returncode:
                pytest.skip("root may write everywhere, and cannot mount here")
            subprocess.run(["mount", "-o", "remount,ro,bind", self.book], check=True)
        else:
            for path in [self.book, *self.book.iterdir()]:
                path.chmod(0o500)

    def __exit__(self, *_error: object) -> None:
        if os.geteuid() == 0:
            subprocess.run(["umount", self.book], check=True)
        else:
            for path in [self.book, *self.book.iterdir()]:
                path.chmod(0o700)


def listing(book: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(book.iterdir()) if path.is_file()}


def crashed(book: Path) -> None:
    """Leave the casebook as a crash does: the last change is in the log only."""
    child = os.fork()
    if child == 0:
        try:
            journal = Journal.open(book)
            journal.firms.add("Kraken")
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    assert (book / "casebook.db-wal").stat().st_size


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_second_copy_is_read_beside_and_named(book: Path, clock: HandClock, name: str) -> None:
    (book / name).write_bytes(b"anything")
    with Journal.open(book, clock) as journal:
        assert name in str(journal.read_only)
        assert [firm.name for firm in journal.firms.all()] == ["KuCoin"]
        with pytest.raises(ReadOnly, match="second copy"):
            journal.firms.add("Kraken")
    (book / name).rename(book.parent / name)
    with Journal.open(book, clock) as journal:
        assert journal.read_only is None
        journal.firms.add("Kraken")


@pytest.mark.parametrize("name", HARMLESS)
def test_other_files_beside_are_no_second_copy(book: Path, name: str) -> None:
    if not (book / name).exists():
        (book / name).write_bytes(b"")
    assert places.conflict_copies(book) == []
    assert places.reading_only(book) is None


def test_beside_a_second_copy_nothing_is_written_and_the_log_is_read(book: Path, clock: HandClock) -> None:
    crashed(book)
    before = listing(book)
    (book / "casebook (1).db").write_bytes(b"anything")
    with Journal.open(book, clock) as journal:
        assert [firm.name for firm in journal.firms.all()] == ["Kraken", "KuCoin"]
        with pytest.raises(ReadOnly):
            journal.preferences.set(grace_minutes=5)
    after = listing(book)
    del after["casebook (1).db"], after["casebook.db-shm"], before["casebook.db-shm"]  # its locks live in there
    assert after == before


@pytest.mark.parametrize("copy", ["", "casebook (1).db"])
def test_a_check_after_a_crash_changes_nothing_and_sees_all(book: Path, copy: str) -> None:
    crashed(book)
    if copy:
        (book / copy).write_bytes(b"anything")
    before = listing(book)
    verdict = finished(check(book))
    assert verdict.ok, verdict.faults
    after = listing(book)
    del before["casebook.db-shm"], after["casebook.db-shm"]  # its locks live in there
    assert after == before


def test_a_check_waits_for_nobody_who_rewrites(book: Path) -> None:
    with alone(book), pytest.raises(Busy, match="rewriting"):
        finished(check(book))


def test_where_nothing_can_be_written_it_is_read(unwritable: Path, clock: HandClock) -> None:
    before = listing(unwritable)
    with Journal.open(unwritable, clock) as journal:
        assert "cannot be written" in str(journal.read_only)
        assert "last changes" not in str(journal.read_only)
        assert [firm.name for firm in journal.firms.all()] == ["KuCoin"]
        with pytest.raises(ReadOnly, match="cannot be written"):
            journal.firms.add("Kraken")
    assert listing(unwritable) == before


def test_where_nothing_can_be_written_the_log_a_crash_left_is_read(book: Path, clock: HandClock) -> None:
    crashed(book)
    with _unwritable(book), Journal.open(book, clock) as journal:
        assert "last changes" not in str(journal.read_only)
        assert [firm.name for firm in journal.firms.all()] == ["Kraken", "KuCoin"]


def test_a_log_that_cannot_be_read_there_is_said(book: Path, clock: HandClock) -> None:
    crashed(book)
    (book / "casebook.db-shm").unlink()
    with _unwritable(book), Journal.open(book, clock) as journal:
        assert "without the last changes, which are still in casebook.db-wal" in str(journal.read_only)
        assert [firm.name for firm in journal.firms.all()] == ["KuCoin"]
    with Journal.open(book, clock) as journal:
        assert [firm.name for firm in journal.firms.all()] == ["Kraken", "KuCoin"]


def test_an_older_casebook_that_cannot_be_written_says_what_to_do(tmp_path: Path, clock: HandClock) -> None:
    book = tmp_path / "old"
    shutil.copytree(Path(__file__).parent.parent / "data" / "schema-1", book)
    before = listing(book)
    (book / "casebook (1).db").write_bytes(b"anything")
    with pytest.raises(ReadOnly, match="older Casebook"):
        Journal.open(book, clock)
    (book / "casebook (1).db").unlink()
    with raw_connection(book / "casebook.db", read_only=True) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 1
    assert listing(book)["casebook.db"] == before["casebook.db"]


@pytest.mark.parametrize(
    ("kind", "network"),
    [
        ("nfs4", True), ("cifs", True), ("smb3", True), ("fuse.sshfs", True), ("9p", True), ("davfs", True),
        ("fuse.davfs2", True), ("smbfs", True), ("webdav", True), ("fuse.rclone", True), ("fuse.gvfsd-fuse", True),
        ("ext4", False), ("btrfs", False), ("apfs", False), ("NTFS", False), ("fuseblk", False),
        ("fuse.ntfs-3g", False), ("exfat", False), ("tmpfs", False), ("overlay", False), ("zfs", False),
    ],
)  # fmt: skip
def test_network_drives_are_refused(book: Path, kind: str, network: bool) -> None:
    mounts = [("/", "ext4", "rw"), (str(book.parent), kind, "rw"), (str(book.parent.parent / "x"), "ext4", "rw")]
    if network:
        with pytest.raises(BadPlace, match=f"network drive \\({kind}\\)"):
            places.refuse_network(book, mounts)
    else:
        places.refuse_network(book, mounts)


def test_the_drive_nearest_to_the_folder_decides(book: Path) -> None:
    root, own = ("/", "nfs4", "rw"), (str(book), "ext4", "rw")
    places.refuse_network(book, [own, root])
    with pytest.raises(BadPlace):
        places.refuse_network(book, [root, (str(book) + "2", "ext4", "rw")])
    with pytest.raises(BadPlace):
        places.refuse_network(book, [own, ("/", "ext4", "rw"), (str(book), "nfs4", "rw")])
    with pytest.raises(BadPlace):
        places.refuse_network(book, [(str(book), "NTFS", "rw,remote")])


def test_a_link_to_a_network_drive_is_followed(book: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(book)
    with pytest.raises(BadPlace):
        places.refuse_network(tmp_path / "link", [("/", "ext4", "rw"), (str(book.parent), "nfs4", "rw")])


def test_on_a_network_drive_nothing_is_opened_or_made(
    book: Path, tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_mounts", lambda: [("/", "ext4", "rw"), (str(tmp_path), "nfs4", "rw")])
    before = listing(book)
    with pytest.raises(BadPlace, match="move the casebook to a disk of this computer"):
        Journal.open(book, clock)
    with pytest.raises(BadPlace):
        Journal.create(tmp_path / "new", clock)
    assert listing(book) == before
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(not Path("/proc/self/mounts").exists(), reason="only Linux tells its drives in a file")
def test_the_drives_are_those_that_psutil_sees() -> None:
    own = {(where, kind) for where, kind, _ in places._mounts()}
    assert own == {(drive.mountpoint, drive.fstype) for drive in psutil.disk_partitions(all=True)}

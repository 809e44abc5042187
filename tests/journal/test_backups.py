"""A backup counts when it was opened and compared; it is found and known to be good without its casebook."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from casebook.journal import BadInput, Damaged, DiskTrouble, Journal, Locked, check
from casebook.journal.backup import backups
from casebook.journal.backup.backup_rules import superfluous
from casebook.journal.backup.backups import Backup, find, kept_aside, newest_good, rekey, restore, rewrite, unreachable
from casebook.journal.errors import Busy
from casebook.journal.preferences import Preferences
from casebook.journal.records import Verdict
from casebook.journal.secrecy import convert, keys
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.files import FileStore
from casebook.journal.store.occupancy import alone
from tests.conftest import HandClock, finished
from tests.journal.makers import log, picture

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture
def filled(journal: Journal, case_id: int) -> Journal:
    """A casebook with three attachments."""
    for number in range(3):
        log(journal, case_id, f"Words {number}", attachments=[picture(f"{number}.png", os.urandom(5000 + number))])
    return journal


def make(journal: Journal, why: str = "", to: Path | None = None) -> Backup:
    return finished(journal.backups.make(why, to))


def proof(backup: Backup, key: keys.Key | None = None) -> Verdict:
    return finished(backups.check(backup, key))


def stored(root: Path) -> dict[str, int]:
    """Return the attachments in a folder of backups with the time they were written."""
    return {p.name: p.stat().st_mtime_ns for p in (root / "files").rglob("*") if p.is_file()}


def test_a_backup_is_proven_and_tells_of_itself(filled: Journal, book: Path) -> None:
    made = make(filled)
    head = filled.ledger.head()
    assert (made.entries, made.head, made.files, made.ok, made.encrypted) == (head.number, head.hash, 3, True, False)
    assert made.checked_at is not None and made.size > 15_000
    assert [made] == filled.backups.list() == find(book)
    assert newest_good(book) == made
    assert sorted(p.name for p in made.path.iterdir()) == [
        "backup.json",
        DATABASE_NAME,
        "casebook.seal",
        "files.sha256",
    ]
    told = subprocess.run(["sha256sum", "-c", "files.sha256"], cwd=made.path, capture_output=True, text=True)
    assert told.returncode == 0 and told.stdout.count(": OK") == 3
    assert proof(made).ok
    assert finished(check(book)).ok, "a backup is no fault of the casebook"


def test_nothing_new_makes_no_backup_and_a_draft_does(filled: Journal, case_id: int) -> None:
    first = make(filled)
    assert make(filled) == first
    filled.drafts.save(case_id, {"text": "half a sentence"}, [])
    second = make(filled)
    assert second.path != first.path and second.head == first.head
    assert make(filled, "upgrade") == second


def test_attachments_are_copied_once_for_all_backups(filled: Journal, case_id: int) -> None:
    first = make(filled)
    before = stored(first.root)
    log(filled, case_id, attachments=[picture("new.png", b"new" * 1000)])
    second = make(filled)
    after = stored(second.root)
    assert len(before) == 3 and len(after) == 4
    assert {name: after[name] for name in before} == before
    assert next((first.root / "files").glob("*/*")).stat().st_nlink == 1, "a link would share the original's fate"
    assert proof(first).ok and proof(second).ok


def test_two_backups_in_a_row_and_two_at_once(filled: Journal, case_id: int, book: Path) -> None:
    work = filled.backups.make()
    next(work)
    with pytest.raises(Busy, match="backups"):
        make(filled)
    assert finished(work).ok
    log(filled, case_id)
    log(filled, case_id)
    second = make(filled)
    assert len(find(book)) == 2 and second.ok


def test_a_backup_that_is_stopped_leaves_nothing(filled: Journal, book: Path) -> None:
    work = filled.backups.make()
    next(work)
    next(work)
    work.close()
    assert find(book) == []
    assert [p for p in (book / "backups").rglob("*") if p.is_file()] == []
    assert make(filled).ok


def test_what_a_killed_backup_left_is_swept(filled: Journal, book: Path) -> None:
    root = book / "backups"
    (root / "20200101-000000.part").mkdir(parents=True)
    (root / "20200101-000000.part" / DATABASE_NAME).write_bytes(b"half")
    (root / "files" / "ab").mkdir(parents=True)
    (root / "files" / "ab" / ("ab" + "0" * 62)).write_bytes(b"orphan")
    (root / "files" / "x.tmp").write_bytes(b"half")
    assert find(book) == []
    made = make(filled)
    assert sorted(p.name for p in root.iterdir()) == sorted([made.name, "files"])
    assert len(stored(root)) == 3


@pytest.mark.parametrize("name", [DATABASE_NAME, "casebook.seal", "files.sha256", "backup.json"])
def test_a_flipped_byte_in_a_backup_is_found_and_named(filled: Journal, book: Path, name: str) -> None:
    made = make(filled)
    path = made.path / name
    content = path.read_bytes()
    for place in (0, len(content) // 3, len(content) // 2, len(content) - 2):
        changed = bytearray(content)
        changed[place] ^= 4
        path.write_bytes(changed)
        now = find(book)[0]
        verdict = proof(now)
        assert {fault.where for fault in verdict.faults} == {name}, (place, verdict)
        assert newest_good(book) is None
        path.write_bytes(content)
        assert proof(made).ok  # notes it as good again
    assert newest_good(book) is not None


def test_a_flipped_byte_in_an_attachment_is_found_named_and_healed(filled: Journal, case_id: int, book: Path) -> None:
    made = make(filled)
    victim = next((made.root / "files").glob("*/*"))
    content = bytearray(victim.read_bytes())
    content[1000] ^= 1
    victim.write_bytes(content)
    where = victim.relative_to(made.root).as_posix()
    verdict = finished(filled.backups.check(made))
    assert [(f.what, f.where) for f in verdict.faults] == [("bytes changed", where)]
    now = find(book)[0]
    assert not now.ok and now.faults == (f"{where}: bytes changed",)
    assert newest_good(book) is None
    log(filled, case_id)
    assert make(filled).ok, "the next one copies it again"
    assert proof(find(book)[1]).ok


def test_a_missing_attachment_of_the_casebook_is_said_and_an_earlier_copy_serves(filled: Journal, case_id: int) -> None:
    first = make(filled)
    lost = filled.folder / "files" / next((first.root / "files").glob("*/*")).relative_to(first.root / "files")
    lost.unlink()
    log(filled, case_id, attachments=[picture("other.png", b"other" * 900)])
    assert make(filled).ok, "the backups still have it"
    gone = filled.contacts.of_case(case_id)[-1].exhibits[0].file
    FileStore(filled.folder).path(gone).unlink()
    shutil.rmtree(first.root)
    made = make(filled)
    assert not made.ok and len(made.faults) == 2 and all("missing" in fault for fault in made.faults)
    assert newest_good(filled.folder) is None
    again = make(filled)
    assert filled.backups.list() == [again], "of the same failure one is enough"


def test_a_casebook_that_is_not_as_recorded_gives_no_good_backup(filled: Journal, book: Path) -> None:
    make(filled)
    filled.close()
    connection = sqlite3.connect(book / DATABASE_NAME)
    connection.execute("UPDATE contact SET text = 'They paid' WHERE id = 2")
    connection.commit()
    connection.close()
    with Journal.open(book) as journal:
        journal.firms.add("Another")
        made = make(journal)
        assert not made.ok and any("contact:2" in fault for fault in made.faults)
    best = newest_good(book)
    assert best is not None and best.path != made.path


def test_a_damaged_casebook_is_not_backed_up(filled: Journal, book: Path) -> None:
    log(filled, 1, "words " * 5000)
    filled.close()
    path = book / DATABASE_NAME
    content = bytearray(path.read_bytes())
    place = content.index(b"words words")
    content[place - 3000 : place] = os.urandom(3000)
    path.write_bytes(content)
    with Journal.open(book) as journal:
        with pytest.raises(Damaged):
            make(journal)
        assert find(book) == []


class TestAnotherFolder:
    def test_it_holds_a_folder_for_each_casebook(self, filled: Journal, book: Path, tmp_path: Path) -> None:
        drive = tmp_path / "drive"
        drive.mkdir()
        made = make(filled, to=drive)
        assert made.root == drive / f"casebook-{made.casebook_id[:8]}"
        own = make(filled)
        assert own.root == book / "backups"
        assert {b.path for b in find(book)} == {made.path, own.path}

    def test_it_is_found_when_the_casebook_cannot_be_read(self, filled: Journal, book: Path, tmp_path: Path) -> None:
        drive = tmp_path / "drive"
        drive.mkdir()
        filled.backups.choose(drive)
        made = make(filled)
        filled.close()
        (book / DATABASE_NAME).write_bytes(b"")
        assert newest_good(book) == made
        drive.rename(tmp_path / "elsewhere")
        assert find(book) == [] and unreachable(book) == [made.root]

    def test_a_drive_that_is_gone_is_said_and_nothing_is_written(self, filled: Journal, tmp_path: Path) -> None:
        drive = tmp_path / "drive"
        drive.mkdir()
        filled.backups.choose(drive)
        shutil.rmtree(drive)
        with pytest.raises(DiskTrouble, match="drive is not there"):
            make(filled)
        assert not drive.exists()

    def test_an_empty_mount_point_is_not_taken_for_the_drive(self, filled: Journal, tmp_path: Path) -> None:
        drive = tmp_path / "drive"
        drive.mkdir()
        filled.backups.choose(drive)
        make(filled)
        shutil.rmtree(drive)
        drive.mkdir()
        with pytest.raises(DiskTrouble, match="not there any more"):
            make(filled)
        assert list(drive.iterdir()) == []
        filled.backups.choose(drive)  # the user says that this is right
        assert make(filled).ok

    @pytest.mark.parametrize("inside", ["", "files", "backups/mine"])
    def test_a_folder_inside_the_casebook_is_refused(self, filled: Journal, book: Path, inside: str) -> None:
        (book / inside).mkdir(parents=True, exist_ok=True)
        with pytest.raises(BadInput, match="inside the casebook"):
            make(filled, to=book / inside)

    def test_one_that_cannot_be_written_is_said(self, filled: Journal, tmp_path: Path) -> None:
        drive = tmp_path / "drive"
        drive.mkdir()
        if os.geteuid() == 0:
            if subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", drive], capture_output=True).returncode:
                pytest.skip("root may write everywhere, and cannot mount here")
        else:
            drive.chmod(0o500)
        try:
            with pytest.raises(DiskTrouble, match="cannot be written"):
                make(filled, to=drive)
        finally:
            subprocess.run(["umount", drive], check=True) if os.geteuid() == 0 else drive.chmod(0o700)
        assert filled.cases.rows()


class TestThinning:
    NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)

    def backup(self, hours: float, *, ok: bool = True, why: str = "") -> Backup:
        when = self.NOW - timedelta(hours=hours)
        return Backup(Path(f"/b/{when:%Y%m%d-%H%M%S}{why}"), when, why, 1, "", 1, 0, when, ok)

    def test_the_last_ten_a_day_for_a_month_and_a_month_for_ever(self) -> None:
        every = [self.backup(6 * n) for n in range(4 * 400)]  # four a day for 400 days
        gone = superfluous(every, Preferences(), self.NOW)
        kept = [b for b in every if b not in gone]
        assert every[:10] == kept[:10]
        days = {b.made_at.date() for b in kept if b.made_at >= self.NOW - timedelta(days=30)}
        assert len(days) == 31
        older = [b for b in kept if b.made_at < self.NOW - timedelta(days=30)]
        assert len({(b.made_at.year, b.made_at.month) for b in older}) == len(older) == 12
        assert superfluous(kept, Preferences(), self.NOW) == []

    def test_it_is_adjustable(self) -> None:
        every = [self.backup(6 * n) for n in range(400)]
        rules = replace(Preferences(), keep_last=3, keep_daily_days=0, keep_monthly=False)
        assert [b for b in every if b not in superfluous(every, rules, self.NOW)] == every[:3]
        none = replace(rules, keep_last=0)
        assert [b for b in every if b not in superfluous(every, none, self.NOW)] == every[:1], "the newest stays"

    def test_a_bad_one_never_takes_the_place_of_a_good_one(self) -> None:
        bad = [self.backup(n, ok=False) for n in range(20)]
        good = [self.backup(100 + n) for n in range(20)]
        rules = replace(Preferences(), keep_last=3, keep_daily_days=0, keep_monthly=False)
        gone = superfluous(bad + good, rules, self.NOW)
        assert [b for b in good if b not in gone] == good[:3]
        assert superfluous(bad, rules, self.NOW) == [], "bad ones are better than none"

    def test_one_made_before_an_upgrade_stays_for_a_while(self) -> None:
        reason = self.backup(24 * 20, why="-before-upgrade")
        every = [*(self.backup(6 * n) for n in range(4 * 40)), reason]
        assert reason not in superfluous(every, Preferences(), self.NOW)
        assert reason in superfluous(every, Preferences(), self.NOW + timedelta(days=40))

    def test_the_folders_go_with_the_attachments_that_nobody_names(
        self, filled: Journal, case_id: int, clock: HandClock, book: Path
    ) -> None:
        filled.preferences.set(keep_last=2, keep_daily_days=0, keep_monthly=False)
        first = make(filled)
        for number in range(4):
            log(filled, case_id, attachments=[picture(f"{number}.png", bytes([number]) * 4000)])
            made = make(filled)
        assert find(book)[0].path == made.path and len(find(book)) == 2
        assert not first.path.exists()
        assert len(stored(made.root)) == 7
        orphan = made.root / "files" / "ab" / ("ab" + "1" * 62)
        orphan.parent.mkdir(exist_ok=True)
        orphan.write_bytes(b"left")
        clock.now += timedelta(days=2)
        filled.preferences.set(keep_last=1)
        assert len(filled.backups.thin()) == 1
        assert not orphan.exists() and len(find(book)) == 1
        assert all(proof(b).ok for b in find(book))


def test_what_a_killed_rewrite_left_goes_at_the_next_start(filled: Journal, case_id: int, book: Path) -> None:
    made = make(filled)
    filled.close()
    left = made.path.with_name(f".old-{made.name}")
    shutil.copytree(made.path, left)  # as a purge that was stopped leaves it, with the old words
    shutil.copytree(made.path, made.path.with_name(f"{made.name}.part"))
    Journal.open(book).close()
    assert sorted(p.name for p in made.root.iterdir()) == sorted([made.name, "files"])
    made.path.rename(left)  # and stopped a moment earlier: the old one is all there is
    Journal.open(book).close()
    assert find(book) == [made] and proof(made).ok


def test_a_daily_backup_is_due_after_a_day_with_a_change(filled: Journal, case_id: int, clock: HandClock) -> None:
    assert filled.backups.due(clock.now)
    make(filled)
    assert not filled.backups.due(clock.now)
    tomorrow = clock.now + timedelta(hours=25)
    assert not filled.backups.due(tomorrow), "nothing changed"
    log(filled, case_id)
    assert filled.backups.due(tomorrow)
    assert not filled.backups.due(clock.now + timedelta(hours=20))
    filled.preferences.set(backup_daily=False)
    assert not filled.backups.due(tomorrow)


class TestEncrypted:
    @pytest.fixture
    def locked(self, tmp_path: Path, clock: HandClock) -> Iterator[tuple[Journal, keys.Key]]:
        folder = tmp_path / "locked"
        key, _recovery = keys.make(folder, "correct horse battery")
        with Journal.create(folder, clock, key) as journal:
            case = journal.cases.add(journal.firms.add("Kestrel").made, "PLAINMARKER").made
            log(journal, case, "PLAINMARKER words", attachments=[picture("a.png", b"PLAINMARKER" * 900)])
            yield journal, key

    def test_its_backups_are_encrypted_with_the_same_key(
        self, locked: tuple[Journal, keys.Key], tmp_path: Path
    ) -> None:
        journal, key = locked
        made = make(journal)
        assert made.encrypted and made.ok and proof(made, key).ok
        everything = b"".join(p.read_bytes() for p in made.root.rglob("*") if p.is_file())
        assert b"PLAINMARKER" not in everything and b"SQLite format" not in everything
        with pytest.raises(Locked):
            proof(made)
        assert keys.unlock(made.path, "correct horse battery") == key
        finished(restore(made.path, tmp_path / "again", key=key))
        with Journal.open(tmp_path / "again", key=key) as again:
            assert finished(again.verify()).ok

    def test_a_flipped_byte_in_its_key_file_or_attachment_is_named(self, locked: tuple[Journal, keys.Key]) -> None:
        journal, key = locked
        made = make(journal)
        for path in (made.path / "casebook.keys", next((made.root / "files").glob("*/*"))):
            content = bytearray(path.read_bytes())
            content[70] ^= 1
            path.write_bytes(content)
            assert path.name in {fault.where.rpartition("/")[2] for fault in proof(made, key).faults}

    def test_a_new_passphrase_opens_the_earlier_backups_too(self, locked: tuple[Journal, keys.Key]) -> None:
        journal, key = locked
        made = make(journal)
        keys.change_passphrase(journal.folder, key, "quite another one")
        assert make(journal).path == made.path, "no words changed"
        assert keys.unlock(made.path, "quite another one") == key
        with pytest.raises(Locked):
            keys.unlock(made.path, "correct horse battery")
        assert proof(find(journal.folder)[0], key).ok

    def test_backups_follow_from_plain_to_encrypted_and_back(
        self, filled: Journal, case_id: int, book: Path, tmp_path: Path
    ) -> None:
        drive = tmp_path / "drive"
        drive.mkdir()
        log(filled, case_id, "PLAINMARKER", attachments=[picture("m.png", b"PLAINMARKER" * 1000)])
        make(filled, to=drive)
        make(filled)
        log(filled, case_id)
        make(filled)
        filled.close()
        key, _recovery = keys.make(book, "correct horse battery")
        assert finished(rekey(book, None, key)) == []
        every = find(book)
        assert len(every) == 3
        for root in (book / "backups", drive):
            assert not any(b"PLAINMARKER" in p.read_bytes() for p in root.rglob("*") if p.is_file())
        for number, made in enumerate(every):
            assert made.encrypted and made.ok and proof(made, key).ok
            finished(restore(made.path, tmp_path / f"r{number}", key=key))
            with Journal.open(tmp_path / f"r{number}", key=key) as again:
                assert finished(again.verify()).ok
        assert finished(rekey(book, None, key)) == [], "a second time there is nothing to do"
        assert find(book) == [replace(b, checked_at=now.checked_at) for b, now in zip(every, find(book), strict=True)]
        assert finished(rekey(book, key, None)) == []
        assert all(not made.encrypted and proof(made).ok for made in find(book))

    def test_a_backup_that_cannot_follow_is_named(self, filled: Journal, case_id: int, book: Path) -> None:
        first = make(filled)
        log(filled, case_id)
        make(filled)
        filled.close()
        content = bytearray(first.database.read_bytes())
        content[4096:] = os.urandom(len(content) - 4096)
        first.database.write_bytes(content)
        key, _recovery = keys.make(book, "correct horse battery")
        assert finished(rekey(book, None, key)) == [first.path]
        assert proof(find(book)[0], key).ok


class TestRewrite:
    def test_a_change_leaves_no_trace_in_a_backup(self, filled: Journal, case_id: int, book: Path) -> None:
        log(filled, case_id, "the word is SECRETMARKER", attachments=[picture("s.png", b"SECRETMARKER" * 999)])
        first = make(filled)
        log(filled, case_id)
        second = make(filled)
        erased = [e.number for e in filled.ledger.entries() if "s.png" in _payload(filled, e.number)]
        erased += [e.number for e in filled.ledger.entries() if "SECRETMARKER" in _payload(filled, e.number)]
        sha256 = filled.contacts.of_case(case_id)[-2].exhibits[0].file.sha256

        def change(connection: object) -> None:
            run = connection.execute  # type: ignore[attr-defined]
            run("UPDATE contact SET text = '[purged]' WHERE text LIKE '%SECRETMARKER%'")
            run("UPDATE exhibit SET sha256 = '', size = 0, name = '' WHERE sha256 = ?", (sha256,))
            run("DELETE FROM search_words WHERE rowid IN (SELECT id FROM search_doc WHERE kind = 'contact')")
            run("INSERT INTO search_words (search_words) VALUES ('optimize')")
            run(f"DELETE FROM ledger_payload WHERE number IN ({','.join(map(str, erased))})")

        for made in (first, second):
            assert b"SECRETMARKER" in made.database.read_bytes()
            with pytest.raises(Damaged, match="left as it was"):  # the audit sees payloads gone that nobody erased
                rewrite(made, change, [sha256])
            assert find(book)[0].ok
            again = rewrite(replace(made, ok=False), change, [sha256])
            assert again.files == made.files - 1
        assert not any(b"SECRETMARKER" in p.read_bytes() for p in first.root.rglob("*") if p.is_file())

    def test_a_change_that_fails_leaves_the_backup(self, filled: Journal, book: Path) -> None:
        made = make(filled)
        with pytest.raises(ZeroDivisionError):
            rewrite(made, lambda _connection: 1 / 0)
        assert find(book) == [made] and proof(made).ok
        assert sorted(p.name for p in made.root.iterdir()) == sorted([made.name, "files"])


def _payload(journal: Journal, number: int) -> str:
    run = journal.ledger._database.execute_sql("SELECT payload FROM ledger_payload WHERE number = ?", (number,))
    return str(run.fetchone()[0])


class TestUpgrade:
    def test_the_backup_before_an_upgrade_has_the_same_form(self, tmp_path: Path, clock: HandClock) -> None:
        book = tmp_path / "old"
        shutil.copytree(DATA / "schema-1", book)
        with Journal.open(book, clock) as journal:
            (made,) = journal.backups.list()
        assert (made.why, made.schema, made.ok, made.complete) == ("before-upgrade", 1, True, False)
        assert not (made.root / "files").exists() and made.files > 0
        assert proof(made).ok
        finished(restore(made.path, tmp_path / "again", clock))
        with Journal.open(tmp_path / "again", clock) as again:
            assert finished(again.verify()).ok
            assert again.contacts.of_case(1)

    def test_it_follows_the_casebook_to_a_key(self, tmp_path: Path, clock: HandClock) -> None:
        book = tmp_path / "old"
        shutil.copytree(DATA / "schema-1", book)
        Journal.open(book, clock).close()
        key, _recovery = finished(convert.encrypt(book, clock, "correct horse battery"))
        (made,) = find(book)
        assert made.encrypted and not made.complete and proof(made, key).ok
        finished(restore(made.path, tmp_path / "again", clock, key=key))
        with Journal.open(tmp_path / "again", clock, key) as again:
            assert finished(again.verify()).ok
        finished(convert.decrypt(book, clock, key))
        (made,) = find(book)
        assert not made.encrypted and proof(made).ok


def test_while_somebody_has_the_casebook_open_backups_are_made_all_the_same(filled: Journal, book: Path) -> None:
    with Journal.open(book) as other:
        other.firms.add("From the other side")
        assert make(filled).entries == other.ledger.head().number
        assert make(other).path == find(book)[0].path
    with pytest.raises(Busy), alone(book, 0):
        pass
    assert kept_aside(book) == []

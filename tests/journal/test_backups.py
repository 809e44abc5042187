"""Backups: proven before they count, cheap, thinned out, and never in the way."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from casebook.journal import Damaged, Journal, check
from casebook.journal.backup.backup_rules import superfluous
from casebook.journal.backup.backups import Backup, find, kept_aside, newest_good
from casebook.journal.errors import Busy
from casebook.journal.preferences import Preferences
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.files import FileStore
from casebook.journal.store.occupancy import alone
from tests.conftest import HandClock, finished
from tests.journal.backups_made import filled, make, proof, stored
from tests.journal.makers import log, picture

__all__ = ["filled"]


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


def test_while_somebody_has_the_casebook_open_backups_are_made_all_the_same(filled: Journal, book: Path) -> None:
    with Journal.open(book) as other:
        other.firms.add("From the other side")
        assert make(filled).entries == other.ledger.head().number
        assert make(other).path == find(book)[0].path
    with pytest.raises(Busy), alone(book, 0):
        pass
    assert kept_aside(book) == []

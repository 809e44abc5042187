"""A backup becomes a casebook again: beside, proven, in one step; and a start after a crash says which one to take."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from casebook.journal import Damaged, Journal, Locked, NotACasebook, NotFound, check
from casebook.journal.backup.backups import Backup, find, kept_aside, newest_good, restore
from casebook.journal.backup.restore import plain_aside
from casebook.journal.errors import Busy
from casebook.journal.secrecy import keys
from casebook.journal.store.database_name import DATABASE_NAME
from tests.conftest import HandClock, finished
from tests.journal.makers import log, picture


@pytest.fixture
def filled(journal: Journal, case_id: int) -> Journal:
    log(journal, case_id, "first", attachments=[picture("1.png", b"first" * 900)])
    return journal


@pytest.fixture
def made(filled: Journal, case_id: int, book: Path) -> Backup:
    """A good backup of a closed casebook that has gone on since."""
    backup = finished(filled.backups.make())
    log(filled, case_id, "second", attachments=[picture("2.png", b"second" * 900)])
    filled.close()
    return backup


def whole(folder: Path) -> None:
    verdict = finished(check(folder))
    assert verdict.ok, verdict.faults


def texts(folder: Path, clock: HandClock, key: keys.Key | None = None) -> list[str]:
    with Journal.open(folder, clock, key) as journal:
        return [contact.text for contact in journal.contacts.of_case(1)]


def names(folder: Path) -> set[str]:
    return {p.name for p in (folder / "files").rglob("*") if p.is_file()}


def contents(folder: Path) -> dict[Path, bytes]:
    """Return every file but the empty ones that SQLite leaves when it has only read."""
    files = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file() and not p.name.endswith("-shm")}
    return {p: content for p, content in files.items() if content or not p.name.endswith("-wal")}


def test_to_another_folder(made: Backup, tmp_path: Path, book: Path, clock: HandClock) -> None:
    before = {p: p.read_bytes() for p in book.rglob("*") if p.is_file()}
    there = tmp_path / "deep" / "again"
    done = finished(restore(made.path, there, clock))
    assert (done.folder, done.aside, done.faults) == (there, None, ())
    whole(there)
    assert texts(there, clock) == ["first"]
    assert {p: p.read_bytes() for p in book.rglob("*") if p.is_file()} == before
    with Journal.open(there, clock) as journal:
        entry = journal.ledger.entries(after=made.entries)[0]
        assert entry.what == "casebook.restored"
        assert made.name in journal.ledger._database.execute_sql(
            "SELECT payload FROM ledger_payload WHERE number = ?", (entry.number,)
        ).fetchone()[0]  # fmt: skip


def test_a_second_casebook_does_not_mix_its_backups_with_the_first(
    filled: Journal, tmp_path: Path, book: Path, clock: HandClock
) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    filled.backups.choose(drive)
    made = finished(filled.backups.make())
    assert finished(restore(made.path, tmp_path / "look", clock)).own_backups
    with Journal.open(tmp_path / "look", clock) as look:
        log(look, 1, "only there")
        assert finished(look.backups.make()).root == tmp_path / "look" / "backups"
        assert finished(look.verify()).ok
    assert newest_good(book) == made
    filled.close()
    assert not finished(restore(made.path, book, clock, replace=True)).own_backups
    with Journal.open(book, clock) as again:
        assert again.preferences.get().backup_folder == str(drive)


def test_it_refuses_to_write_over_anything(made: Backup, tmp_path: Path, book: Path, clock: HandClock) -> None:
    with pytest.raises(NotACasebook, match="there is a casebook"):
        finished(restore(made.path, book, clock))
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("mine")
    with pytest.raises(NotACasebook, match="not empty"):
        finished(restore(made.path, tmp_path / "letters", clock, replace=True))
    with pytest.raises(NotFound, match="no backup"):
        finished(restore(tmp_path / "letters", tmp_path / "new", clock))
    assert [p.name for p in (tmp_path / "letters").iterdir()] == ["a.txt"]
    assert not (tmp_path / "new").exists()
    assert texts(book, clock) == ["first", "second"]


def test_in_place_it_keeps_what_was_there(made: Backup, book: Path, clock: HandClock) -> None:
    later = names(book)
    done = finished(restore(made.path, book, clock, replace=True))
    assert done.aside == book / "casebook.db.damaged"
    whole(book)
    assert texts(book, clock) == ["first"]
    assert len(later) == 2 and len(names(book)) == 1
    assert [p.name for p in kept_aside(book)] == ["casebook.db.damaged", "files.damaged"]
    with Journal.open(book, clock) as journal:
        told = journal.ledger._database.execute_sql(
            "SELECT payload FROM ledger_payload ORDER BY number DESC LIMIT 1"
        ).fetchone()[0]
        assert '"previous":{"hash":' in told
    assert plain_aside(book) == kept_aside(book)
    # What was kept is a whole casebook still, put together by hand.
    apart = book.parent / "apart"
    apart.mkdir()
    shutil.copy(done.aside, apart / DATABASE_NAME)
    shutil.copytree(book / "files", apart / "files")
    shutil.copytree(book / "files.damaged", apart / "files", dirs_exist_ok=True)
    whole(apart)
    assert texts(apart, clock) == ["first", "second"]


def test_a_second_time_nothing_that_was_kept_is_written_over(made: Backup, book: Path, clock: HandClock) -> None:
    first = finished(restore(made.path, book, clock, replace=True)).aside
    assert first is not None
    content = first.read_bytes()
    second = finished(restore(made.path, book, clock, replace=True)).aside
    assert second is not None and second != first
    assert first.read_bytes() == content
    whole(book)


def test_a_stale_log_is_not_applied_to_the_restored_database(made: Backup, book: Path, clock: HandClock) -> None:
    """A log beside a database is taken for its own: 500 rows once became 1,334 of another database, all 'ok'."""
    crashed = book.parent / "crashed"
    with Journal.open(book, clock) as journal:
        for number in range(30):
            log(journal, 1, f"only in the log {number}")
        shutil.copytree(book, crashed)
    assert (crashed / f"{DATABASE_NAME}-wal").stat().st_size > 0
    path = crashed / DATABASE_NAME
    content = bytearray(path.read_bytes())
    place = content.index(b"Kestrel Exchange") // 4096 * 4096
    content[place : place + 8] = os.urandom(8)  # a page that the log does not hold anew
    path.write_bytes(content)
    done = finished(restore(made.path, crashed, clock, replace=True))
    whole(crashed)
    assert texts(crashed, clock) == ["first"]
    assert done.aside is not None
    assert done.aside.with_name(f"{done.aside.name}-wal").stat().st_size > 0, "the log is kept with its database"


def test_the_log_of_a_sound_database_is_brought_in_first(made: Backup, book: Path, clock: HandClock) -> None:
    crashed = book.parent / "crashed"
    with Journal.open(book, clock) as journal:
        log(journal, 1, "only in the log")
        shutil.copytree(book, crashed)
    done = finished(restore(made.path, crashed, clock, replace=True))
    assert done.aside is not None and b"only in the log" in done.aside.read_bytes()
    assert not list(crashed.glob("*-wal"))


def test_an_open_casebook_is_not_replaced(made: Backup, book: Path, clock: HandClock) -> None:
    with Journal.open(book, clock) as journal:
        with pytest.raises(Busy):
            finished(restore(made.path, book, clock, replace=True))
        assert len(journal.contacts.of_case(1)) == 2


@pytest.mark.parametrize("victim", [DATABASE_NAME, "casebook.seal", "files.sha256", "backup.json", "files"])
def test_a_backup_that_is_not_whole_is_refused(
    made: Backup, book: Path, tmp_path: Path, clock: HandClock, victim: str
) -> None:
    path = next((made.root / "files").glob("*/*")) if victim == "files" else made.path / victim
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(Damaged, match="not whole"):
        finished(restore(made.path, tmp_path / "new", clock))
    assert not (tmp_path / "new").exists(), "a folder made for nothing"
    before = names(book)
    if victim != "files":  # the casebook has that file itself
        with pytest.raises(Damaged, match="not whole"):
            finished(restore(made.path, book, clock, replace=True))
    assert names(book) == before
    assert texts(book, clock) == ["first", "second"]
    whole_before = [f.where for f in finished(check(book)).faults]
    assert all(where.startswith("backups/") for where in whole_before)


def test_what_is_left_of_a_bad_backup_can_be_had_anyway(made: Backup, tmp_path: Path, clock: HandClock) -> None:
    lost = next((made.root / "files").glob("*/*"))
    lost.unlink()
    done = finished(restore(made.path, tmp_path / "new", clock, anyway=True))
    assert [(f.what, f.where) for f in done.faults] == [("missing", lost.relative_to(made.root).as_posix())]
    assert texts(tmp_path / "new", clock) == ["first"]


def test_one_that_is_stopped_changes_nothing(made: Backup, book: Path, tmp_path: Path, clock: HandClock) -> None:
    for folder, replace in ((book, True), (tmp_path / "new", False)):
        before = contents(folder)
        steps = 0
        while True:
            work = restore(made.path, folder, clock, replace=replace)
            try:
                for _ in range(steps + 1):
                    next(work)
            except StopIteration:
                break
            work.close()
            assert contents(folder) == before
            steps += 1
        assert steps > 1
        assert texts(folder, clock) == ["first"]


def test_the_words_that_a_killed_restore_left_go_at_the_next_start(made: Backup, book: Path, clock: HandClock) -> None:
    (book / ".restoring").mkdir()
    shutil.copy(made.database, book / ".restoring" / DATABASE_NAME)
    assert texts(book, clock) == ["first", "second"]
    assert not (book / ".restoring").exists()


def test_a_damaged_attachment_of_the_casebook_comes_back(made: Backup, book: Path, clock: HandClock) -> None:
    victim = book / next((made.root / "files").glob("*/*")).relative_to(made.root)
    victim.write_bytes(b"changed")
    finished(restore(made.path, book, clock, replace=True))
    whole(book)


def test_a_lost_database_comes_back_and_no_new_casebook_hides_it(made: Backup, book: Path, clock: HandClock) -> None:
    (book / DATABASE_NAME).unlink()
    for attempt in (Journal.open, Journal.create):
        with pytest.raises(Damaged, match="is gone: 'casebook restore'") as caught:
            attempt(book, clock)
        assert caught.value.values["backup"] == made.path
    done = finished(restore(made.path, book, clock))
    assert done.aside is None
    whole(book)
    assert texts(book, clock) == ["first"]
    assert [p.name for p in kept_aside(book)] == ["files.damaged"]


class TestStart:
    """After an unclean stop every page is looked at, and the words name the newest good backup."""

    def crash(self, book: Path, clock: HandClock) -> Path:
        """Return a copy of the casebook as a crash leaves it: without seal, with a log."""
        crashed = book.parent / "crashed"
        with Journal.open(book, clock) as journal:
            log(journal, 1, "unclean " * 3000)
            shutil.copytree(book, crashed)
        return crashed

    def damage(self, book: Path) -> None:
        """Break a page that no query at the start would meet."""
        path = book / DATABASE_NAME
        content = bytearray(path.read_bytes())
        place = content.index(b"They") if b"They" in content else content.index(b"second")
        page = place // 4096 * 4096
        content[page : page + 12] = os.urandom(12)
        path.write_bytes(content)

    def test_a_sound_one_opens(self, made: Backup, book: Path, clock: HandClock) -> None:
        crashed = self.crash(book, clock)
        assert texts(crashed, clock)[:2] == ["first", "second"]
        whole(crashed)

    def test_a_damaged_one_names_the_newest_good_backup(self, made: Backup, book: Path, clock: HandClock) -> None:
        crashed = self.crash(book, clock)
        (crashed / f"{DATABASE_NAME}-wal").unlink()
        self.damage(crashed)
        before = {p: p.read_bytes() for p in crashed.rglob("*") if p.is_file() and p.suffix != ".db-shm"}
        with pytest.raises(Damaged, match="casebook restore --replace") as caught:
            Journal.open(crashed, clock)
        (best,) = find(crashed)
        assert caught.value.values["backup"] == best.path
        assert f"{made.made_at.astimezone():%Y-%m-%d %H:%M}" in str(caught.value)
        assert {p: p.read_bytes() for p in before} == before, "nothing was changed"
        finished(restore(best.path, crashed, clock, replace=True))
        assert texts(crashed, clock) == ["first"]

    def test_without_a_good_backup_it_says_what_is_damaged(self, made: Backup, book: Path, clock: HandClock) -> None:
        crashed = self.crash(book, clock)
        (crashed / f"{DATABASE_NAME}-wal").unlink()
        self.damage(crashed)
        (crashed / "backups" / made.name / DATABASE_NAME).write_bytes(b"gone bad")
        assert newest_good(crashed) is None
        with pytest.raises(Damaged) as caught:
            Journal.open(crashed, clock)
        assert "restore" not in str(caught.value)

    @pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + b"\0" * 5000, b"x" * 9000])
    def test_a_database_that_is_none_any_more(self, made: Backup, book: Path, clock: HandClock, content: bytes) -> None:
        (book / DATABASE_NAME).write_bytes(content)
        with pytest.raises(Damaged, match="casebook restore --replace"):
            Journal.open(book, clock)
        finished(restore(made.path, book, clock, replace=True))
        assert texts(book, clock) == ["first"]

    def test_a_command_beside_an_open_window_does_not_check_it(
        self, made: Backup, book: Path, clock: HandClock
    ) -> None:
        with Journal.open(book, clock) as window:
            log(window, 1, "unclean " * 3000)
            assert not (book / "casebook.seal").exists()
            self.damage(book)  # nobody looks: the window's program was not stopped
            with Journal.open(book, clock) as command:
                assert command.cases.rows()


class TestEncrypted:
    @pytest.fixture
    def locked(self, tmp_path: Path, clock: HandClock) -> tuple[Path, keys.Key, Backup]:
        folder = tmp_path / "locked"
        key, _recovery = keys.make(folder, "correct horse battery")
        with Journal.create(folder, clock, key) as journal:
            case = journal.cases.add(journal.firms.add("Kestrel").made, "Locked").made
            log(journal, case, "first", attachments=[picture("a.png", b"PLAINMARKER" * 900)])
            made = finished(journal.backups.make())
            log(journal, case, "second")
        return folder, key, made

    def test_in_place_with_a_newer_passphrase(
        self, locked: tuple[Path, keys.Key, Backup], clock: HandClock, tmp_path: Path
    ) -> None:
        folder, key, made = locked
        keys.change_passphrase(folder, key, "quite another one")
        finished(restore(made.path, folder, clock, replace=True, key=key))
        assert keys.unlock(folder, "quite another one") == key, "the way in that holds now stays"
        assert texts(folder, clock, key) == ["first"]
        with pytest.raises(Locked):
            finished(restore(made.path, tmp_path / "new", clock))

    def test_a_lost_key_file_comes_back(self, locked: tuple[Path, keys.Key, Backup], clock: HandClock) -> None:
        folder, key, made = locked
        (folder / "casebook.keys").unlink()
        finished(restore(made.path, folder, clock, replace=True, key=key))
        assert texts(folder, clock, keys.unlock(folder, "correct horse battery")) == ["first"]

    def test_over_a_casebook_with_other_keys(
        self, locked: tuple[Path, keys.Key, Backup], clock: HandClock, tmp_path: Path
    ) -> None:
        _folder, key, made = locked
        other = tmp_path / "other"
        theirs, _recovery = keys.make(other, "a different casebook")
        Journal.create(other, clock, theirs).close()
        finished(restore(made.path, other, clock, replace=True, key=key))
        assert texts(other, clock, keys.unlock(other, "correct horse battery")) == ["first"]
        assert {p.name for p in kept_aside(other)} == {"casebook.db.damaged", "casebook.keys.damaged"}

    def test_a_plain_backup_over_an_encrypted_casebook(
        self, locked: tuple[Path, keys.Key, Backup], made: Backup, clock: HandClock
    ) -> None:
        folder, _key, _made = locked
        finished(restore(made.path, folder, clock, replace=True))
        assert not keys.is_encrypted(folder)
        assert plain_aside(folder) == [], "what is kept there is encrypted"
        assert texts(folder, clock) == ["first"]
        whole(folder)

"""Nothing shown as saved is lost, and nothing that was changed from outside goes unnoticed."""

import os
import random
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.journal import DiskTrouble, Journal, NotACasebook, NotFound, ReadOnly, TooNew, check
from casebook.journal.records import Verdict
from casebook.journal.store import schema as schema_module
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.schema import APPLICATION_ID, create_file, inspect, upgrade
from casebook.journal.store.schema_steps import STEPS
from casebook.journal.store.seal import make_seal
from tests.conftest import HandClock, finished
from tests.journal.makers import at, log, mail, picture


@pytest.fixture
def closed(journal: Journal, case_id: int, book: Path) -> Path:
    """A casebook with a bit of everything, closed."""
    contact = log(journal, case_id, attachments=[picture(content=os.urandom(3000))], tickets=["T-1"])
    journal.contacts.amend(contact, "typo", text="Now right")
    journal.promises.add(case_id, "soon", due=at("2026-11-21"))
    journal.follow_ups.add(case_id, at("2026-11-21"), "nudge")
    journal.mail.add([mail(1), mail(2, references=("1@test",))], case_id=case_id)
    journal.close()
    return book


def verdict(book: Path) -> Verdict:
    return finished(check(book))


def edit(book: Path, *statements: str, seal: bool = True) -> None:
    """Change the database by hand, with the standard library's SQLite and its triggers out of the way."""
    connection = sqlite3.connect(book / DATABASE_NAME)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    if seal:
        make_seal(book / DATABASE_NAME)


def test_a_closed_casebook_is_whole(closed: Path) -> None:
    assert verdict(closed).ok
    assert verdict(closed).checked > 10
    assert sorted(p.name for p in closed.iterdir()) == ["casebook.db", "casebook.seal", "files"]


def test_a_flipped_byte_in_any_file_names_that_file(closed: Path) -> None:
    dice = random.Random(7)
    for path in [p for p in closed.rglob("*") if p.is_file()]:
        content = path.read_bytes()
        for place in {0, len(content) - 1, *(dice.randrange(len(content)) for _ in range(12))}:
            changed = bytearray(content)
            changed[place] ^= 1 << dice.randrange(8)
            path.write_bytes(changed)
            named = {fault.where.partition(" ")[0] for fault in verdict(closed).faults}
            assert named == {path.relative_to(closed).as_posix()}, (path, place)
        path.write_bytes(content)
    assert verdict(closed).ok


@pytest.mark.parametrize("seed", range(40))
def test_damage_anywhere_is_a_fault_and_never_a_crash(closed: Path, seed: int) -> None:
    dice = random.Random(seed)
    path = closed / DATABASE_NAME
    changed = bytearray(path.read_bytes())
    for _ in range(dice.choice([1, 3, 30])):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    path.write_bytes(changed)
    assert {fault.where.partition(" ")[0] for fault in verdict(closed).faults} == {DATABASE_NAME}
    (closed / "casebook.seal").unlink()  # as after a crash: fewer things can be noticed, none may break the check
    assert all(fault.where.startswith(DATABASE_NAME) for fault in verdict(closed).faults)


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE contact SET text = 'They paid' WHERE id = 1", "contact:1"),
        ("UPDATE promise SET state = 'kept'", "promise:1"),
        ("DELETE FROM amendment WHERE id = 1", "amendment:1"),
        ("INSERT INTO ticket (case_id, number, recorded_at) VALUES (1, 'T-2', '')", "ticket:2"),
        ("UPDATE ledger_payload SET payload = '{}' WHERE number = 3", "ledger:3"),
    ],
)
def test_an_edit_by_hand_is_named(closed: Path, statement: str, where: str) -> None:
    edit(closed, statement)
    assert any(fault.where.endswith(f" {where}") for fault in verdict(closed).faults)


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        ("UPDATE ledger SET entry = replace(entry, 'user', 'them') WHERE number = 4", "ledger:4"),
        ("DELETE FROM ledger WHERE number = 5", "ledger:6"),
    ],
)
def test_the_first_bad_ledger_entry_is_named(closed: Path, statement: str, first: str) -> None:
    edit(closed, "DROP TRIGGER ledger_update", "DROP TRIGGER ledger_delete", "PRAGMA foreign_keys=OFF", statement)
    faults = [fault.where for fault in verdict(closed).faults if "ledger:" in fault.where]
    assert faults[0].endswith(first)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger SET hash = '' WHERE number = 1",
        "DELETE FROM ledger WHERE number = 1",
        "INSERT OR REPLACE INTO ledger (number, entry, hash) VALUES (1, '{}', '')",
        "INSERT INTO ledger (number, entry, hash) VALUES (99, '{}', '')",
    ],
)
def test_the_ledger_refuses_to_be_changed_by_accident(closed: Path, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        edit(closed, "PRAGMA recursive_triggers=ON", statement)


def test_a_missing_and_an_added_attachment_are_named(closed: Path) -> None:
    stored = next(p for p in (closed / "files").glob("*/*") if p.stat().st_size == 3000)
    stored.unlink()
    stray = closed / "files" / "ab" / ("ab" + "0" * 62)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"stray")
    named = {fault.where: fault.what for fault in verdict(closed).faults}
    assert named == {
        stored.relative_to(closed).as_posix(): "missing",
        stray.relative_to(closed).as_posix(): "a file that no record names",
    }


def test_what_a_stopped_writer_left_is_swept_at_the_next_start(closed: Path, clock: HandClock) -> None:
    files = closed / "files"
    (files / ".writing-abc").touch()
    (files / "0123.tmp").write_bytes(b"half")
    (files / "cd").mkdir(exist_ok=True)
    (files / "cd" / ("cd" + "1" * 62)).write_bytes(b"orphan")
    kept = {p for p in files.glob("*/*") if not p.name.startswith("cd1")}
    Journal.open(closed, clock).close()
    assert {p for p in files.rglob("*") if p.is_file()} == kept
    assert verdict(closed).ok


def test_a_newer_casebook_is_refused_and_not_touched(closed: Path, clock: HandClock) -> None:
    edit(closed, "PRAGMA user_version=99", "UPDATE meta SET value='99' WHERE key='min_reader'")
    before = (closed / DATABASE_NAME).read_bytes()
    with pytest.raises(TooNew, match="newer"):
        Journal.open(closed, clock)
    assert (closed / DATABASE_NAME).read_bytes() == before
    assert sorted(p.name for p in closed.iterdir()) == ["casebook.db", "casebook.seal", "files"]


def test_a_newer_casebook_that_allows_us_is_opened(closed: Path, clock: HandClock) -> None:
    edit(closed, "PRAGMA user_version=99")
    with Journal.open(closed, clock) as journal:
        assert journal.cases.rows()


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + b"\0" * 100, os.urandom(4096)])
def test_what_is_no_casebook_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    (tmp_path / DATABASE_NAME).write_bytes(content)
    with pytest.raises(NotACasebook, match=r"casebook\.db"):
        Journal.open(tmp_path)
    assert (tmp_path / DATABASE_NAME).read_bytes() == content


def test_a_folder_with_other_things_in_it_is_not_made_a_casebook(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("keep me")
    with pytest.raises(NotACasebook, match="not empty"):
        Journal.create(tmp_path)
    with pytest.raises(NotFound, match="no casebook"):
        Journal.open(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_an_upgrade_backs_up_first_and_a_failing_step_changes_nothing(closed: Path, clock: HandClock) -> None:
    from casebook.journal.backup.backups import make_before

    path = closed / DATABASE_NAME
    good = (*STEPS, ("ALTER TABLE firm ADD COLUMN website TEXT NOT NULL DEFAULT ''",))
    bad = (*good, ("CREATE TABLE other (id INTEGER PRIMARY KEY) STRICT", "ALTER TABLE nowhere ADD COLUMN x TEXT"))
    shape = _shape(path)
    with pytest.raises(DiskTrouble):
        upgrade(path, lambda: make_before(closed, clock, "test"), (*STEPS, bad[-1]))
    assert (inspect(path).version, _shape(path)) == (len(STEPS), shape)
    made = upgrade(path, lambda: make_before(closed, clock, "test"), good)
    assert inspect(path).version == len(good)
    assert made is not None and _shape(made / DATABASE_NAME) == shape and (made / "casebook.seal").exists()
    assert upgrade(path, lambda: pytest.fail("nothing to do"), good) is None


def test_an_upgraded_file_has_the_shape_of_a_fresh_one(tmp_path: Path, clock: HandClock) -> None:
    old, fresh = tmp_path / "old.db", tmp_path / "fresh.db"
    create_file(old, clock, STEPS[:1])
    upgrade(old, lambda: old)
    create_file(fresh, clock)
    assert _shape(old) == _shape(fresh)
    assert inspect(fresh).version == len(STEPS)


def test_the_models_match_the_tables(tmp_path: Path, clock: HandClock) -> None:
    from casebook.journal.store import tables
    from casebook.journal.store.database import open_database

    path = tmp_path / DATABASE_NAME
    create_file(path, clock)
    database = open_database(path)
    models = [
        m
        for m in vars(tables).values()
        if isinstance(m, type) and issubclass(m, tables.Model) and m is not tables.Model
    ]
    columns = {
        m._meta.table_name: {r[1] for r in database.execute_sql(f'PRAGMA table_info("{m._meta.table_name}")')}
        for m in models
    }
    assert columns == {m._meta.table_name: set(m._meta.columns) for m in models}
    assert len(models) == 13
    database.close()


def test_the_file_says_whose_it_is(closed: Path) -> None:
    header = (closed / DATABASE_NAME).read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert len(STEPS) >= schema_module.MIN_READER


def test_two_programs_can_have_it_open_and_the_last_one_seals(closed: Path, clock: HandClock) -> None:
    one, other = Journal.open(closed, clock), Journal.open(closed, clock)
    log(one, 1, "from one")
    log(other, 1, "from the other")
    one.close()
    log(other, 1, "and again")
    assert not (closed / "casebook.seal").exists()
    assert verdict(closed).ok
    other.close()
    assert (closed / "casebook.seal").exists()
    assert verdict(closed).ok


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 1 MB, where the system lets us have one."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("mounting a small file system needs root")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_is_said_and_nothing_is_half_done(tiny_disk: Path, clock: HandClock) -> None:
    with Journal.create(tiny_disk / "book", clock) as journal:
        case = journal.cases.add(journal.firms.add("Kestrel").made, "Full").made
        log(journal, case, "saved before", attachments=[picture(content=os.urandom(2000))])
        with pytest.raises(DiskTrouble, match="disk is full"):
            log(journal, case, "too big", attachments=[picture(content=os.urandom(900_000))])
        with pytest.raises(DiskTrouble, match="disk is full"):
            for number in range(2000):
                log(journal, case, "words " * 500 + str(number))
        kept = len(journal.contacts.of_case(case))
        assert finished(journal.verify()).ok
        stray = [p for p in (tiny_disk / "book" / "files").rglob("*") if p.is_file()]
        assert len(stray) == 1
    subprocess.run(["mount", "-o", "remount,size=8m", tiny_disk], check=True)
    with Journal.open(tiny_disk / "book", clock) as journal:
        assert len(journal.contacts.of_case(case)) == kept
        log(journal, case, "space again", attachments=[picture(content=os.urandom(900_000))])
        assert finished(journal.verify()).ok


@pytest.mark.skipif(os.name == "nt", reason="permissions work differently there")
def test_a_folder_that_cannot_be_written_is_read_and_that_is_said(closed: Path, clock: HandClock) -> None:
    if os.geteuid() == 0:
        if subprocess.run(["mount", "--bind", closed, closed], capture_output=True).returncode:
            pytest.skip("root may write everywhere, and cannot mount here")
        subprocess.run(["mount", "-o", "remount,ro,bind", closed], check=True)
    else:
        closed.chmod(0o500)
    try:
        with Journal.open(closed, clock) as journal:
            assert "cannot be written" in str(journal.read_only)
            with pytest.raises(ReadOnly, match="cannot be written"):
                journal.firms.add("KuCoin")
        assert verdict(closed).ok
    finally:
        subprocess.run(["umount", closed], check=True) if os.geteuid() == 0 else closed.chmod(0o700)
    assert verdict(closed).ok


def _shape(path: Path) -> list[tuple[str, ...]]:
    connection = sqlite3.connect(path)
    try:
        return sorted(connection.execute("SELECT type, name, ifnull(sql, '') FROM sqlite_master").fetchall())
    finally:
        connection.close()

"""A casebook of every released schema says what it said when brought up to date; a failing upgrade changes nothing."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casebook.journal import CasebookError, Damaged, DiskTrouble, Journal, check
from casebook.journal.secrecy import keys
from casebook.journal.secrecy.keys import Key
from casebook.journal.store.database import raw_connection
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.files import FOLDER_NAME, FileStore
from casebook.journal.store.schema import APPLICATION_ID, create_file, inspect, upgrade
from casebook.journal.store.schema_steps import STEPS
from tests.conftest import HandClock, finished
from tests.journal.makers import log
from tests.journal.test_integrity import tiny_disk
from tests.killing import duration, instants, run_and_kill

__all__ = ["tiny_disk"]

DATA = Path(__file__).parent.parent / "data"
KEPT = sorted(DATA.glob("schema-*"), key=lambda path: int(path.name.removeprefix("schema-")))
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(params=KEPT, ids=lambda path: path.name)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a casebook as an older program left it."""
    return Path(shutil.copytree(request.param, tmp_path / "old"))


def rows(path: Path, key: Key | None = None) -> Rows:
    """Return every row of every table that holds words, by table."""
    found: Rows = {}
    with raw_connection(path, key) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("search_words", "sqlite_stat"))
        ]
        for name in names:
            cursor = connection.execute(f'SELECT * FROM "{name}"')
            columns = [each[0] for each in cursor.description]
            found[name] = [dict(zip(columns, row, strict=True)) for row in cursor]
    return found


def shape(path: Path, key: Key | None = None) -> list[tuple[str, ...]]:
    with raw_connection(path, key) as connection:
        found = connection.execute("SELECT type, name, ifnull(sql, '') FROM sqlite_master").fetchall()
    return sorted(row for row in found if not row[1].startswith("sqlite_stat"))


def says_the_same(before: Rows, after: Rows) -> None:
    """Assert that nothing was lost or changed, and that whatever is new is empty."""
    for table, old_rows in before.items():
        if table == "meta":
            old_meta, new_meta = ({row["key"]: row["value"] for row in many} for many in (old_rows, after[table]))
            for name in ("casebook_id", "created_at"):
                assert old_meta[name] == new_meta[name]
            continue
        assert len(old_rows) == len(after[table]), table
        for old_row, new_row in zip(old_rows, after[table], strict=True):
            assert {name: new_row[name] for name in old_row} == old_row
            assert all(new_row[name] is None for name in new_row.keys() - old_row.keys())


def test_there_is_a_kept_casebook_of_every_released_schema() -> None:
    assert [int(path.name.removeprefix("schema-")) for path in KEPT] == list(range(1, len(STEPS)))
    for path in KEPT:
        assert inspect(path / DATABASE_NAME).version == int(path.name.removeprefix("schema-"))
        assert len(rows(path / DATABASE_NAME)["contact"]) > 3
        assert len(list((path / FOLDER_NAME).glob("*/*"))) > 3


def test_an_old_casebook_says_what_it_said(old: Path, tmp_path: Path, clock: HandClock) -> None:
    before, number = rows(old / DATABASE_NAME), inspect(old / DATABASE_NAME).version
    with Journal.open(old, clock) as journal:
        head = journal.ledger.head()
        assert (head.number, head.hash) == (before["ledger"][-1]["number"], before["ledger"][-1]["hash"])
        assert finished(journal.verify()).ok
        says_the_same(before, rows(old / DATABASE_NAME))
        contacts = [c for row in journal.cases.rows() for c in journal.contacts.of_case(row.id)]
        waiting = [journal.contacts.get(row.contact_id) for row in journal.inbox.waiting()]
        assert {(c.id, c.text) for c in (*contacts, *waiting)} <= {(r["id"], r["text"]) for r in before["contact"]}
        for exhibit in (e for row in journal.cases.rows() for e in journal.exhibits.of_case(row.id)):
            assert exhibit.purged_at or len(journal.exhibits.read(exhibit.file)) == exhibit.file.size
        words = max((c.text for c in contacts), key=len).split()[0]
        assert journal.search.find(words)
        log(journal, journal.cases.rows()[0].id, "and it goes on")
    assert finished(check(old)).ok
    create_file(tmp_path / "fresh.db", clock)
    assert shape(old / DATABASE_NAME) == shape(tmp_path / "fresh.db")
    assert inspect(old / DATABASE_NAME) == inspect(tmp_path / "fresh.db")
    backups = list((old / "backups").rglob(DATABASE_NAME))
    assert len(backups) == 1
    assert inspect(backups[0]).version == number
    assert rows(backups[0]) == before


def test_an_old_encrypted_casebook_is_brought_up_to_date_encrypted(old: Path, tmp_path: Path, clock: HandClock) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    key, _recovery = keys.make(folder, "correct horse battery")
    version = inspect(old / DATABASE_NAME).version
    with raw_connection(old / DATABASE_NAME) as connection:
        connection.execute(f"ATTACH ? AS locked KEY \"x'{key.database}'\"", (str(folder / DATABASE_NAME),))
        connection.execute("SELECT sqlcipher_export('locked')")
        connection.execute(f"PRAGMA locked.user_version={version}")
        connection.execute(f"PRAGMA locked.application_id={APPLICATION_ID}")
    batch = FileStore(folder, key).batch()
    for path in (old / FOLDER_NAME).glob("*/*"):
        batch.put(path)
    batch.settle()
    batch.finish(keep=True)
    before = rows(folder / DATABASE_NAME, key)
    with Journal.open(folder, clock, key) as journal:
        assert finished(journal.verify()).ok
    says_the_same(before, rows(folder / DATABASE_NAME, key))
    create_file(tmp_path / "fresh.db", clock)
    assert shape(folder / DATABASE_NAME, key) == shape(tmp_path / "fresh.db")
    words = before["case"][0]["title"].encode()
    assert [path for path in folder.rglob("*") if path.is_file() and words in path.read_bytes()] == []


@pytest.mark.parametrize("after", range(len(STEPS[-1]) + 1))
@pytest.mark.parametrize(
    ("last", "kind"),
    [
        ("ALTER TABLE nowhere ADD COLUMN x TEXT", DiskTrouble),
        ("UPDATE contact SET case_id = 4711", Damaged),
    ],
    ids=["an impossible statement", "a broken reference"],
)
def test_a_step_that_fails_anywhere_leaves_file_and_version_untouched(
    after: int, last: str, kind: type[CasebookError], tmp_path: Path
) -> None:
    path = Path(shutil.copytree(KEPT[-1], tmp_path / "old")) / DATABASE_NAME
    before = {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}
    steps = (*STEPS[:-1], (*STEPS[-1][:after], last, *STEPS[-1][after:]))
    with pytest.raises(kind):
        upgrade(path, lambda: path, steps)
    assert {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()} == before
    assert inspect(path).version == len(STEPS) - 1


def test_a_backup_that_fails_stops_the_upgrade(old: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> None:
    before, version = rows(old / DATABASE_NAME), inspect(old / DATABASE_NAME).version

    def refuse(*_values: Any) -> Path:
        raise DiskTrouble("no backup")

    monkeypatch.setattr("casebook.journal.journal.make_before", refuse)
    with pytest.raises(DiskTrouble, match="no backup"):
        Journal.open(old, clock)
    assert inspect(old / DATABASE_NAME).version == version
    assert rows(old / DATABASE_NAME) == before


LONG_STEP = tuple(
    statement
    for number in range(60)
    for statement in (
        f"CREATE TABLE further_{number} (id INTEGER PRIMARY KEY, words TEXT) STRICT",
        f"INSERT INTO further_{number} (words) SELECT c.text || l.hash FROM contact c, ledger l",
        f"UPDATE contact SET outcome = outcome || '{number}'",
    )
)


def test_killed_at_any_instant_of_a_step_it_is_done_or_not_begun(tmp_path: Path) -> None:
    before = rows(KEPT[-1] / DATABASE_NAME)

    def bring_up(path: Path) -> Callable[[Callable[[str], None]], None]:
        return lambda tell: tell(str(upgrade(path, lambda: path, (*STEPS, LONG_STEP))))

    def copy(name: str) -> Path:
        return Path(shutil.copytree(KEPT[-1], tmp_path / name)) / DATABASE_NAME

    whole, versions = duration(bring_up(copy("timed"))), set[int]()
    for number, instant in enumerate(instants(whole)):
        path = copy(f"round-{number}")
        killed = run_and_kill(bring_up(path), instant)
        found = rows(path)  # the next one to open it brings back what was not committed
        version = inspect(path).version
        versions.add(version)
        done = version == len(STEPS) + 1
        assert done or not killed.told
        assert sum(name.startswith("further_") for name in found) == (60 if done else 0)
        if not done:
            says_the_same(before, found)
            upgrade(path, lambda p=path: p, (*STEPS, LONG_STEP))
        with raw_connection(path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        shutil.rmtree(path.parent)
    assert versions


def test_killed_at_any_instant_of_opening_it_opens_again(old: Path, tmp_path: Path, clock: HandClock) -> None:
    before = rows(old / DATABASE_NAME)

    def start(folder: Path) -> Callable[[Callable[[str], None]], None]:
        return lambda tell: (Journal.open(folder, clock).release(), tell("open"))[1]

    whole = duration(start(Path(shutil.copytree(old, tmp_path / "timed"))))
    for number, instant in enumerate(instants(whole)):
        folder = Path(shutil.copytree(old, tmp_path / f"round-{number}"))
        run_and_kill(start(folder), instant)
        with Journal.open(folder, clock) as journal:
            assert finished(journal.verify()).ok
        says_the_same(before, rows(folder / DATABASE_NAME))
        assert finished(check(folder)).ok
        shutil.rmtree(folder)


@pytest.fixture
def small_disk(tiny_disk: Path) -> Path:
    """A real file system of 6 MB, room enough for an upgrade with its backup."""
    subprocess.run(["mount", "-o", "remount,size=6m", tiny_disk], check=True)
    return tiny_disk


def test_a_full_disk_at_any_point_of_an_upgrade_changes_nothing(small_disk: Path, clock: HandClock) -> None:
    folder = Path(shutil.copytree(KEPT[-1], small_disk / "book"))
    before, filler, refused = rows(folder / DATABASE_NAME), small_disk / "filler", 0
    disk = os.statvfs(small_disk)
    free = disk.f_bavail * disk.f_frsize
    for left in range(0, free, 32 * 1024):
        filler.write_bytes(b"x" * (free - left))
        try:
            Journal.open(folder, clock).close()
        except DiskTrouble:
            refused += 1
        else:
            break
        filler.unlink()
        assert inspect(folder / DATABASE_NAME).version == len(STEPS) - 1
        assert rows(folder / DATABASE_NAME) == before
    assert refused > 5
    assert len(list((folder / "backups").rglob(DATABASE_NAME))) == 1, "each try must not cost the room it lacks"
    with Journal.open(folder, clock) as journal:
        assert finished(journal.verify()).ok
    says_the_same(before, rows(folder / DATABASE_NAME))

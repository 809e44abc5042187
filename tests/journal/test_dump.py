"""The whole casebook as a file and back: nothing is lost, nothing hostile gets in, and other programs can read it."""

import hashlib
import json
import random
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebook import paths
from casebook.journal import (
    BadInput,
    CasebookError,
    Damaged,
    DiskTrouble,
    Journal,
    NotACasebook,
    NotFound,
    TooNew,
    check,
)
from casebook.journal.secrecy import keys
from casebook.journal.secrecy.keys import Key
from casebook.journal.store.schema import create_file
from casebook.journal.store.schema_steps import STEPS
from casebook.journal.terms import ReferenceKind
from casebook.journal.transfer.dump import load
from tests.conftest import HandClock, finished
from tests.journal.makers import at, log, mail, picture
from tests.journal.moved_case import rich_case
from tests.journal.test_integrity import tiny_disk
from tests.journal.test_move_forged import COMMON, add, drop, edit_format, edit_rows, rewritten
from tests.killing import duration, instants, run_and_kill

__all__ = ["tiny_disk"]

PASSPHRASE = "correct horse battery"
SCHEMA_1 = Path(__file__).parent.parent / "data" / "schema-1"
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)


def lock(folder: Path) -> Key:
    return keys.make(folder, PASSPHRASE)[0]


@pytest.fixture
def dumped(journal: Journal, tmp_path: Path) -> Path:
    """A casebook with every kind of record in it, as a file."""
    case = rich_case(journal)
    journal.drafts.save(case, {"text": "half a"}, [picture("draft.png", b"draft \x00 bytes")])
    journal.preferences.set(grace_minutes=20)
    return finished(journal.dump(tmp_path / "1.zip"))


def step(journal: Journal, number: int, words: str, content: bytes) -> None:
    """Do one of the things that people do, to whatever cases and contacts there are."""
    cases = [row.id for row in journal.cases.rows()]
    case = cases[number % len(cases)]
    contacts = [contact.id for contact in journal.contacts.of_case(case)]
    contact = contacts[number % len(contacts)] if contacts else log(journal, case, words)
    deeds: list[Callable[[], object]] = [
        lambda: log(journal, case, words, attachments=[picture("x.png", content + b"!")], tickets=[words]),
        lambda: journal.cases.add(journal.firms.all()[0].id, words),
        lambda: journal.contacts.amend(contact, words, text=f"{words} {number}"),
        lambda: journal.mail.add([mail(number, text=words, attachments=(picture("m.bin", content),))]),
        lambda: journal.mail.add([mail(number + 50, subject=words, references=(f"{number}@test",))], case_id=case),
        lambda: journal.promises.add(case, words, due=at("2026-11-21")),
        lambda: journal.follow_ups.add(case, at("2026-12-01"), words, contact_id=contact),
        lambda: journal.references.add(case, ReferenceKind.ORDER, f"{words}{number}"),
        lambda: journal.drafts.save(case, {"text": words}, [picture("d.png", content)]),
        lambda: journal.bin.delete_contact(contact),
        lambda: journal.bin.empty(journal.clock(), everything=True),
        lambda: journal.preferences.set(bin_days=number),
    ]
    try:
        deeds[number % len(deeds)]()
    except CasebookError:  # the same reference twice, a thing in the bin: refused, as it should be
        return


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.integers(0, 40), WORDS, st.binary(max_size=40)), max_size=12), st.booleans(), st.booleans()
)
def test_what_is_dumped_and_loaded_is_dumped_the_same(
    deeds: list[tuple[int, str, bytes]], encrypted: bool, encrypted_again: bool
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name), HandClock(datetime(2026, 11, 20, tzinfo=UTC))
        (folder / "book").mkdir()
        key = lock(folder / "book") if encrypted else None
        with Journal.create(folder / "book", clock, key) as journal:
            journal.cases.add(journal.firms.add("Kestrel").made, "提币")
            for number, words, content in deeds:
                step(journal, number, words, content)
            finished(journal.dump(folder / "1.zip"))
        finished(load(folder / "1.zip", folder / "new", clock, lock if encrypted_again else None))
        key = keys.unlock(folder / "new", PASSPHRASE) if encrypted_again else None
        with Journal.open(folder / "new", clock, key) as again:
            assert finished(again.verify()).ok
            finished(again.dump(folder / "2.zip"))
        assert (folder / "2.zip").read_bytes() == (folder / "1.zip").read_bytes()


def test_everything_is_there_again(journal: Journal, dumped: Path, tmp_path: Path, clock: HandClock) -> None:
    finished(load(dumped, tmp_path / "new", clock))
    with Journal.open(tmp_path / "new", clock) as again:
        assert again.contacts.of_case(2) == journal.contacts.of_case(2)
        assert again.cases.rows() == journal.cases.rows()
        assert again.ledger.head() == journal.ledger.head()
        assert again.preferences.get() == journal.preferences.get()
        assert again.drafts.load(2) == journal.drafts.load(2)
        assert again.bin.contents() == journal.bin.contents()
        for query in ("提币", "0xabc", "kestrel", "T-1", "later", "Lily", "EX-2"):
            assert again.search.find(query) == journal.search.find(query) != []
        assert [row.title for row in again.cases.rows()] == [row.title for row in journal.cases.rows()]
        highest = again.cases.add(1, "the next one").made
        assert highest == 3, "a number is never given twice"
    assert finished(check(tmp_path / "new")).ok
    assert sorted(p.name for p in (tmp_path / "new").iterdir()) == ["casebook.db", "casebook.seal", "files"]


def test_a_dump_does_as_its_description_says(dumped: Path, tmp_path: Path) -> None:
    page = (paths.resources() / "help" / "data-format.md").read_text("utf-8")
    with zipfile.ZipFile(dumped) as parcel:
        parcel.extractall(tmp_path / "out")
        told = json.loads(parcel.read("format.json"))
    for table, columns in told["tables"].items():
        assert f"`{table}`" in page, table
        lines = (tmp_path / "out" / "tables" / f"{table}.jsonl").read_bytes().split(b"\n")
        assert lines.pop() == b""
        for row in map(json.loads, lines):
            assert sorted(row) == list(row) == sorted(columns)
    if tool := shutil.which("sha256sum"):
        subprocess.run([tool, "--quiet", "-c", "MANIFEST.sha256"], cwd=tmp_path / "out", check=True)
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    exec(compile(code.replace("FILE.zip", dumped.as_posix()), "page", "exec"), {})
    files = {path.name: path.read_bytes() for path in (tmp_path / "out" / "files").iterdir()}
    assert all(hashlib.sha256(content).hexdigest() == name for name, content in files.items())
    assert b"draft \x00 bytes" in files.values()


def test_a_dump_of_an_older_schema_is_brought_up_to_date(tmp_path: Path, clock: HandClock) -> None:
    """A dump as an older program would have written it: its own tables, its own columns."""
    from casebook.journal.core import Core
    from casebook.journal.transfer.dump import _write
    from casebook.journal.transfer.parcel import ParcelWriter

    shutil.copytree(SCHEMA_1, tmp_path / "old")
    core = Core(tmp_path / "old" / "casebook.db", clock)
    with ParcelWriter(tmp_path / "old.zip") as parcel:
        list(_write(core, parcel))
    core.database.close()
    with zipfile.ZipFile(tmp_path / "old.zip") as archive:
        assert json.loads(archive.read("format.json"))["schema"] == 1
    finished(load(tmp_path / "old.zip", tmp_path / "new", clock))
    with Journal.open(tmp_path / "old", clock) as upgraded, Journal.open(tmp_path / "new", clock) as loaded:
        assert finished(loaded.verify()).ok
        for row in upgraded.cases.rows():
            assert loaded.contacts.of_case(row.id) == upgraded.contacts.of_case(row.id)
        one = finished(upgraded.dump(tmp_path / "a.zip"))
        assert finished(loaded.dump(tmp_path / "b.zip")).read_bytes() == one.read_bytes()


def test_a_casebook_that_is_not_as_recorded_is_not_dumped(journal: Journal, dumped: Path, tmp_path: Path) -> None:
    stored = journal.exhibits.of_case(2)[0].file
    path = journal._core.files.place(stored.sha256)
    path.write_bytes(b"?")
    with pytest.raises(Damaged, match="restore a backup"):
        finished(journal.dump(tmp_path / "2.zip"))
    assert not list(tmp_path.glob("2.zip*"))


FURTHER: dict[str, tuple[Callable[[dict[str, bytes]], None], type[CasebookError]]] = {
    "one case": (edit_format(format="casebook-case"), BadInput),
    "a table too many": (add("tables/evil.jsonl"), Damaged),
    "the ledger gone": (drop("tables/ledger.jsonl"), Damaged),
    "a ledger entry": (edit_rows("ledger", hash="0" * 64), Damaged),
    "an entry that is no JSON": (edit_rows("ledger", entry="{"), Damaged),
    "the words of an entry": (edit_rows("ledger_payload", payload="{}"), Damaged),
    "a reference to nothing": (edit_rows("contact", case_id=99), Damaged),
    "bytes that are not there": (edit_rows("draft_file", content={"file": "0" * 64}), Damaged),
    "a path for bytes": (edit_rows("draft_file", content={"file": "../../etc/passwd"}), Damaged),
}


@pytest.mark.parametrize("name", [*COMMON, *FURTHER])
def test_a_forged_dump_is_refused_and_makes_nothing(name: str, dumped: Path, tmp_path: Path, clock: HandClock) -> None:
    change, kind = {**COMMON, **FURTHER}[name]
    with pytest.raises(kind) as refusal:
        finished(load(rewritten(dumped, change), tmp_path / "new", clock))
    assert "\n" not in str(refusal.value)
    assert not (tmp_path / "new").exists()
    assert not [*tmp_path.rglob("evil*"), *tmp_path.parent.glob("evil*")]


@pytest.mark.parametrize("seed", range(20))
def test_a_cut_or_flipped_dump_never_gets_in_changed(seed: int, dumped: Path, tmp_path: Path, clock: HandClock) -> None:
    dice = random.Random(seed)
    content = bytearray(dumped.read_bytes())
    if seed % 3 == 0:
        del content[dice.randrange(len(content)) :]
    else:
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    (tmp_path / "broken.zip").write_bytes(content)
    try:
        finished(load(tmp_path / "broken.zip", tmp_path / "new", clock))
    except CasebookError:
        assert not (tmp_path / "new").exists()
    else:
        with Journal.open(tmp_path / "new", clock) as again:
            assert finished(again.dump(tmp_path / "2.zip")).read_bytes() == dumped.read_bytes()


def test_only_a_new_folder_becomes_a_casebook(journal: Journal, dumped: Path, tmp_path: Path, clock: HandClock) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("keep me")
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "full", journal.folder):
        before = sorted(p.name for p in folder.iterdir())
        with pytest.raises(NotACasebook, match="not empty"):
            finished(load(dumped, folder, clock))
        assert sorted(p.name for p in folder.iterdir()) == before
    with pytest.raises(NotFound, match="no file"):
        finished(load(tmp_path / "nowhere.zip", tmp_path / "empty", clock))
    with pytest.raises(TooNew):
        finished(load(rewritten(dumped, edit_format(schema=len(STEPS) + 1)), tmp_path / "empty", clock))
    assert list((tmp_path / "empty").iterdir()) == []
    finished(load(dumped, tmp_path / "empty", clock))
    assert finished(check(tmp_path / "empty")).ok


def test_a_load_that_is_cancelled_leaves_nothing(dumped: Path, tmp_path: Path, clock: HandClock) -> None:
    work = load(dumped, tmp_path / "new", clock)
    for _step in range(30):
        next(work)
    work.close()
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("encrypted", [False, True])
def test_killed_at_any_instant_a_load_is_done_or_can_be_done_again(
    encrypted: bool, dumped: Path, tmp_path: Path, clock: HandClock
) -> None:
    prepared = tmp_path / "prepared"
    prepared.mkdir()
    lock(prepared)

    def make_key(folder: Path) -> Key:  # as `lock`, without its deliberate slowness
        shutil.copy(prepared / keys.KEYS_NAME, folder)
        return key

    key = keys.unlock(prepared, PASSPHRASE)

    def into(folder: Path) -> Callable[[Callable[[str], None]], None]:
        return lambda tell: finished(load(dumped, folder, clock, make_key if encrypted else None))

    whole = duration(into(tmp_path / "timed"))
    for number, instant in enumerate(instants(whole)):
        folder = tmp_path / f"round-{number}"
        killed = run_and_kill(into(folder), instant)
        if not (folder / "casebook.db").exists():
            assert not killed.finished
            finished(load(dumped, folder, clock, make_key if encrypted else None))
        with Journal.open(folder, clock, key if encrypted else None) as again:
            assert finished(again.verify()).ok
            assert again.ledger.size() > 20
        assert not (folder / ".loading").exists()
        shutil.rmtree(folder)


def test_what_a_load_killed_at_its_last_step_left_is_swept(dumped: Path, tmp_path: Path, clock: HandClock) -> None:
    finished(load(dumped, tmp_path / "new", clock))
    (tmp_path / "new" / ".loading").mkdir()
    (tmp_path / "new" / "casebook.seal").rename(tmp_path / "new" / ".loading" / "casebook.seal")
    Journal.open(tmp_path / "new", clock).close()
    assert sorted(p.name for p in (tmp_path / "new").iterdir()) == ["casebook.db", "casebook.seal", "files"]
    assert finished(check(tmp_path / "new")).ok


def test_a_full_disk_makes_no_half_casebook(dumped: Path, tiny_disk: Path, clock: HandClock) -> None:
    refused = 0
    for kilobytes in range(1010, 0, -30):
        (tiny_disk / "filler").write_bytes(b"x" * 1024 * kilobytes)
        try:
            finished(load(dumped, tiny_disk / "new", clock))
        except DiskTrouble:
            refused += 1
        else:
            break
        assert [path.name for path in tiny_disk.iterdir()] == ["filler"]
    assert refused > 3
    assert finished(check(tiny_disk / "new")).ok


def test_a_dump_onto_a_full_disk_says_so(journal: Journal, dumped: Path, tiny_disk: Path) -> None:
    (tiny_disk / "filler").write_bytes(b"x" * 1024 * 990)
    with pytest.raises(DiskTrouble, match="disk is full"):
        finished(journal.dump(tiny_disk / "dump.zip"))
    assert [path.name for path in tiny_disk.iterdir()] == ["filler"]


def test_a_new_file_has_the_tables_that_a_dump_names(dumped: Path, tmp_path: Path, clock: HandClock) -> None:
    import sqlite3

    create_file(tmp_path / "fresh.db", clock)
    connection = sqlite3.connect(tmp_path / "fresh.db")
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    with zipfile.ZipFile(dumped) as archive:
        named = set(json.loads(archive.read("format.json"))["tables"])
    left_out = {"ident", *(name for name in there if name.startswith("search_words"))}
    assert named == there - left_out

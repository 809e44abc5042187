"""An archive that a hand or a disk changed on the way is refused, whatever was done to it, and changes nothing."""

import hashlib
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from casebook.journal import BadInput, CasebookError, Damaged, Journal, NotFound, TooNew
from casebook.journal.changes import Kind
from casebook.journal.proof.ledger import canonical
from casebook.journal.store.schema_steps import STEPS
from casebook.journal.transfer.case_archive import HISTORY
from casebook.journal.transfer.parcel import FORMAT, MANIFEST
from tests.conftest import finished
from tests.journal.moved_case import archive, facts, rich_case, state, there

__all__ = ["archive", "there"]


def rewritten(path: Path, change: Callable[[dict[str, bytes]], None], compression: int = zipfile.ZIP_STORED) -> Path:
    """Return a copy of an archive with its members changed and listed anew, as a careful forger would do it."""
    with zipfile.ZipFile(path) as parcel:
        members = {name: parcel.read(name) for name in parcel.namelist() if name != MANIFEST}
    change(members)
    members.setdefault(
        MANIFEST,
        "".join(
            f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(members.items())
        ).encode(),
    )
    forged = path.with_name(f"forged-{random.randrange(10**9)}.zip")
    with zipfile.ZipFile(forged, "w", compression) as parcel:
        for name, content in members.items():
            parcel.writestr(name, content)
    return forged


def edit_rows(table: str, **changed: object) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        name = f"tables/{table}.jsonl"
        first, *rest = members[name].decode().splitlines()
        members[name] = "\n".join([json.dumps({**json.loads(first), **changed}), *rest, ""]).encode()

    return change


def edit_format(**changed: object) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        members[FORMAT] = json.dumps({**json.loads(members[FORMAT]), **changed}).encode()

    return change


def edit_history(old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        assert old in members[HISTORY]
        members[HISTORY] = members[HISTORY].replace(old, new, 1)

    return change


def add(name: str, content: bytes = b"x") -> Callable[[dict[str, bytes]], None]:
    return lambda members: members.update({name: content})


def drop(beginning: str) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        del members[next(name for name in members if name.startswith(beginning))]

    return change


def other_bytes(members: dict[str, bytes]) -> None:
    name = next(name for name in members if name.startswith("files/"))
    members[name] = b"?" * len(members[name])


def cut_the_ledger(members: dict[str, bytes]) -> None:
    members[HISTORY] = b"".join(members[HISTORY].splitlines(keepends=True)[:-1])


def drop_a_payload(members: dict[str, bytes]) -> None:
    lines = members[HISTORY].decode().splitlines()
    at_line = next(n for n, line in enumerate(lines) if n and "case.opened" in line and "payload" in json.loads(line))
    lines[at_line] = canonical({"entry": json.loads(lines[at_line])["entry"]})
    members[HISTORY] = "\n".join([*lines, ""]).encode()


COMMON: dict[str, tuple[Callable[[dict[str, bytes]], None], type[CasebookError]]] = {
    "a way out": (add("../evil.txt"), Damaged),
    "a way out below": (add("files/../../evil"), Damaged),
    "an absolute name": (add("/etc/evil"), Damaged),
    "a drive": (add("C:\\evil.txt"), Damaged),
    "a further file": (add("files/" + "ab" * 32), Damaged),
    "a file gone": (drop("files/"), Damaged),
    "a table gone": (drop("tables/ticket"), Damaged),
    "no format": (drop(FORMAT), BadInput),
    "other bytes": (other_bytes, Damaged),
    "other words": (edit_rows("contact", text="They paid"), Damaged),
    "another time": (edit_rows("contact", recorded_at="2020-01-01T00:00:00.000Z"), Damaged),
    "another hash": (edit_rows("exhibit", sha256="0" * 64), Damaged),
    "a number as text": (edit_rows("exhibit", size="many"), Damaged),
    "a true as number": (edit_rows("contact", amended=True), Damaged),
    "a number too large": (edit_rows("contact", amended=1 << 70), Damaged),
    "half a character": (edit_rows("case", title="\ud800"), Damaged),
    "a list": (edit_rows("case", title=["x"]), Damaged),
    "a further column": (edit_rows("case", evil="x"), Damaged),
    "not JSON": (add("tables/ticket.jsonl", b"{nonsense\n"), Damaged),
    "deep JSON": (add("tables/ticket.jsonl", b"[" * 100_000 + b"\n"), Damaged),
    "not UTF-8": (add("tables/ticket.jsonl", b'{"a":"\xff"}\n'), Damaged),
    "no last line break": (add("tables/ticket.jsonl", b"{}"), Damaged),
    "an unlisted member": (add(MANIFEST, b""), Damaged),
    "a newer form": (edit_format(version=2), TooNew),
    "a newer schema": (edit_format(schema=len(STEPS) + 1), TooNew),
    "an impossible schema": (edit_format(schema="x"), Damaged),
    "no kind": (edit_format(format=None), BadInput),
}


FORGERIES = {
    **COMMON,
    "a further table": (add("tables/meta.jsonl"), Damaged),
    "the history gone": (drop(HISTORY), Damaged),
    "a case of another number": (edit_rows("case", id=7), Damaged),
    "a cut ledger": (cut_the_ledger, Damaged),
    "a payload gone": (drop_a_payload, Damaged),
    "another entry": (edit_history(b"contact.logged", b"contact.loggeD"), Damaged),
    "another payload": (edit_history(b"On hold since", b"Settled since"), Damaged),
    "another head": (edit_format(head={"number": 1, "hash": "0" * 64}), Damaged),
    "another kind": (edit_format(format="casebook-dump"), BadInput),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_archive_is_refused_and_changes_nothing(name: str, archive: Path, there: Journal) -> None:
    change, kind = FORGERIES[name]
    before = state(there)
    with pytest.raises(kind) as refusal:
        finished(there.archives.import_case(rewritten(archive, change)))
    assert "\n" not in str(refusal.value)
    assert state(there) == before
    assert not list(archive.parent.glob("**/evil*"))
    assert finished(there.verify()).ok


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("contact", "channel", "pigeon"),
        ("contact", "happened_zone", "Mars/Olympus"),
        ("contact", "happened_precision", "vague"),
        ("contact", "tickets", "[1]"),
        ("contact", "happened_at", "yesterday"),
        ("exhibit", "name", "../../.bashrc"),
        ("case", "status", "eternal"),
        ("promise", "state", "maybe"),
    ],
)
def test_a_value_that_cannot_be_shown_is_refused_even_when_its_ledger_agrees(
    table: str, column: str, value: str, journal: Journal, there: Journal, tmp_path: Path
) -> None:
    """A casebook made to do harm can write whatever it likes into its own ledger."""
    case = rich_case(journal)
    room = journal._rooms[Kind(table)]
    with journal._core.write():
        place = "id" if table == "case" else "case_id"
        row = journal._core.database.execute_sql(f'SELECT min(id) FROM "{table}" WHERE {place} = ?', (case,)).fetchone()
        room.blot("evil", row[0], case, {column: value})
    path = finished(journal.archives.export_case(case, tmp_path / "evil.zip"))
    before = state(there)
    with pytest.raises(Damaged, match=column):
        finished(there.archives.import_case(path))
    assert state(there) == before


def test_bombs_and_other_files_are_refused(archive: Path, there: Journal, tmp_path: Path) -> None:
    before = state(there)
    bomb = rewritten(archive, add("tables/ticket.jsonl", b" " * 200_000_000), zipfile.ZIP_DEFLATED)
    assert bomb.stat().st_size < 1_000_000
    (tmp_path / "text.zip").write_bytes(b"hello")
    with zipfile.ZipFile(tmp_path / "plain.zip", "w") as plain:
        plain.writestr("readme.txt", "hello")
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as two:
        two.writestr(FORMAT, "{}")
        with pytest.warns(UserWarning, match="Duplicate"):
            two.writestr(FORMAT, "{}")
    for path, kind in (
        (bomb, Damaged),
        (tmp_path / "text.zip", BadInput),
        (tmp_path / "plain.zip", CasebookError),
        (tmp_path / "two.zip", Damaged),
        (tmp_path, NotFound),
        (tmp_path / "nowhere.zip", NotFound),
    ):
        with pytest.raises(kind):
            finished(there.archives.import_case(path))
    assert state(there) == before


def test_an_archive_packed_again_by_another_program_is_taken_in(archive: Path, there: Journal) -> None:
    packed = rewritten(archive, lambda members: None, zipfile.ZIP_DEFLATED)
    assert finished(there.archives.import_case(packed)).made == 2


@pytest.mark.parametrize("seed", range(30))
def test_a_cut_or_flipped_archive_never_gets_in_changed(
    seed: int, journal: Journal, archive: Path, there: Journal
) -> None:
    dice = random.Random(seed)
    content = bytearray(archive.read_bytes())
    if seed % 3 == 0:
        del content[dice.randrange(len(content)) :]
    else:
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    broken = archive.with_name("broken.zip")
    broken.write_bytes(content)
    before = state(there)
    try:
        made = finished(there.archives.import_case(broken)).made
    except CasebookError:
        assert state(there) == before
    else:
        assert facts(there, made) == facts(journal, 2), "a flip in a date or a permission of the ZIP changes nothing"
    assert finished(there.verify()).ok

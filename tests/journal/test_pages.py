"""A flipped byte in every kind of page of the database, in its log and in an attachment: found and named."""

import random
import shutil
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.journal import CasebookError, Journal, Kind, check
from casebook.journal.records import Verdict
from casebook.journal.secrecy import keys
from casebook.journal.secrecy.keys import Key
from casebook.journal.store.database import raw_connection
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.seal import SEAL_NAME
from tests.conftest import HandClock, finished
from tests.journal.makers import log, picture

ROUNDS = 4
_KINDS = {2: "index interior", 5: "table interior", 10: "index leaf", 13: "table leaf"}


@pytest.fixture
def large(book: Path, clock: HandClock) -> Path:
    """A casebook with pages of every kind: trees of two levels, long words on overflow pages, free pages."""
    with Journal.create(book, clock) as journal:
        case = journal.cases.add(journal.firms.add("Kestrel").made, "Many").made
        with journal.transaction():
            for number in range(150):
                log(journal, case, f"Words {number} 提币失败 " * 20, tickets=[f"T-{number}-{'x' * 40}"])
        log(journal, case, "A long story. " * 2_000, attachments=[picture(content=b"p" * 5_000)])
        journal.drafts.save(case, {"text": "A draft that comes and goes. " * 2_000}, ())
        journal.drafts.drop(case)
    return book


def page_size(database: Path) -> int:
    size = struct.unpack(">H", database.read_bytes()[16:18])[0]
    return 65_536 if size == 1 else int(size)


def pages_by_kind(database: Path) -> dict[str, list[int]]:
    """Return the offsets of the pages of each kind, as the file format says what a page is."""
    content, size = database.read_bytes(), page_size(database)
    found: dict[str, list[int]] = {"header": [0]}
    free, trunk = set[int](), struct.unpack(">I", content[32:36])[0]
    while trunk:
        start = (trunk - 1) * size
        following, count = struct.unpack(">II", content[start : start + 8])
        leaves = struct.unpack(f">{count}I", content[start + 8 : start + 8 + 4 * count])
        found.setdefault("free trunk", []).append(start)
        found.setdefault("free leaf", []).extend((leaf - 1) * size for leaf in leaves)
        free |= {trunk, *leaves}
        trunk = following
    for number in range(2, len(content) // size + 1):
        start = (number - 1) * size
        if number not in free:
            found.setdefault(_KINDS.get(content[start], "overflow"), []).append(start)
    return found


def pages_of(database: Path, *names: str) -> dict[str, list[int]]:
    """Return the offset of the root page of each table or index named."""
    with raw_connection(database) as connection:
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0").fetchall())
    return {name: [(roots[name] - 1) * page_size(database)] for name in names}


def flipped(path: Path, start: int, size: int, dice: random.Random) -> Iterator[int]:
    """Flip a bit at places within a page, one after the other, and put it right again each time."""
    content = path.read_bytes()
    end = min(start + size, len(content))
    for place in {start, end - 1, *(dice.randrange(start, end) for _ in range(ROUNDS))}:
        changed = bytearray(content)
        changed[place] ^= 1 << dice.randrange(8)
        path.write_bytes(changed)
        yield place
    path.write_bytes(content)


def verdict(book: Path, key: Key | None = None) -> Verdict:
    return finished(check(book, key))


def test_a_flipped_byte_in_every_kind_of_page_is_found_and_names_the_database(large: Path) -> None:
    dice = random.Random(11)
    database = large / DATABASE_NAME
    kinds = pages_by_kind(database)
    kinds |= pages_of(database, "search_words_data", "search_words_idx", "ident", "ledger_which", "sqlite_sequence")
    wanted = {"header", "free trunk", "free leaf", "overflow", *_KINDS.values()}
    assert wanted <= set(kinds), "the sample has no page of some kind"
    for kind, starts in kinds.items():
        for place in flipped(database, dice.choice(starts), page_size(database), dice):
            faults = verdict(large).faults
            assert {fault.where.partition(" ")[0] for fault in faults} == {DATABASE_NAME}, (kind, place, faults)
    assert verdict(large).ok


def test_a_flipped_byte_in_an_encrypted_database_is_found(large: Path, clock: HandClock, tmp_path: Path) -> None:
    from casebook.journal.secrecy import convert

    dice = random.Random(12)
    key, _recovery = finished(convert.encrypt(large, clock, "a long passphrase"))
    assert verdict(large, key).ok
    database = large / DATABASE_NAME
    for start in (0, 4096, database.stat().st_size // 2 // 4096 * 4096, database.stat().st_size - 4096):
        for place in flipped(database, start, 4096, dice):
            faults = verdict(large, key).faults
            assert faults, place
            assert {fault.where.partition(" ")[0] for fault in faults} <= {DATABASE_NAME}, (place, faults)
    assert verdict(large, keys.unlock(large, "a long passphrase")).ok


@pytest.mark.parametrize("name", ["an attachment", "the seal"])
def test_a_flipped_byte_beside_the_database_names_its_file(large: Path, name: str) -> None:
    dice = random.Random(13)
    path = large / SEAL_NAME if name == "the seal" else next((large / "files").glob("*/*"))
    for place in flipped(path, 0, path.stat().st_size, dice):
        assert {fault.where for fault in verdict(large).faults} == {path.relative_to(large).as_posix()}, place


def test_a_flipped_byte_in_the_log_is_found_or_has_no_effect(large: Path, clock: HandClock, tmp_path: Path) -> None:
    """SQLite's log has checksums: a frame that does not fit ends it. What was acknowledged may then be gone, and that
    is noticed by what this computer saw; a check may never call a shortened record whole."""
    dice = random.Random(14)
    known = tmp_path / "keys"
    Journal.open(large, clock, keys=known).close()
    with Journal.open(large, clock, keys=known) as journal:
        for number in range(5):
            log(journal, 1, f"in the log {number}")
        journal.checkpoints.note()
        crashed = tmp_path / "crashed"
        shutil.copytree(large, crashed)
        (crashed / "casebook.lock").unlink(missing_ok=True)
    log_path = crashed / f"{DATABASE_NAME}-wal"
    whole = log_path.read_bytes()
    assert len(whole) > 10_000
    kept = {path.name: path.read_bytes() for path in crashed.iterdir() if path.is_file()}
    shutil.rmtree(large)
    crashed.rename(large)
    log_path = large / log_path.name
    found = 0
    for place in [0, 20, *(dice.randrange(32, len(whole)) for _ in range(12))]:
        changed = bytearray(whole)
        changed[place] ^= 1 << dice.randrange(8)
        for name, content in kept.items():
            (large / name).write_bytes(content)
        (large / f"{DATABASE_NAME}-shm").unlink(missing_ok=True)
        log_path.write_bytes(changed)
        result = finished(check(large, keys=known))
        with raw_connection(large / DATABASE_NAME) as connection:
            left = connection.execute("SELECT count(*) FROM contact WHERE text LIKE 'in the log%'").fetchone()[0]
        assert result.ok == (left == 5), (place, left, result.faults)
        found += not result.ok
    assert found, "no flip took anything away"


@pytest.mark.parametrize("seal", [True, False])
def test_a_changed_letter_in_a_record_names_the_record(large: Path, seal: bool) -> None:
    """Whatever else is noticed: a flipped letter inside a recorded word is told by the number of its record."""
    database = large / DATABASE_NAME
    content = database.read_bytes()
    place = content.index(b"Words 77 ")  # the first copy may lie in the table or in the ledger beside it
    changed = bytearray(content)
    changed[place] ^= 2
    database.write_bytes(changed)
    if not seal:
        (large / SEAL_NAME).unlink()
    named = {fault.where for fault in verdict(large).faults}
    assert named & {f"{DATABASE_NAME} contact:78", f"{DATABASE_NAME} ledger:80"} or any(" ledger:" in w for w in named)
    assert (DATABASE_NAME in named) == seal


def records(database: Path) -> object:
    """Return everything that is record or ledger, read with as little as possible between it and the file."""
    tables = (*map(str, Kind), "ledger", "ledger_payload", "checkpoint", "meta")
    try:
        with raw_connection(database) as connection:
            connection.text_factory = bytes
            return [connection.execute(f'SELECT * FROM "{table}" ORDER BY 1').fetchall() for table in tables]
    except CasebookError as error:
        return str(error)


def test_without_a_seal_no_flip_that_touches_a_record_goes_unnoticed(large: Path) -> None:
    """As after a crash, until the next clean close: what is left unnoticed lies in unused space or is derived."""
    (large / SEAL_NAME).unlink()
    database = large / DATABASE_NAME
    whole, before, dice = database.read_bytes(), records(database), random.Random(15)
    noticed = 0
    for _round in range(80):
        changed = bytearray(whole)
        place = dice.randrange(len(changed))
        changed[place] ^= 1 << dice.randrange(8)
        database.write_bytes(changed)
        ok = verdict(large).ok
        assert not ok or records(database) == before, place
        noticed += not ok
    assert noticed > 20

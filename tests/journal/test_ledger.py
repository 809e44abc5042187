"""The ledger against hands that know SQLite: every edit is found, and the first bad entry is named."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from casebook.journal import Journal
from casebook.journal.proof.checkpoints import own_key
from casebook.journal.proof.ledger import canonical
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.seal import make_seal
from tests.conftest import HandClock, finished
from tests.journal.ledger_hands import by_hand, cut, inserted, keys, rehash, reworded, swapped, verdict, written
from tests.journal.makers import log
from tests.killing import Tell, duration, instants, run_and_kill

__all__ = ["keys", "written"]


def test_an_untouched_ledger_is_whole_and_pinned_three_times(written: Path, keys: Path, clock: HandClock) -> None:
    found = verdict(written, keys)
    assert (found.faults, found.notes) == ((), ())
    with Journal.open(written, clock, keys=keys) as journal:
        numbers = [number for number, _note in journal.checkpoints.all()]
        entries = journal.ledger.entries()
    assert numbers == [4, 6, 8]
    assert [entry.what for entry in entries[3:5]] == ["ledger.key-added", "contact.logged"]


def test_a_checkpoint_is_a_note_that_others_can_check(written: Path, keys: Path, clock: HandClock) -> None:
    """The layout of C2SP tlog-checkpoint and signed-note, taken apart without this program's own reader."""
    import base64
    import hashlib

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    with Journal.open(written, clock, keys=keys) as journal:
        note, head = journal.checkpoints.last(), journal.ledger.head()
        signed = journal.checkpoints.of(head)
    assert signed is not None
    assert signed.note == note
    text, _, signature = note.partition("\n\n")
    origin, size, root = text.split("\n")
    mark, name, encoded = signature.rstrip("\n").split(" ")
    assert (mark, name, int(size)) == ("—", origin, head.number)
    assert base64.b64decode(root).hex() == head.hash
    raw, public = base64.b64decode(encoded), bytes.fromhex(signed.public)
    assert raw[:4] == hashlib.sha256(f"{origin}\n".encode() + b"\x01" + public).digest()[:4]
    Ed25519PublicKey.from_public_bytes(public).verify(raw[4:], f"{text}\n".encode())  # raises when it is wrong


@pytest.mark.parametrize(
    ("work", "first", "says"),
    [
        (["UPDATE ledger SET entry = replace(entry, 'user', 'them') WHERE number = 5"], 5, "does not follow"),
        (["UPDATE ledger SET hash = '' WHERE number = 5"], 5, "does not follow"),
        (["UPDATE ledger SET entry = '[]' WHERE number = 5"], 5, ""),
        ([reworded(5, "two", "paid")], 5, "not the ones that were hashed"),
        (["DELETE FROM ledger_payload WHERE number = 5", "DELETE FROM ledger WHERE number = 5"], 6, "missing before"),
        ([swapped(5, 6)], 5, "does not follow"),
        ([inserted(5)], 5, "does not follow"),
        (["DELETE FROM ledger_payload WHERE number = 5"], 5, "words are gone"),
    ],
    ids=["edited", "hash", "rubbish", "words", "deleted", "reordered", "inserted", "words dropped"],
)
def test_the_first_bad_entry_is_named_also_on_another_computer(
    written: Path, work: list[str | Callable[[sqlite3.Connection], None]], first: int, says: str
) -> None:
    by_hand(written, *work)
    named = verdict(written).faults[0]
    assert named.where == f"{DATABASE_NAME} ledger:{first}"
    assert says in named.what


@pytest.mark.parametrize(
    ("work", "first"),
    [
        ([reworded(5, "two", "paid"), rehash], 5),
        ([reworded(3, "one", "won"), rehash], 3),
        ([swapped(5, 6), rehash], 5),
        ([inserted(5), rehash], 5),
        ([*cut(8)], 8),
        ([*cut(7)], 7),
        ([*cut(5)], 5),
        (["DELETE FROM ledger_payload WHERE number = 8", *cut(8), "DELETE FROM checkpoint"], 8),
    ],
    ids=["words", "words before the key", "reordered", "inserted", "cut one", "cut two", "cut half", "cut and bare"],
)
def test_a_ledger_that_was_hashed_anew_or_cut_is_caught_by_what_this_computer_saw(
    written: Path, keys: Path, work: list[str | Callable[[sqlite3.Connection], None]], first: int
) -> None:
    by_hand(written, *work)
    named = verdict(written, keys).faults[0]
    assert named.where == f"{DATABASE_NAME} ledger:{first}", named
    assert "this computer saw" in named.what


@pytest.mark.parametrize(
    ("work", "first"), [([reworded(5, "two", "paid"), rehash], 5), ([reworded(8, "three", "tree"), rehash], 7)]
)
def test_a_ledger_that_was_hashed_anew_is_caught_by_its_checkpoints_on_another_computer(
    written: Path, tmp_path: Path, work: list[Callable[[sqlite3.Connection], None]], first: int
) -> None:
    by_hand(written, *work)
    for elsewhere in (None, tmp_path / "other keys"):
        named = verdict(written, elsewhere).faults[0]
        assert named.where == f"{DATABASE_NAME} ledger:{first}", named
        assert "signed checkpoint differs" in named.what


@pytest.mark.parametrize("work", [cut(5), cut(8), (reworded(5, "two", "paid"), rehash, "DELETE FROM checkpoint")])
def test_what_no_other_computer_can_see_an_earlier_dossier_shows(
    written: Path, tmp_path: Path, clock: HandClock, work: tuple[str | Callable[[sqlite3.Connection], None], ...]
) -> None:
    with Journal.open(written, clock) as journal:
        head = journal.ledger.head().hash
    assert verdict(written, None, head).ok
    by_hand(written, *work)
    elsewhere = tmp_path / "other keys"
    assert verdict(written, elsewhere).ok
    assert any("has not seen" in note for note in verdict(written, elsewhere).notes)
    faults = verdict(written, elsewhere, head).faults
    assert len(faults) == 1
    assert "the dossier names" in faults[0].what


def test_a_replaced_key_is_caught(written: Path, keys: Path, tmp_path: Path, clock: HandClock) -> None:
    """Everything hashed anew and signed with another key that the rewritten ledger names."""
    from casebook.journal.proof.checkpoints import key_id, write_note

    identity = (
        sqlite3.connect(written / DATABASE_NAME)
        .execute("SELECT value FROM meta WHERE key = 'casebook_id'")
        .fetchone()[0]
    )
    forged = own_key(tmp_path / "forger", identity)
    assert forged is not None
    public, origin = forged.public_key().public_bytes_raw(), f"casebook/{identity}"

    def sign_all(connection: sqlite3.Connection) -> None:
        name = key_id(origin, public)
        body = canonical({"id": name, "public": public.hex()})
        connection.execute("UPDATE ledger_payload SET payload = ? WHERE number = 4", (body,))
        which = json.dumps(f"key:{name}")
        connection.execute("UPDATE ledger SET entry = json_set(entry, '$.which', json(?)) WHERE number = 4", (which,))
        rehash(connection)
        connection.execute("DELETE FROM checkpoint")
        for number, head in connection.execute("SELECT number, hash FROM ledger WHERE number IN (4, 6, 8)").fetchall():
            connection.execute(
                "INSERT INTO checkpoint VALUES (?, ?)", (number, write_note(origin, number, head, forged))
            )

    by_hand(written, reworded(5, "two", "paid"), sign_all)
    assert verdict(written).ok, "the forgery is perfect for a computer that never saw the real one"
    assert verdict(written, keys).faults[0].where == f"{DATABASE_NAME} ledger:4"


@pytest.mark.parametrize(
    ("statement", "where", "says"),
    [
        ("UPDATE checkpoint SET note = replace(note, '8', '9') WHERE number = 8", 8, ""),
        ("UPDATE checkpoint SET number = 7 WHERE number = 8", 7, "another entry"),
        ("DELETE FROM checkpoint WHERE number = 8", 8, "is gone"),
        ("UPDATE meta SET value = 'another' WHERE key = 'casebook_id'", 4, "another casebook"),
    ],
)
def test_a_changed_checkpoint_or_id_is_named(written: Path, keys: Path, statement: str, where: int, says: str) -> None:
    by_hand(written, statement)
    faults = {fault.where: fault.what for fault in verdict(written, keys).faults}
    assert says in faults[f"{DATABASE_NAME} checkpoint:{where}"]


@pytest.mark.parametrize(
    ("statement", "where", "says"),
    [
        ("DROP INDEX contact_time", "", "contact_time"),
        ("CREATE TABLE hidden (words TEXT)", "", "hidden"),
        ("CREATE TRIGGER quiet AFTER INSERT ON contact BEGIN DELETE FROM contact; END", "", "quiet"),
        ("UPDATE thread_key SET thread_id = thread_id", None, ""),
        ("INSERT INTO ledger_payload VALUES (99, '', '{}')", " ledger_payload:99", "'ledger'"),
        ("UPDATE meta SET value = replace(value, '7', '8') WHERE key = 'preferences'", "", "preferences"),
        ("DELETE FROM meta WHERE key = 'preferences'", "", "preferences"),
    ],
)
def test_what_is_no_record_is_checked_as_well(
    written: Path, clock: HandClock, statement: str, where: str | None, says: str
) -> None:
    with Journal.open(written, clock) as journal:
        journal.preferences.set(bin_days=7)
    by_hand(written, statement)
    faults = verdict(written).faults
    assert [fault.where for fault in faults] == ([] if where is None else [f"{DATABASE_NAME}{where}"])
    assert all(says in fault.what for fault in faults)


def test_dropped_triggers_are_noticed(written: Path) -> None:
    connection = sqlite3.connect(written / DATABASE_NAME)
    connection.execute("DROP TRIGGER ledger_delete")
    connection.close()
    make_seal(written / DATABASE_NAME)
    (fault,) = verdict(written).faults
    assert "ledger_delete" in fault.what


@pytest.mark.slow
def test_a_killed_program_raises_no_false_alarm(written: Path, keys: Path, clock: HandClock) -> None:
    """kill -9 while logging, signing and noting: all that was told is there, and nobody is accused."""

    def work(tell: Tell) -> None:
        for turn in range(4):
            with Journal.open(written, clock, keys=keys) as journal:
                for number in range(6):
                    tell(str(log(journal, 1, f"turn {turn} no. {number}")))
                journal.checkpoints.sign()
                finished(journal.verify_tail())

    whole = duration(work)
    for instant in instants(whole):
        killed = run_and_kill(work, instant)
        found = verdict(written, keys)
        assert found.ok, found.faults
        with Journal.open(written, clock, keys=keys) as journal:
            assert set(map(int, killed.told)) <= {contact.id for contact in journal.contacts.of_case(1)}
            assert finished(journal.verify_tail()).ok

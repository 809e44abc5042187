"""The ledger's witnesses: this computer's memory, its signing key, checkpoints, and what moves them."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebook.journal import BadInput, Journal
from casebook.journal.proof.checkpoints import is_signed, key_path, own_key, read_note
from casebook.journal.proof.ledger import EVERY
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.seal import make_seal
from tests.conftest import HandClock, finished
from tests.journal.ledger_hands import by_hand, cut, keys, verdict, written
from tests.journal.makers import log

__all__ = ["keys", "written"]


def test_another_casebook_put_in_the_place_of_this_one_is_named(
    written: Path, keys: Path, tmp_path: Path, clock: HandClock
) -> None:
    import shutil

    with Journal.create(tmp_path / "foreign", clock) as journal:
        journal.firms.add("Somebody else")
    shutil.rmtree(written)
    (tmp_path / "foreign").rename(written)
    Journal.open(written, clock, keys=keys).close()  # opening it alone must not make it the right one
    faults = verdict(written, keys).faults
    assert [fault.where for fault in faults] == [DATABASE_NAME]
    assert "is not the casebook that this computer saw" in faults[0].what
    with Journal.open(written, clock, keys=keys) as journal:
        journal.checkpoints.accept("a new one")
    assert verdict(written, keys).ok


def test_a_moved_casebook_keeps_its_witness_and_a_new_one_starts_fresh(
    written: Path, keys: Path, tmp_path: Path, clock: HandClock
) -> None:
    there = tmp_path / "moved"
    written.rename(there)
    by_hand(there, *cut(8))
    assert verdict(there, keys).faults[0].where == f"{DATABASE_NAME} ledger:8"
    with Journal.create(written, clock, keys=keys) as journal:
        journal.firms.add("Kestrel")
    assert verdict(written, keys).ok


def test_a_wrong_ledger_can_be_accepted_and_says_so_for_ever(written: Path, keys: Path, clock: HandClock) -> None:
    with Journal.open(written, clock, keys=keys) as journal, pytest.raises(BadInput, match="nothing to accept"):
        journal.checkpoints.accept("why not")
    by_hand(written, *cut(8))
    with Journal.open(written, clock, keys=keys) as journal:
        log(journal, 1, "work goes on")
        with pytest.raises(BadInput, match="say why"):
            journal.checkpoints.accept("  ")
    assert not verdict(written, keys).ok, "going on does not cover it up"
    with Journal.open(written, clock, keys=keys) as journal:
        journal.checkpoints.accept("copied back from a stick")
        assert [entry.what for entry in journal.ledger.entries()][-1] == "ledger.accepted"
        assert journal.history.of_all(limit=1)[0].facts["reason"] == "copied back from a stick"
    assert verdict(written, keys).ok


def test_only_new_entries_are_looked_at_and_an_old_edit_waits_for_the_full_check(
    written: Path, keys: Path, clock: HandClock
) -> None:
    with Journal.open(written, clock, keys=keys) as journal:
        assert finished(journal.verify_tail()).checked == 8 + 7  # every entry, and every record they tell of
        assert finished(journal.verify_tail()).checked == 0
        log(journal, 1, "new")
    with Journal.open(written, clock, keys=keys) as journal:
        assert finished(journal.verify_tail()).checked == 2
    by_hand(written, "UPDATE contact SET text = 'they paid' WHERE id = 5")
    with Journal.open(written, clock, keys=keys) as journal:
        assert finished(journal.verify_tail()).ok
        log(journal, 1, "newer")
        journal.contacts.amend(2, "typo", text="as it should be")
        assert finished(journal.verify_tail()).ok
        assert not finished(journal.verify()).ok


def test_a_bad_tail_is_found_again_and_again(written: Path, keys: Path, clock: HandClock) -> None:
    with Journal.open(written, clock, keys=keys) as journal:
        assert finished(journal.verify_tail()).ok
        number = log(journal, 1, "new")
    by_hand(written, f"UPDATE contact SET text = 'other' WHERE id = {number}")
    for _again in range(2):
        with Journal.open(written, clock, keys=keys) as journal:
            faults = finished(journal.verify_tail()).faults
        assert [fault.where for fault in faults] == [f"{DATABASE_NAME} contact:{number}"]


def test_without_a_keys_folder_all_works_and_nothing_is_signed(book: Path, clock: HandClock, tmp_path: Path) -> None:
    with Journal.create(book, clock) as journal:
        journal.firms.add("Kestrel")
        assert journal.checkpoints.sign() == ""
        assert finished(journal.verify_tail()).checked == 2
        assert finished(journal.verify_tail()).checked == 0
    with Journal.open(book, clock) as journal:
        assert journal.checkpoints.all() == []
    assert verdict(book).ok
    assert [path.name for path in tmp_path.iterdir()] == ["casebook"]


def test_a_keys_folder_that_cannot_be_used_stops_nothing(book: Path, clock: HandClock, tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("a file where a folder should be")
    with Journal.create(book, clock, keys=tmp_path / "keys") as journal:
        journal.firms.add("Kestrel")
        assert journal.checkpoints.sign() == ""
    with Journal.open(book, clock, keys=tmp_path / "keys") as journal:
        assert finished(journal.verify_tail()).ok
    assert verdict(book).ok


def test_the_signing_key_is_private_and_outside_the_casebook(written: Path, keys: Path) -> None:
    identity = (
        sqlite3.connect(written / DATABASE_NAME)
        .execute("SELECT value FROM meta WHERE key = 'casebook_id'")
        .fetchone()[0]
    )
    path = key_path(keys, identity)
    assert path.stat().st_mode & 0o777 == 0o600
    assert keys.stat().st_mode & 0o777 == 0o700
    secret = path.read_text().strip()
    for file in (p for p in written.rglob("*") if p.is_file()):
        assert secret.encode() not in file.read_bytes()
        assert bytes.fromhex(secret) not in file.read_bytes()


def test_a_lost_key_is_followed_by_a_new_one_that_the_ledger_names(written: Path, keys: Path, clock: HandClock) -> None:
    for path in keys.glob("*.key"):
        path.unlink()
    with Journal.open(written, clock, keys=keys) as journal:
        log(journal, 1, "with a new key")
    with Journal.open(written, clock, keys=keys) as journal:
        assert [entry.what for entry in journal.ledger.entries()].count("ledger.key-added") == 2
        names = {read_note(note).key_id for _number, note in journal.checkpoints.all()}
    assert len(names) == 2
    assert verdict(written, keys).ok


def test_long_work_is_signed_on_the_way(book: Path, keys: Path, clock: HandClock) -> None:
    with Journal.create(book, clock, keys=keys) as journal:
        case = journal.cases.add(journal.firms.add("Kestrel").made, "Many").made
        with journal.transaction():
            for number in range(2 * EVERY):
                log(journal, case, f"no. {number}")
        assert [number for number, _note in journal.checkpoints.all()] == [EVERY + 1, 2 * EVERY]
        assert finished(journal.verify()).ok


def test_a_write_that_fails_leaves_no_checkpoint(book: Path, keys: Path, clock: HandClock) -> None:
    with Journal.create(book, clock, keys=keys) as journal:
        case = journal.cases.add(journal.firms.add("Kestrel").made, "Many").made
        with pytest.raises(RuntimeError), journal.transaction():
            for number in range(EVERY):
                log(journal, case, f"no. {number}")
            raise RuntimeError
        assert journal.checkpoints.all() == []
        log(journal, case, "after it")
    assert verdict(book, keys).ok


def test_a_clock_that_was_set_back_is_noted_once(journal: Journal, case_id: int, clock: HandClock) -> None:
    log(journal, case_id, "before")
    was = clock.now
    clock.now -= timedelta(hours=3)
    log(journal, case_id, "after")
    log(journal, case_id, "and on")
    whats = [entry.what for entry in journal.ledger.entries()][-4:]
    assert whats == ["contact.logged", "clock.set-back", "contact.logged", "contact.logged"]
    told = journal.history.of_all(limit=3)[-1]
    assert told.what == "clock.set-back"
    assert told.facts == {
        "before": was.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "now": told.at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    }
    assert finished(journal.verify()).ok


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_letter_changed_anywhere_in_the_ledger_is_found_at_its_entry(
    written: Path, keys: Path, data: st.DataObject
) -> None:
    path = written / DATABASE_NAME
    content = path.read_bytes()
    table, column = data.draw(
        st.sampled_from(
            [("ledger", "entry"), ("ledger", "hash"), ("ledger_payload", "payload"), ("ledger_payload", "salt")]
        )
    )
    number = data.draw(st.integers(1, 8))
    read = sqlite3.connect(path)
    (text,) = read.execute(f"SELECT {column} FROM {table} WHERE number = ?", (number,)).fetchone()
    read.close()
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from('0123456789abcdefgh "{}é'))
    if letter == text[place]:
        return
    changed = text[:place] + letter + text[place + 1 :]
    try:

        def put(connection: sqlite3.Connection) -> None:
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE number = ?", (changed, number))

        by_hand(written, put)
        found = verdict(written, keys).faults
        assert found, (number, table, changed)
        assert any(f" ledger:{number}" in f"{fault.where} " or f":{number}" in fault.where for fault in found[:2]), (
            found
        )
    except sqlite3.OperationalError:
        pass  # what is no JSON cannot be stored: the columns made of it refuse
    finally:
        path.write_bytes(content)
        make_seal(path)


def test_a_note_with_another_signature_is_not_taken(tmp_path: Path) -> None:
    from casebook.journal.proof.checkpoints import write_note

    key, other = own_key(tmp_path / "a", "1"), own_key(tmp_path / "b", "1")
    assert key is not None
    assert other is not None
    note = read_note(write_note("casebook/1", 3, "ab" * 32, key))
    assert is_signed(note, key.public_key().public_bytes_raw())
    assert not is_signed(note, other.public_key().public_bytes_raw())
    assert own_key(tmp_path / "c", "1", make=False) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "casebook/1\n3\nabc\n\n— casebook/1 abc\n",
        "casebook/1\nx\n" + "A" * 44 + "\n\n— casebook/1 AAAA\n",
        "\n" * 5,
    ],
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a checkpoint"):
        read_note(text)

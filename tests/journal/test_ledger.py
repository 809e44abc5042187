"""The ledger against hands that know SQLite: every edit is found, and the first bad entry is named."""

import json
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebook.journal import BadInput, Journal, check
from casebook.journal.proof.audit_ledger import Claim
from casebook.journal.proof.checkpoints import is_signed, key_path, own_key, read_note
from casebook.journal.proof.ledger import EVERY, GENESIS, canonical, chain_hash, payload_hash
from casebook.journal.records import Verdict
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.seal import make_seal
from tests.conftest import HandClock, finished
from tests.journal.makers import log
from tests.killing import Tell, duration, instants, run_and_kill

Entry = dict[str, object]


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    return tmp_path / "keys"


@pytest.fixture
def written(book: Path, keys: Path, clock: HandClock) -> Path:
    """A casebook with a dozen entries, closed at three times, so that three checkpoints pin it."""
    with Journal.create(book, clock, keys=keys) as journal:
        firm = journal.firms.add("Kestrel").made
        case = journal.cases.add(firm, "On hold").made
        log(journal, case, "one")
    for words in ("two", "three"):
        with Journal.open(book, clock, keys=keys) as journal:
            log(journal, case, words)
            log(journal, case, f"{words} and more")
    return book


def verdict(book: Path, keys: Path | None = None, *against: str) -> Verdict:
    return finished(check(book, keys=keys, against=[Claim(one, "the dossier") for one in against]))


def by_hand(book: Path, *work: str | Callable[[sqlite3.Connection], None]) -> None:
    """Change the database with every trigger out of the way, put those back, and make the seal fit."""
    connection = sqlite3.connect(book / DATABASE_NAME)
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _sql in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for one in work:
        connection.execute(one) if isinstance(one, str) else one(connection)
    for _name, sql in triggers:
        connection.execute(sql)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    make_seal(book / DATABASE_NAME)


def rehash(connection: sqlite3.Connection) -> None:
    """Number and hash all entries anew, as somebody would who knows how the ledger is made."""
    previous, hashes = GENESIS, []
    for number, (old, text) in enumerate(connection.execute("SELECT number, entry FROM ledger ORDER BY number"), 1):
        told = {**json.loads(text), "n": number}
        body = connection.execute("SELECT salt, payload FROM ledger_payload WHERE number = ?", (old,)).fetchone()
        if body:
            told["payload"] = payload_hash(*body)
        previous = chain_hash(previous, canonical(told))
        hashes.append((number, canonical(told), previous))
    connection.execute("DELETE FROM ledger")
    connection.executemany("INSERT INTO ledger (number, entry, hash) VALUES (?, ?, ?)", hashes)


def reworded(number: int, old: str, new: str) -> Callable[[sqlite3.Connection], None]:
    def work(connection: sqlite3.Connection) -> None:
        changed = connection.execute(
            "UPDATE ledger_payload SET payload = replace(payload, ?, ?) WHERE number = ?", (old, new, number)
        )
        assert changed.rowcount == 1
        which = "SELECT substr(which, 9) FROM ledger WHERE number = ?"
        connection.execute(f"UPDATE contact SET text = replace(text, ?, ?) WHERE id = ({which})", (old, new, number))

    return work


def swapped(one: int, other: int) -> Callable[[sqlite3.Connection], None]:
    def work(connection: sqlite3.Connection) -> None:
        for table in ("ledger", "ledger_payload"):
            connection.execute(f"UPDATE {table} SET number = -1 WHERE number = ?", (one,))
            connection.execute(f"UPDATE {table} SET number = ? WHERE number = ?", (one, other))
            connection.execute(f"UPDATE {table} SET number = ? WHERE number = -1", (other,))

    return work


def inserted(number: int) -> Callable[[sqlite3.Connection], None]:
    def work(connection: sqlite3.Connection) -> None:
        for table in ("ledger_payload", "ledger"):
            connection.execute(f"UPDATE {table} SET number = -number - 1 WHERE number >= ?", (number,))
            connection.execute(f"UPDATE {table} SET number = -number WHERE number < 0")
        body, salt = canonical({"text": "They paid."}), "00"
        text = canonical(
            {
                "n": number,
                "at": "2026-11-20T06:00:09.000Z",
                "actor": "user",
                "what": "note.added",
                "which": "note:1",
                "case": 1,
                "payload": payload_hash(salt, body),
            }
        )
        connection.execute("INSERT INTO ledger (number, entry, hash) VALUES (?, ?, ?)", (number, text, "ab" * 32))
        connection.execute("INSERT INTO ledger_payload VALUES (?, ?, ?)", (number, salt, body))

    return work


def cut(first: int) -> tuple[str, ...]:
    """Take the tail away as somebody would who wants nobody to see it: also its records and checkpoints."""
    return (
        f"DELETE FROM contact WHERE id IN (SELECT substr(which, 9) FROM ledger WHERE number >= {first})",
        f"DELETE FROM checkpoint WHERE number >= {first}",
        f"DELETE FROM ledger_payload WHERE number >= {first}",
        f"DELETE FROM ledger WHERE number >= {first}",
    )


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


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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

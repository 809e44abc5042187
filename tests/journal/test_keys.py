"""The ways into an encrypted casebook: each opens it, a wrong one says why, and none of them hangs."""

import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from casebook.journal import BadInput, Damaged, Journal, Locked, NotACasebook
from casebook.journal.secrecy import keys, recovery_key
from casebook.journal.secrecy.keys import KEYS_NAME, Key
from tests.conftest import HandClock

PASSPHRASE = "correct horse 电池"


class Ring(KeyringBackend):
    """A keyring that keeps what it is given, until it is locked."""

    priority = 9  # type: ignore[assignment]

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._look()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._look()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._look()
        del self.kept[service, username]

    def _look(self) -> None:
        if self.locked:
            raise KeyringLocked("the collection is locked")


@pytest.fixture
def ring() -> Iterator[Ring]:
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Key, str]:
    """The bytes of a key file, its key and its recovery key: made once, because a passphrase takes its time."""
    folder = tmp_path_factory.mktemp("keys")
    key, printed = keys.make(folder, PASSPHRASE)
    return (folder / KEYS_NAME).read_bytes(), key, printed


@pytest.fixture
def folder(tmp_path: Path, made: tuple[bytes, Key, str]) -> Path:
    (tmp_path / KEYS_NAME).write_bytes(made[0])
    return tmp_path


def test_passphrase_and_recovery_key_open_the_same(folder: Path, made: tuple[bytes, Key, str]) -> None:
    _content, key, printed = made
    assert keys.unlock(folder, PASSPHRASE) == key
    assert keys.unlock_with_recovery(folder, printed) == key
    assert keys.unlock_with_recovery(folder, f"  {printed.lower().replace('-', ' ')} ") == key
    assert keys.unlock_with_recovery(folder, printed.replace("0", "O").replace("1", "l")) == key


def test_the_key_file_tells_nothing_of_the_key(made: tuple[bytes, Key, str]) -> None:
    content, key, printed = made
    text = content.decode()
    for secret in (key.master.hex(), key.database, key.contents.hex(), PASSPHRASE, printed, printed.replace("-", "")):
        assert secret not in text
    assert len({key.master.hex(), key.database, key.contents.hex(), key.names.hex()}) == 4
    assert repr(key).count(key.database) == 0, "a key must not get into a log by accident"


@pytest.mark.parametrize("wrong", ["correct horse", "Correct horse 电池", "correct horse 电池 ", "x" * 40])
def test_a_wrong_passphrase_is_said(folder: Path, wrong: str) -> None:
    with pytest.raises(Locked, match="passphrase is not right"):
        keys.unlock(folder, wrong)


def test_a_passphrase_is_the_same_from_every_keyboard(tmp_path: Path) -> None:
    key, _printed = keys.make(tmp_path, "caf\u00e9 \uff11\uff12\uff13 Z\u00fcrich")
    assert keys.unlock(tmp_path, "cafe\u0301 123 Zu\u0308rich") == key


@pytest.mark.parametrize("short", ["", "       ", "        ", "1234567", "密码"])
def test_a_short_passphrase_is_refused_and_nothing_is_made(tmp_path: Path, short: str) -> None:
    with pytest.raises(BadInput, match="too short"):
        keys.make(tmp_path / "new", short)
    assert not (tmp_path / "new").exists()


def test_a_new_passphrase_ends_the_old_one_and_leaves_the_rest(folder: Path, made: tuple[bytes, Key, str]) -> None:
    _content, key, printed = made
    keys.change_passphrase(folder, key, "another horse")
    assert keys.unlock(folder, "another horse") == key
    assert keys.unlock_with_recovery(folder, printed) == key
    with pytest.raises(Locked):
        keys.unlock(folder, PASSPHRASE)


def test_a_new_recovery_key_ends_the_old_one_and_leaves_the_rest(folder: Path, made: tuple[bytes, Key, str]) -> None:
    _content, key, printed = made
    renewed = keys.new_recovery(folder, key)
    assert keys.unlock_with_recovery(folder, renewed) == key
    assert keys.unlock(folder, PASSPHRASE) == key
    with pytest.raises(Locked, match="replaced by a newer one"):
        keys.unlock_with_recovery(folder, printed)


def test_the_recovery_key_of_another_casebook_is_told_from_a_mistyped_one(
    folder: Path, made: tuple[bytes, Key, str]
) -> None:
    printed = made[2]
    with pytest.raises(Locked, match="belongs to another casebook"):
        keys.unlock_with_recovery(folder, recovery_key.make())
    with pytest.raises(Locked, match="40 letters and digits, not 39"):
        keys.unlock_with_recovery(folder, printed[:-1])
    with pytest.raises(Locked, match="'U' does not occur"):
        keys.unlock_with_recovery(folder, "U" + printed[1:])
    with pytest.raises(Locked, match="mistyped"):
        keys.unlock_with_recovery(folder, ("1" if printed[0] != "1" else "2") + printed[1:])


@given(st.integers(0, 39), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"), st.data())
def test_any_slip_of_the_pen_in_a_recovery_key_is_noticed(place: int, letter: str, data: st.DataObject) -> None:
    good = "".join(c for c in "7C3M0-5QXZ1-90ABC-DEFGH-JKMNP-QRSTV-WXY" if c != "-")
    whole = good[:37].ljust(37, "7")
    whole += recovery_key._check(whole)
    assert recovery_key.read(whole) == whole[:37].encode()
    slipped = whole[:place] + letter + whole[place + 1 :]
    swapped = list(whole)
    other = data.draw(st.integers(0, 38))
    swapped[other], swapped[other + 1] = swapped[other + 1], swapped[other]
    for typed in {slipped, "".join(swapped)} - {whole}:
        with pytest.raises(Locked):
            recovery_key.read(typed)


def test_recovery_keys_are_random_and_printable() -> None:
    printed = {recovery_key.make() for _ in range(200)}
    assert len(printed) == 200
    for text in printed:
        assert [len(group) for group in text.split("-")] == [5] * 8
        recovery_key.read(text)
    assert len({text[0] for text in printed}) > 20, "the first letter must be as random as the others"


def test_a_damaged_or_missing_key_file_is_said_and_not_taken_for_a_wrong_passphrase(
    folder: Path, made: tuple[bytes, Key, str]
) -> None:
    path = folder / KEYS_NAME
    content = path.read_bytes()
    opened = 0
    for place in range(3, len(content), 23):
        path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        assert keys.fault(folder) == "bytes changed"
        with pytest.raises(Damaged, match=r"casebook\.keys is damaged"):
            keys.change_passphrase(folder, made[1], "whatever it is")
        try:
            assert keys.unlock_with_recovery(folder, made[2]) == made[1]
            opened += 1
        except Damaged as error:
            assert "casebook.keys is damaged" in str(error)  # noqa: PT017 - where its own slot was hit
    assert opened > 5, "a slot that is whole opens, whatever became of the others"
    path.write_bytes(content)
    assert keys.fault(folder) == ""
    path.unlink()
    assert keys.fault(folder) == "missing"
    with pytest.raises(Damaged, match=r"casebook\.keys is missing"):
        keys.unlock(folder, PASSPHRASE)


def test_a_key_file_from_elsewhere_cannot_ask_for_all_memory(folder: Path) -> None:
    from casebook.journal.secrecy.key_slots import KeyFile

    file = KeyFile.read(folder / KEYS_NAME)
    file.slots[0]["memory"] = 1 << 40
    file.write(folder / KEYS_NAME)
    with pytest.raises(Locked):
        keys.unlock(folder, PASSPHRASE)


def test_a_slot_opens_nothing_in_another_key_file(folder: Path, tmp_path: Path) -> None:
    from casebook.journal.secrecy.key_slots import KeyFile

    other = tmp_path / "other"
    keys.make(other, PASSPHRASE + "!")
    moved, own = KeyFile.read(other / KEYS_NAME), KeyFile.read(folder / KEYS_NAME)
    moved.slots = own.slots
    moved.write(other / KEYS_NAME)
    with pytest.raises(Locked):
        keys.unlock(other, PASSPHRASE)


def test_the_keyring_opens_the_casebook_until_it_is_forgotten(
    folder: Path, made: tuple[bytes, Key, str], ring: Ring
) -> None:
    key = made[1]
    assert keys.can_remember()
    assert keys.remembered(folder) is None
    keys.remember(folder, key)
    assert keys.remembered(folder) == key
    assert keys.is_remembered(folder)
    assert key.master.hex() not in json.dumps(list(ring.kept.values())), "the keyring must not hold the key itself"
    keys.remember(folder, key)
    assert len(ring.kept) == 1, "remembering again leaves nothing behind"
    keys.forget(folder)
    assert keys.remembered(folder) is None
    assert not keys.is_remembered(folder)
    assert not ring.kept
    assert keys.unlock(folder, PASSPHRASE) == key


def test_what_a_keyring_kept_opens_nothing_once_it_is_forgotten(
    folder: Path, made: tuple[bytes, Key, str], ring: Ring
) -> None:
    keys.remember(folder, made[1])
    kept = dict(ring.kept)
    keys.forget(folder)
    ring.kept = kept
    assert keys.remembered(folder) is None


def test_a_lost_or_locked_keyring_is_no_error(folder: Path, made: tuple[bytes, Key, str], ring: Ring) -> None:
    key = made[1]
    keys.remember(folder, key)
    ring.locked = True
    assert keys.remembered(folder) is None
    with pytest.raises(Locked, match="keyring does not take the key"):
        keys.remember(folder, key)
    ring.locked = False
    assert keys.remembered(folder) == key, "a refused second time must not end the first"
    ring.kept.clear()
    assert keys.remembered(folder) is None
    keys.remember(folder, key)
    assert keys.remembered(folder) == key


def test_two_computers_remember_side_by_side(folder: Path, made: tuple[bytes, Key, str], ring: Ring) -> None:
    key = made[1]
    keys.remember(folder, key)
    other = Ring()
    keyring.set_keyring(other)
    keys.remember(folder, key)
    assert keys.remembered(folder) == key
    keyring.set_keyring(ring)
    assert keys.remembered(folder) == key
    keys.forget(folder)
    keyring.set_keyring(other)
    assert keys.remembered(folder) is None, "forgetting is for all computers: one of them may be stolen"


def test_a_keyring_that_never_answers_does_not_hold_anything_up(
    folder: Path, made: tuple[bytes, Key, str], ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    from casebook.journal.secrecy import keyring_slot

    keys.remember(folder, made[1])
    answered = threading.Event()
    monkeypatch.setattr(ring, "get_password", lambda *_: answered.wait(60) and None)
    monkeypatch.setattr(keyring_slot.load, "__defaults__", (0.05,))
    try:
        assert keys.remembered(folder) is None
        assert not answered.is_set()
    finally:
        answered.set()


@pytest.mark.parametrize("priority", [-1, 0, 0.5])
def test_a_keyring_that_does_not_protect_is_not_used(
    folder: Path, made: tuple[bytes, Key, str], ring: Ring, priority: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Ring, "priority", priority)
    assert not keys.can_remember()
    with pytest.raises(Locked):
        keys.remember(folder, made[1])
    assert not ring.kept


def test_an_encrypted_casebook_opens_with_its_key_only(
    tmp_path: Path, made: tuple[bytes, Key, str], clock: HandClock
) -> None:
    book = tmp_path / "book"
    book.mkdir()
    (book / KEYS_NAME).write_bytes(made[0])
    with Journal.create(book, clock, made[1]) as journal:
        journal.firms.add("Kestrel")
    assert keys.is_encrypted(book)
    with pytest.raises(Locked, match="encrypted"):
        Journal.open(book, clock)
    with Journal.open(book, clock, keys.unlock(book, PASSPHRASE)) as journal:
        assert [firm.name for firm in journal.firms.all()] == ["Kestrel"]


def test_a_key_of_another_casebook_is_refused_and_nothing_is_touched(
    tmp_path: Path, made: tuple[bytes, Key, str], clock: HandClock, capfd: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "book"
    book.mkdir()
    (book / KEYS_NAME).write_bytes(made[0])
    Journal.create(book, clock, made[1]).close()
    before = (book / "casebook.db").read_bytes()
    with pytest.raises((Locked, Damaged)):
        Journal.open(book, clock, Key.derive(b"x" * 32))
    assert (book / "casebook.db").read_bytes() == before
    assert capfd.readouterr().err == "", "the driver must not write to the terminal"


def test_a_casebook_without_its_key_file_says_what_is_missing(
    tmp_path: Path, made: tuple[bytes, Key, str], clock: HandClock
) -> None:
    book = tmp_path / "book"
    book.mkdir()
    (book / KEYS_NAME).write_bytes(made[0])
    Journal.create(book, clock, made[1]).close()
    (book / KEYS_NAME).unlink()
    with pytest.raises(NotACasebook, match=r"casebook\.keys is missing"):
        Journal.open(book, clock)
    (book / KEYS_NAME).write_bytes(made[0])
    Journal.open(book, clock, keys.unlock(book, PASSPHRASE)).close()
    with pytest.raises(BadInput, match="encrypted already"):
        keys.make(book, "another passphrase")
    assert (book / KEYS_NAME).read_bytes() == made[0], "a new key file would lock it for ever"


@pytest.mark.skipif(os.name == "nt", reason="permissions work differently there")
def test_a_new_casebook_is_its_users_alone(tmp_path: Path, clock: HandClock) -> None:
    Journal.create(tmp_path / "plain", clock).close()
    keys.make(tmp_path / "keyed", PASSPHRASE)
    for path in (tmp_path / "plain", tmp_path / "keyed", tmp_path / "keyed" / KEYS_NAME):
        assert path.stat().st_mode & 0o077 == 0

"""Encrypted attachments: what goes in comes out, and nothing else does."""

import hashlib
import os
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.journal import Damaged
from casebook.journal.secrecy import cipher
from casebook.journal.secrecy.cipher import NotAsWritten, decrypt, encrypt, keyed_name, size_on_disk
from casebook.journal.secrecy.keys import Key
from casebook.journal.store.files import FileStore

KEY = Key.derive(b"k" * 32)
NAME = "ab" * 32
SMALL = 64
"""A chunk of the size that the tests below use, so that a short text has many."""
HEADER, SEALED = 11, SMALL + 16


@pytest.fixture(autouse=True, scope="module")
def small_chunks() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cipher, "CHUNK", SMALL)
        yield


def sealed(content: bytes, pieces: int = 1000, name: str = NAME, key: Key = KEY) -> bytes:
    parts = [content[at : at + pieces] for at in range(0, len(content), pieces)]
    return b"".join(encrypt(parts, key.contents, name))


def opened(raw: bytes, name: str = NAME, key: Key = KEY) -> bytes:
    return b"".join(decrypt(BytesIO(raw), key.contents, name))


def chunks(raw: bytes) -> list[bytes]:
    body = raw[HEADER:]
    return [body[at : at + SEALED] for at in range(0, len(body), SEALED)]


@given(st.binary(max_size=5 * SMALL), st.integers(1, 200))
def test_what_goes_in_comes_out_however_it_is_handed_over(content: bytes, pieces: int) -> None:
    raw = sealed(content, pieces)
    assert opened(raw) == content
    assert len(raw) == size_on_disk(len(content))


@pytest.mark.parametrize("size", [0, 1, SMALL - 1, SMALL, SMALL + 1, 3 * SMALL])
def test_sizes_at_the_edge_of_a_chunk(size: int) -> None:
    content = os.urandom(size)
    raw = sealed(content)
    assert opened(raw) == content
    assert len(raw) == size_on_disk(size)
    assert size < 16 or content not in raw  # fewer bytes stand in any cipher text by chance


@given(st.binary(min_size=1, max_size=4 * SMALL), st.data())
def test_a_flipped_bit_anywhere_does_not_open(content: bytes, data: st.DataObject) -> None:
    raw = bytearray(sealed(content))
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(NotAsWritten):
        opened(bytes(raw))


@given(st.binary(max_size=4 * SMALL), st.data())
def test_what_is_cut_or_longer_does_not_open(content: bytes, data: st.DataObject) -> None:
    raw = sealed(content)
    with pytest.raises(NotAsWritten):
        opened(raw[: data.draw(st.integers(0, len(raw) - 1))])
    with pytest.raises(NotAsWritten):
        opened(raw + data.draw(st.binary(min_size=1, max_size=2 * SEALED)))


def test_a_cut_between_two_chunks_does_not_open() -> None:
    raw = sealed(os.urandom(4 * SMALL))
    for kept in range(4):
        with pytest.raises(NotAsWritten):
            opened(raw[: HEADER + kept * SEALED])


@given(st.integers(2, 6), st.data())
def test_chunks_in_another_order_do_not_open(count: int, data: st.DataObject) -> None:
    raw = sealed(os.urandom(count * SMALL))
    order = data.draw(st.lists(st.integers(0, count - 1), min_size=1, max_size=count + 1))
    if order == list(range(count)):
        return
    parts = chunks(raw)
    with pytest.raises(NotAsWritten):
        opened(raw[:HEADER] + b"".join(parts[number] for number in order))


def test_a_chunk_of_another_file_does_not_fit() -> None:
    one, other = os.urandom(3 * SMALL), os.urandom(3 * SMALL)
    first, second = sealed(one), sealed(other)
    again = sealed(one)  # the same words, written a second time
    assert again != first
    for foreign in (second, again):
        mixed = first[:HEADER] + chunks(first)[0] + chunks(foreign)[1] + chunks(first)[2]
        with pytest.raises(NotAsWritten):
            opened(mixed)


def test_another_name_or_key_does_not_open_it() -> None:
    raw = sealed(b"words")
    with pytest.raises(NotAsWritten):
        opened(raw, name="cd" * 32)
    with pytest.raises(NotAsWritten):
        opened(raw, key=Key.derive(b"l" * 32))


def test_the_name_does_not_tell_the_content(tmp_path: Path) -> None:
    content = b"a screenshot that somebody else has, too"
    store = FileStore(tmp_path, KEY)
    batch = store.batch()
    stored = batch.put(content)
    batch.settle()
    batch.finish(keep=True)
    path = store.path(stored)
    assert path.name == keyed_name(KEY.names, stored.sha256) == store.name(stored.sha256)
    assert stored.sha256 == hashlib.sha256(content).hexdigest() != path.name
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [path]
    assert content not in path.read_bytes()
    assert path.stat().st_size == store.size_on_disk(stored)
    assert FileStore(tmp_path, Key.derive(b"l" * 32)).name(stored.sha256) != path.name


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_a_store_hands_out_what_was_put_in_or_nothing(tmp_path: Path, key: Key | None) -> None:
    store = FileStore(tmp_path / "book", key)
    (tmp_path / "book").mkdir()
    batch = store.batch()
    content = os.urandom(5 * SMALL)
    (tmp_path / "in.bin").write_bytes(content)
    stored = batch.put(tmp_path / "in.bin")
    assert batch.put(content) == stored
    batch.settle()
    batch.finish(keep=True)
    assert store.read(stored) == b"".join(store.open(stored)) == content
    assert store.intact(stored) == ""
    store.copy_to(stored, tmp_path / "out.bin")
    assert (tmp_path / "out.bin").read_bytes() == content
    raw = store.path(stored).read_bytes()
    store.path(stored).write_bytes(raw[:-1])
    with pytest.raises(Damaged, match="not what was put in"):
        store.copy_to(stored, tmp_path / "other.bin")
    assert not (tmp_path / "other.bin").exists()
    assert store.intact(stored) == "bytes changed"
    store.path(stored).unlink()
    assert store.intact(stored) == "missing"
    with pytest.raises(Damaged, match="missing"):
        store.read(stored)


def test_a_file_of_several_real_chunks(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cipher, "CHUNK", 1 << 20)
        content = os.urandom((1 << 21) + 5)
        store = FileStore(tmp_path, KEY)
        batch = store.batch()
        stored = batch.put(content)
        batch.finish(keep=True)
        assert store.read(stored) == content
        assert store.path(stored).stat().st_size == len(content) + 11 + 3 * 16

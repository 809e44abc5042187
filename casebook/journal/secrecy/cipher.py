"""How an attachment's bytes are encrypted: in chunks of 1 MB, so that a large one never has to fit into memory.

AES-256-GCM with a key of its own for each file. A chunk's nonce is 7 random bytes of the file, the chunk's number in 4
bytes and whether it is the last; what is cut, swapped, repeated or comes from another file does not open.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

CHUNK = 1 << 20
_MAGIC = b"CBF1"
_RANDOM, _TAG = 7, 16
_HEADER = len(_MAGIC) + _RANDOM


class NotAsWritten(Exception):
    """Encrypted bytes that are not what was written under this key and name."""


def keyed_name(names: bytes, sha256: str) -> str:
    """Return the name of an encrypted file: it tells nothing of the content to who has no key."""
    return hmac.new(names, bytes.fromhex(sha256), hashlib.sha256).hexdigest()


def size_on_disk(size: int) -> int:
    """Return how many bytes a file of `size` bytes takes once it is encrypted. An empty one has a chunk, too."""
    return _HEADER + size + _TAG * max(1, -(-size // CHUNK))


def encrypt(content: Iterable[bytes], contents: bytes, name: str) -> Iterator[bytes]:
    """Yield the encrypted form of a file's bytes, piece by piece."""
    header = _MAGIC + secrets.token_bytes(_RANDOM)
    cipher = _cipher(contents, name)
    bound = header + name.encode("ascii")
    yield header
    for number, (chunk, last) in enumerate(_with_last(_regrouped(content))):
        yield cipher.encrypt(_nonce(header, number, last=last), chunk, bound)


def decrypt(file: BinaryIO, contents: bytes, name: str) -> Iterator[bytes]:
    """Yield the bytes of an encrypted file, each chunk checked before it is handed out. Raises NotAsWritten.

    Whether the end was cut off is known at the end only.
    """
    from cryptography.exceptions import InvalidTag

    header = file.read(_HEADER)
    if len(header) != _HEADER or not header.startswith(_MAGIC):
        raise NotAsWritten
    cipher = _cipher(contents, name)
    bound = header + name.encode("ascii")
    for number, (chunk, last) in enumerate(_with_last(_pieces(file, CHUNK + _TAG))):
        try:
            yield cipher.decrypt(_nonce(header, number, last=last), chunk, bound)
        except (InvalidTag, ValueError):
            raise NotAsWritten from None


def _cipher(contents: bytes, name: str) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return AESGCM(HKDF(SHA256(), 32, salt=None, info=b"casebook 1 file " + name.encode("ascii")).derive(contents))


def _nonce(header: bytes, number: int, *, last: bool) -> bytes:
    return header[len(_MAGIC) :] + number.to_bytes(4, "big") + bytes([last])


def _pieces(file: BinaryIO, size: int) -> Iterator[bytes]:
    """Yield pieces of exactly `size` bytes and a shorter one at the end; at least one."""
    piece = file.read(size)
    yield piece
    while len(piece) == size and (piece := file.read(size)):
        yield piece


def _regrouped(content: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the same bytes in chunks of the format's size, the last one shorter; at least one."""
    held, any_yet = bytearray(), False
    for piece in content:
        held += piece
        while len(held) >= CHUNK:
            yield bytes(held[:CHUNK])
            any_yet = True
            del held[:CHUNK]
    if held or not any_yet:
        yield bytes(held)


def _with_last(chunks: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    held: bytes | None = None
    for chunk in chunks:
        if held is not None:
            yield held, False
        held = chunk
    if held is not None:
        yield held, True

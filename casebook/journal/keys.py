"""The keys of an encrypted casebook: one random master key, and a key of its own for each use."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from casebook.journal.database_name import DATABASE_NAME, PLAIN_HEADER

KEYS_NAME = "casebook.keys"
_BYTES = 32


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """An unlocked casebook's keys. `database` is 64 hex digits, the others 32 bytes each."""

    master: bytes
    database: str
    contents: bytes
    names: bytes

    @classmethod
    def derive(cls, master: bytes) -> Key:
        """Return the keys that follow from a master key, one for each use (HKDF-SHA256, RFC 5869)."""
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        def use(name: str) -> bytes:
            return HKDF(SHA256(), _BYTES, salt=None, info=f"casebook 1 {name}".encode()).derive(master)

        return cls(master, use("database").hex(), use("file contents"), use("file names"))


def is_encrypted(folder: Path) -> bool:
    """Return whether the casebook in `folder` is encrypted: its database shows no plain header, but it has a key file.

    Once the database itself was replaced, its header decides; a key file without such a database is a left-over.
    """
    try:
        with (folder / DATABASE_NAME).open("rb") as file:
            plain = file.read(len(PLAIN_HEADER)) == PLAIN_HEADER
    except FileNotFoundError:
        plain = False
    return not plain and (folder / KEYS_NAME).is_file()

"""The key file: the master key wrapped once for each way in, so that a way can change without rewriting the casebook.

A slot holds the master key under AES-256-GCM. The key of the passphrase's slot comes from Argon2id, the keys of the
recovery key and of the computer's keyring, which are random already, from HKDF.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from casebook.journal.errors import Damaged
from casebook.journal.store.database import disk_errors
from casebook.journal.store.durable import write_whole

PASSPHRASE, RECOVERY, KEYRING = "passphrase", "recovery", "keyring"
_FORMAT = 1
_SALT, _NONCE = 16, 12
# RFC 9106, second recommended option; a quarter of a second on a laptop.
_MEMORY, _PASSES, _LANES = 65_536, 3, 4
_MOST_MEMORY, _MOST_PASSES, _MOST_LANES = 1 << 20, 64, 64
"""What a key file from elsewhere may ask of this computer: KiB, passes, lanes."""


@dataclass(slots=True)
class KeyFile:
    """What `casebook.keys` holds. `key_id` names the master key without telling anything of it."""

    key_id: str
    slots: list[dict[str, Any]] = field(default_factory=list)
    sound: bool = True
    """Whether it is as it was written."""

    @classmethod
    def read(cls, path: Path, *, whole: bool = True) -> KeyFile:
        """Return the key file. Raises Damaged when it is missing or is not as it was written, DiskTrouble.

        Without `whole`, one that is damaged is returned as far as it can be read: a slot may still open.
        """
        damaged = Damaged("{path} is damaged: put it back from a backup of this casebook", path=path)
        try:
            with disk_errors(path):
                raw = json.loads(path.read_bytes()) if path.exists() else None
            if raw is None:
                raise Damaged("{path} is missing: put it back from a backup of this casebook", path=path)
            found = cls(str(raw["key"]), [dict(slot) for slot in raw["slots"]])
            found.sound = raw["format"] == _FORMAT and raw["check"] == found._check()
        except (ValueError, KeyError, TypeError, RecursionError):
            raise damaged from None
        if whole and not found.sound:
            raise damaged
        return found

    def write(self, path: Path) -> None:
        """Write the key file, whole or not at all. Raises DiskTrouble."""
        content = {"format": _FORMAT, "key": self.key_id, "slots": self.slots, "check": self._check()}
        with disk_errors(path):
            write_whole(path, (json.dumps(content, indent=1) + "\n").encode("ascii"))

    def names(self, kind: str) -> list[str]:
        """Return the names of the slots of one kind."""
        return [str(slot.get("name", "")) for slot in self.slots if slot.get("kind") == kind]

    def put(self, slot: dict[str, Any]) -> None:
        """Put a slot in the place of those of its kind; the keyrings of several computers stand side by side."""
        self.slots = [s for s in self.slots if (s.get("kind"), s.get("name")) != (slot["kind"], slot.get("name"))]
        self.slots.append(slot)

    def drop(self, kind: str, name: str) -> None:
        """Take away the slot of a kind and name."""
        self.slots = [s for s in self.slots if (s.get("kind"), s.get("name")) != (kind, name)]

    def wrap(self, kind: str, secret: bytes, master: bytes, name: str = "") -> None:
        """Put a slot that opens with `secret`."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        slot: dict[str, Any] = {"kind": kind, "salt": _text(secrets.token_bytes(_SALT))}
        if name:
            slot["name"] = name
        if kind == PASSPHRASE:
            slot |= {"memory": _MEMORY, "passes": _PASSES, "lanes": _LANES}
        nonce = secrets.token_bytes(_NONCE)
        wrapped = AESGCM(_slot_key(slot, secret)).encrypt(nonce, master, self._bound(kind, name))
        self.put(slot | {"nonce": _text(nonce), "wrapped": _text(wrapped)})

    def unwrap(self, kind: str, secret: bytes, name: str = "") -> bytes | None:
        """Return the master key, or None when no slot of that kind (and name) opens with `secret`."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        for slot in self.slots:
            if (slot.get("kind"), slot.get("name", "")) != (kind, name):
                continue
            try:
                key = _slot_key(slot, secret)
                return AESGCM(key).decrypt(_bytes(slot["nonce"]), _bytes(slot["wrapped"]), self._bound(kind, name))
            except (InvalidTag, ValueError, KeyError, TypeError):
                continue
        return None

    def _bound(self, kind: str, name: str) -> bytes:
        """Return what a slot is bound to: it opens nothing in another key file, or under another kind."""
        return f"casebook {_FORMAT} {self.key_id} {kind} {name}".encode()

    def _check(self) -> str:
        told = json.dumps([self.key_id, self.slots], sort_keys=True).encode("ascii")
        return hashlib.sha256(told).hexdigest()


def _slot_key(slot: dict[str, Any], secret: bytes) -> bytes:
    """Return the key that wraps a slot. Raises ValueError for a slot that asks too much."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    salt = _bytes(slot["salt"])
    if slot["kind"] != PASSPHRASE:
        return HKDF(SHA256(), 32, salt=salt, info=f"casebook {_FORMAT} slot {slot['kind']}".encode()).derive(secret)
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    memory, passes, lanes = int(slot["memory"]), int(slot["passes"]), int(slot["lanes"])
    if memory > _MOST_MEMORY or passes > _MOST_PASSES or lanes > _MOST_LANES:
        raise ValueError
    return Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory).derive(secret)


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)

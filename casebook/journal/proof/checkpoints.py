"""Checkpoints: signed notes that pin the ledger's last hash at a number, so that who re-hashes it needs our key too.

A note has the layout of C2SP tlog-checkpoint (origin, size, hash in base64, an Ed25519 signature line). The key lies
in the user's own data folder, never in the casebook; the ledger names its public half before it signs anything.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from casebook.journal.core import Core
from casebook.journal.errors import BadInput, CasebookError
from casebook.journal.proof.ledger import GENESIS
from casebook.journal.proof.witness import ACCEPTED, Witness
from casebook.journal.records import LedgerHead
from casebook.journal.store.database import one, rows
from casebook.journal.store.durable import write_whole
from casebook.journal.times import to_text

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY_ADDED = "ledger.key-added"
_ED25519 = b"\x01"
_ID_BYTES = 4
_LINES = 5  # origin, size, hash, an empty line, one signature


@dataclass(frozen=True, slots=True)
class Note:
    """A checkpoint as read: whose ledger, how many entries, the last one's hash, which key signed, and its text."""

    origin: str
    number: int
    hash: str
    key_id: str
    signature: bytes
    signed: bytes


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint for whoever gets it: the note, and the public key as 64 hex digits."""

    note: str
    public: str


def origin_of(casebook_id: str) -> str:
    """Return the name under which a casebook's ledger is signed."""
    return f"casebook/{casebook_id}"


def read_note(text: str) -> Note:
    """Return what a checkpoint says; its signature is not looked at. Raises ValueError."""
    lines = text.split("\n")
    mark, _, line = lines[4].partition(" ") if len(lines) == _LINES + 1 else ("", "", "")
    name, _, encoded = line.partition(" ")
    if mark != "—" or lines[3] or lines[5] or name != lines[0] or not lines[1].isdecimal():
        raise ValueError("not a checkpoint")
    try:
        head, signature = base64.b64decode(lines[2], validate=True), base64.b64decode(encoded, validate=True)
    except binascii.Error as error:
        raise ValueError("not a checkpoint") from error
    if len(head) != hashlib.sha256().digest_size:
        raise ValueError("not a checkpoint")
    signed = "\n".join(lines[:3]).encode() + b"\n"
    return Note(name, int(lines[1]), head.hex(), signature[:_ID_BYTES].hex(), signature[_ID_BYTES:], signed)


def write_note(origin: str, number: int, head: str, key: Ed25519PrivateKey) -> str:
    """Return the signed checkpoint of a ledger's head."""
    text = f"{origin}\n{number}\n{base64.b64encode(bytes.fromhex(head)).decode()}\n"
    public = key.public_key().public_bytes_raw()
    signature = bytes.fromhex(key_id(origin, public)) + key.sign(text.encode())
    return f"{text}\n— {origin} {base64.b64encode(signature).decode()}\n"


def key_id(origin: str, public: bytes) -> str:
    """Return the eight hex digits by which a note names its key."""
    return hashlib.sha256(origin.encode() + b"\n" + _ED25519 + public).hexdigest()[: 2 * _ID_BYTES]


def is_signed(note: Note, public: bytes) -> bool:
    """Return whether the note was signed with the private half of this public key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(note.signature, note.signed)
    except (InvalidSignature, ValueError):
        return False
    return True


def named_key(payload: str) -> tuple[str, bytes] | None:
    """Return the id and the public key that a `ledger.key-added` entry names; None when it cannot be read."""
    try:
        told = json.loads(payload)
        return str(told["id"]), bytes.fromhex(told["public"])
    except (ValueError, KeyError, TypeError):
        return None


def key_named(core: Core, name: str, number: int) -> bytes | None:
    """Return the public key that the ledger names under this id, in an entry up to a number, or None."""
    found = one(
        core.database,
        "SELECT payload FROM ledger_payload WHERE number = (SELECT min(number) FROM ledger WHERE which = ?) "
        "AND number <= ?",
        (f"key:{name}", number),
    )
    named = named_key(str(found[0])) if found else None
    origin = origin_of(casebook_id(core))
    return named[1] if named and key_id(origin, named[1]) == name else None


class Checkpoints:
    """Signs the ledger of an open casebook and tells the witness. Without a keys folder it does neither."""

    def __init__(self, core: Core, keys: Path | None) -> None:
        self._core = core
        self._keys = keys
        self._key: Ed25519PrivateKey | None = None
        self._witness: Witness | None = None
        self._checked = 0, GENESIS
        if keys is not None and core.read_only is None:
            core.ledger.at_every = self._sign

    @property
    def witness(self) -> Witness | None:
        """What this computer saw of the casebook; None without a keys folder."""
        if self._witness is None and self._keys is not None:
            self._witness = Witness(self._keys, self._core.path.parent, casebook_id(self._core))
        return self._witness

    @property
    def keys(self) -> Path | None:
        """The folder outside the casebook where this computer keeps its keys and what it saw."""
        return self._keys

    @property
    def checked(self) -> tuple[int, str]:
        """The entry up to which the ledger was found whole, here or at an earlier start: its number and hash."""
        seen = self.witness.seen if self.witness else None
        return max(self._checked, (seen.checked, seen.checked_hash) if seen else (0, GENESIS))

    @checked.setter
    def checked(self, entry: tuple[int, str]) -> None:
        self._checked = entry
        self.note()
        if self.witness is not None:
            self.witness.note_checked(*entry)

    def last(self) -> str:
        """Return the last signed note; empty when there is none."""
        found = one(self._core.database, "SELECT note FROM checkpoint ORDER BY number DESC LIMIT 1")
        return str(found[0]) if found else ""

    def of(self, head: LedgerHead) -> Signed | None:
        """Return the signed note of a head, with its key; None where that entry was not signed."""
        found = one(self._core.database, "SELECT note FROM checkpoint WHERE number = ?", (head.number,))
        if not found:
            return None
        try:
            named = key_named(self._core, read_note(str(found[0])).key_id, head.number)
        except ValueError:
            return None
        return Signed(str(found[0]), named.hex()) if named else None

    def sign(self) -> str:
        """Sign the ledger as it is now, where it grew since the last time, and return the note that holds for it.

        Empty when there is nothing to sign or no key can be kept here: the record itself must not fail for that.
        """
        if self._keys is not None and self._core.read_only is None:
            if not self._of_head() and self._core.ledger.head().number and self._own_key() is not None:
                with self._core.write():
                    self._sign()
            self.note()
        return self._of_head()

    def note(self) -> None:
        """Have the witness note the ledger's present end."""
        if self.witness is not None:
            found = one(self._core.database, "SELECT ifnull(max(number), 0) FROM checkpoint")
            self.witness.note(self._core.ledger, to_text(self._core.clock()), int(found[0]) if found else 0)

    def can_accept(self) -> bool:
        """Return whether this computer saw another ledger than the one that is here now."""
        witness = self.witness
        if witness is None:
            return False
        return witness.difference(self._core.ledger) is not None or (witness.seen is None and bool(witness.others()))

    def accept(self, reason: str) -> LedgerHead:
        """Take the ledger as it is for the right one although this computer saw another; the ledger says so and why.

        Returns the ledger's head. Raises BadInput when there is nothing to accept, or no reason.
        """
        if not reason.strip():
            raise BadInput("say why the ledger is right although this computer saw another one")
        witness = self.witness
        if witness is None or not self.can_accept():
            raise BadInput("there is nothing to accept: the ledger goes on from what this computer last saw")
        seen = witness.seen or witness.others()[0]
        payload = {
            "reason": reason.strip(),
            "seen": {"casebook": seen.casebook, "number": seen.number, "hash": seen.hash},
        }
        with self._core.write():
            self._core.ledger.append(self._core.clock(), ACCEPTED, "ledger:1", None, payload)
        witness.drop_others()
        witness.rebase(self._core.ledger, to_text(self._core.clock()))
        self.sign()
        return self._core.ledger.head()

    def all(self) -> list[tuple[int, str]]:
        """Return every checkpoint's number and note, first one first."""
        found = rows(self._core.database, "SELECT number, note FROM checkpoint ORDER BY number")
        return [(int(number), str(note)) for number, note in found]

    def _of_head(self) -> str:
        head = self._core.ledger.head().number
        found = one(self._core.database, "SELECT note FROM checkpoint WHERE number = ?", (head,))
        return str(found[0]) if found else ""

    def _sign(self) -> None:
        """Sign the head inside the write under way, after the ledger has named the key."""
        key, origin = self._own_key(), origin_of(casebook_id(self._core))
        if key is None:
            return
        public = key.public_key().public_bytes_raw()
        self._name(origin, public)
        head = self._core.ledger.head()
        self._core.database.execute_sql(
            "INSERT OR IGNORE INTO checkpoint (number, note) VALUES (?, ?)",
            (head.number, write_note(origin, head.number, head.hash, key)),
        )

    def _name(self, origin: str, public: bytes) -> None:
        name = key_id(origin, public)
        which = f"key:{name}"
        if not one(self._core.database, "SELECT 1 FROM ledger WHERE which = ? LIMIT 1", (which,)):
            payload: Mapping[str, str] = {"id": name, "public": public.hex()}
            self._core.ledger.append(self._core.clock(), KEY_ADDED, which, None, payload)

    def _own_key(self) -> Ed25519PrivateKey | None:
        if self._key is None and self._keys is not None:
            with suppress(OSError, CasebookError, ValueError):
                self._key = own_key(self._keys, casebook_id(self._core))
        return self._key


def casebook_id(core: Core) -> str:
    """Return the id that a casebook was given when it was made; empty when its row is gone."""
    found = one(core.database, "SELECT value FROM meta WHERE key = 'casebook_id'")
    return str(found[0]) if found else ""


def key_path(keys: Path, identity: str) -> Path:
    """Return where the signing key of a casebook lies. The id is hashed: it comes from a file that anybody may send."""
    return keys / f"{hashlib.sha256(identity.encode()).hexdigest()[:32]}.key"


def own_key(keys: Path, identity: str, *, make: bool = True) -> Ed25519PrivateKey | None:
    """Return this computer's key for a casebook; with `make` one is made where there is none. Raises OSError."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    path = key_path(keys, identity)
    with suppress(FileNotFoundError, ValueError):
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text("ascii").strip()))
    if not make:
        return None
    keys.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = Ed25519PrivateKey.generate()
    write_whole(path, f"{key.private_bytes_raw().hex()}\n".encode())
    return key

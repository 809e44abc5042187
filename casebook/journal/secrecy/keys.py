"""The keys of an encrypted casebook: one random master key, a key of its own for each use, and the ways to it."""

from __future__ import annotations

import secrets
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from casebook.journal.errors import BadInput, Locked
from casebook.journal.secrecy import recovery_key
from casebook.journal.store.database_name import DATABASE_NAME, KEYS_NAME, PLAIN_HEADER

__all__ = ["KEYS_NAME", "Key", "is_encrypted"]

_BYTES = 32
_SHORTEST, _FEWEST = 8, 3
"""Bytes of a passphrase in UTF-8: eight letters, or three Chinese characters, which are about as hard to guess."""


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
        return cls(master, _use(master, "database").hex(), _use(master, "file contents"), _use(master, "file names"))

    @property
    def key_id(self) -> str:
        """What key files call the master key; it tells nothing of it."""
        return _use(self.master, "key id")[:8].hex()


def is_encrypted(folder: Path) -> bool:
    """Return whether the casebook in `folder` is encrypted: its database shows no plain header, but it has a key file.

    Once the database itself was replaced, its header decides; a key file without such a database is a left-over. Where
    the key file is lost, a backup's copy of it will do.
    """
    own = (folder / KEYS_NAME).is_file()
    try:
        with (folder / DATABASE_NAME).open("rb") as file:
            plain = file.read(len(PLAIN_HEADER)) == PLAIN_HEADER
    except FileNotFoundError:
        return own
    return not plain and (own or bool(_kept(folder)))


def check_passphrase(passphrase: str) -> None:
    """Raise BadInput for a passphrase that is too short to be a new one."""
    _new_secret(passphrase)


def make(folder: Path, passphrase: str) -> tuple[Key, str]:
    """Make a new key and its file in `folder`; return the key and the recovery key as it is printed.

    Raises BadInput for a passphrase that is too short, DiskTrouble.
    """
    from casebook.journal.secrecy.key_slots import PASSPHRASE, RECOVERY, KeyFile
    from casebook.journal.store.database import disk_errors

    if is_encrypted(folder):  # another key file in its place would lock it for ever
        raise BadInput("the casebook in {folder} is encrypted already", folder=folder)
    secret = _new_secret(passphrase)
    key, printed = Key.derive(secrets.token_bytes(_BYTES)), recovery_key.make()
    file = KeyFile(key.key_id)
    file.wrap(PASSPHRASE, secret, key.master)
    file.wrap(RECOVERY, recovery_key.read(printed), key.master)
    with disk_errors(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.write(folder / KEYS_NAME)
    return key, printed


def unlock(folder: Path, passphrase: str) -> Key:
    """Return the key of the casebook (or backup) in `folder`. Raises Locked for another passphrase, Damaged."""
    from casebook.journal.secrecy.key_slots import PASSPHRASE

    master = _unwrapped(folder, PASSPHRASE, _secret(passphrase))
    if master is None:
        raise Locked(
            "the passphrase is not right: look at capitals and the keyboard's language, or use the recovery key"
        )
    return Key.derive(master)


def unlock_with_recovery(folder: Path, text: str) -> Key:
    """Return the key that the printed recovery key opens. Raises Locked, in other words when it is mistyped; Damaged.

    A new passphrase may then be set with `change_passphrase`.
    """
    from casebook.journal.secrecy.key_slots import RECOVERY

    master = _unwrapped(folder, RECOVERY, recovery_key.read(text))
    if master is None:
        raise Locked("that recovery key belongs to another casebook, or was replaced by a newer one")
    return Key.derive(master)


def change_passphrase(folder: Path, key: Key, new: str) -> None:
    """Let the casebook open with a new passphrase and not with the old one. Raises BadInput, Damaged, DiskTrouble.

    Nothing is encrypted anew. Older copies of the key file, as backups hold them, still open with the old passphrase.
    """
    from casebook.journal.secrecy.key_slots import PASSPHRASE, KeyFile

    secret = _new_secret(new)
    file = KeyFile.read(folder / KEYS_NAME)
    file.wrap(PASSPHRASE, secret, key.master)
    file.write(folder / KEYS_NAME)


def new_recovery(folder: Path, key: Key) -> str:
    """Make a new recovery key that ends the earlier one; return it as it is printed. Raises Damaged, DiskTrouble."""
    from casebook.journal.secrecy.key_slots import RECOVERY, KeyFile

    printed = recovery_key.make()
    file = KeyFile.read(folder / KEYS_NAME)
    file.wrap(RECOVERY, recovery_key.read(printed), key.master)
    file.write(folder / KEYS_NAME)
    return printed


def can_remember() -> bool:
    """Return whether this computer has a keyring that could keep a key. Answers within seconds, whatever it does."""
    from casebook.journal.secrecy import keyring_slot

    return keyring_slot.usable()


def remember(folder: Path, key: Key) -> None:
    """Let this computer's keyring open the casebook from now on. Raises Locked when the keyring refuses.

    The keyring keeps a random key of its own that opens one slot: the master key never leaves the casebook.
    """
    from casebook.journal.secrecy import keyring_slot
    from casebook.journal.secrecy.key_slots import KEYRING, KeyFile

    file = KeyFile.read(folder / KEYS_NAME)
    secret, name = secrets.token_bytes(_BYTES), f"{file.key_id}-{secrets.token_hex(4)}"
    if not keyring_slot.save(name, secret.hex()):
        raise Locked("this computer's keyring does not take the key: unlock the keyring, or type the passphrase")
    earlier = [*keyring_slot.load(file.names(KEYRING))]
    for old in earlier:
        file.drop(KEYRING, old)
    file.wrap(KEYRING, secret, key.master, name)
    file.write(folder / KEYS_NAME)
    keyring_slot.drop(earlier)


def remembered(folder: Path) -> Key | None:
    """Return the key that this computer's keyring opens; None when it keeps none, is locked, gone or too slow."""
    from casebook.journal.errors import CasebookError
    from casebook.journal.secrecy import keyring_slot
    from casebook.journal.secrecy.key_slots import KEYRING, KeyFile

    try:
        file = KeyFile.read(folder / KEYS_NAME)
    except CasebookError:
        return None
    if not (names := file.names(KEYRING)):
        return None
    for name, secret in keyring_slot.load(names).items():
        try:
            master = file.unwrap(KEYRING, bytes.fromhex(secret), name)
        except ValueError:
            continue
        if master is not None:
            return Key.derive(master)
    return None


def is_remembered(folder: Path) -> bool:
    """Return whether any computer's keyring was given a key; asks no keyring."""
    from casebook.journal.errors import CasebookError
    from casebook.journal.secrecy.key_slots import KEYRING, KeyFile

    try:
        return bool(KeyFile.read(folder / KEYS_NAME).names(KEYRING))
    except CasebookError:
        return False


def forget(folder: Path) -> None:
    """Let no keyring open the casebook any more, neither this computer's nor another's. Raises Damaged, DiskTrouble."""
    from casebook.journal.secrecy import keyring_slot
    from casebook.journal.secrecy.key_slots import KEYRING, KeyFile

    file = KeyFile.read(folder / KEYS_NAME)
    if not (names := file.names(KEYRING)):
        return
    for name in names:
        file.drop(KEYRING, name)
    file.write(folder / KEYS_NAME)
    keyring_slot.drop(names)


def fault(folder: Path) -> str:
    """Return what is wrong with the key file of an encrypted casebook, empty when nothing is."""
    from casebook.journal.errors import CasebookError, Damaged
    from casebook.journal.secrecy.key_slots import KeyFile

    if not (folder / KEYS_NAME).exists():
        return "missing"
    try:
        return "" if KeyFile.read(folder / KEYS_NAME, whole=False).sound else "bytes changed"
    except Damaged:
        return "bytes changed"
    except CasebookError:
        return "cannot be read"


def _unwrapped(folder: Path, kind: str, secret: bytes) -> bytes | None:
    """Return the master key, or None for a wrong secret. Raises Damaged where the key file may be to blame.

    Then the copies in the backups are tried, and one that opens the casebook takes its place.
    """
    from casebook.journal.errors import Damaged
    from casebook.journal.secrecy.key_slots import KeyFile

    path = folder / KEYS_NAME
    try:
        file = KeyFile.read(path, whole=False)
        master = file.unwrap(kind, secret)
        if master is None and not file.sound:
            KeyFile.read(path)
        return master
    except Damaged:
        for copy in _kept(folder):
            with suppress(Damaged):
                master = KeyFile.read(copy).unwrap(kind, secret)
                if master is not None and _opens(folder, master):
                    _put_back(path, copy)
                    return master
        raise


def _kept(folder: Path) -> list[Path]:
    """Return the key files in the backups of a casebook, newest first."""
    from casebook.journal.backup import backup_form

    found = [path for root in backup_form.roots(folder) for path in root.glob(f"*/{KEYS_NAME}")]
    return sorted(found, key=lambda path: path.parent.name, reverse=True)


def _opens(folder: Path, master: bytes) -> bool:
    from casebook.journal.errors import CasebookError
    from casebook.journal.store.database import raw_connection

    try:
        with raw_connection(folder / DATABASE_NAME, Key.derive(master), read_only=True) as connection:
            return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    except CasebookError:
        return False


def _put_back(path: Path, copy: Path) -> None:
    """Put a backup's key file in the place of one that is lost or damaged, which is kept beside it."""
    from casebook.journal.store.durable import write_whole

    with suppress(OSError):  # on a read-only medium it opens all the same
        if path.exists():
            path.replace(path.with_name(f"{path.name}.damaged"))
        write_whole(path, copy.read_bytes())


def _secret(passphrase: str) -> bytes:
    # One form for what looks the same: keyboards of different systems compose accents and widths differently.
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def _new_secret(passphrase: str) -> bytes:
    secret = _secret(passphrase)
    if len(secret) < _SHORTEST or not passphrase.strip():
        raise BadInput(
            "the passphrase is too short: take at least {letters} letters, or {characters} Chinese characters",
            letters=_SHORTEST,
            characters=_FEWEST,
        )
    return secret


def _use(master: bytes, name: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), _BYTES, salt=None, info=f"casebook 1 {name}".encode()).derive(master)

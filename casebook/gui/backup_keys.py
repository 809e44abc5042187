"""The key of a backup: mostly that of the casebook, else what its own key file opens with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebook.journal.errors import CasebookError, Locked

if TYPE_CHECKING:
    from casebook.journal.backup.backup_form import Backup
    from casebook.journal.secrecy.keys import Key

_RECOVERY = 36
"""A recovery key has no fewer letters and digits; few passphrases have as many."""


def fits(backup: Backup, key: Key | None) -> bool:
    """Return whether a key opens a backup; a plain one needs none."""
    from casebook.journal.secrecy.key_slots import KeyFile
    from casebook.journal.secrecy.keys import KEYS_NAME

    if not backup.encrypted:
        return True
    try:
        return key is not None and KeyFile.read(backup.path / KEYS_NAME).key_id == key.key_id
    except CasebookError:
        return key is not None


def unlock(backup: Backup, words: str) -> Key:
    """Return the key of a backup that was made with another one: by its passphrase, or its recovery key.

    Raises Locked, Damaged.
    """
    from casebook.journal.secrecy import keys

    try:
        return keys.unlock(backup.path, words)
    except Locked:
        if sum(letter.isalnum() for letter in words) >= _RECOVERY:
            return keys.unlock_with_recovery(backup.path, words)
        raise

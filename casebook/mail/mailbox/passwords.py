"""The passwords of mailboxes, in this computer's keyring and nowhere else: where there is none, each use asks anew."""

from __future__ import annotations

from casebook.journal.incoming import Mailbox
from casebook.journal.secrecy import keyring_slot


def load(box: Mailbox) -> str:
    """Return the password that the keyring keeps for this user at this server; empty where it keeps none."""
    name = _name(box)
    return keyring_slot.load([name]).get(name, "")


def save(box: Mailbox, password: str) -> bool:
    """Let the keyring keep the password; return whether it does."""
    return keyring_slot.save(_name(box), password)


def drop(box: Mailbox) -> None:
    """Take the password out of the keyring, if it is there."""
    keyring_slot.drop([_name(box)])


def can_save() -> bool:
    """Return whether this computer has a keyring that keeps secrets encrypted."""
    return keyring_slot.usable()


def _name(box: Mailbox) -> str:
    # With the server in it: a mailbox that is moved to another server never sends it the old one's password.
    return f"mailbox {box.user} at {box.host}:{box.port}"

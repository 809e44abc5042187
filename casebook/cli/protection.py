"""`casebook encrypt`, `decrypt` and `passphrase`: who can read the casebook without asking."""

from __future__ import annotations

from pathlib import Path

import click

from casebook import paths
from casebook.cli import unlocking
from casebook.cli.progress import finish
from casebook.cli.session import Command, Group, Session, pass_session
from casebook.journal import Journal
from casebook.journal.errors import BadInput
from casebook.journal.secrecy import keys
from casebook.journal.secrecy.keys import Key
from casebook.journal.store.database import holds_casebook


@click.command(cls=Command)
@pass_session
def encrypt(session: Session) -> None:
    """Encrypt the casebook with a passphrase, and print the recovery key that opens it as well.

    Where there is no casebook yet, an encrypted one is made. The passphrase is taken from --passphrase-file, from
    $CASEBOOK_PASSPHRASE, or asked for. Whoever loses both passphrase and recovery key loses the casebook.
    """
    from casebook.journal.secrecy import convert

    if keys.is_encrypted(session.book):
        raise BadInput("the casebook in {folder} is encrypted already", folder=session.book)
    passphrase = unlocking.new_passphrase(session.passphrase_file, unlocking.PASSPHRASE)
    if holds_casebook(session.book):
        try:
            _key, printed = finish(convert.encrypt(session.book, session.clock, passphrase))
        except KeyboardInterrupt:
            if keys.is_encrypted(session.book):
                session.note("it is encrypted already: 'casebook passphrase recovery' makes a recovery key")
            raise
    else:
        printed = _make(session, passphrase)
    left = [str(path) for path in convert.plain_backups(session.book)]
    for path in left:
        session.note(f"{path} is not encrypted: connect the drive and back up again, or delete it")
    shape = {"casebook": str(session.book), "encrypted": True, "recovery_key": printed, "plain_backups": left}
    session.answer(shape, [f"encrypted {session.book}", *_recovery_lines(printed)])


@click.command(cls=Command)
@pass_session
def decrypt(session: Session) -> None:
    """Make an encrypted casebook a plain one, which everybody with access to the disk can read."""
    from casebook.journal.secrecy import convert

    key = _key(session)
    finish(convert.decrypt(session.book, session.clock, key))
    session.answer({"casebook": str(session.book), "encrypted": False}, [f"decrypted {session.book}"])


@click.group(cls=Group)
def passphrase() -> None:
    """The ways into an encrypted casebook: its passphrase, its recovery key, this computer's keyring."""


@passphrase.command("change")
@click.option("--new-passphrase-file", "new", type=click.Path(path_type=Path), metavar="FILE", help="The new one.")
@click.option("--recovery", is_flag=True, help="The old one is lost: ask for the recovery key instead.")
@click.option("--recovery-file", type=click.Path(path_type=Path), metavar="FILE", help="The recovery key, in a file.")
@pass_session
def change(session: Session, *, new: Path | None, recovery: bool, recovery_file: Path | None) -> None:
    """Set a new passphrase; nothing is encrypted anew.

    The new one is taken from --new-passphrase-file, from $CASEBOOK_NEW_PASSPHRASE, or asked for. Earlier backups
    take it over when the next one is made.
    """
    if recovery or recovery_file:
        _require_encrypted(session)
        key = keys.unlock_with_recovery(session.book, unlocking.recovery_key(recovery_file))
    else:
        key = _key(session)
    keys.change_passphrase(session.book, key, unlocking.new_passphrase(new, unlocking.NEW_PASSPHRASE))
    session.answer(
        {"casebook": str(session.book), "changed": True},
        ["changed the passphrase; earlier backups take it over when the next one is made"],
    )


@passphrase.command("recovery")
@pass_session
def recovery(session: Session) -> None:
    """Make and print a new recovery key, with which the earlier one ends."""
    printed = keys.new_recovery(session.book, _key(session))
    session.answer({"casebook": str(session.book), "recovery_key": printed}, _recovery_lines(printed))


@passphrase.command("remember")
@pass_session
def remember(session: Session) -> None:
    """Let this computer's keyring open the casebook, so that nobody is asked any more."""
    keys.remember(session.book, _key(session))
    session.answer(
        {"casebook": str(session.book), "remembered": True}, ["this computer's keyring opens the casebook now"]
    )


@passphrase.command("forget")
@pass_session
def forget(session: Session) -> None:
    """Let no keyring open the casebook any more, neither this computer's nor another's."""
    _require_encrypted(session)
    keys.forget(session.book)
    session.answer({"casebook": str(session.book), "remembered": False}, ["no keyring opens the casebook any more"])


def _make(session: Session, passphrase: str) -> str:
    key, printed = keys.make(session.book, passphrase)
    try:
        Journal.create(session.book, session.clock, key, keys=paths.keys()).close()
    except BaseException:
        if not holds_casebook(session.book):
            (session.book / keys.KEYS_NAME).unlink(missing_ok=True)
        raise
    session.note(f"made a new casebook in {session.book}")
    return printed


def _key(session: Session) -> Key:
    _require_encrypted(session)
    return unlocking.unlock(session.book, session.passphrase_file)


def _require_encrypted(session: Session) -> None:
    if not keys.is_encrypted(session.book):
        raise BadInput("the casebook in {folder} is not encrypted", folder=session.book)


def _recovery_lines(printed: str) -> list[str]:
    return [
        f"recovery key: {printed}",
        "Write it down or print it, and keep it away from this computer.",
        "It opens the casebook when the passphrase is lost; it is not shown again.",
    ]

"""Where the command line takes a passphrase from: a file, the environment, this computer's keyring, or a prompt.

Never from an argument: those can be read by every program of the computer, and stay in the shell's history.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import click

from casebook.journal.errors import BadInput, Locked
from casebook.journal.secrecy import keys
from casebook.journal.secrecy.keys import Key

PASSPHRASE, NEW_PASSPHRASE, SIGN_PASSPHRASE = (
    "CASEBOOK_PASSPHRASE", "CASEBOOK_NEW_PASSPHRASE", "CASEBOOK_SIGN_PASSPHRASE"
)  # fmt: skip
"""Names of the environment's variables."""
_TRIES = 3


def unlock(book: Path, file: Path | None) -> Key:
    """Return the key of an encrypted casebook, asked for on the terminal where nothing else opens it. Raises Locked."""
    if (key := unlock_quietly(book, file)) is not None:
        return key
    if not _has_terminal():
        raise Locked(
            "the casebook in {folder} is encrypted: name a file that holds its passphrase with --passphrase-file, or "
            "set $CASEBOOK_PASSPHRASE",
            folder=book,
        )
    for left in reversed(range(_TRIES)):
        try:
            return keys.unlock(book, _ask(f"Passphrase of {book}"))
        except Locked as error:
            if not left:
                raise
            click.echo(f"casebook: {error}", err=True)
    raise AssertionError("the last try returns or raises")


def unlock_quietly(book: Path, file: Path | None) -> Key | None:
    """Return the key without asking anybody, or None. Raises Locked for a passphrase that is given and wrong."""
    if (passphrase := given(file, PASSPHRASE)) is not None:
        return keys.unlock(book, passphrase)
    return keys.remembered(book)


def new_passphrase(file: Path | None, variable: str) -> str:
    """Return the passphrase to be set, asked for twice on a terminal. Raises BadInput, UsageError."""
    if (passphrase := given(file, variable)) is not None:
        return passphrase
    if not _has_terminal():
        option = "--passphrase-file" if variable == PASSPHRASE else "--new-passphrase-file"
        raise click.UsageError(f"name a file that holds the new passphrase with {option}, or set ${variable}")
    chosen = _ask("New passphrase")
    if _ask("The same again") != chosen:
        raise BadInput("the two passphrases are not the same: nothing was changed")
    return chosen


def given(file: Path | None, variable: str) -> str | None:
    """Return the passphrase in a file, else in a variable of the environment, else None. Raises BadInput."""
    if file is None:
        return os.environ.get(variable) or None
    try:
        text = file.read_bytes().decode("utf-8-sig")
        mode = file.stat().st_mode
    except OSError as error:
        raise BadInput(
            "{path} cannot be read ({reason}): name another file", path=file, reason=error.strerror
        ) from None
    except UnicodeDecodeError:
        raise BadInput("{path} is not UTF-8 text: name another file", path=file) from None
    if os.name != "nt" and stat.S_ISREG(mode) and mode & 0o077:
        click.echo(f"casebook: note: other users of this computer may read {file}: chmod 600 it", err=True)
    return text.removesuffix("\n").removesuffix("\r")


def recovery_key(file: Path | None) -> str:
    """Return the recovery key in a file, or typed on the terminal. Raises BadInput, UsageError."""
    if (text := given(file, "")) is not None:
        return text
    if not _has_terminal():
        raise click.UsageError("name a file that holds the recovery key with --recovery-file")
    return _ask("Recovery key")


def certificate_passphrase(certificate: Path, file: Path | None) -> str:
    """Return the passphrase of a certificate file, asked for on a terminal if it needs one. Raises BadInput."""
    from casebook.dossier.proof.identity import opens

    if (passphrase := given(file, SIGN_PASSPHRASE)) is not None:
        return passphrase
    return "" if opens(certificate, "") or not _has_terminal() else _ask(f"Passphrase of {certificate}")


def asked(what: str, option: str, variable: str) -> str:
    """Return another secret, asked for on the terminal. Raises UsageError where there is none."""
    if not _has_terminal():
        raise click.UsageError(f"name a file that holds it with {option}, or set ${variable}")
    return _ask(what)


def _ask(what: str) -> str:
    return str(click.prompt(what, hide_input=True, err=True))


def _has_terminal() -> bool:
    # The prompt reads from the terminal itself, also where standard input is a file with words to record.
    return sys.stdin.isatty() or sys.stderr.isatty()

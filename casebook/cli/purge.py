"""`casebook purge`: what leaked is taken out of every place, and cannot be put back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from casebook import paths
from casebook.cli.options import RECORD_NUMBER, choice, words
from casebook.cli.progress import finish
from casebook.cli.reference import find_exhibit
from casebook.cli.session import Group, Session, pass_session
from casebook.journal.removal.purge import Found, Purged
from casebook.journal.removal.purge_words import Reason

_why = click.option(
    "--reason",
    type=choice(Reason),
    default=str(Reason.SECRET),
    show_default=True,
    help="Why; the ledger keeps it, and not what was purged.",
)


@click.group(cls=Group)
def purge() -> None:
    """Take out for good what must not be kept, here and in the backups. It cannot be put back."""


@purge.command("words")
@_why
@click.option("--look", is_flag=True, help="Only say how much holds it.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@pass_session
def purge_words(session: Session, reason: str, *, look: bool, yes: bool) -> None:
    """Put '[purged]' in place of a secret everywhere, and erase the files that hold it.

    The secret is read from standard input, or asked for on a terminal: never an argument, which others could read.
    Pictures are not searched: purge those one by one, with 'purge exhibit'.
    """
    asked = sys.stdin.isatty()
    secret = str(click.prompt("What is to be purged", hide_input=True, err=True)) if asked else words("-").strip("\r\n")
    with session.journal() as journal:
        if look or (asked and not yes):
            found = finish(journal.purge.looking(secret))
            if look:
                session.answer(_found_shape(found), _found_lines(found))
                return
            for line in _found_lines(found):
                session.say(line)
            click.confirm("Purge it? It cannot be put back", abort=True, err=True)
        _answer(session, finish(journal.purge.words(secret, reason, _places())))


@purge.command("exhibit")
@click.argument("case", metavar="CASE")
@click.argument("number", metavar="EXHIBIT")
@_why
@pass_session
def purge_exhibit(session: Session, case: str, number: str, reason: str) -> None:
    """Erase an exhibit's bytes, name and description; its number stays taken."""
    with session.journal() as journal:
        found = find_exhibit(journal, case, number)
        _answer(session, finish(journal.purge.exhibit(found.id, reason, _places())))


@purge.command("contact")
@click.argument("number", type=RECORD_NUMBER, metavar="CONTACT")
@_why
@pass_session
def purge_contact(session: Session, number: int, reason: str) -> None:
    """Erase a contact's words, its mail and its exhibits; that there was one, and when, stays."""
    with session.journal() as journal:
        _answer(session, finish(journal.purge.contact(number, reason, _places())))


def _places() -> list[Path]:
    """Return where this computer keeps copies and logs."""
    return [paths.cache(), paths.logs(), paths.runtime()]


def _answer(session: Session, done: Purged) -> None:
    lines = [
        f"purged {done.records} records, {done.entries} ledger entries, {done.files} files, {done.drafts} drafts, "
        f"{len(done.backups)} backups"
    ]
    lines += [f"taken out of {path}" for path in done.others]
    lines += [f"may still hold it: {left.path} ({left.why})" for left in done.left]
    session.answer(_shape(done), lines)
    if done.unread:
        session.note(f"{done.unread} pictures or recordings cannot be searched: look at them yourself")
    if done.left:
        click.get_current_context().exit(1)


def _found_lines(found: Found) -> list[str]:
    counted = [(f"{kind} records", number) for kind, number in found.records.items()]
    counted += [("ledger entries", found.entries), ("files", found.files), ("drafts", found.drafts)]
    counted.append(("backups", found.backups))
    lines = [f"{number} {name}" for name, number in counted if number] or ["nothing holds it"]
    return [*lines, f"{found.unread} pictures or recordings cannot be searched"] if found.unread else lines


def _found_shape(found: Found) -> dict[str, object]:
    return {
        "records": {str(kind): number for kind, number in found.records.items()},
        "entries": found.entries,
        "files": found.files,
        "drafts": found.drafts,
        "backups": found.backups,
        "unread": found.unread,
    }


def _shape(done: Purged) -> dict[str, object]:
    return {
        "records": done.records,
        "entries": done.entries,
        "files": done.files,
        "drafts": done.drafts,
        "backups": [str(path) for path in done.backups],
        "others": [str(path) for path in done.others],
        "left": [{"path": str(left.path), "why": str(left.why)} for left in done.left],
        "unread": done.unread,
    }

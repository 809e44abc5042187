"""`casebook undo`: take back what a few entries of the ledger tell, as long as nothing else was made of it."""

from __future__ import annotations

import click

from casebook.cli.history import line, shape
from casebook.cli.session import Command, Session, pass_session


@click.command(cls=Command)
@click.argument("first", type=click.IntRange(1), metavar="ENTRY")
@click.argument("last", type=click.IntRange(1), metavar="[LAST]", required=False)
@click.option("--reason", default="taken back", show_default=True, help="Stands with words that are amended back.")
@pass_session
def undo(session: Session, first: int, last: int | None, reason: str) -> None:
    """Take back what ENTRY, or ENTRY to LAST, of the history tells: all of it or nothing.

    The numbers are those of `casebook history`. What was made goes (a case, contact or exhibit into the bin), what was
    changed is as it was, what was taken out is back. It is refused where something changed since, or was erased or
    sent out. The ledger keeps both.
    """
    with session.journal() as journal:
        before = journal.ledger.head_number()
        journal.steps.take_back([(first, last or first)], reason)
        told = list(reversed(journal.history.between(before + 1, journal.ledger.head_number())))
        session.answer([shape(event) for event in told], [line(event, session.zone()) for event in told])

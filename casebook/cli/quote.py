"""`casebook quote`: the passages of contacts that the dossier quotes."""

from __future__ import annotations

import click

from casebook.cli import output, shapes
from casebook.cli.options import RECORD_NUMBER
from casebook.cli.session import Group, Session, pass_session


@click.group(cls=Group)
def quote() -> None:
    """Passages of contacts that the dossier quotes, letter for letter."""


@quote.command("add")
@click.argument("contact", type=RECORD_NUMBER)
@click.argument("words")
@click.option("--note", default="", help="What the passage shows, in your words.")
@pass_session
def add_quote(session: Session, contact: int, words: str, note: str) -> None:
    """Have the dossier quote words of a contact; they must be in it."""
    with session.journal() as journal:
        made = journal.quotes.get(journal.quotes.add(contact, words, note).made)
        session.answer(shapes.quote(made), [f"C-{made.case_id} quotes contact {made.contact_id} (quote {made.id})"])


@quote.command("list")
@click.argument("case")
@pass_session
def list_quotes(session: Session, case: str) -> None:
    """List the passages quoted in a case."""
    with session.journal() as journal:
        found = journal.quotes.of_case(journal.cases.find(case).id)
        rows = [(str(q.id), f"contact {q.contact_id}", " ".join(q.text.split()), q.note) for q in found]
        session.answer([shapes.quote(q) for q in found], output.table(rows, empty="nothing is quoted"))


@quote.command("note")
@click.argument("number", type=RECORD_NUMBER, metavar="QUOTE")
@click.argument("note")
@pass_session
def note_quote(session: Session, number: int, note: str) -> None:
    """Say what a quoted passage shows."""
    with session.journal() as journal:
        made = journal.quotes.get(journal.quotes.note(number, note).made)
        session.answer(shapes.quote(made), [f"changed quote {made.id}"])


@quote.command("remove")
@click.argument("number", type=RECORD_NUMBER, metavar="QUOTE")
@pass_session
def remove_quote(session: Session, number: int) -> None:
    """Quote a passage no more; the ledger still tells that it was."""
    with session.journal() as journal:
        before = journal.quotes.get(number)
        journal.quotes.remove(number)
        session.answer(shapes.quote(before), [f"C-{before.case_id} no longer quotes contact {before.contact_id}"])

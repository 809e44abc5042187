"""`casebook search`: anything, by its words or its numbers."""

from __future__ import annotations

import click

from casebook.cli import output, shapes
from casebook.cli.session import Command, Session, pass_session


@click.command(cls=Command)
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True)
@pass_session
def search(session: Session, query: tuple[str, ...], limit: int) -> None:
    """Find contacts, mails, exhibits, references and all the rest by their words or identifiers."""
    with session.journal() as journal:
        hits = journal.search.find(" ".join(query), limit=limit)
        rows = [(shapes.number(h.case_id) or "", f"{h.kind} {h.id}".replace("_", "-"), h.snippet) for h in hits]
        session.answer([shapes.hit(h) for h in hits], output.table(rows, empty="nothing found"))

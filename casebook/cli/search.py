"""`casebook search`: anything, by its words or its numbers."""

from __future__ import annotations

import click

from casebook.cli import output, shapes
from casebook.cli.session import Command, Session, pass_session


@click.command(cls=Command)
@click.argument("query", nargs=-1)
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True)
@click.option("--recent", is_flag=True, help="What was looked at last in the window, instead of a search.")
@pass_session
def search(session: Session, query: tuple[str, ...], limit: int, recent: bool) -> None:
    """Find contacts, mails, exhibits, references and all the rest by their words or identifiers."""
    if bool(query) == recent:
        raise click.UsageError("QUERY is missing: say what to look for, or --recent for what was looked at last")
    with session.journal() as journal:
        if recent:
            hits = journal.search.records((each.kind, each.record_id) for each in journal.visits.latest(limit))
        else:
            hits = journal.search.find(" ".join(query), limit=limit)
        rows = [(shapes.number(h.case_id) or "", f"{h.kind} {h.id}".replace("_", "-"), h.snippet) for h in hits]
        session.answer([shapes.hit(h) for h in hits], output.table(rows, empty="nothing found"))

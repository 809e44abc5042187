"""`casebook search`: anything, by its words or its numbers."""

from __future__ import annotations

import click

from casebook.cli import output, shapes
from casebook.cli.ready import folder
from casebook.cli.session import Command, Session, pass_session
from casebook.guide.ready import help_words
from casebook.journal.listings import Hit


@click.command(cls=Command)
@click.argument("query", nargs=-1)
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True)
@click.option("--recent", is_flag=True, help="What was looked at last in the window, instead of a search.")
@pass_session
def search(session: Session, query: tuple[str, ...], limit: int, recent: bool) -> None:
    """Find contacts, mails, exhibits, references and all the rest by their words or identifiers.

    What holds only another word for the same (充币 for 充值, top up for deposit) comes last and says which.
    """
    if bool(query) == recent:
        raise click.UsageError("QUERY is missing: say what to look for, or --recent for what was looked at last")
    with session.journal() as journal:
        if recent:
            hits = journal.search.records((each.kind, each.record_id) for each in journal.visits.latest(limit))
        else:
            words = " ".join(query)
            hits = journal.search.find(words, limit=limit, parts=help_words.alternatives(folder(), words))
        rows = [(shapes.number(h.case_id) or "", f"{h.kind} {h.id}".replace("_", "-"), _told(h)) for h in hits]
        session.answer([shapes.hit(h) for h in hits], output.table(rows, empty="nothing found"))


def _told(found: Hit) -> str:
    return f"({', '.join(found.instead)}) {found.snippet}" if found.instead else found.snippet

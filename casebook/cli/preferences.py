"""`casebook preferences`: the choices that travel with a casebook."""

from __future__ import annotations

from dataclasses import asdict

import click

from casebook.cli import output
from casebook.cli.session import Command, Session, pass_session

_NUMBER = click.IntRange(min=0)


@click.command(cls=Command)
@click.option(
    "--grace-minutes", type=_NUMBER, metavar="N", help="For how long a contact can be put right without a reason."
)
@click.option(
    "--lock-after-minutes",
    type=_NUMBER,
    metavar="N",
    help="After how long unused the window locks an encrypted casebook; 0 = never.",
)
@click.option("--bin-days", type=_NUMBER, metavar="N", help="For how long what was deleted can be put back.")
@pass_session
def preferences(session: Session, /, **chosen: int | None) -> None:
    """Show how this casebook is kept, and change it. What concerns backups: see 'casebook backup-rules'."""
    changed = {name: value for name, value in chosen.items() if value is not None}
    with session.journal() as journal:
        if changed:
            journal.preferences.set(**changed)
        kept = asdict(journal.preferences.get())
    session.answer(kept, output.fields([(name.replace("_", " "), _shown(value)) for name, value in kept.items()]))


def _shown(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)

"""`casebook export` and `casebook verify`: what goes out, and whether it is still what it was."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import click

from casebook.cli import output, shapes
from casebook.cli.progress import finish
from casebook.cli.session import Command, Session, pass_session
from casebook.journal import Progress, check
from casebook.journal.database import holds_casebook
from casebook.journal.records import Verdict


@click.command(cls=Command)
@click.argument("case")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(["en", "zh"]), default="en", show_default=True, help="The reader's language.")
@click.option("--for", "audience", type=click.Choice(["firm", "outside"]), default="outside", show_default=True)
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True)
@click.option("--replace", is_flag=True, help="Write over an earlier export that is there.")
@pass_session
def export(session: Session, case: str, out: Path, lang: str, audience: str, paper: str, replace: bool) -> None:
    """Write a case's dossier to OUT: a folder, or a ZIP where OUT ends in .zip."""
    from casebook.dossier import export as dossier

    with session.journal() as journal:
        found = journal.cases.find(case)
        made = finish(
            dossier.run(journal, found.id, out, language=lang, audience=audience, paper=paper, replace=replace)
        )
    shape = {"case": found.number, "path": str(made), "lang": lang, "for": audience, "paper": paper}
    session.answer(shape, [f"wrote the dossier of {found.number} to {made}", f"check it: casebook verify {made}"])


@click.command(cls=Command)
@click.argument("out", required=False, type=click.Path(path_type=Path))
@click.pass_context
@pass_session
def verify(session: Session, context: click.Context, out: Path | None) -> None:
    """Check a dossier, or the casebook itself where OUT is left out; exit code 1 when anything is wrong."""
    verdict = finish(_checking(session, out))
    what = str(out or session.book)
    lines = [f"{output.one_line(fault.where)}: {output.one_line(fault.what)}" for fault in verdict.faults]
    lines.append(f"{what}: {_sum(verdict)}")
    session.answer(shapes.verdict(verdict), lines)
    if not verdict.ok:
        context.exit(1)


def _checking(session: Session, out: Path | None) -> Generator[Progress, None, Verdict]:
    if out is None or holds_casebook(out):
        return check(out or session.book, session.key(out))
    from casebook.dossier import verify as dossier

    return dossier.check(out)


def _sum(verdict: Verdict) -> str:
    if verdict.ok:
        return f"ok, {verdict.checked} checked"
    count = len(verdict.faults)
    return f"{count} {'thing is' if count == 1 else 'things are'} not as recorded, {verdict.checked} checked"

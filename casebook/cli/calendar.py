"""`casebook calendar`: the follow-ups as a calendar file, once, or kept up to date for a phone."""

from __future__ import annotations

from pathlib import Path

import click

from casebook.cli import output
from casebook.cli.options import RECORD_NUMBER
from casebook.cli.session import Command, Session, pass_session
from casebook.dossier import calendar_file
from casebook.journal import Journal


@click.command(cls=Command)
@click.argument("out", required=False, type=click.Path(path_type=Path), metavar="[FILE.ics]")
@click.option("--case", "case", metavar="CASE", help="Only the follow-ups of this case.")
@click.option("--follow-up", "number", type=RECORD_NUMBER, help="Only this one.")
@click.option("--lang", type=click.Choice(["en", "zh"]), help="Of the words. Left out: en, or as it is kept.")
@click.option("--quiet", is_flag=True, help="Write only the number of the case, and no words.")
@click.option("--keep", "keeps", is_flag=True, help="Keep this file up to date from now on, with all follow-ups.")
@click.option("--stop", "stops", is_flag=True, help="Keep no file up to date any more; the file stays.")
@pass_session
def calendar(
    session: Session,
    out: Path | None,
    case: str | None,
    number: int | None,
    lang: str | None,
    *,
    quiet: bool,
    keeps: bool,
    stops: bool,
) -> None:
    """Write follow-ups into a calendar file, which a phone imports or subscribes to.

    Each rings there at its time. What was answered since is told to be off the next time the file is read. Without
    FILE it says which file is kept up to date.
    """
    if case and number is not None:
        raise click.UsageError("--case and --follow-up exclude each other")
    if keeps and (case or number is not None or not out or stops):
        raise click.UsageError("--keep needs FILE.ics, and takes all follow-ups")
    if stops and out:
        raise click.UsageError("--stop takes no FILE: it is about the one that is kept")
    with session.journal() as journal:
        if out is None:
            if stops:
                journal.preferences.set(calendar_file="")
            _tell(session, journal)
            return
        if keeps:
            out = calendar_file.refuse_other(out)
            journal.preferences.set(calendar_file=str(out), calendar_quiet=quiet, calendar_language=lang or "en")
        case_id = journal.cases.find(case).id if case else None
        if number is not None:
            journal.follow_ups.get(number)
        made = calendar_file.write(
            journal, out, case_id=case_id, follow_up_id=number, language=lang or "en", quiet=quiet
        )
    if journal.key is not None and not quiet:
        session.note("the casebook is encrypted and this file is not: --quiet leaves its words out")
    shape = {"path": str(made.path), "ringing": made.ringing, "cancelled": made.cancelled, "kept": keeps}
    line = f"wrote {made.path}: {made.ringing} to ring, {made.cancelled} taken off"
    session.answer(shape, [f"{line}; kept up to date from now on" if keeps else line])


def _tell(session: Session, journal: Journal) -> None:
    """Say which file is kept."""
    kept = journal.preferences.get()
    shape = {"path": kept.calendar_file, "quiet": kept.calendar_quiet, "language": kept.calendar_language}
    lines = [("kept up to date", kept.calendar_file), ("language", kept.calendar_language)]
    words = "only the number of the case" if kept.calendar_quiet else "in full"
    lines.append(("words", words))
    session.answer(shape, output.fields(lines) if kept.calendar_file else ["no calendar file is kept up to date"])

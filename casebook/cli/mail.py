"""`casebook import`: mails in, each to the case it certainly belongs to, the rest into the inbox."""

from __future__ import annotations

import sys
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casebook.cli.chats import chat_options, import_transcript, reading_of
from casebook.cli.look import only_related, refuse_report, save_report
from casebook.cli.progress import finish
from casebook.cli.session import Command, Session, pass_session
from casebook.journal import Journal, Kind
from casebook.journal.errors import NotFound

if TYPE_CHECKING:
    from casebook.journal import Progress
    from casebook.mail.chats.stretches import Reading
    from casebook.mail.importer import ImportReport

_KEPT = {"mail.imported", "chat.imported"}


@click.command("import", cls=Command)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--case", "case", metavar="CASE", help="File every mail in this case.")
@click.option("--auto", is_flag=True, help="File mails of a known thread or number also where the sender is new.")
@click.option("--dry-run", is_flag=True, help="Say what would come in; change nothing.")
@click.option("--related", is_flag=True, help="Leave out what concerns no case and no firm (see 'casebook look').")
@click.option(
    "--report", "out", type=click.Path(path_type=Path), help="Save every line of the report as a table (CSV)."
)
@chat_options
@click.pass_context
@pass_session
def import_mail(
    session: Session,
    context: click.Context,
    /,
    *,
    paths: tuple[Path, ...],
    case: str | None,
    auto: bool,
    dry_run: bool,
    related: bool,
    out: Path | None,
    **chat: Any,
) -> None:
    """Import mails and chats: .eml, .mbox, .msg, .emlx, Maildir, archives, folders of them; `-` is a pasted source.

    What is known already is passed over.
    A message that cannot be read is named and the rest goes on; exit code 1 where nothing at all could be read.
    """
    if case and auto:
        raise click.UsageError("--case and --auto exclude each other")
    if bool(paths) == bool(chat["transcript"]):
        raise click.UsageError("name the files or folders to import, or a --transcript")
    if chat["transcript"]:
        import_transcript(session, case, chat, dry_run=dry_run)
        return
    from casebook.cli.inbox import file_probable
    from casebook.mail.filing.matching import Matcher
    from casebook.mail.filing.settling import settle

    pasted = sys.stdin.buffer.read() if paths == (Path("-"),) else None
    _refuse(paths if pasted is None else (), out)
    with session.journal(create=not dry_run and case is None) as journal:
        case_id = journal.cases.find(case).id if case else None
        before = journal.ledger.head().number
        place, reading = Matcher.from_journal(journal).place, reading_of(session, chat)
        try:
            how: dict[str, Any] = {"case_id": case_id, "dry_run": dry_run, "place": place, "settle": settle}
            report = finish(_job(journal, paths, pasted, reading, how, related=related))
        except KeyboardInterrupt:
            session.note(
                f"stopped; {_kept(journal, before)} mails were imported and are kept, the rest was not touched"
            )
            raise
        contacts = report.changes.ids.get(Kind.CONTACT, frozenset())
        filed = file_probable(journal, contacts) if auto and report.waiting else 0
        if out is not None and not dry_run:
            save_report(journal, report, out)
        shape = report_shape(report, filed)
        session.answer(shape, report_lines(shape, dry_run=dry_run))
    for failure in report.failed:
        session.say(f"{failure.source}: {failure.reason}")
    if report.failed and not report.new and not report.known:
        context.exit(1)


def _refuse(paths: Sequence[Path], out: Path | None) -> None:
    """Refuse what cannot be read or written before anything is done. Raises NotFound, BadInput."""
    for path in paths:
        if not path.exists():
            raise NotFound("there is no file or folder {path}: check the name", path=path)
    if out is not None:
        refuse_report(out)


def _job(
    journal: Journal,
    paths: Sequence[Path],
    pasted: bytes | None,
    reading: Reading,
    how: dict[str, Any],
    *,
    related: bool,
) -> Generator[Progress, None, ImportReport]:
    """Import it all; with `related` look through it first, and leave out what concerns no case and no firm."""
    from casebook.mail import importer, preview
    from casebook.mail.chosen import Chosen
    from casebook.mail.formats import paste

    if pasted is not None:
        return (yield from importer.take(journal, paste.read(pasted), len(pasted), **how))
    if not related:
        return (yield from importer.run(journal, paths, reading=reading, **how))
    chosen = Chosen(tuple(paths))
    left_out = yield from only_related(journal, chosen, reading)
    stream, total = chosen.open(journal.chats.known, reading)
    return (yield from importer.take(journal, preview.without(stream, left_out, total), total, **how))


def report_shape(report: ImportReport, filed: int = 0) -> dict[str, Any]:
    """Return the counts of an import; `filed` more were filed since."""
    return {
        "new": report.new,
        "known": report.known,
        "filed": report.filed + filed,
        "waiting": report.waiting - filed,
        "failed": [{"source": failure.source, "reason": failure.reason} for failure in report.failed],
        "contacts": sorted(report.changes.ids.get(Kind.CONTACT, frozenset())),
    }


def report_lines(shape: dict[str, Any], *, dry_run: bool) -> list[str]:
    """Return the counts in lines for people."""
    would = "would be " if dry_run else ""
    lines = [f"{shape['new']} new, {shape['known']} known already, {len(shape['failed'])} failed"]
    if shape["new"]:
        lines.append(f"{shape['filed']} {would}filed, {shape['waiting']} {would}waiting (casebook inbox list)")
    return lines


def _kept(journal: Journal, before: int) -> int:
    """Return how many mails the ledger has gained since entry `before`."""
    count = 0
    while entries := journal.ledger.entries(after=before):
        count += sum(entry.what in _KEPT for entry in entries)
        before = entries[-1].number
    return count

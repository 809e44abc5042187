"""`casebook import`: mails in, each to the case it certainly belongs to, the rest into the inbox."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casebook.cli.chats import chat_options, import_transcript, reading_of
from casebook.cli.progress import finish
from casebook.cli.session import Command, Session, pass_session
from casebook.journal import Journal, Kind
from casebook.journal.errors import NotFound

if TYPE_CHECKING:
    from casebook.mail.importer import ImportReport

_KEPT = {"mail.imported", "chat.imported"}


@click.command("import", cls=Command)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--case", "case", metavar="CASE", help="File every mail in this case.")
@click.option("--auto", is_flag=True, help="File mails of a known thread or number also where the sender is new.")
@click.option("--dry-run", is_flag=True, help="Say what would come in; change nothing.")
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
    from casebook.mail import importer
    from casebook.mail.filing.matching import Matcher
    from casebook.mail.filing.settling import settle
    from casebook.mail.formats import paste

    pasted = sys.stdin.buffer.read() if paths == (Path("-"),) else None
    for path in paths if pasted is None else ():
        if not path.exists():
            raise NotFound("there is no file or folder {path}: check the name", path=path)
    with session.journal(create=not dry_run and case is None) as journal:
        case_id = journal.cases.find(case).id if case else None
        before = journal.ledger.head().number
        place, reading = Matcher.from_journal(journal).place, reading_of(session, chat)
        try:
            how: dict[str, Any] = {"case_id": case_id, "dry_run": dry_run, "place": place, "settle": settle}
            if pasted is None:
                job = importer.run(journal, paths, reading=reading, **how)
            else:
                job = importer.take(journal, paste.read(pasted), len(pasted), **how)
            report = finish(job)
        except KeyboardInterrupt:
            session.note(
                f"stopped; {_kept(journal, before)} mails were imported and are kept, the rest was not touched"
            )
            raise
        contacts = report.changes.ids.get(Kind.CONTACT, frozenset())
        filed = file_probable(journal, contacts) if auto and report.waiting else 0
        shape = report_shape(report, filed)
        session.answer(shape, report_lines(shape, dry_run=dry_run))
    for failure in report.failed:
        session.say(f"{failure.source}: {failure.reason}")
    if report.failed and not report.new and not report.known:
        context.exit(1)


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

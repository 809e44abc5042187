"""`casebook import` and `casebook inbox`: mails in, and filing those that belong to no known thread."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from casebook.cli import output, shapes
from casebook.cli.options import RECORD_NUMBER
from casebook.cli.progress import finish
from casebook.cli.session import Command, Group, Session, pass_session
from casebook.journal import Journal, Kind
from casebook.journal.errors import BadInput, NotFound

_KEPT = "mail.imported"


@click.command("import", cls=Command)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--case", "case", metavar="CASE", help="File every mail in this case.")
@click.option("--auto", is_flag=True, help="File mails that name a known ticket number, too, not only known threads.")
@click.option("--dry-run", is_flag=True, help="Say what would come in; change nothing.")
@click.pass_context
@pass_session
def import_mail(
    session: Session, context: click.Context, *, paths: tuple[Path, ...], case: str | None, auto: bool, dry_run: bool
) -> None:
    """Import .eml and .mbox files, and folders of them; what is known already is passed over.

    A message that cannot be read is named and the rest goes on; exit code 1 where nothing at all could be read.
    """
    if case and auto:
        raise click.UsageError("--case and --auto exclude each other")
    from casebook.mail import importer

    for path in paths:
        if not path.exists():
            raise NotFound("there is no file or folder {path}: check the name", path=path)
    with session.journal(create=not dry_run and case is None) as journal:
        case_id = journal.cases.find(case).id if case else None
        before = journal.ledger.head().number
        try:
            report = finish(importer.run(journal, list(paths), case_id=case_id, dry_run=dry_run))
        except KeyboardInterrupt:
            session.note(
                f"stopped; {_kept(journal, before)} mails were imported and are kept, the rest was not touched"
            )
            raise
        contacts = report.changes.ids.get(Kind.CONTACT, frozenset())
        filed = _file_suggested(journal, contacts) if auto else 0
        shape = {
            "new": report.new,
            "known": report.known,
            "filed": report.filed + filed,
            "waiting": report.waiting - filed,
            "failed": [{"source": failure.source, "reason": failure.reason} for failure in report.failed],
            "contacts": sorted(contacts),
        }
        session.answer(shape, _report_lines(shape, dry_run=dry_run))
    for failure in report.failed:
        session.say(f"{failure.source}: {failure.reason}")
    if report.failed and not report.new and not report.known:
        context.exit(1)


@click.group(cls=Group)
def inbox() -> None:
    """Imported mails that wait to be filed."""


@inbox.command("list")
@pass_session
def list_inbox(session: Session) -> None:
    """List the mails that wait, newest first, with the case they seem to belong to."""
    with session.journal() as journal:
        found = journal.inbox.waiting()
        rows = [
            (
                str(row.contact_id),
                output.time(row.happened),
                {"in": "from", "out": "sent by"}[row.direction],
                row.sender_name or row.sender,
                f"maybe C-{row.suggested_case}" if row.suggested_case else "",
                row.subject or row.snippet,
            )
            for row in found
        ]
        session.answer([shapes.inbox_row(row) for row in found], output.table(rows, empty="the inbox is empty"))


@inbox.command("file")
@click.argument("mails", nargs=-1, type=RECORD_NUMBER, metavar="MAIL…")
@click.option("--case", "case", metavar="CASE", help="Left out: the case that the inbox suggests for each.")
@click.option("--all", "every", is_flag=True, help="Every mail that waits.")
@pass_session
def file_mails(session: Session, mails: tuple[int, ...], case: str | None, every: bool) -> None:
    """File mails in a case."""
    with session.journal() as journal:
        chosen = _chosen(journal, mails, every=every)
        if case:
            target = journal.cases.find(case).id
            with journal.transaction():
                journal.inbox.file(chosen, target)
        else:
            _file_all_suggested(journal, chosen)
        _answer(session, journal, chosen, "filed")


@inbox.command("discard")
@click.argument("mails", nargs=-1, required=True, type=RECORD_NUMBER, metavar="MAIL…")
@pass_session
def discard(session: Session, mails: tuple[int, ...]) -> None:
    """Take mails out of the inbox without filing them; they are not imported again."""
    with session.journal() as journal:
        chosen = _chosen(journal, mails, every=False)
        journal.inbox.discard(chosen)
        _answer(session, journal, chosen, "discarded")


@inbox.command("restore")
@click.argument("mails", nargs=-1, required=True, type=RECORD_NUMBER, metavar="MAIL…")
@pass_session
def restore(session: Session, mails: tuple[int, ...]) -> None:
    """Put discarded mails back into the inbox."""
    with session.journal() as journal:
        chosen = list(dict.fromkeys(mails))
        for number in chosen:
            if number not in journal.mail.is_mail([number]) or journal.contacts.get(number).case_id is not None:
                raise NotFound("there is no discarded mail {number} in this casebook", number=number)
        journal.inbox.restore(chosen)
        _answer(session, journal, chosen, "restored")


def _chosen(journal: Journal, mails: tuple[int, ...], *, every: bool) -> list[int]:
    """Return the mails that are meant, each once. Raises UsageError, NotFound for one that does not wait."""
    waiting = [row.contact_id for row in journal.inbox.waiting()]
    if every == bool(mails):
        raise click.UsageError("name the mails by number, or say --all")
    for number in mails:
        if number not in waiting:
            raise NotFound("mail {number} does not wait in the inbox: see 'casebook inbox list'", number=number)
    return waiting if every else list(dict.fromkeys(mails))


def _file_suggested(journal: Journal, contact_ids: frozenset[int]) -> int:
    """File those of the mails that the inbox has a case for; return how many."""
    found = [r for r in journal.inbox.waiting() if r.contact_id in contact_ids and r.suggested_case is not None]
    with journal.transaction():
        for row in found:
            journal.inbox.file([row.contact_id], row.suggested_case or 0)
    return len(found)


def _file_all_suggested(journal: Journal, chosen: list[int]) -> None:
    cases = {row.contact_id: row.suggested_case for row in journal.inbox.waiting()}
    if lost := [number for number in chosen if cases[number] is None]:
        raise BadInput("no case is known for mail {number}: name one with --case", number=lost[0])
    with journal.transaction():
        for number in chosen:
            journal.inbox.file([number], cases[number] or 0)


def _answer(session: Session, journal: Journal, chosen: list[int], what: str) -> None:
    contacts = journal.contacts.many(chosen)
    made = [contacts[number] for number in chosen if number in contacts]
    lines = [
        f"{what} mail {c.id}{f' in C-{c.case_id}' if c.case_id is not None else ''}: {output.one_line(c.subject, 80)}"
        for c in made
    ]
    session.answer([shapes.contact(c) for c in made], lines)


def _kept(journal: Journal, before: int) -> int:
    """Return how many mails the ledger has gained since entry `before`."""
    count = 0
    while entries := journal.ledger.entries(after=before):
        count += sum(entry.what == _KEPT for entry in entries)
        before = entries[-1].number
    return count


def _report_lines(shape: dict[str, Any], *, dry_run: bool) -> list[str]:
    would = "would be " if dry_run else ""
    lines = [f"{shape['new']} new, {shape['known']} known already, {len(shape['failed'])} failed"]
    if shape["new"]:
        lines.append(f"{shape['filed']} {would}filed, {shape['waiting']} {would}waiting (casebook inbox list)")
    return lines

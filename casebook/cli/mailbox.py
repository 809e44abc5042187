"""`casebook mailbox`: mailboxes on a server, and fetching what is new in them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from casebook.cli import output
from casebook.cli.mail import report_lines, report_shape
from casebook.cli.options import choice
from casebook.cli.progress import finish
from casebook.cli.session import Group, Session, pass_session
from casebook.cli.shapes import Shape, utc
from casebook.cli.unlocking import given
from casebook.journal import Journal
from casebook.journal.errors import BadInput, Locked
from casebook.journal.incoming import Mailbox, MailboxFolder
from casebook.journal.terms import Security

PASSWORD = "CASEBOOK_MAIL_PASSWORD"  # noqa: S105 - the name of the environment's variable

Command = Callable[..., Any]


@click.group(cls=Group)
def mailbox() -> None:
    """Mailboxes on a server: only what is new is fetched, and nothing there is changed or marked as read."""


def _reaching(command: Command) -> Command:
    """Add the options of a command that connects to the server."""
    for option in (
        click.option(
            "--remember", is_flag=True, help="Keep the password in this computer's keyring, and nowhere else."
        ),
        click.option(
            "--password-file",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="The mailbox's password, in a file. Else $CASEBOOK_MAIL_PASSWORD, the keyring, or a prompt.",
        ),
        click.option(
            "--accept-fingerprint",
            metavar="SHA256",
            help="Trust the certificate with this fingerprint, as your provider states it.",
        ),
    ):
        command = option(command)
    return command


def _describing(command: Command) -> Command:
    """Add the options that say what to fetch, and by which way."""
    for option in (
        click.option("--words", metavar="WORDS", help="Only mails with all of these words anywhere; '' for all."),
        click.option("--from", "sender", metavar="WORDS", help="Only mails whose sender has these words."),
        click.option("--since", metavar="DATE", help="Only mails since this day, such as 2026-01-31; '' for all."),
        click.option("--security", type=choice(Security), help="tls, unless your provider wants starttls."),
        click.option("--port", type=click.IntRange(1, 65_535), help="Left out: 993 for tls, 143 for starttls."),
        click.option("--name", help="What to call it here. Left out: the user name."),
    ):
        command = option(command)
    return command


@mailbox.command("add")
@click.argument("host")
@click.argument("user")
@_describing
@click.option("--offline", is_flag=True, help="Note it without connecting to the server.")
@_reaching
@pass_session
def add(session: Session, /, *, host: str, user: str, offline: bool, **given_options: Any) -> None:
    """Note the mailbox of USER at the server HOST, after logging in once."""
    way, reach = _apart(given_options)
    way["security"] = Security(way.get("security") or Security.TLS)
    way["fingerprint"] = reach["accept_fingerprint"] or ""
    with session.journal(create=True) as journal:
        found = [] if offline else _look(session, journal.mailboxes.draft(host, user, **way), reach)
        box = journal.mailboxes.get(journal.mailboxes.add(host, user, **way).made)
        lines = [f"added mailbox {box.id}: {box.user} at {box.host}"]
        lines += [f"it has {len(found)} folders: see 'casebook mailbox folders {box.id}'"] if found else []
        session.answer(_shape(box, []), lines)


@mailbox.command("list")
@pass_session
def list_mailboxes(session: Session) -> None:
    """List the mailboxes, with the folders that are read."""
    with session.journal() as journal:
        boxes = [(box, journal.mailboxes.folders(box.id)) for box in journal.mailboxes.all()]
        rows = [
            (str(box.id), box.name, box.host, ", ".join(f.name for f in folders if f.chosen), box.search)
            for box, folders in boxes
        ]
        session.answer([_shape(*each) for each in boxes], output.table(rows, empty="no mailboxes noted"))


@mailbox.command("edit")
@click.argument("which", metavar="MAILBOX")
@click.option("--host")
@click.option("--user")
@_describing
@click.option("--accept-fingerprint", metavar="SHA256", help="Trust the certificate with this fingerprint.")
@pass_session
def edit(session: Session, /, *, which: str, **given_options: Any) -> None:
    """Change where a mailbox is, or what is fetched from it; it is then read from the beginning."""
    with session.journal() as journal:
        box = journal.mailboxes.find(which)
        way, reach = _apart(given_options, box.search)
        changed = {name: value for name, value in {**way, "fingerprint": reach["accept_fingerprint"]}.items() if value}
        if "search" in way:
            changed["search"] = way["search"]
        if not changed:
            raise click.UsageError("nothing to change: name at least one option")
        journal.mailboxes.edit(box.id, **changed)
        box = journal.mailboxes.get(box.id)
        session.answer(_shape(box, journal.mailboxes.folders(box.id)), [f"changed mailbox {box.id}"])


@mailbox.command("folders")
@click.argument("which", metavar="MAILBOX")
@_reaching
@pass_session
def folders(session: Session, /, *, which: str, **reach: Any) -> None:
    """List the folders on the server, with how many mails each has and which are read."""
    with session.journal() as journal:
        box = _accepted(journal, journal.mailboxes.find(which), reach)
        found = _look(session, box, reach)
        chosen = {folder.name for folder in journal.mailboxes.folders(box.id) if folder.chosen}
        shape = [
            {"name": f.name, "purpose": str(f.purpose), "messages": f.messages, "chosen": f.name in chosen}
            for f in found
        ]
        rows = [
            ("read" if f.name in chosen else "", f.name, "" if f.messages is None else str(f.messages), str(f.purpose))
            for f in found
        ]
        session.answer(shape, output.table(rows, empty="no folders"))


@mailbox.command("choose")
@click.argument("which", metavar="MAILBOX")
@click.argument("names", nargs=-1, metavar="FOLDER…")
@pass_session
def choose(session: Session, which: str, names: tuple[str, ...]) -> None:
    """Say which folders are read; without any: inbox, sent mail and archive, or the folder that has all."""
    with session.journal() as journal:
        box = journal.mailboxes.find(which)
        journal.mailboxes.choose(box.id, names)
        told = ", ".join(names) or "the usual folders"
        session.answer(_shape(box, journal.mailboxes.folders(box.id)), [f"mailbox {box.id}: reads {told}"])


@mailbox.command("fetch")
@click.argument("which", metavar="MAILBOX")
@click.argument("names", nargs=-1, metavar="FOLDER…")
@click.option("--case", "case", metavar="CASE", help="File every mail in this case.")
@click.option("--again", is_flag=True, help="Read everything anew, not only what is new; known mails are passed over.")
@click.option("--dry-run", is_flag=True, help="Say what would come in; record nothing.")
@_reaching
@click.pass_context
@pass_session
def fetch(
    session: Session,
    context: click.Context,
    /,
    *,
    which: str,
    names: tuple[str, ...],
    case: str | None,
    again: bool,
    dry_run: bool,
    **reach: Any,
) -> None:
    """Import what is new in a mailbox: in these folders, else in the chosen ones.

    Where the connection breaks, what came is kept, and the next fetch goes on there; exit code 1.
    """
    from casebook.mail.filing.matching import Matcher
    from casebook.mail.mailbox import fetch as room

    with session.journal() as journal:
        case_id = journal.cases.find(case).id if case else None
        box = _accepted(journal, journal.mailboxes.find(which), reach)
        password = _password(box, reach)
        place = Matcher.from_journal(journal).place
        how: dict[str, Any] = {"case_id": case_id, "dry_run": dry_run, "place": place}
        job = room.fetch(journal, box, password, folders=names, again=again, **how)
        done = _entered(session, box, lambda: finish(job))
        _remember(session, box, password, reach)
        shape = report_shape(done.report)
        shape["stopped"] = str(done.stopped) if done.stopped else None
        session.answer(shape, report_lines(shape, dry_run=dry_run))
    for failure in done.report.failed:
        session.say(f"{failure.source}: {failure.reason}")
    if done.stopped:
        session.say(str(done.stopped))
        context.exit(1)


@mailbox.command("forget")
@click.argument("which", metavar="MAILBOX")
@pass_session
def forget(session: Session, which: str) -> None:
    """Take a mailbox off the list, and its password out of the keyring; the mails that came from it stay."""
    from casebook.mail.mailbox import passwords

    with session.journal() as journal:
        box = journal.mailboxes.find(which)
        shape = _shape(box, journal.mailboxes.folders(box.id))
        journal.mailboxes.forget(box.id)
        passwords.drop(box)
        session.answer(shape, [f"forgot mailbox {box.id}: {box.user} at {box.host}"])


def _apart(options: dict[str, Any], search: str = "") -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what describes a mailbox, with its search as it is kept, and what is for reaching it. Raises BadInput."""
    from casebook.mail.mailbox.search import Wanted

    reach = {name: options.pop(name, None) for name in ("accept_fingerprint", "password_file", "remember")}
    since, sender, words = (options.pop(name) for name in ("since", "sender", "words"))
    way = {name: value for name, value in options.items() if value}
    if (since, sender, words) != (None, None, None):
        before = Wanted.parse(search)
        day = before.since if since is None else _day(since) if since else None
        asked = replace(before, since=day)
        asked = asked if sender is None else replace(asked, sender=sender)
        way["search"] = (asked if words is None else replace(asked, words=words)).text
    return way, reach


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput("'{text}' is not a day: write it like 2026-01-31", text=text) from None


def _accepted(journal: Journal, box: Mailbox, reach: dict[str, Any]) -> Mailbox:
    """Note the fingerprint that the user accepts. Raises BadInput for one that is none."""
    if reach["accept_fingerprint"]:
        journal.mailboxes.edit(box.id, fingerprint=reach["accept_fingerprint"])
    return journal.mailboxes.get(box.id)


def _look(session: Session, box: Mailbox, reach: dict[str, Any]) -> list[Any]:
    from casebook.mail.mailbox.fetch import look

    password = _password(box, reach)
    found = _entered(session, box, lambda: finish(look(box, password)))
    _remember(session, box, password, reach)
    return list(found)


def _entered(session: Session, box: Mailbox, work: Callable[[], Any]) -> Any:
    """Do what needs the server; where its certificate is in question, say how to answer. Raises CasebookError."""
    from casebook.mail.mailbox.errors import Untrusted

    try:
        return work()
    except Untrusted:
        session.note(f"to accept the certificate of {box.host}, give the command again with --accept-fingerprint")
        raise


def _password(box: Mailbox, reach: dict[str, Any]) -> str:
    """Return the mailbox's password, asked for on a terminal where it is nowhere else. Raises Locked, BadInput."""
    from casebook.mail.mailbox import passwords

    if password := given(reach["password_file"], PASSWORD) or passwords.load(box):
        return password
    if not (sys.stdin.isatty() or sys.stderr.isatty()):
        raise Locked(
            "the mailbox of {user} at {host} needs a password: name a file that holds it with --password-file, or set "
            "$CASEBOOK_MAIL_PASSWORD",
            user=box.user,
            host=box.host,
        )
    return str(click.prompt(f"Password of {box.user} at {box.host}", hide_input=True, err=True))


def _remember(session: Session, box: Mailbox, password: str, reach: dict[str, Any]) -> None:
    from casebook.mail.mailbox import passwords

    if reach["remember"] and not passwords.save(box, password):
        session.note("this computer has no keyring that takes the password: it is asked for each time")


def _shape(box: Mailbox, folders: list[MailboxFolder]) -> Shape:
    return {
        "id": box.id,
        "name": box.name,
        "host": box.host,
        "port": box.port,
        "security": str(box.security),
        "user": box.user,
        "fingerprint": box.fingerprint or None,
        "search": box.search,
        "folders": [
            {"name": f.name, "chosen": f.chosen, "read_to": f.last_uid, "read_at": utc(f.read_at)} for f in folders
        ],
        "recorded_at": utc(box.recorded_at),
    }

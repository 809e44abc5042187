"""`casebook import` of chats: what is said of an export, a transcript from a file or standard input, who is in one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from casebook.cli import output, shapes
from casebook.cli.options import RECORD_NUMBER, choice, words
from casebook.cli.session import Group, Session, pass_session
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.store.durable import write_whole
from casebook.journal.terms import Channel
from casebook.journal.times import HowKnown, parse

if TYPE_CHECKING:
    from casebook.mail.chats.stretches import Reading

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
_DATES = {"day-first": True, "month-first": False}


def chat_options(function: Decorated) -> Decorated:
    """Add the options that say what an export or a transcript leaves open."""
    for option in (
        click.option("--lang", type=click.Choice(["en", "zh"]), default="en", help="Of remarks such as “edited”."),
        click.option("--platform", default="", metavar="NAME", help="Of a transcript: where the chat was."),
        click.option("--channel", type=choice(Channel, Channel.EMAIL), help="Of a chat; left out: chat, or social."),
        click.option("--agent", default="", help="Of a chat: who answered, where the names in it do not say."),
        click.option("--day", metavar="DATE", help="Of a transcript that has only hours: the day it began."),
        click.option("--dates", type=click.Choice(list(_DATES)), help="Of a chat: whether 03/11 is in November."),
        click.option("--zone", metavar="ZONE", help="Where a chat's times were read: Asia/Singapore, or +08:00."),
        click.option("--bot", "bots", multiple=True, metavar="NAME", help="A name in a chat that is a machine's."),
        click.option("--me", multiple=True, metavar="NAME", help="Your own name in a chat."),
        click.option("--chat", "only", multiple=True, metavar="NAME", help="Of an export with several: only this one."),
        click.option("--transcript", metavar="FILE", help="A chat as copied text, into --case; - reads stdin."),
    ):
        function = option(function)
    return function


def reading_of(session: Session, values: dict[str, Any]) -> Reading:
    """Return what the chat options say. Raises BadInput for a time zone that is none."""
    from casebook.journal.times import zone
    from casebook.mail.chats.stretches import Reading

    where = values["zone"] or session.zone()
    zone(where)
    return Reading(
        zone=where,
        language=values["lang"],
        me=frozenset(values["me"]),
        bots=frozenset(values["bots"]),
        only=frozenset(values["only"]) or None,
        day_first=_DATES.get(values["dates"] or ""),
        channel=Channel(values["channel"]) if values["channel"] else None,
        platform=values["platform"],
        agent=values["agent"],
    )


def import_transcript(session: Session, case: str | None, values: dict[str, Any], *, dry_run: bool) -> None:
    """Record a transcript in a case, or only say how it is read."""
    if not case:
        raise click.UsageError("--transcript needs the --case it belongs to")
    from casebook.mail.chats import pasted, transcripts

    text, source = _transcript(values["transcript"])
    reading = reading_of(session, values)
    when = parse(values["day"], reading.zone, known=HowKnown.MEMORY) if values["day"] else None
    day = when.local.date() if when else None
    with session.journal() as journal:
        found = journal.cases.find(case)
        read = pasted.read(text, reading, day=day or _today(session))
        roles = transcripts.roles(read, reading, transcripts.own_names(journal, found.firm_id))
        chats = transcripts.chats(
            text,
            read,
            reading,
            parts=roles,
            title=values["platform"],
            source=source,
            began=when,
            known=journal.chats.known,
        )
        if dry_run:
            parts = {who: str(role or "system") for who, role in roles.items()}
            texts = [chat.text for chat in chats]
            shape = {"layout": str(read.layout), "roles": parts, "texts": texts}
            session.answer(shape, [*(f"{who}: {role}" for who, role in parts.items()), *texts])
            return
        added = journal.chats.add(chats, case_id=found.id)
        made = [journal.contacts.get(number) for number in added.contacts]
        shown = [f"logged contact {one.id} in {found.number}: {_lines(one.text)}" for one in made]
        session.answer([shapes.contact(one) for one in made], shown or ["every line of it is known already"])


@click.group("chat", cls=Group)
def chat() -> None:
    """Exported chats: who is in a file, and what of it is in this casebook."""


@chat.command("list")
@click.argument("path", type=click.Path(path_type=Path))
@pass_session
def list_chats(session: Session, path: Path) -> None:
    """List the conversations in an exported chat file; changes nothing."""
    from casebook.mail.chats import exports

    there = exports.conversations(exports.chosen(path))
    shape = [{"program": each.platform, "id": each.ident, "title": each.title, "kind": each.kind} for each in there]
    rows = [(each.platform, each.ident, each.kind, each.title) for each in there]
    session.answer(shape, output.table(rows, empty="there is no conversation in it"))


@chat.command("show")
@click.argument("contact", type=RECORD_NUMBER)
@pass_session
def show_chat(session: Session, contact: int) -> None:
    """Show a stretch of a chat: its numbered lines, where it came from, and what could not be read."""
    with session.journal() as journal:
        found = journal.chats.of_contact(contact)
        shape = {
            "contact": contact,
            "platform": found.platform,
            "conversation": found.conversation,
            "title": found.title,
            "source": found.source,
            "problems": list(found.problems),
            "sha256": found.raw.sha256,
            "bytes": found.raw.size,
            "stretches": journal.chats.thread(found.thread_id),
            "text": journal.contacts.get(contact).text,
        }
        session.answer(shape, [f"{name}: {value}" for name, value in shape.items() if value not in ("", [])])


@chat.command("save")
@click.argument("contact", type=RECORD_NUMBER)
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--replace", is_flag=True, help="Write over a file that is there.")
@pass_session
def save_chat(session: Session, contact: int, path: Path, *, replace: bool) -> None:
    """Write the messages of a stretch to a new file, as the very bytes they were exported as."""
    with session.journal() as journal:
        raw, stored = journal.chats.raw(contact), journal.chats.of_contact(contact).raw
        if path.exists() and not replace:
            raise BadInput("{path} is there already: choose another name, or replace it", path=path)
        write_whole(path, raw)
        session.answer(
            {"contact": contact, "path": str(path), "sha256": stored.sha256, "bytes": stored.size},
            [f"saved chat {contact} as {path}, SHA-256 {stored.sha256}"],
        )


def _transcript(name: str) -> tuple[str, str]:
    """Return the text and what it is called."""
    if name == "-":
        return words("-"), "pasted"
    path = Path(name)
    if not path.is_file():
        raise NotFound("there is no file {path}: check the name", path=path)
    try:
        return path.read_text("utf-8-sig"), path.name
    except UnicodeDecodeError:
        return path.read_text("gb18030", errors="replace"), path.name


def _today(session: Session) -> date:
    return session.now().local.date()


def _lines(text: str) -> str:
    count = sum(1 for row in text.split("\n") if row and not row.startswith(" "))
    return f"{count} line{'s' if count != 1 else ''}"

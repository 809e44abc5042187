"""`casebook mail`: one mail with what was understood of it, and mails out again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from casebook.cli import output, shapes
from casebook.cli.options import RECORD_NUMBER
from casebook.cli.progress import finish
from casebook.cli.session import Group, Session, pass_session
from casebook.journal import Journal
from casebook.journal.errors import CasebookError
from casebook.journal.incoming import MailCopy
from casebook.journal.records import StoredFile


@click.group(cls=Group)
def mail() -> None:
    """One mail: what was understood of it, its raw bytes; and a case's mails as a mailbox file."""


@mail.command("show")
@click.argument("contact", type=RECORD_NUMBER)
@pass_session
def show_mail(session: Session, contact: int) -> None:
    """Show a mail: its headers, where its copies came from, and what could not be read."""
    with session.journal() as journal:
        shape = _shape(journal, contact)
        lines = [f"{name.replace('_', ' ')}: {_words(value)}" for name, value in shape.items() if value not in ("", [])]
        session.answer(shape, lines)


@mail.command("save")
@click.argument("contact", type=RECORD_NUMBER)
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE|DIR")
@click.option("--replace", is_flag=True, help="Write over a file that is there.")
@pass_session
def save_mail(session: Session, contact: int, path: Path, *, replace: bool) -> None:
    """Write a mail as the very bytes it was imported as; in a folder it is named after its subject."""
    from casebook.mail import outgoing

    with session.journal() as journal:
        target = path / outgoing.name(journal, contact) if path.is_dir() else path
        outgoing.save(journal, contact, target, replace=replace)
        raw = journal.mail.of_contact(contact).raw
        session.answer(
            {"contact": contact, "path": str(target), "sha256": raw.sha256, "bytes": raw.size},
            [f"saved mail {contact} as {target}, SHA-256 {raw.sha256}"],
        )


@mail.command("mbox")
@click.argument("case")
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--replace", is_flag=True, help="Write over a file that is there.")
@pass_session
def write_mbox(session: Session, case: str, path: Path, *, replace: bool) -> None:
    """Write all mails of CASE to one mailbox file (mboxrd), oldest first."""
    from casebook.mail import outgoing

    with session.journal() as journal:
        written = finish(outgoing.to_mbox(journal, journal.cases.find(case).id, path, replace=replace))
        session.answer(
            {"path": str(written.path), "mails": written.mails, "left_out": list(written.left_out)},
            [f"wrote {written.mails} mails to {written.path}"],
        )
    for contact in written.left_out:
        session.say(f"mail {contact} is in Outlook's own format: save it by itself with 'casebook mail save {contact}'")


def _shape(journal: Journal, contact_id: int) -> dict[str, Any]:
    told, contact = journal.mail.of_contact(contact_id), journal.contacts.get(contact_id)
    return {
        "contact": contact_id,
        "case": shapes.number(contact.case_id) if contact.case_id is not None else "",
        "subject": told.subject,
        "from": f"{told.sender_name} <{told.sender}>" if told.sender_name else told.sender,
        "reply_to": told.reply_to,
        "to": list(told.to),
        "cc": list(told.cc),
        "date_header": told.date_header,
        "happened_at": contact.happened.rfc3339,
        "how_known": str(contact.happened.known),
        "message_id": told.message_id,
        "in_reply_to": list(told.in_reply_to),
        "references": list(told.references),
        "marks": [{"system": m.system, "ticket": m.ticket, "account": m.account} for m in told.marks],
        "automatic": str(contact.automatic),
        "quote_at": contact.quote_at if contact.quote_at is not None else "",
        "signature_at": contact.signature_at if contact.signature_at is not None else "",
        "not_understood": list(told.problems),
        "parts": _parts(journal, contact_id),
        "exhibits": [shapes.exhibit(exhibit) for exhibit in contact.exhibits],
        "sources": [_source(told.source, told.raw), *map(_copy, journal.mail.copies(contact_id))],
    }


def _parts(journal: Journal, contact_id: int) -> list[dict[str, Any]]:
    """Return what became of each part of the message; nothing where its bytes are gone."""
    from casebook.mail.message import outline

    try:
        raw = journal.mail.raw(contact_id)
    except CasebookError:
        return []
    return [
        {
            "depth": line.depth,
            "type": line.media_type,
            "name": line.name,
            "bytes": line.size,
            "became": str(line.use),
            "charset": line.label,
            "read_as": str(line.rung) if line.rung else "",
        }
        for line in outline.of(raw)
    ]


def _copy(copy: MailCopy) -> dict[str, Any]:
    return {**_source(copy.source, copy.raw), "recorded_at": shapes.utc(copy.recorded_at)}


def _source(source: str, raw: StoredFile) -> dict[str, Any]:
    return {"source": source, "sha256": raw.sha256, "bytes": raw.size}


def _words(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_words(each) for each in value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {_words(each)}" for name, each in value.items() if each not in ("", [], None))
    return output.one_line(str(value))

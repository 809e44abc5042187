"""`casebook draft`: words from the facts of a case, to edit, copy or save; the program never signs or sends them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casebook import paths
from casebook.cli import output, shapes_messages
from casebook.cli.message_options import about_options, refuse_secret, wanted
from casebook.cli.session import Command, Session, pass_session
from casebook.dossier.drafts.draft import Draft, DraftKind
from casebook.journal.errors import NotFound
from casebook.journal.terms import Channel, LetterKind

if TYPE_CHECKING:
    from casebook.dossier.messages.message import Message
    from casebook.journal import Journal
    from casebook.journal.planning import Letter

_KINDS = list(dict.fromkeys([*map(str, LetterKind), *map(str, DraftKind)]))


@click.command(cls=Command)
@click.argument("case")
@click.option("--kind", type=click.Choice(_KINDS), help="What it is for. Left out: what --about asks for.")
@about_options("--about", "--answers")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="The file of a document or letter, .docx or .txt."
)
@click.option("--eml", type=click.Path(path_type=Path), metavar="FILE", help="Save a message as an unsent mail.")
@click.option("--mailto", is_flag=True, help="Print the address that opens it in a mail program.")
@click.option("--replace", "over", is_flag=True, help="Write over a file that is there.")
@click.option("--keep", is_flag=True, help="Keep the message in the casebook, to be changed or logged as sent.")
@click.option("--kept", is_flag=True, help="Show the message that was kept instead of making it anew.")
@click.option("--forget", is_flag=True, help="Forget the message that was kept.")
@click.option("--anyway", is_flag=True, help="Although it seems to hold a secret.")
@pass_session
def draft(
    session: Session, /, case: str, kind: str | None, out: Path | None, eml: Path | None, over: bool, **options: Any
) -> None:
    """Write a message to the firm, or a document about the case.

    Messages: first, nudge, resend, promise-broken, supply, call-summary, complaint, data-request, transcript-request,
    escalation; --channel says how they go. Documents, each sentence with the record that it rests on: complaint
    (without --channel), summary, police; --out saves them.
    """
    message_wanted = options["channel"] or eml or options["mailto"] or options["keep"] or options["kept"]
    if kind in ("summary", "police") or (kind == "complaint" and not message_wanted):
        if message_wanted:
            raise click.UsageError(f"{kind} is a document: save it with --out")
        _document(session, case, kind, options["lang"], out, over)
        return
    if out is not None and options["channel"] != Channel.LETTER:
        raise click.UsageError("--out is for documents and letters: save another message with --eml")
    with session.journal() as journal:
        found = wanted(session, journal, case, kind, options)
        message = found.message
        letter = _kept(journal, found.case_id, message) if options["kept"] or options["forget"] else None
        if letter is not None:
            message = replace(message, subject=letter.subject, text=letter.text, recipient=letter.recipient)
            message = replace(message, exhibits=letter.exhibits, missing=())
        if letter is not None and options["forget"]:
            journal.letters.drop(letter.id)
            session.answer(shapes_messages.letter(letter), [f"forgot the {letter.kind} kept in C-{letter.case_id}"])
            return
        doubts = found.desk.look(message)
        refuse_secret(doubts, anyway=options["anyway"])
        if options["keep"]:
            _keep(journal, found.case_id, message)
        if eml is not None:
            from casebook.dossier.messages import eml as mails

            mails.write(message, found.desk.enclosures(journal, message), eml, book=journal.folder, replace=over)
        if out is not None:
            _letter(message, found.desk.facts.as_of, out, book=journal.folder, over=over)
        path = next((str(place) for place in (eml, out) if place), None)
        check = shapes_messages.guard(session, journal, found.case_id, message)
        shape = shapes_messages.message(message, found.desk, doubts) | {
            "resend": check,
            "path": path,
        }
        lines = _lines(message, found.desk.offered(message.language))
        if path is not None:
            lines = [f"wrote the {'unsent mail' if eml else 'letter'} to {path}"]
        elif options["mailto"]:
            lines = _mailto(session, message, shape)
        session.answer(shape, lines)
        for note in shapes_messages.notes(message, doubts, check, options["lang"]):
            session.note(note)


def _letter(message: Message, stamp: datetime, out: Path, *, book: Path, over: bool) -> None:
    from casebook.dossier.drafts import document
    from casebook.dossier.messages import letter

    document.write(letter.lines(message), out, language=message.language, stamp=stamp, book=book, replace=over)


def _lines(message: Message, offered: list[Any]) -> list[str]:
    names = {item.id: f"{item.name} ({item.label})" for item in offered}
    head = {
        "From": message.own_address if message.channel == "email" else "",
        "To": message.recipient,
        "Subject": message.subject,
        "Attached": ", ".join(names[number] for number in message.exhibits if number in names),
    }
    lines = [f"{name}: {output.one_line(value)}" for name, value in head.items() if value]
    return [*lines, *([""] if lines else []), *output.plain(message.text).splitlines()]


def _mailto(session: Session, message: Message, shape: dict[str, Any]) -> list[str]:
    from casebook.dossier.messages import mailto

    address = mailto.url(message.recipient, message.subject, message.text)
    shape["mailto"] = address
    if not mailto.fits(address):
        session.note(
            f"that address is {len(address)} characters long, mail programs cut it at {mailto.LIMIT}: use --eml"
        )
    if message.exhibits:
        session.note("attachments cannot go this way: use --eml")
    return [address]


def _keep(journal: Journal, case_id: int, message: Message) -> None:
    journal.letters.save(
        case_id,
        message.kind,
        message.channel,
        message.language,
        recipient=message.recipient,
        subject=message.subject,
        text=message.text,
        exhibits=message.exhibits,
        about=message.about.to_json(),
    )


def _kept(journal: Journal, case_id: int, message: Message) -> Letter:
    letter = kept_letter(journal, case_id, message)
    if letter is None:
        raise NotFound(
            "no {kind} in {language} for {channel} is kept in C-{number}: keep one with 'casebook draft --keep'",
            kind=message.kind,
            language=message.language,
            channel=message.channel,
            number=case_id,
        )
    return letter


def kept_letter(journal: Journal, case_id: int, message: Message) -> Letter | None:
    """Return the words kept for a message of this kind, channel and language, None where there are none."""
    key = (message.kind, message.channel, message.language)
    return next((x for x in journal.letters.of_case(case_id) if (x.kind, x.channel, x.language) == key), None)


def _document(session: Session, case: str, kind: str, lang: str, out: Path | None, over: bool) -> None:
    from casebook.dossier.collect import collect
    from casebook.dossier.drafts import document, kinds

    with session.journal() as journal:
        facts = collect(journal, journal.cases.find(case).id)
        made = kinds.make(facts, DraftKind(kind), lang, paths.resources() / "dossier")
        if out is not None:
            document.write(made.lines(), out, language=lang, stamp=facts.as_of, book=journal.folder, replace=over)
    shape = {"case": facts.case.number, "kind": kind, "lang": lang, "path": str(out) if out else None, **_shape(made)}
    session.answer(shape, [f"wrote the draft to {out}"] if out else made.text().splitlines())


def _shape(made: Draft) -> dict[str, Any]:
    sentences = [
        {
            "style": str(block.style),
            "text": sentence.text,
            "sources": [{"kind": str(s.kind), "id": s.id, "label": s.label} for s in sentence.sources],
        }
        for block in made.blocks
        for sentence in block.sentences
    ]
    return {"text": made.text(), "sentences": sentences}

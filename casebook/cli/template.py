"""`casebook template`: the words of messages; yours go before those that come with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from casebook import paths
from casebook.cli import output
from casebook.cli.message_options import LANGUAGE
from casebook.cli.options import choice, words
from casebook.cli.session import Group, Session, pass_session
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.terms import Channel, LetterKind

if TYPE_CHECKING:
    from casebook.dossier.messages.templates import Templates, Words
    from casebook.journal import Journal


@click.group(cls=Group)
def template() -> None:
    """The words of messages, with places for facts such as {ticket}. Yours go before the program's."""


@template.command("list")
@pass_session
def list_templates(session: Session) -> None:
    """List your own templates; every other kind and channel has the program's words."""
    with session.journal() as journal:
        own = journal.templates.all()
    rows = [
        (str(t.kind), t.channel or "every channel", t.language, output.one_line(t.subject or t.text, 60)) for t in own
    ]
    shape = [
        {
            "id": t.id,
            "kind": str(t.kind),
            "channel": t.channel,
            "lang": t.language,
            "subject": t.subject,
            "text": t.text,
        }
        for t in own
    ]
    session.answer(shape, output.table(rows, empty="no templates of your own"))


@template.command("show")
@click.argument("kind", type=choice(LetterKind))
@click.option("--channel", type=choice(Channel), default="email", show_default=True)
@click.option("--lang", type=LANGUAGE, default="en", show_default=True)
@click.option("--shipped", is_flag=True, help="As it comes with the program.")
@pass_session
def show_template(session: Session, kind: str, channel: str, lang: str, shipped: bool) -> None:
    """Show the words that are used for a kind of message."""
    with session.journal() as journal:
        known = _templates(journal)
    find = known.shipped if shipped else known.find
    _answer(session, kind, channel, lang, find(LetterKind(kind), Channel(channel), lang))


@template.command("set")
@click.argument("kind", type=choice(LetterKind))
@click.option("--channel", type=choice(Channel), help="Left out: for every channel.")
@click.option("--lang", type=LANGUAGE, default="en", show_default=True)
@click.option("--subject", default="", help="With places, such as '{plain_subject} ({sent_before})'.")
@click.option("--text", required=True, help="The words; - reads standard input.")
@pass_session
def set_template(session: Session, kind: str, channel: str | None, lang: str, subject: str, text: str) -> None:
    """Use your own words for a kind of message."""
    body = words(text)
    with session.journal() as journal:
        if unknown := _templates(journal).unknown(subject, body):
            raise BadInput("{places} is no place for a fact: see 'casebook template places'", places=", ".join(unknown))
        journal.templates.save(LetterKind(kind), channel or "", lang, subject=subject, text=body)
        made = _own(journal, kind, channel or "", lang)
        _answer(session, kind, channel or "", lang, made)


@template.command("reset")
@click.argument("kind", type=choice(LetterKind))
@click.option("--channel", type=choice(Channel), help="Left out: what you wrote for every channel.")
@click.option("--lang", type=LANGUAGE, default="en", show_default=True)
@pass_session
def reset_template(session: Session, kind: str, channel: str | None, lang: str) -> None:
    """Use the program's words again."""
    with session.journal() as journal:
        own = _own(journal, kind, channel or "", lang)
        assert own.own is not None
        journal.templates.reset(own.own)
        known = _templates(journal)
    way = Channel(channel) if channel else Channel.EMAIL
    _answer(session, kind, channel or "", lang, known.find(LetterKind(kind), way, lang))


@template.command("places")
@click.option("--lang", type=LANGUAGE, default="en", show_default=True)
@pass_session
def list_places(session: Session, lang: str) -> None:
    """List the places for facts. {name} must be known, a line with {name?} goes where it is not."""
    with session.journal() as journal:
        fields = _templates(journal).fields
    rows = [("{" + f.name + "}", f.labels[lang] + ("" if f.public else " *")) for f in fields.values()]
    shape = [{"place": f.name, "what": f.labels[lang], "public": f.public} for f in fields.values()]
    session.answer(shape, [*output.table(rows), "* left out of public posts"])


def _templates(journal: Journal) -> Templates:
    from casebook.dossier.messages.templates import Templates

    return Templates(paths.resources() / "guides" / "messages", journal.templates.all())


def _own(journal: Journal, kind: str, channel: str, lang: str) -> Words:
    from casebook.dossier.messages.templates import Words

    for one in journal.templates.all():
        if (one.kind, one.channel, one.language) == (kind, channel, lang):
            return Words(one.subject, one.text, one.id)
    raise NotFound("you have no words of your own for {kind} in {language}", kind=kind, language=lang)


def _answer(session: Session, kind: str, channel: str, lang: str, found: Words) -> None:
    shape: dict[str, Any] = {"kind": kind, "channel": channel, "lang": lang, "own": found.own is not None}
    shape |= {"subject": found.subject, "text": found.text}
    head = [f"Subject: {found.subject}", ""] if found.subject else []
    session.answer(shape, [*head, *output.plain(found.text).splitlines()])

"""`casebook help-search`: what was looked up in the firm's help centre, and which words are still worth trying."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from casebook.cli import output, shapes
from casebook.cli.options import attachment, stated_time, time_options, words
from casebook.cli.ready import LANGUAGE, folder
from casebook.cli.session import Command, Session, pass_session
from casebook.guide.ready import help_words
from casebook.guide.ready.help_words import Hint
from casebook.guide.ready.known import known
from casebook.journal.planning import Details
from casebook.journal.records import Case
from casebook.journal.terms import Channel, Direction

HELPED = ("yes", "partly", "no")


@click.command("help-search", cls=Command)
@click.argument("case")
@click.option("--keyword", "typed", multiple=True, metavar="WORDS", help="What you looked for; repeatable.")
@click.option(
    "--article", "articles", multiple=True, metavar="TEXT", help="What came up, title or address; repeatable."
)
@click.option("--helped", type=click.Choice(HELPED), help="Whether it answered the question.")
@time_options("you looked")
@click.option("--text", help="What it said; - reads standard input.")
@click.option("--link", default="", help="The address of the article you rely on.")
@click.option("--attach", multiple=True, type=click.Path(path_type=Path), metavar="FILE", help="A copy of the article.")
@LANGUAGE
@pass_session
def help_search(session: Session, /, case: str, typed: Sequence[str], lang: str, **values: Any) -> None:
    """Record a search in the help centre of CASE's firm; without options, say what was tried and what was not.

    It counts as an attempt to resolve the matter and stands in the dossier.
    """
    looked = tuple(dict.fromkeys(word for line in typed for word in help_words.keywords(line)))
    articles, helped, text = values["articles"], values["helped"] or "", words(values["text"])
    with session.journal() as journal:
        record = journal.cases.find(case)
        if not (looked or articles or helped or text or values["attach"]):
            shape, lines = _told(record, help_words.tried(known(journal, record.id).contacts), lang)
            session.answer(shape, lines)
            return
        stamp = {name: values[name] for name in ("about", "date_only", "known")}
        made = journal.contacts.log(
            record.id,
            channel=Channel.HELP_CENTRE,
            direction=Direction.OUT,
            happened=stated_time(session, values["at"], values["zone"], **stamp),
            text=text,
            attachments=[attachment(path) for path in values["attach"]],
            details=Details(keywords=looked, articles=articles, helped=helped, link=values["link"].strip()),
        ).made
        contact = journal.contacts.get(made)
        tried = help_words.tried(known(journal, record.id).contacts)
    _, hints = _told(record, tried, lang)
    session.answer(shapes.contact(contact), [f"logged contact {made} in {record.number}: {', '.join(looked)}", *hints])


def _told(record: Case, tried: Sequence[str], lang: str) -> tuple[dict[str, Any], list[str]]:
    found = help_words.hints(folder(), tried, record.category, lang)
    shape = {
        "case": record.number,
        "tried": list(tried),
        "untried": [{"set": hint.id, "for": list(hint.tried), "words": list(hint.untried)} for hint in found],
    }
    return shape, [
        f"tried: {', '.join(tried) or 'nothing yet'}",
        *output.table([_row(h) for h in found], empty="all tried"),
    ]


def _row(hint: Hint) -> tuple[str, str]:
    return f"not tried ({hint.id})", ", ".join(hint.untried)

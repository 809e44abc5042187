"""What the commands around messages share: their options, and how the message they are about is made ready."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

from casebook import paths
from casebook.cli.options import RECORD_NUMBER, choice, exhibit_number
from casebook.cli.session import Session
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.terms import Channel, LetterKind

if TYPE_CHECKING:
    from casebook.dossier.messages.checks import Doubt
    from casebook.dossier.messages.message import About, Message
    from casebook.dossier.messages.prepare import Desk
    from casebook.journal import Journal

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
LANGUAGE = click.Choice(["en", "zh"])


def about_options(*names: str) -> Callable[[Decorated], Decorated]:
    """Return a decorator that adds --channel, --lang, --contact, --promise, --request, --exhibit and --to.

    `names` are those of the option that names a follow-up.
    """

    def add(function: Decorated) -> Decorated:
        for option in (
            click.option("--to", "recipient", metavar="ADDRESS", help="Where it goes. Left out: what the record says."),
            click.option("--exhibit", "exhibits", multiple=True, metavar="EX-N", help="An attachment; repeatable."),
            click.option("--no-exhibits", is_flag=True, help="No attachments."),
            click.option("--request", type=RECORD_NUMBER, help="The request that it supplies."),
            click.option("--promise", type=RECORD_NUMBER, help="The promise that was not kept."),
            click.option("--contact", type=RECORD_NUMBER, help="The contact that it follows. Left out: the nearest."),
            click.option(*names, "follow_up", type=RECORD_NUMBER, metavar="FOLLOWUP", help="The follow-up it answers."),
            click.option("--lang", type=LANGUAGE, default="en", show_default=True, help="The reader's language."),
            click.option(
                "--channel", type=choice(Channel), help="How it goes. Left out: as what it follows, or by mail."
            ),
        ):
            function = option(function)
        return function

    return add


@dataclass(frozen=True, slots=True)
class Wanted:
    """A message as the options ask for it."""

    case_id: int
    desk: Desk
    message: Message


def wanted(session: Session, journal: Journal, case: str, kind: str | None, options: dict[str, Any]) -> Wanted:
    """Return the message that the options ask for, made ready. Raises NotFound, BadInput, UsageError."""
    from casebook.dossier.messages import prepare

    case_id = journal.cases.find(case).id
    found, about = _about(session, journal, case_id, options)
    if kind is None and found is None:
        raise click.UsageError("say what it is for with --kind, or name a follow-up that says so with --answers")
    desk = prepare.Desk.of(journal, case_id, paths.resources(), options["lang"])
    followed = next((c for c in desk.facts.contacts if c.id == about.contact_id), None)
    way = Channel(options["channel"]) if options["channel"] else prepare.usual_channel(followed)
    chosen: Sequence[int] | None = () if options["no_exhibits"] else None
    if options["exhibits"]:
        chosen = _exhibits(journal, case_id, options["exhibits"])
    purpose = LetterKind(kind) if kind else found
    assert purpose is not None
    message = desk.message(journal, purpose, way, options["lang"], about, chosen)
    if options["recipient"] is not None:
        message = replace(message, recipient=options["recipient"])
    return Wanted(case_id, desk, message)


def refuse_secret(doubts: Sequence[Doubt], *, anyway: bool) -> None:
    """Refuse to hand out what seems to hold a secret, or own data where all can read. Raises BadInput."""
    from casebook.dossier.messages.checks import asking

    if (found := asking(doubts)) and not anyway:
        what = ", ".join(dict.fromkeys(doubt.what if doubt.trouble == "secret" else "own data" for doubt in found))
        raise BadInput(
            "the message seems to hold what must not go out ({what}): take it out, or say --anyway", what=what
        )


def _about(
    session: Session, journal: Journal, case_id: int, options: dict[str, Any]
) -> tuple[LetterKind | None, About]:
    from casebook.dossier.messages import prepare
    from casebook.dossier.messages.message import About

    kind, about = None, About()
    if (number := options["follow_up"]) is not None:
        item = journal.follow_ups.get(number)
        if item.case_id != case_id:
            raise NotFound("there is no follow-up {number} in C-{case}", number=number, case=case_id)
        kind, about = prepare.for_follow_up(item, session.guide())
    for name, room in (("contact", journal.contacts), ("promise", journal.promises), ("request", journal.requests)):
        if (number := options[name]) is not None:
            if room.get(number).case_id != case_id:
                raise NotFound("{what} {number} is not of C-{case}", what=name, number=number, case=case_id)
            about = replace(about, **{f"{name}_id": number})
    return kind, about


def _exhibits(journal: Journal, case_id: int, labels: Sequence[str]) -> list[int]:
    known = {exhibit.number: exhibit.id for exhibit in journal.exhibits.of_case(case_id)}
    found = []
    for label in labels:
        number = exhibit_number(label)
        if number not in known:
            raise NotFound("there is no exhibit {number} in {case}", number=f"EX-{number}", case=f"C-{case_id}")
        found.append(known[number])
    return found

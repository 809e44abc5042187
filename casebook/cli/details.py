"""How a contact went, beside its words: the options that `log`, `session` and `contact details` share."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

import click

from casebook.cli import output, shapes
from casebook.cli.options import RECORD_NUMBER, choice, given
from casebook.cli.session import Command, Session, pass_session
from casebook.journal import Changes
from casebook.journal.ending import consent_to_recordings
from casebook.journal.planning import Details
from casebook.journal.talking import from_course, read_length
from casebook.journal.terms import Consent

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def _span(_context: click.Context, _option: click.Parameter, value: str | None) -> int | None:
    return None if value is None else read_length(value)


def details_options(function: Decorated) -> Decorated:
    """Add the options for how a contact went."""
    for option in (
        click.option("--read-back/--not-read-back", default=None, help="Whether you read the summary back to them."),
        click.option("--instructions", help="What you were told to do, and whether you did it."),
        click.option("--consent-how", help="How they agreed, or when they were told."),
        click.option("--consent", type=choice(Consent, Consent.UNKNOWN), help="Of a recording: did those heard agree?"),
        click.option("--recorded/--not-recorded", default=None, help="Whether you recorded it."),
        click.option("--receipt", help="Of a mail: whether a read receipt was asked for, and came."),
        click.option("--badge", help="On social media: the mark of verification you saw."),
        click.option("--link", help="Where a post or thread stands."),
        click.option("--cost", help="What it cost, such as 'SGD 4.20'."),
        click.option("--language", help="In which language."),
        click.option("--menu", help="The way through a voice menu, such as '2 > 4 > 0', or the category of a form."),
        click.option("--from", "own_address", help="Your own number, address or handle."),
        click.option("--number", "address", help="The number called, the address or handle written to."),
        click.option("--talk", "talked", callback=_span, metavar="LENGTH", help="How long you talked: 5m, 1h 5m."),
        click.option("--wait", "waited", callback=_span, metavar="LENGTH", help="How long you waited: 12m, 90s."),
    ):
        function = option(function)
    return function


def take_details(values: dict[str, Any], before: Details) -> Details:
    """Return details with what was given on the command line, which is taken out of `values`."""
    names = (
        *("waited", "talked", "address", "own_address", "menu", "language", "cost", "link", "badge", "receipt"),
        *("recorded", "consent", "consent_how", "instructions", "read_back"),
    )
    told: dict[str, Any] = {name: value for name in names if (value := values.pop(name)) is not None}
    told = {name: value.strip() if isinstance(value, str) else value for name, value in told.items()}
    if "consent" in told:
        told["consent"] = Consent(told["consent"])
    return replace(before, **told)


def lines(details: Details, zone: str) -> list[tuple[str, str]]:
    """Return what is known as (name, words), for people."""
    known = {None: "", True: "yes", False: "no"}
    steps = [
        f"{output.instant(beat.at, zone)}  {beat.step}  {beat.who}".rstrip() for beat in from_course(details.course)
    ]
    return [
        ("waited", "" if details.waited is None else output.span(timedelta(seconds=details.waited))),
        ("talked", "" if details.talked is None else output.span(timedelta(seconds=details.talked))),
        ("number", details.address),
        ("from", details.own_address),
        ("menu", details.menu),
        ("language", details.language),
        ("cost", details.cost),
        ("link", details.link),
        ("badge", details.badge),
        ("receipt", details.receipt),
        ("recorded", known[details.recorded]),
        ("consent", " ".join(filter(None, (str(details.consent), details.consent_how)))),
        ("enclosed", ", ".join(details.enclosed)),
        ("instructions", details.instructions),
        ("read back", known[details.read_back]),
        ("keywords", ", ".join(details.keywords)),
        ("articles", "\n".join(details.articles)),
        ("helped", details.helped),
        ("course", "\n".join(steps)),
    ]


def shape(details: Details) -> dict[str, Any]:
    """Return what is known as JSON has it: only what is given."""
    return dict(json.loads(details.to_json() or "{}"))


@click.command("details", cls=Command)
@click.argument("number", type=RECORD_NUMBER, metavar="CONTACT")
@details_options
@pass_session
def contact_details(session: Session, /, number: int, **values: Any) -> None:
    """Say how a recorded contact went: waiting time, number and menu, language, cost, recording and consent.

    The words stay as they are. Consent goes on to the recordings of the contact that have none of their own.
    """
    given(**values)
    with session.journal() as journal:
        before = journal.contacts.get(number).details
        with journal.transaction():
            parts = [journal.contacts.add_to(number, details=take_details(values, before))]
            Changes.merged([*parts, *consent_to_recordings(journal, number)])
        made = journal.contacts.get(number)
        session.answer(shapes.contact(made), [f"noted how contact {number} went"])

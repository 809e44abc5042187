"""`casebook log` and `casebook amend`: what happened, and later changes to what was written down."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from casebook.cli import output, shapes
from casebook.cli.details import details_options, take_details
from casebook.cli.options import RECORD_NUMBER, attachment, choice, given, restated, stated_time, time_options, words
from casebook.cli.session import Command, Session, pass_session
from casebook.journal.ending import consent_to_recordings
from casebook.journal.planning import NOTHING
from casebook.journal.records import Contact
from casebook.journal.secrecy.keys import is_encrypted
from casebook.journal.terms import Channel, Direction

# A conversation unless said otherwise; on the other channels naming an agent means that the agent wrote.
_CONVERSATIONS = {Channel.CHAT, Channel.PHONE, Channel.VIP}


@click.command(cls=Command)
@click.argument("case", required=False)
@click.option("--form", "in_form", is_flag=True, help="Write it in a small window instead; CASE may be left out.")
@click.option("--channel", type=choice(Channel))
@click.option(
    "--direction",
    type=choice(Direction),
    help="in: they wrote; out: you wrote; both: a conversation. Left out: both for chat, phone and vip, else in where "
    "an agent is named and out where none is.",
)
@time_options("it happened")
@click.option("--agent", default="", help="Who answered.")
@click.option("--agent-id", default="")
@click.option("--bot/--person", "bot", default=None, help="Whether a program or a person answered.")
@click.option("--platform", default="", help="Which one, on social media.")
@click.option("--subject", default="")
@click.option("--ticket", "tickets", multiple=True, metavar="N", help="Their number; repeatable.")
@click.option("--text", help="The words; - reads standard input.")
@click.option("--outcome", default="", help="What came of it.")
@click.option("--attach", multiple=True, type=click.Path(path_type=Path), metavar="FILE", help="Repeatable.")
@details_options
@pass_session
@click.pass_context
def log(
    context: click.Context,
    session: Session,
    /,
    case: str | None,
    in_form: bool,
    channel: str | None,
    direction: str | None,
    **values: Any,
) -> int:
    """Record a contact: what was said, when, by whom, with its screenshots."""
    if in_form:
        return _form(context, session, case or "")
    if case is None or channel is None:
        raise click.UsageError(f"Missing {'argument CASE' if case is None else 'option --channel'}, or give --form")
    via = Channel(channel)
    happened = stated_time(
        session,
        values.pop("at"),
        values.pop("zone"),
        about=values.pop("about"),
        date_only=values.pop("date_only"),
        known=values.pop("known"),
    )
    way = Direction(direction) if direction else _direction(via, values)
    details = take_details(values, NOTHING)
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        attachments = [attachment(path) for path in values.pop("attach")]
        text = words(values.pop("text"))
        with journal.transaction():
            logged = journal.contacts.log(
                case_id,
                channel=via,
                direction=way,
                happened=happened,
                text=text,
                attachments=attachments,
                details=details,
                **values,
            )
            consent_to_recordings(journal, logged.made)
        made = journal.contacts.get(logged.made)
        session.answer(shapes.contact(made), [_line(made)])
    return 0


def _form(context: click.Context, session: Session, case: str) -> int:
    """Open the quick form, in the window if that is open; return the exit code."""
    told = [name for name in context.params if context.get_parameter_source(name) is ParameterSource.COMMANDLINE]
    if more := [name for name in told if name not in {"case", "in_form"}]:
        raise click.UsageError(f"--form asks for everything itself: leave out --{more[0].replace('_', '-')}")
    if case and not is_encrypted(session.book):  # refused here, where it was typed
        with session.journal() as journal:
            case = str(journal.cases.find(case).id)
    if session.open_form is None:
        raise click.UsageError("there is no window here")
    return session.open_form(session.book, case)


@click.command(cls=Command)
@click.argument("contact", type=RECORD_NUMBER)
@click.option(
    "--reason",
    default="",
    help="Why the record is changed; kept with the change. Needed once the contact is locked: a quarter of an hour "
    "after it was written down, unless set otherwise.",
)
@time_options("it happened", "as it was")
@click.option("--text", help="The words; - reads standard input.")
@click.option("--channel", type=choice(Channel))
@click.option("--direction", type=choice(Direction))
@click.option("--agent")
@click.option("--agent-id")
@click.option("--bot/--person", "bot", default=None)
@click.option("--platform")
@click.option("--subject")
@click.option("--outcome")
@pass_session
def amend(session: Session, /, contact: int, reason: str, text: str | None, **values: Any) -> None:
    """Change a recorded contact; what stood there before stays readable.

    A slip of the pen is put right at once, without a reason; later, and always for a mail, it is an amendment.
    """
    stamp = {name: values.pop(name) for name in ("about", "date_only", "known")}
    at, zone = values.pop("at"), values.pop("zone")
    if at is None and zone:
        raise click.UsageError("--zone goes with --at")
    values["happened"] = stated_time(session, at, zone, **stamp) if at else None
    values["text"] = None if text is None else words(text)
    restamped = at is None and any(stamp.values())
    changes = {name: value for name, value in values.items() if value is not None} if restamped else given(**values)
    with session.journal() as journal:
        if restamped:
            changes["happened"] = restated(journal.contacts.get(contact).happened, **stamp)
        journal.contacts.change(contact, reason, **changes)
        made = journal.contacts.get(contact)
        done = "amended" if made.amended else "corrected"
        shape = shapes.contact(made) | {
            "amendments": [shapes.amendment(a) for a in journal.contacts.amendments(contact)]
        }
        session.answer(shape, [f"{done} contact {made.id}: {', '.join(changes)}"])


def _direction(channel: Channel, values: dict[str, Any]) -> Direction:
    if channel in _CONVERSATIONS:
        return Direction.BOTH
    answered = values["agent"] or values["agent_id"] or values["bot"] is not None
    return Direction.IN if answered else Direction.OUT


def _line(made: Contact) -> str:
    files = "".join(f", {e.label} {output.one_line(e.name)}" for e in made.exhibits)
    where = shapes.number(made.case_id)
    return f"logged contact {made.id} in {where}: {made.channel} {made.direction}, {output.time(made.happened)}{files}"

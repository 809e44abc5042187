"""`casebook channel`: the ways to a firm's support, as the user found them."""

from __future__ import annotations

from typing import Any

import click

from casebook.cli import output, shapes_advice
from casebook.cli.options import RECORD_NUMBER, choice, given
from casebook.cli.session import Group, Session, pass_session
from casebook.guide.advice import hours
from casebook.journal import Journal
from casebook.journal.planning import FirmChannel
from casebook.journal.terms import Channel


@click.group(cls=Group)
def channel() -> None:
    """Ways to a firm's support that you looked up yourself: where, when staffed, in which language, at what cost."""


@channel.command("add")
@click.argument("firm_name", metavar="FIRM")
@click.option("--channel", "kind", required=True, type=choice(Channel))
@click.option("--topic", default="", help="What it is for, where the firm has several: fiat, API.")
@click.option("--place", default="", help="Where it is: address, number with menu path, place in the app.")
@click.option("--hours", "staffed", default="", help="When it is staffed: 'Mon-Fri 09:00-18:00', '24/7'.")
@click.option("--zone", default="", metavar="ZONE", help="The zone of the hours. Left out: the firm's.")
@click.option("--language", "languages", multiple=True, metavar="LANG", help="A language spoken there; repeatable.")
@click.option("--cost", default="", help="What it costs, such as 'call to Singapore'.")
@click.option("--note", default="")
@click.option("--checked", metavar="DATE", help="When you looked it up. Left out: today.")
@pass_session
def add_channel(
    session: Session, /, firm_name: str, *, kind: str, staffed: str, checked: str | None, **fields: Any
) -> None:
    """Record a way to a firm."""
    with session.journal() as journal:
        firm = journal.firms.find(firm_name)
        day = checked if checked is not None else f"{session.now().local:%Y-%m-%d}"
        made = journal.firm_channels.add(firm.id, Channel(kind), hours=staffed, checked_on=day, **fields).made
        _answer(session, journal, made, "added")


@channel.command("list")
@click.argument("firm_name", metavar="FIRM", required=False)
@pass_session
def list_channels(session: Session, firm_name: str | None) -> None:
    """List the ways to a firm, or to all firms."""
    with session.journal() as journal:
        firms = [journal.firms.find(firm_name)] if firm_name else journal.firms.all()
        found = [(firm, each) for firm in firms for each in journal.firm_channels.of_firm(firm.id)]
    rows = [(str(each.id), firm.name, str(each.channel), each.topic, each.place, _desk(each)) for firm, each in found]
    shape = [shapes_advice.firm_channel(each, firm.name) for firm, each in found]
    session.answer(shape, output.table(rows, empty="no ways to a firm recorded"))


@channel.command("edit")
@click.argument("number", type=RECORD_NUMBER, metavar="CHANNEL")
@click.option("--channel", "kind", type=choice(Channel))
@click.option("--topic")
@click.option("--place")
@click.option("--hours")
@click.option("--zone", metavar="ZONE")
@click.option("--language", "languages", multiple=True, metavar="LANG", help="In place of those recorded; repeatable.")
@click.option("--cost")
@click.option("--note")
@click.option("--checked", "checked_on", metavar="DATE")
@pass_session
def edit_channel(
    session: Session, /, number: int, *, kind: str | None, languages: tuple[str, ...], **fields: str | None
) -> None:
    """Change what is recorded of a way to a firm."""
    values = given(channel=Channel(kind) if kind else None, languages=languages or None, **fields)
    with session.journal() as journal:
        _answer(session, journal, journal.firm_channels.edit(number, **values).made, "changed")


@channel.command("checked")
@click.argument("number", type=RECORD_NUMBER, metavar="CHANNEL")
@click.option("--on", "day", metavar="DATE", help="When. Left out: today.")
@pass_session
def check_channel(session: Session, number: int, day: str | None) -> None:
    """Record that you looked a way up again, and it is still right."""
    with session.journal() as journal:
        today = day if day is not None else f"{session.now().local:%Y-%m-%d}"
        _answer(session, journal, journal.firm_channels.edit(number, checked_on=today).made, "checked")


@channel.command("remove")
@click.argument("number", type=RECORD_NUMBER, metavar="CHANNEL")
@pass_session
def remove_channel(session: Session, number: int) -> None:
    """Take a way to a firm off the list; the history keeps that it was there."""
    with session.journal() as journal:
        before = journal.firm_channels.get(number)
        journal.firm_channels.remove(number)
        firm = journal.firms.get(before.firm_id).name
        session.answer(shapes_advice.firm_channel(before, firm), [f"removed channel {number} of {firm}"])


def _answer(session: Session, journal: Journal, made: int, what: str) -> None:
    record = journal.firm_channels.get(made)
    firm = journal.firms.get(record.firm_id).name
    if record.hours and hours.parse(record.hours) is None:
        session.note("the hours are kept as you wrote them, but cannot be counted with: try 'Mon-Fri 09:00-18:00'")
    line = f"{what} channel {record.id} of {firm}: {record.channel}"
    session.answer(shapes_advice.firm_channel(record, firm), [line + (f", {record.place}" if record.place else "")])


def _desk(each: FirmChannel) -> str:
    checked = f"checked {each.checked_on}" if each.checked_on else ""
    words = (each.hours, each.zone, ", ".join(each.languages), each.cost, checked)
    return " · ".join(filter(None, words))

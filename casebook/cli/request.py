"""`casebook request`: what they asked for, until when, and with what it was supplied."""

from __future__ import annotations

from typing import Any

import click

from casebook.cli import output, shapes
from casebook.cli.case_page import request_row, supplied_with
from casebook.cli.options import LANGUAGE, RECORD_NUMBER, choice, future_time, given
from casebook.cli.session import Group, Session, pass_session
from casebook.guide.reminder_words import SUPPLY
from casebook.journal import Journal
from casebook.journal.records import Request
from casebook.journal.terms import RequestState
from casebook.journal.times import parse


@click.group(cls=Group)
def request() -> None:
    """What support asked you to supply, and when you did."""


def _options(function: Any) -> Any:
    for option in (
        click.option("--identity/--no-identity", default=None, help="It is a proof of who you are."),
        click.option("--zone", metavar="ZONE", help="Where that time is meant; left out: this computer's zone."),
        click.option("--due", metavar="TIME", help="Until when they want it."),
        click.option("--contact", type=RECORD_NUMBER, help="The contact in which they asked."),
    ):
        function = option(function)
    return function


@request.command("add")
@click.argument("case")
@click.option("--text", required=True, help="What they asked for.")
@_options
@click.option("--no-reminder", is_flag=True, help="Do not ring before the time is up.")
@click.option("--lang", type=LANGUAGE, default="en", show_default=True, help="Of the reminder.")
@pass_session
def add_request(session: Session, /, case: str, text: str, *, no_reminder: bool, lang: str, **values: Any) -> None:
    """Record what support asked for; with a date it rings a day before."""
    fields = _fields(session, values)
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        ring = "" if no_reminder else SUPPLY[lang]
        made = journal.requests.get(journal.requests.add(case_id, text, **fields, ring=ring).made)
        until = f", wanted by {output.time(made.due)}" if made.due else ""
        _answer(session, journal, made, f"added request {made.id} in C-{case_id}{until}")


@request.command("edit")
@click.argument("number", type=RECORD_NUMBER, metavar="REQUEST")
@click.option("--text", help="What they asked for.")
@_options
@pass_session
def edit_request(session: Session, /, number: int, text: str | None, **values: Any) -> None:
    """Change a request; its reminder follows the date (--due '' takes both away)."""
    fields = _fields(session, values)
    changes = given(text=text, **fields)
    if values["due"] == "":
        changes["due"] = None
    with session.journal() as journal:
        made = journal.requests.get(journal.requests.edit(number, **changes).made)
        _answer(session, journal, made, f"changed request {made.id}")


@request.command("supply")
@click.argument("number", type=RECORD_NUMBER, metavar="REQUEST")
@click.option("--contact", type=RECORD_NUMBER, help="The contact with which you supplied it.")
@click.option("--at", metavar="TIME", help="When you supplied it. Left out: when the contact was, or now.")
@click.option("--zone", metavar="ZONE", help="Where that time was read; left out: this computer's zone.")
@pass_session
def supply_request(session: Session, number: int, contact: int | None, at: str | None, zone: str | None) -> None:
    """Mark a request as supplied; that answers its reminder too."""
    when = parse(at, zone or session.zone()).utc if at else None
    with session.journal() as journal:
        made = journal.requests.get(journal.requests.supply(number, contact_id=contact, at=when).made)
        session.answer(shapes.request(made), [f"request {made.id} is supplied{supplied_with(journal, made)}"])


@request.command("reopen")
@click.argument("number", type=RECORD_NUMBER, metavar="REQUEST")
@pass_session
def reopen_request(session: Session, number: int) -> None:
    """Take back that a request was supplied; it rings again."""
    with session.journal() as journal:
        made = journal.requests.get(journal.requests.reopen(number).made)
        _answer(session, journal, made, f"request {made.id} is open again")


@request.command("list")
@click.argument("case", required=False)
@click.option("--state", type=choice(RequestState), help="Only those in this state.")
@click.option("--late", is_flag=True, help="Only open ones whose time is over.")
@pass_session
def list_requests(session: Session, case: str | None, state: str | None, *, late: bool) -> None:
    """List the requests of a case, or of all."""
    with session.journal() as journal:
        cases = [journal.cases.find(case).id] if case else sorted(row.id for row in journal.cases.rows())
        found = [r for case_id in cases for r in journal.requests.of_case(case_id) if state in (None, r.state)]
        if late:
            found = [r for r in found if r.is_late(session.clock())]
        rows = [request_row(journal, r, session.clock(), f"C-{r.case_id}") for r in found]
        session.answer([shapes.request(r) for r in found], output.table(rows, empty="no requests recorded"))


def _fields(session: Session, values: dict[str, Any]) -> dict[str, Any]:
    due = future_time(session, values["due"], values["zone"]) if values["due"] else None
    return {"contact_id": values["contact"], "due": due, "identity": values["identity"]}


def _answer(session: Session, journal: Journal, made: Request, line: str) -> None:
    lines = [line]
    for reminder in journal.requests.reminders(made.id, made.case_id):
        if reminder.state == "open":
            lines.append(f"follow-up {reminder.id} rings {output.time(reminder.due)}")
    session.answer(shapes.request(made), lines)

"""`casebook promise`: what they said would happen, by when, and what became of it."""

from __future__ import annotations

from typing import Any

import click

from casebook.cli import output, shapes
from casebook.cli.case_page import promise_row
from casebook.cli.options import LANGUAGE, RECORD_NUMBER, choice, future_time, given
from casebook.cli.reference import find_exhibit
from casebook.cli.session import Group, Session, pass_session
from casebook.guide.reminder_words import PROMISED
from casebook.journal import Journal
from casebook.journal.records import Promise
from casebook.journal.terms import PromiseState
from casebook.journal.times import Moment


@click.group(cls=Group)
def promise() -> None:
    """What an agent said would happen, by when, and what became of it."""


def _options(function: Any) -> Any:
    for option in (
        click.option("--exhibit", metavar="EX", help="The exhibit on which it can be seen, such as EX-3."),
        click.option("--contact", type=RECORD_NUMBER, help="The contact in which it was said."),
        click.option("--agent", help="Who promised. Left out: whoever the contact names."),
        click.option("--due-as-said", is_flag=True, help="By when the words say, counted from the contact."),
        click.option("--zone", metavar="ZONE", help="Where that time is meant; left out: this computer's zone."),
        click.option("--due", metavar="TIME", help="By when, such as '2026-11-21 14:00', or a day alone."),
    ):
        function = option(function)
    return function


@promise.command("add")
@click.argument("case")
@click.option("--text", required=True, help="The promise, in the agent's words.")
@_options
@click.option("--no-reminder", is_flag=True, help="Do not ring when the time is up.")
@click.option("--lang", type=LANGUAGE, default="en", show_default=True, help="Of the reminder.")
@pass_session
def add_promise(session: Session, /, case: str, text: str, *, no_reminder: bool, lang: str, **values: Any) -> None:
    """Record a promise; with a date it rings when the time is up."""
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        fields = _fields(session, journal, case_id, text, values)
        ring = "" if no_reminder else PROMISED[lang]
        made = journal.promises.get(journal.promises.add(case_id, text, **fields, ring=ring).made)
        until = f", due {output.time(made.due)}" if made.due else ""
        _answer(session, journal, made, f"added promise {made.id} in C-{case_id}{until}")


@promise.command("edit")
@click.argument("number", type=RECORD_NUMBER, metavar="PROMISE")
@click.option("--text", help="The promise, in the agent's words.")
@_options
@pass_session
def edit_promise(session: Session, /, number: int, text: str | None, **values: Any) -> None:
    """Change a promise; its reminder moves with the date (--due '' takes both away)."""
    given(text=text, **{name: value or None for name, value in values.items() if name != "due"}, due=values["due"])
    with session.journal() as journal:
        before = journal.promises.get(number)
        contact = before.contact_id if values["contact"] is None else values["contact"]
        fields = _fields(session, journal, before.case_id, text or before.text, {**values, "contact": contact})
        named = {"due": values["due"] is not None or values["due_as_said"], "agent": values["agent"] is not None}
        named |= {"contact_id": values["contact"] is not None, "exhibit_id": values["exhibit"] is not None}
        changes = {name: value for name, value in fields.items() if named[name]}
        made = journal.promises.get(
            journal.promises.edit(number, **changes, **({} if text is None else {"text": text})).made
        )
        _answer(session, journal, made, f"changed promise {made.id}")


@promise.command("list")
@click.argument("case", required=False)
@click.option("--state", type=choice(PromiseState), help="Only those in this state.")
@click.option("--late", is_flag=True, help="Only open ones whose time is over.")
@pass_session
def list_promises(session: Session, case: str | None, state: str | None, *, late: bool) -> None:
    """List the promises of a case, or of all."""
    with session.journal() as journal:
        cases = [journal.cases.find(case).id] if case else sorted(row.id for row in journal.cases.rows())
        found = [p for case_id in cases for p in journal.promises.of_case(case_id) if state in (None, p.state)]
        if late:
            found = [p for p in found if p.is_late(session.clock())]
        rows = [promise_row(p, session.clock(), f"C-{p.case_id}") for p in found]
        session.answer([_shape(journal, p) for p in found], output.table(rows, empty="no promises recorded"))


@promise.command("resolve")
@click.argument("number", type=RECORD_NUMBER, metavar="PROMISE")
@click.argument("state", type=choice(PromiseState))
@click.option("--note", default="", help="How you know; of a broken one it is asked for.")
@click.option("--exhibit", metavar="EX", help="The exhibit on which the promise can be seen, such as EX-3.")
@pass_session
def resolve_promise(session: Session, number: int, state: str, note: str, exhibit: str | None) -> None:
    """Say what became of a promise: kept, broken, unknown, withdrawn; open takes an answer back.

    That answers its reminder too.
    """
    with session.journal() as journal:
        before = journal.promises.get(number)
        shown = find_exhibit(journal, str(before.case_id), exhibit).id if exhibit else None
        made = journal.promises.get(journal.promises.resolve(number, PromiseState(state), note, exhibit_id=shown).made)
        lines = [f"promise {made.id} is {made.state}"]
        if made.state is PromiseState.BROKEN:
            lines.append(f"a letter about it: casebook draft C-{made.case_id} --kind promise-broken")
        session.answer(_shape(journal, made), lines)


def _fields(session: Session, journal: Journal, case_id: int, text: str, values: dict[str, Any]) -> dict[str, Any]:
    """Return the journal's fields of the options. Raises BadInput, NotFound, UsageError."""
    if values["due"] and values["due_as_said"]:
        raise click.UsageError("give either --due TIME or --due-as-said")
    if values["due_as_said"] and values["contact"] is None:
        raise click.UsageError("--due-as-said needs --contact: the time is counted from there")
    contact = journal.contacts.get(values["contact"]) if values["contact"] is not None else None
    due = future_time(session, values["due"], values["zone"]) if values["due"] else None
    if contact and values["due_as_said"]:
        due = _as_said(session, journal, case_id, text, contact.happened)
    agent = values["agent"] if values["agent"] is not None else contact.agent if contact else ""
    shown = find_exhibit(journal, str(case_id), values["exhibit"]).id if values["exhibit"] else None
    return {"due": due, "agent": agent, "contact_id": values["contact"], "exhibit_id": shown}


def _as_said(session: Session, journal: Journal, case_id: int, text: str, said: Moment) -> Moment | None:
    from casebook.mail.filing.proposals.promises import due

    found = due(text, said, journal.firms.get(journal.cases.get(case_id).firm_id).country)
    if found is None:
        session.note("these words name no time that can be counted: give --due TIME if you know it")
    return found


def _answer(session: Session, journal: Journal, made: Promise, line: str) -> None:
    lines = [line]
    for reminder in journal.promises.reminders(made.id, made.case_id):
        if reminder.state == "open":
            lines.append(f"follow-up {reminder.id} rings {output.time(reminder.due)}")
    session.answer(_shape(journal, made), lines)


def _shape(journal: Journal, made: Promise) -> shapes.Shape:
    return shapes.promise(made, journal.exhibits.get(made.exhibit_id).label if made.exhibit_id else "")

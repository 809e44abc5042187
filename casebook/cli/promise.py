"""`casebook promise` and `casebook request`: what they said would happen, and what they asked for."""

from __future__ import annotations

import click

from casebook.cli import output, shapes
from casebook.cli.options import RECORD_NUMBER, choice, future_time
from casebook.cli.session import Group, Session, pass_session
from casebook.journal.records import Promise
from casebook.journal.terms import PromiseState, RequestState


@click.group(cls=Group)
def promise() -> None:
    """What an agent said would happen, by when, and what became of it."""


@promise.command("add")
@click.argument("case")
@click.option("--text", required=True, help="The promise, in the agent's words.")
@click.option("--due", metavar="TIME", help="By when, such as '2026-11-21 14:00'.")
@click.option("--zone", metavar="ZONE", help="Where that time is meant; left out: this computer's zone.")
@click.option("--agent", default="", help="Who promised.")
@click.option("--contact", type=RECORD_NUMBER, help="The contact in which it was said.")
@pass_session
def add_promise(
    session: Session, case: str, *, text: str, due: str | None, zone: str | None, agent: str, contact: int | None
) -> None:
    """Record a promise."""
    by = future_time(session, due, zone) if due else None
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        if contact is not None:
            journal.contacts.get(contact)
        made = journal.promises.get(journal.promises.add(case_id, text, due=by, contact_id=contact, agent=agent).made)
        until = f", due {output.time(made.due)}" if made.due else ""
        session.answer(shapes.promise(made), [f"added promise {made.id} in C-{case_id}{until}"])


@promise.command("list")
@click.argument("case", required=False)
@click.option("--state", type=choice(PromiseState), help="Only those in this state.")
@pass_session
def list_promises(session: Session, case: str | None, state: str | None) -> None:
    """List the promises of a case, or of all."""
    with session.journal() as journal:
        cases = [journal.cases.find(case).id] if case else sorted(row.id for row in journal.cases.rows())
        found = [p for case_id in cases for p in journal.promises.of_case(case_id) if state in (None, p.state)]
        rows = [_row(p) for p in found]
        session.answer([shapes.promise(p) for p in found], output.table(rows, empty="no promises recorded"))


@promise.command("resolve")
@click.argument("number", type=RECORD_NUMBER, metavar="PROMISE")
@click.argument("state", type=choice(PromiseState))
@click.option("--note", default="", help="How you know.")
@pass_session
def resolve_promise(session: Session, number: int, state: str, note: str) -> None:
    """Say what became of a promise: kept, broken, withdrawn; open takes an answer back."""
    with session.journal() as journal:
        made = journal.promises.get(journal.promises.resolve(number, PromiseState(state), note).made)
        session.answer(shapes.promise(made), [f"promise {made.id} is {made.state}"])


@click.group(cls=Group)
def request() -> None:
    """What support asked you to supply, and when you did."""


@request.command("add")
@click.argument("case")
@click.option("--text", required=True, help="What they asked for.")
@click.option("--contact", type=RECORD_NUMBER, help="The contact in which they asked.")
@pass_session
def add_request(session: Session, case: str, text: str, contact: int | None) -> None:
    """Record what support asked for."""
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        if contact is not None:
            journal.contacts.get(contact)
        made = journal.requests.get(journal.requests.add(case_id, text, contact_id=contact).made)
        session.answer(shapes.request(made), [f"added request {made.id} in C-{case_id}"])


@request.command("supply")
@click.argument("number", type=RECORD_NUMBER, metavar="REQUEST")
@pass_session
def supply_request(session: Session, number: int) -> None:
    """Mark a request as supplied now."""
    with session.journal() as journal:
        made = journal.requests.get(journal.requests.supply(number).made)
        session.answer(shapes.request(made), [f"request {made.id} is supplied"])


@request.command("list")
@click.argument("case", required=False)
@click.option("--state", type=choice(RequestState), help="Only those in this state.")
@pass_session
def list_requests(session: Session, case: str | None, state: str | None) -> None:
    """List the requests of a case, or of all."""
    with session.journal() as journal:
        cases = [journal.cases.find(case).id] if case else sorted(row.id for row in journal.cases.rows())
        found = [r for case_id in cases for r in journal.requests.of_case(case_id) if state in (None, r.state)]
        rows = [(str(r.id), f"C-{r.case_id}", str(r.state), r.text) for r in found]
        session.answer([shapes.request(r) for r in found], output.table(rows, empty="no requests recorded"))


def _row(p: Promise) -> tuple[str, ...]:
    by = f"by {output.time(p.due)}" if p.due else ""
    return str(p.id), f"C-{p.case_id}", str(p.state), by, p.agent, p.text

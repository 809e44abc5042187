"""`casebook case` and `casebook contact`: the problems, and what happened in each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from casebook.cli import output, shapes, shapes_outgoing
from casebook.cli.case_bulk import (
    arranged,
    case_row,
    close_cases,
    export_cases,
    find_view,
    made_view,
    reopen_cases,
    tag_cases,
)
from casebook.cli.case_page import case_lines, contact_lines
from casebook.cli.options import RECORD_NUMBER, choice, given, words
from casebook.cli.session import Group, Session, pass_session
from casebook.journal import Changes, Journal
from casebook.journal.case_views import CaseGroup, CaseSort, CaseView, Section, from_definition
from casebook.journal.kinds.wanted import Wanted
from casebook.journal.listings import CaseRow
from casebook.journal.terms import CaseStatus, Category, Channel, Direction
from casebook.journal.times import parse


@click.group(cls=Group)
def case() -> None:
    """One problem with one firm, from the first contact to the end."""


def _case_options(function: Any) -> Any:
    for option in (
        click.option("--zone", metavar="ZONE", help="Where a time was read; left out: this computer's zone."),
        click.option("--problem-at", metavar="TIME", help="When it went wrong, to the minute if you can."),
        click.option("--remedy", help="What you want them to do."),
        click.option("--claim", help="What is wrong, in a few lines."),
        click.option("--steps", help="What you did before it went wrong, and since, step by step."),
        click.option("--seen-on", help="Where you saw it: web or app, device, version."),
        click.option("--network", help="Such as TRC20."),
        click.option("--asset", help="Such as USDT."),
        click.option("--amount", help="Such as 1250.50."),
        click.option("--category", type=choice(Category)),
        click.option(
            "--account",
            "account_id",
            type=RECORD_NUMBER,
            metavar="ACCOUNT",
            help="Your account there, by number. Left out of a new case: your only one there.",
        ),
    ):
        function = option(function)
    return function


@case.command("add")
@click.option("--firm", "firm_name", required=True, metavar="FIRM")
@click.option("--title", required=True, help="In a few words, what went wrong.")
@_case_options
@pass_session
def add_case(session: Session, /, firm_name: str, title: str, **values: Any) -> None:
    """Open a case with a firm."""
    values = {name: value for name, value in _with_times(session, values).items() if value is not None}
    with session.journal() as journal:
        firm_id = journal.firms.find(firm_name).id
        accounts = journal.accounts.all(firm_id)
        if len(accounts) == 1:
            values.setdefault("account_id", accounts[0].id)
        changes = journal.cases.add(firm_id, title, **values)
        _answer(session, journal, changes, "opened")


def _contact_or_none(context: click.Context, option: click.Parameter, value: str | None) -> int | str | None:
    return value if value is None else "" if value == "none" else RECORD_NUMBER.convert(value, option, context)


def _dossier_options(function: Any) -> Any:
    for option in (
        click.option(
            "--final",
            "final_contact_id",
            metavar="CONTACT",
            callback=_contact_or_none,
            help="The contact that states their final position, by number; none takes that back.",
        ),
        click.option("--deadline-source", help="Where that deadline stands written."),
        click.option("--deadline", metavar="TIME", help="The next deadline, such as 2026-12-21; '' takes it back."),
        click.option("--insolvency", help="What is known of an insolvency of theirs, or that none is known."),
        click.option(
            "--proceedings", help="Other proceedings on the same facts, with reference, or that there are none."
        ),
        click.option("--client-reference", help="Your own reference for the dossier."),
        click.option("--representative", help="Who acts for you and by what authority, or that nobody does."),
        click.option("--body", help="Which body the dossier is for."),
    ):
        function = option(function)
    return function


@case.command("edit")
@click.argument("number", metavar="CASE")
@click.option("--firm", "firm_name", metavar="FIRM")
@click.option("--title")
@_case_options
@_dossier_options
@pass_session
def edit_case(session: Session, /, number: str, firm_name: str | None, **values: Any) -> None:
    """Change what is known of a case; what stood there before stays in the ledger."""
    changes = given(firm_name=firm_name, **_with_times(session, values))
    for name in ("deadline", "final_contact_id"):
        if changes.get(name) == "":
            changes[name] = None
    with session.journal() as journal:
        found = journal.cases.find(number)
        if changes.pop("firm_name", None):
            changes["firm_id"] = journal.firms.find(firm_name or "").id
        _answer(session, journal, journal.cases.edit(found.id, **changes), "changed")


for command in (close_cases, reopen_cases, tag_cases, export_cases):
    case.add_command(command)


@case.command("list")
@click.option("--status", type=choice(CaseStatus), help="Left out: all.")
@click.option("--waiting/--not-waiting", default=None, help="Whether you wait for their answer.")
@click.option("--firm", "firm_name", metavar="FIRM")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Repeatable: all of them.")
@click.option("--filter", "words", default="", metavar="WORDS", help="Words, #tag, @firm, is:due; a minus leaves out.")
@click.option("--sort", type=choice(CaseSort), help="Left out: what is due first, then the latest contact.")
@click.option("--reverse", is_flag=True, help="The other way round.")
@click.option("--group", type=choice(CaseGroup), help="Headings between them.")
@click.option(
    "--view", "view_name", metavar="NAME", help="A view that is kept under a name; goes with no other option."
)
@click.pass_context
@pass_session
def list_cases(session: Session, context: click.Context, /, view_name: str | None, **how: Any) -> None:
    """List cases: what is due first comes first, then the latest contact, unless another order is asked for."""
    if view_name and any(value not in (None, "", (), False) for value in how.values()):
        raise click.UsageError("--view goes with no other option", context)
    with session.journal() as journal:
        view = from_definition(find_view(journal, view_name).definition) if view_name else made_view(journal, how)
        zone, sections = session.zone(), arranged(session, journal, view)
        grouped = view.group is not CaseGroup.NONE
        shape = [
            case_row(row, zone) | ({"group": section.key} if grouped else {})
            for section in sections
            for row in section.rows
        ]
        empty = "no cases fit" if view != CaseView() else "no cases: casebook case add --firm FIRM --title TITLE"
        rows = [_row(session, row, zone) for section in sections for row in section.rows]
        lines = output.table(rows, empty=empty)
        session.answer(shape, _with_headings(lines, sections) if grouped and rows else lines)


@case.command("show")
@click.argument("number", metavar="CASE")
@pass_session
def show_case(session: Session, number: str) -> None:
    """Show a case with everything in it."""
    with session.journal() as journal:
        found = journal.cases.find(number)
        firm = journal.firms.get(found.firm_id)
        contacts = journal.contacts.of_case(found.id)
        amendments = journal.contacts.amendments_of_case(found.id)
        promises, labels = (
            journal.promises.of_case(found.id),
            {e.id: e.label for e in journal.exhibits.of_case(found.id)},
        )
        shape = shapes.case(found, firm.name) | {
            "contacts": [shapes.contact(c) for c in contacts],
            "exhibits": [shapes.exhibit(e) for e in journal.exhibits.of_case(found.id)],
            "follow_ups": [shapes.follow_up(u) for u in journal.follow_ups.of_case(found.id)],
            "promises": [shapes.promise(p, labels.get(p.exhibit_id or 0, "")) for p in promises],
            "requests": [shapes.request(r) for r in journal.requests.of_case(found.id)],
            "quotes": [shapes.quote(q) for q in journal.quotes.of_case(found.id)],
            "references": [shapes.reference(r) for r in journal.references.of_case(found.id)],
            "tickets": [shapes.ticket(t) for t in journal.tickets.of_case(found.id)],
            "amendments": [shapes.amendment(a) for a in amendments],
            **shapes_outgoing.of_case(journal, found.id),
        }
        session.answer(shape, [] if session.json else case_lines(journal, found, firm, contacts))


@click.group(cls=Group)
def contact() -> None:
    """What happened in a case, one by one (see 'casebook log' to record)."""


@contact.command("show")
@click.argument("number", type=RECORD_NUMBER, metavar="CONTACT")
@pass_session
def show_contact(session: Session, number: int) -> None:
    """Show one contact with its words, its exhibits and every later change."""
    with session.journal() as journal:
        found = journal.contacts.get(number)
        amendments = journal.contacts.amendments(number)
        mail = journal.mail.of_contact(number) if journal.mail.is_mail([number]) else None
        shape = shapes.contact(found) | {"amendments": [shapes.amendment(a) for a in amendments]}
        if mail:
            shape["mail"] = shapes.mail(mail)
        session.answer(shape, contact_lines(found, amendments, mail))


@contact.command("annotate")
@click.argument("number", type=RECORD_NUMBER, metavar="CONTACT")
@click.option("--role", help="What the agent is there: support, supervisor, account manager.")
@click.option("--translation", help="Your own translation of the words; - reads standard input.")
@pass_session
def annotate_contact(session: Session, number: int, role: str | None, translation: str | None) -> None:
    """Add to a contact what its recorded words leave open; the words themselves stay as they are."""
    values = given(role=role, translation=None if translation is None else words(translation))
    with session.journal() as journal:
        journal.contacts.get(number)
        made = journal.contacts.get(journal.contacts.add_to(number, **values).made)
        session.answer(shapes.contact(made), [f"annotated contact {made.id}: {', '.join(values)}"])


@contact.command("list")
@click.argument("case", metavar="CASE")
@click.option("--words", default="", help="Only those with all of these words.")
@click.option("--channel", type=choice(Channel), help="Only those over this channel.")
@click.option("--person", default="", metavar="NAME", help="Only those with this agent.")
@click.option("--ticket", default="", metavar="NUMBER", help="Only those that name this ticket.")
@click.option("--direction", type=choice(Direction), help="Only those that came in, went out, or both.")
@pass_session
def list_contacts(session: Session, /, case: str, channel: str | None, direction: str | None, **wanted: str) -> None:
    """List a case's contacts in the order in which they happened: all, or those that are looked for."""
    how = Wanted(
        **wanted,
        channel=Channel(channel) if channel else None,
        direction=Direction(direction) if direction else None,
    )
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        found = journal.contacts.of_case(case_id)
        if not how.everything:
            ids = set(journal.contacts.matching(case_id, how))
            found = [c for c in found if c.id in ids]
        rows = [
            (
                str(c.id),
                output.time(c.happened),
                f"{c.channel} {c.direction}",
                c.agent,
                output.one_line(f"{c.subject}  {c.text}", 80),
            )
            for c in found
        ]
        session.answer([shapes.contact(c) for c in found], output.table(rows, empty="no contacts recorded"))


def _with_times(session: Session, values: dict[str, Any]) -> dict[str, Any]:
    """Return the values with `problem` and `deadline` as moments in --zone. Raises BadInput, UsageError."""
    at, zone, by = values.pop("problem_at"), values.pop("zone"), values.get("deadline")
    if zone and not (at or by):
        raise click.UsageError("--zone goes with --problem-at or --deadline")
    if by:
        values["deadline"] = parse(by, zone or session.zone())
    return values | {"problem": parse(at, zone or session.zone()) if at else None}


def _answer(session: Session, journal: Journal, changes: Changes, what: str) -> None:
    made = journal.cases.get(changes.made)
    shape = shapes.case(made, journal.firms.get(made.firm_id).name)
    session.answer(shape, [f"{what} {made.number}: {output.one_line(made.title)}"])


def _with_headings(lines: Sequence[str], sections: Sequence[Section]) -> list[str]:
    """Return the lines of a table with a heading above each section."""
    result, start = list[str](), 0
    for section in sections:
        name = output.one_line(section.key) or "none"
        result += ["", f"{name} ({len(section.rows)})", *lines[start : start + len(section.rows)]]
        start += len(section.rows)
    return result[1:]


def _row(session: Session, row: CaseRow, zone: str) -> tuple[str, ...]:
    waiting = f"waiting {output.span(session.clock() - row.waiting_since)}" if row.waiting_since else ""
    due = f"due {output.instant(row.due_at, zone)}" if row.due_at else ""
    tags = " ".join(f"#{tag}" for tag in row.tags)
    money = f"{row.amount} {row.asset}".strip()
    return f"C-{row.id}", row.firm, str(row.status), money, waiting, due, tags, row.title

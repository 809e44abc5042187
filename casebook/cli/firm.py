"""`casebook firm` and `casebook account`: whom the cases are with."""

from __future__ import annotations

from typing import Any

import click

from casebook.cli import shapes
from casebook.cli.options import RECORD_NUMBER, choice, given
from casebook.cli.output import fields, table
from casebook.cli.session import Group, Session, pass_session
from casebook.journal import Journal
from casebook.journal.records import Account, Firm
from casebook.journal.terms import FirmKind


@click.group(cls=Group)
def firm() -> None:
    """Exchanges, brokers, banks and bodies that a case is with."""


def _further_options(function: Any) -> Any:
    for option in (
        click.option("--address", help="Where complaints are sent; may have several lines."),
        click.option("--licence", help="Who licensed it, and under which number, as far as you know."),
        click.option("--legal-name", help="Its full legal name, as its terms state it."),
    ):
        function = option(function)
    return function


@firm.command("add")
@click.option("--name", required=True, help="Its name, as you call it.")
@click.option("--kind", type=choice(FirmKind), default="exchange", show_default=True)
@click.option("--country", default="", metavar="CC", help="Two letters, such as SG: its holidays are skipped.")
@click.option("--zone", default="", metavar="ZONE", help="Its time zone, such as Asia/Singapore.")
@click.option("--note", default="")
@_further_options
@pass_session
def add_firm(session: Session, /, name: str, kind: str, **values: str | None) -> None:
    """Record a firm; makes the casebook first where there is none."""
    texts = {name: value for name, value in values.items() if value is not None}
    with session.journal(create=True) as journal:
        made = journal.firms.get(journal.firms.add(name, kind=FirmKind(kind), **texts).made)
        session.answer(shapes.firm(made), [f"added firm {made.id}: {made.name}"])


@firm.command("edit")
@click.argument("name_or_number", metavar="FIRM")
@click.option("--name")
@click.option("--kind", type=choice(FirmKind))
@click.option("--country", metavar="CC")
@click.option("--zone", metavar="ZONE")
@click.option("--note")
@_further_options
@pass_session
def edit_firm(session: Session, /, name_or_number: str, **values: str | None) -> None:
    """Change what is known of a firm."""
    changes = given(**values)
    with session.journal() as journal:
        found = journal.firms.find(name_or_number)
        made = journal.firms.get(journal.firms.edit(found.id, **changes).made)
        session.answer(shapes.firm(made), [f"changed firm {made.id}: {made.name}"])


@firm.command("list")
@pass_session
def list_firms(session: Session) -> None:
    """List the firms by name."""
    with session.journal() as journal:
        firms = journal.firms.all()
        rows = [(str(f.id), f.name, str(f.kind), f.country, f.zone) for f in firms]
        session.answer(
            [shapes.firm(f) for f in firms], table(rows, empty="no firms yet: casebook firm add --name NAME")
        )


@firm.command("show")
@click.argument("name_or_number", metavar="FIRM")
@pass_session
def show_firm(session: Session, name_or_number: str) -> None:
    """Show a firm, your accounts there, how long it takes to answer, and what became of its promises."""
    from casebook.cli import shapes_firm

    with session.journal() as journal:
        found = journal.firms.find(name_or_number)
        accounts, figures = journal.accounts.all(found.id), journal.firm_figures.of_firm(found.id)
        shape = shapes.firm(found) | {"accounts": [shapes.account(a) for a in accounts]} | shapes_firm.figures(figures)
        lines = fields(shapes_firm.lines(figures, session.zone()))
        session.answer(shape, [*_firm_lines(found, accounts), *lines])


@click.group(cls=Group)
def account() -> None:
    """Your accounts at firms; their mail addresses tell sent mail from received."""


def _account_options(function: Any) -> Any:
    for option in (
        click.option("--note"),
        click.option("--vip-tier-on", metavar="DATE", help="The day on which that tier was seen."),
        click.option("--vip-tier"),
        click.option("--callback", help="Where they can reach you: number, hours."),
        click.option("--usual-ips", help="From which addresses you usually log in; asked for in security cases."),
        click.option("--registered-on", metavar="DATE", help="The day on which you opened it."),
        click.option("--phone", help="The phone number bound to it."),
        click.option("--alias", "aliases", multiple=True, help="A further mail address of yours; repeatable."),
        click.option("--email", help="The mail address registered there."),
        click.option("--user-name"),
        click.option("--uid"),
        click.option("--holder", help="Your name and postal address, as the firm has them; for the dossier."),
    ):
        function = option(function)
    return function


@account.command("add")
@click.option("--firm", "firm_name", required=True, metavar="FIRM")
@_account_options
@pass_session
def add_account(session: Session, /, firm_name: str, **values: Any) -> None:
    """Record an account at a firm."""
    kept = {name: value for name, value in values.items() if value is not None}
    with session.journal() as journal:
        at = journal.firms.find(firm_name)
        made = journal.accounts.get(journal.accounts.add(at.id, **kept).made)
        session.answer(_account_shape(journal, made), [f"added account {made.id} at {at.name}"])


@account.command("edit")
@click.argument("number", type=RECORD_NUMBER, metavar="ACCOUNT")
@_account_options
@pass_session
def edit_account(session: Session, /, number: int, **values: Any) -> None:
    """Change an account; --alias replaces all further addresses (--alias '' removes them)."""
    values["aliases"] = values["aliases"] or None
    changes = given(**values)
    with session.journal() as journal:
        made = journal.accounts.get(journal.accounts.edit(number, **changes).made)
        session.answer(_account_shape(journal, made), [f"changed account {made.id}"])


@account.command("list")
@click.option("--firm", "firm_name", metavar="FIRM")
@pass_session
def list_accounts(session: Session, firm_name: str | None) -> None:
    """List your accounts, at one firm or at all."""
    with session.journal() as journal:
        found = journal.accounts.all(journal.firms.find(firm_name).id if firm_name else None)
        names = {f.id: f.name for f in journal.firms.all()}
        rows = [(str(a.id), names[a.firm_id], a.uid, a.user_name, " ".join((a.email, *a.aliases))) for a in found]
        session.answer([_account_shape(journal, a) for a in found], table(rows, empty="no accounts yet"))


def _account_shape(journal: Journal, record: Account) -> shapes.Shape:
    return shapes.account(record) | {"firm": journal.firms.get(record.firm_id).name}


def _firm_lines(found: Firm, accounts: list[Account]) -> list[str]:
    lines = fields(
        [
            ("firm", f"{found.id}  {found.name}"),
            ("kind", str(found.kind)),
            ("country", found.country),
            ("zone", found.zone),
            ("note", found.note),
            ("legal name", found.legal_name),
            ("licence", found.licence),
            ("address", found.address),
        ]
    )
    for a in accounts:
        parts = (a.uid, a.user_name, a.email, *a.aliases, a.phone, a.callback, a.vip_tier, a.note)
        lines += fields([(f"account {a.id}", "  ".join(part for part in parts if part))])
    return lines

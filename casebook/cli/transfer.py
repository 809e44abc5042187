"""`casebook transfer` and `casebook loss`: where the money went, and what is claimed for it."""

from __future__ import annotations

from typing import Any

import click

from casebook.cli import output
from casebook.cli import shapes_outgoing as shapes
from casebook.cli.options import RECORD_NUMBER, choice, given, stated_time, time_options, words
from casebook.cli.reference import find_exhibit
from casebook.cli.session import Group, Session, pass_session
from casebook.journal import Journal
from casebook.journal.changes import Changes
from casebook.journal.errors import BadInput
from casebook.journal.outgoing import Loss, Transfer
from casebook.journal.terms import LossKind, TransferKind

_STAMPS = ("at", "zone", "about", "date_only", "known")
_NONE = "none"


@click.group(cls=Group)
def transfer() -> None:
    """Movements of money or assets: deposits, withdrawals, trades."""


def _transfer_options(function: Any) -> Any:
    for option in (
        click.option("--note", help="Anything else; - reads standard input."),
        click.option("--explorer", metavar="URL", help="The block explorer's page; it is printed and never opened."),
        click.option("--status", help="The firm's or the explorer's own word for it."),
        click.option("--order", "order_number", metavar="N", help="Their number for it."),
        click.option("--txid", help="The transaction's hash, in full."),
        click.option("--to", "to_address", metavar="ADDRESS", help="In full."),
        click.option("--from", "from_address", metavar="ADDRESS", help="In full."),
        click.option("--fee", help="In the same asset."),
        click.option("--network", help="Such as TRC20."),
        click.option("--asset", help="Such as USDT."),
        click.option("--amount", help="Such as 1250.50."),
        click.option("--kind", type=choice(TransferKind)),
        click.option("--contact", help="The contact that tells of it, by number; none takes that back."),
        click.option("--exhibit", metavar="EX", help="The exhibit that shows it; none takes that back."),
        time_options("it was made", "not stated"),
    ):
        function = option(function)
    return function


@transfer.command("add")
@click.argument("case")
@_transfer_options
@pass_session
def add_transfer(session: Session, /, case: str, **values: Any) -> None:
    """Record a transfer; addresses and TxIDs are kept letter for letter."""
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        fields = _fields(session, journal, case_id, values, "made")
        _answer_transfer(session, journal, journal.transfers.add(case_id, **fields), "added")


@transfer.command("edit")
@click.argument("number", type=RECORD_NUMBER, metavar="TRANSFER")
@_transfer_options
@pass_session
def edit_transfer(session: Session, /, number: int, **values: Any) -> None:
    """Change a transfer; what stood there before stays in the ledger. --at '' takes its time back."""
    with session.journal() as journal:
        case_id = journal.transfers.get(number).case_id
        fields = _some(_fields(session, journal, case_id, values, "made"))
        _answer_transfer(session, journal, journal.transfers.edit(number, **fields), "changed")


@transfer.command("list")
@click.argument("case")
@pass_session
def list_transfers(session: Session, case: str) -> None:
    """List a case's transfers in time order, addresses and TxIDs in full."""
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        found, labels = journal.transfers.of_case(case_id), shapes.exhibit_labels(journal, case_id)
        rows = [_transfer_row(t, labels.get(t.exhibit_id, "")) for t in found]
        told = [shapes.transfer(t, labels.get(t.exhibit_id, "")) for t in found]
        session.answer(told, output.table(rows, empty="no transfers recorded"))


@transfer.command("remove")
@click.argument("number", type=RECORD_NUMBER, metavar="TRANSFER")
@pass_session
def remove_transfer(session: Session, number: int) -> None:
    """Take a transfer out; the ledger keeps that it was there."""
    with session.journal() as journal:
        case_id = journal.transfers.get(number).case_id
        journal.transfers.remove(number)
        session.answer({"removed": number, "case": f"C-{case_id}"}, [f"removed transfer {number} from C-{case_id}"])


@click.group(cls=Group)
def loss() -> None:
    """What is claimed, line by line: each amount with its rate, and where and when the rate was found."""


def _loss_options(function: Any) -> Any:
    for option in (
        click.option("--note", help="Anything else; - reads standard input."),
        click.option("--rate-source", help="Where the rate was found."),
        click.option("--currency", help="Such as USD."),
        click.option("--rate", help="How much of the currency one of the asset is; left out where it is the currency."),
        click.option("--asset", help="Such as USDT."),
        click.option("--amount", help="Such as 1250.50."),
        click.option("--kind", type=choice(LossKind)),
        click.option("--exhibit", metavar="EX", help="The exhibit that shows it; none takes that back."),
        time_options("the rate held", "not stated"),
    ):
        function = option(function)
    return function


@loss.command("add")
@click.argument("case")
@click.option("--what", required=True, help="What was lost or paid.")
@_loss_options
@pass_session
def add_loss(session: Session, /, case: str, what: str, **values: Any) -> None:
    """Add a line to a case's loss table."""
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        fields = _fields(session, journal, case_id, values, "rated")
        _answer_loss(session, journal, journal.losses.add(case_id, what, **fields), "added")


@loss.command("edit")
@click.argument("number", type=RECORD_NUMBER, metavar="LOSS")
@click.option("--what", help="What was lost or paid.")
@_loss_options
@pass_session
def edit_loss(session: Session, /, number: int, **values: Any) -> None:
    """Change a line; what stood there before stays in the ledger. --at '' takes the rate's time back."""
    with session.journal() as journal:
        case_id = journal.losses.get(number).case_id
        fields = _some(_fields(session, journal, case_id, values, "rated"))
        _answer_loss(session, journal, journal.losses.edit(number, **fields), "changed")


@loss.command("list")
@click.argument("case")
@pass_session
def list_losses(session: Session, case: str) -> None:
    """List a case's loss table."""
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        found, labels = journal.losses.of_case(case_id), shapes.exhibit_labels(journal, case_id)
        rows = [_loss_row(each, labels.get(each.exhibit_id, "")) for each in found]
        told = [shapes.loss(each, labels.get(each.exhibit_id, "")) for each in found]
        session.answer(told, output.table(rows, empty="no losses recorded"))


@loss.command("remove")
@click.argument("number", type=RECORD_NUMBER, metavar="LOSS")
@pass_session
def remove_loss(session: Session, number: int) -> None:
    """Take a line out; the ledger keeps that it was there."""
    with session.journal() as journal:
        case_id = journal.losses.get(number).case_id
        journal.losses.remove(number)
        session.answer({"removed": number, "case": f"C-{case_id}"}, [f"removed loss {number} from C-{case_id}"])


def _fields(session: Session, journal: Journal, case_id: int, values: dict[str, Any], time: str) -> dict[str, Any]:
    """Return the journal's fields for what was typed; what was left out is left out. Raises BadInput, UsageError."""
    stamp = {name: values.pop(name) for name in _STAMPS}
    links = {name: values.pop(name) for name in ("contact", "exhibit") if name in values}
    fields = {name: value for name, value in values.items() if value is not None}
    if "note" in fields:
        fields["note"] = words(fields["note"])
    if stamp["at"]:
        fields[time] = stated_time(session, stamp.pop("at"), stamp.pop("zone"), **stamp)
    elif any(stamp.values()):
        raise click.UsageError("--zone, --about, --date-only and --known go with --at")
    elif stamp["at"] == "":
        fields[time] = None
    if (exhibit := links.get("exhibit")) is not None:
        fields["exhibit_id"] = None if exhibit == _NONE else find_exhibit(journal, f"C-{case_id}", exhibit).id
    if (contact := links.get("contact")) is not None:
        fields["contact_id"] = None if contact == _NONE else _contact(journal, case_id, contact)
    return fields


def _some(fields: dict[str, Any]) -> dict[str, Any]:
    return fields or given()


def _contact(journal: Journal, case_id: int, text: str) -> int:
    found = journal.contacts.get(int(RECORD_NUMBER.convert(text, None, None)))
    if found.case_id != case_id:
        raise BadInput("contact {contact} is not in C-{number}", contact=found.id, number=case_id)
    return found.id


def _answer_transfer(session: Session, journal: Journal, changes: Changes, what: str) -> None:
    made = journal.transfers.get(changes.made)
    label = shapes.exhibit_labels(journal, made.case_id).get(made.exhibit_id, "")
    told = output.one_line(f"{made.kind} {made.amount} {made.asset}")
    session.answer(shapes.transfer(made, label), [f"{what} transfer {made.id} in C-{made.case_id}: {told}"])


def _answer_loss(session: Session, journal: Journal, changes: Changes, what: str) -> None:
    made = journal.losses.get(changes.made)
    label = shapes.exhibit_labels(journal, made.case_id).get(made.exhibit_id, "")
    session.answer(
        shapes.loss(made, label), [f"{what} loss {made.id} in C-{made.case_id}: {output.one_line(made.what)}"]
    )


def _transfer_row(t: Transfer, exhibit: str) -> tuple[str, ...]:
    way = f"{t.from_address} -> {t.to_address}" if t.from_address or t.to_address else ""
    ids = "  ".join(filter(None, (t.order_number, t.txid, way, t.status, t.explorer, t.note)))
    when = output.time(t.made) if t.made else ""
    fee = f"fee {t.fee}" if t.fee else ""
    return str(t.id), when, str(t.kind), f"{t.amount} {t.asset}".strip(), fee, t.network, exhibit, ids


def _loss_row(each: Loss, exhibit: str) -> tuple[str, ...]:
    rate = f"at {each.rate} {each.currency}" if each.rate else each.currency
    source = " ".join(filter(None, (each.rate_source, output.time(each.rated) if each.rated else "")))
    words_ = "  ".join(filter(None, (each.what, each.note)))
    return str(each.id), str(each.kind), f"{each.amount} {each.asset}".strip(), rate, source, exhibit, words_

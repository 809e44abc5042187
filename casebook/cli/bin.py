"""`casebook bin`, and `delete` and `undelete` of cases, contacts and exhibits."""

from __future__ import annotations

import click

from casebook.cli import output, shapes
from casebook.cli.case import case, contact
from casebook.cli.options import RECORD_NUMBER, exhibit_number
from casebook.cli.reference import exhibit, find_exhibit
from casebook.cli.session import Group, Session, pass_session
from casebook.journal import Journal, Kind
from casebook.journal.errors import NotFound
from casebook.journal.removal.bin import Binned


@click.group(cls=Group, name="bin")
def bin_() -> None:
    """What was deleted: it can be put back until it is erased (see 'casebook preferences --bin-days')."""


@bin_.command("list")
@pass_session
def list_bin(session: Session) -> None:
    """List what can be put back, the latest first."""
    with session.journal() as journal:
        found = journal.bin.contents()
    zone = session.zone()
    rows = [
        (
            _called(b),
            f"deleted {output.instant(b.deleted_at, zone)}",
            f"until {output.instant(b.goes_at, zone)}",
            b.title,
        )
        for b in found
    ]
    session.answer([_shape(b) for b in found], output.table(rows, empty="the bin is empty"))


@bin_.command("empty")
@click.option("--all", "everything", is_flag=True, help="Also what could still be put back for a while.")
@pass_session
def empty_bin(session: Session, *, everything: bool) -> None:
    """Erase for good what has been in the bin for long enough; backups still hold it."""
    with session.journal() as journal:
        gone = journal.bin.empty(session.clock(), everything=everything)
        left = len(journal.bin.contents())
    session.answer({"erased": gone.things, "left": left}, [f"erased {gone.things}, {left} left in the bin"])


@case.command("delete")
@click.argument("number", metavar="CASE")
@pass_session
def delete_case(session: Session, number: str) -> None:
    """Put a case with everything in it into the bin."""
    with session.journal() as journal:
        found = journal.cases.find(number)
        journal.bin.delete_case(found.id)
        _answer(session, journal, Kind.CASE, found.id, f"{found.number} is in the bin: {output.one_line(found.title)}")


@case.command("undelete")
@click.argument("number", metavar="CASE")
@pass_session
def undelete_case(session: Session, number: str) -> None:
    """Put a case back that is in the bin."""
    with session.journal() as journal:
        found = journal.cases.find(number, binned=True)
        journal.bin.restore(Kind.CASE, found.id)
        found = journal.cases.get(found.id)
        session.answer(
            shapes.case(found, journal.firms.get(found.firm_id).name),
            [f"put {found.number} back: {output.one_line(found.title)}"],
        )


@contact.command("delete")
@click.argument("number", type=RECORD_NUMBER, metavar="CONTACT")
@pass_session
def delete_contact(session: Session, number: int) -> None:
    """Put a contact with its exhibits into the bin."""
    with session.journal() as journal:
        journal.bin.delete_contact(number)
        _answer(session, journal, Kind.CONTACT, number, f"contact {number} is in the bin")


@contact.command("undelete")
@click.argument("number", type=RECORD_NUMBER, metavar="CONTACT")
@pass_session
def undelete_contact(session: Session, number: int) -> None:
    """Put a contact back that is in the bin."""
    with session.journal() as journal:
        journal.bin.restore(Kind.CONTACT, number)
        session.answer(shapes.contact(journal.contacts.get(number)), [f"put contact {number} back"])


@exhibit.command("delete")
@click.argument("case", metavar="CASE")
@click.argument("number", metavar="EXHIBIT")
@pass_session
def delete_exhibit(session: Session, case: str, number: str) -> None:
    """Put an exhibit into the bin; its number stays taken."""
    with session.journal() as journal:
        found = find_exhibit(journal, case, number)
        journal.bin.delete_exhibit(found.id)
        _answer(session, journal, Kind.EXHIBIT, found.id, f"{found.label} is in the bin: {output.one_line(found.name)}")


@exhibit.command("undelete")
@click.argument("case", metavar="CASE")
@click.argument("number", metavar="EXHIBIT")
@pass_session
def undelete_exhibit(session: Session, case: str, number: str) -> None:
    """Put an exhibit back that is in the bin."""
    with session.journal() as journal:
        case_id, label = journal.cases.find(case).id, f"EX-{exhibit_number(number)}"
        in_bin = [b for b in journal.bin.contents() if b.kind is Kind.EXHIBIT and (b.case, b.label) == (case_id, label)]
        if not in_bin:
            raise NotFound("there is no {label} of C-{number} in the bin", label=label, number=case_id)
        journal.bin.restore(Kind.EXHIBIT, in_bin[0].id)
        session.answer(shapes.exhibit(journal.exhibits.get(in_bin[0].id)), [f"put {label} back"])


def _answer(session: Session, journal: Journal, kind: Kind, record_id: int, line: str) -> None:
    binned = next(b for b in journal.bin.contents() if (b.kind, b.id) == (kind, record_id))
    goes = output.instant(binned.goes_at, session.zone())
    session.answer(_shape(binned), [f"{line} (until {goes}: 'casebook {kind} undelete' puts it back)"])


def _called(binned: Binned) -> str:
    if binned.kind is Kind.CASE:
        return binned.label
    name = f"contact {binned.label}" if binned.kind is Kind.CONTACT else binned.label or f"exhibit {binned.id}"
    return f"{name} of C-{binned.case}" if binned.case else name


def _shape(binned: Binned) -> dict[str, object]:
    return {
        "kind": str(binned.kind),
        "id": binned.id,
        "label": binned.label,
        "case": shapes.number(binned.case),
        "title": binned.title,
        "deleted_at": shapes.utc(binned.deleted_at),
        "goes_at": shapes.utc(binned.goes_at),
    }

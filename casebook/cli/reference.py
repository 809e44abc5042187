"""`casebook reference`, `casebook ticket` and `casebook exhibit`: identifiers, their numbers, and the evidence."""

from __future__ import annotations

import os
from pathlib import Path

import click

from casebook.cli import output, shapes
from casebook.cli.options import RECORD_NUMBER, attachment, choice, exhibit_number, given, words
from casebook.cli.session import Group, Session, pass_session
from casebook.journal import Journal
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.records import Exhibit
from casebook.journal.store.places import refuse_inside
from casebook.journal.terms import Consent, ReferenceKind


@click.group(cls=Group)
def reference() -> None:
    """Order numbers, TxIDs, addresses and other identifiers of a case."""


@reference.command("add")
@click.argument("case")
@click.argument("kind", type=choice(ReferenceKind))
@click.argument("value")
@click.option("--network", default="", help="Such as TRC20.")
@click.option("--note", default="")
@click.option("--contact", type=RECORD_NUMBER, help="The contact in which it was named.")
@pass_session
def add_reference(session: Session, /, case: str, kind: str, value: str, **values: str | int | None) -> None:
    """Record an identifier, kept letter for letter."""
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        contact = values.pop("contact")
        contact_id = journal.contacts.get(int(contact)).id if contact is not None else None
        texts = {name: str(text) for name, text in values.items()}
        changes = journal.references.add(case_id, ReferenceKind(kind), value, contact_id=contact_id, **texts)
        made = next(r for r in journal.references.of_case(case_id) if r.id == changes.made)
        session.answer(shapes.reference(made), [f"added {made.kind} {output.one_line(made.value)} to C-{case_id}"])


@reference.command("list")
@click.argument("case")
@pass_session
def list_references(session: Session, case: str) -> None:
    """List a case's identifiers, in full."""
    with session.journal() as journal:
        found = journal.references.of_case(journal.cases.find(case).id)
        rows = [(str(r.kind), r.value, r.network, r.note) for r in found]
        session.answer([shapes.reference(r) for r in found], output.table(rows, empty="no references recorded"))


@click.group(cls=Group)
def ticket() -> None:
    """The firm's own numbers for a case."""


@ticket.command("add")
@click.argument("case")
@click.argument("number")
@click.option("--contact", type=RECORD_NUMBER, help="The contact in which it was named.")
@pass_session
def add_ticket(session: Session, case: str, number: str, contact: int | None) -> None:
    """Record a ticket number; one that is known already changes nothing."""
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        contact_id = journal.contacts.get(contact).id if contact is not None else None
        changes = journal.tickets.add(case_id, number, contact_id)
        made = next(t for t in journal.tickets.of_case(case_id) if t.id == changes.made)
        session.answer(shapes.ticket(made), [f"C-{case_id} has ticket {output.one_line(made.number)}"])


@ticket.command("list")
@click.argument("case")
@pass_session
def list_tickets(session: Session, case: str) -> None:
    """List a case's ticket numbers."""
    with session.journal() as journal:
        found = journal.tickets.of_case(journal.cases.find(case).id)
        rows = [(t.number, f"contact {t.contact_id}" if t.contact_id else "") for t in found]
        session.answer([shapes.ticket(t) for t in found], output.table(rows, empty="no tickets recorded"))


@click.group(cls=Group)
def exhibit() -> None:
    """Attachments as evidence, each with a number that never changes."""


@exhibit.command("add")
@click.argument("case")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--contact", type=RECORD_NUMBER, help="The contact it belongs to.")
@click.option("--description", default="", help="What it shows.")
@pass_session
def add_exhibit(session: Session, case: str, file: Path, contact: int | None, description: str) -> None:
    """Keep a file as the case's next exhibit."""
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        if contact is not None and journal.contacts.get(contact).case_id != case_id:
            raise BadInput("contact {contact} is not in C-{number}", contact=contact, number=case_id)
        made = journal.exhibits.get(journal.exhibits.add(case_id, attachment(file, description), contact).made)
        session.answer(shapes.exhibit(made), [f"added {made.label} to C-{case_id}: {output.one_line(made.name)}"])


@exhibit.command("describe")
@click.argument("case")
@click.argument("number", metavar="EXHIBIT")
@click.argument("text")
@pass_session
def describe_exhibit(session: Session, case: str, number: str, text: str) -> None:
    """Say in words what an exhibit shows."""
    with session.journal() as journal:
        found = find_exhibit(journal, case, number)
        made = journal.exhibits.get(journal.exhibits.describe(found.id, text).made)
        session.answer(shapes.exhibit(made), [f"described {made.label}: {output.one_line(made.description)}"])


@exhibit.command("edit")
@click.argument("case")
@click.argument("number", metavar="EXHIBIT")
@click.option("--description", help="What it shows.")
@click.option("--origin", help="Who captured it, where, and with what.")
@click.option("--url", help="The address of the page it shows; it is printed and never opened.")
@click.option("--dated", "dated_on", metavar="DATE", help="The date the document itself bears.")
@click.option("--crop", help="What of the screen is not on it; left empty where it is whole.")
@click.option("--translation", help="Your own translation of what it says; - reads standard input.")
@click.option("--transcript", help="Your own transcript of what is said or can hardly be read; - reads standard input.")
@click.option("--clause", help="The clause relied on, and the version in force then.")
@click.option("--consent", type=choice(Consent, Consent.UNKNOWN), help="Of a recording: whether those heard agreed.")
@pass_session
def edit_exhibit(session: Session, /, case: str, number: str, **values: str | None) -> None:
    """Say more about an exhibit. Its bytes, its name and its number are facts and stay."""
    changes = given(**values)
    if [changes.get("translation"), changes.get("transcript")] == ["-", "-"]:
        raise click.UsageError("only one of --translation and --transcript can be read from standard input")
    for name in {"translation", "transcript"} & changes.keys():
        changes[name] = words(changes[name])
    with session.journal() as journal:
        found = find_exhibit(journal, case, number)
        made = journal.exhibits.get(journal.exhibits.edit(found.id, **changes).made)
        told = ", ".join(name.replace("_", " ") for name in changes)
        session.answer(shapes.exhibit(made), [f"changed {made.label}: {told}"])


@exhibit.command("read")
@click.argument("case")
@click.argument("number", metavar="EXHIBIT")
@pass_session
def read_exhibit(session: Session, case: str, number: str) -> None:
    """Note that you have looked at an exhibit; the window notes it when you open one."""
    with session.journal() as journal:
        made = journal.exhibits.get(journal.exhibits.mark_read(find_exhibit(journal, case, number).id).made)
        session.answer(shapes.exhibit(made), [f"{made.label} is marked as read"])


@exhibit.command("list")
@click.argument("case")
@pass_session
def list_exhibits(session: Session, case: str) -> None:
    """List a case's exhibits with their hashes."""
    with session.journal() as journal:
        found = journal.exhibits.of_case(journal.cases.find(case).id)
        rows = [
            (
                e.label,
                f"{e.file.size} bytes",
                "purged" if e.purged_at else e.file.sha256,
                f"{e.name}  {e.description}".strip(),
            )
            for e in found
        ]
        session.answer([shapes.exhibit(e) for e in found], output.table(rows, empty="no exhibits recorded"))


@exhibit.command("extract")
@click.argument("case")
@click.argument("number", metavar="EXHIBIT")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Write over a file that is there.")
@pass_session
def extract_exhibit(session: Session, case: str, number: str, out: Path, replace: bool) -> None:
    """Copy an exhibit's original bytes to OUT: a file name, or a folder to put it in."""
    with session.journal() as journal:
        found = find_exhibit(journal, case, number)
        content = journal.exhibits.read(found.file)
    target = out / found.name if out.is_dir() else out
    refuse_inside(session.book, target)
    if target.exists() and not replace:
        raise BadInput("{path} is there already: choose another name, or add --replace", path=target)
    temporary = target.with_name(f".{target.name[:100]}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(content)
        os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
    session.answer(shapes.exhibit(found) | {"path": str(target)}, [f"wrote {found.label} to {target}"])


def find_exhibit(journal: Journal, case: str, number: str) -> Exhibit:
    """Return the exhibit of a case and `EX-7` or `7`. Raises NotFound."""
    case_id, wanted = journal.cases.find(case).id, exhibit_number(number)
    for found in journal.exhibits.of_case(case_id):
        if found.number == wanted:
            return found
    raise NotFound("there is no EX-{exhibit} in C-{number}", exhibit=wanted, number=case_id)

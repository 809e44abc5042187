"""`casebook case export-data`, `import-data`, `contacts`, `dump` and `load`: a case or all of it, to and fro."""

from __future__ import annotations

from pathlib import Path

import click

from casebook import paths
from casebook.cli import output, shapes, unlocking
from casebook.cli.case import case
from casebook.cli.progress import finish
from casebook.cli.session import Command, Session, pass_session
from casebook.journal.secrecy.keys import Key

_FILE = click.Path(path_type=Path)
_replace = click.option("--replace", is_flag=True, help="Write over a file that is there.")


@case.command("export-data")
@click.argument("number", metavar="CASE")
@click.argument("file", type=_FILE)
@_replace
@pass_session
def export_data(session: Session, number: str, file: Path, replace: bool) -> None:
    """Write a case to FILE (a ZIP), so that another casebook can take it in with its history.

    It holds the records, the original files, what was amended or lies in the bin, and the ledger by which all of it
    can be checked; of other cases only that something was recorded, and when. It is not encrypted.
    """
    with session.journal() as journal:
        found = journal.cases.find(number)
        made = finish(journal.archives.export_case(found.id, file, replace=replace))
    shape = {"case": found.number, "path": str(made), "bytes": made.stat().st_size}
    lines = [f"wrote {found.number} to {made}; whoever has the file can read it"]
    session.answer(shape, [*lines, f"take it in elsewhere: casebook --book DIR case import-data {made}"])


@case.command("import-data")
@click.argument("file", type=_FILE)
@pass_session
def import_data(session: Session, file: Path) -> None:
    """Take in a case that 'casebook case export-data' wrote from another casebook: all of it, or nothing.

    It gets a number of its own here; its exhibits keep theirs, and every record its times. 'casebook verify' checks
    its history with the rest from now on.
    """
    with session.journal(create=True) as journal:
        made = journal.cases.get(finish(journal.archives.import_case(file)).made)
        shape = shapes.case(made, journal.firms.get(made.firm_id).name)
        session.answer(shape, [f"took in {made.number}: {output.one_line(made.title)}"])


@case.command("contacts")
@click.argument("number", metavar="CASE")
@click.option("--csv", "file", type=_FILE, required=True, metavar="FILE", help="Where to write the table.")
@click.option("--lang", type=click.Choice(["en", "zh"]), default="en", show_default=True, help="The reader's language.")
@_replace
@pass_session
def contact_sheet(session: Session, number: str, file: Path, lang: str, replace: bool) -> None:
    """Write a case's contacts as a table for a spreadsheet (CSV, UTF-8).

    What a spreadsheet would take for a formula gets an apostrophe in front, and what names something but looks like
    an amount gets a #.
    """
    from casebook.dossier import contact_sheet as sheet

    with session.journal() as journal:
        found = journal.cases.find(number)
        count = sheet.write(journal, found.id, file, language=lang, replace=replace)
    shape = {"case": found.number, "path": str(file), "lang": lang, "contacts": count}
    session.answer(shape, [f"wrote {count} {'contact' if count == 1 else 'contacts'} of {found.number} to {file}"])


@click.command(cls=Command)
@click.argument("file", type=_FILE)
@_replace
@pass_session
def dump(session: Session, file: Path, replace: bool) -> None:
    """Write the whole casebook to FILE: a ZIP of JSON lines and original files, in a form that is documented.

    It is not encrypted, also where the casebook is. Other programs can read it, and 'casebook load' makes the same
    casebook of it again. Backups are not in it.
    """
    with session.journal() as journal:
        made = finish(journal.dump(file, replace=replace))
    shape = {"casebook": str(session.book), "path": str(made), "bytes": made.stat().st_size}
    lines = [f"wrote {session.book} to {made}; whoever has the file can read it"]
    session.answer(shape, [*lines, f"the form is described in {paths.resources() / 'help' / 'data-format.md'}"])


@click.command(cls=Command)
@click.argument("file", type=_FILE)
@click.option("--encrypt", is_flag=True, help="Make it an encrypted casebook, with a passphrase of its own.")
@pass_session
def load(session: Session, file: Path, encrypt: bool) -> None:
    """Make a casebook of what 'casebook dump' wrote to FILE. The folder (--book) must be new or empty."""
    from casebook.journal.secrecy import keys
    from casebook.journal.transfer.dump import load as run

    passphrase = unlocking.new_passphrase(session.passphrase_file, unlocking.PASSPHRASE) if encrypt else ""
    printed: list[str] = []

    def make_key(folder: Path) -> Key:
        key, recovery = keys.make(folder, passphrase)
        printed.append(recovery)
        return key

    finish(run(file, session.book, session.clock, make_key if encrypt else None))
    shape = {"casebook": str(session.book), "encrypted": encrypt, "recovery_key": printed[0] if printed else None}
    lines = [f"made {session.book} of {file}"]
    if printed:
        lines += [f"recovery key: {printed[0]}", "Write it down or print it, and keep it away from this computer."]
    session.answer(shape, lines)

"""A case's contacts as a table for a spreadsheet (CSV), in the reader's language, with nothing in it that runs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import UTC
from pathlib import Path

from casebook import paths
from casebook.dossier.pages.labels import Labels
from casebook.journal import Journal
from casebook.journal.errors import BadInput
from casebook.journal.records import Contact
from casebook.journal.store.database import disk_errors
from casebook.journal.store.durable import write_whole
from casebook.journal.store.places import refuse_inside
from casebook.journal.times import Precision

# OWASP, "CSV Injection": what a spreadsheet takes for a formula when a cell begins with it; in Chinese, Japanese and
# Korean settings the full-width forms as well.
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_READS_AS_NUMBER = re.compile(r"[0-9][0-9.,]*(?:[eE][0-9]+)?")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def write(journal: Journal, case_id: int, path: Path, *, language: str = "en", replace: bool = False) -> int:
    """Write the contacts of a case to `path` and return how many they are.

    The file begins with a byte-order mark, by which spreadsheets know UTF-8. Raises NotFound, BadInput when `path` is
    there already, DiskTrouble.
    """
    refuse_inside(journal.folder, path)
    if path.exists() and not replace:
        raise BadInput("{path} is there already: choose another name, or replace it", path=path)
    labels = Labels.load(paths.resources() / "dossier", language)
    case = journal.cases.get(case_id)
    contacts = journal.contacts.of_case(case.id)
    text = io.StringIO()
    sheet = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    heads = labels.group("sheet")
    for number, contact in enumerate([None, *contacts]):
        row = [heads[name] for name in _COLUMNS] if contact is None else _row(labels, contact)
        sheet.writerow([harmless(cell) for cell in row])
        assert number or len(row) == len(_COLUMNS), "a column without a head"
    with disk_errors(path):
        write_whole(path, b"\xef\xbb\xbf" + text.getvalue().encode())
    return len(contacts)


def harmless(cell: str) -> str:
    """Return a cell's text with an apostrophe before whatever a spreadsheet would take for a formula."""
    plain = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", cell)
    return f"'{plain}" if plain.startswith(_STARTS_FORMULA) or plain.lstrip().startswith(_STARTS_FORMULA) else plain


_COLUMNS = (
    *("contact", "local", "offset", "zone", "utc", "precision", "known", "channel", "platform", "direction"),
    *("agent", "agent_id", "person", "tickets", "subject", "text", "outcome", "exhibits", "amended", "recorded"),
    *("waited", "talked", "cost"),
)


def _row(labels: Labels, contact: Contact) -> list[str]:
    happened, when = contact.happened, labels.when(contact.happened)
    day_only = happened.precision is Precision.DATE
    return [
        str(contact.id),
        f"{happened.local:%Y-%m-%d}" if day_only else f"{happened.local:%Y-%m-%d %H:%M}",
        when["offset"],
        happened.zone if happened.zone[0] not in "+-" else "",
        "" if day_only else f"{happened.utc.astimezone(UTC):%Y-%m-%d %H:%M}",
        labels.of("precisions", happened.precision),
        labels.of("known", happened.known),
        labels.of("channels", contact.channel),
        contact.platform,
        labels.of("directions", contact.direction),
        contact.agent,
        _as_text(contact.agent_id),
        {None: "", True: labels.of("persons", "bot"), False: labels.of("persons", "person")}[contact.bot],
        _joined([_as_text(number) for number in contact.tickets]),
        contact.subject,
        contact.text.replace("\r\n", "\n").replace("\r", "\n"),
        contact.outcome,
        _joined([exhibit.label for exhibit in contact.exhibits]),
        labels.group("sheet")["yes"] if contact.amended else "",
        f"{contact.recorded_at.astimezone(UTC):%Y-%m-%d %H:%M:%S}",
        _minutes(contact.details.waited),
        _minutes(contact.details.talked),
        contact.details.cost,
    ]


def _minutes(seconds: int | None) -> str:
    """Return a length in minutes, which a spreadsheet can add up; empty where it is not known."""
    return "" if seconds is None else f"{seconds / 60:.1f}".removesuffix(".0")


def _as_text(number: str) -> str:
    # A spreadsheet drops leading zeros and rounds after fifteen digits: a number that names something is no amount.
    return f"#{number}" if _READS_AS_NUMBER.fullmatch(number) else number


def _joined(parts: Sequence[str]) -> str:
    return ", ".join(parts)

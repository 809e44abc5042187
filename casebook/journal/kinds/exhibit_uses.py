"""What rests on an exhibit: everything in the record that has it, names it, shows it, or carried it out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from casebook.journal.changes import Kind
from casebook.journal.store.database import CasebookDatabase, rows

_WORDS = 120


class UseWay(StrEnum):
    """In which way something rests on an exhibit."""

    HOLDS = "holds"
    """It came with this contact."""
    NAMES = "names"
    """The contact's words name it."""
    SENT = "sent"
    """A message that it went out with."""
    SHOWS = "shows"
    """It shows this promise, transfer or loss."""
    QUOTED = "quoted"
    """A passage of its contact that the dossier quotes."""
    COVERED = "covered"
    """A redacted copy of it that stands."""
    COPY = "copy"
    """A copy of it with marks."""
    SOURCE = "source"
    """What it is a copy of."""
    DOSSIER = "dossier"
    """A dossier made when it was in the case."""


@dataclass(frozen=True, slots=True)
class Use:
    """One thing that rests on an exhibit."""

    way: UseWay
    kind: Kind
    id: int
    words: str
    """What it is, in a few of its own words."""


def of_exhibit(database: CasebookDatabase, row: Mapping[str, Any]) -> Iterator[Use]:
    """Yield what rests on an exhibit, given by its row. What lies in the bin is left out."""
    number, case_id, contact_id = row["id"], row["case_id"], row["contact_id"]

    def told(way: UseWay, kind: Kind, sql: str, *values: object) -> Iterator[Use]:
        for found, words in rows(database, sql, values):
            yield Use(way, kind, found, " ".join(str(words or "").split())[:_WORDS])

    said = "SELECT id, coalesce(nullif(subject, ''), substr(text, 1, 400)) FROM contact WHERE deleted_at IS NULL AND "
    labels = "SELECT id, 'EX-' || number || ' ' || name FROM exhibit WHERE deleted_at IS NULL AND "
    if row["derived_from"]:
        yield from told(UseWay.SOURCE, Kind.EXHIBIT, f"{labels} id = ?", row["derived_from"])
    yield from told(UseWay.HOLDS, Kind.CONTACT, f"{said} id = ?", contact_id)
    if case_id is not None and row["number"]:
        yield from _named(database, case_id, row["number"], contact_id)
    for kind, words in ((Kind.PROMISE, "text"), (Kind.TRANSFER, "amount || ' ' || asset"), (Kind.LOSS, "what")):
        yield from told(UseWay.SHOWS, kind, f'SELECT id, {words} FROM "{kind}" WHERE exhibit_id = ?', number)
    if contact_id is not None:
        yield from told(UseWay.QUOTED, Kind.QUOTE, "SELECT id, text FROM quote WHERE contact_id = ?", contact_id)
    stands = "SELECT id, reason FROM redaction WHERE exhibit_id = ? AND withdrawn_at IS NULL"
    yield from told(UseWay.COVERED, Kind.REDACTION, stands, number)
    yield from told(UseWay.COPY, Kind.EXHIBIT, f"{labels} derived_from = ? ORDER BY number", number)
    # In the case at that time: whether its bytes went along was the user's choice then, and is told by that dossier.
    carried = (
        "SELECT id, name FROM export WHERE case_id = ? AND head_number >= (SELECT min(number) FROM ledger "
        "WHERE which = ? AND case_id = ?) ORDER BY id"
    )
    yield from told(UseWay.DOSSIER, Kind.EXPORT, carried, case_id, f"exhibit:{number}", case_id)


def _named(database: CasebookDatabase, case_id: int, number: int, contact_id: int | None) -> Iterator[Use]:
    """Yield the contacts that name an exhibit in their words, and the messages it went out with."""
    label = f"EX-{number}"
    name = re.compile(rf"(?<![A-Za-z0-9-])EX[-\u2010\u2011]{number}R?(?![A-Za-z0-9])")
    found = rows(
        database,
        "SELECT id, subject, text || ' ' || outcome || ' ' || coalesce(translation, ''), details FROM contact "
        "WHERE case_id = ? AND deleted_at IS NULL AND (text || outcome || coalesce(translation, '') LIKE ? "
        "OR text || outcome || coalesce(translation, '') LIKE ? OR text || outcome || coalesce(translation, '') LIKE ? "
        "OR details LIKE ?) ORDER BY happened_at, id",
        (case_id, f"%EX-{number}%", f"%EX\u2010{number}%", f"%EX\u2011{number}%", f'%"{label}%'),
    )
    for which, subject, words, details in found:
        enclosed = json.loads(details).get("enclosed", ()) if details else ()
        way = UseWay.SENT if {label, f"{label}R"} & set(enclosed) else UseWay.NAMES
        if way is UseWay.SENT or (name.search(words) and which != contact_id):
            yield Use(way, Kind.CONTACT, which, " ".join((subject or words).split())[:_WORDS])

"""Rows as they stand in the tables: on their way out as JSON lines, and back from wherever they come."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from peewee import Model

from casebook.journal.errors import BadInput
from casebook.journal.store import tables, tables_outgoing
from casebook.journal.store.tables import ListField, UtcField
from casebook.journal.terms import (
    Automatic,
    CaseStatus,
    Category,
    Channel,
    Consent,
    Direction,
    ExhibitSource,
    FirmKind,
    FollowUpState,
    LossKind,
    PromiseState,
    ReferenceKind,
    RequestState,
    StampState,
    TransferKind,
)
from casebook.journal.times import HowKnown, Precision, from_text, to_text, zone

Row = dict[str, Any]

_MADE_ANEW = re.compile(r"search_words.*|ident|sqlite_stat.*")
"""Tables that follow from the others."""
_TERMS: Mapping[tuple[str, str], type[StrEnum]] = {
    ("firm", "kind"): FirmKind,
    ("case", "category"): Category,
    ("case", "status"): CaseStatus,
    ("contact", "channel"): Channel,
    ("contact", "direction"): Direction,
    ("contact", "automatic"): Automatic,
    ("exhibit", "source"): ExhibitSource,
    ("reference", "kind"): ReferenceKind,
    ("promise", "state"): PromiseState,
    ("request", "state"): RequestState,
    ("follow_up", "state"): FollowUpState,
    ("exhibit", "consent"): Consent,
    ("transfer", "kind"): TransferKind,
    ("loss", "kind"): LossKind,
    ("export", "stamp"): StampState,
}
_FIELDS = {
    model._meta.table_name: model._meta.fields
    for model in (*vars(tables).values(), *vars(tables_outgoing).values())
    if isinstance(model, type) and issubclass(model, Model) and model is not Model
}
_NO_NAME = re.compile(r"[\\/\x00-\x1f\x7f]|^\.{1,2}$")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def table_names(run: Any) -> list[str]:
    """Return the tables that hold what was recorded, by name. `run` executes one statement and returns its cursor."""
    found = run("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return [name for (name,) in found if not _MADE_ANEW.fullmatch(name)]


def columns(run: Any, table: str) -> list[str]:
    """Return the columns of a table that are stored, in their order."""
    return [row[1] for row in run(f'PRAGMA table_info("{table}")').fetchall()]


def order(run: Any, table: str) -> str:
    """Return the columns by which a table's rows are in the one order that they have, as SQL."""
    keys = sorted((row[5], row[1]) for row in run(f'PRAGMA table_info("{table}")').fetchall() if row[5])
    return ", ".join(f'"{name}"' for _place, name in keys) or "1"


def insert(run: Any, table: str, known: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    """Insert rows and yield each one that is in. Raises ValueError for a row of another shape."""
    names, marks = ", ".join(f'"{name}"' for name in known), ", ".join("?" * len(known))
    statement = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'
    for row in rows:
        if set(row) != set(known) or not all(_storable(value) for value in row.values()):
            raise ValueError(f"not a row of {table}")
        run(statement, [row[name] for name in known])
        yield dict(row)


def is_hash(value: object) -> bool:
    """Return whether a value is a SHA-256 in hex, as a record names its file; a purged record names none."""
    return isinstance(value, str) and bool(_SHA256.fullmatch(value))


def unreadable(table: str, row: Mapping[str, Any]) -> str:
    """Return the first column whose value this program could not show; empty when it can show them all."""
    for name, value in row.items():
        try:
            good = _reads(table, name, value)
        except (ValueError, TypeError, BadInput):
            good = False
        if not good:
            return name
    return ""


def _storable(value: object) -> bool:
    return value is None or isinstance(value, str | bytes) or type(value) is int


def _reads(table: str, name: str, value: Any) -> bool:
    field, term = _FIELDS.get(table, {}).get(name), _TERMS.get((table, name))
    good = True  # whether it may be empty, and whether it is a number or a text, the table itself says
    if value is None or field is None:
        pass
    elif isinstance(field, UtcField):
        good = to_text(from_text(value)) == value
    elif isinstance(field, ListField):
        many = json.loads(value)
        good = isinstance(many, list) and all(isinstance(item, str) for item in many)
    elif term or name.endswith(("_precision", "_known")):
        term = term or (Precision if name.endswith("_precision") else HowKnown)
        good = value in [str(one) for one in term]
    elif name.endswith("_zone") or (name == "zone" and value):
        zone(value)
    elif (table, name) == ("exhibit", "name"):
        good = not _NO_NAME.search(value)
    elif name == "size":
        good = value >= 0
    return good

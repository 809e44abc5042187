"""What was done and when, read back from the ledger: each entry with the facts that it changed, old and new."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from casebook.journal.changes import Kind
from casebook.journal.core import Core
from casebook.journal.store.database import rows
from casebook.journal.times import HowKnown, Moment, Precision, from_text

_KINDS = frozenset(str(kind) for kind in Kind)
_MOMENTS = ("happened", "due", "problem", "deadline", "made", "rated", "start")
_UNTOLD = frozenset({"id", "recorded_at", "amended", "explanation", "erased"})  # follow from the entry, or say nothing
_LISTS = frozenset(
    {"tickets", "aliases", "in_reply_to", "refs", "recipients", "cc", "problems", "manifests", "languages"}
)

_ENTRIES = """
SELECT l.number, l.entry, p.payload, b.number, q.payload FROM ledger l LEFT JOIN ledger_payload p ON p.number = l.number
LEFT JOIN ledger b ON b.number = (SELECT max(o.number) FROM ledger o WHERE o.which = l.which AND o.number < l.number)
LEFT JOIN ledger_payload q ON q.number = b.number"""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One fact that an entry changed. Values are texts, numbers, Moments, datetimes, tuples of texts, or None."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the ledger, as far as its words are still there.

    `what` is its verb (`contact.amended`), `which` the record (`contact:12`). `facts` are the record's after it.
    """

    number: int
    at: datetime
    what: str
    which: str
    kind: Kind | None
    """None for what is no record: the clock, a key, the preferences, a purge."""
    id: int
    case_id: int | None
    facts: Mapping[str, Any]
    changed: tuple[FieldChange, ...]
    """For the first entry of a record: all that was written down. Empty where the earlier words were erased."""
    first: bool
    """Whether it is the first entry of its record."""
    erased: bool
    """Whether its words were erased later, by a purge or with the bin."""

    @property
    def label(self) -> str:
        """How the record is called: `C-12`, `EX-7`, or its number."""
        if self.kind is Kind.CASE:
            return f"C-{self.id}"
        number = self.facts.get("number")
        if self.kind is Kind.EXHIBIT and number:
            return f"EX-{number}"
        return str(number) if self.kind is Kind.TICKET and number else str(self.id)


class History:
    """Reads the ledger back. It never writes."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def of_case(self, case_id: int, before: int | None = None, limit: int = 100) -> list[Event]:
        """Return what was done in a case, newest first; with `before` only entries below that number."""
        return self._events("l.case_id = ?", (case_id,), before, limit)

    def of_record(self, kind: Kind, record_id: int, before: int | None = None, limit: int = 100) -> list[Event]:
        """Return what was done with one record, newest first."""
        return self._events("l.which = ?", (f"{kind}:{record_id}",), before, limit)

    def of_all(self, before: int | None = None, limit: int = 100) -> list[Event]:
        """Return what was done in the whole casebook, newest first."""
        return self._events("1", (), before, limit)

    def between(self, first: int, last: int) -> list[Event]:
        """Return the entries from one number to another, newest first."""
        return self._events("l.number BETWEEN ? AND ?", (first, last), None, last - first + 1)

    def _events(self, where: str, values: tuple[object, ...], before: int | None, limit: int) -> list[Event]:
        below = "" if before is None else f" AND l.number < {int(before)}"
        found = rows(
            self._core.database, f"{_ENTRIES} WHERE {where}{below} ORDER BY l.number DESC LIMIT ?", (*values, limit)
        )
        return [_event(*row) for row in found]


def _event(number: int, entry: str, payload: str | None, earlier: int | None, words: str | None) -> Event:
    told = json.loads(entry)
    which = str(told["which"])
    kind, _, record_id = which.partition(":")
    facts = facts_of(payload)
    # Without the earlier words nobody can say what changed.
    lost = payload is None or (earlier is not None and words is None)
    return Event(
        number=number,
        at=from_text(told["at"]),
        what=str(told["what"]),
        which=which,
        kind=Kind(kind) if kind in _KINDS else None,
        id=int(record_id) if record_id.isdecimal() else 0,
        case_id=told.get("case"),
        facts=facts,
        changed=() if lost else _changed(None if earlier is None else facts_of(words), facts),
        first=earlier is None,
        erased=payload is None,
    )


def _changed(earlier: Mapping[str, Any] | None, after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    before = earlier or {}
    untold = _UNTOLD | ({"case_id", "contact_id"} if earlier is None else frozenset())  # where it is, not what it says
    return tuple(
        FieldChange(name, before.get(name), after.get(name))
        for name in dict.fromkeys((*after, *before))
        if name not in untold and (before.get(name) or None) != (after.get(name) or None)
    )


def facts_of(payload: str | None) -> dict[str, Any]:
    """Return a payload's facts: the five columns of a time as one Moment, times as datetimes, lists as tuples."""
    raw: dict[str, Any] = json.loads(payload) if payload else {}
    facts: dict[str, Any] = {}
    for name, value in raw.items():
        stem, _, part = name.rpartition("_")
        if stem in _MOMENTS and f"{stem}_precision" in raw:
            if part == "at":
                facts[stem] = _moment(raw, stem)
        elif name.endswith("_at") or name == "snoozed_until":
            facts[name] = from_text(value) if value else None
        elif name in _LISTS:
            facts[name] = tuple(json.loads(value))
        else:
            facts[name] = value
    return facts


def _moment(raw: Mapping[str, Any], stem: str) -> Moment | None:
    if raw[f"{stem}_at"] is None:
        return None
    return Moment(
        from_text(raw[f"{stem}_at"]),
        raw[f"{stem}_zone"],
        raw[f"{stem}_offset"],
        Precision(raw[f"{stem}_precision"]),
        HowKnown(raw[f"{stem}_known"]),
    )

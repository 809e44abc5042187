"""`casebook history`: what was done in a case, and when, in plain lines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import click

from casebook.cli import output, shapes
from casebook.cli.session import Command, Session, pass_session
from casebook.journal.proof.history import Event
from casebook.journal.times import Moment

_LONGEST = 60
_THINGS = {
    "follow_up": "follow-up",
    "imported_case": "imported case",
    "key": "the signing key",
    "clock": "this computer's clock",
    "ledger": "the ledger",
    "casebook": "the casebook",
    "preferences": "the preferences",
    "bin": "the bin",
    "purge": "words or records",
}
_UNTOLD = frozenset({"public", "erased"})
# What a record is best known by when it is written down; the first that is there.
_SUMMARY = ("title", "text", "subject", "what", "reason", "name", "value", "number", "before", "amount", "txid")


@click.command(cls=Command)
@click.argument("case", required=False)
@click.option("--limit", type=click.IntRange(1, 10_000), default=100, show_default=True, help="How many, at most.")
@click.option("--before", type=click.IntRange(1), metavar="ENTRY", help="Only entries below this number.")
@pass_session
def history(session: Session, case: str | None, limit: int, before: int | None) -> None:
    """Tell what was done in CASE, newest first; in the whole casebook where CASE is left out."""
    with session.journal() as journal:
        if case is None:
            found = journal.history.of_all(before, limit)
        else:
            found = journal.history.of_case(journal.cases.find(case).id, before, limit)
        zone = session.zone()
        lines = [line for event in found for line in _lines(event, zone)]
        session.answer([shape(event) for event in found], lines or ["(nothing recorded)"])


def shape(event: Event) -> Mapping[str, Any]:
    """Return an entry of the history for --json."""
    return {
        "number": event.number,
        "at": shapes.utc(event.at),
        "what": event.what,
        "kind": str(event.kind) if event.kind else event.which.partition(":")[0],
        "id": event.id,
        "label": event.label,
        "case": shapes.number(event.case_id),
        "changed": [{"field": c.field, "before": _value(c.before), "after": _value(c.after)} for c in event.changed],
        "erased": event.erased,
    }


def line(event: Event, zone: str) -> str:
    """Return an entry in one line."""
    return f"{event.number}  {output.instant(event.at, zone)}  {_sentence(event)}"


def _lines(event: Event, zone: str) -> list[str]:
    first = line(event, zone)
    indent = " " * (len(str(event.number)) + 2)
    return [first, *(f"{indent}{line}" for line in _details(event, zone))]


def _sentence(event: Event) -> str:
    kind, verb = event.which.partition(":")[0], event.what.partition(".")[2].replace("-", " ").replace("_", " ")
    thing = _THINGS.get(kind, kind.replace("_", " "))
    name = f"{thing} {event.label}" if event.kind else thing
    words = f"{name}: {verb}"
    if event.erased:
        return f"{words} (its words were erased later)"
    if event.first and event.kind and (summary := _summary(event.facts)):
        return f'{words}: "{output.one_line(summary, _LONGEST)}"'
    return words


def _summary(facts: Mapping[str, Any]) -> str:
    return next((str(facts[name]) for name in _SUMMARY if facts.get(name)), "")


def _details(event: Event, zone: str) -> list[str]:
    if not event.kind:
        told = {n: v for n, v in event.facts.items() if n not in _UNTOLD and not isinstance(v, dict | list | None)}
        return [f"{name.replace('_', ' ')}: {_shown(value, zone)}" for name, value in told.items()]
    if event.first:
        return []
    return [
        f"{change.field.replace('_', ' ')}: {_shown(change.before, zone)} → {_shown(change.after, zone)}"
        for change in event.changed
    ]


def _shown(value: Any, zone: str) -> str:
    if value is None or value in ("", ()):
        return "(nothing)"
    if isinstance(value, Moment):
        return output.time(value)
    if isinstance(value, datetime):
        return output.instant(value, zone)
    if isinstance(value, tuple):
        return ", ".join(value)
    return f'"{output.one_line(value, _LONGEST)}"' if isinstance(value, str) else str(value)


def _value(value: Any) -> Any:
    if isinstance(value, Moment):
        return shapes.stated(value)
    if isinstance(value, datetime):
        return shapes.utc(value)
    return list(value) if isinstance(value, tuple) else value

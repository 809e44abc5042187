"""`casebook exports`: which dossiers of a case went out, for whom, and what changed in the record since."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from casebook.cli import output, shapes
from casebook.cli.session import Command, Session, pass_session
from casebook.dossier.since import Counts, changed_since
from casebook.journal.outgoing import Export

_THINGS = {"loss": "loss line", "mail": "raw mail"}
_READERS = {"outside": "for an outsider", "firm": "for the firm"}


@click.command(cls=Command)
@click.argument("case")
@pass_session
def exports(session: Session, case: str) -> None:
    """List the dossiers made of CASE, the latest last, with what changed since each."""
    with session.journal() as journal:
        found = journal.exports.of_case(journal.cases.find(case).id)
        since = [changed_since(journal, one) for one in found]
        zone = session.zone()
        lines = [line for one, counts in zip(found, since, strict=True) for line in _lines(one, counts, zone)]
        told = [shape(one, counts) for one, counts in zip(found, since, strict=True)]
        session.answer(told, lines or ["(no dossier was made of this case)"])


def shape(export: Export, since: Counts) -> Mapping[str, Any]:
    """Return an export for --json; `since` holds `{kind, change, count}` for what was recorded after it."""
    return {
        "id": export.id,
        "case": shapes.number(export.case_id),
        "made_at": shapes.utc(export.recorded_at),
        "name": export.name,
        "for": export.audience,
        "recipient": export.recipient,
        "form": export.form,
        "lang": export.language,
        "paper": export.paper,
        "parts": export.parts,
        "manifests": list(export.manifests),
        "head": {"number": export.head_number, "hash": export.head_hash},
        "signed_by": export.signed_by,
        "stamp": str(export.stamp),
        "stamp_host": export.stamp_host,
        "since": [{"kind": kind, "change": str(change), "count": n} for (kind, change), n in sorted(since.items())],
    }


def changes(since: Counts) -> str:
    """Return what changed in words: `3 contacts added, 1 exhibit changed`; `nothing` where nothing did."""
    told = [
        f"{count} {_thing(kind, count)} {change}" if kind != "case" else "the case's own facts changed"
        for (kind, change), count in sorted(since.items())
    ]
    return ", ".join(told) or "nothing"


def _lines(export: Export, since: Counts, zone: str) -> list[str]:
    reader = export.recipient or _READERS.get(export.audience, export.audience)
    parts = f"{export.parts} parts" if export.parts > 1 else ""
    signed = f"signed by {export.signed_by}" if export.signed_by else "not signed"
    stamp = {"waiting": f"time stamp of {export.stamp_host} awaited", "stamped": f"time stamp of {export.stamp_host}"}
    facts = (export.form, export.language, export.paper, parts, signed, stamp.get(str(export.stamp), ""))
    first = f"{output.instant(export.recorded_at, zone)}  {output.one_line(export.name)}  {output.one_line(reader)}"
    return [
        first,
        f"  {', '.join(fact for fact in facts if fact)}, at ledger entry {export.head_number}",
        f"  changed since: {changes(since)}",
    ]


def _thing(kind: str, count: int) -> str:
    word = _THINGS.get(kind, kind.replace("_", " "))
    return word if count == 1 else f"{word}s"

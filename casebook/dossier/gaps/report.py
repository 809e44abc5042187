"""The gap report of a case: everything a reader will miss, in one order, with the user's answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from casebook.dossier.collect import Facts, collect
from casebook.dossier.gaps import record
from casebook.dossier.gaps.findings import Finding, Gap
from casebook.journal import Journal
from casebook.journal.errors import BadInput

_ORDER = {gap: number for number, gap in enumerate(Gap)}


def of_case(journal: Journal, case_id: int, now: datetime | None = None) -> tuple[Finding, ...]:
    """Return the findings of a case as it is recorded. Raises NotFound."""
    return report(collect(journal, case_id), now=now)


def report(facts: Facts, *, now: datetime | None = None) -> tuple[Finding, ...]:
    """Return the findings of a case: what blocks first, then by kind and place. `now` is the record's own time."""
    found = [_answered(facts, finding) for finding in _all(facts, now or facts.as_of)]
    return tuple(sorted(found, key=lambda f: (not f.stops, _ORDER[f.kind])))


def refuse_blocking(findings: Iterable[Finding]) -> None:
    """Raise BadInput while a finding that blocks has no answer."""
    stopping = [finding for finding in findings if finding.stops]
    if stopping:
        raise BadInput(
            "the dossier may hold {count} secret(s) such as a key, a seed phrase or a password: remove them, or answer"
            " these findings of the gap report first",
            count=len(stopping),
        )


def _all(facts: Facts, now: datetime) -> Iterator[Finding]:
    yield from record.recordings(facts)
    yield from record.late_promises(facts, now)
    yield from record.silences(facts, now)
    yield from record.bare_claims(facts)
    yield from record.lone_calls(facts)
    yield from record.sourceless(facts)
    yield from record.unread(facts)


def _answered(facts: Facts, finding: Finding) -> Finding:
    answer = facts.answers.get(finding.key)
    return replace(finding, answer=answer.text) if answer else finding

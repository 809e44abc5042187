"""The gap report of a case: everything a reader will miss, in one order, with the user's answers."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from casebook.dossier.choices import Choices
from casebook.dossier.collect import Facts, collect
from casebook.dossier.gaps import evidence, files, leaks, record
from casebook.dossier.gaps.findings import Finding, Gap
from casebook.dossier.gaps.leaks import Text
from casebook.dossier.selection import Selection, select
from casebook.journal import Journal
from casebook.journal.errors import BadInput
from casebook.journal.progress import Progress

_ORDER = {gap: number for number, gap in enumerate(Gap)}


def of_case(
    journal: Journal, case_id: int, choices: Choices | None = None, now: datetime | None = None
) -> tuple[Finding, ...]:
    """Return the findings of a case as it is recorded. Reads files: see `of_facts`. Raises NotFound."""
    return of_facts(journal, collect(journal, case_id), choices, now)


def of_facts(
    journal: Journal, facts: Facts, choices: Choices | None = None, now: datetime | None = None
) -> tuple[Finding, ...]:
    """Return the findings of a case's facts, with its text files and raw mails searched too.

    It reads every file that would go out with these choices: not for the thread that draws the window.
    """
    return report(facts, _files(journal, facts, select(facts, choices or Choices())), now=now)


def report(facts: Facts, words: Iterable[Text] = (), *, now: datetime | None = None) -> tuple[Finding, ...]:
    """Return the findings of a case: what blocks first, then by kind and place. `now` is the record's own time."""
    found = leaks.suspected(facts, words)
    return _ordered(facts, [*found, *_gaps(facts, now or facts.as_of)])


def look(
    journal: Journal, case_id: int, now: datetime | None = None, choices: Choices | None = None
) -> Generator[Progress, None, tuple[Finding, ...]]:
    """Return the findings of a case, text by text, so that it can be stopped in between. Raises NotFound."""
    facts = collect(journal, case_id)
    found = list[Finding]()
    for part in leaks.search(facts, _files(journal, facts, select(facts, choices or Choices()))):
        yield Progress(0)
        found += part
    return _ordered(facts, [*found, *_gaps(facts, now or facts.as_of)])


def refuse_secrets(journal: Journal, facts: Facts, selection: Selection) -> Generator[Progress, None, None]:
    """Raise BadInput while a suspected secret in what goes out has no answer."""
    count = 0
    for found in leaks.search(facts, _files(journal, facts, selection)):
        yield Progress(0)
        count += sum(_answered(facts, finding).stops for finding in found)
    if count:
        raise BadInput(
            "the dossier may hold {count} secret(s) such as a key, a seed phrase or a password: remove them, or answer"
            " these findings of the gap report first",
            count=count,
        )


def _files(journal: Journal, facts: Facts, selection: Selection) -> Iterator[Text]:
    return files.texts(journal, selection, leaks.clean_files(facts))


def _gaps(facts: Facts, now: datetime) -> Iterator[Finding]:
    yield from record.recordings(facts)
    yield from record.late_promises(facts, now)
    yield from record.open_requests(facts)
    yield from record.silences(facts, now)
    yield from record.bare_claims(facts)
    yield from record.lone_calls(facts)
    yield from record.sourceless(facts)
    yield from record.unread(facts)
    yield from evidence.missing(facts)


def _ordered(facts: Facts, found: Iterable[Finding]) -> tuple[Finding, ...]:
    answered = [_answered(facts, finding) for finding in found]
    return tuple(sorted(answered, key=lambda f: (not f.stops, _ORDER[f.kind])))


def _answered(facts: Facts, finding: Finding) -> Finding:
    answer = facts.answers.get(finding.key)
    return replace(finding, answer=answer.text) if answer else finding

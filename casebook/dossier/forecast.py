"""What a dossier would be, before it is made: what goes out, what is missing, what changed since the last one."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass

from casebook.dossier.choices import Choices
from casebook.dossier.collect import collect
from casebook.dossier.gaps import Finding, look
from casebook.dossier.prescan import shown_by_code
from casebook.dossier.selection import Outgoing, Selection, select
from casebook.dossier.since import Counts, changed_since, last_like
from casebook.journal import Journal
from casebook.journal.outgoing import Export
from casebook.journal.progress import Progress


@dataclass(frozen=True, slots=True)
class Forecast:
    """One look ahead, for one set of choices."""

    choices: Choices
    contacts: int
    selection: Selection
    findings: tuple[Finding, ...]
    characters: Mapping[str, int]
    """What the fonts do not have, and how often it is shown by its code."""
    last: Export | None
    """The last dossier that went to the same reader."""
    since: Counts
    """What changed after that one."""
    recipients: tuple[str, ...]
    """For whom earlier dossiers were, the latest first."""

    @property
    def size(self) -> int:
        """How many bytes of originals go out."""
        return sum(stored.size for stored in self.selection.files().values())

    @property
    def unusual(self) -> tuple[Outgoing, ...]:
        """The exhibits with a redacted copy, and those of which nothing goes out."""
        return tuple(item for item in self.selection.exhibits if item.redaction or item.kept_back)

    @property
    def stopping(self) -> int:
        """How many findings keep the dossier from being made."""
        return sum(finding.stops for finding in self.findings)


def look_ahead(journal: Journal, case_id: int, choices: Choices) -> Generator[Progress, None, Forecast]:
    """Return what the dossier would be. Changes nothing. Raises NotFound."""
    findings = yield from look(journal, case_id, journal.clock(), choices)
    facts = collect(journal, case_id)
    yield Progress(0)
    selection = select(facts, choices)
    characters = shown_by_code(facts, choices, selection)
    earlier = journal.exports.of_case(case_id)
    last = last_like(earlier, choices.recipient, choices.audience)
    since = changed_since(journal, last) if last else {}
    recipients = tuple(dict.fromkeys(e.recipient for e in reversed(earlier) if e.recipient))
    return Forecast(choices, len(facts.contacts), selection, findings, characters, last, since, recipients)

"""Evidence that this kind of problem usually needs and that the record does not have."""

from __future__ import annotations

from collections.abc import Iterator

from casebook import paths
from casebook.dossier.collect import Facts
from casebook.dossier.gaps.findings import Finding, Gap
from casebook.guide.ready import checklists, readiness
from casebook.guide.ready.known import Known
from casebook.journal.changes import Kind


def missing(facts: Facts) -> Iterator[Finding]:
    """Find what the checklist of the case's category names and the case lacks; what the user noted on it answers it."""
    known = Known(
        case=facts.case,
        account=facts.account,
        contacts=facts.contacts,
        exhibits=facts.originals,
        tickets=facts.tickets,
        references=facts.references,
        transfers=facts.transfers,
        requests=facts.requests,
        marks=facts.marks,
    )
    for item in checklists.load(paths.resources() / "guides" / "checklists" / "evidence.toml"):
        if item.is_for(facts.case.category) and not readiness.answered(item, known):
            values = {"text": item.texts, "source": item.sources, "checked_on": item.checked_on}
            mark = known.mark(item.id)
            answer = mark.note if mark else ""
            yield Finding(f"checklist:{item.id}", Gap.CHECKLIST, (Kind.CASE, facts.case.id), values, answer=answer)

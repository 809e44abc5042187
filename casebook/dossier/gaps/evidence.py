"""Evidence that this kind of problem usually needs and that the record does not have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from casebook import paths
from casebook.dossier.collect import Facts
from casebook.dossier.gaps.findings import Finding, Gap
from casebook.guide.ready import checklists
from casebook.journal.changes import Kind
from casebook.journal.terms import RequestState
from casebook.journal.times import Precision


def missing(facts: Facts) -> Iterator[Finding]:
    """Find what the checklist of the case's category names and the case lacks."""
    for item in checklists.load(paths.resources() / "guides" / "checklists" / "evidence.toml"):
        if item.is_for(facts.case.category) and not any(_TESTS[kind](facts, what) for kind, what in item.needs):
            values = {"text": item.texts, "source": item.sources, "checked_on": item.checked_on}
            yield Finding(f"checklist:{item.id}", Gap.CHECKLIST, (Kind.CASE, facts.case.id), values)


def _case(facts: Facts, what: str) -> bool:
    if what == "minute":
        problem = facts.case.problem
        return problem is not None and problem.precision is not Precision.DATE
    return bool(getattr(facts.case, what))


def _account(facts: Facts, what: str) -> bool:
    return facts.account is not None and bool(getattr(facts.account, what))


def _exhibit(facts: Facts, what: str) -> bool:
    if what == "clause":
        return any(exhibit.clause for exhibit in facts.originals)
    if what == "any":
        return bool(facts.originals)
    heads = {"image": ("image/",), "pdf": ("application/pdf",), "text": ("text/", "application/json")}[what]
    return any(exhibit.media_type.startswith(heads) for exhibit in facts.originals)


_TESTS: Mapping[str, Callable[[Facts, str], bool]] = {
    "case": _case,
    "account": _account,
    "exhibit": _exhibit,
    "reference": lambda facts, what: any(reference.kind == what for reference in facts.references),
    "transfer": lambda facts, what: any(getattr(transfer, what) for transfer in facts.transfers),
    "contact": lambda facts, what: any(contact.channel == what for contact in facts.contacts),
    "ticket": lambda facts, what: bool(facts.tickets),
    "request": lambda facts, what: any(request.state is RequestState.SUPPLIED for request in facts.requests),
}

"""What the advice on a case is read from, taken from a journal: the window and the command line ask the same way."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from casebook.guide.advice import channels, ladder
from casebook.guide.advice.channels import Asked, Urgency, Way
from casebook.guide.advice.ladder import Rung, Step
from casebook.guide.advice.taken import Told
from casebook.journal.terms import Category

if TYPE_CHECKING:
    from casebook.guide.guide import Guide
    from casebook.journal import Journal

_WAYS, _LADDER = "ways.toml", "ladder.toml"


def ways(
    journal: Journal,
    folder: Path,
    case_id: int,
    now: datetime,
    zone: str,
    *,
    urgency: Urgency | None = None,
    category: Category | None = None,
    languages: frozenset[str] = frozenset({"en", "zh"}),
) -> tuple[Asked, list[Way]]:
    """Return where to turn in a case, the best way first, and what that was judged by. Raises NotFound."""
    case = journal.cases.get(case_id)
    contacts = journal.contacts.of_case(case_id)
    asked = Asked(
        firm=journal.firms.get(case.firm_id),
        category=category or case.category,
        urgency=urgency or channels.urgency(case, contacts, now),
        now=now,
        zone=zone,
        contacts=contacts,
        account=journal.accounts.get(case.account_id) if case.account_id else None,
        languages=languages,
    )
    return asked, channels.advise(channels.load(folder / _WAYS), journal.firm_channels.of_firm(case.firm_id), asked)


def rungs(journal: Journal, guide: Guide, folder: Path, case_id: int, now: datetime, zone: str) -> list[Rung]:
    """Return the ladder of a case. Raises NotFound."""
    case = journal.cases.get(case_id)
    told = Told(
        case=case,
        firm=journal.firms.get(case.firm_id),
        contacts=journal.contacts.of_case(case_id),
        marks=journal.check_marks.of_case(case_id),
        deadlines=journal.deadlines.of_case(case_id),
        follow_ups=journal.follow_ups.of_case(case_id),
    )
    rules = guide.rules_for(journal.firm_rules.of_firm(case.firm_id))
    return ladder.rungs(steps(folder), rules, told, now, zone)


def steps(folder: Path) -> tuple[Step, ...]:
    """Return the steps of the ladder."""
    return ladder.load(folder / _LADDER)

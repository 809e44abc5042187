"""What the guide would do after a chat or call that is not recorded yet: the form at its end shows it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from casebook.guide.advice.suggest import Suggestion
from casebook.guide.guide import Guide
from casebook.journal.ending import Ending
from casebook.journal.planning import Session
from casebook.journal.records import Contact
from casebook.journal.terms import Automatic

if TYPE_CHECKING:
    from casebook.journal import Journal

_LATEST = 200
"""Contacts that are looked at: what waits for an answer is among the last ones, and a form must open at once."""


def next_steps(
    guide: Guide, journal: Journal, session: Session, ending: Ending, now: datetime, zone: str
) -> list[Suggestion]:
    """Return the steps that the guide will suggest once this is recorded, the next one first."""
    firm = journal.firms.get(journal.cases.get(session.case_id).firm_id)
    here = Contact(
        id=0,
        case_id=session.case_id,
        channel=session.channel,
        direction=ending.direction,
        happened=ending.happened,
        agent=ending.agent,
        agent_id=ending.agent_id,
        bot=ending.bot,
        platform=ending.platform,
        subject="",
        text=ending.text,
        outcome=ending.outcome,
        automatic=Automatic.NO,
        tickets=ending.tickets,
        exhibits=(),
        amended=False,
        recorded_at=now,
        details=ending.details,
    )
    latest = [row.id for row in journal.contacts.timeline(session.case_id)[-_LATEST:] if row.id != ending.transcript]
    contacts = [*journal.contacts.many(latest).values()]
    rules = journal.firm_rules.of_firm(firm.id)
    return guide.suggest(firm, [*contacts, here], now, zone, rules)

"""What the guide thinks of a case, in the background: the next steps, and whether a message may go out again."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from casebook.gui.models import case_facts
from casebook.gui.models.case_facts import CaseFacts
from casebook.guide import Guide, Suggestion
from casebook.guide.advice.resend import ResendCheck
from casebook.guide.dates import clocks
from casebook.journal import Progress
from casebook.journal.records import Contact
from casebook.journal.terms import Channel, DeadlineState
from casebook.journal.times import system_zone

if TYPE_CHECKING:
    from casebook.journal import Journal

Guard = Callable[[Channel], ResendCheck]
"""Says of a channel, at the time it is asked, whether the last message there may be sent again."""


@dataclass(frozen=True, slots=True)
class Thoughts:
    """The next steps, and the resend guard of the same contacts."""

    suggestions: list[Suggestion]
    guard: Guard
    answered: Mapping[int, Contact] = field(default_factory=dict)
    """The answers that may have ended a running clock, by the clock's number."""


def think(journal: Journal, guide: Guide, facts: CaseFacts) -> Generator[Progress, None, Thoughts]:
    """Look at the latest contacts of a case; calendars take a moment to load, and are there afterwards."""
    contacts = case_facts.latest_contacts(journal, facts)
    own = journal.firm_rules.of_firm(facts.firm.id)
    yield Progress(1)

    def guard(channel: Channel) -> ResendCheck:
        now = journal.clock()
        return guide.resend_check(facts.firm, contacts, now, system_zone(), channel=channel, firm_rules=own)

    answered: dict[int, Contact] = {}
    for deadline in facts.deadlines:
        if deadline.state is DeadlineState.RUNNING:
            answer = clocks.may_end(guide.rules.get(deadline.rule), deadline, contacts, facts.marks)
            answered |= {deadline.id: answer} if answer else {}
    return Thoughts(guide.suggest(facts.firm, contacts, journal.clock(), system_zone(), own), guard, answered)

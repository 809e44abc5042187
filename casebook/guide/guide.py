"""The guide as a whole: its rules, and what they suggest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from casebook.guide.advice.resend import ResendCheck, check
from casebook.guide.advice.suggest import Suggestion, suggest
from casebook.guide.dates import clocks, rule_files
from casebook.guide.dates.explanation import Explanation
from casebook.guide.dates.figures import with_figures
from casebook.guide.dates.moves import NONE, Moves
from casebook.guide.dates.rules import Pack, Rule
from casebook.journal.planning import FirmRule, Ring
from casebook.journal.records import Contact, Firm
from casebook.journal.terms import Channel
from casebook.journal.times import Moment


@dataclass(frozen=True, slots=True)
class Clock:
    """A rule with a start: when it allows what, and the reminders for it."""

    rule: Rule
    explanation: Explanation
    rings: Sequence[Ring]


@dataclass(frozen=True, slots=True)
class Guide:
    """The rules by id, and the packs that some of them come in. Build it with `load`."""

    rules: Mapping[str, Rule]
    packs: Mapping[str, Pack] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path) -> Guide:
        """Return the guide kept in a folder's rule files. Raises BadInput naming the file and the rule at fault."""
        return cls(*rule_files.load(folder))

    def rules_for(self, firm_rules: Sequence[FirmRule]) -> Mapping[str, Rule]:
        """Return the rules by id with a firm's own figures; a rule that is not used for it is left out."""
        return with_figures(self.rules, firm_rules)

    def clock(
        self,
        rule_id: str,
        start: Moment,
        firm: Firm,
        firm_rules: Sequence[FirmRule],
        user_zone: str,
        now: datetime,
        *,
        language: str = "en",
        moves: Moves = NONE,
    ) -> Clock:
        """Return a rule that starts then in a case of `firm`: its dates and the reminders it makes. Raises BadInput."""
        rule = clocks.rule_of(rule_id, self.rules_for(firm_rules), self.rules)
        found = clocks.explained(rule, start, firm, user_zone, moves)
        return Clock(rule, found, clocks.rings(rule, found, language, user_zone, now))

    def suggest(
        self,
        firm: Firm,
        contacts: Sequence[Contact],
        now: datetime,
        user_zone: str,
        firm_rules: Sequence[FirmRule] = (),
    ) -> list[Suggestion]:
        """Return the next steps for a case of `firm` with these contacts; see `advice.suggest.suggest`."""
        return suggest(self.rules_for(firm_rules).values(), firm, contacts, now, user_zone)

    def resend_check(
        self,
        firm: Firm,
        contacts: Sequence[Contact],
        now: datetime,
        user_zone: str,
        *,
        channel: Channel,
        firm_rules: Sequence[FirmRule] = (),
    ) -> ResendCheck:
        """Return whether the last message on a channel may be sent again; see `advice.resend.check`."""
        return check(self.rules_for(firm_rules).values(), firm, contacts, now, user_zone, channel=channel)

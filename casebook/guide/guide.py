"""The guide as a whole: its rules, and what they suggest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from casebook.guide.advice.resend import ResendCheck, check
from casebook.guide.advice.suggest import Suggestion, suggest
from casebook.guide.dates import rule_files
from casebook.guide.dates.figures import with_figures
from casebook.guide.dates.rules import Pack, Rule
from casebook.journal.planning import FirmRule
from casebook.journal.records import Contact, Firm
from casebook.journal.terms import Channel


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

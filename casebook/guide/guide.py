"""The guide as a whole: its rules, and what they suggest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from casebook.guide.advice.suggest import Suggestion, suggest
from casebook.guide.dates import rules as rule_files
from casebook.guide.dates.rules import Rule
from casebook.journal.records import Contact, Firm


@dataclass(frozen=True, slots=True)
class Guide:
    """The rules by id. Build it with `load`."""

    rules: Mapping[str, Rule]

    @classmethod
    def load(cls, folder: Path) -> Guide:
        """Return the guide kept in a folder's `*.toml` files. Raises BadInput naming the file and the rule at fault."""
        return cls(rule_files.load(folder))

    def suggest(self, firm: Firm, contacts: Sequence[Contact], now: datetime, user_zone: str) -> list[Suggestion]:
        """Return the next steps for a case of `firm` with these contacts; see `advice.suggest.suggest`."""
        return suggest(self.rules.values(), firm, contacts, now, user_zone)

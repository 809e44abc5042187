"""What a rule of the guide is: its words, what it counts, from when, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casebook.journal.terms import Channel

LANGUAGES = ("en", "zh")
STALE_MONTHS = 12
"""So long after it was last checked, a rule is shown as due for another look."""


class Action(StrEnum):
    """What a rule is about."""

    EXPECT = "expect"
    """An answer is usual or owed by then."""
    NUDGE = "nudge"
    RESEND = "resend"
    NEVER = "never"
    FILE = "file"
    """From then on the next door is open: a body, a bank, a court."""
    LIMIT = "limit"
    """After that a door is closed."""


class Start(StrEnum):
    """The events a count can start from."""

    MESSAGE_SENT = "message-sent"
    COMPLAINT_SENT = "complaint-sent"
    FINAL_RESPONSE = "final-response"
    REQUEST_SENT = "request-sent"
    TRANSACTION = "transaction"
    VIOLATION_KNOWN = "violation-known"


class Unit(StrEnum):
    """What is counted. Minutes and hours are exact; the others follow the calendar."""

    MINUTES = "minutes"
    HOURS = "hours"
    BUSINESS_DAYS = "business-days"
    CALENDAR_DAYS = "calendar-days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class EndedBy(StrEnum):
    """What makes a clock pointless."""

    ANSWER = "answer"
    """A person of the other side answered."""
    SELF = "self"
    """Only the user's own step, which nobody but the user can tell."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Days, both ends included, on which a clock stands still, and why (by language)."""

    first: date
    last: date
    why: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Own:
    """That the figures of a rule are the user's own for one firm: how they know, and since when."""

    why: str
    recorded_on: date


@dataclass(frozen=True, slots=True)
class Pack:
    """Rules of an outside body or of a law, shipped as examples: none counts until it is picked for a case."""

    id: str
    names: Mapping[str, str]
    about: Mapping[str, str]
    """For whom it is meant, by language."""

    def name(self, language: str) -> str:
        """Return what it is called, in `language` (anything unknown gives English)."""
        return self.names.get(language, self.names["en"])


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a guide. `unit` is None where nothing is counted (`never`), `not_before` for a bare last day too."""

    id: str
    channel: Channel | None
    """None in a pack."""
    action: Action
    start: Start
    unit: Unit | None
    not_before: int | None
    not_after: int | None
    pauses: tuple[Pause, ...]
    texts: Mapping[str, str]
    sources: Mapping[str, str]
    checked_on: date
    pack: str = ""
    """The pack it comes with: an example that must be checked before anybody relies on it."""
    titles: Mapping[str, str] | None = None
    """What it is called for short, by language."""
    steps: Mapping[str, str] | None = None
    """What to do when its time has come, by language; packs have it."""
    country: str = ""
    """Whose calendar counts; empty: the firm's."""
    zone: str = ""
    """Where its days begin; empty: where the firm's do."""
    rolls: bool = False
    """Whether a time that falls on a day off moves to the end of the next working day."""
    ended_by: EndedBy = EndedBy.ANSWER
    warn_days: int = 0
    """So many days before its last day it warns."""
    own: Own | None = None
    """That the figures are not the guide's."""

    def text(self, language: str) -> str:
        """Return the rule in plain words, in `language` (`en`, `zh`; anything else gives English)."""
        return self.texts.get(language, self.texts["en"])

    def source(self, language: str) -> str:
        """Return who says so, in `language` (anything unknown gives English)."""
        return self.sources.get(language, self.sources["en"])

    def title(self, language: str) -> str:
        """Return what it is called for short; the whole rule where it has no shorter name."""
        return self.titles.get(language, self.titles["en"]) if self.titles else self.text(language)

    def step(self, language: str) -> str:
        """Return what to do when its time has come, empty where it does not say."""
        return self.steps.get(language, self.steps["en"]) if self.steps else ""

    @property
    def counts(self) -> bool:
        """Whether a date follows from it."""
        return self.unit is not None

    @property
    def strict(self) -> bool:
        """Whether its upper end closes a door, so that in doubt the earlier time is right."""
        return self.action in (Action.LIMIT, Action.FILE)

    def stale(self, today: date) -> bool:
        """Return whether it was last checked more than twelve months ago."""
        return stale(self.checked_on, today)


def stale(checked_on: date, today: date) -> bool:
    """Return whether what was checked on a day is due for another look."""
    return (today.year - checked_on.year) * 12 + today.month - checked_on.month - (
        today.day <= checked_on.day
    ) >= STALE_MONTHS

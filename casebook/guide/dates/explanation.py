"""A computed date together with how it was found, so that anybody can count it again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from casebook.guide.dates import wording
from casebook.guide.dates.moves import Extension, extension_of
from casebook.guide.dates.rules import LANGUAGES, Own, Start, Unit, stale
from casebook.journal.errors import BadInput
from casebook.journal.times import offset_name


class Note(StrEnum):
    """What a reader must know to count the date again."""

    NO_COUNTRY = "no-country"
    UNKNOWN_COUNTRY = "unknown-country"
    USERS_ZONE = "users-zone"
    DAY_ONLY = "day-only"
    DAY_OFF_START = "day-off-start"
    MONTH_END = "month-end"
    CLOCK_CHANGE = "clock-change"
    REGIONAL = "regional"
    ROLLED = "rolled"
    OWN_CALENDAR = "own-calendar"
    EARLIER_DAY = "earlier-day"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day that was not counted, and why."""

    date: date
    why: str
    why_zh: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How `due_at` follows from `start` under a rule; both aware, in the zone the days were counted in.

    Where only the day of the start is known, `start` is its midnight with the offset it was written down in.

    `counted` are the days that were counted (empty for minutes and hours, which are exact), `skipped` those passed
    over. `until` is the upper end, where the rule names one, with its own days. `rule` is the rule's id; its words as
    they stood when the date was computed are kept, so that a later edition of the guide cannot change what a user was
    told.
    """

    start: datetime
    unit: Unit
    amount: int
    counted: tuple[date, ...]
    skipped: tuple[Skipped, ...]
    rule: str
    due_at: datetime
    until: datetime | None
    zone: str
    country: str
    notes: tuple[Note, ...]
    texts: Mapping[str, str]
    sources: Mapping[str, str]
    checked_on: date
    start_event: Start = Start.MESSAGE_SENT
    at_once: bool = False
    """There is only a last day: `due_at` is the start, and amount and days are those of `until`."""
    until_amount: int | None = None
    until_counted: tuple[date, ...] = ()
    until_skipped: tuple[Skipped, ...] = ()
    extensions: tuple[Extension, ...] = ()
    own: Own | None = None
    """That the figure is the user's own for this firm, not the guide's."""
    example: bool = False
    """The rule is an example that must be checked."""
    rings_at: datetime | None = None
    """When the reminder comes that carries this explanation, where that is not `due_at`."""

    @property
    def comes(self) -> datetime:
        """When a reminder with this explanation is due."""
        return self.rings_at or self.due_at

    @property
    def source(self) -> str:
        """Who says so, in English; `sources` has it in every language."""
        return self.sources["en"]

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON object of `casebook explain`: times are RFC 3339 with offset, days ISO dates."""
        return {
            "due_at": self.due_at.isoformat(),
            "start": self.start.isoformat(),
            "unit": str(self.unit),
            "amount": self.amount,
            "counted": [day.isoformat() for day in self.counted],
            "skipped": _days_as_json(self.skipped),
            "rule": self.rule,
            "source": self.source,
            "until": self.until.isoformat() if self.until else None,
            "zone": self.zone,
            "country": self.country,
            "notes": [str(note) for note in self.notes],
            "texts": dict(self.texts),
            "sources": dict(self.sources),
            "checked_on": self.checked_on.isoformat(),
            "start_event": str(self.start_event),
            "at_once": self.at_once,
            "until_amount": self.until_amount,
            "until_counted": [day.isoformat() for day in self.until_counted],
            "until_skipped": _days_as_json(self.until_skipped),
            "extensions": [each.as_dict() for each in self.extensions],
            "own": {"why": self.own.why, "recorded_on": self.own.recorded_on.isoformat()} if self.own else None,
            "example": self.example,
            "rings_at": self.rings_at.isoformat() if self.rings_at else None,
        }

    def to_json(self) -> str:
        """Return `as_dict` as one line of JSON text, the form a follow-up stores."""
        return json.dumps(self.as_dict(), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Explanation:
        """Return the explanation that `to_json` wrote. Raises BadInput for any other text."""
        try:
            raw = json.loads(text)
            return cls(
                start=_instant(raw["start"]),
                unit=Unit(raw["unit"]),
                amount=int(raw["amount"]),
                counted=tuple(date.fromisoformat(day) for day in raw["counted"]),
                skipped=_days_of(raw["skipped"]),
                rule=str(raw["rule"]),
                due_at=_instant(raw["due_at"]),
                until=_instant(raw["until"]) if raw["until"] else None,
                zone=str(raw["zone"]),
                country=str(raw["country"]),
                notes=tuple(Note(note) for note in raw["notes"]),
                texts={language: str(raw["texts"][language]) for language in LANGUAGES},
                sources={language: str(raw["sources"][language]) for language in LANGUAGES},
                checked_on=date.fromisoformat(raw["checked_on"]),
                **_later_fields(raw),
            )
        except (KeyError, TypeError, ValueError):
            raise BadInput("this follow-up does not say how its date was found") from None

    def sentence(self, language: str, today: date | None = None) -> str:
        """Return the whole explanation in plain words, in `language` (`zh`; anything else gives English).

        With `today` it says as well when the rule is due for another look.
        """
        words = wording.words(language)
        zh = language == "zh"
        parts = self._counting(words, zh=zh)
        parts.append(words.last_day(self.until) if self.at_once and self.until else words.due(self.due_at, self.until))
        parts += [words.NOTES[note].format(zone=self.zone, country=self.country) for note in self.notes]
        if self.own:
            parts.append(words.own(self.own))
        told, source = self.texts["zh" if zh else "en"], self.sources["zh" if zh else "en"]
        parts.append(words.rule(told, source, self.checked_on, own=self.own is not None))
        if self.example:
            parts.append(words.EXAMPLE)
        if today and stale(self.checked_on, today):
            parts.append(words.STALE)
        return words.JOIN.join(parts)

    def reckoning(self, language: str) -> str:
        """Return how the date was counted, for a reader who is not the user: without the date and the rule."""
        words = wording.words(language)
        notes = {**words.NOTES, **words.OTHERS}
        told = [notes[note].format(zone=self.zone, country=self.country) for note in self.notes]
        return words.JOIN.join([*self._counting(words, zh=language == "zh"), *told])

    def _counting(self, words: type[wording.English] | type[wording.Chinese], *, zh: bool) -> list[str]:
        # A day alone is shown as it was written down, which may be in another zone than the counting's.
        day_only = Note.DAY_ONLY in self.notes
        zone = self.zone if not day_only else offset_name(int(_offset(self.start)))
        begun = words.sent(self.start, zone, day_only=day_only, event=self.start_event)
        parts = [
            words.counted(
                begun,
                self.start.date(),
                unit=self.unit,
                amount=self.amount,
                days=self.counted,
                skipped=wording.grouped(_with_why(self.skipped, zh=zh)),
            )
        ]
        if self.until_amount is not None and not self.at_once and self.until_amount != self.amount:
            skipped = wording.grouped(_with_why(self.until_skipped, zh=zh))
            parts.append(
                words.at_most(self.start.date(), self.unit, self.until_amount, days=self.until_counted, skipped=skipped)
            )
        return parts + [words.extended(each) for each in self.extensions]


def _with_why(days: Sequence[Skipped], *, zh: bool) -> list[tuple[date, str]]:
    return [(day.date, day.why_zh if zh else day.why) for day in days]


def _days_as_json(days: Sequence[Skipped]) -> list[dict[str, str]]:
    return [{"date": day.date.isoformat(), "why": day.why, "why_zh": day.why_zh} for day in days]


def _days_of(raw: Sequence[Mapping[str, Any]]) -> tuple[Skipped, ...]:
    return tuple(Skipped(date.fromisoformat(s["date"]), str(s["why"]), str(s["why_zh"])) for s in raw)


def _later_fields(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return what explanations have said only since there are deadlines."""
    own = raw.get("own")
    return {
        "start_event": Start(raw.get("start_event", Start.MESSAGE_SENT)),
        "at_once": bool(raw.get("at_once", False)),
        "until_amount": raw.get("until_amount"),
        "until_counted": tuple(date.fromisoformat(day) for day in raw.get("until_counted", ())),
        "until_skipped": _days_of(raw.get("until_skipped", ())),
        "extensions": tuple(extension_of(each) for each in raw.get("extensions", ())),
        "own": Own(str(own["why"]), date.fromisoformat(own["recorded_on"])) if own else None,
        "example": bool(raw.get("example", False)),
        "rings_at": _instant(raw["rings_at"]) if raw.get("rings_at") else None,
    }


def _offset(when: datetime) -> float:
    """Return the UTC offset of an aware datetime in seconds."""
    offset = when.utcoffset()
    return offset.total_seconds() if offset else 0


def _instant(text: str) -> datetime:
    """Return an aware datetime. Raises ValueError for one without an offset."""
    when = datetime.fromisoformat(text)
    if when.tzinfo is None:
        raise ValueError(text)
    return when

"""A computed date together with how it was found, so that anybody can count it again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from casebook.guide.dates import wording
from casebook.guide.dates.rules import LANGUAGES, Unit
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
    over. `until` is the upper end, where the rule names one. `rule` is the rule's id; its words as they stood when the
    date was computed are kept, so that a later edition of the guide cannot change what a user was told.
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
            "skipped": [
                {"date": skipped.date.isoformat(), "why": skipped.why, "why_zh": skipped.why_zh}
                for skipped in self.skipped
            ],
            "rule": self.rule,
            "source": self.source,
            "until": self.until.isoformat() if self.until else None,
            "zone": self.zone,
            "country": self.country,
            "notes": [str(note) for note in self.notes],
            "texts": dict(self.texts),
            "sources": dict(self.sources),
            "checked_on": self.checked_on.isoformat(),
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
                skipped=tuple(
                    Skipped(date.fromisoformat(s["date"]), str(s["why"]), str(s["why_zh"])) for s in raw["skipped"]
                ),
                rule=str(raw["rule"]),
                due_at=_instant(raw["due_at"]),
                until=_instant(raw["until"]) if raw["until"] else None,
                zone=str(raw["zone"]),
                country=str(raw["country"]),
                notes=tuple(Note(note) for note in raw["notes"]),
                texts={language: str(raw["texts"][language]) for language in LANGUAGES},
                sources={language: str(raw["sources"][language]) for language in LANGUAGES},
                checked_on=date.fromisoformat(raw["checked_on"]),
            )
        except (KeyError, TypeError, ValueError):
            raise BadInput("this follow-up does not say how its date was found") from None

    def sentence(self, language: str) -> str:
        """Return the whole explanation in plain words, in `language` (`zh`; anything else gives English)."""
        words = wording.words(language)
        zh = language == "zh"
        # A day alone is shown as it was written down, which may be in another zone than the counting's.
        zone = self.zone if Note.DAY_ONLY not in self.notes else offset_name(int(_offset(self.start)))
        groups = wording.grouped([(s.date, s.why_zh if zh else s.why) for s in self.skipped])
        parts = [
            words.counted(
                words.sent(self.start, zone, day_only=Note.DAY_ONLY in self.notes),
                self.start.date(),
                unit=self.unit,
                amount=self.amount,
                days=self.counted,
                skipped=groups,
            ),
            words.due(self.due_at, self.until),
            *(words.NOTES[note].format(zone=self.zone, country=self.country) for note in self.notes),
            words.rule(self.texts["zh" if zh else "en"], self.sources["zh" if zh else "en"], self.checked_on),
        ]
        return words.JOIN.join(parts)


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

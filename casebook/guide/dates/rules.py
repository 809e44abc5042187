"""The rules as files hold them: read from TOML, checked field by field, never guessed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from casebook.journal.errors import BadInput
from casebook.journal.terms import Channel

LANGUAGES = ("en", "zh")

_Choice = TypeVar("_Choice", bound=StrEnum)


class Action(StrEnum):
    """What a rule is about."""

    EXPECT = "expect"
    NUDGE = "nudge"
    RESEND = "resend"
    NEVER = "never"


class Start(StrEnum):
    """The events a count can start from."""

    MESSAGE_SENT = "message-sent"


class Unit(StrEnum):
    """What is counted. Minutes and hours are exact; the others follow the calendar of the firm."""

    MINUTES = "minutes"
    HOURS = "hours"
    BUSINESS_DAYS = "business-days"
    CALENDAR_DAYS = "calendar-days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Pause:
    """Days, both ends included, on which a clock stands still, and why (by language)."""

    first: date
    last: date
    why: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a guide. `unit` and `not_before` are None where nothing is counted (`never`)."""

    id: str
    channel: Channel
    action: Action
    start: Start
    unit: Unit | None
    not_before: int | None
    not_after: int | None
    pauses: tuple[Pause, ...]
    texts: Mapping[str, str]
    sources: Mapping[str, str]
    checked_on: date

    def text(self, language: str) -> str:
        """Return the rule in plain words, in `language` (`en`, `zh`; anything else gives English)."""
        return self.texts.get(language, self.texts["en"])

    def source(self, language: str) -> str:
        """Return who says so, in `language` (anything unknown gives English)."""
        return self.sources.get(language, self.sources["en"])


def load(folder: Path) -> dict[str, Rule]:
    """Return all rules of the `*.toml` files of a folder by id.

    Raises BadInput naming the file, and the rule where one can be named, when a file cannot be read, a field is
    missing, misspelt or of the wrong kind, or two rules share an id; also when the folder holds no rule at all.
    """
    rules: dict[str, Rule] = {}
    for path in sorted(folder.glob("*.toml")):
        for entry in _entries(path):
            rule = _Reader(path.name, entry).rule()
            if rule.id in rules:
                raise _bad(path.name, rule.id, "another rule has the same id")
            rules[rule.id] = rule
    if not rules:
        raise BadInput("no guide rules were found in {folder}: install Casebook again", folder=str(folder))
    return rules


def _entries(path: Path) -> list[dict[str, Any]]:
    """Return the raw rule tables of one file."""
    try:
        with path.open("rb") as file:
            document = tomllib.load(file)
    except (OSError, ValueError) as error:
        raise BadInput("the guide file {file} cannot be read: {reason}", file=path.name, reason=str(error)) from None
    entries = document.pop("rule", [])
    if document or not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BadInput("the guide file {file} may hold nothing but [[rule]] tables", file=path.name)
    return entries


def _bad(file: str, rule: str, problem: str) -> BadInput:
    return BadInput("the guide file {file}, rule {rule}: {problem}", file=file, rule=rule, problem=problem)


class _Reader:
    """Takes one raw table apart, so that every refusal can name file and rule."""

    def __init__(self, file: str, entry: dict[str, Any]) -> None:
        self.file = file
        self.entry = dict(entry)
        self.name = str(entry.get("id") or "without id")

    def rule(self) -> Rule:
        """Return the checked rule. Raises BadInput."""
        rule_id = self._words("id", self.entry.pop("id", None))
        action = self._choice(Action, "action")
        counted = action is not Action.NEVER or "unit" in self.entry
        unit = self._choice(Unit, "unit") if counted else None
        not_before, not_after = self._amount("not_before", needed=counted), self._amount("not_after", needed=False)
        if not_after is not None and (not_before is None or not_after < not_before):
            raise self._wrong("not_after is smaller than not_before")
        rule = Rule(
            id=rule_id,
            channel=self._choice(Channel, "channel"),
            action=action,
            start=self._choice(Start, "start"),
            unit=unit,
            not_before=not_before,
            not_after=not_after,
            pauses=self._pauses(),
            texts=self._both("text", self.entry.pop("text", None)),
            sources=self._both("source", self.entry.pop("source", None)),
            checked_on=self._date("checked_on", self.entry.pop("checked_on", None)),
        )
        if self.entry:
            raise self._wrong(f"unknown field {', '.join(sorted(self.entry))}")
        return rule

    def _wrong(self, problem: str) -> BadInput:
        return _bad(self.file, self.name, problem)

    def _words(self, key: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self._wrong(f"{key} is missing")
        return value.strip()

    def _both(self, key: str, value: object) -> dict[str, str]:
        table = value if isinstance(value, dict) else {}
        if unknown := set(table) - set(LANGUAGES):
            raise self._wrong(f"{key} has an unknown language {', '.join(sorted(unknown))}")
        return {language: self._words(f"{key}.{language}", table.get(language)) for language in LANGUAGES}

    def _choice(self, kind: type[_Choice], key: str) -> _Choice:
        value = self._words(key, self.entry.pop(key, None))
        try:
            return kind(value)
        except ValueError:
            raise self._wrong(f"{key} is '{value}', but must be one of {', '.join(kind)}") from None

    def _amount(self, key: str, *, needed: bool) -> int | None:
        value = self.entry.pop(key, None)
        if value is None and not needed:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self._wrong(f"{key} must be a whole number of at least 1")
        return value

    def _date(self, key: str, value: object) -> date:
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self._wrong(f"{key} must be a date such as 2026-11-20")
        return value

    def _pauses(self) -> tuple[Pause, ...]:
        value = self.entry.pop("pauses", [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self._wrong("pauses must be a list of tables")
        pauses = []
        for item in value:
            if unknown := set(item) - {"first", "last", "why"}:
                raise self._wrong(f"a pause has an unknown field {', '.join(sorted(unknown))}")
            first, last = self._date("pauses.first", item.get("first")), self._date("pauses.last", item.get("last"))
            if last < first:
                raise self._wrong("a pause ends before it begins")
            pauses.append(Pause(first, last, self._both("pauses.why", item.get("why"))))
        return tuple(sorted(pauses, key=lambda pause: pause.first))

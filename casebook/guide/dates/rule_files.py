"""The rules as files hold them: read from TOML, checked field by field, never guessed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from casebook.guide.dates.rules import LANGUAGES, Action, EndedBy, Pack, Pause, Rule, Start, Unit
from casebook.journal.errors import BadInput
from casebook.journal.terms import Channel

CHANNELS = "channels.toml"
"""What is usual on each channel."""
PACKS = "packs"
"""The folder of what outside bodies and laws say, a file for each."""

_Choice = TypeVar("_Choice", bound=StrEnum)


def load(folder: Path) -> tuple[dict[str, Rule], dict[str, Pack]]:
    """Return all rules and all packs of a folder by id.

    Raises BadInput naming the file, and the rule where one can be named, when a file cannot be read, a field is
    missing, misspelt or of the wrong kind, or two rules share an id; also when the folder holds no rule at all.
    """
    rules: dict[str, Rule] = {}
    packs: dict[str, Pack] = {}
    files = [folder / CHANNELS, *sorted((folder / PACKS).glob("*.toml"))]
    for path in filter(Path.is_file, files):
        raw_pack, entries = _tables(path, in_pack=path.parent.name == PACKS)
        if raw_pack is not None:
            pack = _Reader(path.name, raw_pack).pack()
            if pack.id in packs:
                raise _bad(path.name, pack.id, "another pack has the same id")
            packs[pack.id] = pack
        for entry in entries:
            rule = _Reader(path.name, entry, pack.id if raw_pack is not None else "").rule()
            if rule.id in rules:
                raise _bad(path.name, rule.id, "another rule has the same id")
            rules[rule.id] = rule
    if not rules:
        raise BadInput("no guide rules were found in {folder}: install Casebook again", folder=str(folder))
    return rules, packs


def _tables(path: Path, *, in_pack: bool) -> tuple[dict[str, Any] | None, list[dict[str, Any]]]:
    """Return what one file says of its pack, and its raw rules."""
    try:
        with path.open("rb") as file:
            document = tomllib.load(file)
    except (OSError, ValueError) as error:
        raise BadInput("the guide file {file} cannot be read: {reason}", file=path.name, reason=str(error)) from None
    pack = document.pop("pack", {}) if in_pack else None
    entries = document.pop("rule", [])
    sound = isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries)
    if document or not sound or not isinstance(pack, dict | None):
        raise BadInput("the guide file {file} may hold nothing but [[rule]] tables", file=path.name)
    return pack, entries


def _bad(file: str, rule: str, problem: str) -> BadInput:
    return BadInput("the guide file {file}, rule {rule}: {problem}", file=file, rule=rule, problem=problem)


class _Reader:
    """Takes one raw table apart, so that every refusal can name file and rule."""

    def __init__(self, file: str, entry: dict[str, Any], pack: str = "") -> None:
        self.file = file
        self.entry = dict(entry)
        self.name = str(entry.get("id") or "without id")
        self.of_pack = pack

    def pack(self) -> Pack:
        """Return the checked pack. Raises BadInput."""
        pack = Pack(
            id=self._words("id", self.entry.pop("id", None)),
            names=self._both("name", self.entry.pop("name", None)),
            about=self._both("about", self.entry.pop("about", None)),
        )
        self._nothing_left()
        return pack

    def rule(self) -> Rule:
        """Return the checked rule. Raises BadInput."""
        rule_id = self._words("id", self.entry.pop("id", None))
        action = self._choice(Action, "action")
        counted = action is not Action.NEVER or "unit" in self.entry
        unit = self._choice(Unit, "unit") if counted else None
        not_before = self._amount("not_before", needed=counted and action is not Action.LIMIT)
        not_after = self._amount("not_after", needed=action is Action.LIMIT)
        if not_before is not None and not_after is not None and not_after < not_before:
            raise self._wrong("not_after is smaller than not_before")
        rule = Rule(
            id=rule_id,
            channel=None if self.of_pack else self._choice(Channel, "channel"),
            action=action,
            start=self._choice(Start, "start"),
            unit=unit,
            not_before=not_before,
            not_after=not_after,
            pauses=self._pauses(),
            texts=self._both("text", self.entry.pop("text", None)),
            sources=self._both("source", self.entry.pop("source", None)),
            checked_on=self._date("checked_on", self.entry.pop("checked_on", None)),
            titles=self._both("title", self.entry.pop("title", None)),
            **self._of_a_pack(not_after),
        )
        self._nothing_left()
        return rule

    def _of_a_pack(self, not_after: int | None) -> Mapping[str, Any]:
        """Return what only the rules of packs have."""
        if not self.of_pack:
            return {}
        country, zone = self.entry.pop("country", ""), self.entry.pop("zone", "")
        if not isinstance(country, str) or not re.fullmatch(r"([A-Z]{2})?", country):
            raise self._wrong("country must be two capital letters such as GB")
        if not isinstance(zone, str) or bool(zone) != bool(country):
            raise self._wrong("country and zone go together")
        rolls = self.entry.pop("rolls", False)
        if not isinstance(rolls, bool):
            raise self._wrong("rolls must be true or false")
        ends = self._choice(EndedBy, "ended_by")
        return {
            "pack": self.of_pack,
            "steps": self._both("step", self.entry.pop("step", None)),
            "country": country,
            "zone": zone,
            "rolls": rolls,
            "ended_by": ends,
            "warn_days": self._amount("warn_days", needed=not_after is not None) or 0,
        }

    def _nothing_left(self) -> None:
        if self.entry:
            raise self._wrong(f"unknown field {', '.join(sorted(self.entry))}")

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

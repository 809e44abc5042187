"""Tables of advice as files hold them: read from TOML, every field checked, each with its source and date."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from casebook.guide.dates.rules import LANGUAGES
from casebook.journal.errors import BadInput
from casebook.journal.terms import Category

EVERY = "*"

_Choice = TypeVar("_Choice", bound=StrEnum)


def read(file: Path, table: str) -> list[Entry]:
    """Return the `[[table]]` tables of a file. Raises BadInput where it cannot be read or holds anything else."""
    try:
        document = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput("the guide file {file} cannot be read: {reason}", file=file.name, reason=str(error)) from None
    raw = document.pop(table, [])
    if document or not raw or not isinstance(raw, list) or not all(isinstance(entry, dict) for entry in raw):
        raise Entry(file.name, {"id": table}).wrong(f"only [[{table}]] tables")
    return [Entry(file.name, entry) for entry in raw]


class Entry:
    """One table. Each method takes a field out; `done` refuses what is left over."""

    def __init__(self, file: str, fields: Mapping[str, Any]) -> None:
        self._file, self._fields = file, dict(fields)
        self._name = str(fields.get("id") or fields.get("channel") or "without id")

    def words(self, field: str) -> str:
        """Return a text. Raises BadInput."""
        value = self._fields.pop(field, None)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f"{field} is missing")
        return value.strip()

    def both(self, field: str) -> dict[str, str]:
        """Return a text in every language. Raises BadInput."""
        value = self._fields.pop(field, None)
        if not isinstance(value, dict) or set(value) != set(LANGUAGES):
            raise self.wrong(f"{field} in {' and '.join(LANGUAGES)}")
        if not all(isinstance(text, str) and text.strip() for text in value.values()):
            raise self.wrong(f"{field} in {' and '.join(LANGUAGES)}")
        return {language: value[language].strip() for language in LANGUAGES}

    def choice(self, kind: type[_Choice], field: str) -> _Choice:
        """Return one of an enumeration. Raises BadInput."""
        return self._one(kind, self.words(field), field)

    def choices(self, kind: type[_Choice], field: str) -> tuple[_Choice, ...]:
        """Return some of an enumeration; none where the field is left out. Raises BadInput."""
        return tuple(self._one(kind, value, field) for value in self.names(field))

    def categories(self, field: str) -> frozenset[str]:
        """Return kinds of problem; `*` stands for every one. Raises BadInput."""
        found = frozenset(self.names(field))
        if not found <= {EVERY, *map(str, Category)}:
            raise self.wrong(field)
        return found

    def names(self, field: str) -> tuple[str, ...]:
        """Return a list of texts; empty where the field is left out. Raises BadInput."""
        value = self._fields.pop(field, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.wrong(f"{field} must be a list of texts")
        return tuple(value)

    def has(self, field: str) -> bool:
        """Return whether a field is there."""
        return field in self._fields

    def flag(self, field: str) -> bool:
        """Return a truth value; False where the field is left out. Raises BadInput."""
        value = self._fields.pop(field, False)
        if not isinstance(value, bool):
            raise self.wrong(f"{field} must be true or false")
        return value

    def day(self, field: str) -> date:
        """Return a date. Raises BadInput."""
        value = self._fields.pop(field, None)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.wrong(f"{field} must be a date such as 2026-11-20")
        return value

    def done(self) -> None:
        """Raise BadInput when a field was not taken out."""
        if self._fields:
            raise self.wrong(f"unknown field {', '.join(sorted(self._fields))}")

    def wrong(self, problem: str) -> BadInput:
        """Return what is to be raised, naming file and table."""
        return BadInput(
            "the guide file {file}, rule {rule}: {problem}", file=self._file, rule=self._name, problem=problem
        )

    def _one(self, kind: type[_Choice], value: str, field: str) -> _Choice:
        try:
            return kind(value)
        except ValueError:
            raise self.wrong(f"{field} is '{value}', but must be one of {', '.join(kind)}") from None

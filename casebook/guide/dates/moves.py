"""What moves a clock that runs: days on which it stands still, and time that was added, each with who and why."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from casebook.guide.dates.rules import LANGUAGES, Pause
from casebook.journal.errors import BadInput

_MOST = 10_000

_Each = TypeVar("_Each")


class By(StrEnum):
    """In what an extension is given."""

    DAYS = "days"
    BUSINESS_DAYS = "business_days"
    MONTHS = "months"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class Extension:
    """Time that was added. `amount` for days and months, `until` for an exact last day."""

    by: By
    amount: int
    until: date | None
    why: str
    who: str = ""
    """Who granted or took it."""

    def as_dict(self) -> dict[str, Any]:
        """Return it as JSON has it: `{"months": 2, "who": "…", "why": "…"}`."""
        value = self.until.isoformat() if self.until else self.amount
        return {str(self.by): value, "who": self.who, "why": self.why}


@dataclass(frozen=True, slots=True)
class Moves:
    """All that moved one clock, in the order in which it was told."""

    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Extension, ...] = ()

    def pauses_json(self) -> str:
        """Return the pauses as a deadline keeps them; a user's reason is in one language."""
        rows = [{"first": p.first.isoformat(), "last": p.last.isoformat(), "why": p.why["en"]} for p in self.pauses]
        return json.dumps(rows, ensure_ascii=False)

    def extensions_json(self) -> str:
        """Return the extensions as a deadline keeps them."""
        return json.dumps([each.as_dict() for each in self.extensions], ensure_ascii=False)


NONE = Moves()
Change = Callable[[Moves], Moves]
"""How what moves a clock becomes something else."""


def read(pauses: str, extensions: str) -> Moves:
    """Return the moves that a deadline keeps. Raises BadInput for what cannot be read."""
    return Moves(_each(pauses, _pause), _each(extensions, extension_of))


def pause(first: date, last: date, why: str) -> Pause:
    """Return days on which a clock stands still. Raises BadInput."""
    if last < first:
        raise BadInput("a pause ends before it begins")
    if not why.strip():
        raise BadInput("say why the clock stands still")
    return Pause(first, last, dict.fromkeys(LANGUAGES, why.strip()))


def extension(by: By, value: int | date, *, why: str, who: str = "") -> Extension:
    """Return time that was added. Raises BadInput."""
    if not why.strip():
        raise BadInput("say why there is more time")
    if isinstance(value, date):
        return Extension(by, 0, value, why.strip(), who.strip())
    if not 0 < value < _MOST:
        raise BadInput("{figure} is no length of time: write a whole number of at least 1", figure=value)
    return Extension(by, value, None, why.strip(), who.strip())


def _each(text: str, read_one: Callable[[Mapping[str, Any]], _Each]) -> tuple[_Each, ...]:
    try:
        return tuple(read_one(row) for row in json.loads(text or "[]"))
    except (AttributeError, KeyError, TypeError, ValueError):
        raise BadInput("what moved this deadline cannot be read") from None


def _pause(row: Mapping[str, Any]) -> Pause:
    return pause(date.fromisoformat(row["first"]), date.fromisoformat(row["last"]), str(row["why"]))


def extension_of(row: Mapping[str, Any]) -> Extension:
    """Return the extension that `Extension.as_dict` wrote. Raises ValueError, KeyError, BadInput."""
    by = next((kind for kind in By if kind in row), By.DAYS)
    value = date.fromisoformat(row[by]) if by is By.UNTIL else int(row[by])
    return extension(by, value, why=str(row["why"]), who=str(row.get("who", "")))

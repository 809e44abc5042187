"""What a kind of problem usually needs as evidence: read from TOML, checked field by field."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from casebook.guide.dates.rules import LANGUAGES
from casebook.journal.errors import BadInput
from casebook.journal.terms import Category

EVERY = "*"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that should be there; any one of `needs` (`kind:what`) satisfies it."""

    id: str
    categories: frozenset[str]
    needs: tuple[tuple[str, str], ...]
    texts: Mapping[str, str]
    sources: Mapping[str, str]
    checked_on: date

    def is_for(self, category: Category) -> bool:
        """Return whether it belongs to a kind of problem."""
        return EVERY in self.categories or str(category) in self.categories


@cache
def load(file: Path) -> tuple[Item, ...]:
    """Return the items of a file. Raises BadInput naming the item where a field is missing, misspelt or wrong."""
    try:
        document = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput("the guide file {file} cannot be read: {reason}", file=file.name, reason=str(error)) from None
    items = tuple(_item(file.name, entry) for entry in document.get("item", []))
    if set(document) != {"item"} or len({item.id for item in items}) < len(items):
        raise _wrong(file.name, "", "only [[item]] tables, each with an id of its own")
    return items


_FIELDS = {"id", "categories", "needs", "text", "source", "checked_on"}


def _item(file: str, entry: Mapping[str, Any]) -> Item:
    name = str(entry.get("id") or "without id")
    if set(entry) != _FIELDS:
        raise _wrong(file, name, f"fields {', '.join(sorted(_FIELDS ^ set(entry)))}")
    for field in ("text", "source"):
        words = entry[field]
        if not isinstance(words, dict) or set(words) != set(LANGUAGES) or not all(map(str.strip, words.values())):
            raise _wrong(file, name, f"{field} in {' and '.join(LANGUAGES)}")
    categories = frozenset(entry["categories"])
    if not categories or not categories <= {EVERY, *map(str, Category)}:
        raise _wrong(file, name, "categories")
    needs = tuple(tuple(str(need).split(":", 1)) for need in entry["needs"])
    if not needs or not all(len(need) == 2 for need in needs):
        raise _wrong(file, name, "needs")
    checked = entry["checked_on"]
    if not isinstance(checked, date) or isinstance(checked, datetime):
        raise _wrong(file, name, "checked_on")
    pairs = tuple((need[0], need[1]) for need in needs)
    return Item(name, categories, pairs, entry["text"], entry["source"], checked)


def _wrong(file: str, name: str, problem: str) -> BadInput:
    return BadInput("the guide file {file}, rule {rule}: {problem}", file=file, rule=name, problem=problem)

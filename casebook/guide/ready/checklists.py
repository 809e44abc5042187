"""What a kind of problem usually needs: facts, evidence, and the checks before and after sending, read from TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from casebook.guide.dates.rules import LANGUAGES
from casebook.journal.errors import BadInput
from casebook.journal.terms import Category, Channel

EVERY = "*"


class Group(StrEnum):
    """The parts of a checklist in the order in which it is gone through; each has a file of its name."""

    FACTS = "facts"
    EVIDENCE = "evidence"
    BEFORE = "before"
    AFTER = "after"


TOLD = frozenset({Group.FACTS, Group.EVIDENCE})
"""What is told to the firm; how complete it is is counted."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that should be there; any one of `needs` (`kind:what`) satisfies it."""

    id: str
    categories: frozenset[str]
    needs: tuple[tuple[str, str], ...]
    texts: Mapping[str, str]
    sources: Mapping[str, str]
    checked_on: date
    group: Group = Group.EVIDENCE
    optional: frozenset[str] = frozenset()
    """The kinds of problem for which it is good to have and not missed."""
    channels: frozenset[str] = frozenset()
    """The channels it matters for; empty: for all."""

    def is_for(self, category: Category) -> bool:
        """Return whether it belongs to a kind of problem."""
        return EVERY in self.categories or str(category) in self.categories

    def is_optional(self, category: Category) -> bool:
        """Return whether a kind of problem can do without it."""
        return EVERY in self.optional or str(category) in self.optional


@cache
def load(file: Path) -> tuple[Item, ...]:
    """Return the items of a file. Raises BadInput naming the item where a field is missing, misspelt or wrong."""
    document = read(file)
    items = tuple(_item(file, entry) for entry in document.get("item", []))
    if set(document) != {"item"} or len({item.id for item in items}) < len(items):
        raise _wrong(file.name, "", "only [[item]] tables, each with an id of its own")
    return items


@cache
def load_all(folder: Path) -> tuple[Item, ...]:
    """Return the items of all parts, in their order. Raises BadInput as `load` does and for an id used twice."""
    # What every case is asked for first stands in the file of the evidence.
    files = (Group.EVIDENCE, Group.FACTS, Group.BEFORE, Group.AFTER)
    items = [item for name in files for item in load(folder / f"{name}.toml")]
    seen = set[str]()
    for item in items:
        if item.id in seen:
            raise _wrong(f"{item.group}.toml", item.id, "the id is used twice")
        seen.add(item.id)
    order = list(Group)
    return tuple(sorted(items, key=lambda item: order.index(item.group)))


def read(file: Path) -> dict[str, Any]:
    """Return what a file of the guide says. Raises BadInput where it cannot be read."""
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput("the guide file {file} cannot be read: {reason}", file=file.name, reason=str(error)) from None


_FIELDS = {"id", "categories", "needs", "text", "source", "checked_on"}
_FURTHER = {"optional", "channels", "group"}


def _item(file: Path, entry: Mapping[str, Any]) -> Item:
    name = str(entry.get("id") or "without id")
    if wrong := _FIELDS - set(entry) | set(entry) - _FIELDS - _FURTHER:
        raise _wrong(file.name, name, f"fields {', '.join(sorted(wrong))}")
    for field in ("text", "source"):
        words = entry[field]
        if not isinstance(words, dict) or set(words) != set(LANGUAGES) or not all(map(str.strip, words.values())):
            raise _wrong(file.name, name, f"{field} in {' and '.join(LANGUAGES)}")
    categories = frozenset(entry["categories"])
    optional, channels = frozenset(entry.get("optional", ())), frozenset(entry.get("channels", ()))
    if not categories or not _known(categories, Category):
        raise _wrong(file.name, name, "categories")
    if not _known(optional, Category) or not _known(channels, Channel) or EVERY in channels:
        raise _wrong(file.name, name, "optional, channels")
    needs = tuple(tuple(str(need).split(":", 1)) for need in entry["needs"])
    if not needs or not all(len(need) == 2 for need in needs):
        raise _wrong(file.name, name, "needs")
    checked = entry["checked_on"]
    if not isinstance(checked, date) or isinstance(checked, datetime):
        raise _wrong(file.name, name, "checked_on")
    try:
        own = file.stem if file.stem in set(Group) else Group.EVIDENCE
        group = Group(entry.get("group", own))
    except ValueError:
        raise _wrong(file.name, name, "group") from None
    pairs = tuple((need[0], need[1]) for need in needs)
    words, source = entry["text"], entry["source"]
    return Item(name, categories, pairs, words, source, checked, group, optional, channels)


def _known(values: Iterable[str], kind: type[StrEnum]) -> bool:
    return set(values) <= {EVERY, *map(str, kind)}


def _wrong(file: str, name: str, problem: str) -> BadInput:
    return BadInput("the guide file {file}, rule {rule}: {problem}", file=file, rule=name, problem=problem)

"""How large one part may be: presets for common ways of sending, each with its source, and sizes typed by hand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casebook import paths
from casebook.journal.errors import BadInput

_SIZE = re.compile(r"([0-9]{1,12}(?:[.,][0-9]{1,3})?)\s*(B|KB|MB|GB)?", re.IGNORECASE)
_UNITS = {"": 1, "B": 1, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000}


@dataclass(frozen=True, slots=True)
class Portal:
    """One way of sending: the most bytes of a part, and by language its name and who says so."""

    key: str
    size: int
    name: Mapping[str, str]
    source: Mapping[str, str]
    checked_on: date


def load() -> tuple[Portal, ...]:
    """Return the presets, the smallest first."""
    rows = tomllib.loads((paths.resources() / "dossier" / "portals.toml").read_text("utf-8"))["portal"]
    found = (Portal(row["key"], row["bytes"], row["name"], row["source"], row["checked_on"]) for row in rows)
    return tuple(sorted(found, key=lambda portal: portal.size))


def size_of(text: str) -> int:
    """Return the bytes that a preset's key or a size such as `25MB` stands for. Raises BadInput.

    A megabyte is a million bytes: portals that count 1,048,576 to one take a little more, never less.
    """
    portals = load()
    known = next((portal.size for portal in portals if portal.key == text.strip().lower()), 0)
    match = _SIZE.fullmatch(text.strip())
    size = known or (int(float(match[1].replace(",", ".")) * _UNITS[(match[2] or "").upper()]) if match else 0)
    if size <= 0:
        raise BadInput(
            "'{text}' is not a size: give one such as 25MB, or one of {keys}",
            text=text,
            keys=", ".join(portal.key for portal in portals),
        )
    return size

"""Divide a dossier that is too large for one mail or portal: which exhibit goes into which part, and what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casebook.dossier.names import mail_path
from casebook.dossier.pages.labels import Labels
from casebook.dossier.selection import Selection
from casebook.journal.errors import BadInput

_NAME = re.compile(r"(?P<stem>.+)-part-(?P<number>[1-9][0-9]{0,3})-of-(?P<total>[1-9][0-9]{0,3})(?P<zip>\.zip)?")
_LEAST_PAGES = 60_000
"""Bytes below which no part's PDF stays: its fonts, the list of all exhibits, the annex."""
_CLOSING, _PER_FILE, _SIGNATURE = 24_000, 500, 80_000
"""Bytes that VERIFY.txt, checkpoint, manifest, time stamp and the ZIP's own lists take at most."""
_HIGHEST = 999


@dataclass(frozen=True, slots=True)
class Unit:
    """What stays together: an exhibit's file and its pages, or a raw mail. `number` is the exhibit's, 0 for a mail."""

    number: int
    label: str
    path: str
    """Empty where nothing of an exhibit goes out: its line and its reason still stand in one part."""
    file: int
    """Bytes of the file that goes along."""
    pages: int = 0
    """About how many bytes its pictures take in the PDF."""

    @property
    def size(self) -> int:
        """Bytes in the pack, in its files and in its PDF."""
        return self.file + self.pages + (_PER_FILE if self.path else 0)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a dossier: a whole pack that can be checked without the others."""

    number: int
    units: tuple[Unit, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that go along, by their paths in the pack."""
        return tuple(unit.path for unit in self.units if unit.path)


@dataclass(frozen=True, slots=True)
class Room:
    """How many bytes the pages take that no exhibit fills: those of the first part, and those of each later one."""

    first: int = _LEAST_PAGES
    later: int = _LEAST_PAGES
    signed: bool = False

    def left(self, number: int, limit: int) -> int:
        """Return the bytes that are left for the exhibits of a part."""
        pages = self.first if number == 1 else self.later
        return limit - pages - _CLOSING - (_SIGNATURE if self.signed else 0)


def units(selection: Selection, pages: Mapping[int, int]) -> list[Unit]:
    """Return what is to be divided, exhibits by number, then the raw mails. `pages` is bytes by exhibit number."""
    found = []
    for item in selection.exhibits:
        number = item.exhibit.number or 0
        found.append(Unit(number, item.label, item.path, item.file.size if item.file else 0, pages.get(number, 0)))
    for contact, stored in sorted(selection.mails.items()):
        path = mail_path(contact)
        found.append(Unit(0, path.rpartition("/")[2], path, stored.size))
    return found


def divide(waiting: Sequence[Unit], limit: int, room: Room) -> list[Part]:
    """Return the parts, each below the limit, exhibits in their order.

    Raises BadInput that names what is too large for a part of its own, or that the pages alone are.
    """
    if room.left(1, limit) < 0:
        need = limit - room.left(1, limit)
        raise BadInput(
            "the pages of the dossier alone take {size} bytes, and a part may have {limit}: choose a larger limit",
            size=f"{need:,}",
            limit=f"{limit:,}",
        )
    parts, units, left = list[Part](), list[Unit](), room.left(1, limit)
    for unit in waiting:
        if unit.size > left:
            parts.append(Part(len(parts) + 1, tuple(units)))
            units, left = [], room.left(len(parts) + 1, limit)
            if unit.size > left:
                _refuse(unit, limit)
        units.append(unit)
        left -= unit.size
    parts.append(Part(len(parts) + 1, tuple(units)))
    if len(parts) > _HIGHEST:
        raise BadInput("the dossier would have {count} parts: choose a larger limit", count=len(parts))
    return parts


def _refuse(unit: Unit, limit: int) -> None:
    raise BadInput(
        "{label} takes {size} bytes with its pages and does not fit into a part of {limit}: choose a larger limit",
        label=unit.label,
        size=f"{unit.size:,}",
        limit=f"{limit:,}",
    )


def refuse_too_large(selection: Selection, limit: int) -> None:
    """Refuse before any work what could never fit into a part. Raises BadInput."""
    for unit in units(selection, {}):
        if unit.size > Room().left(2, limit):
            _refuse(unit, limit)


# ---- what a part says ---------------------------------------------------------------------------------------------


def restricted(data: Mapping[str, Any], parts: Sequence[Part], part: Part, labels: Labels) -> dict[str, Any]:
    """Return the template's data for one part: its own exhibits' pages, and the list of all with where each is."""
    words = labels.group("parts")
    here = {unit.number for unit in part.units if unit.number}
    where = {unit.number: p.number for p in parts for unit in p.units if unit.number}
    paths = {path: p.number for p in parts for path in p.paths}

    def said(number: int) -> list[Any]:
        return [words["this"] if number == part.number else words["other"].format(n=number)]

    listed = [
        # An exhibit whose pages are in another part is told of here: this is where links to it lead.
        {**row, "anchor": row["anchor"] or row["number"] not in here, "part": said(where[row["number"]])}
        for row in data["exhibit_list"]
    ]
    files = [{**row, "part": said(paths[_plain(row["path"])])} for row in data["integrity"]["hashes"]]
    return {
        **data,
        "part": {
            "number": part.number,
            "foot": [words["foot"].format(n=part.number, total=len(parts))],
            "title": [words["title"].format(n=part.number, total=len(parts))],
            "about": [words["about"].format(total=len(parts))],
            "first": [words["first" if part.number > 1 else "first_here"]],
        },
        "exhibit_list": listed,
        "exhibits": [row for row in data["exhibits"] if row["number"] in here],
        "integrity": {**data["integrity"], "hashes": files},
    }


def _plain(line: Sequence[Any]) -> str:
    """Return a line of the template's data as the text that it shows."""
    return "".join(piece if isinstance(piece, str) else piece[0] for piece in line)


# ---- how parts are called -----------------------------------------------------------------------------------------


def names(out: Path, total: int) -> list[Path]:
    """Return where the parts of a dossier go: `out` itself for a single one, else `NAME-part-1-of-3.zip` and so on."""
    if total == 1:
        return [out]
    zipped = out.suffix.lower() == ".zip"
    stem, ending = (out.name[:-4], ".zip") if zipped else (out.name, "")
    return [out.with_name(f"{stem}-part-{number}-of-{total}{ending}") for number in range(1, total + 1)]


def existing(out: Path) -> list[Path]:
    """Return the parts of a dossier of this name that are there, by number."""
    zipped = out.suffix.lower() == ".zip"
    stem = out.name[:-4] if zipped else out.name
    found = []
    for path in out.parent.iterdir():
        match = _NAME.fullmatch(path.name)
        if match and match["stem"] == stem and bool(match["zip"]) == zipped:
            found.append((int(match["total"]), int(match["number"]), path))
    return [path for _, _, path in sorted(found)]


def siblings(path: Path) -> list[Path]:
    """Return all parts that belong to the one at `path`, whether they are there or not; only itself for a whole one."""
    match = _NAME.fullmatch(path.name)
    if not match or int(match["number"]) > int(match["total"]):
        return [path]
    return names(path.with_name(match["stem"] + (match["zip"] or "")), int(match["total"]))

"""Typeset a dossier, whole or in parts, and lay out the folders of its packs, ready to be sealed."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from casebook.dossier import parts
from casebook.dossier.choices import Choices
from casebook.dossier.collect import Facts
from casebook.dossier.names import ORIGINALS, PDF
from casebook.dossier.pages.evidence import Shown
from casebook.dossier.pages.glyphs import Cleaner, Fonts
from casebook.dossier.pages.labels import Labels
from casebook.dossier.pages.present import present
from casebook.dossier.parts import Part, Room, Unit
from casebook.dossier.press.typeset import Unprintable, stage, typeset
from casebook.dossier.selection import Selection
from casebook.journal.errors import BadInput, CasebookError
from casebook.journal.progress import Progress

_EMBED_UP_TO = 25_000_000
"""Bytes of originals that are also attached to the PDF; beyond that it would be too large for common portals."""
_ROUNDS = 8
_SLACK = 1.02
"""By how much more than it was measured to be a part's own pages are taken for."""
_PNG_GROWS = 1.4
"""The typesetter packs a PNG anew, and less tightly; a JPEG goes in as it is."""

Once = Callable[[dict[str, Any]], Generator[Progress, None, list[Path]]]
"""Typesets the template's data and returns the packs' folders."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed: the facts and their words, what could be drawn, and the folder that all of it lies in."""

    facts: Facts
    labels: Labels
    shown: dict[int, Shown]
    choices: Choices
    selection: Selection
    work: Path
    templates: Path

    @property
    def records(self) -> int:
        """How many contacts and pictures there are: they set the time limit."""
        return len(self.facts.contacts) + sum(len(shown.pictures) for shown in self.shown.values())


def whole(order: Order) -> Generator[Progress, None, list[Path]]:
    """Typeset one PDF with everything; return the folder of the pack."""
    embed = sum(stored.size for stored in order.selection.files().values()) <= _EMBED_UP_TO
    output = order.work / "pack" / PDF

    def once(data: dict[str, Any]) -> Generator[Progress, None, list[Path]]:
        yield from _typeset(order, data, output)
        return [output.parent]

    return (yield from _printable(order, once, embed=embed))


def divided(order: Order) -> Generator[Progress, None, list[Path]]:
    """Typeset as many parts as the limit asks for; return their folders. Raises BadInput for what fits into none."""
    waiting = parts.units(order.selection, _picture_bytes(order))

    def once(data: dict[str, Any]) -> Generator[Progress, None, list[Path]]:
        planned = yield from _fitting(order, waiting, data)
        return [_laid_out(order, part) for part in planned]

    return (yield from _printable(order, once, embed=False))


def _printable(order: Order, once: Once, *, embed: bool) -> Generator[Progress, None, list[Path]]:
    """Typeset; where the typesetter names a character that it cannot show, show it by its code and begin again."""
    fonts, refused = Fonts(), frozenset[str]()
    for _ in range(_ROUNDS):
        cleaner = Cleaner(fonts, refused=refused)
        data = present(order.facts, order.labels, cleaner, order.shown, order.choices, order.selection, embed=embed)
        try:
            return (yield from once(data))
        except Unprintable as unprintable:
            refused |= unprintable.characters
    raise CasebookError("the dossier holds characters that cannot be printed: {characters}", characters=sorted(refused))


def _typeset(order: Order, data: dict[str, Any], output: Path) -> Generator[Progress, None, None]:
    stage(order.work, order.templates, data)
    yield from typeset(order.work, output, order.facts.as_of, order.records)


def _fitting(order: Order, waiting: Sequence[Unit], data: dict[str, Any]) -> Generator[Progress, None, list[Part]]:
    """Typeset part by part until every one is below the limit; each round knows better how large the pages are."""
    limit, room = order.choices.part_size, Room(signed=order.choices.signing is not None)
    for _ in range(_ROUNDS):
        planned = parts.divide(waiting, limit, room)
        sizes = []
        for part in planned:
            output = _pdf(order, part)
            if len(planned) > 1:
                yield from _typeset(order, parts.restricted(data, planned, part, order.labels), output)
            else:
                yield from _typeset(order, data, output)
            sizes.append(output.stat().st_size)
        own = [size - sum(unit.pages for unit in part.units) for part, size in zip(planned, sizes, strict=True)]
        if all(
            pages <= (room.first if part.number == 1 else room.later) for part, pages in zip(planned, own, strict=True)
        ):
            return planned
        later = max(own[1:], default=0)
        room = replace(room, first=max(room.first, int(own[0] * _SLACK)), later=max(room.later, int(later * _SLACK)))
    raise BadInput(
        "the dossier cannot be divided into parts of {limit} bytes: choose a larger limit", limit=f"{limit:,}"
    )


def _pdf(order: Order, part: Part) -> Path:
    folder = order.work / f"part-{part.number}"
    folder.mkdir(exist_ok=True)
    return folder / PDF


def _laid_out(order: Order, part: Part) -> Path:
    """Move a part's files into its folder."""
    folder = _pdf(order, part).parent
    (folder / ORIGINALS).mkdir()
    for path in part.paths:
        (order.work / "pack" / path).rename(folder / path)
    return folder


def _picture_bytes(order: Order) -> dict[int, int]:
    """Return by exhibit number about how many bytes its pictures take in a PDF."""
    if order.choices.form == "short":
        return {}
    found = {}
    for number, shown in order.shown.items():
        files = [order.work / picture.file for picture in shown.pictures]
        found[number] = sum(int(file.stat().st_size * (_PNG_GROWS if file.suffix == ".png" else 1)) for file in files)
    return found

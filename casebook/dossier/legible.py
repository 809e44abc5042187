"""Whether pictures that are to go out can be read: a hint from their size and sharpness, and no claim."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from casebook.dossier.press import inquiry
from casebook.dossier.private import private_folder
from casebook.journal import Journal
from casebook.journal.errors import CasebookError
from casebook.journal.progress import Progress
from casebook.journal.records import Exhibit

_MODULE = "casebook.dossier.press.eyesight"
_WALL = 60.0
_FEWEST_WIDE, _FEWEST_HIGH = 320, 200
"""Pixels below which a screenshot is a thumbnail of one."""
_SOFT = 60.0
"""Hardness of the hardest edges, of 255. Letters on a screen have more than 200, blurred ones less than 60."""
_EMPTY = 1.0
"""Standard deviation of the brightness, of 255, below which nothing is to be seen."""


class Doubt(StrEnum):
    """Why a picture may not be readable."""

    SMALL = "small"
    BLURRED = "blurred"
    EMPTY = "empty"
    UNREADABLE = "unreadable"


def look(journal: Journal, exhibits: Sequence[Exhibit]) -> Generator[Progress, None, dict[int, Doubt]]:
    """Return the doubts about the pictures among these exhibits, by exhibit id; what is fine is not in it.

    Their bytes are read and drawn by a guarded child: not for the thread that draws the window.
    """
    pictures = [e for e in exhibits if e.media_type.startswith("image/") and e.file.sha256 and e.purged_at is None]
    found: dict[int, Doubt] = {}
    with private_folder() as name:
        folder = Path(name)
        copies: dict[str, int] = {}
        for number, exhibit in enumerate(pictures):
            file = f"{number:05}.picture"
            try:
                journal.exhibits.copy_to(exhibit.file, folder / file)
            except (CasebookError, OSError):
                found[exhibit.id] = Doubt.UNREADABLE
                continue
            copies[file] = exhibit.id
            yield Progress(0, len(pictures))
        done = len(pictures) - len(copies)
        for told in inquiry.ask(_MODULE, folder, _WALL):
            if told is None:
                yield Progress(done, len(pictures))
                continue
            done += 1
            file, seen = told
            if doubt := judge(seen or {"refused": True}):
                found[copies[file]] = doubt
    return found


def judge(seen: dict[str, Any]) -> Doubt | None:
    """Return what stands against a picture with these measures."""
    if seen.get("refused"):
        return Doubt.UNREADABLE
    if seen["spread"] < _EMPTY:
        return Doubt.EMPTY
    if seen["width"] < _FEWEST_WIDE or seen["height"] < _FEWEST_HIGH:
        return Doubt.SMALL
    return Doubt.BLURRED if seen["edge"] < _SOFT else None

"""Where a finished dossier goes: what may be written over, and all of its parts put there or none."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from casebook.dossier import parts
from casebook.dossier.names import MANIFEST
from casebook.journal.errors import BadInput
from casebook.journal.store.places import refuse_nowhere


def earlier(out: Path, *, divided: bool, replace: bool) -> list[Path]:
    """Return what of an earlier dossier would be written over; refuse before any work what would be lost.

    Of a divided one it is not known yet how many parts there will be: every part of that name counts. Raises BadInput.
    """
    refuse_nowhere(out)
    there = [out] if out.exists() or out.is_symlink() else []
    if divided:
        there += parts.existing(out)
    for path in there:
        if not replace:
            raise BadInput("{path} exists already: choose another name, or have it replaced", path=path)
        if path.is_symlink() or not (_is_zip(path) if path.is_file() else _is_ours(path)):
            raise BadInput("{path} is no dossier and is left alone: choose another name", path=path)
    return there


def put(finished: Sequence[tuple[Path, Path]], replaced: Sequence[Path], work: Path) -> None:
    """Rename what is finished to its places; if one cannot be, all that was there before is put back.

    Raises OSError.
    """
    moved, placed = list[tuple[Path, Path]](), list[Path]()
    try:
        for number, path in enumerate(replaced):
            aside = work / f"earlier-{number}"
            path.rename(aside)
            moved.append((aside, path))
        for made, place in finished:
            made.rename(place)
            placed.append(place)
    except OSError:
        for number, place in enumerate(placed):
            with suppress(OSError):
                place.rename(work / f"withdrawn-{number}")
        for aside, path in moved:
            with suppress(OSError):
                aside.rename(path)
        raise


def _is_zip(out: Path) -> bool:
    try:
        with zipfile.ZipFile(out) as archive:
            return MANIFEST in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def _is_ours(out: Path) -> bool:
    """Whether a folder is an earlier dossier, or empty: nothing else may be written over."""
    return (out / MANIFEST).is_file() or (out.is_dir() and not any(out.iterdir()))

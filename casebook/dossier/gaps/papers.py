"""The words of the PDFs that go out, read by a guarded child."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from casebook.dossier.press import inquiry
from casebook.dossier.private import private_folder
from casebook.journal import Journal
from casebook.journal.records import StoredFile

_MODULE = "casebook.dossier.gaps.reader"
_WALL = 120.0
_LARGEST, _AT_ONCE = 30_000_000, 100_000_000
"""Bytes of one PDF that is read, and of those that lie side by side as plain copies."""


def words(journal: Journal, papers: Sequence[StoredFile]) -> Iterator[tuple[StoredFile, str] | None]:
    """Yield each PDF with its words, and None while the child works. One that cannot be read has no words."""
    batch, size = list[StoredFile](), 0
    for stored in papers:
        if stored.size > _LARGEST:
            continue
        if batch and size + stored.size > _AT_ONCE:
            yield from _read(journal, batch)
            batch, size = [], 0
        batch.append(stored)
        size += stored.size
    if batch:
        yield from _read(journal, batch)


def _read(journal: Journal, batch: Sequence[StoredFile]) -> Iterator[tuple[StoredFile, str] | None]:
    with private_folder() as name:
        folder = Path(name)
        files = {f"{number:05}.pdf": stored for number, stored in enumerate(batch)}
        for file, stored in files.items():
            journal.exhibits.copy_to(stored, folder / file)
        for told in inquiry.ask(_MODULE, folder, _WALL):
            if told is None:
                yield None
            elif (found := told[1]) is not None:
                yield files[told[0]], found["words"]

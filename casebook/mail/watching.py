"""A folder that is watched for mail: what is complete and was not taken in yet, each file once."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import time as wall_clock
from typing import TYPE_CHECKING

from casebook.journal import Progress
from casebook.mail import importer
from casebook.mail.chats.stretches import Reading
from casebook.mail.chosen import Chosen
from casebook.mail.filing.matching import Matcher
from casebook.mail.filing.settling import settle
from casebook.mail.importer import ImportReport

if TYPE_CHECKING:
    from casebook.journal import Journal

SETTLED = 3.0
"""Seconds for which a file must lie unchanged before it is taken for complete."""
_UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".opdownload", ".tmp", ".temp", ".swp", ".lock", "~")
_MOST_FILES = 10_000
_MARK = 24


@dataclass(frozen=True, slots=True)
class Seen:
    """What lies in the folder: files to take in, with the mark each is remembered by, and whether some still grow."""

    ready: tuple[tuple[Path, str], ...] = ()
    growing: bool = False
    marks: frozenset[str] = frozenset()
    """Of every complete file that is there now."""


class Watch:
    """Looks into one folder and the folders directly in it. A file counts as another one once it has changed."""

    def __init__(self, folder: Path, now: Callable[[], float] = wall_clock) -> None:
        self.folder = folder
        self._now = now
        self._sizes: dict[Path, tuple[int, int]] = {}

    def look(self, taken: frozenset[str]) -> Seen:
        """Return what lies there; `taken` are the marks of what was taken in before. A folder that is gone is empty."""
        ready, marks, growing, sizes = list[tuple[Path, str]](), set[str](), False, dict[Path, tuple[int, int]]()
        for path, found in self._files():
            sizes[path] = found.st_size, found.st_mtime_ns
            quiet = self._now() - max(found.st_mtime, found.st_ctime) >= SETTLED
            # A clock that was set back, or a disk of another computer: then two looks must have shown the same.
            if not quiet and self._sizes.get(path) != sizes[path]:
                growing = True
                continue
            mark = _mark(path, self.folder, found)
            marks.add(mark)
            if mark not in taken:
                ready.append((path, mark))
        self._sizes = sizes
        return Seen(tuple(ready), growing, frozenset(marks))

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        for number, path in enumerate(_below(self.folder)):
            if number >= _MOST_FILES:
                return
            try:
                found = path.stat()
            except OSError:  # it went away meanwhile, or may not be looked at: the next look tells
                continue
            if stat.S_ISREG(found.st_mode) and found.st_size:
                yield path, found


def take_in(
    journal: Journal, watch: Watch, reading: Reading | None = None
) -> Generator[Progress, None, tuple[ImportReport | None, bool]]:
    """Take in what is complete; return the report, None if there was nothing, and whether some files still grow.

    What could not be read is not tried again before it changes. `reading` is how exports of chats are read.
    """
    taken = journal.preferences.watched()
    seen = watch.look(taken)
    yield Progress(0)
    if not seen.ready:
        return None, seen.growing
    stream, total = Chosen(tuple(path for path, _mark in seen.ready)).open(journal.chats.known, reading)
    matcher = Matcher.from_journal(journal)
    report = yield from importer.take(journal, stream, total, place=matcher.place, settle=settle)
    journal.preferences.note_watched((taken & seen.marks) | {mark for _path, mark in seen.ready})
    return report, seen.growing


def _below(folder: Path) -> Iterator[Path]:
    """Yield what may be mail in a folder and in the folders directly in it."""
    folders = list[os.DirEntry[str]]()
    for entry in _entries(folder):
        if entry.is_dir(follow_symlinks=False):
            folders.append(entry)
        else:
            yield Path(entry.path)
    for inner in folders:
        for entry in _entries(Path(inner.path)):
            if not entry.is_dir():
                yield Path(entry.path)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            wanted = [each for each in found if each.name[0] != "." and not each.name.lower().endswith(_UNFINISHED)]
    except OSError:  # the folder is gone, or on a disk that is: the next look tells
        return []
    return sorted(wanted, key=lambda entry: entry.name)


def _mark(path: Path, folder: Path, found: os.stat_result) -> str:
    """Return what a file is remembered by: no name, which might tell something, but what changes when it does."""
    told = f"{path.relative_to(folder)} {found.st_size} {found.st_mtime_ns}"
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK]

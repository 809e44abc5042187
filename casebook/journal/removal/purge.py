"""Purging: what leaked is taken out of every place the casebook keeps words in, and the ledger keeps that it was."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casebook.journal.backup import backups
from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Core
from casebook.journal.errors import BadInput, Busy, CasebookError, DiskTrouble, NotFound
from casebook.journal.progress import Progress
from casebook.journal.records import StoredFile
from casebook.journal.removal.erasing import Erasing, Rooms
from casebook.journal.removal.purge_places import clean, strays
from casebook.journal.removal.purge_words import Holding, Reason, bare, finish, named_files, search, take_out
from casebook.journal.store import schema
from casebook.journal.store.database import one, raw_connection, rows
from casebook.journal.store.files import FileStore
from casebook.journal.times import from_text, to_text

if TYPE_CHECKING:
    from casebook.journal.removal.secret import Secret

_MARK = "purge_unfinished"
_PATIENCE = 5.0
_STEP = 0.05
_UNREAD = (
    "SELECT count(*) FROM exhibit WHERE sha256 <> '' AND substr(media_type, 1, 6) IN ('image/', 'video/', 'audio/')"
)


@dataclass(frozen=True, slots=True)
class Found:
    """How much holds a secret: records by kind, entries of the ledger, files, drafts, backups."""

    records: Mapping[Kind, int] = field(default_factory=dict)
    entries: int = 0
    files: int = 0
    drafts: int = 0
    backups: int = 0
    unread: int = 0
    """Pictures, films and recordings, which no program can search: look at them yourself."""

    @property
    def nothing(self) -> bool:
        """Whether nothing was found that holds it."""
        return not (self.records or self.entries or self.files or self.drafts or self.backups)


@dataclass(frozen=True, slots=True)
class Left:
    """A place that may still hold what was purged, and why."""

    path: Path
    why: CasebookError


@dataclass(frozen=True, slots=True)
class Purged:
    """What was purged: how much in the casebook, in which backups and other files, and what may still hold it."""

    records: int
    entries: int
    files: int
    drafts: int
    backups: tuple[Path, ...]
    others: tuple[Path, ...]
    left: tuple[Left, ...]
    unread: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A purge that was stopped. What it had left in the casebook is gone by now; its backups may still hold it."""

    at: datetime


Change = Callable[[Core, Rooms], None]
Holds = Callable[[Core, FileStore], Generator[Progress, None, Change | None]]


class Purge:
    """Takes a secret, an exhibit or a contact out of the casebook and its backups for good."""

    def __init__(self, core: Core, rooms: Rooms, sweep: Callable[[], None]) -> None:
        self._core = core
        self._rooms = rooms
        self._sweep = sweep

    def look(self, secret: str) -> Found:
        """Return how much holds a secret, without changing anything. Raises BadInput when it is too short."""
        work = self.looking(secret)
        while True:
            try:
                next(work)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]

    def looking(self, secret: str) -> Generator[Progress, None, Found]:
        """Do the same step by step, for whoever shows how far it is."""
        wanted = _secret(secret)
        files = yield from self._files(wanted, self._core.files, self._core.stored_files())
        here = yield from search(self._core, wanted, files)
        holds, count = self._holds_words(wanted, set(files), Reason.SECRET), 0
        for backup in backups.find(self._core.path.parent):
            with suppress(CasebookError):
                count += (yield from self._change_for(backup, holds)) is not None
        by_kind = {kind: len(ids) for kind, ids in here.records.items()}
        return Found(by_kind, len(here.entries), len(here.files), len(here.drafts), count, self._unread())

    def words(self, secret: str, reason: Reason | str, also: Sequence[Path] = ()) -> Generator[Progress, None, Purged]:
        """Put `[purged]` in place of a secret everywhere, erase the files that hold it, and rewrite the backups.

        `also` are further files and folders, of logs and copies, that it is taken out of. Raises BadInput, Busy,
        DiskTrouble; what was stopped is finished when the casebook is opened again, and by purging once more.
        """
        wanted, why = _secret(secret), _reason(reason)
        self._may()
        with self._core.alone():
            files = yield from self._files(wanted, self._core.files, self._core.stored_files())
            with self._core.write() as noted:
                found = yield from search(self._core, wanted, files)
                take_out(self._core, self._rooms, wanted, found, why)
                self._mark("casebook")
                changes = noted.changes(0)
            yield from self._scrub()
            others = clean(also, wanted, found.files)
            done, left = yield from self._in_backups(self._holds_words(wanted, files, why))
            named = {each.path for each in left}
            left += [Left(path, _stray(path)) for path in strays(self._core.path, wanted) if path not in named]
            self._mark("")
        return self._purged(found, done, others, left, changes)

    def exhibit(
        self, exhibit_id: int, reason: Reason | str, also: Sequence[Path] = ()
    ) -> Generator[Progress, None, Purged]:
        """Erase an exhibit's bytes and words, here and in the backups; its number stays taken. Raises NotFound, …"""
        return self._record(Kind.EXHIBIT, exhibit_id, _reason(reason), also)

    def contact(
        self, contact_id: int, reason: Reason | str, also: Sequence[Path] = ()
    ) -> Generator[Progress, None, Purged]:
        """Erase a contact's words, its mail and its exhibits, here and in the backups; its place in time stays.

        What was recorded of it beside it (promises, requests, references) stays. Raises NotFound, BadInput, Busy.
        """
        return self._record(Kind.CONTACT, contact_id, _reason(reason), also)

    def unfinished(self) -> Unfinished | None:
        """Return what is known of a purge that was stopped, until one is done to the end."""
        mark = self._marked()
        return Unfinished(from_text(mark["at"])) if mark else None

    def resume(self) -> None:
        """Finish what a stopped purge had left to do in the casebook itself, if there is anything."""
        mark = self._marked()
        if mark and mark["left"] == "casebook":
            with suppress(Busy), self._core.alone():
                for _step in self._scrub():
                    pass
                self._mark("backups")

    def _record(
        self, kind: Kind, record_id: int, reason: Reason, also: Sequence[Path]
    ) -> Generator[Progress, None, Purged]:
        self._may()
        with self._core.alone():
            with self._core.write() as noted:
                self._require(kind, record_id)
                before = named_files(self._core)
                recorded_at = _recorded_at(self._core, kind, record_id)
                _erase_record(self._core, self._rooms, kind, record_id, reason)
                gone = before - named_files(self._core)
                self._mark("casebook")
                changes = noted.changes(record_id)
            yield from self._scrub()
            others = clean(also, None, gone)
            done, left = yield from self._in_backups(_holds_record(kind, record_id, recorded_at, reason))
            self._mark("")
        return self._purged(Holding({kind: [record_id]}, files=gone), done, others, left, changes)

    def _files(
        self, secret: Secret, store: FileStore, files: Collection[StoredFile]
    ) -> Generator[Progress, None, set[str]]:
        found = set()
        for done, stored in enumerate(files):
            if done % 20 == 0:
                yield Progress(done, len(files), "files", stored.sha256[:12])
            with suppress(CasebookError, OSError):  # a damaged file is told of by the check
                if secret.in_file(store.open(stored)):
                    found.add(stored.sha256)
        return found

    def _holds_words(self, secret: Secret, here: Collection[str], reason: Reason) -> Holds:
        known = {stored.sha256 for stored in self._core.stored_files()} | set(here)
        looked: dict[str, bool] = dict.fromkeys(known, False) | dict.fromkeys(here, True)

        def holds(core: Core, store: FileStore) -> Generator[Progress, None, Change | None]:
            new = [StoredFile(sha256, 0) for sha256 in sorted(named_files(core)) if sha256 not in looked]
            more = yield from self._files(secret, store, new)
            looked.update({stored.sha256: stored.sha256 in more for stored in new})
            found = yield from search(core, secret, [sha256 for sha256, holding in looked.items() if holding])
            if not found.anything:
                return None
            return lambda inside, rooms: take_out(inside, rooms, secret, found, reason)

        return holds

    def _scrub(self) -> Generator[Progress, None, None]:
        """Leave no trace on free pages, in the index, in the log, and in the files that nothing names any more."""
        yield Progress(0, 3, "traces")
        self._sweep()
        with self._core.write():
            _forget_traces(self._core)
        yield Progress(1, 3, "traces")
        self._core.database.execute_sql("VACUUM")
        yield Progress(2, 3, "traces")
        until = time.monotonic() + _PATIENCE
        while (state := one(self._core.database, "PRAGMA wal_checkpoint(TRUNCATE)")) is None or state[0] != 0:
            if time.monotonic() > until:
                raise Busy(
                    "the casebook in {folder} is being read, so that the last traces are still there: close its "
                    "other windows and purge again",
                    folder=self._core.path.parent,
                )
            time.sleep(_STEP)

    def _in_backups(self, holds: Holds) -> Generator[Progress, None, tuple[list[Path], list[Left]]]:
        folder, done, left = self._core.path.parent, list[Path](), list[Left]()
        found = backups.find(folder)
        for number, backup in enumerate(found):
            yield Progress(number, len(found), "backups", backup.name)
            try:
                change = yield from self._change_for(backup, holds)
                if change is not None:
                    key = self._core.key if backup.encrypted else None
                    backups.rewrite(backup, _within(backup.database, change, self._core.clock), key=key)
                    done.append(backup.path)
            except CasebookError as error:
                left.append(Left(backup.path, error))
        # A purge that was stopped may have rewritten the last of them, and not yet erased what only that one named.
        left += [Left(root, error) for root, error in backups.sweep_stopped_files(folder)]
        for place in backups.unreachable(folder):
            away = DiskTrouble("the backups in {folder} are not connected: connect them and purge again", folder=place)
            left.append(Left(place, away))
        for path in backups.kept_aside(folder):
            aside = BadInput("{path} is a damaged database that was kept: delete it if you do not need it", path=path)
            left.append(Left(path, aside))
        return done, left

    def _change_for(self, backup: backups.Backup, holds: Holds) -> Generator[Progress, None, Change | None]:
        key = self._core.key if backup.encrypted else None
        with raw_connection(backup.database, key, read_only=True) as connection:
            core, _rooms = bare(connection, self._core.clock)
            return (yield from holds(core, FileStore(backup.root, key)))

    def _purged(
        self, found: Holding, done: Sequence[Path], others: Sequence[Path], left: Sequence[Left], changes: Changes
    ) -> Purged:
        return Purged(
            records=sum(map(len, found.records.values())),
            entries=len(found.entries),
            files=len(found.files),
            drafts=len(found.drafts),
            backups=tuple(done),
            others=tuple(others),
            left=tuple(left),
            unread=self._unread(),
            changes=changes,
        )

    def _unread(self) -> int:
        return int((one(self._core.database, _UNREAD) or (0,))[0])

    def _may(self) -> None:
        if self._core.read_only is not None:
            raise self._core.read_only

    def _require(self, kind: Kind, record_id: int) -> None:
        if not one(self._core.database, f'SELECT 1 FROM "{kind}" WHERE id = ?', (record_id,)):
            raise NotFound("there is no {name} {number} in this casebook", name=kind, number=record_id)

    def _mark(self, left: str) -> None:
        """Note how far a purge has come, or with nothing left that it is done."""
        with self._core.write():
            rows(self._core.database, "DELETE FROM meta WHERE key = ?", (_MARK,))
            if left:
                told = json.dumps({"at": to_text(self._core.clock()), "left": left})
                rows(self._core.database, "INSERT INTO meta (key, value) VALUES (?, ?)", (_MARK, told))

    def _marked(self) -> dict[str, str] | None:
        found = one(self._core.database, "SELECT value FROM meta WHERE key = ?", (_MARK,))
        return json.loads(found[0]) if found else None


def _secret(text: str) -> Secret:
    from casebook.journal.removal.secret import (
        Secret,  # brings readers of mail and archives with it: only when it is needed
    )

    return Secret(text)


def _stray(path: Path) -> BadInput:
    return BadInput("{path} holds it and is none of the casebook's own files: look at it and delete it", path=path)


def _reason(reason: Reason | str) -> Reason:
    try:
        return Reason(reason)
    except ValueError:
        names = ", ".join(Reason)
        raise BadInput(
            "'{value}' is not a known {what}: choose one of {names}", value=reason, what="reason", names=names
        ) from None


def _recorded_at(core: Core, kind: Kind, record_id: int) -> str:
    found = one(core.database, f'SELECT recorded_at FROM "{kind}" WHERE id = ?', (record_id,))
    return str(found[0]) if found else ""


def _erase_record(core: Core, rooms: Rooms, kind: Kind, record_id: int, reason: Reason) -> None:
    erasing = Erasing(core, rooms)
    if kind is Kind.CONTACT:
        erasing.blank_contact(record_id)
    else:
        erasing.wordless_exhibit(record_id, erasing.case_of(kind, record_id))
    finish(erasing, reason, 1, int(erasing.files))


def _holds_record(kind: Kind, record_id: int, recorded_at: str, reason: Reason) -> Holds:
    def holds(core: Core, _store: FileStore) -> Generator[Progress, None, Change | None]:
        yield Progress(0, 0, "backups")
        # In a backup of another life of the casebook the same number may be another record.
        if _recorded_at(core, kind, record_id) != recorded_at:
            return None
        return lambda inside, rooms: _erase_record(inside, rooms, kind, record_id, reason)

    return holds


def _within(path: Path, change: Change, clock: Callable[[], datetime]) -> Callable[[Any], None]:
    """Return the work on a backup's bare connection: all of the change or nothing, on today's schema."""

    def work(connection: Any) -> None:
        schema.bring_up(connection, path)
        with _transaction(connection):
            core, rooms = bare(connection, clock)
            change(core, rooms)
            _forget_traces(core)

    return work


@contextmanager
def _transaction(connection: Any) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _forget_traces(core: Core) -> None:
    core.database.execute_sql("INSERT INTO search_words (search_words) VALUES ('optimize')")
    # The planner keeps samples of what stands in indexes; it makes new ones by itself.
    for (table,) in rows(
        core.database, "SELECT name FROM sqlite_master WHERE name IN ('sqlite_stat4', 'sqlite_stat3')"
    ):
        core.database.execute_sql(f"DELETE FROM {table}")

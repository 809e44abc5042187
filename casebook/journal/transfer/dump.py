"""The whole casebook as one documented file, and a casebook made from one: every row and every original, unchanged."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from casebook import __version__
from casebook.journal.changes import Kind
from casebook.journal.core import Core
from casebook.journal.errors import Damaged, NotACasebook
from casebook.journal.progress import Progress
from casebook.journal.proof.audit import check_records
from casebook.journal.records import StoredFile
from casebook.journal.secrecy.keys import KEYS_NAME, Key
from casebook.journal.store import occupancy, places
from casebook.journal.store.database import disk_errors, one, raw_connection, rows
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.durable import sync_folder
from casebook.journal.store.files import FOLDER_NAME as FILES_FOLDER
from casebook.journal.store.occupancy import LOCK_NAME
from casebook.journal.store.schema import create_file, upgrade
from casebook.journal.store.schema_steps import STEPS
from casebook.journal.store.seal import SEAL_NAME, make_seal
from casebook.journal.store.stored_rows import Row, columns, insert, order, table_names, unreadable
from casebook.journal.times import Clock, utc_now
from casebook.journal.transfer.parcel import DUMP, FORMAT, ParcelReader, ParcelWriter, json_row, too_new

_BESIDE = ".loading"
_EVERY = 500
Run = Callable[..., Any]
MakeKey = Callable[[Path], Key]
"""Writes the key file of a new encrypted casebook into a folder and returns its key."""


def write_dump(core: Core, path: Path, *, replace: bool = False) -> Generator[Progress, None, Path]:
    """Write the whole casebook to `path`, a ZIP that is not encrypted; the generator's value is the path.

    The same casebook gives the same bytes. It is checked first, since only a whole one can be loaded again.
    Raises BadInput when `path` is there already, Damaged, DiskTrouble.
    """
    places.refuse_inside(core.path.parent, path)
    with core.database.atomic("DEFERRED"):  # everything as it is at one moment
        _checked, faults = yield from check_records(core)
        if faults:
            raise Damaged(
                "the casebook is not as it was recorded ({where}: {what}): restore a backup, then try again",
                where=faults[0].where,
                what=faults[0].what,
            )
        with ParcelWriter(path, replace=replace) as parcel:
            yield from _write(core, parcel)
    return path


def load(
    path: Path, folder: Path, clock: Clock = utc_now, make_key: MakeKey | None = None
) -> Generator[Progress, None, None]:
    """Make the casebook that a dump holds, in `folder`, which must be new or empty; encrypted with `make_key`.

    Until the last step there is no casebook in `folder`. Raises NotFound, BadInput for another file, NotACasebook for
    a folder with something in it, Damaged when the dump is not as it was written, TooNew, BadPlace, DiskTrouble.
    """
    places.refuse_network(folder)
    with ParcelReader(path, DUMP) as parcel, disk_errors(folder):
        schema = parcel.format.get("schema")
        if type(schema) is not int or schema < 1:
            raise parcel.damaged(FORMAT)
        if schema > len(STEPS):
            raise too_new(path, parcel.format)
        made = not folder.exists()
        _refuse_full(folder)
        folder.mkdir(parents=True, exist_ok=True)
        done = False
        try:
            with occupancy.alone(folder):
                beside = _room_beside(folder)
                yield from _Loading(parcel, beside, clock, make_key).run(schema)
                _put_in_place(beside, folder)
                done = True
        finally:
            shutil.rmtree(folder / _BESIDE, ignore_errors=True)
            if made and not done:
                (folder / LOCK_NAME).unlink(missing_ok=True)
                with suppress(OSError):
                    folder.rmdir()


def sweep_stopped(folder: Path) -> None:
    """Delete what a load left that was killed at its very end; the caller has a hold, so none is under way."""
    shutil.rmtree(folder / _BESIDE, ignore_errors=True)


def _write(core: Core, parcel: ParcelWriter) -> Iterator[Progress]:
    run: Run = core.database.execute_sql
    version = one(core.database, "PRAGMA user_version")
    names = table_names(run)
    told: dict[str, Any] = {
        "format": DUMP,
        "version": 1,
        "schema": version[0] if version else len(STEPS),
        "written_by": __version__,
        "tables": {name: columns(run, name) for name in names},
    }
    parcel.put_json(FORMAT, told)
    blobs = list[tuple[str, str]]()
    for done, table in enumerate(names):
        yield Progress(done, len(names), "tables", table)
        known = columns(run, table)
        parcel.put_lines(f"tables/{table}.jsonl", (json_row(known, row) for row in _rows(run, table, known)))
        blobs += [(table, row[1]) for row in run(f'PRAGMA table_info("{table}")').fetchall() if row[2] == "BLOB"]
    files = {file.sha256: file.size for file in core.stored_files()}
    for number, (sha256, size) in enumerate(files.items()):
        yield Progress(number, len(files), "files", sha256[:12])
        parcel.put_file(sha256, size, core.files.open(StoredFile(sha256, size)))
    for table, column in blobs:
        for (value,) in _rows(run, table, [column]):
            if parcel.put_once(value, files):
                yield Progress(len(files), len(files), "files", table)


def _rows(run: Run, table: str, known: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    names = ", ".join(f'"{name}"' for name in known)
    # Not `yield from`, which would close the cursor when it is collected: the database may be closed by then.
    for row in run(f'SELECT {names} FROM "{table}" ORDER BY {order(run, table)}'):  # noqa: UP028
        yield row


class _Loading:
    """A casebook on its way out of a dump, in a folder of its own."""

    def __init__(self, parcel: ParcelReader, folder: Path, clock: Clock, make_key: MakeKey | None) -> None:
        self._parcel, self._folder, self._clock = parcel, folder, clock
        self._path = folder / DATABASE_NAME
        self._key = make_key(folder) if make_key else None
        self._blobs = set[str]()

    def run(self, schema: int) -> Iterator[Progress]:
        create_file(self._path, self._clock, STEPS[:schema], self._key)
        with raw_connection(self._path, self._key) as connection:
            yield from self._fill(connection.execute)
        upgrade(self._path, lambda: self._path, key=self._key)
        from casebook.journal.journal import Journal

        journal = Journal(self._folder, self._clock, self._key)
        core = journal._core
        try:
            with core.write():
                yield from self._bring_files(core)
                yield from self._index(journal)
            _checked, faults = yield from check_records(core)
            for fault in faults:
                raise self._parcel.damaged(f"{fault.where}: {fault.what}")
            one(core.database, "PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            core.database.close()
        make_seal(self._path)

    def _fill(self, run: Run) -> Iterator[Progress]:
        wanted = {f"tables/{name}.jsonl": name for name in table_names(run)}
        for name in sorted(set(self._parcel.texts) ^ wanted.keys()):
            raise self._parcel.damaged(name)
        run("PRAGMA foreign_keys=OFF")
        run("BEGIN IMMEDIATE")
        run("DELETE FROM meta")
        for done, (name, table) in enumerate(sorted(wanted.items(), key=lambda each: each[1] == "sqlite_sequence")):
            yield Progress(done, len(wanted), "tables", table)
            if table == "sqlite_sequence":
                run("DELETE FROM sqlite_sequence")  # the inserts have put their own numbers there
            with self._parcel.refusing(name):
                known = columns(run, table)
                brought = insert(run, table, known, map(self._with_bytes, self._parcel.objects(name)))
                for number, row in enumerate(brought, 1):
                    if number % _EVERY == 0:
                        yield Progress(number, 0, "records", table)
                    if wrong := unreadable(table, row):
                        raise self._parcel.damaged(f"{name}: {wrong}")
        if broken := run("PRAGMA foreign_key_check").fetchone():
            raise self._parcel.damaged(f"tables/{broken[0]}.jsonl: {broken[1]}")
        run("COMMIT")

    def _with_bytes(self, row: Row) -> Row:
        return {n: b"".join(self._blob(value)) if isinstance(value, dict) else value for n, value in row.items()}

    def _blob(self, value: Mapping[str, Any]) -> Iterator[bytes]:
        sha256 = value.get("file")
        if set(value) != {"file"} or sha256 not in self._parcel.files:
            raise ValueError("not a file of this dump")
        self._blobs.add(str(sha256))
        return self._parcel.file(str(sha256))

    def _bring_files(self, core: Core) -> Iterator[Progress]:
        wanted, there = core.stored_files(), self._parcel.files
        for sha256 in sorted(there.keys() - {file.sha256 for file in wanted} - self._blobs):
            raise self._parcel.damaged(f"files/{sha256}")
        for done, file in enumerate(wanted):
            yield Progress(done, len(wanted), "files", file.sha256[:12])
            if there.get(file.sha256) != file.size:
                raise self._parcel.damaged(f"files/{file.sha256}")
            core.batch.carry(file, self._parcel.file(file.sha256))

    def _index(self, journal: Any) -> Iterator[Progress]:
        docs = rows(journal._core.database, "SELECT kind, target_id FROM search_doc ORDER BY id")
        for done, (kind, record_id) in enumerate(docs):
            if done % _EVERY == 0:
                yield Progress(done, len(docs), "records")
            journal._rooms[Kind(kind)].reindex(record_id)


def _refuse_full(folder: Path) -> None:
    """Refuse a folder in which there is anything but what an earlier, stopped load left behind."""
    if not folder.exists():
        return
    names = {entry.name for entry in folder.iterdir()} if folder.is_dir() else {""}
    left = {_BESIDE, FILES_FOLDER, KEYS_NAME} if _BESIDE in names else set()
    if names - left - {LOCK_NAME}:
        raise NotACasebook("{folder} is not empty: choose a new folder for the casebook", folder=folder)


def _room_beside(folder: Path) -> Path:
    _refuse_full(folder)
    beside = folder / _BESIDE
    beside.mkdir(exist_ok=True)  # until it is gone, all that is here is a stopped load's
    shutil.rmtree(folder / FILES_FOLDER, ignore_errors=True)
    (folder / KEYS_NAME).unlink(missing_ok=True)
    shutil.rmtree(beside)
    beside.mkdir(mode=0o700)
    return beside


def _put_in_place(beside: Path, folder: Path) -> None:
    for name in (FILES_FOLDER, KEYS_NAME, DATABASE_NAME, SEAL_NAME):  # the database makes it a casebook
        if (beside / name).exists():
            sync_folder(folder)
            os.replace(beside / name, folder / name)
    sync_folder(folder)

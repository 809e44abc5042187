"""What every kind of record shares: one transaction, one ledger line, one search entry, one answer of what changed."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from peewee import Field, Model

from casebook.journal.changes import Changes, Kind
from casebook.journal.errors import BadInput, CasebookError, NotFound
from casebook.journal.proof.ledger import Ledger
from casebook.journal.records import StoredFile
from casebook.journal.secrecy.keys import Key
from casebook.journal.store.database import CasebookDatabase, disk_errors, one, open_database, rows
from casebook.journal.store.files import FileBatch, FileStore
from casebook.journal.store.index import SearchIndex
from casebook.journal.store.occupancy import Occupancy
from casebook.journal.store.seal import break_seal
from casebook.journal.times import Clock
from casebook.journal.written import Written

_AS_THEY_ARE = frozenset({str, int, type(None)})
_Member = TypeVar("_Member", bound=StrEnum)

UNLEDGERED: Mapping[str, frozenset[str]] = {
    "follow_up": frozenset({"shown_at"}),  # that a reminder was on screen is no fact of the case
    "contact": frozenset({"quote_at", "signature_at"}),  # where in the words they stand is found, not recorded
    # Follows from the mails themselves; threads merge, and marks are read better by a later version.
    "mail": frozenset({"thread_id", "reply_to", "marks", "essence"}),
    "chat": frozenset({"thread_id"}),
}
"""Columns that may change without a ledger entry, by table."""


def _moment_parts(name: str) -> set[str]:
    return {f"{name}_{part}" for part in ("at", "zone", "offset", "precision", "known")}


_LATER: Mapping[str, frozenset[str]] = {
    "firm": frozenset({"legal_name", "licence", "address"}),
    "case": frozenset(
        {"deleted_at", "body", "representative", "client_reference", "proceedings", "insolvency", "deadline_source"}
        | _moment_parts("deadline")
        | {"final_contact_id", "seen_on", "steps", "tags"}
    ),
    "account": frozenset({"registered_on", "usual_ips", "callback"}),
    "contact": frozenset({"deleted_at", "purged_at", "role", "translation", "details"}),
    "promise": frozenset({"exhibit_id"}),
    "request": frozenset({"supplied_contact_id", "identity"} | _moment_parts("due")),
    "follow_up": frozenset({"request_id", "deadline_id", "moved"}),
    "exhibit": frozenset(
        {"deleted_at", "purged_at", "origin", "url", "dated_on", "crop", "translation", "transcript", "clause"}
        | {"consent", "read_at", "derived_from", "marks"}
    ),
}
"""Columns that came with a later schema. The ledger tells of them once they hold something, so that what it told of a
record before the upgrade still is what it would tell now."""


class Noted:
    """Collects what one write touches."""

    def __init__(self) -> None:
        self._ids: dict[Kind, set[int]] = {}
        self._cases: set[int] = set()

    def touch(self, kind: Kind, record_id: int, case_id: int | None) -> None:
        """Note a touched record and the case whose page it is on."""
        self._ids.setdefault(kind, set()).add(record_id)
        if case_id is not None:
            self._cases.add(case_id)

    def changes(self, made: int) -> Changes:
        """Return what was touched."""
        return Changes(made, {kind: frozenset(ids) for kind, ids in self._ids.items()}, frozenset(self._cases))


class _Open(threading.local):
    """The write that is under way in this thread."""

    notes: list[Noted]
    batch: FileBatch | None

    def __init__(self) -> None:
        self.notes = []
        self.batch = None


class Core:
    """The parts that the rooms of the journal work with: database, ledger, files, search index, clock."""

    def __init__(
        self, path: Path, clock: Clock, key: Key | None = None, read_only: CasebookError | None = None
    ) -> None:
        self.path = path
        self.clock = clock
        self.key = key
        self.read_only = read_only
        """Why nothing may be written, where that is so."""
        self.database: CasebookDatabase = open_database(path, key, read_only=read_only is not None)
        self.files = FileStore(path.parent, key)
        self.ledger, self.index = Ledger(self.database), SearchIndex(self.database)
        self.wrote, self.written = False, Written()
        self.hold: Occupancy | None = None
        """This program's share in the casebook, while a journal has it open."""
        self.own: deque[tuple[int, int]] = deque(maxlen=10_000)
        """The first and last number of the ledger entries of each of this program's latest writes."""
        self._open = _Open()
        self._columns: dict[str, Mapping[str, type]] = {}

    @contextmanager
    def write(self) -> Iterator[Noted]:
        """Open a transaction, or join the one under way in this thread; all of it is durable when the outermost ends.

        Raises DiskTrouble when the disk refuses; then nothing was changed. Where the casebook was opened for reading
        only, it raises the reason.
        """
        if self.read_only is not None:
            raise self.read_only
        noted = Noted()
        self._open.notes.append(noted)
        try:
            if len(self._open.notes) > 1:
                yield noted
                return
            with disk_errors(self.path):
                self._open.batch = batch = self.files.batch()
                kept = False
                try:
                    with self.database.atomic("IMMEDIATE"):
                        break_seal(self.path)
                        self.wrote = True
                        before = self.ledger.head_number()
                        yield noted
                        batch.settle()
                        after = self.ledger.head_number()
                    kept = True
                    self.own.append((before + 1, after))
                    self.written.note(before + 1, after)
                finally:
                    self._open.batch = None
                    batch.finish(keep=kept)
        finally:
            self._open.notes.pop()

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Keep what many new records need in files, ledger and search index until the end, and write it all at once.

        Only inside `write()`, and only where nothing reads any of it in between.
        """
        with self.batch.gathering(), self.ledger.gathering(), self.index.gathering():
            yield

    def columns(self, table: str) -> Mapping[str, type]:
        """Return the columns of a table with the one type that each takes beside null; none if any has a default."""
        if table not in self._columns:
            found = rows(self.database, "SELECT name, type, dflt_value FROM pragma_table_info(?)", (table,))
            types = {name: {"TEXT": str, "INTEGER": int}.get(kind, bytes) for name, kind, _default in found}
            self._columns[table] = types if all(default is None for *_, default in found) else {}
        return self._columns[table]

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other programs out of the open casebook for a while. Raises Busy when one has it open."""
        if self.hold is None:
            yield
            return
        with self.hold.alone():
            yield

    def stored_files(self) -> list[StoredFile]:
        """Return every file that any table names, once each."""
        tables = rows(
            self.database,
            "SELECT t.name FROM sqlite_master t, pragma_table_info(t.name) c "
            "WHERE t.type = 'table' AND c.name = 'sha256'",
        )
        found = {row for (table,) in tables for row in rows(self.database, f'SELECT sha256, size FROM "{table}"')}
        return [StoredFile(sha256, size) for sha256, size in sorted(found) if sha256]

    @property
    def writing(self) -> bool:
        """Whether this thread has a write under way."""
        return bool(self._open.notes)

    @property
    def batch(self) -> FileBatch:
        """The files of the write under way. Only inside `write()`."""
        assert self._open.batch is not None, "files are stored inside a write only"
        return self._open.batch

    def touch(self, kind: Kind, record_id: int, case_id: int | None) -> None:
        """Note a touched record with every write under way."""
        for noted in self._open.notes:
            noted.touch(kind, record_id, case_id)


class Room:
    """One kind of record. Subclasses say which table it is and turn rows into records."""

    kind: Kind
    table: type[Model]

    def __init__(self, core: Core) -> None:
        self._core = core

    def _insert(self, what: str, case_id: int | None, /, **values: Any) -> int:
        """Insert a row with its ledger entry; return its id. Only inside `write()`.

        `indexed=False` leaves the search index to a later insert that knows more.
        """
        indexed = values.pop("indexed", True)
        if "recorded_at" in self.table._meta.fields:
            values["recorded_at"] = self._core.clock()
        fields = self.table._meta.fields
        row = {
            name: value if type(value) in _AS_THEY_ARE else fields[name].db_value(value)
            for name, value in values.items()
        }
        return self._put(what, case_id, row, indexed=indexed)

    def take(self, what: str, case_id: int | None, row: Mapping[str, Any]) -> int:
        """Insert a row as another casebook kept it, its own times included; return its id. Only inside `write()`."""
        return self._put(what, case_id, row)

    def _put(self, what: str, case_id: int | None, row: Mapping[str, Any], *, indexed: bool = True) -> int:
        # Raw SQL: peewee takes longer to write an INSERT than the database takes to run it, and imports do thousands.
        names, marks = '", "'.join(row), ", ".join("?" * len(row))
        sql = f'INSERT INTO "{self.kind}" ("{names}") VALUES ({marks})'
        cursor = self._core.database.execute_sql(sql, list(row.values()))
        record_id = int(row.get("id", cursor.lastrowid))
        self._tell(what, record_id, case_id, self._as_stored(record_id, row), indexed=indexed)
        return record_id

    def _as_stored(self, record_id: int, row: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what was inserted as the table now has it: read back only where that may be something else."""
        columns = self._core.columns(str(self.kind))
        for name, value in row.items():
            if value is not None and type(value) is not columns.get(name):
                return self._raw(record_id) or {}
        return {**dict.fromkeys(columns), **row, "id": record_id}

    def _update(self, what: str, record_id: int, case_id: int | None, /, **values: Any) -> None:
        """Change a row with its ledger entry. Only inside `write()`. Raises BadInput for what lies in the bin."""
        before = self._raw(record_id) or {}
        if case_id is not None:
            self._require_case(case_id)
        if before.get("deleted_at") is not None:
            raise in_bin(self._label(before))
        self.table.update(values).where(self.table._meta.primary_key == record_id).execute(self._core.database)
        self._note(what, record_id, case_id)

    def blot(self, what: str, record_id: int, case_id: int | None, columns: Mapping[str, Any]) -> None:
        """Write stored values over a row's columns and index it anew. For the bin and the purge, inside `write()`."""
        names = ", ".join(f'"{name}" = ?' for name in columns)
        self._core.database.execute_sql(
            f'UPDATE "{self.kind}" SET {names} WHERE id = ?', [*columns.values(), record_id]
        )
        self._note(what, record_id, case_id)
        if not self._words(self._raw(record_id) or {}):
            self._core.index.drop(str(self.kind), record_id)

    def erase(self, record_id: int, case_id: int | None) -> None:
        """Delete a row and what finds it; the ledger keeps that it is gone. For bin and purge, inside `write()`."""
        self._core.index.drop(str(self.kind), record_id)
        self._core.database.execute_sql(f'DELETE FROM "{self.kind}" WHERE id = ?', (record_id,))
        which = f"{self.kind}:{record_id}"
        self._core.ledger.append(self._core.clock(), f"{self.kind}.erased", which, case_id, {})
        self._core.touch(self.kind, record_id, case_id)

    def reindex(self, record_id: int) -> None:
        """Make a record's search entry anew from what is stored. Only inside `write()`."""
        if raw := self._raw(record_id):
            self._index(record_id, raw)

    def _note(self, what: str, record_id: int, case_id: int | None, *, indexed: bool = True) -> None:
        self._tell(what, record_id, case_id, self._raw(record_id) or {}, indexed=indexed)

    def _tell(
        self, what: str, record_id: int, case_id: int | None, row: Mapping[str, Any], *, indexed: bool = True
    ) -> None:
        state = ledgered(str(self.kind), row)
        self._core.ledger.append(self._core.clock(), what, f"{self.kind}:{record_id}", case_id, state)
        self._core.touch(self.kind, record_id, case_id)
        if indexed:
            self._index(record_id, state)

    def _index(self, record_id: int, state: Mapping[str, Any]) -> None:
        if words := self._words(state):
            self._core.index.put(str(self.kind), record_id, words)

    def _require_case(self, case_id: int) -> None:
        require_case(self._core, case_id)

    def _require_contact(self, contact_id: int | None) -> None:
        """Raise BadInput when a record would be joined to a contact in the bin, NotFound when there is none."""
        if contact_id is None:
            return
        found = one(self._core.database, "SELECT deleted_at FROM contact WHERE id = ?", (contact_id,))
        if not found:
            raise NotFound("there is no {name} {number} in this casebook", name="contact", number=contact_id)
        if found[0] is not None:
            raise in_bin(f"contact {contact_id}")

    def _label(self, row: Mapping[str, Any]) -> str:
        """Return what a row is called in a refusal."""
        return f"{self.kind} {row['id']}"

    def _words(self, state: Mapping[str, Any]) -> str:
        """Return the text by which a search finds the record; empty for kinds that are not searched."""
        return ""

    def _raw(self, record_id: int) -> dict[str, Any] | None:
        """Return a row as it is stored, or None."""
        cursor = self._core.database.execute_sql(f'SELECT * FROM "{self.kind}" WHERE id = ?', (record_id,))
        row = cursor.fetchone()
        return row and dict(zip((column[0] for column in cursor.description), row, strict=True))

    def _row(self, record_id: int, name: str) -> dict[str, Any]:
        raw = self._raw(record_id)
        if not raw:
            raise NotFound("there is no {name} {number} in this casebook", name=name, number=record_id)
        fields = self.table._meta.fields
        return {column: fields[column].python_value(value) for column, value in raw.items()}

    def _rows(self, *where: Any, order: Sequence[Any] = ()) -> list[dict[str, Any]]:
        key, database = self.table._meta.primary_key, self._core.database
        query = self.table.select(key)
        if where:
            query = query.where(*where)
        # peewee builds the conditions; it takes longer to name the columns than the database to find the rows.
        sql, values = database.get_sql_context().sql(query.order_by(*order or (key,))).query()
        cursor = database.execute_sql(f'SELECT "t1".*{sql[sql.index(" FROM ") :]}', values)
        names = [column[0] for column in cursor.description]
        fields = self.table._meta.fields
        read = {n: fields[n].python_value for n in names if type(fields[n]).python_value is not Field.python_value}
        found = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        for record in found:
            for name, convert in read.items():
                record[name] = convert(record[name])
        return found


def require_case(core: Core, case_id: int) -> None:
    """Raise NotFound for a case that is not there, BadInput for one in the bin."""
    found = one(core.database, 'SELECT deleted_at FROM "case" WHERE id = ?', (case_id,))
    if not found:
        raise NotFound("there is no case C-{number} in this casebook: see 'casebook case list'", number=case_id)
    if found[0] is not None:
        raise in_bin(f"C-{case_id}")


def in_bin(label: str) -> BadInput:
    """Return the refusal to work on what lies in the bin."""
    return BadInput("{label} is in the bin: put it back first", label=label)


def ledgered(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a raw row without the columns that the ledger does not tell of."""
    silent, later = UNLEDGERED.get(table, frozenset()), _LATER.get(table, frozenset())
    return {n: value for n, value in row.items() if n not in silent and not (value is None and n in later)}


def required(value: str, template: str) -> str:
    """Return the trimmed text. Raises BadInput with `template` when nothing is left."""
    if not (text := value.strip()):
        raise BadInput(template)
    return text


def or_none(value: str) -> str | None:
    """Return the trimmed text, None for an empty one: how columns that came with a later schema keep "not given"."""
    return value.strip() or None


def member(kind: type[_Member], value: object, what: str) -> _Member:
    """Return the enum member of a value. Raises BadInput that lists what there is."""
    try:
        return kind(str(value))
    except ValueError:
        names = ", ".join(str(m.value) for m in kind if m.value)
        raise BadInput(
            "'{value}' is not a known {what}: choose one of {names}", value=value, what=what, names=names
        ) from None


def known_fields(given: Mapping[str, Any], allowed: Mapping[str, Callable[[Any], Any]]) -> dict[str, Any]:
    """Return the given values, each through its converter. Raises BadInput for a field that cannot be edited."""
    for name in given:
        if name not in allowed:
            raise BadInput("'{field}' cannot be edited", field=name)
    return {name: allowed[name](value) for name, value in given.items()}

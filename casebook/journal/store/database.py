"""The one place that names the database driver: connections, pragmas, and the errors of a disk told in words."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import peewee
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2

from casebook.journal.errors import CasebookError, Damaged, DiskTrouble
from casebook.journal.secrecy.keys import Key
from casebook.journal.store.database_name import DATABASE_NAME

# Order matters (busy_timeout first: the next ones may already meet a lock). Sources: SQLite's pragma documentation.
_PRAGMAS: tuple[tuple[str, str | int], ...] = (
    ("busy_timeout", 10_000),  # milliseconds; the driver's own `timeout` argument is ignored
    ("foreign_keys", 1),
    ("recursive_triggers", 1),  # without it INSERT OR REPLACE walks past the ledger's delete trigger
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("secure_delete", 1),  # the driver's default keeps deleted words in free pages
    ("temp_store", 2),
    ("cache_size", -16_000),
    ("journal_mode", "wal"),
    ("synchronous", 2),  # "saved" has to survive a power cut
    ("journal_size_limit", 67_108_864),
    ("checkpoint_fullfsync", 1),
)

_SCRATCH = 256 << 10  # bytes; the shared memory of a write-ahead log alone takes 32 kB at a time
_READING = frozenset({"foreign_keys", "trusted_schema", "cell_size_check", "temp_store", "cache_size"})

REFUSALS = (dbapi2.IntegrityError, dbapi2.ProgrammingError, dbapi2.InterfaceError, dbapi2.DataError)
"""What the driver raises when the fault lies in a value, not in the disk."""


class CasebookDatabase(SqlCipherDatabase):
    """peewee's database, whose refusals are sentences: also a plain read can meet a damaged page or a failing disk."""

    def execute_sql(self, sql: str, params: object = None, **options: object) -> Any:
        """Run one statement and return its cursor. Raises DiskTrouble, Damaged."""
        try:
            return super().execute_sql(sql, params, **options)  # type: ignore[no-untyped-call]
        except Exception:  # what is no trouble of the disk is raised again as it is
            self._explain()

    def run_many(self, sql: str, values: Sequence[Sequence[object]]) -> None:
        """Run one statement with each of these values. Raises DiskTrouble, Damaged."""
        try:
            self.cursor().executemany(sql, values)  # type: ignore[no-untyped-call]
        except Exception:
            self._explain()

    def _explain(self) -> NoReturn:
        """Raise what is being handled, in words."""
        with disk_errors(Path(self.database.removeprefix("file://").partition("?")[0])):
            raise  # noqa: PLE0704 - called from a handler only
        raise AssertionError


def holds_casebook(folder: Path) -> bool:
    """Return whether there is a casebook's database in the folder."""
    return (folder / DATABASE_NAME).is_file()


def writable(path: Path) -> bool:
    """Return whether a database can be used in its place: SQLite writes beside the file even to read it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def open_database(path: Path, key: Key | None = None, *, read_only: bool = False) -> CasebookDatabase:
    """Return a database object for `path` that gives each thread its own connection with the house's pragmas.

    With `read_only`, or where nothing can be written, it changes nothing, not even when it is closed.
    """
    # The key first, then silence: a wrong key would make SQLCipher write to stderr at the first read.
    first = (("cipher_log_level", "NONE"),) if key else ()
    passphrase = f"x'{key.database}'" if key else ""
    if read_only or not writable(path):
        quiet = [p for p in _PRAGMAS if p[0] in _READING or p[0] == "busy_timeout"]
        pragmas = (*first, *quiet, ("query_only", 1))
        return CasebookDatabase(_uri(path, read_only=read_only), passphrase=passphrase, pragmas=pragmas, uri=True)
    return CasebookDatabase(str(path), passphrase=passphrase, pragmas=(*first, *_PRAGMAS), lock_type="IMMEDIATE")


@contextmanager
def raw_connection(path: Path, key: Key | None = None, *, read_only: bool = False) -> Iterator[Any]:
    """Yield a bare driver connection to an existing file, in autocommit mode, before any pragma that writes.

    With `read_only` not even closing it writes: the last one to close would bring the log into the file.
    """
    with disk_errors(path):
        connection = dbapi2.connect(_uri(path, read_only=read_only), uri=True, isolation_level=None)
        try:
            if key is not None:
                connection.execute(f"PRAGMA key=\"x'{key.database}'\"")  # takes no bound values; hex digits only
                connection.execute("PRAGMA cipher_log_level=NONE")
            yield connection
        finally:
            connection.close()


@contextmanager
def scratch(refusal: CasebookError) -> Iterator[Any]:
    """Yield what executes statements on a database in memory. Raises `refusal` for what it does not take."""
    connection = dbapi2.connect(":memory:", isolation_level=None)
    try:
        yield connection.execute
    except dbapi2.DatabaseError as error:
        raise refusal from error
    finally:
        connection.close()


@contextmanager
def memory_connection() -> Iterator[Any]:
    """Yield a bare driver connection to an empty database that lies in memory only."""
    connection = dbapi2.connect(":memory:", isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn what the driver or the system says about a failing, full or read-only disk into one clear sentence."""
    try:
        yield
    except CasebookError:
        raise
    except (peewee.DatabaseError, dbapi2.DatabaseError) as error:
        raise _explained(str(_first(error)), path) from error
    except UnicodeDecodeError as error:  # the driver's, from text or an error message with damaged bytes in it
        raise _explained("malformed", path) from error
    except OSError as error:
        where = Path(str(error.filename)) if error.filename else path
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise DiskTrouble(
                "the disk is full: free some space and try again; nothing was changed in {path}", path=path
            ) from error
        if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
            raise DiskTrouble(
                "{path} cannot be written: check its permissions, or choose another folder", path=where
            ) from error
        raise DiskTrouble(
            "the disk refused ({reason}) at {path}: nothing was changed; check the disk and try again",
            reason=error.strerror or str(error),
            path=where,
        ) from error


def pending_log(path: Path) -> bool:
    """Return whether changes are still in the write-ahead log beside the database."""
    log = path.with_name(path.name + "-wal")
    return log.is_file() and log.stat().st_size > 0


def readable_log(path: Path) -> bool:
    """Return whether the log can be read where nothing can be written: that takes its index, left beside it."""
    return all(os.access(path.with_name(path.name + end), os.R_OK) for end in ("-wal", "-shm"))


def _uri(path: Path, *, read_only: bool = False) -> str:
    if writable(path):
        mode = "mode=ro" if read_only else "mode=rw"
    else:
        # A file that nobody changes is read without its log, so only where there is none, or none that can be read.
        mode = "mode=ro" if pending_log(path) and readable_log(path) else "immutable=1"
    return f"{path.absolute().as_uri()}?{mode}"


def _first(error: BaseException) -> BaseException:
    # On a full disk SQLite rolls back by itself; the driver's own rollback then fails and hides why.
    while "cannot rollback" in str(error) and error.__context__ is not None:
        error = error.__context__
    return error


def _no_room(path: Path) -> bool:
    """Return whether the disk has no room for even the small files that SQLite makes beside a database."""
    try:
        return shutil.disk_usage(path.parent).free < _SCRATCH
    except OSError:
        return False


def _explained(message: str, path: Path) -> CasebookError:
    text = message.lower()
    if "full" in text or ("disk i/o" in text and _no_room(path)):
        return DiskTrouble("the disk is full: free some space and try again; nothing was changed in {path}", path=path)
    if "readonly" in text or "unable to open" in text:
        return DiskTrouble("{path} cannot be written: check its permissions, or choose another folder", path=path)
    if "locked" in text:
        return DiskTrouble("{path} is busy in another program: close that one, or try again in a moment", path=path)
    if "malformed" in text or "not a database" in text:
        return Damaged(
            "{path} is damaged: run 'casebook verify', and 'casebook restore --replace' to bring a backup back",
            path=path,
        )
    return DiskTrouble("the database refused ({reason}) at {path}: nothing was changed", reason=message, path=path)


def rows(database: SqlCipherDatabase, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
    """Return all rows of a statement as tuples."""
    return database.execute_sql(sql, values).fetchall()  # type: ignore[no-any-return]


def one(database: SqlCipherDatabase, sql: str, values: Sequence[object] = ()) -> tuple[Any, ...] | None:
    """Return the first row of a statement, or None."""
    return database.execute_sql(sql, values).fetchone()  # type: ignore[no-any-return]


def has_table(database: SqlCipherDatabase, table: str) -> bool:
    """Return whether the database has a table; a backup may be older than it."""
    return one(database, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)) is not None


def has_column(database: SqlCipherDatabase, table: str, column: str) -> bool:
    """Return whether a table has a column; a backup may be older than it."""
    return any(row[1] == column for row in rows(database, f'PRAGMA table_info("{table}")'))

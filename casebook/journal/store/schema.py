"""The shape of a casebook file: numbered SQL steps, never edited, and how a file is brought up to date."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casebook import __version__
from casebook.journal.errors import Damaged, Locked, NotACasebook, TooNew
from casebook.journal.secrecy.keys import Key, is_encrypted
from casebook.journal.store.database import disk_errors, raw_connection
from casebook.journal.store.database_name import KEYS_NAME, PLAIN_HEADER
from casebook.journal.store.durable import write_whole
from casebook.journal.store.schema_steps import STEPS
from casebook.journal.store.seal import break_seal, digest, seal_path
from casebook.journal.times import Clock, to_text

APPLICATION_ID = 0x43534B31  # "CSK1": tells `file` and SQLite tools whose file this is
MIN_READER = 5
"""The oldest schema number whose program may still read *and write* what this one writes."""


@dataclass(frozen=True, slots=True)
class FileState:
    """What a casebook file says of itself: its schema number, the oldest that may use it, and who wrote it."""

    version: int
    min_reader: int
    written_by: str


def create_file(path: Path, clock: Clock, steps: tuple[tuple[str, ...], ...] = STEPS, key: Key | None = None) -> None:
    """Make a new casebook database at `path`, whole or not at all; encrypted with `key`. Raises DiskTrouble."""
    temporary = path.with_name(path.name + ".new")
    with disk_errors(path):
        temporary.unlink(missing_ok=True)
        temporary.touch()
    try:
        with raw_connection(temporary, key) as connection:
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("BEGIN IMMEDIATE")
            for step in steps:
                _run(connection, step)
            meta = {
                "min_reader": str(MIN_READER),
                "written_by": __version__,
                "casebook_id": str(uuid.uuid4()),
                "created_at": to_text(clock()),
            }
            connection.executemany("INSERT INTO meta (key, value) VALUES (?, ?)", list(meta.items()))
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={len(steps)}")
            connection.execute("COMMIT")
        with disk_errors(path):
            os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def inspect(path: Path, key: Key | None = None, *, read_only: bool = False) -> FileState:
    """Return what the file says of itself, without writing to it.

    Raises NotACasebook for any other file, TooNew where this program is too old, Damaged where it cannot be read,
    Locked where it is encrypted and no key is given.
    """
    with disk_errors(path), path.open("rb") as file:
        header = file.read(100)
    if header.startswith(PLAIN_HEADER):
        key = None
        if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
            raise NotACasebook(
                "{path} is a database of another program, not a casebook: choose another folder", path=path
            )
    elif key is None:
        if is_encrypted(path.parent):
            raise Locked("{path} is encrypted: unlock it with its passphrase or its recovery key", path=path)
        raise NotACasebook(
            "{path} is not a casebook: it is another file, damaged, or encrypted and {keys} is missing beside it",
            path=path,
            keys=KEYS_NAME,
        )
    with raw_connection(path, key, read_only=read_only) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        meta = dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('min_reader', 'written_by')"))
    oldest = meta.get("min_reader", "1")
    if not str(oldest).isdecimal():
        raise Damaged(
            "{path} is damaged: run 'casebook verify', and 'casebook restore --replace' to bring a backup back",
            path=path,
        )
    state = FileState(version, int(oldest), meta.get("written_by", "?"))
    if state.version > len(STEPS) and state.min_reader > len(STEPS):
        raise TooNew(
            "{path} was written by Casebook {writer}, which is newer than this one ({own}): "
            "update Casebook and open it again; nothing was changed",
            path=path,
            writer=state.written_by,
            own=__version__,
        )
    return state


def upgrade(
    path: Path, backup: Callable[[], Path], steps: tuple[tuple[str, ...], ...] = STEPS, key: Key | None = None
) -> Path | None:
    """Bring the file up to the newest schema, one transaction a step, after a backup; return the backup's path.

    Returns None when nothing was to do. A step that fails leaves the file as it was before that step.
    Raises Damaged when a step breaks a reference, DiskTrouble when the disk refuses.
    """
    version = inspect(path, key).version
    if version >= len(steps):
        return None
    made = backup()
    with _unsealed(path), raw_connection(path, key) as connection:
        for number in range(version, len(steps)):
            _apply(connection, number + 1, steps[number], path)
    return made


def bring_up(connection: Any, path: Path, steps: tuple[tuple[str, ...], ...] = STEPS) -> None:
    """Bring the database of an open connection up to the newest schema; `path` is for words only. Raises TooNew."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(steps):
        raise TooNew(
            "{path} was written by a newer Casebook: update this one and try again; nothing was changed", path=path
        )
    for number in range(version, len(steps)):
        _apply(connection, number + 1, steps[number], path)


@contextmanager
def _unsealed(path: Path) -> Iterator[None]:
    """Take the seal away while the file changes; it comes back as it was where the file stays as it was."""
    seal, before = seal_path(path), digest(path)
    kept = seal.read_bytes() if seal.exists() else b""
    break_seal(path)
    try:
        yield
    except BaseException:
        with suppress(OSError):
            if kept and digest(path) == before:
                write_whole(seal, kept)
        raise


def _apply(connection: Any, number: int, step: tuple[str, ...], path: Path) -> None:
    connection.execute("PRAGMA foreign_keys=OFF")  # does nothing, silently, once a transaction is open
    connection.execute("BEGIN IMMEDIATE")
    try:
        _run(connection, step)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise Damaged(
                "{path} could not be upgraded to schema {number}: a reference broke; nothing was changed",
                path=path,
                number=number,
            )
        connection.execute("UPDATE meta SET value=? WHERE key='written_by'", (__version__,))
        connection.execute("UPDATE meta SET value=? WHERE key='min_reader'", (str(MIN_READER),))
        connection.execute(f"PRAGMA user_version={number}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys=ON")


def _run(connection: Any, step: tuple[str, ...]) -> None:
    # One by one: executescript() would commit the transaction that makes a step all or nothing.
    for statement in step:
        connection.execute(statement)

"""From plain to encrypted and back: the new form grows beside the old one, and one rename changes over.

At every instant one complete casebook is there, and the beginning of its database says which: attachments of both
forms may lie side by side, because their names differ. What a stopped conversion left is cleared up at the next start.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casebook.journal.backup import backup_form
from casebook.journal.backup.backup_rewrite import rekey
from casebook.journal.backup.restore import plain_aside
from casebook.journal.errors import BadInput, CasebookError, Damaged
from casebook.journal.progress import Progress
from casebook.journal.proof.ledger import Ledger
from casebook.journal.records import StoredFile
from casebook.journal.secrecy import keys
from casebook.journal.secrecy.keys import Key
from casebook.journal.store import occupancy
from casebook.journal.store.database import disk_errors, one, open_database, raw_connection
from casebook.journal.store.database_name import DATABASE_NAME, KEYS_NAME
from casebook.journal.store.durable import sync_file, sync_folder
from casebook.journal.store.files import FileStore
from casebook.journal.store.occupancy import Occupancy
from casebook.journal.store.seal import break_seal, make_seal
from casebook.journal.times import Clock

if TYPE_CHECKING:
    from casebook.journal.core import Core

NEW_NAME = f"{DATABASE_NAME}.converted"
_MARK = ".converting"
_ROWS = 2_000


def encrypt(folder: Path, clock: Clock, passphrase: str) -> Generator[Progress, None, tuple[Key, str]]:
    """Encrypt a plain casebook that is closed; return its key and the recovery key as it is printed.

    Its backups follow; `plain_backups` says which could not. Closing the generator before the change-over leaves all as
    it was; closed later it stays encrypted, the next start goes on with the backups, and `keys.new_recovery` makes
    another recovery key. Raises BadInput for what is encrypted already or a passphrase that is too short, Busy,
    Damaged, DiskTrouble.
    """
    if keys.is_encrypted(folder):
        raise BadInput("the casebook in {folder} is encrypted already", folder=folder)
    with occupancy.alone(folder) as held:
        wanted = _settled(folder, clock, None, held)
        mark = _mark(folder)
        try:
            key, printed = keys.make(folder, passphrase)
            yield from _change_over(folder, clock, wanted, None, key)
        except BaseException:
            _clear_up(folder, mark, encrypted=False)
            raise
        _finish(folder, key, wanted)
        yield from rekey(folder, None, key)
        _done(folder)
        return key, printed


def decrypt(folder: Path, clock: Clock, key: Key) -> Generator[Progress, None, None]:
    """Make an encrypted casebook that is closed a plain one; its backups follow.

    Closing the generator before the change-over leaves all as it was. Raises BadInput for what is plain already, Locked
    for another casebook's key, Busy, Damaged, DiskTrouble.
    """
    if not keys.is_encrypted(folder):
        raise BadInput("the casebook in {folder} is not encrypted", folder=folder)
    with occupancy.alone(folder) as held:
        wanted = _settled(folder, clock, key, held)
        mark = _mark(folder)
        try:
            yield from _change_over(folder, clock, wanted, key, None)
        except BaseException:
            _clear_up(folder, mark, encrypted=True)
            raise
        _finish(folder, None, wanted)
        yield from rekey(folder, key, None)  # one that stays encrypted has its own key file: the passphrase opens it
        _done(folder)


def plain_backups(folder: Path) -> list[Path]:
    """Return where plain words still lie beside an encrypted casebook.

    Its plain backups, places out of reach, and what a restore kept aside.
    """
    if not keys.is_encrypted(folder):
        return []
    plain = [b.path for b in backup_form.find(folder) if not b.encrypted]
    return plain + backup_form.unreachable(folder) + plain_aside(folder)


def unfinished(folder: Path) -> bool:
    """Return whether a conversion was stopped in the middle of its work."""
    return (folder / _MARK).exists()


def resume(core: Core) -> None:
    """Clear up behind a stopped conversion, as the journal opens; the attachments are left to the sweep.

    What cannot be done now keeps nobody from opening the casebook, and is tried again at the next start.
    """
    folder, key = core.path.parent, core.key
    with suppress(CasebookError), disk_errors(folder):
        _remove_new(folder)
        if key is None:
            (folder / KEYS_NAME).unlink(missing_ok=True)
        else:
            for _step in rekey(folder, None, key):
                pass
        _done(folder)


def _settled(folder: Path, clock: Clock, key: Key | None, held: Occupancy) -> list[StoredFile]:
    """Bring the casebook up to date, close it so that its log is empty, and return its attachments."""
    from casebook.journal.journal import Journal

    with Journal.open(folder, clock, key, held) as journal:
        if journal.read_only is not None:
            raise journal.read_only
        found = journal._core.stored_files()
    _drop_log(folder / DATABASE_NAME)
    return found


def _change_over(
    folder: Path, clock: Clock, wanted: list[StoredFile], old: Key | None, new: Key | None
) -> Generator[Progress, None, None]:
    """Write attachments and database in the new form beside the old one, check them, and put the database in place."""
    path, fresh = folder / DATABASE_NAME, folder / NEW_NAME
    source, store = FileStore(folder, old), FileStore(folder, new)
    batch, total, done = store.batch(), sum(file.size for file in wanted), 0
    kept = False
    try:
        with disk_errors(folder):
            for file in wanted:
                yield Progress(done, total, "bytes")
                batch.carry(file, source.open(file))
                done += file.size
            batch.settle()
        yield Progress(0, 0, "records")
        _export(path, fresh, old, new)
        yield from _compare(path, fresh, old, new)
        _note(fresh, clock, new)
        with disk_errors(folder):
            sync_file(fresh)
            shutil.copymode(path, fresh)
            _drop_log(path)
            break_seal(path)
            os.replace(fresh, path)  # from here on the casebook is in its new form, and nothing may take that back
            kept = True
        with suppress(OSError):  # without a seal the next close makes one
            sync_folder(folder)
            make_seal(path)
    finally:
        batch.finish(keep=kept)


def _export(path: Path, fresh: Path, old: Key | None, new: Key | None) -> None:
    """Write the database anew, under another key or none. Raises DiskTrouble, Damaged."""
    with disk_errors(fresh):
        fresh.unlink(missing_ok=True)
        fresh.touch(0o600)
    with raw_connection(path, old) as connection:
        # Temporary data stays in memory: on the disk it would be plain. What is unfinished is thrown away as a whole.
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute("ATTACH DATABASE ? AS fresh KEY ?", (str(fresh), f"x'{new.database}'" if new else ""))
        connection.execute("PRAGMA fresh.journal_mode=OFF")
        connection.execute("PRAGMA fresh.synchronous=OFF")
        connection.execute("SELECT sqlcipher_export('fresh')").fetchall()
        for pragma in ("user_version", "application_id"):
            number = int(connection.execute(f"PRAGMA main.{pragma}").fetchone()[0])
            connection.execute(f"PRAGMA fresh.{pragma}={number}")
        connection.execute("DETACH DATABASE fresh")


def _compare(path: Path, fresh: Path, old: Key | None, new: Key | None) -> Generator[Progress, None, None]:
    """Read the new database back and compare it with the old one, row by row. Raises Damaged."""
    with raw_connection(path, old) as one_side, raw_connection(fresh, new) as other_side:
        if other_side.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise _unlike(path)
        shape = "SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_master ORDER BY type, name"
        tables = _same(one_side, other_side, shape, path)
        for kind, name, _table, sql in tables:
            if kind != "table" or sql.upper().startswith("CREATE VIRTUAL"):
                continue  # a virtual table is what its own tables hold
            left, right = (side.execute(f'SELECT * FROM "{name}"') for side in (one_side, other_side))
            while True:
                some, others = left.fetchmany(_ROWS), right.fetchmany(_ROWS)
                if some != others:
                    raise _unlike(path)
                if not some:
                    break
                yield Progress(0, 0, "records")


def _same(left: Any, right: Any, sql: str, path: Path) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = left.execute(sql).fetchall()
    if found != right.execute(sql).fetchall():
        raise _unlike(path)
    return found


def _unlike(path: Path) -> Damaged:
    return Damaged("{path} could not be read back in its new form: nothing was changed", path=path)


def _note(fresh: Path, clock: Clock, new: Key | None) -> None:
    """Let the ledger tell of the change-over, and empty the new database's log."""
    database = open_database(fresh, new)
    try:
        with disk_errors(fresh), database.atomic("IMMEDIATE"):
            what = "casebook.encrypted" if new else "casebook.decrypted"
            Ledger(database).append(clock(), what, "casebook:1", None, {})
        state = one(database, "PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        database.close()
    if state is None or state[0] != 0:
        raise _unlike(fresh)
    _drop_log(fresh)


def _drop_log(path: Path) -> None:
    """Take away an empty log beside a closed database. Raises Damaged when there is something in it."""
    with disk_errors(path):
        for ending in ("-wal", "-journal", "-shm"):
            log = path.with_name(path.name + ending)
            if log.exists():
                if ending != "-shm" and log.stat().st_size:
                    raise Damaged(
                        "{path} has changes in {log} that could not be read: nothing was changed",
                        path=path,
                        log=log.name,
                    )
                log.unlink()


def _mark(folder: Path) -> Path:
    """Note beside the casebook that it is being converted; return the mark that makes the next start sweep."""
    with disk_errors(folder):
        (folder / _MARK).touch()
        sync_folder(folder)
        return FileStore(folder).mark()


def _clear_up(folder: Path, mark: Path, *, encrypted: bool) -> None:
    """Take back what a conversion has written; what is left, and one that did change over, is for the next start."""
    if keys.is_encrypted(folder) != encrypted:
        return
    with suppress(CasebookError), disk_errors(folder):
        _remove_new(folder)
        if not encrypted:
            (folder / KEYS_NAME).unlink(missing_ok=True)
        mark.unlink(missing_ok=True)
        (folder / _MARK).unlink(missing_ok=True)


def _finish(folder: Path, key: Key | None, wanted: list[StoredFile]) -> None:
    """Delete the old form."""
    with disk_errors(folder):
        FileStore(folder, key).sweep({file.sha256 for file in wanted})
        if key is None:
            (folder / KEYS_NAME).unlink(missing_ok=True)


def _done(folder: Path) -> None:
    with disk_errors(folder):
        (folder / _MARK).unlink(missing_ok=True)


def _remove_new(folder: Path) -> None:
    for left in folder.glob(f".{KEYS_NAME}.*.tmp"):
        left.unlink(missing_ok=True)
    for ending in ("", "-wal", "-shm", "-journal"):
        (folder / (NEW_NAME + ending)).unlink(missing_ok=True)

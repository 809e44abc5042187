"""The proof of a backup: it is opened, and everything in it is read and compared, as one does with a casebook."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from casebook.journal.backup import backup_form as form
from casebook.journal.backup.backup_form import Backup
from casebook.journal.changes import WITH_FILES
from casebook.journal.core import Core
from casebook.journal.errors import CasebookError, Locked, ReadOnly
from casebook.journal.progress import Progress
from casebook.journal.proof.audit import check_records
from casebook.journal.records import Fault, StoredFile, Verdict
from casebook.journal.secrecy.keys import Key
from casebook.journal.store.database import disk_errors, one, raw_connection, rows
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.files import FOLDER_NAME as FILES
from casebook.journal.store.files import FileStore
from casebook.journal.store.schema_steps import STEPS
from casebook.journal.store.seal import check_seal
from casebook.journal.times import Clock, utc_now

_EVERY = 20
_FILE_TABLES = tuple(map(str, WITH_FILES))
_TABLE = "CREATE TABLE"
Run = Callable[[str], list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database tells of itself, as far as a backup repeats it."""

    casebook_id: str
    schema: int
    entries: int
    head: str
    state: str
    files: tuple[StoredFile, ...]


def contents(run: Run) -> Contents:
    """Read it, through a function that runs one statement and returns its rows."""
    found = run("SELECT value FROM meta WHERE key = 'casebook_id'")
    tables = {name for (name,) in run("SELECT name FROM sqlite_master WHERE type = 'table'")}
    last = run("SELECT number, hash FROM ledger ORDER BY number DESC LIMIT 1")
    entries, head = last[0] if last else (0, "")
    drafts = run("SELECT count(*), ifnull(max(saved_at), '') FROM draft") if "draft" in tables else [(0, "")]
    union = " UNION ".join(f"SELECT sha256, size FROM {t}" for t in _FILE_TABLES if t in tables)
    return Contents(
        str(found[0][0]) if found else "",
        int(run("PRAGMA user_version")[0][0]),
        int(entries),
        str(head),
        f"{entries}:{head}:{drafts[0][0]}:{drafts[0][1]}",
        tuple(StoredFile(sha256, size) for sha256, size in sorted(run(union)) if sha256),
    )


def file_contents(path: Path, key: Key | None) -> Contents:
    """Read it from a database file that is not open here. Raises Damaged, DiskTrouble."""
    with raw_connection(path, key, read_only=True) as connection:
        return contents(lambda sql: list(connection.execute(sql)))


def check_database(path: Path, key: Key | None) -> Generator[Progress, None, tuple[int, list[Fault]]]:
    """Open a copied database and check it, its ledger and its records; return how much was checked, and faults."""
    core = Core(path, utc_now, key, ReadOnly("a backup is not changed: restore it, and write in the casebook"))
    try:
        with disk_errors(path):
            _stand_in(core)
            return (yield from check_records(core, attachments=False))
    except (CasebookError, ValueError, TypeError, KeyError) as error:
        # A damaged page can hand out values of any kind; whatever trips over one is the same fault.
        return 1, [Fault(str(error) or "damaged", DATABASE_NAME)]
    finally:
        core.database.close()


def _stand_in(core: Core) -> None:
    """Give a database of an older schema the tables it has not got yet: empty, and in memory only."""
    version = one(core.database, "PRAGMA user_version") or (0,)
    later = [statement for step in STEPS[int(version[0]) :] for statement in step]
    there = {str(name) for (name,) in rows(core.database, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    core.database.execute_sql("PRAGMA query_only=0")
    for statement in later:
        if statement.startswith(_TABLE) and statement.removeprefix(_TABLE).split()[0].strip('"') not in there:
            core.database.execute_sql(statement.replace(_TABLE, "CREATE TEMP TABLE", 1))
    core.database.execute_sql("PRAGMA query_only=1")


def check(
    backup: Backup, key: Key | None = None, clock: Clock = utc_now, *, note: bool = True
) -> Generator[Progress, None, Verdict]:
    """Check a backup fully: every byte of its own files, its records, its attachments. Raises Locked without its key.

    With `note` the result is written into the backup, where that can be written.
    """
    own, faults = yield from check_own(backup, key)
    files, found = yield from _attachments(backup, key, faults)
    verdict = Verdict(own + files, tuple(faults + found))
    if note:
        note_result(backup, verdict, clock())
    return verdict


def check_own(backup: Backup, key: Key | None) -> Generator[Progress, None, tuple[int, list[Fault]]]:
    """Check what lies in the backup's own folder; return how much was checked, and faults. Raises Locked."""
    if backup.encrypted and key is None:
        raise Locked("{path} is encrypted: unlock it with its passphrase or its recovery key", path=backup.database)
    yield Progress(0, 0, "files", backup.name)
    faults = _own_files(backup)
    checked, found = yield from check_database(backup.database, key if backup.encrypted else None)
    # One flipped byte is one fault: when the seal already names the database, its rows only repeat it.
    return checked, faults if any(fault.where == DATABASE_NAME for fault in faults) else faults + found


def note_result(backup: Backup, verdict: Verdict, now: datetime) -> Backup:
    """Write what a check found into the backup and return it; where nothing can be written it is only returned."""
    checked = replace(backup, checked_at=now, ok=verdict.ok, faults=told(verdict))
    if backup.parts:
        try:
            form.write(checked)
        except OSError:
            return checked
    return checked


def told(verdict: Verdict) -> tuple[str, ...]:
    """Return the faults as lines, the first of them only where there are very many."""
    return tuple(f"{fault.where}: {fault.what}" for fault in verdict.faults[:50])


def _own_files(backup: Backup) -> list[Fault]:
    """Compare the files in the backup's folder with what is told of them."""
    faults = [Fault(text.partition(": ")[2], form.ABOUT_NAME) for text in backup.faults if not backup.parts]
    if not faults and (again := form.read(backup.path)) and any(f.startswith(form.ABOUT_NAME) for f in again.faults):
        faults.append(Fault("bytes changed", form.ABOUT_NAME))
    for name, sum_ in backup.parts:
        try:
            if form.digest(backup.path / name) != sum_:
                faults.append(Fault("bytes changed", name))
        except OSError:
            faults.append(Fault("missing", name))
    if not any(fault.where == form.LIST_NAME for fault in faults):
        try:
            form.listed(backup.path)
        except (OSError, ValueError):
            faults.append(Fault("cannot be read", form.LIST_NAME))
    what, where = check_seal(backup.database)
    return [*faults, Fault(what, where)] if what and not any(f.where == where for f in faults) else faults


def _attachments(
    backup: Backup, key: Key | None, before: Sequence[Fault]
) -> Generator[Progress, None, tuple[int, list[Fault]]]:
    """Read every attachment and compare it with what was copied."""
    if any(fault.where == form.LIST_NAME for fault in before):
        return (yield from _unlisted(backup, key))
    names = form.listed(backup.path)
    faults: list[Fault] = []
    for done, (name, sum_) in enumerate(sorted(names.items()), 1):
        if what := wrong_file(backup, name, sum_):
            faults.append(Fault(what, f"{FILES}/{name[:2]}/{name}"))
        if done % _EVERY == 0:
            yield Progress(done, len(names), "files", name[:12])
    return len(names), faults


def _unlisted(backup: Backup, key: Key | None) -> Generator[Progress, None, tuple[int, list[Fault]]]:
    """Compare the attachments with the records: the list of them is no proof."""
    store, faults = FileStore(backup.root, key if backup.encrypted else None), list[Fault]()
    try:
        files = file_contents(backup.database, key if backup.encrypted else None).files
    except CasebookError:
        return 0, []  # the database is the fault, and was named
    for done, file in enumerate(files, 1):
        if backup.complete and (what := store.intact(file)):
            faults.append(Fault(what, f"{FILES}/{store.name(file.sha256)[:2]}/{store.name(file.sha256)}"))
        if done % _EVERY == 0:
            yield Progress(done, len(files), "files", file.sha256[:12])
    return len(files), faults


def wrong_file(backup: Backup, name: str, sum_: str) -> str:
    """Return what is wrong with an attachment of a backup, empty when it holds what was copied."""
    for path in sources(backup, name):
        try:
            return "" if form.digest(path) == sum_ else "bytes changed"
        except FileNotFoundError:
            continue
        except OSError as error:
            return error.strerror or "cannot be read"
    return "missing"


def sources(backup: Backup, name: str) -> list[Path]:
    """Return where an attachment of a backup may lie: with the backups, or still in the casebook around them."""
    kept = [form.stored(backup.root, name)]
    if not backup.complete and backup.root.name == form.FOLDER_NAME:
        kept.append(form.stored(backup.root.parent, name))
    return kept

"""Backups that have to change: encrypted or decrypted together with their casebook, or rid of what was purged."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from casebook.journal.backup import backup_form as form
from casebook.journal.backup.backup_check import check_database, file_contents, sources, told
from casebook.journal.backup.backup_form import PART, Backup
from casebook.journal.errors import CasebookError, Damaged
from casebook.journal.progress import Progress
from casebook.journal.records import StoredFile, Verdict
from casebook.journal.secrecy.keys import KEYS_NAME, Key
from casebook.journal.store.database import disk_errors, raw_connection
from casebook.journal.store.database_name import DATABASE_NAME, PLAIN_HEADER
from casebook.journal.store.files import FOLDER_NAME as FILES
from casebook.journal.store.files import FileStore, sync_folder
from casebook.journal.store.seal import SEAL_NAME, make_seal

_WORK_NAME = "work.db"
Change = Callable[[Any], object]


def rekey(folder: Path, old: Key | None, new: Key | None) -> Generator[Progress, None, list[Path]]:
    """Bring all backups of a casebook that can be reached from one key to another; None is plain.

    A backup is replaced as a whole or not at all, so it may be stopped and run again. Returns what could not be
    converted and is as it was: damaged backups, folders that cannot be written, places that are not connected.
    """
    left = form.unreachable(folder)
    for root in form.roots(folder):
        try:
            with disk_errors(root), form.claimed(root):
                left += yield from rekey_root(folder, root, old, new)
        except CasebookError:
            left += [b.path for b in form.in_root(root) if b.path not in left and b.encrypted != (new is not None)]
    return left


def rewrite(backup: Backup, change: Change, dropped_names: Collection[str] = (), key: Key | None = None) -> Backup:
    """Change the database of a backup, through `change(connection)`, and leave no trace of what was there before.

    Attachments that its records name no more go, as soon as no other backup names them; so do `dropped_names`, names
    in the store. The backup is replaced as a whole or not at all. Raises CasebookError: then it is as it was.
    """
    with disk_errors(backup.path), form.claimed(backup.root), _part_of(backup) as part:
        work = part / _WORK_NAME
        shutil.copyfile(backup.database, work)
        with raw_connection(work, key) as connection:
            for pragma in ("secure_delete=ON", "trusted_schema=OFF", "foreign_keys=ON", "synchronous=OFF"):
                connection.execute(f"PRAGMA {pragma}")
            change(connection)
            # A copy has no free pages: nothing is left of what was in them.
            connection.execute("VACUUM INTO ?", (str(part / DATABASE_NAME),))
        for left in part.glob(f"{_WORK_NAME}*"):
            left.unlink()
        if (backup.path / KEYS_NAME).exists():
            shutil.copyfile(backup.path / KEYS_NAME, part / KEYS_NAME)
        backup = replace(backup, shared=backup.shared or backup.head)
        kept = {file: FileStore(backup.root, key).name(file.sha256) for file in _files(part, key)}
        sums = _listed(backup)
        made = _finish(backup, part, {name: sums.get(name, "0" * 64) for name in kept.values()}, key)
        form.put_in_place(part, backup.path)
        form.sweep_files(backup.root)
        _drop(backup.root, dropped_names)
    return made


def rekey_root(folder: Path, root: Path, old: Key | None, new: Key | None) -> Generator[Progress, None, list[Path]]:
    """Bring the backups in one folder, which is claimed, to another key; return what is as it was."""
    left: list[Path] = []
    backups = form.in_root(root)
    for number, backup in enumerate(backups):
        yield Progress(number, len(backups), "backups", backup.name)
        present = None if _is_plain(backup) else old
        try:
            if _has_key(backup, new):
                continue
            with disk_errors(backup.path), _part_of(backup) as part:
                _export(backup.database, part / DATABASE_NAME, present, new)
                form.settle(part / DATABASE_NAME)
                if new is not None:
                    source = folder / KEYS_NAME
                    form.copy_durably(source, part / KEYS_NAME, part / f"{KEYS_NAME}.tmp")
                names = yield from _carry(backup, FileStore(root, present), FileStore(root, new), _files(part, new))
                _finish(backup, part, names, new)
                form.put_in_place(part, backup.path)
        except CasebookError:
            left.append(backup.path)
    form.sweep_files(root)
    return left


def _carry(
    backup: Backup, old: FileStore, new: FileStore, files: Collection[StoredFile]
) -> Generator[Progress, None, dict[str, str]]:
    """Write the attachments of a backup as the new key has them, beside the old ones; return the new list."""
    names: dict[str, str] = {}
    for done, file in enumerate(files, 1):
        target = new.path(file)
        names[target.name] = "0" * 64
        if not target.exists() and old.path(file).exists() and not old.intact(file):
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary = backup.root / FILES / f"{target.name}.tmp"
            temporary.unlink(missing_ok=True)
            new.write(old.open(file), file.sha256, temporary)
            os.replace(temporary, target)
            sync_folder(target.parent)
        # Where the backup has no copy of its own, it lies in the casebook, which is converted by itself.
        if there := next((path for path in sources(backup, target.name) if path.exists()), None):
            names[target.name] = form.digest(there)
        if done % 20 == 0:
            yield Progress(done, len(files), "files", backup.name)
    return names


def _export(source: Path, target: Path, old: Key | None, new: Key | None) -> None:
    """Write a database anew under another key."""
    target.unlink(missing_ok=True)
    with raw_connection(source, old) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        ours = int(connection.execute("PRAGMA application_id").fetchone()[0])
        passphrase = f"x'{new.database}'" if new else ""
        connection.execute("ATTACH DATABASE ? AS target KEY ?", (str(target), passphrase))
        connection.execute("SELECT sqlcipher_export('target')")
        connection.execute(f"PRAGMA target.user_version={version}")  # the export leaves these two behind
        connection.execute(f"PRAGMA target.application_id={ours}")
        connection.execute("DETACH DATABASE target")


@contextmanager
def _part_of(backup: Backup) -> Iterator[Path]:
    """Yield an empty folder beside a backup that may take its place, and that is gone afterwards if it did not."""
    part = backup.path.with_name(f"{backup.name}{PART}")
    part.mkdir()
    try:
        yield part
    finally:
        with suppress(OSError):
            shutil.rmtree(part, ignore_errors=True)


def _finish(backup: Backup, part: Path, names: dict[str, str], key: Key | None) -> Backup:
    """Prove the new database and write everything around it. Raises Damaged where it is worse than the old one."""
    work = check_database(part / DATABASE_NAME, key)
    while True:
        try:
            next(work)
        except StopIteration as end:
            checked, faults = end.value
            break
    verdict = Verdict(checked, tuple(faults))
    if backup.ok and not verdict.ok:
        raise Damaged("the rewritten backup {path} could not be read back: it is left as it was", path=backup.path)
    form.settle(part / DATABASE_NAME)
    make_seal(part / DATABASE_NAME)
    form.settle(part / SEAL_NAME)
    form.write_list(part, names)
    found = file_contents(part / DATABASE_NAME, key)
    made = replace(
        backup,
        path=part,
        entries=found.entries,
        head=found.head,
        state=found.state,
        size=(part / DATABASE_NAME).stat().st_size + sum(file.size for file in found.files),
        files=len(found.files),
        encrypted=key is not None,
        faults=backup.faults if verdict.ok else told(verdict),
        parts=form.part_sums(part),
    )
    form.write(made)
    return replace(made, path=backup.path)


def _files(part: Path, key: Key | None) -> tuple[StoredFile, ...]:
    return file_contents(part / DATABASE_NAME, key).files


def _listed(backup: Backup) -> dict[str, str]:
    try:
        return form.listed(backup.path)
    except (OSError, ValueError) as error:
        raise Damaged(
            "{path} cannot be read: the backup is left as it was", path=backup.path / form.LIST_NAME
        ) from error


def _drop(root: Path, names: Collection[str]) -> None:
    needed: set[str] = set()
    for backup in form.in_root(root):
        with suppress(OSError, ValueError):
            needed |= form.listed(backup.path).keys()
    for name in set(names) - needed:
        form.stored(root, name).unlink(missing_ok=True)


def _is_plain(backup: Backup) -> bool:
    try:
        with backup.database.open("rb") as file:
            return file.read(len(PLAIN_HEADER)) == PLAIN_HEADER
    except OSError:
        return False


def _has_key(backup: Backup, key: Key | None) -> bool:
    if key is None or _is_plain(backup):
        return key is None and _is_plain(backup)
    try:
        file_contents(backup.database, key)
    except CasebookError:
        return False
    return True

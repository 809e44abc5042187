"""How one backup comes to be: a copy of the database, the attachments that are not there yet, and the proof."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from casebook.journal.backup import backup_form as form
from casebook.journal.backup.backup_check import Contents, check_database, file_contents, told
from casebook.journal.backup.backup_form import PART, Backup
from casebook.journal.progress import Progress
from casebook.journal.records import Fault, StoredFile, Verdict
from casebook.journal.secrecy.keys import KEYS_NAME, Key, is_encrypted
from casebook.journal.store.database import disk_errors, raw_connection
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.files import FOLDER_NAME as FILES
from casebook.journal.store.files import FileStore, sync_folder
from casebook.journal.store.seal import SEAL_NAME, make_seal
from casebook.journal.times import Clock

_EVERY = 20
_TRIES = 3


def copy(
    database: Path, root: Path, clock: Clock, why: str, key: Key | None, *, complete: bool = True
) -> Generator[Progress, None, Backup]:
    """Copy a casebook into a new backup in `root`, which the caller has claimed; prove it and return it.

    Without `complete` the attachments stay where they are and are only listed. Raises DiskTrouble, Damaged.
    """
    final = form.new_folder(root, clock(), why)
    part = final.with_name(final.name + PART)
    files = _Files(database.parent, root, key)
    try:
        with disk_errors(root):
            part.mkdir()
            faults: list[Fault] = []
            for _ in range(_TRIES):
                yield Progress(0, 0, "files", DATABASE_NAME)
                found = _copy_database(database, part, key)
                faults = yield from files.bring(found.files) if complete else files.look(found.files)
                # A file that went while it was copied belonged to a record that was erased meanwhile: look again.
                if not (faults and _moved_on(database, found, key)):
                    break
            checked, wrong = yield from check_database(part / DATABASE_NAME, key)
            verdict = Verdict(checked + len(found.files), tuple(wrong + faults))
            yield Progress(len(found.files), len(found.files), "files", final.name)
            backup = _describe(part, found, files, verdict, why, clock)
            form.write(replace(backup, complete=complete))
            form.put_in_place(part, final)
            files.keep()
    finally:
        with suppress(OSError):
            shutil.rmtree(part, ignore_errors=True)
        files.take_back()
    return replace(backup, path=final, complete=complete)


def renew_keys(folder: Path, root: Path, key: Key | None) -> None:
    """Give the backups in `root` the present key file: who changed the passphrase opens them with the new one.

    Raises OSError.
    """
    if key is None or not is_encrypted(folder):
        return
    now = (folder / KEYS_NAME).read_bytes()
    for backup in form.in_root(root):
        if not (backup.encrypted and backup.parts) or (backup.path / KEYS_NAME).read_bytes() == now:
            continue
        if not _opens(backup, key):
            continue  # from before the keys were made anew: its own file still opens it
        target = backup.path / KEYS_NAME
        form.copy_durably(folder / KEYS_NAME, target, target.with_name(f"{KEYS_NAME}.tmp"))
        form.write(replace(backup, parts=form.part_sums(backup.path)))


@dataclass(slots=True)
class _Known:
    size: int
    sum: str


class _Files:
    """The attachments shared by all backups in a folder, and what one backup adds to them."""

    def __init__(self, folder: Path, root: Path, key: Key | None) -> None:
        self._folder, self._root = folder, root
        self._live, self._kept = FileStore(folder, key), FileStore(root, key)
        self._made: list[Path] = []
        self.listed: dict[str, str] = {}

    def bring(self, wanted: Iterable[StoredFile]) -> Generator[Progress, None, list[Fault]]:
        """Copy what is not there yet, and prove each copy; the others are known by their size."""
        self.listed, known, suspect = {}, self._known(), self._suspect()
        todo = list(wanted)
        faults: list[Fault] = []
        for done, file in enumerate(todo, 1):
            name = self._live.name(file.sha256)
            source, target = form.stored(self._folder, name), form.stored(self._root, name)
            there = known.get(name)
            if there and name not in suspect and _same_size(source, there.size) and there.sum:
                self.listed[name] = there.sum
            elif what := self._copy(file, source, target):
                faults.append(Fault(what, f"{FILES}/{name[:2]}/{name}"))
                self.listed.setdefault(name, there.sum if there and there.sum else "0" * 64)
            if done % _EVERY == 0:
                yield Progress(done, len(todo), "files", file.sha256[:12])
        for folder in {path.parent for path in self._made}:
            sync_folder(folder)
        if (self._root / FILES).is_dir():
            sync_folder(self._root / FILES)
        return faults

    def look(self, wanted: Iterable[StoredFile]) -> Generator[Progress, None, list[Fault]]:
        """List the files where they lie, without copying them."""
        self.listed, faults = {}, []
        for done, file in enumerate(wanted, 1):
            name = self._live.name(file.sha256)
            try:
                self.listed[name] = form.digest(form.stored(self._folder, name))
            except OSError:
                faults.append(Fault("missing", f"{FILES}/{name[:2]}/{name}"))
            if done % _EVERY == 0:
                yield Progress(done, 0, "files", file.sha256[:12])
        return faults

    def keep(self) -> None:
        """The backup counts: what was copied for it stays."""
        self._made.clear()

    def take_back(self) -> None:
        """Delete what was copied for a backup that does not count, so that a full disk is not left full."""
        for path in self._made:
            with suppress(OSError):
                path.unlink()
        self._made.clear()

    def _copy(self, file: StoredFile, source: Path, target: Path) -> str:
        """Copy one file and read it back from the disk; return what is wrong with it."""
        if target.exists() and not self._kept.intact(file):
            self.listed[target.name] = form.digest(target)
            return ""
        if not source.exists():
            return "missing"
        target.parent.mkdir(parents=True, exist_ok=True)
        sum_ = form.copy_durably(source, target, self._root / FILES / f"{target.name}.tmp")
        self._made.append(target)
        self.listed[target.name] = sum_
        if not (what := self._kept.intact(file)):
            return ""
        target.unlink()
        return self._live.intact(file) or f"the copy is not what was copied: {what}"

    def _known(self) -> dict[str, _Known]:
        """Return size and SHA-256 of what is there, by name; the SHA-256 as an earlier backup has it."""
        sums: dict[str, str] = {}
        for backup in form.in_root(self._root):
            with suppress(OSError, ValueError):
                sums |= form.listed(backup.path)
        known: dict[str, _Known] = {}
        for path in form.kept_files(self._root):
            known[path.name] = _Known(path.stat().st_size, sums.get(path.name, ""))
        return known

    def _suspect(self) -> set[str]:
        """Return the files that some check found wrong: their size proves nothing."""
        lines = (line for backup in form.in_root(self._root) for line in backup.faults)
        return {line.partition(":")[0].rpartition("/")[2] for line in lines}


def _copy_database(database: Path, part: Path, key: Key | None) -> Contents:
    target = part / DATABASE_NAME
    target.unlink(missing_ok=True)
    with raw_connection(database, key, read_only=True) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    form.settle(target)
    if key is not None:
        form.copy_durably(database.parent / KEYS_NAME, part / KEYS_NAME, part / f"{KEYS_NAME}.tmp")
    return file_contents(target, key)


def _describe(part: Path, found: Contents, files: _Files, verdict: Verdict, why: str, clock: Clock) -> Backup:
    """Write seal and list, and return the backup as it will tell of itself."""
    make_seal(part / DATABASE_NAME)
    form.settle(part / SEAL_NAME)
    form.write_list(part, files.listed)
    size = (part / DATABASE_NAME).stat().st_size + sum(file.size for file in found.files)
    now = clock()
    return Backup(
        part, now, why, found.entries, found.head, size, len(found.files), now, verdict.ok, found.casebook_id,
        (part / KEYS_NAME).exists(), found.schema, True, told(verdict), found.state, form.part_sums(part),
    )  # fmt: skip


def _moved_on(database: Path, found: Contents, key: Key | None) -> bool:
    return file_contents(database, key).state != found.state


def _opens(backup: Backup, key: Key) -> bool:
    from casebook.journal.errors import CasebookError

    try:
        file_contents(backup.database, key)
    except CasebookError:
        return False
    return True


def _same_size(source: Path, size: int) -> bool:
    """Return whether the original is as long as the copy; one that is gone does not speak against the copy."""
    try:
        return source.stat().st_size == size
    except OSError:
        return True

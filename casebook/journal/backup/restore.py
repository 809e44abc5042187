"""A backup becomes a casebook again: beside what is there, proven, and put in its place in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casebook.journal.backup import backup_form as form
from casebook.journal.backup.backup_check import check_own, file_contents, sources
from casebook.journal.backup.backup_form import Backup
from casebook.journal.core import Core
from casebook.journal.errors import CasebookError, Damaged, NotACasebook, NotFound
from casebook.journal.preferences import PreferencesRoom
from casebook.journal.progress import Progress
from casebook.journal.records import Fault
from casebook.journal.secrecy.keys import KEYS_NAME, Key
from casebook.journal.store import occupancy, places
from casebook.journal.store.database import disk_errors, holds_casebook, one, pending_log, raw_connection
from casebook.journal.store.database_name import DATABASE_NAME, PLAIN_HEADER
from casebook.journal.store.files import FOLDER_NAME as FILES
from casebook.journal.store.files import FileStore, sync_folder
from casebook.journal.store.seal import SEAL_NAME, make_seal
from casebook.journal.times import Clock, to_text, utc_now

_BESIDE = ".restoring"
_ASIDE = ".damaged"
_OURS = (".", "casebook.", f"{FILES}{_ASIDE}")
_EVERY = 20


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did. `aside` is where the database that was there is kept; None where there was none."""

    folder: Path
    backup: Backup
    aside: Path | None
    faults: tuple[Fault, ...] = ()
    """What the backup did not have whole, where it was restored all the same."""
    own_backups: bool = False
    """Whether its backups go into the new folder itself now, and no longer where those of the other casebook go."""


def restore(
    path: Path,
    folder: Path,
    clock: Clock = utc_now,
    *,
    replace: bool = False,
    key: Key | None = None,
    anyway: bool = False,
) -> Generator[Progress, None, Restored]:
    """Make the casebook that a backup holds, in `folder`; `key` is the backup's.

    It is never written over: with `replace` the database that is there is kept as `casebook.db.damaged`, and with it
    the attachments that the backup does not name. A backup that is not whole is refused, unless `anyway`. Until the
    last step the casebook in `folder` is the earlier one. Raises NotFound, NotACasebook, Busy, Damaged, DiskTrouble.
    """
    backup = form.read(path)
    if backup is None:
        raise NotFound("there is no backup in {path}: see 'casebook backup --list'", path=path)
    _refuse(folder, replace=replace)
    places.refuse_network(folder)
    with disk_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with occupancy.alone(folder):
            _refuse(folder, replace=replace)
            work = _Restoring(backup, folder, clock, key)
            try:
                _checked, faults = yield from check_own(backup, key)
                faults += yield from work.bring_files()
                if faults and not anyway:
                    raise Damaged(
                        "the backup {path} is not whole ({where}: {what}): choose another one",
                        path=path,
                        where=faults[0].where,
                        what=faults[0].what,
                    )
                work.build_database()
                yield Progress(0, 0, "files", DATABASE_NAME)
                aside = work.put_in_place()
            finally:
                work.clear()
    return Restored(folder, backup, aside, tuple(faults), work.own_backups)


def sweep_stopped(folder: Path) -> None:
    """Delete what a restore into `folder` left that was killed; the caller has a hold, so none is under way."""
    shutil.rmtree(folder / _BESIDE, ignore_errors=True)


def kept_aside(folder: Path) -> list[Path]:
    """Return the databases, key files and attachments that restores have kept beside the casebook's own."""
    return sorted(p for p in folder.iterdir() if _ASIDE in p.name) if folder.is_dir() else []


def plain_aside(folder: Path) -> list[Path]:
    """Return what of it anybody can read: a plain database, and the attachments that were kept with it."""
    kept = kept_aside(folder)
    plain = {p.name.removeprefix(DATABASE_NAME) for p in kept if p.name.startswith(DATABASE_NAME) and _is_plain(p)}

    def suffix(path: Path) -> str:
        return path.name[path.name.index(_ASIDE) :].removesuffix("-wal").removesuffix("-journal")

    return [p for p in kept if suffix(p) in plain and not p.name.startswith(KEYS_NAME)]


class _Restoring:
    """The steps. While the mark of unfinished work lies in the file store, the next start sweeps what a kill left."""

    def __init__(self, backup: Backup, folder: Path, clock: Clock, key: Key | None) -> None:
        self._backup, self._folder, self._clock = backup, folder, clock
        self._key = key if backup.encrypted else None
        self._path = folder / DATABASE_NAME
        self._beside = folder / _BESIDE
        self._was_there = holds_casebook(folder)
        self._elsewhere = not self._was_there and not (folder / form.FOLDER_NAME).exists()
        self.own_backups = False
        self._suffix = self._free_suffix()
        self._copied: list[Path] = []
        self._named: set[str] = set()
        self._done = False
        shutil.rmtree(self._beside, ignore_errors=True)
        self._marker = FileStore(folder).mark()

    def bring_files(self) -> Generator[Progress, None, list[Fault]]:
        """Copy the attachments that are not there, or not as they were; return those that nobody has whole."""
        try:
            names = form.listed(self._backup.path)
        except (OSError, ValueError):
            self._named = {path.name for path in form.kept_files(self._folder)}  # none of them may go
            return [Fault("the list of attachments cannot be read", form.LIST_NAME)]
        self._named = set(names)
        faults: list[Fault] = []
        for done, (name, sum_) in enumerate(sorted(names.items()), 1):
            if what := self._bring(name, sum_):
                faults.append(Fault(what, f"{FILES}/{name[:2]}/{name}"))
            if done % _EVERY == 0:
                yield Progress(done, len(names), "files", name[:12])
        for folder in {path.parent for path in self._copied}:
            sync_folder(folder)
        sync_folder(self._folder / FILES)
        return faults

    def build_database(self) -> None:
        """Make the new database beside the old one, with a ledger entry that says where it comes from."""
        self._beside.mkdir()
        new = self._beside / DATABASE_NAME
        shutil.copyfile(self._backup.database, new)
        if self._was_there:
            shutil.copymode(self._path, new)
        core = Core(new, self._clock, self._key)
        try:
            with core.write():
                core.ledger.append(self._clock(), "casebook.restored", "casebook:1", None, self._told())
                if self._elsewhere and (chosen := PreferencesRoom(core)).get().backup_folder:
                    chosen.set(backup_folder="")  # its backups must not pass for those of the casebook it came from
                    self.own_backups = True
            one(core.database, "PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            core.database.close()
        make_seal(new)
        form.settle(new)
        form.settle(self._beside / SEAL_NAME)

    def put_in_place(self) -> Path | None:
        """Keep aside what is there and put the new database in its place: one rename decides."""
        aside = self._keep_database() if self._was_there else None
        self._keep_files()
        (self._folder / SEAL_NAME).unlink(missing_ok=True)
        if self._backup.encrypted:
            self._place_keys()
        sync_folder(self._folder)
        os.replace(self._beside / DATABASE_NAME, self._path)
        sync_folder(self._folder)
        self._done = True
        for end in ("-wal", "-shm", "-journal"):
            self._path.with_name(DATABASE_NAME + end).unlink(missing_ok=True)
        os.replace(self._beside / SEAL_NAME, self._folder / SEAL_NAME)
        keys = self._folder / KEYS_NAME
        if not self._backup.encrypted and keys.exists():
            os.replace(keys, self._aside(keys))  # it opens the database that was there
        return aside

    def clear(self) -> None:
        """Take away what is not needed any more, whatever came of it."""
        shutil.rmtree(self._beside, ignore_errors=True)
        if self._done:
            for path in self._extra_files():
                path.unlink(missing_ok=True)
        else:
            for path in self._copied:
                path.unlink(missing_ok=True)
        self._marker.unlink(missing_ok=True)
        if not self._done and not self._was_there:
            with suppress(OSError):  # a folder made for nothing
                for sub in (self._folder / FILES).iterdir():
                    sub.rmdir()
                (self._folder / FILES).rmdir()
                self._folder.rmdir()

    def _bring(self, name: str, sum_: str) -> str:
        target, what = form.stored(self._folder, name), "missing"
        with suppress(OSError):
            if form.digest(target) == sum_:
                return ""
        for source in sources(self._backup, name):
            if source == target or not source.exists():
                continue
            new = not target.exists()
            if form.digest(source) != sum_:
                what = "bytes changed"
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            if form.copy_durably(source, target, self._folder / FILES / f"{name}.tmp") == sum_:
                self._copied += [target] if new else []
                return ""
        return what

    def _told(self) -> dict[str, Any]:
        """Return what the ledger is told: which backup, and where the ledger stood that it takes the place of."""
        previous = None
        if self._was_there:
            with suppress(CasebookError, ValueError, TypeError):
                found = file_contents(self._path, self._key)
                previous = {"number": found.entries, "hash": found.head}
        made_at = to_text(self._backup.made_at)
        return {"backup": self._backup.name, "made_at": made_at, "head": self._backup.head, "previous": previous}

    def _keep_database(self) -> Path:
        """Give the old database a second name. It keeps the first until the new one takes it."""
        self._settle_old()
        aside = self._aside(self._path)
        for end in ("-wal", "-journal"):
            log = self._path.with_name(DATABASE_NAME + end)
            if log.exists() and log.stat().st_size:
                # Beside the new database it would be taken for its own. This one is damaged and cannot be settled.
                _second_name(log, aside.with_name(aside.name + end))
        _second_name(self._path, aside)
        for end in ("-wal", "-journal", "-shm"):
            self._path.with_name(DATABASE_NAME + end).unlink(missing_ok=True)
        return aside

    def _settle_old(self) -> None:
        """Bring the log into the old database where that is sound, so that it is whole under either name."""
        if not pending_log(self._path):
            return
        with suppress(CasebookError):
            # Read-only, because the last writing connection to close brings the log in, whatever was found.
            with raw_connection(self._path, self._key, read_only=True) as connection:
                sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            if sound:
                with raw_connection(self._path, self._key) as connection:
                    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _keep_files(self) -> None:
        """Keep the attachments that only the old database names, with it."""
        kept = self._folder / f"{FILES}{self._suffix}"
        for path in self._extra_files():
            target = kept / path.parent.name / path.name
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists():
                _second_name(path, target)

    def _extra_files(self) -> list[Path]:
        return [path for path in form.kept_files(self._folder) if path.name not in self._named]

    def _place_keys(self) -> None:
        """Put the backup's key file in, unless the one there opens the same casebook, perhaps in newer ways."""
        from casebook.journal.secrecy.key_slots import KeyFile

        keys = self._folder / KEYS_NAME
        with suppress(CasebookError):
            if self._key is not None and KeyFile.read(keys).key_id == self._key.key_id:
                return
        if keys.exists():
            _second_name(keys, self._aside(keys))
        form.copy_durably(self._backup.path / KEYS_NAME, keys, keys.with_name(f"{KEYS_NAME}.tmp"))

    def _aside(self, path: Path) -> Path:
        return path.with_name(path.name + self._suffix)

    def _free_suffix(self) -> str:
        """Return `.damaged`, with a time where an earlier one is there."""
        taken = {p.name for p in kept_aside(self._folder)}
        stamp = self._clock().strftime("%Y%m%d-%H%M%S")
        for suffix in (_ASIDE, f"{_ASIDE}-{stamp}", *(f"{_ASIDE}-{stamp}.{n}" for n in range(2, 1000))):
            if not taken & {f"{name}{suffix}" for name in (DATABASE_NAME, KEYS_NAME, FILES)}:
                return suffix
        raise AssertionError("a thousand in one second")


def _is_plain(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(PLAIN_HEADER)) == PLAIN_HEADER


def _second_name(path: Path, other: Path) -> None:
    """Let a file be there under another name too; where the disk knows no links, as a copy. Raises OSError."""
    try:
        os.link(path, other)
    except OSError:
        shutil.copy2(path, other)
        form.settle(other)


def _refuse(folder: Path, *, replace: bool) -> None:
    """Refuse a folder in which something would be written over."""
    if holds_casebook(folder):
        if not replace:
            raise NotACasebook(
                "there is a casebook in {folder}: restore to another folder with --to, or have it replaced "
                "with --replace, which keeps it beside",
                folder=folder,
            )
        return
    if folder.exists() and not (folder.is_dir() and all(_is_ours(entry) for entry in folder.iterdir())):
        raise NotACasebook("{folder} is not empty: choose a new folder to restore to", folder=folder)


def _is_ours(entry: Path) -> bool:
    """Return whether something is what is left of a casebook that lost its database."""
    if entry.name == FILES:
        return all(len(sub.name) == 2 or sub.name.startswith(".") or sub.suffix == ".tmp" for sub in entry.iterdir())
    return entry.name.startswith(_OURS) or entry.name == form.FOLDER_NAME

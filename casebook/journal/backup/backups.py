"""Backups that are proven: made, opened and checked before they count, thinned, and found when they are needed."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from casebook.journal.backup import backup_copy
from casebook.journal.backup import backup_form as form
from casebook.journal.backup.backup_check import check, contents, file_contents
from casebook.journal.backup.backup_form import (
    FOLDER_NAME,
    Backup,
    find,
    forget_place,
    read,
    sweep_stopped_files,
    unreachable,
)  # fmt: skip
from casebook.journal.backup.backup_rewrite import rekey, rekey_root, rewrite
from casebook.journal.backup.backup_rules import superfluous
from casebook.journal.backup.restore import Restored, kept_aside, restore
from casebook.journal.core import Core
from casebook.journal.errors import BadInput, CasebookError, DiskTrouble
from casebook.journal.preferences import PreferencesRoom
from casebook.journal.progress import Progress
from casebook.journal.records import Verdict
from casebook.journal.secrecy.keys import Key
from casebook.journal.store.database import disk_errors, rows
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.seal import check_seal
from casebook.journal.times import Clock

__all__ = [
    "FOLDER_NAME", "Backup", "Backups", "Restored", "check", "find", "kept_aside", "make_before", "newest_good", "read",
    "rekey", "restore", "rewrite", "sweep_stopped_files", "unreachable",
]  # fmt: skip

_DAY = timedelta(days=1)
_Paths = list[Path]


class Backups:
    """The backups of an open casebook."""

    def __init__(self, core: Core, preferences: PreferencesRoom, sign: Callable[[], object] = lambda: None) -> None:
        self._core = core
        self._sign = sign
        self._folder = core.path.parent
        self._preferences = preferences

    def list(self) -> list[Backup]:
        """Return all backups that can be reached, newest first."""
        return find(self._folder)

    def root(self, to: Path | None = None) -> Path:
        """Return the folder that the next backup goes to: in `to`, in the chosen folder, or in the casebook.

        Raises DiskTrouble when the chosen folder is not there, BadInput when it is no place for a backup.
        """
        chosen = self._preferences.get().backup_folder
        if to is None and not chosen:
            return self._folder / FOLDER_NAME
        place = (to or Path(chosen)).expanduser().absolute()
        if place.resolve() == self._folder.resolve() or self._folder.resolve() in place.resolve().parents:
            raise BadInput(
                "{folder} is inside the casebook: choose a folder on another drive for backups", folder=place
            )
        if not place.is_dir():
            raise DiskTrouble(
                "the backup folder {folder} is not there: connect its drive, or choose another folder", folder=place
            )
        return place / f"casebook-{self._id()[:8]}"

    def choose(self, folder: Path | None) -> None:
        """Let backups go to a folder from now on; None: into the casebook itself. Raises DiskTrouble, BadInput."""
        root = self._folder / FOLDER_NAME if folder is None else self.root(folder)
        if not root.is_dir():
            forget_place(self._folder, root)  # what was there before is gone, and that is known
        self._preferences.set(backup_folder="" if folder is None else str(root.parent))

    def due(self, now: datetime) -> bool:
        """Return whether a daily backup is due: the newest one is a day old, and something changed since."""
        if not self._preferences.get().backup_daily:
            return False
        with suppress(DiskTrouble, BadInput):
            newest = next(iter(form.in_root(self.root())), None)
            if newest is None:
                return True
            return abs(now - newest.made_at) >= _DAY and not (newest.ok and newest.state == self._state())
        return True

    def make(self, why: str = "", to: Path | None = None) -> Generator[Progress, None, Backup]:
        """Make a backup, prove it, thin out the older ones, and return it; the last one when nothing changed since.

        `why` becomes part of its name. A backup of a casebook that has faults itself is kept, but is not `ok`.
        Raises DiskTrouble, Damaged, Busy, BadInput; then no backup was made and nothing else was changed.
        """
        if why and not why.replace("-", "").isalnum():
            raise BadInput("'{why}' cannot be part of a backup's name: take letters, digits and hyphens", why=why)
        root = self.root(to)
        with disk_errors(root):
            self._refuse_lost(root)
            root.mkdir(parents=True, exist_ok=True)
            with form.claimed(root):
                backup_copy.renew_keys(self._folder, root, self._core.key)
                if self._core.key is not None and any(not b.encrypted for b in form.in_root(root)):
                    # On a drive that was not connected when the casebook was encrypted.
                    yield from rekey_root(self._folder, root, None, self._core.key)
                newest = next(iter(form.in_root(root)), None)
                if newest and newest.ok and newest.state == self._state() and not check_seal(newest.database)[0]:
                    return newest
                with suppress(OSError):  # where the casebook cannot be written, its backups are found by hand
                    form.remember_place(self._folder, root)
                with suppress(CasebookError):
                    self._sign()  # a backup carries a checkpoint of its own ledger; without one it is a backup still
                made = yield from backup_copy.copy(self._core.path, root, self._core.clock, why, self._core.key)
                with suppress(OSError):  # the backup is made, whatever becomes of the older ones
                    if newest and not newest.ok and newest.state == made.state:
                        form.delete(newest.path)  # of the same failure one is enough
                    self._thin(root)
        return made

    def check(self, backup: Backup) -> Generator[Progress, None, Verdict]:
        """Check a backup fully and write the result into it. Raises Locked when it has another key."""
        return (yield from check(backup, self._core.key, self._core.clock))

    def thin(self) -> _Paths:
        """Delete what the rules do not keep any more, in every folder that can be reached; return what went."""
        gone: _Paths = []
        for root in form.roots(self._folder):
            with disk_errors(root), form.claimed(root):
                gone += self._thin(root)
        return gone

    def _thin(self, root: Path) -> _Paths:
        mine = [b for b in form.in_root(root) if b.casebook_id in {self._id(), ""}]
        gone = superfluous(mine, self._preferences.get(), self._core.clock())
        for backup in gone:
            form.delete(backup.path)
        form.sweep_files(root)
        return [backup.path for backup in gone]

    def _refuse_lost(self, root: Path) -> None:
        # The empty place where a drive is usually mounted is there without the drive, too.
        if root in unreachable(self._folder):
            raise DiskTrouble(
                "the backups in {folder} are not there any more: connect their drive, or choose the folder again",
                folder=root,
            )

    def _id(self) -> str:
        return str(rows(self._core.database, "SELECT value FROM meta WHERE key = 'casebook_id'")[0][0])

    def _state(self) -> str:
        return contents(lambda sql: rows(self._core.database, sql)).state


def newest_good(folder: Path) -> Backup | None:
    """Return the newest backup of a casebook that was good when checked and whose database is still the same bytes."""
    for backup in find(folder):
        with suppress(OSError):
            if backup.ok and backup.parts and check_seal(backup.database) == ("", "") and _sealed(backup):
                return backup
    return None


def make_before(folder: Path, clock: Clock, why: str, key: Key | None = None) -> Path:
    """Back up the database of a casebook that is about to be changed as a whole; return the backup's path.

    Its attachments stay where they are: the work that follows does not touch them. Raises DiskTrouble, Damaged.
    """
    root = folder / FOLDER_NAME
    with disk_errors(root):
        root.mkdir(exist_ok=True)
        with form.claimed(root):
            now = file_contents(folder / DATABASE_NAME, key)
            for backup in form.in_root(root):
                same = (backup.why, backup.schema, backup.state) == (why, now.schema, now.state)
                if same and backup.ok and not check_seal(backup.database)[0]:
                    return backup.path  # an earlier try came so far; each further one would cost the room it lacked
            work = backup_copy.copy(folder / DATABASE_NAME, root, clock, why, key, complete=False)
            while True:
                try:
                    next(work)
                except StopIteration as end:
                    made: Backup = end.value
                    break
    return made.path


def _sealed(backup: Backup) -> bool:
    return all(form.digest(backup.path / name) == sum_ for name, sum_ in backup.parts)

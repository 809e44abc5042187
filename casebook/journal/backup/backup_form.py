"""The form of a backup on disk: what lies in its folder, what it says of itself, and where backups are found.

`<root>/<time>[-why]/` holds a whole copy of the database with its seal, the key file of an encrypted casebook, a list
of the attachments, and `backup.json`; the attachments themselves lie once for all backups in `<root>/files/`.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from casebook.journal.errors import Busy, CasebookError
from casebook.journal.proof.ledger import canonical
from casebook.journal.secrecy.keys import KEYS_NAME
from casebook.journal.store import occupancy
from casebook.journal.store.database import disk_errors
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.files import FOLDER_NAME as FILES
from casebook.journal.store.files import sync_folder
from casebook.journal.store.seal import SEAL_NAME
from casebook.journal.times import from_text, to_text

FOLDER_NAME = "backups"
"""Where a casebook's backups lie unless the user chose another folder."""
ABOUT_NAME = "backup.json"
LIST_NAME = "files.sha256"
PART = ".part"
"""How a folder's name ends while its backup is not proven yet."""
_OLD = ".old-"
"""How a folder's name begins while a new one takes its place, or while it is deleted."""
_PLACES_NAME = "places.json"
_STAMP = "%Y%m%d-%H%M%S"
_FORM = 1
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup, as it tells of itself."""

    path: Path
    made_at: datetime
    why: str
    entries: int
    """How many ledger entries it holds."""
    head: str
    """The hash of the last of them."""
    size: int
    """Bytes of the database and of all attachments it names."""
    files: int
    checked_at: datetime | None
    ok: bool
    """Whether nothing was wrong with it when it was last checked."""
    casebook_id: str = ""
    encrypted: bool = False
    schema: int = 0
    complete: bool = True
    """Whether it has its own copies of the attachments; one made before an upgrade leaves them where they are."""
    faults: tuple[str, ...] = ()
    state: str = ""
    """A hash of everything a next backup would hold; while it is the same, there is nothing new to keep."""
    parts: tuple[tuple[str, str], ...] = ()
    """SHA-256 of each file in its folder that nothing else vouches for."""
    shared: str = ""
    """The last entry it has in common with the casebook's ledger, where a purge has since written on in it."""

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.path.name

    @property
    def root(self) -> Path:
        """The folder that it shares its attachments in with other backups."""
        return self.path.parent

    @property
    def database(self) -> Path:
        """Its copy of the database."""
        return self.path / DATABASE_NAME


def roots(folder: Path) -> list[Path]:
    """Return the folders that hold backups of a casebook and can be reached now, its own first."""
    return [root for root in (folder / FOLDER_NAME, *_places(folder)) if root.is_dir()]


def unreachable(folder: Path) -> list[Path]:
    """Return the folders that backups were put into, and that are not there now: a drive that was taken away."""
    return [root for root in _places(folder) if not root.is_dir()]


def remember_place(folder: Path, root: Path) -> None:
    """Note beside the casebook that backups are in another folder: they are looked for when it cannot be opened."""
    known = _places(folder)
    if root == folder / FOLDER_NAME or root in known:
        return
    (folder / FOLDER_NAME).mkdir(exist_ok=True)
    _put_text(folder / FOLDER_NAME / _PLACES_NAME, json.dumps({"places": [str(p) for p in (*known, root)]}, indent=1))


def forget_place(folder: Path, root: Path) -> None:
    """Take a folder out of that note."""
    if root in (known := _places(folder)):
        left = [str(p) for p in known if p != root]
        _put_text(folder / FOLDER_NAME / _PLACES_NAME, json.dumps({"places": left}, indent=1))


def find(folder: Path) -> list[Backup]:
    """Return all backups of a casebook that can be reached, newest first; the casebook need not be readable."""
    found = [backup for root in roots(folder) for backup in in_root(root)]
    return sorted(found, key=lambda b: (b.made_at, b.name), reverse=True)


def in_root(root: Path) -> list[Backup]:
    """Return the backups in one folder, newest first."""
    with suppress(OSError):
        return _in_root(root)
    return []


def _in_root(root: Path) -> list[Backup]:
    names = [e.name for e in os.scandir(root) if e.is_dir() and e.name != FILES and not e.name.startswith(".")]
    found = [read(root / name) for name in names if not name.endswith(PART)]
    return sorted((b for b in found if b), key=lambda b: (b.made_at, b.name), reverse=True)


def read(path: Path) -> Backup | None:
    """Return what a backup says of itself, or None where there is none. Where its words were changed it is not ok."""
    if not (path / DATABASE_NAME).is_file():
        return None
    try:
        told = json.loads((path / ABOUT_NAME).read_bytes())
        summed = {name: value for name, value in told.items() if name != "sum"}
        backup = Backup(
            path,
            from_text(told["made_at"]),
            str(told["why"]),
            int(told["entries"]),
            str(told["head"]),
            int(told["size"]),
            int(told["files"]),
            from_text(told["checked_at"]) if told["checked_at"] else None,
            bool(told["ok"]),
            str(told["casebook"]),
            bool(told["encrypted"]),
            int(told["schema"]),
            bool(told["complete"]),
            tuple(map(str, told["faults"])),
            str(told["state"]),
            tuple(sorted((str(name), str(value)) for name, value in told["parts"].items())),
            str(told.get("shared", "")),
        )
        if told["sum"] == _sum(summed):
            return backup
        return replace(backup, ok=False, faults=(f"{ABOUT_NAME}: bytes changed",))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        size = (path / DATABASE_NAME).stat().st_size
        return Backup(path, _stamped(path), "", 0, "", size, 0, None, False, faults=(f"{ABOUT_NAME}: cannot be read",))


def write(backup: Backup) -> None:
    """Write what a backup says of itself into its folder. Raises OSError."""
    told: dict[str, Any] = {
        "form": _FORM,
        "casebook": backup.casebook_id,
        "made_at": to_text(backup.made_at),
        "why": backup.why,
        "schema": backup.schema,
        "encrypted": backup.encrypted,
        "complete": backup.complete,
        "entries": backup.entries,
        "head": backup.head,
        "shared": backup.shared,
        "size": backup.size,
        "files": backup.files,
        "state": backup.state,
        "parts": dict(backup.parts),
        "checked_at": to_text(backup.checked_at) if backup.checked_at else None,
        "ok": backup.ok,
        "faults": list(backup.faults),
    }
    _put_text(backup.path / ABOUT_NAME, json.dumps({**told, "sum": _sum(told)}, indent=1, ensure_ascii=False) + "\n")


def listed(path: Path) -> dict[str, str]:
    """Return the attachments of a backup: each name in the store with the SHA-256 of its bytes as they lie.

    Raises OSError, ValueError when the list is gone or is none.
    """
    lines = (path / LIST_NAME).read_text("ascii").splitlines()
    return {line[66:].rpartition("/")[2]: line[:64] for line in lines}


def write_list(path: Path, names: Mapping[str, str]) -> None:
    """Write that list, so that `sha256sum -c` in the backup's folder can check it too. Raises OSError."""
    lines = [f"{names[name]}  ../{FILES}/{name[:2]}/{name}\n" for name in sorted(names)]
    _put_text(path / LIST_NAME, "".join(lines))


def part_sums(path: Path) -> tuple[tuple[str, str], ...]:
    """Return the SHA-256 of the files in a backup's folder that nothing else vouches for."""
    return tuple((name, digest(path / name)) for name in (KEYS_NAME, SEAL_NAME, LIST_NAME) if (path / name).is_file())


def new_folder(root: Path, now: datetime, why: str) -> Path:
    """Return the path of a backup to be made now; it and the one it grows in are free."""
    base = now.astimezone(UTC).strftime(_STAMP) + (f"-{why}" if why else "")
    names = [base, *(f"{base}.{number}" for number in range(2, 1000))]
    return next(root / n for n in names if not (root / n).exists() and not (root / f"{n}{PART}").exists())


@contextmanager
def claimed(root: Path, patience: float = 1.0) -> Iterator[None]:
    """Keep other programs from changing the backups in a folder meanwhile. Raises Busy."""
    try:
        with occupancy.alone(root, patience):
            sweep(root)
            yield
    except Busy as error:
        if error.values.get("folder") != root:
            raise
        raise Busy(
            "another program is working on the backups in {folder}: wait until it is done", folder=root
        ) from None


def put_in_place(part: Path, final: Path) -> None:
    """Give a finished folder its name, in the place of an older one where there is one. Durable when it returns."""
    sync_folder(part)
    if final.exists():
        old = final.with_name(_OLD + final.name)
        final.rename(old)
        part.rename(final)
        sync_folder(final.parent)
        shutil.rmtree(old)
    else:
        part.rename(final)
    sync_folder(final.parent)


def delete(backup: Path) -> None:
    """Delete a backup's folder; half of one is never taken for a backup."""
    gone = backup.with_name(f"{backup.name}{PART}")
    backup.rename(gone)
    shutil.rmtree(gone)


def sweep_stopped(folder: Path) -> None:
    """Delete what stopped work left among the backups of a casebook; what somebody is working on now is left to him."""
    for root in roots(folder):
        with suppress(OSError, CasebookError):
            if any(e.name.startswith(_OLD) or e.name.endswith(PART) for e in os.scandir(root)):
                with claimed(root, patience=0):
                    pass


def sweep(root: Path) -> None:
    """Delete what stopped work left in a folder of backups, and finish what was all but done. Raises OSError."""
    for left in list(root.iterdir()):
        if left.name.startswith(_OLD):
            final = root / left.name.removeprefix(_OLD)
            if final.exists():
                shutil.rmtree(left)
            else:
                left.rename(final)
    for left in list(root.glob(f"*{PART}")):
        shutil.rmtree(left)
    for left in (root / FILES).glob("*.tmp"):
        left.unlink()


def sweep_stopped_files(folder: Path) -> list[tuple[Path, CasebookError]]:
    """Delete the attachments that no backup of a casebook names any more; return the folders where it failed.

    What rewrites a backup does so by itself; only one that was stopped between the two leaves them.
    """
    failed: list[tuple[Path, CasebookError]] = []
    for root in roots(folder):
        try:
            with disk_errors(root), claimed(root):
                sweep_files(root)
        except CasebookError as error:
            failed.append((root, error))
    return failed


def sweep_files(root: Path) -> int:
    """Delete the attachments that no backup in the folder names any more; return how many. Raises OSError."""
    wanted: set[str] = set()
    for backup in _in_root(root):  # where they cannot be listed, nothing is unwanted
        try:
            wanted |= listed(backup.path).keys()
        except (OSError, ValueError):
            return 0  # what it needs is not known, so nothing may go
    deleted = 0
    for path in kept_files(root):
        if path.name not in wanted:
            path.unlink()
            deleted += 1
    return deleted


def kept_files(root: Path) -> Iterator[Path]:
    """Yield the attachments kept in a folder of backups."""
    if (root / FILES).is_dir():
        for sub in sorted((root / FILES).iterdir()):
            if sub.is_dir():
                yield from sorted(sub.iterdir())


def stored(folder: Path, name: str) -> Path:
    """Return where an attachment of that name lies, in a casebook or in a folder of backups."""
    return folder / FILES / name[:2] / name


def digest(path: Path) -> str:
    """Return the SHA-256 of a file. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copy_durably(source: Path, target: Path, temporary: Path) -> str:
    """Copy a file under a name that it gets when all of it is on the disk; return its SHA-256. Raises OSError.

    The next read of the copy comes from the disk.
    """
    sum_ = hashlib.sha256()
    try:
        with source.open("rb") as old, temporary.open("wb") as new:
            while chunk := old.read(_CHUNK):
                sum_.update(chunk)
                new.write(chunk)
            new.flush()
            _settle(new.fileno())
        os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
    return sum_.hexdigest()


def settle(path: Path) -> None:
    """Make a written file durable, and let the next read of it come from the disk, not from memory. Raises OSError."""
    handle = os.open(path, os.O_RDWR)
    try:
        _settle(handle)
    finally:
        os.close(handle)


def _settle(handle: int) -> None:
    os.fsync(handle)
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)


def _places(folder: Path) -> list[Path]:
    try:
        return [Path(str(p)) for p in json.loads((folder / FOLDER_NAME / _PLACES_NAME).read_bytes())["places"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _stamped(path: Path) -> datetime:
    try:
        return datetime.strptime(path.name[:15], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _sum(told: Mapping[str, Any]) -> str:
    return hashlib.sha256(canonical(told).encode()).hexdigest()


def _put_text(path: Path, text: str) -> None:
    temporary = path.with_name(f"{path.name}.tmp")
    try:
        with temporary.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)

"""Where a casebook may lie: not on a network drive, and for reading only where writing would harm or cannot be."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from casebook.journal.errors import BadInput, BadPlace, ReadOnly
from casebook.journal.store.database import pending_log, readable_log, writable
from casebook.journal.store.database_name import DATABASE_NAME

_NETWORK = re.compile(
    r"(fuse\.)?(nfs\d?|cifs|smb\d?|smbfs|smbnetfs|sshfs|9p|davfs2?|webdav|afpfs|afs|ncpfs?|ncp|coda|ceph|cephfs|"
    r"glusterfs|lustre|beegfs|rclone|s3fs|s3ql|gcsfuse|gvfsd-fuse|curlftpfs|vboxsf|vmhgfs|prl_fs|hgfs|vmhgfs-fuse)"
)
"""File systems whose locks and shared memory SQLite cannot rely on."""
_STEM = re.escape(DATABASE_NAME.partition(".")[0])
_CONFLICT = re.compile(
    rf"""{_STEM}(?:
        \s*\(.+\)                      # Dropbox, Nextcloud, Seafile: (conflicted copy …); Drive: (1)
      | \.sync-conflict-.+             # Syncthing
      | [_.-]conflict.*                # ownCloud, Resilio, Unison
      | -[A-Za-z0-9][A-Za-z0-9-]*      # OneDrive: -HOSTNAME
      | \s[0-9]+                       # iCloud: " 2"
    )\.db(?:-wal)?
    | {re.escape(DATABASE_NAME)}(?:-wal)?(?:\s*\(.+\)|\.sync-conflict-.+|[_.-]conflict.*)""",
    re.VERBOSE | re.IGNORECASE,
)

Mounts = Iterable[tuple[str, str, str]]


def refuse_network(folder: Path, mounts: Mounts | None = None) -> None:
    """Raise BadPlace when the folder lies on a network drive. `mounts`: (where, kind, options) of each drive."""
    place = Path(os.path.realpath(folder))
    kind = "UNC" if str(place).startswith("\\\\") else _kind(place, _mounts() if mounts is None else mounts)
    if kind:
        raise BadPlace(
            "{folder} is on a network drive ({kind}), where a database can be destroyed: move the casebook to a disk "
            "of this computer, and let its backups go to the network drive",
            folder=folder,
            kind=kind,
        )


def reading_only(folder: Path) -> ReadOnly | None:
    """Return why the casebook in `folder` may only be read, or None where it may be written."""
    path = folder / DATABASE_NAME
    if copies := conflict_copies(folder):
        return ReadOnly(
            "{copy} is a second copy of this casebook, made by a program that synchronises folders; {folder} is open "
            "for reading only: keep the right one, move the other away, and open it again",
            copy=copies[0].name,
            folder=folder,
        )
    if writable(path):
        return None
    if pending_log(path) and not readable_log(path):
        return ReadOnly(
            "{folder} cannot be written and is open for reading only, without the last changes, which are still in "
            "{log}: copy the whole folder to a disk that can be written, and open it there",
            folder=folder,
            log=path.name + "-wal",
        )
    return ReadOnly(
        "{folder} cannot be written and is open for reading only: check its permissions, or copy it to a disk that can "
        "be written",
        folder=folder,
    )


def refuse_inside(folder: Path, out: Path) -> None:
    """Raise BadInput for a file that would go out, but into the casebook's own folder: it would lie there for ever,
    and in plain beside an encrypted database.
    """
    inside, place = Path(os.path.realpath(folder)), Path(os.path.realpath(out))
    if inside == place or inside in place.parents:
        raise BadInput("{path} is inside the casebook, which keeps its own files only: choose another place", path=out)


def refuse_nowhere(out: Path) -> None:
    """Raise BadInput for a file or folder that would go out to a folder that is not there."""
    if not out.parent.is_dir():
        raise BadInput("there is no folder {folder}: make it first, or choose another place", folder=out.parent)


def conflict_copies(folder: Path) -> list[Path]:
    """Return the second copies of the database that a synchronising program left beside it."""
    return sorted(entry for entry in folder.iterdir() if _CONFLICT.fullmatch(entry.name))


def _kind(place: Path, mounts: Mounts) -> str:
    best, kind = -1, ""
    for where, name, options in mounts:
        point = Path(where)
        # Of two drives at one point the later one covers the earlier.
        if place.is_relative_to(point) and len(point.parts) >= best:
            network = bool(_NETWORK.fullmatch(name.lower())) or "remote" in options.split(",")
            best, kind = len(point.parts), (name or "?") if network else ""
    return kind


def _mounts() -> list[tuple[str, str, str]]:
    try:
        # Read here: psutil gives the same, but loading it would take longer than opening the casebook.
        text = Path("/proc/self/mounts").read_text("utf-8", "surrogateescape")
        return [(_unescaped(where), kind, options) for _, where, kind, options, *_ in map(str.split, text.splitlines())]
    except OSError:  # only Linux tells it in a file
        import psutil

        return [(drive.mountpoint, drive.fstype, drive.opts) for drive in psutil.disk_partitions(all=True)]


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)

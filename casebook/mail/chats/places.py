"""Where an exported chat lies with its files: a folder, or a ZIP archive. Nothing outside of it is ever read."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from casebook.journal.records import Attachment
from casebook.journal.terms import ExhibitSource
from casebook.mail.chats.lines import Media

_LARGEST_FILE = 512 << 20
_LARGEST_MEMBER = 128 << 20  # of an archive: it is unpacked in memory
_LARGEST_TEXT = 4 << 30
_MOST_MEMBERS = 100_000
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Opened:
    """An export that is open for reading: its main file, and what brings the files of its lines."""

    file: BinaryIO
    name: str
    fetch: Callable[[Media], Attachment | None]


@contextmanager
def opened(path: Path, member: str = "") -> Iterator[Opened]:
    """Open the main file of an export: `path` itself, or a member of it where it is an archive.

    Raises OSError, ValueError for an archive that cannot be read.
    """
    if not member:
        with path.open("rb") as file:
            yield Opened(file, path.name, lambda media: _beside(path.parent, media))
        return
    try:
        with zipfile.ZipFile(path) as archive, tempfile.TemporaryFile() as unpacked:
            if archive.getinfo(member).file_size > _LARGEST_TEXT:
                raise ValueError("the chat in this archive is larger than 4 GB")
            with archive.open(member) as packed:
                shutil.copyfileobj(packed, unpacked, _BLOCK)
            unpacked.seek(0)
            folder = PurePosixPath(member).parent
            yield Opened(unpacked, path.name, lambda media: _inside(archive, folder, media))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:  # RuntimeError: has a password
        raise ValueError(str(error)) from error


def members(path: Path) -> list[str]:
    """Return the names of an archive's members, the highest first; none where it cannot be read as one."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [each.filename for each in archive.infolist()[:_MOST_MEMBERS] if not each.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return []
    return sorted(names, key=lambda name: (name.count("/"), name))


def beginning(path: Path, member: str, size: int) -> bytes:
    """Return the first bytes of an archive's member, none where it cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(member) as packed:
            return packed.read(size)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError, KeyError):
        return b""


def digest(path: Path) -> str:
    """Return the SHA-256 of a whole file, hex. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _beside(folder: Path, media: Media) -> Attachment | None:
    """Return a file of an export's folder; None for one that is not there, or not in it."""
    parts = PurePosixPath(media.path.replace("\\", "/")).parts
    if not parts or ".." in parts or media.path.startswith(("/", "\\")) or ":" in parts[0] or "\0" in media.path:
        return None
    path = folder.joinpath(*parts)
    try:
        inside = Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
        status = path.stat()
    except (OSError, ValueError):
        return None
    if not inside or not stat.S_ISREG(status.st_mode) or not 0 < status.st_size <= _LARGEST_FILE:
        return None
    return Attachment(media.name or path.name, path, media.media_type, ExhibitSource.CHAT)


def _inside(archive: zipfile.ZipFile, folder: PurePosixPath, media: Media) -> Attachment | None:
    name = str(folder / media.path.replace("\\", "/"))
    try:
        member = archive.getinfo(name)
        if not 0 < member.file_size <= _LARGEST_MEMBER:
            return None
        with archive.open(member) as packed:
            content = packed.read(_LARGEST_MEMBER + 1)  # what it says of its size may be a lie
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError, KeyError):
        return None
    if len(content) > _LARGEST_MEMBER:
        return None
    return Attachment(media.name or PurePosixPath(name).name, content, media.media_type, ExhibitSource.CHAT)

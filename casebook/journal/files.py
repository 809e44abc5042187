"""The attachments: a folder of files named by their content, written so that no crash leaves a row without its file."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Collection, Iterator
from pathlib import Path

from casebook.journal.errors import Damaged, NotFound
from casebook.journal.keys import Key
from casebook.journal.records import StoredFile

FOLDER_NAME = "files"
_CHUNK = 1 << 20
_MARKER = ".writing-"


class FileStore:
    """`files/ab/<sha256>`; a file is never changed once it is there."""

    def __init__(self, folder: Path, key: Key | None = None) -> None:
        self._folder = folder / FOLDER_NAME
        self._key = key

    def batch(self) -> FileBatch:
        """Return a batch that puts files for one database transaction."""
        return FileBatch(self._folder)

    def path(self, stored: StoredFile) -> Path:
        """Return where the bytes lie. The file is the original: read it, copy it, never write to it."""
        return self._folder / stored.sha256[:2] / stored.sha256

    def read(self, stored: StoredFile) -> bytes:
        """Return the original bytes. Raises Damaged when they are gone or are not what was put in."""
        path = self.path(stored)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            raise Damaged("{path} is missing: put it back from a copy of the casebook", path=path) from None
        if hashlib.sha256(content).hexdigest() != stored.sha256:
            raise Damaged("{path} is not what was put in: put it back from a copy of the casebook", path=path)
        return content

    def intact(self, stored: StoredFile) -> str:
        """Return an empty text when the file holds what was put in, else what is wrong with it."""
        try:
            with self.path(stored).open("rb") as file:
                return "" if hashlib.file_digest(file, "sha256").hexdigest() == stored.sha256 else "bytes changed"
        except FileNotFoundError:
            return "missing"
        except OSError as error:
            return error.strerror or "cannot be read"

    def left_behind(self) -> bool:
        """Return whether a writer was stopped in the middle of its work."""
        return self._folder.is_dir() and any(e.name.startswith(_MARKER) for e in os.scandir(self._folder))

    def names(self) -> Iterator[Path]:
        """Yield every file in the store, temporary ones and markers left out."""
        if not self._folder.is_dir():
            return
        for sub in sorted(self._folder.iterdir()):
            if sub.is_dir():
                yield from sorted(sub.iterdir())
            elif not sub.name.startswith(_MARKER) and sub.suffix != ".tmp":
                yield sub

    def sweep(self, wanted: Collection[str]) -> int:
        """Delete what a stopped writer left: temporary files, and files whose hash is not in `wanted`.

        Call it inside a write transaction only: that is what keeps it from another writer's unfinished work.
        Returns how many files it deleted.
        """
        deleted = 0
        for sub in [p for p in self._folder.iterdir() if p.is_dir()]:
            for path in list(sub.iterdir()):
                if path.name not in wanted:
                    path.unlink()
                    deleted += 1
        for left in [*self._folder.glob("*.tmp"), *self._folder.glob(f"{_MARKER}*")]:
            left.unlink()
        return deleted


class FileBatch:
    """Files put during one database transaction: made durable before it commits, taken back if it does not."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._marker: Path | None = None
        self._made: list[Path] = []
        self._dirs: set[Path] = set()

    def put(self, content: bytes | Path) -> StoredFile:
        """Store bytes, or a copy of a file, under their hash. Raises OSError, NotFound for no such file."""
        self._mark()
        temporary = self._folder / f"{secrets.token_hex(8)}.tmp"
        digest, size = hashlib.sha256(), 0
        try:
            with temporary.open("xb") as out:
                for chunk in _chunks(content):
                    digest.update(chunk)
                    size += len(chunk)
                    out.write(chunk)
                final = self._folder / digest.hexdigest()[:2] / digest.hexdigest()
                if final.exists():
                    return StoredFile(digest.hexdigest(), size)
                out.flush()
                os.fsync(out.fileno())
            if not final.parent.is_dir():
                final.parent.mkdir(exist_ok=True)
                self._dirs.add(self._folder)
            os.replace(temporary, final)
            self._made.append(final)
            self._dirs.add(final.parent)
            return StoredFile(digest.hexdigest(), size)
        finally:
            temporary.unlink(missing_ok=True)

    def settle(self) -> None:
        """Make the names of the new files durable. Call it before the commit."""
        for folder in self._dirs:
            sync_folder(folder)

    def finish(self, *, keep: bool) -> None:
        """Forget the batch after the commit, or delete what it made when there was none."""
        if not keep:
            for path in self._made:
                path.unlink(missing_ok=True)
        if self._marker:
            self._marker.unlink(missing_ok=True)

    def _mark(self) -> None:
        if self._marker is None:
            self._folder.mkdir(exist_ok=True)
            marker = self._folder / f"{_MARKER}{secrets.token_hex(6)}"
            marker.touch()
            self._marker = marker


def sync_folder(folder: Path) -> None:
    """Make renames in a folder durable, where the system can (Windows cannot open a folder)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _chunks(content: bytes | Path) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    try:
        file = content.open("rb")
    except (FileNotFoundError, IsADirectoryError):
        raise NotFound("there is no file {path} to attach: check the name", path=content) from None
    with file:
        while chunk := file.read(_CHUNK):
            yield chunk

"""The attachments: a folder of files named by their content, written so that no crash leaves a row without its file."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Collection, Generator, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from casebook.journal.errors import Damaged, DiskTrouble, NotFound
from casebook.journal.records import StoredFile
from casebook.journal.secrecy import cipher
from casebook.journal.secrecy.keys import Key
from casebook.journal.store.durable import sync_folder

__all__ = ["FOLDER_NAME", "FileBatch", "FileStore", "sync_folder"]

FOLDER_NAME = "files"
_CHUNK = cipher.CHUNK
_MARKER = ".writing-"
_MOST_OPEN = 100  # handles; systems allow a process 256 (macOS) and more


class FileStore:
    """`files/ab/<name>`; a file is never changed once it is there.

    The name is the SHA-256 of the bytes. With a key the bytes are encrypted, and the name is made from the hash by a
    key as well, so that it does not tell who holds a known file.
    """

    def __init__(self, folder: Path, key: Key | None = None) -> None:
        self._folder = folder / FOLDER_NAME
        self._key = key

    def batch(self) -> FileBatch:
        """Return a batch that puts files for one database transaction."""
        return FileBatch(self)

    def name(self, sha256: str) -> str:
        """Return what a file of this content is called in the store."""
        return cipher.keyed_name(self._key.names, sha256) if self._key else sha256

    def place(self, sha256: str) -> Path:
        """Return where a file of this content lies, or would lie."""
        name = self.name(sha256)
        return self._folder / name[:2] / name

    def path(self, stored: StoredFile) -> Path:
        """Return where the file lies: in a plain casebook the original, else its encrypted form. Never write to it."""
        return self.place(stored.sha256)

    def size_on_disk(self, stored: StoredFile) -> int:
        """Return how many bytes the file has where it lies."""
        return cipher.size_on_disk(stored.size) if self._key else stored.size

    def open(self, stored: StoredFile) -> Iterator[bytes]:
        """Yield the original bytes in chunks.

        Raises Damaged when they are gone or are not what was put in; that may be known at the end only. Raises
        NotFound when they were purged.
        """
        if not stored.sha256:
            raise NotFound("this file was purged: nothing is left of it")
        path, digest = self.path(stored), hashlib.sha256()
        try:
            with path.open("rb") as file:
                for chunk in cipher.decrypt(file, self._key.contents, path.name) if self._key else _pieces(file):
                    digest.update(chunk)
                    yield chunk
        except FileNotFoundError:
            raise Damaged("{path} is missing: put it back from a copy of the casebook", path=path) from None
        except cipher.NotAsWritten:
            raise _changed(path) from None
        if digest.hexdigest() != stored.sha256:
            raise _changed(path)

    def read(self, stored: StoredFile) -> bytes:
        """Return the original bytes. Raises Damaged when they are gone or are not what was put in."""
        return b"".join(self.open(stored))

    def copy_to(self, stored: StoredFile, target: Path) -> None:
        """Write the original bytes to a new file. Raises Damaged, FileExistsError, OSError; then no file is left."""
        with target.open("xb") as out:
            try:
                for chunk in self.open(stored):
                    out.write(chunk)
            except BaseException:
                out.close()
                target.unlink(missing_ok=True)
                raise

    def intact(self, stored: StoredFile) -> str:
        """Return an empty text when the file holds what was put in, else what is wrong with it."""
        try:
            for _chunk in self.open(stored):
                pass
        except Damaged:
            return "bytes changed" if self.path(stored).exists() else "missing"
        except OSError as error:
            return error.strerror or "cannot be read"
        return ""

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
        """Delete what a stopped writer left: temporary files, and files of no content whose SHA-256 is in `wanted`.

        Call it inside a write transaction only: that is what keeps it from another writer's unfinished work.
        Returns how many files it deleted.
        """
        deleted, kept = 0, {self.name(sha256) for sha256 in wanted}
        for sub in [p for p in self._folder.iterdir() if p.is_dir()]:
            for path in list(sub.iterdir()):
                if path.name not in kept:
                    path.unlink()
                    deleted += 1
            with suppress(OSError):  # a folder left empty would still tell how a name began
                sub.rmdir()
        for left in [*self._folder.glob("*.tmp"), *self._folder.glob(f"{_MARKER}*")]:
            left.unlink()
        return deleted

    def mark(self) -> Path:
        """Leave the mark of unfinished work and return it: while it is there, the next start sweeps all files."""
        self._folder.mkdir(exist_ok=True)
        marker = self._folder / f"{_MARKER}{secrets.token_hex(6)}"
        marker.touch()
        return marker

    def sealed(self, stored: StoredFile, content: bytes) -> Iterable[bytes]:
        """Return bytes as the store keeps them: as they are, or encrypted."""
        if self._key is None:
            return (content,)
        chunks = (content[start : start + _CHUNK] for start in range(0, len(content), _CHUNK))
        return cipher.encrypt(chunks, self._key.contents, self.name(stored.sha256))

    def write(self, content: Iterable[bytes], sha256: str, out: Path) -> int:
        """Write bytes whose SHA-256 is known to a new file as the store keeps them; return how many they are.

        Raises DiskTrouble when they turn out to be others.
        """
        digest, size = hashlib.sha256(), 0

        def counted() -> Iterator[bytes]:
            nonlocal size
            for chunk in content:
                digest.update(chunk)
                size += len(chunk)
                yield chunk

        with out.open("xb") as file:
            key = self._key
            for piece in cipher.encrypt(counted(), key.contents, self.name(sha256)) if key else counted():
                file.write(piece)
            if digest.hexdigest() != sha256:
                raise DiskTrouble("a file changed while it was being read: nothing was kept of it; try again")
            file.flush()
            os.fsync(file.fileno())
        return size

    @property
    def folder(self) -> Path:
        """Where the files lie."""
        return self._folder


class FileBatch:
    """Files put during one database transaction: made durable before it commits, taken back if it does not."""

    def __init__(self, store: FileStore) -> None:
        self._store = store
        self._marker: Path | None = None
        self._folder = str(store.folder)
        self._own = secrets.token_hex(8)
        self._made: list[str] = []
        self._dirs: set[str] = set()
        self._gathered: dict[str, tuple[str, int]] | None = None
        """While gathering: the files written and not in their places yet, each with its temporary name and handle."""

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Put many small files into their places at the end, all at once. None of them can be read between."""
        self._gathered = {}
        try:
            yield
        finally:  # after a failure, too: a caller that goes on all the same must have every file it put
            gathered, self._gathered = self._gathered, None
            self._place(gathered)

    def put(self, content: bytes | Path, sha256: str = "") -> StoredFile:
        """Store bytes, or a copy of a file, under their hash. Raises NotFound for no such file, DiskTrouble.

        Of bytes the hash may be given where it is known.
        """
        if isinstance(content, bytes):
            stored = StoredFile(sha256 or hashlib.sha256(content).hexdigest(), len(content))
            self._put_bytes(stored, content)
            return stored
        with closing(_chunks(content)) as chunks:
            stored = _hashed(chunks)
        with closing(_chunks(content)) as chunks:
            self.carry(stored, chunks)
        return stored

    def carry(self, stored: StoredFile, content: Iterable[bytes]) -> None:
        """Store bytes whose hash is known already. Raises DiskTrouble when they turn out to be others."""
        self._mark()
        final = self._store.path(stored)
        if final.exists():
            return
        temporary = Path(self._temporary())
        try:
            self._store.write(content, stored.sha256, temporary)
            self._rename(str(temporary), str(final), str(final.parent))
        finally:
            temporary.unlink(missing_ok=True)

    def _put_bytes(self, stored: StoredFile, content: bytes) -> None:
        """Store bytes that are in memory: written now, made durable together with the others of a gathering."""
        self._mark()
        # Names as plain texts: an import does this for every mail, and a path takes longer to make than a file.
        name = self._store.name(stored.sha256)
        final = f"{self._folder}{os.sep}{name[:2]}{os.sep}{name}"
        if final in (self._gathered or {}) or os.access(final, os.F_OK):
            return
        temporary = self._temporary()
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            for piece in self._store.sealed(stored, content):
                _write_all(handle, piece)
        except BaseException:
            os.close(handle)
            Path(temporary).unlink(missing_ok=True)
            raise
        gathered = {} if self._gathered is None else self._gathered
        gathered[final] = temporary, handle
        if self._gathered is None or len(gathered) >= _MOST_OPEN:
            self._place(gathered)

    def _place(self, gathered: dict[str, tuple[str, int]]) -> None:
        """Make files durable, then give each its name: what has its name is whole, whatever happens."""
        try:
            try:
                for _temporary, handle in gathered.values():
                    os.fsync(handle)
            finally:
                for _temporary, handle in gathered.values():
                    os.close(handle)
            for final, (temporary, _handle) in gathered.items():
                self._rename(temporary, final, final[: final.rindex(os.sep)])
        except BaseException:
            for temporary, _handle in gathered.values():
                Path(temporary).unlink(missing_ok=True)
            raise
        finally:
            gathered.clear()

    def _rename(self, temporary: str, final: str, folder: str) -> None:
        if folder not in self._dirs:
            if not os.access(folder, os.F_OK):
                Path(folder).mkdir(exist_ok=True)
                self._dirs.add(self._folder)
            self._dirs.add(folder)
        os.replace(temporary, final)
        self._made.append(final)

    def _temporary(self) -> str:
        return f"{self._folder}{os.sep}{self._own}{secrets.token_hex(4)}.tmp"

    def _mark(self) -> None:
        if self._marker is None:
            self._marker = self._store.mark()

    def settle(self) -> None:
        """Make the names of the new files durable. Call it before the commit."""
        for folder in self._dirs:
            sync_folder(Path(folder))

    def finish(self, *, keep: bool) -> None:
        """Forget the batch after the commit, or delete what it made when there was none."""
        if not keep:
            # By its name, too: Ctrl-C between the making of a file and the note of it leaves one nobody knows of.
            for path in [*map(Path, self._made), *self._store.folder.glob(f"{self._own}*.tmp")]:
                path.unlink(missing_ok=True)
        if self._marker:
            self._marker.unlink(missing_ok=True)


def _write_all(handle: int, content: bytes) -> None:
    """Write to a bare handle, which takes as much as it likes at a time."""
    view = memoryview(content)
    while view:
        view = view[os.write(handle, view) :]


def _hashed(chunks: Iterable[bytes]) -> StoredFile:
    digest, size = hashlib.sha256(), 0
    for chunk in chunks:
        digest.update(chunk)
        size += len(chunk)
    return StoredFile(digest.hexdigest(), size)


def _chunks(content: bytes | Path) -> Generator[bytes, None, None]:
    if isinstance(content, bytes):
        yield content
        return
    try:
        file = content.open("rb")
    except (FileNotFoundError, IsADirectoryError):
        raise NotFound("there is no file {path} to attach: check the name", path=content) from None
    with file:
        yield from _pieces(file)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk


def _changed(path: Path) -> Damaged:
    return Damaged("{path} is not what was put in: put it back from a copy of the casebook", path=path)

"""ZIP files of our own: written so that the same record gives the same bytes, read so that a hostile one does no harm.

Nothing in them is compressed (the files are compressed already, and compressors differ between machines), every time
is the same, and the last member lists the SHA-256 of all others as `sha256sum -c` reads it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from casebook import __version__
from casebook.journal.errors import BadInput, Damaged, NotFound, TooNew
from casebook.journal.store.database import REFUSALS, disk_errors
from casebook.journal.store.durable import sync_folder

FORMAT, MANIFEST, FILES = "format.json", "MANIFEST.sha256", "files/"
CASE, DUMP = "casebook-case", "casebook-dump"
_DATE = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20
_LONGEST_LINE = 1 << 28  # bytes; a mail of such a length has no words any more
_LARGEST_FORMAT, _LARGEST_MANIFEST = 1 << 20, 1 << 27
_MOST_GROWTH = 20  # times the file's own size; ours do not grow at all, packed again by other programs they do
_SAFE = re.compile(r"[a-z][a-z-]*(?:/[a-z_-]+)?\.(?:jsonl|json|txt)|files/[0-9a-f]{64}")
_LISTED = re.compile(r"([0-9a-f]{64})  (\S+)")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError, struct.error)


class ParcelWriter:
    """Writes one parcel: the members in the order in which they are put. Complete, or not there at all."""

    def __init__(self, path: Path, *, replace: bool = False) -> None:
        if path.exists() and not replace:
            raise BadInput("{path} is there already: choose another name, or replace it", path=path)
        self._path = path
        self._part = path.with_name(path.name + ".part")
        self._hashes: dict[str, str] = {}

    def __enter__(self) -> ParcelWriter:
        with disk_errors(self._part):
            # For the owner's eyes only: what is in it is not encrypted.
            handle = os.open(self._part, os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
            self._file = os.fdopen(handle, "w+b")
            self._zip = zipfile.ZipFile(self._file, "w", zipfile.ZIP_STORED)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            with disk_errors(self._part):
                if error is None:
                    lines = (f"{digest}  {name}\n" for name, digest in sorted(self._hashes.items()))
                    self.put(MANIFEST, (line.encode() for line in lines))
                    self._zip.close()
                    self._file.flush()
                    os.fsync(self._file.fileno())
                    self._file.close()
                    os.replace(self._part, self._path)
                    sync_folder(self._path.absolute().parent)
        finally:
            with suppress(OSError, ValueError):  # after a refusal; else the archive would try once more when collected
                self._zip.close()
            with suppress(OSError):
                self._file.close()
            self._part.unlink(missing_ok=True)

    def put(self, name: str, chunks: Iterable[bytes], size: int = 0) -> str:
        """Add a member and return its SHA-256; `size` is needed where it may pass 2 GB."""
        entry = zipfile.ZipInfo(name, _DATE)
        entry.create_system, entry.external_attr, entry.file_size = 3, 0o100600 << 16, size
        digest = hashlib.sha256()
        with disk_errors(self._part), self._zip.open(entry, "w", force_zip64=not size) as member:
            for chunk in chunks:
                digest.update(chunk)
                member.write(chunk)
        self._hashes[name] = digest.hexdigest()
        return digest.hexdigest()

    def put_json(self, name: str, value: Mapping[str, Any]) -> None:
        """Add a member that holds one JSON object, for people to read as well."""
        self.put(name, [json.dumps(value, sort_keys=True, indent=1, ensure_ascii=False).encode() + b"\n"])

    def put_lines(self, name: str, lines: Iterable[str]) -> None:
        """Add a member of lines, each a JSON text without a line break in it."""
        self.put(name, (f"{line}\n".encode() for line in lines))

    def put_file(self, sha256: str, size: int, chunks: Iterable[bytes]) -> None:
        """Add an original file. Raises Damaged when the bytes are not the ones that were recorded."""
        if self.put(FILES + sha256, chunks, size) != sha256:
            raise Damaged("{path} is not what was put in: put it back from a copy of the casebook", path=sha256)

    def put_once(self, content: bytes | None, known: dict[str, int]) -> bool:
        """Add bytes that stand in a row as a file, unless they are in it already; return whether they were added."""
        sha256 = hashlib.sha256(content or b"").hexdigest()
        if content is None or sha256 in known:
            return False
        known[sha256] = len(content)
        self.put_file(sha256, len(content), [content])
        return True


class ParcelReader:
    """Reads one parcel that may come from anywhere: nothing in it is believed before it was compared."""

    def __init__(self, path: Path, kind: str) -> None:
        self.path = path
        with self._words():
            if not path.is_file():
                raise NotFound("there is no file {path}: check the name", path=path)
            self._zip = zipfile.ZipFile(path)
        try:
            self._entries = self._checked_entries()
            self._hashes = self._manifest()
            self.format = self._format(kind)
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> ParcelReader:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()

    @property
    def files(self) -> dict[str, int]:
        """The original files in it: size by SHA-256."""
        return {n.removeprefix(FILES): e.file_size for n, e in self._entries.items() if n.startswith(FILES)}

    @property
    def texts(self) -> list[str]:
        """The names of its other members, without the two that describe it."""
        return [n for n in self._entries if not n.startswith(FILES) and n not in {FORMAT, MANIFEST}]

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a member's bytes. Raises Damaged, at the end, when they are not the ones that the manifest lists."""
        digest = hashlib.sha256()
        with self._words(), self._zip.open(self._entries[name]) as member:
            while chunk := member.read(_CHUNK):
                digest.update(chunk)
                yield chunk
        if name != MANIFEST and digest.hexdigest() != self._hashes[name]:
            raise self.damaged(name)

    def file(self, sha256: str) -> Iterator[bytes]:
        """Yield an original file's bytes. Raises Damaged, at the end, when they are not what its name says."""
        if self._hashes[FILES + sha256] != sha256:
            raise self.damaged(FILES + sha256)
        return self.chunks(FILES + sha256)

    def lines(self, name: str) -> Iterator[str]:
        """Yield a member's lines without their ends. Raises Damaged."""
        left, length = list[bytes](), 0
        for chunk in self.chunks(name):
            first, *more = chunk.split(b"\n")
            left.append(first)
            length += len(first)
            if length > _LONGEST_LINE:
                raise self.damaged(name)
            if more:
                yield self._text(b"".join(left), name)
                yield from (self._text(line, name) for line in more[:-1])
                left, length = [more[-1]], len(more[-1])
        if length:
            raise self.damaged(name)

    def objects(self, name: str) -> Iterator[dict[str, Any]]:
        """Yield the JSON object of each line. Raises Damaged."""
        for line in self.lines(name):
            yield self._object(line, name)

    def read(self, name: str) -> bytes:
        """Return a small member whole. Raises Damaged."""
        return b"".join(self.chunks(name))

    def listed(self, name: str) -> str:
        """Return the SHA-256 that the manifest has for a member."""
        return self._hashes[name]

    def size(self, name: str) -> int:
        """Return how many bytes a member has."""
        return self._entries[name].file_size

    @contextmanager
    def refusing(self, name: str) -> Iterator[None]:
        """Let what a table does not take be the fault of the member it stands in."""
        try:
            yield
        except (*REFUSALS, ValueError, OverflowError):
            raise self.damaged(name) from None

    def damaged(self, where: str) -> Damaged:
        """Return the refusal of this parcel, which names the place in it that is not as it was written."""
        return Damaged(
            "{path} is not as it was written (at {where}): fetch it again from where it was made; nothing was changed",
            path=self.path,
            where=where,
        )

    def _checked_entries(self) -> dict[str, zipfile.ZipInfo]:
        entries: dict[str, zipfile.ZipInfo] = {}
        for entry in self._zip.infolist():
            if entry.filename in entries or not (entry.filename == MANIFEST or _SAFE.fullmatch(entry.filename)):
                raise self.damaged(ascii(entry.filename))
            entries[entry.filename] = entry
        if FORMAT not in entries or MANIFEST not in entries:
            raise BadInput("{path} is not an archive of Casebook: choose the file that was exported", path=self.path)
        grown, own = sum(entry.file_size for entry in entries.values()), self.path.stat().st_size
        if grown > _MOST_GROWTH * own:
            raise Damaged(
                "{path} claims to hold far more than its own size: it is damaged, or made to do harm", path=self.path
            )
        return entries

    def _manifest(self) -> dict[str, str]:
        if self._entries[MANIFEST].file_size > _LARGEST_MANIFEST:
            raise self.damaged(MANIFEST)
        found = [_LISTED.fullmatch(line) for line in self.lines(MANIFEST)]
        listed = {entry[2]: entry[1] for entry in found if entry}
        for name in sorted(listed.keys() ^ (self._entries.keys() - {MANIFEST})):
            raise self.damaged(ascii(name))
        return listed

    def _format(self, kind: str) -> dict[str, Any]:
        if self._entries[FORMAT].file_size > _LARGEST_FORMAT:
            raise self.damaged(FORMAT)
        told = self._object(self._text(self.read(FORMAT), FORMAT), FORMAT)
        if told.get("format") != kind:
            if told.get("format") == CASE:
                raise BadInput("{path} holds one case: use 'casebook case import-data' for it", path=self.path)
            if told.get("format") == DUMP:
                raise BadInput("{path} holds a whole casebook: use 'casebook load' for it", path=self.path)
            raise BadInput("{path} is not an archive of Casebook: choose the file that was exported", path=self.path)
        if told.get("version") != 1:
            raise too_new(self.path, told)
        return told

    def _object(self, line: str, name: str) -> dict[str, Any]:
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            raise self.damaged(name) from None
        if not isinstance(value, dict):
            raise self.damaged(name)
        return value

    def _text(self, line: bytes, name: str) -> str:
        try:
            return line.decode()
        except UnicodeDecodeError:
            raise self.damaged(name) from None

    @contextmanager
    def _words(self) -> Iterator[None]:
        try:
            with disk_errors(self.path):
                yield
        except _BROKEN as error:
            if isinstance(error, zipfile.BadZipFile) and not zipfile.is_zipfile(self.path):
                raise BadInput(
                    "{path} is no ZIP file, or only a part of one: choose the file that was exported",
                    path=self.path,
                ) from error
            raise self.damaged("ZIP") from error


def too_new(path: Path, told: Mapping[str, Any]) -> TooNew:
    """Return the refusal of what a newer program wrote."""
    return TooNew(
        "{path} was written by Casebook {writer}, which is newer than this one ({own}): "
        "update Casebook and open it again; nothing was changed",
        path=path,
        writer=str(told.get("written_by", "?"))[:40],
        own=__version__,
    )


def json_row(columns: Iterable[str], row: Iterable[Any]) -> str:
    """Return a row as the one JSON text that it has: sorted names, no spaces; bytes by the name of their file."""
    values = {
        name: {"file": hashlib.sha256(value).hexdigest()} if isinstance(value, bytes) else value
        for name, value in zip(columns, row, strict=True)
    }
    return json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

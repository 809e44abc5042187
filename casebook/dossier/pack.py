"""Make the pack: the originals and the manifest, and one ZIP of it all if that is wanted."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Generator, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from casebook.dossier.names import MANIFEST, ORIGINALS
from casebook.journal import Journal
from casebook.journal.progress import Progress
from casebook.journal.records import StoredFile

_CHUNK = 1 << 20
_OWN_LINE = "# SHA-256 of the lines below: "
_FIRST = re.compile(rb"# SHA-256 of the lines below: ([0-9a-f]{64})\n")
_ENTRY = re.compile(r"([0-9a-f]{64})  (.+)")


def copy_originals(journal: Journal, files: Mapping[str, StoredFile], pack: Path) -> Generator[Progress, None, None]:
    """Copy what goes out into the pack, by its path, comparing each hash on the way.

    Raises Damaged when one is missing or is not what was recorded: a dossier never goes out with a wrong original.
    """
    (pack / ORIGINALS).mkdir()
    for done, (path, stored) in enumerate(files.items()):
        yield Progress(done, len(files), "files", path)
        journal.exhibits.copy_to(stored, pack / path)


def write_manifest(pack: Path) -> None:
    """Write MANIFEST.sha256 over every other file: a line on itself, then `hash  path` as sha256sum reads it."""
    lines = "".join(f"{hash_of(pack / path)}  {path}\n" for path in files_of(pack) if path != MANIFEST)
    own = hashlib.sha256(lines.encode()).hexdigest()
    (pack / MANIFEST).write_bytes(f"{_OWN_LINE}{own}\n{lines}".encode())


def read_manifest(content: bytes) -> dict[str, str] | None:
    """Return path -> hash of a manifest's lines; None when it is not what was written."""
    first = _FIRST.match(content)
    if not first or hashlib.sha256(content[first.end() :]).hexdigest() != first[1].decode():
        return None
    found = [_ENTRY.fullmatch(line) for line in content[first.end() :].decode("utf-8", "replace").splitlines()]
    return {entry[2]: entry[1] for entry in found if entry}


def files_of(folder: Path) -> list[str]:
    """Return the paths of all files below a folder with forward slashes, sorted; links count as files."""
    found = (p for p in folder.rglob("*") if p.is_symlink() or not p.is_dir())
    return sorted(path.relative_to(folder).as_posix() for path in found)


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file, 64 lower-case hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def zip_pack(pack: Path, target: Path, stamp: datetime) -> Iterator[Progress]:
    """Write the pack into a ZIP that is the same for the same files.

    Nothing is compressed (the files are compressed already, and compressors differ between machines); all times are
    that of the record.
    """
    when = stamp.astimezone(UTC)
    paths = sorted(files_of(pack), key=lambda path: (path.startswith(ORIGINALS), path))
    with zipfile.ZipFile(target, "x", zipfile.ZIP_STORED) as archive:
        for done, path in enumerate(paths):
            yield Progress(done, len(paths), "files", path)
            entry = zipfile.ZipInfo(
                path, (max(when.year, 1980), when.month, when.day, when.hour, when.minute, when.second)
            )
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            entry.file_size = (pack / path).stat().st_size
            with (pack / path).open("rb") as source, archive.open(entry, "w") as copy:
                while chunk := source.read(_CHUNK):
                    copy.write(chunk)


def add_to_zip(archive: Path, target: Path, path: str, content: bytes) -> None:
    """Write a copy of a pack's ZIP to `target` with one more file in it, in the place of an earlier one of its name."""
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(target, "x", zipfile.ZIP_STORED) as grown:
        entries = [entry for entry in source.infolist() if entry.filename != path]
        for entry in entries:
            with source.open(entry) as file, grown.open(_same(entry), "w") as copy:
                while chunk := file.read(_CHUNK):
                    copy.write(chunk)
        added = zipfile.ZipInfo(path, entries[0].date_time)
        added.create_system, added.external_attr = 3, 0o100644 << 16
        grown.writestr(added, content)


def _same(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return an entry for a copy: the same name, time and rights, its place not yet known."""
    made = zipfile.ZipInfo(entry.filename, entry.date_time)
    made.create_system, made.external_attr, made.file_size = entry.create_system, entry.external_attr, entry.file_size
    return made

"""Check a pack, folder or ZIP: every changed, added or missing file is named, and its signature and stamp are read."""

from __future__ import annotations

import hashlib
import re
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from casebook.dossier import together
from casebook.dossier.names import CHECKPOINT, MANIFEST, PDF, STAMP, VERIFY, is_safe
from casebook.dossier.pack import files_of, read_manifest
from casebook.dossier.proof.check import Found, check_pdf, check_stamp
from casebook.dossier.proof.token import LONGEST
from casebook.journal.errors import BadInput, DiskTrouble, NotFound
from casebook.journal.progress import Progress
from casebook.journal.proof.checkpoints import read_note
from casebook.journal.records import Fault, Verdict

_CHUNK = 1 << 20
_LARGEST = 2 << 30
_LONGEST_MANIFEST = 32 << 20
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)
"""What comes up while a ZIP file is read that is not as it says; RuntimeError stands for what needs a password."""
_LINK = "is a link or a device, not a file"
_HASH = re.compile(r"^\S.*: ?([0-9a-f]{64})$", re.MULTILINE)


def check(out: Path) -> Generator[Progress, None, Verdict]:
    """Compare every file of a pack with its manifest, look at its signature and its time stamp, return the verdict.

    In a folder with the parts of a dossier every part is checked, and that none is missing. A changed manifest is
    named alone: the other files cannot be judged by it. Raises NotFound, BadInput when it is no
    dossier at all, DiskTrouble when it cannot be read.
    """
    try:
        if out.is_dir():
            if expected := together.inside(out):
                return (yield from together.check_all(expected, check, heads))
            return (yield from _judge(out, _Folder(out)))
        if not out.exists():
            raise NotFound("there is no {path}: give the folder or the ZIP file of a dossier", path=out)
        with zipfile.ZipFile(out) as archive:
            return (yield from _judge(out, _Zip(archive)))
    except zipfile.BadZipFile:
        if out.suffix.lower() != ".zip":
            raise BadInput("{path} is not a dossier: give its folder or its ZIP file", path=out) from None
        return Verdict(1, (Fault("the ZIP file is damaged and cannot be read", out.name),))
    except OSError as error:
        reason = error.strerror or str(error)
        raise DiskTrouble(
            "{path} cannot be read ({reason}): check the disk and its permissions", path=out, reason=reason
        ) from error


def heads(out: Path) -> list[str]:
    """Return the ledger hashes that a pack names, in VERIFY.txt and in its checkpoint. Raises BadInput, DiskTrouble."""
    try:
        if out.is_dir():
            return _heads(_Folder(out))
        with zipfile.ZipFile(out) as archive:
            return _heads(_Zip(archive))
    except _DAMAGED:
        raise BadInput("{path} is not a dossier: give its folder or its ZIP file", path=out) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise DiskTrouble(
            "{path} cannot be read ({reason}): check the disk and its permissions", path=out, reason=reason
        ) from error


def _heads(pack: _Folder | _Zip) -> list[str]:
    found = list[str]()
    if VERIFY in pack.paths and not pack.odd(VERIFY):
        with pack.open(VERIFY) as file:
            # The last one that ends a line of words: before it may stand the user's own title, behind it the key.
            found += _HASH.findall(file.read(_CHUNK).decode("utf-8", "replace"))[-1:]
    if CHECKPOINT in pack.paths and not pack.odd(CHECKPOINT):
        with pack.open(CHECKPOINT) as file, suppress(ValueError):
            found.append(read_note(file.read(_CHUNK).decode("utf-8", "replace")).hash)
    return list(dict.fromkeys(found))


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.paths = files_of(folder)

    def open(self, path: str) -> IO[bytes]:
        return (self._folder / path).open("rb")

    def odd(self, path: str) -> str:
        """What is wrong with an entry before it is read: links lead out of the pack."""
        file = self._folder / path
        return "" if file.is_file() and not file.is_symlink() else _LINK

    @contextmanager
    def plain(self, path: str) -> Iterator[Path | None]:
        """Give the path of a file for another program to read."""
        yield self._folder / path


class _Zip:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        names = [name for name in archive.namelist() if not name.endswith("/")]
        # Packed again by hand, everything may lie in one folder.
        top = min((n for n in names if n.rpartition("/")[2] == MANIFEST), key=len, default="").removesuffix(MANIFEST)
        self._top = top if all(name.startswith(top) for name in names) else ""
        self.paths = sorted(name.removeprefix(self._top) for name in names)

    def open(self, path: str) -> IO[bytes]:
        return self._archive.open(self._top + path)

    def odd(self, path: str) -> str:
        """What is wrong with an entry before it is read, or what unpacking it would do."""
        if self.paths.count(path) > 1:
            return "is in the ZIP file twice"
        entry = self._archive.getinfo(self._top + path)
        if stat.S_IFMT(entry.external_attr >> 16) not in {0, stat.S_IFREG}:
            return _LINK
        known = entry.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} and not entry.flag_bits & 1
        return "" if known else "is packed or encrypted in a way that cannot be read"

    @contextmanager
    def plain(self, path: str) -> Iterator[Path | None]:
        """Give the path of a copy, None of a file that is too large for one."""
        if self._archive.getinfo(self._top + path).file_size > _LARGEST:
            yield None
            return
        with tempfile.TemporaryDirectory(prefix="casebook-verify-") as folder:
            copy = Path(folder) / "copy"
            with self.open(path) as source, copy.open("xb") as target:
                shutil.copyfileobj(source, target, _CHUNK)
            yield copy


def _judge(out: Path, pack: _Folder | _Zip) -> Generator[Progress, None, Verdict]:
    if not {MANIFEST, PDF, VERIFY} & set(pack.paths):
        raise BadInput("{path} is not a dossier: it holds no {manifest}", path=out, manifest=MANIFEST)
    if MANIFEST not in pack.paths:
        return Verdict(len(pack.paths), (Fault("is missing; the other files cannot be judged without it", MANIFEST),))
    if what := pack.odd(MANIFEST):
        return Verdict(1, (Fault(f"{what}; the other files cannot be judged by it", MANIFEST),))
    listed = _manifest(pack)
    if listed is None:
        what = "does not match its own first line; the other files cannot be judged by it"
        return Verdict(1, (Fault(what, MANIFEST),))
    present = set(pack.paths) - {MANIFEST}
    added = sorted(present - set(listed) - {STAMP})
    faults = [Fault("is not in the manifest: it was added later", path) for path in added]
    # Where capitals do not count, as on Windows, one of two such files would take the other's place.
    count = Counter(path.casefold() for path in listed)
    faults += [Fault("has the name of another file but for capitals", p) for p in listed if count[p.casefold()] > 1]
    for done, path in enumerate(sorted(listed)):
        yield Progress(done, len(listed), "files", path)
        if what := _fault(pack, path, listed, present):
            faults.append(Fault(what, path))
    more, notes = yield from _inner(pack, listed, {fault.where for fault in faults})
    return Verdict(len(listed) + 1 + (STAMP in present), (*faults, *more), tuple(notes))


def _inner(pack: _Folder | _Zip, listed: Mapping[str, str], wrong: set[str]) -> Generator[Progress, None, Found]:
    """Look at what the pack says of itself; a file that is named already is not named twice."""
    faults, notes = list[Fault](), list[str]()
    if PDF in listed and PDF not in wrong:
        # Of a file that was changed or is gone, the PDF's copy is no judge: its place is known, its hash is not.
        originals = {path: "" if path in wrong else digest for path, digest in listed.items()}
        with pack.plain(PDF) as pdf:
            if pdf is None:
                notes.append("the PDF is too large to look for signatures and attached files in it")
            else:
                faults, notes = yield from check_pdf(pdf, originals)
    if STAMP in pack.paths:
        yield Progress(0, 0, "files", STAMP)
        found = _stamp(pack)
        faults, notes = [*faults, *found[0]], [*notes, *found[1]]
    return faults, notes


def _stamp(pack: _Folder | _Zip) -> Found:
    if what := pack.odd(STAMP):
        return [Fault(what, STAMP)], []
    try:
        with pack.open(STAMP) as token, pack.open(MANIFEST) as manifest:
            return check_stamp(token.read(LONGEST + 1), manifest.read(_LONGEST_MANIFEST))
    except _DAMAGED:
        return [Fault("was changed", STAMP)], []


def _manifest(pack: _Folder | _Zip) -> Mapping[str, str] | None:
    try:
        with pack.open(MANIFEST) as file:
            return read_manifest(file.read(_LONGEST_MANIFEST))
    except _DAMAGED:
        return None


def _fault(pack: _Folder | _Zip, path: str, listed: Mapping[str, str], present: set[str]) -> str:
    """Return what is wrong with one listed file, empty if nothing is."""
    if not is_safe(path):
        return "is a path that leads out of the dossier"
    if path not in present:
        return "is missing"
    if what := pack.odd(path):
        return what
    digest = hashlib.sha256()
    try:
        with pack.open(path) as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except _DAMAGED:
        return "was changed"
    return "" if digest.hexdigest() == listed[path] else "was changed"

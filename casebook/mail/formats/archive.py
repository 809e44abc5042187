"""Mails in archives (ZIP, tar, gzip, bzip2, xz, and these within one another), read as they unpack: nothing is written
to a disk under a name of theirs, and mailboxes are not written at all.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

from casebook.mail.formats import beside, labels, mbox_stream, reasons, single, unpacking
from casebook.mail.formats.found import LARGEST_MESSAGE, Failure, Found
from casebook.mail.formats.single import Form
from casebook.mail.formats.unpacking import Bomb, Budget, Stream
from casebook.mail.formats.xz import XzFile

FORMS = frozenset({Form.ZIP, Form.TAR, Form.GZIP, Form.BZIP2, Form.XZ})
_DEEPEST = 4
_LARGEST_NESTED = 4 * 1024 * 1024 * 1024
_IN_MEMORY = 16 * 1024 * 1024
_DAMAGE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    EOFError,
    OSError,
    zlib.error,
    lzma.LZMAError,
    ValueError,
    struct.error,
    RuntimeError,  # a ZIP of a version yet to come
)
_PACKED_ENDINGS = (".gz", ".bz2", ".xz", ".tgz", ".tbz2", ".txz")
_NO_MAILS_NAMED = 5
_DOCUMENT = "[Content_Types].xml"  # Word and Excel files are ZIP archives too


def read(kind: Form, file: BinaryIO, name: str, size: int, before: int) -> Iterator[Found | Failure]:
    """Yield every message in an archive, and a Failure for what could not be read. Never raises for what is in it."""
    walk = _Walk(file, name, size, before)
    try:
        yield from walk.archive(kind, file, size, name, 1)
    except Bomb:
        yield Failure(name, reasons.BOMB)
        return
    except _DAMAGE as error:
        yield walk.fail(name, reasons.DAMAGED_ARCHIVE.replace("{reason}", _why(error)))
    yield from walk.rest()


class _Walk:
    """One archive and all that lies in it."""

    def __init__(self, file: BinaryIO, name: str, size: int, before: int) -> None:
        self._file = file
        self._name = name
        self._size = size
        self._before = before
        self._reached = 0
        self._budget = Budget(size)
        self._files = 0
        self._mails = 0
        self._others = list[str]()
        self._failed = 0

    def archive(self, kind: Form, file: BinaryIO, size: int, name: str, depth: int) -> Iterator[Found | Failure]:
        """Yield what is in an archive that can be sought in (ZIP) or is read from front to back (all others)."""
        if kind is Form.ZIP:
            yield from self._zip(file, size, name, depth)
        elif kind is Form.TAR:
            yield from self._tar(file, name, depth)
        else:
            low = name.lower()
            ending = next((e for e in _PACKED_ENDINGS if low.endswith(e)), "")
            inner = name[: -len(ending)] if ending else name
            inner += ".tar" if ending in {".tgz", ".tbz2", ".txz"} else ""
            stream = Stream(_unpacked(kind, file), self._budget, self._file.tell if depth == 1 else size)
            yield from self._member(stream, inner, depth + 1)

    def rest(self) -> Iterator[Failure]:
        """Yield a word on what was no mail."""
        if self._others and self._mails:
            some = ", ".join(self._others[:_NO_MAILS_NAMED])
            more = len(self._others) - _NO_MAILS_NAMED
            some += f", … +{more}" if more > 0 else ""
            yield Failure(self._name, reasons.OTHERS_IN_ARCHIVE.replace("{reason}", some))
        elif not self._mails and not self._failed:
            yield Failure(self._name, reasons.NO_MAIL_IN_ARCHIVE)

    @property
    def _position(self) -> int:
        self._reached = max(self._reached, min(self._file.tell(), self._size))
        return self._before + self._reached

    def fail(self, name: str, reason: str) -> Failure:
        """Count and return what could not be read."""
        self._failed += 1
        return Failure(name, reason)

    def _zip(self, file: BinaryIO, size: int, name: str, depth: int) -> Iterator[Found | Failure]:
        if unpacking.files_in_zip(file, size) > unpacking.MOST_FILES:
            yield self.fail(name, reasons.TOO_MANY)
            return
        with zipfile.ZipFile(file) as archive:
            infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
            if _DOCUMENT in archive.NameToInfo and depth == 1:
                yield self.fail(name, reasons.NOT_A_MAIL)
                return
            if unpacking.overlapping(infos):
                raise Bomb
            for info in infos:
                inner = unpacking.name_in_zip(info)
                shown = self._shown(name, inner)
                if not shown or not info.file_size or (info.filename and info.is_dir()):
                    continue
                if info.flag_bits & 1:
                    yield self.fail(shown, reasons.LOCKED)
                    continue
                try:
                    if info.compress_type == zipfile.ZIP_LZMA:
                        raise NotImplementedError("LZMA")  # it may ask for any amount of memory
                    with archive.open(info) as packed:
                        stream = Stream(cast("BinaryIO", packed), self._budget, info.compress_size)
                        yield from self._member(stream, shown, depth + 1)
                except NotImplementedError as error:
                    yield self.fail(shown, reasons.UNKNOWN_PACKING.replace("{reason}", _why(error)))
                except _DAMAGE as error:
                    yield self.fail(shown, reasons.DAMAGED_ARCHIVE.replace("{reason}", _why(error)))

    def _tar(self, file: BinaryIO, name: str, depth: int) -> Iterator[Found | Failure]:
        with tarfile.open(fileobj=cast("IO[bytes]", file), mode="r|") as archive:
            for member in archive:
                self._count()
                shown = self._shown(name, member.name)
                packed = archive.extractfile(member) if member.isreg() and member.size and shown else None
                archive.members = []  # type: ignore[attr-defined]  # else it keeps a list of all it has seen
                if packed:
                    stream = Stream(cast("BinaryIO", packed), self._budget, member.size)
                    yield from self._member(stream, shown, depth + 1)

    def _count(self) -> None:
        self._files += 1
        if self._files > unpacking.MOST_FILES:
            raise Bomb

    def _shown(self, archive: str, inner: str) -> str:
        """Return the name of a file in an archive as it is shown, empty for what mail programs keep beside mails."""
        parts = unpacking.parts(inner)
        maildir = len(parts) > 1 and parts[-2] in {"cur", "new"}
        hidden = any(part.startswith(".") for part in parts[:-1]) and not maildir
        mac = "__MACOSX" in parts or ("Attachments" in parts[:-1] and any(p.endswith(".mbox") for p in parts))
        if not parts or hidden or mac or beside.is_file(parts[-1]):
            return ""
        return "/".join((archive, *parts))

    def _member(self, stream: Stream, name: str, depth: int) -> Iterator[Found | Failure]:
        """Yield the messages of one file in an archive."""
        start = stream.peek(single.SNIFF)
        kind, place = single.form(start, name), labels.place(name, mailbox=False)
        if kind is Form.OTHER and place.is_mail:
            kind = Form.MIME
        if kind is Form.ZIP and not name.lower().endswith(".zip"):
            kind = Form.OTHER  # a document or a program
        if kind is Form.OTHER:
            yield from self._other(start, name)
        elif kind in FORMS:
            yield from self._nested(kind, stream, name, depth)
        elif kind is Form.MBOX and not name.lower().endswith(".eml"):
            yield from self._mailbox(mbox_stream.split(stream.read), name)
        else:
            content = stream.all(LARGEST_MESSAGE + 1)
            for found in single.messages(kind, content, name, self._position, place):
                yield self._counted(found)

    def _mailbox(self, messages: Iterator[mbox_stream.Message], name: str) -> Iterator[Found | Failure]:
        place = labels.place(name, mailbox=True)
        for number, message in enumerate(messages, 1):
            shown = f"{name} #{number}"
            if message.raw is None:
                yield self.fail(shown, reasons.TOO_LARGE)
            else:
                found = single.of_mailbox(message.raw, message.envelope, shown, self._position, place)
                yield self._counted(found)

    def _counted(self, found: Found | Failure) -> Found | Failure:
        if isinstance(found, Found):
            self._mails += 1
        else:
            self._failed += 1
        return found

    def _other(self, start: bytes, name: str) -> Iterator[Failure]:
        reason = single.why_not(start)
        if reason != reasons.NOT_A_MAIL:
            yield self.fail(name, reason)
        else:
            self._others.append(name.rpartition("/")[2])

    def _nested(self, kind: Form, stream: Stream, name: str, depth: int) -> Iterator[Found | Failure]:
        if depth > _DEEPEST:
            yield self.fail(name, reasons.TOO_DEEP)
            return
        if kind is not Form.ZIP:
            yield from self.archive(kind, cast("BinaryIO", stream), self._size, name, depth)
            return
        # A ZIP is read from its end: it waits in a nameless file that only this user can open.
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
            size = 0
            while piece := stream.read(1 << 20):
                size += len(piece)
                if size > _LARGEST_NESTED:
                    yield self.fail(name, reasons.NESTED_TOO_LARGE)
                    return
                file.write(piece)
            file.seek(0)
            yield from self.archive(kind, cast("BinaryIO", file), size, name, depth)


def _unpacked(kind: Form, file: BinaryIO) -> BinaryIO:
    if kind is Form.GZIP:
        return cast("BinaryIO", gzip.GzipFile(fileobj=file, mode="rb"))
    if kind is Form.BZIP2:
        return cast("BinaryIO", bz2.BZ2File(file))
    return cast("BinaryIO", XzFile(file))


def _why(error: BaseException) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__

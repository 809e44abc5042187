"""Files and folders as a stream of raw messages: what a file is, its content says; what is no mail is named."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from casebook.journal.errors import BadInput
from casebook.mail.formats import archive, beside, labels, mbox_stream, reasons, single
from casebook.mail.formats.found import LARGEST_MESSAGE, Failure, Found, Source
from casebook.mail.formats.single import Form

__all__ = ["LARGEST_MESSAGE", "Failure", "Found", "Source", "files", "messages"]


def files(paths: Iterable[Path]) -> list[Source]:
    """Return the files below these paths, in the order of their names, none twice.

    Hidden files and what mail programs keep beside their mails are left out of folders. Raises BadInput for a path
    that is not there.
    """
    found: dict[str, Source] = {}
    for path in paths:
        if path.is_dir():
            inside = [(each, str(each.relative_to(path.parent))) for each in _below(path)]
        elif path.exists() or path.is_symlink():
            inside = [(path, path.name)]
        else:
            raise BadInput("there is no file or folder {path}: look at the name again", path=path)
        for each, name in inside:
            try:
                size = each.stat().st_size
            except OSError:
                size = 0
            found.setdefault(os.path.realpath(each), Source(each, name.encode(errors="replace").decode(), size))
    return list(found.values())


def messages(sources: Iterable[Source]) -> Iterator[Found | Failure]:
    """Yield every message of these files, and a Failure for each file that holds none or cannot be read."""
    before = 0
    for source in sources:
        try:
            yield from _read(source, before)
        except PermissionError:
            yield Failure(source.name, reasons.MAY_NOT_BE_READ)
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            yield Failure(source.name, reasons.CANNOT_BE_READ.replace("{reason}", why))
        before += source.size


def _below(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if _is_of_interest(Path(here, name), folders))
        low = {name.lower() for name in names}
        for name in sorted(names):
            if beside.is_file(name):
                continue
            path = Path(here, name)
            # Thunderbird keeps an empty mail folder as an empty file beside its index.
            if f"{name.lower()}.msf" in low and _is_empty(path):
                continue
            yield path


def _is_of_interest(folder: Path, beside_it: list[str]) -> bool:
    """Return whether a folder is looked into: hidden ones only if they are folders of a Maildir (`.Sent`)."""
    if beside.is_folder(folder.name, beside_it):
        return False
    return not folder.name.startswith(".") or (folder / "cur").is_dir()


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:
        return False


def _read(source: Source, before: int) -> Iterator[Found | Failure]:
    status = source.path.stat()
    if not stat.S_ISREG(status.st_mode):
        yield Failure(source.name, reasons.NO_ORDINARY_FILE)
        return
    if not status.st_size:
        yield Failure(source.name, reasons.EMPTY)
        return
    with source.path.open("rb") as file:
        start = file.read(single.SNIFF)
        kind, low = single.form(start, source.name), source.name.lower()
        place = labels.place(_place(source))
        if kind is Form.OTHER and place.is_mail:
            kind = Form.MIME
        if low.endswith(".olm"):
            yield Failure(source.name, reasons.OUTLOOK_FOR_MAC)
        elif kind is Form.MBOX and not low.endswith(".eml"):
            file.seek(0)
            yield from _mailbox(source, file, before)
        elif kind in archive.FORMS:
            file.seek(0)
            yield from archive.read(kind, file, source.name, status.st_size, before)
        elif kind is Form.OTHER:
            yield Failure(source.name, single.why_not(start))
        elif status.st_size > LARGEST_MESSAGE:
            yield Failure(source.name, reasons.TOO_LARGE)
        else:
            content = start + file.read()
            yield from single.messages(kind, content, source.name, before + source.size, place, source.path)


def _mailbox(source: Source, file: BinaryIO, before: int) -> Iterator[Found | Failure]:
    place = labels.place(_place(source), mailbox=True)
    for number, message in enumerate(mbox_stream.split(file.read), 1):
        name = f"{source.name} #{number}"
        if message.raw is None:
            yield Failure(name, reasons.TOO_LARGE)
        else:
            yield single.of_mailbox(message.raw, message.envelope, name, before + message.end, place)


def _place(source: Source) -> str:
    """Return the path of a file as far as it tells of mail: of one chosen by itself the two folders around it."""
    return source.name if "/" in source.name or "\\" in source.name else "/".join(source.path.parts[-3:])

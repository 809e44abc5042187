"""Files and folders as a stream of raw messages: what a file is, its content says; what is no mail is named."""

from __future__ import annotations

import mmap
import os
import stat
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from casebook.journal.errors import BadInput
from casebook.mail.formats import archive, beside, labels, mbox, reasons, single
from casebook.mail.formats.found import LARGEST_MESSAGE, Failure, Found, Source
from casebook.mail.formats.single import Form

__all__ = ["LARGEST_MESSAGE", "Failure", "Found", "Source", "files", "messages"]

_RELEASE_EVERY = 32 * 1024 * 1024


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
        if kind is Form.MBOX:
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
                # An .eml with a `From ` line in front of its one message is kept whole.
                if not low.endswith(".eml") or len(list(islice(mbox.split(mapped), 2))) > 1:
                    yield from _mailbox(source, mapped, before)
                    return
            kind = Form.MIME
        place = labels.place(_place(source))
        if kind is Form.OTHER and place.is_mail:
            kind = Form.MIME
        if low.endswith(".olm"):
            yield Failure(source.name, reasons.OUTLOOK_FOR_MAC)
        elif kind in archive.FORMS:
            file.seek(0)
            yield from archive.read(kind, file, source.name, status.st_size, before)
        elif kind is Form.OTHER:
            yield Failure(source.name, single.why_not(start))
        elif status.st_size > LARGEST_MESSAGE:
            yield Failure(source.name, reasons.TOO_LARGE)
        else:
            content = start + file.read()
            yield single.read(kind, content, source.name, before + source.size, place, source.path)


def _mailbox(source: Source, mapped: mmap.mmap, before: int) -> Iterator[Found | Failure]:
    place, released = labels.place(_place(source), mailbox=True), 0
    for number, slot in enumerate(mbox.split(mapped), 1):
        name = f"{source.name} #{number}"
        if slot.end - slot.start > LARGEST_MESSAGE:
            yield Failure(name, reasons.TOO_LARGE)
            continue
        yield single.of_mailbox(mapped[slot.start : slot.end], slot.envelope, name, before + slot.end, place)
        if slot.end - released > _RELEASE_EVERY and hasattr(mmap, "MADV_DONTNEED"):
            mapped.madvise(mmap.MADV_DONTNEED)  # else all that was read counts as this program's memory
            released = slot.end


def _place(source: Source) -> str:
    """Return the path of a file as far as it tells of mail: of one chosen by itself the two folders around it."""
    return source.name if "/" in source.name or "\\" in source.name else "/".join(source.path.parts[-3:])

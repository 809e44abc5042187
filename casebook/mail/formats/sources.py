"""Files and folders as a stream of raw messages: what a file is, its content says; what is no mail is named."""

from __future__ import annotations

import mmap
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from casebook.journal.errors import BadInput
from casebook.journal.incoming import NewChat, NewMail
from casebook.mail.formats import mbox
from casebook.mail.message.parse import looks_like_mail

_SNIFF = 65_536
LARGEST_MESSAGE = 256 * 1024 * 1024
_RELEASE_EVERY = 32 * 1024 * 1024
# What mail programs and desktops leave beside the mails.
_IGNORED_NAMES = frozenset({"thumbs.db", "desktop.ini", "dovecot-uidlist", "dovecot-keywords", "dovecot.index.log"})
_IGNORED_ENDINGS = (".msf", ".dat~", ".lock")
_MAIL_ENDINGS = frozenset({".eml", ".mbox", ".mbx", ".mbs", ".mail", ".email"})
_OTHER_FORMATS = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "this is an Outlook message: save it as .eml in the mail program, then import that",
    ),
    (b"!BDN", "this is an Outlook data file: export the mails as .eml or .mbox, then import those"),
    (b"PK\x03\x04", "this is a ZIP archive: unpack it, then import the folder"),
    (b"\x1f\x8b", "this is a gzip archive: unpack it, then import what is in it"),
)
_NOT_A_MAIL = "this is not a mail: save the message as .eml, or the mailbox as .mbox, and import that"


@dataclass(frozen=True, slots=True)
class Failure:
    """A message or file that could not be imported: its name, and one line on why and what to do."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """One message as it lies in its file. `position` counts the bytes read of all files so far, this one included.

    A stream may count something else, such as mails, as long as it says so.
    """

    raw: bytes
    source: str
    position: int
    from_mbox: bool = False
    envelope: bytes = b""
    kind: str = "mime"
    """How the bytes are read: `mime`, `msg` (Outlook), `chat` (a stretch of one: `ready`)."""
    outgoing: bool = False
    """Whether the source says that the user sent it: a label, or a folder of sent mail."""
    thread_key: str = ""
    """What the source knows of the conversation: `gm:…`."""
    ready: NewMail | NewChat | None = None
    """What was read from the bytes already, where the source had to read them to find the message."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: its path, the name shown for it, and its size in bytes."""

    path: Path
    name: str
    size: int


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
            yield Failure(source.name, "this file may not be read: change its permissions, then import it again")
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            yield Failure(
                source.name, f"this file cannot be read ({reason}): copy it to this computer's disk and try again"
            )
        before += source.size


def _below(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        unfinished = {"tmp"} if {"cur", "new"} <= set(folders) else set()  # a maildir's mails still being written
        folders[:] = sorted(name for name in folders if name[0] != "." and name not in unfinished | {"__MACOSX"})
        beside = {name.lower() for name in names}
        for name in sorted(names):
            low = name.lower()
            if name[0] == "." or low in _IGNORED_NAMES or low.endswith(_IGNORED_ENDINGS):
                continue
            path = Path(here, name)
            # Thunderbird keeps an empty mail folder as an empty file beside its index.
            if f"{low}.msf" in beside and _is_empty(path):
                continue
            yield path


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:
        return False


def _read(source: Source, before: int) -> Iterator[Found | Failure]:
    status = source.path.stat()
    if not stat.S_ISREG(status.st_mode):
        yield Failure(source.name, "this is no ordinary file: import a file or a folder of files")
        return
    if not status.st_size:
        yield Failure(source.name, "this file is empty: save the mail again and import that")
        return
    with source.path.open("rb") as file:
        start = file.read(_SNIFF)
        if mbox.is_mbox(start):
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
                # An .eml with a `From ` line in front of its one message is kept whole.
                if source.path.suffix.lower() != ".eml" or len(list(islice(mbox.split(mapped), 2))) > 1:
                    yield from _mailbox(source, mapped, before)
                    return
        for signature, reason in _OTHER_FORMATS:
            if start.startswith(signature):
                yield Failure(source.name, reason)
                return
        if source.path.suffix.lower() not in _MAIL_ENDINGS and not looks_like_mail(start):
            yield Failure(source.name, _NOT_A_MAIL)
        elif status.st_size > LARGEST_MESSAGE:
            yield Failure(source.name, "this message is larger than 256 MB: save its attachments and add them by hand")
        else:
            yield Found(start + file.read(), source.name, before + source.size)


def _mailbox(source: Source, mapped: mmap.mmap, before: int) -> Iterator[Found | Failure]:
    released = 0
    for number, slot in enumerate(mbox.split(mapped), 1):
        name = f"{source.name} #{number}"
        if slot.end - slot.start > LARGEST_MESSAGE:
            yield Failure(name, "this message is larger than 256 MB: save its attachments and add them by hand")
            continue
        yield Found(mapped[slot.start : slot.end], name, before + slot.end, from_mbox=True, envelope=slot.envelope)
        if slot.end - released > _RELEASE_EVERY and hasattr(mmap, "MADV_DONTNEED"):
            mapped.madvise(mmap.MADV_DONTNEED)  # else all that was read counts as this program's memory
            released = slot.end

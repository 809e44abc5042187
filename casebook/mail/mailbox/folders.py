"""The folders of a mailbox: what they are called, what they are for, which of them are worth reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from casebook.mail.formats import labels


class Purpose(StrEnum):
    """What a folder is for, as far as the server says (RFC 6154), or its name."""

    NONE = ""
    INBOX = "inbox"
    ALL = "all"
    SENT = "sent"
    ARCHIVE = "archive"
    JUNK = "junk"
    TRASH = "trash"
    DRAFTS = "drafts"


_FLAGS = {
    b"\\all": Purpose.ALL,
    b"\\sent": Purpose.SENT,
    b"\\archive": Purpose.ARCHIVE,
    b"\\junk": Purpose.JUNK,
    b"\\trash": Purpose.TRASH,
    b"\\drafts": Purpose.DRAFTS,
}
_NO_FOLDER = frozenset({b"\\noselect", b"\\nonexistent"})


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as the server lists it. `messages` is None where it did not say."""

    name: str
    purpose: Purpose = Purpose.NONE
    messages: int | None = None
    delimiter: str = ""


def listed(answers: Iterable[tuple[Sequence[bytes], bytes | None, str | bytes]]) -> list[Folder]:
    """Return the folders that hold mails, the inbox first, then by name."""
    found = []
    for flags, delimiter, name in answers:
        low = {flag.lower() for flag in flags}
        if low & _NO_FOLDER or not name:
            continue
        text = name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name)
        between = (delimiter or b"").decode("ascii", "replace")
        found.append(Folder(text, _purpose(low, text, between), None, between))
    return sorted(found, key=lambda folder: (folder.purpose is not Purpose.INBOX, folder.name.casefold()))


def usual(folders: Sequence[Folder]) -> list[str]:
    """Return what to read where the user chose nothing: the one that holds all, else inbox, sent mail and archive."""
    if everything := [folder.name for folder in folders if folder.purpose is Purpose.ALL]:
        return everything
    wanted = (Purpose.INBOX, Purpose.SENT, Purpose.ARCHIVE)
    return [folder.name for folder in folders if folder.purpose in wanted]


def _purpose(flags: set[bytes], name: str, delimiter: str) -> Purpose:
    if name.upper() == "INBOX":
        return Purpose.INBOX
    for flag, purpose in _FLAGS.items():
        if flag in flags:
            return purpose
    last = (name.rsplit(delimiter, 1)[-1] if delimiter else name).casefold()
    return Purpose.SENT if last in labels.SENT else Purpose.DRAFTS if last in labels.DRAFTS else Purpose.NONE

"""A file that is one message, whichever program wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from itertools import islice
from pathlib import Path

from casebook.journal.errors import BadInput
from casebook.mail.formats import apple, labels, mbox, reasons
from casebook.mail.formats.found import LARGEST_MESSAGE, Failure, Found
from casebook.mail.formats.labels import Place, of_gmail
from casebook.mail.message.parse import looks_like_mail

SNIFF = 65_536
_MAIL_ENDINGS = (".eml", ".mbox", ".mbx", ".mbs", ".mail", ".email")
_TAR_MARK = 257


class Form(Enum):
    """What a file is, by its first bytes."""

    MBOX = auto()
    MIME = auto()
    EMLX = auto()
    OUTLOOK = auto()
    ZIP = auto()
    TAR = auto()
    GZIP = auto()
    BZIP2 = auto()
    XZ = auto()
    OTHER = auto()


_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Form.OUTLOOK),
    (b"\x78\x9f\x3e\x22", Form.OUTLOOK),
    (b"PK\x03\x04", Form.ZIP),
    (b"PK\x05\x06", Form.ZIP),
    (b"PK\x07\x08", Form.ZIP),
    (b"\x1f\x8b", Form.GZIP),
    (b"BZh", Form.BZIP2),
    (b"\xfd7zXZ\0", Form.XZ),
)
_NOT_READ = (
    (b"!BDN", reasons.OUTLOOK_DATA_FILE),
    (b"\xcf\xad\x12\xfe", reasons.OUTLOOK_EXPRESS),
    (b"7z\xbc\xaf\x27\x1c", reasons.OTHER_ARCHIVE),
    (b"Rar!\x1a\x07", reasons.OTHER_ARCHIVE),
)


def form(start: bytes, name: str) -> Form:
    """Return what a file is that begins with these bytes. Its name decides only where they say nothing."""
    if mbox.is_mbox(start):
        return Form.MBOX
    for signature, kind in _SIGNATURES:
        if start.startswith(signature):
            return kind
    if start[_TAR_MARK : _TAR_MARK + 5] == b"ustar":
        return Form.TAR
    low = name.lower()
    if low.endswith(".emlx") and apple.starts(start):
        return Form.EMLX
    if low.endswith(_MAIL_ENDINGS) or looks_like_mail(start):
        return Form.MIME
    return Form.OTHER


def why_not(start: bytes) -> str:
    """Return why a file of no form that is read cannot be imported."""
    return next((reason for signature, reason in _NOT_READ if start.startswith(signature)), reasons.NOT_A_MAIL)


def messages(
    kind: Form, content: bytes, name: str, position: int, place: Place, path: Path | None = None
) -> Iterator[Found | Failure]:
    """Yield the messages of a file that is held in memory: one, unless it is an mbox of several."""
    slots = list(islice(mbox.split(content), 2)) if kind is Form.MBOX else []
    if len(slots) < 2:  # an .eml with a `From ` line in front of its one message is kept whole
        yield read(Form.MIME if slots else kind, content, name, position, place, path)
        return
    for number, slot in enumerate(mbox.split(content), 1):
        raw = content[slot.start : slot.end]
        yield of_mailbox(raw, slot.envelope, f"{name} #{number}", position, labels.place(name, mailbox=True))


def read(
    kind: Form, content: bytes, name: str, position: int, place: Place, path: Path | None = None
) -> Found | Failure:
    """Return the message in a file of one message. `path` is where it lies, if it lies in a folder."""
    if len(content) > LARGEST_MESSAGE:
        return Failure(name, reasons.TOO_LARGE)
    if kind is Form.EMLX:
        return _apple(content, name, position, place, path)
    if kind is Form.OUTLOOK:
        from casebook.mail.outlook.reading import is_outlook

        if not is_outlook(content):
            return Failure(name, reasons.NO_OUTLOOK_MESSAGE)
        return Found(content, name, position, kind="msg", outgoing=place.outgoing)
    if place.draft:
        return Failure(name, reasons.DRAFT)
    return Found(content, name, position, outgoing=place.outgoing)


def of_mailbox(raw: bytes, envelope: bytes, name: str, position: int, place: Place) -> Found | Failure:
    """Return a message of an mbox. Gmail's labels, where it has them, say more than the name of the file."""
    said = of_gmail(raw) or place
    if said.draft and not said.outgoing:
        return Failure(name, reasons.DRAFT)
    return Found(raw, name, position, from_mbox=True, envelope=envelope, outgoing=said.outgoing)


def _apple(content: bytes, name: str, position: int, place: Place, path: Path | None) -> Found | Failure:
    message = apple.read(content)
    if message is None or not message.raw.strip():
        return Failure(name, reasons.DAMAGED_APPLE)
    if message.draft or place.draft:
        return Failure(name, reasons.DRAFT)
    ready = None
    if apple.is_partial(name):
        try:
            ready = apple.partial(message.raw, name, path)
        except BadInput:
            return Failure(name, reasons.DAMAGED_APPLE)
    return Found(message.raw, name, position, outgoing=place.outgoing, ready=ready)

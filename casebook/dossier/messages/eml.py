"""An unsent mail as a file (.eml): opened by a mail program it is a draft, with its attachments and its thread."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from casebook.dossier.messages.message import Message
from casebook.journal.errors import BadInput
from casebook.journal.store.database import disk_errors
from casebook.journal.store.durable import write_whole
from casebook.journal.store.places import refuse_inside, refuse_nowhere


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with a message, under the name it goes by there."""

    name: str
    media_type: str
    content: bytes


def write(message: Message, enclosures: Sequence[Enclosure], path: Path, *, book: Path, replace: bool = False) -> Path:
    """Write the message to `path`, an .eml, and return it. `book` is the casebook's folder: nothing goes in there.

    Raises BadInput when `path` is there already or ends otherwise, DiskTrouble.
    """
    refuse_inside(book, path)
    if path.suffix.lower() != ".eml":
        raise BadInput("{path} must end in .eml: choose such a name", path=path)
    refuse_nowhere(path)
    if path.exists() and not replace:
        raise BadInput("{path} is there already: choose another name, or replace it", path=path)
    with disk_errors(path):
        write_whole(path, to_bytes(message, enclosures))
    return path


def to_bytes(message: Message, enclosures: Sequence[Enclosure] = ()) -> bytes:
    """Return the bytes of the mail, the same for the same message: without date and id, which sending gives it."""
    from email.message import EmailMessage
    from email.policy import SMTP

    mail = EmailMessage(policy=SMTP.clone(max_line_length=78))
    mail["X-Unsent"] = "1"
    for name, value in (("From", message.own_address), ("To", message.recipient)):
        if addresses := _addresses(value):
            mail[name] = ", ".join(addresses)
    mail["Subject"] = _line(message.subject)
    if message.in_reply_to:
        mail["In-Reply-To"] = f"<{_line(message.in_reply_to)}>"
        mail["References"] = " ".join(f"<{_line(one)}>" for one in message.references or (message.in_reply_to,))
    mail.set_content(message.text, charset="utf-8", cte="base64" if _wide(message.text) else "quoted-printable")
    for enclosure in enclosures:
        main, _, sub = enclosure.media_type.partition("/")
        known = (
            (main, sub) if main and sub and main not in ("message", "multipart") else ("application", "octet-stream")
        )
        mail.add_attachment(enclosure.content, maintype=known[0], subtype=known[1], filename=_line(enclosure.name))
    if enclosures:
        seed = hashlib.sha256(message.text.encode() + b"".join(e.content for e in enclosures)).hexdigest()
        mail.set_boundary(f"casebook-{seed[:32]}")
    return mail.as_bytes()


def _addresses(text: str) -> list[str]:
    """Return what can stand in a header: whole addresses, each once; a place such as a web form is none."""
    found = [_line(part) for part in text.replace(";", ",").split(",")]
    return list(dict.fromkeys(part for part in found if "@" in part and " " not in part))


def _line(text: str) -> str:
    """Return words on one line: whatever stands in the record, it makes no header of its own."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _wide(text: str) -> bool:
    return sum(not sign.isascii() for sign in text) > len(text) // 6

"""An Outlook .msg or a winmail.dat as a mail: the bytes kept are the file's, the words are what Outlook keeps in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from casebook.journal.incoming import NewMail
from casebook.journal.records import Attachment
from casebook.journal.terms import ExhibitSource
from casebook.mail.message.parse import parse
from casebook.mail.outlook import mapi, mime, msg, tnef, words
from casebook.mail.outlook.mapi import Item

_UNSENT, _FROM_ME = 0x8, 0x20
_NO_HEADERS = "Outlook kept no mail headers of this message: sender, recipients and time are as Outlook noted them"
_NOT_SENT = "Outlook marks this message as not sent"
_REBUILT = "a message attached to this Outlook message was written anew as .eml: its bytes are not those of the sender"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What was in a winmail.dat: the text in either form, the files, and what could not be read."""

    text: str
    html: str
    attachments: tuple[Attachment, ...]
    problems: tuple[str, ...]


def is_outlook(raw: bytes) -> bool:
    """Return whether a file is an Outlook message or a winmail.dat."""
    return tnef.is_tnef(raw) or msg.is_message(raw)


def read(raw: bytes, source: str) -> NewMail:
    """Return what an Outlook message says. Never raises: what cannot be read is missing and named as a problem."""
    item = tnef.read(raw) if tnef.is_tnef(raw) else msg.read(raw)
    found = item.properties
    written = mime.write(item)
    mail = parse(written, source)
    headers = found.text(mapi.HEADERS)
    problems = [*item.problems, *mail.problems]
    if not headers.strip():
        problems.append(_NO_HEADERS)
    if any(piece.item is not None for piece in item.pieces):
        problems.append(_REBUILT)
    flags = found.number(mapi.FLAGS)
    if flags & _UNSENT:
        problems.append(_NOT_SENT)
    received = any(found.binary(number) for number in mapi.RECEIVED_BY)
    sent_by_user = bool(flags & _FROM_ME) or not (headers.strip() or received or flags & _UNSENT)
    return replace(
        mail,
        raw=raw,
        problems=tuple(dict.fromkeys(problems)),
        date_header=mail.date_header if "\ndate:" in "\n" + headers.lower() else "",
        outgoing=sent_by_user and msg.is_message(raw),
    )


def unpack(raw: bytes) -> Unpacked | None:
    """Return what is in a winmail.dat that hangs on a mail, or None if nothing can be found in it."""
    if not tnef.is_tnef(raw):
        return None
    item: Item = tnef.read(raw)
    files = words.files(item)
    text = words.texts(item)
    attachments = tuple(
        Attachment(
            file.name,
            file.content if file.item is None else mime.write(file.item),
            file.media_type,
            ExhibitSource.MAIL,
            file.inline,
        )
        for file in files
    )
    if any(file.item is not None for file in files):
        item.problems.append(_REBUILT)
    if not attachments and not text.plain.strip() and not text.html.strip():
        return None
    return Unpacked(text.plain, text.html, attachments, tuple(dict.fromkeys(item.problems)))

"""What an Outlook message says: its text in the best of the forms it is kept in, and its attachments."""

from __future__ import annotations

from dataclasses import dataclass

from casebook.mail.message import charset, html, names
from casebook.mail.outlook import codepages, lzfu, mapi, rtf
from casebook.mail.outlook.mapi import Item, Piece, Properties

_BY_REFERENCE = frozenset({2, 3, 4, 7})
_RENDERED = 4
_DAMAGED_TEXT = "some characters of the text could not be read"


@dataclass(slots=True)
class Texts:
    """The plain text and the HTML of a message; either may be empty."""

    plain: str
    html: str


@dataclass(slots=True)
class File:
    """A file that hangs on a message. `item` is set where it is a message itself; then `content` is empty."""

    name: str
    content: bytes
    media_type: str
    content_id: str
    inline: bool
    item: Item | None = None


def texts(item: Item) -> Texts:
    """Return the texts of a message: HTML as it is, or out of the RTF; plain text unless HTML knows it better."""
    found = item.properties
    page, plain_rtf = _html(found), ""
    if mapi.RTF in found and not page:
        words = _rtf(found.binary(mapi.RTF), item)
        if words and words.is_html:
            page = words.text
        elif words:
            plain_rtf = words.text
    plain, whole = found.decoded(mapi.BODY)
    eight_bit = found.values.get(mapi.BODY, (0, b""))[0] == mapi.STRING
    # Outlook writes a question mark for each character its code page lacks.
    poor = not whole or (eight_bit and "??" in plain)
    if poor and (page or plain_rtf):
        plain = plain_rtf
    elif not whole:
        item.problems.append(_DAMAGED_TEXT)
    return Texts((plain or plain_rtf).replace("\r\n", "\n").replace("\r", "\n"), page)


def _html(found: Properties) -> str:
    kind, raw = found.values.get(mapi.HTML, (0, b""))
    if kind == mapi.UNICODE:
        return found.text(mapi.HTML)
    label = html.declared_charset(raw)
    page = found.number(mapi.INTERNET_CODE_PAGE)
    if page and codepages.known(page):
        label = codepages.codec(page)
    return charset.decode(raw, label).text.replace("\0", "")


def _rtf(packed: bytes, item: Item) -> rtf.Words | None:
    try:
        content, whole = lzfu.unpack(packed)
    except lzfu.NotCompressedRtf:
        if not packed.startswith(b"{\\rtf"):
            return None
        content, whole = packed, True
    words = rtf.read(content)
    if not whole or not words.lossless:
        item.problems.append("the formatted text of this Outlook message is damaged: what could be read is shown")
    return words


def files(item: Item) -> list[File]:
    """Return what hangs on a message, in order. A link to a file elsewhere is named as a problem, not followed."""
    found = list[File]()
    for piece in item.pieces:
        file = _file(piece, len(found) + 1)
        if file.item is None and not file.content:
            if piece.properties.number(mapi.METHOD) in _BY_REFERENCE:
                item.problems.append(f"the attachment {file.name} is only a link: the file is not in the message")
                continue
            if mapi.CONTENT not in piece.properties and not _named(piece):
                continue
        found.append(file)
    return found


def _file(piece: Piece, number: int) -> File:
    found = piece.properties
    name = _named(piece)
    if piece.item is not None:
        subject = name.removesuffix(".msg") or subject_of(piece.item)
        return File(names.made_up("message/rfc822", number, subject), b"", "message/rfc822", "", False, piece.item)
    declared = found.text(mapi.MEDIA_TYPE).strip().lower()
    kind = names.media_type(piece.content, declared if "/" in declared and declared.isascii() else "", name)
    identity = found.text(mapi.CONTENT_ID).strip("<> \t\r\n")
    hidden = bool(found.number(mapi.HIDDEN)) or bool(found.number(mapi.ATTACH_FLAGS) & _RENDERED)
    inline = kind.startswith("image/") and bool(identity or hidden)
    return File(name or names.made_up(kind, number), piece.content, kind, identity, inline)


def _named(piece: Piece) -> str:
    for number in (mapi.LONG_NAME, mapi.SHORT_NAME, mapi.NAME):
        if name := names.clean(piece.properties.text(number)):
            return name
    return ""


def subject_of(item: Item) -> str:
    """Return the subject of a message."""
    found = item.properties
    subject = found.text(mapi.SUBJECT) or found.text(mapi.SUBJECT_PREFIX) + found.text(mapi.NORMALIZED_SUBJECT)
    if subject[:1] == "\x01":  # a mark of old stores: the next character is the length of the prefix
        subject = subject[2:]
    return " ".join(subject.split())

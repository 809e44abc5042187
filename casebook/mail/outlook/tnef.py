"""winmail.dat (MS-OXTNEF) taken apart: every length is checked against the bytes that are left."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import UTC, datetime

from casebook.mail.outlook import codepages, mapi
from casebook.mail.outlook.mapi import Item, Piece, Properties

SIGNATURE = b"\x78\x9f\x3e\x22"
_ATTRIBUTE = struct.Struct("<BII")
_FROM, _SUBJECT, _DATE_SENT, _CLASS, _MESSAGE_ID, _BODY = 0x8000, 0x8004, 0x8005, 0x8008, 0x8009, 0x800C
_DATA, _TITLE, _RENDERING, _PROPERTIES, _RECIPIENTS, _ATTACHMENT, _CODE_PAGE = (
    0x800F,
    0x8010,
    0x9002,
    0x9003,
    0x9004,
    0x9005,
    0x9007,
)
_DEEPEST = 8
_MOST_PARTS = 5_000
_MOST_PROPERTIES = 200_000
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_OBJECT_ID = 16
_DAMAGED = "the winmail.dat of this message is damaged: what could be read is shown"


class _Short(ValueError):
    """A length points beyond the end."""


def is_tnef(raw: bytes) -> bool:
    """Return whether these bytes begin like a winmail.dat."""
    return raw.startswith(SIGNATURE)


def read(raw: bytes, depth: int = 0, inherited: str = "") -> Item:
    """Return the message in a winmail.dat. Never raises: what cannot be read is missing and named."""
    item = Item()
    item.properties.code_page = inherited
    old: dict[int, bytes] = {}
    try:
        for number, data in _attributes(raw):
            _take(item, number, data, old, depth)
    except _Short:
        item.problems.append(_DAMAGED)
    _settle(item, old)
    return item


def _attributes(raw: bytes) -> Iterator[tuple[int, bytes]]:
    position = len(SIGNATURE) + 2
    while position + _ATTRIBUTE.size <= len(raw):
        level, kind, size = _ATTRIBUTE.unpack_from(raw, position)
        position += _ATTRIBUTE.size
        if level not in {1, 2} or size > len(raw) - position:
            raise _Short
        yield kind & 0xFFFF, raw[position : position + size]
        position += size + 2  # its checksum is no reason not to read it
    if position < len(raw):
        raise _Short


def _take(item: Item, number: int, data: bytes, old: dict[int, bytes], depth: int) -> None:
    """Take one attribute of the message or of the attachment that was begun last."""
    if number == _RENDERING:
        if len(item.pieces) >= _MOST_PARTS:
            raise _Short
        item.pieces.append(Piece(Properties(code_page=item.properties.code_page)))
    elif number == _CODE_PAGE and len(data) >= 4:
        page = int.from_bytes(data[:4], "little")
        if codepages.known(page):
            item.properties.code_page = codepages.codec(page)
    elif number == _PROPERTIES:
        _read_properties(_Bytes(data), item.properties)
        item.properties.settle_code_page(item.properties.code_page)
    elif number == _RECIPIENTS:
        rows = _Bytes(data)
        for _ in range(min(rows.number(), _MOST_PARTS)):
            item.recipients.append(Properties(code_page=item.properties.code_page))
            _read_properties(rows, item.recipients[-1])
    elif number in {_DATA, _TITLE, _ATTACHMENT}:
        if not item.pieces:
            item.pieces.append(Piece(Properties(code_page=item.properties.code_page)))
        _take_attached(item, item.pieces[-1], number, data, depth)
    elif number in {_FROM, _SUBJECT, _DATE_SENT, _CLASS, _MESSAGE_ID, _BODY}:
        old.setdefault(number, data)


def _take_attached(item: Item, piece: Piece, number: int, data: bytes, depth: int) -> None:
    if number == _DATA:
        piece.content = data
    elif number == _TITLE:
        piece.properties.values.setdefault(mapi.SHORT_NAME, (mapi.STRING, data))
    else:
        _read_properties(_Bytes(data), piece.properties)
        kind, raw = piece.properties.values.get(mapi.CONTENT, (0, b""))
        if kind == mapi.OBJECT and is_tnef(raw[_OBJECT_ID:]):
            if depth < _DEEPEST:
                piece.item = read(raw[_OBJECT_ID:], depth + 1, item.properties.code_page)
                item.problems += piece.item.problems
            else:
                item.problems.append("messages are attached within messages too deeply to show them all")
        elif kind in {mapi.BINARY, mapi.OBJECT} and not piece.content:
            piece.content = raw[_OBJECT_ID:] if kind == mapi.OBJECT else raw


def _settle(item: Item, old: dict[int, bytes]) -> None:
    """Fill in from the attributes of the first TNEF what the properties do not say."""
    found = item.properties
    for number, instead in (
        (_SUBJECT, mapi.SUBJECT),
        (_CLASS, mapi.CLASS),
        (_MESSAGE_ID, mapi.MESSAGE_ID),
        (_BODY, mapi.BODY),
    ):
        if number in old and instead not in found:
            found.add(instead, mapi.STRING, old[number])
    if _DATE_SENT in old and mapi.SUBMITTED not in found and len(old[_DATE_SENT]) >= 12:
        try:
            year, month, day, hour, minute, second = struct.unpack_from("<6H", old[_DATE_SENT])
            sent = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
            ticks = int((sent - _EPOCH).total_seconds()) * 10_000_000
            found.add(mapi.SUBMITTED, mapi.TIME, struct.pack("<Q", ticks))
        except (ValueError, struct.error):
            pass
    if _FROM in old and not any(number in found for number in mapi.SENDER_SMTP):
        _take_sender(found, old[_FROM])


def _take_sender(found: Properties, data: bytes) -> None:
    """Take sender and address from the old structure: four lengths, the name, the address with its type."""
    if len(data) < 8:
        return
    _, _, name_size, address_size = struct.unpack_from("<4H", data)
    name, address = data[8 : 8 + name_size], data[8 + name_size : 8 + name_size + address_size]
    found.add(mapi.SENDER_NAMES[0], mapi.STRING, name)
    found.add(mapi.SENDER_SMTP[2], mapi.STRING, address.partition(b":")[2])


class _Bytes:
    """Bytes that are read from front to back, never beyond their end."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._at = 0

    def take(self, size: int, *, padded: bool = False) -> bytes:
        if size > len(self._raw) - self._at:
            raise _Short
        found = self._raw[self._at : self._at + size]
        self._at += size + (-size % 4 if padded else 0)
        return found

    def number(self) -> int:
        return int.from_bytes(self.take(4), "little")


def _read_properties(data: _Bytes, found: Properties) -> None:
    """Read a list of properties."""
    count = data.number()
    if count > _MOST_PROPERTIES:
        raise _Short
    for _ in range(count):
        head = data.number()
        kind, number = head & 0xFFFF, head >> 16
        if number >= 0x8000:
            _pass_over_name(data)
            number = 0
        values = data.number() if kind & 0x1000 or kind in {mapi.STRING, mapi.UNICODE, mapi.BINARY, mapi.OBJECT} else 1
        if values > _MOST_PROPERTIES:
            raise _Short
        size = mapi.FIXED.get(kind & 0x0FFF, 16 if kind & 0x0FFF == 0x0048 else 0)
        for _ in range(values):
            raw = data.take(size or data.number(), padded=True)
            if number in mapi.WANTED and not kind & 0x1000:
                found.add(number, kind, raw)


def _pass_over_name(data: _Bytes) -> None:
    data.take(16)
    if data.number():
        data.take(data.number(), padded=True)
    else:
        data.number()

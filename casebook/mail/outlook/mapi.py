"""MAPI properties, the words Outlook keeps everything in: one reading for .msg files and winmail.dat."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from casebook.mail.message import charset
from casebook.mail.outlook import codepages

INTEGER, LONG, OBJECT, STRING, UNICODE, TIME, BINARY = 0x0002, 0x0003, 0x000D, 0x001E, 0x001F, 0x0040, 0x0102
FIXED = {0x0002: 2, 0x0003: 4, 0x0004: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x000A: 4, 0x000B: 2, 0x0014: 8, 0x0040: 8}
"""The sizes of the types whose values stand where the property stands."""

CLASS, SUBJECT, SUBJECT_PREFIX, NORMALIZED_SUBJECT = 0x001A, 0x0037, 0x003D, 0x0E1D
SUBMITTED, DELIVERED, CREATED = 0x0039, 0x0E06, 0x3007
SENDER_SMTP = (0x5D01, 0x5D02, 0x0C1F, 0x0065)
SENDER_NAMES = (0x0C1A, 0x0042)
RECEIVED_BY = (0x003F, 0x0040, 0x0075, 0x0076)
HEADERS, FLAGS, CONVERSATION_INDEX = 0x007D, 0x0E07, 0x0071
MESSAGE_ID, REFERENCES, IN_REPLY_TO = 0x1035, 0x1039, 0x1042
BODY, RTF, HTML = 0x1000, 0x1009, 0x1013
DISPLAY_TO, DISPLAY_CC = 0x0E04, 0x0E03
MESSAGE_CODE_PAGE, INTERNET_CODE_PAGE = 0x3FFD, 0x3FDE
NAME, ADDRESS, SMTP, RECIPIENT_TYPE = 0x3001, 0x3003, 0x39FE, 0x0C15
CONTENT, METHOD, LONG_NAME, SHORT_NAME, MEDIA_TYPE = 0x3701, 0x3705, 0x3707, 0x3704, 0x370E
CONTENT_ID, HIDDEN, ATTACH_FLAGS = 0x3712, 0x7FFE, 0x3714

_OF_MESSAGE = frozenset(
    {CLASS, SUBJECT, SUBJECT_PREFIX, NORMALIZED_SUBJECT, SUBMITTED, DELIVERED, CREATED, HEADERS, FLAGS}
    | {CONVERSATION_INDEX, MESSAGE_ID, REFERENCES, IN_REPLY_TO, BODY, RTF, HTML, DISPLAY_TO, DISPLAY_CC}
    | {MESSAGE_CODE_PAGE, INTERNET_CODE_PAGE, *SENDER_SMTP, *SENDER_NAMES, *RECEIVED_BY}
)
_OF_RECIPIENT = frozenset({NAME, ADDRESS, SMTP, RECIPIENT_TYPE})
_OF_ATTACHMENT = frozenset({NAME, CONTENT, METHOD, LONG_NAME, SHORT_NAME, MEDIA_TYPE, CONTENT_ID, HIDDEN, ATTACH_FLAGS})
WANTED = _OF_MESSAGE | _OF_RECIPIENT | _OF_ATTACHMENT
"""The properties that are read; the others are left where they are."""

_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class Properties:
    """The properties of a message, a recipient or an attachment: type and bytes by number."""

    values: dict[int, tuple[int, bytes]] = field(default_factory=dict)
    code_page: str = ""
    """The charset of 8-bit text, empty where nothing names one."""

    def __contains__(self, number: int) -> bool:
        return number in self.values

    def add(self, number: int, kind: int, raw: bytes) -> None:
        """Take a value; Unicode text beats 8-bit text, else the first one stays."""
        known = self.values.get(number)
        if known is None or (kind == UNICODE and known[0] == STRING):
            self.values[number] = (kind, raw)

    def settle_code_page(self, inherited: str = "") -> None:
        """Find out which charset 8-bit text is in: what the message says, else what the mail was sent in."""
        for number in (MESSAGE_CODE_PAGE, INTERNET_CODE_PAGE):
            page = self.number(number)
            if page and page != 1200 and codepages.known(page):
                self.code_page = codepages.codec(page)
                return
        self.code_page = inherited

    def text(self, number: int) -> str:
        """Return a value as text, empty where there is none."""
        return self.decoded(number)[0]

    def decoded(self, number: int) -> tuple[str, bool]:
        """Return a value as text, and whether all of it could be read."""
        kind, raw = self.values.get(number, (0, b""))
        if kind == UNICODE:
            text, whole = raw[: len(raw) & ~1].decode("utf-16-le", "replace"), True
        elif kind in {STRING, BINARY}:
            found = charset.decode(raw.rstrip(b"\0") if kind == STRING else raw, self.code_page)
            text, whole = found.text, found.lossless
        else:
            return "", True
        text = text.rstrip("\0")
        return text.partition("\0")[0] if number not in {BODY, HEADERS, HTML} else text.replace("\0", ""), whole

    def binary(self, number: int) -> bytes:
        """Return a value as bytes, empty where there is none."""
        return self.values.get(number, (0, b""))[1]

    def number(self, number: int) -> int:
        """Return a value as a whole number, 0 where there is none."""
        kind, raw = self.values.get(number, (0, b""))
        size = FIXED.get(kind, 0)
        return int.from_bytes(raw[: min(size, 4)], "little") if size and len(raw) >= min(size, 4) else 0

    def time(self, number: int) -> datetime | None:
        """Return a value as a time in UTC."""
        kind, raw = self.values.get(number, (0, b""))
        if kind != TIME or len(raw) < 8:
            return None
        try:
            return _EPOCH + timedelta(microseconds=struct.unpack_from("<Q", raw)[0] // 10)
        except OverflowError:
            return None


@dataclass(slots=True)
class Piece:
    """An attachment: its properties, and its bytes or the message it is."""

    properties: Properties
    content: bytes = b""
    item: Item | None = None


@dataclass(slots=True)
class Item:
    """A message as Outlook keeps it, and in plain words what of it could not be read."""

    properties: Properties = field(default_factory=Properties)
    recipients: list[Properties] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

"""Outlook files made by hand for tests: a small writer of compound files (.msg), of winmail.dat and of packed RTF."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from casebook.mail.outlook import mapi

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
SENT = datetime(2026, 11, 20, 6, 3, tzinfo=UTC)

Value = str | bytes | int | datetime | bool
Tree = dict[str, "bytes | Tree"]


@dataclass
class Attached:
    """An attachment: bytes, or a message."""

    values: Mapping[int, Value] = field(default_factory=dict)
    message: Message | None = None


@dataclass
class Message:
    """A message to write: properties by number, recipients, attachments. `narrow` writes 8-bit text in a code page."""

    values: Mapping[int, Value] = field(default_factory=dict)
    recipients: Sequence[Mapping[int, Value]] = ()
    attachments: Sequence[Attached] = ()
    narrow: str = ""


def ticks(when: datetime) -> int:
    return int((when - _EPOCH).total_seconds()) * 10_000_000


def typed(value: Value, narrow: str) -> tuple[int, bytes]:
    """Return the type of a property and its bytes."""
    if isinstance(value, bool):
        return 0x000B, struct.pack("<H", value)
    if isinstance(value, int):
        return mapi.LONG, struct.pack("<I", value)
    if isinstance(value, datetime):
        return mapi.TIME, struct.pack("<Q", ticks(value))
    if isinstance(value, bytes):
        return mapi.BINARY, value
    return (mapi.STRING, value.encode(narrow)) if narrow else (mapi.UNICODE, value.encode("utf-16-le"))


def msg(message: Message) -> bytes:
    """Return a message as an Outlook .msg file."""
    return compound(_storage(message, 32))


def _storage(message: Message, header: int) -> Tree:
    tree = _streams(message.values, message.narrow, header)
    for number, values in enumerate(message.recipients):
        tree[f"__recip_version1.0_#{number:08X}"] = _streams(values, message.narrow, 8)
    for number, attached in enumerate(message.attachments):
        inside = _streams(attached.values, message.narrow, 8)
        if attached.message:
            inside["__substg1.0_3701000D"] = _storage(attached.message, 24)
        tree[f"__attach_version1.0_#{number:08X}"] = inside
    return tree


def _streams(values: Mapping[int, Value], narrow: str, header: int) -> Tree:
    tree, table = Tree(), bytearray(header)
    for number, value in values.items():
        kind, raw = typed(value, narrow)
        if kind in mapi.FIXED:
            table += struct.pack("<HHI8s", kind, number, 6, raw)
        else:
            table += struct.pack("<HHII4x", kind, number, 6, len(raw))
            tree[f"__substg1.0_{number:04X}{kind:04X}"] = raw
    tree["__properties_version1.0"] = bytes(table)
    return tree


def compound(tree: Tree) -> bytes:
    """Return a compound file (MS-CFB, version 3) that holds a tree of streams."""
    entries = list[bytearray]()
    sectors, mini, fat, minifat = list[bytes](), bytearray(), list[int](), list[int]()

    def chain(data: bytes) -> int:
        first = len(sectors)
        count = max(1, -(-len(data) // _SECTOR))
        for at in range(count):
            sectors.append(data[at * _SECTOR : (at + 1) * _SECTOR].ljust(_SECTOR, b"\0"))
            fat.append(first + at + 1 if at + 1 < count else _END)
        return first

    def entry(name: str, kind: int, start: int, size: int) -> int:
        packed = name.encode("utf-16-le") + b"\0\0"
        record = bytearray(128)
        record[: len(packed)] = packed
        struct.pack_into("<HBBIII", record, 64, len(packed), kind, 1, _FREE, _FREE, _FREE)
        struct.pack_into("<IQ", record, 116, start, size)
        entries.append(record)
        return len(entries) - 1

    def fill(place: int, inside: Tree) -> None:
        made = list[tuple[tuple[int, str], int]]()
        for name, content in inside.items():
            if isinstance(content, bytes):
                made.append(((len(name), name.upper()), entry(name, 2, *stored(content))))
            else:
                made.append(((len(name), name.upper()), entry(name, 1, 0, 0)))
                fill(made[-1][1], content)
        made.sort()
        struct.pack_into("<I", entries[place], 76, balanced([number for _, number in made]))

    def stored(content: bytes) -> tuple[int, int]:
        if len(content) >= _CUTOFF:
            return chain(content), len(content)
        if not content:
            return _END, 0
        first, count = len(mini) // _MINI, -(-len(content) // _MINI)
        mini.extend(content.ljust(count * _MINI, b"\0"))
        minifat.extend([*range(first + 1, first + count), _END])
        return first, len(content)

    def balanced(numbers: list[int]) -> int:
        if not numbers:
            return _FREE
        middle = len(numbers) // 2
        left, right = balanced(numbers[:middle]), balanced(numbers[middle + 1 :])
        struct.pack_into("<II", entries[numbers[middle]], 68, left, right)
        return numbers[middle]

    entry("Root Entry", 5, _END, 0)
    fill(0, tree)
    if mini:
        struct.pack_into("<IQ", entries[0], 116, chain(bytes(mini)), len(mini))
    minifat_start = chain(struct.pack(f"<{len(minifat)}I", *minifat).ljust(_SECTOR, b"\xff")) if minifat else _END
    minifat_count = -(-len(minifat) * 4 // _SECTOR)
    directory = chain(b"".join(entries))
    needed = -(-(len(fat) + 1) // (_SECTOR // 4))
    while -(-(len(fat) + needed) // (_SECTOR // 4)) > needed:
        needed += 1
    fat_start = len(sectors)
    fat += [_FAT] * needed
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(needed * _SECTOR, b"\xff")
    sectors += [table[at * _SECTOR : (at + 1) * _SECTOR] for at in range(needed)]
    places = [fat_start + at for at in range(needed)]
    assert needed <= 109, "too large for this writer"
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, needed, directory, 0, _CUTOFF, minifat_start, minifat_count, _END, 0)
    head += struct.pack("<109I", *places, *[_FREE] * (109 - needed))
    return head + b"".join(sectors)


def tnef(message: Message, code_page: int = 1252, *, old: Mapping[int, bytes] | None = None) -> bytes:
    """Return a message as a winmail.dat; `old` are attributes of the first TNEF by their number."""
    out = bytearray(b"\x78\x9f\x3e\x22\x01\x00")
    out += attribute(1, 0x00069007, struct.pack("<II", code_page, 0))
    for number, data in (old or {}).items():
        out += attribute(1, number, data)
    if message.recipients:
        rows = b"".join(properties(row, message.narrow) for row in message.recipients)
        out += attribute(1, 0x00069004, struct.pack("<I", len(message.recipients)) + rows)
    out += attribute(1, 0x00069003, properties(message.values, message.narrow))
    for attached in message.attachments:
        values = dict(attached.values)
        content = values.pop(mapi.CONTENT, None)
        out += attribute(2, 0x00069002, bytes(14))
        if isinstance(content, bytes):
            out += attribute(2, 0x0006800F, content)
        inner = tnef(attached.message, code_page) if attached.message else b""
        out += attribute(2, 0x00069005, properties(values, message.narrow, inner))
    return bytes(out)


def attribute(level: int, number: int, data: bytes) -> bytes:
    return struct.pack("<BII", level, number, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def properties(values: Mapping[int, Value], narrow: str = "", inner: bytes = b"") -> bytes:
    """Return a list of properties as TNEF writes it; `inner` is a message that is the content."""
    out = bytearray(struct.pack("<I", len(values) + bool(inner)))
    for number, value in values.items():
        kind, raw = typed(value, narrow)
        out += struct.pack("<HH", kind, number)
        if kind not in mapi.FIXED:
            out += struct.pack("<II", 1, len(raw))
        out += raw + bytes(-len(raw) % 4)
    if inner:
        raw = bytes(16) + inner
        out += struct.pack("<HHII", mapi.OBJECT, mapi.CONTENT, 1, len(raw)) + raw + bytes(-len(raw) % 4)
    return bytes(out)


def packed_rtf(rtf: bytes, *, compressed: bool = True) -> bytes:
    """Return RTF as Outlook packs it: all of it written out, in groups of eight behind a byte that says so."""
    if not compressed:
        return struct.pack("<II4sI", len(rtf) + 12, len(rtf), b"MELA", 0) + rtf
    body = b"".join(b"\0" + rtf[at : at + 8] for at in range(0, len(rtf), 8))
    return struct.pack("<II4sI", len(body) + 12, len(rtf), b"LZFu", 0) + body

"""Outlook .msg files (MS-OXMSG) taken apart: storages and streams of a compound file, read with `olefile`."""

from __future__ import annotations

import io
import re
import struct
from typing import TYPE_CHECKING, Any

from casebook.mail.outlook import mapi
from casebook.mail.outlook.mapi import Item, Piece, Properties

if TYPE_CHECKING:
    from olefile import OleFileIO

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROPERTIES = "__properties_version1.0"
_MARK = _PROPERTIES.encode("utf-16-le")
_VALUE = re.compile(r"__substg1\.0_([0-9a-f]{4})([0-9a-f]{4})")
_ENTRY = struct.Struct("<HHI8s")
_TOP, _INNER, _PART = 32, 24, 8  # what stands before the properties of a message, an inner one, and of their parts
_DEEPEST = 8
_STREAM = 2
_MOST_PARTS = 5_000

_Path = tuple[str, ...]


def is_message(raw: bytes) -> bool:
    """Return whether a file is an Outlook message, however damaged."""
    return raw.startswith(SIGNATURE) and _MARK in raw


def read(raw: bytes) -> Item:
    """Return the message in an Outlook file. Never raises: what cannot be read is missing and named."""
    try:
        import olefile

        # Damaged files open too: only what makes reading impossible counts.
        with olefile.OleFileIO(io.BytesIO(raw), raise_defects=olefile.DEFECT_FATAL) as file:
            return _Reader(file, len(raw)).item((), _TOP, 0)
    except Exception as error:  # the library fails in many ways on damaged files
        item = Item()
        item.problems.append(f"this Outlook message is damaged ({type(error).__name__}): only its bytes are kept")
        return item


class _Reader:
    """Reads one file, and not more bytes than a few times its size: streams may lie over one another."""

    def __init__(self, file: OleFileIO, size: int) -> None:
        self._file = file
        self._left = 3 * size + 1_000_000
        # The library looks a path up by going through all its neighbours: 3,000 attachments would take half a minute.
        self._names: dict[_Path, dict[str, Any]] = {}
        folders: list[tuple[_Path, Any]] = [((), file.root)]
        while folders:
            folder, storage = folders.pop()
            inside = self._names[folder] = {entry.name.lower(): entry for entry in storage.kids}
            if len(folder) < _DEEPEST * 3:
                folders.extend(((*folder, name), entry) for name, entry in inside.items() if entry.kids)

    def item(self, folder: _Path, header: int, depth: int, inherited: str = "") -> Item:
        """Return the message in a storage."""
        item = Item()
        item.properties = self._properties(folder, header, item)
        item.properties.settle_code_page(inherited)
        page = item.properties.code_page
        names = sorted(self._names.get(folder, ()))
        recipients = [name for name in names if name.startswith("__recip_version1.0_")]
        for name in recipients[:_MOST_PARTS]:
            item.recipients.append(self._properties((*folder, name), _PART, item, page))
        attached = [name for name in names if name.startswith("__attach_version1.0_")]
        for name in attached[:_MOST_PARTS]:
            item.pieces.append(self._piece((*folder, name), item, depth, page))
        if len(attached) > _MOST_PARTS:
            item.problems.append("only the first 5,000 attachments are shown, the original has more")
        return item

    def _piece(self, folder: _Path, item: Item, depth: int, page: str) -> Piece:
        properties = self._properties(folder, _PART, item, page)
        piece = Piece(properties, properties.binary(mapi.CONTENT))
        inner = (*folder, f"__substg1.0_{mapi.CONTENT:04x}{mapi.OBJECT:04x}")
        if inner in self._names:
            if _PROPERTIES in self._names[inner]:
                if depth < _DEEPEST:
                    piece.item = self.item(inner, _INNER, depth + 1, page)
                    item.problems += piece.item.problems
                else:
                    item.problems.append("messages are attached within messages too deeply to show them all")
            else:
                item.problems.append(
                    "an embedded object (such as a table of another program) is not shown, the original has it"
                )
        return piece

    def _properties(self, folder: _Path, header: int, item: Item, page: str = "") -> Properties:
        found = Properties(code_page=page)
        for name in self._names.get(folder, ()):
            value = _VALUE.fullmatch(name)
            if value and (number := int(value[1], 16)) in mapi.WANTED:
                kind = int(value[2], 16)
                if kind in {mapi.STRING, mapi.UNICODE, mapi.BINARY}:
                    raw = self._stream((*folder, name), item)
                    if raw is not None:
                        found.add(number, kind, raw)
        table = self._stream((*folder, _PROPERTIES), item) if _PROPERTIES in self._names.get(folder, ()) else b""
        for at in range(header, len(table or b"") - _ENTRY.size + 1, _ENTRY.size):
            kind, number, _, raw = _ENTRY.unpack_from(table or b"", at)
            if kind in mapi.FIXED and number in mapi.WANTED:
                found.add(number, kind, raw)
        return found

    def _stream(self, folder: _Path, item: Item) -> bytes | None:
        entry = self._names[folder[:-1]][folder[-1]]
        try:
            if entry.entry_type != _STREAM or entry.size > self._left:
                raise ValueError(entry.size)
            with self._file._open(entry.isectStart, entry.size) as stream:
                raw: bytes = stream.read()
        except Exception:  # the library fails in many ways on damaged files
            item.problems.append("a part of this Outlook message is damaged: what could be read is shown")
            return None
        self._left -= len(raw)
        return raw

"""The compressed RTF of Outlook messages (MS-OXRTFCP) unpacked, linear in time and space whatever it claims."""

from __future__ import annotations

import struct

LARGEST = 32 * 1024 * 1024
_HEADER = struct.Struct("<IIII")
_COMPRESSED, _UNCOMPRESSED = 0x75465A4C, 0x414C454D
_DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW = 4096


class NotCompressedRtf(ValueError):
    """The bytes do not begin like compressed RTF."""


def unpack(data: bytes) -> tuple[bytes, bool]:
    """Return the RTF, and whether all of it could be read. Raises NotCompressedRtf; never asks for claimed room."""
    if len(data) < _HEADER.size:
        raise NotCompressedRtf
    packed, claimed, kind, _ = _HEADER.unpack_from(data)
    end = min(len(data), packed + 4) if packed >= _HEADER.size - 4 else len(data)
    if kind == _UNCOMPRESSED:
        content = data[_HEADER.size : _HEADER.size + min(claimed, LARGEST)]
        return content, len(content) == claimed
    if kind != _COMPRESSED:
        raise NotCompressedRtf
    content = _unpack(data, end, min(claimed, LARGEST) + 1)
    return content[:claimed], len(content) >= claimed


def _unpack(data: bytes, end: int, most: int) -> bytes:
    """Return what is written out. The window is the tail of the output, behind the dictionary everybody starts with."""
    out, position, lead = bytearray(_DICTIONARY), _HEADER.size, len(_DICTIONARY)
    most += lead
    while position < end and len(out) < most:
        control, position = data[position], position + 1
        for bit in range(8):
            if position >= end:
                break
            if not control >> bit & 1:
                out.append(data[position])
                position += 1
                continue
            if position + 1 >= end:
                return bytes(out[lead:])
            token = data[position] << 8 | data[position + 1]
            position += 2
            back = (len(out) - (token >> 4)) % _WINDOW
            if not back:  # a reference to the place being written ends the text
                return bytes(out[lead:])
            _copy(out, back, (token & 15) + 2)
    return bytes(out[lead:])


def _copy(out: bytearray, back: int, length: int) -> None:
    """Repeat what stands `back` bytes before the end; it may overlap what it writes."""
    start = len(out) - back
    if start < 0:  # a part of the window that nothing was written to
        out += b" " * length
    elif back >= length:
        out += out[start : start + length]
    else:
        out += (bytes(out[start:]) * (length // back + 1))[:length]

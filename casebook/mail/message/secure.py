"""Signed and encrypted messages (S/MIME, PGP): told as such; what is only signed is read, no signature is checked."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from casebook.mail.message.tree import Part

SMIME_TYPES = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
SIGNATURE_TYPES = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
)
SMIME_ENCRYPTED = "the message is encrypted with S/MIME: only a mail program that has the key can read it"
PGP_ENCRYPTED = "the message is encrypted with PGP: only a mail program that has the key can read it"
SMIME_SIGNED = "the message has an S/MIME signature, which was not checked"
PGP_SIGNED = "the message has a PGP signature, which was not checked"
SMIME_DAMAGED = "the S/MIME container is damaged: what is in it could not be read"

_LARGEST = 64 * 1024 * 1024
# The kinds of container (RFC 5652) by the bytes of their object identifiers.
_PKCS7 = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07"
_CONTENT_TYPES = b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01"
_SIGNED, _COMPRESSED = _PKCS7 + b"\x02", _CONTENT_TYPES + b"\x09"
_ENCRYPTED = frozenset({_PKCS7 + b"\x03", _PKCS7 + b"\x04", _PKCS7 + b"\x06", _CONTENT_TYPES + b"\x17"})
_SEQUENCE, _OCTETS, _CHUNKED, _EXPLICIT, _IDENTIFIER, _INTEGER = 0x30, 0x04, 0x24, 0xA0, 0x06, 0x02
_DEEPEST, _MOST_ELEMENTS = 20, 200_000
_ARMOUR = "-----BEGIN PGP "
_CLEAR_SIGNED = re.compile(
    r"(?ms)^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\n(?:[A-Za-z]{2,20}:[^\n]*\n){0,10}[ \t]*\n(.*?)"
    r"^-----BEGIN PGP SIGNATURE-----[ \t]*\n.*?(?:^-----END PGP SIGNATURE-----[ \t]*(?:\n|\Z)|\Z)"
)
_DASHES = re.compile(r"(?m)^- (?=-|From )")


@dataclass(frozen=True, slots=True)
class Opened:
    """What is in an S/MIME container: the entity in it if it can be read, and what to say about it."""

    entity: bytes | None
    remark: str


def of_multipart(part: Part) -> str:
    """Return what to say about a `multipart/signed` or `multipart/encrypted`, empty for anything else."""
    if part.type == "multipart/encrypted":
        return PGP_ENCRYPTED
    if part.type == "multipart/signed":
        protocol = part.value.parameters.get("protocol", b"").lower()
        kinds = {child.type for child in part.children}
        if b"pgp" in protocol or "application/pgp-signature" in kinds:
            return PGP_SIGNED
        return SMIME_SIGNED if b"pkcs7" in protocol or kinds & SIGNATURE_TYPES else ""
    return ""


def opened(content: bytes) -> Opened:
    """Return what a `smime.p7m` holds. Never raises."""
    try:
        return _opened(content)
    except (ValueError, IndexError, zlib.error):
        return Opened(None, SMIME_DAMAGED)


def inline(text: str) -> tuple[str, str]:
    """Return a text without the armour of an inline PGP signature, and what to say about it.

    Words outside of the signed ones stay; an encrypted block stays as it is.
    """
    if _ARMOUR not in text:
        return text, ""
    if "\n-----BEGIN PGP MESSAGE-----" in "\n" + text:
        return text, PGP_ENCRYPTED
    bare, count = _CLEAR_SIGNED.subn(lambda found: _DASHES.sub("", found[1]), text)
    return (bare, PGP_SIGNED) if count else (text, "")


def _opened(content: bytes) -> Opened:
    ber = _Ber(content)
    _, info, _ = ber.element(0, len(content), _SEQUENCE)
    _, identifier, after = ber.element(info.start, info.stop, _IDENTIFIER)
    kind = content[identifier.start : identifier.stop]
    if kind in _ENCRYPTED:
        return Opened(None, SMIME_ENCRYPTED)
    if kind not in {_SIGNED, _COMPRESSED}:
        return Opened(None, SMIME_DAMAGED)
    _, explicit, _ = ber.element(after, info.stop, _EXPLICIT)
    _, data, _ = ber.element(explicit.start, explicit.stop, _SEQUENCE)
    _, _, after = ber.element(data.start, data.stop, _INTEGER)
    _, _, after = ber.element(after, data.stop)  # the algorithms
    _, holder, _ = ber.element(after, data.stop, _SEQUENCE)
    _, _, after = ber.element(holder.start, holder.stop, _IDENTIFIER)
    if after >= holder.stop:  # a signature alone: what it signs stands elsewhere
        return Opened(None, SMIME_SIGNED if kind == _SIGNED else SMIME_DAMAGED)
    _, explicit, _ = ber.element(after, holder.stop, _EXPLICIT)
    entity = ber.octets(explicit.start, explicit.stop)
    if kind == _COMPRESSED:
        return Opened(zlib.decompressobj().decompress(entity, _LARGEST), "")
    return Opened(entity, SMIME_SIGNED)


class _Ber:
    """The elements of BER data (X.690): definite and open lengths, strings in chunks. Every length is checked."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._left = _MOST_ELEMENTS

    def element(self, start: int, end: int, wanted: int | None = None, depth: int = 0) -> tuple[int, range, int]:
        """Return tag and range of the element that stands at `start`, and where the next one does."""
        self._left -= 1
        if start + 2 > end or self._left < 0 or depth > _DEEPEST:
            raise ValueError
        data, tag, length, body = self._data, self._data[start], self._data[start + 1], start + 2
        if tag & 0x1F == 0x1F or (wanted is not None and tag != wanted):
            raise ValueError
        if length == 0x80:
            position = body
            while data[position : position + 2] != b"\0\0":
                position = self.element(position, end, depth=depth + 1)[2]
            return tag, range(body, position), position + 2
        if length > 0x80:
            size = length & 0x7F
            if size > 5 or body + size > end:
                raise ValueError
            length, body = int.from_bytes(data[body : body + size], "big"), body + size
        if length > end - body:
            raise ValueError
        return tag, range(body, body + length), body + length

    def octets(self, start: int, end: int) -> bytes:
        """Return an octet string, whole or in chunks."""
        tag, where, _ = self.element(start, end)
        if tag == _OCTETS:
            return self._data[where.start : where.stop]
        if tag != _CHUNKED:
            raise ValueError
        chunks, position = list[bytes](), where.start
        while position < where.stop:
            _, chunk, position = self.element(position, where.stop, _OCTETS)
            chunks.append(self._data[chunk.start : chunk.stop])
        return b"".join(chunks)

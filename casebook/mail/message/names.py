"""Names and types of attachments: as sent, without what could lead out of a folder; made up where none was sent."""

from __future__ import annotations

import re

_PATH = re.compile(r"[/\\]")
# Control characters, and the invisible ones that turn `gpj.exe` round on the screen.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")
_LONGEST = 200
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
)
_SAYS_NOTHING = frozenset(
    ["application/octet-stream", "application/binary", "application/x-download", "text/plain", "image/jpg"]
)
_ENDINGS = {
    "message/rfc822": ".eml",
    "message/delivery-status": ".txt",
    "message/disposition-notification": ".txt",
    "text/rfc822-headers": ".txt",
    "text/plain": ".txt",
    "text/html": ".html",
    "text/calendar": ".ics",
    "text/vcard": ".vcf",
    "text/x-vcard": ".vcf",
    "text/csv": ".csv",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/jpg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/bmp": ".bmp",
    "image/tiff": ".tiff",
    "image/heic": ".heic",
    "image/svg+xml": ".svg",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "application/json": ".json",
    "application/ms-tnef": ".dat",
    "application/pgp-signature": ".asc",
    "application/pkcs7-signature": ".p7s",
    "application/x-pkcs7-signature": ".p7s",
    "application/pkcs7-mime": ".p7m",
}
# What the ending of a name says: not that a text is a report, nor that data are Outlook's.
_BY_ENDING = {
    ending: kind
    for kind, ending in reversed(_ENDINGS.items())
    if not kind.startswith(("image/", "message/d")) and kind not in {"text/rfc822-headers", "application/ms-tnef"}
}


def clean(name: str) -> str:
    """Return a file name without folders and control characters, at most 200 characters long with its ending kept."""
    name = _CONTROL.sub("", _PATH.split(name)[-1]).strip()
    if name.strip(". ") == "":
        return ""
    if len(name) > _LONGEST:
        stem, dot, ending = name.rpartition(".")
        name = stem[: _LONGEST - len(ending) - 1] + dot + ending if dot and len(ending) < 20 else name[:_LONGEST]
    return name


def media_type(content: bytes, declared: str, name: str) -> str:
    """Return the type of an attachment: as declared, unless that says nothing and the first bytes do."""
    if declared and declared not in _SAYS_NOTHING:
        return declared
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            return kind
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "image/webp"
    if not declared or declared == "application/octet-stream":
        return next((kind for ending, kind in _BY_ENDING.items() if name.lower().endswith(ending)), declared)
    return declared


def made_up(kind: str, number: int, subject: str = "") -> str:
    """Return a name for an attachment that came without one: an attached mail gets its subject."""
    ending = _ENDINGS.get(kind, ".bin")
    if subject and (stem := clean(re.sub(r"[/\\:*?\"<>|]", " ", subject))[:80].strip(". ")):
        return stem + ending
    return f"{'image' if kind.startswith('image/') else 'attachment'}-{number}{ending}"

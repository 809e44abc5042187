"""How the files of a pack are called: ASCII only, safe on every system, in an order that sorts."""

from __future__ import annotations

import re
import unicodedata

from casebook.journal.outgoing import Redaction
from casebook.journal.records import Exhibit

ORIGINALS = "originals"
PDF = "dossier.pdf"
MANIFEST = "MANIFEST.sha256"
VERIFY = "VERIFY.txt"
CHECKPOINT = "CHECKPOINT.txt"
STAMP = "MANIFEST.sha256.tsr"
"""A service's answer about the manifest; the one file of a pack that the manifest cannot list."""

_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"COM{n}" for n in range(10)), *(f"LPT{n}" for n in range(10))}
_LONGEST_STEM, _LONGEST_ENDING = 48, 8


def exhibit_path(exhibit: Exhibit) -> str:
    """Return `originals/EX-0007-statement.png`; what is not ASCII is left out (the real name is in the PDF)."""
    return _numbered(f"EX-{exhibit.number:04d}", exhibit.name)


def redacted_path(exhibit: Exhibit, redaction: Redaction) -> str:
    """Return `originals/EX-0007R-statement.pdf` for the redacted copy of an exhibit."""
    return _numbered(f"EX-{exhibit.number:04d}R", redaction.name)


def mail_path(contact_id: int) -> str:
    """Return `originals/mail-0012.eml` for the contact with number 12."""
    return f"{ORIGINALS}/mail-{contact_id:04d}.eml"


def _numbered(number: str, name: str) -> str:
    stem, _, ending = name.rpartition(".")
    if not stem:
        stem, ending = name, ""
    stem, ending = _ascii(stem)[:_LONGEST_STEM].strip("-_."), re.sub(r"[^A-Za-z0-9]", "", ending)[:_LONGEST_ENDING]
    file = number + (f"-{stem}" if stem else "")
    return f"{ORIGINALS}/{file}" + (f".{ending}" if ending else "")


def is_safe(path: str) -> bool:
    """Return whether a path out of a manifest stays inside its pack, on every system."""
    parts = path.split("/")
    return (
        bool(path)
        and not re.search(r'[\\:*?"<>|\x00-\x1f]', path)
        and all(p and p[-1] not in ". " and p.split(".")[0].strip().upper() not in _RESERVED for p in parts)
    )


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9._-]+", "-", plain)

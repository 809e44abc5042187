"""Read the exhibits that are plain texts, so that their words stand on the page and not only in the pack."""

from __future__ import annotations

from pathlib import Path, PurePath

from casebook.dossier.pages.evidence import Shown
from casebook.dossier.redaction import texts
from casebook.dossier.selection import Outgoing, Selection
from casebook.journal.errors import BadInput

_LINES, _LETTERS = 300, 20_000
"""What is printed of one text: about six pages. The whole of it is in the pack."""
_SOURCES = (".html", ".htm", ".xml", ".xhtml")
"""Endings of files whose source is not what a person read: they stay described."""


def texts_of(selection: Selection, pack: Path) -> dict[int, Shown]:
    """Return by exhibit number the beginning of every plain text that goes out, read from its copy in the pack."""
    found = {}
    for item in selection.exhibits:
        if not item.file or not item.exhibit.number or not _is_plain(item) or item.file.size > texts.MOST:
            continue
        if text := _text(item, pack / item.path):
            lines = text.split("\n")
            found[item.exhibit.number] = Shown("text", total=len(lines), text=_beginning(lines))
    return found


def _is_plain(item: Outgoing) -> bool:
    source = PurePath(item.name.lower()).suffix in _SOURCES or "html" in item.media_type or "xml" in item.media_type
    return texts.is_text(item.name, item.media_type) and not source


def _text(item: Outgoing, path: Path) -> str:
    try:
        return texts.read(path.read_bytes(), item.label, item.name, item.media_type).rstrip()
    except BadInput:  # no text after all: it stays a described original
        return ""


def _beginning(lines: list[str]) -> str:
    """Return as many whole lines as may be printed; of a single endless one its beginning."""
    kept: list[str] = []
    left = _LETTERS
    for line in lines[:_LINES]:
        if len(line) > left:
            break
        kept.append(line)
        left -= len(line)
    return "\n".join(kept) if kept else lines[0][:_LETTERS]

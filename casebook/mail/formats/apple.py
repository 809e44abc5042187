"""Apple Mail's files: `.emlx` with its count and its list of properties, and what it keeps beside a partial one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from casebook.journal.incoming import NewMail
from casebook.journal.records import Attachment
from casebook.journal.terms import ExhibitSource
from casebook.mail.message import names
from casebook.mail.message.parse import parse

_COUNT = re.compile(rb"\s{0,10}(\d{1,10})[ \t]*\r?\n")
_FLAGS = re.compile(rb"<key>flags</key>\s{0,20}<integer>(\d{1,19})</integer>")
_DRAFT = 1 << 6
_MOST_FILES = 1_000
_LARGEST_FILE = 256 * 1024 * 1024
_ASIDE = "Apple Mail kept the attachments of this message in files beside it: they were added from there"
_ELSEWHERE = "Apple Mail left attachments of this message on the server: open it there and save them"


@dataclass(frozen=True, slots=True)
class Emlx:
    """A message out of an `.emlx`: its bytes, and whether Mail marks it as a draft."""

    raw: bytes
    draft: bool


def starts(start: bytes) -> bool:
    """Return whether a file begins like an `.emlx`: a count of bytes, then a message."""
    return bool(_COUNT.match(start))


def read(content: bytes) -> Emlx | None:
    """Return the message in an `.emlx`; one that was cut short is given as far as it goes. None if it is none."""
    found = _COUNT.match(content)
    if not found:
        return None
    start, count = found.end(), int(found[1])
    flags = _FLAGS.search(content[start + count :][:100_000])
    return Emlx(content[start : start + count], bool(flags and int(flags[1]) & _DRAFT))


def is_partial(name: str) -> bool:
    """Return whether a file is a message without its attachments."""
    return name.lower().endswith(".partial.emlx")


def partial(raw: bytes, source: str, path: Path | None) -> NewMail:
    """Return a partial message with the attachments that lie beside it: `…/Attachments/<number>/<part>/<name>`.

    Raises BadInput where the bytes are no mail.
    """
    mail = parse(raw, source)
    aside = _aside(path) if path else []
    have = {attachment.name for attachment in aside}
    kept = tuple(a for a in mail.attachments if a.content and a.name not in have)
    problem = _ASIDE if aside else _ELSEWHERE
    return replace(mail, attachments=(*kept, *aside), problems=(*mail.problems, problem))


def _aside(path: Path) -> list[Attachment]:
    folder = path.parent.parent / "Attachments" / path.name.partition(".")[0]
    found = list[Attachment]()
    if not folder.is_dir():
        return found
    for each in sorted(folder.rglob("*"))[:_MOST_FILES]:
        if each.name.startswith(".") or each.is_symlink() or not each.is_file() or each.stat().st_size > _LARGEST_FILE:
            continue
        name = names.clean(each.name)
        kind = names.media_type(each.open("rb").read(64), "", name)
        found.append(Attachment(name, each, kind, ExhibitSource.MAIL))
    return found

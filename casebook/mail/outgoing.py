"""Mails out again: one as the bytes it came as, a case's as an mbox that other programs read."""

from __future__ import annotations

import os
import re
from collections.abc import Generator
from dataclasses import dataclass
from email.utils import format_datetime
from pathlib import Path

from casebook.journal import BadInput, Journal, Progress
from casebook.journal.records import Contact
from casebook.journal.store.durable import write_whole

_NOT_IN_NAMES = frozenset('<>:"/\\|?*')
_LONGEST_NAME = 80
_OUTLOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FROM = re.compile(rb"(?m)^(>*From )")


@dataclass(frozen=True, slots=True)
class MboxWritten:
    """What an mbox holds: how many mails, and the contacts of those that cannot be in one (Outlook's own format)."""

    path: Path
    mails: int
    left_out: tuple[int, ...]


def name(journal: Journal, contact_id: int) -> str:
    """Return a file name for a mail from its subject, with the ending of its format. Raises NotFound, Damaged."""
    subject = journal.mail.of_contact(contact_id).subject
    bare = "".join(" " if c in _NOT_IN_NAMES or not c.isprintable() else c for c in subject).strip(" .")
    return f"{bare[:_LONGEST_NAME].strip(' .') or 'mail'}{ending(journal.mail.raw(contact_id))}"


def ending(raw: bytes) -> str:
    """Return `.msg` for a message of Outlook's, else `.eml`."""
    return ".msg" if raw.startswith(_OUTLOOK) else ".eml"


def save(journal: Journal, contact_id: int, path: Path, *, replace: bool = False) -> Path:
    """Write a mail as the very bytes it was imported as. Raises NotFound, Damaged, BadInput when the file is there."""
    _refuse(path, replace=replace)
    write_whole(path, journal.mail.raw(contact_id))
    return path


def to_mbox(
    journal: Journal, case_id: int, path: Path, *, replace: bool = False
) -> Generator[Progress, None, MboxWritten]:
    """Write the mails of a case to one mbox, oldest first; yields progress in mails.

    The dialect is mboxrd: a line that begins like a separator gets a `>` more, which a reader takes off again. Raises
    NotFound, Damaged, BadInput when the file is there or the case has no mail, OSError; then there is no file.
    """
    contacts = journal.contacts.of_case(case_id)
    mails = journal.mail.is_mail(contact.id for contact in contacts)
    chosen = [contact for contact in contacts if contact.id in mails and contact.purged_at is None]
    if not chosen:
        raise BadInput("there is no mail in C-{number}: import some first", number=case_id)
    left, part = list[int](), path.with_name(path.name + ".part")
    _refuse(path, replace=replace)
    try:
        with part.open("xb") as out:
            for done, contact in enumerate(chosen):
                yield Progress(done, len(chosen), "mails", contact.subject)
                raw = journal.mail.raw(contact.id)
                if ending(raw) != ".eml":
                    left.append(contact.id)
                    continue
                out.write(_separator(journal, contact) + _FROM.sub(rb">\1", raw))
                out.write(b"\n" if raw.endswith(b"\n") else b"\n\n")
            out.flush()
            os.fsync(out.fileno())
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    return MboxWritten(path, len(chosen) - len(left), tuple(left))


def _separator(journal: Journal, contact: Contact) -> bytes:
    """Return the `From ` line: the sender and the time of the message in UTC, as RFC 4155 has it."""
    sender = journal.mail.of_contact(contact.id).sender
    known = sender if re.fullmatch(r"[!-~]+@[!-~]+", sender) else "MAILER-DAEMON"
    day, number, month, year, clock, *_zone = format_datetime(contact.happened.utc).split()
    return f"From {known} {day.rstrip(',')} {month} {int(number):2d} {clock} {year}\n".encode("ascii")


def _refuse(path: Path, *, replace: bool) -> None:
    if path.exists() and not replace:
        raise BadInput("{path} is there already: choose another name, or replace it", path=path)

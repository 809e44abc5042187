"""Who wrote this? Everything that is known of a mail's sender in one answer, for the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casebook.guide.impostors import Assessment, Register, Sender, Standing, assess
from casebook.guide.impostors.links import Link, links
from casebook.journal import CasebookError, Journal
from casebook.journal.incoming import DkimCheck, Mail
from casebook.journal.records import Contact
from casebook.journal.terms import Direction
from casebook.mail.authenticity import codes, results, signatures
from casebook.mail.authenticity.codes import CodeCheck
from casebook.mail.authenticity.results import Said
from casebook.mail.authenticity.signatures import Outcome, Signature
from casebook.mail.message import tree

_LONGEST = 40_000
_OUTLOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Who:
    """What is known of who wrote a mail. `raw_missing` says why the message itself could not be read."""

    contact_id: int
    firm_id: int | None
    """The firm it is about: that of its case, else the one the sender belongs to, claims or seems to be."""
    sender: Sender
    assessment: Assessment
    outgoing: bool
    links: tuple[Link, ...] = ()
    said: tuple[Said, ...] = ()
    code: CodeCheck | None = None
    signatures: tuple[Signature, ...] = ()
    checks: tuple[tuple[DkimCheck, Outcome | None], ...] = ()
    """The recorded checks, each with what the stored key says of the stored bytes now."""
    raw_missing: str = ""
    as_sent: bool = True
    """Whether a copy of the message as it was sent is kept; an Outlook file is none."""


def register(journal: Journal) -> Register:
    """Return the register of a casebook as it is now."""
    return Register.of(
        journal.firms.all(),
        journal.officials.all(withdrawn=True),
        journal.clock(),
        journal.accounts.own_addresses(),
    )


def sender_of(mail: Mail) -> Sender:
    """Return what a mail says of its sender."""
    return Sender(mail.sender, mail.sender_name, mail.reply_to)


def glance(journal: Journal, contact_id: int, known: Register | None = None) -> Who:
    """Return what the mail's own header lines and the register say, at once. Raises NotFound for no mail."""
    mail, contact = journal.mail.of_contact(contact_id), journal.contacts.get(contact_id)
    known = known or register(journal)
    sender = sender_of(mail)
    outgoing = contact.direction is Direction.OUT
    found = Assessment(Standing.UNKNOWN) if outgoing else assess(known, sender)
    leads = () if outgoing else links(known, contact.text)
    return Who(contact_id, _firm(journal, contact, found), sender, found, outgoing, leads)


def who(journal: Journal, contact_id: int, known: Register | None = None) -> Who:
    """Return everything, reading the message itself, which takes a moment for a large one. Raises NotFound."""
    first = glance(journal, contact_id, known)
    contact = journal.contacts.get(contact_id)
    checks = journal.dkim.of_contact(contact_id)
    try:
        raw = message(journal, contact_id)
    except CasebookError as error:
        kept = tuple((check, None) for check in checks)
        return _with(first, raw_missing=str(error), checks=kept)
    if raw.startswith(_OUTLOOK):
        shown = codes.Shown((contact.subject, contact.text[:_LONGEST]), pictures=True, encrypted=False, cut=False)
        code = (
            None if first.outgoing else codes.check(journal.phishing_codes.all(), shown, _day(contact), _about(first))
        )
        return _with(first, code=code, checks=tuple((check, None) for check in checks), as_sent=False)
    root = tree.read(raw)
    marked = signatures.signatures(raw)
    code = None
    if not first.outgoing:
        shown = codes.shown(root, contact.subject)
        code = codes.check(journal.phishing_codes.all(), shown, _day(contact), _about(first))
    return _with(
        first,
        said=() if first.outgoing else results.said(root.headers),
        code=code,
        signatures=marked,
        checks=tuple((check, again(raw, marked, check)) for check in checks),
    )


def message(journal: Journal, contact_id: int) -> bytes:
    """Return a mail's bytes as it was sent, where any of its copies is that; else those it came as.

    Raises NotFound, Damaged.
    """
    raw = journal.mail.raw(contact_id)
    if raw.startswith(_OUTLOOK):
        for copy in journal.mail.copies(contact_id):
            other = journal.mail.copy_raw(copy)
            if not other.startswith(_OUTLOOK):
                return other
    return raw


def again(raw: bytes, marked: tuple[Signature, ...], check: DkimCheck) -> Outcome | None:
    """Return what the stored key says of the stored bytes now, None where no key was stored."""
    if not check.key_record:
        return None
    same = [s for s in marked if (s.domain, s.selector) == (check.domain, check.selector)]
    outcomes = [signatures.check(raw, signature, check.key_record) for signature in same]
    return next((o for o in outcomes if o.result is check.result), outcomes[0] if outcomes else None)


def _about(who: Who) -> int | None:
    """Return the firm whose code is looked for: the one that the sender is or seems to be, else that of the case."""
    return who.assessment.firm_id if who.assessment.firm_id is not None else who.firm_id


def _firm(journal: Journal, contact: Contact, found: Assessment) -> int | None:
    if contact.case_id is not None:
        return journal.cases.get(contact.case_id).firm_id
    return found.firm_id


def _day(contact: Contact) -> date | None:
    return contact.happened.local.date()


def _with(who: Who, **values: object) -> Who:
    from dataclasses import replace

    return replace(who, **values)  # type: ignore[arg-type]

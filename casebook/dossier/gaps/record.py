"""Gaps in the record itself: claims without a document, lone calls, late promises, silences, unread files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import zip_longest

from casebook.dossier.collect import Facts
from casebook.dossier.gaps.findings import Finding, Gap
from casebook.dossier.pages.figures import end_of
from casebook.dossier.redaction.sealing import is_withheld
from casebook.journal.changes import Kind
from casebook.journal.records import Contact, Exhibit
from casebook.journal.terms import Automatic, Channel, Direction, ExhibitSource, RequestState

SILENCE = timedelta(days=7)
"""A longer time without any contact wants a word of explanation."""
CONFIRMED_WITHIN = timedelta(days=3)
"""A call is to be confirmed in writing within this time."""
_CAME_WITH = {ExhibitSource.MAIL, ExhibitSource.CHAT}
_WRITTEN = {Channel.EMAIL, Channel.LETTER, Channel.TICKET, Channel.IN_APP}


def recordings(facts: Facts) -> Iterator[Finding]:
    """Find recordings of which it is not known that those heard agreed."""
    for exhibit in facts.originals:
        if is_withheld(exhibit):
            yield _of_exhibit(Gap.NO_CONSENT, exhibit)


def late_promises(facts: Facts, now: datetime) -> Iterator[Finding]:
    """Find promises whose date is over and of which nobody said what became of them."""
    for promise in facts.promises:
        if promise.is_late(now):
            values = {"text": promise.text, "due": promise.due}
            yield Finding(f"promise-late:{promise.id}", Gap.PROMISE_LATE, (Kind.PROMISE, promise.id), values)


def open_requests(facts: Facts) -> Iterator[Finding]:
    """Find what the firm asked for and the user did not supply: a reader will ask why."""
    for request in facts.requests:
        if request.state is RequestState.OPEN:
            values = {"text": request.text, "due": request.due}
            yield Finding(f"request-open:{request.id}", Gap.REQUEST_OPEN, (Kind.REQUEST, request.id), values)


def silences(facts: Facts, now: datetime) -> Iterator[Finding]:
    """Find stretches in which nobody said anything, the one up to now (or the end of the case) included."""
    spoken = [contact for contact in facts.contacts if contact.automatic is Automatic.NO]
    for earlier, later in zip_longest(spoken, spoken[1:]):
        end = later.happened.utc if later else facts.case.closed_at or now
        length = end - end_of(earlier)
        if length > SILENCE:
            values = {"since": earlier.happened, "until": later.happened if later else None, "days": length.days}
            yield Finding(f"silence:{earlier.id}", Gap.SILENCE, (Kind.CONTACT, earlier.id), values)


def bare_claims(facts: Facts) -> Iterator[Finding]:
    """Find contacts, promises, transfers and losses that no document stands behind.

    A mail is its own document. Calls have a rule of their own; a promise told in a contact stands with that contact.
    """
    proven = {contact.id for contact in facts.contacts if _documented(facts, contact)}
    shown = {exhibit.id for exhibit in facts.exhibits}
    for contact in facts.contacts:
        known = contact.id in proven or contact.channel is Channel.PHONE
        if not known and contact.automatic is Automatic.NO and not contact.purged_at:
            yield _of_contact(Gap.NO_EXHIBIT, contact)
    for promise in facts.promises:
        if promise.contact_id is None and promise.exhibit_id not in shown:
            values = {"text": promise.text}
            yield Finding(f"no-exhibit:promise:{promise.id}", Gap.NO_EXHIBIT, (Kind.PROMISE, promise.id), values)
    for transfer in facts.transfers:
        if transfer.exhibit_id not in shown and transfer.contact_id not in proven:
            values = {"amount": transfer.amount, "asset": transfer.asset, "text": transfer.txid or transfer.note}
            yield Finding(f"no-exhibit:transfer:{transfer.id}", Gap.NO_EXHIBIT, (Kind.TRANSFER, transfer.id), values)
    for loss in facts.losses:
        if loss.exhibit_id not in shown:
            values = {"amount": loss.amount, "asset": loss.asset, "text": loss.what}
            yield Finding(f"no-exhibit:loss:{loss.id}", Gap.NO_EXHIBIT, (Kind.LOSS, loss.id), values)


def lone_calls(facts: Facts) -> Iterator[Finding]:
    """Find calls after which the user wrote nothing to the firm for days."""
    letters = [
        contact.happened.utc
        for contact in facts.contacts
        if contact.channel in _WRITTEN and contact.direction is Direction.OUT
    ]
    for contact in facts.contacts:
        if contact.channel is Channel.PHONE and not contact.purged_at:
            last = end_of(contact) + CONFIRMED_WITHIN
            if not any(contact.happened.utc <= written <= last for written in letters):
                yield _of_contact(Gap.CALL_ALONE, contact, days=CONFIRMED_WITHIN.days)


def sourceless(facts: Facts) -> Iterator[Finding]:
    """Find exhibits that came with no mail or chat and do not say who captured them."""
    for exhibit in facts.originals:
        if exhibit.source not in _CAME_WITH and not exhibit.origin:
            yield _of_exhibit(Gap.NO_SOURCE, exhibit)


def unread(facts: Facts) -> Iterator[Finding]:
    """Find files that came with a mail or chat and were never opened; pictures in a mail's words are seen there."""
    for exhibit in facts.originals:
        if exhibit.source in _CAME_WITH and not exhibit.inline and exhibit.read_at is None:
            yield _of_exhibit(Gap.UNREAD, exhibit)


def _documented(facts: Facts, contact: Contact) -> bool:
    mail = facts.mails.get(contact.id)
    return bool(mail and mail.raw.sha256) or any(exhibit.file.sha256 for exhibit in contact.exhibits)


def _of_contact(gap: Gap, contact: Contact, **values: object) -> Finding:
    told = {"channel": contact.channel, "direction": contact.direction, "when": contact.happened}
    key = f"{gap}:contact:{contact.id}"
    return Finding(key, gap, (Kind.CONTACT, contact.id), {**told, "text": contact.subject or contact.text, **values})


def _of_exhibit(gap: Gap, exhibit: Exhibit) -> Finding:
    values = {"label": exhibit.label, "name": exhibit.name}
    return Finding(f"{gap}:exhibit:{exhibit.id}", gap, (Kind.EXHIBIT, exhibit.id), values)

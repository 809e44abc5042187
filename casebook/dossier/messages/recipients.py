"""Where a message could go: the thread it goes on in, the ways the user recorded, what was verified as official."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from casebook.dossier.collect import Facts
from casebook.dossier.messages.message import Recipient, Source
from casebook.guide.impostors import Register, Sender, assess, assess_handle
from casebook.journal.records import Contact
from casebook.journal.terms import Channel, Direction, OfficialKind

if TYPE_CHECKING:
    from casebook.journal import Journal

_OFFICIAL = {
    Channel.EMAIL: {OfficialKind.ADDRESS},
    Channel.SOCIAL: {OfficialKind.HANDLE},
    Channel.PHONE: {OfficialKind.PHONE},
    Channel.TICKET: {OfficialKind.SITE},
    Channel.CHAT: {OfficialKind.SITE, OfficialKind.HANDLE},
}
_MOST = 8


def find(journal: Journal, facts: Facts, channel: Channel, contact: Contact | None) -> tuple[Recipient, ...]:
    """Return where a message could go, what speaks most for it first; each place once."""
    if channel is Channel.LETTER:
        postal = " · ".join(facts.firm.address.split("\n")).strip()
        return (Recipient(postal, Source.WAY),) if postal else ()
    offered: dict[str, Recipient] = {}
    for recipient in (*_of_thread(facts, channel, contact), *_recorded(journal, facts, channel)):
        offered.setdefault(recipient.address.strip().casefold(), recipient)
    own = journal.accounts.own_addresses()
    register = Register.of(journal.firms.all(), journal.officials.all(withdrawn=True), journal.clock(), own)
    found = [r for key, r in offered.items() if key and key not in own][:_MOST]
    return tuple(_judged(register, facts.firm.id, channel, r) for r in found)


def judge(journal: Journal, firm_id: int, channel: Channel, address: str) -> Recipient:
    """Return what is known of an address that the user typed."""
    register = Register.of(journal.firms.all(), journal.officials.all(withdrawn=True), journal.clock())
    return _judged(register, firm_id, channel, Recipient(address.strip(), Source.CONTACT))


def _judged(register: Register, firm_id: int, channel: Channel, recipient: Recipient) -> Recipient:
    if channel is Channel.EMAIL:
        found = assess(register, Sender(recipient.address))
    elif channel is Channel.SOCIAL:
        found = assess_handle(register, recipient.address)
    else:
        known = any(o.firm_id == firm_id and o.value in recipient.address.casefold() for o in register.officials)
        return replace(recipient, official=known)
    official = found.is_the_firm and found.firm_id == firm_id
    return replace(recipient, official=official, doubtful=found.warns)


def _of_thread(facts: Facts, channel: Channel, contact: Contact | None) -> Iterator[Recipient]:
    """Yield where the mail that is answered went or came from, then the same of the latest mails."""
    if channel is not Channel.EMAIL:
        return
    latest = [contact] if contact else []
    for one in (*latest, *reversed(facts.contacts)):
        if mail := facts.mails.get(one.id):
            answered = mail.to if one.direction is Direction.OUT else (mail.reply_to or mail.sender,)
            source = Source.THREAD if one is contact else Source.CONTACT
            yield from (Recipient(address, source) for address in answered)


def _recorded(journal: Journal, facts: Facts, channel: Channel) -> Iterable[Recipient]:
    for way in journal.firm_channels.of_firm(facts.firm.id):
        if way.channel is channel and way.place:
            yield Recipient(way.place.strip(), Source.WAY, way.topic, way.checked_on)
    for contact in reversed(facts.contacts):
        if contact.channel is channel and contact.details.address:
            yield Recipient(contact.details.address, Source.CONTACT)
    for official in journal.officials.all(facts.firm.id):
        if official.kind in _OFFICIAL.get(channel, set()):
            checked = official.verified_at.date().isoformat()
            yield Recipient(official.value, Source.OFFICIAL, official.platform, checked)

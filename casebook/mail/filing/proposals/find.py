"""Everything that the words of one message seem to name, in the order in which a reader would want it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from casebook.journal.incoming import Mark
from casebook.journal.records import Contact
from casebook.journal.terms import Direction
from casebook.mail.filing import desks
from casebook.mail.filing.proposals import identifiers, people, wallets
from casebook.mail.filing.proposals.kinds import Proposal, ProposalKind
from casebook.mail.filing.proposals.promises import due, promises
from casebook.mail.filing.proposals.requests import requests

_FIRST, _LAST = 20_000, 4_000
_MOST_OF_A_KIND = 8
_WORDS = 160
_ORDER = {kind: place for place, kind in enumerate(ProposalKind)}


def find(
    contact: Contact, marks: Sequence[Mark] = (), *, country: str = "", own: Collection[str] = ()
) -> tuple[Proposal, ...]:
    """Return what a contact's own words (without quote and signature) and the marks of its mail seem to name.

    `country` is the firm's, for working days; `own` are names of the user's, which are no agent's. What a person of the
    firm promised, asked for, or is called is looked for in what came in, not in what the user wrote. Looks at the first
    20,000 characters and the last 4,000. Never raises.
    """
    text = _cut(contact.own_text)
    found = [*_tickets(marks), *_identifiers(f"{contact.subject}\n{text}", len(contact.subject) + 1)]
    if contact.direction is not Direction.OUT:
        closing = contact.text[: contact.quote_at] if contact.quote_at is not None else contact.text
        named = people.agents(_cut(closing), contact.agent)
        found += [each for each in named if each.value not in own and (each.value, each.agent_id) != _known(contact)]
        found += promises(text, contact.happened, country)
        found += [replace(each, due=due(each.value, contact.happened, country)) for each in requests(text)]
    return tuple(_tidied(found, text))


def _known(contact: Contact) -> tuple[str, str]:
    return contact.agent, contact.agent_id


def _tickets(marks: Iterable[Mark]) -> Iterator[Proposal]:
    for mark in marks:
        if mark.ticket:
            yield Proposal(ProposalKind.TICKET, mark.ticket, sure=mark.system != desks.ANY, place=-1)


def _identifiers(text: str, before: int) -> Iterator[Proposal]:
    found = [*identifiers.orders(text), *identifiers.transactions(text), *identifiers.amounts(text)]
    for wallet in wallets.find(text):
        found.append(
            Proposal(
                ProposalKind.ADDRESS, wallet.value, sure=wallet.checked, network=wallet.network, place=wallet.start
            )
        )
    for each in found:
        yield replace(each, place=each.place - before)


def _tidied(found: Iterable[Proposal], text: str) -> Iterator[Proposal]:
    """Yield each thing once, at most eight of a kind, with the line it stands in."""
    seen = set[tuple[ProposalKind, str, str]]()
    count = dict.fromkeys(ProposalKind, 0)
    tickets = {each.value.casefold() for each in found if each.kind is ProposalKind.TICKET}
    for each in sorted(found, key=lambda p: (_ORDER[p.kind], p.place)):
        key = (each.kind, each.value.casefold(), each.asset or each.agent_id)
        if key in seen or count[each.kind] >= _MOST_OF_A_KIND:
            continue
        if each.kind is ProposalKind.ORDER and each.value.casefold() in tickets:
            continue
        seen.add(key)
        count[each.kind] += 1
        yield each if each.words else replace(each, words=_line(text, each.place))


def _line(text: str, place: int) -> str:
    """Return the line around a place in the text; empty for what stands in no line of it."""
    if place < 0:
        return ""
    start = max(text.rfind("\n", 0, place) + 1, place - _WORDS // 2)
    end = text.find("\n", place)
    return " ".join(text[start : end if end >= 0 else None][:_WORDS].split())


def _cut(text: str) -> str:
    return text if len(text) <= _FIRST + _LAST else f"{text[:_FIRST]}\n{text[-_LAST:]}"

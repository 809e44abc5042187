"""Proposals against the record: what of them is new, and what happens when the user takes one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casebook.journal import BadInput, Changes, Journal
from casebook.journal.kinds import promises, requests
from casebook.journal.records import Contact
from casebook.journal.terms import ReferenceKind
from casebook.mail.filing.proposals.find import find
from casebook.mail.filing.proposals.kinds import Proposal, ProposalKind

_REFERENCES = {
    ProposalKind.ORDER: ReferenceKind.ORDER,
    ProposalKind.TXID: ReferenceKind.TXID,
    ProposalKind.ADDRESS: ReferenceKind.ADDRESS,
    ProposalKind.AMOUNT: ReferenceKind.AMOUNT,
}
_NAMED_THERE = "named in the message"
"""The reason of an amendment that only takes over what the message itself says."""


def offers(journal: Journal, contact_id: int) -> tuple[Proposal, ...]:
    """Return what a contact seems to name and its case does not know yet, what was waved away left out.

    Raises NotFound.
    """
    contact = journal.contacts.get(contact_id)
    marks = journal.mail.of_contact(contact_id).marks if journal.mail.is_mail([contact_id]) else ()
    waved = journal.passed_over.of_contact(contact_id)
    country, known = "", set[tuple[str, str]]()
    if contact.case_id is not None:
        country = journal.firms.get(journal.cases.get(contact.case_id).firm_id).country
        known = _known(journal, contact.case_id)
    found = find(contact, marks, country=country, own=_own_names(journal))
    return tuple(each for each in found if key(each) not in waved and key(each) not in known)


@dataclass(frozen=True, slots=True)
class Rings:
    """What the reminders of promises and requests say, in the user's language."""

    promise: str = promises.RINGS
    request: str = requests.RINGS


def accept(journal: Journal, contact_id: int, proposals: Iterable[Proposal], rings: Rings | None = None) -> Changes:
    """Record proposals in the contact's case, in one commit, each with the contact it came from.

    Promises and requests that name a time ring by it, also where the message is an old one. Raises BadInput while the
    contact belongs to no case, NotFound.
    """
    contact, done = journal.contacts.get(contact_id), list[Changes]()
    if contact.case_id is None:
        raise BadInput("this message is in no case yet: file it first, then take over what it names")
    with journal.transaction():
        known = _known(journal, contact.case_id)
        for each in proposals:
            if key(each) not in known:
                done.append(_record(journal, contact, contact.case_id, each, rings or Rings()))
                known.add(key(each))
    return Changes.merged(done)


def key(proposal: Proposal) -> tuple[str, str]:
    """Return (kind, value) by which a proposal is known again."""
    value = f"{proposal.value} {proposal.asset or proposal.agent_id}".strip()
    return str(proposal.kind), value if proposal.kind is ProposalKind.AMOUNT else value.casefold()


def _record(journal: Journal, contact: Contact, case_id: int, proposal: Proposal, rings: Rings) -> Changes:
    if proposal.kind is ProposalKind.TICKET:
        return journal.tickets.add(case_id, proposal.value, contact.id)
    if proposal.kind is ProposalKind.AGENT:
        fields = {"agent": proposal.value or contact.agent, "agent_id": proposal.agent_id or contact.agent_id}
        return journal.contacts.amend(contact.id, _NAMED_THERE, **fields)
    if proposal.kind is ProposalKind.PROMISE:
        return journal.promises.add(
            case_id,
            proposal.value,
            due=proposal.due,
            contact_id=contact.id,
            agent=contact.agent,
            ring=rings.promise,
        )
    if proposal.kind is ProposalKind.REQUEST:
        return journal.requests.add(
            case_id, proposal.value, due=proposal.due, contact_id=contact.id, ring=rings.request
        )
    value = f"{proposal.value} {proposal.asset}".strip()
    kind = _REFERENCES[proposal.kind]
    return journal.references.add(case_id, kind, value, contact_id=contact.id, network=proposal.network)


def _known(journal: Journal, case_id: int) -> set[tuple[str, str]]:
    """Return the keys of what a case has recorded already."""
    kinds = {reference: str(kind) for kind, reference in _REFERENCES.items()}
    found = {(str(ProposalKind.TICKET), ticket.number.casefold()) for ticket in journal.tickets.of_case(case_id)}
    for reference in journal.references.of_case(case_id):
        if kind := kinds.get(reference.kind):
            found.add((kind, reference.value if kind == ProposalKind.AMOUNT else reference.value.casefold()))
    found |= {(str(ProposalKind.PROMISE), promise.text.casefold()) for promise in journal.promises.of_case(case_id)}
    return found | {(str(ProposalKind.REQUEST), each.text.casefold()) for each in journal.requests.of_case(case_id)}


def _own_names(journal: Journal) -> frozenset[str]:
    return frozenset(line.strip() for account in journal.accounts.all() for line in account.holder.splitlines()[:1])

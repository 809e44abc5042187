"""A case made of waiting messages: firm, title, beginning, and what the messages name, for the user to look over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casebook.journal.changes import Changes
from casebook.journal.records import Account, Contact
from casebook.journal.terms import Direction
from casebook.journal.times import Moment
from casebook.mail.filing.known import Facts, Known, shared_domain
from casebook.mail.filing.proposals import offers
from casebook.mail.filing.proposals.kinds import Proposal, ProposalKind
from casebook.mail.filing.subjects import bare_subject

if TYPE_CHECKING:
    from casebook.journal import Journal

_NAMED = frozenset(
    {ProposalKind.TICKET, ProposalKind.ORDER, ProposalKind.TXID, ProposalKind.ADDRESS, ProposalKind.AMOUNT}
)
_MOST_READ = 200
_OFFICES = frozenset(["support", "help", "service", "info", "contact", "team", "care", "noreply", "no-reply"])


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """What a new case would start with. `firm_id` is None where the firm is not known yet: then `firm_name` counts."""

    firm_id: int | None
    firm_name: str
    account_id: int | None
    title: str
    began: Moment | None
    amount: str
    asset: str
    found: tuple[tuple[int, Proposal], ...]
    """What the messages name, each with the contact it stands in; nothing of it is recorded unless the user says so."""

    @property
    def sure(self) -> tuple[tuple[int, Proposal], ...]:
        """What was found whose form leaves no doubt."""
        return tuple(each for each in self.found if each[1].sure)


def draft(journal: Journal, contact_ids: Sequence[int]) -> CaseDraft:
    """Return what a case made of these waiting messages would start with. Raises NotFound."""
    contacts = sorted(journal.contacts.many(contact_ids).values(), key=lambda c: (c.happened.utc, c.id))
    known = Known(Facts.read(journal), journal.clock())
    firm_id, firm_name = _firm(journal, known, contacts)
    found = _found(journal, contacts)
    amounts = {(each.value, each.asset) for _, each in found if each.kind is ProposalKind.AMOUNT}
    amount, asset = next(iter(amounts)) if len(amounts) == 1 else ("", "")
    return CaseDraft(
        firm_id=firm_id,
        firm_name=firm_name,
        account_id=_account(journal, firm_id, contacts),
        title=next((title for c in contacts if (title := bare_subject(c.subject))), ""),
        began=contacts[0].happened if contacts else None,
        amount=amount,
        asset=asset,
        found=found,
    )


def make(journal: Journal, drafted: CaseDraft, contact_ids: Sequence[int], *, with_found: bool = False) -> Changes:
    """Make the case, its firm where that is new, and file the messages, in one commit. Raises NotFound, BadInput.

    `with_found` also records what the messages name beyond doubt, each with the message it stands in.
    """
    with journal.transaction():
        firm_id, parts = drafted.firm_id, list[Changes]()
        if firm_id is None:
            parts.append(journal.firms.add(drafted.firm_name))
            firm_id = parts[0].made
        made = journal.cases.add(
            firm_id,
            drafted.title,
            account_id=drafted.account_id,
            amount=drafted.amount,
            asset=drafted.asset,
            problem=drafted.began,
        )
        parts.append(journal.inbox.file(contact_ids, made.made))
        if with_found:
            parts.append(record(journal, drafted.sure))
    return replace(Changes.merged((*parts, made)), made=made.made)


def record(journal: Journal, found: Sequence[tuple[int, Proposal]], rings: offers.Rings | None = None) -> Changes:
    """Record what was found, each in the case of its message, in one commit. Raises NotFound, BadInput."""
    with journal.transaction():
        return Changes.merged([offers.accept(journal, contact, [each], rings) for contact, each in found])


def _found(journal: Journal, contacts: Sequence[Contact]) -> tuple[tuple[int, Proposal], ...]:
    """Return what the messages name, each once, with the first message it stands in."""
    found: dict[tuple[str, str], tuple[int, Proposal]] = {}
    for contact in contacts[:_MOST_READ]:
        for each in offers.offers(journal, contact.id):
            if each.kind in _NAMED:
                before = found.get(offers.key(each))
                if before is None or (each.sure and not before[1].sure):
                    found[offers.key(each)] = contact.id, each
    return tuple(found.values())


def _firm(journal: Journal, known: Known, contacts: Sequence[Contact]) -> tuple[int | None, str]:
    """Return the firm these messages are exchanged with, or the name under which it writes."""
    mails = journal.mail.is_mail([contact.id for contact in contacts])
    name = ""
    for contact in contacts:
        if contact.id not in mails:
            continue
        mail, incoming = journal.mail.of_contact(contact.id), contact.direction is Direction.IN
        for other in (mail.sender,) if incoming else (*mail.to, *mail.cc):
            firms = known.firms_of(other)
            if not firms and incoming and not known.warns(mail.sender, mail.sender_name, mail.reply_to):
                firms = known.called(other, mail.sender_name)
            if len(firms) == 1:
                return min(firms), ""
            if incoming and not name:
                name = _name(mail.sender, mail.sender_name)
    return (None, name) if name else (_by_account(journal, contacts), "")


def _name(address: str, shown: str) -> str:
    """Return what a sender's firm may be called: the shown name without the office, else the domain's first word."""
    words = [word for word in shown.split() if word.strip("()|-,.").casefold() not in _OFFICES]
    domain = shared_domain(address)
    return " ".join(words) or (domain.split(".")[0].capitalize() if domain else shown)


def _by_account(journal: Journal, contacts: Sequence[Contact]) -> int | None:
    """Return the firm whose account one of these mails was sent to or from, None where none or several fit."""
    firms = {account.firm_id for account in journal.accounts.all() if _people(journal, contacts) & _own(account)}
    return firms.pop() if len(firms) == 1 else None


def _account(journal: Journal, firm_id: int | None, contacts: Sequence[Contact]) -> int | None:
    """Return the user's account at the firm by which these mails went, or its only one."""
    if firm_id is None:
        return None
    accounts = journal.accounts.all(firm_id)
    named = [account.id for account in accounts if _people(journal, contacts) & _own(account)]
    return named[0] if len(named) == 1 else accounts[0].id if len(accounts) == 1 else None


def _people(journal: Journal, contacts: Sequence[Contact]) -> set[str]:
    mails = journal.mail.is_mail([contact.id for contact in contacts])
    found = set[str]()
    for mail in map(journal.mail.of_contact, mails):
        found.update(address.lower() for address in (mail.sender, *mail.to, *mail.cc))
    return found


def _own(account: Account) -> set[str]:
    return {address.lower() for address in (account.email, *account.aliases) if address}

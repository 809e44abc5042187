"""Everything the case page shows except the words of the contacts, read at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebook.journal.listings import ContactRow
from casebook.journal.outgoing import Loss, Transfer
from casebook.journal.planning import CheckMark, Deadline, Quote
from casebook.journal.records import (
    Account,
    Case,
    Contact,
    Exhibit,
    Firm,
    FollowUp,
    Promise,
    Reference,
    Request,
    Ticket,
)
from casebook.journal.terms import CaseStatus, Channel, FollowUpState

if TYPE_CHECKING:
    from casebook.journal import Journal

_TAIL = 100
"""So many of the latest contacts are looked at for the next step: what nobody answered is among them."""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """A case and what belongs to it."""

    case: Case
    firm: Firm
    contacts: list[ContactRow]
    promises: list[Promise]
    follow_ups: list[FollowUp]
    tickets: list[Ticket]
    references: list[Reference]
    requests: list[Request]
    exhibits: list[Exhibit]
    transfers: list[Transfer]
    losses: list[Loss]
    account: Account | None = None
    marks: tuple[CheckMark, ...] = ()
    looked_up: tuple[Contact, ...] = ()
    """The searches in a help centre, the latest of them."""
    deadlines: tuple[Deadline, ...] = ()
    quotes: tuple[Quote, ...] = ()
    """The passages that the dossier quotes."""

    @property
    def open_follow_ups(self) -> list[FollowUp]:
        """The follow-ups that still want an answer."""
        return [f for f in self.follow_ups if f.state is FollowUpState.OPEN]

    @property
    def is_closed(self) -> bool:
        """Whether the case needs nothing any more."""
        return self.case.status is CaseStatus.CLOSED


def load(journal: Journal, case_id: int, contacts: list[ContactRow] | None = None) -> CaseFacts:
    """Return what is known of a case; `contacts` where they are known to be unchanged. Raises NotFound."""
    case = journal.cases.get(case_id)
    return CaseFacts(
        case,
        journal.firms.get(case.firm_id),
        journal.contacts.timeline(case_id) if contacts is None else contacts,
        journal.promises.of_case(case_id),
        journal.follow_ups.of_case(case_id),
        journal.tickets.of_case(case_id),
        journal.references.of_case(case_id),
        journal.requests.of_case(case_id),
        journal.exhibits.of_case(case_id),
        journal.transfers.of_case(case_id),
        journal.losses.of_case(case_id),
        journal.accounts.get(case.account_id) if case.account_id else None,
        tuple(journal.check_marks.of_case(case_id)),
        tuple(journal.contacts.many(journal.contacts.of_channel(case_id, Channel.HELP_CENTRE)[-_TAIL:]).values()),
        tuple(journal.deadlines.of_case(case_id)),
        tuple(journal.quotes.of_case(case_id)),
    )


def latest_contacts(journal: Journal, facts: CaseFacts) -> list[Contact]:
    """Return the latest contacts in time order, for the guide."""
    ids = [row.id for row in facts.contacts[-_TAIL:]]
    found = journal.contacts.many(ids)
    return [found[i] for i in ids if i in found]

"""What is known of a case before one writes: everything that a checklist is held against, as plain records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from casebook.journal.outgoing import Transfer
from casebook.journal.planning import CheckMark, Letter
from casebook.journal.records import Account, Case, Contact, Exhibit, Reference, Request, Ticket
from casebook.journal.terms import Channel, Direction

if TYPE_CHECKING:
    from casebook.journal import Journal
    from casebook.journal.incoming import Official

_LATEST = 100
"""So many of the latest contacts are looked at: what was sent last is among them."""


@dataclass(frozen=True, slots=True)
class Known:
    """A case and what belongs to it. `contacts` may be the latest ones with those of the help centre."""

    case: Case
    account: Account | None = None
    contacts: Sequence[Contact] = ()
    exhibits: Sequence[Exhibit] = ()
    tickets: Sequence[Ticket] = ()
    references: Sequence[Reference] = ()
    transfers: Sequence[Transfer] = ()
    requests: Sequence[Request] = ()
    marks: Sequence[CheckMark] = ()
    letters: Sequence[Letter] = ()
    """Not sent yet, the latest first."""
    officials: Sequence[Official] = ()
    """Of the firm."""
    senders: Mapping[int, str] = field(default_factory=dict)
    """From which address a mail was sent, by contact id; only what has its raw mail is in it."""

    @property
    def disputed(self) -> Sequence[Transfer]:
        """The transfers that the case is about: those of its kind where there are any, else all."""
        return [t for t in self.transfers if str(t.kind) == str(self.case.category)] or self.transfers

    def mark(self, item: str) -> CheckMark | None:
        """Return what the user said of an item."""
        return next((mark for mark in self.marks if mark.item == item), None)


def known(journal: Journal, case_id: int) -> Known:
    """Return what is known of a case. Reads only what a checklist needs. Raises NotFound."""
    case = journal.cases.get(case_id)
    rows = journal.contacts.timeline(case_id)
    latest = [row.id for row in rows[-_LATEST:]]
    found = journal.contacts.many(dict.fromkeys([*journal.contacts.of_channel(case_id, Channel.HELP_CENTRE), *latest]))
    contacts = sorted(found.values(), key=lambda contact: (contact.happened.utc, contact.id))
    sent = [c.id for c in contacts if c.channel is Channel.EMAIL and c.direction is Direction.OUT]
    mails = {number: journal.mail.of_contact(number) for number in journal.mail.is_mail(sent)}
    return Known(
        case=case,
        account=journal.accounts.get(case.account_id) if case.account_id else None,
        contacts=contacts,
        exhibits=journal.exhibits.of_case(case_id),
        tickets=journal.tickets.of_case(case_id),
        references=journal.references.of_case(case_id),
        transfers=journal.transfers.of_case(case_id),
        requests=journal.requests.of_case(case_id),
        marks=journal.check_marks.of_case(case_id),
        letters=journal.letters.of_case(case_id),
        officials=journal.officials.all(case.firm_id),
        senders={number: mail.sender for number, mail in mails.items() if mail.raw.sha256},
    )

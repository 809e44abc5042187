"""Read one case out of the journal into plain values: everything a dossier says is in here, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

from casebook.dossier.redaction.carriers import carried
from casebook.dossier.redaction.sealing import sealed
from casebook.journal import Journal
from casebook.journal.errors import CasebookError
from casebook.journal.incoming import DkimCheck, Mail
from casebook.journal.outgoing import Answer, Export, Loss, Redaction, Transfer
from casebook.journal.planning import CheckMark, Deadline, Quote
from casebook.journal.proof.checkpoints import Signed
from casebook.journal.records import (
    Account,
    Amendment,
    Case,
    Contact,
    Exhibit,
    Firm,
    LedgerHead,
    Promise,
    Reference,
    Request,
    Ticket,
)


@dataclass(frozen=True, slots=True)
class RawHead:
    """The header lines of a raw mail as they stand in it, and how many bytes they have in all."""

    content: bytes
    size: int


@dataclass(frozen=True, slots=True)
class Facts:
    """One case as recorded. Contacts are in time order, exhibits by number, the rest in the order of recording.

    Follow-ups are not in it: what the user means to do next is no business of the reader. The deadlines are: by which
    rule an answer was owed, and until when.
    """

    case: Case
    firm: Firm
    account: Account | None
    contacts: tuple[Contact, ...]
    mails: Mapping[int, Mail]
    exhibits: tuple[Exhibit, ...]
    tickets: tuple[Ticket, ...]
    references: tuple[Reference, ...]
    promises: tuple[Promise, ...]
    requests: tuple[Request, ...]
    amendments: tuple[Amendment, ...]
    head: LedgerHead
    checkpoint: Signed | None = None
    """The signed note of that head; None where nothing could be signed."""

    gone: tuple[str, ...] = ()
    """The numbers of exhibits that were deleted."""

    transfers: tuple[Transfer, ...] = ()
    losses: tuple[Loss, ...] = ()
    redactions: Mapping[int, Redaction] = field(default_factory=dict)
    """The redaction that stands, by exhibit id."""

    exports: tuple[Export, ...] = ()
    """The dossiers made of earlier states of the record, oldest first. One of this very state is not among them: the
    same record gives the same file."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    """The user's answers to the gap report, by finding."""

    quotes: tuple[Quote, ...] = ()
    """The passages that the user wants to be read before all others."""

    deadlines: tuple[Deadline, ...] = ()
    """The clocks that the user set, with their dates as reckoned then."""

    marks: tuple[CheckMark, ...] = ()
    """What the user says of items of the checklist."""

    carried: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What lies within the files of the case, SHA-256 by SHA-256; only looked at where something is sealed."""

    headers: Mapping[int, RawHead] = field(default_factory=dict)
    """The header lines of raw mails, by contact; read only for the form that prints them."""

    dkim: Mapping[int, tuple[DkimCheck, ...]] = field(default_factory=dict)
    """The signature checks that were recorded, by contact, oldest first."""

    @property
    def originals(self) -> tuple[Exhibit, ...]:
        """The exhibits whose bytes are there; of what was purged only the number is left."""
        return tuple(exhibit for exhibit in self.exhibits if exhibit.file.sha256)

    @property
    def raw_mails(self) -> dict[int, Mail]:
        """The mails whose raw messages are there."""
        return {number: mail for number, mail in self.mails.items() if mail.raw.sha256}

    @property
    def as_of(self) -> datetime:
        """The time the record stands at (UTC): that of the last ledger entry. It is the only "now" a dossier knows."""
        return self.head.at or self.case.recorded_at


def collect(journal: Journal, case_id: int) -> Facts:
    """Return the facts of a case. Raises NotFound if there is no such case."""
    while True:
        before = journal.ledger.head()
        facts = _read(journal, case_id, journal.exports.head())
        # Somebody may write between two reads; an unchanged ledger shows that all of them belong together.
        if journal.ledger.head() == before:
            return facts


def _read(journal: Journal, case_id: int, head: LedgerHead) -> Facts:
    case = journal.cases.get(case_id)
    contacts = tuple(sorted(journal.contacts.of_case(case_id), key=lambda c: (c.happened.utc, c.id)))
    mails = sorted(journal.mail.is_mail(c.id for c in contacts))
    facts = Facts(
        case=case,
        firm=journal.firms.get(case.firm_id),
        account=journal.accounts.get(case.account_id) if case.account_id else None,
        contacts=contacts,
        mails={contact_id: journal.mail.of_contact(contact_id) for contact_id in mails},
        exhibits=tuple(journal.exhibits.of_case(case_id)),
        tickets=tuple(journal.tickets.of_case(case_id)),
        references=tuple(journal.references.of_case(case_id)),
        promises=tuple(journal.promises.of_case(case_id)),
        requests=tuple(journal.requests.of_case(case_id)),
        amendments=tuple(journal.contacts.amendments_of_case(case_id)),
        head=head,
        checkpoint=journal.checkpoints.of(head),
        gone=tuple(journal.exhibits.deleted_from(case_id)),
        transfers=tuple(journal.transfers.of_case(case_id)),
        losses=tuple(journal.losses.of_case(case_id)),
        redactions={redaction.exhibit_id: redaction for redaction in journal.redactions.of_case(case_id)},
        exports=tuple(e for e in journal.exports.of_case(case_id) if e.head_number < head.number),
        answers=journal.answers.of_case(case_id),
        marks=tuple(journal.check_marks.of_case(case_id)),
        quotes=tuple(journal.quotes.of_case(case_id)),
        deadlines=tuple(journal.deadlines.of_case(case_id)),
        dkim=_dkim(journal, case_id),
    )
    return replace(facts, carried=_carried(journal, facts)) if sealed(facts.exhibits, facts.redactions) else facts


def _dkim(journal: Journal, case_id: int) -> dict[int, tuple[DkimCheck, ...]]:
    found: dict[int, tuple[DkimCheck, ...]] = {}
    for check in journal.dkim.of_case(case_id):
        found[check.contact_id] = (*found.get(check.contact_id, ()), check)
    return found


def _carried(journal: Journal, facts: Facts) -> dict[str, frozenset[str]]:
    """Look into every file of a case. What cannot be read is told of when it is to be copied."""
    found: dict[str, frozenset[str]] = {}
    for stored in (*(e.file for e in facts.originals), *(mail.raw for mail in facts.raw_mails.values())):
        if stored.sha256 not in found:
            with suppress(CasebookError, OSError, MemoryError):
                found[stored.sha256] = carried(journal.exhibits.read(stored))
    return found

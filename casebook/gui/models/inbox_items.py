"""What the inbox lists: waiting mails by thread, each with the case it seems to belong to; plain values, no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from casebook.journal import Journal
from casebook.journal.records import Case, CaseStatus, InboxRow

_PREFIX = re.compile(r"^\s*(?:(?:re|fw|fwd|aw|wg|sv|回复|答复|转发)\s*(?:\[\d+\])?\s*[:：]\s*)+", re.IGNORECASE)
"""Marks that mail programs put before a subject when they answer or pass on."""


class Why(Enum):
    """Why a case is suggested."""

    THREAD = "thread"
    TICKET = "ticket"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Guess:
    """The case that a thread seems to belong to. `detail` is the ticket number or the address that says so."""

    case_id: int
    case_title: str
    why: Why
    detail: str = ""

    @property
    def number(self) -> str:
        """`C-12`."""
        return f"C-{self.case_id}"


@dataclass(frozen=True, slots=True)
class InboxThread:
    """Waiting mails that answer one another, in time order, and where they seem to belong."""

    id: int
    subject: str
    mails: tuple[InboxRow, ...]
    guess: Guess | None

    @property
    def ids(self) -> tuple[int, ...]:
        """The contact ids of all its mails."""
        return tuple(mail.contact_id for mail in self.mails)


def bare_subject(subject: str) -> str:
    """Return the subject without the `Re:`, `Fwd:`, `回复：` marks before it."""
    return _PREFIX.sub("", subject).strip()


def gather(journal: Journal) -> list[InboxThread]:
    """Return the waiting mails by thread, the thread with the newest mail first."""
    by_thread: dict[int, list[InboxRow]] = {}
    for row in journal.mail.waiting():
        by_thread.setdefault(row.thread_id, []).append(row)
    guesser = _Guesser(journal)
    threads = []
    for thread_id, rows in by_thread.items():
        rows.sort(key=lambda row: (row.happened.utc, row.contact_id))
        threads.append(InboxThread(thread_id, bare_subject(rows[0].subject), tuple(rows), guesser.guess(rows)))
    return sorted(threads, key=lambda thread: thread.mails[-1].happened.utc, reverse=True)


class _Guesser:
    """Finds the case of a thread: what the journal knows first, then the address the firm writes to."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._cases: dict[int, Case] = {}
        self._by_address = self._only_cases_by_address()

    def guess(self, rows: Iterable[InboxRow]) -> Guess | None:
        """Return where these mails of one thread seem to belong, None where nothing says so."""
        rows = list(rows)
        for row in rows:
            if row.suggested_case is not None:
                return self._known(row.suggested_case, rows)
        if not self._by_address:
            return None
        for row in rows:
            mail = self._journal.mail.of_contact(row.contact_id)
            for address in (*mail.to, *mail.cc, mail.sender):
                if case := self._by_address.get(address.lower()):
                    return Guess(case.id, case.title, Why.ADDRESS, address)
        return None

    def _known(self, case_id: int, rows: list[InboxRow]) -> Guess:
        if case_id not in self._cases:
            self._cases[case_id] = self._journal.cases.get(case_id)
        case = self._cases[case_id]
        words = "\n".join(f"{row.subject}\n{row.snippet}" for row in rows).casefold()
        for ticket in self._journal.tickets.of_case(case_id):
            if ticket.number.casefold() in words:
                return Guess(case.id, case.title, Why.TICKET, ticket.number)
        return Guess(case.id, case.title, Why.THREAD)

    def _only_cases_by_address(self) -> dict[str, Case]:
        """Return own address -> the one open case of the firm it is registered with; shared addresses say nothing."""
        open_cases: dict[int, list[int]] = {}
        for row in self._journal.cases.rows(status=CaseStatus.OPEN):
            open_cases.setdefault(row.firm_id, []).append(row.id)
        firms: dict[str, set[int]] = {}
        for account in self._journal.accounts.all():
            for address in (account.email, *account.aliases):
                if address:
                    firms.setdefault(address.lower(), set()).add(account.firm_id)
        found = {}
        for address, ids in firms.items():
            cases = open_cases.get(next(iter(ids)), [])
            if len(ids) == 1 and len(cases) == 1:
                found[address] = self._journal.cases.get(cases[0])
        return found

"""What the inbox lists: waiting mails by thread, each with the case it seems to belong to; plain values, no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from casebook.journal.listings import CaseRow, InboxRow
from casebook.journal.records import Case
from casebook.journal.terms import CaseStatus, Direction

if TYPE_CHECKING:
    from casebook.journal import Journal

_PREFIX = re.compile(r"^\s*(?:(?:re|fw|fwd|aw|wg|sv|回复|答复|转发)\s*(?:\[\d+\])?\s*[:：]\s*)+", re.IGNORECASE)
"""Marks that mail programs put before a subject when they answer or pass on."""

_TELLING = 4
"""Letters from which on the first word of a firm's name tells it from others."""


class Why(Enum):
    """Why a case is suggested."""

    THREAD = "thread"
    TICKET = "ticket"
    FIRM = "firm"


@dataclass(frozen=True, slots=True)
class Guess:
    """The case that a thread seems to belong to. `detail` is the ticket number or the firm that says so."""

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
    for row in journal.inbox.waiting():
        by_thread.setdefault(row.thread_id, []).append(row)
    guesser = _Guesser(journal)
    threads = []
    for thread_id, rows in by_thread.items():
        rows.sort(key=lambda row: (row.happened.utc, row.contact_id))
        threads.append(InboxThread(thread_id, bare_subject(rows[0].subject), tuple(rows), guesser.guess(rows)))
    return sorted(threads, key=lambda thread: thread.mails[-1].happened.utc, reverse=True)


def names(firm: str, address: str, sender: str) -> bool:
    """Return whether a sender goes by the name of a firm: in full in the shown name, or its first word in the domain.

    A sender can call himself anything: this is a hint for the user's own choice and files nothing by itself.
    """
    wanted = firm.casefold()
    first = re.split(r"[\W_]+", wanted)[0]
    domain = address.rpartition("@")[2].casefold()
    return wanted in sender.casefold() or (len(first) >= _TELLING and first in re.split(r"[.-]", domain))


class _Guesser:
    """Finds the case of a thread: what the journal knows first, then a firm that has just one open case."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._cases: dict[int, Case] = {}
        by_firm: dict[str, list[CaseRow]] = {}
        for row in journal.cases.rows(status=CaseStatus.OPEN):
            by_firm.setdefault(row.firm, []).append(row)
        self._single = {firm: rows[0] for firm, rows in by_firm.items() if len(rows) == 1}

    def guess(self, rows: Iterable[InboxRow]) -> Guess | None:
        """Return where these mails of one thread seem to belong, None where nothing says so."""
        rows = list(rows)
        for row in rows:
            if row.suggested_case is not None:
                return self._known(row.suggested_case, rows)
        other = next((row for row in rows if row.direction is Direction.IN), None)
        if other is not None:
            for firm, case in self._single.items():
                if names(firm, other.sender, other.sender_name):
                    return Guess(case.id, case.title, Why.FIRM, firm)
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

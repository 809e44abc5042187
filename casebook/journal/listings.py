"""What lists and answers need: several records seen as one row, made by one query."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from casebook.journal.changes import Changes
from casebook.journal.incoming import Placing
from casebook.journal.records import FollowUp
from casebook.journal.terms import Automatic, CaseStatus, Channel, Direction
from casebook.journal.times import Moment, from_text


class CaseRow(NamedTuple):
    """A case as a list shows it. `waiting_since`: the user's first message since a person last answered.

    A plain tuple, because a list of ten thousand cases makes ten thousand of them.
    """

    id: int
    title: str
    firm_id: int
    firm: str
    status: CaseStatus
    amount: str
    asset: str
    contacts: int
    last_contact_at: datetime | None
    waiting_since: datetime | None
    due_at: datetime | None
    """The earliest open follow-up, snoozing counted in."""
    opened_at: datetime
    closed_at: datetime | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseCounts:
    """How many cases are open, waiting on the firm (a part of the open ones) and closed; open ones by firm id."""

    open: int
    waiting: int
    closed: int
    firms: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class LastUsed:
    """What the composer offers again: the values of the case's latest contact that had them."""

    channel: Channel
    agent: str
    agent_id: str
    ticket: str


class ContactRow(NamedTuple):
    """What a timeline needs to lay a contact out before its words are read. `length` is in UTF-8 bytes.

    A plain tuple of what is stored, because a case with ten thousand contacts makes ten thousand of them when it is
    opened: `at` is a time as `times.to_text` writes it, whose text order is time order, and `way` a direction.
    """

    id: int
    at: str
    offset: int
    way: str
    length: int
    exhibits: int

    @property
    def happened_at(self) -> datetime:
        """When it happened, in UTC."""
        return from_text(self.at)

    @property
    def direction(self) -> Direction:
        """Who spoke."""
        return Direction(self.way)


@dataclass(frozen=True, slots=True)
class MailAdded:
    """What one call of `mail.add` did: contacts made in a case, and how many were filed, wait, or were known."""

    changes: Changes
    contacts: tuple[int, ...]
    filed: int
    waiting: int
    known: int
    """With the further copies among them."""
    copies: int = 0
    """How many known messages came with other bytes, which are kept beside the first ones."""
    placed: Mapping[int, Placing | None] = field(default_factory=dict)
    """For each new contact, where it belongs and why; None where nothing tells. Only certain ones were filed."""


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A mail or a stretch of a chat that waits to be filed. Of a chat `sender_name` is who it was with."""

    contact_id: int
    happened: Moment
    direction: Direction
    sender: str
    sender_name: str
    subject: str
    snippet: str
    thread_id: int
    exhibits: int
    recipients: tuple[str, ...] = ()
    reply_to: str = ""
    channel: Channel = Channel.EMAIL
    automatic: Automatic = Automatic.NO
    tickets: tuple[str, ...] = ()
    """The firm's numbers that a support desk left in it."""


@dataclass(frozen=True, slots=True)
class DueRow:
    """A follow-up as Today shows it, with the case and firm it belongs to."""

    follow_up: FollowUp
    case_title: str
    firm: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a search found. `snippet` is plain text around the first match."""

    kind: str
    id: int
    case_id: int | None
    title: str
    snippet: str
    happened_at: datetime | None
    instead: tuple[str, ...] = ()
    """The words that stand in it in place of those that were looked for, and mean the same."""


class CaseName(NamedTuple):
    """A case by what people call it. A plain tuple, because all of them are read to be jumped to."""

    id: int
    title: str
    firm_id: int
    firm: str
    is_open: bool
    tags: tuple[str, ...]

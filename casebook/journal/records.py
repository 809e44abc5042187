"""What the journal hands out and takes in: frozen values, free of the database.

Datetimes are aware and in UTC; a `Moment` also says in which zone and how exactly. Empty text means "not given".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from casebook.journal.planning import NOTHING, Details
from casebook.journal.terms import (
    Automatic,
    CaseStatus,
    Category,
    Channel,
    Consent,
    Direction,
    ExhibitSource,
    FirmKind,
    FollowUpState,
    PromiseState,
    ReferenceKind,
    RequestState,
)
from casebook.journal.times import Moment


@dataclass(frozen=True, slots=True)
class Firm:
    """An exchange, broker, bank or body that a case is with. `country` is ISO 3166 alpha-2, `zone` an IANA name."""

    id: int
    name: str
    kind: FirmKind
    country: str
    zone: str
    note: str
    recorded_at: datetime
    legal_name: str = ""
    licence: str = ""
    """Who licensed it, and under which number, as far as the user knows."""
    address: str = ""
    """Where complaints are sent; several lines."""


@dataclass(frozen=True, slots=True)
class Account:
    """The user's account at a firm. `aliases` are further own mail addresses; `vip_tier_on` an ISO date or empty."""

    id: int
    firm_id: int
    holder: str
    """The user's name and postal address, as the firm has them; several lines."""
    uid: str
    user_name: str
    email: str
    aliases: tuple[str, ...]
    phone: str
    vip_tier: str
    vip_tier_on: str
    note: str
    recorded_at: datetime
    registered_on: str = ""
    """When the account was opened, ISO; support asks for it where an account was taken over."""
    usual_ips: str = ""
    """From which addresses the user usually logs in."""
    callback: str = ""
    """Where support can reach the user."""


@dataclass(frozen=True, slots=True)
class Case:
    """One problem with one firm. `id` is the local number, never reused. `amount` is decimal text, never a float."""

    id: int
    firm_id: int
    account_id: int | None
    title: str
    category: Category
    status: CaseStatus
    amount: str
    asset: str
    network: str
    claim: str
    remedy: str
    problem: Moment | None
    outcome: str
    opened_at: datetime
    closed_at: datetime | None
    recorded_at: datetime
    deleted_at: datetime | None = None
    """When it was put into the bin."""
    body: str = ""
    """Which body the dossier is for."""
    representative: str = ""
    """Who acts for the user, and by what authority."""
    client_reference: str = ""
    proceedings: str = ""
    """Other proceedings on the same facts, with their reference, or that there are none."""
    insolvency: str = ""
    """What is known of an insolvency of the firm, or that none is known."""
    deadline: Moment | None = None
    """The next deadline."""
    deadline_source: str = ""
    """Where that deadline stands written."""
    final_contact_id: int | None = None
    """The contact that states the firm's final position."""
    seen_on: str = ""
    """Where the problem was seen: web, app, with device and version."""
    steps: str = ""
    """What the user did before, step by step."""
    tags: tuple[str, ...] = ()
    """The user's own words to sort cases by, in alphabetical order."""

    @property
    def number(self) -> str:
        """`C-12`."""
        return f"C-{self.id}"


@dataclass(frozen=True, slots=True)
class Contact:
    """One interaction. `case_id` is None while an imported mail waits in the inbox. `bot` is None when not known."""

    id: int
    case_id: int | None
    channel: Channel
    direction: Direction
    happened: Moment
    agent: str
    agent_id: str
    bot: bool | None
    platform: str
    subject: str
    text: str
    outcome: str
    automatic: Automatic
    tickets: tuple[str, ...]
    exhibits: tuple[Exhibit, ...]
    amended: bool
    recorded_at: datetime
    deleted_at: datetime | None = None
    """When it was put into the bin."""
    purged_at: datetime | None = None
    """When its words were erased for good."""
    role: str = ""
    """What the agent is there: support, supervisor, account manager."""
    translation: str = ""
    """The user's own translation of the text."""
    quote_at: int | None = None
    """Where in the text the words of earlier messages begin, in characters; None where there are none."""
    signature_at: int | None = None
    """Where the signature begins."""
    details: Details = NOTHING
    """How it went, beside the words."""

    @property
    def own_text(self) -> str:
        """The words that are new in this contact: without quote and signature."""
        return self.text[: min((at for at in (self.quote_at, self.signature_at) if at is not None), default=None)]


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Original bytes in the file store. `sha256` is 64 lower-case hex digits, `size` in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One attachment as evidence. `number` is None only while its mail waits in the inbox."""

    id: int
    case_id: int | None
    contact_id: int | None
    number: int | None
    name: str
    media_type: str
    source: ExhibitSource
    inline: bool
    description: str
    taken_at: datetime | None
    """When the file was made, as its own time stamp says; None where there was no file."""
    file: StoredFile
    """Without a name (empty `sha256`) once it was purged."""
    recorded_at: datetime
    deleted_at: datetime | None = None
    """When it was put into the bin."""
    purged_at: datetime | None = None
    """When its bytes were erased for good; its number stays taken."""
    origin: str = ""
    """Who captured it, where, and with what, in the user's words."""
    url: str = ""
    """The address of the page it shows."""
    dated_on: str = ""
    """The date the document itself bears, ISO."""
    crop: str = ""
    """What of the screen is not on it; empty where it is whole."""
    translation: str = ""
    """The user's own translation of what it says."""
    transcript: str = ""
    """The user's own transcript of what is said or can hardly be read."""
    clause: str = ""
    """The clause of the terms relied on, and the version in force then."""
    consent: Consent = Consent.UNKNOWN
    """Of a recording: whether those heard agreed."""
    read_at: datetime | None = None
    """When the user first opened it here; None where it only came in."""
    derived_from: int | None = None
    """The id of the exhibit that this one is a copy of, with marks drawn on it."""
    marks: str = ""
    """Those marks, as JSON of who drew them; empty for an original."""

    @property
    def label(self) -> str:
        """`EX-7`, or empty while it has no number."""
        return f"EX-{self.number}" if self.number else ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """Bytes on their way in. `content` is the bytes themselves, or the path of a file to copy them from."""

    name: str
    content: bytes | Path
    media_type: str = ""
    source: ExhibitSource = ExhibitSource.FILE
    inline: bool = False
    description: str = ""
    taken_at: datetime | None = None
    derived_from: int | None = None
    marks: str = ""
    """Of a copy with marks drawn on it: see `Exhibit`."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """The firm's own number for a case; `contact_id` is where it was first named."""

    id: int
    case_id: int
    contact_id: int | None
    number: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Reference:
    """A typed identifier: order number, TxID, address, pair, error code, amount, IP, device."""

    id: int
    case_id: int
    contact_id: int | None
    kind: ReferenceKind
    value: str
    network: str
    note: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Promise:
    """What an agent said would happen. `due` is None where no time was named."""

    id: int
    case_id: int
    contact_id: int | None
    agent: str
    text: str
    due: Moment | None
    state: PromiseState
    resolved_at: datetime | None
    resolution: str
    recorded_at: datetime
    exhibit_id: int | None = None
    """The exhibit on which it can be seen."""

    def is_late(self, now: datetime) -> bool:
        """Return whether its time is over and nobody said what became of it."""
        return self.state is PromiseState.OPEN and self.due is not None and self.due.end <= now


@dataclass(frozen=True, slots=True)
class Request:
    """What support asked the user to supply."""

    id: int
    case_id: int
    contact_id: int | None
    text: str
    state: RequestState
    supplied_at: datetime | None
    recorded_at: datetime
    due: Moment | None = None
    """Until when support wants it."""
    supplied_contact_id: int | None = None
    """The contact with which it was supplied."""
    identity: bool = False
    """Whether it is a proof of identity."""

    def is_late(self, now: datetime) -> bool:
        """Return whether its time is over and it was not supplied."""
        return self.state is RequestState.OPEN and self.due is not None and self.due.end <= now


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A due date with a reason. `explanation` is JSON text of how the date was found, empty for the user's own."""

    id: int
    case_id: int
    contact_id: int | None
    promise_id: int | None
    due: Moment
    reason: str
    rule: str
    explanation: str
    snoozed_until: datetime | None
    shown_at: datetime | None
    state: FollowUpState
    answered_at: datetime | None
    answer: str
    recorded_at: datetime
    request_id: int | None = None
    deadline_id: int | None = None
    moved: str | None = None
    """Why it was given another date the last time, as far as that was said."""

    @property
    def rings_at(self) -> datetime:
        """When it next wants an answer (UTC): the due time, or the end of the snooze."""
        return max(self.due.utc, self.snoozed_until) if self.snoozed_until else self.due.utc


@dataclass(frozen=True, slots=True)
class Amendment:
    """A later change to a recorded fact; `before` is what stood there."""

    id: int
    case_id: int | None
    contact_id: int
    field: str
    before: str
    after: str
    reason: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class LedgerHead:
    """The ledger's last entry: its number, its hash (64 hex digits) and its time. Number 0 is an empty ledger."""

    number: int
    hash: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One entry of the ledger as it is stored: `text` is the exact canonical JSON that was hashed."""

    number: int
    at: datetime
    what: str
    which: str
    text: str
    hash: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was recorded: what is wrong, and in which file or record."""

    what: str
    where: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of a check: how many things were looked at, every fault found, and what could not be judged."""

    checked: int
    faults: tuple[Fault, ...]
    notes: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.faults

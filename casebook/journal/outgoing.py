"""What the journal keeps for the dossier beyond the story: transfers, losses, redactions, exports, answers.

Frozen values, free of the database, as in `records`: datetimes are UTC, empty text means "not given".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casebook.journal.records import StoredFile
from casebook.journal.terms import LossKind, StampState, TransferKind
from casebook.journal.times import Moment


@dataclass(frozen=True, slots=True)
class Transfer:
    """One movement of money or assets. Amounts are decimal texts, never floats; addresses and TxIDs in full."""

    id: int
    case_id: int
    contact_id: int | None
    exhibit_id: int | None
    kind: TransferKind
    made: Moment | None
    asset: str
    network: str
    amount: str
    fee: str
    from_address: str
    to_address: str
    txid: str
    order_number: str
    status: str
    """The firm's or the explorer's own word for it."""
    explorer: str
    """The address of the block explorer's page, as text."""
    note: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Loss:
    """One line of the loss table: `amount` of `asset` at `rate` units of `currency` for one; decimal texts."""

    id: int
    case_id: int
    exhibit_id: int | None
    kind: LossKind
    what: str
    amount: str
    asset: str
    rate: str
    """Empty where the asset is the currency itself."""
    currency: str
    rate_source: str
    rated: Moment | None
    """The time of the rate."""
    note: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Redaction:
    """A copy of an exhibit with parts of it burnt out: `EX-4R`, bound to the sealed original by its hash."""

    id: int
    case_id: int
    exhibit_id: int
    reason: str
    areas: str
    """What was covered, as JSON: `[{"page": 1, "box": [left, top, right, bottom]}]`, in pixels of the copy's page."""
    name: str
    media_type: str
    original_sha256: str
    file: StoredFile
    recorded_at: datetime
    withdrawn_at: datetime | None
    """When the user took it back; the next dossier shows the exhibit as if it had not been made."""


@dataclass(frozen=True, slots=True)
class Export:
    """One dossier that went out: for whom, in which form, and at which ledger head. The file itself is not kept."""

    id: int
    case_id: int
    name: str
    """The file's or the folder's own name, without its path."""
    language: str
    audience: str
    form: str
    paper: str
    recipient: str
    parts: int
    head_number: int
    head_hash: str
    manifests: tuple[str, ...]
    """The SHA-256 of MANIFEST.sha256 of each part."""
    signed_by: str
    """The subject of the certificate; empty where it was not signed."""
    stamp: StampState
    stamp_host: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """The user's answer to a finding of the gap report: why it is as it is. `finding` is the finding's key."""

    id: int
    case_id: int
    finding: str
    text: str
    recorded_at: datetime

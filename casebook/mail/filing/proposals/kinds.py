"""The value of one proposal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casebook.journal.times import Moment


class ProposalKind(StrEnum):
    """What may be proposed. The first four and the amount become references or tickets of the case."""

    TICKET = "ticket"
    ORDER = "order"
    TXID = "txid"
    ADDRESS = "address"
    AMOUNT = "amount"
    AGENT = "agent"
    PROMISE = "promise"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that the words seem to name.

    `value` is it as it would be recorded, `words` the line it stands in. `sure` means that a checksum or a label leaves
    no doubt what it is; that it belongs to the case is still for the user to say.
    """

    kind: ProposalKind
    value: str
    words: str = ""
    sure: bool = False
    network: str = ""
    """Of an address: the chain whose checksum fits."""
    asset: str = ""
    """Of an amount: its ticker or currency."""
    agent_id: str = ""
    due: Moment | None = None
    """Of a promise or a request: by when, the time of the message counted in."""
    place: int = 0
    """Where in the text it begins, in characters."""

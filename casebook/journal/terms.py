"""The field's own terms as values: channels, kinds, states. They are stored and printed as they stand here."""

from __future__ import annotations

from enum import StrEnum


class Channel(StrEnum):
    """How a contact took place (the ten of the guides, a letter, and whatever is left)."""

    HELP_CENTRE = "help-centre"
    CHAT = "chat"
    EMAIL = "email"
    PHONE = "phone"
    TICKET = "ticket"
    SOCIAL = "social"
    FORUM = "forum"
    VIP = "vip"
    IN_APP = "in-app"
    LETTER = "letter"
    OTHER = "other"


class Direction(StrEnum):
    """Who spoke: the firm to the user, the user to the firm, or both (a conversation)."""

    IN = "in"
    OUT = "out"
    BOTH = "both"


class FirmKind(StrEnum):
    """What a firm is, as far as procedure differs."""

    EXCHANGE = "exchange"
    BROKER = "broker"
    WALLET = "wallet"
    PAYMENT = "payment"
    BANK = "bank"
    REGULATOR = "regulator"
    OMBUDSMAN = "ombudsman"
    OTHER = "other"


class CaseStatus(StrEnum):
    """Whether a case still needs anything. "Waiting" is not stored: it follows from the contacts."""

    OPEN = "open"
    CLOSED = "closed"


class Category(StrEnum):
    """The kinds of problem that the guides tell apart."""

    ACCOUNT_SECURITY = "account-security"
    TRADE = "trade"
    DEPOSIT = "deposit"
    WITHDRAWAL = "withdrawal"
    API = "api"
    KYC = "kyc"
    ACCOUNT_APPEAL = "account-appeal"
    FEES = "fees"
    PRODUCT = "product"
    OTHER = "other"


class ReferenceKind(StrEnum):
    """The typed identifiers of a case."""

    ORDER = "order"
    TXID = "txid"
    ADDRESS = "address"
    PAIR = "pair"
    ERROR = "error"
    AMOUNT = "amount"
    IP = "ip"
    DEVICE = "device"
    OTHER = "other"


class Automatic(StrEnum):
    """Why an incoming message does not stop a clock. Empty: as far as can be told, a person wrote it."""

    NO = ""
    AUTO_REPLY = "auto-reply"
    BOUNCE = "bounce"


class ExhibitSource(StrEnum):
    """How an attachment came in."""

    PASTED = "pasted"
    DROPPED = "dropped"
    FILE = "file"
    MAIL = "mail"
    CHAT = "chat"
    MADE = "made"
    """Made here, out of another exhibit."""


class PromiseState(StrEnum):
    """What became of what an agent said would happen."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"
    """The time is over, and nobody can tell what became of it."""


class RequestState(StrEnum):
    """Whether what support asked for was supplied."""

    OPEN = "open"
    SUPPLIED = "supplied"


class FollowUpState(StrEnum):
    """A follow-up rings until it is answered by one of the last two."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Consent(StrEnum):
    """Whether those heard on a recording agreed to it. A recording without consent or notice stays with the user."""

    UNKNOWN = ""
    YES = "yes"
    NOTICE = "notice"
    NO = "no"


class TransferKind(StrEnum):
    """What a transfer of money or assets was."""

    DEPOSIT = "deposit"
    WITHDRAWAL = "withdrawal"
    TRADE = "trade"
    TRANSFER = "transfer"
    OTHER = "other"


class LossKind(StrEnum):
    """What a line of the loss table stands for; interest and costs are summed apart from what was lost."""

    PRINCIPAL = "principal"
    FEE = "fee"
    INTEREST = "interest"
    COST = "cost"


class StampState(StrEnum):
    """Where the outside time stamp of an export stands. Empty: none was asked for."""

    NONE = ""
    WAITING = "waiting"
    STAMPED = "stamped"


class OfficialKind(StrEnum):
    """By what a firm is known to write."""

    ADDRESS = "address"
    DOMAIN = "domain"
    HANDLE = "handle"
    PHONE = "phone"
    SITE = "site"


class DkimResult(StrEnum):
    """What a DKIM check came to (RFC 6376). `NO_KEY`: the name server has none (any more)."""

    PASS = "pass"  # noqa: S105 - not one
    FAIL = "fail"
    NO_KEY = "no-key"
    UNSIGNED = "unsigned"
    UNREADABLE = "unreadable"


class Security(StrEnum):
    """How the way to a mail server is protected."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


class Why(StrEnum):
    """What tells to which case a message belongs, the surest first."""

    CHOSEN = "chosen"
    THREAD = "thread"
    TICKET = "ticket"
    REFERENCE = "reference"
    SENDER = "sender"
    SUBJECT = "subject"


class DeadlineState(StrEnum):
    """Whether a clock that was set for a case still runs."""

    RUNNING = "running"
    ENDED = "ended"
    DROPPED = "dropped"


class CheckState(StrEnum):
    """What the user says of an item of a checklist."""

    DONE = "done"
    NOT_NEEDED = "not-needed"


class LetterKind(StrEnum):
    """What a message to a firm is for."""

    FIRST = "first"
    NUDGE = "nudge"
    RESEND = "resend"
    PROMISE_BROKEN = "promise-broken"
    SUPPLY = "supply"
    CALL_SUMMARY = "call-summary"
    COMPLAINT = "complaint"
    DATA_REQUEST = "data-request"
    TRANSCRIPT_REQUEST = "transcript-request"
    ESCALATION = "escalation"

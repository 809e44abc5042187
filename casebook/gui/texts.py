"""Captions of every word the journal uses, and errors in the user's language.

Captions are as they stand inside a line ("live chat"); `capital()` makes the first letter large for a label or a list.
Times and durations come from `casebook.gui.times` and can be had from here too.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from casebook.gui.times import (
    ago,
    brief,
    clock,
    day_heading,
    day_month,
    due_badge,
    duration,
    file_size,
    full_time,
    here,
    is_due,
    short_date,
    short_moment,
    short_time,
    silence,
    time_of,
    today,
    waiting,
)
from casebook.journal.errors import CasebookError
from casebook.journal.terms import (
    Automatic,
    Category,
    Channel,
    CheckState,
    Consent,
    DeadlineState,
    Direction,
    ExhibitSource,
    FirmKind,
    LetterKind,
    LossKind,
    PromiseState,
    ReferenceKind,
    RequestState,
    TransferKind,
)
from casebook.journal.times import HowKnown, Precision

__all__ = [
    "CHANNEL_ICONS",
    "DIRECTION_ICONS",
    "ago",
    "brief",
    "capital",
    "caption",
    "clock",
    "closed",
    "day_heading",
    "day_month",
    "due_badge",
    "duration",
    "error_text",
    "file_size",
    "full_time",
    "here",
    "is_due",
    "joined",
    "label",
    "money",
    "short_date",
    "short_moment",
    "short_time",
    "silence",
    "time_of",
    "today",
    "waiting",
]

_CHANNELS = {
    Channel.HELP_CENTRE: QT_TRANSLATE_NOOP("texts", "help centre"),
    Channel.CHAT: QT_TRANSLATE_NOOP("texts", "live chat"),
    Channel.EMAIL: QT_TRANSLATE_NOOP("texts", "email"),
    Channel.PHONE: QT_TRANSLATE_NOOP("texts", "phone"),
    Channel.TICKET: QT_TRANSLATE_NOOP("texts", "ticket or web form"),
    Channel.SOCIAL: QT_TRANSLATE_NOOP("texts", "social media"),
    Channel.FORUM: QT_TRANSLATE_NOOP("texts", "forum"),
    Channel.VIP: QT_TRANSLATE_NOOP("texts", "VIP desk"),
    Channel.IN_APP: QT_TRANSLATE_NOOP("texts", "in-app message"),
    Channel.LETTER: QT_TRANSLATE_NOOP("texts", "letter"),
    Channel.OTHER: QT_TRANSLATE_NOOP("texts", "other channel"),
}

_DIRECTIONS = {
    Direction.IN: QT_TRANSLATE_NOOP("texts", "from them"),
    Direction.OUT: QT_TRANSLATE_NOOP("texts", "from me"),
    Direction.BOTH: QT_TRANSLATE_NOOP("texts", "both ways"),
}

_FIRM_KINDS = {
    FirmKind.EXCHANGE: QT_TRANSLATE_NOOP("texts", "exchange"),
    FirmKind.BROKER: QT_TRANSLATE_NOOP("texts", "broker"),
    FirmKind.WALLET: QT_TRANSLATE_NOOP("texts", "wallet"),
    FirmKind.PAYMENT: QT_TRANSLATE_NOOP("texts", "payment provider"),
    FirmKind.BANK: QT_TRANSLATE_NOOP("texts", "bank"),
    FirmKind.REGULATOR: QT_TRANSLATE_NOOP("texts", "regulator"),
    FirmKind.OMBUDSMAN: QT_TRANSLATE_NOOP("texts", "ombudsman"),
    FirmKind.OTHER: QT_TRANSLATE_NOOP("texts", "other"),
}

_CATEGORIES = {
    Category.ACCOUNT_SECURITY: QT_TRANSLATE_NOOP("texts", "account security"),
    Category.TRADE: QT_TRANSLATE_NOOP("texts", "trade or order"),
    Category.DEPOSIT: QT_TRANSLATE_NOOP("texts", "deposit"),
    Category.WITHDRAWAL: QT_TRANSLATE_NOOP("texts", "withdrawal"),
    Category.API: QT_TRANSLATE_NOOP("texts", "API"),
    Category.KYC: QT_TRANSLATE_NOOP("texts", "identity check (KYC)"),
    Category.ACCOUNT_APPEAL: QT_TRANSLATE_NOOP("texts", "account frozen or restricted"),
    Category.FEES: QT_TRANSLATE_NOOP("texts", "fees"),
    Category.PRODUCT: QT_TRANSLATE_NOOP("texts", "product or promotion"),
    Category.OTHER: QT_TRANSLATE_NOOP("texts", "something else"),
}

_REFERENCE_KINDS = {
    ReferenceKind.ORDER: QT_TRANSLATE_NOOP("texts", "order number"),
    ReferenceKind.TXID: QT_TRANSLATE_NOOP("texts", "TxID"),
    ReferenceKind.ADDRESS: QT_TRANSLATE_NOOP("texts", "wallet address"),
    ReferenceKind.PAIR: QT_TRANSLATE_NOOP("texts", "trading pair"),
    ReferenceKind.ERROR: QT_TRANSLATE_NOOP("texts", "error code"),
    ReferenceKind.AMOUNT: QT_TRANSLATE_NOOP("texts", "amount"),
    ReferenceKind.IP: QT_TRANSLATE_NOOP("texts", "IP address"),
    ReferenceKind.DEVICE: QT_TRANSLATE_NOOP("texts", "device"),
    ReferenceKind.OTHER: QT_TRANSLATE_NOOP("texts", "other reference"),
}

_PROMISE_STATES = {
    PromiseState.OPEN: QT_TRANSLATE_NOOP("texts", "open"),
    PromiseState.KEPT: QT_TRANSLATE_NOOP("texts", "kept"),
    PromiseState.BROKEN: QT_TRANSLATE_NOOP("texts", "broken"),
    PromiseState.WITHDRAWN: QT_TRANSLATE_NOOP("texts", "withdrawn"),
    PromiseState.UNKNOWN: QT_TRANSLATE_NOOP("texts", "unknown"),
}

_REQUEST_STATES = {
    RequestState.OPEN: QT_TRANSLATE_NOOP("texts", "not supplied yet"),
    RequestState.SUPPLIED: QT_TRANSLATE_NOOP("texts", "supplied"),
}

_DEADLINE_STATES = {
    DeadlineState.RUNNING: QT_TRANSLATE_NOOP("texts", "running"),
    DeadlineState.ENDED: QT_TRANSLATE_NOOP("texts", "ended"),
    DeadlineState.DROPPED: QT_TRANSLATE_NOOP("texts", "dropped"),
}

_CHECK_STATES = {
    CheckState.DONE: QT_TRANSLATE_NOOP("texts", "done"),
    CheckState.NOT_NEEDED: QT_TRANSLATE_NOOP("texts", "not needed"),
}

_LETTERS = {
    LetterKind.FIRST: QT_TRANSLATE_NOOP("texts", "first message"),
    LetterKind.NUDGE: QT_TRANSLATE_NOOP("texts", "nudge"),
    LetterKind.RESEND: QT_TRANSLATE_NOOP("texts", "second sending"),
    LetterKind.PROMISE_BROKEN: QT_TRANSLATE_NOOP("texts", "broken promise"),
    LetterKind.SUPPLY: QT_TRANSLATE_NOOP("texts", "what they asked for"),
    LetterKind.CALL_SUMMARY: QT_TRANSLATE_NOOP("texts", "summary of a call"),
    LetterKind.COMPLAINT: QT_TRANSLATE_NOOP("texts", "formal complaint"),
    LetterKind.DATA_REQUEST: QT_TRANSLATE_NOOP("texts", "data access request"),
    LetterKind.TRANSCRIPT_REQUEST: QT_TRANSLATE_NOOP("texts", "request for the transcript"),
    LetterKind.ESCALATION: QT_TRANSLATE_NOOP("texts", "escalation"),
}

_AUTOMATIC = {
    Automatic.NO: "",
    Automatic.AUTO_REPLY: QT_TRANSLATE_NOOP("texts", "auto-reply"),
    Automatic.BOUNCE: QT_TRANSLATE_NOOP("texts", "could not be delivered"),
}

_SOURCES = {
    ExhibitSource.PASTED: QT_TRANSLATE_NOOP("texts", "pasted"),
    ExhibitSource.DROPPED: QT_TRANSLATE_NOOP("texts", "dropped in"),
    ExhibitSource.FILE: QT_TRANSLATE_NOOP("texts", "chosen file"),
    ExhibitSource.MAIL: QT_TRANSLATE_NOOP("texts", "attached to a mail"),
    ExhibitSource.CHAT: QT_TRANSLATE_NOOP("texts", "from a chat export"),
    ExhibitSource.MADE: QT_TRANSLATE_NOOP("texts", "made here"),
}

_CONSENTS = {
    Consent.UNKNOWN: QT_TRANSLATE_NOOP("texts", "not known"),
    Consent.YES: QT_TRANSLATE_NOOP("texts", "they agreed"),
    Consent.NOTICE: QT_TRANSLATE_NOOP("texts", "they were told"),
    Consent.NO: QT_TRANSLATE_NOOP("texts", "without consent"),
}

_TRANSFER_KINDS = {
    TransferKind.DEPOSIT: QT_TRANSLATE_NOOP("texts", "deposit"),
    TransferKind.WITHDRAWAL: QT_TRANSLATE_NOOP("texts", "withdrawal"),
    TransferKind.TRADE: QT_TRANSLATE_NOOP("texts", "trade"),
    TransferKind.TRANSFER: QT_TRANSLATE_NOOP("texts", "transfer"),
    TransferKind.OTHER: QT_TRANSLATE_NOOP("texts", "other"),
}

_LOSS_KINDS = {
    LossKind.PRINCIPAL: QT_TRANSLATE_NOOP("texts", "principal"),
    LossKind.FEE: QT_TRANSLATE_NOOP("texts", "fee"),
    LossKind.INTEREST: QT_TRANSLATE_NOOP("texts", "interest"),
    LossKind.COST: QT_TRANSLATE_NOOP("texts", "cost"),
}

_HOW_KNOWN = {
    HowKnown.MAIL_HEADER: QT_TRANSLATE_NOOP("texts", "from the mail's Date header"),
    HowKnown.RECEIVED_HEADER: QT_TRANSLATE_NOOP("texts", "from the mail's Received header"),
    HowKnown.CHAT_EXPORT: QT_TRANSLATE_NOOP("texts", "from the exported chat"),
    HowKnown.SCREENSHOT: QT_TRANSLATE_NOOP("texts", "from a screenshot"),
    HowKnown.DEVICE_CLOCK: QT_TRANSLATE_NOOP("texts", "from this computer's clock"),
    HowKnown.MEMORY: QT_TRANSLATE_NOOP("texts", "from memory"),
    HowKnown.UNKNOWN: QT_TRANSLATE_NOOP("texts", "not known how"),
}

_PRECISIONS = {
    Precision.EXACT: QT_TRANSLATE_NOOP("texts", "exact"),
    Precision.ABOUT: QT_TRANSLATE_NOOP("texts", "about"),
    Precision.DATE: QT_TRANSLATE_NOOP("texts", "date only"),
}

_CAPTIONS: dict[type[StrEnum], dict[StrEnum, str]] = {
    type(next(iter(table))): dict(table)  # type: ignore[arg-type]
    for table in (
        _CONSENTS,
        _TRANSFER_KINDS,
        _LOSS_KINDS,
        _CHANNELS,
        _DIRECTIONS,
        _FIRM_KINDS,
        _CATEGORIES,
        _REFERENCE_KINDS,
        _PROMISE_STATES,
        _DEADLINE_STATES,
        _CHECK_STATES,
        _LETTERS,
        _REQUEST_STATES,
        _AUTOMATIC,
        _SOURCES,
        _HOW_KNOWN,
        _PRECISIONS,
    )
}

CHANNEL_ICONS = {
    Channel.HELP_CENTRE: "help-centre",
    Channel.CHAT: "chat",
    Channel.EMAIL: "mail",
    Channel.PHONE: "phone",
    Channel.TICKET: "ticket",
    Channel.SOCIAL: "social",
    Channel.FORUM: "forum",
    Channel.VIP: "vip",
    Channel.IN_APP: "in-app",
    Channel.LETTER: "letter",
    Channel.OTHER: "other",
}
"""The icon name of each channel."""

DIRECTION_ICONS = {Direction.IN: "arrow-in", Direction.OUT: "arrow-out", Direction.BOTH: "both"}
"""The icon name of each direction."""


def caption(value: StrEnum) -> str:
    """Return the words for one value of any of the journal's enums, as they stand inside a line. Raises KeyError."""
    source = _CAPTIONS[type(value)][value]
    return QCoreApplication.translate("texts", source) if source else ""


def label(value: StrEnum) -> str:
    """Return `caption(value)` with a large first letter, for combo boxes and headings."""
    return capital(caption(value))


def capital(text: str) -> str:
    """Return a text with its first letter large and the rest untouched (`VIP desk` stays as it is)."""
    return text[:1].upper() + text[1:]


def closed() -> str:
    """Return the word for a case that has come to its end."""
    return QCoreApplication.translate("texts", "closed")


def joined(*parts: str) -> str:
    """Return the non-empty parts with the middle dot of the second lines between them."""
    return " · ".join(part for part in parts if part)


def money(amount: str, asset: str) -> str:
    """Return `1,250 USDT` for decimal text as stored, digits exactly as given but grouped; empty for no amount."""
    whole, dot, fraction = amount.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(digits):,}" if digits.isdecimal() and not digits.startswith("0") else digits
    return f"{sign}{grouped}{dot}{fraction} {asset}".strip() if amount else ""


def error_text(error: BaseException) -> str:
    """Return what went wrong in the user's language: one sentence, plain text.

    A `CasebookError` says it itself; an `OSError` names file and reason; anything else is a mistake of the program.
    """
    if isinstance(error, CasebookError):
        translated = QCoreApplication.translate("errors", error.template)
        try:
            return translated.format(**_values(error)) if error.values else translated
        except (KeyError, IndexError, ValueError):
            return str(error)
    if isinstance(error, OSError):
        reason, where = error.strerror or str(error), error.filename or ""
        if not where:
            return QCoreApplication.translate("texts", "The system refused: {reason}.").format(reason=reason)
        return QCoreApplication.translate("texts", "The system refused {where}: {reason}.").format(
            where=where, reason=reason
        )
    kind = type(error).__name__
    return QCoreApplication.translate("texts", "Casebook made a mistake ({kind}: {words}).").format(
        kind=kind, words=str(error)
    )


def _values(error: CasebookError) -> dict[str, object]:
    """Return an error's values, those that are words of ours ("case", "promise") in the user's language."""
    # Beside a number a name is that of a kind of record; alone it is what the user calls a firm.
    ours = {"what", "state", "name"} if "number" in error.values else {"what", "state"}
    return {
        name: QCoreApplication.translate("nouns", str(value)) if name in ours else value
        for name, value in error.values.items()
    }

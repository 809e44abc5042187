"""The history of a case in plain words: one sentence an entry, and each changed fact with what stood there before."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from casebook.gui import texts
from casebook.gui.models import talk_words
from casebook.journal.changes import Kind
from casebook.journal.proof.history import Event, FieldChange
from casebook.journal.terms import (
    Automatic,
    CaseStatus,
    Category,
    Channel,
    CheckState,
    Consent,
    DeadlineState,
    Direction,
    FirmKind,
    FollowUpState,
    LossKind,
    PromiseState,
    ReferenceKind,
    RequestState,
    TransferKind,
)
from casebook.journal.times import Moment

_LONGEST = 120
_SUMMARY = ("title", "text", "subject", "what", "reason", "name", "value", "number", "amount", "txid", "order_number")
"""What a record is best known by; the first that is there."""

_SENTENCES = {
    "firm.added": QT_TRANSLATE_NOOP("history", "Firm added"),
    "firm.edited": QT_TRANSLATE_NOOP("history", "Firm changed"),
    "firm.erased": QT_TRANSLATE_NOOP("history", "Firm taken out again"),
    "account.erased": QT_TRANSLATE_NOOP("history", "Account taken out again"),
    "ticket.erased": QT_TRANSLATE_NOOP("history", "Ticket number taken out"),
    "reference.erased": QT_TRANSLATE_NOOP("history", "Reference taken out"),
    "promise.erased": QT_TRANSLATE_NOOP("history", "Promise taken out"),
    "request.erased": QT_TRANSLATE_NOOP("history", "Request taken out"),
    "follow_up.erased": QT_TRANSLATE_NOOP("history", "Follow-up taken out"),
    "official.erased": QT_TRANSLATE_NOOP("history", "Official contact taken out again"),
    "transfer.added": QT_TRANSLATE_NOOP("history", "Transfer noted"),
    "transfer.edited": QT_TRANSLATE_NOOP("history", "Transfer changed"),
    "transfer.erased": QT_TRANSLATE_NOOP("history", "Transfer taken out"),
    "transfer.unlinked": QT_TRANSLATE_NOOP("history", "Transfer kept, without the contact it came from"),
    "loss.added": QT_TRANSLATE_NOOP("history", "Loss noted"),
    "loss.edited": QT_TRANSLATE_NOOP("history", "Loss changed"),
    "loss.erased": QT_TRANSLATE_NOOP("history", "Loss taken out"),
    "redaction.added": QT_TRANSLATE_NOOP("history", "Redacted copy made"),
    "redaction.replaced": QT_TRANSLATE_NOOP("history", "Redacted copy replaced by another"),
    "redaction.withdrawn": QT_TRANSLATE_NOOP("history", "Redacted copy taken back"),
    "redaction.erased": QT_TRANSLATE_NOOP("history", "Redacted copy erased"),
    "export.made": QT_TRANSLATE_NOOP("history", "Dossier made"),
    "export.stamped": QT_TRANSLATE_NOOP("history", "Time stamp of a dossier noted"),
    "answer.given": QT_TRANSLATE_NOOP("history", "Finding of the gap report answered"),
    "answer.changed": QT_TRANSLATE_NOOP("history", "Answer to the gap report changed"),
    "answer.erased": QT_TRANSLATE_NOOP("history", "Answer to the gap report taken back"),
    "contact.supplemented": QT_TRANSLATE_NOOP("history", "Added to a contact: role, translation, how it went"),
    "exhibit.read": QT_TRANSLATE_NOOP("history", "Exhibit looked at"),
    "case.unlinked": QT_TRANSLATE_NOOP("history", "Case kept, without the contact of the final position"),
    "case.linked": QT_TRANSLATE_NOOP("history", "Contact of the final position found again"),
    "official.added": QT_TRANSLATE_NOOP("history", "Official contact added"),
    "official.verified": QT_TRANSLATE_NOOP("history", "Official contact looked up again"),
    "official.edited": QT_TRANSLATE_NOOP("history", "Official contact changed"),
    "official.withdrawn": QT_TRANSLATE_NOOP("history", "Official contact withdrawn"),
    "phishing_code.set": QT_TRANSLATE_NOOP("history", "Anti-phishing code set"),
    "phishing_code.ended": QT_TRANSLATE_NOOP("history", "Anti-phishing code ended: another took its place"),
    "phishing_code.erased": QT_TRANSLATE_NOOP("history", "Anti-phishing code taken out"),
    "dkim.checked": QT_TRANSLATE_NOOP("history", "Signature of a mail checked"),
    "dkim.erased": QT_TRANSLATE_NOOP("history", "Check of a signature erased"),
    "account.added": QT_TRANSLATE_NOOP("history", "Account added"),
    "account.edited": QT_TRANSLATE_NOOP("history", "Account changed"),
    "case.opened": QT_TRANSLATE_NOOP("history", "Case opened"),
    "case.edited": QT_TRANSLATE_NOOP("history", "Case changed"),
    "case.closed": QT_TRANSLATE_NOOP("history", "Case closed"),
    "case.reopened": QT_TRANSLATE_NOOP("history", "Case taken up again"),
    "case.deleted": QT_TRANSLATE_NOOP("history", "Case put into the bin"),
    "case.restored": QT_TRANSLATE_NOOP("history", "Case put back from the bin"),
    "case.erased": QT_TRANSLATE_NOOP("history", "Case erased"),
    "imported_case.purged": QT_TRANSLATE_NOOP("history", "History from another casebook erased for good"),
    "case.taken-in": QT_TRANSLATE_NOOP("history", "Case taken in from another casebook"),
    "contact.logged": QT_TRANSLATE_NOOP("history", "Contact written down"),
    "contact.corrected": QT_TRANSLATE_NOOP("history", "Contact put right soon after it was written down"),
    "contact.amended": QT_TRANSLATE_NOOP("history", "Contact amended"),
    "contact.deleted": QT_TRANSLATE_NOOP("history", "Contact put into the bin"),
    "contact.restored": QT_TRANSLATE_NOOP("history", "Contact put back from the bin"),
    "contact.erased": QT_TRANSLATE_NOOP("history", "Contact erased"),
    "contact.purged": QT_TRANSLATE_NOOP("history", "Words erased from a contact for good"),
    "contact.fact-changed": QT_TRANSLATE_NOOP("history", "Amendment noted, with its reason"),
    "amendment.purged": QT_TRANSLATE_NOOP("history", "Words erased from an amendment for good"),
    "mail.imported": QT_TRANSLATE_NOOP("history", "Mail imported"),
    "mail.kept": QT_TRANSLATE_NOOP("history", "Mail's original bytes kept"),
    "mail.copied": QT_TRANSLATE_NOOP("history", "A further copy of the mail kept"),
    "chat.imported": QT_TRANSLATE_NOOP("history", "Chat imported"),
    "chat.kept": QT_TRANSLATE_NOOP("history", "The exported messages kept"),
    "mail.filed": QT_TRANSLATE_NOOP("history", "Mail filed in this case"),
    "mail.unfiled": QT_TRANSLATE_NOOP("history", "Mail taken out of this case, back into the inbox"),
    "mail.discarded": QT_TRANSLATE_NOOP("history", "Mail discarded"),
    "mail.restored": QT_TRANSLATE_NOOP("history", "Discarded mail put back"),
    "mail.purged": QT_TRANSLATE_NOOP("history", "Mail's original erased for good"),
    "exhibit.added": QT_TRANSLATE_NOOP("history", "Exhibit added"),
    "exhibit.filed": QT_TRANSLATE_NOOP("history", "Exhibit given its number"),
    "exhibit.unfiled": QT_TRANSLATE_NOOP("history", "Exhibit taken out with its mail, its number free again"),
    "exhibit.described": QT_TRANSLATE_NOOP("history", "Exhibit described"),
    "exhibit.deleted": QT_TRANSLATE_NOOP("history", "Exhibit put into the bin"),
    "exhibit.restored": QT_TRANSLATE_NOOP("history", "Exhibit put back from the bin"),
    "exhibit.erased": QT_TRANSLATE_NOOP("history", "Exhibit erased"),
    "exhibit.purged": QT_TRANSLATE_NOOP("history", "Exhibit's bytes erased for good"),
    "ticket.added": QT_TRANSLATE_NOOP("history", "Ticket number noted"),
    "ticket.unlinked": QT_TRANSLATE_NOOP("history", "Ticket number kept, without the contact it came from"),
    "reference.added": QT_TRANSLATE_NOOP("history", "Reference noted"),
    "promise.added": QT_TRANSLATE_NOOP("history", "Promise noted"),
    "promise.kept": QT_TRANSLATE_NOOP("history", "Promise marked as kept"),
    "promise.broken": QT_TRANSLATE_NOOP("history", "Promise marked as broken"),
    "promise.withdrawn": QT_TRANSLATE_NOOP("history", "Promise marked as withdrawn"),
    "promise.open": QT_TRANSLATE_NOOP("history", "Promise opened again"),
    "request.added": QT_TRANSLATE_NOOP("history", "Request noted"),
    "request.supplied": QT_TRANSLATE_NOOP("history", "Request marked as supplied"),
    "follow_up.added": QT_TRANSLATE_NOOP("history", "Follow-up set"),
    "follow_up.done": QT_TRANSLATE_NOOP("history", "Follow-up done"),
    "follow_up.dropped": QT_TRANSLATE_NOOP("history", "Follow-up dropped"),
    "follow_up.reopened": QT_TRANSLATE_NOOP("history", "Follow-up opened again"),
    "follow_up.snoozed": QT_TRANSLATE_NOOP("history", "Follow-up snoozed"),
    "follow_up.woken": QT_TRANSLATE_NOOP("history", "Snooze of a follow-up taken back"),
    "follow_up.rescheduled": QT_TRANSLATE_NOOP("history", "Follow-up moved"),
    "firm_rule.set": QT_TRANSLATE_NOOP("history", "Rule of the guide set for a firm"),
    "firm_rule.erased": QT_TRANSLATE_NOOP("history", "Rule of the guide as the guide has it again"),
    "firm_channel.added": QT_TRANSLATE_NOOP("history", "Way to a firm noted"),
    "firm_channel.edited": QT_TRANSLATE_NOOP("history", "Way to a firm changed"),
    "firm_channel.erased": QT_TRANSLATE_NOOP("history", "Way to a firm taken off"),
    "deadline.set": QT_TRANSLATE_NOOP("history", "Deadline set"),
    "deadline.moved": QT_TRANSLATE_NOOP("history", "Deadline moved"),
    "deadline.ended": QT_TRANSLATE_NOOP("history", "Deadline ended: what it waited for came"),
    "deadline.dropped": QT_TRANSLATE_NOOP("history", "Deadline dropped"),
    "deadline.reopened": QT_TRANSLATE_NOOP("history", "Deadline runs again"),
    "deadline.erased": QT_TRANSLATE_NOOP("history", "Deadline erased"),
    "deadline.unlinked": QT_TRANSLATE_NOOP("history", "Deadline kept, without the contact it came from"),
    "check_mark.set": QT_TRANSLATE_NOOP("history", "Item of the checklist marked"),
    "check_mark.erased": QT_TRANSLATE_NOOP("history", "Mark on the checklist taken back"),
    "quote.added": QT_TRANSLATE_NOOP("history", "Passage quoted in the dossier"),
    "quote.edited": QT_TRANSLATE_NOOP("history", "Note on a quoted passage changed"),
    "quote.erased": QT_TRANSLATE_NOOP("history", "Passage not quoted any more"),
    "promise.edited": QT_TRANSLATE_NOOP("history", "Promise changed"),
    "request.edited": QT_TRANSLATE_NOOP("history", "Request changed"),
    "request.reopened": QT_TRANSLATE_NOOP("history", "Request opened again"),
    "promise.unknown": QT_TRANSLATE_NOOP("history", "Promise marked as unknown"),
    "record.purged": QT_TRANSLATE_NOOP("history", "Something was erased for good"),
    "bin.emptied": QT_TRANSLATE_NOOP("history", "Bin emptied"),
    "clock.set-back": QT_TRANSLATE_NOOP("history", "This computer's clock was set back"),
    "ledger.key-added": QT_TRANSLATE_NOOP("history", "This computer began to sign the ledger"),
    "ledger.accepted": QT_TRANSLATE_NOOP("history", "A ledger from elsewhere was accepted"),
    "casebook.restored": QT_TRANSLATE_NOOP("history", "Casebook restored from a backup"),
    "casebook.encrypted": QT_TRANSLATE_NOOP("history", "Casebook encrypted"),
    "casebook.decrypted": QT_TRANSLATE_NOOP("history", "Encryption taken off the casebook"),
    "preferences.changed": QT_TRANSLATE_NOOP("history", "Preferences changed"),
}
"""A sentence for each verb of the ledger."""

_OF_ANY = {
    "taken-back": QT_TRANSLATE_NOOP("history", "Last change taken back"),
    "put-back": QT_TRANSLATE_NOOP("history", "Put back after it was taken out"),
}
"""The same for verbs that any kind of record has."""

_FIELDS = {
    "title": QT_TRANSLATE_NOOP("history", "title"),
    "category": QT_TRANSLATE_NOOP("history", "kind of problem"),
    "status": QT_TRANSLATE_NOOP("history", "status"),
    "state": QT_TRANSLATE_NOOP("history", "state"),
    "amount": QT_TRANSLATE_NOOP("history", "amount"),
    "asset": QT_TRANSLATE_NOOP("history", "asset"),
    "network": QT_TRANSLATE_NOOP("history", "network"),
    "claim": QT_TRANSLATE_NOOP("history", "claim"),
    "remedy": QT_TRANSLATE_NOOP("history", "remedy"),
    "problem": QT_TRANSLATE_NOOP("history", "when it happened"),
    "outcome": QT_TRANSLATE_NOOP("history", "outcome"),
    "happened": QT_TRANSLATE_NOOP("history", "time"),
    "due": QT_TRANSLATE_NOOP("history", "due"),
    "snoozed_until": QT_TRANSLATE_NOOP("history", "rests until"),
    "answer": QT_TRANSLATE_NOOP("history", "answer"),
    "moved": QT_TRANSLATE_NOOP("history", "why it was moved"),
    "resolution": QT_TRANSLATE_NOOP("history", "what became of it"),
    "text": QT_TRANSLATE_NOOP("history", "words"),
    "subject": QT_TRANSLATE_NOOP("history", "subject"),
    "agent": QT_TRANSLATE_NOOP("history", "agent"),
    "agent_id": QT_TRANSLATE_NOOP("history", "agent ID"),
    "bot": QT_TRANSLATE_NOOP("history", "person or bot"),
    "channel": QT_TRANSLATE_NOOP("history", "channel"),
    "direction": QT_TRANSLATE_NOOP("history", "direction"),
    "platform": QT_TRANSLATE_NOOP("history", "platform"),
    "tickets": QT_TRANSLATE_NOOP("history", "tickets"),
    "description": QT_TRANSLATE_NOOP("history", "description"),
    "name": QT_TRANSLATE_NOOP("history", "name"),
    "number": QT_TRANSLATE_NOOP("history", "number"),
    "value": QT_TRANSLATE_NOOP("history", "value"),
    "reason": QT_TRANSLATE_NOOP("history", "reason"),
    "note": QT_TRANSLATE_NOOP("history", "note"),
    "sha256": QT_TRANSLATE_NOOP("history", "SHA-256"),
    "size": QT_TRANSLATE_NOOP("history", "bytes"),
    "legal_name": QT_TRANSLATE_NOOP("history", "legal name"),
    "licence": QT_TRANSLATE_NOOP("history", "licence"),
    "address": QT_TRANSLATE_NOOP("history", "address"),
    "body": QT_TRANSLATE_NOOP("history", "for which body"),
    "representative": QT_TRANSLATE_NOOP("history", "who acts for you"),
    "client_reference": QT_TRANSLATE_NOOP("history", "your reference"),
    "proceedings": QT_TRANSLATE_NOOP("history", "other proceedings"),
    "insolvency": QT_TRANSLATE_NOOP("history", "insolvency"),
    "deadline": QT_TRANSLATE_NOOP("history", "next deadline"),
    "deadline_source": QT_TRANSLATE_NOOP("history", "source of the deadline"),
    "role": QT_TRANSLATE_NOOP("history", "role"),
    "translation": QT_TRANSLATE_NOOP("history", "own translation"),
    "origin": QT_TRANSLATE_NOOP("history", "origin"),
    "url": QT_TRANSLATE_NOOP("history", "page address"),
    "dated_on": QT_TRANSLATE_NOOP("history", "own date"),
    "crop": QT_TRANSLATE_NOOP("history", "not on it"),
    "transcript": QT_TRANSLATE_NOOP("history", "own transcript"),
    "clause": QT_TRANSLATE_NOOP("history", "clause"),
    "consent": QT_TRANSLATE_NOOP("history", "consent"),
    "kind": QT_TRANSLATE_NOOP("history", "kind"),
    "made": QT_TRANSLATE_NOOP("history", "made"),
    "fee": QT_TRANSLATE_NOOP("history", "fee"),
    "from_address": QT_TRANSLATE_NOOP("history", "from"),
    "to_address": QT_TRANSLATE_NOOP("history", "to"),
    "txid": QT_TRANSLATE_NOOP("history", "TxID"),
    "order_number": QT_TRANSLATE_NOOP("history", "order number"),
    "explorer": QT_TRANSLATE_NOOP("history", "explorer page"),
    "what": QT_TRANSLATE_NOOP("history", "what"),
    "rate": QT_TRANSLATE_NOOP("history", "rate"),
    "currency": QT_TRANSLATE_NOOP("history", "currency"),
    "rate_source": QT_TRANSLATE_NOOP("history", "source of the rate"),
    "rated": QT_TRANSLATE_NOOP("history", "rate as of"),
    "recipient": QT_TRANSLATE_NOOP("history", "for whom"),
    "before": QT_TRANSLATE_NOOP("history", "before"),
    "after": QT_TRANSLATE_NOOP("history", "after"),
    "start": QT_TRANSLATE_NOOP("history", "counted from"),
    "rule": QT_TRANSLATE_NOOP("history", "rule"),
    "used": QT_TRANSLATE_NOOP("history", "used"),
    "unit": QT_TRANSLATE_NOOP("history", "unit"),
    "not_before": QT_TRANSLATE_NOOP("history", "not before"),
    "not_after": QT_TRANSLATE_NOOP("history", "not after"),
    "why": QT_TRANSLATE_NOOP("history", "how you know"),
    "topic": QT_TRANSLATE_NOOP("history", "what for"),
    "place": QT_TRANSLATE_NOOP("history", "where"),
    "hours": QT_TRANSLATE_NOOP("history", "hours"),
    "zone": QT_TRANSLATE_NOOP("history", "zone"),
    "languages": QT_TRANSLATE_NOOP("history", "languages"),
    "cost": QT_TRANSLATE_NOOP("history", "cost"),
    "checked_on": QT_TRANSLATE_NOOP("history", "looked up on"),
    "pauses": QT_TRANSLATE_NOOP("history", "pauses"),
    "extensions": QT_TRANSLATE_NOOP("history", "extensions"),
    "item": QT_TRANSLATE_NOOP("history", "item"),
    "seen_on": QT_TRANSLATE_NOOP("history", "where it was seen"),
    "tags": QT_TRANSLATE_NOOP("history", "tags"),
    "derived_from": QT_TRANSLATE_NOOP("history", "copy of"),
    "steps": QT_TRANSLATE_NOOP("history", "steps taken before"),
    "registered_on": QT_TRANSLATE_NOOP("history", "account opened on"),
    "usual_ips": QT_TRANSLATE_NOOP("history", "usual addresses"),
    "callback": QT_TRANSLATE_NOOP("history", "call-back number"),
    "details": QT_TRANSLATE_NOOP("history", "details"),
}
_TERMS: dict[str, type[StrEnum]] = {
    "channel": Channel,
    "direction": Direction,
    "category": Category,
    "automatic": Automatic,
    "consent": Consent,
}
_KINDS: dict[Kind | None, type[StrEnum]] = {
    Kind.FIRM: FirmKind,
    Kind.REFERENCE: ReferenceKind,
    Kind.TRANSFER: TransferKind,
    Kind.LOSS: LossKind,
}
_STATES: dict[Kind | None, type[StrEnum]] = {
    Kind.PROMISE: PromiseState,
    Kind.REQUEST: RequestState,
    Kind.DEADLINE: DeadlineState,
    Kind.CHECK_MARK: CheckState,
}
_FOLLOW_UP_STATES = {
    FollowUpState.OPEN: QT_TRANSLATE_NOOP("history", "to be done"),
    FollowUpState.DONE: QT_TRANSLATE_NOOP("history", "done"),
    FollowUpState.DROPPED: QT_TRANSLATE_NOOP("history", "no longer needed"),
}
_SILENT = frozenset(
    {"answered_at", "resolved_at", "supplied_at", "closed_at", "opened_at", "deleted_at", "purged_at", "read_at"}
)
"""Times of the entry itself: the sentence says what happened, its own time when."""


def sentence(event: Event) -> str:
    """Return what an entry tells, in the user's language; with the record's own words where they are new."""
    plain = _SENTENCES.get(event.what) or _OF_ANY.get(event.what.rpartition(".")[2], event.what)
    words = QCoreApplication.translate("history", str(plain))
    if event.label.startswith("EX-"):
        words = f"{words} ({event.label})"
    if event.erased:
        return QCoreApplication.translate("history", "{what} – its words were erased later").replace("{what}", words)
    known = next((str(event.facts[name]) for name in _SUMMARY if event.facts.get(name)), "") if event.kind else ""
    return f"{words}: {_short(known)}" if known else words


def details(event: Event) -> list[tuple[str, str, str]]:
    """Return each fact that an entry changed: its caption, what stood there (empty where nothing did), what stands."""
    if event.first and event.kind is not None:
        return [(_caption(c.field), "", shown(event.kind, c.field, c.after)) for c in event.changed if _worth(c)]
    return [
        (_caption(c.field), shown(event.kind, c.field, c.before), shown(event.kind, c.field, c.after))
        for c in event.changed
        if _worth(c)
    ]


def shown(kind: Kind | None, field: str, value: object) -> str:  # noqa: PLR0911 - one line a kind of value
    """Return the value of a fact of a kind of record as the window shows it."""
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, Moment):
        known = "" if field in {"due", "deadline"} else texts.caption(value.known)  # a due time is chosen, not known
        return texts.joined(texts.full_time(value), known)
    if isinstance(value, datetime):
        return texts.short_time(texts.here(value))
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if field == "details":
        return talk_words.told(str(value))
    if field == "status" and kind is Kind.CASE:
        closed = value == CaseStatus.CLOSED
        return (
            QCoreApplication.translate("history", "closed") if closed else QCoreApplication.translate("history", "open")
        )
    if field == "bot":
        return (
            QCoreApplication.translate("history", "bot") if value else QCoreApplication.translate("history", "person")
        )
    if field == "state" and kind is Kind.FOLLOW_UP:
        return QCoreApplication.translate("history", str(_FOLLOW_UP_STATES[FollowUpState(str(value))]))
    terms = {"state": _STATES, "kind": _KINDS}[field].get(kind) if field in {"state", "kind"} else _TERMS.get(field)
    if terms is not None and value in [str(member) for member in terms]:
        return texts.caption(terms(str(value)))
    return str(value)


def _worth(change: FieldChange) -> bool:
    return change.field in _FIELDS and change.field not in _SILENT


def _caption(field: str) -> str:
    return texts.capital(QCoreApplication.translate("history", str(_FIELDS[field])))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"

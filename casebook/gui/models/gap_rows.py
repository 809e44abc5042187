"""What the gap report found, as rows: what is missing, where, and what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from casebook.dossier.gaps import Finding, Gap
from casebook.gui import texts
from casebook.gui.models import due_words
from casebook.gui.models.row_model import Row
from casebook.journal.changes import Kind
from casebook.journal.times import Moment

_KINDS = {
    Gap.SECRET: QT_TRANSLATE_NOOP("gaps", "Secrets"),
    Gap.NO_CONSENT: QT_TRANSLATE_NOOP("gaps", "Recordings without consent"),
    Gap.PROMISE_LATE: QT_TRANSLATE_NOOP("gaps", "Promises past their date"),
    Gap.REQUEST_OPEN: QT_TRANSLATE_NOOP("gaps", "Asked for and not supplied"),
    Gap.SILENCE: QT_TRANSLATE_NOOP("gaps", "Silences of more than a week"),
    Gap.NO_EXHIBIT: QT_TRANSLATE_NOOP("gaps", "Claims without a document"),
    Gap.CALL_ALONE: QT_TRANSLATE_NOOP("gaps", "Calls that were not confirmed in writing"),
    Gap.NO_SOURCE: QT_TRANSLATE_NOOP("gaps", "Exhibits without a source"),
    Gap.UNREAD: QT_TRANSLATE_NOOP("gaps", "Files never opened"),
    Gap.CHECKLIST: QT_TRANSLATE_NOOP("gaps", "Evidence that is usually asked for"),
}
_ADVICE = {
    Gap.SECRET: QT_TRANSLATE_NOOP("gaps", "stops the dossier: remove it, or answer why it may go out"),
    Gap.NO_CONSENT: QT_TRANSLATE_NOOP("gaps", "it stays out of the dossier until consent or notice is recorded"),
    Gap.PROMISE_LATE: QT_TRANSLATE_NOOP("gaps", "say what became of it"),
    Gap.REQUEST_OPEN: QT_TRANSLATE_NOOP("gaps", "supply it, or answer why you did not"),
    Gap.SILENCE: QT_TRANSLATE_NOOP("gaps", "log what happened then, or answer why nothing did"),
    Gap.NO_EXHIBIT: QT_TRANSLATE_NOOP("gaps", "add a screenshot or a file, or answer why there is none"),
    Gap.CALL_ALONE: QT_TRANSLATE_NOOP("gaps", "a short mail on what was said makes the call provable"),
    Gap.NO_SOURCE: QT_TRANSLATE_NOOP("gaps", "say who captured it, where, and with what"),
    Gap.UNREAD: QT_TRANSLATE_NOOP("gaps", "open it once: the other side has read it"),
    Gap.CHECKLIST: QT_TRANSLATE_NOOP("gaps", "add it, or answer why it is not there"),
}
_SECRETS: Mapping[str, object] = {
    "seed-phrase": QT_TRANSLATE_NOOP("gaps", "seed phrase"),
    "private-key": QT_TRANSLATE_NOOP("gaps", "private key"),
    "card-number": QT_TRANSLATE_NOOP("gaps", "card number"),
    "api-secret": QT_TRANSLATE_NOOP("gaps", "API secret"),
    "password": QT_TRANSLATE_NOOP("gaps", "password"),
}
_PLACES = {
    Kind.CASE: QT_TRANSLATE_NOOP("gaps", "the case"),
    Kind.FIRM: QT_TRANSLATE_NOOP("gaps", "the firm"),
    Kind.ACCOUNT: QT_TRANSLATE_NOOP("gaps", "your account"),
    Kind.CONTACT: QT_TRANSLATE_NOOP("gaps", "a contact"),
    Kind.EXHIBIT: QT_TRANSLATE_NOOP("gaps", "an exhibit"),
    Kind.PROMISE: QT_TRANSLATE_NOOP("gaps", "a promise"),
    Kind.REQUEST: QT_TRANSLATE_NOOP("gaps", "a request"),
    Kind.TRANSFER: QT_TRANSLATE_NOOP("gaps", "a transfer"),
    Kind.LOSS: QT_TRANSLATE_NOOP("gaps", "a loss"),
}
_FIELDS = {
    "text": QT_TRANSLATE_NOOP("gaps", "its words"),
    "raw": QT_TRANSLATE_NOOP("gaps", "the raw mail"),
    "file": QT_TRANSLATE_NOOP("gaps", "within the file"),
    "name": QT_TRANSLATE_NOOP("gaps", "its name"),
    "before": QT_TRANSLATE_NOOP("gaps", "an earlier version"),
    "after": QT_TRANSLATE_NOOP("gaps", "an amended version"),
    "subject": QT_TRANSLATE_NOOP("gaps", "its subject"),
    "outcome": QT_TRANSLATE_NOOP("gaps", "its outcome"),
    "description": QT_TRANSLATE_NOOP("gaps", "its description"),
    "translation": QT_TRANSLATE_NOOP("gaps", "its translation"),
    "transcript": QT_TRANSLATE_NOOP("gaps", "its transcript"),
    "note": QT_TRANSLATE_NOOP("gaps", "a note"),
    "title": QT_TRANSLATE_NOOP("gaps", "its title"),
    "claim": QT_TRANSLATE_NOOP("gaps", "the claim"),
    "remedy": QT_TRANSLATE_NOOP("gaps", "the remedy"),
    "value": QT_TRANSLATE_NOOP("gaps", "a reference"),
    "number": QT_TRANSLATE_NOOP("gaps", "a ticket number"),
}
_FIELD = QT_TRANSLATE_NOOP("gaps", "one of its fields")
_LONGEST = 90


def heading(gap: Gap) -> str:
    """Return the words for a kind of gap."""
    return _tr(_KINDS[gap])


def rows(findings: Sequence[Finding]) -> list[Row]:
    """Return a row for each finding, with its place in the sequence as id; a tick where it is answered."""
    return [
        Row(number, title(finding), detail(finding), ring=True, ticked=bool(finding.answer), warn=finding.stops)
        for number, finding in enumerate(findings)
    ]


def title(finding: Finding) -> str:
    """Return what was found, in one line."""
    values = {name: _shown(value) for name, value in finding.values.items()}
    if finding.kind is Gap.SECRET:
        values["field"] = _tr(_FIELDS.get(str(finding.values["field"]), _FIELD))
    return " ".join(_tr(_template(finding)).format(**values).split())


def detail(finding: Finding) -> str:
    """Return the user's answer, or what can be done."""
    if finding.answer:
        return _tr(QT_TRANSLATE_NOOP("gaps", "your answer: {words}")).format(words=" ".join(finding.answer.split()))
    return texts.joined(heading(finding.kind), _tr(_ADVICE[finding.kind]))


def _template(finding: Finding) -> str:  # noqa: PLR0911 - one line a kind
    match finding.kind:
        case Gap.SECRET:
            return str(QT_TRANSLATE_NOOP("gaps", "Looks like a secret ({secret}) in {where} {name}: {field}"))
        case Gap.NO_CONSENT:
            return str(QT_TRANSLATE_NOOP("gaps", "{label} {name}: no consent of those heard is recorded"))
        case Gap.PROMISE_LATE:
            return str(QT_TRANSLATE_NOOP("gaps", "Promised by {due}: “{text}”"))
        case Gap.REQUEST_OPEN if finding.values.get("due") is None:
            return str(QT_TRANSLATE_NOOP("gaps", "They asked for: “{text}”"))
        case Gap.REQUEST_OPEN:
            return str(QT_TRANSLATE_NOOP("gaps", "They asked for, by {due}: “{text}”"))
        case Gap.SILENCE if finding.values.get("until") is None:
            return str(QT_TRANSLATE_NOOP("gaps", "Nothing recorded since {since}: {days} days"))
        case Gap.SILENCE:
            return str(QT_TRANSLATE_NOOP("gaps", "Nothing recorded from {since} to {until}: {days} days"))
        case Gap.CALL_ALONE:
            return str(QT_TRANSLATE_NOOP("gaps", "Call of {when}: no mail to the firm within {days} days"))
        case Gap.NO_SOURCE:
            return str(QT_TRANSLATE_NOOP("gaps", "{label} {name}: not said who captured it"))
        case Gap.UNREAD:
            return str(QT_TRANSLATE_NOOP("gaps", "{label} {name}: came with a mail and was not opened"))
        case Gap.CHECKLIST:
            return "{text}"
    return {
        Kind.PROMISE: str(QT_TRANSLATE_NOOP("gaps", "Promise without a contact: “{text}”")),
        Kind.TRANSFER: str(QT_TRANSLATE_NOOP("gaps", "Transfer without a document: {amount} {asset} {text}")),
        Kind.LOSS: str(QT_TRANSLATE_NOOP("gaps", "Loss without a document: {amount} {asset} {text}")),
    }.get(finding.place[0], str(QT_TRANSLATE_NOOP("gaps", "{when}, {channel}, no document: {text}")))


def _shown(value: object) -> str:
    if isinstance(value, Moment):
        return texts.short_moment(value)
    if isinstance(value, Kind):
        return _tr(_PLACES.get(value, str(value)))
    if isinstance(value, Mapping):  # the same words in several languages
        return str(value.get(due_words.language()) or value["en"])
    if isinstance(value, StrEnum):
        return _tr(_SECRETS[value]) if str(value) in _SECRETS else texts.caption(value)
    line = " ".join(str(value or "").split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _tr(words: object) -> str:
    return QCoreApplication.translate("gaps", str(words))

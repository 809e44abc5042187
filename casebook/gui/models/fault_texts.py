"""What a check found, in the user's language; the journal itself speaks plain English."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from casebook.journal.records import Fault

TEMPLATES = (
    QT_TRANSLATE_NOOP("faults", "bytes changed"),
    QT_TRANSLATE_NOOP("faults", "bytes changed since Casebook closed it"),
    QT_TRANSLATE_NOOP("faults", "missing"),
    QT_TRANSLATE_NOOP("faults", "cannot be read"),
    QT_TRANSLATE_NOOP("faults", "damaged"),
    QT_TRANSLATE_NOOP("faults", "a file that no record names"),
    QT_TRANSLATE_NOOP("faults", "the list of attachments cannot be read"),
    QT_TRANSLATE_NOOP("faults", "the database is damaged: {reason}"),
    QT_TRANSLATE_NOOP("faults", "the record is gone, but the ledger knows it"),
    QT_TRANSLATE_NOOP("faults", "the record is not in the ledger"),
    QT_TRANSLATE_NOOP("faults", "the record is there, but the ledger says that it was erased"),
    QT_TRANSLATE_NOOP("faults", "the record is there, but its words in the ledger are gone: it cannot be compared"),
    QT_TRANSLATE_NOOP("faults", "the record is not as the ledger has it ({fields})"),
    QT_TRANSLATE_NOOP("faults", "ledger entry {number}: {what}"),
    QT_TRANSLATE_NOOP("faults", "its words are gone, and no later entry says that they were erased"),
    QT_TRANSLATE_NOOP(
        "faults",
        "the ledger was written anew between this entry and entry {number}: a signed checkpoint differs",
    ),
    QT_TRANSLATE_NOOP("faults", "the ledger was written anew here: a signed checkpoint differs"),
    QT_TRANSLATE_NOOP(
        "faults",
        "it is not the one that this computer saw on {date}; the ledger was written anew from here",
    ),
    QT_TRANSLATE_NOOP(
        "faults",
        "the ledger ends with entry {head}, but this computer saw entry {seen} on {date}: its last {count} entries are "
        "gone",
    ),
    QT_TRANSLATE_NOOP(
        "faults",
        "the ledger ends with entry {head}, but this computer saw entry {seen} on {date}: its last entry is gone",
    ),
    QT_TRANSLATE_NOOP("faults", "the checkpoint that this computer saw is gone"),
    QT_TRANSLATE_NOOP("faults", "it is the checkpoint of another entry"),
    QT_TRANSLATE_NOOP("faults", "it is the checkpoint of another casebook"),
    QT_TRANSLATE_NOOP("faults", "it is signed with a key that the ledger does not name before it"),
    QT_TRANSLATE_NOOP("faults", "its signature is wrong"),
    QT_TRANSLATE_NOOP(
        "faults",
        "this is not the casebook that this computer saw in this folder on {date}; if it is the right one: casebook "
        "verify --accept REASON",
    ),
    QT_TRANSLATE_NOOP("faults", "its hash does not follow from the entry before it"),
    QT_TRANSLATE_NOOP("faults", "it carries another number"),
    QT_TRANSLATE_NOOP("faults", "its words are not the ones that were hashed"),
    QT_TRANSLATE_NOOP("faults", "entry {number} is missing before it"),
    QT_TRANSLATE_NOOP("faults", "entries {first} to {last} are missing before it"),
    QT_TRANSLATE_NOOP(
        "faults",
        "the ledger has no entry with the hash that {source} names ({hash}): entries were cut off or changed since",
    ),
    QT_TRANSLATE_NOOP("faults", "the shape of the database was changed from outside ({names})"),
    QT_TRANSLATE_NOOP("faults", "it names a row of '{table}' that is not there"),
    QT_TRANSLATE_NOOP("faults", "the preferences are not as the ledger has them"),
    QT_TRANSLATE_NOOP("faults", "the history of the case where it came from is another one"),
    QT_TRANSLATE_NOOP("faults", "the history of the case where it came from is not whole ({reason})"),
)
"""What may stand in `Fault.what`."""

NOTES = (
    QT_TRANSLATE_NOOP(
        "faults",
        "this computer has not seen this casebook before: whether entries are missing at the end it cannot tell; "
        "compare with an earlier dossier or backup (casebook verify --against)",
    ),
    QT_TRANSLATE_NOOP("faults", "ledger entry {number} says why entries that this computer saw are not there"),
)
"""What may stand in `Verdict.notes`."""

_PLACES = {
    "firm": QT_TRANSLATE_NOOP("faults", "Firm {number}"),
    "account": QT_TRANSLATE_NOOP("faults", "Account {number}"),
    "case": QT_TRANSLATE_NOOP("faults", "Case C-{number}"),
    "contact": QT_TRANSLATE_NOOP("faults", "Contact {number}"),
    "exhibit": QT_TRANSLATE_NOOP("faults", "Exhibit, record {number}"),
    "ticket": QT_TRANSLATE_NOOP("faults", "Ticket number, record {number}"),
    "reference": QT_TRANSLATE_NOOP("faults", "Reference, record {number}"),
    "promise": QT_TRANSLATE_NOOP("faults", "Promise {number}"),
    "request": QT_TRANSLATE_NOOP("faults", "Request {number}"),
    "follow_up": QT_TRANSLATE_NOOP("faults", "Follow-up {number}"),
    "mail": QT_TRANSLATE_NOOP("faults", "Mail {number}"),
    "imported_case": QT_TRANSLATE_NOOP("faults", "Imported history {number}"),
    "transfer": QT_TRANSLATE_NOOP("faults", "Transfer {number}"),
    "loss": QT_TRANSLATE_NOOP("faults", "Loss, line {number}"),
    "redaction": QT_TRANSLATE_NOOP("faults", "Redacted copy, record {number}"),
    "export": QT_TRANSLATE_NOOP("faults", "Dossier, record {number}"),
    "answer": QT_TRANSLATE_NOOP("faults", "Answer to the gap report, record {number}"),
    "checkpoint": QT_TRANSLATE_NOOP("faults", "Checkpoint at entry {number}"),
    "ledger": QT_TRANSLATE_NOOP("faults", "Ledger"),
}

_ATTACHMENT = re.compile(r"(?:.*/)?files/[0-9a-f]{2}/([0-9a-f]{64})")


def is_known(what: str) -> bool:
    """Return whether a sentence is one of those that are translated, and so are the sentences in it."""
    for template in map(str, (*TEMPLATES, *NOTES)):
        if found := _pattern(template).fullmatch(what):
            return "what" not in found.groupdict() or is_known(found["what"])
    return False


def what_text(what: str) -> str:
    """Return what is wrong in the user's language; a sentence that is not known stays as it is."""
    for template in map(str, (*TEMPLATES, *NOTES)):
        if found := _pattern(template).fullmatch(what):
            values = found.groupdict()
            if "what" in values:
                values["what"] = what_text(values["what"])
            return QCoreApplication.translate("faults", template).format(**values)
    return QCoreApplication.translate("errors", what)


def where_text(where: str) -> str:
    """Return where it is: `Contact 12` for a record, a file's name as it is."""
    head, _, record = where.rpartition(" ")
    kind, _, number = record.partition(":")
    if found := _ATTACHMENT.fullmatch(where):
        return QCoreApplication.translate("faults", "Attachment {number}").format(number=f"{found[1][:12]}…")
    if not head or kind not in _PLACES:
        return where
    words = QCoreApplication.translate("faults", str(_PLACES[kind])).format(number=number)
    file = "" if "/" not in head else f"{head}, "
    return file + words


def fault_text(fault: Fault) -> str:
    """Return one line on a fault."""
    return f"{where_text(fault.where)}: {what_text(fault.what)}"


def fault_line(line: str) -> str:
    """Return in the user's language what a backup says of a fault, which is one line."""
    where, colon, what = line.partition(": ")
    return f"{where_text(where)}: {what_text(what)}" if colon else what_text(line)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    escaped = re.escape(template)
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.*)", escaped), re.DOTALL)

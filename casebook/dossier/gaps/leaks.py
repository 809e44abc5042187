"""Suspected secrets in everything that a dossier would show or hand over: words, file names, text files, raw mails."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from itertools import chain
from typing import Any

from casebook.dossier.collect import Facts
from casebook.dossier.gaps.findings import Finding, Gap
from casebook.guide import secrets
from casebook.guide.secrets import SecretKind
from casebook.journal.changes import Kind
from casebook.journal.terms import ReferenceKind

_SKIPPED = {
    "sha256",
    "areas",
    "original_sha256",
    "txid",
    "from_address",
    "to_address",
    "message_id",
    "asset",
    "currency",
}
"""Fields that are hashes or addresses by their nature, or that the program writes itself."""
_CHAIN = {ReferenceKind.TXID, ReferenceKind.ADDRESS}


_CLEAN: dict[int, set[str]] = {}


@dataclass(frozen=True, slots=True)
class Text:
    """Words to search: of which record, and in which of its fields."""

    place: tuple[Kind, int]
    field: str
    words: str
    record: str = ""
    """Names the record where it is shown with another one, such as a ticket number with its contact."""
    sha256: str = ""
    """The hash of the file that these are the words of."""


def suspected(facts: Facts, files: Iterable[Text] = ()) -> Iterator[Finding]:
    """Find what looks like a secret, once a record, kind and field; `files` are the words of files that go out."""
    return (finding for found in search(facts, files) for finding in found)


def search(facts: Facts, files: Iterable[Text] = ()) -> Iterator[list[Finding]]:
    """Yield the findings of one text after the other, so that whoever asks can stop between two."""
    known, names, clean = _identifiers(facts), _names(facts), clean_files(facts)
    seen: set[tuple[object, ...]] = set()
    for text in chain(_texts(facts), files):
        found: dict[SecretKind, list[str]] = {}
        suspects = secrets.find(text.words, known)
        if text.sha256 and not suspects:
            clean.add(text.sha256)
        for secret in suspects:
            words = " ".join(text.words[secret.start : secret.end].split())
            if (text.place, secret.kind, words) not in seen:
                seen.add((text.place, secret.kind, words))
                found.setdefault(secret.kind, []).append(words)
        yield [_finding(text, kind, many, names.get(text.place, "")) for kind, many in found.items()]


def clean_files(facts: Facts) -> set[str]:
    """Return the hashes of files that hold no secret, as far as they were read: bytes with that hash never will.

    They hold for what is recorded as an identifier now; only hashes are remembered, no words.
    """
    return _CLEAN.setdefault(hash(frozenset(_identifiers(facts))), set())


def _finding(text: Text, kind: SecretKind, found: list[str], name: object) -> Finding:
    place, number = text.place
    key = f"secret:{text.record or f'{place}:{number}'}:{text.field}:{kind}:{_mark(kind, found)}"
    values = {"secret": kind, "where": place, "field": text.field, "count": len(found), "name": name}
    return Finding(key, Gap.SECRET, text.place, values, blocking=True)


def _mark(kind: SecretKind, found: list[str]) -> str:
    """Return what ties an answer to these very secrets and says next to nothing about them.

    One byte of a hash tells a changed phrase or key from the answered one; of a password even that would help to guess.
    """
    if kind is SecretKind.PASSWORD:
        return str(len(found))
    return f"{len(found)}-{hashlib.sha256(' '.join(sorted(found)).encode()).hexdigest()[:2]}"


def _names(facts: Facts) -> dict[tuple[Kind, int], object]:
    """Return by what a record is known: a contact by its time, an exhibit by its number."""
    names: dict[tuple[Kind, int], object] = {(Kind.CONTACT, c.id): c.happened for c in facts.contacts}
    return names | {(Kind.EXHIBIT, exhibit.id): exhibit.label for exhibit in facts.exhibits}


def _identifiers(facts: Facts) -> set[str]:
    """Return what is recorded as an identifier; the same value elsewhere is none of the secrets."""
    known = {reference.value for reference in facts.references if reference.kind != ReferenceKind.OTHER}
    for transfer in facts.transfers:
        known |= {transfer.txid, transfer.from_address, transfer.to_address, transfer.order_number}
    known |= {ticket.number for ticket in facts.tickets}
    bare = {re.sub(r"^0x", "", value, flags=re.IGNORECASE) for value in known}
    return {value for value in known | bare | {f"0x{value}" for value in bare} if value}


def _texts(facts: Facts) -> Iterator[Text]:
    for place, record, name in _records(facts):
        for field in fields(record):
            value = getattr(record, field.name)
            if field.name in _SKIPPED or isinstance(value, StrEnum):
                continue
            if isinstance(value, str) and value:
                yield Text(place, field.name, value, name)
            elif isinstance(value, tuple) and value and all(isinstance(part, str) for part in value):
                yield Text(place, field.name, "\n".join(value), name)


def _records(facts: Facts) -> Iterator[tuple[tuple[Kind, int], Any, str]]:
    """Yield every record with the place where it is shown, and a name of its own where that is another record."""
    case = (Kind.CASE, facts.case.id)
    yield case, facts.case, ""
    yield (Kind.FIRM, facts.firm.id), facts.firm, ""
    if facts.account:
        yield (Kind.ACCOUNT, facts.account.id), facts.account, ""
    for contact in facts.contacts:
        yield (Kind.CONTACT, contact.id), contact, ""
        yield (Kind.CONTACT, contact.id), contact.details, ""
        if mail := facts.mails.get(contact.id):
            yield (Kind.CONTACT, contact.id), mail, ""
    for change in facts.amendments:
        yield (Kind.CONTACT, change.contact_id), change, f"amendment:{change.id}"
    for reference in facts.references:
        if reference.kind not in _CHAIN:
            place = (Kind.CONTACT, reference.contact_id) if reference.contact_id else case
            yield place, reference, f"reference:{reference.id}"
    for ticket in facts.tickets:
        yield (Kind.CONTACT, ticket.contact_id) if ticket.contact_id else case, ticket, f"ticket:{ticket.id}"
    for deadline in facts.deadlines:
        yield case, deadline, f"deadline:{deadline.id}"
    for kind, group in (
        (Kind.EXHIBIT, facts.exhibits),
        (Kind.PROMISE, facts.promises),
        (Kind.REQUEST, facts.requests),
        (Kind.TRANSFER, facts.transfers),
        (Kind.LOSS, facts.losses),
    ):
        for record in group:
            yield (kind, record.id), record, ""
    for redaction in facts.redactions.values():
        yield (Kind.EXHIBIT, redaction.exhibit_id), redaction, f"redaction:{redaction.id}"

"""The check of the ledger itself: the chain, the words beside it, the signed checkpoints, and what was seen before."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field

from casebook.journal.changes import UNTOLD, Kind
from casebook.journal.core import Core
from casebook.journal.progress import Progress
from casebook.journal.proof.checkpoints import (
    Note,
    casebook_id,
    is_signed,
    key_named,
    origin_of,
    read_note,
)
from casebook.journal.proof.ledger import GENESIS
from casebook.journal.proof.witness import Witness
from casebook.journal.records import Fault, LedgerEntry
from casebook.journal.store.database import one, rows
from casebook.journal.store.database_name import DATABASE_NAME

_STEP = 500
_KINDS = frozenset(str(kind) for kind in Kind if kind not in UNTOLD)


@dataclass(frozen=True, slots=True)
class Claim:
    """What something outside the casebook says of its ledger: there was an entry with this hash."""

    hash: str
    source: str
    """Who says so: a dossier, a backup, a hash as it was typed."""


@dataclass(slots=True)
class Walked:
    """What the ledger tells after a walk along it."""

    entries: int = 0
    states: dict[str, str | None] = field(default_factory=dict)
    """The last recorded state of each record, by `kind:id`; None where its words are gone."""
    erased: set[str] = field(default_factory=set)
    """The records that were erased for good."""
    last: tuple[int, str] = (0, GENESIS)
    _missing: list[int] = field(default_factory=list)
    _kept: set[int] = field(default_factory=set)
    _erasers: dict[int, int] = field(default_factory=dict)

    def take(self, entry: LedgerEntry, payload: str | None) -> None:
        """Take in one entry."""
        self.entries += 1
        self.last = entry.number, entry.hash
        if entry.which.partition(":")[0] in _KINDS:
            self.states[entry.which] = payload
            (self.erased.add if entry.what.endswith(".erased") else self.erased.discard)(entry.which)
        if payload is None:
            self._missing.append(entry.number)
            return
        if '"erased":[' in payload:
            self._note_erased(entry.number, payload)

    def words_gone(self) -> list[Fault]:
        """Return a fault for each entry whose words are gone although no later entry says that they were erased."""
        return [
            ledger_fault(number, "its words are gone, and no later entry says that they were erased")
            for number in self._missing
            if self._erasers.get(number, 0) <= number
        ]

    def _note_erased(self, number: int, payload: str) -> None:
        try:
            told = json.loads(payload).get("erased", ())
            self._erasers |= {erased: number for erased in told if type(erased) is int}
        except (ValueError, AttributeError, TypeError):
            return


def ledger_fault(number: int, what: str) -> Fault:
    """Return a fault of one entry."""
    return Fault(f"ledger entry {number}: {what}", f"{DATABASE_NAME} ledger:{number}")


def walk(core: Core, faults: list[Fault], after: int = 0) -> Generator[Progress, None, Walked]:
    """Follow the chain above an entry and return what it tells; what is wrong goes into `faults`, in their order."""
    walked, wrong_entries = Walked(), list[Fault]()
    total = max(core.ledger.head().number - after, 0)
    for entry, payload, wrong in core.ledger.walk(after):
        walked.take(entry, payload)
        if wrong:
            wrong_entries.append(ledger_fault(entry.number, wrong))
        if walked.entries % _STEP == 0:
            yield Progress(walked.entries, total, "entries")
    faults += sorted(wrong_entries + walked.words_gone(), key=lambda fault: int(fault.where.rpartition(":")[2]))
    return walked


def check_checkpoints(core: Core, after: int = 0) -> tuple[int, list[Fault]]:
    """Compare the signed checkpoints above an entry with the ledger; return how many there are, and the faults.

    One entry that was hashed anew spoils every checkpoint behind it: only the first of them is named.
    """
    origin, good = origin_of(casebook_id(core)), after
    notes = rows(core.database, "SELECT number, note FROM checkpoint WHERE number > ? ORDER BY number", (after,))
    for number, text in notes:
        try:
            note = read_note(text)
        except (ValueError, AttributeError):
            return len(notes), [Fault("cannot be read", f"{DATABASE_NAME} checkpoint:{number}")]
        what = _wrong_note(core, note, number, origin)
        if what:
            return len(notes), [Fault(what, f"{DATABASE_NAME} checkpoint:{number}")]
        if core.ledger.hash_at(number) != note.hash:
            first = good + 1
            where = f"between this entry and entry {number}" if number > first else "here"
            return len(notes), [
                ledger_fault(first, f"the ledger was written anew {where}: a signed checkpoint differs")
            ]
        good = number
    return len(notes), []


def check_seen(core: Core, witness: Witness) -> tuple[list[Fault], list[str]]:
    """Compare the ledger with what this computer last saw of it; return faults, and what could not be judged."""
    seen, others = witness.seen, witness.others()
    if seen is None:
        if not others:
            return [], [
                "this computer has not seen this casebook before: whether entries are missing at the end it cannot "
                "tell; compare with an earlier dossier or backup (casebook verify --against)"
            ]
        day = others[0].at[:10]
        what = f"this is not the casebook that this computer saw in this folder on {day}"
        return [Fault(f"{what}; if it is the right one: casebook verify --accept REASON", DATABASE_NAME)], []
    difference = witness.difference(core.ledger)
    if difference is None:
        gone = seen.signed and not one(core.database, "SELECT 1 FROM checkpoint WHERE number = ?", (seen.signed,))
        where = f"{DATABASE_NAME} checkpoint:{seen.signed}"
        return ([Fault("the checkpoint that this computer saw is gone", where)] if gone else []), []
    if difference.told_by:
        return [], [f"ledger entry {difference.told_by} says why entries that this computer saw are not there"]
    head = core.ledger.head().number
    if head < difference.first:
        left = seen.number - head
        are = "its last entry is" if left == 1 else f"its last {left} entries are"
        what = f"the ledger ends with entry {head}, but this computer saw entry {seen.number} on {seen.at[:10]}"
        what = f"{what}: {are} gone"
        return [Fault(what, f"{DATABASE_NAME} ledger:{difference.first}")], []
    what = f"it is not the one that this computer saw on {seen.at[:10]}; the ledger was written anew from here"
    return [ledger_fault(difference.first, what)], []


def check_claims(core: Core, claims: Iterable[Claim]) -> tuple[int, list[Fault]]:
    """Look for the entries that something outside the casebook names; return how many, and a fault for each gone."""
    faults, count = list[Fault](), 0
    for claim in claims:
        count += 1
        if not one(core.database, "SELECT 1 FROM ledger WHERE hash = ?", (claim.hash,)):
            what = f"the ledger has no entry with the hash that {claim.source} names ({claim.hash[:16]}…)"
            faults.append(Fault(f"{what}: entries were cut off or changed since", f"{DATABASE_NAME} ledger"))
    return count, faults


def _wrong_note(core: Core, note: Note, number: int, origin: str) -> str:
    if note.number != number:
        return "it is the checkpoint of another entry"
    if note.origin != origin:
        return "it is the checkpoint of another casebook"
    public = key_named(core, note.key_id, number)
    if public is None:
        return "it is signed with a key that the ledger does not name before it"
    return "" if is_signed(note, public) else "its signature is wrong"

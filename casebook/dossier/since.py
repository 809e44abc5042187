"""What changed in a case since a dossier was made: ledger entries counted by kind of record and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from casebook.journal import Journal
from casebook.journal.outgoing import Export


class Change(StrEnum):
    """What became of a record, as far as a reader of an earlier dossier needs to know."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


Counts = Mapping[tuple[str, Change], int]
"""How many records of a kind were added, changed or removed."""

_ADDED = frozenset({"added", "logged", "imported", "filed", "opened", "given", "taken-in"})
_REMOVED = frozenset({"deleted", "erased", "purged", "discarded", "removed", "withdrawn"})
_UNTOLD = frozenset({"follow_up", "deadline", "check_mark", "export", "amendment", "imported_case"})
"""Kinds that are not counted: what the user means to do next, dossiers themselves, and what is told by its contact."""
_SILENT = frozenset({"read", "replaced", "linked", "unlinked"})
"""Verbs that change nothing a reader sees, or only accompany another entry."""


def counted(entries: Sequence[tuple[str, str]]) -> Counts:
    """Return the counts of ledger entries given as (what, which): each record once, by the last that matters.

    What was added and is gone again counts as nothing; what was added and then changed counts as added.
    """
    states: dict[str, Change | None] = {}
    for what, which in entries:
        kind, verb = which.partition(":")[0], what.partition(".")[2]
        now = _change(what)
        # A mail is a contact and counted as such; only that its original is gone is told of the mail itself.
        if kind in _UNTOLD or verb in _SILENT or (kind == "mail" and now is not Change.REMOVED):
            continue
        before = states.get(which)
        if verb == "restored":
            states[which] = None if before is Change.REMOVED else Change.ADDED
        elif now is Change.REMOVED:
            states[which] = None if before is Change.ADDED else Change.REMOVED
        elif now is Change.ADDED or before is None:
            states[which] = now
    return Counter((which.partition(":")[0], change) for which, change in states.items() if change)


def changed_since(journal: Journal, export: Export) -> Counts:
    """Return what changed in the case after the state of the record that an export shows."""
    return counted(journal.exports.since(export.case_id, export.head_number))


def last_like(exports: Sequence[Export], recipient: str, audience: str) -> Export | None:
    """Return the last export that went to the same reader, else the last for the same kind of reader, None for none."""
    same = [e for e in exports if recipient and e.recipient.casefold() == recipient.casefold()]
    same = same or [e for e in exports if e.audience == audience]
    return same[-1] if same else None


def _change(what: str) -> Change:
    kind, _, verb = what.partition(".")
    if kind == "promise" and verb == "withdrawn":  # the agent took it back: it is still told
        return Change.CHANGED
    if verb in _REMOVED:
        return Change.REMOVED
    return Change.ADDED if verb in _ADDED else Change.CHANGED

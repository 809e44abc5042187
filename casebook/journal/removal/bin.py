"""The bin: what was deleted lies here for a while, out of every list, and can be put back until it is emptied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Core, in_bin
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.preferences import PreferencesRoom
from casebook.journal.removal.erasing import Erasing, Rooms
from casebook.journal.store.database import one, rows
from casebook.journal.times import from_text, to_text

_TITLE_LENGTH = 120

# Each with what it lies in: a contact whose case is in the bin as well comes and goes with that case.
_CONTENTS = """
SELECT 'case', c.id, 'C-' || c.id, c.title, c.id, c.deleted_at FROM "case" c WHERE c.deleted_at IS NOT NULL
UNION ALL
SELECT 'contact', o.id, CAST(o.id AS TEXT), CASE WHEN o.subject <> '' THEN o.subject WHEN o.text <> '' THEN o.text
  ELSE o.agent END, o.case_id, o.deleted_at FROM contact o LEFT JOIN "case" c ON c.id = o.case_id
  WHERE o.deleted_at IS NOT NULL AND c.deleted_at IS NULL
UNION ALL
SELECT 'exhibit', e.id, ifnull('EX-' || e.number, ''), e.name, e.case_id, e.deleted_at FROM exhibit e
  LEFT JOIN contact o ON o.id = e.contact_id LEFT JOIN "case" c ON c.id = e.case_id
  WHERE e.deleted_at IS NOT NULL AND e.purged_at IS NULL AND o.deleted_at IS NULL AND c.deleted_at IS NULL
ORDER BY 6 DESC, 1, 2 DESC"""


@dataclass(frozen=True, slots=True)
class Binned:
    """One thing in the bin. `label` is how it is called (`C-12`, a contact's number, `EX-7`), `case` where it was."""

    kind: Kind
    id: int
    label: str
    title: str
    case: int | None
    deleted_at: datetime
    goes_at: datetime
    """From when on it is erased for good."""


@dataclass(frozen=True, slots=True)
class Emptied:
    """What was erased: how many things of the bin, and every record that went or changed."""

    things: int = 0
    changes: Changes = field(default_factory=Changes)


class Bin:
    """Deletes, puts back, and erases what has been deleted for long enough."""

    def __init__(self, core: Core, rooms: Rooms, preferences: PreferencesRoom, sweep: Callable[[], None]) -> None:
        self._core = core
        self._rooms = rooms
        self._preferences = preferences
        self._sweep = sweep

    def delete_case(self, case_id: int) -> Changes:
        """Put a case with everything in it into the bin. Raises NotFound, BadInput when it is there already."""
        return self._delete(Kind.CASE, case_id)

    def delete_contact(self, contact_id: int) -> Changes:
        """Put a contact with its exhibits into the bin. Raises NotFound, BadInput when it is there already."""
        return self._delete(Kind.CONTACT, contact_id)

    def delete_exhibit(self, exhibit_id: int) -> Changes:
        """Put an exhibit into the bin; its number stays taken. Raises NotFound, BadInput when it is there already."""
        return self._delete(Kind.EXHIBIT, exhibit_id)

    def restore(self, kind: Kind, record_id: int) -> Changes:
        """Put a case, contact or exhibit back where it was.

        Raises NotFound, BadInput when it is not in the bin, or what it belongs to still is.
        """
        with self._core.write() as noted:
            found = self._look(kind, record_id)
            if found["deleted_at"] is None:
                raise BadInput("{label} is not in the bin", label=found["label"])
            if found["purged_at"] is not None:
                raise BadInput("{label} was erased for good and cannot be put back", label=found["label"])
            self._refuse_inside(found)
            self._rooms[kind].blot(f"{kind}.restored", record_id, found["case_id"], {"deleted_at": None})
            return noted.changes(record_id)

    def contents(self) -> list[Binned]:
        """Return what can be put back, the latest first."""
        days = timedelta(days=self._preferences.get().bin_days)
        found = []
        for kind, record_id, label, title, case_id, text in rows(self._core.database, _CONTENTS):
            at = from_text(text)
            words = " ".join(title.split())[:_TITLE_LENGTH]
            found.append(Binned(Kind(kind), record_id, label, words, case_id, at, at + days))
        return found

    def empty(self, now: datetime, *, everything: bool = False) -> Emptied:
        """Erase for good what has been in the bin for as long as the preferences say, or everything in it.

        The ledger keeps that it was there and is gone; the numbers of exhibits stay taken. Backups still hold it.
        """
        if not self._due(now, everything=everything):
            return Emptied()
        with self._core.write() as noted:
            due = self._due(now, everything=everything)
            erasing = Erasing(self._core, self._rooms)
            erase = {Kind.CASE: erasing.case, Kind.CONTACT: erasing.contact, Kind.EXHIBIT: erasing.exhibit}
            for each in due:
                erase[each.kind](each.id)
            counted = {str(kind): sum(each.kind is kind for each in due) for kind in erase}
            erasing.finish("bin.emptied", "bin:1", counted)
            changes = noted.changes(0)
        self._sweep()
        return Emptied(len(due), changes)

    def empty_expired(self) -> Emptied:
        """Do the same at a start, unasked: counted up to the ledger's last entry, lest a clock set ahead erases."""
        last = self._core.ledger.head().at
        now = self._core.clock()
        return self.empty(now if last is None else min(now, last))

    def _due(self, now: datetime, *, everything: bool) -> list[Binned]:
        return [each for each in self.contents() if everything or each.goes_at <= now]

    def _delete(self, kind: Kind, record_id: int) -> Changes:
        with self._core.write() as noted:
            found = self._look(kind, record_id)
            if found["deleted_at"] is not None:
                raise BadInput("{label} is in the bin already", label=found["label"])
            self._refuse_inside(found)
            now = {"deleted_at": to_text(self._core.clock())}
            self._rooms[kind].blot(f"{kind}.deleted", record_id, found["case_id"], now)
            return noted.changes(record_id)

    def _look(self, kind: Kind, record_id: int) -> dict[str, Any]:
        """Return a record's place in bin and case. Raises NotFound."""
        run = self._core.database
        if kind is Kind.CASE:
            found = one(run, "SELECT id, NULL, deleted_at, NULL, 'C-' || id FROM \"case\" WHERE id = ?", (record_id,))
        elif kind is Kind.CONTACT:
            found = one(
                run, "SELECT case_id, NULL, deleted_at, NULL, 'contact ' || id FROM contact WHERE id = ?", (record_id,)
            )
        else:
            found = one(
                run,
                "SELECT case_id, contact_id, deleted_at, purged_at, ifnull('EX-' || number, name) FROM exhibit "
                "WHERE id = ?",
                (record_id,),
            )
        if not found:
            raise NotFound("there is no {name} {number} in this casebook", name=kind, number=record_id)
        return {
            **dict(zip(("case_id", "contact_id", "deleted_at", "purged_at", "label"), found, strict=True)),
            "kind": kind,
        }

    def _refuse_inside(self, found: dict[str, Any]) -> None:
        """Raise BadInput when the case or contact that a record belongs to is in the bin."""
        run, case_id, contact_id = self._core.database, found["case_id"], found["contact_id"]
        if found["kind"] is not Kind.CASE and case_id is not None:
            case = one(run, 'SELECT deleted_at FROM "case" WHERE id = ?', (case_id,))
            if case and case[0] is not None:
                raise in_bin(f"C-{case_id}")
        if contact_id is not None:
            contact = one(run, "SELECT deleted_at FROM contact WHERE id = ?", (contact_id,))
            if contact and contact[0] is not None:
                raise in_bin(f"contact {contact_id}")

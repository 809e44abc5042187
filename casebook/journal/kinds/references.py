"""What a case is known by elsewhere: the firm's ticket numbers, and typed references such as TxIDs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Room, member, required
from casebook.journal.errors import BadInput
from casebook.journal.records import Reference, Ticket
from casebook.journal.store.database import one, rows
from casebook.journal.store.tables import ReferenceTable, TicketTable
from casebook.journal.terms import ReferenceKind

NAMED_ELSEWHERE = """SELECT 1 FROM contact o, json_each(o.tickets) n WHERE o.case_id = t.case_id
  AND o.id <> t.contact_id AND o.deleted_at IS NULL AND n.value = t.number"""
"""A contact that is not in the bin and names the ticket `t`, other than the one that named it first."""

HIDDEN_TICKETS = f"""SELECT t.id FROM ticket t JOIN contact c ON c.id = t.contact_id
  WHERE t.case_id = {{0}} AND c.deleted_at IS NOT NULL AND NOT EXISTS ({NAMED_ELSEWHERE})"""
"""The tickets of a case that went into the bin with the contact they came from."""

_HIDDEN = HIDDEN_TICKETS.format("?")


class Tickets(Room):
    """The firm's own numbers; a case can have several, each recorded once with where it was first named."""

    kind = Kind.TICKET
    table = TicketTable

    def add(self, case_id: int, number: str, contact_id: int | None = None) -> Changes:
        """Record a ticket number; one that is known already changes nothing. Raises NotFound, BadInput."""
        text = required(number, "a ticket number cannot be empty")
        with self._core.write() as noted:
            self._require_case(case_id)
            return noted.changes(self.put(case_id, text, contact_id))

    def put(self, case_id: int, number: str, contact_id: int | None) -> int:
        """Record a number inside a write under way; return its id, old or new."""
        known = one(self._core.database, "SELECT id FROM ticket WHERE case_id = ? AND number = ?", (case_id, number))
        if known:
            if contact_id is None and known in rows(self._core.database, _HIDDEN, (case_id,)):
                self._update("ticket.unlinked", known[0], case_id, contact_id=None)  # it stands by itself now
            return int(known[0])
        return self._insert("ticket.added", case_id, case_id=case_id, number=number, contact_id=contact_id)

    def of_case(self, case_id: int) -> list[Ticket]:
        """Return a case's ticket numbers in the order in which they were recorded."""
        hidden = {row[0] for row in rows(self._core.database, _HIDDEN, (case_id,))}
        return [Ticket(**row) for row in self._rows(TicketTable.case_id == case_id) if row["id"] not in hidden]

    def _words(self, state: Mapping[str, Any]) -> str:
        return str(state["number"])


class References(Room):
    """Typed identifiers, kept and shown in full, letter for letter."""

    kind = Kind.REFERENCE
    table = ReferenceTable

    def add(
        self,
        case_id: int,
        kind: ReferenceKind,
        value: str,
        *,
        contact_id: int | None = None,
        network: str = "",
        note: str = "",
    ) -> Changes:
        """Record an identifier. Raises NotFound, BadInput when it is empty or recorded already."""
        values: dict[str, Any] = {
            "case_id": case_id,
            "kind": str(member(ReferenceKind, kind, "kind of reference")),
            "value": required(value, "a reference cannot be empty"),
            "network": network.strip(),
        }
        with self._core.write() as noted:
            self._require_case(case_id)
            self._require_contact(contact_id)
            if self._rows(*(getattr(ReferenceTable, name) == v for name, v in values.items())):
                raise BadInput("'{value}' is recorded in C-{number} already", value=values["value"], number=case_id)
            made = self._insert("reference.added", case_id, **values, contact_id=contact_id, note=note.strip())
            return noted.changes(made)

    def of_case(self, case_id: int) -> list[Reference]:
        """Return a case's references in the order in which they were recorded."""
        found = self._rows(ReferenceTable.case_id == case_id)
        return [Reference(**{**row, "kind": ReferenceKind(row["kind"])}) for row in found]

    def _words(self, state: Mapping[str, Any]) -> str:
        return f"{state['value']} {state['network']} {state['note']}"

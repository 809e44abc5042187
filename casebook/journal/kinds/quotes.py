"""Passages of contacts that the dossier quotes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Room, required
from casebook.journal.errors import BadInput
from casebook.journal.planning import Quote
from casebook.journal.store.database import one
from casebook.journal.store.tables import ContactTable
from casebook.journal.store.tables_planning import QuoteTable


class Quotes(Room):
    """The quoted passages of all cases."""

    kind = Kind.QUOTE
    table = QuoteTable

    def add(self, contact_id: int, text: str, note: str = "") -> Changes:
        """Have the dossier quote a passage of a contact. Raises NotFound, BadInput when the words are not in it."""
        words = required(text, "which words are to be quoted?")
        with self._core.write() as noted:
            self._require_contact(contact_id)
            found = one(self._core.database, "SELECT case_id, text, subject FROM contact WHERE id = ?", (contact_id,))
            assert found is not None
            case_id, said, subject = found
            if case_id is None:
                raise BadInput("contact {number} is in no case yet: file it first", number=contact_id)
            if _even(words) not in _even(f"{subject} {said}"):
                raise BadInput("contact {number} does not say that: quote its own words", number=contact_id)
            values = {"contact_id": contact_id, "text": words, "note": note.strip()}
            return noted.changes(self._insert("quote.added", case_id, case_id=case_id, **values))

    def note(self, quote_id: int, note: str) -> Changes:
        """Say in words what a quoted passage shows. Raises NotFound."""
        with self._core.write() as noted:
            before = self.get(quote_id)
            self._update("quote.edited", quote_id, before.case_id, note=note.strip())
            return noted.changes(quote_id)

    def remove(self, quote_id: int) -> Changes:
        """Quote a passage no more; the ledger still tells that it was. Raises NotFound."""
        with self._core.write() as noted:
            before = self.get(quote_id)
            self.erase(quote_id, before.case_id)
            return noted.changes(quote_id)

    def get(self, quote_id: int) -> Quote:
        """Return a quoted passage. Raises NotFound."""
        return Quote(**self._row(quote_id, "quote"))

    def of_case(self, case_id: int) -> list[Quote]:
        """Return the passages quoted in a case, without those of contacts in the bin, in the order of recording."""
        binned = ContactTable.select(ContactTable.id).where(
            ContactTable.case_id == case_id, ContactTable.deleted_at.is_null(False)
        )
        found = self._rows(QuoteTable.case_id == case_id, QuoteTable.contact_id.not_in(binned))
        return [Quote(**row) for row in found]

    def _words(self, state: Mapping[str, Any]) -> str:
        return f"{state['text']}\n{state['note']}"


def _even(words: str) -> str:
    """Return words with one blank wherever there is any white space: a selection may break its lines elsewhere."""
    return " ".join(words.split())

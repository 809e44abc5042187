"""Search over everything: finds records by their words or identifiers and says where they are."""

from __future__ import annotations

from datetime import datetime

from casebook.journal.changes import Kind
from casebook.journal.core import Core
from casebook.journal.database import one
from casebook.journal.listings import Hit
from casebook.journal.times import from_text
from casebook.journal.words import snippet

# For each kind: its title, its searched text, its case and its time, by record id.
_SOURCES = {
    Kind.CASE: "SELECT title, title || char(10) || claim || char(10) || remedy || char(10) || outcome, id, opened_at "
    'FROM "case" WHERE id = ?',
    Kind.CONTACT: "SELECT subject, subject || char(10) || c.text || char(10) || agent || ' ' || agent_id || char(10) "
    "|| outcome || char(10) || ifnull((SELECT sender || ' ' || sender_name FROM mail WHERE id = c.id), ''), "
    "case_id, happened_at FROM contact c WHERE id = ? AND discarded = 0",
    Kind.FIRM: "SELECT name, name || ' ' || note, NULL, NULL FROM firm WHERE id = ?",
    Kind.ACCOUNT: "SELECT f.name, a.uid || ' ' || a.user_name || ' ' || a.email || ' ' || a.aliases || ' ' || a.phone "
    "|| ' ' || a.note, NULL, NULL FROM account a JOIN firm f ON f.id = a.firm_id WHERE a.id = ?",
    Kind.TICKET: "SELECT number, number, case_id, recorded_at FROM ticket WHERE id = ?",
    Kind.REFERENCE: "SELECT value, value || ' ' || network || ' ' || note, case_id, recorded_at "
    "FROM reference WHERE id = ?",
    Kind.PROMISE: "SELECT text, text || char(10) || agent || char(10) || resolution, case_id, recorded_at "
    "FROM promise WHERE id = ?",
    Kind.REQUEST: "SELECT text, text, case_id, recorded_at FROM request WHERE id = ?",
    Kind.FOLLOW_UP: "SELECT reason, reason, case_id, due_at FROM follow_up WHERE id = ?",
    Kind.EXHIBIT: "SELECT name, name || char(10) || description, case_id, recorded_at FROM exhibit WHERE id = ?",
}


class Search:
    """Finds what a person typed, in any of the journal's records."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def find(self, query: str, *, limit: int = 50) -> list[Hit]:
        """Return up to `limit` hits, the most recently recorded first; none for an empty query."""
        hits = []
        for found in self._core.index.find(query, limit):
            row = one(self._core.database, _SOURCES[Kind(found.kind)], (found.record_id,))
            if row:
                title, text, case_id, at = row
                when: datetime | None = from_text(at) if at else None
                hits.append(Hit(found.kind, found.record_id, case_id, title, snippet(text, query), when))
        return hits

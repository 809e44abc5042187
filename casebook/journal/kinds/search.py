"""Search over everything: finds records by their words or identifiers and says where they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from casebook.journal.changes import Kind
from casebook.journal.core import Core
from casebook.journal.kinds.cases import FURTHER
from casebook.journal.kinds.references import HIDDEN_TICKETS
from casebook.journal.listings import CaseName, Hit
from casebook.journal.store import words
from casebook.journal.store.database import one, rows
from casebook.journal.store.index import Found
from casebook.journal.terms import CaseStatus
from casebook.journal.times import from_text, to_text

_LIVE = 'AND NOT EXISTS (SELECT 1 FROM "case" k WHERE k.id = {0} AND k.deleted_at IS NOT NULL)'
_IN_CASE = _LIVE.format("case_id")


def _texts(*columns: str) -> str:
    """Return SQL for texts that may not be given, one below the other."""
    return " || char(10) || ".join(f"ifnull({name}, '')" for name in columns)


# For each kind: its title, its searched text, its case and its time, by record id; nothing for what is in the bin.
_SOURCES = {
    Kind.CASE: "SELECT title, title || char(10) || claim || char(10) || remedy || char(10) || outcome || char(10) || "
    f"{_texts(*FURTHER)}, id, opened_at "
    'FROM "case" WHERE id = ? AND deleted_at IS NULL',
    Kind.CONTACT: "SELECT subject, subject || char(10) || c.text || char(10) || agent || ' ' || agent_id || char(10) "
    f"|| outcome || char(10) || {_texts('role', 'translation', 'details')} || char(10) "
    "|| ifnull((SELECT sender || ' ' || sender_name FROM mail WHERE id = c.id), ''), "
    f"case_id, happened_at FROM contact c WHERE id = ? AND discarded = 0 AND deleted_at IS NULL {_IN_CASE}",
    Kind.FIRM: "SELECT name, name || ' ' || note || char(10) || "
    f"{_texts('legal_name', 'licence', 'address')}, NULL, NULL FROM firm WHERE id = ?",
    Kind.ACCOUNT: "SELECT f.name, a.uid || ' ' || a.user_name || ' ' || a.email || ' ' || a.aliases || ' ' || a.phone "
    f"|| ' ' || a.note || char(10) || {_texts('registered_on', 'usual_ips', 'callback')}, NULL, NULL "
    "FROM account a JOIN firm f ON f.id = a.firm_id WHERE a.id = ?",
    Kind.TICKET: f"SELECT number, number, case_id, recorded_at FROM ticket t WHERE id = ? {_IN_CASE} "
    f"AND id NOT IN ({HIDDEN_TICKETS.format('t.case_id')})",
    Kind.REFERENCE: "SELECT value, value || ' ' || network || ' ' || note, case_id, recorded_at "
    f"FROM reference WHERE id = ? {_IN_CASE}",
    Kind.PROMISE: "SELECT text, text || char(10) || agent || char(10) || resolution, case_id, recorded_at "
    f"FROM promise WHERE id = ? {_IN_CASE}",
    Kind.REQUEST: f"SELECT text, text, case_id, recorded_at FROM request WHERE id = ? {_IN_CASE}",
    Kind.FOLLOW_UP: f"SELECT reason, reason, case_id, due_at FROM follow_up WHERE id = ? {_IN_CASE}",
    Kind.EXHIBIT: "SELECT name, name || char(10) || description || char(10) || "
    f"{_texts('origin', 'url', 'crop', 'translation', 'transcript', 'clause')}, case_id, recorded_at FROM exhibit e "
    f"WHERE id = ? AND deleted_at IS NULL {_IN_CASE} "
    "AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.id = e.contact_id AND c.deleted_at IS NOT NULL)",
    Kind.TRANSFER: "SELECT amount || ' ' || asset, asset || ' ' || network || ' ' || from_address || ' ' || to_address "
    "|| ' ' || txid || ' ' || order_number || ' ' || status || ' ' || explorer || ' ' || note, case_id, recorded_at "
    f"FROM transfer WHERE id = ? {_IN_CASE}",
    Kind.LOSS: "SELECT what, what || char(10) || rate_source || char(10) || note, case_id, recorded_at "
    f"FROM loss WHERE id = ? {_IN_CASE}",
    Kind.REDACTION: f"SELECT name, reason, case_id, recorded_at FROM redaction WHERE id = ? {_IN_CASE} "
    "AND withdrawn_at IS NULL",
    Kind.EXPORT: f"SELECT name, name || ' ' || recipient, case_id, recorded_at FROM export WHERE id = ? {_IN_CASE}",
    Kind.OFFICIAL: "SELECT o.value, f.name || ' ' || o.value || ' ' || o.platform || char(10) || o.how || char(10) "
    "|| o.note, NULL, o.recorded_at FROM official o JOIN firm f ON f.id = o.firm_id "
    "WHERE o.id = ? AND o.withdrawn_at IS NULL",
    Kind.FIRM_CHANNEL: "SELECT w.place, f.name || ' ' || w.topic || ' ' || w.place || char(10) || w.languages || ' ' "
    "|| w.cost || char(10) || w.note, NULL, w.recorded_at FROM firm_channel w JOIN firm f ON f.id = w.firm_id "
    "WHERE w.id = ?",
    Kind.CHECK_MARK: f"SELECT note, note, case_id, recorded_at FROM check_mark WHERE id = ? {_IN_CASE}",
    Kind.QUOTE: f"SELECT text, text || char(10) || note, case_id, recorded_at FROM quote WHERE id = ? {_IN_CASE}",
    Kind.ANSWER: f"SELECT text, text, case_id, recorded_at FROM answer WHERE id = ? {_IN_CASE}",
}

_CONTACTS = _SOURCES[Kind.CONTACT].replace("SELECT ", "SELECT c.id, ", 1).replace("id = ?", "id IN ({})", 1)
_LOOKS = (100, 300, 400, 600, 600)
"""So many records are looked at, one lot after the other, before the index is asked instead."""
_MORE = 2
"""So many times as many are looked at for synonyms: what holds the query itself is among them again."""
_Row = tuple[Any, ...]


class Search:
    """Finds what a person typed, in any of the journal's records."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def find(self, query: str, *, limit: int = 50, parts: Sequence[Sequence[str]] = ()) -> list[Hit]:
        """Return up to `limit` hits, the most recently recorded first; none for an empty query.

        `parts` are the parts of the query, each with what means the same behind it: what holds only such words comes
        after what holds the query itself, and names them.
        """
        hits = self._plain(query, limit)
        if len(hits) < limit and any(len(part) > 1 for part in parts):
            known = {(hit.kind, hit.id) for hit in hits}
            others = self._by_synonyms(parts, limit)
            hits += [hit for hit in others if hit.instead and (hit.kind, hit.id) not in known]
        return hits[:limit]

    def _by_synonyms(self, parts: Sequence[Sequence[str]], limit: int) -> Iterator[Hit]:
        for found in self._core.index.find_either(parts, _MORE * limit):
            row = one(self._core.database, _SOURCES[Kind(found.kind)], (found.record_id,))
            stands = words.which(row[1], parts) if row else None
            if row and stands:
                instead = tuple(word for word, part in zip(stands, parts, strict=True) if word != part[0])
                yield replace(_as_hit(found, row, " ".join(instead)), instead=instead)

    def _plain(self, query: str, limit: int) -> list[Hit]:
        if (common := self._among_newest(query, limit)) is not None:
            return common
        wanted = limit
        while True:
            found = self._core.index.find(query, wanted)
            hits = [hit for each in found if (hit := self._hit(each, query))]
            if len(hits) >= limit or len(found) < wanted:
                return hits[:limit]
            wanted *= 4  # much of what was found lies in the bin: look further back

    def records(self, wanted: Iterable[tuple[str, int]]) -> list[Hit]:
        """Return these records (kind and id) as hits, in their order, without what is gone or in the bin."""
        known = (Found(kind, record_id) for kind, record_id in wanted if kind in _SOURCES)
        return [hit for each in known if (hit := self._hit(each, ""))]

    def case_names(self, case_ids: Iterable[int] | None = None) -> list[CaseName]:
        """Return what all cases are called, or these ones, the one opened last first."""
        only = "" if case_ids is None else f" AND c.id IN ({','.join(str(int(each)) for each in case_ids)})"
        found = rows(
            self._core.database,
            'SELECT c.id, c.title, c.firm_id, f.name, c.status, c.tags FROM "case" c JOIN firm f ON f.id = c.firm_id '
            f"WHERE c.deleted_at IS NULL{only} ORDER BY c.id DESC",
        )
        return [
            CaseName(number, title, firm_id, firm, status == CaseStatus.OPEN, tuple(tags.split("\n")) if tags else ())
            for number, title, firm_id, firm, status, tags in found
        ]

    def first_contact(self, case_id: int, since: datetime) -> int | None:
        """Return the first contact of a case at a time or after it, None where there is none."""
        sql = "SELECT id FROM contact WHERE case_id = ? AND happened_at >= ? AND deleted_at IS NULL"
        found = one(self._core.database, f"{sql} ORDER BY happened_at, id LIMIT 1", (case_id, to_text(since)))
        return int(found[0]) if found else None

    def _among_newest(self, query: str, limit: int) -> list[Hit] | None:
        """Return the hits of a word so common that the newest records are enough; None for any other.

        For such a word the index would gather hundreds of thousands of entries to give out the last fifty.
        """
        matches = words.matcher(query)
        if matches is None:
            return None
        hits: list[Hit] = []
        last = looked = 0
        for many in _LOOKS:
            found = self._core.index.newest(last, many)
            if len(found) < many:  # a small casebook: the index is quick there
                return None
            last, looked = found[-1][0], looked + many
            read = self._read(each for _, each in found)
            for _, each in found:
                row = read.get(each)
                if row and matches(row[1]):
                    hits.append(_as_hit(each, row, query))
                    if len(hits) == limit:
                        return hits
            if len(hits) * sum(_LOOKS) < limit * looked:  # it will not do: the word is rare, and the index quick
                return None
        return None

    def _read(self, wanted: Iterable[Found]) -> dict[Found, _Row]:
        """Return what there is of several records; contacts, which are most of them, by one statement."""
        contacts: list[int] = []
        read: dict[Found, _Row] = {}
        for each in wanted:
            if each.kind == Kind.CONTACT:
                contacts.append(each.record_id)
            elif row := one(self._core.database, _SOURCES[Kind(each.kind)], (each.record_id,)):
                read[each] = row[:4]
        for record_id, *values in rows(self._core.database, _CONTACTS.format(",".join(map(str, contacts)))):
            read[Found(Kind.CONTACT, record_id)] = tuple(values)
        return read

    def _hit(self, found: Found, query: str) -> Hit | None:
        row = one(self._core.database, _SOURCES[Kind(found.kind)], (found.record_id,))
        return _as_hit(found, row, query) if row else None


def _as_hit(found: Found, row: _Row, query: str) -> Hit:
    title, text, case_id, at = row
    when: datetime | None = from_text(at) if at else None
    return Hit(found.kind, found.record_id, case_id, title, words.snippet(text, query), when)

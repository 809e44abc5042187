"""Follow-ups as a calendar needs them: with their case, and how often what is said of them has changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casebook.journal.core import Core
from casebook.journal.kinds.follow_ups import FollowUps
from casebook.journal.proof.checkpoints import casebook_id
from casebook.journal.records import FollowUp
from casebook.journal.store.database import rows
from casebook.journal.times import from_text

_SQL = """
SELECT u.id, u.case_id, c.title, f.name, c.deleted_at IS NOT NULL, k.entries, l.at FROM follow_up u
JOIN "case" c ON c.id = u.case_id JOIN firm f ON f.id = c.firm_id
JOIN (SELECT v.id, count(*) AS entries, max(g.number) AS last FROM follow_up v JOIN "case" d ON d.id = v.case_id
  JOIN ledger g ON g.which IN ('follow_up:' || v.id, 'case:' || d.id, 'firm:' || d.firm_id) GROUP BY v.id) k
  ON k.id = u.id
JOIN (SELECT number, json_extract(entry, '$.at') AS at FROM ledger) l ON l.number = k.last
"""


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One follow-up. `changes` never falls: it counts what the ledger tells of it, of its case and of the firm."""

    follow_up: FollowUp
    case_title: str
    firm: str
    deleted: bool
    """Whether its case is in the bin."""
    changes: int
    changed_at: datetime


class CalendarRows:
    """Reads them; it never writes."""

    def __init__(self, core: Core, follow_ups: FollowUps) -> None:
        self._core, self._follow_ups = core, follow_ups

    @property
    def casebook_id(self) -> str:
        """The id that this casebook was given when it was made; a copy that was restored keeps it."""
        return casebook_id(self._core)

    def read(self, *, case_id: int | None = None, follow_up_id: int | None = None) -> list[CalendarRow]:
        """Return all follow-ups, those of a case, or one, answered ones too, in the order they were made."""
        where, values = "", list[int]()
        for column, wanted in (("case_id", case_id), ("id", follow_up_id)):
            if wanted is not None:
                where += f" {'AND' if where else 'WHERE'} u.{column} = ?"
                values.append(wanted)
        found = rows(self._core.database, f"{_SQL}{where} ORDER BY u.id", tuple(values))
        cases = dict.fromkeys(row[1] for row in found)
        records = {item.id: item for case in cases for item in self._follow_ups.of_case(case)}
        return [
            CalendarRow(records[number], title, firm, bool(deleted), entries, from_text(at))
            for number, _case, title, firm, deleted, entries, at in found
        ]

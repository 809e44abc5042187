"""What each case is known by, for whoever sorts what comes in: its numbers, and who writes in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casebook.journal.core import Core
from casebook.journal.store.database import rows
from casebook.journal.terms import CaseStatus, ReferenceKind

_PEOPLE = """SELECT DISTINCT c.case_id, m.sender, m.reply_to FROM contact c JOIN mail m ON m.id = c.id
  WHERE c.case_id IS NOT NULL AND c.deleted_at IS NULL AND c.direction = 'in'"""
_WRITTEN_TO = """SELECT DISTINCT c.case_id, m.recipients, m.cc FROM contact c JOIN mail m ON m.id = c.id
  WHERE c.case_id IS NOT NULL AND c.deleted_at IS NULL AND c.direction = 'out'"""
_FILED = """SELECT DISTINCT m.thread_id, c.case_id FROM contact c JOIN {0} m ON m.id = c.id
  JOIN "case" k ON k.id = c.case_id WHERE c.deleted_at IS NULL AND k.deleted_at IS NULL"""
_LIVE = 'JOIN "case" k ON k.id = {0}.case_id WHERE k.deleted_at IS NULL'
_WAITS = "c.case_id IS NULL AND c.discarded = 0 AND c.deleted_at IS NULL"


@dataclass(frozen=True, slots=True)
class CaseName:
    """A case outside of the bin, and whose it is."""

    id: int
    title: str
    firm_id: int
    firm: str
    open: bool


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A number a case has at the firm or on a chain; `kind` is None for a ticket number."""

    case_id: int
    value: str
    kind: ReferenceKind | None


class KnownBy:
    """Reads only; what it returns follows from the other rooms."""

    def __init__(self, core: Core) -> None:
        self._run = core.database

    def cases(self) -> list[CaseName]:
        """Return every case outside of the bin."""
        found = rows(
            self._run,
            'SELECT k.id, k.title, k.firm_id, f.name, k.status FROM "case" k JOIN firm f ON f.id = k.firm_id '
            "WHERE k.deleted_at IS NULL ORDER BY k.id",
        )
        return [CaseName(row[0], row[1], row[2], row[3], row[4] == CaseStatus.OPEN) for row in found]

    def numbers(self) -> list[CaseNumber]:
        """Return the ticket numbers, references, and the numbers of the transfers of all cases."""
        tickets = rows(self._run, f"SELECT t.case_id, t.number FROM ticket t {_LIVE.format('t')} ORDER BY t.id")
        references = rows(
            self._run, f"SELECT r.case_id, r.value, r.kind FROM reference r {_LIVE.format('r')} ORDER BY r.id"
        )
        transfers = rows(
            self._run, f"SELECT t.case_id, t.txid, t.order_number FROM transfer t {_LIVE.format('t')} ORDER BY t.id"
        )
        found = [CaseNumber(case_id, number, None) for case_id, number in tickets]
        found += [CaseNumber(case_id, value, ReferenceKind(kind)) for case_id, value, kind in references]
        for case_id, txid, order in transfers:
            found += [CaseNumber(case_id, txid, ReferenceKind.TXID)] if txid else []
            found += [CaseNumber(case_id, order, ReferenceKind.ORDER)] if order else []
        return list(dict.fromkeys(found))

    def people(self) -> dict[str, set[int]]:
        """Return by mail address the cases in which it wrote, or was written to by the user."""
        found: dict[str, set[int]] = {}
        for case_id, *addresses in rows(self._run, _PEOPLE):
            for address in filter(None, addresses):
                found.setdefault(address, set()).add(case_id)
        for case_id, *lists in rows(self._run, _WRITTEN_TO):
            for address in (each for text in lists for each in json.loads(text or "[]")):
                found.setdefault(address, set()).add(case_id)
        return found

    def cases_of_thread(self, thread_id: int) -> list[int]:
        """Return the cases outside of the bin in which mails of a thread are filed; chats have threads of their own."""
        sql = f"{_FILED.format('mail')} AND m.thread_id = ?"
        return sorted(row[1] for row in rows(self._run, sql, (thread_id,)))

    def cases_of_threads(self) -> dict[int, list[int]]:
        """Return, for the threads of which messages are filed in cases outside of the bin, those cases."""
        found: dict[int, list[int]] = {}
        for table in ("mail", "chat"):
            for thread_id, case_id in rows(self._run, f"{_FILED.format(table)} AND c.case_id IS NOT NULL"):
                cases = found.setdefault(thread_id, [])
                if case_id not in cases:
                    cases.append(case_id)
        return found

    def named_in_inbox(self, values: Iterable[str]) -> dict[str, set[int]]:
        """Return, for identifiers as a person writes them, the waiting contacts whose words hold each."""
        found: dict[str, set[int]] = {}
        for value in values:
            phrase = '"' + value.replace('"', " ") + '"'
            hits = rows(
                self._run,
                "SELECT d.target_id FROM search_words s JOIN search_doc d ON d.id = s.rowid "
                f"JOIN contact c ON c.id = d.target_id WHERE search_words MATCH ? AND d.kind = 'contact' AND {_WAITS}",
                (phrase,),
            )
            if hits:
                found[value] = {row[0] for row in hits}
        return found

    def waiting_in_threads(self) -> set[int]:
        """Return the waiting contacts of whose thread something is filed in a case."""
        found = set[int]()
        for table in ("mail", "chat"):
            filed = f"SELECT f.thread_id FROM ({_FILED.format(table)} AND c.case_id IS NOT NULL) f"
            sql = (
                f"SELECT c.id FROM {table} w JOIN contact c ON c.id = w.id WHERE w.thread_id IN ({filed}) AND {_WAITS}"
            )
            found.update(row[0] for row in rows(self._run, sql))
        return found

    def waiting_with_marks(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield the waiting mails in which a support desk left a number, with these numbers."""
        sql = f"SELECT c.id, m.marks FROM mail m JOIN contact c ON c.id = m.id WHERE m.marks IS NOT NULL AND {_WAITS}"
        for contact, marks in rows(self._run, sql):
            if tickets := tuple(ticket for _, ticket, *_ in json.loads(marks) if ticket):
                yield contact, tickets

    def own_words(self, contact_ids: Iterable[int]) -> Iterator[tuple[int, str, str]]:
        """Yield contact, subject and the words above the quote, of which only the first 20,000 characters."""
        wanted = list(contact_ids)
        for start in range(0, len(wanted), 500):  # SQLite takes a limited number of values in one statement
            some = wanted[start : start + 500]
            marks = ",".join("?" * len(some))
            yield from rows(
                self._run,
                "SELECT id, subject, substr(text, 1, min(ifnull(quote_at, 20000), 20000)) FROM contact "
                f"WHERE id IN ({marks})",
                some,
            )

    def subjects(self) -> list[tuple[int, str]]:
        """Return the open cases with the subjects of what is filed there, and with their own titles."""
        found = rows(
            self._run,
            'SELECT DISTINCT c.case_id, c.subject FROM contact c JOIN "case" k ON k.id = c.case_id '
            "WHERE k.status = 'open' AND k.deleted_at IS NULL AND c.deleted_at IS NULL AND c.subject <> ''",
        )
        return [(row[0], row[1]) for row in found]

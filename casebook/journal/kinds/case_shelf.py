"""The rows of all cases kept in memory, so that a list of ten thousand is there at once; the ledger says what is old.

Reading them all takes seconds where there are a million contacts. Whoever must not wait looks at `ready` first and has
`read` run in the background.
"""

from __future__ import annotations

import threading
from bisect import insort
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Sequence

from casebook.journal.case_views import urgency, urgent_first
from casebook.journal.core import Core
from casebook.journal.listings import CaseCounts, CaseRow
from casebook.journal.progress import Progress
from casebook.journal.store.database import one, rows
from casebook.journal.terms import CaseStatus

_AT_ONCE = 500
"""So many cases are read in one go; more that are old are not read while somebody waits."""

_FEW_OLD = 20
"""So few that changed are put into their places one by one."""

_FEW = 300
"""A casebook of so many cases is read while one waits: nobody notices."""


class CaseShelf:
    """Usable from several threads: what is handed out is never changed, only replaced."""

    def __init__(self, core: Core, read: Callable[[Sequence[int]], Iterable[CaseRow]]) -> None:
        self._core = core
        self._read = read
        self._lock = threading.Lock()
        self._rows: dict[int, CaseRow] = {}
        self._ordered: list[CaseRow] = []
        self._counts: tuple[Sequence[CaseRow], CaseCounts] | None = None
        self._upto = -1
        """The last ledger entry that the rows know of; -1 while nothing was read."""

    def ready(self) -> bool:
        """Return whether `rows` has little to read, or nothing."""
        if self._upto >= 0:
            return len(self._old(self._core.ledger.head_number())) <= _AT_ONCE
        found = one(self._core.database, 'SELECT count(*) FROM (SELECT 1 FROM "case" LIMIT ?)', (_FEW + 1,))
        return found is not None and found[0] <= _FEW

    def holds(self) -> bool:
        """Return whether the rows were read and are worth asking."""
        return self._upto >= 0 and not self._core.writing

    def rows(self) -> list[CaseRow]:
        """Return the rows of all cases outside of the bin as they are now, the urgent first."""
        with self._lock:
            if self._core.writing:  # what is not kept yet may be taken back
                return urgent_first(self._read(self._numbers()))
            head = self._core.ledger.head_number()
            old = self._numbers() if self._upto < 0 else self._old(head)
            if old or self._upto != head:
                self._take(old, head, anew=self._upto < 0)
            return self._ordered

    def counts(self) -> CaseCounts:
        """Return how many cases are open, waiting and closed, and the open ones by firm."""
        found = self.rows()
        if self._counts is None or self._counts[0] is not found:
            self._counts = (found, _counted(found))
        return self._counts[1]

    def read(self) -> Generator[Progress, None, None]:
        """Read everything that is old; for the background."""
        head = self._core.ledger.head_number()
        fresh = self._upto < 0
        old = sorted(self._numbers() if fresh else self._old(head))
        found: dict[int, CaseRow] = {}
        for start in range(0, len(old), _AT_ONCE):
            yield Progress(start, len(old))
            found |= {row.id: row for row in self._read(old[start : start + _AT_ONCE])}
        with self._lock:
            kept = {} if fresh else {number: row for number, row in self._rows.items() if number not in set(old)}
            self._put(kept | found, head)
        yield Progress(len(old), len(old))

    def _take(self, old: Iterable[int], head: int, *, anew: bool) -> None:
        wanted = sorted(old)
        if not anew and len(wanted) <= _FEW_OLD:
            self._exchange(set(wanted), list(self._read(wanted)), head)
            return
        kept = {} if anew else dict(self._rows)
        for number in wanted:
            kept.pop(number, None)
        for start in range(0, len(wanted), _AT_ONCE):
            kept |= {row.id: row for row in self._read(wanted[start : start + _AT_ONCE])}
        self._put(kept, head)

    def _exchange(self, old: set[int], fresh: list[CaseRow], head: int) -> None:
        """Put a few rows into their places: to sort all the others again would take longer than anything else."""
        ordered = [row for row in self._ordered if row.id not in old]
        for row in fresh:
            insort(ordered, row, key=urgency)
        self._rows = {number: row for number, row in self._rows.items() if number not in old}
        self._rows |= {row.id: row for row in fresh}
        self._ordered, self._upto = ordered, head

    def _put(self, found: dict[int, CaseRow], head: int) -> None:
        self._rows, self._ordered, self._upto = found, urgent_first(found.values()), head

    def _numbers(self) -> list[int]:
        return [number for (number,) in rows(self._core.database, 'SELECT id FROM "case" WHERE deleted_at IS NULL')]

    def _old(self, head: int) -> set[int]:
        """Return the cases of which the ledger tells since; all of them where it is not the ledger it was."""
        if head == self._upto:
            return set()
        if head < self._upto:
            return {*self._rows, *self._numbers()}
        told = rows(
            self._core.database,
            "SELECT DISTINCT case_id, CASE WHEN case_id IS NULL THEN which END FROM ledger NOT INDEXED "
            'WHERE number > ? AND (instr(entry, \'"case":null\') = 0 OR instr(entry, \'"which":"case:\') '
            'OR instr(entry, \'"which":"firm:\'))',  # thousands of mails without a case need no reading of JSON
            (self._upto,),
        )
        found = {case_id for case_id, _which in told if case_id is not None}
        for _case, which in told:
            kind, _, record = str(which or "").partition(":")
            if kind == "case" and record.isdecimal():
                found.add(int(record))
            elif kind == "firm" and record.isdecimal():
                found.update(row.id for row in self._rows.values() if row.firm_id == int(record))
        return found


def _counted(found: Sequence[CaseRow]) -> CaseCounts:
    still = [row for row in found if row.status is CaseStatus.OPEN]
    waiting = sum(row.waiting_since is not None for row in still)
    return CaseCounts(len(still), waiting, len(found) - len(still), Counter(row.firm_id for row in still))

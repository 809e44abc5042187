"""Threads: every message id that any mail names, its own or another's, leads to one of them."""

from __future__ import annotations

from collections.abc import Iterable

from casebook.journal.core import Core
from casebook.journal.store.database import one, rows

_AT_ONCE = 500  # SQLite takes a limited number of values in one statement


class ThreadKeys:
    """The threads of the mails of one write. Looks all their ids up at once, and keeps new ones at the end."""

    def __init__(self, core: Core, message_ids: Iterable[str]) -> None:
        self._database = core.database
        self._threads: dict[str, int] = {}
        self._joined: dict[int, int] = {}
        self._new: list[str] = []
        ids = list(dict.fromkeys(message_ids))
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            sql = f"SELECT message_id, thread_id FROM thread_key WHERE message_id IN ({marks})"
            self._threads.update(rows(self._database, sql, some))
        last = one(
            self._database,
            "SELECT max(ifnull((SELECT max(thread_id) FROM mail), 0), "
            "ifnull((SELECT max(thread_id) FROM thread_key), 0))",
        )
        self._last = int(last[0]) if last else 0

    def of(self, message_ids: Iterable[str]) -> int:
        """Return the thread of a mail that names these ids, which were looked up.

        The threads of all of them become one; the ids of mails that are not here count as well.
        """
        ids = list(dict.fromkeys(filter(None, message_ids)))
        found = {self._now(self._threads[each]) for each in ids if each in self._threads}
        if found:
            thread = min(found)
            for other in found - {thread}:
                self._joined[other] = thread
                for table in ("thread_key", "mail"):
                    sql = f"UPDATE {table} SET thread_id = ? WHERE thread_id = ?"
                    self._database.execute_sql(sql, (thread, other))
        else:
            self._last = thread = self._last + 1
        for each in ids:
            if each not in self._threads:
                self._threads[each] = thread
                self._new.append(each)
        return thread

    def keep(self) -> None:
        """Write the ids that were not known before."""
        new = [(each, self._now(self._threads[each])) for each in self._new]
        self._database.run_many("INSERT INTO thread_key (message_id, thread_id) VALUES (?, ?)", new)
        self._new.clear()

    def _now(self, thread: int) -> int:
        """Return what a thread has become by now."""
        while thread in self._joined:
            thread = self._joined[thread]
        return thread

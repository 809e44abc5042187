"""The search index: words in a contentless FTS5 table, identifiers beside it, both written with the record itself."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from casebook.journal.store import words
from casebook.journal.store.database import CasebookDatabase, rows

_WORDS = "INSERT INTO search_words (rowid, words) VALUES (?, ?)"
_IDENT = "INSERT INTO ident (value, rev, doc) VALUES (?, ?, ?)"
_AFTER_ALL = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Found:
    """A record that matches, newest record first in a list of them."""

    kind: str
    record_id: int


class _Gathered(threading.local):
    """What one thread puts while it gathers: words and identifiers by their document."""

    words: list[tuple[int, str]] | None = None
    idents: list[tuple[str, str, int]]


class SearchIndex:
    """Puts and finds records by their words. Putting happens only inside a write."""

    def __init__(self, database: CasebookDatabase) -> None:
        self._database = database
        self._gathered = _Gathered()

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Put what new records say at the end, all at once. For many records in one write, and no search between."""
        mine = self._gathered
        mine.words, mine.idents = [], []
        try:
            yield
        finally:  # after a failure, too: a caller that goes on all the same must leave no record out
            found, idents = mine.words, mine.idents
            mine.words, mine.idents = None, []
            self._database.run_many(_WORDS, found)
            self._database.run_many(_IDENT, idents)

    def put(self, kind: str, record_id: int, text: str, *, new: bool = False) -> None:
        """Index a record's text, in place of what was indexed for it before; a `new` one was never indexed."""
        run: Callable[..., Any] = self._database.execute_sql
        known = None
        if not new:
            known = run("SELECT id FROM search_doc WHERE kind = ? AND target_id = ?", (kind, record_id)).fetchone()
        if known:
            doc = known[0]
            run("DELETE FROM search_words WHERE rowid = ?", (doc,))
            run("DELETE FROM ident WHERE doc = ?", (doc,))
        else:
            doc = run("INSERT INTO search_doc (kind, target_id) VALUES (?, ?)", (kind, record_id)).lastrowid
        indexed, found = words.for_index(text)
        idents = [(value, value[::-1], doc) for value in found]
        if new and self._gathered.words is not None:
            self._gathered.words.append((doc, indexed))
            self._gathered.idents += idents
            return
        run(_WORDS, (doc, indexed))
        self._database.run_many(_IDENT, idents)

    def drop(self, kind: str, record_id: int) -> None:
        """Forget a record. Its traces in the index's own pages go with the next `optimize`."""
        run: Callable[..., Any] = self._database.execute_sql
        known = run("SELECT id FROM search_doc WHERE kind = ? AND target_id = ?", (kind, record_id)).fetchone()
        if known:
            run("DELETE FROM search_words WHERE rowid = ?", known)
            run("DELETE FROM ident WHERE doc = ?", known)
            run("DELETE FROM search_doc WHERE id = ?", known)

    def find(self, typed: str, limit: int) -> list[Found]:
        """Return up to `limit` records, the most recently recorded first."""
        docs: set[int] = set()
        if match := words.query(typed):
            docs.update(
                row[0]
                for row in rows(
                    self._database,
                    "SELECT rowid FROM search_words WHERE search_words MATCH ? ORDER BY rowid DESC LIMIT ?",
                    (match, limit),
                )
            )
        if value := words.needle(typed):
            for column, key in (("value", value), ("rev", value[::-1])):
                docs.update(
                    row[0]
                    for row in rows(
                        self._database,
                        f"SELECT DISTINCT doc FROM ident WHERE {column} >= ? AND {column} < ? "
                        "ORDER BY doc DESC LIMIT ?",
                        (key, key + _AFTER_ALL, limit),
                    )
                )
        newest = sorted(docs, reverse=True)[:limit]
        marks = ",".join("?" * len(newest))
        known = {
            row[0]: Found(row[1], row[2])
            for row in rows(self._database, f"SELECT id, kind, target_id FROM search_doc WHERE id IN ({marks})", newest)
        }
        return [known[doc] for doc in newest if doc in known]

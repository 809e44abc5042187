"""The search index: words in a contentless FTS5 table, identifiers beside it, both written with the record itself."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
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
    """What one thread puts while it gathers: documents, and words and identifiers by their document."""

    docs: dict[tuple[str, int], int] | None = None
    words: list[tuple[int, str]]
    idents: list[tuple[str, str, int]]
    last: int


class SearchIndex:
    """Puts and finds records by their words. Putting happens only inside a write."""

    def __init__(self, database: CasebookDatabase) -> None:
        self._database = database
        self._gathered = _Gathered()

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Put what new records say at the end, all at once. For many records in one write, and no search between."""
        mine = self._gathered
        found = rows(self._database, "SELECT seq FROM sqlite_sequence WHERE name = 'search_doc'")
        mine.docs, mine.words, mine.idents, mine.last = {}, [], [], int(found[0][0]) if found else 0
        try:
            yield
        finally:  # after a failure, too: a caller that goes on all the same must leave no record out
            docs, mine.docs = mine.docs, None
            self._write(docs)

    def put(self, kind: str, record_id: int, text: str, *, new: bool = False) -> None:
        """Index a record's text, in place of what was indexed for it before; a `new` one was never indexed."""
        mine, key = self._gathered, (kind, record_id)
        known = None if new else self._doc(key)
        indexed, found = words.for_index(text)
        if known is None and mine.docs is not None and key not in mine.docs:
            mine.last = mine.docs[key] = doc = mine.last + 1
            mine.words.append((doc, indexed))
            mine.idents += [(value, value[::-1], doc) for value in found]
            return
        run: Callable[..., Any] = self._database.execute_sql
        if known is None:
            doc = run("INSERT INTO search_doc (kind, target_id) VALUES (?, ?)", key).lastrowid
        else:
            doc = known
            run("DELETE FROM search_words WHERE rowid = ?", (doc,))
            run("DELETE FROM ident WHERE doc = ?", (doc,))
        run(_WORDS, (doc, indexed))
        self._database.run_many(_IDENT, [(value, value[::-1], doc) for value in found])

    def _doc(self, key: tuple[str, int]) -> int | None:
        """Return the document that a record was indexed as; what was gathered is written first if it is among it."""
        if self._gathered.docs and key in self._gathered.docs:
            self._write(self._gathered.docs)
        found = rows(self._database, "SELECT id FROM search_doc WHERE kind = ? AND target_id = ?", key)
        return int(found[0][0]) if found else None

    def _write(self, docs: dict[tuple[str, int], int]) -> None:
        mine = self._gathered
        new = [(doc, kind, record_id) for (kind, record_id), doc in docs.items()]
        self._database.run_many("INSERT INTO search_doc (id, kind, target_id) VALUES (?, ?, ?)", new)
        self._database.run_many(_WORDS, mine.words)
        self._database.run_many(_IDENT, mine.idents)
        for gathered in (docs, mine.words, mine.idents):
            gathered.clear()

    def drop(self, kind: str, record_id: int) -> None:
        """Forget a record. Its traces in the index's own pages go with the next `optimize`."""
        run: Callable[..., Any] = self._database.execute_sql
        doc = self._doc((kind, record_id))
        if doc is not None:
            run("DELETE FROM search_words WHERE rowid = ?", (doc,))
            run("DELETE FROM ident WHERE doc = ?", (doc,))
            run("DELETE FROM search_doc WHERE id = ?", (doc,))

    def newest(self, before: int, limit: int) -> list[tuple[int, Found]]:
        """Return the records indexed last before a document, with the number of their own; 0 is after all of them."""
        found = rows(
            self._database,
            "SELECT id, kind, target_id FROM search_doc WHERE id < ? ORDER BY id DESC LIMIT ?",
            (before or 1 << 62, limit),
        )
        return [(doc, Found(kind, target)) for doc, kind, target in found]

    def find(self, typed: str, limit: int) -> list[Found]:
        """Return up to `limit` records, the most recently recorded first."""
        docs = self._matching(words.query(typed), limit)
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
        return self._records(sorted(docs, reverse=True)[:limit])

    def find_either(self, parts: Sequence[Sequence[str]], limit: int) -> list[Found]:
        """Return up to `limit` records with one of the words of each part, the most recently recorded first."""
        return self._records(sorted(self._matching(words.query_of(parts), limit), reverse=True))

    def _matching(self, match: str, limit: int) -> set[int]:
        """Return the newest documents that an expression of the index finds; none for an empty one."""
        if not match:
            return set()
        sql = "SELECT rowid FROM search_words WHERE search_words MATCH ? ORDER BY rowid DESC LIMIT ?"
        return {row[0] for row in rows(self._database, sql, (match, limit))}

    def _records(self, newest: Sequence[int]) -> list[Found]:
        marks = ",".join("?" * len(newest))
        known = {
            row[0]: Found(row[1], row[2])
            for row in rows(self._database, f"SELECT id, kind, target_id FROM search_doc WHERE id IN ({marks})", newest)
        }
        return [known[doc] for doc in newest if doc in known]

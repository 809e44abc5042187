"""What a search found, with the case and firm that each hit belongs to."""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from casebook.gui import texts
from casebook.journal import Kind, Progress
from casebook.journal.listings import Hit

if TYPE_CHECKING:
    from casebook.journal import Journal

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

LIMIT = 200
"""Hits shown at most: who needs more adds a word."""

ROW = int(Qt.ItemDataRole.UserRole)
"""The role that returns the `Found` itself."""

_KINDS = {
    Kind.CASE: QT_TRANSLATE_NOOP("search", "case"),
    Kind.CONTACT: QT_TRANSLATE_NOOP("search", "contact"),
    Kind.MAIL: QT_TRANSLATE_NOOP("search", "mail"),
    Kind.FIRM: QT_TRANSLATE_NOOP("search", "firm"),
    Kind.ACCOUNT: QT_TRANSLATE_NOOP("search", "account"),
    Kind.TICKET: QT_TRANSLATE_NOOP("search", "ticket number"),
    Kind.REFERENCE: QT_TRANSLATE_NOOP("search", "reference"),
    Kind.PROMISE: QT_TRANSLATE_NOOP("search", "promise"),
    Kind.REQUEST: QT_TRANSLATE_NOOP("search", "request"),
    Kind.FOLLOW_UP: QT_TRANSLATE_NOOP("search", "follow-up"),
    Kind.EXHIBIT: QT_TRANSLATE_NOOP("search", "exhibit"),
    Kind.TRANSFER: QT_TRANSLATE_NOOP("search", "transfer"),
    Kind.LOSS: QT_TRANSLATE_NOOP("search", "loss"),
    Kind.REDACTION: QT_TRANSLATE_NOOP("search", "redacted copy"),
    Kind.EXPORT: QT_TRANSLATE_NOOP("search", "dossier"),
    Kind.ANSWER: QT_TRANSLATE_NOOP("search", "answer to the gap report"),
    Kind.OFFICIAL: QT_TRANSLATE_NOOP("search", "official contact"),
    Kind.FIRM_CHANNEL: QT_TRANSLATE_NOOP("search", "way to a firm"),
    Kind.CHECK_MARK: QT_TRANSLATE_NOOP("search", "note on a checklist"),
    Kind.QUOTE: QT_TRANSLATE_NOOP("search", "quoted passage"),
}

ICONS = {
    Kind.CASE: "open",
    Kind.CONTACT: "chat",
    Kind.MAIL: "mail",
    Kind.FIRM: "firm",
    Kind.ACCOUNT: "person",
    Kind.TICKET: "ticket",
    Kind.REFERENCE: "reference",
    Kind.PROMISE: "promise",
    Kind.REQUEST: "request",
    Kind.FOLLOW_UP: "clock",
    Kind.EXHIBIT: "exhibit",
    Kind.TRANSFER: "money",
    Kind.LOSS: "money",
    Kind.REDACTION: "exhibit",
    Kind.EXPORT: "export",
    Kind.ANSWER: "question",
    Kind.OFFICIAL: "shield",
    Kind.FIRM_CHANNEL: "firm",
    Kind.CHECK_MARK: "check",
    Kind.QUOTE: "chat",
}
"""The icon name of each kind of hit."""


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with the words around it; case title and firm are empty where it belongs to no case."""

    hit: Hit
    case_title: str
    firm: str

    @property
    def kind(self) -> Kind:
        """What was found."""
        return Kind(self.hit.kind)


def find(journal: Journal, query: str, limit: int = LIMIT) -> Generator[Progress, None, list[Found]]:
    """Look for `query` everywhere (a job for the worker) and return the hits with their cases."""
    from casebook.gui.models.ready_rows import folder
    from casebook.guide.ready import help_words

    yield Progress(0)
    hits = journal.search.find(query, limit=limit, parts=help_words.alternatives(folder(), query))
    yield Progress(1)
    return placed(journal, hits)


def placed(journal: Journal, hits: Sequence[Hit]) -> list[Found]:
    """Return hits with the title and the firm of the case that each belongs to."""
    cases = {row.id: row for row in journal.search.case_names({hit.case_id for hit in hits if hit.case_id})}
    result = []
    for hit in hits:
        row = cases.get(hit.case_id) if hit.case_id else None
        result.append(Found(hit, row.title if row else "", row.firm if row else ""))
    return result


class SearchModel(QAbstractListModel):
    """The hits of the last search."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Found] = []
        self.query = ""

    def set_rows(self, query: str, rows: Sequence[Found]) -> None:
        """Show other hits; `query` is what is emphasised in them."""
        self.beginResetModel()
        self.query, self._rows = query, list(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of hits."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return the row itself, or the words that a screen reader and the tests see."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return headline(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return texts.joined(headline(row), whereabouts(row), row.hit.snippet)
        return None


def headline(row: Found) -> str:
    """Return the first line of a hit: its case's title, or its own."""
    return row.case_title or row.hit.title or texts.capital(QCoreApplication.translate("search", str(_KINDS[row.kind])))


def whereabouts(row: Found) -> str:
    """Return `contact · C-12 · Kestrel Exchange`, that it waits in the inbox, and by what else it was found."""
    kind = texts.capital(QCoreApplication.translate("search", str(_KINDS[row.kind])))
    if row.hit.case_id:
        return texts.joined(kind, f"C-{row.hit.case_id}", row.firm, _instead(row.hit))
    if row.kind is Kind.CONTACT:
        return texts.joined(kind, QCoreApplication.translate("search", "not filed yet"), _instead(row.hit))
    return texts.joined(kind, _instead(row.hit))


def emphasised(query: str, hit: Hit) -> str:
    """Return the words that are emphasised in a hit: those that were typed, and those that mean the same."""
    return " ".join((query, *hit.instead))


def _instead(hit: Hit) -> str:
    if not hit.instead:
        return ""
    return QCoreApplication.translate("search", "found by “{words}”").replace("{words}", ", ".join(hit.instead))


def marks(text: str, query: str) -> list[tuple[int, int]]:
    """Return where in `text` the words of `query` stand, as (start, length), in order and without overlap.

    A run of Chinese that does not stand there as a whole is looked for in pairs, as the search index does.
    """
    found: list[tuple[int, int]] = []
    for word in query.split():
        spots = _spots(text, word) or [spot for pair in _pairs(word) for spot in _spots(text, pair)]
        found += spots
    result: list[tuple[int, int]] = []
    for start, length in sorted(found):
        if result and start < sum(result[-1]):
            last, so_far = result.pop()
            result.append((last, max(so_far, start + length - last)))
        else:
            result.append((start, length))
    return result


def _spots(text: str, word: str) -> list[tuple[int, int]]:
    # A regular expression keeps positions right where lower-casing would change the length.
    return [(m.start(), len(m[0])) for m in re.finditer(re.escape(word), text, re.IGNORECASE)]


def _pairs(word: str) -> list[str]:
    return [word[i : i + 2] for i in range(len(word) - 1) if word[i] >= "\u2e80" and word[i + 1] >= "\u2e80"]

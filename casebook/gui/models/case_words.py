"""The words of the case list: what stands in its rows, columns, headings and menus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from casebook.gui import texts, times
from casebook.journal.case_views import NOT_WAITING, WAITING, CaseGroup, CaseSort, DueIn
from casebook.journal.listings import CaseRow
from casebook.journal.terms import CaseStatus


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table. `sample` is as wide as most of what stands in it; `right`: figures stand there."""

    name: str
    caption: object
    text: Callable[[CaseRow, datetime], str]
    sample: str
    sort: CaseSort | None = None
    right: bool = False


def _when(at: datetime | None, now: datetime) -> str:
    return times.short_date(times.here(at).date(), now) if at else ""


def badge(row: CaseRow, now: datetime) -> str:
    """Return "due today" or "1 day late" for a case that wants something now, else nothing."""
    wants = row.status is CaseStatus.OPEN and row.due_at is not None and texts.is_due(row.due_at, now)
    return texts.due_badge(row.due_at, now) if wants and row.due_at else ""


def second_line(row: CaseRow) -> str:
    """Return `Kestrel Exchange · C-12 · #vip`."""
    return texts.joined(row.firm, f"C-{row.id}", tags(row))


def tags(row: CaseRow) -> str:
    """Return `#court #vip`."""
    return " ".join(f"#{tag}" for tag in row.tags)


def waiting(row: CaseRow, now: datetime) -> str:
    """Return "waiting 2 d" while nobody has answered the user, "closed" for a closed case, else nothing."""
    if row.status is CaseStatus.CLOSED:
        return texts.closed()
    return texts.waiting(row.waiting_since, now) if row.waiting_since else ""


def _due(row: CaseRow, now: datetime) -> str:
    return texts.due_badge(row.due_at, now) if row.due_at and row.status is CaseStatus.OPEN else ""


def _waits(row: CaseRow, now: datetime) -> str:
    return times.brief(now - row.waiting_since) if row.waiting_since else ""


def status(value: CaseStatus) -> str:
    """Return "open" or "closed"."""
    return texts.closed() if value is CaseStatus.CLOSED else _said(_OPEN)


_OPEN = QT_TRANSLATE_NOOP("case_list", "open")

COLUMNS = (
    Column("title", QT_TRANSLATE_NOOP("case_list", "Title"), lambda row, _now: row.title, "x" * 34, CaseSort.TITLE),
    Column(
        "number", QT_TRANSLATE_NOOP("case_list", "Case"), lambda row, _now: f"C-{row.id}", "C-10000", CaseSort.NUMBER
    ),
    Column("firm", QT_TRANSLATE_NOOP("case_list", "Firm"), lambda row, _now: row.firm, "x" * 16, CaseSort.FIRM),
    Column("due", QT_TRANSLATE_NOOP("case_list", "Next follow-up"), _due, "due Wed 28 Nov 2026", CaseSort.DUE),
    Column("waiting", QT_TRANSLATE_NOOP("case_list", "Waiting"), _waits, "300 min", CaseSort.WAITING),
    Column(
        "last-contact",
        QT_TRANSLATE_NOOP("case_list", "Last contact"),
        lambda row, now: _when(row.last_contact_at, now),
        "Wed 28 Nov 2026",
        CaseSort.LAST,
    ),
    Column(
        "amount",
        QT_TRANSLATE_NOOP("case_list", "Amount"),
        lambda row, _now: texts.money(row.amount, row.asset),
        "100,000.00 USDT",
        CaseSort.AMOUNT,
        right=True,
    ),
    Column("tags", QT_TRANSLATE_NOOP("case_list", "Tags"), lambda row, _now: tags(row), "x" * 14),
    Column(
        "status",
        QT_TRANSLATE_NOOP("case_list", "Status"),
        lambda row, _now: texts.capital(status(row.status)),
        "x" * 8,
        CaseSort.STATUS,
    ),
    Column(
        "opened",
        QT_TRANSLATE_NOOP("case_list", "Opened"),
        lambda row, now: _when(row.opened_at, now),
        "Wed 28 Nov 2026",
        CaseSort.OPENED,
    ),
    Column(
        "contacts",
        QT_TRANSLATE_NOOP("case_list", "Contacts"),
        lambda row, _now: str(row.contacts),
        "10,000",
        right=True,
    ),
)
"""In the order in which they stand until the user moves them. Where there is no table, the first is the whole row."""

FIRST_SHOWN = ("title", "number", "firm", "due", "waiting", "last-contact", "amount", "tags")
"""The columns that are shown until the user chooses others."""

_SORTS = {
    CaseSort.DUE: QT_TRANSLATE_NOOP("case_list", "What is due first"),
    CaseSort.WAITING: QT_TRANSLATE_NOOP("case_list", "Longest waiting"),
    CaseSort.LAST: QT_TRANSLATE_NOOP("case_list", "Latest contact"),
    CaseSort.AMOUNT: QT_TRANSLATE_NOOP("case_list", "Largest amount"),
    CaseSort.FIRM: QT_TRANSLATE_NOOP("case_list", "Firm"),
    CaseSort.STATUS: QT_TRANSLATE_NOOP("case_list", "Status"),
    CaseSort.TITLE: QT_TRANSLATE_NOOP("case_list", "Title"),
    CaseSort.OPENED: QT_TRANSLATE_NOOP("case_list", "Latest opened"),
    CaseSort.NUMBER: QT_TRANSLATE_NOOP("case_list", "Highest number"),
}

_GROUPS = {
    CaseGroup.NONE: QT_TRANSLATE_NOOP("case_list", "No headings"),
    CaseGroup.DUE: QT_TRANSLATE_NOOP("case_list", "When it is due"),
    CaseGroup.FIRM: QT_TRANSLATE_NOOP("case_list", "Firm"),
    CaseGroup.STATUS: QT_TRANSLATE_NOOP("case_list", "Status"),
    CaseGroup.WAITING: QT_TRANSLATE_NOOP("case_list", "Who is waiting"),
    CaseGroup.TAG: QT_TRANSLATE_NOOP("case_list", "Tag"),
}

_HEADINGS = {
    DueIn.OVERDUE: QT_TRANSLATE_NOOP("case_list", "Overdue"),
    DueIn.TODAY: QT_TRANSLATE_NOOP("case_list", "Today"),
    DueIn.WEEK: QT_TRANSLATE_NOOP("case_list", "Within a week"),
    DueIn.LATER: QT_TRANSLATE_NOOP("case_list", "Later"),
    DueIn.NONE: QT_TRANSLATE_NOOP("case_list", "No follow-up"),
    WAITING: QT_TRANSLATE_NOOP("case_list", "Waiting on them"),
    NOT_WAITING: QT_TRANSLATE_NOOP("case_list", "Not waiting"),
}


def column_caption(column: Column) -> str:
    """Return what stands above a column."""
    return _said(column.caption)


def sort_caption(sort: CaseSort) -> str:
    """Return what the menu calls an order."""
    return _said(_SORTS[sort])


def group_caption(group: CaseGroup) -> str:
    """Return what the menu calls a way of grouping."""
    return _said(_GROUPS[group])


def heading(group: CaseGroup, key: str) -> str:
    """Return the words of a heading: a firm's or a tag's own, else translated."""
    if group is CaseGroup.FIRM:
        return key
    if group is CaseGroup.TAG:
        return f"#{key}" if key else _said(_UNTAGGED)
    if group is CaseGroup.STATUS:
        return texts.capital(status(CaseStatus(key)))
    return _said(_HEADINGS[DueIn(key)] if group is CaseGroup.DUE else _HEADINGS[key])


_UNTAGGED = QT_TRANSLATE_NOOP("case_list", "No tag")


def _said(source: object) -> str:
    return QCoreApplication.translate("case_list", str(source))


class Plurals(QObject):
    """Numbered words. A QObject, because the collector of words sees plural forms only in its `tr`."""

    def cases(self, n: int) -> str:
        """Return `12 cases`."""
        return self.tr("%n case(s)", "", n)

    def selected(self, n: int) -> str:
        """Return `12 selected:`."""
        return self.tr("%n selected:", "", n)

"""How a list of cases is cut, sorted and grouped: the same for the window, the command line and a saved view."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from casebook.journal.listings import CaseRow
from casebook.journal.terms import CaseStatus

VERSION = 1
"""Of a definition as it is saved. A later version only adds keys, which an earlier one keeps."""

_NEVER = datetime.max.replace(tzinfo=UTC)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class CaseSort(StrEnum):
    """What the cases are sorted by; each begins with what is looked for, such as the most urgent or the largest."""

    DUE = "due"
    FIRM = "firm"
    STATUS = "status"
    WAITING = "waiting"
    LAST = "last-contact"
    OPENED = "opened"
    AMOUNT = "amount"
    NUMBER = "number"
    TITLE = "title"


class CaseGroup(StrEnum):
    """What the cases stand under headings by."""

    NONE = "none"
    DUE = "due"
    FIRM = "firm"
    STATUS = "status"
    WAITING = "waiting"
    TAG = "tag"


class DueIn(StrEnum):
    """When the next follow-up of a case is due: the headings of `CaseGroup.DUE`, in their order."""

    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"
    NONE = "none"


WAITING, NOT_WAITING = "waiting", "not-waiting"
"""The headings of `CaseGroup.WAITING`."""


@dataclass(frozen=True, slots=True)
class CaseView:
    """Which cases are listed and how. `words` is the filter line as it was typed; `columns` is for a table only."""

    status: CaseStatus | None = None
    waiting: bool | None = None
    firm_id: int = 0
    words: str = ""
    sort: CaseSort = CaseSort.DUE
    reverse: bool = False
    group: CaseGroup = CaseGroup.NONE
    columns: tuple[str, ...] = ()
    further: Mapping[str, object] = field(default_factory=dict)
    """What a later version of the program put into the definition."""

    def definition(self) -> dict[str, object]:
        """Return the view in the form that is saved."""
        return {
            **self.further,
            "version": max(VERSION, _number(self.further.get("version"))),
            "status": str(self.status or ""),
            "waiting": self.waiting,
            "firm_id": self.firm_id,
            "words": self.words,
            "sort": str(self.sort),
            "reverse": self.reverse,
            "group": str(self.group),
            "columns": list(self.columns),
        }


_KNOWN = ("status", "waiting", "firm_id", "words", "sort", "reverse", "group", "columns")


def from_definition(saved: Mapping[str, Any]) -> CaseView:
    """Return a saved view; what cannot be understood is as if it were not there, and nothing of it is lost."""
    columns, waiting = saved.get("columns"), saved.get("waiting")
    status = saved.get("status")
    return CaseView(
        status=CaseStatus(status) if status in list(CaseStatus) else None,
        waiting=waiting if isinstance(waiting, bool) else None,
        firm_id=_number(saved.get("firm_id")),
        words=str(saved.get("words") or ""),
        sort=CaseSort(saved["sort"]) if saved.get("sort") in list(CaseSort) else CaseSort.DUE,
        reverse=saved.get("reverse") is True,
        group=CaseGroup(saved["group"]) if saved.get("group") in list(CaseGroup) else CaseGroup.NONE,
        columns=tuple(map(str, columns)) if isinstance(columns, list) else (),
        further={name: value for name, value in saved.items() if name not in _KNOWN},
    )


@dataclass(frozen=True, slots=True)
class Section:
    """Cases under one heading: a firm's name, a tag, or one of the words above; empty for no heading."""

    key: str
    rows: Sequence[CaseRow]


def arrange(rows: Iterable[CaseRow], view: CaseView, now: datetime) -> list[Section]:
    """Return the cases of a view, sorted, under their headings; days end as on this computer's clock.

    `rows` come as `urgent_first` returns them.
    """
    kept = [row for row in rows if _is_in(row, view)]
    if fits := matcher(view.words, now):
        kept = [row for row in kept if fits(row)]
    if view.sort is not CaseSort.DUE:
        by, largest_first = _SORTS[view.sort]
        kept.sort(key=by, reverse=largest_first)
    if view.reverse:
        kept = _turned(kept, view.sort)
    if view.group is CaseGroup.NONE:
        return [Section("", kept)]
    sections: dict[str, list[CaseRow]] = {}
    for key in _fixed(view.group):
        sections[key] = []
    keys = _keys(view.group, now)
    for row in kept:
        for key in keys(row):
            sections.setdefault(key, []).append(row)
    found = [Section(key, part) for key, part in sections.items() if part]
    if view.group in {CaseGroup.FIRM, CaseGroup.TAG}:
        found.sort(key=lambda section: (not section.key, section.key.casefold()))
    return found


def matcher(words: str, now: datetime) -> Callable[[CaseRow], bool] | None:
    """Return what tells whether a case fits the words of a filter line, None where every one does.

    Plain words are looked for in number, title, firm, amount and tags; `#vip` is a tag, `@kestrel` a firm,
    `is:waiting` a state (open, closed, waiting, due, late); `-` before any of them leaves those cases out. Quotes keep
    words together.
    """
    tests: list[Callable[[CaseRow], bool]] = []
    plain: list[str] = []
    for no, mark, kept, word in _TOKEN.findall(unicodedata.normalize("NFKC", words)):
        wanted = (kept or word).casefold()
        if not mark and wanted in _BARE:  # about to be followed by a name
            continue
        if not (mark or no):
            plain.append(wanted)
            continue
        make = _MARKS.get(mark)
        test = make(wanted) if make else _is_state(wanted, now)
        tests.append(_not(test) if no else test)
    if plain:
        tests.append(_says(*plain))
    if len(tests) < 2:
        return tests[0] if tests else None
    return lambda row: all(test(row) for test in tests)


def quoted(mark: str, name: str) -> str:
    """Return the word of a filter line that stands for a tag (`#`) or a firm (`@`)."""
    return f'{mark}"{name}"' if re.search(r"\s", name) else f"{mark}{name}"


_BARE = frozenset({"", "#", "@", "is:", "状态:", "-", "-#", "-@", "-is:", "-状态:"})
_TOKEN = re.compile(r'(-?)(#|@|is:|状态:)?(?:"([^"]*)"?|([^\s"]+))', re.IGNORECASE)

_STATES = {
    "open": "open",
    "closed": "closed",
    "waiting": "waiting",
    "due": "due",
    "late": "late",
    "进行中": "open",
    "已结案": "closed",
    "等待": "waiting",
    "到期": "due",
    "逾期": "late",
}


def _not(test: Callable[[CaseRow], bool]) -> Callable[[CaseRow], bool]:
    """Return what is true of the other cases; of all where the state is still being typed."""
    return test if test is _any else lambda row: not test(row)


def _has_tag(wanted: str) -> Callable[[CaseRow], bool]:
    return lambda row: any(tag.casefold().startswith(wanted) for tag in row.tags)


def _has_firm(wanted: str) -> Callable[[CaseRow], bool]:
    return lambda row: wanted in row.firm.casefold()


def _says(*wanted: str) -> Callable[[CaseRow], bool]:
    def says(row: CaseRow) -> bool:
        found = f"c-{row.id}\n{row.title}\n{row.firm}\n{row.amount} {row.asset}\n{' '.join(row.tags)}".casefold()
        return all(word in found for word in wanted)

    return says


_MARKS: Mapping[str, Callable[[str], Callable[[CaseRow], bool]]] = {"#": _has_tag, "@": _has_firm, "": _says}


def _is_state(wanted: str, now: datetime) -> Callable[[CaseRow], bool]:
    state = next((state for word, state in _STATES.items() if wanted and word.startswith(wanted)), "")
    by_due = _by_due(now)
    urgent = {DueIn.OVERDUE} if state == "late" else {DueIn.OVERDUE, DueIn.TODAY}
    tests: dict[str, Callable[[CaseRow], bool]] = {
        "open": lambda row: row.status is CaseStatus.OPEN,
        "closed": lambda row: row.status is CaseStatus.CLOSED,
        "waiting": lambda row: row.waiting_since is not None,
        "due": lambda row: by_due(row)[0] in urgent,
        "late": lambda row: by_due(row)[0] in urgent,
    }
    return tests.get(state, _any)


def _any(_row: CaseRow) -> bool:
    """Every case fits a state that is still being typed."""
    return True


def _is_in(row: CaseRow, view: CaseView) -> bool:
    return (
        (view.status is None or row.status is view.status)
        and (view.waiting is None or view.waiting is (row.waiting_since is not None))
        and (not view.firm_id or row.firm_id == view.firm_id)
    )


def _fixed(group: CaseGroup) -> Iterable[str]:
    """Return the headings of a group that have an order of their own."""
    return {
        CaseGroup.DUE: list(map(str, DueIn)),
        CaseGroup.STATUS: list(map(str, CaseStatus)),
        CaseGroup.WAITING: [WAITING, NOT_WAITING],
    }.get(group, [])


def _keys(group: CaseGroup, now: datetime) -> Callable[[CaseRow], Sequence[str]]:
    """Return what tells the headings that a case stands under: one, or one for each of its tags."""
    found: dict[CaseGroup, Callable[[CaseRow], Sequence[str]]] = {
        CaseGroup.DUE: _by_due(now),
        CaseGroup.FIRM: lambda row: (row.firm,),
        CaseGroup.STATUS: lambda row: (row.status.value,),
        CaseGroup.WAITING: lambda row: (WAITING if row.waiting_since else NOT_WAITING,),
        CaseGroup.TAG: lambda row: row.tags or ("",),
    }
    return found[group]


def _by_due(now: datetime) -> Callable[[CaseRow], Sequence[str]]:
    today = now.astimezone().date()
    starts = [datetime.combine(today + timedelta(days=n), time()).astimezone() for n in (0, 1, 7)]
    ends = [(start, (key.value,)) for start, key in zip(starts, DueIn, strict=False)]
    later, none = (DueIn.LATER.value,), (DueIn.NONE.value,)

    def key(row: CaseRow) -> Sequence[str]:
        if row.due_at is None or row.status is CaseStatus.CLOSED:
            return none
        return next((key for end, key in ends if row.due_at < end), later)

    return key


def urgent_first(rows: Iterable[CaseRow]) -> list[CaseRow]:
    """Return cases in the order that every other one builds on: open ones that ring first, then the latest contact."""
    found = sorted(rows, key=lambda row: (row.last_contact_at or _LONG_AGO, row.id), reverse=True)
    found.sort(key=lambda row: (row.status is CaseStatus.CLOSED, row.due_at or _NEVER))
    return found


def urgency(row: CaseRow) -> tuple[bool, datetime, timedelta, int]:
    """Return by what `urgent_first` orders, for putting one case into its place."""
    last = row.last_contact_at or _LONG_AGO
    return row.status is CaseStatus.CLOSED, row.due_at or _NEVER, _NEVER - last, -row.id


def _amount_order(row: CaseRow) -> float:
    return -float(row.amount) if row.amount else _LAST


_LAST = float("inf")

_SORTS: Mapping[CaseSort, tuple[Callable[[CaseRow], Any], bool]] = {
    CaseSort.FIRM: (lambda row: row.firm.casefold(), False),
    CaseSort.STATUS: (lambda row: (row.status is CaseStatus.CLOSED, row.waiting_since is None), False),
    CaseSort.WAITING: (lambda row: row.waiting_since.timestamp() if row.waiting_since else _LAST, False),
    CaseSort.LAST: (lambda row: row.last_contact_at.timestamp() if row.last_contact_at else -_LAST, True),
    CaseSort.OPENED: (lambda row: row.opened_at.timestamp(), True),
    CaseSort.AMOUNT: (_amount_order, False),
    CaseSort.NUMBER: (lambda row: row.id, True),
    CaseSort.TITLE: (lambda row: row.title.casefold(), False),
}
"""By what, and whether the largest comes first. Each is stable, so that equal ones stay as `urgent_first` has them.

Numbers instead of times: they are compared three times as fast.
"""

_MISSING: Mapping[CaseSort, Callable[[CaseRow], bool]] = {
    CaseSort.DUE: lambda row: row.due_at is None or row.status is CaseStatus.CLOSED,
    CaseSort.WAITING: lambda row: row.waiting_since is None,
    CaseSort.LAST: lambda row: row.last_contact_at is None,
    CaseSort.AMOUNT: lambda row: not row.amount,
}
"""Cases without what they are sorted by stand last, whichever way round the others are."""


def _turned(rows: list[CaseRow], sort: CaseSort) -> list[CaseRow]:
    if (missing := _MISSING.get(sort)) is None:
        return rows[::-1]
    return [row for row in reversed(rows) if not missing(row)] + [row for row in rows if missing(row)]


def _number(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0

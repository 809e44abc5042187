"""The timeline as a Qt model: contacts in time order, with days and silences between them as rows of their own."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.gui import texts
from casebook.gui.models import talk_words
from casebook.journal.listings import ContactRow
from casebook.journal.planning import Quote
from casebook.journal.records import Contact, Promise
from casebook.journal.times import to_text

PAGE = 32
"""How many contacts are read at a time: two screens' worth, some milliseconds."""
_PAGES_KEPT = 40
SILENCE = timedelta(hours=36)
"""From which gap on silence is an event: longer than a night and the working day after it."""

_Index = QModelIndex | QPersistentModelIndex


_DAY = timedelta(days=1)


class RowKind(IntEnum):
    """What a row of the timeline is."""

    CONTACT = 0
    DAY = 1
    SILENCE = 2


class TimelineRow(NamedTuple):
    """One row: `contact` counts in the list of contacts (-1 for others); `day` and `gap` are set for their kinds."""

    kind: RowKind
    contact: int = -1
    day: date | None = None
    gap: timedelta = timedelta()


_CONTACTS: list[TimelineRow] = []
"""The rows of contacts, which are the same in every timeline: ten thousand are made once, not for every case."""


def arrange(rows: Sequence[ContactRow], until: datetime | None, *, silences: bool = True) -> list[TimelineRow]:
    """Return the rows of a timeline in order; `until` (UTC) is the present for a case that still waits, else None.

    Without `silences` none is shown: between contacts of which others were left out, nobody need have been silent.
    """
    _CONTACTS.extend(TimelineRow(RowKind.CONTACT, number) for number in range(len(_CONTACTS), len(rows)))
    result: list[TimelineRow] = []
    last_day: date | None = None
    last_offset, midnight, start = 0, "", 0
    for number, row in enumerate(rows):
        offset = row.offset
        if row.at < midnight and offset == last_offset:  # the same day, so no silence either
            continue
        result += _CONTACTS[start:number]
        at, start = row.happened_at, number
        if silences and number and (gap := at - rows[number - 1].happened_at) >= SILENCE:
            result.append(TimelineRow(RowKind.SILENCE, gap=gap))
        shift = timedelta(seconds=offset)
        day = (at + shift).date()
        last_offset, midnight = offset, to_text(datetime.combine(day, time(), UTC) + _DAY - shift)
        if day != last_day:
            result.append(TimelineRow(RowKind.DAY, day=day))
            last_day = day
    result += _CONTACTS[start : len(rows)]
    if until is not None and rows and (gap := until - rows[-1].happened_at) >= SILENCE:
        result.append(TimelineRow(RowKind.SILENCE, gap=gap))
    return result


class TimelineModel(QAbstractListModel):
    """Keeps the ids of a case's contacts and reads their words in pages, as they come into view."""

    def __init__(self, fetch: Callable[[Sequence[int]], Mapping[int, Contact]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._contacts: Sequence[ContactRow] = ()
        self._rows: list[TimelineRow] = []
        self._now: datetime | None = None
        self._row_of: dict[int, int] | None = None
        self._pages: OrderedDict[int, Mapping[int, Contact]] = OrderedDict()
        self._promises: dict[int, list[Promise]] = {}
        self._quotes: dict[int, list[str]] = {}

    def show(
        self,
        contacts: Sequence[ContactRow],
        promises: Iterable[Promise] = (),
        quotes: Iterable[Quote] = (),
        *,
        now: datetime | None = None,
        ends: bool = False,
        silences: bool = True,
    ) -> None:
        """Show these contacts instead of what was shown; their words are read anew when needed.

        `now` (UTC) is the present: a silence may last until then, unless the case `ends` with its last contact. Show no
        `silences` where some contacts of the case are left out.
        """
        self.beginResetModel()
        self._contacts = contacts
        self._now = now
        self._rows = arrange(contacts, now if silences and not ends else None, silences=silences)
        self._row_of = None
        self._pages.clear()
        self._promises = {}
        for promise in promises:
            if promise.contact_id is not None:
                self._promises.setdefault(promise.contact_id, []).append(promise)
        self._quotes = {}
        for quote in quotes:
            self._quotes.setdefault(quote.contact_id, []).append(quote.text)
        self.endResetModel()

    @property
    def rows(self) -> Sequence[TimelineRow]:
        """Every row, in order."""
        return self._rows

    @property
    def contact_rows(self) -> Sequence[ContactRow]:
        """What is known of every contact without reading its words, in time order."""
        return self._contacts

    def row_of(self, contact_id: int) -> int:
        """Return the row of a contact, -1 where it is not shown."""
        if self._row_of is None:
            ids = [contact.id for contact in self._contacts]
            self._row_of = {ids[row.contact]: n for n, row in enumerate(self._rows) if row.contact >= 0}
        return self._row_of.get(contact_id, -1)

    def contact_row(self, row: int) -> ContactRow | None:
        """Return the short form of the contact in a row, None for a heading."""
        number = self._rows[row].contact if 0 <= row < len(self._rows) else -1
        return self._contacts[number] if number >= 0 else None

    def contact(self, row: int) -> Contact | None:
        """Return the contact in a row, read with its neighbours if need be; None for a heading."""
        short = self.contact_row(row)
        if short is None:
            return None
        page = self._rows[row].contact // PAGE
        if (found := self._pages.get(page)) is None:
            ids = [c.id for c in self._contacts[page * PAGE : (page + 1) * PAGE]]
            found = self._pages[page] = self._fetch(ids)
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return found.get(short.id)

    def promises(self, contact_id: int) -> Sequence[Promise]:
        """Return the promises that were made in a contact."""
        return self._promises.get(contact_id, ())

    def quotes(self, contact_id: int) -> Sequence[str]:
        """Return the passages of a contact that the dossier quotes."""
        return self._quotes.get(contact_id, ())

    def row_from(self, day: date) -> int:
        """Return the row of the first contact on a day or after it, else of the last one; -1 where there is none."""
        last = -1
        for number, row in enumerate(self._rows):
            if row.kind is RowKind.CONTACT:
                last = number
            elif row.day is not None and row.day >= day:
                return number + 1
        return last

    def day_of(self, row: int) -> date | None:
        """Return the day that a row belongs to, None where there is none before it."""
        found = (self._rows[n].day for n in range(min(row, len(self._rows) - 1), -1, -1) if self._rows[n].day)
        return next(found, None)

    def day_words(self, row: int) -> str:
        """Return the day that a row belongs to as its heading says it."""
        day = self.day_of(row)
        return texts.day_heading(day, self._now) if day else ""

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the plain words of a row, for screen readers."""
        if not index.isValid() or role not in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.AccessibleDescriptionRole,
        }:
            return None
        row = self._rows[index.row()]
        if row.kind is RowKind.DAY:
            return texts.day_heading(row.day, self._now) if row.day else ""
        if row.kind is RowKind.SILENCE:
            return texts.silence(row.gap)
        contact = self.contact(index.row())
        if contact is None:
            return ""
        if role == Qt.ItemDataRole.DisplayRole:
            return contact.text or talk_words.heading(contact)
        return " · ".join(
            part
            for part in (
                texts.full_time(contact.happened),
                texts.caption(contact.direction),
                texts.caption(contact.channel),
                contact.agent,
                talk_words.heading(contact),
                contact.text,
            )
            if part
        )

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that contacts can be chosen and headings cannot."""
        if not index.isValid() or self._rows[index.row()].kind is not RowKind.CONTACT:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

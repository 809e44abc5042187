"""What is looked for in a case: words, people, channels, tickets, and days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from casebook.gui.widgets.timeline.day_popup import DayPopup
from casebook.gui.widgets.timeline.find_bar import FindBar
from casebook.gui.widgets.timeline.timeline_view import TimelineView
from casebook.journal.listings import ContactRow

if TYPE_CHECKING:
    from casebook.journal import Journal


class CaseFinder(QObject):
    """Narrows the timeline down to some contacts, and leads to a day."""

    changed = Signal()
    """Other contacts are to be shown: ask for `rows`."""

    def __init__(self, journal: Journal, timeline: TimelineView, parent: QWidget) -> None:
        super().__init__(parent)
        self._journal, self._timeline = journal, timeline
        self._case_id, self._contacts = 0, list[ContactRow]()
        self.bar = FindBar(parent)
        self.bar.changed.connect(self.changed)
        self.bar.closed.connect(self._closed)
        self.bar.left.connect(timeline.setFocus)
        timeline.left.connect(self._escape)
        timeline.day_activated.connect(self.choose_day)

    @property
    def active(self) -> bool:
        """Whether some contacts may be left out."""
        return not self.bar.wanted().everything

    def know(self, case_id: int, contacts: list[ContactRow]) -> None:
        """Take note of the case and all its contacts."""
        self._case_id, self._contacts = case_id, contacts
        if not self.bar.isHidden():
            self.bar.offer(self._journal.contacts.facets(case_id))

    def rows(self) -> Sequence[ContactRow]:
        """Return the contacts to be shown."""
        found = self._contacts
        if self.active:
            ids = set(self._journal.contacts.matching(self._case_id, self.bar.wanted()))
            found = [row for row in found if row.id in ids]
        self.bar.show_count(len(found), len(self._contacts))
        return found

    def start(self) -> None:
        """Open the bar (Ctrl+F)."""
        if self._contacts:
            self.bar.offer(self._journal.contacts.facets(self._case_id))
            self.bar.start()

    def clear(self) -> None:
        """Show every contact again."""
        if self.active:
            self.bar.clear()
            self.changed.emit()

    def end(self) -> None:
        """Forget what was looked for: another case is shown."""
        self.bar.clear()
        self.bar.hide()

    def choose_day(self, at: QPoint | None = None) -> DayPopup | None:
        """Ask for a day, at a point of the screen or over the timeline (Ctrl+J); None where there is none."""
        if not self._contacts:
            return None
        first, last = (_day(row) for row in (self._contacts[0], self._contacts[-1]))
        popup = DayPopup(first, last, self._timeline.shown_day() or last, self._journal.clock(), self._timeline)
        popup.day_chosen.connect(self.show_day)
        popup.open_at(at or self._timeline.day_point())
        return popup

    def show_day(self, day: date) -> None:
        """Lead to the first contact on a day, or after it."""
        if self._timeline.show_day(day):
            self._timeline.setFocus()

    def _closed(self) -> None:
        self.changed.emit()
        self._timeline.setFocus()

    def _escape(self) -> None:
        if not self.bar.isHidden():
            self.bar.close_bar()


def _day(row: ContactRow) -> date:
    return (row.happened_at + timedelta(seconds=row.offset)).date()

"""A field for a point in time: day, clock time, how exact, in which zone, and how it is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from functools import cache
from itertools import pairwise
from zoneinfo import available_timezones

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from casebook.gui import texts, theme
from casebook.gui.widgets.parts import calm_calendar
from casebook.journal.errors import BadInput
from casebook.journal.times import HowKnown, Moment, Precision, from_wall, in_gap, offset_name, twice

OFFERED = (HowKnown.MEMORY, HowKnown.SCREENSHOT, HowKnown.DEVICE_CLOCK, HowKnown.UNKNOWN)
"""How a person can know a time; the others are what a mail says of itself."""
_NOT_KNOWN = ""
_ARROW = 22
"""Pixels that the arrow of a drop-down takes."""


class MomentEdit(QWidget):
    """Edits a `Moment`. With `optional` it can also say that the time is not known, and then gives None."""

    changed = Signal()
    """The time was edited, by hand or by `set_moment`."""

    def __init__(
        self,
        now: Moment,
        *,
        optional: bool = False,
        precise: bool = True,
        sourced: bool = False,
        known: HowKnown = HowKnown.MEMORY,
        parent: QWidget | None = None,
    ) -> None:
        """Start at `now` and in its zone; without `precise` there is no choice of how exact (a date to ring at).

        With `sourced` the user says how the time is known.
        """
        super().__init__(parent)
        self._known = known
        self._sourced = sourced
        self._kept: tuple[tuple[object, ...], Moment] | None = None
        self.day, self.clock = self._make_day(), ClockEdit(self)
        self.clock.setDisplayFormat("HH:mm")
        self.clock.setMinimumWidth(self._wide("00:00"))
        self.clock.setAccessibleName(self.tr("Time of day"))
        self.clock.setToolTip(self.tr("Time of day, 24 hours"))
        self.exact = self._make_exact(optional)
        self.exact.setVisible(precise)
        self.which = self._make_which()
        self.zone = self._make_zone(now.zone)
        self.source = self._make_source()
        self._odd = QLabel(self)
        self._odd.setTextFormat(Qt.TextFormat.PlainText)
        self._odd.setWordWrap(True)
        self._odd.setProperty("kind", "warn")
        self._lay_out()
        self.setFocusProxy(self.exact if precise else self.day)
        order = (self.exact, self.day, self.clock, self.zone, self.source, self.which)
        for one, following in pairwise(order):
            self.setTabOrder(one, following)
        self._show(now)
        if optional:
            self.exact.setCurrentIndex(self.exact.findData(_NOT_KNOWN))
        self._adapt()
        self.which.currentIndexChanged.connect(self._on_edit)
        self.source.currentIndexChanged.connect(self._on_edit)
        self.exact.currentIndexChanged.connect(self._on_edit)
        self.day.dateChanged.connect(self._on_edit)
        self.clock.timeChanged.connect(self._on_edit)
        self.zone.editTextChanged.connect(self._on_edit)

    def moment(self) -> Moment | None:
        """Return the time as edited, None where it is not known. Raises BadInput for a zone that does not exist.

        A moment that was put in and not touched comes back as it was, seconds and stored offset included.
        """
        if self._kept and self._kept[0] == self.state():
            return self._kept[1]
        precision = self.exact.currentData()
        if precision == _NOT_KNOWN:
            return None
        if self._kept and self._kept[0][:-2] == self.state()[:-2]:
            # Only how it is known, or which of two, is another: the seconds that are not shown stay.
            before = self._kept[1]
            return replace(self._stated(before.local.replace(tzinfo=None)), precision=before.precision)
        day, clock = self.day.date(), self.clock.time()
        at = time() if precision == Precision.DATE else time(clock.hour(), clock.minute())
        return self._stated(datetime.combine(date(day.year(), day.month(), day.day()), at))

    def set_moment(self, moment: Moment | None) -> None:
        """Show `moment`; None is "not known" and only makes sense for an optional field."""
        if moment is None:
            self.exact.setCurrentIndex(self.exact.findData(_NOT_KNOWN))
            return
        self._known = moment.known
        self._show(moment)
        self._kept = (self.state(), moment)
        self.changed.emit()

    def zone_name(self) -> str:
        """Return the zone as it stands in the field, valid or not."""
        return self.zone.currentText().strip()

    def state(self) -> tuple[object, ...]:
        """Return what is in the field, for comparing: the last two are which of two, and how it is known."""
        shown = (self.exact.currentData(), self.day.date(), self.clock.time(), self.zone_name())
        return (*shown, self.which.currentIndex(), self.source.currentData())

    def _stated(self, wall: datetime) -> Moment:
        known = HowKnown(self.source.currentData()) if self._sourced else self._known
        fold = int(twice(wall, self.zone_name()) is not None and self.which.currentIndex() == 1)
        return from_wall(wall.replace(fold=fold), self.zone_name(), Precision(self.exact.currentData()), known)

    def _show(self, moment: Moment) -> None:
        local = moment.local
        self.zone.setCurrentText(moment.zone)
        if line := self.zone.lineEdit():
            line.setCursorPosition(0)
        self.day.setDate(QDate(local.year, local.month, local.day))
        self.clock.setTime(QTime(local.hour, local.minute))
        self.exact.setCurrentIndex(self.exact.findData(moment.precision.value))
        if self._sourced:
            if self.source.findData(moment.known) < 0:
                self.source.addItem(texts.label(moment.known), moment.known)
            self.source.setCurrentIndex(self.source.findData(moment.known))
        self._adapt()
        offsets = twice(local.replace(tzinfo=None), moment.zone)
        self.which.setCurrentIndex(int(offsets is not None and offsets[1] == moment.offset))

    def _lay_out(self) -> None:
        row, below, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for layout in (row, below, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(theme.S)
        for widget in (self.exact, self.day, self.clock):
            row.addWidget(widget)
        for widget in (self.source, self.which):
            below.addWidget(widget)
        below.addStretch(1)
        row.addWidget(self.zone, 1)
        column.addLayout(row)
        column.addLayout(below)
        column.addWidget(self._odd)

    def _make_which(self) -> QComboBox:
        which = QComboBox(self)
        which.addItems(["", ""])
        which.setAccessibleName(self.tr("Which of the two"))
        which.setToolTip(self.tr("The clocks were put back that night, so this time came twice: which one is meant?"))
        return which

    def _make_source(self) -> QComboBox:
        source = QComboBox(self)
        for offered in OFFERED:
            source.addItem(texts.label(offered), offered)
        source.setAccessibleDescription(self.tr("How the time is known"))
        source.setToolTip(self.tr("How the time is known: the report says so"))
        source.setVisible(self._sourced)
        return source

    def _make_day(self) -> QDateEdit:
        day = QDateEdit(self)
        day.setCalendarPopup(True)
        day.setMinimumWidth(self._wide("2026-11-20") + _ARROW)
        day.setDisplayFormat("yyyy-MM-dd")
        day.setAccessibleName(self.tr("Day"))
        day.setToolTip(self.tr("Day: type it, or open the calendar with Alt+Down"))
        if calendar := day.calendarWidget():
            calm_calendar(calendar)
        return day

    def _make_exact(self, optional: bool) -> QComboBox:
        exact = QComboBox(self)
        if optional:
            exact.addItem(self.tr("Not known"), _NOT_KNOWN)
        for precision in Precision:
            exact.addItem(texts.label(precision), precision.value)
        exact.setAccessibleName(self.tr("How exact"))
        exact.setToolTip(self.tr("How exact this time is"))
        return exact

    def _make_zone(self, name: str) -> QComboBox:
        zone = QComboBox(self)
        zone.setEditable(True)
        zone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        zone.addItems([name, *(z for z in _zones() if z != name), "UTC"])
        zone.setAccessibleName(self.tr("Time zone"))
        zone.setToolTip(self.tr("Time zone: a place such as Asia/Singapore, or an offset such as +08:00"))
        zone.setMinimumContentsLength(16)
        zone.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if completer := zone.completer():
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        return zone

    def _wide(self, text: str) -> int:
        """Return the width of a field that holds `text`."""
        return self.fontMetrics().horizontalAdvance(text) + 2 * theme.L

    def _adapt(self) -> None:
        """Show only the fields that the chosen exactness needs."""
        exact = self.exact.currentData()
        self.day.setVisible(exact != _NOT_KNOWN)
        self.clock.setVisible(exact not in {_NOT_KNOWN, Precision.DATE.value})
        self.zone.setVisible(exact != _NOT_KNOWN)
        self.source.setVisible(self._sourced and exact != _NOT_KNOWN)
        self._adapt_to_clocks(exact in {Precision.EXACT.value, Precision.ABOUT.value})

    def _adapt_to_clocks(self, timed: bool) -> None:
        """Ask which of two is meant where the clocks were put back, and say where they were put forward over it."""
        day, clock = self.day.date(), self.clock.time()
        wall = datetime.combine(date(day.year(), day.month(), day.day()), time(clock.hour(), clock.minute()))
        try:
            offsets = twice(wall, self.zone_name()) if timed else None
            never = timed and in_gap(from_wall(wall, self.zone_name()))
        except BadInput:  # a zone that is still being typed
            offsets, never = None, False
        self.which.setVisible(offsets is not None)
        for index, offset in enumerate(offsets or ()):
            words = self.tr("first, UTC{offset}") if index == 0 else self.tr("second, UTC{offset}")
            self.which.setItemText(index, words.format(offset=offset_name(offset)))
        self._odd.setText(self.tr("The clocks were put forward over this time: it did not exist that day."))
        self._odd.setVisible(never)

    def _on_edit(self) -> None:
        self._adapt()
        self.changed.emit()


class ClockEdit(QTimeEdit):
    """A time of day without arrows: it is typed, or stepped with the arrow keys.

    With a padded style sheet Qt leaves the words of a field without arrows one pixel wide, so they are placed here.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the words."""
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """Place the words."""
        super().showEvent(event)
        self._place()

    def _place(self) -> None:
        if words := self.findChild(QLineEdit):
            words.setGeometry(self.rect().adjusted(theme.S, 1, -theme.XS, -1))


@cache
def _zones() -> tuple[str, ...]:
    """Return the names of all zones; finding them means reading folders, and a form may have several such fields."""
    return tuple(sorted(z for z in available_timezones() if "/" in z))

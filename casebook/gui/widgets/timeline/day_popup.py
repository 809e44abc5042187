"""The popup that asks for a day: typed as people say it, or picked in a calendar."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.widgets.parts import calm_calendar, plain_label
from casebook.journal.errors import BadInput
from casebook.journal.times import system_zone


class DayPopup(QFrame):
    """Goes away by itself when a day is chosen, or by Escape."""

    day_chosen = Signal(object)
    """A day was chosen."""

    def __init__(self, first: date, last: date, shown: date, now: datetime, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.Box)
        self.setAccessibleName(self.tr("Jump to a day"))
        self._now = now
        self.typed, self.calendar, self.fault = QLineEdit(self), QCalendarWidget(self), plain_label("", kind="warn")
        self.typed.setPlaceholderText(self.tr("Such as: 18 Nov, last Friday, 2026-11-18"))
        self.typed.setAccessibleName(self.tr("Day"))
        self.typed.setToolTip(self.tr("Type a day and press Enter"))
        calm_calendar(self.calendar)
        self.calendar.setAccessibleName(self.tr("Calendar"))
        self.calendar.setDateRange(_qdate(first), _qdate(last))
        self.calendar.setSelectedDate(_qdate(shown))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        column.setSpacing(theme.S)
        column.addWidget(self.typed)
        column.addWidget(self.fault)
        column.addWidget(self.calendar)
        self.fault.hide()
        self.typed.returnPressed.connect(self._take_typed)
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)

    def open_at(self, at: QPoint) -> None:
        """Open below a point of the screen, within the screen."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = min(max(at.x() - self.width() // 2, room.left()), room.right() - self.width())
        self.move(x, min(max(at.y(), room.top()), room.bottom() - self.height()))
        self.show()
        self.typed.setFocus()

    def _take_typed(self) -> None:
        from casebook.guide.dates import spoken

        try:
            found = spoken.read(self.typed.text(), self._now, system_zone())
        except BadInput as error:
            self.fault.setText(texts.error_text(error))
            self.fault.show()
            self.adjustSize()
            return
        self._choose(found.local.date())

    def _take(self, day: QDate) -> None:
        self._choose(date(day.year(), day.month(), day.day()))

    def _choose(self, day: date) -> None:
        self.close()
        self.day_chosen.emit(day)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)

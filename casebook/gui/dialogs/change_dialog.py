"""The dialog that gives a follow-up another date: so many days or months later, or a day of one's own; and why."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from casebook.gui import times
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.composing.moment_edit import MomentEdit
from casebook.gui.widgets.parts import number_box, plain_label, side_by_side
from casebook.guide.dates.moments import moved
from casebook.journal.times import Moment, moment

_DAYS, _WEEKS, _MONTHS = "days", "weeks", "months"


class ChangeDialog(FormDialog):
    """Holds the new date in `due` and the reason in `why`; both stay on record, beside what the date was."""

    def __init__(self, what: str, due: Moment, now: datetime, zone: str, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_width(560)
        self.setWindowTitle(self.tr("Another day"))
        self.save_button.setText(self.tr("Move it"))
        self._before, self._now = due, now
        self.add_wide(plain_label(what, kind="heading"))
        was = self.tr("It was due {when}; that stays on record.").format(when=times.full_time(due))
        self.add_wide(plain_label(was, kind="muted"))
        self.amount = number_box()
        self.amount.setRange(1, 999)
        self.unit = QComboBox()
        for unit, words in ((_DAYS, self.tr("days")), (_WEEKS, self.tr("weeks")), (_MONTHS, self.tr("months"))):
            self.unit.addItem(words, unit)
        self.due = MomentEdit(moment(now, zone), precise=False)
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("Such as: they asked for two more days"))
        self.add_row(self.tr("Later by"), side_by_side(self.amount, self.unit, plain_label(""), stretch=2))
        self.add_row(self.tr("New date"), self.due)
        self.add_row(self.tr("Why"), self.why)
        self.amount.setAccessibleName(self.tr("Later by"))
        self.amount.valueChanged.connect(self._count)
        self.unit.currentIndexChanged.connect(self._count)
        self._count()
        self.amount.setFocus()
        self.amount.selectAll()

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A date that does not differ moves nothing."""
        due = self.due.moment()
        if due is not None and due.utc == self._before.utc:
            return self.tr("That is the date it has already."), self.due
        return None

    def _count(self) -> None:
        """Show the date that so many days or months make."""
        number, unit = self.amount.value(), self.unit.currentData()
        days = number * {_DAYS: 1, _WEEKS: 7, _MONTHS: 0}[unit]
        months = number if unit == _MONTHS else 0
        self.due.set_moment(moved(self._before, self._now, days=days, months=months))

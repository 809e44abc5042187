"""When backups are made by themselves, and which are kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.widgets.parts import plain_label, row_of
from casebook.journal.preferences import Preferences


class BackupRules(QFrame):
    """Every change is told at once."""

    changed = Signal(dict)
    """The preferences that were changed, by name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.on_close = QCheckBox(self.tr("When the window is closed"))
        self.daily = QCheckBox(self.tr("Once a day while it is open"))
        self.monthly = QCheckBox(self.tr("and one a month for ever"))
        self.last, self.days = (
            _number(self.tr("How many of the last backups are kept"), least=1),
            _number(self.tr("For how many days one backup a day is kept")),
        )
        self._boxes = {"backup_on_close": self.on_close, "backup_daily": self.daily, "keep_monthly": self.monthly}
        self._numbers = {"keep_last": self.last, "keep_daily_days": self.days}
        for name, box in self._boxes.items():
            box.clicked.connect(lambda checked, name=name: self.changed.emit({name: bool(checked)}))
        for name, number in self._numbers.items():
            number.editingFinished.connect(lambda name=name, number=number: self._number_left(name, number))
        self._shown = Preferences()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        column.setSpacing(theme.S)
        column.addLayout(row_of(_word(self.tr("Made by itself")), self.on_close, self.daily, None))
        column.addLayout(
            row_of(
                _word(self.tr("Kept")),
                QLabel(self.tr("the last")),
                self.last,
                QLabel(self.tr("one a day for")),
                self.days,
                QLabel(self.tr("days")),
                self.monthly,
                None,
            )
        )
        self.setSizePolicy(self.sizePolicy().horizontalPolicy(), self.sizePolicy().Policy.Maximum)

    def show_rules(self, rules: Preferences) -> None:
        """Show what holds now."""
        self._shown = rules
        for name, box in self._boxes.items():
            box.setChecked(bool(getattr(rules, name)))
        for name, number in self._numbers.items():
            number.setText(str(getattr(rules, name)))

    def _number_left(self, name: str, number: QLineEdit) -> None:
        if int(number.text()) != getattr(self._shown, name):
            self.changed.emit({name: int(number.text())})


def _number(name: str, least: int = 0) -> QLineEdit:
    field = QLineEdit()
    field.setValidator(QIntValidator(least, 9999, field))
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.setFixedWidth(56)
    field.setAccessibleName(name)
    field.setToolTip(name)
    return field


def _word(text: str) -> QLabel:
    label = plain_label(text, kind="muted")
    label.setWordWrap(False)
    label.setMinimumWidth(104)
    return label

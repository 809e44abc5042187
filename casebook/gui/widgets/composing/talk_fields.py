"""The fields for how a contact went, those of its channel: number, menu, language, cost, recording and consent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from casebook.gui import texts, theme
from casebook.gui.models import talk_words
from casebook.gui.widgets.parts import caption, plain_label
from casebook.journal.errors import BadInput
from casebook.journal.planning import Details
from casebook.journal.talking import read_length
from casebook.journal.terms import Channel, Consent

_TIMES = ("waited", "talked")
_FIELDS = {
    Channel.PHONE: ("address", "menu", "language", "cost", "recorded", "read_back", "instructions"),
    Channel.VIP: ("address", "language", "cost", "recorded", "read_back", "instructions"),
    Channel.CHAT: ("menu", "language", "instructions"),
    Channel.SOCIAL: ("address", "badge", "link", "language", "instructions"),
    Channel.FORUM: ("address", "link", "language", "instructions"),
    Channel.EMAIL: ("address", "own_address", "receipt", "instructions"),
    Channel.LETTER: ("address", "cost", "instructions"),
}
_OTHER = ("menu", "link", "language", "instructions")


class TalkFields(QWidget):
    """Edits `Details`; what its channel has no field for stays as it was."""

    changed = Signal()
    """Something was typed or chosen."""

    def __init__(self, channel: Channel, *, timed: bool = False, parent: QWidget | None = None) -> None:
        """Make the fields of a channel; `timed`: with how long one waited and talked."""
        super().__init__(parent)
        self._channel = channel
        self._before = Details()
        self._lines: dict[str, QLineEdit] = {}
        self._choices: dict[str, QComboBox] = {}
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(theme.L)
        self.form.setVerticalSpacing(theme.S)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.warning = plain_label(talk_words.consent_warning(), kind="warn")
        # A wrapped label asks for less than it needs, and a form would then cut its last line off.
        self.warning.setMinimumHeight(5 * self.warning.fontMetrics().lineSpacing())
        for name in ((*_TIMES,) if timed else ()) + _FIELDS.get(channel, _OTHER):
            if name in ("recorded", "read_back"):
                self._add_choice(name)
            else:
                self._add_line(name)
            if name == "recorded":
                self._add_consent()
        self._adapt()

    def show_details(self, details: Details) -> None:
        """Fill the fields."""
        self._before = details
        for name, line in self._lines.items():
            value = getattr(details, name)
            line.setText(talk_words.length(value) if name in _TIMES else value)
        for name, box in self._choices.items():
            box.setCurrentIndex(max(0, box.findData(getattr(details, name))))
        self._adapt()

    def details(self) -> Details:
        """Return the details as they stand here. Raises BadInput for a length that is none."""
        told: dict[str, Any] = {name: line.text().strip() for name, line in self._lines.items()}
        for name in _TIMES:
            if name in told:
                # What is shown leaves the seconds out: untouched it is what it was.
                same = told[name] == talk_words.length(getattr(self._before, name))
                told[name] = getattr(self._before, name) if same else read_length(told[name]) if told[name] else None
        told |= {name: box.currentData() for name, box in self._choices.items()}
        if "consent" in told:
            told["consent"] = Consent(told["consent"])
        return replace(self._before, **told)

    def fault(self) -> tuple[str, QWidget | None] | None:
        """Return what is wrong with the fields and which one, None for nothing."""
        for name in _TIMES:
            line = self._lines.get(name)
            try:
                if line is not None and line.text().strip():
                    read_length(line.text())
            except BadInput as error:
                return texts.error_text(error), line
        return None

    def field(self, name: str) -> QWidget:
        """Return the field of one of the details, for tests and for the cursor. Raises KeyError."""
        return self._lines[name] if name in self._lines else self._choices[name]

    def _add_line(self, name: str) -> None:
        line = QLineEdit()
        line.setPlaceholderText(self._placeholder(name))
        line.textChanged.connect(self.changed)
        self._lines[name] = line
        self._add(name, line)

    def _add_choice(self, name: str) -> None:
        box = QComboBox()
        offered = (None, self.tr("Not said")), (True, self.tr("Yes")), (False, self.tr("No"))
        for value, words in offered:
            box.addItem(words, value)
        box.currentIndexChanged.connect(self._adapt)
        box.currentIndexChanged.connect(self.changed)
        self._choices[name] = box
        self._add(name, box)

    def _add_consent(self) -> None:
        box = QComboBox()
        for consent in Consent:
            box.addItem(texts.label(consent), consent)
        box.currentIndexChanged.connect(self._adapt)
        box.currentIndexChanged.connect(self.changed)
        self._choices["consent"] = box
        self._add("consent", box)
        self._add_line("consent_how")
        self.form.addRow(self.warning)

    def _add(self, name: str, field: QWidget) -> None:
        words = talk_words.caption(name, self._channel)
        field.setAccessibleName(words)
        self.form.addRow(caption(words, field), field)

    def _adapt(self) -> None:
        """Show the questions on consent only where something was recorded, and warn where nobody is known to agree."""
        if "recorded" not in self._choices:
            return
        recorded = self._choices["recorded"].currentData() is True
        consent = Consent(self._choices["consent"].currentData())  # Qt gives plain words back
        shown = recorded or consent is not Consent.UNKNOWN
        for name in ("consent", "consent_how"):
            self.form.setRowVisible(self.field(name), shown)
        self.form.setRowVisible(self.warning, recorded and consent not in (Consent.YES, Consent.NOTICE))

    def _placeholder(self, name: str) -> str:
        if name == "menu" and self._channel is not Channel.PHONE:
            return ""
        return {
            "menu": self.tr("Such as: 2 > 4 > 0"),
            "cost": self.tr("Such as: SGD 4.20"),
            "waited": self.tr("Such as: 12 min"),
            "talked": self.tr("Such as: 5 min"),
            "consent_how": self.tr("Who agreed or was told, how, and when"),
            "instructions": self.tr("What you were told to do, and whether you did it"),
            "badge": self.tr("Such as: blue, none"),
        }.get(name, "")

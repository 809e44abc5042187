"""The step of an export that asks for whom it is: the reader, how much of the case, in which language and paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QFormLayout, QLineEdit, QWidget

from casebook.dossier.choices import Choices
from casebook.gui import theme
from casebook.gui.widgets.parts import Hint, caption


class ExportReader(QWidget):
    """Fields with a sentence below those that leave something out."""

    changed = Signal()

    def __init__(self, first: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.audience = combo(
            (self.tr("An outsider: ombudsman, bank, court, lawyer"), "outside"), (self.tr("The firm itself"), "firm")
        )
        self.recipient = QLineEdit(first.recipient)
        self.recipient.setPlaceholderText(self.tr("Such as the name of the ombudsman"))
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.recipient.setCompleter(completer)
        self.form = combo(
            (self.tr("Full, with a page for each exhibit"), "full"),
            (self.tr("Short, without the exhibits' pages"), "short"),
        )
        self.language = combo(("English", "en"), ("中文", "zh"))
        self.paper = combo((self.tr("A4"), "a4"), (self.tr("US Letter"), "letter"))
        self._audience_note, self._form_note = Hint(), Hint()
        kept = Hint(self.tr("Kept in the list of exports, not printed."))
        layout = form_layout(self)
        add_row(layout, self.tr("For"), self.audience, self._audience_note)
        add_row(layout, self.tr("Recipient"), self.recipient, kept)
        add_row(layout, self.tr("How much"), self.form, self._form_note)
        add_row(layout, self.tr("Language"), self.language)
        add_row(layout, self.tr("Paper"), self.paper)
        fields = (self.audience, self.form, self.language, self.paper)
        for field, value in zip(fields, (first.audience, first.form, first.language, first.paper), strict=True):
            field.setCurrentIndex(max(0, field.findData(value)))
            field.currentIndexChanged.connect(self._on_change)
        self.recipient.editingFinished.connect(self.changed)
        self._say()

    def set_known(self, recipients: Sequence[str]) -> None:
        """Offer for whom earlier dossiers were."""
        self._known.setStringList(list(recipients))

    def audience_text(self) -> str:
        """Return what is said of the chosen reader."""
        return self._audience_note.text()

    def _on_change(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        own = self.tr("With everything that is recorded.")
        without = self.tr(
            "Without your own notes, the body it is for, other proceedings and your answers to the gap report."
        )
        self._audience_note.setText(without if self.audience.currentData() == "firm" else own)
        full = self.tr("Front page, attempts, chronology, every exhibit with its own page, and how to check it all.")
        short = self.tr("Front page, attempts, chronology, the list of exhibits, and how to check it all.")
        self._form_note.setText(short if self.form.currentData() == "short" else full)


def combo(*choices: tuple[str, object]) -> QComboBox:
    """Return a box with these texts and values."""
    box = QComboBox()
    for text, value in choices:
        box.addItem(text, value)
    return box


def form_layout(page: QWidget) -> QFormLayout:
    """Return the layout of a step's fields."""
    layout = QFormLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(theme.L)
    layout.setVerticalSpacing(theme.S)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return layout


def add_row(layout: QFormLayout, name: str, field: QWidget, note: QWidget | None = None) -> None:
    """Add a field with its caption, and a sentence below it."""
    if isinstance(field, QComboBox):
        field.setAccessibleDescription(name)
    else:
        field.setAccessibleName(name)
    layout.addRow(caption(name, field), field)
    if note is not None:
        layout.addRow("", note)

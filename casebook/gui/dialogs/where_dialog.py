"""The dialog "Where to turn": the ways to a firm in the order the guide advises, each with what speaks for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.models import advice_words
from casebook.gui.widgets.cases.advice_pane import AdvicePane
from casebook.gui.widgets.parts import open_at, plain_label, quiet_button, row_of
from casebook.guide.advice.channels import Asked, Urgency, Way
from casebook.journal.terms import Category, Channel


class WhereDialog(QDialog):
    """Not modal: one looks a channel up and notes it while the dialog is open."""

    asked = Signal()
    """Something of what the advice is judged by was chosen anew."""
    note_requested = Signal(object)
    """Note the way of a `Channel` to this firm."""
    edit_requested = Signal(int)
    """Change the recorded way with this id."""
    write_requested = Signal(object)
    """Have the words made ready for a `Channel`."""

    def __init__(self, title: str, look: theme.Theme, *, writable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Where to turn"))
        open_at(self, 820, 600)
        self._ways: Sequence[Way] = ()
        self._writable = writable
        self.category, self.urgency = QComboBox(), QComboBox()
        for kind in Category:
            self.category.addItem(texts.label(kind), kind.value)
        for each in Urgency:
            self.urgency.addItem(advice_words.urgency(each), each.value)
        self.english, self.chinese = QCheckBox(self.tr("English")), QCheckBox(self.tr("Chinese"))
        for box in (self.english, self.chinese):
            box.setChecked(True)
            box.toggled.connect(lambda _on: self.asked.emit())
        form = QFormLayout()
        form.setHorizontalSpacing(theme.L)
        form.setVerticalSpacing(theme.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for caption, field in ((self.tr("Problem"), self.category), (self.tr("What matters most"), self.urgency)):
            field.setAccessibleName(caption)
            field.activated.connect(lambda _index: self.asked.emit())
            form.addRow(caption, field)
        form.addRow(self.tr("You can write in"), row_of(self.english, self.chinese, None))
        self.pane = AdvicePane(look, self.tr("Ways, the best first"))
        self.told = plain_label(self.tr("Looking…"), kind="muted")
        self.note = quiet_button("", "", self._note)
        self.write = quiet_button(
            self.tr("Write to them…"), self.tr("Have the words made ready for this way"), self._write
        )
        close = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(plain_label(title, kind="heading"))
        column.addLayout(form)
        column.addWidget(self.told)
        column.addWidget(self.pane, 1)
        column.addLayout(row_of(self.note, self.write, None, close))
        self.pane.chosen.connect(lambda _number: self._adapt())
        self._adapt()

    def chosen_urgency(self) -> Urgency:
        """Return what matters most."""
        return Urgency(self.urgency.currentData())

    def chosen_category(self) -> Category:
        """Return the kind of problem."""
        return Category(self.category.currentData())

    def languages(self) -> frozenset[str]:
        """Return the languages that the user can write in."""
        boxes = (("en", self.english), ("zh", self.chinese))
        return frozenset(code for code, box in boxes if box.isChecked())

    def way(self) -> Way | None:
        """Return the way that is chosen."""
        number = self.pane.number()
        return self._ways[number] if 0 <= number < len(self._ways) else None

    def show_ways(self, asked: Asked, ways: Sequence[Way]) -> None:
        """Show the ways, and what they were judged by; the one that was chosen stays so."""
        kept = self.way()
        self.category.setCurrentIndex(self.category.findData(asked.category.value))
        self.urgency.setCurrentIndex(self.urgency.findData(asked.urgency.value))
        self._ways = ways
        choose = next((n for n, way in enumerate(ways) if kept is not None and way.channel is kept.channel), 0)
        self.told.setText(
            self.tr("The program knows no addresses: what is noted of {firm} is what you looked up yourself.").format(
                firm=asked.firm.name
            )
        )
        self.pane.show_rows(advice_words.way_rows(ways), self._sections, choose)
        if kept is None:
            self.pane.list.setFocus()

    def _sections(self, number: int) -> advice_words.Sections:
        return advice_words.way_sections(self._ways[number]) if number < len(self._ways) else []

    def _adapt(self) -> None:
        way = self.way()
        known = way is not None and way.known is not None
        self.note.setText(self.tr("Change what is noted…") if known else self.tr("Note this way…"))
        self.note.setToolTip(self.tr("Where it is, when it is staffed, in which languages, at what cost"))
        self.note.setEnabled(way is not None and self._writable)
        written = {Channel.EMAIL, Channel.TICKET, Channel.CHAT, Channel.IN_APP, Channel.SOCIAL, Channel.LETTER}
        self.write.setEnabled(way is not None and way.channel in written | {Channel.PHONE})

    def _note(self) -> None:
        if way := self.way():
            if way.known:
                self.edit_requested.emit(way.known.id)
            else:
                self.note_requested.emit(way.channel)

    def _write(self) -> None:
        if way := self.way():
            self.write_requested.emit(way.channel)

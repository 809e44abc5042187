"""What is usual at one firm: the guide's rules with the firm's own figures, and the form that sets one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from casebook.gui import texts, theme, times
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.models import deadline_words, due_words
from casebook.gui.models.row_model import Row
from casebook.gui.theme import Theme
from casebook.gui.widgets.parts import number_box, open_at, plain_label, quiet_button, row_of, side_by_side
from casebook.gui.widgets.row_list import RowList
from casebook.guide import Rule
from casebook.guide.dates.rules import Unit
from casebook.guide.dates.wording import words
from casebook.journal.planning import FirmRule

_NO_LIMIT = 16_777_215
"""What Qt takes for no largest size."""


class FirmRulesDialog(QDialog):
    """Lists the rules; to set or to reset one is a wish."""

    set_requested = Signal(str)
    reset_requested = Signal(str)

    def __init__(self, firm: str, theme_: Theme, *, writable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What is usual at {firm}").format(firm=firm))
        open_at(self, 860, 640)
        self._writable = writable
        self._rules: Sequence[Rule] = ()
        self._own: Mapping[str, FirmRule] = {}
        self._chosen = -1
        intro = self.tr(
            "The guide's figures hold until you know better. Your own figure for {firm} goes before it everywhere: in "
            "what is suggested, in the warning before sending again, and in deadlines. The guide's source stays shown."
        ).format(firm=firm)
        self.list = RowList(theme_)
        self.list.setAccessibleName(self.tr("Rules of the guide"))
        self.list.activated_id.connect(self.choose)
        self._title, self._words = plain_label("", kind="heading"), plain_label("")
        self._figure = plain_label("", kind="title")
        self._own_words, self._source = plain_label("", kind="muted"), plain_label("", kind="caption")
        self.edit = quiet_button(
            self.tr("Own figure…"),
            self.tr("Set a figure of your own for this firm"),
            lambda: self._wish(self.set_requested),
        )
        self.reset = quiet_button(
            self.tr("As the guide has it"),
            self.tr("Take the own figure back"),
            lambda: self._wish(self.reset_requested),
        )
        right = QVBoxLayout()
        right.setSpacing(theme.S)
        for widget in (self._title, self._figure, self._words, self._own_words, self._source):
            right.addWidget(widget)
        right.addLayout(row_of(self.edit, self.reset, None))
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(theme.XL)
        both.addWidget(self.list, 3)
        both.addLayout(right, 2)
        box = QDialogButtonBox(self)
        close = box.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setToolTip(self.tr("Close (Esc)"))
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(plain_label(intro, kind="muted"))
        column.addLayout(both, 1)
        column.addWidget(box)

    def show_rules(self, rules: Sequence[Rule], own: Mapping[str, FirmRule]) -> None:
        """Show the guide's rules (as the guide has them) and what differs at the firm, by rule."""
        self._rules, self._own = rules, own
        self.list.show_rows([self._row(number, rule) for number, rule in enumerate(rules)])
        self.list.setMinimumHeight(0)  # the one long list of this dialog takes all its height
        self.list.setMaximumHeight(_NO_LIMIT)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.choose(self._chosen if 0 <= self._chosen < len(rules) else 0)

    def choose(self, number: int) -> None:
        """Show one rule on the right."""
        self._chosen = number
        rule = self._rules[number]
        record, language = self._own.get(rule.id), due_words.language()
        self._title.setText(rule.title(language))
        self._words.setText(rule.text(language))
        self._figure.setText(self._state(rule, record))
        day = times.short_date(times.here(record.recorded_at).date()) if record else ""
        said = self.tr("Recorded by you on {day}: {why}").format(day=day, why=record.why) if record else ""
        self._own_words.setText(said)
        self._own_words.setVisible(bool(record))
        checked = self.tr("checked on {day}").format(day=times.short_date(rule.checked_on))
        guides = self.tr("The guide says {figure}.").format(figure=deadline_words.figure(rule)) if record else ""
        mind = words(language).EXAMPLE if rule.pack else ""
        self._source.setText("\n".join(filter(None, (guides, texts.joined(rule.source(language), checked), mind))))
        self.edit.setEnabled(self._writable)
        self.reset.setEnabled(self._writable and record is not None)

    def _row(self, number: int, rule: Rule) -> Row:
        record = self._own.get(rule.id)
        language = due_words.language()
        place = texts.caption(rule.channel) if rule.channel else ""
        return Row(
            number, rule.title(language), texts.joined(place, self._state(rule, record)), warn=record is not None
        )

    def _state(self, rule: Rule, record: FirmRule | None) -> str:
        if record is None:
            return deadline_words.figure(rule)
        if not record.used:
            return self.tr("does not hold here")
        if not record.unit:
            return deadline_words.figure(rule)
        return self.tr("{figure} (own figure)").format(figure=deadline_words.own_figure(record))

    def _wish(self, signal: object) -> None:
        if 0 <= self._chosen < len(self._rules):
            signal.emit(self._rules[self._chosen].id)  # type: ignore[attr-defined]


class FirmRuleDialog(FormDialog):
    """Sets how a rule is for one firm."""

    def __init__(self, firm: str, rule: Rule, record: FirmRule | None, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Own figure for {firm}").format(firm=firm))
        self.save_button.setText(self.tr("Save"))
        self.set_width(520)
        language = due_words.language()
        self.add_wide(plain_label(rule.title(language), kind="heading"))
        self.add_wide(plain_label(rule.text(language)))
        guides = self.tr("The guide says {figure}.").format(figure=deadline_words.figure(rule)) if rule.counts else ""
        self.add_wide(plain_label(texts.joined(guides, rule.source(language)), kind="caption"))
        self.first, self.last, self.unit = number_box(), number_box(), QComboBox()
        self.first.setRange(1, 99_999)
        self.last.setRange(0, 99_999)
        self.last.setSpecialValueText("–")
        self.first.setAccessibleName(self.tr("At least"))
        self.last.setAccessibleName(self.tr("At most"))
        self.last.setToolTip(self.tr("The later end, where there is one"))
        for unit in Unit:
            self.unit.addItem(words(language).figure(2, unit).removeprefix("2 "), unit.value)
        self._fill(rule, record)
        self.off = QCheckBox(self.tr("This rule does not hold at this firm"))
        self.off.setChecked(bool(record and not record.used))
        if rule.counts:
            self.add_row(self.tr("Figure"), side_by_side(self.first, self.last, self.unit, stretch=2))
        else:
            self.off.setChecked(True)
            self.off.setEnabled(False)
        self.form.addRow("", self.off)
        self.why = QLineEdit(record.why if record else "")
        self.why.setPlaceholderText(self.tr("Such as: their help page of today, or what I have seen"))
        self.add_row(self.tr("How you know"), self.why)
        self.off.toggled.connect(self._adapt)
        self._adapt()
        self.why.setFocus()

    def fault(self) -> tuple[str, QWidget | None] | None:
        """An own figure needs to say where it comes from."""
        if self.last.value() and self.last.value() < self.first.value():
            return self.tr("The later figure is smaller than the earlier one."), self.last
        return (
            None
            if self.why.text().strip()
            else (self.tr("How do you know? Their own words, or what you saw."), self.why)
        )

    def figure(self) -> tuple[str, int, int | None] | None:
        """Return unit, earlier and later figure; None where the rule does not hold."""
        if self.off.isChecked():
            return None
        return str(self.unit.currentData()), self.first.value(), self.last.value() or None

    def _fill(self, rule: Rule, record: FirmRule | None) -> None:
        known = record if record and record.unit else rule
        unit = str(known.unit or Unit.BUSINESS_DAYS)
        first = known.not_before if known.not_before is not None else known.not_after
        self.unit.setCurrentIndex(self.unit.findData(unit))
        self.first.setValue(first or 1)
        self.last.setValue((known.not_after or 0) if known.not_before is not None else 0)

    def _adapt(self) -> None:
        for field in (self.first, self.last, self.unit):
            field.setEnabled(not self.off.isChecked())

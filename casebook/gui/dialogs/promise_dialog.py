"""The dialogs of a promise: what was said and by when, and later what became of it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.moment_edit import MomentEdit
from casebook.gui.widgets.parts import plain_label
from casebook.journal.records import Promise
from casebook.journal.terms import PromiseState
from casebook.journal.times import Moment


class PromiseDialog(FormDialog):
    """Takes down what an agent said would happen."""

    def __init__(self, place: str, now: Moment, *, agent: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Add promise"))
        self.save_button.setText(self.tr("Add promise"))
        self.add_wide(plain_label(place, kind="muted"))
        self.words, self.agent = QLineEdit(), QLineEdit(agent)
        self.words.setPlaceholderText(self.tr("Such as: released within 24 hours"))
        self.due = MomentEdit(now, optional=True)
        self.remind = QCheckBox(self.tr("Remind me when the time is up"))
        self.remind.setToolTip(self.tr("Makes a follow-up at that time"))
        self.remind.setChecked(True)
        self.add_row(self.tr("They said"), self.words, self.tr("In their own words, as short as they allow"))
        self.add_row(self.tr("By when"), self.due)
        self.form.addRow("", self.remind)
        self.add_row(self.tr("Agent"), self.agent)
        self.due.changed.connect(self._adapt)
        self._adapt()
        self.words.setFocus()

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A promise needs words."""
        return None if self.words.text().strip() else (self.tr("What did they say would happen?"), self.words)

    def wants_reminder(self) -> bool:
        """Return whether a follow-up is wanted at the time that was named."""
        return self.remind.isChecked() and self.remind.isEnabled()

    def _adapt(self) -> None:
        # A time zone being typed is not whole yet; what counts is only whether a time is named at all.
        self.remind.setEnabled(bool(self.due.state()[0]))


class AnswerDialog(FormDialog):
    """Asks what became of a promise."""

    def __init__(self, promise: Promise, now: datetime, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("What became of the promise"))
        self.save_button.setText(self.tr("Save"))
        quoted = self.tr("“{words}”").format(words=promise.text)
        due = self.tr("by {time}").format(time=texts.short_moment(promise.due, now)) if promise.due else ""
        self.add_wide(plain_label(quoted, kind="heading"))
        if line := texts.joined(promise.agent, due):
            self.add_wide(plain_label(line, kind="muted"))
        self.choices = QButtonGroup(self)
        choices, column = QWidget(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        words = {
            PromiseState.KEPT: self.tr("Kept: it happened"),
            PromiseState.BROKEN: self.tr("Broken: the time is up and it did not happen"),
            PromiseState.WITHDRAWN: self.tr("Withdrawn: they took it back"),
            PromiseState.OPEN: self.tr("Still open"),
        }
        self._states = list(words)
        for number, state in enumerate(self._states):
            button = QRadioButton(words[state])
            button.setToolTip(words[state])
            button.setEnabled(state is not promise.state)
            self.choices.addButton(button, number)
            column.addWidget(button)
        choices.setLayout(column)
        late = promise.due is not None and promise.due.utc <= now
        wanted = PromiseState.BROKEN if late else PromiseState.KEPT
        first = wanted if promise.state is PromiseState.OPEN else PromiseState.OPEN
        self.choices.button(self._states.index(first)).setChecked(True)
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("How do you know?"))
        self.add_row(self.tr("It was"), choices)
        self.add_row(self.tr("Note"), self.note)
        self.choices.button(self._states.index(first)).setFocus()

    def state_chosen(self) -> PromiseState:
        """Return what became of it."""
        return self._states[self.choices.checkedId()]

"""The dialogs of a promise: what was said and by when, and later what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.dialogs.money_dialogs import exhibit_choice
from casebook.gui.dialogs.said_form import SaidForm, is_over
from casebook.gui.widgets.parts import plain_label
from casebook.journal.records import Contact, Exhibit, Promise
from casebook.journal.terms import PromiseState
from casebook.journal.times import Moment


class PromiseDialog(SaidForm):
    """Takes down what an agent said would happen, or changes it."""

    def __init__(
        self,
        place: str,
        now: Moment,
        contacts: Sequence[Contact] = (),
        exhibits: Sequence[Exhibit] = (),
        *,
        chosen: int = 0,
        words: str = "",
        agent: str = "",
        promise: Promise | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(place, now, contacts, chosen=chosen, words=words, parent=parent)
        self.setWindowTitle(self.tr("Add promise") if promise is None else self.tr("Edit promise"))
        self.save_button.setText(self.tr("Add promise") if promise is None else self.tr("Save"))
        self.words.setPlaceholderText(self.tr("Such as: released within 24 hours"))
        self.remind.setText(self.tr("Remind me when the time is up"))
        self.remind.setToolTip(self.tr("Makes a follow-up at that time; of a day alone, in its evening"))
        self.agent = QLineEdit(agent)
        self.exhibit = exhibit_choice(exhibits, self.tr("None"))
        self._add_said(self.tr("They said"), self.tr("By when"))
        self.add_row(self.tr("Agent"), self.agent)
        self.add_row(self.tr("To be seen on"), self.exhibit)
        if promise is None:
            self._follow_contact()
        else:
            self._show(promise)
        self.said_in.currentIndexChanged.connect(self._follow_contact)
        self.words.setFocus()

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A promise needs words."""
        return None if self.said() else (self.tr("What did they say would happen?"), self.words)

    def fields(self) -> dict[str, Any]:
        """Return the journal's fields. Raises BadInput for a time zone that does not exist."""
        return {
            "text": self.said(),
            "due": self.due.moment(),
            "contact_id": self.said_in.currentData() or None,
            "agent": self.agent.text().strip(),
            "exhibit_id": self.exhibit.currentData() or None,
        }

    def _follow_contact(self) -> None:
        """Take over who spoke in the chosen contact, and what shows it."""
        contact = self.contact()
        if contact is not None:
            self.agent.setText(contact.agent)
            shown = contact.exhibits[0].id if contact.exhibits else 0
            self.exhibit.setCurrentIndex(max(0, self.exhibit.findData(shown)))

    def _show(self, promise: Promise) -> None:
        self.words.setPlainText(promise.text)
        self.due.set_moment(promise.due)
        self.exhibit.setCurrentIndex(max(0, self.exhibit.findData(promise.exhibit_id)))
        self.agent.setText(promise.agent)
        self.form.setRowVisible(self.remind, promise.due is None)


class AnswerDialog(FormDialog):
    """Asks what became of a promise."""

    def __init__(
        self, promise: Promise, now: datetime, exhibits: Sequence[Exhibit] = (), *, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("What became of the promise"))
        self.save_button.setText(self.tr("Save"))
        quoted = self.tr("“{words}”").format(words=promise.text)
        due = self.tr("by {time}").format(time=texts.short_moment(promise.due, now)) if promise.due else ""
        self.add_wide(plain_label(quoted, kind="heading"))
        if line := texts.joined(promise.agent, due):
            self.add_wide(plain_label(line, kind="muted"))
        self._make_choices(promise, now)
        self.note = QLineEdit(promise.resolution)
        self.note.setPlaceholderText(self.tr("How do you know?"))
        self.add_row(self.tr("Note"), self.note)
        self.exhibit = exhibit_choice(exhibits, self.tr("None"))
        self.exhibit.setCurrentIndex(max(0, self.exhibit.findData(promise.exhibit_id)))
        self.add_row(self.tr("To be seen on"), self.exhibit, self.tr("The exhibit that shows the promise itself"))
        self.letter = QCheckBox(self.tr("Then write to them about it"))
        self.letter.setToolTip(self.tr("Opens a message that quotes the promise and its date"))
        self.letter.setChecked(True)
        self.form.addRow("", self.letter)
        self.choices.idToggled.connect(self._adapt)
        self._adapt()

    def state_chosen(self) -> PromiseState:
        """Return what became of it."""
        return self._states[self.choices.checkedId()]

    def wants_letter(self) -> bool:
        """Return whether a message about the broken promise is to be written next."""
        return self.letter.isChecked() and self.state_chosen() is PromiseState.BROKEN

    def fault(self) -> tuple[str, QWidget | None] | None:
        """That it was broken has to be known from something."""
        if self.state_chosen() is PromiseState.BROKEN and not self.note.text().strip():
            words = self.tr("How do you know that it was broken? Where nobody can tell, choose “Not known”.")
            return words, self.note
        return None

    def _make_choices(self, promise: Promise, now: datetime) -> None:
        self.choices = QButtonGroup(self)
        choices, column = QWidget(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        words = {
            PromiseState.KEPT: self.tr("Kept: it happened"),
            PromiseState.BROKEN: self.tr("Broken: the time is up and it did not happen"),
            PromiseState.UNKNOWN: self.tr("Not known: the time is up and nobody can tell"),
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
        wanted = PromiseState.BROKEN if is_over(promise.due, now) else PromiseState.KEPT
        first = wanted if promise.state is PromiseState.OPEN else PromiseState.OPEN
        self.choices.button(self._states.index(first)).setChecked(True)
        self.add_row(self.tr("It was"), choices)
        self.choices.button(self._states.index(first)).setFocus()

    def _adapt(self) -> None:
        self.letter.setEnabled(self.state_chosen() is PromiseState.BROKEN)

"""The dialog "Escalation": what was tried in a case, what comes next and not before when, what closes for ever."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.models import advice_words
from casebook.gui.widgets.cases.advice_pane import AdvicePane
from casebook.gui.widgets.parts import open_at, plain_label, quiet_button, row_of
from casebook.guide.advice.ladder import Rung, State, Why


class LadderDialog(QDialog):
    """Not modal: a step can be taken while it is open."""

    done_requested = Signal(str, str)
    """Mark the step with this id as done; with a note."""
    not_needed_requested = Signal(str, str)
    clear_requested = Signal(str)
    """Take the mark of a step back."""
    write_requested = Signal(str, int)
    """Have the words made ready: the kind of message, and the contact it is about or 0."""
    contact_requested = Signal(int)
    """Show the contact by which a step was taken."""
    deadlines_requested = Signal()

    def __init__(self, title: str, look: theme.Theme, *, writable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Escalation"))
        open_at(self, 860, 620)
        self._rungs: Sequence[Rung] = ()
        self._now: datetime | None = None
        self._writable = writable
        self.pane = AdvicePane(look, self.tr("Steps, from the first up"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Note for the mark: how, with whom, why not"))
        self.note.setAccessibleName(self.tr("Note for the mark"))
        self.took = quiet_button(self.tr("Done"), self.tr("You took this step (Space)"), self._mark_done)
        self.not_needed = quiet_button(
            self.tr("Not needed"), self.tr("This step is not for this case"), self._mark_not_needed
        )
        self.clear = quiet_button(self.tr("Take mark back"), self.tr("Let the record speak again"), self._clear)
        self.show_contact = quiet_button(
            self.tr("Show contact"), self.tr("The contact by which it was done"), self._show_contact
        )
        self.write = quiet_button(
            self.tr("Write to them…"), self.tr("Have the words for this step made ready"), self._write
        )
        self.dates = quiet_button(
            self.tr("Deadlines…"),
            self.tr("Pick the rules of outside bodies for this case"),
            self.deadlines_requested.emit,
        )
        close = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject, "primary")
        told = self.tr(
            "The order is the guides'; from the complaint up it is a reading of this program and no legal advice. "
            "Check every date of an outside body with the body itself."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(plain_label(title, kind="heading"))
        column.addWidget(plain_label(told, kind="muted"))
        column.addWidget(self.pane, 1)
        column.addLayout(row_of(self.note, self.took, self.not_needed, self.clear))
        column.addLayout(row_of(self.write, self.dates, self.show_contact, None, close))
        self.pane.chosen.connect(lambda _number: self._adapt())
        self.pane.ticked.connect(lambda _number: self._mark_done())
        self._adapt()

    def rung(self) -> Rung | None:
        """Return the step that is chosen."""
        number = self.pane.number()
        return self._rungs[number] if 0 <= number < len(self._rungs) else None

    def show_rungs(self, rungs: Sequence[Rung], now: datetime) -> None:
        """Show the steps; at first the next one is chosen, later the one that was."""
        kept = self.rung()
        wanted = [rung.step.id == kept.step.id if kept else rung.next for rung in rungs]
        choose = wanted.index(True) if True in wanted else 0
        self._rungs, self._now = rungs, now
        self.pane.show_rows(advice_words.rung_rows(rungs, now), self._sections, choose)
        if kept is None:
            self.pane.list.setFocus()

    def _sections(self, number: int) -> advice_words.Sections:
        if self._now is None or number >= len(self._rungs):
            return []
        return advice_words.rung_sections(self._rungs[number], self._now)

    def _adapt(self) -> None:
        rung = self.rung()
        marked = rung is not None and rung.marked
        plain = rung is not None and not marked and rung.state is not State.DONE and self._writable
        for button in (self.took, self.not_needed, self.note):
            button.setEnabled(plain)
        self.clear.setEnabled(marked and self._writable)
        self.show_contact.setEnabled(rung is not None and rung.contact_id is not None)
        self.write.setEnabled(rung is not None and rung.step.letter is not None)
        theme.restyle(self.dates, kind="primary" if rung is not None and rung.why is Why.PICK_RULES else "")

    def _mark_done(self) -> None:
        if (rung := self.rung()) and self.took.isEnabled():
            self.done_requested.emit(rung.step.id, self._noted())

    def _mark_not_needed(self) -> None:
        if rung := self.rung():
            self.not_needed_requested.emit(rung.step.id, self._noted())

    def _clear(self) -> None:
        if rung := self.rung():
            self.clear_requested.emit(rung.step.id)

    def _show_contact(self) -> None:
        if (rung := self.rung()) and rung.contact_id is not None:
            self.contact_requested.emit(rung.contact_id)

    def _write(self) -> None:
        if (rung := self.rung()) and rung.step.letter is not None:
            self.write_requested.emit(str(rung.step.letter), rung.contact_id or 0)

    def _noted(self) -> str:
        words = self.note.text().strip()
        self.note.clear()
        return words

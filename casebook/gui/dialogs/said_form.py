"""What the forms of a promise and of a request share: the message it stands in, the words, and by when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.composing.contact_choice import contact_choice
from casebook.gui.widgets.composing.moment_edit import MomentEdit
from casebook.gui.widgets.parts import plain_label, text_area
from casebook.gui.widgets.timeline.folded_words import FoldedWords
from casebook.journal.records import Contact
from casebook.journal.times import Moment

_WAIT = 200
"""Milliseconds after the last key before the words are read for a date."""
_LINES = 6


class SaidForm(FormDialog):
    """Shows a contact's words, of which the marked ones are taken over, and proposes the date that they name."""

    date_requested = Signal(str, object)
    """Words, and the Moment they count from: by when do they say? `show_date` answers."""

    def __init__(
        self,
        place: str,
        now: Moment,
        contacts: Sequence[Contact],
        *,
        chosen: int = 0,
        words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.set_width(620)
        self._now, self._contacts = now, {contact.id: contact for contact in contacts}
        self._proposed: tuple[object, ...] | None = None
        self.add_wide(plain_label(place, kind="muted"))
        self.said_in = contact_choice(contacts, self.tr("No recorded contact"))
        self.said_in.setCurrentIndex(max(0, self.said_in.findData(chosen)))
        self.source, self.words = FoldedWords(), text_area(2)
        self.source.words.setAccessibleName(self.tr("Words of the message"))
        self.words.setPlainText(words)
        self.due = MomentEdit(now, optional=True)
        self._untouched = self.due.state()
        self.counted = plain_label("", kind="caption")
        self.remind = QCheckBox()
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._ask)

    def contact(self) -> Contact | None:
        """Return the contact it was said in, None for none that is recorded."""
        return self._contacts.get(self.said_in.currentData())

    def wants_reminder(self) -> bool:
        """Return whether a follow-up is wanted at the time that was named."""
        return self.remind.isChecked() and self.remind.isEnabled()

    def show_date(self, words: str, due: Moment | None) -> None:
        """Propose the date that the words name, unless they were changed since or a date was chosen by hand."""
        if words != self.said() or not self._is_free():
            return
        clean = not self.is_dirty()
        self.due.set_moment(due)
        self._proposed = self.due.state() if due else None
        self._adapt()
        if clean:  # nobody typed the date
            self._clean = self.state()

    def said(self) -> str:
        """Return the words as they would be recorded."""
        return self.words.toPlainText().strip()

    def _add_said(self, label: str, by: str) -> None:
        """Add the rows: where it was said, the words there, the words taken, by when, the reminder."""
        self.add_row(self.tr("Said in"), self.said_in)
        area = self.source.words
        area.setFixedHeight(area.fontMetrics().lineSpacing() * _LINES + 18)
        self.form.addRow("", self.source)
        self.hint = plain_label(
            self.tr("Mark words above: they are taken over, with the date they name."), kind="caption"
        )
        self.form.addRow("", self.hint)
        self.add_row(label, self.words)
        self.add_row(by, self.due)
        self.form.addRow("", self.counted)
        self.form.addRow("", self.remind)
        self.remind.setChecked(True)
        self._show_source()
        self.said_in.currentIndexChanged.connect(self._show_source)
        area.selectionChanged.connect(self._take_marked)
        self.words.textChanged.connect(self._timer.start)
        self.due.changed.connect(self._adapt)
        self._adapt()
        if self.said():
            self._timer.start()

    def _show_source(self) -> None:
        contact = self.contact()
        if contact is not None:
            self.source.show_contact(contact)
        for part in (self.source, self.hint):
            self.form.setRowVisible(part, contact is not None and bool(contact.text))
        self._timer.start()

    def _take_marked(self) -> None:
        marked = self.source.marked()
        if marked:
            self.words.setPlainText(marked)

    def _ask(self) -> None:
        if self.said() and self._is_free():
            contact = self.contact()
            self.date_requested.emit(self.said(), contact.happened if contact else self._now)

    def _is_free(self) -> bool:
        return self.due.state() in {self._untouched, self._proposed}

    def _adapt(self) -> None:
        # A time zone being typed is not whole yet; what counts is only whether a time is named at all.
        self.remind.setEnabled(bool(self.due.state()[0]))
        proposed = self._proposed is not None and self.due.state() == self._proposed
        contact = self.contact()
        counted = self.tr("As these words say, counted from the message. Look whether it is right.")
        if contact is None:
            counted = self.tr("As these words say, counted from now. Look whether it is right.")
        self.counted.setText(counted)
        self.form.setRowVisible(self.counted, proposed)


def is_over(due: Moment | None, now: datetime) -> bool:
    """Return whether a time that was named has gone by."""
    return due is not None and due.end <= now

"""The dialogs of a request: what support asked for and until when, and with what it was supplied."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from casebook.gui import texts
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.dialogs.said_form import SaidForm
from casebook.gui.widgets.composing.contact_choice import contact_choice
from casebook.gui.widgets.composing.moment_edit import MomentEdit
from casebook.gui.widgets.parts import plain_label
from casebook.journal.records import Contact, Request
from casebook.journal.times import Moment


class RequestDialog(SaidForm):
    """Takes down what they want, or changes it."""

    def __init__(
        self,
        place: str,
        now: Moment,
        contacts: Sequence[Contact] = (),
        *,
        chosen: int = 0,
        words: str = "",
        request: Request | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(place, now, contacts, chosen=chosen, words=words, parent=parent)
        self.setWindowTitle(self.tr("Add request") if request is None else self.tr("Edit request"))
        self.save_button.setText(self.tr("Add request") if request is None else self.tr("Save"))
        self.words.setPlaceholderText(self.tr("Such as: a photo of the card, last four digits visible"))
        self.remind.setText(self.tr("Remind me a day before"))
        self.remind.setToolTip(self.tr("Makes a follow-up while there is time left"))
        self._add_said(self.tr("They want"), self.tr("Until when"))
        self.identity = QCheckBox(self.tr("It is a proof of who I am"))
        self.identity.setToolTip(
            self.tr("An identity document, a photo of yourself: marked, so that you know who has it")
        )
        self.form.addRow("", self.identity)
        if request is not None:
            self.words.setPlainText(request.text)
            self.due.set_moment(request.due)
            self.identity.setChecked(request.identity)
            self.form.setRowVisible(self.remind, request.due is None)
        self.words.setFocus()

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A request needs words."""
        return None if self.said() else (self.tr("What did they ask you to supply?"), self.words)

    def fields(self) -> dict[str, Any]:
        """Return the journal's fields. Raises BadInput for a time zone that does not exist."""
        return {
            "text": self.said(),
            "due": self.due.moment(),
            "contact_id": self.said_in.currentData() or None,
            "identity": self.identity.isChecked(),
        }


class SupplyDialog(FormDialog):
    """Asks with which contact something was supplied, or when."""

    def __init__(
        self, request: Request, now: Moment, contacts: Sequence[Contact], *, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.set_width(560)
        self.setWindowTitle(self.tr("Supplied"))
        self.save_button.setText(self.tr("Mark as supplied"))
        self.add_wide(plain_label(self.tr("“{words}”").format(words=request.text), kind="heading"))
        self._contacts = {contact.id: contact for contact in contacts}
        self.with_ = contact_choice(contacts, self.tr("No recorded contact"))
        self.add_row(self.tr("With"), self.with_, self.tr("The mail or chat in which you sent it, with its exhibits"))
        self.files = plain_label("", kind="muted")
        self.form.addRow("", self.files)
        self.when = MomentEdit(now)
        self.add_row(self.tr("When"), self.when)
        after = next((c for c in contacts if c.happened.utc >= request.recorded_at), None)
        self.with_.setCurrentIndex(max(0, self.with_.findData(after.id if after else 0)))
        self.with_.currentIndexChanged.connect(self._adapt)
        self._adapt()
        self.with_.setFocus()

    def contact_id(self) -> int | None:
        """Return the contact with which it was supplied."""
        return self.with_.currentData() or None

    def at(self) -> datetime | None:
        """Return when it was supplied where no contact says it. Raises BadInput for a zone that does not exist."""
        when = None if self.contact_id() else self.when.moment()
        return when.utc if when else None

    def _adapt(self) -> None:
        contact = self._contacts.get(self.with_.currentData())
        names = [texts.joined(exhibit.label, exhibit.name) for exhibit in contact.exhibits] if contact else []
        self.files.setText("\n".join(names))
        self.form.setRowVisible(self.files, bool(names))
        self.form.setRowVisible(self.when, contact is None)

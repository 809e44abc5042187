"""The form for how a recorded contact went, beside its words: waiting, number, language, cost, consent."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casebook.gui import texts
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.composing.talk_fields import TalkFields
from casebook.gui.widgets.parts import plain_label
from casebook.journal.records import Contact


class DetailsDialog(FormDialog):
    """Adds to a contact. Its words stay as they are recorded."""

    def __init__(self, contact: Contact, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_width(560)
        self.setWindowTitle(self.tr("How it went"))
        self.save_button.setText(self.tr("Save"))
        head = texts.joined(texts.label(contact.channel), contact.agent, texts.short_moment(contact.happened))
        self.add_wide(plain_label(head, kind="muted"))
        self.fields = TalkFields(contact.channel, timed=True)
        self.fields.show_details(contact.details)
        self.add_wide(self.fields)
        self.fields.field("waited").setFocus()

    def fault(self) -> tuple[str, QWidget | None] | None:
        """How long it took has to be readable; the field that is not gets the cursor."""
        return self.fields.fault()

"""The dialog that adds to a contact what its recorded words leave open: the agent's role, an own translation."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from casebook.gui import texts
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label, text_area
from casebook.journal.records import Contact

_QUOTED = 600


class AnnotateDialog(FormDialog):
    """Adds to a contact. Its words stay as they are recorded."""

    def __init__(self, contact: Contact, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_width(640)
        self.setWindowTitle(self.tr("Role and translation"))
        self.save_button.setText(self.tr("Save"))
        head = texts.joined(texts.label(contact.channel), contact.agent, texts.short_moment(contact.happened))
        self.add_wide(plain_label(head, kind="muted"))
        words = contact.text if len(contact.text) <= _QUOTED else f"{contact.text[:_QUOTED]}…"
        if words:
            self.add_wide(plain_label(words))
        self.role = QLineEdit(contact.role)
        self.role.setPlaceholderText(self.tr("Such as: support, supervisor, account manager"))
        self.add_row(self.tr("Role of the agent"), self.role)
        self.translation = text_area(6, self.tr("Your own translation of the words above"))
        self.translation.setPlainText(contact.translation)
        hint = self.tr("The dossier prints it beside the original and marks it as yours")
        self.add_row(self.tr("Translation"), self.translation, hint)
        self.translation.setFocus()

    def fields(self) -> dict[str, Any]:
        """Return the journal's fields."""
        return {"role": self.role.text().strip(), "translation": self.translation.toPlainText().strip()}

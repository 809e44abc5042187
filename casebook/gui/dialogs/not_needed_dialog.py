"""The dialog that takes down why an item of the checklist is not needed in a case."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label


class NotNeededDialog(FormDialog):
    """Asks for a few words; they may be left out."""

    def __init__(self, item: str, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Not needed"))
        self.save_button.setText(self.tr("Not needed"))
        self.add_wide(plain_label(item, kind="heading"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Such as: it never left the exchange"))
        self.add_row(
            self.tr("Why"), self.note, self.tr("Kept with the case; with a reason the gap report takes it as answered.")
        )
        self.note.setFocus()

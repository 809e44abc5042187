"""The dialog that says what a passage shows that the dossier quotes."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label
from casebook.journal.planning import Quote

_LONGEST = 600


class QuoteDialog(FormDialog):
    """Takes a line of one's own on a quoted passage; its words stay as they were said."""

    def __init__(self, quote: Quote, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Quoted in the dossier"))
        self.save_button.setText(self.tr("Save"))
        words = quote.text if len(quote.text) <= _LONGEST else f"{quote.text[:_LONGEST]}…"
        self.add_wide(plain_label(words))
        self.note = QLineEdit(quote.note)
        self.add_row(self.tr("What it shows"), self.note, self.tr("The dossier prints it beside the words, as yours"))
        self.note.setFocus()

"""The dialog that takes the raw source of one mail."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from casebook.gui import texts
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label
from casebook.journal.errors import CasebookError
from casebook.mail.chosen import Pasted, pasted


class PasteMailDialog(FormDialog):
    """Takes the words as they are; `on_save` finds the message in `found`."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Paste a mail"))
        self.save_button.setText(self.tr("Add to the import"))
        self.set_width(620)
        self.found: Pasted | None = None
        words = self.tr(
            "The source of one message, with all its header lines. Mail programs call it “Show original” or "
            "“Internet headers”; a page as it is shown is not enough, for it lacks what tells where the mail came "
            "from."
        )
        self.add_wide(plain_label(words, kind="muted"))
        self.source = QPlainTextEdit(text)
        self.source.setPlaceholderText(self.tr("From: …"))
        self.source.setTabChangesFocus(True)
        self.source.setMinimumHeight(240)
        self.source.setAccessibleName(self.tr("Source of the mail"))
        self.add_wide(self.source)
        self.source.setFocus()

    def fault(self) -> tuple[str, QWidget | None] | None:
        """Refuse what does not begin with header lines."""
        try:
            self.found = pasted(self.source.toPlainText(), self.tr("pasted"))
        except CasebookError as error:
            return texts.error_text(error), self.source
        return None

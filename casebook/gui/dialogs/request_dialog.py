"""The dialog that takes down what support asked the user to supply."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label


class RequestDialog(FormDialog):
    """Asks what they want."""

    def __init__(self, place: str, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Add request"))
        self.save_button.setText(self.tr("Add request"))
        self.add_wide(plain_label(place, kind="muted"))
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Such as: a photo of the card, last four digits visible"))
        self.add_row(self.tr("They want"), self.words)
        self.words.setFocus()

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A request needs words."""
        return None if self.words.text().strip() else (self.tr("What did they ask you to supply?"), self.words)

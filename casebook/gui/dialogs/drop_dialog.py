"""The dialog that takes a follow-up off without its having been done: it asks why."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label


class DropDialog(FormDialog):
    """Asks why a follow-up is no longer needed; the answer stays on record."""

    def __init__(self, what: str, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("No longer needed"))
        self.save_button.setText(self.tr("Take it off"))
        self.add_wide(plain_label(what, kind="heading"))
        self.answer = QLineEdit()
        self.answer.setPlaceholderText(self.tr("Such as: they answered by phone"))
        self.add_row(self.tr("Why"), self.answer)
        self.answer.setFocus()

    def fault(self) -> tuple[str, QWidget | None] | None:
        """The record must say why something planned was not done."""
        return None if self.answer.text().strip() else (self.tr("Say in a few words why."), self.answer)

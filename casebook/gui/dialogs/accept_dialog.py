"""The dialog that takes a ledger for the right one although this computer saw another."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label, text_area


class AcceptDialog(FormDialog):
    """Asks why: the ledger keeps the reason for ever."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Accept this ledger"))
        self.save_button.setText(self.tr("Accept"))
        words = self.tr(
            "This computer saw entries that are not there any more, or are others now. That is right if you put back "
            "an older copy yourself. If you did not, somebody else changed the casebook: close it and restore a backup."
        )
        self.add_wide(plain_label(words))
        self.reason = text_area(2, self.tr("Such as: copied back from a USB stick after the disk failed"))
        self.add_row(self.tr("Why it is right"), self.reason)
        self.add_wide(plain_label(self.tr("The ledger says so from now on, with this reason."), kind="caption"))
        self.reason.setFocus()

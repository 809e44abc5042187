"""The dialog that closes several cases with one outcome."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label, text_area


class CloseCasesDialog(FormDialog):
    """Asks for the outcome of all. `already` of the selected cases are closed and stay as they are."""

    def __init__(self, count: int, already: int, follow_ups: int, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Close cases"))
        self.save_button.setText(self.tr("Close %n case(s)", None, count))
        self.add_wide(plain_label(self.tr("Close %n case(s)", None, count), kind="heading"))
        self.outcome = text_area(3, self.tr("Such as: settled with the group complaint on 3 December"))
        self.add_row(self.tr("How they ended"), self.outcome)
        self.drop = QCheckBox(self.tr("%n follow-up(s) still open: no longer needed", None, follow_ups))
        self.drop.setChecked(True)
        self.drop.setToolTip(self.tr("Otherwise they go on ringing"))
        if follow_ups:
            self.form.addRow("", self.drop)
        else:
            self.drop.hide()
        if already:
            self.add_wide(plain_label(self.tr("Already closed: %n selected case(s).", None, already), kind="caption"))
        self.add_wide(plain_label(self.tr("A closed case keeps everything and can be reopened."), kind="caption"))
        self.outcome.setFocus()

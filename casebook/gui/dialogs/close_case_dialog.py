"""The dialog that closes a case: how it ended, and what becomes of the follow-ups still open."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label, text_area
from casebook.journal.records import Case


class CloseCaseDialog(FormDialog):
    """Asks for the outcome. With follow-ups open, offers to take them off, which is recorded too."""

    def __init__(self, case: Case, open_follow_ups: int, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Close {number}").format(number=case.number))
        self.save_button.setText(self.tr("Close case"))
        self.add_wide(plain_label(case.title, kind="heading"))
        self.outcome = text_area(3, self.tr("Such as: paid in full on 3 December"))
        self.add_row(self.tr("How it ended"), self.outcome)
        self.drop = QCheckBox(self.tr("%n follow-up(s) still open: no longer needed", None, open_follow_ups))
        self.drop.setChecked(True)
        self.drop.setToolTip(self.tr("Otherwise they go on ringing"))
        if open_follow_ups:
            self.form.addRow("", self.drop)
        else:
            self.drop.hide()
        self.add_wide(plain_label(self.tr("A closed case keeps everything and can be reopened."), kind="caption"))
        self.outcome.setFocus()

"""The dialog that takes down why something is as the gap report found it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label, quiet_button, text_area


class GapAnswerDialog(FormDialog):
    """Asks for the user's own words on one finding; an earlier answer can be taken back."""

    taken_back = Signal()
    """The answer is to go."""

    def __init__(self, found: str, answer: str, *, blocking: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Answer a finding"))
        self.save_button.setText(self.tr("Save answer"))
        self.set_width(520)
        self.add_wide(plain_label(found, kind="heading"))
        if blocking:
            words = self.tr(
                "With an answer the dossier can be made, and these words go out as they stand. Answer only if it is "
                "no secret, or no longer one. Do not write the secret into the answer."
            )
            self.add_wide(plain_label(words, kind="warn"))
        hint = self.tr("Such as: the firm was closed for the holidays until 8 October")
        if blocking:
            hint = self.tr("Such as: the order number of the shop, not a card number")
        self.words = text_area(4, hint)
        self.words.setPlainText(answer)
        self.add_row(self.tr("Your answer"), self.words, self.tr("Kept with the case and told in its history."))
        if answer:
            back = quiet_button(
                self.tr("Take answer back"), self.tr("The finding is open again"), self._take_back, "danger"
            )
            self.add_wide(back)
        self.words.setFocus()

    def fault(self) -> tuple[str, QWidget | None] | None:
        """An answer needs words."""
        return None if self.words.toPlainText().strip() else (self.tr("Say why it is as it is."), self.words)

    def _take_back(self) -> None:
        self.taken_back.emit()
        self.done(self.DialogCode.Accepted)

"""Follow-ups for the phone: a calendar file written once, or one that is kept up to date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget

from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.long_choice import LongChoice
from casebook.gui.widgets.parts import plain_label, quiet_button, side_by_side


@dataclass(frozen=True, slots=True)
class Choice:
    """Which follow-ups: all where both are None."""

    words: str
    case_id: int | None = None
    follow_up_id: int | None = None


class CalendarDialog(FormDialog):
    """Saving keeps the choice of the file; writing one now needs no saving."""

    write_requested = Signal(object)
    """Write this `Choice` into a file that the user is asked for."""

    def __init__(
        self,
        choices: Sequence[Choice],
        kept: str,
        *,
        quiet: bool,
        encrypted: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Follow-ups for your phone"), self.tr("Save"), parent)
        self.set_width(560)
        self._choices = list(choices)
        intro = self.tr(
            "A phone rings where this computer is off. Open the file on it, or keep one in a folder that its calendar "
            "reads. What you answer here is taken off there when the file is read again."
        )
        self.add_wide(plain_label(intro, kind="muted"))
        self.which, self.words = LongChoice(), QComboBox()
        for choice in self._choices:
            self.which.addItem(choice.words)
        self.write_button = quiet_button(
            self.tr("Write a file…"), self.tr("Choose where the calendar file goes, and write it now"), self._write
        )
        row = side_by_side(self.which, self.write_button)
        row.setAccessibleName(self.tr("Follow-ups"))
        self.add_row(self.tr("Write once"), row)
        self.file = QLineEdit(kept)
        self.file.setPlaceholderText(self.tr("no file"))
        choose = quiet_button(self.tr("Choose…"), self.tr("Choose the file that is kept up to date"), self._choose)
        place = side_by_side(self.file, choose)
        place.setAccessibleName(self.tr("Calendar file"))
        self.add_row(
            self.tr("Keep up to date"),
            place,
            self.tr("All follow-ups, written anew after each change. Empty: no file is kept."),
        )
        self.words.addItem(self.tr("What is to be done, with firm and case"), False)
        self.words.addItem(self.tr("Only the number of the case"), True)
        self.words.setCurrentIndex(int(quiet))
        hint = self.tr("A calendar is often copied to other computers.")
        if encrypted:
            hint = self.tr("This casebook is encrypted, and a calendar file is not.")
        self.add_row(self.tr("It says"), self.words, hint)
        self.status = plain_label("", kind="caption")
        self.add_wide(self.status)

    def is_quiet(self) -> bool:
        """Return whether the file is to have no words."""
        return bool(self.words.currentData())

    def tell(self, words: str) -> None:
        """Say in the dialog what was written."""
        self.status.setText(words)

    def _write(self) -> None:
        self.write_requested.emit(self._choices[self.which.currentIndex()])

    def _choose(self) -> None:
        start = self.file.text().strip() or str(Path.home() / "casebook.ics")
        title, kind = self.tr("Choose the file that is kept up to date"), self.tr("Calendar (*.ics)")
        options = QFileDialog.Option.DontConfirmOverwrite
        chosen, _filter = QFileDialog.getSaveFileName(self, title, start, kind, "", options)
        if chosen:
            self.file.setText(chosen)

"""The choices that travel with a casebook: how long slips and the bin last, and the folder that is watched."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget

from casebook.gui import texts
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label, quiet_button, side_by_side

_GRACE, _BIN = (0, 5, 15, 30, 60, 120), (7, 14, 30, 60, 90, 365)


class PreferencesDialog(FormDialog):
    """Shows what is chosen; a number that was chosen elsewhere is among the choices."""

    def __init__(
        self, grace_minutes: int, bin_days: int, watch_folder: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("How this casebook is kept"))
        self.save_button.setText(self.tr("Save"))
        self.add_wide(plain_label(self.tr("These choices travel with the casebook."), kind="muted"))
        self.grace, self.bin = QComboBox(), QComboBox()
        for minutes in sorted({*_GRACE, grace_minutes}):
            self.grace.addItem(
                texts.duration(timedelta(minutes=minutes)) if minutes else self.tr("not at all"), minutes
            )
        for days in sorted({*_BIN, bin_days}):
            self.bin.addItem(texts.duration(timedelta(days=days)), days)
        self.grace.setCurrentIndex(self.grace.findData(grace_minutes))
        self.bin.setCurrentIndex(self.bin.findData(bin_days))
        self.add_row(
            self.tr("A new contact can be put right for"),
            self.grace,
            self.tr("After that it is locked: a change needs a reason, and the earlier words stay readable."),
        )
        self.add_row(
            self.tr("What is deleted can be put back for"),
            self.bin,
            self.tr("After that it goes for good when the bin is emptied. The ledger keeps that it was there."),
        )
        self.watched = QLineEdit(watch_folder)
        self.watched.setPlaceholderText(self.tr("no folder"))
        choose = quiet_button(self.tr("Choose…"), self.tr("Choose the folder to watch"), self._choose)
        row = side_by_side(self.watched, choose)
        row.setAccessibleName(self.tr("Watch folder"))
        self.add_row(
            self.tr("Take in mail from"),
            row,
            self.tr(
                "Whatever is saved in this folder comes in by itself while the casebook is open, each file once. "
                "The files stay where they are. Empty: nothing is watched."
            ),
        )

    def changed(self) -> dict[str, int | str]:
        """Return the choices by their name."""
        return {
            "grace_minutes": self.grace.currentData(),
            "bin_days": self.bin.currentData(),
            "watch_folder": self.watched.text().strip(),
        }

    def fault(self) -> tuple[str, QWidget | None] | None:
        """Refuse a watch folder that is none."""
        chosen = self.watched.text().strip()
        if chosen and not Path(chosen).is_dir():
            words = self.tr("There is no folder {path}: choose another one, or leave the field empty")
            return words.replace("{path}", chosen), self.watched
        return None

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose the folder to watch"), self.watched.text())
        if chosen:
            self.watched.setText(chosen)

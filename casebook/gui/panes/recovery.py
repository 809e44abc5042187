"""The recovery key of a casebook that was just encrypted, in the middle of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casebook.gui.theme import Theme
from casebook.gui.widgets.column_page import ColumnPage
from casebook.gui.widgets.recovery_panel import RecoveryPanel


class RecoveryPage(ColumnPage):
    """Shown until the key was kept, or the user wants to go on without it."""

    finished = Signal(bool)
    """Whether the user showed that the key was kept."""

    def __init__(self, key: str, folder: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("key", theme, parent)
        self.panel = RecoveryPanel(key, folder, theme)
        self.panel.finished.connect(self.finished)
        self.column.addWidget(self.panel)
        self.lay_out()

    def retranslate(self) -> None:
        """Set every word in the present language."""
        self.title.setText(self.tr("Keep this recovery key"))
        self.words.setText(
            self.tr(
                "It opens the casebook when the passphrase is forgotten. Keep it where a thief of this computer would "
                "not find it: on paper, or in a password manager."
            )
        )

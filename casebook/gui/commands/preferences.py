"""The command that changes how a casebook is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from casebook.gui.commands.base import Commands

if TYPE_CHECKING:
    from casebook.gui.dialogs.preferences_dialog import PreferencesDialog


class PreferencesCommands(Commands):
    """Opens the dialog and writes what it gives back."""

    chosen = Signal()
    """Something was chosen anew."""

    def show(self) -> PreferencesDialog:
        """Open the dialog."""
        from casebook.gui.dialogs.preferences_dialog import PreferencesDialog

        kept = self.journal.preferences.get()
        dialog = PreferencesDialog(kept.grace_minutes, kept.bin_days, kept.watch_folder, parent=self.window)

        def save() -> None:
            self.journal.preferences.set(**dialog.changed())
            self.chosen.emit()

        dialog.on_save = save
        dialog.open()
        return dialog

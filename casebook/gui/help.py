"""The Help menu: how to use it, the keys, what this program is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from casebook import paths
from casebook.gui.actions import Actions
from casebook.gui.appearance import Appearance


class Help(QObject):
    """Opens the help windows; they stay open beside the work."""

    def __init__(self, actions: Actions, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._actions, self._appearance, self._window = actions, appearance, window

    def show_help(self) -> None:
        """Show the help page in the present language."""
        from casebook.gui.dialogs.help_dialog import HelpDialog

        dialog = HelpDialog(self.tr("How to use Casebook"), self._appearance.theme, self._window)
        dialog.show_page(paths.resources() / "help" / f"{self._appearance.language}.md")
        dialog.show()

    def show_keys(self) -> None:
        """Show the sheet of all keys."""
        from casebook.gui.dialogs.help_dialog import HelpDialog, keys_page

        more = (
            (self.tr("Save the contact"), "Ctrl+Enter"),
            (self.tr("Paste a screenshot"), "Ctrl+V"),
            (self.tr("From the search field into the results"), "↓"),
            (self.tr("Open what was found"), "Enter"),
            (self.tr("Leave the search"), "Esc"),
            (self.tr("Due: done, snooze, another day, no longer needed"), "D, S, C, X"),
            (self.tr("Due: why this day, write to them"), "W, M"),
            (self.tr("Choose several that are due"), "Shift+↓, Ctrl+A"),
        )
        dialog = HelpDialog(self.tr("Keys"), self._appearance.theme, self._window)
        dialog.show_html(keys_page(self._actions, more))
        dialog.show()

    def show_about(self, book: Path | None) -> None:
        """Show name, version, licence, and where the casebook is."""
        from casebook.gui.dialogs.help_dialog import AboutDialog

        AboutDialog(book, self._window).open()

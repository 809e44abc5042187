"""The activity of a case: what was done, and when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.theme import Theme

if TYPE_CHECKING:
    from casebook.gui.dialogs.history_dialog import HistoryDialog
    from casebook.journal import Journal


class HistoryCommands(Commands):
    """Shows the ledger of a case in plain words."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, theme: Theme) -> None:
        super().__init__(journal, feed, window)
        self._theme = theme

    def show(self, case_id: int) -> HistoryDialog:
        """Show what was done in a case, newest first."""
        from casebook.gui.dialogs.history_dialog import HistoryDialog
        from casebook.gui.models.history_model import HistoryModel

        case = self.journal.cases.get(case_id)
        model = HistoryModel(partial(self.journal.history.of_case, case_id))
        dialog = HistoryDialog(f"{case.number}  {case.title}", model, self._theme, parent=self.window)
        dialog.open()
        return dialog

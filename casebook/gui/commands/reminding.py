"""The command that changes how this computer reminds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from casebook.desktop.autostart import State
from casebook.gui import texts
from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.journal.errors import CasebookError
from casebook.settings import Settings

if TYPE_CHECKING:
    from casebook.gui.desktop.desktop import Desktop
    from casebook.gui.dialogs.reminders_dialog import RemindersDialog
    from casebook.journal import Journal


class RemindingCommands(Commands):
    """Opens the dialog, and has the desktop follow it."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, settings: Settings) -> None:
        super().__init__(journal, feed, window)
        self._settings = settings
        self.desktop: Desktop | None = None
        """What joins this window to the desktop; None for a window that stands alone."""

    def show(self) -> RemindersDialog:
        """Open the dialog."""
        from casebook.gui.dialogs.reminders_dialog import RemindersDialog

        desktop = self.desktop
        dialog = RemindersDialog(
            self._settings,
            self._login(),
            has_tray=desktop is not None and desktop.tray.can_be(),
            parent=self.window,
        )
        if desktop is not None:
            notifications = desktop.notifications

            def tell() -> None:
                trouble = texts.error_text(notifications.trouble) if notifications.trouble else ""
                dialog.show_service(notifications.service, trouble)

            notifications.service_changed.connect(tell)
            dialog.finished.connect(lambda _result: notifications.service_changed.disconnect(tell))
            dialog.try_requested.connect(desktop.try_notification)
            tell()
        dialog.on_save = lambda: self._save(dialog)
        dialog.open()
        return dialog

    def _login(self) -> State | None:
        if self.desktop is None:
            return None
        try:
            return self.desktop.login.state()
        except CasebookError:
            return None

    def _save(self, dialog: RemindersDialog) -> None:
        dialog.apply(self._settings)
        if self.desktop is None:
            return
        wanted, now = dialog.login.currentData() == "on", self._login()
        if now is not None and (wanted != now.on or (wanted and now.broken)):
            state = self.desktop.login.turn_on() if wanted else self.desktop.login.turn_off()
            dialog.show_login(state)
            self._settings.login_offered = "yes"
        self.desktop.keep_settings()

"""The wishes that concern the desktop around the window: how it reminds, and the calendar file that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from casebook.gui import texts
from casebook.gui.links import Links
from casebook.gui.widgets.warning_bar import Remedy

if TYPE_CHECKING:
    from casebook.gui.body import Body
    from casebook.gui.commands.all import AllCommands
    from casebook.gui.main_window import MainWindow

_CALENDAR = "calendar"


def wire_desktop(window: MainWindow, body: Body, do: AllCommands, links: Links) -> None:
    """Connect the dialogs, and have the calendar file follow every change; why it does not is said until it does."""
    links.join(window.actions_["reminders"].triggered, do.reminding.show)
    links.join(window.actions_["calendar"].triggered, lambda: do.calendar.show(body.case_id))
    links.join(window.feed.changed, do.calendar.follow)

    def warn(error: Exception) -> None:
        def words() -> str:
            said = QCoreApplication.translate(
                "calendar", "The calendar file for your phone is not up to date: {reason}"
            )
            return said.replace("{reason}", texts.error_text(error))

        change = Remedy(lambda: QCoreApplication.translate("calendar", "Change…"), window.actions_["calendar"].trigger)
        window.warnings.warn(_CALENDAR, words, change)

    links.join(do.calendar.troubled, warn)
    links.join(do.calendar.kept, lambda _made: window.warnings.drop(_CALENDAR))
    do.calendar.keep()

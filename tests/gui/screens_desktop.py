"""Reminders, the calendar, the question when the window closes, and the tray's icons, for their pictures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from casebook.desktop.autostart import State
from casebook.desktop.notices import Service
from casebook.gui import times
from casebook.gui.desktop.tray import counted_icon
from casebook.gui.dialogs.closing_dialog import ClosingDialog
from casebook.gui.dialogs.reminders_dialog import RemindersDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.widgets.parts import side_by_side
from casebook.journal import Journal

Settle = Callable[[], None]
PAGES = ("reminders", "reminders-silent", "calendar", "closing", "closing-no-tray", "tray", "login-offer")


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    assert window.commands is not None
    made: QWidget
    if page == "calendar":
        made = window.commands.calendar.show(1)
    elif page == "tray":
        pictures = []
        for count in (0, 3, 12, 140):
            label = QLabel()
            label.setPixmap(counted_icon(count).pixmap(64, 64))
            pictures.append(label)
        made = side_by_side(*pictures)
        made.setParent(window.centralWidget())
        made.move(20, 20)
        made.show()
    elif page == "login-offer":
        from casebook.gui.widgets.warning_bar import Remedy

        said = partial(QCoreApplication.translate, "Desktop")
        words = said("Casebook reminds you while it runs. Start it by itself when you log in?")
        window.warnings.warn("login", lambda: words, Remedy(lambda: said("Start at login"), lambda: None))
        made = window
    elif page.startswith("closing"):
        dialog = ClosingDialog(
            3, times.short_time(datetime(2026, 11, 27, 10, 0)), has_tray=page == "closing", parent=window
        )
        dialog.open()
        made = dialog
    else:
        silent = page == "reminders-silent"
        state = State(not silent, "/home/mei/.config/autostart/casebook.desktop", ("/usr/bin/casebook",))
        shown = RemindersDialog(window.settings, state, has_tray=not silent, parent=window)
        shown.show_service(Service() if silent else Service("GNOME Shell 46", has_buttons=True), "")
        shown.open()
        made = shown
    settle()
    return made

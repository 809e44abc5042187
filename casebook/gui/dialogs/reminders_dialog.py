"""How this computer reminds: notifications, the tray, what closing means, and the start at login as it truly is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from casebook.desktop.autostart import State
from casebook.desktop.notices import Service
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import Hint, plain_label, quiet_button, side_by_side
from casebook.settings import Settings


class RemindersDialog(FormDialog):
    """Shows what is chosen, and what the system says about it now."""

    try_requested = Signal()
    """Show one notification now."""

    def __init__(
        self, settings: Settings, login: State | None, *, has_tray: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Reminders on this computer"), self.tr("Save"), parent)
        self.set_width(560)
        intro = self.tr(
            "What is due always shows in Casebook itself. Notifications repeat it outside the window; they can answer "
            "it, too."
        )
        self.add_wide(plain_label(intro, kind="muted"))
        self.notifications = _combo(
            settings.notifications,
            ("", self.tr("Always")),
            ("away", self.tr("While Casebook is not in front")),
            ("off", self.tr("Never")),
        )
        try_it = quiet_button(self.tr("Try it"), self.tr("Show a notification now"), self.try_requested.emit)
        row = side_by_side(self.notifications, try_it)
        row.setAccessibleName(self.tr("Notifications"))
        self.add_row(self.tr("Notifications"), row)
        self.status = Hint()
        self.form.addRow("", self.status)
        self.words = _combo(
            settings.notification_text,
            ("", self.tr("What is to be done, with firm and case")),
            ("quiet", self.tr("Only that something is due")),
        )
        self.add_row(
            self.tr("They say"), self.words, self.tr("A notification can often be read on a locked screen as well.")
        )
        self.tray = _combo(settings.tray, ("", self.tr("Show an icon with the count")), ("off", self.tr("No icon")))
        self.add_row(self.tr("Tray"), self.tray, "" if has_tray else self.tr("This desktop has no tray now."))
        self.on_close = _combo(
            settings.on_close,
            ("", self.tr("Ask, if follow-ups wait")),
            ("quit", self.tr("Quit; reminders stop")),
            ("tray", self.tr("Stay in the tray, if there is one")),
        )
        self.add_row(self.tr("Closing the window"), self.on_close)
        self.login = _combo(
            "on" if login is not None and login.on else "off",
            ("off", self.tr("Not started")),
            ("on", self.tr("Start Casebook, in the tray or minimised")),
        )
        self.login.setEnabled(login is not None)
        self.login_status = Hint()
        self.add_row(self.tr("When you log in"), self.login)
        self.form.addRow("", self.login_status)
        self.show_login(login)

    def show_service(self, service: Service, trouble: str) -> None:
        """Say who shows notifications here, or why nobody does."""
        if trouble or not service.name:
            why = trouble or self.tr("No notification service answers on this desktop.")
            words = self.tr("{why} Casebook is silent outside its window.").replace("{why}", why)
        elif service.has_buttons:
            words = self.tr("Shown by {service}, with buttons that answer.").replace("{service}", service.name)
        else:
            words = self.tr("Shown by {service}, which has no buttons.").replace("{service}", service.name)
        self.status.setText(words)

    def show_login(self, state: State | None) -> None:
        """Say what the system will do at the next login, as it stands there."""
        if state is None:
            words = self.tr("This system does not say what it starts.")
        elif state.broken:
            words = self.tr("It is to start {program}, which is not there any more: save to mend it.").replace(
                "{program}", state.command[0]
            )
        elif state.on:
            words = self.tr("Entered in {where}").replace("{where}", state.where)
        else:
            words = ""
        self.login_status.setText(words)
        self.login_status.setVisible(bool(words))

    def apply(self, settings: Settings) -> None:
        """Write what was chosen into the settings."""
        settings.notifications = self.notifications.currentData()
        settings.notification_text = self.words.currentData()
        settings.tray = self.tray.currentData()
        settings.on_close = self.on_close.currentData()


def _combo(chosen: str, *choices: tuple[str, str]) -> QComboBox:
    combo = QComboBox()
    for value, words in choices:
        combo.addItem(words, value)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    return combo

"""The window's place on the desktop: joins reminders, notifications, tray, login and closing for one window."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from casebook import paths
from casebook.desktop.autostart import Autostart
from casebook.desktop.notices import Notice
from casebook.gui import icons
from casebook.gui.desktop.closing import Closing
from casebook.gui.desktop.notifications import Notifications
from casebook.gui.desktop.tray import Tray
from casebook.gui.first_window import come_forward
from casebook.gui.widgets.warning_bar import Remedy
from casebook.journal.changes import Changes, Kind
from casebook.journal.errors import CasebookError
from casebook.journal.times import follow_system_zone, system_zone, utc_now
from casebook.settings import Settings

if TYPE_CHECKING:  # loaded after the first paint
    from casebook.gui.desktop.echo import Echo
    from casebook.gui.main_window import MainWindow
    from casebook.journal import Journal

_LOCKED, _TEST, _STAYED, _LOGIN = "locked", "test", "stayed", "login"
_MINUTE, _OPENED = 60_000, 6_000
"""Milliseconds: between two looks while locked; in which a casebook that needs no passphrase has been opened."""
_AHEAD = timedelta(days=3_650)
"""How far ahead the times (no words) of an encrypted casebook are kept, so that it is heard while it is locked."""


class Desktop(QObject):
    """Owns what outlives the casebook: the connection to the desktop, the tray icon, and what closing means."""

    def __init__(
        self, window: MainWindow, settings: Settings, settings_path: Path, login: Autostart, *, system: str = ""
    ) -> None:
        super().__init__(window)
        self._window, self.settings, self._settings_path, self.login = window, settings, settings_path, login
        icon = icons.folder() / "casebook.svg"
        self.notifications = Notifications(icon, self, *((system,) if system else ()))
        self.tray = Tray(window)
        self.closing = Closing(window, self.tray, settings, self.keep_settings)
        self.echo: Echo | None = None
        self._journal: Journal | None = None
        self._ahead: dict[int, datetime] = {}
        """When the follow-ups of an encrypted casebook ring, by number."""
        self._said: dict[int, datetime] = {}
        """When each of those was last said."""
        self._has_said_stayed = False
        self._locked = QTimer(self, interval=_MINUTE)
        self._locked.timeout.connect(self._look_while_locked)
        self.notifications.pressed.connect(self._pressed)
        self.tray.open_requested.connect(self.forward)
        self.tray.due_requested.connect(self.show_due)
        self.tray.log_requested.connect(self.log)
        self.tray.snip_requested.connect(self.snip)
        self.tray.quit_requested.connect(window.actions_["quit"].trigger)
        self.closing.stayed.connect(self._say_stayed)
        window.attached.connect(self._begin)
        window.detached.connect(self._end_casebook)
        window.feed.changed.connect(self._on_changed)
        self.tray.want(wanted=settings.tray != "off")

    def forward(self, token: str = "") -> None:
        """Bring the window to the user's eyes, from the tray too."""
        come_forward(self._window, token)

    def log(self) -> None:
        """Open the quick form; where the casebook is locked, as soon as it is not."""
        from casebook.gui.quick_start import QuickStart

        QuickStart(self._window)

    def snip(self) -> None:
        """Take a screenshot for the case that is shown, else for the quick form."""
        window = self._window
        if window.journal is None or window.commands is None:
            self.forward()
        elif window.journal.read_only is None:
            shown = window.body.case_id if window.body is not None and window.isVisible() else 0
            window.commands.capture.snip(shown)

    def show_due(self, token: str = "") -> None:
        """Show all that is due, in front."""
        self.forward(token)
        if self._window.journal is not None:
            self._window.actions_["today"].trigger()
            self._window.actions_["due"].trigger()

    def show_case(self, case_id: int, contact_id: int, token: str) -> None:
        """Show a case in front."""
        self.forward(token)
        if self._window.journal is not None:
            self._window.show_case(case_id, contact_id)

    def keep_settings(self) -> None:
        """Save what was chosen, and follow it."""
        with suppress(OSError):  # a preference that cannot be kept holds nobody up
            self.settings.save(self._settings_path)
        self.tray.want(wanted=self.settings.tray != "off")

    def try_notification(self) -> None:
        """Show one now, so that the user sees whether it arrives."""
        self.notifications.start()
        self.notifications.show(
            Notice(_TEST, self.tr("Casebook can notify you"), self.tr("This is how a follow-up will look."))
        )

    def start_in_background(self) -> bool:
        """Begin in the tray; return False where there is none, and the window must be seen."""
        if self.settings.tray == "off" or not self.tray.can_be():
            return False
        self.tray.want(wanted=True)
        self.closing.hide()
        QTimer.singleShot(_OPENED, self, self._look_whether_open)
        return True

    def end(self) -> None:
        """Take everything off the desktop: the program ends."""
        self._locked.stop()
        self._end_echo()
        self.notifications.end()
        self.tray.end()

    def _look_whether_open(self) -> None:
        """Show the window where the casebook waits for its passphrase, or cannot be opened: nothing rings then."""
        if self._window.journal is None and self.closing.is_hidden:
            self._window.showMinimized()
            body = self.tr("It reminds you of nothing until it is open.")
            self.notifications.start()
            self.notifications.show(Notice(_LOCKED, self.tr("Casebook is not open yet"), body))

    # -- one casebook ------------------------------------------------------------------------------------------------

    def _begin(self, journal: Journal) -> None:
        from casebook.gui.desktop.echo import Echo

        self._end_echo()
        self._locked.stop()
        self.notifications.take_back(_LOCKED)
        self._window.warnings.drop(_LOCKED)
        window = self._window
        assert window.commands is not None
        assert window.body is not None
        self._journal = journal
        self.notifications.start()
        window.commands.reminding.desktop = self
        commands = window.commands
        self.echo = Echo(
            journal,
            window.reminders,
            commands.follow_up,
            commands.guide,
            self.notifications,
            self.settings,
            self,
        )
        self.echo.case_requested.connect(self.show_case)
        self.echo.due_requested.connect(self.show_due)
        window.reminders.due_changed.connect(self.tray.show_count)
        window.reminders.ticked.connect(self._ticked)

    def _end_casebook(self) -> None:
        """Let go of the casebook: no word of it stays on the screen, but that something comes due is still said."""
        self._end_echo()
        self._journal = None
        self.tray.show_count(0)
        if self._ahead:
            self._locked.start()

    def _end_echo(self) -> None:
        echo, self.echo = self.echo, None
        if echo is not None:
            echo.end()
            echo.deleteLater()

    def _ticked(self) -> None:
        self.tray.want(wanted=self.settings.tray != "off")
        journal = self._journal
        if journal is not None and journal.key is not None:
            now = journal.clock()
            self._ahead = journal.follow_ups.ringing(now + _AHEAD)
            self._said = {number: now for number, since in self._ahead.items() if since <= now}

    def _look_while_locked(self) -> None:
        """Say that something rings, as often as it would be said in the open casebook, and not a word of what."""
        from casebook.guide.dates.ringing import unsaid

        follow_system_zone()
        now = utc_now()
        rings = {number: since for number, since in self._ahead.items() if since <= now}
        if not (fresh := unsaid(rings, self._said, now, system_zone())):
            return
        self._said.update(dict.fromkeys(fresh, now))
        self._window.warnings.warn(_LOCKED, lambda: self.tr("%n follow-up(s) due: unlock to see", None, len(rings)))
        if self.settings.notifications != "off":
            body = self.tr("Casebook is locked: unlock it to see what is to be done.")
            self.notifications.show(Notice(_LOCKED, self.tr("A follow-up is due"), body))

    def _pressed(self, tag: str, _key: str, token: str) -> None:
        if tag in {_LOCKED, _TEST, _STAYED}:
            self.forward(token)

    # -- what is said once -------------------------------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.FOLLOW_UP) and self.settings.login_offered == "" and self._journal is not None:
            self._offer_login(self._journal)

    def _offer_login(self, journal: Journal) -> None:
        """Offer once, when the first reminder is set, to start at login: nothing rings while Casebook is not there."""
        if changes_nothing(journal, self.login):
            return
        self.settings.login_offered = "yes"
        self.keep_settings()

        def turn_on() -> None:
            try:
                self.login.turn_on()
            except (CasebookError, OSError) as error:
                self._window.worker.failed.emit(self.tr("Start at login"), error)
                return
            self._window.warnings.drop(_LOGIN)
            self._window.notices.say(self.tr("Casebook starts when you log in."))

        self._window.warnings.warn(
            _LOGIN,
            lambda: self.tr("Casebook reminds you while it runs. Start it by itself when you log in?"),
            Remedy(lambda: self.tr("Start at login"), turn_on),
        )

    def _say_stayed(self) -> None:
        if self.settings.notifications != "off" and not self._has_said_stayed:
            self._has_said_stayed = True
            body = self.tr("It goes on reminding you. Click its icon to open it, or quit it there.")
            self.notifications.show(Notice(_STAYED, self.tr("Casebook is in the tray"), body))


def changes_nothing(journal: Journal, login: Autostart) -> bool:
    """Return whether there is no reason to offer a start at login: nothing waits, or it does so already."""
    now = journal.clock()
    follow_ups = journal.follow_ups
    if not follow_ups.ringing(now) and not follow_ups.upcoming(now, now + timedelta(days=3_650)):
        return True
    try:
        return login.state().on
    except CasebookError:
        return True


def login_of(book: Path) -> Autostart:
    """Return the entry at login for a casebook."""
    from casebook.desktop.autostart import entry_name, own_command

    other = None if book.absolute() == paths.default_casebook().absolute() else book
    return Autostart(own_command(other), entry_name(other))

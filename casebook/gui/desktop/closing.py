"""What closing the window means while follow-ups wait: it quits, or stays in the tray if that was chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from casebook.gui import times
from casebook.gui.desktop.tray import Tray
from casebook.gui.dialogs.closing_dialog import ClosingDialog, OnClose
from casebook.settings import Settings

if TYPE_CHECKING:
    from casebook.gui.main_window import MainWindow

_AHEAD = timedelta(days=3_650)


class Closing(QObject):
    """Watches the window's close button. Quit in the menu is no business of it: that always quits."""

    stayed = Signal()
    """The user closed the window, and Casebook goes on in the tray."""

    def __init__(self, window: MainWindow, tray: Tray, settings: Settings, keep: Callable[[], object]) -> None:
        """`keep` saves the settings."""
        super().__init__(window)
        self._window, self._tray, self._settings, self._keep = window, tray, settings, keep
        self._is_ending = self._is_hidden = False
        window.installEventFilter(self)
        window.actions_["quit"].triggered.connect(self._quit)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self._session_ends)

    @property
    def is_hidden(self) -> bool:
        """Whether Casebook runs in the tray without its window."""
        return self._is_hidden

    def hide(self) -> None:
        """Go on without the window."""
        self._is_hidden = True
        QApplication.setQuitOnLastWindowClosed(False)
        self._window.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask when the window is about to close; note when it comes back."""
        if watched is self._window and event.type() == QEvent.Type.Close:
            if not self._may_close():
                event.ignore()
                return True
        elif watched is self._window and event.type() == QEvent.Type.Show and self._is_hidden:
            self._is_hidden = False
            QApplication.setQuitOnLastWindowClosed(True)
        return super().eventFilter(watched, event)

    def _may_close(self) -> bool:
        """Return whether the window may close now; where it stays in the tray it is hidden instead."""
        if self._is_ending or self._window.is_quitting:
            return True
        choice = self._settings.on_close
        if choice == OnClose.TRAY and self._tray.is_there():
            self._stay()
            return False
        if choice == OnClose.QUIT:
            return True
        return self._ask()

    def _ask(self) -> bool:
        journal = self._window.journal
        if journal is None or journal.read_only is not None:
            return True
        now = journal.clock()
        rings, later = journal.follow_ups.ringing(now), journal.follow_ups.upcoming(now, now + _AHEAD)
        if not rings and not later:
            return True
        next_at = times.short_time(times.here(later[0].follow_up.rings_at), now) if later else ""
        dialog = ClosingDialog(len(rings) + len(later), next_at, has_tray=self._tray.is_there(), parent=self._window)
        dialog.exec()
        choice = dialog.choice
        if dialog.always.isChecked() and choice is not OnClose.STAY:
            self._settings.on_close = str(choice)
            self._keep()
        dialog.deleteLater()
        if choice is OnClose.TRAY:
            self._stay()
        return choice is OnClose.QUIT

    def _stay(self) -> None:
        self.hide()
        self.stayed.emit()

    def _quit(self) -> None:
        """End the program after the window was closed for good: closing a hidden one does not do so by itself."""
        if self._is_hidden and self._window.is_quitting:
            QCoreApplication.exit(0)

    def _session_ends(self, *_manager: object) -> None:
        """Let the system shut down: it waits for no question."""
        self._is_ending = True

"""The quick form asked for from outside the window: opened now, or as soon as the casebook is open and free."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from casebook.gui.first_window import ACTIVATION, come_forward, when_free

if TYPE_CHECKING:
    from casebook.gui.main_window import MainWindow
    from casebook.journal import Journal

_PATIENCE = 1_500
"""Milliseconds in which a casebook that needs no passphrase is open; after that the window is shown, to ask for it."""


class QuickStart(QObject):
    """Waits for the casebook, opens the form, and is gone with it. `alone`: the program ends with the form."""

    def __init__(self, window: MainWindow, case: str = "", token: str = "", *, alone: bool = False) -> None:
        super().__init__(window)
        self._window, self._case, self._alone = window, case, alone
        if token:
            os.environ[ACTIVATION] = token
        if alone:
            QGuiApplication.setQuitOnLastWindowClosed(False)
        if window.journal is not None:
            self._free()
            return
        window.attached.connect(self._attached)
        QTimer.singleShot(_PATIENCE if alone else 0, self, self._look)

    def _look(self) -> None:
        """Show the window where the casebook waits for its passphrase, or is not made yet: there is no form then."""
        if self._window.journal is None:
            self._show_window()

    def _attached(self, _journal: Journal) -> None:
        self._window.attached.disconnect(self._attached)
        QTimer.singleShot(0, self, self._free)  # after what the window does with a casebook that it is given

    def _free(self) -> None:
        when_free(self._window, self._open)

    def _open(self) -> None:
        commands, journal = self._window.commands, self._window.journal
        if commands is None or journal is None:
            return
        if journal.read_only is not None:
            self._show_window()
            return
        form = commands.capture.log_to(self._case)
        if form is None:  # there is no such case: the window says so
            self._show_window()
            return
        form.finished.connect(self._closed)

    def _show_window(self) -> None:
        come_forward(self._window)
        self._stay()

    def _stay(self) -> None:
        """Go on as a window like any other."""
        if self._alone:
            self._alone = False
            QGuiApplication.setQuitOnLastWindowClosed(True)

    def _closed(self) -> None:
        if self._alone and not self._window.isVisible():
            self._window.quit()
            QTimer.singleShot(0, QGuiApplication.quit)
        self._stay()
        self.deleteLater()

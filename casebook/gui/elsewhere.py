"""Changes that the command line makes while the window is open: they appear by themselves."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from casebook.gui.feed import Feed
from casebook.journal.errors import CasebookError

if TYPE_CHECKING:
    from casebook.journal import Journal

_EVERY = 2_000


class Elsewhere(QObject):
    """Asks the journal every two seconds, and whenever the window becomes active; tells the feed."""

    def __init__(self, feed: Feed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed = feed
        self._journal: Journal | None = None
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state)

    def watch(self, journal: Journal) -> None:
        """Look at this casebook from now on."""
        self._journal = journal
        self.look()
        self._timer.start()

    def stop(self) -> None:
        """Look no more: the casebook is about to be closed."""
        self._timer.stop()
        self._journal = None

    def look(self) -> None:
        """Tell the feed what others changed since the last look."""
        if self._journal is None:
            return
        try:
            changes = self._journal.elsewhere.look()
        except CasebookError as error:  # a disk that is away for a moment: whoever needs it will say so
            logging.getLogger(__name__).warning("looking for changes failed: %s", type(error).__name__)
            return
        self._feed.announce(changes)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

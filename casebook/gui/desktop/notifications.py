"""Notifications for the window: one way to show them on every system, and none of it holds the window up."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from casebook.desktop.notices import (
    Closed,
    Event,
    Failed,
    NoNotifications,
    Notice,
    Notifier,
    Pressed,
    Service,
    ServiceChanged,
)
from casebook.gui.worker import Worker
from casebook.journal.progress import Progress

if TYPE_CHECKING:
    from casebook.desktop.freedesktop import FreedesktopNotifier

_AGAIN = 60.0
"""Seconds after which a desktop that did not answer is asked again, if there is something to show."""


class Notifications(QObject):
    """Shows notifications where the desktop can, and is silent where it cannot: they are an echo of what is due."""

    pressed = Signal(str, str, str)
    """Tag, key of the button, and what lets the window come forward."""
    closed = Signal(str)
    """A notification with this tag is gone, and nothing was answered by that."""
    service_changed = Signal()
    """Whether and how notifications are shown is known now, or has changed."""
    _came_in = Signal(object)

    def __init__(self, icon: Path | None = None, parent: QObject | None = None, system: str = sys.platform) -> None:
        super().__init__(parent)
        self._icon, self._system = icon, system
        self._worker = Worker(lambda: None, self)
        self._notifier: Notifier | None = None
        self._socket: QSocketNotifier | None = None
        self._waiting: dict[str, Notice] = {}
        self._opened_at = float("-inf")
        self._ended = False
        self.trouble: Exception | None = None
        """Why nothing can be shown, None where it can or nobody has asked yet."""
        self._came_in.connect(self._take)

    @property
    def service(self) -> Service:
        """Who shows them; without a name as long as nobody does."""
        return self._notifier.service if self._notifier is not None else Service()

    def start(self) -> None:
        """Ask the desktop, in the background."""
        if self._worker.jobs or self._notifier is not None or self._ended:
            return
        self._opened_at = monotonic()

        def work() -> Generator[Progress, None, Notifier]:
            yield Progress(0)
            return self._open()

        self._worker.run("", work, done=self._opened, failed=self._lost, quiet=True)

    def show(self, notice: Notice) -> None:
        """Show a notification as soon as the desktop answers; a later one of that tag takes its place."""
        if self._notifier is None:
            self._waiting[notice.tag] = notice
            if monotonic() - self._opened_at > _AGAIN:
                self.start()
            return
        try:
            self._notifier.show(notice)
        except NoNotifications as error:
            self._refused(notice, error)

    def take_back(self, tag: str) -> None:
        """Take one off the screen."""
        self._waiting.pop(tag, None)
        if self._notifier is not None:
            with suppress(NoNotifications):
                self._notifier.take_back(tag)

    def end(self) -> None:
        """Take all of them off the screen, and ask no more."""
        self._ended = True
        self._waiting.clear()
        self._worker.close()
        if self._socket is not None:
            self._socket.setEnabled(False)
            self._socket = None
        notifier, self._notifier = self._notifier, None
        if notifier is not None:
            notifier.end()

    def _open(self) -> Notifier:
        """Connect to the desktop (on the background thread)."""
        if self._system.startswith("linux"):
            from casebook.desktop.freedesktop import FreedesktopNotifier

            return FreedesktopNotifier.open(self._icon)
        from casebook.desktop.other_systems import OtherNotifier

        return OtherNotifier.open(self._came_in.emit, self._icon)

    def _opened(self, notifier: Notifier) -> None:
        self._notifier, self.trouble = notifier, None
        if self._system.startswith("linux"):
            self._listen(notifier)  # type: ignore[arg-type]
        self.service_changed.emit()
        self._show_waiting()

    def _listen(self, notifier: FreedesktopNotifier) -> None:
        def read() -> None:
            try:
                events = notifier.read()
            except NoNotifications as error:
                self._lost(error)
                return
            for event in events:
                self._take(event)

        self._socket = QSocketNotifier(notifier.fileno(), QSocketNotifier.Type.Read, self)
        self._socket.activated.connect(lambda *_socket: read())
        read()  # what came with the last answer is in the parser already, and the socket tells nobody of it

    def _show_waiting(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for notice in waiting.values():
            self.show(notice)

    def _take(self, event: Event) -> None:
        if isinstance(event, Pressed):
            self.pressed.emit(event.tag, event.key, event.token)
        elif isinstance(event, Closed):
            self.closed.emit(event.tag)
        elif isinstance(event, Failed):
            self.trouble = NoNotifications("this system shows no notifications: {why}", why=event.why)
            self.service_changed.emit()
        elif isinstance(event, ServiceChanged):
            self.service_changed.emit()
            if event.service.name:
                self._show_waiting()

    def _refused(self, notice: Notice, error: NoNotifications) -> None:
        """Keep it for a service that comes later; a connection that broke is made anew."""
        self._waiting[notice.tag] = notice
        if self.service.name:
            self._lost(error)

    def _lost(self, error: Exception) -> None:
        self.trouble = error
        if self._socket is not None:
            self._socket.setEnabled(False)
            self._socket.deleteLater()
            self._socket = None
        notifier, self._notifier = self._notifier, None
        if notifier is not None:
            with suppress(NoNotifications, OSError):
                notifier.end()
        self.service_changed.emit()

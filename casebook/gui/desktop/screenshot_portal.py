"""A screenshot by the desktop's own hand, where a program may not look at the screen: the portal, over D-Bus."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, QTimer, QUrl, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

_SERVICE, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_SCREENSHOT, _REQUEST = "org.freedesktop.portal.Screenshot", "org.freedesktop.portal.Request"
_PATIENCE = 10_000
"""Milliseconds in which the portal has to take the request; the user then has all the time there is."""
_LARGEST = 200 * 1024 * 1024
_TAKEN, _CANCELLED = 0, 1


class ScreenshotPortal(QObject):
    """Asks once at a time. The user frames the part in the desktop's own window."""

    taken = Signal(object)
    """The picture file as it is, bytes."""
    cancelled = Signal()
    """The user wants none."""
    failed = Signal()
    """There is no such portal here, or it gave nothing."""

    def __init__(self, bus: QDBusConnection | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._request = ""
        self._paths: list[str] = []
        self._results: list[tuple[int, str]] = []
        self._listens = False
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._give_up)

    def ask(self) -> None:
        """Ask for a screenshot; one of the signals answers."""
        try:
            from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
        except ImportError:  # a Qt built without it
            self.failed.emit()
            return
        bus = self._bus or QDBusConnection.sessionBus()
        self._bus, self._request, self._paths, self._results = bus, "", [], []
        # Before the call and for every path: a portal may answer at once, and at another path than it said.
        if not self._listens:
            self._listens = bus.isConnected() and self._listen(bus)
        if not self._listens:
            self.failed.emit()
            return
        call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SCREENSHOT, "Screenshot")
        call.setArguments(["", {"handle_token": f"casebook{secrets.token_hex(8)}", "interactive": True}])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(call, _PATIENCE), self)
        watcher.finished.connect(self._asked)
        self._patience.start()

    def end(self) -> None:
        """Wait for nothing any more."""
        self._patience.stop()
        self._request = ""

    def _listen(self, bus: QDBusConnection) -> bool:
        slots = SLOT("on_message(QDBusMessage)"), SLOT("on_results(uint,QVariantMap)")
        one, other = (bus.connect(_SERVICE, "", _REQUEST, "Response", self, slot) for slot in slots)  # type: ignore[call-overload]
        return bool(one and other)

    def _asked(self, watcher: object) -> None:
        """Learn by which path the request answers; it may have answered already."""
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        assert isinstance(watcher, QDBusPendingCallWatcher)
        reply = watcher.reply()
        watcher.deleteLater()
        self._patience.stop()
        if reply.type() != QDBusMessage.MessageType.ReplyMessage or not reply.arguments():
            self.failed.emit()
            return
        handle = reply.arguments()[0]
        self._request = handle.path() if hasattr(handle, "path") else str(handle)
        self._pair()

    @Slot("QDBusMessage")
    def on_message(self, message: QDBusMessage) -> None:
        """Hear of which request an answer is; `on_results` hears the same answer, as only Qt can take it apart."""
        self._paths.append(message.path())
        self._pair()

    @Slot("uint", "QVariantMap")
    def on_results(self, code: int, results: dict[str, object]) -> None:
        """Hear what became of a request."""
        self._results.append((code, str(results.get("uri", ""))))
        self._pair()

    def _pair(self) -> None:
        """Answer once the request that is waited for has been heard of in both ways."""
        answers = dict(zip(self._paths, self._results, strict=False))
        if not self._request or self._request not in answers:
            return
        code, uri = answers[self._request]
        self.end()
        if code == _CANCELLED:
            self.cancelled.emit()
        elif code == _TAKEN and (raw := _read(uri)):
            self.taken.emit(raw)
        else:
            self.failed.emit()

    def _give_up(self) -> None:
        self.end()
        self.failed.emit()


def _read(address: str) -> bytes:
    """Return the bytes of a picture file of this computer, empty for anything else."""
    url = QUrl(address)
    path = Path(url.toLocalFile())
    try:
        if not url.isLocalFile() or not path.is_file() or path.stat().st_size > _LARGEST:
            return b""
        return path.read_bytes()
    except OSError:
        return b""

"""One window per casebook: a later start hands its files to the first one, which comes forward."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Qt, QThread, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

if TYPE_CHECKING:  # loaded after the first paint, and by a second start
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER = b"ok\n"
_TRIES, _STEP = 30, 100
"""How often, and after how many milliseconds, a window is called again that has the lock but does not listen yet."""
_PATIENCE = 15_000
"""Milliseconds in which a window that is called has to answer: it may be opening its casebook on a slow machine."""
_LONGEST = 1 << 20
_LONGEST_ADDRESS = 100
ACTIVATION = "XDG_ACTIVATION_TOKEN"
"""The environment variable from which Qt takes what lets a window come forward on Wayland."""


class Joined(Enum):
    """What became of a start."""

    FIRST = auto()
    """This window is the casebook's first one."""
    HANDED_OVER = auto()
    """The first window has the files and comes forward."""
    SILENT = auto()
    """There is a first window, but it does not answer."""


class FirstWindow(QObject):
    """Decides which window is a casebook's first one, and carries files to it.

    Lock and socket lie in the user's own runtime folder, under a hash of the casebook's folder: so they work before
    the casebook is made and on a read-only medium, and what a crash leaves there is taken over.
    """

    called = Signal(list, str)
    """A later start: the files it was given (maybe none), and what lets this window come forward on Wayland."""
    log_called = Signal(str, str)
    """A later start that wants the quick form: the case as it was typed (maybe none), and the same token."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._book: Path | None = None
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None

    def join(self, book: Path, files: Sequence[Path], log: str | None = None) -> Joined:
        """Become the first window of a casebook, or hand `files`, or the wish to `log`, to the one there is."""
        message: dict[str, object] = {"files": [str(path.absolute()) for path in files]}
        message["token"] = os.environ.get(ACTIVATION, "")
        if log is not None:
            message["log"] = log
        for _ in range(_TRIES):
            if self.take(book):
                return Joined.FIRST
            taken = _hand_over(self._address(book), json.dumps(message).encode() + b"\n")
            if taken is not None:
                return Joined.HANDED_OVER if taken else Joined.SILENT
            QThread.msleep(_STEP)
        return Joined.SILENT

    def take(self, book: Path) -> bool:
        """Make this window the first one of a casebook, if it is not; return False when another one is.

        A lock left by a crash is taken over, because its process is gone. Where no lock can be kept every window is
        the first one: the journal itself bears several programs.
        """
        if book == self._book:
            return True
        lock = None
        if _is_own(self._folder):
            lock = QLockFile(str(self._path(book, ".lock")))
            lock.setStaleLockTime(0)
            if not lock.tryLock(0) and lock.error() == QLockFile.LockError.LockFailedError:
                return False
        listened = self._server is not None
        self.release()
        self._book, self._lock = book, lock
        if listened:
            self.listen()
        return True

    def listen(self) -> None:
        """Answer later starts from now on."""
        from PySide6.QtNetwork import QLocalServer

        if self._book is None or self._lock is None or self._server is not None:
            return
        name = self._address(self._book)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(name):
            QLocalServer.removeServer(name)  # left by a crash: the lock is this window's
            server.listen(name)
        server.newConnection.connect(self._welcome)
        self._server = server

    def owner(self, book: Path) -> int:
        """Return the process number of a casebook's first window; 0 where it is not known."""
        number, _host, _program = QLockFile(str(self._path(book, ".lock"))).getLockInfo()
        return int(number)

    def release(self) -> None:
        """Listen no more and give the lock up; a second time does nothing."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
        if self._lock is not None:
            self._lock.unlock()
        self._book, self._lock, self._server = None, None, None

    def _welcome(self) -> None:
        assert self._server is not None
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(partial(self._read, caller))
            caller.disconnected.connect(caller.deleteLater)
            self._read(caller)

    def _read(self, caller: QLocalSocket) -> None:
        if not caller.canReadLine():
            if caller.bytesAvailable() > _LONGEST:
                caller.abort()
            return
        try:
            message = json.loads(bytes(caller.readLine().data()))
            files, token = [Path(str(name)) for name in message["files"]], str(message["token"])
            log = message.get("log")
        except (ValueError, KeyError, TypeError):
            caller.abort()
            return
        caller.write(_ANSWER)
        caller.flush()
        caller.disconnectFromServer()
        if isinstance(log, str):
            self.log_called.emit(log, token)
        else:
            self.called.emit(files, token)

    def _path(self, book: Path, end: str) -> Path:
        place = os.path.normcase(os.path.realpath(book)) + "\0" + str(Path.home())
        digest = QCryptographicHash.hash(place.encode("utf-8", "surrogateescape"), QCryptographicHash.Algorithm.Sha256)
        return self._folder / (bytes(digest.data()).hex()[:16] + end)

    def _address(self, book: Path) -> str:
        path = self._path(book, ".socket")
        # A pipe on Windows has a name only, and a socket's path has little room.
        return f"casebook-{path.stem}" if sys.platform == "win32" or len(str(path)) > _LONGEST_ADDRESS else str(path)


def come_forward(window: QWidget, token: str = "") -> None:
    """Bring a window to the user's eyes, as far as the system lets a program do that to itself."""
    if token:
        os.environ[ACTIVATION] = token  # Qt takes it from there when the window asks to be activated
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    for shown in (window, QApplication.activeModalWidget()):
        if shown is not None:
            shown.raise_()
            shown.activateWindow()


def when_free(window: QWidget, then: Callable[[], None]) -> None:
    """Call `then` now, or once the dialog that waits for an answer has had it."""
    modal = QApplication.activeModalWidget()
    if isinstance(modal, QDialog):
        modal.finished.connect(lambda: QTimer.singleShot(0, window, lambda: when_free(window, then)))
    else:
        then()


def _hand_over(address: str, message: bytes) -> bool | None:
    """Return whether the window there took the message; None where nobody listens."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(_STEP):
        return None
    if sys.platform == "win32":
        import ctypes

        ctypes.WinDLL("user32").AllowSetForegroundWindow(-1)  # this start was the user's; let the other come forward
    socket.write(message)
    while not socket.canReadLine():
        if not socket.waitForReadyRead(_PATIENCE):
            return False
    return bytes(socket.readLine().data()) == _ANSWER


def _is_own(folder: Path) -> bool:
    """Return whether the folder could be made and nobody else has a hand in it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
    except OSError:
        return False
    return os.name == "nt" or (found.st_uid == os.getuid() and not found.st_mode & 0o077)

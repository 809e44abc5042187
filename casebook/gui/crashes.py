"""When something breaks that nobody caught: drafts are kept, it is logged and shown once, and the window lives on."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, Slot, qInstallMessageHandler

if TYPE_CHECKING:  # loaded when something breaks
    from PySide6.QtWidgets import QDialog

_log = logging.getLogger("casebook")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_MOST, _SPAN = 3, 60.0
"""So many different mistakes are shown within so many seconds; what comes on top of them is only logged."""
_LARGEST = 1_000_000


def log_to(folder: Path) -> HardCrashes | None:
    """Send the program's log, Qt's messages and hard crashes to files in `folder`; do without where it refuses."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        hard = HardCrashes(folder)
    except OSError:
        return None
    _log.addHandler(_LogFile(folder / "casebook.log"))
    _log.setLevel(logging.INFO)
    faulthandler.enable(hard.file)
    qInstallMessageHandler(_qt_message)
    return hard


class HardCrashes:
    """What is left of a process that died: its stacks, at the end of a file that is only ever added to.

    How much of the file is known already is kept beside it, so that each crash is told of once.
    """

    def __init__(self, folder: Path) -> None:
        path, self._known = folder / "crash.log", folder / "crash.known"
        if path.exists() and path.stat().st_size > _LARGEST:
            os.replace(path, folder / "crash.1.log")
            self._known.unlink(missing_ok=True)
        # Stays open for the life of the process: faulthandler writes to it when nothing else works any more.
        self.file: TextIO = path.open("a", encoding="utf-8")
        self._path = path
        self.is_news = self._size() > self._told()
        """Whether this program died since it was last told of."""

    def settle(self) -> None:
        """Take all that is in the file as known: it was told of, or the program has outlived it."""
        with suppress(OSError):
            self._known.write_text(f"{self._size()}\n", "ascii")

    def _size(self) -> int:
        try:
            return self._path.stat().st_size
        except OSError:
            return 0

    def _told(self) -> int:
        try:
            return int(self._known.read_text("ascii"))
        except (OSError, ValueError):
            return 0


class Crashes(QObject):
    """Catches what no slot caught, on whatever thread, and shows it on this one: one dialog at a time."""

    _caught = Signal(object, str)

    def __init__(self, log_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = log_folder
        self._dialogs: list[QDialog] = []
        self._seen: set[tuple[object, ...]] = set()
        self._shown_at: list[float] = []
        self.keep: Callable[[], object] | None = None
        """Saves what is being written; called before anything is shown."""
        self._caught.connect(self._show)

    def install(self) -> None:
        """Take over Python's two hooks for exceptions that nobody handled."""
        sys.excepthook = self.catch
        threading.excepthook = lambda args: self.catch(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an exception and have it shown; a key press of Ctrl+C in the terminal ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            from PySide6.QtWidgets import QApplication

            QApplication.quit()
            return
        import traceback

        from casebook.journal.errors import CasebookError
        from casebook.journal.secrecy import discreet

        details = "".join(traceback.format_exception(kind, error, trace))
        logged = discreet.trace(error.with_traceback(trace))
        _log.error("not caught:\n%s", logged)
        with suppress(OSError, ValueError):  # a terminal that was closed
            print(logged, file=sys.stderr)  # which may end in the system's log
        # A refusal is the user's business and needs no trace; both cross over to the GUI thread by the signal.
        self._caught.emit(error, "" if isinstance(error, CasebookError | OSError) else details)

    @Slot(object, str)
    def _show(self, error: BaseException, details: str) -> None:
        if self._shows_one() or self._is_known(error, details):
            return
        from PySide6.QtWidgets import QApplication

        from casebook.gui.dialogs.error_dialog import ErrorDialog

        if self.keep is not None:
            # Whatever is broken must not break on this: the words come first, then the telling.
            try:
                self.keep()
            except Exception:
                _log.exception("drafts could not be kept")
        dialog = ErrorDialog(error, details=details, log_folder=self._folder, parent=QApplication.activeWindow())
        self._dialogs.append(dialog)  # without a window nobody else holds it; there are few
        dialog.open()

    def _is_known(self, error: BaseException, details: str) -> bool:
        """Return whether this mistake was shown before, or more were of late than anybody reads."""
        if not details:
            return False
        last, now = error.__traceback__, time.monotonic()
        while last is not None and last.tb_next is not None:
            last = last.tb_next
        where = (last.tb_frame.f_code.co_filename, last.tb_lineno) if last else (str(error),)
        self._shown_at = [at for at in self._shown_at if now - at < _SPAN]
        if (key := (type(error), *where)) in self._seen or len(self._shown_at) >= _MOST:
            return True
        self._seen.add(key)
        self._shown_at.append(now)
        return False

    def _shows_one(self) -> bool:
        from shiboken6 import isValid

        return any(isValid(dialog) and dialog.isVisible() for dialog in self._dialogs[-1:])


class _LogFile(logging.Handler):
    """The log's file, opened with the first line for it: a start has better things to do."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None
        self._is_broken = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line; a folder that refuses is no reason to fail."""
        if self._file is None and not self._is_broken:
            from logging.handlers import RotatingFileHandler

            try:
                self._file = RotatingFileHandler(self._path, maxBytes=_LARGEST, backupCount=2, encoding="utf-8")
            except OSError:
                self._is_broken = True
                return
            self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        if self._file is not None:
            self._file.handle(record)

    def close(self) -> None:
        """Close the file with the log."""
        if self._file is not None:
            self._file.close()
        super().close()


def _qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    del context
    _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)

"""When something breaks that nobody caught: it is written to the log, shown once, and the window lives on."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMessageBox

from casebook.gui import texts
from casebook.journal.errors import CasebookError
from casebook.journal.secrecy import discreet

_log = logging.getLogger("casebook")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_to(folder: Path) -> None:
    """Send the program's log, Qt's messages and hard crashes to files in `folder`; do without where it refuses."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "casebook.log", maxBytes=1_000_000, backupCount=2, encoding="utf-8")
        # Stays open for the life of the process: faulthandler writes to it when nothing else works any more.
        crash_file = (folder / "crash.log").open("a", encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    faulthandler.enable(crash_file)
    qInstallMessageHandler(_qt_message)


class Crashes(QObject):
    """Catches what no slot caught, on whatever thread, and shows it on this one: one dialog at a time."""

    _caught = Signal(str, str)

    def __init__(self, log_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = log_folder
        self._showing = False
        self._seen: set[str] = set()
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
            QApplication.quit()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        logged = discreet.trace(error.with_traceback(trace))
        _log.error("not caught:\n%s", logged)
        print(logged, file=sys.stderr)  # which may end in the system's log
        # A refusal is the user's business and needs no trace; both cross over to the GUI thread by the signal.
        self._caught.emit(texts.error_text(error), "" if isinstance(error, CasebookError) else details)

    @Slot(str, str)
    def _show(self, words: str, details: str) -> None:
        if self._showing or (details and details in self._seen):
            return
        self._seen.add(details)
        self._showing = True
        box = QMessageBox(QApplication.activeWindow())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Casebook"))
        box.setText(words)
        if details:
            box.setInformativeText(
                self.tr("What you recorded is safe. The details are in the log file in {folder}.").replace(
                    "{folder}", str(self._folder)
                )
            )
            box.setDetailedText(details)
        box.exec()
        self._showing = False


def _qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    del context
    _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)

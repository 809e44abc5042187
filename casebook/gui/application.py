"""The application: made, dressed, started and ended. `run` is what the composition root calls."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, MutableMapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLockFile, QTimer
from PySide6.QtWidgets import QApplication

from casebook import __version__, paths
from casebook.gui import crashes, icons, texts
from casebook.gui.appearance import Appearance
from casebook.gui.main_window import MainWindow
from casebook.journal.errors import CasebookError
from casebook.settings import Settings

if TYPE_CHECKING:
    from casebook.journal import Journal

_LOCK = "window.lock"
_PATIENCE = 1_000
"""Milliseconds after which the casebook is opened even if the window was started minimised and nothing was painted."""


def run(
    book: Path,
    open_journal: Callable[[Path], Journal],
    settings: Settings,
    settings_path: Path,
    log_folder: Path,
    files: Sequence[Path],
) -> int:
    """Show the window on the casebook in `book` and return the exit code once it is closed.

    `open_journal` opens the casebook, and makes it where there is none yet. `files` are mails to import at once. The
    window is on the screen before the journal is opened; what cannot be opened is said inside it, and the code is 1.
    """
    cure_input_method(os.environ)
    crashes.log_to(log_folder)
    app = create(sys.argv[:1])
    catcher = crashes.Crashes(log_folder, app)
    catcher.install()
    appearance = Appearance(app, paths.resources() / "i18n", app)
    appearance.use_language(settings.language)
    appearance.use_theme(settings.theme)
    window = MainWindow(appearance, settings, settings_path, log_folder)
    start = Start(window, book, open_journal, files)
    window.painted.connect(start)
    QTimer.singleShot(_PATIENCE, start)
    window.show()
    code = app.exec()
    return start.end() or code


def create(arguments: list[str]) -> QApplication:
    """Return the QApplication with its names and icon."""
    app = QApplication(arguments)
    app.setApplicationName("casebook")
    app.setApplicationDisplayName("Casebook")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("casebook")
    app.setWindowIcon(icons.app_icon())
    return app


def cure_input_method(environment: MutableMapping[str, str]) -> None:
    """Let users of fcitx type Chinese: the wheel has no fcitx plugin, but fcitx5 also answers to ibus' portal.

    Must run before the QApplication is made. Nothing is changed where the user has chosen otherwise.
    """
    if environment.get("QT_IM_MODULE", "").startswith("fcitx") and "QT_IM_MODULES" not in environment:
        environment["QT_IM_MODULES"] = "wayland;fcitx;ibus"
        environment.setdefault("IBUS_USE_PORTAL", "1")


class Start:
    """Opens the casebook behind the first paint, and closes it at the end."""

    def __init__(
        self, window: MainWindow, book: Path, open_journal: Callable[[Path], Journal], files: Sequence[Path]
    ) -> None:
        self._window, self._book, self._open, self._files = window, book, open_journal, files
        self._journal: Journal | None = None
        self._lock: QLockFile | None = None
        self._failed = self._started = False

    def __call__(self) -> None:
        """Open the casebook and hand it to the window, or have the window say why not; a second call does nothing."""
        if self._started:
            return
        self._started = True
        try:
            self._journal = self._open(self._book)
            if self._locked():
                self._window.attach(self._journal, self._files)
                return
            words = QCoreApplication.translate(
                "Start", "Another window has this casebook open. Go on there, or close it first."
            )
        except (CasebookError, OSError) as error:
            words = texts.error_text(error)
        self._failed = True
        self._window.refuse(words)

    def end(self) -> int:
        """Close what was opened; return 1 where the casebook could not be opened, else 0."""
        if self._journal is not None:
            self._journal.close()
        if self._lock is not None:
            self._lock.unlock()
        return int(self._failed)

    def _locked(self) -> bool:
        """Take the lock of this casebook's window; return False when another window holds it.

        A lock left by a crash is taken over, because its process is gone; a folder that takes no lock file is the
        journal's business.
        """
        lock = QLockFile(str(self._book / _LOCK))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            return lock.error() != QLockFile.LockError.LockFailedError
        self._lock = lock
        return True

"""The application: made, dressed, started and ended. `run` is what the composition root calls."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, MutableMapping, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from casebook import __version__, paths
from casebook.gui import crashes, icons
from casebook.gui.appearance import Appearance
from casebook.gui.desktop.desktop import Desktop, login_of
from casebook.gui.first_window import FirstWindow, Joined
from casebook.gui.main_window import MainWindow
from casebook.gui.start import OpenJournal, Start
from casebook.gui.upkeep import Upkeep
from casebook.settings import Settings

_PATIENCE = 1_000
"""Milliseconds after which the casebook is opened even if the window was started minimised and nothing was painted."""


def run(
    book: Path,
    open_journal: OpenJournal,
    settings: Settings,
    settings_path: Path,
    log_folder: Path,
    files: Sequence[Path],
    choose_book: Callable[[Path], None] | None = None,
    *,
    background: bool = False,
) -> int:
    """Show the window on the casebook in `book` and return the exit code once it is closed.

    `open_journal` opens the casebook, and makes it where there is none yet. `files` are mails to import at once. At the
    first start the user may choose another folder, which `choose_book` remembers; without it the folder is fixed. The
    window is on the screen before the journal is opened; what cannot be opened is said inside it, and the code is 1.
    Where another window has the casebook open, that one comes forward with the files, and this one is not shown.
    `background` begins in the tray, or minimised.
    """
    cure_input_method(os.environ)
    crashes.log_to(log_folder)
    app = create(sys.argv[:1])
    catcher = crashes.Crashes(log_folder, app)
    catcher.install()
    first = FirstWindow(paths.runtime(), app)
    if first.join(book, files) is Joined.HANDED_OVER:
        return 0
    appearance = Appearance(app, paths.resources() / "i18n", app)
    appearance.use_language(settings.language)
    appearance.use_theme(settings.theme)
    window = MainWindow(appearance, settings, settings_path, log_folder)
    start = Start(window, book, open_journal, files, movable=choose_book is not None, first=first)
    if choose_book is not None:
        start.book_chosen.connect(choose_book)
    upkeep = Upkeep(window, settings_path.with_name("backups.json"))
    start.at_the_end = upkeep.last_backup
    desktop = Desktop(window, settings, settings_path, login_of(book))
    window.painted.connect(start.__call__)
    QTimer.singleShot(_PATIENCE, start.__call__)  # a callable QObject itself is no slot to Qt
    if not background:
        window.show()
    elif not desktop.start_in_background():
        window.showMinimized()
    code = app.exec()
    desktop.end()
    upkeep.close()
    app.processEvents()  # the window goes from the screen before a backup takes its time
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

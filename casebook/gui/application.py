"""The application: made, dressed, started and ended. `run` is what the composition root calls."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, MutableMapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from casebook import __version__, paths
from casebook.gui import crashes, icons, loading
from casebook.gui.appearance import Appearance
from casebook.gui.first_window import FirstWindow, Joined
from casebook.gui.main_window import MainWindow
from casebook.settings import Settings

if TYPE_CHECKING:  # loaded after the first paint
    from casebook.gui.desktop.desktop import Desktop
    from casebook.gui.sample_book import MakeSample
    from casebook.gui.start import OpenJournal, Start
    from casebook.gui.upkeep import Upkeep

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
    make_sample: MakeSample | None = None,
    log: str | None = None,
) -> int:
    """Show the window on the casebook in `book` and return the exit code once it is closed.

    `open_journal` opens the casebook, and makes it where there is none yet. `files` are mails to import at once. At the
    first start the user may choose another folder, which `choose_book` remembers; without it the folder is fixed. The
    window is on the screen before the journal is opened; what cannot be opened is said inside it, and the code is 1.
    Where another window has the casebook open, that one comes forward with the files, and this one is not shown.
    `background` begins in the tray, or minimised. `make_sample` makes the casebook that can be looked at first. With
    `log` only the quick form is shown, on the case that is named or the last one, and the program ends with it.
    """
    cure_input_method(os.environ)
    hard = crashes.log_to(log_folder)
    app = create(sys.argv[:1])
    catcher = crashes.Crashes(log_folder, app)
    catcher.install()
    first = FirstWindow(paths.runtime(), app)
    if first.join(book, files, log) is Joined.HANDED_OVER:
        return 0
    appearance = Appearance(app, paths.resources() / "i18n", app)
    appearance.use_language(settings.language)
    appearance.use_theme(settings.theme)
    window = MainWindow(appearance, settings, settings_path, log_folder)
    session = _Session(window, book, open_journal, files, settings_path, first, choose_book)
    session.make_sample = make_sample
    session.watch(catcher, hard)
    window.painted.connect(session.begin)
    QTimer.singleShot(_PATIENCE, session.begin)
    first.log_called.connect(session.log)
    if log is not None:
        session.log(log, alone=True)
    elif not background:
        window.show()
    else:
        session.begin_unseen()
    code = app.exec()
    code = session.end() or code
    if hard is not None:
        hard.settle()
    return code


class _Session(QObject):
    """What joins a window with its casebook and with the desktop: made once the window is on the screen."""

    def __init__(
        self,
        window: MainWindow,
        book: Path,
        open_journal: OpenJournal,
        files: Sequence[Path],
        settings_path: Path,
        first: FirstWindow,
        choose_book: Callable[[Path], None] | None,
    ) -> None:
        super().__init__(window)
        self._window, self._book, self._open_journal, self._files = window, book, open_journal, files
        self._settings_path, self._first, self._choose_book = settings_path, first, choose_book
        self._parts: tuple[Start, Upkeep, Desktop] | None = None
        self.make_sample: MakeSample | None = None
        self._begun = False

    def watch(self, catcher: crashes.Crashes, hard: crashes.HardCrashes | None) -> None:
        """Keep what is being written when something breaks, and tell once of a program that died."""
        window = self._window
        catcher.keep = lambda: window.commands.draft.save_now() if window.commands is not None else ""
        if hard is not None and hard.is_news:
            hard.settle()

            def tell(_journal: object) -> None:
                window.attached.disconnect(tell)
                window.notices.say(
                    self.tr(
                        "Casebook stopped suddenly last time. What was recorded is safe, and what was being written is "
                        "where it was. The log folder (Help menu) has the details."
                    )
                )

            window.attached.connect(tell)

    def begin(self) -> None:
        """Open the casebook; a second call does nothing."""
        if self._begun:
            return
        self._begun = True
        loading.load(self._opens_at_once)
        if not gc.isenabled():
            gc.enable()
            gc.freeze()  # what is loaded stays for good: a later collection need not look at it
        start, _upkeep, _desktop = self._parts or self._make()
        start()

    def _opens_at_once(self) -> bool:
        """Return whether no page stands before the casebook, such as that of the first start. Asked by any thread."""
        from casebook.journal.secrecy.keys import is_encrypted
        from casebook.journal.store.database import holds_casebook

        return holds_casebook(self._book) and not is_encrypted(self._book)

    def begin_unseen(self) -> None:
        """Begin in the tray, or minimised where there is none."""
        _start, _upkeep, desktop = self._make()
        if not desktop.start_in_background():
            self._window.showMinimized()

    def log(self, case: str, token: str = "", *, alone: bool = False) -> None:
        """Open the quick form, now or as soon as the casebook is open; `alone`, the program ends with it."""
        from casebook.gui.quick_start import QuickStart

        QuickStart(self._window, case, token, alone=alone)
        QTimer.singleShot(0, self.begin)

    def end(self) -> int:
        """Take everything off the screen and the desktop, and close the casebook; return the exit code."""
        start, upkeep, desktop = self._parts or self._make()
        desktop.end()
        upkeep.close()
        QApplication.processEvents()  # the window goes from the screen before a backup takes its time
        return start.end()

    def _make(self) -> tuple[Start, Upkeep, Desktop]:
        from casebook.gui.desktop.desktop import Desktop, login_of
        from casebook.gui.sample_book import SampleBook
        from casebook.gui.start import Start
        from casebook.gui.upkeep import Upkeep

        window, settings_path, choose_book = self._window, self._settings_path, self._choose_book
        movable = choose_book is not None
        start = Start(window, self._book, self._open_journal, self._files, movable=movable, first=self._first)
        if choose_book is not None:
            start.book_chosen.connect(choose_book)
        if self.make_sample is not None:
            SampleBook(window, start, self.make_sample, paths.sample_casebook())
        upkeep = Upkeep(window, settings_path.with_name("backups.json"))
        start.at_the_end = upkeep.last_backup
        desktop = Desktop(window, window.settings, settings_path, login_of(self._book))
        self._parts = start, upkeep, desktop
        return self._parts


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

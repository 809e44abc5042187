"""The Help menu: how to use it, the keys, what this program is; and F1, which knows where the cursor is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QSplitter, QWidget

from casebook import paths
from casebook.gui.actions import Actions
from casebook.gui.appearance import Appearance

if TYPE_CHECKING:
    from casebook.gui.dialogs.help_dialog import HelpDialog
    from casebook.gui.main_window import MainWindow
    from casebook.gui.models.help_pages import HelpPages
    from casebook.gui.models.key_sheet import Key

_ANSWERS = "answersF1"


class Help(QObject):
    """Opens the help beside the work, on the page of what has the focus. There is one window of it.

    `memory` is the file in which its size is remembered.
    """

    def __init__(self, actions: Actions, appearance: Appearance, memory: Path, window: MainWindow) -> None:
        super().__init__(window)
        self._actions, self._appearance, self._memory, self._window = actions, appearance, memory, window
        self._dialog: HelpDialog | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._offer)

    def show_help(self) -> None:
        """Show the page of what has the focus."""
        from casebook.gui.help_topics import page_of

        focus = QApplication.focusWidget()
        if self._dialog is not None and focus is not None and focus.window() is self._dialog:
            self.show_page("welcome")
            return
        slug, body = page_of(focus), self._window.body
        if body is not None and focus is not None and body.sidebar.isAncestorOf(focus):
            slug = slug if isinstance(body.page, QSplitter) else page_of(body.page)  # it chose what is looked at
        self.show_page(slug)

    def show_keys(self) -> None:
        """Show the sheet of all keys."""
        self.show_page("keys")

    def show_page(self, slug: str) -> None:
        """Show a page of the help in the present language."""
        from casebook.gui.dialogs.help_dialog import HelpDialog

        over: QWidget = (
            QApplication.activeModalWidget() or self._window
        )  # a dialog that blocks the window would block it, too
        if self._dialog is None or self._dialog.parentWidget() is not over:
            if self._dialog is not None:
                self._dialog.close()
            keys = self._keys()
            self._dialog = HelpDialog(self._pages(keys), keys, self._appearance.theme, self._memory, over)
            self._dialog.finished.connect(self._forget)
            self._dialog.language_changed.connect(lambda: QTimer.singleShot(0, self, self._translate))
        self._dialog.show_page(slug)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def show_about(self, book: Path | None) -> None:
        """Show name, version, licence, and where the casebook is."""
        from casebook.gui.dialogs.about_dialog import AboutDialog

        AboutDialog(book, self._window).open()

    def _forget(self) -> None:
        self._dialog = None

    def _translate(self) -> None:
        if self._dialog is not None:
            keys = self._keys()
            self._dialog.use(self._pages(keys), keys)

    def _pages(self, keys: list[Key]) -> HelpPages:
        from casebook.gui.models.help_pages import KEYS, HelpPages

        words = " ".join(f"{key.words} {key.key}" for key in keys)
        return HelpPages(paths.resources() / "help", self._appearance.language, {KEYS: words})

    def _keys(self) -> list[Key]:
        from casebook.gui.models.key_sheet import keys_of

        more = (
            (self.tr("Save the contact"), "Ctrl+Enter"),
            (self.tr("Paste a screenshot"), "Ctrl+V"),
            (self.tr("From the search field into the results"), "↓"),
            (self.tr("Open what was found"), "Enter"),
            (self.tr("Leave the search"), "Esc"),
            (self.tr("Due: done, snooze, another day, no longer needed"), "D, S, C, X"),
            (self.tr("Due: why this day, write to them"), "W, M"),
            (self.tr("Choose several that are due"), "Shift+↓, Ctrl+A"),
        )
        return keys_of(self._actions, more)

    def _offer(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Let F1 answer in every dialog: the window's own key does not reach there."""
        dialog = now.window() if now is not None else None
        if isinstance(dialog, QDialog) and not dialog.property(_ANSWERS):
            dialog.setProperty(_ANSWERS, True)
            QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), dialog, self.show_help)

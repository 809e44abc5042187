"""The way to the key of an encrypted casebook: the computer's keyring, the passphrase, or the recovery key."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from casebook.gui import texts
from casebook.gui.panes.unlock import UnlockPage
from casebook.gui.worker import Worker
from casebook.journal.errors import Damaged
from casebook.journal.progress import Progress

if TYPE_CHECKING:
    from casebook.gui.main_window import MainWindow
    from casebook.journal.secrecy.keys import Key

T = TypeVar("T")

_AT_ONCE = 400
"""Milliseconds in which a keyring that is open has answered: before that, no page need flash by."""


class Unlocking(QObject):
    """Shows the unlock page in a window and answers it. Everything slow happens in the background."""

    opened = Signal(object, str)
    """The `Key`, and a sentence to be said once the casebook is open; mostly empty."""
    damaged = Signal(object)
    """The key file cannot be read: a `Damaged`."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self._key: Key | None = None
        self._over = self._shown = self._forgotten = False
        # A keyring that waits for its user must not hold up the passphrase: each has a thread of its own.
        self._keyring, self._worker = Worker(lambda: None, self), Worker(lambda: None, self)
        self.page = UnlockPage(folder, window.appearance.theme, window)
        self.page.hide()
        self.page.passphrase_given.connect(self._unlock)
        self.page.recovery_given.connect(self._recover)
        self.page.renewed.connect(self._renew)

    def start(self, *, ask_keyring: bool) -> None:
        """Ask this computer's keyring if it may be asked, then the user."""
        from casebook.journal.secrecy import keys

        if not (ask_keyring and keys.is_remembered(self._folder)):
            self.show_page()
            return

        def found(key: Key | None) -> None:
            if key is not None:
                self._open(key)
            else:
                self._forgotten = True
                self.show_page()
                self.page.tell_forgotten()

        self._ask(self._keyring, lambda: keys.remembered(self._folder), found)
        QTimer.singleShot(_AT_ONCE, self, self.show_page)

    def show_page(self) -> None:
        """Show the page, unless it is shown or no longer needed."""
        if not (self._over or self._shown):
            self._window.show_page(self.page)
            self.shown()

    def shown(self) -> None:
        """Take note that the page is on the screen; offer to remember the key where this computer has a keyring."""
        from casebook.journal.secrecy import keys

        self._shown = True

        def found(can: bool) -> None:
            self.page.offer_remembering(can and (self._forgotten or not keys.is_remembered(self._folder)))

        self._ask(self._keyring, keys.can_remember, found)

    def close(self) -> None:
        """Stop asking; call before the window goes."""
        self._end()
        self._keyring.close()

    def _unlock(self, passphrase: str, remember: bool) -> None:
        from casebook.journal.secrecy import keys

        def work() -> tuple[Key, str]:
            key = keys.unlock(self._folder, passphrase)
            return key, self._remember(key) if remember else ""

        self._ask(self._worker, work, lambda found: self._open(*found))

    def _recover(self, text: str) -> None:
        from casebook.journal.secrecy import keys

        def found(key: Key) -> None:
            self._key = key
            self.page.ask_new_passphrase()

        self._ask(self._worker, lambda: keys.unlock_with_recovery(self._folder, text), found)

    def _renew(self, passphrase: str) -> None:
        from casebook.journal.secrecy import keys

        key = self._key
        assert key is not None
        if not passphrase:
            self._open(key)
            return
        said = self.tr("The new passphrase is set.")
        change = lambda: keys.change_passphrase(self._folder, key, passphrase)  # noqa: E731
        self._ask(self._worker, change, lambda _none: self._open(key, said))

    def _remember(self, key: Key) -> str:
        """Have the keyring keep the key; a keyring that refuses is no reason not to open. On the background thread."""
        from casebook.journal.errors import CasebookError
        from casebook.journal.secrecy import keys

        try:
            keys.remember(self._folder, key)
        except CasebookError as error:
            return texts.error_text(error)
        return ""

    def _open(self, key: Key, words: str = "") -> None:
        if not self._over:
            self._end()
            self.opened.emit(key, words)

    def _end(self) -> None:
        # The keyring may still be waiting for its user; that is waited for at the very end only.
        self._over = True
        self._key = None
        self._worker.close()
        if not self._keyring.jobs:
            self._keyring.close()

    def _ask(self, worker: Worker, question: Callable[[], T], then: Callable[[T], None]) -> None:
        def work() -> Generator[Progress, None, T]:
            yield Progress(0)
            return question()

        def answer(found: T) -> None:
            if not self._over:
                then(found)

        def fail(error: Exception) -> None:
            if isinstance(error, Damaged) and not self._over:
                self._end()
                self.damaged.emit(error)
            elif not self._over:
                self.page.refuse(texts.error_text(error))

        worker.run(self.tr("Unlocking"), work, done=answer, failed=fail)

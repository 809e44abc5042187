"""Encrypting a casebook, and taking the encryption away again: shown in the window while the casebook is closed."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from casebook.gui.panes.job import JobPane
from casebook.journal.progress import Progress

if TYPE_CHECKING:
    from casebook.gui.main_window import MainWindow
    from casebook.journal.secrecy.keys import Key


class Converting(QObject):
    """Runs in the background. Exactly one of its signals is emitted; the casebook is whole in every case."""

    encrypted = Signal(object, str)
    """The `Key` and the recovery key."""
    decrypted = Signal()
    stopped = Signal()
    """The user stopped it."""
    failed = Signal(str, object)
    """What was going on, and why it could not be done."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self.page = JobPane("shield", window.appearance.theme, window)

    def start(self, key: Key | None, passphrase: str) -> None:
        """Encrypt the casebook with a passphrase, or decrypt it with its key."""
        title = self.tr("Encrypting the casebook") if passphrase else self.tr("Removing the encryption")

        def work() -> Generator[Progress, None, tuple[Key | None, str]]:
            from casebook.journal.secrecy import convert
            from casebook.journal.times import utc_now

            if passphrase:
                return (yield from convert.encrypt(self._folder, utc_now, passphrase))
            assert key is not None
            yield from convert.decrypt(self._folder, utc_now, key)
            return None, ""

        self.page.begin(
            title,
            self.tr(
                "The casebook is rewritten beside itself and replaced in one step at the end. It stays whole if you "
                "stop, or if the power fails."
            ),
        )
        job = self._window.worker.run(
            title,
            work,
            done=self._done,
            failed=lambda error: self.failed.emit(title, error),
            progressed=self.page.advance,
            cancelled=self.stopped.emit,
            quiet=True,
        )
        self.page.cancel_requested.connect(job.cancel)

    def _done(self, made: tuple[Key | None, str]) -> None:
        key, recovery = made
        if key is None:
            self.decrypted.emit()
        else:
            self.encrypted.emit(key, recovery)

"""Commands on the protection of the casebook: its passphrase, recovery key, keyring, and when it locks."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from casebook.gui import texts
from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.theme import Theme
from casebook.gui.worker import Worker
from casebook.journal.errors import CasebookError
from casebook.journal.progress import Progress

if TYPE_CHECKING:
    from casebook.gui.dialogs.protection_dialog import Protection, ProtectionDialog
    from casebook.journal import Journal

T = TypeVar("T")


class ProtectionCommands(Commands):
    """Opens the Protection dialog. What needs the casebook closed is only asked for: the start sequence does it."""

    convert_requested = Signal(str)
    """Encrypt with this passphrase; empty to take the encryption away."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, worker: Worker, theme: Theme) -> None:
        super().__init__(journal, feed, window)
        self._worker, self._theme = worker, theme

    def show(self) -> ProtectionDialog:
        """Open the dialog."""
        from casebook.gui.dialogs.protection_dialog import ProtectionDialog

        dialog = ProtectionDialog(self._state(), self._theme, self.window)
        dialog.encrypt_requested.connect(lambda passphrase: self._convert(dialog, passphrase))
        dialog.decrypt_requested.connect(lambda present: self._decrypt(dialog, present))
        dialog.change_requested.connect(lambda present, new: self._change(dialog, present, new))
        dialog.recovery_requested.connect(lambda present: self._renew(dialog, present))
        dialog.remember_requested.connect(lambda wanted: self._remember(dialog, wanted))
        dialog.lock_after_chosen.connect(lambda minutes: self._lock_after(dialog, minutes))
        dialog.open()
        if self.journal.key is not None:
            from casebook.journal.secrecy import keys

            self._ask(dialog, keys.can_remember, dialog.offer_remembering)
        return dialog

    def _state(self) -> Protection:
        from casebook.gui.dialogs.protection_dialog import Protection
        from casebook.journal.secrecy import keys

        folder, encrypted = self.journal.folder, self.journal.key is not None
        return Protection(
            folder,
            encrypted,
            encrypted and keys.is_remembered(folder),
            self.journal.preferences.get().lock_after_minutes,
        )

    def _convert(self, dialog: ProtectionDialog, passphrase: str) -> None:
        from casebook.journal.secrecy import keys

        try:
            if self.journal.read_only is not None:
                raise self.journal.read_only
            if passphrase:
                keys.check_passphrase(passphrase)
        except CasebookError as error:
            dialog.refuse(texts.error_text(error))
            return
        dialog.done(0)
        self.convert_requested.emit(passphrase)

    def _decrypt(self, dialog: ProtectionDialog, present: str) -> None:
        from casebook.journal.secrecy import keys

        self._ask(dialog, lambda: keys.unlock(self.journal.folder, present), lambda _key: self._convert(dialog, ""))

    def _change(self, dialog: ProtectionDialog, present: str, new: str) -> None:
        from casebook.journal.secrecy import keys

        folder = self.journal.folder

        def work() -> None:
            keys.change_passphrase(folder, keys.unlock(folder, present), new)

        said = self.tr("The passphrase is changed.")
        self._ask(dialog, work, lambda _none: dialog.show_state(self._state(), said))

    def _renew(self, dialog: ProtectionDialog, present: str) -> None:
        from casebook.journal.secrecy import keys

        folder = self.journal.folder
        self._ask(dialog, lambda: keys.new_recovery(folder, keys.unlock(folder, present)), dialog.show_recovery)

    def _remember(self, dialog: ProtectionDialog, wanted: bool) -> None:
        from casebook.journal.secrecy import keys

        folder, key = self.journal.folder, self.journal.key
        assert key is not None

        def work() -> str:
            if wanted:
                keys.remember(folder, key)
                return self.tr("This computer opens the casebook without the passphrase from now on.")
            keys.forget(folder)
            return self.tr("No computer opens the casebook without the passphrase any more.")

        dialog.work()
        self._ask(dialog, work, lambda said: dialog.show_state(self._state(), said))

    def _lock_after(self, dialog: ProtectionDialog, minutes: int) -> None:
        try:
            self.journal.preferences.set(lock_after_minutes=minutes)
        except (CasebookError, OSError) as error:
            dialog.refuse(texts.error_text(error))

    def _ask(self, dialog: ProtectionDialog, question: Callable[[], T], then: Callable[[T], None]) -> None:
        """Ask something that takes a moment in the background; a refusal is shown in the dialog."""

        def work() -> Generator[Progress, None, T]:
            yield Progress(0)
            return question()

        def fail(error: Exception) -> None:
            if isValid(dialog):
                dialog.refuse(texts.error_text(error))

        def answer(found: T) -> None:
            if isValid(dialog):
                then(found)

        self._worker.run(self.tr("Protection"), work, done=answer, failed=fail)

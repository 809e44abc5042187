"""The commands around backups: made, checked and restored in the background, while the window stays usable."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from casebook.gui import backup_keys
from casebook.gui.commands.base import Commands
from casebook.gui.fault_places import places
from casebook.gui.feed import Feed
from casebook.gui.theme import Theme
from casebook.gui.worker import Worker
from casebook.journal import Damaged, Progress
from casebook.journal.errors import CasebookError
from casebook.journal.records import Verdict

if TYPE_CHECKING:
    from casebook.gui.dialogs.backups_dialog import BackupsDialog, Shown
    from casebook.gui.dialogs.restore_dialog import RestoreDialog
    from casebook.journal import Journal
    from casebook.journal.backup.backup_form import Backup
    from casebook.journal.backup.restore import Restored
    from casebook.journal.secrecy.keys import Key


class BackupCommands(Commands):
    """Opens the dialogs and answers them. A restore in place is handed on: the casebook must be closed for it."""

    replace_requested = Signal(object, object)
    """A `Backup` takes the place of the casebook; with its `Key`, or None where it is plain."""
    made = Signal(object)
    """A `Backup` was made, or nothing had changed since it was."""

    def __init__(
        self,
        journal: Journal,
        feed: Feed,
        window: QWidget,
        worker: Worker,
        quick: Worker,
        theme: Theme,
        open_url: Callable[[QUrl], object] = QDesktopServices.openUrl,
        start: Callable[[str, list[str]], object] = QProcess.startDetached,
    ) -> None:
        super().__init__(journal, feed, window)
        self._worker, self._quick, self._theme = worker, quick, theme
        self._open_url, self._start = open_url, start
        self._dialog: BackupsDialog | None = None

    def show(self) -> BackupsDialog:
        """Show the backups."""
        from casebook.gui.dialogs.backups_dialog import BackupsDialog

        if self._dialog is None:
            dialog = BackupsDialog(
                self.journal.folder, self._theme, writable=self.journal.read_only is None, parent=self.window
            )
            dialog.make_requested.connect(lambda: self._make(dialog))
            dialog.check_requested.connect(lambda backup: self._check(backup, dialog))
            dialog.restore_requested.connect(self.restore)
            dialog.show_requested.connect(self._show_path)
            dialog.place_chosen.connect(lambda folder: self._choose(folder, dialog))
            dialog.rules_changed.connect(lambda changed: self._set_rules(changed, dialog))
            dialog.destroyed.connect(self._forget)
            self._dialog = dialog
            self._read(dialog)
            dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog

    def refresh(self) -> None:
        """Read the backups anew where they are shown: one was made meanwhile."""
        if self._dialog is not None:
            self._read(self._dialog)

    def restore(self, backup: Backup) -> RestoreDialog:
        """Ask where a backup shall be restored to."""
        from casebook.gui.dialogs.restore_dialog import RestoreDialog

        dialog = RestoreDialog(
            backup,
            self._documents(),
            self.journal.clock(),
            newer=max(0, self.journal.ledger.head().number - backup.entries),
            ask_passphrase=not backup_keys.fits(backup, self.journal.key),
            can_replace=self.journal.read_only is None,
            parent=self.window,
        )
        dialog.restore_requested.connect(lambda out, words, anyway: self._restore(dialog, out, words, anyway=anyway))
        dialog.replace_requested.connect(lambda words: self._replace(dialog, words))
        dialog.show_requested.connect(self._show_path)
        dialog.open_requested.connect(self._open_book)
        dialog.show()
        return dialog

    def _read(self, dialog: BackupsDialog, choose: Path | None = None) -> None:
        def read() -> Generator[Progress, None, Shown]:
            yield Progress(0)
            return self._shown()

        def done(shown: Shown) -> None:
            if dialog is self._dialog:  # else it was closed meanwhile
                dialog.show_backups(shown, choose)

        def failed(error: Exception) -> None:
            if dialog is self._dialog:
                dialog.show_failure(error)

        self._quick.run(self.tr("Looking for backups"), read, done=done, failed=failed, quiet=True)

    def _shown(self) -> Shown:
        from casebook.gui.dialogs.backups_dialog import Shown
        from casebook.journal.backup.backups import unreachable

        folder, backups = self.journal.folder, self.journal.backups
        same = False
        with suppress(CasebookError, OSError):
            root = backups.root()
            same = next(p for p in (root, *root.parents) if p.exists()).stat().st_dev == folder.stat().st_dev
        rules, lost = self.journal.preferences.get(), tuple(unreachable(folder))
        return Shown(tuple(backups.list()), lost, rules, self.journal.clock(), same)

    def _make(self, dialog: BackupsDialog) -> None:
        known = {backup.path for backup in dialog.list.backups()}

        def done(backup: Backup) -> None:
            dialog.show_made(backup, self.journal.clock(), new=backup.path not in known)
            self._read(dialog, backup.path)
            self.made.emit(backup)

        self._work(dialog, self.tr("Making a backup"), self.journal.backups.make, done)

    def _check(self, backup: Backup, dialog: BackupsDialog) -> None:
        from casebook.gui.dialogs.check_dialog import CheckDialog

        def work() -> Generator[Progress, None, tuple[Verdict, dict[str, str]]]:
            verdict = yield from self.journal.backups.check(backup)
            return verdict, places(self.journal, verdict.faults)

        def done(checked: tuple[Verdict, dict[str, str]]) -> None:
            verdict, where = checked
            dialog.show_checked(verdict)
            self._read(dialog, backup.path)
            if not verdict.ok:
                found = CheckDialog(self.tr("Check of a backup"), self._theme, backups=False, parent=dialog)
                found.again.hide()
                found.show_verdict(verdict, where)
                found.show()

        self._work(dialog, self.tr("Checking the backup"), work, done)

    def _work(
        self,
        dialog: BackupsDialog,
        title: str,
        make: Callable[[], Generator[Progress, None, object]],
        done: Callable[..., None],
    ) -> None:
        dialog.begin(title)
        job = self._worker.run(
            title,
            make,
            done=done,
            failed=dialog.show_failure,
            progressed=dialog.advance,
            cancelled=dialog.show_cancelled,
            quiet=True,
        )
        dialog.cancel_requested.connect(job.cancel)

    def _choose(self, folder: Path | None, dialog: BackupsDialog) -> None:
        try:
            self.journal.backups.choose(folder)
        except (CasebookError, OSError) as error:
            dialog.show_failure(error)
        self._read(dialog)

    def _set_rules(self, changed: dict[str, int | bool], dialog: BackupsDialog) -> None:
        try:
            self.journal.preferences.set(**changed)
        except (CasebookError, OSError) as error:
            dialog.show_failure(error)
        self._read(dialog)

    def _restore(self, dialog: RestoreDialog, out: Path, words: str, *, anyway: bool) -> None:
        def work() -> Generator[Progress, None, Restored]:
            from casebook.journal.backup.restore import restore

            yield Progress(0)
            key = self._key(dialog.backup, words)
            return (yield from restore(dialog.backup.path, out, self.journal.clock, key=key, anyway=anyway))

        dialog.begin()
        job = self._worker.run(
            self.tr("Restoring a backup"),
            work,
            done=lambda restored: dialog.show_done(restored.folder, len(restored.faults)),
            failed=lambda error: dialog.show_failure(error, not_whole=isinstance(error, Damaged)),
            progressed=dialog.advance,
            cancelled=dialog.show_cancelled,
            quiet=True,
        )
        dialog.cancel_requested.connect(job.cancel)

    def _replace(self, dialog: RestoreDialog, words: str) -> None:
        def work() -> Generator[Progress, None, Key | None]:
            yield Progress(0)
            return self._key(dialog.backup, words)

        dialog.begin()
        job = self._quick.run(
            self.tr("Restoring a backup"),
            work,
            done=lambda key: self.replace_requested.emit(dialog.backup, key),
            failed=dialog.show_failure,
            cancelled=dialog.show_cancelled,
            quiet=True,
        )
        dialog.cancel_requested.connect(job.cancel)

    def _key(self, backup: Backup, words: str) -> Key | None:
        if not backup.encrypted:
            return None
        return self.journal.key if backup_keys.fits(backup, self.journal.key) else backup_keys.unlock(backup, words)

    def _documents(self) -> Path:
        found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(found) if found and Path(found).is_dir() else Path.home()

    def _show_path(self, path: Path) -> None:
        self._open_url(QUrl.fromLocalFile(str(path)))

    def _open_book(self, folder: Path) -> None:
        self._start(sys.executable, ["-m", "casebook", "--book", str(folder)])

    def _forget(self) -> None:
        self._dialog = None

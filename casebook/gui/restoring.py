"""A backup takes the place of a casebook that is closed: wanted by the user, or needed because it cannot be opened."""

from __future__ import annotations

from collections.abc import Generator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from casebook.gui import backup_keys, texts
from casebook.gui.dialogs.check_dialog import CheckDialog
from casebook.gui.models import backup_words
from casebook.gui.panes.damaged import DamagedPage
from casebook.gui.panes.job import JobPane
from casebook.journal.errors import CasebookError, Damaged, NotACasebook
from casebook.journal.progress import Progress
from casebook.journal.store.database_name import DATABASE_NAME

if TYPE_CHECKING:
    from casebook.gui.main_window import MainWindow
    from casebook.journal.backup.backup_form import Backup
    from casebook.journal.backup.restore import Restored
    from casebook.journal.secrecy.keys import Key


class Restoring(QObject):
    """Runs in the background. Exactly one of its signals is emitted."""

    restored = Signal(object, str)
    """The `Key` that opens the casebook now (None for a plain one), and a sentence on what became of the old one."""
    stopped = Signal(str)
    """Why the casebook is as it was."""
    not_whole = Signal(str)
    """The backup lacks something; the casebook is as it was."""

    def __init__(self, window: MainWindow, folder: Path, *, replaces: bool = True) -> None:
        super().__init__(window)
        self._replaces = replaces
        self._window, self._folder = window, folder
        self.page = JobPane("undo", window.appearance.theme, window)

    def start(self, backup: Backup, key: Key | None, words: str = "", *, anyway: bool = False) -> None:
        """Restore a backup. `words` open it where `key` does not. What is there is replaced and kept beside it."""
        title = self.tr("Restoring the backup of {time}").format(time=backup_words.made(backup, _now()))

        def work() -> Generator[Progress, None, tuple[Key | None, Restored]]:
            from casebook.journal.backup.restore import restore

            yield Progress(0)
            opened = key if backup_keys.fits(backup, key) else backup_keys.unlock(backup, words)
            made = yield from restore(backup.path, self._folder, replace=self._replaces, key=opened, anyway=anyway)
            return opened if backup.encrypted else None, made

        self.page.begin(
            title,
            self.tr(
                "The backup is opened and checked first, then put in place in one step. What is there now is kept "
                "beside it."
            ),
        )
        job = self._window.worker.run(
            title,
            work,
            done=lambda pair: self.restored.emit(pair[0], self._told(pair[1])),
            failed=self._failed,
            progressed=self.page.advance,
            cancelled=lambda: self.stopped.emit(self.tr("Stopped. The casebook is as it was.")),
            quiet=True,
        )
        self.page.cancel_requested.connect(job.cancel)

    def _told(self, made: Restored) -> str:
        time = backup_words.made(made.backup, _now())
        if made.faults:
            return self.tr("The backup of {time} is in place, but not whole: check the casebook.").format(time=time)
        if made.aside is None:
            return self.tr("The backup of {time} is in place.").format(time=time)
        words = self.tr("The backup of {time} is in place. What was there before is kept as {name}.")
        return words.format(time=time, name=made.aside.name)

    def _failed(self, error: Exception) -> None:
        words = texts.error_text(error)
        if isinstance(error, Damaged) and "where" in error.values:
            self.not_whole.emit(words)
        else:
            self.stopped.emit(words)


class Rescue(QObject):
    """Shows the page of a casebook that cannot be opened, and answers it."""

    restored = Signal(object, str)
    """As that of `Restoring`."""
    moved = Signal(object, object, str)
    """The same, in another folder, which comes first."""

    def __init__(self, window: MainWindow, folder: Path, key: Key | None, error: CasebookError) -> None:
        super().__init__(window)
        self._window, self._folder, self._key, self._error = window, folder, key, error
        self._page: DamagedPage | None = None

    def show(self, words: str = "", *, not_whole: bool = False) -> None:
        """Show the page, with a sentence on what was tried in vain."""
        page = DamagedPage(
            self._folder,
            self._reason,
            lambda backup: not backup_keys.fits(backup, self._key),
            self._window.appearance.theme,
            gone=not (self._folder / DATABASE_NAME).exists(),
            parent=self._window,
        )
        self._page = page
        page.restore_requested.connect(self._restore)
        page.elsewhere_requested.connect(self._choose_folder)
        page.check_requested.connect(self._check)
        page.look_requested.connect(self._look)
        page.folder_requested.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))))
        page.quit_requested.connect(self._window.close)
        self._window.show_page(page)
        self._look(words, not_whole=not_whole)

    @property
    def page(self) -> DamagedPage | None:
        """The page that is shown."""
        return self._page

    def _look(self, words: str = "", *, not_whole: bool = False) -> None:
        """Read the backups in the background: finding the newest good one reads all of it."""

        def read() -> Generator[Progress, None, tuple[list[Backup], Path | None, list[Path]]]:
            from casebook.journal.backup.backups import find, newest_good, unreachable

            yield Progress(0)
            best = newest_good(self._folder)
            return find(self._folder), best.path if best else None, unreachable(self._folder)

        page = self._page
        assert page is not None

        def done(found: tuple[list[Backup], Path | None, list[Path]]) -> None:
            if page is not self._page:
                return
            page.show_backups(*found, _now())
            if words:
                page.refuse_whole(words) if not_whole else page.refuse(words)

        def failed(error: Exception) -> None:
            if page is self._page:
                page.refuse(texts.error_text(error))

        self._window.quick.run(self.tr("Looking for backups"), read, done=done, failed=failed, quiet=True)

    def _reason(self) -> str:
        """Return what is wrong. The journal's words name pages and commands; here are buttons for both."""
        path = self._folder / DATABASE_NAME
        if not path.exists():
            return self.tr("{path} is not there any more.").format(path=path)
        if isinstance(self._error, NotACasebook) or self._error.values.get("path") != path:
            return texts.error_text(self._error)
        return self.tr("{path} does not hold what was written into it.").format(path=path)

    def _choose_folder(self, backup: Backup, words: str) -> None:
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Restore into"), str(Path.home()))
        if not chosen:
            return
        folder = Path(chosen)
        self._restore(backup, words, False, folder / self._folder.name if any(folder.iterdir()) else folder)

    def _restore(self, backup: Backup, words: str, anyway: bool, folder: Path | None = None) -> None:
        restoring = Restoring(self._window, folder or self._folder, replaces=folder is None)
        if folder is None:
            restoring.restored.connect(self.restored)
        else:
            restoring.restored.connect(lambda key, said: self.moved.emit(folder, key, said))
        restoring.stopped.connect(self.show)
        restoring.not_whole.connect(lambda told: self.show(told, not_whole=True))
        self._page = None
        self._window.worker.clear()  # a check of what is damaged need not go on
        for dialog in self._window.findChildren(CheckDialog):
            dialog.done(CheckDialog.DialogCode.Rejected)
        self._window.show_page(restoring.page)
        restoring.start(backup, self._key, words, anyway=anyway)

    def _check(self) -> None:
        dialog = CheckDialog(
            self.tr("Check of the casebook"), self._window.appearance.theme, backups=False, parent=self._window
        )

        def run() -> None:
            from casebook import paths
            from casebook.journal import check

            dialog.begin()
            job = self._window.worker.run(
                self.tr("Checking the casebook"),
                lambda: check(self._folder, self._key, keys=paths.keys()),
                done=dialog.show_verdict,
                failed=dialog.show_failure,
                progressed=dialog.advance,
                cancelled=dialog.show_cancelled,
                quiet=True,
            )
            dialog.cancel_requested.connect(job.cancel)

        dialog.check_requested.connect(run)
        dialog.show()
        run()


def _now() -> datetime:
    return datetime.now().astimezone()

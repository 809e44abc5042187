"""How a window comes to its casebook: made at the first start, unlocked, opened, locked again, closed at the end."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from casebook.gui import texts
from casebook.gui.elsewhere import Elsewhere
from casebook.gui.first_window import FirstWindow, come_forward, when_free
from casebook.gui.main_window import MainWindow
from casebook.gui.reading_only import ReadingOnly
from casebook.gui.widgets.warning_bar import Remedy
from casebook.journal.errors import CasebookError, Damaged, NotACasebook
from casebook.journal.progress import Progress
from casebook.journal.secrecy.keys import Key, is_encrypted

if TYPE_CHECKING:
    from casebook.gui.idle import IdleLock
    from casebook.gui.panes.first_start import FirstStartPage
    from casebook.gui.unlocking import Unlocking
    from casebook.journal import Journal
    from casebook.journal.backup.backup_form import Backup

OpenJournal = Callable[[Path, Key | None], "Journal"]
"""Opens the casebook in a folder, encrypted with a key or plain; makes it where there is none yet."""


class Start(QObject):
    """Owns the journal of one window. Whoever needs the casebook closed for a while asks here."""

    sample_requested = Signal()
    """The sample is wished for, from the page of the first start."""
    book_chosen = Signal(object)
    """The user chose another folder than the usual one for good."""

    def __init__(
        self,
        window: MainWindow,
        book: Path,
        open_journal: OpenJournal,
        files: Sequence[Path] = (),
        *,
        movable: bool = False,
        first: FirstWindow | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._book, self._open_journal = window, book, open_journal
        self._files, self._movable = list(files), movable
        self._journal: Journal | None = None
        self._first = first
        self._elsewhere = Elsewhere(window.feed, self)
        ReadingOnly(window)
        self._idle: IdleLock | None = None
        self._unlocking: list[Unlocking] = []
        self._failed = self._started = False
        self.has_sample = False
        """Whether there is a sample to look at."""
        self.at_the_end: Callable[[Journal], object] | None = None
        """What is still done with the casebook when the window is gone."""
        window.lock_requested.connect(self.lock_now)
        window.convert_requested.connect(self.convert)
        window.restore_requested.connect(self.restore)
        window.attached.connect(self._elsewhere.watch)
        window.detached.connect(self._elsewhere.stop)
        if first is not None:
            window.painted.connect(first.listen)
            first.called.connect(self._called)

    @property
    def book(self) -> Path:
        """The folder of the casebook."""
        return self._book

    @property
    def journal(self) -> Journal | None:
        """The casebook while it is open."""
        return self._journal

    def __call__(self) -> None:
        """Begin; a second call does nothing."""
        if not self._started:
            self._started = True
            if self._first is not None:
                self._first.listen()  # a window that starts in the tray is not painted
            self.begin()

    def begin(self) -> None:
        """Show the casebook, or the page that stands before it."""
        from casebook.journal.store.database import holds_casebook
        from casebook.journal.store.start_check import refuse_lost

        if not self._is_first():
            self._refuse(self._taken())
        elif not holds_casebook(self._book):
            try:
                refuse_lost(self._book)
            except CasebookError as error:
                self._rescue(error, None)
            else:
                self._first_start()
        elif is_encrypted(self._book):
            self._unlock_page().start(ask_keyring=True)
        else:
            self.open(None)

    def open(self, key: Key | None, words: str = "") -> None:
        """Open the casebook, hand it to the window and say a sentence, or have the window say why it cannot be."""
        self._failed = False
        try:
            self._journal = self._journal or self._open_journal(self._book, key)
        except (CasebookError, OSError) as error:
            if isinstance(error, Damaged | NotACasebook):
                self._rescue(error, key)
            else:
                self._refuse(texts.error_text(error))
            return
        if not self._is_first():
            self._refuse(self._taken())
            return
        files, self._files = self._files, []
        self._window.attach(self._journal, files)
        if key is not None:
            self._watch()
            self._look_for_plain_words()
        if words:
            self._window.notices.say(words)

    def lock_now(self) -> None:
        """Close an encrypted casebook until its passphrase is given; work that runs is stopped if the user says so."""
        if self._is_lockable() and self._window.may_stop_work():
            self.lock()

    def lock(self) -> None:
        """Close an encrypted casebook at once. What was being written comes back when it is unlocked."""
        if not self._is_lockable():
            return
        # A chooser or question runs a loop of its own, which must have ended before the casebook goes.
        modal = QApplication.activeModalWidget()
        if isinstance(modal, QFileDialog | QMessageBox) and modal.close():
            QTimer.singleShot(0, self, self.lock)
            return
        unlocking = self._unlock_page()
        self._window.detach(unlocking.page, keep_forms=True)
        self.close_journal()
        unlocking.shown()

    def convert(self, passphrase: str) -> None:
        """Encrypt the casebook with a passphrase; with an empty one, take the encryption away."""
        from casebook.gui.converting import Converting

        if self._journal is None or not self._window.may_stop_work():
            return
        key = self._journal.key
        converting = Converting(self._window, self._book)
        converting.encrypted.connect(
            lambda made, recovery: self.show_recovery(recovery, lambda: self.open(made, self._encrypted_words()))
        )
        converting.decrypted.connect(lambda: self.open(None, self.tr("The casebook is not encrypted any more.")))
        converting.stopped.connect(lambda: self._go_on(key, self.tr("Stopped. The casebook is as it was.")))
        converting.failed.connect(lambda title, error: self._go_on(key, "", title, error))
        self._window.detach(converting.page)
        self.close_journal()
        converting.start(key, passphrase)

    def _encrypted_words(self) -> str:
        """Return what is said after encrypting: also where plain words still lie, such as on a drive that is away."""
        from casebook.journal.secrecy.convert import plain_backups

        words = self.tr("The casebook is encrypted from now on.")
        if plain := plain_backups(self._book):
            words += " " + self.tr(
                "Not encrypted yet: {places}. Connect the drive and back up, and its backups follow."
            ).replace("{places}", ", ".join(map(str, plain)))
        return words

    def restore(self, backup: Backup, backup_key: Key | None) -> None:
        """Put a backup in the place of the casebook, which is closed meanwhile."""
        from casebook.gui.restoring import Restoring

        if self._journal is None or not self._window.may_stop_work():
            return
        key = self._journal.key
        restoring = Restoring(self._window, self._book)
        restoring.restored.connect(self.open)
        for failed in (restoring.stopped, restoring.not_whole):
            failed.connect(lambda words: self.open(key, words))
        self._window.detach(restoring.page)
        self.close_journal()
        restoring.start(backup, backup_key)

    def _go_to(self, folder: Path, key: Key | None, words: str) -> None:
        self._move_to(folder)
        self.open(key, words)

    def _rescue(self, error: CasebookError, key: Key | None) -> None:
        """Show what is wrong with a casebook that cannot be opened, and the backups that can take its place."""
        from casebook.gui.restoring import Rescue

        self.close_journal()
        self._failed = True
        rescue = Rescue(self._window, self._book, key, error)
        rescue.restored.connect(self.open)
        rescue.moved.connect(self._go_to)
        rescue.show()

    def _go_on(self, key: Key | None, words: str, title: str = "", error: Exception | None = None) -> None:
        """Open the casebook after a conversion that did not end: it stopped before its change-over, or after it."""
        if error is not None:
            self._window.worker.failed.emit(title, error)  # the window shows it until it is read
        if is_encrypted(self._book) == (key is not None):
            self.open(key, words)
        elif key is not None:
            self.open(None, self.tr("The casebook is not encrypted any more."))
        else:
            unlocking = self._unlock_page()
            unlocking.start(ask_keyring=False)
            unlocking.page.refuse(
                self.tr(
                    "The casebook was encrypted before it stopped. Open it with the new passphrase, and make a "
                    "recovery key under File, Protection."
                )
            )

    def close_journal(self) -> None:
        """Close the casebook; the window must show it no more."""
        if self._idle is not None:
            self._idle.stop()
            self._idle = None
        journal, self._journal = self._journal, None
        if journal is not None:
            journal.close()

    def end(self) -> int:
        """Close what was opened; return 1 where the casebook could not be opened, else 0."""
        for unlocking in self._unlocking:
            unlocking.close()
        self._elsewhere.stop()
        if self._first is not None:
            self._first.release()  # whoever starts Casebook now need not wait for what is done at the end
        if self._journal is not None and self.at_the_end is not None:
            self.at_the_end(self._journal)
        self.close_journal()
        return int(self._failed)

    def show_recovery(self, recovery: str, then: Callable[[], None]) -> None:
        """Show a new recovery key in the middle of the window; go on with `then` once the user has dealt with it."""
        from casebook.gui.panes.recovery import RecoveryPage

        page = RecoveryPage(recovery, self._book, self._window.appearance.theme, self._window)
        page.finished.connect(lambda _kept: then())
        self._window.show_page(page)

    def _refuse(self, words: str) -> None:
        self.close_journal()
        self._failed = True
        self._window.refuse(words)

    # -- the first start ---------------------------------------------------------------------------------------------

    def _first_start(self) -> None:
        from casebook.gui.panes.first_start import FirstStartPage

        looks = self._window.appearance
        page = FirstStartPage(self._book, looks.theme, looks.language, movable=self._movable, parent=self._window)
        page.language_chosen.connect(lambda name: self._window.actions_[f"language_{name}"].trigger())
        page.offer_sample(self.has_sample)
        page.sample_requested.connect(self.sample_requested)
        page.make_requested.connect(lambda folder, passphrase: self._make(page, folder, passphrase))
        page.open_requested.connect(self._take)
        self._window.show_page(page)

    def turn_to(self, folder: Path) -> None:
        """Show another casebook for now, without remembering it. The one that was shown must be closed."""
        self._book = folder
        self.begin()

    def _take(self, folder: Path) -> None:
        self._move_to(folder)
        self.begin()

    def _move_to(self, folder: Path) -> None:
        if folder != self._book:
            self._book = folder
            self.book_chosen.emit(folder)

    def _make(self, page: FirstStartPage, folder: Path, passphrase: str) -> None:
        """Make the casebook; for an encrypted one the key is made in the background: that takes a moment."""

        def fail(error: Exception) -> None:
            page.refuse(texts.error_text(error))

        def made(key: Key | None, recovery: str) -> None:
            try:
                self._journal = self._open_journal(folder, key)
            except (CasebookError, OSError) as error:
                fail(error)
                return
            self._move_to(folder)
            if key is None:
                self.open(None)
            else:
                self.show_recovery(recovery, lambda: self.open(key))

        def work() -> Generator[Progress, None, tuple[Key, str]]:
            from casebook.journal.journal import refuse_full
            from casebook.journal.secrecy import keys

            yield Progress(0)
            refuse_full(folder)
            return keys.make(folder, passphrase)

        if passphrase:
            self._window.quick.run(self.tr("Making the casebook"), work, done=lambda pair: made(*pair), failed=fail)
        else:
            made(None, "")

    # -- locking -----------------------------------------------------------------------------------------------------

    def _is_lockable(self) -> bool:
        return self._journal is not None and self._journal.key is not None

    def _unlock_page(self) -> Unlocking:
        from casebook.gui.unlocking import Unlocking

        unlocking = Unlocking(self._window, self._book)
        unlocking.opened.connect(self.open)
        unlocking.damaged.connect(lambda error: self._rescue(error, None))
        self._unlocking.append(unlocking)
        return unlocking

    def _watch(self) -> None:
        """Lock the casebook when nobody has used this window for a while."""
        from casebook.gui.idle import IdleLock

        assert self._journal is not None
        journal = self._journal
        self._idle = IdleLock(lambda: journal.preferences.get().lock_after_minutes, self)
        self._idle.idle.connect(self._lock_idle)

    def _look_for_plain_words(self) -> None:
        """Say for as long as it is so that copies of an encrypted casebook lie about which are not."""
        from casebook.journal.secrecy import convert

        book, window = self._book, self._window

        def work() -> Generator[Progress, None, list[Path]]:
            yield Progress(0)
            return convert.plain_backups(book)

        def done(found: list[Path]) -> None:
            def words() -> str:
                said = self.tr("Copies of this casebook that are not encrypted still lie in {folder}.")
                return said.replace("{folder}", texts.joined(*sorted({str(path.parent) for path in found})))

            if found:
                backups = Remedy(lambda: self.tr("Backups…"), window.actions_["backups"].trigger)
                window.warnings.warn("plain copies", words, backups)

        window.quick.run(self.tr("Looking for backups"), work, done=done)

    def _lock_idle(self) -> None:
        if not self._window.worker.jobs:  # long work is somebody's use as well; it is looked at again soon
            self.lock()

    # -- other windows -----------------------------------------------------------------------------------------------

    def _is_first(self) -> bool:
        return self._first is None or self._first.take(self._book)

    def _taken(self) -> str:
        number = self._first.owner(self._book) if self._first is not None else 0
        words = self.tr("Another window has this casebook open. Go on there, or close it first.")
        if number:
            words += " " + self.tr("If it does not answer, end its process, number {number}.").format(number=number)
        return words

    def _called(self, files: list[Path], token: str) -> None:
        """Come forward, because the user started the program again, and take the files of that start."""
        self._files += files
        come_forward(self._window, token)
        when_free(self._window, self._import_waiting)

    def _import_waiting(self) -> None:
        if self._files and self._window.journal is not None and self._window.commands is not None:
            files, self._files = self._files, []
            self._window.commands.imports.open(files)

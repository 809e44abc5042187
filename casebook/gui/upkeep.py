"""What a window does for its casebook by itself: daily and last backups, and a look at what was recorded last."""

from __future__ import annotations

import json
import os
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from casebook.gui import texts, warming
from casebook.gui.widgets.warning_bar import Remedy
from casebook.gui.worker import Worker
from casebook.journal.errors import CasebookError
from casebook.journal.progress import Progress

if TYPE_CHECKING:
    from casebook.gui.main_window import MainWindow
    from casebook.journal import Journal
    from casebook.journal.backup.backup_form import Backup
    from casebook.journal.records import Verdict

_SOON, _HOUR = 3_000, 3_600_000
_BACKUP, _TAIL = "backup", "tail"


class Upkeep(QObject):
    """Watches which casebook a window shows. Works on a thread of its own, so that nobody waits for it."""

    looked = Signal()
    """One round is over: the last entries are checked, and a backup is made where one was due."""

    def __init__(self, window: MainWindow, notes: Path, soon: int = _SOON) -> None:
        """`notes` is a file that keeps why a last backup failed until the next start."""
        super().__init__(window)
        self._window, self._notes, self._soon = window, Notes(notes), soon
        self._worker: Worker | None = None
        self._journal: Journal | None = None
        self._is_first_look = True
        self._timer = QTimer(self, interval=_HOUR)
        self._timer.timeout.connect(self.look)
        window.attached.connect(self._begin)
        window.detached.connect(self.close)

    def look(self) -> None:
        """Check what was recorded since the last check, and make a backup if one is due."""
        journal, worker = self._journal, self._worker
        if journal is None or worker is None or worker.jobs:
            return
        # A session that ended by a lock, a crash or a power cut made no last backup: it is made now.
        first, self._is_first_look = self._is_first_look, False
        catching_up = first and journal.preferences.get().backup_on_close

        def daily() -> Generator[Progress, None, Backup | None]:
            yield Progress(0)
            if journal.read_only is None and (catching_up or journal.backups.due(journal.clock())):
                return (yield from journal.backups.make())
            return None

        def back_up() -> None:
            worker.run(self.tr("Making a backup"), daily, done=self._backed_up, failed=self._failed, quiet=True)

        def tail_failed(error: Exception) -> None:
            self._warn_tail(texts.error_text(error))
            back_up()

        def tail_done(verdict: Verdict) -> None:
            self._tail_done(verdict)
            back_up()

        title = self.tr("Checking what was recorded last")
        worker.run(title, journal.verify_tail, done=tail_done, failed=tail_failed, quiet=True)
        if first:
            title = self.tr("Getting ready for what comes next")
            worker.run(title, warming.load, done=lambda _none: None, failed=lambda _error: None, quiet=True)

    def last_backup(self, journal: Journal) -> None:
        """Make the backup at the end, after the window is gone; why it failed is said at the next start."""
        if journal.read_only is not None:
            return
        try:
            if journal.preferences.get().backup_on_close:
                for _step in journal.backups.make():
                    pass
                self._notes.drop(journal.folder)
        except (CasebookError, OSError) as error:
            self._notes.keep(journal.folder, error)

    def close(self) -> None:
        """Stop what runs, and wait for it; call before the journal is closed."""
        self._timer.stop()
        worker, self._worker, self._journal = self._worker, None, None
        if worker is not None:
            worker.close()
            worker.deleteLater()

    def backup_made(self, backup: Backup) -> None:
        """Take the warning away: there is a backup now."""
        if backup.ok and self._journal is not None:
            self._window.warnings.drop(_BACKUP)
            self._notes.drop(self._journal.folder)

    def _begin(self, journal: Journal) -> None:
        self.close()
        self._journal, self._worker = journal, Worker(journal.release, self)
        self._is_first_look = True
        if self._window.commands is not None:
            self._window.commands.backup.made.connect(self.backup_made)
        if (error := self._notes.of(journal.folder)) is not None:
            self._warn(error, last=True)
        self._timer.start()
        QTimer.singleShot(self._soon, self, self.look)

    def _backed_up(self, backup: Backup | None) -> None:
        if backup is not None and self._window.commands is not None:
            self._window.commands.backup.refresh()
        if backup is not None and backup.ok:
            self.backup_made(backup)
        elif backup is not None:
            self._window.warnings.warn(
                _BACKUP,
                lambda: self.tr("Today's backup is made, but the casebook has faults: check it."),
                Remedy(lambda: self.tr("Check the casebook"), self._window.actions_["verify"].trigger),
            )
        self.looked.emit()

    def _failed(self, error: Exception) -> None:
        self._warn(error, last=False)
        self.looked.emit()

    def _warn(self, error: Exception, *, last: bool) -> None:
        def words() -> str:
            said = texts.error_text(error)
            if last:
                return self.tr("There is no backup of the last session: {reason}").format(reason=said)
            return self.tr("Today's backup could not be made: {reason}").format(reason=said)

        show = self._window.actions_["backups"].trigger
        self._window.warnings.warn(_BACKUP, words, Remedy(lambda: self.tr("Backups…"), show))

    def _tail_done(self, verdict: Verdict) -> None:
        if verdict.ok:
            self._window.warnings.drop(_TAIL)
            return
        from casebook.gui.models.fault_texts import fault_text

        first = verdict.faults[0]
        self._window.warnings.warn(
            _TAIL,
            lambda: self.tr("What was recorded last is not as it was recorded. {fault}").format(
                fault=fault_text(first)
            ),
            self._check(),
        )

    def _warn_tail(self, words: str) -> None:
        self._window.warnings.warn(_TAIL, lambda: words, self._check())

    def _check(self) -> Remedy:
        return Remedy(lambda: self.tr("Check everything"), self._window.actions_["verify"].trigger)


class Notes:
    """Why the last backups of casebooks failed: one small file, read at the next start."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def of(self, folder: Path) -> CasebookError | None:
        """Return why the last backup of a casebook failed, None where it did not."""
        found = self._read().get(str(folder.absolute()), {})
        try:
            return CasebookError(str(found["words"]), **{str(k): str(v) for k, v in found["values"].items()})
        except (KeyError, IndexError, TypeError, AttributeError, ValueError):
            return None

    def keep(self, folder: Path, error: Exception) -> None:
        """Keep it; where even that fails, the next start finds that a backup is due."""
        values = {k: str(v) for k, v in error.values.items()} if isinstance(error, CasebookError) else {}
        words = error.template if isinstance(error, CasebookError) else str(error).replace("{", "(").replace("}", ")")
        self._write({**self._read(), str(folder.absolute()): {"words": words, "values": values}})

    def drop(self, folder: Path) -> None:
        """Forget it: there is a backup now."""
        known = self._read()
        if known.pop(str(folder.absolute()), None) is not None:
            self._write(known)

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, known: object) -> None:
        temporary = self._path.with_suffix(".tmp")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(known, ensure_ascii=False, indent=1), "utf-8")
            os.replace(temporary, self._path)

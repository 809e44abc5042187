"""The watch folder: mail that appears there is taken in while the casebook is open. Off unless the user chose one."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from casebook.gui.feed import Feed
from casebook.gui.worker import Worker
from casebook.journal import Progress

if TYPE_CHECKING:
    from casebook.journal import Journal
    from casebook.mail.importer import ImportReport
    from casebook.mail.watching import Seen, Watch

_EVERY = 60_000
"""Milliseconds between two looks: not every disk tells of what appears on it."""
_SOON = 1_500
"""Milliseconds after which a file that still grew is looked at again."""


class WatchFolder(QObject):
    """Looks, takes in, and tells; `look` does so at once."""

    said = Signal(str, object)
    """What came in, and None: it is taken back in the inbox."""

    def __init__(self, journal: Journal, feed: Feed, worker: Worker, quick: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._journal, self._feed = journal, feed
        self._worker, self._quick = worker, quick
        self._watch: Watch | None = None
        self._busy = self._stopped = False
        self._changed = False
        """Whether something appeared while one look was under way."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._disk = QFileSystemWatcher(self)
        self._disk.directoryChanged.connect(lambda _path: self._look_soon())

    def start(self) -> None:
        """Look now, and from now on."""
        self.follow()

    def stop(self) -> None:
        """Look no more."""
        self._stopped = True
        self._timer.stop()
        self._unwatch()

    def follow(self) -> None:
        """Watch the folder that is chosen now."""
        chosen = self._journal.preferences.get().watch_folder if self._journal.read_only is None else ""
        if chosen == self.folder():
            return
        from casebook.mail.watching import Watch

        self._unwatch()
        self._watch = Watch(Path(chosen)) if chosen else None
        self._timer.stop()
        if self._watch is not None:
            self._disk.addPath(chosen)
            self.look()

    def folder(self) -> str:
        """Return the folder that is watched, empty for none."""
        return str(self._watch.folder) if self._watch else ""

    def look(self) -> None:
        """See whether something is to be taken in; nothing happens while that is under way already."""
        watch, journal = self._watch, self._journal
        if watch is None or self._busy or self._stopped:
            return
        self._busy, self._changed = True, False

        def make() -> Generator[Progress, None, Seen]:
            yield Progress(0)
            return watch.look(journal.preferences.watched())

        def done(seen: Seen) -> None:
            if seen.ready:
                self._take(watch)
            else:
                self._end(growing=seen.growing)

        title = self.tr("Looking into the watch folder")
        self._quick.run(title, make, done=done, failed=self._fail, cancelled=self._end, quiet=True)

    def _take(self, watch: Watch) -> None:
        from casebook.gui.models import chat_words

        journal, reading = self._journal, chat_words.reading()

        def make() -> Generator[Progress, None, tuple[ImportReport | None, bool]]:
            from casebook.mail import watching

            return watching.take_in(journal, watch, reading)

        def done(result: tuple[ImportReport | None, bool]) -> None:
            report, growing = result
            if report is not None:
                self._feed.announce(report.changes)
                self._tell(report)
            self._end(growing=growing)

        title = self.tr("Taking in mail from the watch folder")
        self._worker.run(title, make, done=done, failed=self._fail, cancelled=self._end)

    def _tell(self, report: ImportReport) -> None:
        parts = []
        if report.new:
            parts.append(self.tr("%n new message(s) from the watch folder", None, report.new))
        if report.filed:
            parts.append(self.tr("%n filed in a case", None, report.filed))
        if report.failed:
            first = report.failed[0].source
            parts.append(self.tr("%n not read, such as {file}", None, len(report.failed)).replace("{file}", first))
        if parts:
            self.said.emit(" · ".join(parts), None)

    def _fail(self, error: Exception) -> None:
        self._end()
        self._worker.failed.emit(self.tr("Watch folder"), error)

    def _end(self, *, growing: bool = False) -> None:
        self._busy = False
        if self._watch is not None and not self._stopped:
            self._timer.start(_SOON if growing or self._changed else _EVERY)

    def _look_soon(self) -> None:
        if self._busy:
            self._changed = True
        else:
            self._timer.start(_SOON)

    def _unwatch(self) -> None:
        if watched := self._disk.directories():
            self._disk.removePaths(watched)

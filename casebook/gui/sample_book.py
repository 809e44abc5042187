"""The sample casebook: made beside the user's own, shown in its place, and marked as what it is."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from casebook.gui import texts
from casebook.gui.panes.job import JobPane
from casebook.gui.widgets.warning_bar import Remedy
from casebook.journal.progress import Progress

if TYPE_CHECKING:
    from casebook.gui.main_window import MainWindow
    from casebook.gui.start import Start
    from casebook.journal import Journal

MakeSample = Callable[[Path], Generator[Progress, None, Path]]
"""Makes the sample in a folder that does not exist yet."""


class SampleBook(QObject):
    """Leads into the sample and out of it. What is written there stays there; the user's own casebook is closed."""

    def __init__(self, window: MainWindow, start: Start, make: MakeSample, folder: Path) -> None:
        super().__init__(window)
        self._window, self._start, self._make, self._folder = window, start, make, folder
        self._own = start.book
        start.has_sample = True
        window.actions_.rest("sample", resting=False)
        start.sample_requested.connect(self.show)
        window.actions_["sample"].triggered.connect(self.turn)
        window.attached.connect(self._mark)

    def turn(self) -> None:
        """Show the sample; from there go back to the user's own casebook."""
        if self._start.book == self._folder:
            self.leave()
        else:
            self.show()

    def show(self) -> None:
        """Show the sample, which is made now where there is none."""
        if self._is_busy() or self._start.book == self._folder or not self._window.may_stop_work():
            return
        self._own = self._start.book
        page = self._close()
        if self._is_made():
            self._start.turn_to(self._folder)
            return
        title = self.tr("Making the sample")
        page.begin(title, self.tr("Two invented firms and three cases, with mails, chats, promises and a deadline."))
        job = self._window.worker.run(
            title,
            lambda: self._make(self._folder),
            done=lambda _made: self._start.turn_to(self._folder),
            failed=lambda error: self._give_up(texts.error_text(error)),
            progressed=page.advance,
            cancelled=self._give_up,
            quiet=True,
        )
        page.cancel_requested.connect(job.cancel)

    def leave(self) -> None:
        """Go back to the user's own casebook, or to the page that makes it."""
        if self._window.may_stop_work():
            self._close()
            self._start.turn_to(self._own)

    def _close(self) -> JobPane:
        page = JobPane("casebook", self._window.appearance.theme, self._window)
        self._window.detach(page)
        self._start.close_journal()
        return page

    def _give_up(self, words: str = "") -> None:
        self._start.turn_to(self._own)
        if words:
            self._window.notices.say(words)

    def _is_made(self) -> bool:
        from casebook.journal.store.database import holds_casebook

        return holds_casebook(self._folder)

    def _is_busy(self) -> bool:
        """Return whether the window is between two casebooks already."""
        return self._window.findChild(JobPane) is not None and self._start.journal is None

    def _mark(self, journal: Journal) -> None:
        if journal.folder != self._folder:
            return

        def back() -> str:
            from casebook.journal.store.database import holds_casebook

            return self.tr("Back to my casebook") if holds_casebook(self._own) else self.tr("Start my own")

        self._window.warnings.warn(
            "sample",
            lambda: self.tr("This is the sample: everything in it is invented. Try what you like."),
            Remedy(back, self.leave),
            lasting=True,
        )

"""Drafts that survive: what stands in a composer is kept in the journal while it is typed."""

from __future__ import annotations

import threading
from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from casebook.gui import texts
from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.models.draft import Draft, to_words
from casebook.gui.worker import Worker
from casebook.journal.errors import CasebookError, NotFound
from casebook.journal.progress import Progress

if TYPE_CHECKING:
    from casebook.journal import Journal

_EVERY = 1_500
"""Milliseconds: no more than that is lost when the power fails."""


class DraftCommands(Commands):
    """Saves what changed every moment in the background, and all that is left when the casebook is closed."""

    settling = Signal()
    """Everything is about to be saved: whoever still works on what was pasted ends that first."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, worker: Worker) -> None:
        super().__init__(journal, feed, window)
        self._worker = worker
        self._waiting: dict[int, Draft] = {}
        self._saving = threading.Lock()
        self._warned = False
        self._timer = QTimer(self, singleShot=True, interval=_EVERY)
        self._timer.timeout.connect(self._save_soon)

    def use(self, journal: Journal) -> None:
        """Save in the casebook that was opened anew what could not be saved when it was locked."""
        super().use(journal)
        if self._waiting:
            self._timer.start()

    def keep(self, case_id: int, draft: Draft) -> None:
        """Keep what stands in the composer of a case; a draft without words and files is forgotten."""
        if self.journal.read_only is None:
            self._waiting[case_id] = draft
            if not self._timer.isActive():
                self._timer.start()

    def save_now(self) -> str:
        """Save everything that is not saved yet; return in words why it could not be, empty when it is."""
        self.settling.emit()
        self._timer.stop()
        try:
            self._save()
        except (CasebookError, OSError) as error:
            return texts.error_text(error)
        return ""

    def _save_soon(self) -> None:
        def work() -> Generator[Progress, None, None]:
            yield Progress(0)
            self._save()

        def done(_none: None) -> None:
            self._warned = False

        def fail(error: Exception) -> None:
            if not self._warned:  # once is enough; it is tried again with the next letter, and at the end
                self._warned = True
                words = self.tr("What you are writing cannot be kept safe: {reason}")
                self.said.emit(words.replace("{reason}", texts.error_text(error)), None)

        self._worker.run(self.tr("Keeping the draft"), work, done=done, failed=fail)

    def _save(self) -> None:
        # One at a time, and always the latest words: a slow save must not put earlier ones over them.
        with self._saving:
            while self._waiting:
                case_id = next(iter(self._waiting))
                draft = self._waiting[case_id]
                try:
                    if draft.is_empty:
                        self.journal.drafts.drop(case_id)
                    else:
                        self.journal.drafts.save(case_id, to_words(draft), draft.attachments)
                except NotFound:
                    if not draft.attachments:
                        raise
                    # A file that was attached is gone; recording will say so. The words must be kept all the same.
                    there = tuple(a for a in draft.attachments if isinstance(a.content, bytes) or a.content.is_file())
                    self.journal.drafts.save(case_id, to_words(draft), there)
                if self._waiting.get(case_id) is draft:
                    del self._waiting[case_id]

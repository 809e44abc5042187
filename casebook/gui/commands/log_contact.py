"""The command behind the composer: record a contact."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from casebook.gui import texts
from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.models.log_request import LogRequest
from casebook.gui.widgets.composing.intake import size_of
from casebook.gui.worker import Worker
from casebook.journal import Changes
from casebook.journal.errors import CasebookError
from casebook.journal.progress import Progress
from casebook.journal.written import Spans

if TYPE_CHECKING:
    from casebook.journal import Journal

_AT_ONCE = 2 * 1024 * 1024
"""Bytes of attachments that are copied, hashed and written before anybody notices; more is done in the background."""


class LogContact(Commands):
    """Records what the composer hands over; a refusal goes back there, where the words are."""

    logged = Signal(object, object)
    """The `LogRequest` and the `Changes` it made."""
    refused = Signal(object, str)
    """The `LogRequest` and why nothing was recorded."""
    files_chosen = Signal(object)
    """A list of paths for the composer."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, worker: Worker) -> None:
        super().__init__(journal, feed, window)
        self._worker = worker

    def log(self, request: LogRequest) -> None:
        """Record a contact in one transaction: from the moment `logged` is emitted it survives anything."""
        if sum(map(size_of, request.attachments)) > _AT_ONCE:
            self._log_large(request)
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        try:
            changes = self._write(request)
        except (CasebookError, OSError) as error:
            self.refused.emit(request, texts.error_text(error))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._tell(request, changes)

    def _log_large(self, request: LogRequest) -> None:
        steps = self.journal.steps

        def work() -> Generator[Progress, None, tuple[Changes, Spans]]:
            yield Progress(0)
            steps.latest()  # what this thread wrote before is somebody else's
            return self._write(request), steps.latest()

        def done(made: tuple[Changes, Spans]) -> None:
            steps.claim(made[1])
            self._tell(request, made[0])

        self._worker.run(
            self.tr("Recording the contact with its files"),
            work,
            done=done,
            failed=lambda error: self.refused.emit(request, texts.error_text(error)),
            cancelled=lambda: self.refused.emit(request, self.tr("Stopped: nothing was recorded.")),
        )

    def _tell(self, request: LogRequest, changes: Changes) -> None:
        self.feed.announce(changes)
        self.logged.emit(request, changes)

    def _write(self, request: LogRequest) -> Changes:
        with self.journal.transaction():  # the draft goes when the contact is there, not before, not after
            changes = self.journal.contacts.log(
                request.case_id,
                channel=request.channel,
                direction=request.direction,
                happened=request.happened,
                text=request.text,
                agent=request.agent,
                agent_id=request.agent_id,
                bot=request.bot,
                platform=request.platform,
                subject=request.subject,
                tickets=request.tickets,
                attachments=request.attachments,
            )
            self.journal.drafts.drop(request.case_id)
        return changes

    def choose_files(self) -> None:
        """Ask for files to attach."""
        if files := self.ask_files(self.window):
            self.files_chosen.emit(files)

    def ask_files(self, over: QWidget) -> list[Path]:
        """Return the files that the user chooses to attach, [] for none."""
        names, _filter = QFileDialog.getOpenFileNames(over, self.tr("Attach files"))
        return [Path(name) for name in names]

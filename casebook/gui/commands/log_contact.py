"""The command behind the composer: record a contact."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from casebook.gui import texts
from casebook.gui.commands.base import Commands
from casebook.gui.models.log_request import LogRequest
from casebook.journal.errors import CasebookError


class LogContact(Commands):
    """Records what the composer hands over; a refusal goes back there, where the words are."""

    logged = Signal(object, object)
    """The `LogRequest` and the `Changes` it made."""
    refused = Signal(object, str)
    """The `LogRequest` and why nothing was recorded."""
    files_chosen = Signal(object)
    """A list of paths for the composer."""

    def log(self, request: LogRequest) -> None:
        """Record a contact in one transaction: from the moment `logged` is emitted it survives anything."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        try:
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
        except (CasebookError, OSError) as error:
            self.refused.emit(request, texts.error_text(error))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.feed.announce(changes)
        self.logged.emit(request, changes)

    def choose_files(self) -> None:
        """Ask for files to attach."""
        if files := self.ask_files(self.window):
            self.files_chosen.emit(files)

    def ask_files(self, over: QWidget) -> list[Path]:
        """Return the files that the user chooses to attach, [] for none."""
        names, _filter = QFileDialog.getOpenFileNames(over, self.tr("Attach files"))
        return [Path(name) for name in names]

"""Commands that give a mail back: as a file, to the mail program, or all of a case as one mailbox."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from casebook import paths
from casebook.gui.commands.base import Commands, export_folder
from casebook.gui.feed import Feed
from casebook.gui.opened_copies import OpenedCopies
from casebook.gui.worker import Worker
from casebook.journal.errors import CasebookError
from casebook.settings import Settings

if TYPE_CHECKING:
    from casebook.journal import Journal
    from casebook.mail.outgoing import MboxWritten


class MailOutCommands(Commands):
    """Ask where to, and write mails as the bytes they came as."""

    def __init__(
        self,
        journal: Journal,
        feed: Feed,
        window: QWidget,
        worker: Worker,
        settings: Settings,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(journal, feed, window)
        self._worker = worker
        self._settings = settings
        self._open_url = open_url
        self._copies = OpenedCopies(paths.runtime())

    def forget_copies(self) -> None:
        """Delete the copies that mail programs were shown."""
        self._copies.clear()

    def save(self, contact_id: int) -> None:
        """Save a mail's original bytes."""
        from casebook.mail import outgoing

        try:
            path = self._ask(self.tr("Save mail as"), outgoing.name(self.journal, contact_id), self.tr("Mails (*.eml)"))
            if path is None:
                return
            outgoing.save(self.journal, contact_id, path, replace=True)
        except (CasebookError, OSError) as error:
            self.show_error(error)
            return
        self.said.emit(self.tr("Saved {file}").format(file=path.name), None)

    def open(self, contact_id: int) -> None:
        """Show a copy of a mail in the mail program."""
        from casebook.mail import outgoing

        try:
            raw = self.journal.mail.of_contact(contact_id).raw
            name = outgoing.name(self.journal, contact_id)
            path = self._copies.made(raw, name, partial(outgoing.save, self.journal, contact_id))
        except (CasebookError, OSError) as error:
            self.show_error(error)
            return
        if not self._open_url(QUrl.fromLocalFile(str(path))):
            words = self.tr("No program of this computer opens {file}. Save the mail, and open it from there.")
            self.said.emit(words.format(file=path.name), None)

    def save_all(self, case_id: int) -> None:
        """Write all mails of a case as one mailbox file."""
        from casebook.mail import outgoing

        case = self.journal.cases.get(case_id)
        title = self.tr("Mails of {case} as a mailbox").format(case=case.number)
        try:
            path = self._ask(title, f"{case.number}-mails.mbox", self.tr("Mailboxes (*.mbox)"))
        except CasebookError as error:
            self.show_error(error)
            return
        if path is None:
            return

        def done(written: MboxWritten) -> None:
            words = [self.tr("%n mail(s) saved in {file}.", None, written.mails).format(file=written.path.name)]
            if written.left_out:
                words.append(_Plurals(self).left_out(len(written.left_out)))
            self.said.emit(" ".join(words), None)

        self._worker.run(
            self.tr("Saving mails"),
            lambda: outgoing.to_mbox(self.journal, case_id, path, replace=True),
            done=done,
            failed=self.show_error,
        )

    def _ask(self, title: str, name: str, kinds: str) -> Path | None:
        """Return where to write. Raises BadInput for a place inside the casebook."""
        from casebook.journal.store.places import refuse_inside

        folder = export_folder(self._settings)
        chosen, _filter = QFileDialog.getSaveFileName(self.window, title, str(folder / name), kinds)
        if not chosen:
            return None
        refuse_inside(self.journal.folder, Path(chosen))
        self._settings.last_export_folder = str(Path(chosen).parent)
        return Path(chosen)


class _Plurals(QObject):
    """Words with a number."""

    def left_out(self, count: int) -> str:
        """Return that some mails cannot be in a mailbox."""
        return self.tr("%n mail(s) in Outlook's own format are not in it: save them one by one.", None, count)

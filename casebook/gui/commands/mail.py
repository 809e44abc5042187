"""Commands on mail: import it, file it, make a case of it, discard it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casebook.gui.commands.base import Commands
from casebook.gui.commands.case import CaseCommands
from casebook.gui.dialogs.case_chooser import CaseChooser
from casebook.gui.dialogs.case_dialog import CaseDialog
from casebook.gui.dialogs.import_dialog import ImportDialog
from casebook.gui.feed import Feed
from casebook.gui.models.inbox_items import bare_subject
from casebook.gui.worker import Worker
from casebook.journal import Changes, Kind, Progress
from casebook.journal.terms import CaseStatus, Direction
from casebook.settings import Settings

if TYPE_CHECKING:
    from casebook.journal import Journal
    from casebook.mail.importer import ImportReport


class MailCommands(Commands):
    """Open the import, run it in the background, and file what waits."""

    inbox_requested = Signal()
    """Wish to see the inbox."""

    def __init__(
        self, journal: Journal, feed: Feed, window: QWidget, worker: Worker, settings: Settings, cases: CaseCommands
    ) -> None:
        super().__init__(journal, feed, window)
        self._worker = worker
        self._settings = settings
        self._cases = cases

    def import_files(self, paths: Sequence[Path] = (), case_id: int | None = None) -> ImportDialog:
        """Open the import, filled with files that were dropped or handed over at start."""
        rows = self.journal.cases.rows(status=CaseStatus.OPEN)
        own = sorted(self.journal.accounts.own_addresses())
        dialog = ImportDialog(rows, own, folder=self._settings.last_import_folder, parent=self.window)
        dialog.add_paths(paths)
        dialog.choose_case(case_id)
        dialog.import_requested.connect(partial(self._run, dialog))
        dialog.inbox_requested.connect(self.inbox_requested)
        dialog.show()
        return dialog

    def file(self, contact_ids: Sequence[int], case_id: int) -> None:
        """File waiting mails in a case."""
        ids = list(contact_ids)
        if self.write(lambda: self.journal.inbox.file(ids, case_id)):
            words = self.tr("%n mail(s) filed in {case}", None, len(ids)).format(case=f"C-{case_id}")
            self.said.emit(words, None)

    def choose(self, contact_ids: Sequence[int]) -> CaseChooser:
        """Ask for the case to file waiting mails in."""
        ids = list(contact_ids)
        heading = self.tr("File %n mail(s) in which case?", None, len(ids))
        chooser = CaseChooser(heading, self.journal.cases.rows(), parent=self.window)
        chooser.chosen.connect(partial(self.file, ids))
        chooser.new_requested.connect(partial(self.new_case, ids))
        chooser.open()
        return chooser

    def new_case(self, contact_ids: Sequence[int]) -> CaseDialog:
        """Make a case of waiting mails, and file them there in the same commit."""
        ids = list(contact_ids)
        first = self.journal.contacts.get(ids[0])
        return self._cases.new(
            title=bare_subject(first.subject),
            firm_id=self._firm_of(ids),
            firm_name=self._sender(ids),
            then=lambda case_id: self.journal.inbox.file(ids, case_id),
        )

    def discard(self, contact_ids: Sequence[int]) -> None:
        """Take waiting mails out of the inbox; what is said carries the way back."""
        ids = list(contact_ids)
        if self.write(lambda: self.journal.inbox.discard(ids)):
            words = self.tr("%n mail(s) discarded", None, len(ids))
            self.said.emit(words, lambda: self.write(lambda: self.journal.inbox.restore(ids)))

    def _run(self, dialog: ImportDialog, paths: list[Path], case_id: int | None) -> None:
        self._settings.last_import_folder = dialog.folder

        def make() -> Generator[Progress, None, ImportReport]:
            from casebook.mail import importer

            return importer.run(self.journal, paths, case_id=case_id)

        def done(report: ImportReport) -> None:
            self.feed.announce(report.changes)
            dialog.show_report(report)

        def failed(error: Exception) -> None:
            self.feed.announce(self._anything())
            dialog.show_failure(error)

        def cancelled() -> None:
            self.feed.announce(self._anything())
            dialog.show_cancelled()

        dialog.begin()
        job = self._worker.run(
            self.tr("Importing mail"),
            make,
            done=done,
            failed=failed,
            progressed=dialog.advance,
            cancelled=cancelled,
        )
        dialog.cancel_requested.connect(job.cancel)

    def _anything(self) -> Changes:
        """Return changes for an import that ended early: some mails are in, nobody knows which."""
        kinds = (Kind.MAIL, Kind.CONTACT, Kind.EXHIBIT, Kind.TICKET)
        cases = frozenset(row.id for row in self.journal.cases.rows())
        return Changes(ids={kind: frozenset({0}) for kind in kinds}, cases=cases)

    def _firm_of(self, ids: Sequence[int]) -> int | None:
        """Return the firm whose account one of these mails was sent to or from, None where none or several fit."""
        people = set[str]()
        for mail in map(self.journal.mail.of_contact, ids):
            people |= {address.lower() for address in (mail.sender, *mail.to, *mail.cc)}
        firms = {
            account.firm_id
            for account in self.journal.accounts.all()
            if people & {address.lower() for address in (account.email, *account.aliases) if address}
        }
        return firms.pop() if len(firms) == 1 else None

    def _sender(self, ids: Sequence[int]) -> str:
        """Return the name under which the firm writes, as a first guess at what it is called."""
        for contact_id in ids:
            if self.journal.contacts.get(contact_id).direction is Direction.IN:
                return self.journal.mail.of_contact(contact_id).sender_name
        return ""

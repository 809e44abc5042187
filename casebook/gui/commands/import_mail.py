"""The commands of an import: choose, look inside, take in, and what can be done with the report."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from casebook.gui import texts
from casebook.gui.commands.base import Commands, export_folder
from casebook.gui.feed import Feed
from casebook.gui.models.inbox_model import subject_words
from casebook.gui.models.row_model import Row
from casebook.gui.theme import Theme
from casebook.gui.worker import Job, Worker
from casebook.journal import Changes, Kind, Progress
from casebook.journal.terms import CaseStatus
from casebook.settings import Settings

if TYPE_CHECKING:
    from casebook.gui.dialogs.import_dialog import ImportDialog
    from casebook.gui.dialogs.mailboxes_dialog import MailboxesDialog
    from casebook.gui.dialogs.parts_dialog import PartsDialog
    from casebook.gui.dialogs.paste_mail_dialog import PasteMailDialog
    from casebook.gui.widgets.incoming.mail_drop import Dropped
    from casebook.journal import Journal
    from casebook.mail.chosen import Chosen
    from casebook.mail.importer import ImportReport
    from casebook.mail.preview import Preview
    from casebook.mail.report import Part


class ImportCommands(Commands):
    """Opens the import and runs its parts in the background: `worker` for what is long, `quick` for a search."""

    inbox_requested = Signal()
    """Wish to see the inbox."""
    transcript_requested = Signal()
    """Wish to paste a chat."""
    mailbox_requested = Signal()
    """Wish to fetch from a mailbox."""
    contact_requested = Signal(int, int)
    """Wish to see a case, and a contact in it."""

    def __init__(
        self,
        journal: Journal,
        feed: Feed,
        window: QWidget,
        worker: Worker,
        quick: Worker,
        settings: Settings,
        theme: Theme,
    ) -> None:
        super().__init__(journal, feed, window)
        self._worker, self._quick = worker, quick
        self._settings, self._theme = settings, theme

    def open(self, paths: Sequence[Path] = (), case_id: int | None = None) -> ImportDialog:
        """Open the import, filled with files that were handed over at start."""
        from casebook.gui.dialogs.import_dialog import ImportDialog

        rows = self.journal.cases.rows(status=CaseStatus.OPEN)
        own = sorted(self.journal.accounts.own_addresses())
        dialog = ImportDialog(
            rows,
            own,
            self._theme,
            self.journal.clock,
            folder=self._settings.last_import_folder,
            parent=self.window,
        )
        dialog.add_paths(paths)
        dialog.choose_case(case_id)
        dialog.look_requested.connect(partial(self._look, dialog))
        dialog.import_requested.connect(partial(self._run, dialog))
        dialog.choose.paste_requested.connect(partial(self._paste, dialog))
        dialog.choose.transcript_requested.connect(self.transcript_requested)
        dialog.choose.mailbox_requested.connect(self.mailbox_requested)
        dialog.choose.offer(mailbox=True, transcript=True)
        dialog.report.inbox_requested.connect(self.inbox_requested)
        dialog.show()
        return dialog

    def drop(self, dropped: Dropped, case_id: int | None = None) -> ImportDialog:
        """Open the import, filled with what was dropped."""
        dialog = self.open((), case_id)
        dialog.add_dropped(dropped)
        return dialog

    def _look(self, dialog: ImportDialog, chosen: Chosen) -> None:
        from casebook.gui.models import chat_words

        self._settings.last_import_folder = dialog.folder
        journal, reading = self.journal, chat_words.reading()
        firms = {firm.id: firm.name for firm in journal.firms.all()}

        def make() -> Generator[Progress, None, Preview]:
            from casebook.mail import preview
            from casebook.mail.filing.matching import Matcher
            from casebook.mail.firms import FirmFinder

            yield Progress(0)
            stream, total = chosen.open(journal.chats.known, reading)
            matcher = Matcher.from_journal(journal)
            return (
                yield from preview.look(
                    journal, stream, total, place=matcher.place, firm_of=FirmFinder.from_journal(journal)
                )
            )

        dialog.begin_look()
        job = self._worker.run(
            self.tr("Looking at what is there"),
            make,
            done=lambda found: dialog.show_preview(found, firms),
            failed=dialog.show_failure,
            progressed=dialog.advance,
            cancelled=dialog.show_cancelled,
            quiet=True,
        )
        self._tie(dialog, job)

    def _run(self, dialog: ImportDialog, chosen: Chosen, case_id: int | None, left_out: frozenset[bytes]) -> None:
        from casebook.gui.models import chat_words

        self._settings.last_import_folder = dialog.folder
        journal, reading = self.journal, chat_words.reading()

        def make() -> Generator[Progress, None, ImportReport]:
            from casebook.mail import importer, preview
            from casebook.mail.filing.matching import Matcher
            from casebook.mail.filing.settling import settle

            yield Progress(0)
            stream, total = chosen.open(journal.chats.known, reading)
            wanted = preview.without(stream, left_out, total) if left_out else stream
            place = Matcher.from_journal(journal).place
            apart = importer.apart_pays(total)
            return (
                yield from importer.take(
                    journal, wanted, total, case_id=case_id, place=place, settle=settle, apart=apart
                )
            )

        def done(report: ImportReport) -> None:
            self.feed.announce(report.changes)
            self.show_report(dialog, report)

        def ended(show: object = None) -> None:
            self.feed.announce(self._anything())
            if isinstance(show, Exception):
                dialog.show_failure(show)
            else:
                dialog.show_cancelled()

        dialog.begin()
        job = self._worker.run(
            self.tr("Importing mail"), make, done=done, failed=ended, progressed=dialog.advance, cancelled=ended
        )
        self._tie(dialog, job)

    def show_parts(self, contact_id: int) -> PartsDialog:
        """Tell what was understood of a mail, part by part."""
        from casebook.gui.dialogs.parts_dialog import PartsDialog

        journal = self.journal
        dialog = PartsDialog(subject_words(journal.mail.of_contact(contact_id).subject), self._theme, self.window)

        def make() -> Generator[Progress, None, list[Row]]:
            from casebook.gui.models.part_words import part_row
            from casebook.mail.message import outline

            yield Progress(0)
            lines = outline.of(journal.mail.raw(contact_id))
            return [part_row(number, line) for number, line in enumerate(lines)]

        def done(rows: list[Row]) -> None:
            if isValid(dialog):
                dialog.show_parts(rows)

        def failed(error: Exception) -> None:
            if isValid(dialog):
                dialog.show_refusal(texts.error_text(error))

        self._quick.run(self.tr("Reading a mail"), make, done=done, failed=failed, quiet=True)
        dialog.open()
        return dialog

    def _tie(self, dialog: ImportDialog, job: Job) -> None:
        """Have the dialog's Cancel stop this job, and no other that ran before."""
        connection = dialog.cancel_requested.connect(job.cancel)

        def part(ended: object) -> None:
            if ended is job:
                dialog.cancel_requested.disconnect(connection)
                self._worker.finished.disconnect(other)

        other = self._worker.finished.connect(part)

    def _paste(self, dialog: ImportDialog, text: str) -> PasteMailDialog:
        """Ask for the source of a mail; it joins what the import shall read."""
        from casebook.gui.dialogs.paste_mail_dialog import PasteMailDialog

        asking = PasteMailDialog(text, parent=dialog)

        def save() -> None:
            if asking.found is not None:
                dialog.choose.add_pasted(asking.found)

        asking.on_save = save
        asking.open()
        return asking

    def show_report(self, dialog: ImportDialog | MailboxesDialog, report: ImportReport) -> None:
        """Show what came of an import, with its lines to search and to save."""
        from casebook.gui.models import import_words
        from casebook.gui.models.import_rows import ImportRows
        from casebook.mail.report import Lines

        lines, page, journal = Lines(report), dialog.report, self.journal

        def fetch(numbers: Sequence[int]) -> dict[int, Row]:
            found = lines.read(journal, numbers)
            return {number: import_words.line_row(number, line) for number, line in found.items()}

        latest: list[Job] = []

        def look_for(part: Part | None, words: str) -> None:
            for earlier in latest:
                earlier.cancel()
            job = self._quick.run(
                self.tr("Searching the report"),
                lambda: lines.search(journal, part, words),
                done=lambda numbers: None if job.is_cancelled() else page.show_lines(numbers),
                quiet=True,
            )
            latest[:] = [job]
            dialog.finished.connect(job.cancel)  # the page goes with the dialog

        page.use_model(ImportRows(fetch, page))
        page.lines_requested.connect(look_for)
        page.save_requested.connect(partial(self._save, report))
        page.contact_requested.connect(partial(self._show_contact, dialog))
        dialog.show_report(report)

    def _show_contact(self, dialog: ImportDialog | MailboxesDialog, contact_id: int) -> None:
        case_id = self.journal.contacts.get(contact_id).case_id
        if case_id is None:
            self.inbox_requested.emit()
        else:
            self.contact_requested.emit(case_id, contact_id)

    def _save(self, report: ImportReport) -> None:
        """Ask where to, and save every line of a report."""
        from casebook.gui.models import import_words

        name = self.tr("import-report.csv")
        title, kinds = self.tr("Save the report"), self.tr("Table (*.csv)")
        place = str(export_folder(self._settings) / name)
        chosen, _filter = QFileDialog.getSaveFileName(self.window, title, place, kinds)
        if not chosen:
            return
        path, words = Path(chosen), import_words.table_words()
        self._settings.last_export_folder = str(path.parent)

        def make() -> Generator[Progress, None, Path]:
            from casebook.mail import report as table

            return table.write(self.journal, report, path, words)

        def done(written: Path) -> None:
            self.said.emit(self.tr("Saved {file}").replace("{file}", written.name), None)

        self._worker.run(self.tr("Saving the report"), make, done=done, failed=self.show_error)

    def _anything(self) -> Changes:
        """Return changes for an import that ended early: some mails are in, nobody knows which."""
        kinds = (Kind.MAIL, Kind.CONTACT, Kind.EXHIBIT, Kind.TICKET)
        cases = frozenset(row.id for row in self.journal.cases.rows())
        return Changes(ids={kind: frozenset({0}) for kind in kinds}, cases=cases)

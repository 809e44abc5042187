"""Commands on chats: record one that was pasted, take in those that a chat program exported."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from casebook.gui import texts
from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.worker import Worker
from casebook.journal import Changes, Kind, Progress
from casebook.journal.terms import CaseStatus
from casebook.journal.times import moment, system_zone
from casebook.settings import Settings

if TYPE_CHECKING:
    from casebook.gui.dialogs.chat_export_dialog import ChatExportDialog
    from casebook.gui.dialogs.transcript_dialog import Asked, TranscriptDialog
    from casebook.journal import Journal
    from casebook.mail.chats.exports import Export
    from casebook.mail.chats.lines import Conversation, Role
    from casebook.mail.chats.pasted import Transcript
    from casebook.mail.importer import ImportReport


class ChatCommands(Commands):
    """Opens the dialogs of chats, and reads in the background what is pasted into them."""

    inbox_requested = Signal()
    """Wish to see the inbox, where chats wait now."""

    def __init__(
        self, journal: Journal, feed: Feed, window: QWidget, worker: Worker, quick: Worker, settings: Settings
    ) -> None:
        super().__init__(journal, feed, window)
        self._worker, self._quick, self._settings = worker, quick, settings

    def paste(self, case_id: int | None = None, text: str = "") -> TranscriptDialog:
        """Ask for a chat as it was copied from its window, and record it in a case."""
        from casebook.gui.dialogs.transcript_dialog import TranscriptDialog

        rows = self.journal.cases.rows(status=CaseStatus.OPEN)
        now = moment(self.journal.clock(), system_zone())
        dialog = TranscriptDialog(rows, now, case_id=case_id, parent=self.window)
        dialog.read_requested.connect(partial(self._read, dialog))
        dialog.on_save = partial(self._record, dialog)
        dialog.text.setPlainText(text)
        dialog.open()
        return dialog

    def choose(self) -> None:
        """Ask for an exported chat file, and take it in."""
        folder = self._settings.last_import_folder
        kinds = self.tr("Exported chats (*.json *.txt *.zip);;All files (*)")
        name, _kind = QFileDialog.getOpenFileName(self.window, self.tr("Choose an exported chat"), folder, kinds)
        if name:
            self._settings.last_import_folder = str(Path(name).parent)
            self.open(Path(name))

    def open(self, path: Path, case_id: int | None = None) -> None:
        """Look whose conversations are in an export, and ask which of them come in, and where to."""

        def make() -> Generator[Progress, None, tuple[Export, list[Conversation]]]:
            from casebook.mail.chats import exports

            yield Progress(0)
            export = exports.chosen(path)
            return export, exports.conversations(export)

        self._worker.run(
            self.tr("Looking into the chats"), make, done=partial(self._ask, case_id), failed=self.show_error
        )

    def _ask(self, case_id: int | None, found: tuple[Export, Sequence[Conversation]]) -> None:
        from casebook.gui.dialogs.chat_export_dialog import ChatExportDialog

        export, there = found
        rows = self.journal.cases.rows(status=CaseStatus.OPEN)
        undated = export.program == "WhatsApp"
        dialog = ChatExportDialog(export.path.name, there, rows, system_zone(), undated=undated, parent=self.window)
        dialog.target.setCurrentIndex(max(0, dialog.target.findData(case_id)))
        dialog.on_save = partial(self._import, dialog, export)
        dialog.open()

    def _import(self, dialog: ChatExportDialog, export: Export) -> None:
        from casebook.gui.models import chat_words

        journal, case_id = self.journal, dialog.target.currentData()
        reading = replace(
            chat_words.reading(dialog.zone.currentText().strip()),
            me=frozenset(filter(None, [dialog.me.text().strip()])),
            only=frozenset(each.ident for each in dialog.ticked()),
            day_first=dialog.order.currentData(),
        )

        def make() -> Generator[Progress, None, ImportReport]:
            from casebook.mail import importer
            from casebook.mail.chats import exports

            size = export.path.stat().st_size
            stream = exports.found(export, reading, journal.chats.known)
            return (yield from importer.take(journal, stream, size, case_id=case_id))

        self._worker.run(
            self.tr("Importing chats"), make, done=self._tell, failed=self.show_error, cancelled=self._stopped
        )

    def _tell(self, report: ImportReport) -> None:
        """Say what came of it; what could not be read is shown, and where chats wait, they are shown too."""
        from casebook.gui.models.import_reasons import reason_text

        self.feed.announce(report.changes)
        said = [self.tr("%n part(s) of conversations imported", None, report.new)]
        if report.known:
            said.append(self.tr("%n known already", None, report.known))
        if report.waiting:
            said.append(self.tr("%n waiting in the inbox", None, report.waiting))
        self.said.emit(texts.joined(*said), None)
        if report.failed:
            words = [f"{each.source}: {reason_text(each.reason)}" for each in report.failed]
            box = QMessageBox(QMessageBox.Icon.Warning, "Casebook", "\n".join(words), parent=self.window)
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.open()
        if report.waiting:
            self.inbox_requested.emit()

    def _stopped(self) -> None:
        kinds = (Kind.CHAT, Kind.CONTACT, Kind.EXHIBIT)
        cases = frozenset(row.id for row in self.journal.cases.rows())
        self.feed.announce(Changes(ids={kind: frozenset({0}) for kind in kinds}, cases=cases))
        self.said.emit(self.tr("Import stopped: what was read until then is kept"), None)

    def _read(self, dialog: TranscriptDialog, asked: Asked) -> None:
        """Read what was pasted, away from the window's own thread."""
        from casebook.gui.models import chat_words

        case_id = dialog.case.currentData()
        chosen = dict(dialog.parts())
        journal = self.journal

        def make() -> Generator[Progress, None, tuple[Transcript, Mapping[str, Role | None], str]]:
            from casebook.mail.chats import pasted, transcripts
            from casebook.mail.chats.stretches import numbered
            from casebook.mail.chats.words import Words

            yield Progress(0)
            reading = replace(chat_words.reading(asked.zone), day_first=asked.day_first, platform=asked.platform)
            firm_id = journal.cases.get(case_id).firm_id if case_id else None
            read = pasted.read(asked.text, reading, day=asked.day)
            parts = transcripts.roles(read, reading, transcripts.own_names(journal, firm_id)) | chosen
            return read, parts, numbered(transcripts.spoken(read, parts), Words(reading.language))

        job = self._quick.run(
            self.tr("Reading the chat"),
            make,
            done=lambda found: None if job.is_cancelled() else dialog.show_reading(asked, *found),
            failed=lambda error: None if job.is_cancelled() else dialog.show_refusal(asked, error),
            quiet=True,
        )
        dialog.read_requested.connect(job.cancel)
        dialog.finished.connect(job.cancel)

    def _record(self, dialog: TranscriptDialog) -> None:
        from casebook.gui.models import chat_words
        from casebook.mail.chats import transcripts

        asked, read = dialog.asked(), dialog.transcript
        assert read is not None, "the form was checked before"
        reading = replace(
            chat_words.reading(asked.zone),
            day_first=asked.day_first,
            platform=asked.platform,
            agent=dialog.agent.text().strip(),
        )
        made = transcripts.chats(
            asked.text,
            read,
            reading,
            parts=dialog.parts(),
            title=asked.platform,
            began=dialog.moment(),
            known=self.journal.chats.known,
        )
        case_id = dialog.case.currentData()
        added = self.journal.chats.add(made, case_id=case_id)
        self.feed.announce(added.changes)
        if added.filed:
            words = self.tr("Chat recorded in {case}").format(case=f"C-{case_id}")
        else:
            words = self.tr("Every line of this chat is in the casebook already")
        self.said.emit(words, None)

"""Commands on what should be there before one writes: the checklist of a case, and searches in a help centre."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from casebook.gui import texts
from casebook.gui.commands.base import Commands, export_folder
from casebook.gui.feed import Feed
from casebook.gui.theme import Theme
from casebook.gui.worker import Job, Worker
from casebook.journal import Changes, Kind, Progress
from casebook.journal.terms import Channel, CheckState, Direction
from casebook.journal.times import HowKnown, moment, system_zone
from casebook.settings import Settings

if TYPE_CHECKING:  # the dialogs are loaded when somebody asks for them
    from casebook.dossier.copies import Copy
    from casebook.dossier.legible import Doubt
    from casebook.gui.dialogs.checklist_dialog import ChecklistDialog
    from casebook.gui.dialogs.help_search_dialog import HelpSearchDialog
    from casebook.gui.dialogs.not_needed_dialog import NotNeededDialog
    from casebook.guide.ready.known import Known
    from casebook.journal import Journal


class ReadyCommands(Commands):
    """Reads cases in the background; the checklist follows each change while it is open."""

    add_requested = Signal(int, str, str)
    """What answers an item is to be added: the case, the kind of need, and what of it."""
    exhibit_requested = Signal(int)
    """An exhibit is to be shown."""
    describe_requested = Signal(int)
    """An exhibit is to be described."""

    def __init__(
        self, journal: Journal, feed: Feed, window: QWidget, quick: Worker, settings: Settings, look: Theme
    ) -> None:
        super().__init__(journal, feed, window)
        self._quick, self._settings, self._look = quick, settings, look

    def checklist(self, case_id: int, item: str = "", channel: Channel | None = None) -> ChecklistDialog:
        """Show the checklist of a case, perhaps at one of its items or for writing over a channel."""
        from casebook.gui.dialogs.checklist_dialog import ChecklistDialog

        case = self.journal.cases.get(case_id)
        dialog = ChecklistDialog(f"{case.number}  {case.title}", self._look, parent=self.window)
        if channel:
            dialog.channel.setCurrentIndex(dialog.channel.findData(channel))
        if self.journal.read_only is not None:
            dialog.offer_reading_only()
        jobs: list[Job] = []

        def stop() -> None:
            for job in jobs:
                job.cancel()

        def read() -> None:
            stop()
            jobs[:] = [self._read(case_id, dialog, item)]
            if dialog.shows_copies():
                jobs.append(self._look_at_copies(case_id, dialog))

        def hear(changes: Changes) -> None:
            if case_id in changes.cases or changes.touches(Kind.FIRM, Kind.ACCOUNT, Kind.OFFICIAL):
                read()

        dialog.channel_changed.connect(lambda: self._fill(dialog, dialog.known()))
        dialog.copies_wanted.connect(lambda: jobs.append(self._look_at_copies(case_id, dialog)))
        dialog.copies.language_changed.connect(lambda: jobs.append(self._look_at_copies(case_id, dialog)))
        dialog.help_search_requested.connect(lambda: self.help_search(case_id))
        items, copies = dialog.items, dialog.copies
        items.add_requested.connect(lambda kind, what: self.add_requested.emit(case_id, kind, what))
        items.tick_requested.connect(lambda name: self.tick(case_id, name))
        items.clear_requested.connect(lambda name: self.write(lambda: self.journal.check_marks.clear(case_id, name)))
        items.not_needed_requested.connect(lambda name: self.not_needed(case_id, name, dialog))
        copies.describe_requested.connect(self.describe_requested)
        copies.opened.connect(self.exhibit_requested)
        copies.save_requested.connect(lambda: self.save_copies(case_id, copies.chosen_language()))
        self.feed.changed.connect(hear)
        dialog.finished.connect(lambda _result: stop())
        dialog.finished.connect(lambda _result: self.feed.changed.disconnect(hear))
        read()
        dialog.show()
        return dialog

    def tick(self, case_id: int, item: str) -> None:
        """Say that an item is done."""
        self.write(lambda: self.journal.check_marks.set(case_id, item, CheckState.DONE))

    def not_needed(self, case_id: int, item: str, dialog: ChecklistDialog) -> NotNeededDialog:
        """Ask why an item is not needed."""
        from casebook.gui.dialogs.not_needed_dialog import NotNeededDialog
        from casebook.gui.models import ready_rows

        words = next((ready_rows.title(s) for s in dialog.items.standings() if s.item.id == item), item)
        asked = NotNeededDialog(words, parent=dialog)
        asked.on_save = lambda: self.feed.announce(
            self.journal.check_marks.set(case_id, item, CheckState.NOT_NEEDED, asked.note.text())
        )
        asked.open()
        return asked

    def help_search(self, case_id: int) -> HelpSearchDialog:
        """Open the form of a search in the firm's help centre."""
        from casebook.gui.dialogs.help_search_dialog import HelpSearchDialog
        from casebook.guide.ready import help_words

        case = self.journal.cases.get(case_id)
        before = self.journal.contacts.many(self.journal.contacts.of_channel(case_id, Channel.HELP_CENTRE))
        now = moment(self.journal.clock(), system_zone(), known=HowKnown.DEVICE_CLOCK)
        tried = help_words.tried(before.values())
        dialog = HelpSearchDialog(texts.joined(case.number, case.title), case.category, tried, now, parent=self.window)
        dialog.files_requested.connect(lambda: self._choose_files(dialog))

        def save() -> None:
            made = self.journal.contacts.log(
                case_id,
                channel=Channel.HELP_CENTRE,
                direction=Direction.OUT,
                happened=dialog.when.moment() or now,
                text=dialog.note.toPlainText(),
                attachments=dialog.tray.attachments(),
                details=dialog.details(),
            )
            self.feed.announce(made)

        dialog.on_save = save
        dialog.open()
        return dialog

    def save_copies(self, case_id: int, language: str) -> None:
        """Ask for a folder and write the copies of a case's exhibits into it under their names."""
        start = str(export_folder(self._settings))
        chosen = QFileDialog.getExistingDirectory(self.window, self.tr("Folder for the copies"), start)
        if not chosen:
            return

        def work() -> Generator[Progress, None, list[Path]]:
            from casebook.dossier import copies
            from casebook.dossier.collect import collect

            found = copies.copies(collect(self.journal, case_id), language, system_zone())
            return (yield from copies.write(self.journal, found, Path(chosen)))

        def done(written: list[Path]) -> None:
            self.said.emit(self.tr("%n copy(ies) saved in {folder}", "", len(written)).format(folder=chosen), None)

        self._quick.run(self.tr("Saving copies"), work, done=done, failed=self.show_error)

    def _choose_files(self, dialog: HelpSearchDialog) -> None:
        names, _filter = QFileDialog.getOpenFileNames(dialog, self.tr("Copies of the article"))
        dialog.attach([Path(name) for name in names])

    def _read(self, case_id: int, dialog: ChecklistDialog, item: str) -> Job:
        from casebook.guide.ready.known import known

        def work() -> Generator[Progress, None, Known]:
            yield Progress(0)
            return known(self.journal, case_id)

        def done(found: Known) -> None:
            if not job.is_cancelled():
                first = not dialog.is_ready()
                self._fill(dialog, found)
                if first and item:
                    dialog.items.choose(item)

        job = self._quick.run(self.tr("Reading the checklist"), work, done=done, failed=self.show_error, quiet=True)
        return job

    def _fill(self, dialog: ChecklistDialog, found: Known | None) -> None:
        from casebook.gui.models import ready_rows
        from casebook.guide.ready import readiness, warnings

        if found is None:
            return
        channel, folder = dialog.chosen_channel(), ready_rows.folder()
        dialog.show_known(found, readiness.checklist(folder, found, channel))
        dialog.show_warnings(warnings.of_channel(folder, channel) if channel else ())

    def _look_at_copies(self, case_id: int, dialog: ChecklistDialog) -> Job:
        language = dialog.copies.chosen_language()

        def work() -> Generator[Progress, None, tuple[tuple[Copy, ...], dict[int, Doubt]]]:
            from casebook.dossier import copies, legible
            from casebook.dossier.collect import collect

            yield Progress(0)
            found = copies.copies(collect(self.journal, case_id), language, system_zone())
            return found, (yield from legible.look(self.journal, [copy.item.exhibit for copy in found]))

        def done(found: tuple[tuple[Copy, ...], dict[int, Doubt]]) -> None:
            if not job.is_cancelled():
                dialog.copies.show_copies(found[0])
                dialog.copies.show_doubts({number: str(doubt) for number, doubt in found[1].items()})

        job = self._quick.run(
            self.tr("Looking at the attachments"), work, done=done, failed=self.show_error, quiet=True
        )
        return job

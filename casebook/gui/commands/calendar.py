"""The calendar file: written once where the user says, and kept up to date after each change."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from casebook.gui import texts
from casebook.gui.commands.base import Commands, export_folder
from casebook.gui.feed import Feed
from casebook.gui.models import due_words
from casebook.gui.worker import Worker
from casebook.guide import Guide
from casebook.journal.changes import Changes, Kind
from casebook.journal.progress import Progress
from casebook.settings import Settings

if TYPE_CHECKING:
    from casebook.dossier.calendar_file import Written
    from casebook.gui.dialogs.calendar_dialog import CalendarDialog, Choice
    from casebook.journal import Journal


class CalendarCommands(Commands):
    """Opens the dialog, and writes in the background. A fault is never in the way of what was recorded."""

    kept = Signal(object)
    """A `Written`: the file is up to date; or None: no file is kept."""
    troubled = Signal(object)
    """Why the file that is kept could not be written."""

    def __init__(
        self, journal: Journal, feed: Feed, window: QWidget, guide: Guide, quick: Worker, settings: Settings
    ) -> None:
        super().__init__(journal, feed, window)
        self._guide, self._quick, self._settings = guide, quick, settings
        self._busy = self._stale = False

    def use(self, journal: Journal) -> None:
        """Keep the file of a casebook that was opened anew."""
        super().use(journal)
        self._busy = self._stale = False

    def show(self, case_id: int = 0) -> CalendarDialog:
        """Open the dialog; with a case, it can be written alone, and each of its follow-ups."""
        from casebook.gui.dialogs.calendar_dialog import CalendarDialog

        preferences = self.journal.preferences.get()
        dialog = CalendarDialog(
            self._choices(case_id),
            preferences.calendar_file,
            quiet=preferences.calendar_quiet if preferences.calendar_file else self.journal.key is not None,
            encrypted=self.journal.key is not None,
            parent=self.window,
        )
        dialog.write_requested.connect(lambda choice: self.write_once(dialog, choice))
        dialog.on_save = lambda: self._save(dialog)
        dialog.save_button.setEnabled(self.journal.read_only is None)
        dialog.open()
        return dialog

    def write_once(self, dialog: CalendarDialog, choice: Choice) -> None:
        """Ask for a file and write it."""
        start = export_folder(self._settings) / (
            "casebook.ics" if choice.case_id is None else f"C-{choice.case_id}.ics"
        )
        title, kind = self.tr("Write a calendar file"), self.tr("Calendar (*.ics)")
        chosen, _filter = QFileDialog.getSaveFileName(dialog, title, str(start), kind)
        if not chosen:
            return
        journal, quiet, language = self.journal, dialog.is_quiet(), due_words.language()

        def work() -> Generator[Progress, None, Written]:
            from casebook.dossier import calendar_file

            yield Progress(0)
            return calendar_file.write(
                journal,
                Path(chosen),
                case_id=choice.case_id if choice.follow_up_id is None else None,
                follow_up_id=choice.follow_up_id,
                language=language,
                quiet=quiet,
            )

        def done(made: Written) -> None:
            dialog.tell(
                self.tr("%n follow-up(s) written to {path}", None, made.ringing).replace("{path}", str(made.path))
            )

        def failed(error: Exception) -> None:
            dialog.refuse(texts.error_text(error))

        self._quick.run(title, work, done=done, failed=failed, quiet=True)

    def follow(self, changes: Changes) -> None:
        """Bring the file that is kept up to date, if what changed is in it."""
        if changes.touches(Kind.FOLLOW_UP, Kind.CASE, Kind.FIRM):
            self.keep()

    def keep(self) -> None:
        """Bring the file that is kept up to date now; what changes meanwhile is written after it."""
        if self._busy:
            self._stale = True
            return
        journal = self.journal
        if not journal.preferences.get().calendar_file:
            self.kept.emit(None)
            return
        self._busy, self._stale = True, False

        def work() -> Generator[Progress, None, Written | None]:
            from casebook.dossier import calendar_file

            yield Progress(0)
            return calendar_file.keep(journal)

        def ended() -> None:
            self._busy = False
            if self._stale:
                self.keep()

        def done(made: Written | None) -> None:
            self.kept.emit(made)
            ended()

        def failed(error: Exception) -> None:
            self.troubled.emit(error)
            ended()

        title = self.tr("Writing the calendar file")
        self._quick.run(title, work, done=done, failed=failed, cancelled=ended, quiet=True)

    def _choices(self, case_id: int) -> list[Choice]:
        from casebook.gui.dialogs.calendar_dialog import Choice

        found = [Choice(self.tr("All follow-ups"))]
        if case_id:
            case = self.journal.cases.get(case_id)
            found.append(Choice(self.tr("Those of {case}").replace("{case}", f"{case.number} {case.title}"), case_id))
            found += [
                Choice(due_words.follow_up_title(item, self._guide), case_id, item.id)
                for item in self.journal.follow_ups.of_case(case_id, open_only=True)
            ]
        return found

    def _save(self, dialog: CalendarDialog) -> None:
        from casebook.dossier import calendar_file

        wanted = dialog.file.text().strip()
        path = str(calendar_file.refuse_other(Path(wanted))) if wanted else ""
        self.journal.preferences.set(
            calendar_file=path, calendar_quiet=dialog.is_quiet(), calendar_language=due_words.language()
        )
        self.keep()

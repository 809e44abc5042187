"""The backups of the casebook: where they go, which there are and whether they are proven, and how many are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.dialogs.job_dialog import JobDialog, Stage
from casebook.gui.models import backup_words
from casebook.gui.theme import Theme, restyle
from casebook.gui.tips import plain_tip
from casebook.gui.widgets.backup_list import BackupList
from casebook.gui.widgets.backup_rules import BackupRules
from casebook.gui.widgets.parts import open_at, plain_label, quiet_button, row_of
from casebook.journal import Progress
from casebook.journal.preferences import Preferences
from casebook.journal.records import Verdict

if TYPE_CHECKING:
    from casebook.journal.backup.backup_form import Backup


@dataclass(frozen=True, slots=True)
class Shown:
    """What the dialog shows: read in the background, because a drive may take its time."""

    backups: tuple[Backup, ...]
    lost: tuple[Path, ...]
    """Folders that hold backups and are not there now."""
    rules: Preferences
    now: datetime
    same_disk: bool
    """Whether the backups go to the disk that the casebook is on."""


class BackupsDialog(JobDialog):
    """Not modal: the window stays usable while it works."""

    make_requested = Signal()
    check_requested = Signal(object)
    restore_requested = Signal(object)
    show_requested = Signal(object)
    """Show this path in the file manager."""
    place_chosen = Signal(object)
    """Where backups go from now on: a folder, or None for the casebook's own."""
    rules_changed = Signal(dict)

    def __init__(self, folder: Path, look: Theme, *, writable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._writable = folder, writable
        self._place = ""
        self.setWindowTitle(self.tr("Backups"))
        open_at(self, 760, 640)
        self.list = BackupList(folder, look)
        self.rules = BackupRules()
        self.rules.setEnabled(writable)
        self.rules.changed.connect(self.rules_changed)
        self._lay_out(self._make_main(), QWidget())
        self.list.chosen.connect(self._adapt)
        self.list.doubleClicked.connect(lambda _index: self._for_chosen(self.restore_requested.emit))
        self._adapt()
        self.make.setFocus()

    def show_backups(self, shown: Shown, choose: Path | None = None) -> None:
        """Show what there is; choose one backup by its path."""
        self.list.show_backups(shown.backups, shown.now, choose)
        self._stack.setCurrentIndex(0 if shown.backups else 1)
        self._empty.setText(
            self.tr(
                "There is no backup yet. “Back up now” makes the first one; after that they are made by themselves."
            )
        )
        self.rules.show_rules(shown.rules)
        self._place = shown.rules.backup_folder
        self.own_place.setVisible(bool(self._place))
        self._same_disk.setVisible(shown.same_disk)
        self._lost.setVisible(bool(shown.lost))
        self._lost.setText(
            self.tr("Not there now: {folders}. Connect the drive to see the backups on it.").format(
                folders=", ".join(map(str, shown.lost))
            )
        )
        self._show_place()

    def begin(self, title: str) -> None:
        """Show that work has started."""
        self._job.begin(title)
        self._pages.setCurrentIndex(Stage.RUNNING)

    def advance(self, progress: Progress) -> None:
        """Show how far it is."""
        self._job.advance(progress)

    def show_made(self, backup: Backup, now: datetime, *, new: bool) -> None:
        """Say what came of making a backup."""
        if not backup.ok:
            self._say(self.tr("The backup was made, but it is not whole. Check the casebook itself."), warn=True)
        elif new:
            words = self.tr("The backup is made, opened and checked: {size}.")
            self._say(words.format(size=texts.file_size(backup.size)))
        else:
            words = self.tr("Nothing has changed since the backup of {time}.")
            self._say(words.format(time=backup_words.made(backup, now)))

    def show_checked(self, verdict: Verdict) -> None:
        """Say what came of checking one."""
        if verdict.ok:
            self._say(self.tr("Everything in it is as it was: %n thing(s) compared.", "", verdict.checked))
        else:
            self._say(self.tr("%n thing(s) in it are not as they were.", "", len(verdict.faults)), warn=True)

    def show_failure(self, error: Exception) -> None:
        """Say why something could not be done."""
        self._say(texts.error_text(error), warn=True)

    def show_cancelled(self) -> None:
        """Say that it was stopped."""
        self._say(self.tr("Stopped. Nothing was left behind."))

    def notice_text(self) -> str:
        """Return what is said below the list."""
        return self._notice.text()

    def is_working(self) -> bool:
        """Return whether progress is shown."""
        return self._pages.currentIndex() == Stage.RUNNING

    def choose_place(self) -> None:
        """Ask where backups shall go."""
        words = self.tr("Put backups into")
        if chosen := QFileDialog.getExistingDirectory(self, words, self._place or str(Path.home())):
            self.place_chosen.emit(Path(chosen))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the place short where there is no room for it."""
        super().resizeEvent(event)
        self._show_place()

    def _say(self, words: str, *, warn: bool = False) -> None:
        self._pages.setCurrentIndex(Stage.SETUP)
        restyle(self._notice, kind="warn" if warn else "muted")
        self._notice.setText(words)
        self._notice.show()
        self.make.setFocus()

    def _show_place(self) -> None:
        words = self._place or self.tr("In the casebook's own folder")
        metrics, room = self._place_label.fontMetrics(), max(120, self._place_label.width())
        self._place_label.setText(metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, room))
        self._place_label.setToolTip(plain_tip(self._place or str(self._folder)))

    def _adapt(self) -> None:
        chosen = self.list.backup() is not None
        for button in (self.check, self.restore, self.show_button):
            button.setEnabled(chosen)

    def _for_chosen(self, do: object) -> None:
        if (backup := self.list.backup()) is not None and callable(do):
            do(backup)

    def _make_main(self) -> QWidget:
        self._notice = plain_label("", kind="muted")
        self._notice.hide()
        self._lost = plain_label("", kind="warn")
        self._lost.hide()
        self._same_disk = plain_label(
            self.tr("That is the disk the casebook is on: one accident could take both. Choose a folder on another."),
            kind="caption",
        )
        self._same_disk.hide()
        self._empty = plain_label("", kind="muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(theme.XL)
        shelf = QWidget()
        self._stack = QStackedLayout(shelf)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._stack.setCurrentIndex(1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(
            plain_label(
                self.tr(
                    "A backup is a whole casebook. It is opened and compared as soon as it is made, and counts only "
                    "then; “Check” reads every attachment in it as well."
                ),
                kind="muted",
            )
        )
        column.addSpacing(theme.XS)
        column.addLayout(self._make_place())
        for label in (self._same_disk, self._lost):
            column.addWidget(label)
        column.addWidget(shelf, 1)
        column.addLayout(self._make_tools())
        column.addWidget(self._notice)
        column.addSpacing(theme.XS)
        column.addWidget(self.rules)
        column.addSpacing(theme.XS)
        column.addLayout(self._make_foot())
        return page

    def _make_place(self) -> QHBoxLayout:
        name = plain_label(self.tr("They go to"), kind="muted")
        name.setWordWrap(False)
        self._place_label = QLabel()
        self._place_label.setTextFormat(Qt.TextFormat.PlainText)
        self._place_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.choose = quiet_button(
            self.tr("Choose folder…"), self.tr("Best on a drive that is not always connected"), self.choose_place
        )
        self.own_place = quiet_button(
            self.tr("Use the own folder"),
            self.tr("Put backups into the casebook's folder again"),
            lambda: self.place_chosen.emit(None),
        )
        self.own_place.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        row.addWidget(name)
        row.addWidget(self._place_label, 1)
        for button in (self.own_place, self.choose):
            button.setEnabled(self._writable)
            row.addWidget(button)
        return row

    def _make_tools(self) -> QHBoxLayout:
        self.check = quiet_button(
            self.tr("Check"),
            self.tr("Open this backup and compare every record and attachment in it"),
            lambda: self._for_chosen(self.check_requested.emit),
        )
        self.restore = quiet_button(
            self.tr("Restore…"),
            self.tr("Make a casebook of this backup again: in another folder, or in the place of this one"),
            lambda: self._for_chosen(self.restore_requested.emit),
        )
        self.show_button = quiet_button(
            self.tr("Show in folder"),
            self.tr("Open the place in your file manager"),
            lambda: self._for_chosen(lambda backup: self.show_requested.emit(backup.path)),
        )
        return row_of(self.check, self.restore, self.show_button, None)

    def _make_foot(self) -> QHBoxLayout:
        close = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject)
        self.make = quiet_button(
            self.tr("Back up now"),
            self.tr("Make a backup, open it and check it (Enter)"),
            self.make_requested.emit,
            "primary",
        )
        self.make.setDefault(True)
        return row_of(None, close, self.make)

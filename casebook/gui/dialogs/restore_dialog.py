"""The restore of a backup: to another folder, or in the place of the casebook; then its progress, and where it is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.dialogs.job_dialog import JobDialog, Stage
from casebook.gui.models import backup_words
from casebook.gui.theme import restyle
from casebook.gui.widgets.parts import plain_label, quiet_button, row_of, side_by_side
from casebook.gui.widgets.passphrase import PassphraseField

if TYPE_CHECKING:
    from casebook.journal.backup.backup_form import Backup

_INDENT = 24


class RestoreDialog(JobDialog):
    """Not modal. A restore to another folder is done here; one in place closes the casebook, so the window does it."""

    restore_requested = Signal(object, str, bool)
    """The folder to restore to, the backup's passphrase (empty where it needs none), and whether it may lack parts."""
    replace_requested = Signal(str)
    """Restore in the place of the casebook that is open; with the backup's passphrase."""
    show_requested = Signal(object)
    open_requested = Signal(object)
    """Open the restored casebook in a window of its own."""

    def __init__(
        self,
        backup: Backup,
        folder: Path,
        now: datetime,
        *,
        newer: int,
        ask_passphrase: bool = False,
        can_replace: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.backup = backup
        self.made: Path | None = None
        self._newer, self._asks = newer, ask_passphrase
        self.setWindowTitle(self.tr("Restore a backup"))
        self.resize(600, 420)
        self._lay_out(self._make_setup(folder, now), self._make_end())
        self.replace.setEnabled(can_replace)
        self._adapt()

    def out(self) -> Path:
        """Return the folder to restore to."""
        return Path(self.target.text().strip()).expanduser()

    def begin(self) -> None:
        """Show that the work has started."""
        self._job.begin(self.tr("Restoring"))
        self._pages.setCurrentIndex(Stage.RUNNING)

    def show_done(self, folder: Path, faults: int) -> None:
        """Show where it is."""
        self.made = folder
        self._end_words.setText(str(folder))
        self._end_faults.setVisible(faults > 0)
        self._end_faults.setText(self.tr("%n thing(s) in it are not as they were: check it.", "", faults))
        self._pages.setCurrentIndex(Stage.END)
        self.open_button.setFocus()

    def show_failure(self, error: Exception, *, not_whole: bool = False) -> None:
        """Say why nothing was restored; one that is not whole can be restored all the same."""
        self._pages.setCurrentIndex(Stage.SETUP)
        self._notice.setText(texts.error_text(error))
        self._notice.show()
        self.anyway.setVisible(not_whole)

    def show_cancelled(self) -> None:
        """Go back to the choice."""
        self._pages.setCurrentIndex(Stage.SETUP)
        self._notice.setText(self.tr("Stopped. Nothing was left behind."))
        self._notice.show()

    def notice_text(self) -> str:
        """Return what is in the way, empty while nothing is."""
        return self._notice.text()

    def browse(self) -> None:
        """Ask for the folder that will hold the restored one."""
        words = self.tr("Restore into")
        if chosen := QFileDialog.getExistingDirectory(self, words, str(self.out().parent)):
            self.target.setText(str(Path(chosen) / self.out().name))

    def _start(self, *, anyway: bool = False) -> None:
        self._notice.hide()
        self.anyway.hide()
        words = self.passphrase.text() if self._asks else ""
        if self.replace.isChecked():
            self.replace_requested.emit(words)
        else:
            self.restore_requested.emit(self.out(), words, anyway)

    def _adapt(self) -> None:
        beside = self.beside.isChecked()
        for widget in (self.target, self._browse):
            widget.setEnabled(beside)
        self.start.setText(self.tr("Restore") if beside else self.tr("Replace"))
        restyle(self.start, kind="primary" if beside else "warn")
        there = beside and self.out().exists() and any(self.out().iterdir()) if self.out().is_dir() else False
        self._notice.setText(self.tr("This folder is not empty.") if there else "")
        self._notice.setVisible(there)
        self.start.setEnabled(not there and (not beside or bool(self.target.text().strip())))

    def _make_setup(self, folder: Path, now: datetime) -> QWidget:
        title = self.tr("Backup of {time}").format(time=backup_words.made(self.backup, now))
        about = texts.joined(backup_words.proof(self.backup, now), backup_words.holds(self.backup))
        self.beside = QRadioButton(self.tr("To another folder"))
        self.replace = QRadioButton(self.tr("In the place of this casebook"))
        self.beside.setChecked(True)
        self.beside.toggled.connect(self._adapt)
        name = f"Casebook {self.backup.made_at.astimezone():%Y-%m-%d %H%M}"
        self.target = QLineEdit(str(folder / name))
        self.target.setAccessibleName(self.tr("Where to"))
        self.target.textChanged.connect(self._adapt)
        self._browse = quiet_button(self.tr("Browse…"), self.tr("Choose the place"), self.browse)
        self.passphrase = PassphraseField()
        self.passphrase.setPlaceholderText(self.tr("Passphrase or recovery key of this backup"))
        self.passphrase.setAccessibleName(self.passphrase.placeholderText())
        self.passphrase.setVisible(self._asks)
        missing = (
            self.tr("%n entry(ies) that were recorded since are not in it.", "", self._newer) if self._newer else ""
        )
        kept = self.tr("What is there now is not lost: it is kept beside as casebook.db.damaged.")
        self._notice = plain_label("", kind="warn")
        self._notice.hide()
        self.anyway = quiet_button(
            self.tr("Restore what there is"),
            self.tr("Restore although something is missing; what is missing is named"),
            lambda: self._start(anyway=True),
            "link",
        )
        self.anyway.hide()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        for widget in (
            plain_label(title, kind="heading"),
            plain_label(about, kind="muted" if self.backup.ok else "warn"),
        ):
            column.addWidget(widget)
        column.addSpacing(theme.S)
        column.addWidget(self.beside)
        column.addWidget(_indented(plain_label(self.tr("This casebook stays as it is."), kind="muted")))
        column.addWidget(_indented(side_by_side(self.target, self._browse)))
        column.addSpacing(theme.S)
        column.addWidget(self.replace)
        column.addWidget(_indented(plain_label("\n".join(filter(None, (missing, kept))), kind="muted")))
        column.addSpacing(theme.S)
        column.addWidget(self.passphrase)
        column.addWidget(self._notice)
        column.addWidget(self.anyway)
        column.addStretch(1)
        close = quiet_button(self.tr("Cancel"), self.tr("Close without restoring (Esc)"), self.reject)
        self.start = quiet_button("", self.tr("Restore this backup (Enter)"), self._start, "primary")
        self.start.setDefault(True)
        column.addLayout(row_of(None, close, self.start))
        return page

    def _make_end(self) -> QWidget:
        self._end_words = plain_label("", kind="muted")
        self._end_faults = plain_label("", kind="warn")
        self.show_button = quiet_button(
            self.tr("Show in folder"),
            self.tr("Open the place in your file manager"),
            lambda: self.show_requested.emit(self.made),
        )
        self.open_button = quiet_button(
            self.tr("Open it"),
            self.tr("Open the restored casebook in a window of its own"),
            lambda: self.open_requested.emit(self.made),
            "primary",
        )
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(plain_label(self.tr("The backup is restored."), kind="heading"))
        column.addWidget(self._end_words)
        column.addWidget(self._end_faults)
        column.addWidget(plain_label(self.tr("It is a casebook of its own. The one that is open was not touched.")))
        column.addStretch(1)
        close = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject)
        column.addLayout(row_of(None, close, self.show_button, self.open_button))
        return page


def _indented(widget: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(_INDENT, 0, 0, 0)
    row.addWidget(widget)
    return box

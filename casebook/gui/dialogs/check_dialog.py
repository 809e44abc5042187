"""The check of a whole casebook or backup: its progress, then everything that was found, or that nothing was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from casebook.gui import icons, texts, theme
from casebook.gui.dialogs.job_dialog import JobDialog, Stage
from casebook.gui.models.fault_texts import what_text, where_text
from casebook.gui.theme import Theme
from casebook.gui.tips import plain_tip
from casebook.gui.widgets.parts import plain_label, quiet_button
from casebook.journal import Progress
from casebook.journal.records import Fault, Verdict

_SHOWN = 500
"""So many faults are listed: who has more needs a backup, not a longer list."""


class CheckDialog(JobDialog):
    """Not modal: the window stays usable while it works."""

    check_requested = Signal()
    """Check (again)."""
    backups_requested = Signal()
    """Something is wrong: show the backups."""
    compare_requested = Signal()
    """Compare the ledger with an earlier dossier or backup."""
    accept_requested = Signal()
    """This computer saw another ledger, and the user says that this one is right."""

    def __init__(self, title: str, look: Theme, *, backups: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._faults: Sequence[Fault] = ()
        self._places: Mapping[str, str] = {}
        self.setWindowTitle(title)
        self.resize(640, 420)
        self._lay_out(QWidget(), self._make_end())
        self.to_backups.setVisible(backups)
        self._wants_backups = backups

    def begin(self) -> None:
        """Show that the check has started."""
        self._job.begin(self.tr("Checking"))
        self._pages.setCurrentIndex(Stage.RUNNING)

    def advance(self, progress: Progress) -> None:
        """Show how far it is."""
        self._job.advance(progress)

    def show_verdict(self, verdict: Verdict, places: Mapping[str, str] | None = None) -> None:
        """Show everything that was found; `places` has better words for where some of it is, by `Fault.where`."""
        self._places = places or {}
        notes = "\n".join(what_text(note) for note in verdict.notes)
        counted = self.tr("%n thing(s) were compared: records, ledger entries, attachments.", "", verdict.checked)
        if verdict.ok:
            self._show_end("shield", self.tr("Everything is as it was recorded."), counted, (), notes)
            return
        title = self.tr("%n thing(s) are not as they were recorded.", "", len(verdict.faults))
        advice = self.tr(
            "Nothing was changed by looking. A backup from before can bring back what is lost; its check says whether "
            "it is whole."
        )
        self._show_end("warning", title, f"{counted}\n{advice}", verdict.faults, notes)

    def offer(self, *, compare: bool, accept: bool) -> None:
        """Show the ways on that only an open casebook has."""
        self.compare.setVisible(compare)
        self.accept_button.setVisible(accept)

    def show_failure(self, error: Exception) -> None:
        """Say why it could not be checked."""
        self._show_end("warning", self.tr("The check could not be finished."), texts.error_text(error), ())

    def show_cancelled(self) -> None:
        """Say that nothing is known of the rest."""
        self._show_end("shield", self.tr("Stopped."), self.tr("What was not looked at yet may still hold a fault."), ())

    def words(self) -> tuple[str, str]:
        """Return title and sentence of what came of it."""
        return self._title.text(), self._words.text()

    def lines(self) -> list[str]:
        """Return what was found, a line each."""
        return [f"{self._place(fault)}: {what_text(fault.what)}" for fault in self._faults]

    def is_over(self) -> bool:
        """Return whether the result is shown."""
        return self._pages.currentIndex() == Stage.END

    def _show_end(self, icon: str, title: str, words: str, faults: Sequence[Fault], notes: str = "") -> None:
        self._faults = faults
        wrong = bool(faults) or icon == "warning"
        colour = self._look.warn if wrong else self._look.accent
        self._picture.setPixmap(icons.pixmap(icon, 32, colour, self.devicePixelRatioF()))
        self._title.setText(title)
        self._words.setText(words)
        self._notes.setText(notes)
        self._notes.setVisible(bool(notes))
        self.list.clear()
        for fault in faults[:_SHOWN]:
            item = QListWidgetItem(f"{self._place(fault)}\n{what_text(fault.what)}")
            item.setToolTip(plain_tip(fault.where))
            self.list.addItem(item)
        if (more := len(faults) - _SHOWN) > 0:
            self.list.addItem(self.tr("and %n more: “Copy list” has all of them", "", more))
        for widget in (self.list, self.copy):
            widget.setVisible(bool(faults))
        self.to_backups.setVisible(wrong and self._wants_backups)
        self._pages.setCurrentIndex(Stage.END)
        (self.list if faults else self.close_button).setFocus()

    def _make_end(self) -> QWidget:
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        self._title, self._words = plain_label("", kind="heading"), plain_label("", kind="muted")
        self._notes = plain_label("", kind="caption")
        self.list = QListWidget()
        self.list.setProperty("kind", "framed")
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setAccessibleName(self.tr("What was found"))
        self.copy = quiet_button(self.tr("Copy list"), self.tr("Put the list on the clipboard"), self._copy)
        self.compare = quiet_button(
            self.tr("Compare…"),
            self.tr("Compare the ledger with an earlier dossier or backup, which shows what was cut off since"),
            self.compare_requested.emit,
        )
        self.accept_button = quiet_button(
            self.tr("Accept…"),
            self.tr("Take this ledger for the right one, with a reason"),
            self.accept_requested.emit,
        )
        self.offer(compare=False, accept=False)
        self.again = quiet_button(self.tr("Check again"), self.tr("Start the check anew"), self.check_requested.emit)
        self.to_backups = quiet_button(
            self.tr("Backups…"), self.tr("Look which backup is whole, and restore it"), self.backups_requested.emit
        )
        self.close_button = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject, "primary")
        head = QVBoxLayout()
        head.setSpacing(theme.XS)
        head.addWidget(self._title)
        head.addWidget(self._words)
        top = QHBoxLayout()
        top.setSpacing(theme.M)
        top.addWidget(self._picture)
        top.addLayout(head, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.S)
        foot.addWidget(self.copy)
        foot.addWidget(self.compare)
        foot.addStretch(1)
        foot.addWidget(self.accept_button)
        for button in (self.again, self.to_backups, self.close_button):
            foot.addWidget(button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addLayout(top)
        column.addWidget(self.list, 4)
        column.addWidget(self._notes)
        column.addStretch(1)
        column.addLayout(foot)
        return page

    def _place(self, fault: Fault) -> str:
        return self._places.get(fault.where) or where_text(fault.where)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self.lines()))

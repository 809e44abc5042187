"""The dialog of a mail import: from where, to which case; then its progress; then what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from casebook.gui import texts, theme
from casebook.gui.dialogs.job_dialog import JobDialog, Stage
from casebook.gui.models.import_reasons import reason_text
from casebook.gui.widgets.mail_drop import dropped_mail
from casebook.gui.widgets.parts import plain_label, quiet_button, row_of
from casebook.journal.listings import CaseRow

if TYPE_CHECKING:
    from casebook.mail.importer import ImportReport


class ImportDialog(JobDialog):
    """Not modal: the window stays usable while it works."""

    import_requested = Signal(object, object)
    """`list[Path]` to read, and the local number of the case to file in, or None to sort by thread."""
    inbox_requested = Signal()

    def __init__(
        self, cases: Sequence[CaseRow], own: Sequence[str], *, folder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import mail"))
        self.setMinimumSize(600, 420)
        self.setAcceptDrops(True)
        self.folder = folder
        self._paths = QStringListModel(self)
        self._lay_out(self._make_setup(cases, own), self._make_report())

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Add files or folders to the list, each once."""
        known = self._paths.stringList()
        self._paths.setStringList(list(dict.fromkeys([*known, *map(str, paths)])))
        self._adapt()

    def paths(self) -> list[Path]:
        """Return what will be read."""
        return [Path(text) for text in self._paths.stringList()]

    def choose_case(self, case_id: int | None) -> None:
        """Choose the case to file in; None sorts by thread."""
        self.target.setCurrentIndex(max(0, self.target.findData(case_id)))

    def begin(self) -> None:
        """Show that the import has started."""
        self._job.begin(self.tr("Importing mail"))
        self._pages.setCurrentIndex(Stage.RUNNING)

    def show_report(self, report: ImportReport) -> None:
        """Show what came of it."""
        counts = [
            self.tr("%n new message(s)", None, report.new),
            self.tr("%n filed in a case", None, report.filed),
            self.tr("%n waiting in the inbox", None, report.waiting),
        ]
        lines = [texts.joined(*counts)]
        if report.known:
            lines.append(self.tr("%n were in this casebook already and were left alone", None, report.known))
        self._show_end(self.tr("The mail is in."), "\n".join(lines), waiting=report.waiting > 0)
        if report.failed:
            self._failed_count.setText(self.tr("%n could not be read:", None, len(report.failed)))
            self.failures.setPlainText(
                "\n".join(f"{each.source}: {reason_text(each.reason)}" for each in report.failed)
            )
        self._failed_count.setVisible(bool(report.failed))
        self.failures.setVisible(bool(report.failed))

    def show_failure(self, error: Exception) -> None:
        """Say why the import stopped, and let the choice be mended."""
        self._notice.setText(texts.error_text(error))
        self._notice.show()
        self._pages.setCurrentIndex(Stage.SETUP)

    def show_cancelled(self) -> None:
        """Say that it was stopped, and what that means."""
        words = self.tr("What was read until then is kept. A second import goes on where this one stopped.")
        self._show_end(self.tr("Import stopped."), words, waiting=False)
        self._failed_count.hide()
        self.failures.hide()

    def report_text(self) -> str:
        """Return the report as it stands, for copying."""
        parts = (self._end_title.text(), self._end_words.text())
        failed = (self._failed_count.text(), self.failures.toPlainText()) if self.failures.toPlainText() else ()
        return "\n".join((*parts, *failed))

    def notice_text(self) -> str:
        """Return why the import could not run, empty while nothing is wrong."""
        return self._notice.text()

    def own_text(self) -> str:
        """Return what is said of the user's own addresses."""
        return self._own.text()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take mail files and folders while they can still be added."""
        if self._pages.currentIndex() == Stage.SETUP and dropped_mail(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped to the list."""
        if self._pages.currentIndex() == Stage.SETUP and (dropped := dropped_mail(event.mimeData())):
            self.add_paths(dropped)
            event.acceptProposedAction()

    def choose_files(self) -> None:
        """Ask for mail files."""
        kinds = self.tr("Mail (*.eml *.mbox *.mbx);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose mail files"), self.folder, kinds)
        self._remember([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask for a folder; everything in it is read, its folders too."""
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder of mail"), self.folder)
        self._remember([Path(name)] if name else [])

    def _remember(self, chosen: list[Path]) -> None:
        if chosen:
            self.folder = str(chosen[0] if chosen[0].is_dir() else chosen[0].parent)
            self.add_paths(chosen)

    def _make_setup(self, cases: Sequence[CaseRow], own: Sequence[str]) -> QWidget:
        self.list = QListView()
        self.list.setModel(self._paths)
        self.list.setProperty("kind", "card")
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setAccessibleName(self.tr("Files and folders to read"))
        files = quiet_button(self.tr("Add files…"), self.tr(".eml and .mbox files"), self.choose_files)
        folder = quiet_button(self.tr("Add folder…"), self.tr("Every mail in a folder"), self.choose_folder)
        self._remove = quiet_button(self.tr("Remove"), self.tr("Take the chosen lines off this list"), self._take_off)
        self.target = QComboBox()
        self.target.addItem(self.tr("Sort automatically: by thread; the rest waits in the inbox"), None)
        for row in cases:
            self.target.addItem(texts.joined(f"C-{row.id}", row.title, row.firm), row.id)
        self.target.setAccessibleDescription(self.tr("File in"))
        self.target.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        caption = plain_label(self.tr("File in"))
        caption.setBuddy(self.target)
        self._notice = plain_label("", kind="warn")
        self._notice.hide()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(plain_label(self.tr("Which mail shall be read?"), kind="heading"))
        column.addWidget(
            plain_label(
                self.tr("Add .eml or .mbox files, or drop them here. They are copied, not moved."), kind="muted"
            )
        )
        column.addWidget(self.list, 1)
        column.addLayout(row_of(files, folder, self._remove, None))
        column.addWidget(caption)
        column.addWidget(self.target)
        self._own = self._own_words(own)
        column.addWidget(self._own)
        column.addWidget(self._notice)
        column.addLayout(self._setup_buttons())
        self._adapt()
        return page

    def _own_words(self, own: Sequence[str]) -> QLabel:
        if own:
            words = self.tr("Sent by you, if it comes from: {addresses}").format(addresses=", ".join(sorted(own)))
            return plain_label(words, kind="caption")
        return plain_label(
            self.tr(
                "No address of yours is known yet, so every mail would count as received. Note your account at the "
                "firm first, with the addresses you write from."
            ),
            kind="warn",
        )

    def _setup_buttons(self) -> QHBoxLayout:
        close = quiet_button(self.tr("Cancel"), self.tr("Close without importing (Esc)"), self.reject)
        self.start = quiet_button(self.tr("Import"), self.tr("Read these mails (Enter)"), self._start, "primary")
        self.start.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.start)
        return row

    def _make_report(self) -> QWidget:
        self._end_title, self._end_words = plain_label("", kind="heading"), plain_label("")
        self._failed_count = plain_label("", kind="warn")
        self.failures = QPlainTextEdit()
        self.failures.setReadOnly(True)
        self.failures.setAccessibleName(self.tr("What could not be read, and why"))
        copy = quiet_button(
            self.tr("Copy report"),
            self.tr("Copy all of this as text"),
            lambda: QGuiApplication.clipboard().setText(self.report_text()),
        )
        self.inbox_button = quiet_button(self.tr("Open inbox"), self.tr("File what waits"), self._open_inbox)
        self._done = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject, "primary")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        for widget in (self._end_title, self._end_words, self._failed_count):
            column.addWidget(widget)
        column.addWidget(self.failures, 1)
        column.addStretch()
        row = row_of(copy, None)
        row.addWidget(self.inbox_button)
        row.addWidget(self._done)
        column.addLayout(row)
        return page

    def _show_end(self, title: str, words: str, *, waiting: bool) -> None:
        self._end_title.setText(title)
        self._end_words.setText(words)
        self.inbox_button.setVisible(waiting)
        self._pages.setCurrentIndex(Stage.END)
        self._done.setFocus()

    def _take_off(self) -> None:
        chosen = {index.row() for index in self.list.selectedIndexes()}
        kept = [text for row, text in enumerate(self._paths.stringList()) if row not in chosen]
        self._paths.setStringList(kept)
        self._adapt()

    def _adapt(self) -> None:
        some = bool(self._paths.stringList())
        self._remove.setEnabled(some)
        self.start.setEnabled(some)

    def _start(self) -> None:
        self._notice.hide()
        self.import_requested.emit(self.paths(), self.target.currentData())

    def _open_inbox(self) -> None:
        self.reject()
        self.inbox_requested.emit()

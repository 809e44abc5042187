"""The last page of an import: what came of it in counts, and every line with its reason, to search and to save."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.models import import_words
from casebook.gui.models.import_rows import ImportRows
from casebook.gui.theme import Theme
from casebook.gui.widgets.parts import plain_label, quiet_button, row_of
from casebook.gui.widgets.row_list import RowDelegate
from casebook.mail.importer import ImportReport
from casebook.mail.report import Part


class ImportReportPage(QWidget):
    """Counts, a choice of part, a search field, the lines."""

    lines_requested = Signal(object, str)
    """A `Part` or None for all, and words to look for."""
    save_requested = Signal()
    inbox_requested = Signal()
    closed = Signal()
    contact_requested = Signal(int)
    """The contact of a line."""

    def __init__(self, theme_: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._words = plain_label("", kind="heading"), plain_label("")
        self.part, self.search = QComboBox(), QLineEdit()
        self.part.setAccessibleDescription(self.tr("Which lines are shown"))
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Search these lines (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Search these lines"))
        self._wait = QTimer(self, singleShot=True, interval=200)
        self._wait.timeout.connect(self._ask)
        self.part.currentIndexChanged.connect(lambda _row: self._ask())
        self.search.textChanged.connect(lambda _text: self._wait.start())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        self._lines: QWidget = QWidget()
        self.view = QListView()
        self.model: ImportRows | None = None
        self._prepare_view(theme_)
        self._lay_out()

    def use_model(self, model: ImportRows) -> None:
        """Show the lines of this model."""
        self.model = model
        self.view.setModel(model)

    def show_report(self, report: ImportReport) -> None:
        """Show what came of it."""
        counts = [
            self.tr("%n new message(s)", None, report.new),
            self.tr("%n filed in a case", None, report.filed),
            self.tr("%n waiting in the inbox", None, report.waiting),
        ]
        lines = [texts.joined(*counts)]
        if report.filed_by:
            lines.append(self.tr("Filed by: {reasons}").replace("{reasons}", import_words.by_words(report.filed_by)))
        if report.suggested_by:
            lines.append(self.tr("Waiting: {reasons}").replace("{reasons}", import_words.by_words(report.suggested_by)))
        if report.known:
            lines.append(self.tr("%n in this casebook already, left alone", None, report.known))
        if report.copies:
            lines.append(
                self.tr("%n of them came another way this time; that is noted beside them", None, report.copies)
            )
        if report.failed:
            lines.append(self.tr("%n could not be read:", None, len(report.failed)))
        self.show_end(self.tr("The mail is in."), "\n".join(lines), waiting=report.waiting > 0)
        self._fill_parts(report)

    def show_end(self, title: str, words: str, *, waiting: bool) -> None:
        """Show a sentence, without lines."""
        self._title.setText(title)
        self._words.setText(words)
        self.inbox_button.setVisible(waiting)
        self._lines.hide()
        self.done.setFocus()

    def show_lines(self, numbers: Sequence[int]) -> None:
        """Show the lines of these numbers."""
        if self.model is not None:
            self.model.show_numbers(numbers)
        self._none.setVisible(not numbers)

    def text(self) -> str:
        """Return the report as it stands, for copying."""
        model, shown = self.model, list[str]()
        for number in range(min(model.rowCount(), 1000) if model and not self._lines.isHidden() else 0):
            if model and (row := model.row(number)):
                shown.append(texts.joined(row.title, row.detail))
        return "\n".join((self._title.text(), self._words.text(), *shown))

    def _prepare_view(self, theme_: Theme) -> None:
        self.view.setItemDelegate(RowDelegate(theme_, self.view))
        self.view.setProperty("kind", "framed")
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(self.tr("What came in and what could not be read, with the reasons"))
        self.view.activated.connect(lambda index: self._open(index.row()))
        theme_.changed.connect(self.view.viewport().update)

    def _lay_out(self) -> None:
        self._none = plain_label(self.tr("Nothing here."), kind="muted")
        self._none.hide()
        inner = QVBoxLayout(self._lines)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.S)
        top = row_of(self.part, self.search)
        top.setStretch(1, 1)
        inner.addLayout(top)
        inner.addWidget(self._none)
        inner.addWidget(self.view, 1)
        self.copy = quiet_button(
            self.tr("Copy report"),
            self.tr("Copy all of this as text"),
            lambda: QGuiApplication.clipboard().setText(self.text()),
        )
        self.save = quiet_button(
            self.tr("Save report…"), self.tr("Save every line as a table (Ctrl+S)"), self.save_requested.emit
        )
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.save_requested.emit)
        self.inbox_button = quiet_button(
            self.tr("Show in inbox"), self.tr("File what waits"), self.inbox_requested.emit
        )
        self.done = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.closed.emit, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self._lines, 1)
        column.addStretch()
        column.addLayout(row_of(self.copy, self.save, None, self.inbox_button, self.done))

    def _fill_parts(self, report: ImportReport) -> None:
        counts = {Part.FAILED: len(report.failed), Part.FILED: report.filed, Part.WAITING: report.waiting}
        self.part.blockSignals(True)
        self.part.clear()
        self.part.addItem(self.tr("All lines"), None)
        for part in Part:
            if counts.get(part, 1):
                self.part.addItem(texts.capital(import_words.part_words(part)), part)
        self.part.setCurrentIndex(max(0, self.part.findData(Part.FAILED)))
        self.part.blockSignals(False)
        self._lines.setVisible(bool(report.failed or report.placed))
        self.save.setVisible(bool(report.failed or report.placed))
        self._ask()

    def _ask(self) -> None:
        self._wait.stop()
        chosen = self.part.currentData()  # Qt hands a word of an enumeration back as bare text
        self.lines_requested.emit(Part(chosen) if chosen else None, self.search.text())

    def _open(self, place: int) -> None:
        row = self.model.row(place) if self.model else None
        if row is not None and row.id > 0:
            self.contact_requested.emit(row.id)

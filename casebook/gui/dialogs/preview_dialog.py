"""The dossier as it would go out: made first, with its progress, then leafed through, zoomed and searched."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIntValidator, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from casebook.gui import icons, texts, theme
from casebook.gui.dialogs.job_dialog import JobDialog, Stage
from casebook.gui.widgets.exhibits.page_list import PageList
from casebook.gui.widgets.exhibits.page_source import PageSource
from casebook.gui.widgets.exhibits.page_view import Fit, PageView
from casebook.gui.widgets.parts import open_at, plain_label, quiet_button

_SIZE = (1080, 740)
_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_TYPING = 250
"""Milliseconds after the last key until a search begins."""


class PreviewDialog(JobDialog):
    """Not modal. Nothing it shows is kept: the file goes when the window does."""

    closed = Signal()
    """It is not shown any more, and the file may go."""

    def __init__(self, title: str, look: theme.Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlags(self.windowFlags() | Qt.WindowType.WindowMinMaxButtonsHint)
        open_at(self, *_SIZE)
        self._look = look
        self._source: PageSource | None = None
        self._pages_in_all = 0
        self._hits: list[tuple[int, int]] = []
        self._places: dict[int, Sequence[QRectF]] = {}
        self._hit = -1
        self._words = ""
        self._refusal = plain_label("", kind="warn")
        self._reader = QWidget()
        self._lay_out(self._make_refusal(), self._reader)
        self._job.begin(self.tr("Making the preview"))
        self._pages.setCurrentIndex(Stage.RUNNING)
        self.finished.connect(self._end)

    def show_file(self, path: Path) -> None:
        """Show a PDF that has been made."""
        source = self._source = PageSource(path, self)
        self.view = PageView(source, self._look)
        self.thumbnails = PageList(source, self._look)
        self._fill_reader()
        source.opened.connect(self._opened)
        source.failed.connect(self.show_failure)
        source.found.connect(self._found)
        source.searched.connect(self._searched)
        self.view.page_changed.connect(self._on_page)
        self.view.zoomed.connect(self._on_zoom)
        self.thumbnails.page_requested.connect(self.view.go_to)
        source.open()

    def show_failure(self, error: Exception) -> None:
        """Say why there is nothing to see."""
        self._refusal.setText(texts.error_text(error))
        self._pages.setCurrentIndex(Stage.SETUP)

    def pages(self) -> int:
        """Return how many pages there are, 0 before they are shown."""
        return self._pages_in_all

    def hits(self) -> int:
        """Return how many places were found so far."""
        return len(self._hits)

    def step_hit(self, step: int) -> None:
        """Go to the next place that was found, or to the one before."""
        if self._hits:
            self._go_to_hit((self._hit + step) % len(self._hits))

    # ---- what is heard -----------------------------------------------------------------------------------------------

    def _opened(self, sizes: Sequence[QSizeF], bookmarks: Sequence[tuple[int, str, int]]) -> None:
        self._pages_in_all = len(sizes)
        self._of.setText(self.tr("of {pages}").replace("{pages}", str(len(sizes))))
        self.number.setValidator(QIntValidator(1, len(sizes), self.number))
        for level, title, page in bookmarks:
            self.places.addItem("    " * level + title, page)
        self.places.setCurrentIndex(-1)
        self.places.setVisible(bool(bookmarks))
        self._pages.setCurrentIndex(Stage.END)
        self.thumbnails.show_pages(sizes)
        self.view.show_pages(sizes)
        self.view.setFocus()

    def _on_page(self, page: int) -> None:
        if not self.number.hasFocus():
            self.number.setText(str(page + 1))
        self.thumbnails.follow(page)
        before = [row for row in range(self.places.count()) if int(self.places.itemData(row)) <= page]
        self.places.setCurrentIndex(before[-1] if before else -1)

    def _on_zoom(self, zoom: float) -> None:
        row = self.zooms.findData(self.view.fit().value if self.view.fit() is not Fit.NONE else round(zoom, 2))
        self.zooms.setCurrentIndex(row)  # -1 shows the placeholder
        self.zooms.setPlaceholderText(f"{round(zoom * 100)} %")

    def _choose_page(self) -> None:
        if self.number.hasAcceptableInput():
            self.view.go_to(int(self.number.text()) - 1)
            self.view.setFocus()

    def _choose_zoom(self, row: int) -> None:
        value = self.zooms.itemData(row)
        if isinstance(value, str):
            self.view.set_fit(Fit(value))
        else:
            self.view.set_zoom(float(value))
        self.view.setFocus()

    # ---- searching ---------------------------------------------------------------------------------------------------

    def _search(self) -> None:
        if self._source is None:
            return
        self._words = self.words.text().strip()
        self._hits, self._places, self._hit = [], {}, -1
        self.view.mark({}, None)
        self._told.setText("")
        here = self.view.page()
        count = self._pages_in_all
        self._source.look_for(self._words, [(here + page) % count for page in range(count)])

    def _found(self, words: str, page: int, places: Sequence[QRectF]) -> None:
        if words != self._words or not places:
            return
        self._places[page] = places
        new = [(page, number) for number in range(len(places))]
        at = bisect(self._hits, (page, -1))
        self._hits[at:at] = new
        if self._hit < 0:
            self._go_to_hit(at)
            return
        self._hit += len(new) if at <= self._hit else 0
        self.view.mark(self._places, self._hits[self._hit])
        self._tell_hits()

    def _searched(self, words: str) -> None:
        if words == self._words and not self._hits:
            self._told.setText(self.tr("not found"))

    def _go_to_hit(self, number: int) -> None:
        self._hit = number
        page, place = self._hits[number]
        self.view.mark(self._places, (page, place))
        self.view.go_to(page, self._places[page][place])
        self._tell_hits()

    def _tell_hits(self) -> None:
        said = self.tr("{number} of {count}")
        self._told.setText(said.replace("{number}", str(self._hit + 1)).replace("{count}", str(len(self._hits))))

    def _leave_search(self) -> None:
        self.words.clear()
        self._search()
        self.view.setFocus()

    # ---- laying out --------------------------------------------------------------------------------------------------

    def _make_refusal(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(plain_label(self.tr("There is no preview"), kind="heading"))
        column.addWidget(self._refusal)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject))
        column.addLayout(row)
        return page

    def _fill_reader(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self.thumbnails)
        sides.addWidget(self.view, 1)
        column = QVBoxLayout(self._reader)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addLayout(self._make_bar())
        column.addLayout(sides, 1)

    def _make_bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.number = QLineEdit("1")
        self.number.setFixedWidth(52)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setAccessibleName(self.tr("Page"))
        self.number.setToolTip(self.tr("Go to this page (Ctrl+G)"))
        self.number.returnPressed.connect(self._choose_page)
        self._of = QLabel()
        self._of.setTextFormat(Qt.TextFormat.PlainText)
        self.places = QComboBox()
        self.places.setPlaceholderText(self.tr("Go to…"))
        self.places.setMaxVisibleItems(24)
        self.places.setMinimumContentsLength(14)
        self.places.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.places.setAccessibleDescription(self.tr("Go to a part of the dossier"))
        self.places.setToolTip(self.tr("Go to a part of the dossier"))
        self.places.activated.connect(lambda chosen: self.view.go_to(int(self.places.itemData(chosen))))
        for widget in (self.number, self._of, self.places):
            row.addWidget(widget)
        row.addStretch(1)
        for part in self._zoom_parts():
            row.addWidget(part)
        row.addStretch(1)
        for part in self._search_parts():
            row.addWidget(part)
        for key, act in (("Ctrl+G", self._type_page), ("Ctrl+F", self._type_words), ("F3", self._next)):
            QShortcut(QKeySequence(key), self, act)
        QShortcut(QKeySequence("Shift+F3"), self, lambda: self.step_hit(-1))
        return row

    def _zoom_parts(self) -> Sequence[QWidget]:
        self.zooms = QComboBox()
        self.zooms.addItem(self.tr("Fit width"), Fit.WIDTH.value)
        self.zooms.addItem(self.tr("Whole page"), Fit.PAGE.value)
        for zoom in _ZOOMS:
            self.zooms.addItem(f"{round(zoom * 100)} %", zoom)
        self.zooms.setAccessibleDescription(self.tr("Zoom"))
        self.zooms.activated.connect(self._choose_zoom)
        smaller = quiet_button("", self.tr("Smaller (Ctrl+-)"), self.view.zoom_out, "quiet")
        larger = quiet_button("", self.tr("Larger (Ctrl++)"), self.view.zoom_in, "quiet")
        for button, icon in ((smaller, "zoom-out"), (larger, "zoom-in")):
            button.setIcon(icons.icon(icon))
            button.setAccessibleName(button.toolTip())
        return smaller, self.zooms, larger

    def _search_parts(self) -> Sequence[QWidget]:
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find in the dossier"))
        self.words.setAccessibleName(self.tr("Find in the dossier"))
        self.words.setToolTip(self.tr("Find words in the text of the pages (Ctrl+F)"))
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(200)
        wait = QTimer(self, singleShot=True, interval=_TYPING)
        wait.timeout.connect(self._search)
        self.words.textChanged.connect(lambda _words: wait.start())
        self.words.returnPressed.connect(self._next)
        self._told = QLabel()
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setMinimumWidth(64)
        theme.restyle(self._told, kind="muted")
        return self._told, self.words

    def _type_page(self) -> None:
        self.number.setFocus()
        self.number.selectAll()

    def _type_words(self) -> None:
        self.words.setFocus()
        self.words.selectAll()

    def _next(self) -> None:
        if self.words.text().strip() != self._words:
            self._search()
        else:
            self.step_hit(1)

    # ---- closing -----------------------------------------------------------------------------------------------------

    def reject(self) -> None:
        """Esc leaves a search first, then closes."""
        if self._source is not None and self.words.hasFocus() and self.words.text():
            self._leave_search()
        else:
            self._stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing while it is being made stops that too: there is nothing to wait for."""
        self._stop()
        event.accept()

    def _stop(self) -> None:
        if self._pages.currentIndex() == Stage.RUNNING:
            self.cancel_requested.emit()
        self.done(0)

    def _end(self) -> None:
        if self._source is not None:
            self._source.close()
            self._source = None
        self.closed.emit()

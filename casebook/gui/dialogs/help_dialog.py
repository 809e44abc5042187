"""The help: an index with a search beside a page. It stays open beside the work, and remembers its size."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QModelIndex, QSettings, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from casebook.gui import theme as look
from casebook.gui.models.help_pages import KEYS, Found, HelpPages
from casebook.gui.models.key_sheet import Key, markup
from casebook.gui.models.row_model import Row, RowModel
from casebook.gui.theme import Theme, restyle
from casebook.gui.widgets.parts import plain_label, quiet_button, row_of

_LINE_HEIGHT = 130
"""Percent: Chinese needs more air between lines than a font gives."""
_SIZE = (860, 640)
_GEOMETRY, _COLUMNS = "help", "help-columns"


class HelpDialog(QDialog):
    """Texts of our own in a plain browser: nothing in them is fetched, and no link leads out of them."""

    language_changed = Signal()
    """The pages are wanted in another language."""

    def __init__(
        self, pages: HelpPages, keys: Sequence[Key], theme: Theme, memory: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pages, self._keys, self._theme, self._memory = pages, keys, theme, memory
        self._before, self._found, self._slug = list[str](), list[Found](), ""
        self.search, self.browser = QLineEdit(clearButtonEnabled=True), QTextBrowser()
        self.index, self._rows = QListView(), RowModel(self)
        self.nothing = plain_label("", kind="muted")
        self.back = quiet_button("", "", self.go_back, "quiet")
        self.print = quiet_button("", "", self.print_page)
        self._close = quiet_button("", "", self.close)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.search.textChanged.connect(self._look_for)
        self.search.returnPressed.connect(self.browser.setFocus)
        self.index.selectionModel().currentChanged.connect(self._chosen)
        self.browser.anchorClicked.connect(self._follow)
        theme.changed.connect(self._show_again)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)
        self._retranslate()
        self._come_back()
        self._look_for("")

    @property
    def slug(self) -> str:
        """The page that is shown."""
        return self._slug

    def show_page(self, slug: str) -> None:
        """Show a page, whatever is being looked for; its row is chosen where it is listed."""
        page = self._pages.get(slug)
        if self._slug and self._slug != page.slug:
            self._before.append(self._slug)
        self._put(page.slug)
        self._mark_row()

    def use(self, pages: HelpPages, keys: Sequence[Key]) -> None:
        """Show the same page with other words: the language was switched."""
        self._pages, self._keys = pages, keys
        self._retranslate()
        self._look_for(self.search.text())
        self._show_again()

    def go_back(self) -> None:
        """Show the page that was shown before."""
        if self._before:
            self._put(self._before.pop())
            self._mark_row()

    def print_page(self) -> None:
        """Print the page that is shown, or save it as a PDF, as the system's dialog offers."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(f"Casebook – {self._pages.get(self._slug).title}")
        asked = QPrintDialog(printer, self)
        if asked.exec():
            self.print_to(printer)

    def print_to(self, printer: object) -> None:
        """Print the page in black on white, whatever colours the window has."""
        paper = self.browser.document().clone(self)
        cursor = QTextCursor(paper)
        cursor.select(QTextCursor.SelectionType.Document)
        ink = QTextCharFormat()
        ink.setForeground(Qt.GlobalColor.black)
        cursor.mergeCharFormat(ink)
        paper.print_(printer)  # type: ignore[arg-type]
        paper.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the index from the search field."""
        if self.search.hasFocus() and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = min(max(self.index.currentIndex().row() + step, 0), self._rows.rowCount() - 1)
            self.index.setCurrentIndex(self._rows.index(row, 0))
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language; the pages come from whoever opened this."""
        if event.type() == QEvent.Type.LanguageChange:
            self.language_changed.emit()
        super().changeEvent(event)

    def done(self, result: int) -> None:
        """Remember size and columns; a disk that refuses is no reason not to close."""
        store = self._store()
        store.setValue(_GEOMETRY, self.saveGeometry())
        store.setValue(_COLUMNS, self._columns.saveState())
        super().done(result)

    def _look_for(self, words: str) -> None:
        """List the pages with these words, and show the first of them."""
        self._found = self._pages.find(words)
        self._rows.show([Row(n, found.page.title, found.snippet) for n, found in enumerate(self._found)])
        self.nothing.setVisible(not self._found)
        self.index.setVisible(bool(self._found))
        if self._found and words.strip() and self._slug not in [found.page.slug for found in self._found]:
            self._put(self._found[0].page.slug)
        self._mark_row()
        if self._slug:
            self._show_again()

    def _mark_row(self) -> None:
        row = next((n for n, found in enumerate(self._found) if found.page.slug == self._slug), -1)
        self.index.setCurrentIndex(self._rows.index(row, 0) if row >= 0 else QModelIndex())

    def _chosen(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._found) and (slug := self._found[index.row()].page.slug) != self._slug:
            self._before.append(self._slug)
            self._put(slug)

    def _follow(self, url: QUrl) -> None:
        if not url.scheme() and url.path().endswith(".md"):
            self.show_page(url.path().removesuffix(".md"))

    def _put(self, slug: str) -> None:
        """Show a page; the present one is forgotten unless somebody noted it."""
        self._slug = slug
        self.back.setEnabled(bool(self._before))
        self._show_again()
        self.browser.verticalScrollBar().setValue(0)

    def _show_again(self) -> None:
        if not self._slug:
            return
        page, words = self._pages.get(self._slug), self.search.text()
        self.browser.setMarkdown(page.text)
        self._air()
        if page.slug == KEYS:
            sheet = f"th {{ text-align: left; padding-top: 14px; }} .key {{ color: {self._theme.muted.name()}; }}"
            self.browser.document().setDefaultStyleSheet(sheet)
            cursor = QTextCursor(self.browser.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
            cursor.insertHtml(markup(self._keys, words) if self._holds_key(words) else markup(self._keys))
        self._highlight(words)
        self.setWindowTitle(self.tr("Help: {page}").replace("{page}", page.title))
        self.browser.setAccessibleName(page.title)

    def _holds_key(self, words: str) -> bool:
        wanted = words.casefold().split()
        return any(key.holds(wanted) for key in self._keys)

    def _highlight(self, words: str) -> None:
        """Mark what is looked for, by ground and by an underline."""
        marks = []
        form = QTextCharFormat()
        form.setBackground(self._theme.accent_soft)
        form.setFontUnderline(True)
        for word in words.split():
            cursor = self.browser.document().find(word)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, form
                marks.append(mark)
                cursor = self.browser.document().find(word, cursor)
        self.browser.setExtraSelections(marks)

    def _air(self) -> None:
        """Give headings their sizes from the type scale, and paragraphs room: Markdown alone sets them tight."""
        block = self.browser.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            form = QTextBlockFormat()
            form.setTopMargin(look.XL if level > 1 else 0)
            form.setBottomMargin(look.S)
            form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor = QTextCursor(block)
            cursor.mergeBlockFormat(form)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                words = QTextCharFormat()
                words.setFont(self._theme.font(look.TITLE if level == 1 else look.L, bold=True))
                cursor.setCharFormat(words)
            block = block.next()

    def _store(self) -> QSettings:
        return QSettings(str(self._memory), QSettings.Format.IniFormat)

    def _come_back(self) -> None:
        store = self._store()
        if isinstance(geometry := store.value(_GEOMETRY), QByteArray):
            self.restoreGeometry(geometry)
        else:
            self.resize(*_SIZE)
        if isinstance(columns := store.value(_COLUMNS), QByteArray):
            self._columns.restoreState(columns)

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.tr("Search the help"))
        self.search.setToolTip(self.tr("Type words in either language; ↓ and ↑ walk through the pages (Ctrl+F)"))
        self.index.setAccessibleName(self.tr("Pages of the help"))
        self.nothing.setText(self.tr("No page says that. Try another word, or part of one."))
        self.back.setText(self.tr("Back"))
        self.back.setToolTip(self.tr("The page before (Alt+Left)"))
        self.print.setText(self.tr("Print…"))
        self.print.setToolTip(self.tr("Print this page, or save it as a PDF"))
        self._close.setText(self.tr("Close"))
        self._close.setToolTip(self.tr("Close the help (Esc)"))

    def _lay_out(self) -> None:
        self.index.setModel(self._rows)
        self.index.setFrameShape(QFrame.Shape.NoFrame)
        self.index.setUniformItemSizes(True)
        self.index.setStyleSheet(f"QListView::item {{ padding: {look.XS}px {look.S}px; }}")
        self.browser.setOpenLinks(False)
        restyle(self.browser, kind="page")
        self.browser.document().setDocumentMargin(look.L)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(look.S, look.S, look.S, 0)
        column.setSpacing(look.S)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.index, 1)
        column.addStretch(0)
        for part in (left, self.browser):
            self._columns.addWidget(part)
        self._columns.setSizes([220, 640])
        self._columns.setStretchFactor(1, 1)
        self._columns.setHandleWidth(1)
        self._columns.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, look.XS, 0, look.M)
        layout.addWidget(self._columns, 1)
        foot: QHBoxLayout = row_of(self.back, None, self.print, self._close)
        foot.setContentsMargins(look.M, 0, look.M, 0)
        layout.addLayout(foot)

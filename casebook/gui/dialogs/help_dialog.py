"""Help inside the window: how to use it, which keys there are, and what this program is."""

from __future__ import annotations

import html
import platform
from collections.abc import Iterable
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

import casebook
from casebook.gui import icons
from casebook.gui import theme as look
from casebook.gui.action_table import MENUS
from casebook.gui.actions import Actions, plain
from casebook.gui.theme import Theme, restyle

_LINE_HEIGHT = 130
"""Percent: Chinese needs more air between lines than a font gives."""


class HelpDialog(QDialog):
    """A text of our own in a plain browser; it stays open beside the work."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(620, 640)
        self._theme = theme
        self.browser = QTextBrowser(self)
        self.browser.setOpenLinks(False)
        restyle(self.browser, kind="page")
        self.browser.document().setDocumentMargin(look.L)
        self.browser.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.S, look.S, look.M, look.M)
        layout.addWidget(self.browser, 1)
        layout.addWidget(buttons)

    def show_page(self, path: Path) -> None:
        """Show a Markdown file of ours."""
        self.browser.setMarkdown(path.read_text("utf-8"))
        self._air()

    def show_html(self, text: str) -> None:
        """Show markup made by this program."""
        sheet = f"th {{ text-align: left; padding-top: 14px; }} .key {{ color: {self._theme.muted.name()}; }}"
        self.browser.document().setDefaultStyleSheet(sheet)
        self.browser.setHtml(text)

    def _air(self) -> None:
        """Give headings their sizes from the type scale, and paragraphs room: Markdown alone sets them tight."""
        block = self.browser.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            form = QTextBlockFormat()
            form.setTopMargin(look.XL if level > 1 else 0)
            form.setBottomMargin(look.S if level != 1 else 0)
            form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor = QTextCursor(block)
            cursor.mergeBlockFormat(form)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                words = QTextCharFormat()
                words.setFont(self._theme.font(look.TITLE if level == 1 else look.L, bold=True))
                cursor.setCharFormat(words)
            block = block.next()


class AboutDialog(QDialog):
    """Name, version, licence, where the casebook is."""

    def __init__(self, book: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Casebook"))
        picture = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        picture.setPixmap(icons.app_icon().pixmap(64, 64))
        title = QLabel("Casebook")
        restyle(title, kind="title")
        words = QLabel(
            self.tr("A private journal for a dispute with an exchange or broker. Free software, GPL-3.0 or later."),
            wordWrap=True,
        )
        facts = QLabel(self._facts(book), wordWrap=True)
        facts.setTextFormat(Qt.TextFormat.PlainText)
        facts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        restyle(facts, kind="muted")
        column = QVBoxLayout()
        column.setSpacing(look.S)
        for label in (title, words, facts):
            column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(look.L)
        row.addWidget(picture)
        row.addLayout(column, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.XL, look.XL, look.XL, look.L)
        layout.setSpacing(look.L)
        layout.addLayout(row)
        layout.addWidget(buttons)
        self.setFixedWidth(480)

    def _facts(self, book: Path | None) -> str:
        lines = [
            self.tr("Version {version}").replace("{version}", casebook.__version__),
            f"Python {platform.python_version()} · Qt {PySide6.__version__} · {platform.system()} {platform.machine()}",
        ]
        if book is not None:
            lines.append(self.tr("Your casebook: {folder}").replace("{folder}", str(book)))
        return "\n".join(lines)


def keys_page(actions: Actions, more: Iterable[tuple[str, str]] = ()) -> str:
    """Return the sheet of all keys as markup: each menu's actions, then `more` (words, key) of the panes."""
    parts = ["<table width='100%' cellspacing='0' cellpadding='3'>"]
    for menu, caption in MENUS.items():
        rows = [(plain(action), action.shortcut()) for spec, action in actions if spec.menu == menu]
        rows = [(words, key) for words, key in rows if not key.isEmpty()]
        heading = QCoreApplication.translate("actions", str(caption)).replace("&", "")
        parts.append(_heading(heading.partition("(")[0]))
        parts += [_row(words, key.toString(QKeySequence.SequenceFormat.NativeText)) for words, key in rows]
    if rest := list(more):
        parts.append(_heading(QCoreApplication.translate("HelpDialog", "In lists and fields")))
        parts += [_row(words, key) for words, key in rest]
    return "".join([*parts, "</table>"])


def _heading(words: str) -> str:
    return f"<tr><th colspan='2'>{html.escape(words)}</th></tr>"


def _row(words: str, key: str) -> str:
    return f"<tr><td>{html.escape(words)}</td><td class='key' align='right'>{html.escape(key)}</td></tr>"

"""The help: every page in both languages, found in either, opened by F1 where the focus is; the sheet of keys."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import casebook.gui
from casebook import paths
from casebook.gui.action_table import SPECS
from casebook.gui.dialogs.help_dialog import HelpDialog
from casebook.gui.help_topics import TOPICS, page_of
from casebook.gui.main_window import MainWindow
from casebook.gui.models.help_pages import HelpPages
from casebook.journal import Journal
from tests.gui.conftest import MakeWindow

FOLDER = paths.resources() / "help"
LANGUAGES = ("en", "zh")
GUI = Path(casebook.gui.__file__).parent
NEEDS_NONE = {"HelpDialog", "FormDialog", "ColumnPage"}
"""The help itself, and what others are made from."""


def shown(window: MainWindow) -> HelpDialog:
    """Return the help that is open."""
    (found,) = [each for each in window.findChildren(HelpDialog) if each.isVisible()]
    return found


@pytest.fixture
def window(make_window: MakeWindow, journal: Journal) -> MainWindow:
    """The window in front, on an empty casebook."""
    made = make_window(journal)
    made.activateWindow()
    return made


def test_every_page_is_there_in_both_languages_and_every_link_leads_to_one() -> None:
    names = (FOLDER / "pages.txt").read_text("utf-8").split()
    assert len(set(names)) == len(names) > 15
    assert set(TOPICS) == set(names)
    for language in LANGUAGES:
        assert {path.stem for path in (FOLDER / language).glob("*.md")} == set(names)
        for page in HelpPages(FOLDER, language).pages:
            assert page.title and len(page.text) > 50, page.slug
            assert set(re.findall(r"\]\(([^)]*)\)", page.text)) <= {f"{name}.md" for name in names}, page.slug
        counted = [len(re.findall(r"\*\*Ctrl\+", page.text)) for page in HelpPages(FOLDER, language).pages]
        assert counted == [len(re.findall(r"\*\*Ctrl\+", page.text)) for page in HelpPages(FOLDER, "en").pages]


def test_every_mark_of_a_page_is_understood(qapp: QApplication) -> None:
    """Behind a full-width colon or dots the stars of bold words would stand there as stars."""
    for path in sorted(FOLDER.glob("??/*.md")):
        page = QTextDocument()
        page.setMarkdown(path.read_text("utf-8"))
        assert "*" not in page.toPlainText(), path.name


def test_the_keys_that_the_pages_name_are_those_of_the_table() -> None:
    known = {spec.key for spec in SPECS if spec.key}
    local = {"Ctrl+V", "Ctrl+Enter", "Ctrl+J", "Ctrl+;", "Ctrl+O", "Ctrl+A"}  # of fields and lists
    for language in LANGUAGES:
        named = {
            key for page in HelpPages(FOLDER, language).pages for key in re.findall(r"\*\*(Ctrl\+[^*]+)\*\*", page.text)
        }
        assert not named - known - local, f"{language}: {named - known - local}"


def test_every_dialog_and_pane_has_its_page() -> None:
    named = {name for names in TOPICS.values() for name in names}
    windows, without = {"QDialog", "QWidget", "QFrame", "QScrollArea"}, []
    for _round in range(3):  # what is made from a dialog is one, whichever file comes first
        without = []
        for path in [
            *(GUI / "dialogs").glob("*.py"),
            *(GUI / "panes").glob("*.py"),
            GUI / "widgets" / "column_page.py",
        ]:
            for kind in ast.parse(path.read_text("utf-8")).body:
                if not isinstance(kind, ast.ClassDef) or not windows & (bases := {ast.unparse(b) for b in kind.bases}):
                    continue
                windows.add(kind.name)
                is_part = bases & {"QWidget", "QFrame"} and path.parent.name == "dialogs"  # lies in a dialog
                if kind.name not in named | NEEDS_NONE and not bases & named and not is_part:
                    without.append(kind.name)
    assert len(windows) > 70
    assert not without, f"name a page for these in gui/help_topics.py: {without}"


@pytest.mark.parametrize(
    ("language", "words", "first"),
    [
        ("en", "undo", "corrections"),
        ("zh", "撤销", "corrections"),
        ("en", "助记词", "writing"),
        ("zh", "swindlers", "senders"),
    ],
)
def test_a_page_is_found_by_words_of_either_language(language: str, words: str, first: str) -> None:
    found = HelpPages(FOLDER, language).find(words)
    assert first in [each.page.slug for each in found]
    assert all(each.page.title for each in found)


def test_f1_opens_the_page_of_what_has_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    assert window.body is not None and window.commands is not None
    assert page_of(window.body.inbox) == "mail"
    window.actions_["inbox"].trigger()
    window.body.sidebar.list.setFocus()
    window.actions_["help"].trigger()
    assert shown(window).slug == "mail", "the sidebar chose what is looked at"
    shown(window).close()
    dialog = window.commands.firm.new()
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and dialog.focusWidget() is not None)
    focus = dialog.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_F1)
    help_ = shown(window)
    assert help_.slug == "firms"
    assert help_.windowTitle() == "Help: Firms"
    help_.close()
    dialog.done(0)
    window.actions_["help"].trigger()
    window.actions_["help"].trigger()
    assert shown(window).slug in TOPICS, "there is one window of it"
    shown(window).close()


def test_index_search_links_back_and_language(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["help"].trigger()
    help_ = shown(window)
    help_.show_page("welcome")
    help_.browser.anchorClicked.emit(QUrl("cases.md"))
    assert help_.slug == "cases"
    help_.browser.anchorClicked.emit(QUrl("https://example.org/mail.md"))
    assert help_.slug == "cases", "no link leads out"
    qtbot.keyClicks(help_.search, "recovery key")
    assert help_.slug == "protection"
    assert help_.browser.extraSelections(), "what was looked for is marked"
    help_.back.click()
    assert help_.slug == "cases" or help_.slug == "welcome"
    help_.search.clear()
    qtbot.keyClick(help_.search, Qt.Key.Key_Down)
    help_.search.setText("no such word anywhere")
    assert help_.nothing.isVisible() and not help_.index.isVisible()
    help_.search.clear()
    help_.show_page("corrections")
    window.appearance.use_language("zh")
    qtbot.waitUntil(lambda: "撤销" in help_.browser.toPlainText())
    assert help_.slug == "corrections"
    help_.resize(QSize(700, 500))
    help_.close()
    window.actions_["help"].trigger()
    assert shown(window).size() == QSize(700, 500)
    shown(window).close()


def test_the_sheet_of_keys_is_looked_through_and_printed(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.actions_["keys"].trigger()
    help_ = shown(window)
    assert help_.slug == "keys"
    text = help_.browser.toPlainText()
    for spec in SPECS:
        if spec.key and spec.menu != "edit":
            key = window.actions_[spec.name].shortcut().toString()
            assert key in text, spec.name
    help_.search.setText("ctrl+m")
    assert "Ctrl+M" in help_.browser.toPlainText() and "Ctrl+Q" not in help_.browser.toPlainText()
    assert help_.slug == "keys"
    help_.search.clear()
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "keys.pdf"))
    help_.print_to(printer)
    with pypdfium2.PdfDocument(tmp_path / "keys.pdf") as made:
        words = "".join(page.get_textpage().get_text_range() for page in made)
    assert "Ctrl+Shift+G" in words and "Add promise" in words
    help_.close()
    assert QApplication.activeModalWidget() is None

"""The first run: the language at once, the sample and the way back, and a casebook of one's own, all from the keys."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casebook.cli.demo import sample
from casebook.gui.panes.first_start import FirstStartPage
from casebook.gui.panes.job import JobPane
from casebook.gui.panes.welcome import WelcomePane
from casebook.gui.sample_book import SampleBook
from casebook.journal import Journal
from casebook.journal.errors import DiskTrouble
from casebook.journal.progress import Progress
from tests.conftest import finished
from tests.gui.protection_pages import MakeStart, make_start, page, ring

__all__ = ["make_start", "ring"]


def press(qtbot: QtBot, key: Qt.Key, times: int = 1) -> None:
    """Press a key where the focus is."""
    for _ in range(times):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)


def little(folder: Path) -> Generator[Progress, None, Path]:
    """Make a casebook with one firm, as quickly as can be."""
    with Journal.create(folder) as journal:
        yield Progress(0, 1)
        journal.firms.add("Kestrel Exchange SG")
    return folder


def test_language_sample_and_own_casebook_from_the_keys(
    make_start: MakeStart, book: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window, start = make_start(book)
    SampleBook(window, start, little, tmp_path / "sample")
    page(window, FirstStartPage, qtbot).close()
    start.begin()  # the page is made anew, with the sample on it
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    first = page(window, FirstStartPage, qtbot)
    window.activateWindow()
    qtbot.waitUntil(first.make.hasFocus)
    assert [button.text() for button in first.languages.values()] == ["English", "中文"]
    first.languages["en"].setFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert first.languages["zh"].isChecked()
    qtbot.waitUntil(lambda: first.title.text() == "欢迎使用 Casebook")
    assert window.settings.language == "zh"
    press(qtbot, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: first.title.text() == "Welcome to Casebook")

    first.make.setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert first.sample.hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.journal is not None)
    journal = window.journal
    assert journal is not None
    assert [firm.name for firm in journal.firms.all()] == ["Kestrel Exchange SG"]
    assert "sample" in window.warnings.said("sample")
    assert not book.exists(), "nothing is made for the user before they ask"
    window.reminder.hide()

    back = window.warnings.remedy("sample")
    assert back.text() == "Start my own"
    back.click()
    first = page(window, FirstStartPage, qtbot)
    assert start.book == book
    window.activateWindow()
    qtbot.waitUntil(first.make.hasFocus)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.journal is not None)
    assert window.body is not None
    assert window.body.findChild(WelcomePane).isVisible()
    assert not window.warnings.isVisible()

    window.actions_["sample"].trigger()  # kept from the first time
    qtbot.waitUntil(lambda: start.book == tmp_path / "sample" and window.journal is not None)
    window.reminder.hide()
    assert window.warnings.remedy("sample").text() == "Back to my casebook"
    window.actions_["sample"].trigger()
    qtbot.waitUntil(lambda: start.book == book and window.journal is not None)


@pytest.mark.slow
def test_the_sample_of_the_window_is_that_of_the_command(tmp_path: Path) -> None:
    made = sample(tmp_path / "stopped")
    next(made)
    made.close()
    assert not (tmp_path / "stopped").exists(), "one that is stopped leaves nothing"
    with Journal.open(finished(sample(tmp_path / "sample"))) as journal:
        assert [firm.name for firm in journal.firms.all()] == ["Kestrel Exchange SG", "Orca Markets GB"]
        assert journal.cases.counts().open == 3


def test_a_sample_that_cannot_be_made_leaves_everything_as_it_was(
    make_start: MakeStart, book: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    def full(folder: Path) -> Generator[Progress, None, Path]:
        yield Progress(0)
        raise DiskTrouble("the disk is full at {path}", path=folder)

    window, start = make_start(book)
    page(window, FirstStartPage, qtbot)
    SampleBook(window, start, full, tmp_path / "sample").show()
    first = page(window, FirstStartPage, qtbot)
    assert "disk is full" in window.notices.said()
    assert window.findChild(JobPane) is None or not window.findChild(JobPane).isVisible()
    assert first.sample.isVisibleTo(first)
    assert start.journal is None

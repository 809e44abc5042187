"""Drafting a letter in the window: written from the record, edited, copied, saved; what each sentence rests on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.commands.letter import LetterCommands
from casebook.gui.dialogs.letter_dialog import LetterDialog
from casebook.gui.feed import Feed
from casebook.gui.worker import Worker
from casebook.settings import Settings
from tests.gui.small_book import Sample


@pytest.fixture
def commands(small: Sample, feed: Feed, tmp_path: Path, qtbot: QtBot) -> Iterator[LetterCommands]:
    window = QWidget()
    qtbot.addWidget(window)
    worker = Worker(small.journal.release)
    yield LetterCommands(small.journal, feed, window, worker, Settings(last_export_folder=str(tmp_path)))
    worker.close()


@pytest.fixture
def dialog(commands: LetterCommands, small: Sample, qtbot: QtBot) -> LetterDialog:
    made = commands.open(small.withdrawal)
    qtbot.waitUntil(lambda: bool(made.edit.toPlainText()))
    return made


def find(dialog: LetterDialog, words: str) -> None:
    """Put the cursor behind some words."""
    dialog.edit.moveCursor(QTextCursor.MoveOperation.Start)
    assert dialog.edit.find(words), words


def test_it_is_written_from_the_record_in_either_language(dialog: LetterDialog, qtbot: QtBot) -> None:
    assert dialog.edit.toPlainText().startswith("Formal complaint")
    dialog.language.setCurrentIndex(dialog.language.findData("zh"))
    qtbot.waitUntil(lambda: dialog.edit.toPlainText().startswith("正式投诉函"))
    dialog.kind.setCurrentIndex(dialog.kind.findData("police"))
    qtbot.waitUntil(lambda: dialog.edit.toPlainText().startswith("报案事实清单"))


def test_a_sentence_shows_what_it_rests_on_and_leads_there(
    dialog: LetterDialog, small: Sample, commands: LetterCommands, qtbot: QtBot
) -> None:
    contact = small.journal.contacts.of_case(small.withdrawal)[0]
    find(dialog, f"(No. {contact.id}")
    rests = dialog.edit.rests()
    assert rests
    assert rests[0].kind == "contact"
    button = next(b for b in reversed(dialog.findChildren(QPushButton)) if b.text() == rests[0].label)
    qtbot.waitUntil(button.isVisible)
    with qtbot.waitSignal(commands.place_requested) as asked:
        button.click()
    assert asked.args == ["contact", rests[0].id]


def test_own_words_rest_on_nothing_and_survive_another_choice(dialog: LetterDialog, qtbot: QtBot) -> None:
    dialog.edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(dialog.edit, " Kind regards")
    find(dialog, "Kind reg")
    assert dialog.edit.rests() is None
    dialog.kind.setCurrentIndex(dialog.kind.findData("summary"))
    qtbot.waitUntil(lambda: dialog.edit.toPlainText().startswith("Summary"))
    dialog.kind.setCurrentIndex(dialog.kind.findData("complaint"))
    assert dialog.edit.toPlainText().endswith("Kind regards")


def test_copy_and_save_take_the_words_as_they_stand(
    dialog: LetterDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.edit.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(dialog.edit, "My ")
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("My Formal complaint\n\n")
    out = tmp_path / "letter.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), "Document (*.docx)"))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: out.exists() and not dialog.edit.document().isModified())
    made = docx.Document(str(out))
    assert made.paragraphs[0].text == "My Formal complaint"
    assert [p.text for p in made.paragraphs] == [text for _, text in dialog.edit.lines()]


def test_closing_asks_before_edited_words_are_lost(dialog: LetterDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.edit, "x")
    dialog.reject()
    box = dialog.findChild(QMessageBox)
    assert box is not None
    assert dialog.isVisible()
    keep, discard = (next(b for b in box.buttons() if text in b.text()) for text in ("Go on", "without saving"))
    assert box.defaultButton() is keep
    discard.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())

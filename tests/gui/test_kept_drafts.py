"""What is being written outlives a lock, a crash and a restart."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from casebook import paths
from casebook.gui.main_window import MainWindow
from casebook.gui.models.draft import Draft, from_words, to_words
from casebook.journal.records import Attachment
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import HowKnown, Precision, moment
from tests.conftest import HandClock
from tests.gui import sample
from tests.gui.protection_pages import ENTER, MakeStart, make_start, ring

__all__ = ["make_start", "ring"]


def test_a_draft_is_kept_while_it_is_written_and_goes_when_it_is_recorded(
    make_start: MakeStart, book: Path, qtbot: QtBot
) -> None:
    sample.build(book).close()
    window, start = make_start(book)
    window.reminder.hide()
    window.actions_["log"].trigger()
    assert window.body is not None
    assert start.journal is not None
    case_id, composer, drafts = window.body.case_id, window.body.case_page.composer, start.journal.drafts
    qtbot.keyClicks(composer.text, "They said no")
    qtbot.waitUntil(lambda: (kept := drafts.load(case_id)) is not None and kept.words["text"] == "They said no")
    composer.text.clear()
    qtbot.waitUntil(lambda: drafts.load(case_id) is None)
    qtbot.keyClicks(composer.text, "They said yes")
    qtbot.keyClick(composer.text, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert composer.draft().is_empty
    window.close()
    assert drafts.all() == []


_TYPING = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from casebook import paths
from casebook.gui.appearance import Appearance
from casebook.gui.application import create
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.settings import Settings
app = create(sys.argv[:1])
folder = Path(sys.argv[1])
window = MainWindow(Appearance(app, paths.resources() / "i18n", app), Settings(), folder / "s.json", folder)
journal = Journal.open(folder / "casebook")
window.show()
window.attach(journal)
window.actions_["log"].trigger()
composer = window.body.case_page.composer
image = QImage(40, 30, QImage.Format.Format_RGB32)
image.fill(0x2f6f62)
QGuiApplication.clipboard().setImage(image)
composer.text.paste()
QTest.keyClicks(composer.text, "They said no")
def look():
    kept = journal.drafts.load(window.body.case_id)
    if kept and kept.files and kept.words["text"] == "They said no":
        os.kill(os.getpid(), 9)
timer = QTimer(interval=20)
timer.timeout.connect(look)
timer.start()
app.exec()
"""


def test_a_draft_outlives_the_program(make_start: MakeStart, book: Path, qtbot: QtBot) -> None:
    sample.build(book).close()
    done = subprocess.run([sys.executable, "-c", _TYPING, str(book.parent)], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    window, _start = make_start(book)
    window.reminder.hide()
    window.actions_["log"].trigger()
    assert window.body is not None
    composer = window.body.case_page.composer
    assert composer.text.toPlainText() == "They said no"
    (picture,) = composer.tray.attachments()  # what was pasted lay in no file of the user's
    content = picture.content
    assert (content if isinstance(content, bytes) else content.read_bytes()).startswith(b"\x89PNG")


def _pixels(window: MainWindow, colour: str) -> None:
    """Paste a picture of a whole screen that comes without the bytes of a file."""
    assert window.body is not None
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    mime = QMimeData()
    mime.setImageData(image)
    window.body.case_page.composer.text.insertFromMimeData(mime)


def test_pixels_are_shown_at_once_and_saved_whatever_comes_before_they_are_a_file(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.body is not None
    assert window.journal is not None
    journal, composer = window.journal, window.body.case_page.composer
    case, tray = journal.cases.rows()[0].id, composer.tray
    window.reminder.hide()
    window.body.show_case(case)
    before = {exhibit.id for exhibit in journal.exhibits.of_case(case)}
    _pixels(window, "red")
    assert tray.drawing
    assert not tray.attachments()
    assert not tray.isHidden()
    assert composer.save_button.isVisible()
    composer.submit()  # before it is a file
    qtbot.waitUntil(lambda: len(journal.exhibits.of_case(case)) > len(before), timeout=30_000)
    (exhibit,) = (each for each in journal.exhibits.of_case(case) if each.id not in before)
    shown = QImage.fromData(journal.exhibits.read(exhibit.file))
    assert (shown.width(), shown.height(), shown.pixelColor(9, 9).name()) == (1920, 1080, "#ff0000")
    qtbot.waitUntil(lambda: tray.is_empty, timeout=30_000)
    _pixels(window, "green")
    remove = tray.findChildren(QToolButton)[-1]
    remove.click()
    assert tray.is_empty
    _pixels(window, "blue")
    assert tray.drawing
    assert window.commands is not None
    assert window.commands.draft.save_now() == ""  # as when the window is closed
    kept = journal.drafts.load(case)
    assert kept is not None
    assert [file.name for file in kept.files] == [each.name for each in tray.attachments()] != []
    assert not tray.drawing
    qtbot.waitUntil(lambda: not window.quick.jobs)
    assert len(tray.attachments()) == 1  # what came later came too late


def test_the_folder_that_was_chosen_is_the_usual_one_from_then_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("CASEBOOK_DIR", raising=False)
    usual = paths.default_casebook()
    paths.choose_casebook(tmp_path / "案件簿")
    assert paths.default_casebook() == tmp_path / "案件簿" != usual
    monkeypatch.setenv("CASEBOOK_DIR", str(tmp_path / "named"))
    assert paths.default_casebook() == tmp_path / "named"


def test_a_draft_reads_back_as_it_was(clock: HandClock) -> None:
    when = moment(clock(), "Asia/Singapore", Precision.ABOUT, HowKnown.SCREENSHOT)
    file = Attachment("a.png", b"x")
    draft = Draft(Channel.EMAIL, Direction.BOTH, "Lily", "4471", True, "T-1", "", "Re: x", "两个字 ☂", when, (file,))
    assert from_words(to_words(draft), (file,), clock(), clock()) == draft
    assert from_words(to_words(draft), (), clock(), clock()).lost == 1
    assert from_words({"channel": "pigeon", "precision": "never"}, (), clock(), clock()) == Draft()


def test_now_does_not_move_in_a_draft_that_is_found_again_later(clock: HandClock) -> None:
    draft = Draft(text="They said no")
    saved = clock()
    assert from_words(to_words(draft), (), saved, saved + timedelta(minutes=5)).happened is None
    later = from_words(to_words(draft), (), saved, saved + timedelta(days=1)).happened
    assert later is not None
    assert (later.utc, later.precision) == (saved, Precision.ABOUT)


# -- how it looks ------------------------------------------------------------------------------------------------------

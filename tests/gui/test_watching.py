"""The watch folder in the real window: chosen in the preferences, taken in as it appears, and off when emptied."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.mail import watching
from tests.gui.conftest import MakeWindow
from tests.gui.test_import import write_mail
from tests.gui.test_preferences import opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "saved"
    made.mkdir()
    return made


def old(path: Path) -> Path:
    """Make a file look as if it had lain there for long, as far as a program can."""
    os.utime(path, (1_700_000_000, 1_700_000_000))
    return path


def count(journal: Journal) -> int:
    return len(journal.inbox.waiting())


def test_mail_comes_in_as_it_appears(
    make_window: MakeWindow,
    sample_journal: Journal,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(watching, "SETTLED", 0.0)
    window, before = make_window(sample_journal), count(sample_journal)
    assert window.watching.folder() == ""
    old(write_mail(folder / "first.eml", 31, sender="a@nobody.example", subject="Nothing of yours"))
    dialog = opened(window)
    dialog.watched.setText(str(folder))
    dialog.save_button.click()
    qtbot.waitUntil(lambda: count(sample_journal) == before + 1, timeout=20_000)
    old(write_mail(folder / "second.eml", 32, sender="a@nobody.example", subject="Nothing of yours"))
    qtbot.waitUntil(lambda: count(sample_journal) == before + 2, timeout=20_000)
    assert sample_journal.preferences.get().watch_folder == str(folder)
    dialog = opened(window)
    dialog.watched.clear()
    dialog.save_button.click()
    assert window.watching.folder() == ""


def test_a_folder_that_is_not_there_is_refused(
    make_window: MakeWindow, sample_journal: Journal, tmp_path: Path, qtbot: QtBot
) -> None:
    window: MainWindow = make_window(sample_journal)
    dialog = opened(window)
    dialog.watched.setText(str(tmp_path / "nowhere"))
    dialog.save_button.click()
    assert "nowhere" in dialog.notice.text()
    dialog.watched.clear()
    dialog.close()

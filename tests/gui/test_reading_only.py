"""A casebook that can only be read, in the real window: said for as long as it is open, and nothing offers to write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from casebook.gui.action_table import WRITING
from casebook.gui.appearance import Appearance
from casebook.gui.main_window import MainWindow
from casebook.gui.start import Start
from casebook.journal import Journal
from casebook.settings import Settings
from tests.gui import sample

COPY = "casebook (conflicted copy 2026-11-20).db"


@pytest.fixture
def synced(tmp_path: Path, qapp: QApplication) -> Path:
    """A casebook in a synchronised folder, with a second copy beside it."""
    sample.build(tmp_path / "book").close()
    (tmp_path / "book" / COPY).write_bytes(b"anything")
    return tmp_path / "book"


@pytest.fixture
def window(appearance: Appearance, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(appearance, Settings(), tmp_path / "settings.json", tmp_path / "logs")
    made.show()
    yield made
    made.reminder.close()
    made.close()
    made.deleteLater()


def test_it_is_said_and_nothing_offers_to_write(window: MainWindow, synced: Path, qtbot: QtBot) -> None:
    start = Start(window, synced, lambda folder, key: Journal.open(folder, key=key))
    start()
    assert window.body is not None
    assert COPY in window.notices.held()
    assert window.notices.isVisible()
    assert not any(window.actions_[name].isEnabled() for name in WRITING)
    window.show_case(1)
    assert not window.body.case_page.composer.isEnabled()
    adding = [button for button in window.body.findChildren(QAbstractButton) if button.property("writes")]
    assert len(adding) > 5
    assert not any(button.isEnabled() for button in adding)
    assert not any(window.actions_[name].isEnabled() for name in WRITING)
    for name in ("export", "verify", "search", "open_folder"):
        assert window.actions_[name].isEnabled()
    window.notices.say("Saved something else.")
    window.notices.clear()
    assert window.notices.isVisible()
    window.appearance.use_language("zh")
    assert COPY in window.notices.held()
    window.close()
    assert start.end() == 0


def test_what_still_tries_is_refused_with_the_reason(window: MainWindow, synced: Path, qtbot: QtBot) -> None:
    start = Start(window, synced, lambda folder, key: Journal.open(folder, key=key))
    start()
    assert window.commands is not None
    journal = window.commands.follow_up.journal
    case = journal.cases.rows()[0]
    window.commands.follow_up.write(lambda: journal.cases.edit(case.id, title="Another"))
    box = window.findChild(QMessageBox)
    assert COPY in box.text()
    box.close()
    window.close()
    start.end()


def test_the_next_casebook_is_free_again(window: MainWindow, synced: Path, tmp_path: Path, qtbot: QtBot) -> None:
    start = Start(window, synced, lambda folder, key: Journal.open(folder, key=key))
    start()
    from PySide6.QtWidgets import QWidget

    window.detach(QWidget())
    assert window.notices.held() == ""
    assert not window.notices.isVisible()
    start.close_journal()
    (synced / COPY).rename(tmp_path / COPY)
    start.open(None)
    assert window.notices.held() == ""
    assert window.actions_["new_case"].isEnabled()
    window.close()
    start.end()

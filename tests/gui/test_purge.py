"""A leaked secret is looked for first, then taken out of everything, the half-written draft included."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casebook.gui.dialogs.job_dialog import Stage
from casebook.gui.dialogs.purge_dialog import PurgeDialog
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from tests.conftest import finished
from tests.journal.makers import log, picture

SECRET = "abandon ability able about above absent"


@pytest.fixture(autouse=True)
def no_reminder(window: MainWindow) -> None:
    window.reminder.hide()


def longest(journal: Journal) -> int:
    return max(journal.cases.rows(), key=lambda row: row.contacts).id


def dialog() -> PurgeDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, PurgeDialog) and w.isVisible())


def stage(shown: PurgeDialog) -> int:
    return shown._pages.currentIndex()


def test_a_secret_is_looked_for_and_then_purged(window: MainWindow, sample_journal: Journal, qtbot: QtBot) -> None:
    assert window.body is not None
    case_id = longest(sample_journal)
    contact = log(sample_journal, case_id, f"my words are {SECRET}, help")
    finished(sample_journal.backups.make())
    window.body.show_case(case_id)
    page = window.body.case_page
    page.composer.text.setPlainText(f"and once more: {SECRET}")
    window.actions_["purge"].trigger()
    shown = dialog()
    assert not shown.purge.isEnabled()
    shown.secret.setText(SECRET)
    assert not shown.purge.isEnabled(), "it is looked for first"
    shown.look.click()
    qtbot.waitUntil(lambda: stage(shown) == Stage.SETUP and shown.found.text() != "")
    assert "1 record" in shown.found.text()
    assert "1 draft" in shown.found.text()
    assert "1 backup" in shown.found.text()
    assert SECRET not in shown.found.text()
    shown.purge.click()
    qtbot.waitUntil(lambda: stage(shown) == Stage.END, timeout=20_000)
    assert shown.secret.text() == ""
    assert SECRET not in sample_journal.contacts.get(contact).text
    assert SECRET not in page.composer.text.toPlainText()
    assert "[purged]" in page.composer.text.toPlainText()
    assert sample_journal.purge.look(SECRET).nothing
    page.composer.text.clear()
    shown.close()


def test_what_is_nowhere_cannot_be_purged(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["purge"].trigger()
    shown = dialog()
    shown.secret.setText("no such words anywhere in it")
    shown.look.click()
    qtbot.waitUntil(lambda: stage(shown) == Stage.SETUP and shown.found.text() != "")
    assert "Nothing" in shown.found.text()
    assert not shown.purge.isEnabled()
    shown.secret.setText("other words, not looked for")
    assert shown.found.text() == ""
    shown.close()


def test_an_exhibit_is_purged_from_its_menu(window: MainWindow, sample_journal: Journal, qtbot: QtBot) -> None:
    assert window.body is not None
    case_id = longest(sample_journal)
    made = sample_journal.exhibits.add(case_id, picture("seed.png", b"\x89PNG of a seed phrase")).made
    window.body.show_case(case_id)
    window.body.case_page.exhibit_purge_requested.emit(made)
    shown = dialog()
    assert not shown.secret.isVisibleTo(shown)
    shown.purge.click()
    qtbot.waitUntil(lambda: stage(shown) == Stage.END, timeout=20_000)
    assert sample_journal.exhibits.get(made).purged_at is not None
    assert sample_journal.exhibits.get(made).name == ""
    shown.close()

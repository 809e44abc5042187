"""The preferences in the real window: chosen there, kept in the casebook, and obeyed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from casebook.gui.dialogs.preferences_dialog import PreferencesDialog
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from tests.gui.conftest import MakeWindow


def opened(window: MainWindow) -> PreferencesDialog:
    window.reminder.hide()
    window.actions_["preferences"].trigger()
    return next(d for d in window.findChildren(PreferencesDialog) if d.isVisible())


def test_what_is_chosen_is_kept(make_window: MakeWindow, sample_journal: Journal, qtbot: QtBot) -> None:
    window = make_window(sample_journal)
    dialog = opened(window)
    assert (dialog.grace.currentText(), dialog.bin.currentText()) == ("15 minutes", "30 days")
    dialog.grace.setCurrentIndex(dialog.grace.findData(0))
    dialog.bin.setCurrentIndex(dialog.bin.findData(7))
    before = sample_journal.ledger.head().number
    dialog.save_button.click()
    kept = sample_journal.preferences.get()
    assert (kept.grace_minutes, kept.bin_days) == (0, 7)
    assert sample_journal.ledger.head().number == before + 1
    contact = sample_journal.contacts.of_case(1)[0]
    assert sample_journal.contacts.is_locked(contact, contact.recorded_at)


def test_a_number_chosen_elsewhere_is_among_the_choices(
    make_window: MakeWindow, sample_journal: Journal, qtbot: QtBot
) -> None:
    sample_journal.preferences.set(grace_minutes=3, bin_days=1)
    dialog = opened(make_window(sample_journal))
    assert (dialog.grace.currentText(), dialog.bin.currentText()) == ("3 minutes", "24 hours")
    assert dialog.grace.currentIndex() == 1
    dialog.close()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_in_both_languages_it_fits(
    make_window: MakeWindow, sample_journal: Journal, language: str, qtbot: QtBot
) -> None:
    window = make_window(sample_journal)
    window.appearance.use_language(language)
    dialog = opened(window)
    QCoreApplication.processEvents()
    assert dialog.height() >= dialog.sizeHint().height()
    assert dialog.grace.width() >= dialog.grace.minimumSizeHint().width()
    dialog.close()

"""Encrypting, changing the passphrase and remembering it, in the dialog; and how all these pages look."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.appearance import Appearance
from casebook.gui.dialogs.protection_dialog import ProtectionDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.panes.job import JobPane
from casebook.gui.panes.recovery import RecoveryPage
from casebook.gui.widgets.recovery_panel import RecoveryPanel
from casebook.journal import Journal, Locked
from casebook.journal.secrecy import keys
from casebook.journal.secrecy.keys import is_encrypted
from casebook.settings import Settings
from tests.conftest import finished
from tests.gui import sample, screens_protection
from tests.gui.protection_pages import (
    ESCAPE,
    MARKER,
    MakeStart,
    keep,
    make_start,
    page,
    protected,
    ring,
    shown_key,
    type_in,
    unlock,
)
from tests.gui.screens_protection import PASSPHRASE, visible
from tests.journal.test_keys import Ring

__all__ = ["make_start", "protected", "ring"]


def holds(folder: Path, words: str) -> list[str]:
    """Return the files under a folder that hold these words in any form of writing that is not encrypted."""
    forms = [words.encode(), words.encode("utf-16-le")]
    return [p.name for p in folder.rglob("*") if p.is_file() and any(form in p.read_bytes() for form in forms)]


def test_a_casebook_is_encrypted_and_made_plain_again(make_start: MakeStart, book: Path, qtbot: QtBot) -> None:
    sample.build(book).close()
    assert holds(book, MARKER)
    window, start = make_start(book)
    window.reminder.hide()
    window.actions_["protection"].trigger()
    dialog = page(window, ProtectionDialog, qtbot)
    dialog.encrypt.click()
    first, second = dialog.findChildren(QLineEdit)
    qtbot.keyClicks(first, "short")
    type_in(qtbot, second, "short")
    assert "too short" in dialog.notice.text()
    first.clear()
    qtbot.keyClicks(first, PASSPHRASE)
    type_in(qtbot, second, PASSPHRASE)
    panel = page(window, RecoveryPage, qtbot).panel
    recovery = shown_key(panel)
    assert not holds(book, MARKER)
    keep(panel, qtbot, recovery)
    qtbot.waitUntil(lambda: window.body is not None)
    window.reminder.hide()
    assert "encrypted from now on" in window.notices.said()
    assert start.journal is not None
    assert start.journal.key == keys.unlock_with_recovery(book, recovery)
    window.actions_["protection"].trigger()
    dialog = page(window, ProtectionDialog, qtbot)
    dialog.decrypt.click()
    type_in(qtbot, dialog.present, "wrong passphrase")
    qtbot.waitUntil(dialog.notice.isVisible)
    assert is_encrypted(book)
    type_in(qtbot, dialog.present, PASSPHRASE)
    qtbot.waitUntil(lambda: window.body is not None and "not encrypted" in window.notices.said())
    window.reminder.hide()
    assert holds(book, MARKER)
    assert not is_encrypted(book)
    assert start.journal.key is None


def test_encrypting_can_be_stopped(make_start: MakeStart, book: Path, qtbot: QtBot) -> None:
    sample.build(book).close()
    window, start = make_start(book)
    window.reminder.hide()
    window.actions_["open"].trigger()
    window.convert_requested.emit(PASSPHRASE)
    page(window, JobPane, qtbot).job.cancel.click()
    qtbot.waitUntil(lambda: window.body is not None)
    window.reminder.hide()
    assert "as it was" in window.notices.said()
    assert not is_encrypted(book)
    assert start.journal is not None
    assert finished(start.journal.verify()).ok
    assert window.body.case_id, "the page that was shown before"


def test_encrypting_is_refused_while_another_program_has_the_casebook(
    make_start: MakeStart, book: Path, qtbot: QtBot
) -> None:
    sample.build(book).close()
    window, start = make_start(book)
    window.reminder.hide()
    other = Journal.open(book)
    try:
        window.convert_requested.emit(PASSPHRASE)
        qtbot.waitUntil(lambda: visible(window, QMessageBox) is not None)
    finally:
        other.close()
    box = page(window, QMessageBox, qtbot)
    assert "another program" in box.text()
    box.close()
    qtbot.waitUntil(lambda: window.body is not None)
    window.reminder.hide()
    assert not is_encrypted(book)
    assert start.journal is not None


def test_closing_the_window_in_the_middle_leaves_a_whole_casebook(
    make_start: MakeStart, book: Path, qtbot: QtBot
) -> None:
    sample.build(book).close()
    window, start = make_start(book)
    window.reminder.hide()
    window.convert_requested.emit(PASSPHRASE)

    def yes() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            box.button(QMessageBox.StandardButton.Yes).click()

    timer = QTimer(interval=5)
    timer.timeout.connect(yes)
    timer.start()
    window.close()
    timer.stop()
    start.end()
    key = keys.unlock(book, PASSPHRASE) if is_encrypted(book) else None
    with Journal.open(book, key=key) as journal:
        assert finished(journal.verify()).ok


def test_passphrase_and_recovery_key_change_only_for_who_knows_the_passphrase(
    make_start: MakeStart, book: Path, protected: str, qtbot: QtBot
) -> None:
    window, _start = make_start(book)
    unlock(window, qtbot)
    window.actions_["protection"].trigger()
    dialog = page(window, ProtectionDialog, qtbot)
    dialog.change.click()
    present, first, second = dialog.findChildren(QLineEdit)
    first.setText("a better passphrase")
    second.setText("a better passphrase")
    present.setText("a guess")
    dialog.go.click()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert keys.unlock(book, PASSPHRASE)
    present.setText(PASSPHRASE)
    dialog.go.click()
    qtbot.waitUntil(lambda: "changed" in dialog.notice.text())
    assert keys.unlock(book, "a better passphrase")
    dialog.renew.click()
    type_in(qtbot, dialog.present, "a better passphrase")
    panel = page(window, RecoveryPanel, qtbot)
    fresh = shown_key(panel)
    assert keys.unlock_with_recovery(book, fresh)
    with pytest.raises(Locked):
        keys.unlock_with_recovery(book, protected)
    keep(panel, qtbot, fresh)
    qtbot.waitUntil(lambda: visible(window, RecoveryPanel) is None)
    qtbot.keyClick(dialog, ESCAPE)
    qtbot.waitUntil(lambda: visible(window, ProtectionDialog) is None)


def test_remembering_and_the_time_until_it_locks_are_set_in_the_dialog(
    make_start: MakeStart, book: Path, protected: str, qtbot: QtBot, ring: Ring
) -> None:
    window, start = make_start(book)
    unlock(window, qtbot)
    window.actions_["protection"].trigger()
    dialog = page(window, ProtectionDialog, qtbot)
    qtbot.waitUntil(dialog.remember.isEnabled)
    dialog.remember.click()
    qtbot.waitUntil(lambda: keys.is_remembered(book))
    qtbot.waitUntil(lambda: dialog.remember.isChecked() and dialog.notice.isVisible())
    dialog.remember.click()
    qtbot.waitUntil(lambda: not keys.is_remembered(book))
    assert start.journal is not None
    qtbot.waitUntil(lambda: "No computer" in dialog.notice.text())
    box = dialog.lock_after
    row = box.findData(30)
    box.setCurrentIndex(row)
    box.activated.emit(row)
    assert start.journal.preferences.get().lock_after_minutes == 30


def test_the_recovery_key_is_copied_and_saved_but_not_beside_the_casebook(
    qtbot: QtBot, appearance: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book, recovery = tmp_path / "book", "ABCDE-FGHJK-MNPQR-STVWX-YZ012-34567-89ABC-DEFGH"
    book.mkdir()
    panel = RecoveryPanel(recovery, book, appearance.theme)
    qtbot.addWidget(panel)
    panel.show()
    panel.copy_button.click()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == recovery
    assert bytes(mime.data("x-kde-passwordManagerHint").data()) == b"secret"
    for target, kept in ((book / "key.txt", False), (tmp_path / "key.txt", True)):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, target=target, **_k: (str(target), ""))
        panel.save_button.click()
        assert target.exists() is kept
    text = (tmp_path / "key.txt").read_text("utf-8")
    assert all(group in text for group in recovery.split("-"))
    assert str(book) in text


# -- drafts ------------------------------------------------------------------------------------------------------------


def faults(shown: QWidget) -> list[str]:
    """Return what is cut off, or has no name, in a page or dialog."""
    found = []
    for widget in shown.findChildren(QWidget):
        kinds = QLabel | QAbstractButton | QLineEdit
        if not (isinstance(widget, kinds) and widget.isVisible()) or isinstance(widget.parent(), QLineEdit):
            continue
        wraps, least = widget.hasHeightForWidth(), widget.minimumSizeHint()
        told = f"{type(widget).__name__} '{widget.text() or widget.accessibleName()}' {widget.size().toTuple()}"
        if widget.height() < (widget.heightForWidth(widget.width()) if wraps else least.height()):
            found.append(f"{told} is too low")
        if isinstance(widget, QAbstractButton) and widget.width() < least.width():
            found.append(f"{told} is too narrow")
        if isinstance(widget, QLineEdit) and not (widget.accessibleName() or widget.placeholderText()):
            found.append(f"{told} has no name")
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", screens_protection.PAGES)
def test_no_words_are_cut_off_and_everything_has_a_name(
    qapp: QApplication, appearance: Appearance, tmp_path: Path, qtbot: QtBot, language: str, name: str
) -> None:
    appearance.use_language(language)
    window = MainWindow(appearance, Settings(), tmp_path / "settings.json", tmp_path / "logs")
    window.show()

    def settle(until: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(until()), timeout=20_000)

    start, shown = screens_protection.bring(name, window, tmp_path / "book", settle)
    try:
        with contextlib.suppress(qtbot.TimeoutError):
            qtbot.waitUntil(lambda: not faults(shown), timeout=2_000)
        assert not faults(shown)
    finally:
        for dialog in [w for w in qapp.topLevelWidgets() if w.isVisible() and w is not window]:
            dialog.close()
        window.close()
        start.end()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

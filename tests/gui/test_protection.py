"""The first start, unlocking and locking: the pages a person meets before and between."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.dialogs.case_dialog import CaseDialog
from casebook.gui.idle import IdleLock
from casebook.gui.main_window import MainWindow
from casebook.gui.panes.first_start import FirstStartPage
from casebook.gui.panes.recovery import RecoveryPage
from casebook.gui.panes.unlock import Step, UnlockPage
from casebook.journal import Journal, Locked
from casebook.journal.secrecy import keys
from casebook.journal.secrecy.keys import is_encrypted
from casebook.journal.store import occupancy
from tests.gui import sample
from tests.gui.protection_pages import (
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
from tests.gui.screens_protection import PASSPHRASE, encrypted, visible
from tests.journal.test_keys import Ring

__all__ = ["make_start", "protected", "ring"]


def test_a_casebook_with_a_passphrase_is_made_and_its_recovery_key_kept(
    make_start: MakeStart, book: Path, qtbot: QtBot
) -> None:
    window, start = make_start(book)
    first = page(window, FirstStartPage, qtbot)
    qtbot.mouseClick(first.protected, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(first.passphrase.first, PASSPHRASE)
    type_in(qtbot, first.passphrase.second, PASSPHRASE[:-1])
    assert "not the same" in first.notice.text()
    assert not book.exists()
    type_in(qtbot, first.passphrase.second, PASSPHRASE)
    panel = page(window, RecoveryPage, qtbot).panel
    recovery = shown_key(panel)
    panel.next_button.click()
    assert not any(label.isVisible() for label in panel.key_labels), "it must be typed from the copy"
    type_in(qtbot, panel.answer, "WRONG")
    assert panel.notice.isVisible()
    panel.back_button.click()
    keep(panel, qtbot, recovery)
    qtbot.waitUntil(lambda: window.body is not None)
    assert is_encrypted(book)
    assert start.journal is not None
    assert keys.unlock(book, PASSPHRASE) == keys.unlock_with_recovery(book, recovery) == start.journal.key
    assert window.actions_["lock"].isEnabled()


@pytest.mark.parametrize("passphrase", ["short", "密码"])
def test_a_short_passphrase_makes_nothing(make_start: MakeStart, book: Path, qtbot: QtBot, passphrase: str) -> None:
    window, _start = make_start(book)
    first = page(window, FirstStartPage, qtbot)
    first.protected.setChecked(True)
    first.passphrase.first.setText(passphrase)
    first.passphrase.second.setText(passphrase)
    first.make.click()
    qtbot.waitUntil(first.notice.isVisible)
    assert "too short" in first.notice.text()
    assert first.isEnabled()
    assert not book.exists() or not list(book.iterdir())


@pytest.mark.parametrize("protect", [False, True])
def test_a_folder_with_other_things_is_left_alone(
    make_start: MakeStart, book: Path, qtbot: QtBot, protect: bool
) -> None:
    book.mkdir()
    (book / "holiday.txt").write_text("x")
    window, _start = make_start(book)
    first = page(window, FirstStartPage, qtbot)
    first.protected.setChecked(protect)
    first.passphrase.first.setText(PASSPHRASE)
    first.passphrase.second.setText(PASSPHRASE)
    first.make.click()
    qtbot.waitUntil(first.notice.isVisible)
    assert "not empty" in first.notice.text()
    assert [path.name for path in book.iterdir()] == ["holiday.txt"]


def test_another_folder_is_remembered_and_a_casebook_in_it_is_opened(
    make_start: MakeStart, book: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "stick" / "my casebook"
    sample.build(there).close()
    window, start = make_start(book, movable=True)
    chosen: list[Path] = []
    start.book_chosen.connect(chosen.append)
    first = page(window, FirstStartPage, qtbot)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(there))
    first.change.click()
    assert first.make.text() == "Open this casebook"
    first.make.click()
    qtbot.waitUntil(lambda: window.body is not None)
    assert chosen == [there] == [start.book]
    assert not book.exists()


def test_a_folder_that_was_named_cannot_be_changed(make_start: MakeStart, book: Path, qtbot: QtBot) -> None:
    window, _start = make_start(book)
    assert not page(window, FirstStartPage, qtbot).change.isVisible()


# -- unlocking ---------------------------------------------------------------------------------------------------------


def test_a_wrong_passphrase_is_refused_and_the_right_one_opens(
    make_start: MakeStart, book: Path, protected: str, qtbot: QtBot
) -> None:
    window, start = make_start(book)
    asked = page(window, UnlockPage, qtbot)
    qtbot.waitUntil(asked.passphrase.hasFocus)
    assert asked.passphrase.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClick(asked.passphrase, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert asked.passphrase.echoMode() is QLineEdit.EchoMode.Normal
    type_in(qtbot, asked.passphrase, "correct horse batery")
    qtbot.waitUntil(asked.notice.isVisible)
    assert "not right" in asked.notice.text()
    assert start.journal is None
    assert not window.actions_["new_case"].isEnabled()
    qtbot.waitUntil(asked.passphrase.hasFocus)
    unlock(window, qtbot)
    assert start.end() == 0


def test_the_recovery_key_opens_and_a_new_passphrase_takes_over(
    make_start: MakeStart, book: Path, protected: str, tmp_path: Path, qtbot: QtBot
) -> None:
    window, _start = make_start(book)
    asked = page(window, UnlockPage, qtbot)
    asked.to_recovery.click()
    wrong = protected[:-1] + ("7" if protected[-1] != "7" else "8")
    for words, said in ((wrong, "mistyped"), (encrypted(tmp_path / "other"), "another casebook")):
        type_in(qtbot, asked.recovery, words)
        qtbot.waitUntil(lambda said=said: said in asked.notice.text())
    type_in(qtbot, asked.recovery, protected.lower().replace("-", " "))
    qtbot.waitUntil(lambda: asked.steps.currentIndex() == Step.RENEW)
    qtbot.keyClicks(asked.new.first, "a better passphrase")
    type_in(qtbot, asked.new.second, "a better passphrase")
    qtbot.waitUntil(lambda: window.body is not None)
    window.reminder.hide()
    assert keys.unlock(book, "a better passphrase")
    with pytest.raises(Locked):
        keys.unlock(book, PASSPHRASE)


def test_this_computer_remembers_and_says_when_it_no_longer_can(
    make_start: MakeStart, book: Path, protected: str, qtbot: QtBot, ring: Ring
) -> None:
    window, start = make_start(book)
    asked = page(window, UnlockPage, qtbot)
    qtbot.waitUntil(asked.remember.isVisible)
    asked.remember.click()
    unlock(window, qtbot)
    window.close()
    assert start.end() == 0
    second, start = make_start(book)
    qtbot.waitUntil(lambda: second.body is not None)
    second.reminder.hide()
    assert visible(second, UnlockPage) is None
    second.close()
    start.end()
    ring.kept.clear()
    third, _start = make_start(book)
    asked = page(third, UnlockPage, qtbot)
    qtbot.waitUntil(asked.notice.isVisible)
    assert "no longer has the key" in asked.notice.text()
    unlock(third, qtbot)


# -- locking -----------------------------------------------------------------------------------------------------------


def words_on(window: MainWindow) -> str:
    """Return every word that a label or field of the window holds."""
    return " ".join(
        w.text() for w in window.findChildren(QWidget) if isinstance(w, QLabel | QLineEdit | QAbstractButton)
    )


def test_locking_closes_the_casebook_and_unlocking_brings_back_what_was_going_on(
    make_start: MakeStart, book: Path, protected: str, qtbot: QtBot
) -> None:
    window, start = make_start(book)
    unlock(window, qtbot)
    window.actions_["log"].trigger()
    assert window.body is not None
    case_id = window.body.case_id
    qtbot.keyClicks(window.body.case_page.composer.text, "half a sentence")
    window.actions_["new_case"].trigger()
    form = page(window, CaseDialog, qtbot)
    form.firm.setCurrentText("Kestrel Exchange")
    form.title.setText("typed and not saved")
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    window.actions_["lock"].trigger()
    page(window, UnlockPage, qtbot)
    assert start.journal is None
    assert window.windowTitle() == "Casebook"
    assert not form.isVisible()
    assert not window.actions_["lock"].isEnabled()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert MARKER not in words_on(window)
    with occupancy.alone(book):
        pass  # nobody has it open
    unlock(window, qtbot)
    assert window.body.case_id == case_id
    assert window.body.case_page.composer.text.toPlainText() == "half a sentence"
    assert form.isVisible()
    before = window.journal.cases.counts().open if window.journal else 0
    form.accept()
    assert window.journal is not None
    assert window.journal.cases.counts().open == before + 1
    assert window.body.case_page.isVisible(), "the new case is shown by the window of after the lock"


def test_after_locks_each_action_still_acts_once(
    make_start: MakeStart, book: Path, protected: str, qtbot: QtBot
) -> None:
    window, _start = make_start(book)
    running: list[int] = []
    for _round in range(3):
        unlock(window, qtbot)
        running.append(threading.active_count())
        window.actions_["open"].trigger()
        for name in ("new_firm", "follow_up", "export", "protection"):
            window.actions_[name].trigger()
            dialogs = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
            assert len(dialogs) == 1, name
            dialogs[0].close()
        window.actions_["lock"].trigger()
        page(window, UnlockPage, qtbot)
    assert running[2] <= running[0] + 1, "no lock leaves a thread behind"


def test_a_plain_casebook_cannot_be_locked(make_start: MakeStart, book: Path, qtbot: QtBot) -> None:
    Journal.create(book).close()
    window, start = make_start(book)
    assert not window.actions_["lock"].isEnabled()
    start.lock()
    assert window.body is not None


def test_it_locks_when_nobody_used_it_also_over_a_sleep(qtbot: QtBot, qapp: QApplication) -> None:
    now, wall, minutes = [0.0], [0.0], [10]
    idle = IdleLock(lambda: minutes[0], None, (lambda: now[0], lambda: wall[0]))
    label = QLineEdit()
    qtbot.addWidget(label)
    label.show()
    try:
        now[0] = wall[0] = 590
        with qtbot.assertNotEmitted(idle.idle):
            idle.look()
            qtbot.keyClick(label, Qt.Key.Key_A)
        now[0] = wall[0] = 1_180
        with qtbot.assertNotEmitted(idle.idle):
            idle.look()
        wall[0] += 3_600  # asleep: only the wall clock went on
        with qtbot.waitSignal(idle.idle):
            qtbot.keyClick(label, Qt.Key.Key_A)
        minutes[0], now[0] = 0, 1e6
        with qtbot.assertNotEmitted(idle.idle):
            idle.look()
    finally:
        idle.stop()


# -- the dialog --------------------------------------------------------------------------------------------------------

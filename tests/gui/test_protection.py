"""Protection in the window: the first start, unlocking, the recovery key, locking, converting, drafts that survive."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import keyring
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from casebook import paths
from casebook.gui.appearance import Appearance
from casebook.gui.dialogs.case_dialog import CaseDialog
from casebook.gui.dialogs.protection_dialog import ProtectionDialog
from casebook.gui.idle import IdleLock
from casebook.gui.main_window import MainWindow
from casebook.gui.models.draft import Draft, from_words, to_words
from casebook.gui.panes.first_start import FirstStartPage
from casebook.gui.panes.job import JobPane
from casebook.gui.panes.recovery import RecoveryPage
from casebook.gui.panes.unlock import Step, UnlockPage
from casebook.gui.start import Start
from casebook.gui.widgets.recovery_panel import RecoveryPanel
from casebook.journal import Journal, Locked
from casebook.journal.records import Attachment
from casebook.journal.secrecy import keys
from casebook.journal.secrecy.keys import is_encrypted
from casebook.journal.store import occupancy
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import HowKnown, Precision, moment
from casebook.settings import Settings
from tests.conftest import HandClock, finished
from tests.gui import sample, screens_protection
from tests.gui.screens_protection import PASSPHRASE, encrypted, open_journal, visible
from tests.journal.test_keys import Ring

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
MARKER = "Withdrawal on hold"
MakeStart = Callable[..., tuple[MainWindow, Start]]
T = TypeVar("T", bound=QWidget)


@pytest.fixture(autouse=True)
def ring() -> Iterator[Ring]:
    """A keyring of the test's own instead of the user's."""
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def patient(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait longer than usual: working on a passphrase is slow on purpose, and slower on a busy machine."""
    monkeypatch.setattr(qtbot, "waitUntil", partial(qtbot.waitUntil, timeout=30_000))


@pytest.fixture
def make_start(qapp: QApplication, appearance: Appearance, tmp_path: Path, ring: Ring) -> Iterator[MakeStart]:
    """Return a maker of windows that begin at a folder, as the program does; at the end all is closed."""
    threads, made = threading.active_count(), []  # type: int, list[tuple[MainWindow, Start]]

    def make(folder: Path, **options: bool) -> tuple[MainWindow, Start]:
        window = MainWindow(appearance, Settings(), tmp_path / "settings.json", tmp_path / "logs")
        window.show()
        start = Start(window, folder, open_journal, **options)
        made.append((window, start))
        start()
        return window, start

    yield make
    for window, start in made:
        for dialog in [w for w in qapp.topLevelWidgets() if w.isVisible() and w is not window]:
            dialog.close()
        window.close()
        start.end()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert threading.active_count() <= threads, f"left running: {threading.enumerate()}"


@pytest.fixture
def protected(book: Path) -> str:
    """An encrypted casebook in `book` with the sample in it; its recovery key."""
    key, recovery = keys.make(book, PASSPHRASE)
    sample.build(book, key=key).close()
    return recovery


def page(window: MainWindow, kind: type[T], qtbot: QtBot) -> T:
    """Wait for a page or dialog and return it."""
    qtbot.waitUntil(lambda: visible(window, kind) is not None)
    found = visible(window, kind)
    assert found is not None
    return found


def type_in(qtbot: QtBot, field: QLineEdit, words: str) -> None:
    """Type into a field and press Enter."""
    field.clear()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, ENTER)


def unlock(window: MainWindow, qtbot: QtBot, words: str = PASSPHRASE) -> None:
    """Give the passphrase and wait for the casebook."""
    type_in(qtbot, page(window, UnlockPage, qtbot).passphrase, words)
    qtbot.waitUntil(lambda: window.body is not None)
    window.reminder.hide()


def keep(panel: RecoveryPanel, qtbot: QtBot, recovery: str) -> None:
    """Show that the recovery key was kept."""
    panel.next_button.click()
    type_in(qtbot, panel.answer, recovery.split("-")[panel.asked])


def shown_key(panel: RecoveryPanel) -> str:
    return "-".join(label.text() for label in panel.key_labels)


# -- the first start ---------------------------------------------------------------------------------------------------


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
QTest.keyClicks(composer.text, "They said no")
def look():
    if journal.drafts.load(window.body.case_id):
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
    assert window.body.case_page.composer.text.toPlainText() == "They said no"


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

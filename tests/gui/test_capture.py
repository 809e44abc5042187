"""Catching things from anywhere: the screenshot overlay, the desktop's portal, the quick form."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casebook.gui.commands.capture import CaptureCommands
from casebook.gui.desktop import snipping
from casebook.gui.desktop.tray import Tray
from casebook.gui.dialogs.quick_log import QuickLog
from casebook.gui.main_window import MainWindow
from casebook.gui.quick_start import QuickStart
from casebook.gui.theme import Theme
from casebook.gui.widgets.exhibits.snip_overlay import SnipOverlay
from casebook.journal import Journal

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
INK = QColor("#c2410c")


@pytest.fixture
def overlay(qtbot: QtBot, theme: Theme) -> SnipOverlay:
    """A frozen screen of twice as many pixels as points, with one spot of colour at (200, 100)."""
    screen = QGuiApplication.primaryScreen()
    size = screen.geometry().size() * 2
    picture = QPixmap(size)
    picture.fill(Qt.GlobalColor.white)
    image = picture.toImage()
    image.setPixelColor(400, 200, INK)
    made = SnipOverlay(QPixmap.fromImage(image), screen, theme)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def drag(qtbot: QtBot, overlay: SnipOverlay, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(overlay, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(overlay, end)
    qtbot.mouseRelease(overlay, Qt.MouseButton.LeftButton, pos=end)


def test_a_dragged_frame_is_taken_with_all_its_pixels(qtbot: QtBot, overlay: SnipOverlay) -> None:
    drag(qtbot, overlay, QPoint(349, 179), QPoint(200, 100))  # from its far corner
    assert overlay.frame() == QRect(200, 100, 150, 80)
    assert "300 × 160" in overlay.accessibleDescription()
    with qtbot.waitSignal(overlay.taken) as took:
        qtbot.keyClick(overlay, Qt.Key.Key_Return)
    assert took.args is not None
    image = took.args[0].toImage()
    assert (image.width(), image.height()) == (300, 160)
    assert image.pixelColor(0, 0) == INK


def test_the_keys_alone_make_move_and_resize_a_frame(qtbot: QtBot, overlay: SnipOverlay) -> None:
    qtbot.keyClick(overlay, Qt.Key.Key_Right)
    begun = overlay.frame()
    assert not begun.isEmpty()
    for key, held in ((Qt.Key.Key_Right, CTRL), (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier)):
        qtbot.keyClick(overlay, key, held)
    qtbot.keyClick(overlay, Qt.Key.Key_Down, CTRL | SHIFT)
    assert overlay.frame() == QRect(begun.topLeft() + QPoint(10, -1), begun.size().grownBy(_margins(0, 10)))
    for _ in range(400):
        qtbot.keyClick(overlay, Qt.Key.Key_Left, CTRL)
    assert overlay.frame().left() == 0
    qtbot.keyClick(overlay, Qt.Key.Key_A, CTRL)
    assert overlay.frame() == overlay.rect()
    with qtbot.waitSignal(overlay.left):
        qtbot.keyClick(overlay, Qt.Key.Key_Escape)


def _margins(wide: int, high: int) -> object:
    from PySide6.QtCore import QMargins

    return QMargins(0, 0, wide, high)


def test_a_click_is_no_frame(qtbot: QtBot, overlay: SnipOverlay) -> None:
    drag(qtbot, overlay, QPoint(50, 50), QPoint(51, 51))
    assert overlay.frame().isEmpty()
    assert overlay.part().size() == overlay.part().size()
    assert overlay.part().width() == overlay.width() * 2


@pytest.fixture
def capture(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> CaptureCommands:
    """The commands of the window on the sample; a hidden window is gone from this screen at once."""
    monkeypatch.setattr(snipping, "_OUT_OF_SIGHT", 0)
    window.reminders.stop()
    window.reminder.hide()
    assert window.commands is not None
    return window.commands.capture


def frame_and_take(qtbot: QtBot, capture: CaptureCommands) -> None:
    qtbot.waitUntil(lambda: capture.snipping is not None and bool(capture.snipping.overlays))
    assert capture.snipping is not None
    overlay = capture.snipping.overlays[0]
    drag(qtbot, overlay, QPoint(10, 10), QPoint(69, 49))
    qtbot.keyClick(overlay, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: capture.snipping is not None and not capture.snipping.runs)


def test_a_screenshot_lands_in_the_composer_and_the_window_is_back(
    qtbot: QtBot, window: MainWindow, capture: CaptureCommands, sample_journal: Journal, tmp_path: Path
) -> None:
    assert window.body is not None
    window.body.show_case(sample_journal.cases.rows()[0].id)
    composer = window.body.case_page.composer
    composer.focus_text()
    window.actions_["snip"].trigger()
    assert not window.isVisible()
    frame_and_take(qtbot, capture)
    (attachment,) = composer.tray.attachments()
    assert isinstance(attachment.content, bytes)
    assert Image.open(io.BytesIO(attachment.content)).size == (60, 40)
    assert window.isVisible()
    # Esc: nothing is taken, and the window is back all the same
    composer.snip_button.click()
    qtbot.waitUntil(lambda: capture.snipping is not None and bool(capture.snipping.overlays))
    assert capture.snipping is not None
    qtbot.keyClick(capture.snipping.overlays[0], Qt.Key.Key_Escape)
    qtbot.waitUntil(window.isVisible)
    assert len(composer.tray.attachments()) == 1
    assert QGuiApplication.quitOnLastWindowClosed()
    # a large file is copied in the background; until it is recorded nothing of it can be changed or sent twice
    (tmp_path / "call.wav").write_bytes(bytes(3_000_000))
    composer.attach_files([tmp_path / "call.wav"])
    before = len(sample_journal.contacts.of_case(window.body.case_id))
    composer.submit()
    assert composer.text.isReadOnly()
    composer.submit()
    qtbot.waitUntil(lambda: not composer.text.isReadOnly())
    contacts = sample_journal.contacts.of_case(window.body.case_id)
    assert len(contacts) == before + 1
    assert len(max(contacts, key=lambda contact: contact.id).exhibits) == 2
    assert composer.draft().is_empty


def test_the_quick_form_records_keeps_drafts_and_takes_screenshots(
    qtbot: QtBot, window: MainWindow, capture: CaptureCommands, sample_journal: Journal
) -> None:
    rows = sample_journal.cases.rows()
    first, other = rows[0].id, rows[1].id
    window.show_case(first)
    window.actions_["today"].trigger()
    form = capture.log(other)
    assert isinstance(form, QuickLog)
    assert (form.case_id, capture.log()) == (other, form)
    form.composer.text.setPlainText("half a sentence")
    form.cases.setCurrentIndex(form.cases.findData(first))
    form.cases.activated.emit(form.cases.currentIndex())
    assert (form.case_id, form.composer.text.toPlainText()) == (first, "")
    window.actions_["snip"].trigger()
    frame_and_take(qtbot, capture)
    assert form.isVisible()
    assert len(form.composer.tray.attachments()) == 1
    qtbot.keyClicks(form.composer.text, "Released tomorrow")
    before = len(sample_journal.contacts.of_case(first))
    qtbot.keyClick(form.composer.text, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: capture.form is None)
    contacts = sample_journal.contacts.of_case(first)
    assert len(contacts) == before + 1
    newest = max(contacts, key=lambda contact: contact.id)
    assert (newest.text, len(newest.exhibits)) == ("Released tomorrow", 1)
    assert sample_journal.drafts.load(first) is None
    kept = sample_journal.drafts.load(other)
    assert kept is not None
    assert kept.words["text"] == "half a sentence"
    # the next one begins with the case that was logged to; Esc keeps what is written, also for the page
    form = capture.log()
    assert form is not None
    assert form.case_id == first
    form.composer.text.setPlainText("to be said later")
    qtbot.keyClick(form.composer.text, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: capture.form is None)
    window.show_case(first)
    assert window.body is not None
    assert window.body.case_page.composer.text.toPlainText() == "to be said later"
    # from outside the window: the tray, and a second start that names a case
    tray = Tray(window)
    for action, signal in ((tray._log, tray.log_requested), (tray._snip, tray.snip_requested)):
        assert action.text().endswith("…")
        with qtbot.waitSignal(signal):
            action.trigger()
    tray.end()
    QuickStart(window, f"C-{other}")
    qtbot.waitUntil(lambda: capture.form is not None)
    assert capture.form is not None
    assert (capture.form.case_id, capture.form.composer.text.toPlainText()) == (other, "half a sentence")
    capture.form.close()
    qtbot.waitUntil(lambda: capture.form is None)


def test_without_any_case_one_is_made_first(qtbot: QtBot, empty_window: MainWindow) -> None:
    assert empty_window.commands is not None
    capture = empty_window.commands.capture
    with qtbot.waitSignal(capture.case_wanted):
        assert capture.log() is None
    for dialog in [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not empty_window]:
        dialog.close()

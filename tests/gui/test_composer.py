"""The composer: the values that stay, times, drafts that are kept, words that are never lost."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, Qt, QTime
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casebook.gui.widgets.composing.composer import Composer
from casebook.journal.listings import LastUsed
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import HowKnown, Precision, moment
from tests.gui.composing import LAST, NOW, composer, mime, png, submitted

__all__ = ["composer"]


def test_everything_but_the_words_has_a_value(qtbot: QtBot, composer: Composer) -> None:
    composer.focus_text()
    qtbot.keyClicks(composer.text, "Released tomorrow")
    request = submitted(qtbot, composer)
    assert (request.case_id, request.channel, request.direction) == (12, Channel.CHAT, Direction.IN)
    assert (request.agent, request.agent_id, request.tickets) == ("Lily", "4471", ("T-99812",))
    assert request.text == "Released tomorrow"
    assert request.happened.utc.replace(microsecond=0) >= NOW
    assert request.happened.known is HowKnown.DEVICE_CLOCK
    assert request.happened.precision is Precision.EXACT


def test_an_attachment_can_be_taken_out_again(qtbot: QtBot, composer: Composer, tmp_path: Path) -> None:
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file in files:
        file.write_text("x")
    composer.attach_files(files)
    composer.tray.remove(0)
    assert [a.name for a in composer.tray.attachments()] == ["b.txt"]


def test_chinese_words_can_be_typed(composer: Composer) -> None:
    event = QInputMethodEvent()
    event.setCommitString("退款")
    QApplication.sendEvent(composer.text, event)
    assert composer.text.toPlainText() == "退款"


def test_refusal_keeps_every_word(qtbot: QtBot, composer: Composer) -> None:
    composer.text.setPlainText("They said no")
    QGuiApplication.clipboard().setMimeData(mime(image_png=png()))
    composer.text.paste()
    submitted(qtbot, composer)
    composer.refused("The disk is full")
    assert composer.notice.isVisible()
    assert composer.notice.text() == "The disk is full"
    assert composer.text.toPlainText() == "They said no"
    assert len(composer.tray.attachments()) == 1


def test_success_makes_room_and_keeps_the_values(qtbot: QtBot, composer: Composer) -> None:
    composer.text.setPlainText("They said no")
    composer.agent.setText("Tom")
    composer.time.set_moment(moment(NOW, "UTC", Precision.ABOUT))
    submitted(qtbot, composer)
    composer.accepted(12)
    assert composer.draft().is_empty
    assert composer.agent.text() == "Tom"
    assert composer.ticket.text() == "T-99812"
    assert composer.time.stated() is None, "the next contact happens now again"


def test_nothing_is_not_recorded(qtbot: QtBot, composer: Composer) -> None:
    with qtbot.assertNotEmitted(composer.log_requested):
        composer.submit()
    assert composer.notice.isVisible()


def test_each_case_keeps_its_own_draft(composer: Composer) -> None:
    composer.text.setPlainText("half a sentence")
    composer.set_case(13, LastUsed(Channel.EMAIL, "", "", ""))
    assert composer.text.toPlainText() == ""
    assert composer.draft().channel is Channel.EMAIL
    assert composer.unsaved_cases() == [12]
    composer.set_case(12, LAST)
    assert composer.text.toPlainText() == "half a sentence"
    assert composer.agent.text() == "Lily"


def test_several_tickets_are_told_apart(qtbot: QtBot, composer: Composer) -> None:
    composer.ticket.setText("T-1, T-2，T-3,")
    composer.text.setPlainText("x")
    assert submitted(qtbot, composer).tickets == ("T-1", "T-2", "T-3")


def test_subject_belongs_to_mails_and_letters(qtbot: QtBot, composer: Composer) -> None:
    assert composer.subject.isHidden()
    composer.channel.menu().actions()[list(Channel).index(Channel.EMAIL)].trigger()
    assert composer.subject.isVisible()
    composer.subject.setText("Re: T-99812")
    composer.text.setPlainText("x")
    assert submitted(qtbot, composer).subject == "Re: T-99812"


def test_text_grows_to_six_lines_and_then_scrolls(qtbot: QtBot, composer: Composer) -> None:
    one = composer.text.height()
    composer.text.setPlainText("a\nb\nc")
    three = composer.text.height()
    composer.text.setPlainText("\n".join("abcdefghij"))
    assert one < three < composer.text.height() < 9 * one


def test_escape_leaves(qtbot: QtBot, composer: Composer) -> None:
    composer.focus_text()
    with qtbot.waitSignal(composer.left):
        qtbot.keyClick(composer.text, Qt.Key.Key_Escape)


def test_time_can_be_stated(qtbot: QtBot, composer: Composer) -> None:
    composer.time.open_popup()
    popup = composer.time._popup
    assert popup is not None
    popup.known.setCurrentIndex(popup.known.findData(HowKnown.SCREENSHOT))
    stated = moment(datetime(2026, 11, 18, 6, 3, tzinfo=UTC), "Asia/Singapore", Precision.ABOUT)
    popup.edit.set_moment(stated)
    with qtbot.waitSignal(composer.time.changed):
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    composer.text.setPlainText("x")
    happened = submitted(qtbot, composer).happened
    assert (happened.utc, happened.zone) == (stated.utc, "Asia/Singapore")
    assert (happened.precision, happened.known) == (Precision.ABOUT, HowKnown.SCREENSHOT)


def test_every_control_says_what_it_is(composer: Composer) -> None:
    for widget in (composer.channel, composer.direction, composer.bot, composer.time, composer.attach_button):
        assert widget.accessibleName()
        assert widget.toolTip()
    for line in (
        composer.agent,
        composer.agent_id,
        composer.ticket,
        composer.platform,
        composer.subject,
        composer.text,
    ):
        assert line.accessibleName()
    assert composer.childAt(QPoint(-5, -5)) is None


@pytest.mark.parametrize(
    ("typed", "local", "precision"),
    [
        ("yesterday 9pm", "2026-11-19 21:00", Precision.EXACT),
        ("大约昨天下午3点", "2026-11-19 15:00", Precision.ABOUT),
        ("Nov 18, 2:03pm", "2026-11-18 14:03", Precision.EXACT),
    ],
)
def test_a_time_can_be_said_in_words(
    qtbot: QtBot, composer: Composer, typed: str, local: str, precision: Precision
) -> None:
    composer.time.setFocus()
    qtbot.keyClick(composer.time, typed[0] if typed.isascii() else "x")  # the chip opens with the first letter
    popup = composer.time._popup
    assert popup is not None
    popup.words.line.setText(typed)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: composer.time._popup is None, timeout=20_000)
    happened = composer.time.moment()
    assert f"{happened.local:%Y-%m-%d %H:%M}" == local
    assert (happened.precision, happened.known) == (precision, HowKnown.MEMORY)


def test_a_time_that_is_not_taken_says_why_and_stays(qtbot: QtBot, composer: Composer) -> None:
    composer.time.open_popup()
    popup = composer.time._popup
    assert popup is not None
    for typed, why in (("tomorrow", "has not been yet"), ("25:00", "no clock shows"), ("blah", "is not understood")):
        popup.words.line.setText(typed)
        qtbot.keyClick(popup, Qt.Key.Key_Return)
        assert popup.isVisible()
        assert why in popup.words.said.text()
        assert why in popup.words.line.accessibleDescription()
    popup.words.line.setText("18.11. 9:15")
    assert "Wed 18 Nov" in popup.words.said.text()
    popup.edit.clock.setTime(QTime(9, 30))  # by hand: the words do not hold any more
    assert popup.words.is_empty()
    popup.edit.day.setDate(QDate(2026, 12, 1))
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert popup._wrong.isVisible()
    assert composer.time.stated() is None
    popup.close()


def test_ten_seconds(qtbot: QtBot, composer: Composer) -> None:
    """A pasted screenshot with agent, ticket and words is recorded with few keys besides the words."""
    composer.agent.clear()
    composer.ticket.clear()
    keys = 0

    def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        nonlocal keys
        keys += 1
        qtbot.keyClick(QApplication.focusWidget() or composer, key, held)

    QGuiApplication.clipboard().setMimeData(mime(image_png=png()))
    composer.activateWindow()
    composer.focus_text()
    qtbot.waitUntil(composer.text.hasFocus)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(composer.text, "Released within 24 hours")
    while QApplication.focusWidget() is not composer.ticket:
        press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        assert keys < 12
    qtbot.keyClicks(composer.ticket, "T-99812")
    while QApplication.focusWidget() is not composer.agent:
        press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        assert keys < 12
    qtbot.keyClicks(composer.agent, "Lily")
    with qtbot.waitSignal(composer.log_requested) as sent:
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sent.args is not None
    request = sent.args[0]
    assert (request.agent, request.tickets, len(request.attachments)) == ("Lily", ("T-99812",), 1)
    assert keys <= 8, keys

"""The composer: paste, drop, the values that stay, drafts that are kept, words that are never lost."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, QDate, QMimeData, QPoint, QPointF, Qt, QTime, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.models.log_request import LogRequest
from casebook.gui.theme import Theme
from casebook.gui.widgets import intake
from casebook.gui.widgets.composer import Composer
from casebook.gui.widgets.thumbnails import decode
from casebook.gui.worker import Worker
from casebook.journal.listings import LastUsed
from casebook.journal.records import StoredFile
from casebook.journal.terms import Channel, Direction, ExhibitSource
from casebook.journal.times import HowKnown, Precision, moment
from tests.conftest import HandClock

NOW = datetime(2026, 11, 20, 14, 3, tzinfo=UTC)
LAST = LastUsed(Channel.CHAT, "Lily", "4471", "T-99812")


def png(width: int = 40, height: int = 30, ink: str = "#2f6f62") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), ink).save(out, "PNG")
    return out.getvalue()


def mime(**formats: bytes) -> QMimeData:
    made = QMimeData()
    for name, data in formats.items():
        made.setData(name.replace("__", "-").replace("_", "/"), QByteArray(data))
    return made


@pytest.fixture
def composer(qtbot: QtBot, theme: Theme) -> Composer:
    made = Composer(theme, HandClock(NOW))
    qtbot.addWidget(made)
    made.set_case(12, LAST)
    made.resize(600, 160)
    made.show()
    qtbot.waitExposed(made)
    return made


def submitted(qtbot: QtBot, composer: Composer) -> LogRequest:
    with qtbot.waitSignal(composer.log_requested) as sent:
        qtbot.keyClick(composer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sent.args is not None
    request = sent.args[0]
    assert isinstance(request, LogRequest)
    return request


def drop(target: QWidget, data: QMimeData) -> bool:
    """Drag and drop something onto a widget as the window system would."""
    middle, action = target.rect().center(), Qt.DropAction.CopyAction
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(middle, action, data, left, none)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(middle), action, data, left, none)
    QApplication.sendEvent(target, event)
    return True


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


def test_pasted_picture_becomes_a_named_attachment_with_its_own_bytes(qtbot: QtBot, composer: Composer) -> None:
    raw = png()
    QGuiApplication.clipboard().setMimeData(mime(image_png=raw))
    composer.focus_text()
    qtbot.keyClick(composer.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (attachment,) = composer.tray.attachments()
    assert attachment.content == raw
    assert attachment.name == f"screenshot {NOW.astimezone():%Y-%m-%d %H-%M}.png"
    assert attachment.source is ExhibitSource.PASTED
    assert composer.text.toPlainText() == ""
    assert not composer.tray.isHidden()


def test_a_picture_without_png_bytes_is_stored_as_png(qtbot: QtBot, composer: Composer) -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(image)
    composer.text.paste()
    (attachment,) = composer.tray.attachments()
    assert isinstance(attachment.content, bytes)
    assert Image.open(io.BytesIO(attachment.content)).size == (30, 20)


def test_two_pastes_in_one_minute_keep_their_names_apart(composer: Composer) -> None:
    for ink in ("red", "blue"):
        QGuiApplication.clipboard().setMimeData(mime(image_png=png(ink=ink)))
        composer.text.paste()
    names = [a.name for a in composer.tray.attachments()]
    assert len(set(names)) == 2
    assert names[1].endswith(" (2).png")


def test_copied_cells_are_words_although_they_carry_a_picture(composer: Composer) -> None:
    data = mime(image_png=png())
    data.setText("1,250\tUSDT")
    QGuiApplication.clipboard().setMimeData(data)
    composer.text.paste()
    assert composer.text.toPlainText() == "1,250\tUSDT"
    assert composer.tray.attachments() == ()


def test_pasted_markup_becomes_plain_words(composer: Composer) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='file:///etc/passwd'>")
    data.setText("bold")
    QGuiApplication.clipboard().setMimeData(data)
    composer.text.paste()
    assert composer.text.toPlainText() == "bold"


def test_browser_drag_hides_its_picture_in_a_stream(composer: Composer) -> None:
    data = mime(application_octet__stream=png())
    data.setUrls([QUrl("https://example.org/never-fetched.png")])
    assert drop(composer, data)
    (attachment,) = composer.tray.attachments()
    assert attachment.media_type == "image/png"
    assert attachment.source is ExhibitSource.DROPPED


def test_a_web_address_alone_is_words_and_never_fetched(composer: Composer) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/shot.png")])
    assert drop(composer, data)
    assert composer.tray.attachments() == ()
    assert composer.text.toPlainText() == "https://example.org/shot.png"


@pytest.mark.parametrize("where", [lambda c: c, lambda c: c.text.viewport()], ids=["frame", "text"])
def test_dropped_files_are_attached_folders_are_not(
    composer: Composer, tmp_path: Path, where: Callable[[Composer], QWidget]
) -> None:
    file = tmp_path / "对账单.pdf"
    file.write_bytes(b"%PDF-1.4")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl.fromLocalFile(str(tmp_path))])
    assert drop(where(composer), data)
    (attachment,) = composer.tray.attachments()
    assert (attachment.name, attachment.content) == ("对账单.pdf", file)
    assert attachment.source is ExhibitSource.DROPPED
    assert attachment.taken_at is not None
    assert composer.text.toPlainText() == ""


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


def test_a_bomb_is_not_unpacked() -> None:
    huge = png(1, 1).replace((1).to_bytes(4) + (1).to_bytes(4), (100_000).to_bytes(4) * 2)
    assert decode(huge) is None
    assert decode(b"") is None
    assert decode(b"\x89PNG\r\n\x1a\n") is None
    assert decode(b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>") is None
    tall = decode(png(50, 4000))
    assert tall is not None
    assert tall.height() <= 160


def test_pictures_are_told_by_their_bytes() -> None:
    assert intake.picture_type(png()) == ("png", "image/png")
    assert intake.picture_type(b"RIFF\x00\x00\x00\x00WEBPVP8 ") == ("webp", "image/webp")
    assert intake.picture_type(b"<svg/>") is None
    assert intake.picture_type(b"MZ\x90") is None


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


def test_markup_alone_becomes_its_words_and_opens_nothing(composer: Composer) -> None:
    data = QMimeData()
    data.setHtml("<p>Released&nbsp;in <b>24 h</b></p><img src='file:///etc/passwd'><script>x()</script><p>Lily</p>")
    QGuiApplication.clipboard().setMimeData(data)
    composer.text.paste()
    words = composer.text.toPlainText()
    assert "Released" in words
    assert "24 h" in words
    assert "Lily" in words
    assert "<" not in words
    assert "x()" not in words
    assert composer.tray.attachments() == ()


def test_a_message_from_a_mail_program_is_attached_whole(composer: Composer) -> None:
    raw = b"Subject: Re: T-99812\r\n\r\nreleased\r\n"
    assert drop(composer, mime(message_rfc822=raw))
    (attachment,) = composer.tray.attachments()
    assert (attachment.content, attachment.media_type) == (raw, "message/rfc822")
    assert attachment.name.endswith(".eml")
    elsewhere = QMimeData()
    elsewhere.setData("text/x-moz-message", "imap-message://lin@mail.example/INBOX#12".encode("utf-16-le"))
    assert drop(composer, elsewhere)
    assert "Thunderbird" in composer.notice.text()
    assert len(composer.tray.attachments()) == 1


def test_firefox_names_formats_that_it_has_no_bytes_for(composer: Composer) -> None:
    data = mime(image_gif=b"", image_png=png())
    data.setUrls([QUrl("https://example.org/never-fetched.png")])
    assert drop(composer, data)
    (attachment,) = composer.tray.attachments()
    assert attachment.content == png()


def test_the_same_picture_again_is_noticed(composer: Composer, tmp_path: Path) -> None:
    for _ in range(2):
        QGuiApplication.clipboard().setMimeData(mime(image_png=png()))
        composer.text.paste()
    assert len(composer.tray.attachments()) == 1
    assert "not attached twice" in composer.notice.text()
    stored = StoredFile(hashlib.sha256(png(ink="red")).hexdigest(), 1)
    composer.tray.know([SimpleNamespace(file=stored, label="EX-3")])  # type: ignore[list-item]
    (tmp_path / "again.png").write_bytes(png(ink="red"))
    composer.attach_files([tmp_path / "again.png"])
    assert "EX-3" in composer.notice.text()
    assert len(composer.tray.attachments()) == 2, "what was meant is not refused"


def test_a_drag_over_the_page_shows_where_it_lands(composer: Composer, qtbot: QtBot) -> None:
    page = QWidget()
    page.setAcceptDrops(True)
    qtbot.addWidget(page)
    composer.serve(page, None)  # type: ignore[arg-type]
    data, copy = mime(image_png=png()), Qt.DropAction.CopyAction
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(1, 1), copy, data, left, none))
    assert "lands here" in composer._hint.text()
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert "lands here" not in composer._hint.text()


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


def test_a_large_picture_is_looked_at_in_the_background(
    qtbot: QtBot, composer: Composer, worker: Worker, tmp_path: Path
) -> None:
    composer.serve(composer, worker)
    (tmp_path / "large.png").write_bytes(png(900, 900) + bytes(200_000))
    composer.attach_files([tmp_path / "large.png"])
    (label,) = [w for w in composer.tray.findChildren(QLabel) if not w.pixmap().isNull()]
    plain = label.pixmap().size()
    qtbot.waitUntil(lambda: label.pixmap().size() != plain)
    assert label.pixmap().width() == label.pixmap().height()

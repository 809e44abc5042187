"""What is pasted and dropped into the composer: pictures, words, mails, and what is none of them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.widgets.composing import intake
from casebook.gui.widgets.composing.composer import Composer
from casebook.gui.widgets.exhibits.thumbnails import decode
from casebook.gui.worker import Worker
from casebook.journal.records import StoredFile
from casebook.journal.terms import ExhibitSource
from tests.gui.composing import NOW, composer, drop, mime, png

__all__ = ["composer"]


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

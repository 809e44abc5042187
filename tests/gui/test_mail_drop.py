"""What mail programs hand over when a message is dragged out of them, and what is made of it."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from casebook.gui.dialogs.import_dialog import ImportDialog
from casebook.gui.theme import Theme
from casebook.gui.widgets.incoming import mail_drop
from casebook.mail.importer import read
from tests.mail import samples
from tests.mail.outlook_files import Message, msg

RAW = samples.mail(Message_ID=b"<1@x>")
WINDOWS = 'application/x-qt-windows-mime;value="{}"'


def mime(**data: bytes) -> QMimeData:
    made = QMimeData()
    for name, raw in data.items():
        made.setData(name.replace("__", "-").replace("_", "/"), raw)
    return made


def descriptors(*names: str) -> bytes:
    """Return a FILEGROUPDESCRIPTORW."""
    rows = (bytes(72) + name.encode("utf-16-le").ljust(520, b"\0") for name in names)
    return struct.pack("<I", len(names)) + b"".join(rows)


def promised(*files: tuple[str, bytes]) -> QMimeData:
    made = QMimeData()
    made.setData(WINDOWS.format("FileGroupDescriptorW"), descriptors(*(name for name, _ in files)))
    for number, (_, raw) in enumerate(files):
        made.setData(WINDOWS.format("FileContents") + f";index={number}", raw)
    return made


def test_a_message_as_bytes() -> None:
    brought = mail_drop.taken(mime(message_rfc822=RAW))
    assert mail_drop.brings_mail(mime(message_rfc822=RAW))
    assert [each.raw for each in brought.messages] == [RAW]


def test_files_that_windows_programs_promise() -> None:
    outlook = msg(Message({0x37: "x"}))
    found = mail_drop.taken(promised(("提现.msg", outlook), ("one.eml", RAW), ("shot.png", samples.png())))
    assert [(each.name, each.raw) for each in found.messages] == [("提现.msg", outlook), ("one.eml", RAW)]
    assert not found.refused
    assert not mail_drop.brings_mail(promised(("shot.png", samples.png())))


def test_outlook_that_keeps_the_message_to_itself() -> None:
    found = mail_drop.taken(promised(("one.msg", b""), ("two.msg", b"")))
    assert found.messages == ()
    assert "desktop" in found.refused


@pytest.mark.parametrize("raw", [b"", b"\1", struct.pack("<I", 2**32 - 1), struct.pack("<I", 3) + bytes(600)])
def test_descriptors_that_lie(raw: bytes) -> None:
    made = QMimeData()
    made.setData(WINDOWS.format("FileGroupDescriptorW"), raw)
    assert not mail_drop.taken(made)


def test_thunderbird_s_own_files(tmp_path: Path) -> None:
    box = tmp_path / "Local Folders" / "收件箱"
    box.parent.mkdir()
    data = samples.mbox([RAW, samples.mail(b"second\n", Message_ID=b"<2@x>")])
    box.write_bytes(data)
    second = data.index(b"From lin", 10)
    address = (
        f"mailbox://{QUrl.fromLocalFile(str(box)).path(QUrl.ComponentFormattingOption.FullyEncoded)}?number={second}"
    )
    made = QMimeData()
    made.setData("text/x-moz-message", f"mailbox-message://nobody@Local%20Folders/Inbox#{second}".encode("utf-16-le"))
    made.setData("text/x-moz-url", f"{address}\nsubject".encode("utf-16-le"))
    assert mail_drop.brings_mail(made)
    found = mail_drop.taken(made)
    assert [each.raw for each in found.messages] == [samples.mail(b"second\n", Message_ID=b"<2@x>")]
    assert not found.refused
    for wrong in ("7", "-1", "99999999", "x", str(10**30)):
        made.setData("text/x-moz-url", address.replace(f"={second}", f"={wrong}").encode("utf-16-le"))
        assert mail_drop.taken(made).messages == ()
        assert mail_drop.taken(made).refused


def test_messages_that_are_elsewhere_are_refused_in_words() -> None:
    made = QMimeData()
    made.setData("text/x-moz-message", "imap-message://lin@mail.example/INBOX#12".encode("utf-16-le"))
    assert "Thunderbird" in mail_drop.taken(made).refused
    apple = QMimeData()
    apple.setUrls([QUrl("message:%3C1@x%3E")])
    assert mail_drop.brings_mail(apple)
    assert mail_drop.taken(apple).refused
    web = QMimeData()
    web.setUrls([QUrl("https://mail.example/1.eml")])
    assert not mail_drop.brings_mail(web)
    assert not mail_drop.taken(web, any_file=True)


def test_the_dialog_takes_any_file_and_any_message(tmp_path: Path, theme: Theme, qtbot: QtBot) -> None:
    from datetime import UTC, datetime

    dialog = ImportDialog((), (), theme, lambda: datetime(2026, 11, 20, tzinfo=UTC))
    qtbot.addWidget(dialog)
    (tmp_path / "takeout.zip").write_bytes(b"PK\5\6")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "takeout.zip"))])
    for data in (files, mime(message_rfc822=RAW), promised(("one.msg", b""))):
        entering = QDragEnterEvent(
            QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        dialog.dragEnterEvent(entering)
        assert entering.isAccepted()
        drop = QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        dialog.dropEvent(drop)
    chosen = dialog.choose.chosen()
    assert chosen.paths == (tmp_path / "takeout.zip",)
    assert [each.raw for each in chosen.pasted] == [RAW]
    assert "Outlook" in dialog.notice_text()
    stream, total = chosen.open()
    got = [each for each in stream if hasattr(each, "raw")]
    assert [read(each).message_id for each in got] == ["1@x"]  # type: ignore[arg-type]
    assert total == len(RAW) + 4

"""Chats in the window: a pasted one as it is read, and whose conversations of an export come in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.commands.chats import ChatCommands
from casebook.gui.dialogs.chat_export_dialog import ChatExportDialog
from casebook.gui.dialogs.transcript_dialog import TranscriptDialog
from casebook.gui.feed import Feed
from casebook.gui.main_window import MainWindow
from casebook.gui.worker import Worker
from casebook.journal import Changes, Kind
from casebook.journal.terms import Channel, Direction
from casebook.settings import Settings
from tests.gui.screens_chats import PASTED, PASTED_ZH, export
from tests.gui.small_book import Sample
from tests.mail import chat_exports as made
from tests.mail.chat_exports import SCRIPT
from tests.pace import within


@pytest.fixture
def heard(feed: Feed) -> list[Changes]:
    changes: list[Changes] = []
    feed.changed.connect(changes.append)
    return changes


@pytest.fixture
def commands(small: Sample, feed: Feed, qtbot: QtBot) -> Iterator[ChatCommands]:
    window = QWidget()
    qtbot.addWidget(window)
    worker, quick = Worker(small.journal.release), Worker(small.journal.release)
    yield ChatCommands(small.journal, feed, window, worker, quick, Settings())
    worker.close()
    quick.close()


def ready(dialog: TranscriptDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.save_button.isEnabled, timeout=10_000)


def asked(qtbot: QtBot) -> ChatExportDialog:
    def there() -> list[ChatExportDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, ChatExportDialog) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(there()), timeout=10_000)
    return there()[0]


def test_a_pasted_chat_is_shown_line_by_line_and_recorded(
    commands: ChatCommands, small: Sample, heard: list[Changes], qtbot: QtBot
) -> None:
    dialog = commands.paste(small.fees)
    assert not dialog.save_button.isEnabled() and "Nothing is pasted yet" in dialog.how.text()
    dialog.text.setPlainText(PASTED)
    ready(dialog, qtbot)
    shown = dialog.preview.toPlainText()
    assert "  14:04  Me: T-99812." in shown and "[You are now connected with Lily]" in shown
    assert {who: str(role) for who, role in dialog.parts().items()} == {
        "Kestrel Assistant": "bot",
        "Me": "me",
        "Lily": "agent",
    }
    dialog.where.setText("Website")
    ready(dialog, qtbot)
    dialog.accept()
    [contact] = small.journal.contacts.of_case(small.fees)
    assert (contact.channel, contact.direction, contact.agent) == (Channel.CHAT, Direction.BOTH, "Lily")
    assert contact.text == shown and contact.platform == "Website"
    assert small.journal.chats.raw(contact.id) == PASTED.encode()
    assert heard[-1].touches(Kind.CHAT, Kind.CONTACT) and small.fees in heard[-1].cases


def test_who_is_who_can_be_put_right(commands: ChatCommands, small: Sample, qtbot: QtBot) -> None:
    dialog = commands.paste(small.fees, PASTED_ZH)
    ready(dialog, qtbot)
    boxes = dialog._speakers
    assert set(boxes) == {"在线客服", "我", "客服 Lily"}
    boxes["客服 Lily"].setCurrentIndex(boxes["客服 Lily"].findData("bot"))
    boxes["在线客服"].setCurrentIndex(boxes["在线客服"].findData(""))
    assert not dialog.save_button.isEnabled()  # until it is read so
    ready(dialog, qtbot)
    assert "[在线客服: 您好，我是智能助手" in dialog.preview.toPlainText()
    dialog.accept()
    [contact] = small.journal.contacts.of_case(small.fees)
    assert (contact.bot, contact.agent) == (True, "客服 Lily")


def test_what_cannot_be_recorded_is_said(commands: ChatCommands, small: Sample, qtbot: QtBot) -> None:
    dialog = commands.paste(small.fees)
    dialog.accept()
    assert dialog.isVisible() and "Paste the words" in dialog.notice.text()
    dialog.text.setPlainText("03/11/2026, 14:03 - Lily: a\n03/11/2026, 14:04 - Me: b")
    ready(dialog, qtbot)
    assert dialog.swapped.isVisible()
    dialog.order.setCurrentIndex(dialog.order.findData(False))
    ready(dialog, qtbot)
    assert not dialog.swapped.isVisible() and "2026-03-11" in dialog.preview.toPlainText()
    dialog.began.zone.setEditText("Mars/Here")
    qtbot.waitUntil(lambda: "not a time zone" in dialog.how.text(), timeout=10_000)
    dialog.accept()
    assert dialog.isVisible() and "not a time zone" in dialog.notice.text()
    assert small.journal.contacts.of_case(small.fees) == []
    dialog.text.clear()
    assert not dialog.save_button.isEnabled()
    dialog.reject()
    dialog.reject()


def test_the_same_chat_again_adds_nothing(commands: ChatCommands, small: Sample, qtbot: QtBot) -> None:
    said: list[str] = []
    commands.said.connect(lambda words, _undo: said.append(words))
    for _ in range(2):
        dialog = commands.paste(small.fees, "\n".join(f"[{t.at:%H:%M}] {t.who}: {t.text}" for t in SCRIPT))
        ready(dialog, qtbot)
        dialog.accept()
    assert len(small.journal.contacts.of_case(small.fees)) == 1
    assert said == [f"Chat recorded in C-{small.fees}", "Every line of this chat is in the casebook already"]


def test_a_long_chat_does_not_hold_the_window_up(commands: ChatCommands, small: Sample, qtbot: QtBot) -> None:
    dialog = commands.paste(small.fees)
    text = "\n".join(f"[{t.at:%H:%M}] {t.who}: {t.text}" for t in SCRIPT * 60)
    dialog.text.setPlainText(text)
    with within(0.05):
        dialog._ask()
    ready(dialog, qtbot)
    assert dialog.preview.toPlainText().endswith("…")
    dialog.text.clear()
    dialog.reject()
    dialog.reject()


def test_only_the_ticked_conversations_come_in(
    commands: ChatCommands, small: Sample, heard: list[Changes], tmp_path: Path, qtbot: QtBot
) -> None:
    commands.open(export(tmp_path))
    dialog = asked(qtbot)
    assert dialog.model.rowCount() == 6 and not dialog.save_button.isEnabled()
    dialog.model.look_for("kestrel")
    assert dialog.model.rowCount() == 2
    dialog.model.setData(dialog.model.index(0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    dialog.model.look_for("")
    assert [each.title for each in dialog.ticked()] == ["Kestrel Support"]
    dialog.target.setCurrentIndex(dialog.target.findData(small.fees))
    dialog.accept()
    qtbot.waitUntil(lambda: bool(heard), timeout=10_000)
    [contact] = small.journal.contacts.of_case(small.fees)
    assert (contact.subject, contact.platform, contact.direction) == ("Kestrel Support", "Telegram", Direction.BOTH)
    assert "妈妈".encode() not in small.journal.chats.raw(contact.id)


def test_what_waits_is_shown_and_a_file_that_is_no_chat_is_named(
    commands: ChatCommands, small: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = made.whatsapp(tmp_path, made.android)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    commands.choose()
    dialog = asked(qtbot)
    assert len(dialog.ticked()) == 1 and dialog.form.isRowVisible(dialog.order)
    dialog.zone.setEditText("nowhere")
    dialog.accept()
    assert dialog.isVisible() and "not a time zone" in dialog.notice.text()
    dialog.zone.setEditText("Asia/Singapore")
    before = len(small.journal.inbox.waiting())
    with qtbot.waitSignal(commands.inbox_requested, timeout=10_000):
        dialog.accept()
    assert len(small.journal.inbox.waiting()) == before + 1
    (tmp_path / "note.txt").write_text("just words")
    commands.open(tmp_path / "note.txt")

    def boxes() -> list[QMessageBox]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(boxes()), timeout=10_000)
    [box] = boxes()
    assert "is no exported chat" in box.text()
    box.close()


def test_the_window_offers_both(window: MainWindow, qtbot: QtBot) -> None:
    assert window.commands is not None
    window.actions_["open"].trigger()
    qtbot.waitUntil(lambda: bool(window.body and window.body.case_id), timeout=5_000)
    window.actions_["paste_chat"].trigger()
    [dialog] = [w for w in QApplication.topLevelWidgets() if isinstance(w, TranscriptDialog) and w.isVisible()]
    assert window.body is not None and dialog.case.currentData() == window.body.case_id
    dialog.reject()
    importing = window.commands.imports.open()
    with qtbot.waitSignal(window.commands.imports.transcript_requested, timeout=1_000):
        importing.choose._transcript.click()
    for other in QApplication.topLevelWidgets():
        if isinstance(other, TranscriptDialog) and other.isVisible():
            other.reject()
    importing.close()
    window.reminder.hide()


def test_a_dropped_export_is_asked_about(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    assert window.body is not None and window.commands is not None
    window.actions_["open"].trigger()
    qtbot.waitUntil(lambda: bool(window.body and window.body.case_id), timeout=5_000)
    note = tmp_path / "note.txt"
    note.write_text("just words")
    for path, taken in ((note, False), (export(tmp_path), True)):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        keys = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        assert window.eventFilter(window.body.case_page, QDropEvent(QPointF(10, 10), *keys)) is taken
    dialog = asked(qtbot)
    assert dialog.target.currentData() == window.body.case_id
    dialog.reject()
    window.reminder.hide()

"""Writing to a firm in the window: made ready, changed, kept, looked over, handed over, logged as sent."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.commands.message import MessageCommands
from casebook.gui.dialogs.letter_dialog import LetterDialog
from casebook.gui.dialogs.message_dialog import MessageDialog
from casebook.gui.dialogs.sent_dialog import SentDialog
from casebook.gui.dialogs.templates_dialog import TemplatesDialog
from casebook.gui.feed import Feed
from casebook.gui.theme import Theme
from casebook.gui.worker import Worker
from casebook.guide import Guide
from casebook.journal.records import Attachment
from casebook.journal.terms import Channel, Direction, FollowUpState, LetterKind
from casebook.settings import Settings
from tests.gui.conftest import MakeWindow
from tests.gui.small_book import Sample, at, picture

SEED = "legal winner thank year wave sausage worth useful legal winner thank yellow"


class Desktop:
    """Takes what is handed to the desktop."""

    def __init__(self) -> None:
        self.opened: list[QUrl] = []
        self.answers = True

    def __call__(self, url: QUrl) -> bool:
        self.opened.append(url)
        return self.answers


@pytest.fixture
def desktop() -> Desktop:
    return Desktop()


@pytest.fixture
def commands(
    small: Sample, feed: Feed, theme: Theme, guide: Guide, desktop: Desktop, tmp_path: Path, qtbot: QtBot
) -> Iterator[MessageCommands]:
    window = QWidget()
    qtbot.addWidget(window)
    quick = Worker(small.journal.release)
    settings = Settings(last_export_folder=str(tmp_path))
    yield MessageCommands(small.journal, feed, window, guide, quick, settings, theme, open_url=desktop)
    quick.close()


def opened(commands: MessageCommands, qtbot: QtBot, case_id: int, *wish: object, **more: object) -> MessageDialog:
    """Open the dialog and wait for its message."""
    dialog = commands.open(case_id, *wish, **more)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: dialog.message() is not None)
    return dialog


def settled(dialog: MessageDialog, qtbot: QtBot, words: str) -> None:
    """Wait until a doubt speaks of these words."""
    qtbot.waitUntil(lambda: any(words in line for line in dialog.doubts.words()))


def box_of(dialog: QWidget, qtbot: QtBot) -> QMessageBox:
    """Return the question that a dialog asks."""
    qtbot.waitUntil(lambda: any(b.isVisible() for b in dialog.findChildren(QMessageBox)))
    return next(b for b in dialog.findChildren(QMessageBox) if b.isVisible())


def mail_out(small: Sample) -> int:
    """Record a mail of the user's that nobody has answered yet."""
    return small.journal.contacts.log(
        small.withdrawal,
        channel=Channel.EMAIL,
        direction=Direction.OUT,
        happened=at(-1),
        subject="Withdrawal 88213 on hold",
        text="My withdrawal is on hold. Please release it.",
    ).made


def test_another_kind_channel_or_language_makes_another_message(
    commands: MessageCommands, small: Sample, qtbot: QtBot
) -> None:
    dialog = opened(commands, qtbot, small.withdrawal, "first")
    assert "Dear Kestrel Exchange support team" in dialog.edit.toPlainText()
    assert "UID 88213377" in dialog.edit.toPlainText()
    dialog.language.setCurrentIndex(dialog.language.findData("zh"))
    qtbot.waitUntil(lambda: "尊敬的 Kestrel Exchange 客服团队" in dialog.edit.toPlainText())
    dialog.kind.setCurrentIndex(dialog.kind.findData(LetterKind.DATA_REQUEST))
    qtbot.waitUntil(lambda: dialog.subject.text() == "个人数据查阅申请")
    dialog.channel.setCurrentIndex(dialog.channel.findData(Channel.SOCIAL))
    qtbot.waitUntil(lambda: "88213377" not in dialog.edit.toPlainText() and not dialog.subject.isVisible())
    assert not dialog.buttons.save.isVisible()
    dialog.channel.setCurrentIndex(dialog.channel.findData(Channel.PHONE))
    qtbot.waitUntil(dialog.buttons.call.isVisible)
    with qtbot.waitSignal(commands.call_requested) as asked:
        dialog.buttons.call.click()
    assert asked.args == [small.withdrawal]


def test_changes_are_kept_and_can_be_forgotten(commands: MessageCommands, small: Sample, qtbot: QtBot) -> None:
    dialog = opened(commands, qtbot, small.withdrawal, "first")
    made = dialog.edit.toPlainText()
    dialog.edit.appendPlainText("My own line.")
    dialog.reject()
    (letter,) = small.journal.letters.of_case(small.withdrawal)
    assert letter.text.endswith("My own line.")
    dialog = opened(commands, qtbot, small.withdrawal, "first")
    assert dialog.edit.toPlainText().endswith("My own line.")
    dialog.buttons.anew.click()
    qtbot.waitUntil(lambda: dialog.edit.toPlainText() == made)
    assert small.journal.letters.of_case(small.withdrawal) == []
    dialog.reject()
    assert small.journal.letters.of_case(small.withdrawal) == []


def test_blanks_are_marked_and_lead_to_their_place(commands: MessageCommands, small: Sample, qtbot: QtBot) -> None:
    dialog = opened(commands, qtbot, small.withdrawal, "first")
    settled(dialog, qtbot, "To fill in: your name")
    row = next(n for n, words in enumerate(dialog.doubts.words()) if "your name" in words)
    dialog.doubts.row_chosen.emit(row)
    assert dialog.edit.textCursor().selectedText().startswith("[your name")
    dialog.edit.textCursor().insertText("😀 Lin Mei")
    qtbot.waitUntil(lambda: not any("your name" in words for words in dialog.doubts.words()))
    dialog.edit.insertPlainText(" you idiots")
    settled(dialog, qtbot, "idiots")
    assert "idiots" in dialog.edit.marked()
    dialog.reject()


def test_a_secret_is_asked_about_before_it_leaves(
    commands: MessageCommands, small: Sample, desktop: Desktop, qtbot: QtBot
) -> None:
    dialog = opened(commands, qtbot, small.withdrawal, "nudge")
    QGuiApplication.clipboard().setText("before")
    dialog.edit.appendPlainText(f"My recovery phrase is {SEED}")
    dialog.buttons.copy.click()
    box = box_of(dialog, qtbot)
    assert "a recovery phrase" in box.text()
    assert "sausage" not in box.text()
    assert QGuiApplication.clipboard().text() == "before"
    next(b for b in box.buttons() if "Back" in b.text()).click()
    assert QGuiApplication.clipboard().text() == "before"
    dialog.buttons.copy.click()
    box = box_of(dialog, qtbot)
    next(b for b in box.buttons() if "anyway" in b.text()).click()
    assert "sausage" in QGuiApplication.clipboard().text()
    assert desktop.opened == []
    dialog.buttons.anew.click()
    dialog.reject()


def test_the_mail_program_gets_what_it_can_take(
    commands: MessageCommands, small: Sample, desktop: Desktop, qtbot: QtBot
) -> None:
    mail_out(small)
    dialog = opened(commands, qtbot, small.withdrawal, "nudge")
    dialog.recipient.setEditText("support@kestrel.example")
    dialog.buttons.open.click()
    qtbot.waitUntil(lambda: bool(desktop.opened))
    assert desktop.opened[0].toEncoded().data().startswith(b"mailto:support@kestrel.example?subject=Re%3A%20Withdrawal")
    desktop.answers = False
    dialog.buttons.open.click()
    box = box_of(dialog, qtbot)
    assert "No mail program answered" in box.text()
    box.accept()
    dialog.edit.setPlainText("很长的信。" * 100)
    dialog.buttons.open.click()
    qtbot.waitUntil(lambda: any("too long" in b.text() for b in dialog.findChildren(QMessageBox)))
    assert len(desktop.opened) == 2
    next(b for b in dialog.findChildren(QMessageBox) if "too long" in b.text()).accept()
    dialog.reject()


def test_it_is_saved_as_an_unsent_mail_with_the_files_ticked(
    commands: MessageCommands, small: Sample, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shot = Attachment("IMG_2041.png", picture("hold"), description="提币页面")
    contact = small.journal.contacts.log(
        small.withdrawal, channel=Channel.OTHER, direction=Direction.OUT, happened=at(-1), attachments=[shot]
    ).made
    number = small.journal.contacts.get(contact).exhibits[0].id
    dialog = opened(commands, qtbot, small.withdrawal, "first")
    assert number in dialog.exhibits.chosen()
    for other in dialog.exhibits.chosen():
        dialog.exhibits.tick(other, other == number)
    qtbot.waitUntil(lambda: dialog.edit.toPlainText().count(".png") == 1)
    out = tmp_path / "mail"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    with qtbot.waitSignal(commands.said):
        dialog.buttons.save.click()
    mail = email.message_from_bytes(out.with_suffix(".eml").read_bytes(), policy=email.policy.default)
    assert mail["X-Unsent"] == "1"
    assert [part.get_content() for part in mail.iter_attachments()] == [picture("hold")]
    dialog.reject()


def test_i_sent_it_logs_answers_and_sets_the_next_clock(
    commands: MessageCommands, small: Sample, guide: Guide, qtbot: QtBot
) -> None:
    sent = mail_out(small)
    journal = small.journal
    firm = journal.firms.get(small.kestrel)
    step = guide.suggest(firm, journal.contacts.of_case(small.withdrawal), journal.clock(), "Asia/Singapore")[0]
    due = journal.follow_ups.add(
        small.withdrawal, step.due, "ask", rule=step.rule, explanation=step.explanation.to_json(), contact_id=sent
    ).made
    dialog = opened(commands, qtbot, small.withdrawal, "", sent, due)
    message = dialog.message()
    assert message is not None
    assert (message.kind, message.contact_id) == (LetterKind.NUDGE, sent)
    dialog.recipient.setEditText("support@kestrel.example")
    dialog.edit.appendPlainText("PS: thank you.")
    dialog.buttons.sent.click()
    form = dialog.findChildren(SentDialog)[0]
    assert form.recipient.text() == "support@kestrel.example"
    with qtbot.waitSignal(commands.said) as said:
        form.save_button.click()
    assert "You will be reminded" in said.args[0]
    made = journal.contacts.of_case(small.withdrawal)[-1]
    assert (made.channel, made.direction, made.details.address) == (
        Channel.EMAIL,
        Direction.OUT,
        "support@kestrel.example",
    )
    assert made.text.rstrip().endswith("PS: thank you.")
    assert journal.follow_ups.get(due).state is FollowUpState.DONE
    following = [f for f in journal.follow_ups.of_case(small.withdrawal, open_only=True) if f.contact_id == made.id]
    assert [f.rule for f in following] == ["mail-resend"]  # it asked, so next it is sent again
    assert journal.letters.of_case(small.withdrawal) == []
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_too_early_is_said_with_its_reason(commands: MessageCommands, small: Sample, qtbot: QtBot) -> None:
    mail_out(small)
    dialog = opened(commands, qtbot, small.withdrawal, "resend")
    qtbot.waitUntil(dialog.guard.isVisible)
    assert "Last sent" in dialog.guard.text()
    assert "(sent once already on 19 Nov 2026)" in dialog.subject.text()
    assert dialog.buttons.sent.isEnabled()
    dialog.reject()


def test_documents_are_reached_by_the_same_door(commands: MessageCommands, small: Sample, qtbot: QtBot) -> None:
    dialog = opened(commands, qtbot, small.withdrawal, "nudge")
    with qtbot.waitSignal(commands.document_requested) as asked:
        dialog.kind.setCurrentIndex(dialog.kind.findData("document:police"))
    assert asked.args == [small.withdrawal, "police"]
    assert dialog.choice()[0] is LetterKind.NUDGE
    dialog.reject()


def test_own_templates_are_used_at_once_and_can_be_reset(
    commands: MessageCommands, small: Sample, qtbot: QtBot
) -> None:
    dialog = opened(commands, qtbot, small.withdrawal, "nudge")
    own = commands.show_templates((LetterKind.NUDGE, Channel.EMAIL, "en"))
    shipped = own.edit.toPlainText()
    assert "{earlier_time}" in shipped
    own.edit.setPlainText("Hello {firm}, {nonsense}")
    assert own.unknown() == ["{nonsense}"]
    assert not own.save.isEnabled()
    own.edit.setPlainText("Hello {firm}, how is it?")
    own.save.click()
    assert own.reset.isEnabled()
    own.channel.setCurrentIndex(own.channel.findData(None))
    assert own.edit.toPlainText() == shipped
    own.reject()
    qtbot.waitUntil(lambda: dialog.edit.toPlainText() == "Hello Kestrel Exchange, how is it?\n")
    own = commands.show_templates((LetterKind.NUDGE, Channel.EMAIL, "en"))
    own.reset.click()
    assert own.edit.toPlainText() == shipped
    own.reject()
    dialog.reject()


def test_every_door_of_the_window_leads_to_it(make_window: MakeWindow, small: Sample, qtbot: QtBot) -> None:
    sent = mail_out(small)
    window = make_window(small.journal)
    assert window.body is not None
    assert window.commands is not None
    window.show_case(small.withdrawal)
    messages = window.commands.message

    def shown() -> MessageDialog:
        qtbot.waitUntil(lambda: any(d.isVisible() and d.message() for d in window.findChildren(MessageDialog)))
        return next(d for d in window.findChildren(MessageDialog) if d.isVisible())

    window.actions_["write"].trigger()
    assert shown().choice()[0] is LetterKind.NUDGE
    shown().reject()
    window.body.case_page.write_requested.emit(small.withdrawal, "", sent, 0)
    assert shown().message().contact_id == sent  # type: ignore[union-attr]
    shown().reject()
    window.body.today.view.write_requested.emit(small.withdrawal, "resend", sent, 0)
    assert shown().choice()[0] is LetterKind.RESEND
    with qtbot.waitSignal(messages.document_requested):
        shown().kind.setCurrentIndex(shown().kind.findData("document:police"))
    letter = window.findChildren(LetterDialog)[0]
    qtbot.waitUntil(lambda: letter.edit.toPlainText().startswith("Facts for a police report"))
    letter.reject()
    shown().reject()
    window.actions_["templates"].trigger()
    window.findChildren(TemplatesDialog)[0].reject()
    window.reminder.hide()

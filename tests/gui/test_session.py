"""Chats and calls in the real window: the bar that counts, the steps, the card, the one form at the end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.dialogs.message_dialog import MessageDialog
from casebook.gui.dialogs.phone_card_dialog import PhoneCardDialog
from casebook.gui.dialogs.session_end_dialog import SessionEndDialog
from casebook.gui.dialogs.transcript_dialog import TranscriptDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.widgets.composing.session_bar import SessionBar
from casebook.journal.records import Attachment
from casebook.journal.talking import Step, beats
from casebook.journal.terms import Channel, Consent, Direction, ExhibitSource
from casebook.journal.times import moment
from tests.gui.conftest import MakeWindow
from tests.gui.screens_chats import PASTED
from tests.gui.small_book import ZONE, Sample, picture


@pytest.fixture
def shown(make_window: MakeWindow, small: Sample) -> MainWindow:
    """The window on the case of fees, which has no contact yet."""
    made = make_window(small.journal)
    made.reminder.hide()
    made.show_case(small.fees)
    return made


def bar(window: MainWindow, case_id: int) -> SessionBar:
    assert window.body is not None
    return window.body.talks.bars[case_id]


def press(window: MainWindow, case_id: int, name: str) -> None:
    bar(window, case_id).buttons[name].click()


def dialog(kind: type[QWidget]) -> QWidget:
    """The one dialog of a kind on the screen."""
    [found] = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def end(window: MainWindow, case_id: int) -> SessionEndDialog:
    press(window, case_id, "end")
    found = dialog(SessionEndDialog)
    assert isinstance(found, SessionEndDialog)
    return found


def test_a_chat_is_counted_in_a_bar_from_its_first_moment(shown: MainWindow, small: Sample) -> None:
    assert shown.body is not None
    assert shown.body.talks.isHidden()
    shown.actions_["start_chat"].trigger()
    assert small.journal.sessions.get(small.fees).channel is Channel.CHAT
    row = bar(shown, small.fees)
    assert row.isVisible() and "Do not close the chat window" in row.hint.text()
    composer = shown.body.case_page.composer
    assert (composer.channel.value(), composer.direction.value()) == (Channel.CHAT, Direction.BOTH)
    assert composer.text.hasFocus() or not shown.isActiveWindow()
    small.clock.tick(minutes=12, seconds=4)
    row.refresh(small.clock())
    assert (row.clock.text(), row.state.text()) == ("12:04", "Waiting for an answer")
    press(shown, small.fees, "answered")
    small.clock.tick(minutes=3)
    row.refresh(small.clock())
    assert (row.clock.text(), row.state.text()) == ("3:00", "Talking")
    assert row.clock.toolTip() == "Waited 12:04, talked 3:00, 15:04 in all"
    assert not row.buttons["answered"].isVisible() and row.buttons["waiting"].isVisible()
    row.agent.setText("Lily")
    row.agent.editingFinished.emit()
    assert composer.agent.text() == "Lily"
    press(shown, small.fees, "transferred")
    assert row.buttons["answered"].isVisible() and not row.agent.isVisible()
    assert [(b.step, b.who) for b in beats(small.journal.sessions.get(small.fees))] == [
        *((Step.STARTED, ""), (Step.ANSWERED, "Lily"), (Step.TRANSFERRED, ""))
    ]
    row.wished.emit("undo")
    assert row.agent.text() == "Lily" and row.agent.isVisible()


def test_the_bar_is_there_on_every_page_and_after_a_restart(
    shown: MainWindow, small: Sample, make_window: MakeWindow
) -> None:
    shown.actions_["start_chat"].trigger()
    small.clock.tick(minutes=5)
    shown.actions_["today"].trigger()
    assert bar(shown, small.fees).isVisible()
    bar(shown, small.fees).where.click()
    assert shown.body is not None
    assert shown.body.case_id == small.fees
    again = make_window(small.journal)  # as after a crash: nothing of the first window is asked
    again.reminder.hide()
    small.clock.tick(minutes=1)
    bar(again, small.fees).refresh(small.clock())
    assert bar(again, small.fees).clock.text() == "6:00"


def test_one_form_at_the_end_makes_contact_promise_and_follow_up(
    shown: MainWindow, small: Sample, qtbot: QtBot
) -> None:
    assert shown.body is not None
    shown.actions_["start_chat"].trigger()
    small.clock.tick(minutes=7)
    press(shown, small.fees, "answered")
    bar(shown, small.fees).agent.setText("Lily")
    bar(shown, small.fees).agent.editingFinished.emit()
    composer = shown.body.case_page.composer
    qtbot.keyClicks(composer.text, "It is being looked into")
    composer.tray.add([Attachment("shot.png", picture("24 h"), "image/png", ExhibitSource.PASTED)])
    composer.ticket.setText("T-1")
    small.clock.tick(minutes=2)
    form = end(shown, small.fees)
    assert (form.agent.text(), form.tickets.text(), form.words.toPlainText()) == (
        *("Lily", "T-1", "It is being looked into"),
    )
    form.outcome.setText("Escalated")
    form.by_when.set_moment(moment(small.clock() + timedelta(days=1), ZONE))
    form.accept()
    assert form.isVisible() and "What did they say would happen" in form.notice.text()
    form.promise.setText("refund within 24 hours")
    form.then.setCurrentIndex(form.then.findData("own"))
    assert form.reason.isVisible()
    form.reason.setText("Look at the statement")
    form.accept()
    assert not form.isVisible()
    [contact] = small.journal.contacts.of_case(small.fees)
    assert (contact.text, contact.outcome, contact.agent, contact.tickets) == (
        *("It is being looked into", "Escalated", "Lily", ("T-1",)),
    )
    assert (contact.details.waited, contact.details.talked) == (420, 120)
    assert [e.name for e in contact.exhibits] == ["shot.png"]
    [promise] = small.journal.promises.of_case(small.fees)
    assert (promise.text, promise.agent, promise.contact_id) == ("refund within 24 hours", "Lily", contact.id)
    rings = small.journal.follow_ups.of_case(small.fees, open_only=True)
    assert "Look at the statement" in [f.reason for f in rings]
    assert promise.id in [f.promise_id for f in rings]
    assert small.journal.drafts.load(small.fees) is None and composer.draft().is_empty
    assert shown.body.talks.isHidden() and small.journal.sessions.all() == []
    assert shown.body.case_page.timeline.isVisible()


def test_a_chat_nobody_answered_offers_the_guides_next_step(shown: MainWindow, small: Sample) -> None:
    shown.actions_["start_chat"].trigger()
    small.clock.tick(minutes=40)
    form = end(shown, small.fees)
    assert form.then.currentData() == 0 and "live chat" in form.then.currentText()
    form.accept()
    [contact] = small.journal.contacts.of_case(small.fees)
    assert (contact.direction, contact.details.waited) == (Direction.OUT, 2400)
    [nudge] = [f for f in small.journal.follow_ups.of_case(small.fees) if f.contact_id == contact.id]
    assert nudge.rule and nudge.explanation


def test_the_card_of_a_call_is_kept_as_it_is_typed(shown: MainWindow, small: Sample, qtbot: QtBot) -> None:
    shown.actions_["start_call"].trigger()
    card = dialog(PhoneCardDialog)
    assert isinstance(card, PhoneCardDialog)
    menu = card.fields.field("menu")
    qtbot.keyClicks(menu, "2 > 4")
    qtbot.waitUntil(lambda: small.journal.sessions.get(small.fees).words.get("menu") == "2 > 4", timeout=5_000)
    recorded, consent = card.fields._choices["recorded"], card.fields._choices["consent"]
    assert not consent.isVisible()
    recorded.setCurrentIndex(recorded.findData(True))
    assert consent.isVisible() and "no legal advice" in card.fields.warning.text() and card.fields.warning.isVisible()
    consent.setCurrentIndex(consent.findData(Consent.NOTICE))
    assert not card.fields.warning.isVisible()
    qtbot.keyClick(card, Qt.Key.Key_Escape)  # at once: what was typed last is kept all the same
    assert small.journal.sessions.get(small.fees).words["consent"] == "notice"
    press(shown, small.fees, "answered")
    small.clock.tick(minutes=4)
    asked: list[tuple[int, str, int]] = []
    assert shown.commands is not None
    shown.commands.session.write_requested.connect(lambda *wish: asked.append(wish))
    form = end(shown, small.fees)
    assert form.fields.details().menu == "2 > 4"
    form.outcome.setText("They call back")
    form.summary.setChecked(True)
    form.accept()
    [contact] = small.journal.contacts.of_case(small.fees)
    assert (contact.details.menu, contact.details.consent, contact.details.recorded) == ("2 > 4", Consent.NOTICE, True)
    assert asked == [(small.fees, "call-summary", contact.id)]
    writing = dialog(MessageDialog)  # the summary is written at once
    assert isinstance(writing, MessageDialog)
    qtbot.waitUntil(lambda: "They call back" in writing.edit.toPlainText(), timeout=10_000)
    writing.close()


def test_a_transcript_pasted_meanwhile_is_the_contact(shown: MainWindow, small: Sample, qtbot: QtBot) -> None:
    shown.actions_["start_chat"].trigger()
    small.clock.tick(minutes=6)
    press(shown, small.fees, "answered")
    form = end(shown, small.fees)
    assert "not recorded yet" in form.saved.text()
    form.paste.click()
    pasting = dialog(TranscriptDialog)
    assert isinstance(pasting, TranscriptDialog)
    pasting.text.setPlainText(PASTED)
    qtbot.waitUntil(pasting.save_button.isEnabled, timeout=10_000)
    pasting.accept()
    assert "is recorded" in form.saved.text() and not form.paste.isVisible()
    form.outcome.setText("Waits for the review")
    form.accept()
    [contact] = small.journal.contacts.of_case(small.fees)
    assert (contact.outcome, contact.details.waited) == ("Waits for the review", 360)
    assert contact.text.startswith("1  ")


def test_a_request_for_a_secret_is_warned_of_and_kept_with_its_time(shown: MainWindow, small: Sample) -> None:
    shown.actions_["start_chat"].trigger()
    press(shown, small.fees, "answered")
    bar(shown, small.fees).wished.emit(str(Step.SCAM_SIGN))
    box = dialog(QMessageBox)
    assert isinstance(box, QMessageBox) and "never asks for a password" in box.text()
    box.close()
    form = end(shown, small.fees)
    form.accept()
    [contact] = small.journal.contacts.of_case(small.fees)
    assert any("scam-sign" in line for line in contact.details.course)
    assert shown.commands is not None
    facts = shown.commands.contact.open(contact.id)
    words = " ".join(label.text() for label in facts.findChildren(type(form.notice)))
    assert "they asked for a password" in words
    facts.close()


def test_words_that_ask_for_a_secret_are_pointed_out_at_the_end(shown: MainWindow, small: Sample) -> None:
    shown.actions_["start_chat"].trigger()
    press(shown, small.fees, "answered")
    form = end(shown, small.fees)
    form.words.setPlainText("We never ask for your password.")
    assert not form.asked.isVisible()
    form.words.setPlainText("Hello. Please send me your seed phrase!")
    assert form.asked.isVisible() and "“Please send me your seed phrase”" in form.asked.text()
    form.accept()
    [contact] = small.journal.contacts.of_case(small.fees)
    assert contact.text.startswith("Hello.")  # it is evidence, and is recorded as it is


def test_a_promise_proposes_the_date_it_names_unless_one_was_chosen(
    shown: MainWindow, small: Sample, qtbot: QtBot
) -> None:
    shown.actions_["start_chat"].trigger()
    small.clock.tick(minutes=10)
    press(shown, small.fees, "answered")
    small.clock.tick(minutes=5)
    form = end(shown, small.fees)
    now = small.clock()
    form.promise.setText("The refund comes within 24 hours")
    qtbot.waitUntil(lambda: form.by_when.moment() is not None, timeout=10_000)
    due = form.by_when.moment()
    assert due is not None and due.utc == now + timedelta(hours=24)
    chosen = moment(now + timedelta(days=3), ZONE)
    form.by_when.set_moment(chosen)
    asked: list[str] = []
    form.date_requested.connect(lambda words, _said: asked.append(words))
    form.promise.setText("The refund comes within 48 hours")
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    qtbot.waitUntil(lambda: not shown.quick.jobs, timeout=10_000)
    assert form.by_when.moment() == chosen
    form.accept()
    [promise] = small.journal.promises.of_case(small.fees)
    assert promise.due == chosen


def test_what_is_not_wanted_is_forgotten_only_after_a_question(shown: MainWindow, small: Sample) -> None:
    shown.actions_["start_chat"].trigger()
    assert shown.commands is not None
    box = shown.commands.session.drop(small.fees)
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert small.journal.sessions.of_case(small.fees) is not None
    box = shown.commands.session.drop(small.fees)
    box.button(QMessageBox.StandardButton.Discard).click()
    assert small.journal.sessions.of_case(small.fees) is None
    assert small.journal.contacts.of_case(small.fees) == []


def test_a_second_start_in_the_same_case_is_refused_in_words(shown: MainWindow, small: Sample) -> None:
    shown.actions_["start_chat"].trigger()
    shown.actions_["start_call"].trigger()
    box = dialog(QMessageBox)
    assert isinstance(box, QMessageBox) and "under way in C-" in box.text()
    box.close()
    assert small.journal.sessions.get(small.fees).channel is Channel.CHAT


def test_how_a_recorded_contact_went_can_be_said_later(shown: MainWindow, small: Sample) -> None:
    call = Attachment("call.m4a", b"sound", "audio/mp4")
    made = small.journal.contacts.log(
        small.fees, channel=Channel.PHONE, direction=Direction.BOTH, happened=moment(small.clock(), ZONE),
        text="They will call back", attachments=(call,),
    ).made  # fmt: skip
    assert shown.commands is not None
    form = shown.commands.contact.details(made)
    waited = form.fields._lines["waited"]
    waited.setText("a while")
    form.accept()
    assert form.isVisible() and "is not how long it took" in form.notice.text() and waited.property("warn") == "true"
    waited.setText("12 min")
    form.fields._choices["recorded"].setCurrentIndex(1)
    consent = form.fields._choices["consent"]
    consent.setCurrentIndex(consent.findData(Consent.YES))
    form.accept()
    contact = small.journal.contacts.get(made)
    assert (contact.details.waited, contact.details.recorded) == (720, True)
    assert contact.exhibits[0].consent is Consent.YES

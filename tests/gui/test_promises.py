"""Promises and requests in the real window: marked, dated by their words, rung, answered and supplied."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from casebook.gui.dialogs.contact_dialog import ContactDialog
from casebook.gui.dialogs.promise_dialog import AnswerDialog, PromiseDialog
from casebook.gui.dialogs.request_dialog import RequestDialog, SupplyDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.panes.case_page import CasePage
from casebook.journal import Journal
from casebook.journal.records import Attachment, Contact
from casebook.journal.terms import Channel, Direction, FollowUpState, PromiseState, RequestState
from casebook.journal.times import Precision, parse
from tests.gui.case_pages import dialog_of
from tests.gui.small_book import at, picture

CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = "It will be released within 24 hours."


@pytest.fixture
def said(sample_journal: Journal) -> Contact:
    """The chat in which Lily promised."""
    found = [row.id for row in sample_journal.cases.rows() if row.title == "Withdrawal on hold"]
    return next(c for c in sample_journal.contacts.of_case(found[0]) if WORDS in c.text)


@pytest.fixture
def case_id(said: Contact) -> int:
    assert said.case_id is not None
    return said.case_id


@pytest.fixture
def page(window: MainWindow, said: Contact, qtbot: QtBot) -> Iterator[CasePage]:
    """The page of that case with the chat chosen."""
    assert window.body is not None
    window.reminder.close()
    window.body.show_case(said.case_id or 0)
    window.activateWindow()
    made = window.body.case_page
    qtbot.waitUntil(made.timeline.isVisible)
    made.show_contact(said.id)
    yield made
    for shown in QApplication.topLevelWidgets():
        if isinstance(shown, AnswerDialog | PromiseDialog | RequestDialog | SupplyDialog | ContactDialog):
            shown.close()
            shown.close()  # what was typed is asked for once
    window.reminder.close()


def mark(area: QPlainTextEdit, words: str) -> None:
    start = area.toPlainText().index(words)
    cursor = area.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    area.setTextCursor(cursor)


def test_marked_words_become_a_promise_with_the_date_they_name(
    qtbot: QtBot, page: CasePage, said: Contact, sample_journal: Journal, case_id: int
) -> None:
    page.contact_requested.emit(said.id)
    shown = dialog_of(ContactDialog)
    area = shown.findChild(QPlainTextEdit)
    mark(area, WORDS)
    shown.activateWindow()
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    qtbot.keyClick(area, Qt.Key.Key_P, CTRL)
    form = dialog_of(PromiseDialog)
    assert isinstance(form, PromiseDialog)
    assert (form.said(), form.agent.text()) == (WORDS, said.agent)
    qtbot.waitUntil(lambda: form.due.moment() is not None, timeout=5_000)
    assert not form.is_dirty(), "nobody typed anything"
    form.accept()
    shown.close()
    made = sample_journal.promises.of_case(case_id)[-1]
    assert (made.text, made.contact_id, made.agent) == (WORDS, said.id, said.agent)
    assert made.due is not None
    assert (made.due.utc - said.happened.utc).total_seconds() == 24 * 3600
    if said.exhibits:
        assert made.exhibit_id == said.exhibits[0].id
    [reminder] = [f for f in sample_journal.follow_ups.of_case(case_id) if f.promise_id == made.id]
    assert (reminder.due.utc, reminder.contact_id) == (made.due.utc, said.id)


def test_the_menu_of_the_words_offers_both(qtbot: QtBot, page: CasePage, said: Contact) -> None:
    page.contact_requested.emit(said.id)
    shown = dialog_of(ContactDialog)
    area = shown.findChild(QPlainTextEdit)
    mark(area, "within 24 hours")
    area.customContextMenuRequested.emit(area.rect().center())
    menu = area.findChild(QMenu)
    names = [action.text() for action in menu.actions()[:2]]
    assert names == ["Promise from these words…", "Request from these words…"]
    menu.actions()[1].trigger()
    menu.close()
    form = dialog_of(RequestDialog)
    assert isinstance(form, RequestDialog)
    assert form.said() == "within 24 hours"
    form.reject()
    shown.close()


def test_the_chosen_contact_of_the_timeline_is_the_one_that_is_meant(
    qtbot: QtBot, window: MainWindow, page: CasePage, said: Contact
) -> None:
    window.actions_["promise"].trigger()
    form = dialog_of(PromiseDialog)
    assert isinstance(form, PromiseDialog)
    assert form.said_in.currentData() == said.id
    mark(form.source.words, WORDS)
    assert form.said() == WORDS
    qtbot.waitUntil(lambda: form.due.moment() is not None, timeout=5_000)
    assert not form.counted.isHidden()
    form.due.set_moment(at(5))  # chosen by hand: words marked later do not move it
    mark(form.source.words, "flagged for review" if "flagged" in said.text else said.text[:5])
    qtbot.wait(400)
    assert form.due.moment() == at(5)
    assert form.counted.isHidden()


def test_a_broken_promise_asks_how_that_is_known_and_offers_a_letter(
    page: CasePage, window: MainWindow, sample_journal: Journal, case_id: int, qtbot: QtBot
) -> None:
    assert window.commands is not None
    do = window.commands
    made = sample_journal.promises.add(case_id, "soon", due=at(-1)).made
    answer = do.promise.answer(made)
    assert answer.state_chosen() is PromiseState.BROKEN
    answer.accept()
    assert "How do you know" in answer.notice.text()
    assert sample_journal.promises.get(made).state is PromiseState.OPEN
    answer.note.setText("nothing came")
    wished: list[tuple[int, str, int]] = []
    do.promise.write_requested.disconnect()
    do.promise.write_requested.connect(lambda *wish: wished.append(wish))
    undo: list[object] = []
    do.promise.said.connect(lambda _words, back: undo.append(back))
    answer.accept()
    assert wished == [(case_id, "promise-broken", 0)]
    assert sample_journal.promises.get(made).resolution == "nothing came"
    [reminder] = [f for f in sample_journal.follow_ups.of_case(case_id) if f.promise_id == made]
    assert reminder.state is FollowUpState.DONE
    undo[-1]()  # type: ignore[operator]
    assert sample_journal.promises.get(made).state is PromiseState.OPEN
    assert sample_journal.follow_ups.get(reminder.id).state is FollowUpState.OPEN


def test_what_nobody_can_tell_is_unknown_without_a_word(
    page: CasePage, window: MainWindow, sample_journal: Journal, case_id: int
) -> None:
    assert window.commands is not None
    made = sample_journal.promises.add(case_id, "soon", due=at(-1)).made
    answer = window.commands.promise.answer(made)
    answer.choices.button(2).setChecked(True)
    assert not answer.letter.isEnabled()
    answer.accept()
    assert sample_journal.promises.get(made).state is PromiseState.UNKNOWN


def test_done_on_the_case_page_answers_the_promise_itself(
    page: CasePage, window: MainWindow, sample_journal: Journal, case_id: int
) -> None:
    sample_journal.promises.add(case_id, "soon", due=at(-1))
    wanted = sample_journal.requests.add(case_id, "a selfie", due=at(-1)).made
    ours = {f.request_id: f.id for f in sample_journal.follow_ups.of_case(case_id) if f.promise_id or f.request_id}
    page.done_requested.emit(ours[None])
    dialog_of(AnswerDialog).close()
    page.done_requested.emit(ours[wanted])
    supply = dialog_of(SupplyDialog)
    assert isinstance(supply, SupplyDialog)
    supply.accept()
    assert sample_journal.requests.get(wanted).state is RequestState.SUPPLIED
    assert sample_journal.follow_ups.get(ours[wanted]).state is FollowUpState.DONE


def test_a_request_is_supplied_with_what_was_sent(
    page: CasePage, window: MainWindow, sample_journal: Journal, case_id: int
) -> None:
    assert window.commands is not None
    do = window.commands
    form = do.request.add(case_id)
    form.words.setPlainText("A selfie with the passport")
    form.due.set_moment(parse("2031-01-10", "Asia/Singapore"))
    form.identity.setChecked(True)
    form.accept()
    made = sample_journal.requests.of_case(case_id)[-1]
    assert made.identity
    assert made.due is not None
    assert made.due.precision is Precision.DATE
    row = next(row for row in page.side.requests.rows() if row.id == made.id)
    assert "wanted by" in row.detail
    assert "proof of identity" in row.detail
    sent = sample_journal.contacts.log(
        case_id,
        channel=Channel.EMAIL,
        direction=Direction.OUT,
        happened=at(1),
        text="Here it is.",
        attachments=(Attachment("selfie.png", picture("me"), "image/png"),),
    ).made
    supply = do.request.supply(made.id)
    assert supply.with_.currentData() == sent
    assert "selfie.png" in supply.files.text()
    supply.accept()
    done = sample_journal.requests.get(made.id)
    assert (done.supplied_contact_id, done.supplied_at) == (sent, at(1).utc)
    do.request.reopen(made.id)
    assert sample_journal.requests.get(made.id).state is RequestState.OPEN


def test_a_promise_is_changed_and_its_reminder_with_it(
    page: CasePage, window: MainWindow, sample_journal: Journal, case_id: int, said: Contact
) -> None:
    assert window.commands is not None
    made = sample_journal.promises.add(case_id, "soon", due=at(2), contact_id=said.id, agent="Mia").made
    head = sample_journal.ledger.head()
    window.commands.promise.edit(made).accept()
    assert sample_journal.ledger.head() == head, "nothing was changed"
    form = window.commands.promise.edit(made)
    assert form.agent.text() == "Mia"
    form.due.set_moment(at(3))
    form.accept()
    [reminder] = [f for f in sample_journal.follow_ups.of_case(case_id) if f.promise_id == made]
    assert reminder.due.utc == at(3).utc
    row = next(row for row in page.side.promises.rows() if row.id == made)
    assert not row.warn


def test_what_support_asks_to_know_is_kept_by_account_and_case(
    page: CasePage, window: MainWindow, sample_journal: Journal, case_id: int
) -> None:
    assert window.commands is not None
    firm = sample_journal.cases.get(case_id).firm_id
    form = window.commands.firm.new_account(firm)
    form.uid.setText("77")
    form.registered_on.setText("2024-03-01")
    form.usual_ips.setText("203.0.113.9")
    form.callback.setText("+65 5550 1000")
    form.vip_tier.setText("VIP 1")
    form.accept()
    account = sample_journal.accounts.all(firm)[-1]
    assert (account.registered_on, account.usual_ips, account.callback) == (
        "2024-03-01",
        "203.0.113.9",
        "+65 5550 1000",
    )
    assert account.vip_tier_on
    edit = window.commands.case.edit(case_id)
    edit.seen_on.setText("app 4.2")
    edit.steps.setPlainText("1. logged in")
    edit.accept()
    case = sample_journal.cases.get(case_id)
    assert (case.seen_on, case.steps) == ("app 4.2", "1. logged in")

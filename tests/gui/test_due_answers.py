"""What is due is answered in the real window, one or several: done, snoozed, moved, dropped, and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casebook.gui.dialogs.change_dialog import ChangeDialog
from casebook.gui.dialogs.drop_dialog import DropDialog
from casebook.gui.dialogs.explain_dialog import ExplainDialog
from casebook.gui.dialogs.message_dialog import MessageDialog
from casebook.gui.dialogs.snooze_dialog import SnoozeDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.models.due_items import Section
from casebook.gui.widgets.cases.due_delegate import DueAction, DueDelegate
from casebook.gui.widgets.cases.due_list import DueList
from casebook.journal.terms import FollowUpState
from tests.gui.conftest import MakeWindow
from tests.gui.small_book import Sample, at


@pytest.fixture
def window(make_window: MakeWindow, small: Sample, qtbot: QtBot) -> MainWindow:
    made = make_window(small.journal)
    made.reminder.hide()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def rows(window: MainWindow) -> DueList:
    assert window.body is not None
    return window.body.today.view


def dialog(kind: type, qtbot: QtBot):
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    return found[0]


def states(small: Sample) -> list[FollowUpState]:
    return [small.journal.follow_ups.get(number).state for number in (small.overdue, small.due, small.later)]


def test_several_are_done_with_one_press_and_taken_back_with_another(
    window: MainWindow, rows: DueList, small: Sample, qtbot: QtBot
) -> None:
    rows.setFocus()
    rows.selectAll()
    qtbot.keyClick(rows, Qt.Key.Key_D)
    assert states(small) == ["done"] * 3
    assert window.notices.said().startswith("Done: 3 follow-up")
    assert not window.toolbar.due.isVisible()
    window.notices.undo.click()
    assert states(small) == ["open"] * 3
    assert window.toolbar.due.text() == "2 due"


def test_a_bar_says_how_many_are_selected(window: MainWindow, rows: DueList, small: Sample) -> None:
    assert window.body is not None
    bulk = window.body.today.bulk
    rows.choose(small.due)
    assert bulk.words() == ""
    rows.selectAll()
    assert bulk.words() == "3 selected:"
    window.appearance.use_language("zh")
    assert rows.chosen_follow_ups() == [small.overdue, small.due, small.later]
    window.appearance.use_language("en")


def test_the_buttons_of_one_row_are_not_there_while_several_are_selected(
    rows: DueList, small: Sample, qtbot: QtBot
) -> None:
    rows.selectAll()
    index = rows.rows.find(("follow_up", small.due))
    delegate = rows.itemDelegate()
    assert isinstance(delegate, DueDelegate)
    placed: dict[DueAction, QRect] = dict(delegate.buttons(rows.visualRect(index), rows.rows.item(index)))
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=placed[DueAction.DONE].center())
    assert states(small) == ["open"] * 3
    assert rows.chosen_follow_ups() == [small.due]
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=placed[DueAction.DONE].center())
    assert states(small) == ["open", "done", "open"]


def test_another_day_with_its_reason_is_explained(rows: DueList, small: Sample, qtbot: QtBot) -> None:
    rows.choose(small.overdue)
    qtbot.keyClick(rows, Qt.Key.Key_C)
    form: ChangeDialog = dialog(ChangeDialog, qtbot)
    form.amount.setValue(2)
    form.why.setText("Tom is back on Sunday")
    form.accept()
    moved = small.journal.follow_ups.get(small.overdue)
    assert moved.due.utc == at(2, 1).utc  # it had passed: counted from today, at the same time of day
    assert rows.rows.item(rows.rows.find(("follow_up", small.overdue))).section is Section.COMING
    rows.choose(small.overdue)
    qtbot.keyClick(rows, Qt.Key.Key_W)
    told = dialog(ExplainDialog, qtbot)
    assert "from Thu 19 Nov 2026 09:00" in told.text()
    assert "to Sun 22 Nov 2026 09:00" in told.text()
    assert "why: Tom is back on Sunday" in told.text()
    told.close()


def test_a_date_that_does_not_differ_moves_nothing(window: MainWindow, rows: DueList, small: Sample, qtbot) -> None:
    rows.choose(small.later)
    qtbot.keyClick(rows, Qt.Key.Key_C)
    form: ChangeDialog = dialog(ChangeDialog, qtbot)
    form.due.set_moment(small.journal.follow_ups.get(small.later).due)
    form.accept()
    assert form.isVisible()
    assert "the date it has already" in form.notice.text()
    assert small.journal.follow_ups.moves(small.later) == []
    form.reject()
    form.reject()


def test_a_move_is_taken_back(window: MainWindow, rows: DueList, small: Sample, qtbot: QtBot) -> None:
    before = small.journal.follow_ups.get(small.later).due
    rows.choose(small.later)
    qtbot.keyClick(rows, Qt.Key.Key_C)
    form: ChangeDialog = dialog(ChangeDialog, qtbot)
    form.unit.setCurrentIndex(2)
    form.accept()
    assert small.journal.follow_ups.get(small.later).due.local.month == 12
    window.notices.undo.click()
    assert small.journal.follow_ups.get(small.later).due == before
    assert [move.why for move in small.journal.follow_ups.moves(small.later)] == ["", "taken back"]


def test_several_rest_or_are_dropped_together(window: MainWindow, rows: DueList, small: Sample, qtbot: QtBot) -> None:
    rows.setFocus()
    rows.selectAll()
    qtbot.keyClick(rows, Qt.Key.Key_S)
    resting: SnoozeDialog = dialog(SnoozeDialog, qtbot)
    resting.activateWindow()
    qtbot.waitUntil(resting.isActiveWindow)
    with qtbot.waitSignal(resting.accepted, timeout=2000):
        qtbot.keyClick(resting, Qt.Key.Key_1)
    until = {small.journal.follow_ups.get(number).snoozed_until for number in (small.overdue, small.due, small.later)}
    assert until == {at(0, 7, 30).utc}
    window.notices.undo.click()
    again = {small.journal.follow_ups.get(number).snoozed_until for number in (small.overdue, small.due, small.later)}
    assert again == {None}
    rows.selectAll()
    rows.act(DueAction.DROP)
    form: DropDialog = dialog(DropDialog, qtbot)
    form.answer.setText("they paid")
    form.accept()
    assert states(small) == ["dropped"] * 3


def test_the_words_are_one_press_away(window: MainWindow, rows: DueList, small: Sample, qtbot: QtBot) -> None:
    rows.choose(small.due)
    with qtbot.waitSignal(rows.write_requested, timeout=1000) as wish:
        qtbot.keyClick(rows, Qt.Key.Key_M)
    assert wish.args == [small.withdrawal, "", 3, small.due]
    written: MessageDialog = dialog(MessageDialog, qtbot)
    qtbot.waitUntil(lambda: written.message() is not None)
    assert "Withdrawal refused, order 88213" in written.edit.toPlainText()
    written.close()


def test_the_panel_comes_by_its_key_and_from_the_count(window: MainWindow, small: Sample, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert window.reminder.isVisible()
    assert window.reminder.heading() == "2 follow-ups due"
    window.reminder.hide()
    assert window.toolbar.due.text() == "2 due"
    window.toolbar.due.click()
    assert window.reminder.isVisible()
    qtbot.waitUntil(window.reminder.isActiveWindow)
    qtbot.keyClick(window.reminder.view, Qt.Key.Key_D)
    assert states(small) == ["done", "open", "open"]
    assert window.reminder.heading() == "1 follow-up due"
    assert window.toolbar.due.text() == "1 due"
    window.reminder.hide()


def test_what_they_asked_for_is_listed_and_supplied(window: MainWindow, rows: DueList, small: Sample, qtbot) -> None:
    made = small.journal.requests.add(small.kyc, "A bank statement", due=at(1, 9), ring="")
    window.feed.announce(made)
    index = rows.rows.find(("request", made.made))
    assert rows.rows.item(index).section is Section.REQUESTS
    assert str(index.data()) == "Supply: A bank statement"
    with qtbot.waitSignal(rows.supply_requested, timeout=1000) as wish:
        rows.act(DueAction.SUPPLY, index)
    assert wish.args == [made.made]
    for opened in QApplication.topLevelWidgets():
        if opened is not window and opened.isVisible():
            opened.close()


def test_a_promise_that_rings_is_answered_as_a_promise(window: MainWindow, rows: DueList, small: Sample) -> None:
    promise = small.journal.promises.of_case(small.withdrawal)[0].id
    window.feed.announce(small.journal.follow_ups.add(small.withdrawal, at(0, 3), "Was it kept?", promise_id=promise))
    asked = [row.follow_up for row in small.journal.follow_ups.due(small.clock.now) if row.follow_up.promise_id]
    index = rows.rows.find(("follow_up", asked[0].id))
    heard: list[int] = []
    rows.resolve_requested.connect(heard.append)
    rows.act(DueAction.RESOLVE, index)
    assert heard == [promise]
    for opened in QApplication.topLevelWidgets():
        if opened is not window and opened.isVisible():
            opened.close()

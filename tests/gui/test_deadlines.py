"""Deadlines in the window: picked, shown with both ends, moved, answered; a firm's own figures."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.commands.deadline import DeadlineCommands
from casebook.gui.dialogs.deadlines_dialog import DeadlinesDialog
from casebook.gui.dialogs.firm_rules_dialog import FirmRulesDialog
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.feed import Feed
from casebook.gui.main_window import MainWindow
from casebook.gui.theme import Theme
from casebook.gui.worker import Worker
from casebook.guide import Guide
from casebook.journal.terms import Channel, DeadlineState, Direction, FollowUpState
from tests.gui.small_book import Sample, at


@pytest.fixture
def commands(small: Sample, feed: Feed, theme: Theme, guide: Guide, worker: Worker, qtbot: QtBot) -> DeadlineCommands:
    window = QWidget()
    qtbot.addWidget(window)
    return DeadlineCommands(small.journal, feed, window, guide, theme, worker)


def complaint(small: Sample) -> int:
    return small.journal.contacts.log(
        small.withdrawal, channel=Channel.EMAIL, direction=Direction.OUT, happened=at(-2), subject="Complaint", text="x"
    ).made


def answer(small: Sample, days: float = -1) -> int:
    return small.journal.contacts.log(
        small.withdrawal,
        channel=Channel.EMAIL,
        direction=Direction.IN,
        happened=at(days),
        agent="Lily",
        text="No, 4471.",
    ).made


def clock(commands: DeadlineCommands, small: Sample, rule: str = "uk-final-response") -> int:
    """Start a clock through the form."""
    contact = complaint(small)
    form = commands.add(small.withdrawal, rule)
    form.contact.setCurrentIndex(form.contact.findData(contact))
    form.accept()
    return small.journal.deadlines.of_case(small.withdrawal)[-1].id


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_the_form_shows_both_ends_before_anything_is_set(commands: DeadlineCommands, small: Sample) -> None:
    contact = complaint(small)
    form = commands.add(small.withdrawal, "card-not-provided")
    assert form.contact_id() is None, "a transaction is no contact"
    form.start.set_moment(at(0))
    shown = texts(form)
    assert "Between Sun 20 Dec 2026 14:00 and Sat 20 Mar 2027 14:00." in shown
    assert "check it at its source" in shown
    form.choose("uk-final-response")
    assert form.contact.findData(contact) >= 0
    form.contact.setCurrentIndex(form.contact.findData(contact))
    assert not form.start.isEnabled()
    assert "Not before Wed 13 Jan 2027 06:00." in texts(form)
    form.choose("uk-ombudsman")
    assert form.contact.findData(contact) < 0, "a final response is not the user's own"
    assert small.journal.deadlines.of_case(small.withdrawal) == []


def test_a_clock_is_set_with_its_reminders(commands: DeadlineCommands, small: Sample) -> None:
    made = small.journal.deadlines.get(clock(commands, small))
    assert (made.rule, made.state) == ("uk-final-response", DeadlineState.RUNNING)
    assert made.contact_id
    (ring,) = small.journal.deadlines.rings(made.id)
    assert ring.rule == "uk-final-response:opens"


def test_the_list_follows_and_asks_about_an_answer(commands: DeadlineCommands, small: Sample, qtbot: QtBot) -> None:
    dialog = commands.show(small.withdrawal)
    assert "No clock runs" in texts(dialog)
    number = clock(commands, small)
    assert [row.id for row in dialog.list.rows()] == [number]
    assert "Not before" in texts(dialog)
    assert not dialog.yes.isVisible()
    said = answer(small)
    dialog.show_deadlines(commands.views(small.withdrawal), small.clock())
    assert "Lily answered on" in texts(dialog)
    qtbot.mouseClick(dialog.no, Qt.MouseButton.LeftButton)
    assert not dialog.yes.isVisible()
    assert small.journal.deadlines.get(number).state is DeadlineState.RUNNING
    again = answer(small, -0.5)
    dialog.show_deadlines(commands.views(small.withdrawal), small.clock())
    with qtbot.waitSignal(dialog.end_requested) as wish:
        qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert wish.args == [number, again]
    assert said != again


def test_it_is_ended_and_runs_on(commands: DeadlineCommands, small: Sample) -> None:
    number = clock(commands, small)
    form = commands.end(number, answer(small))
    form.answer.setText("refused")
    form.accept()
    ended = small.journal.deadlines.get(number)
    assert (ended.state, ended.answer) == (DeadlineState.ENDED, "refused")
    assert [ring.state for ring in small.journal.deadlines.rings(number)] == [FollowUpState.DONE]
    commands.reopen(number)
    assert [ring.state for ring in small.journal.deadlines.rings(number)] == [FollowUpState.OPEN]
    drop = commands.drop(number)
    drop.accept()
    assert drop.isVisible(), "dropping needs a reason"
    drop.answer.setText("set in error")
    drop.accept()
    assert small.journal.deadlines.get(number).state is DeadlineState.DROPPED


def test_more_time_and_a_pause_show_the_new_date_first(commands: DeadlineCommands, small: Sample) -> None:
    number = clock(commands, small)
    form = commands.more_time(number)
    form.by.setCurrentIndex(form.by.findData("days"))
    form.amount.setValue(14)
    assert "Not before Wed 27 Jan 2027 06:00." in texts(form)
    form.by.setCurrentIndex(form.by.findData("until"))
    form.until.setDate(QDate(2026, 12, 1))
    assert "lies before the date as it stands" in texts(form)
    form.until.setDate(QDate(2027, 2, 1))
    form.accept()
    assert form.isVisible(), "more time needs a reason"
    form.why.setText("they are busy")
    form.accept()
    assert small.journal.deadlines.rings(number)[0].due.utc.date() == date(2027, 2, 2)
    pause = commands.pause(number)
    pause.first.setDate(QDate(2026, 12, 1))
    pause.last.setDate(QDate(2026, 11, 30))
    pause.why.setText("papers")
    pause.accept()
    assert pause.isVisible()
    pause.last.setDate(QDate(2026, 12, 3))
    pause.accept()
    assert '"first": "2026-12-01"' in small.journal.deadlines.get(number).pauses
    commands.take_back(number)
    commands.take_back(number)
    back = small.journal.deadlines.get(number)
    assert (back.extensions, back.pauses) == ("[]", "[]")
    assert small.journal.deadlines.rings(number)[0].due.utc.date() == date(2027, 1, 13)


def test_the_buttons_of_the_list_reach_their_forms(window: MainWindow, qtbot: QtBot) -> None:
    """In the real window: the menu opens the list for the case shown, and its wishes are answered."""
    assert window.commands is not None
    assert window.body is not None
    journal = window.commands.deadline.journal
    case = max(journal.cases.rows(), key=lambda row: row.contacts).id
    window.show_case(case)
    window.actions_["deadlines"].trigger()
    dialog = next(d for d in window.findChildren(DeadlinesDialog) if d.isVisible())
    for button in (dialog.add, dialog.rules):
        before = set(window.findChildren(QWidget))
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        found = [w for w in window.findChildren(FormDialog) + window.findChildren(FirmRulesDialog) if w.isVisible()]
        opened = [w for w in found if w not in before]
        assert len(opened) == 1
        opened[0].close()
    dialog.close()
    window.reminder.close()  # the sample's own follow-ups ring meanwhile


def test_a_firms_own_figure(commands: DeadlineCommands, small: Sample) -> None:
    dialog = commands.show_rules(small.kestrel)
    rules = [row.title for row in dialog.list.rows()]
    dialog.choose(rules.index("Email: send again"))
    assert "3 business days" in texts(dialog)
    assert not dialog.reset.isEnabled()
    form = commands.set_rule(small.kestrel, "mail-resend")
    assert form.figure() == ("business-days", 3, None)
    form.first.setValue(5)
    form.accept()
    assert form.isVisible(), "an own figure says where it comes from"
    form.why.setText("their help page")
    form.accept()
    assert "5 business days (own figure)" in texts(dialog)
    assert "The guide says 3 business days." in texts(dialog)
    assert dialog.reset.isEnabled()
    off = commands.set_rule(small.kestrel, "mail-resend")
    off.off.setChecked(True)
    off.accept()
    assert "does not hold here" in texts(dialog)
    dialog.reset.click()
    assert small.journal.firm_rules.of_firm(small.kestrel) == []


def test_a_rule_that_counts_nothing_can_only_be_switched_off(commands: DeadlineCommands, small: Sample) -> None:
    form = commands.set_rule(small.kestrel, "chat-stay")
    assert form.figure() is None
    assert not form.off.isEnabled()
    form.why.setText("their chat survives")
    form.accept()
    (record,) = small.journal.firm_rules.of_firm(small.kestrel)
    assert not record.used


def test_the_case_page_lists_the_clocks_and_says_who_answered(window: MainWindow, qtbot: QtBot) -> None:
    assert window.commands is not None
    assert window.body is not None
    do, page = window.commands.deadline, window.body.case_page
    journal = do.journal
    case = max(journal.cases.rows(), key=lambda row: row.contacts).id
    window.show_case(case)
    before = len(page.side.deadlines.rows())
    start = journal.contacts.of_case(case)[0].happened
    clock = do._clock(case, "uk-final-response", start)
    made = journal.deadlines.add(case, "uk-final-response", start, clock.explanation.to_json(), rings=clock.rings)
    window.feed.announce(made)
    qtbot.waitUntil(lambda: len(page.side.deadlines.rows()) == before + 1)
    qtbot.waitUntil(lambda: any("answered?" in row.detail for row in page.side.deadlines.rows()), timeout=10_000)
    page.side.deadlines.activated_id.emit(made.made)
    dialog = next(d for d in window.findChildren(DeadlinesDialog) if d.isVisible())
    chosen = dialog.chosen()
    assert chosen is not None
    assert chosen.deadline.id == made.made
    assert dialog.yes.isVisible()
    dialog.close()
    window.feed.announce(journal.deadlines.end(made.made, answer="refused"))
    qtbot.waitUntil(lambda: len(page.side.deadlines.rows()) == before)
    window.reminder.close()

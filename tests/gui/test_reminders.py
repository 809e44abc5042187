"""Reminders: never early, never lost, said once, and once more after a snooze."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casebook.gui.feed import Feed
from casebook.gui.reminders import Reminders, to_next_minute
from casebook.gui.theme import Theme
from casebook.gui.widgets.reminder_panel import ReminderPanel
from casebook.guide import Guide
from tests.gui import small_book
from tests.gui.small_book import NOW, Sample, at


@pytest.fixture
def small(tmp_path: Path, qapp: QApplication):
    made = small_book.build(tmp_path / "book")
    yield made
    made.journal.close()


@pytest.fixture
def heard() -> list[list[int]]:
    return []


@pytest.fixture
def reminders(small: Sample, feed: Feed, heard: list[list[int]]):
    made = Reminders(small.journal, feed)
    made.rang.connect(lambda rows: heard.append([row.follow_up.id for row in rows]))
    yield made
    made.stop()


def test_at_the_start_everything_due_is_said_once(reminders: Reminders, small: Sample, heard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reminders.due_changed, timeout=1000) as count:
        reminders.start()
    assert count.args == [2]
    assert heard == [[small.overdue, small.due]]
    reminders.check()
    assert len(heard) == 1


def test_what_was_said_stays_said_after_a_restart(reminders: Reminders, small: Sample, feed: Feed, heard) -> None:
    reminders.start()
    again = Reminders(small.journal, feed)
    again.rang.connect(heard.append)
    again.check()
    assert len(heard) == 1


def test_not_a_minute_early_and_not_a_minute_late(reminders: Reminders, small: Sample, feed: Feed, heard) -> None:
    reminders.start()
    due = NOW + timedelta(minutes=10)
    made = small.journal.follow_ups.add(small.fees, at(0, 6, 40), "Ring me").made
    assert small.journal.follow_ups.get(made).due.utc == due.replace(second=0)
    small.clock.now = due - timedelta(milliseconds=1)
    reminders.check()
    assert len(heard) == 1
    small.clock.now = due
    reminders.check()
    assert heard[1:] == [[made]]


def test_a_snoozed_one_rings_again_at_the_end_of_its_snooze(reminders: Reminders, small: Sample, feed, heard) -> None:
    reminders.start()
    feed.announce(small.journal.follow_ups.snooze(small.due, NOW + timedelta(hours=1)))
    small.clock.tick(minutes=59)
    reminders.check()
    assert len(heard) == 1
    small.clock.tick(minutes=1)
    reminders.check()
    assert heard[1:] == [[small.due]]


def test_a_follow_up_made_due_by_an_edit_rings_at_once(reminders: Reminders, small: Sample, feed: Feed, heard) -> None:
    reminders.start()
    made = small.journal.follow_ups.add(small.fees, at(0, 1), "Late from the start")
    feed.announce(made)
    assert heard[1:] == [[made.made]]


def test_an_absence_of_a_month_loses_nothing(reminders: Reminders, small: Sample, heard) -> None:
    reminders.start()
    small.clock.tick(days=31)
    reminders.check()
    assert heard[1:] == [[small.later]]


def test_the_tick_falls_on_the_minute() -> None:
    assert to_next_minute(NOW) == 60_000
    assert to_next_minute(NOW + timedelta(seconds=59, milliseconds=999)) == 1
    assert to_next_minute(NOW + timedelta(seconds=12, milliseconds=500)) == 47_500


@pytest.fixture
def panel(small: Sample, feed: Feed, theme: Theme, guide: Guide, qtbot: QtBot) -> ReminderPanel:
    made = ReminderPanel(small.journal, feed, theme, guide)
    qtbot.addWidget(made)
    return made


def test_the_panel_shows_when_each_was_due_and_goes_when_all_are_answered(
    panel: ReminderPanel, small: Sample, feed: Feed, qtbot: QtBot
) -> None:
    panel.remind(small.journal.follow_ups.due(NOW))
    assert panel.isVisible()
    assert not panel.isModal()
    assert panel.heading() == "2 follow-ups due"
    assert panel.model.rowCount() == 2
    assert "1 day late" in str(panel.model.index(0).data(panel.model.WhenRole))
    panel.activateWindow()  # it does not take the focus by itself
    qtbot.waitUntil(panel.isActiveWindow)
    panel.view.setFocus()
    with qtbot.waitSignal(panel.done_requested, timeout=1000) as wish:
        qtbot.keyClick(panel.view, Qt.Key.Key_D)
    assert wish.args == [small.overdue]
    feed.announce(small.journal.follow_ups.done(small.overdue))
    assert panel.model.rowCount() == 1
    feed.announce(small.journal.follow_ups.snooze(small.due, NOW + timedelta(hours=1)))
    assert not panel.isVisible()


def test_more_than_three_are_folded(panel: ReminderPanel, small: Sample, qtbot: QtBot) -> None:
    for hour in (1, 2, 3):
        small.journal.follow_ups.add(small.fees, at(-3, hour), f"number {hour}")
    panel.remind(small.journal.follow_ups.due(NOW))
    assert panel.heading() == "5 follow-ups due"
    assert panel.model.rowCount() == 3
    assert panel.folded() == "and 2 more on Today"
    assert str(panel.model.index(0).data()) == "number 1"  # the oldest first
    with qtbot.waitSignal(panel.today_requested, timeout=1000):
        panel.today_button.click()
    assert not panel.isVisible()


def test_closing_the_panel_answers_nothing(panel: ReminderPanel, small: Sample, qtbot: QtBot) -> None:
    panel.remind(small.journal.follow_ups.due(NOW))
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert len(small.journal.follow_ups.due(NOW)) == 2

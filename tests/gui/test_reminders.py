"""Reminders: never early, never lost, said once, and once more after a snooze."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casebook.gui.feed import Feed
from casebook.gui.reminders import Reminders, to_next_minute
from casebook.gui.theme import Theme
from casebook.gui.widgets.cases.due_delegate import BULK
from casebook.gui.widgets.reminder_panel import MOST, ReminderPanel
from casebook.guide import Guide
from tests.gui import small_book
from tests.gui.clocks import Travel, travelling
from tests.gui.small_book import NOW, Sample, at


@pytest.fixture
def small(tmp_path: Path, qapp: QApplication):
    made = small_book.build(tmp_path / "book")
    yield made
    made.journal.close()


@pytest.fixture
def travel():
    yield from travelling()


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


def test_a_program_that_starts_says_all_that_rings(reminders: Reminders, small: Sample, feed: Feed, heard) -> None:
    reminders.start()
    reminders.note_shown([small.overdue, small.due])
    again = Reminders(small.journal, feed)
    again.rang.connect(lambda rows: heard.append([row.follow_up.id for row in rows]))
    again.check()
    assert heard == [[small.overdue, small.due]] * 2


def test_a_casebook_that_was_only_locked_says_nothing_twice(small: Sample, feed: Feed, heard) -> None:
    said: dict[int, datetime] = {}
    for _unlocked in range(2):
        made = Reminders(small.journal, feed, said=said)
        made.rang.connect(lambda rows: heard.append([row.follow_up.id for row in rows]))
        made.check()
    assert heard == [[small.overdue, small.due]]


def test_what_nobody_answers_rings_again_every_morning(
    reminders: Reminders, small: Sample, heard, travel: Travel
) -> None:
    travel("Asia/Singapore")
    reminders.start()
    small.clock.now = at(1, 0, 59).utc
    reminders.check()
    assert len(heard) == 1
    small.clock.now = at(1, 1).utc  # nine o'clock in Singapore
    reminders.check()
    assert heard[1:] == [[small.overdue, small.due]]
    for hour in range(2, 24):
        small.clock.now = at(1, hour).utc
        reminders.check()
    assert len(heard) == 2


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
    assert heard[1:] == [[small.overdue, small.due, small.later]]


def test_the_tick_falls_on_the_minute() -> None:
    assert to_next_minute(NOW) == 60_000
    assert to_next_minute(NOW + timedelta(seconds=59, milliseconds=999)) == 1
    assert to_next_minute(NOW + timedelta(seconds=12, milliseconds=500)) == 47_500


@pytest.fixture
def panel(small: Sample, reminders: Reminders, theme: Theme, guide: Guide, qtbot: QtBot) -> ReminderPanel:
    made = ReminderPanel(reminders.rows, lambda: reminders.count, small.journal.clock, theme, guide)
    qtbot.addWidget(made)
    reminders.rang.connect(made.remind)
    reminders.ticked.connect(made.refresh_shown)
    made.shown.connect(reminders.note_shown)
    return made


def test_the_panel_shows_when_each_was_due_and_goes_when_all_are_answered(
    panel: ReminderPanel, reminders: Reminders, small: Sample, feed: Feed, qtbot: QtBot
) -> None:
    reminders.start()
    assert panel.isVisible()
    assert not panel.isModal()
    assert panel.heading() == "2 follow-ups due"
    rows = panel.view.rows
    assert rows.rowCount() == 2
    assert "1 day late · Thu 19 Nov" in str(rows.index(0).data(rows.WhenRole))
    panel.open_now()  # it does not take the focus by itself
    qtbot.waitUntil(panel.isActiveWindow)
    with qtbot.waitSignal(panel.view.done_requested, timeout=1000) as wish:
        qtbot.keyClick(panel.view, Qt.Key.Key_D)
    assert wish.args == [small.overdue]
    with qtbot.waitSignal(reminders.answered, timeout=1000) as silenced:
        feed.announce(small.journal.follow_ups.done(small.overdue))
    assert silenced.args == [[small.overdue]]
    assert rows.rowCount() == 1
    feed.announce(small.journal.follow_ups.snooze(small.due, NOW + timedelta(hours=1)))
    assert not panel.isVisible()
    panel.open_now()
    assert panel.heading() == "Nothing is due."


def test_after_a_long_absence_the_oldest_have_rows_and_all_are_counted(
    panel: ReminderPanel, reminders: Reminders, small: Sample, qtbot: QtBot
) -> None:
    with small.journal.transaction():
        for number in range(MOST):
            small.journal.follow_ups.add(small.fees, at(-3, 1), f"number {number}")
    reminders.start()
    assert panel.heading() == f"{MOST + 2} follow-ups due"
    assert panel.view.rows.rowCount() == MOST
    assert panel.folded().startswith("and 2 more on Today · 102 came due while Casebook was closed")
    assert str(panel.view.rows.index(0).data()) == "number 0"  # the oldest first
    with qtbot.waitSignal(panel.today_requested, timeout=1000):
        panel.today_button.click()
    assert not panel.isVisible()


def test_closing_the_panel_answers_nothing(panel: ReminderPanel, reminders: Reminders, small, qtbot: QtBot) -> None:
    reminders.start()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert len(small.journal.follow_ups.due(NOW)) == 2


def test_shown_is_kept_only_after_it_was_on_the_screen(
    panel: ReminderPanel, reminders: Reminders, small: Sample, qtbot: QtBot
) -> None:
    def shown_at() -> list[datetime | None]:
        return [small.journal.follow_ups.get(number).shown_at for number in (small.overdue, small.due)]

    reminders.start()
    assert shown_at() == [None, None]  # asked to come forward, not drawn yet
    qtbot.waitUntil(lambda: shown_at() == [NOW, NOW])
    assert small.journal.follow_ups.get(small.later).shown_at is None


def test_several_are_wished_for_at_once(panel: ReminderPanel, reminders: Reminders, small: Sample, qtbot) -> None:
    reminders.start()
    panel.open_now()
    assert panel.bulk.words() == ""
    panel.view.selectAll()
    assert panel.bulk.words() == "2 selected:"
    small.clock.tick(minutes=1)
    reminders.check()  # the list is made anew; what was selected stays so
    assert panel.bulk.words() == "2 selected:"
    for action in BULK:
        with qtbot.waitSignal(panel.view.many_requested, timeout=1000) as wish:
            panel.bulk.buttons[action].click()
        assert wish.args == [action, [small.overdue, small.due]]

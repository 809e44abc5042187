"""Today: what is listed where, why, and what a key or a click on a row wishes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.appearance import Appearance
from casebook.gui.feed import Feed
from casebook.gui.models import due_items
from casebook.gui.models.due_items import Section
from casebook.gui.models.due_model import DueModel
from casebook.gui.panes.today import TodayPane
from casebook.gui.theme import Theme
from casebook.gui.widgets.cases.due_delegate import DueAction, DueDelegate
from casebook.guide import Guide
from casebook.journal import Journal
from tests.gui import small_book
from tests.gui.conftest import MakeWindow
from tests.gui.small_book import Sample, at


@pytest.fixture
def small(tmp_path: Path, qapp: QApplication):
    made = small_book.build(tmp_path / "book")
    yield made
    made.journal.close()


@pytest.fixture
def pane(small: Sample, feed: Feed, theme: Theme, guide: Guide, qtbot: QtBot) -> TodayPane:
    made = TodayPane(small.journal, feed, theme, guide)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.activateWindow()  # on a real screen keys reach only the active window
    qtbot.waitUntil(made.isActiveWindow)
    return made


def rows(pane: TodayPane) -> list[object]:
    found = []
    for number in range(pane.view.rows.rowCount()):
        index = pane.view.rows.index(number)
        item = pane.view.rows.item(index)
        found.append(item.key if item else index.data())
    return found


def words(pane: TodayPane, follow_up_id: int) -> str:
    return str(pane.view.rows.find(("follow_up", follow_up_id)).data(Qt.ItemDataRole.AccessibleTextRole))


def test_everything_stands_in_its_section_in_reading_order(pane: TodayPane, small: Sample) -> None:
    promises = {p.case_id: p.id for p in small.journal.promises.running_out(at(3).utc)}
    assert rows(pane) == [
        "Overdue",
        ("follow_up", small.overdue),
        "Due today",
        ("follow_up", small.due),
        "Promises that run out",
        ("promise", promises[small.withdrawal]),
        ("promise", promises[small.kyc]),
        "Mail to file",
        ("mail", 0),
        "Coming up in 7 days",
        ("follow_up", small.later),
    ]


def test_a_row_says_what_where_when_and_why(pane: TodayPane, small: Sample) -> None:
    ruled = words(pane, small.due)
    assert "Nudge by email" in ruled
    assert "Kestrel Exchange · C-1 · Withdrawal on hold" in ruled
    assert "due today" in ruled
    assert "After 48 hours without an answer" in ruled
    own = words(pane, small.overdue)
    assert "打电话询问复核结果" in own
    assert "1 day late" in own
    assert "You set this yourself" in own


def test_the_words_follow_the_language_of_the_window(
    pane: TodayPane, small: Sample, appearance: Appearance, qtbot: QtBot
) -> None:
    appearance.use_language("zh")
    qtbot.waitUntil(lambda: "48 小时仍无回复" in words(pane, small.due))
    assert "打电话询问复核结果" in words(pane, small.overdue)  # the user's own words stay as they are


def test_words_of_the_users_own_are_not_replaced_by_the_rules(small: Sample, pane: TodayPane, feed: Feed) -> None:
    made = small.journal.follow_ups.add(small.kyc, at(0, 1), "Ask Tom, not the bot", rule="mail-nudge")
    feed.announce(made)
    assert words(pane, made.made).startswith("Ask Tom, not the bot")


def test_keys_on_the_current_row(pane: TodayPane, small: Sample, qtbot: QtBot) -> None:
    pane.view.choose(small.due)
    for key, signal, expected in (
        (Qt.Key.Key_D, pane.view.done_requested, [small.due]),
        (Qt.Key.Key_S, pane.view.snooze_requested, [small.due]),
        (Qt.Key.Key_W, pane.view.explain_requested, [small.due]),
        (Qt.Key.Key_Return, pane.view.case_requested, [small.withdrawal, 3]),
    ):
        with qtbot.waitSignal(signal, timeout=1000) as heard:
            qtbot.keyClick(pane.view, key)
        assert heard.args == expected


def test_a_row_reached_while_ctrl_is_held_is_the_only_one_chosen(pane: TodayPane, small: Sample, qtbot: QtBot) -> None:
    pane.view.choose(small.overdue)
    qtbot.keyPress(pane.view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    pane.view.choose(small.due)
    qtbot.keyRelease(pane.view, Qt.Key.Key_Control)
    assert pane.view.chosen_follow_ups() == [small.due]


def test_arrow_keys_pass_over_headings(pane: TodayPane, small: Sample, qtbot: QtBot) -> None:
    pane.view.choose(small.overdue)
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    assert pane.view.rows.item(pane.view.currentIndex()).key == ("follow_up", small.due)


def click(pane: TodayPane, index: QModelIndex, action: DueAction, qtbot: QtBot) -> None:
    delegate = pane.view.itemDelegate()
    assert isinstance(delegate, DueDelegate)
    placed: dict[DueAction, QRect] = dict(delegate.buttons(pane.view.visualRect(index), pane.view.rows.item(index)))
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=placed[action].center())


def test_the_drawn_buttons_can_be_clicked(pane: TodayPane, small: Sample, qtbot: QtBot) -> None:
    index = pane.view.rows.find(("follow_up", small.due))
    with qtbot.waitSignal(pane.view.snooze_requested, timeout=1000) as heard:
        click(pane, index, DueAction.SNOOZE, qtbot)
    assert heard.args == [small.due]
    with qtbot.waitSignal(pane.view.inbox_requested, timeout=1000):
        click(pane, pane.view.rows.find(("mail", 0)), DueAction.FILE, qtbot)
    promise = small.journal.promises.of_case(small.withdrawal)[0].id
    with qtbot.waitSignal(pane.view.resolve_requested, timeout=1000) as heard:
        click(pane, pane.view.rows.find(("promise", promise)), DueAction.RESOLVE, qtbot)
    assert heard.args == [promise]


def test_after_done_the_next_row_is_current_and_the_count_falls(
    pane: TodayPane, small: Sample, feed: Feed, qtbot: QtBot
) -> None:
    pane.view.choose(small.overdue)
    with qtbot.waitSignal(pane.due_changed, timeout=1000) as heard:
        feed.announce(small.journal.follow_ups.done(small.overdue))
    assert heard.args == [1]
    assert pane.view.rows.item(pane.view.currentIndex()).key == ("follow_up", small.due)


def test_a_snoozed_one_moves_to_where_it_will_ring(pane: TodayPane, small: Sample, feed: Feed) -> None:
    feed.announce(small.journal.follow_ups.snooze(small.overdue, at(1, 1).utc))
    item = pane.view.rows.item(pane.view.rows.find(("follow_up", small.overdue)))
    assert item.section is Section.COMING
    assert "snoozed until Sat 21 Nov" in words(pane, small.overdue)
    assert not pane.view.rows.find(("follow_up", small.overdue)).data(DueModel.LateRole)


def test_a_promise_whose_follow_up_is_listed_is_not_listed_twice(pane: TodayPane, small: Sample, feed: Feed) -> None:
    promise = small.journal.promises.of_case(small.withdrawal)[0].id
    feed.announce(small.journal.follow_ups.add(small.withdrawal, at(0, 3), "Was it kept?", promise_id=promise))
    assert ("promise", promise) not in rows(pane)


def test_nothing_due_says_what_comes_next(
    journal: Journal, clock, feed: Feed, theme: Theme, guide: Guide, qtbot: QtBot
) -> None:
    pane = TodayPane(journal, feed, theme, guide)
    qtbot.addWidget(pane)
    pane.show()
    assert [button.text() for button in pane.starts if button.isVisible()] == ["New case…", "Import mail…"]
    with qtbot.waitSignal(pane.new_case_requested, timeout=1000):
        pane.starts[0].click()
    firm = journal.firms.add("Kestrel Exchange").made
    made = journal.cases.add(firm, "Withdrawal on hold")
    feed.announce(made)
    assert "No follow-up is set" in pane.empty_words()
    feed.announce(journal.follow_ups.add(made.made, at(20), "Ask again"))
    assert pane.empty_words().startswith("Next: Ask again, ")
    assert "Thu 10 Dec" in pane.empty_words()
    assert not any(button.isVisible() for button in pane.starts)


def test_a_start_gathers_what_is_due_once_and_each_minute_again(
    make_window: MakeWindow, journal: Journal, sample_journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(journal)
    window.detach(QWidget())
    asked: list[datetime] = []
    gather = due_items.gather
    monkeypatch.setattr(due_items, "gather", lambda journal, now: (asked.append(now), gather(journal, now))[1])
    window.attach(sample_journal)
    assert window.body is not None
    assert window.body.today.view.rows.rowCount() > 0
    assert len(asked) == 1
    window.reminders.check()
    assert len(asked) == 2
    window.reminder.hide()

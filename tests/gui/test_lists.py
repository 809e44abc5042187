"""Sidebar, case list and search: what they show, how they follow, how they are driven from the keyboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from casebook.gui.body import Body
from casebook.gui.feed import Feed
from casebook.gui.main_window import MainWindow
from casebook.gui.models.case_list_model import ROW
from casebook.gui.models.search_model import Found, marks
from casebook.gui.models.sidebar_model import Choice, SidebarModel, View
from casebook.gui.panes.case_list import CaseList
from casebook.gui.panes.sidebar import Sidebar
from casebook.gui.theme import Theme
from casebook.journal import Journal
from casebook.journal.listings import CaseRow
from casebook.journal.terms import CaseStatus, Channel, Direction
from casebook.journal.times import moment
from tests.pace import within


@pytest.fixture
def body(window: MainWindow) -> Body:
    window.reminder.hide()
    assert window.body is not None
    return window.body


def titles(case_list: CaseList) -> list[str]:
    model = case_list.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def sidebar_rows(sidebar: Sidebar) -> dict[str, int]:
    model = sidebar.list.model()
    assert isinstance(model, SidebarModel)
    rows = [model.index(row).data(int(Qt.ItemDataRole.UserRole)) for row in range(model.rowCount())]
    return {row.name: row.count for row in rows}


def test_the_sidebar_counts_what_the_journal_counts(body: Body, sample_journal: Journal) -> None:
    counts, rows = sample_journal.cases.counts(), sidebar_rows(body.sidebar)
    assert rows["Open"] == counts.open > 0
    assert rows["Waiting on them"] == counts.waiting > 0
    assert rows["Closed"] == counts.closed
    assert rows["Today"] == len(sample_journal.follow_ups.due(sample_journal.clock())) > 0
    assert rows["Inbox"] == len(sample_journal.inbox.waiting()) > 0
    for firm in sample_journal.firms.all():
        assert rows[firm.name] == counts.firms.get(firm.id, 0)


def test_a_new_firm_and_case_appear_without_losing_the_choice(
    window: MainWindow, body: Body, sample_journal: Journal
) -> None:
    body.sidebar.choose(Choice(View.WAITING))
    firm = sample_journal.firms.add("Aardvark Exchange")
    window.feed.announce(firm)
    assert "Aardvark Exchange" in sidebar_rows(body.sidebar)
    assert body.sidebar.choice() == Choice(View.WAITING)
    window.feed.announce(sample_journal.cases.add(firm.made, "New problem"))
    assert sidebar_rows(body.sidebar)["Aardvark Exchange"] == 1
    body.show_choice(Choice(View.FIRM, firm.made), as_list=True)
    assert titles(body.case_list) == ["New problem"]


def test_the_heading_cannot_be_chosen_and_arrows_pass_over_it(body: Body, qtbot: QtBot) -> None:
    body.sidebar.choose(Choice(View.CLOSED))
    body.sidebar.list.setFocus()
    QTest.keyClick(body.sidebar.list, Qt.Key.Key_Down)
    assert body.sidebar.choice().view is View.FIRM


def test_each_list_is_what_the_journal_says_and_the_first_case_is_shown(body: Body, sample_journal: Journal) -> None:
    cases = sample_journal.cases
    body.sidebar.choose(Choice(View.OPEN))
    assert titles(body.case_list) == [row.title for row in cases.rows(status=CaseStatus.OPEN)]
    assert body.case_page.case_id == body.case_list.case_id() == cases.rows(status=CaseStatus.OPEN)[0].id
    body.sidebar.choose(Choice(View.CLOSED))
    assert titles(body.case_list) == [row.title for row in cases.rows(status=CaseStatus.CLOSED)] == []
    assert body.case_page.case_id == 0


def test_arrows_walk_the_cases(body: Body, qtbot: QtBot) -> None:
    body.sidebar.choose(Choice(View.OPEN))
    body.case_list.list.setFocus()
    seen = [body.case_page.case_id]
    for _ in range(body.case_list.list.model().rowCount() - 1):
        QTest.keyClick(body.case_list.list, Qt.Key.Key_Down)
        seen.append(body.case_page.case_id)
    rows = [body.case_list.list.model().index(row, 0).data(ROW) for row in range(len(seen))]
    assert seen == [row.id for row in rows if isinstance(row, CaseRow)]


def test_a_case_that_moves_in_the_list_stays_the_chosen_one(
    window: MainWindow, body: Body, sample_journal: Journal
) -> None:
    body.sidebar.choose(Choice(View.OPEN))
    last = sample_journal.cases.rows(status=CaseStatus.OPEN)[-1].id
    body.case_list.select(last)
    due = moment(sample_journal.clock(), "UTC")
    window.feed.announce(sample_journal.follow_ups.add(last, due, "do it"))
    window.reminder.hide()
    assert body.case_list.case_id() == body.case_page.case_id == last
    assert titles(body.case_list)[-1] != sample_journal.cases.get(last).title


def test_closing_the_shown_case_moves_on_to_the_next(window: MainWindow, body: Body, sample_journal: Journal) -> None:
    body.sidebar.choose(Choice(View.OPEN))
    first, second = [row.id for row in sample_journal.cases.rows(status=CaseStatus.OPEN)][:2]
    assert body.case_page.case_id == first
    window.feed.announce(sample_journal.cases.close(first))
    assert body.case_page.case_id == body.case_list.case_id() == second


def test_a_list_that_empties_says_so(feed: Feed, theme: Theme, journal: Journal, qtbot: QtBot) -> None:
    pane = CaseList(journal, feed, theme)
    qtbot.addWidget(pane)
    pane.show()
    with qtbot.waitSignal(pane.emptied):
        pane.show_choice(Choice(View.OPEN))
    assert pane.case_id() == 0
    assert not pane.list.isVisible()


def search_for(window: MainWindow, body: Body, qtbot: QtBot, words: str) -> list[Found]:
    window.actions_["search"].trigger()
    qtbot.keyClicks(window.toolbar.search, words)
    model = body.search.list.model()
    qtbot.waitUntil(lambda: getattr(model, "query", "") == words)
    return [model.index(row, 0).data(ROW) for row in range(model.rowCount())]


def test_results_come_while_typing_and_enter_opens_the_contact(window: MainWindow, body: Body, qtbot: QtBot) -> None:
    found = search_for(window, body, qtbot, "released")
    assert body.search.isVisible()
    assert {row.kind for row in found} >= {"contact"}
    assert all("released" in row.hit.snippet.lower() for row in found)
    index = next(i for i, row in enumerate(found) if row.kind == "contact")
    QTest.keyClick(window.toolbar.search, Qt.Key.Key_Down)
    assert window.focusWidget() is body.search.list
    for _ in range(index):
        QTest.keyClick(body.search.list, Qt.Key.Key_Down)
    QTest.keyClick(body.search.list, Qt.Key.Key_Return)
    assert body.case_page.isVisible()
    assert body.case_page.case_id == found[index].hit.case_id
    assert body.case_list.case_id() == found[index].hit.case_id


def test_enter_in_the_field_opens_the_first_hit_even_before_it_is_found(
    window: MainWindow, body: Body, qtbot: QtBot
) -> None:
    window.actions_["search"].trigger()
    qtbot.keyClicks(window.toolbar.search, "within 24")
    QTest.keyClick(window.toolbar.search, Qt.Key.Key_Return)
    qtbot.waitUntil(body.case_page.isVisible)


def test_esc_goes_back_to_where_one_was(window: MainWindow, body: Body, qtbot: QtBot) -> None:
    window.actions_["inbox"].trigger()
    search_for(window, body, qtbot, "released")
    QTest.keyClick(window.toolbar.search, Qt.Key.Key_Down)
    QTest.keyClick(body.search.list, Qt.Key.Key_Escape)
    assert body.inbox.isVisible()
    assert window.toolbar.search.text() == ""
    search_for(window, body, qtbot, "x")
    QTest.keyClick(window.toolbar.search, Qt.Key.Key_Escape)
    assert body.inbox.isVisible()


def test_what_is_nowhere_is_said_so(window: MainWindow, body: Body, qtbot: QtBot) -> None:
    assert search_for(window, body, qtbot, "xyzzyplugh") == []
    assert not body.search.list.isVisible()


def test_a_firm_that_was_found_opens_its_cases(window: MainWindow, body: Body, qtbot: QtBot) -> None:
    found = search_for(window, body, qtbot, "Northbank")
    firm = next(row for row in found if row.kind == "firm")
    body.show_hit(firm.hit)
    assert body.sidebar.choice() == Choice(View.FIRM, firm.hit.id)


def test_a_mail_that_waits_is_found_in_the_inbox(
    window: MainWindow, body: Body, sample_journal: Journal, qtbot: QtBot
) -> None:
    waiting = sample_journal.inbox.waiting()[0]
    hit = next(
        found.hit
        for found in search_for(window, body, qtbot, waiting.sender)
        if found.kind == "contact" and found.hit.id == waiting.contact_id
    )
    body.show_hit(hit)
    assert body.inbox.isVisible()


@given(st.text(max_size=80), st.text(max_size=12))
def test_marks_lie_inside_the_text_in_order_and_apart(text: str, query: str) -> None:
    last = 0
    for start, length in marks(text, query):
        assert start >= last
        assert length > 0
        last = start + length
        assert last <= len(text)


def test_marks_find_words_and_pairs_of_chinese() -> None:
    assert marks("Released within 24 hours", "24 RELEASED") == [(0, 8), (16, 2)]
    assert marks("您的提币已冻结", "提币冻结") == [(2, 2), (5, 2)]
    assert marks("abc", "") == []


@pytest.mark.slow
def test_a_thousand_cases_are_listed_at_once(feed: Feed, theme: Theme, journal: Journal, qtbot: QtBot) -> None:
    now = moment(journal.clock(), "UTC")
    with journal.transaction():
        firm = journal.firms.add("Kestrel").made
        for number in range(1000):
            case = journal.cases.add(firm, f"case {number}").made
            journal.contacts.log(case, channel=Channel.CHAT, direction=Direction.OUT, happened=now, text="x")
    pane = CaseList(journal, feed, theme)
    qtbot.addWidget(pane)
    pane.show()
    with within(0.5):
        pane.show_choice(Choice(View.OPEN))
        pane.grab()

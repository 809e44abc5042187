"""The page of a firm: its figures, what each row opens, and that it follows what is recorded."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casebook.gui import texts
from casebook.gui.body import Body
from casebook.gui.dialogs.account_dialog import AccountDialog
from casebook.gui.dialogs.channel_dialog import ChannelDialog
from casebook.gui.dialogs.firm_dialog import FirmDialog
from casebook.gui.dialogs.firm_rules_dialog import FirmRulesDialog
from casebook.gui.dialogs.officials_dialog import OfficialsDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.models.sidebar_model import Choice, View
from casebook.gui.panes.firm_page import FirmPage
from casebook.gui.widgets.row_list import RowList
from casebook.journal import Journal
from casebook.journal.terms import Channel, Direction, OfficialKind
from casebook.journal.times import moment


@pytest.fixture
def body(window: MainWindow) -> Body:
    window.reminder.hide()
    assert window.body is not None
    return window.body


@pytest.fixture
def firm(sample_journal: Journal) -> int:
    """The firm with the most cases, with some of everything."""
    counts = sample_journal.cases.counts().firms
    firm = max(counts, key=lambda each: counts[each])
    sample_journal.officials.add(firm, OfficialKind.DOMAIN, "kestrel.example", how="its help page")
    if not sample_journal.firm_channels.of_firm(firm):
        sample_journal.firm_channels.add(firm, channel=Channel.CHAT, place="in the app", checked_on="2026-11-01")
    return firm


@pytest.fixture
def page(window: MainWindow, body: Body, firm: int, qtbot: QtBot) -> FirmPage:
    body.sidebar.choose(Choice(View.FIRM, firm))
    assert body.firm_page.isVisible()
    qtbot.waitUntil(lambda: not body.firm_page.is_counting)
    return body.firm_page


def press(rows: RowList, place: int = 0) -> None:
    rows.setCurrentIndex(rows.model().index(place, 0))
    QTest.keyClick(rows, Qt.Key.Key_Return)


def test_it_says_what_the_journal_counts(
    window: MainWindow, page: FirmPage, firm: int, sample_journal: Journal, qtbot: QtBot
) -> None:
    figures = sample_journal.firm_figures.of_firm(firm)
    cards = {card.caption: card for card in page.cards.figures}
    assert cards["Open cases"].value == str(figures.open_cases)
    assert len(page.cases.rows()) == figures.open_cases + figures.closed_cases
    assert {row.id for row in page.officials.rows()} == {each.id for each in sample_journal.officials.all(firm)}
    assert "its help page" in page.officials.rows()[0].detail
    case = sample_journal.cases.rows(firm_id=firm)[0].id
    now = sample_journal.clock()
    for hours, way in ((30, Direction.OUT), (20, Direction.IN)):
        at = moment(now - timedelta(hours=hours), "UTC")
        log = sample_journal.contacts.log
        changes = log(case, channel=Channel.FORUM, direction=way, happened=at, text="words")
    window.feed.announce(changes)
    qtbot.waitUntil(lambda: not page.is_counting)
    figures = sample_journal.firm_figures.of_firm(firm)
    assert len(page.chart.words()) == len(figures.answers)
    for each in figures.answers:
        line = next(words for words in page.chart.words() if words.startswith(texts.label(each.channel)))
        assert ("one answer only" in line) == (len(each.times) == 1)
    assert page.chart.accessibleDescription().count("\n") == len(figures.answers) - 1
    page.chart.repaint()


def test_its_cases_are_one_click_away_and_the_list_is_too(
    window: MainWindow, body: Body, page: FirmPage, firm: int, sample_journal: Journal, qtbot: QtBot
) -> None:
    wanted = page.cases.rows()[-1].id
    assert body.case_id == 0
    press(page.cases, len(page.cases.rows()) - 1)
    assert (body.case_id, body.case_page.case_id) == (wanted, wanted)
    assert body.sidebar.choice() == Choice(View.FIRM, firm)
    window.actions_["firm_page"].trigger()
    assert page.isVisible()
    page.list_all.click()
    assert body.case_list.isVisible()
    assert body.case_id in {row.id for row in sample_journal.cases.rows(firm_id=firm)}
    window.actions_["firm_page"].trigger()
    body.look_for("anything")
    body.leave_search()
    assert page.isVisible()
    qtbot.waitUntil(lambda: not page.is_counting)


def test_each_row_and_each_plus_opens_its_dialog(
    window: MainWindow, page: FirmPage, firm: int, sample_journal: Journal, qtbot: QtBot
) -> None:
    def opened() -> object:
        found = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
        assert len(found) == 1
        kind = type(found[0])
        found[0].close()
        QApplication.processEvents()
        return kind

    page.edit.click()
    assert opened() is FirmDialog
    for rows, kind in (
        (page.accounts, AccountDialog),
        (page.officials, OfficialsDialog),
        (page.ways, ChannelDialog),
        (page.rules, FirmRulesDialog),
    ):
        section = page._sections[rows]
        section.add.click()
        assert opened() is kind
        if rows.rows():
            press(rows)
            assert opened() is kind


def test_a_firm_of_which_nothing_is_known_says_what_would_stand_there(
    window: MainWindow, body: Body, sample_journal: Journal, qtbot: QtBot
) -> None:
    made = sample_journal.firms.add("<img src=file:///etc/passwd>")
    window.feed.announce(made)
    body.sidebar.choose(Choice(View.FIRM, made.made))
    page = body.firm_page
    assert page.title.text() == "<img src=file:///etc/passwd>"
    qtbot.waitUntil(lambda: not page.is_counting)
    assert page.title.textFormat() is Qt.TextFormat.PlainText
    assert [card.value for card in page.cards.figures] == ["0", "–", "–", "–"]
    assert all(section.empty.isVisibleTo(page) and section.empty.text() for section in page._sections.values())
    window.appearance.use_language("zh")
    assert [card.value for card in page.cards.figures] == ["0", "–", "–", "–"]

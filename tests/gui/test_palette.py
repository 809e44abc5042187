"""The palette: what it offers while one types, what choosing does, and that the keyboard comes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import count

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casebook.gui.body import Body
from casebook.gui.main_window import MainWindow
from casebook.gui.models.palette_rows import Leads, Offer, PaletteRow, Shelf
from casebook.gui.models.sidebar_model import Choice, View
from casebook.gui.widgets.palette import Palette
from casebook.gui.worker import Job
from casebook.journal import Journal, Kind
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import moment

CONTROL = Qt.KeyboardModifier.ControlModifier
Type = Callable[[str], None]


@pytest.fixture
def body(window: MainWindow) -> Body:
    window.reminder.hide()
    assert window.body is not None
    return window.body


@pytest.fixture
def palette(window: MainWindow, body: Body, qtbot: QtBot) -> Palette:
    """The palette, open over a case, with all it knows."""
    body.sidebar.choose(Choice(View.OPEN))
    assert window.commands is not None
    window.actions_["palette"].trigger()
    found = window.commands.palette.palette
    assert found.isVisible()
    qtbot.waitUntil(lambda: not jobs(window))
    return found


@pytest.fixture
def type_(window: MainWindow, palette: Palette, qtbot: QtBot) -> Type:
    def type_(words: str) -> None:
        palette.field.clear()
        QTest.keyClicks(palette.field, words)
        qtbot.waitUntil(lambda: not jobs(window))

    return type_


def jobs(window: MainWindow) -> tuple[Job, ...]:
    assert window.commands is not None
    return window.commands.palette.lane.jobs


def titles(palette: Palette, *leads: Leads) -> list[str]:
    return [row.title for row in palette.rows if row.leads in (leads or tuple(Leads))]


def test_a_number_a_beginning_a_word_and_words_in_full_lead_there(
    window: MainWindow, body: Body, palette: Palette, type_: Type, sample_journal: Journal
) -> None:
    first, *_, last = sample_journal.search.case_names()
    for typed in (f"C-{last.id}", f"c{last.id}", str(last.id)):
        type_(typed)
        assert (palette.rows[0].leads, palette.rows[0].number) == (Leads.CASE, last.id)
    type_(first.title[:6].upper())
    assert first.title in titles(palette, Leads.CASE)[:2]
    type_(first.firm.split()[0])
    assert palette.rows[0].leads is Leads.FIRM
    assert {case.title for case in sample_journal.search.case_names() if case.firm == first.firm} <= set(
        titles(palette)
    )
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert body.sidebar.choice() == Choice(View.FIRM, first.firm_id)


def test_a_contact_is_found_by_its_words_and_shown_in_its_case(
    window: MainWindow, body: Body, palette: Palette, type_: Type, sample_journal: Journal
) -> None:
    case = sample_journal.search.case_names()[-1].id
    at = moment(sample_journal.clock(), "UTC")
    made = sample_journal.contacts.log(
        case, channel=Channel.CHAT, direction=Direction.IN, happened=at, text="a heliotrope answer", tickets=["HT-4711"]
    ).made
    type_("heliotr")
    row = palette.rows[0]
    assert (row.leads, row.number) == (Leads.HIT, made)
    assert "heliotrope" in row.title
    assert f"C-{case}" in row.detail
    type_("HT-4711")
    assert palette.rows[0].found is not None
    assert palette.rows[0].found.kind is Kind.TICKET
    type_("heliotr")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert body.case_page.case_id == case
    assert body.case_page.timeline.current_contact() == made


def test_actions_are_found_in_both_languages_and_done(
    window: MainWindow, palette: Palette, type_: Type, qtbot: QtBot
) -> None:
    type_("theme")
    type_(">close")
    assert {row.leads for row in palette.rows} == {Leads.ACTION}
    assert "Close or reopen case" in titles(palette)
    assert palette.rows[0].tail
    window.actions_["lock"].setEnabled(False)
    type_(">lock now")
    assert "Lock now" not in titles(palette)
    window.appearance.use_language("zh")
    QApplication.processEvents()
    type_(">dark")
    assert (palette.rows[0].name, palette.rows[0].title) == ("theme_dark", "深色")
    palette.field.setText(">深色")
    assert palette.rows[0].name == "theme_dark"
    window.appearance.use_language("en")
    type_(">closed cases")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.body is not None
    assert window.body.sidebar.choice() == Choice(View.CLOSED)


def test_marks_limit_what_is_offered_and_days_are_gone_to(
    window: MainWindow, body: Body, palette: Palette, type_: Type, sample_journal: Journal
) -> None:
    case = body.case_page.case_id
    sample_journal.cases.edit(case, tags=["urgent"])
    palette.close_()
    window.actions_["palette"].trigger()
    type_("@")
    assert {row.leads for row in palette.rows} == {Leads.FIRM}
    type_("#urg")
    assert titles(palette) == ["#urgent"]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert [row.number for row in palette.rows if row.leads is Leads.CASE] == [case]
    busiest = max(sample_journal.cases.rows(), key=lambda row: row.contacts).id
    palette.close_()
    window.show_case(busiest)
    window.actions_["palette"].trigger()
    case, day = busiest, sample_journal.contacts.timeline(busiest)[1].happened_at
    type_(f"{day:%Y-%m-%d}")
    assert palette.rows[0].leads is Leads.DAY
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    there = sample_journal.search.first_contact(case, day.replace(hour=0, minute=0, second=0))
    assert body.case_page.timeline.current_contact() == there


def test_what_was_looked_at_last_stands_first(
    window: MainWindow, body: Body, palette: Palette, sample_journal: Journal, qtbot: QtBot
) -> None:
    palette.close_()
    assert window.commands is not None
    one, two = (row.id for row in sample_journal.search.case_names()[:2])
    ticks = count(1)
    now = sample_journal.clock()
    sample_journal._core.clock = lambda: now + timedelta(seconds=next(ticks))
    for case in (one, two):
        window.show_case(case)
        window.commands.palette._note()
        qtbot.waitUntil(lambda: not jobs(window))
    window.commands.palette.show()
    qtbot.waitUntil(lambda: not jobs(window))
    assert [row.number for row in palette.rows[:2]] == [two, one]
    assert palette.rows[-1].leads is Leads.ACTION


def test_the_keyboard_walks_speaks_and_comes_back(
    window: MainWindow, body: Body, palette: Palette, type_: Type, qtbot: QtBot
) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    body.case_page.start_logging()
    before = QApplication.focusWidget()
    assert before is not None
    QTest.keyClick(before, Qt.Key.Key_K, CONTROL)
    assert QApplication.focusWidget() is palette.field
    qtbot.waitUntil(lambda: not jobs(window))
    first, second = palette.rows[0], palette.rows[1]
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert second.title in palette.field.accessibleDescription()
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert first.title in palette.field.accessibleDescription()
    QTest.keyClick(palette.field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is palette.field
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before
    window.actions_["palette"].trigger()
    card = palette.field.parentWidget()
    assert card is not None
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=card.geometry().bottomLeft() + QPoint(1, -1))
    assert palette.isVisible(), "the hint and the edge are no way out"
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert not palette.isVisible()
    window.actions_["palette"].trigger()
    body.sidebar.list.setFocus()
    assert not palette.isVisible()
    assert QApplication.focusWidget() is body.sidebar.list


def test_pinyin_is_not_searched_until_it_is_a_word(window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    typed: list[str] = []
    palette.typed.connect(typed.append)
    QApplication.sendEvent(palette.field, QInputMethodEvent("tuikuan", []))
    assert typed == []
    done = QInputMethodEvent()
    done.setCommitString("退款")
    QApplication.sendEvent(palette.field, done)
    assert typed == ["退款"]
    qtbot.waitUntil(lambda: not jobs(window))


def test_ctrl_enter_shows_all_matches_on_the_search_page(
    window: MainWindow, body: Body, palette: Palette, type_: Type, qtbot: QtBot
) -> None:
    type_("payout")  # stands nowhere: what means the same does, and says so
    hits = [row for row in palette.rows if row.found is not None]
    assert hits
    assert all("found by “" in row.detail for row in hits)
    QTest.keyClick(palette.field, Qt.Key.Key_Return, CONTROL)
    assert not palette.isVisible()
    assert window.toolbar.search.text() == "payout"
    model = body.search.list.model()
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    assert "found by “withdrawal”" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_enter_that_is_quicker_than_the_search_waits_for_it(
    window: MainWindow, body: Body, palette: Palette, sample_journal: Journal, qtbot: QtBot
) -> None:
    case = sample_journal.search.case_names()[-1].id
    sample_journal.promises.add(case, "a quetzal by noon")
    QTest.keyClicks(palette.field, "quetzal")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not palette.isVisible())
    assert body.case_page.case_id == case


def test_the_order_can_be_foretold() -> None:
    def offer(name: str, code: str = "") -> Offer:
        return Offer(PaletteRow(Leads.CASE, name, 0, "", name, "", ""), (name,), code)

    names = ["Withdrawal on hold", "On hold", "The hold", "Household", "Have old lists deleted", "Nothing", "12"]
    shelf = Shelf([*map(offer, names), offer("Other", "c-12")])
    assert [row.title for _, row in shelf.best("hold", 9, initials=True)] == [
        *("Withdrawal on hold", "On hold", "The hold", "Household", "Have old lists deleted"),
    ]
    assert [row.title for _, row in shelf.best("on hold", 9, initials=True)] == ["On hold", "Withdrawal on hold"]
    assert [row.title for _, row in shelf.best("c-12", 9, initials=True)][:1] == ["Other"]
    assert shelf.best("hold", 2, initials=True) == shelf.best("hold", 9, initials=True)[:2]

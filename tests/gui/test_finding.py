"""In the timeline: words are marked and taken, passages quoted, contacts looked for, days jumped to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from casebook.gui.dialogs.promise_dialog import PromiseDialog
from casebook.gui.dialogs.reference_dialog import ReferenceDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.models.timeline_model import RowKind
from casebook.gui.panes.case_page import CasePage
from casebook.gui.theme import Theme
from casebook.gui.widgets.timeline.bubble import THUMB, BubbleMaker
from casebook.gui.widgets.timeline.bubble_text import from_units, plain, units
from casebook.journal import Journal
from casebook.journal.records import Exhibit, StoredFile
from casebook.journal.terms import Channel, Direction, ExhibitSource
from casebook.journal.times import moment
from tests.gui.test_timeline import contact

WORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
START = datetime(2026, 9, 1, 4, 0, tzinfo=UTC)
REPLY = "We need your passport.\n\nOn Monday you wrote:\n> where is it\n> the money"


@pytest.fixture
def page(window: MainWindow, sample_journal: Journal, qtbot: QtBot) -> CasePage:
    """A case of twelve days: odd ones in the chat with Lily, even ones by mail with ticket T-7."""
    journal = sample_journal
    case_id = journal.cases.add(journal.firms.all()[0].id, "Twelve days").made
    for day in range(12):
        journal.contacts.log(
            case_id,
            channel=Channel.EMAIL if day % 2 else Channel.CHAT,
            direction=Direction.OUT if day % 3 == 0 else Direction.IN,
            happened=moment(START + timedelta(days=2 * day), "Asia/Singapore"),
            text=f"Day {day}: order 88213 is 𝔟eing looked at 🙂 within {day} hours",
            agent="" if day % 2 else "Lily",
            tickets=("T-7",) if day % 2 else (),
        )
    window.reminder.hide()
    window.show_case(case_id)
    assert window.body is not None
    return window.body.case_page


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_words_are_marked_by_key_and_mouse_and_taken(
    page: CasePage, window: MainWindow, sample_journal: Journal, qtbot: QtBot
) -> None:
    journal, view, case_id = sample_journal, page.timeline, page.case_id
    last = journal.contacts.of_case(case_id)[-1]
    page.show_contact(last.id)
    for _word in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Right, WORD)
    assert view.marked_words() == "Day 11: order"[: len(view.marked_words())]
    assert view.accessibleDescription() == view.marked_words(), "a screen reader hears what is marked"
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.marked_words() == ""

    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.marked_words() == last.text, "characters outside the first plane are counted right"
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == last.text
    qtbot.keyClick(view, Qt.Key.Key_P)
    dialog = window.findChild(PromiseDialog)
    assert dialog is not None and last.text in dialog.fields()["text"]
    dialog.reject()
    dialog.reject()

    box = view.bubble_rect(last.id)
    words = view._bubble(page.model.row_of(last.id))
    assert words is not None and words.text is not None
    line = words.text.lineAt(0)
    at = words.shown.index("88213")
    top = view.visualRect(view.currentIndex()).topLeft() + words.text_at.toPoint() + QPoint(0, 10)
    start, end = (line.cursorToX(place)[0] for place in (at, at + 5))
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=top + QPoint(round(start), 0))
    qtbot.mouseMove(view.viewport(), top + QPoint(round(end), 0))
    view.mouseMoveEvent(_moved(top + QPoint(round(end), 0)))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=top + QPoint(round(end), 0))
    assert view.marked_words() == "88213"
    view.menu_requested.emit(last.id, view.viewport().mapToGlobal(box.center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert any(text.endswith("\tQ") for text in entries(menu)) and any(text.endswith("\tN") for text in entries(menu))
    menu.close()
    qtbot.keyClick(view, Qt.Key.Key_N)
    reference = window.findChild(ReferenceDialog)
    assert reference is not None and reference.value.text() == "88213"
    reference.accept()
    assert [r.value for r in journal.references.of_case(case_id)] == ["88213"]
    assert view.marked_words() == "88213", "what was marked is still marked: it can be quoted, too"
    qtbot.keyClick(view, Qt.Key.Key_Q)
    (quote,) = journal.quotes.of_case(case_id)
    assert (quote.text, quote.contact_id) == ("88213", last.id)
    assert [row.title for row in page.side.quotes.rows()] == ["“88213”"]
    shown = view._bubble(page.model.row_of(last.id))
    assert shown is not None and any(piece.text == "quoted in the dossier" for piece in shown.pieces)
    assert shown.text is not None and shown.text.formats(), "and it is underlined where it stands"
    window.commands.quote.remove(quote.id)
    assert page.side.quotes.isHidden()
    assert window.body is not None


def _moved(point: QPoint):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    left = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, QPointF(point), QPointF(point), Qt.MouseButton.NoButton, left, none)


def test_contacts_are_looked_for_and_days_jumped_to(page: CasePage, window: MainWindow, qtbot: QtBot) -> None:
    finder, model, act = page.finder, page.model, window.actions_
    assert sum(row.kind is RowKind.SILENCE for row in model.rows) >= 11
    act["find_case"].trigger()
    bar = finder.bar
    assert bar.isVisible() and not bar.ticket.isVisible(), "one ticket tells nothing apart"
    qtbot.keyClicks(bar.words, "day 11 HOURS")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 12")
    assert not any(row.kind is RowKind.SILENCE for row in model.rows), "nobody was silent who was left out"
    bar.words.clear()
    qtbot.waitUntil(lambda: bar.count.text() == "12 of 12")
    bar.channel.setCurrentIndex(bar.channel.findData(Channel.EMAIL))
    assert bar.count.text() == "6 of 12"
    bar.direction.setCurrentIndex(bar.direction.findData(Direction.OUT))
    assert bar.count.text() == "2 of 12"
    first = page.finder._contacts[0].id
    page.show_contact(first)
    assert page.timeline.current_contact() == first, "what is wanted is shown, whatever was looked for"
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible() and len(model.rows) > 24

    act["jump_day"].trigger()
    popup = page.timeline.findChild(type(finder.choose_day()))
    popup.typed.setText("nonsense of a day")
    qtbot.keyClick(popup.typed, Qt.Key.Key_Return)
    assert popup.fault.isVisible() and "nonsense" in popup.fault.text()
    popup.typed.setText("2026-09-06")
    with qtbot.waitSignal(popup.day_chosen):
        qtbot.keyClick(popup.typed, Qt.Key.Key_Return)
    chosen = model.contact(page.timeline.currentIndex().row())
    assert chosen is not None and "Day 3" in chosen.text, "the first contact on that day or after it"
    assert page.timeline.shown_day() == chosen.happened.local.date()

    strip = page.strip
    strip.resize(600, 44)
    strip.grab()
    assert len(strip._gaps) == 12, "each silence is a gap in the line"
    with qtbot.waitSignal(strip.contact_activated) as went:
        qtbot.keyClick(strip, Qt.Key.Key_Home)
        told = strip.accessibleDescription()
        qtbot.keyClick(strip, Qt.Key.Key_Right)
        assert strip.accessibleDescription() not in ("", told), "each mark tells what it is"
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert went.args == [finder._contacts[1].id]


def test_a_mail_shows_its_own_words_and_the_rest_by_one_click(theme: Theme) -> None:
    maker = BubbleMaker(theme)
    mail = contact(1, START, REPLY, channel=Channel.EMAIL, quote_at=REPLY.index("On Monday"))
    folded = maker.lay_out(mail, (), 640, unfolded=False, quotes=["your passport."])
    assert folded.shown == "We need your passport."
    assert folded.link.startswith("Show 3 quoted line")
    assert folded.text is not None and len(folded.text.formats()) == 1
    whole = maker.lay_out(mail, (), 640, unfolded=True, quotes=["your\npassport."])
    assert "> the money" in whole.shown and whole.height > folded.height
    assert whole.text is not None and len(whole.text.formats()) == 2, "old words are lighter, the passage is underlined"


def test_ten_thousand_exhibits_on_one_contact_are_two_rows_and_a_count(theme: Theme) -> None:
    file = StoredFile("0" * 64, 1)
    exhibits = tuple(
        Exhibit(
            id=n, case_id=1, contact_id=1, number=n, file=file, name=f"{n}.png", media_type="image/png",
            source=ExhibitSource.FILE, inline=False, description="", taken_at=None, recorded_at=START,
        )
        for n in range(1, 10_001)
    )  # fmt: skip
    bubble = BubbleMaker(theme).lay_out(contact(1, START, "So many", exhibits=exhibits), (), 640, unfolded=False)
    assert bubble.more is not None
    assert bubble.more[1] == f"+{10_000 - len(bubble.thumbs):,} more"
    assert bubble.height < 4 * THUMB.height()
    assert len(bubble.hits) == len(bubble.thumbs) + 1


def test_places_are_counted_as_qt_counts_them() -> None:
    text = "a🙂b\u2028冻"
    assert [units(text, place) for place in range(6)] == [0, 1, 3, 4, 5, 6]
    assert [from_units(text, place) for place in (0, 1, 3, 4, 5, 6)] == [0, 1, 2, 3, 4, 5]
    assert plain(text, 1, 6) == "🙂b\n冻"

"""The timeline: what its rows are, that it opens at the newest, and that it never jumps under the reader."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from pytestqt.qtbot import QtBot

from casebook.gui.models.timeline_model import PAGE, SILENCE, RowKind, TimelineModel, arrange
from casebook.gui.theme import Theme
from casebook.gui.widgets.exhibits.exhibit_grid import ExhibitGrid
from casebook.gui.widgets.exhibits.thumbnails import Thumbnails
from casebook.gui.widgets.row_heights import RowHeights
from casebook.gui.widgets.timeline.bubble import BubbleMaker
from casebook.gui.widgets.timeline.bubble_text import FOLD
from casebook.gui.widgets.timeline.timeline_view import TimelineView
from casebook.journal import Journal
from casebook.journal.listings import ContactRow
from casebook.journal.records import Attachment, Contact, Promise
from casebook.journal.terms import Automatic, Channel, Direction, PromiseState
from casebook.journal.times import HowKnown, Precision, moment, to_text
from tests.pace import within

START = datetime(2026, 11, 1, 2, 0, tzinfo=UTC)
ZONE = "Asia/Singapore"


def contact(number: int, at: datetime, text: str = "They said no.", **facts: object) -> Contact:
    values: dict[str, object] = {
        "case_id": 1, "channel": Channel.CHAT, "direction": Direction.IN, "happened": moment(at, ZONE), "agent": "Lily",
        "agent_id": "4471", "bot": False, "platform": "", "subject": "", "text": text, "outcome": "",
        "automatic": Automatic.NO, "tickets": ("T-9",), "exhibits": (), "amended": False, "recorded_at": at,
    }  # fmt: skip
    return Contact(id=number, **{**values, **facts})  # type: ignore[arg-type]


def short(full: Contact) -> ContactRow:
    return ContactRow(full.id, to_text(full.happened.utc), full.happened.offset, full.direction, len(full.text), 0)


class Reader:
    """Hands contacts out by id and remembers what was asked for."""

    def __init__(self, contacts: list[Contact]) -> None:
        self.contacts = {c.id: c for c in contacts}
        self.asked: list[int] = []

    def __call__(self, ids: object) -> dict[int, Contact]:
        wanted = list(ids)  # type: ignore[call-overload]
        self.asked += wanted
        return {i: self.contacts[i] for i in wanted}


@pytest.fixture
def thumbnails() -> Iterator[Thumbnails]:
    made = Thumbnails(lambda _file: b"")
    yield made
    made.close()


def make_view(qtbot: QtBot, theme: Theme, thumbnails: Thumbnails, contacts: list[Contact]) -> TimelineView:
    reader = Reader(contacts)
    model = TimelineModel(reader)
    view = TimelineView(model, theme, thumbnails)
    model.setParent(view)
    view.reader = reader  # type: ignore[attr-defined]
    qtbot.addWidget(view)
    view.resize(640, 500)
    view.show()
    model.show([short(c) for c in contacts], now=contacts[-1].happened.utc if contacts else None)
    view.show_end()
    qtbot.waitExposed(view)
    return view


def many(count: int) -> list[Contact]:
    chance = random.Random(7)
    words = ("withdrawal", "on hold", "please", "wait", "提币", "被冻结", "within 24 hours", "客服", "ticket")
    contacts, at = [], START
    for number in range(1, count + 1):
        at += timedelta(minutes=chance.choice((1, 7, 45, 600, 3000)))
        text = " ".join(chance.choice(words) for _ in range(chance.choice((3, 12, 40, 300))))
        contacts.append(contact(number, at, text, direction=chance.choice(list(Direction))))
    return contacts


def test_days_and_silences_stand_between_contacts() -> None:
    times = (START, START + timedelta(minutes=5), START + timedelta(hours=20), START + timedelta(days=5))
    rows = arrange([short(contact(n, at)) for n, at in enumerate(times)], START + timedelta(days=9))
    kinds = [row.kind for row in rows]
    day, silence, said = RowKind.DAY, RowKind.SILENCE, RowKind.CONTACT
    assert kinds == [day, said, said, day, said, silence, day, said, silence]
    assert rows[-1].gap == timedelta(days=4)
    assert rows[3].day is not None
    assert rows[3].day.isoformat() == "2026-11-02", "22:00 UTC is the next morning in Singapore"


def test_a_closed_case_does_not_wait() -> None:
    assert arrange([short(contact(1, START))], None)[-1].kind is RowKind.CONTACT


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 90)), max_size=40), st.integers(1, 60))
def test_row_heights_agree_with_plain_sums(edits: list[tuple[int, int]], count: int) -> None:
    heights, plain = RowHeights(), [20] * count
    heights.reset(plain)
    for place, height in edits:
        plain[place % count] = height
        heights.measure(place % count, height)
        assert heights.total == sum(plain)
        assert heights.top(place % count) == sum(plain[: place % count])
    for y in range(0, sum(plain), 7):
        row = heights.at(y)
        assert heights.top(row) <= y < heights.top(row) + heights.height(row)


def test_ten_thousand_contacts_open_at_the_newest_and_few_are_read(
    qtbot: QtBot, theme: Theme, thumbnails: Thumbnails
) -> None:
    contacts = many(10_000)
    view = make_view(qtbot, theme, thumbnails, contacts[:50])
    view.reader.contacts = {c.id: c for c in contacts}  # type: ignore[attr-defined]
    rows = [short(c) for c in contacts]
    view.reader.asked.clear()  # type: ignore[attr-defined]
    with within(1):  # the bench holds it to 0.1 s, this only catches a catastrophe
        view._timeline.show(rows, now=contacts[-1].happened.utc)
        view.show_end()
        view.viewport().repaint()
    assert len(view.reader.asked) <= 2 * PAGE  # type: ignore[attr-defined]
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum()
    assert view.bubble_rect(10_000).bottom() < view.viewport().height()


def test_scrolling_through_never_moves_what_is_read(qtbot: QtBot, theme: Theme, thumbnails: Thumbnails) -> None:
    view = make_view(qtbot, theme, thumbnails, many(600))
    bar = view.verticalScrollBar()
    for step in (-90, -300, -45, -700, 200, -450, -1200, 90) * 6:
        visible = [i for i in range(1, 601) if view._timeline.row_of(i) in view.visible_rows()]
        held = visible[len(visible) // 2]
        before = view.bubble_rect(held).top()
        bar.setValue(bar.value() + step)
        now = view.visible_rows()
        if view._timeline.row_of(held) in now and bar.minimum() < bar.value() < bar.maximum():
            assert view.bubble_rect(held).top() == before - step
        assert all(view._heights.known(row) for row in now)


def test_the_day_floats_over_the_words_only_while_somebody_scrolls(
    qtbot: QtBot, theme: Theme, thumbnails: Thumbnails
) -> None:
    contacts = [contact(n, START + timedelta(minutes=n), f"Words of {n}") for n in range(1, 40)]
    view = make_view(qtbot, theme, thumbnails, contacts)
    top = QPoint(view.viewport().width() // 2, 12)
    view.grab()
    assert view.visible_rows().start > 0 and not view._on_day(top), "nobody scrolled: the words are to be read"
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    view.grab()
    assert view._on_day(top)
    with qtbot.waitSignal(view.day_activated):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=top)
    qtbot.waitUntil(lambda: not view._pill.wanted, timeout=3000)
    assert not view._on_day(top), "and a click there is a click on the words again"
    view.verticalScrollBar().setValue(10)
    view.grab()
    assert view._pill.wanted and not view._pill.contains(top), "never over a heading"


def test_reader_in_the_middle_keeps_the_place_when_a_contact_is_added(
    qtbot: QtBot, theme: Theme, thumbnails: Thumbnails
) -> None:
    contacts = many(300)
    view = make_view(qtbot, theme, thumbnails, contacts)
    view.show_contact(150)
    before = view.bubble_rect(150).top()
    late = contact(999, contacts[-1].happened.utc + timedelta(minutes=1))
    early = contact(998, contacts[0].happened.utc - timedelta(days=1), "x " * 900)
    everything = [early, *contacts, late]
    view.reader.contacts = {c.id: c for c in everything}  # type: ignore[attr-defined]
    view._timeline.show([short(c) for c in everything], now=late.happened.utc)
    assert view.bubble_rect(150).top() == before
    assert view.current_contact() == 150


def test_a_narrower_window_keeps_the_end_in_view(qtbot: QtBot, theme: Theme, thumbnails: Thumbnails) -> None:
    view = make_view(qtbot, theme, thumbnails, many(200))
    for width in (420, 900, 333):
        view.resize(width, 400)
        bar = view.verticalScrollBar()
        assert bar.value() == bar.maximum()
        assert 0 < view.bubble_rect(200).bottom() <= view.viewport().height()


def test_own_words_stand_right_theirs_left(qtbot: QtBot, theme: Theme, thumbnails: Thumbnails) -> None:
    own = contact(1, START, "Mine", direction=Direction.OUT)
    theirs = contact(2, START + timedelta(minutes=1), "Theirs")
    view = make_view(qtbot, theme, thumbnails, [own, theirs])
    assert view.bubble_rect(1).left() > view.bubble_rect(2).left()
    assert view.bubble_rect(1).right() > view.bubble_rect(2).right()


def test_keys_lead_from_contact_to_contact_past_headings(qtbot: QtBot, theme: Theme, thumbnails: Thumbnails) -> None:
    view = make_view(qtbot, theme, thumbnails, many(120))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current_contact() == 120
    for wanted in (119, 118, 117):
        qtbot.keyClick(view, Qt.Key.Key_Up)
        while view.current_contact() != wanted:  # a long one is scrolled through first
            qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.current_contact() == 1
    assert view.verticalScrollBar().value() < 60
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert 1 < view.current_contact() < 60
    with qtbot.waitSignal(view.contact_activated) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [view.current_contact()]


def test_copy_takes_the_words_of_the_contact(qtbot: QtBot, theme: Theme, thumbnails: Thumbnails) -> None:
    view = make_view(qtbot, theme, thumbnails, [contact(1, START, "提币被冻结\n<b>not bold</b>")])
    view.show_contact(1)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "提币被冻结\n<b>not bold</b>"


def test_long_words_are_folded_until_they_are_wanted(qtbot: QtBot, theme: Theme, thumbnails: Thumbnails) -> None:
    view = make_view(qtbot, theme, thumbnails, [contact(1, START, "\n".join(f"line {n}" for n in range(40)))])
    folded = view.bubble_rect(1).height()
    assert folded < (FOLD + 5) * 20
    fold = next(hit for hit in view._bubble(view._timeline.row_of(1)).hits)  # type: ignore[union-attr]
    corner = view.visualRect(view._timeline.index(view._timeline.row_of(1))).topLeft()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    corner = view.visualRect(view._timeline.index(view._timeline.row_of(1))).topLeft()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=corner + fold.rect.center())
    assert view.bubble_rect(1).height() > folded + 20 * 20
    view.setFocus()
    view.show_contact(1)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.bubble_rect(1).height() == folded


def test_bubble_says_what_weakens_a_contact(theme: Theme, qtbot: QtBot) -> None:
    late = contact(
        1,
        START,
        happened=moment(START, ZONE, Precision.ABOUT),
        recorded_at=START + timedelta(hours=2),
        automatic=Automatic.AUTO_REPLY,
        amended=True,
    )
    promise = Promise(1, 1, 1, "Lily", "within 24 hours", None, PromiseState.BROKEN, None, "", START)
    bubble = BubbleMaker(theme).lay_out(late, [promise], 600, unfolded=False)
    words = " ".join(piece.text for piece in bubble.pieces)
    for wanted in ("about", "later", "does not stop the clock", "amended", "broken", "#4471", "person", "T-9"):
        assert wanted in words
    assert bubble.time.startswith("~")


def test_a_mail_is_not_called_late_for_being_imported(theme: Theme, qtbot: QtBot) -> None:
    sent = moment(START, ZONE, known=HowKnown.MAIL_HEADER)
    mail = contact(1, START, happened=sent, recorded_at=START + timedelta(days=9))
    pieces = BubbleMaker(theme).lay_out(mail, [], 600, unfolded=False).pieces
    assert not any("later" in piece.text for piece in pieces)


@pytest.mark.parametrize("width", [200, 333, 640, 1200])
def test_nothing_hangs_out_of_a_bubble(theme: Theme, qtbot: QtBot, width: int) -> None:
    maker = BubbleMaker(theme)
    for text in ("", "short", "提" * 400, "W" * 900, "a b " * 300, "\u2066x\u2069\n\n\ty"):
        facts = {"agent": "A very long name of an agent indeed, twice over", "tickets": ("T-1", "T-22222222222222222")}
        bubble = maker.lay_out(contact(1, START, text, subject="Re: " + text[:80], **facts), [], width, unfolded=True)
        assert bubble.card.right() <= max(width, 58 + 160)
        for piece in bubble.pieces:
            assert bubble.card.contains(piece.rect), (text[:9], piece)
        assert bubble.text_at.y() <= bubble.card.height()


def test_a_screen_reader_hears_the_contact(qtbot: QtBot, theme: Theme, thumbnails: Thumbnails) -> None:
    view = make_view(qtbot, theme, thumbnails, [contact(1, START, "Released within 24 hours")])
    spoken = QAccessible.queryAccessibleInterface(view)
    assert spoken.text(QAccessible.Text.Name) == "Timeline of the case"
    row = view._timeline.row_of(1)
    words = view._timeline.data(view._timeline.index(row), Qt.ItemDataRole.AccessibleTextRole)
    assert "Lily" in str(words)
    assert "Released within 24 hours" in str(words)
    assert "2026" in str(words)


def test_silence_counts_from_a_day_and_a_half(qtbot: QtBot) -> None:
    rows = [short(contact(1, START)), short(contact(2, START + SILENCE - timedelta(seconds=1)))]
    assert RowKind.SILENCE not in [row.kind for row in arrange(rows, None)]


def test_right_click_asks_for_the_menu_of_that_contact(qtbot: QtBot, theme: Theme, thumbnails: Thumbnails) -> None:
    view = make_view(qtbot, theme, thumbnails, [contact(1, START), contact(2, START + timedelta(minutes=3))])
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QApplication

    at = view.bubble_rect(2).center()
    with qtbot.waitSignal(view.menu_requested) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
        QApplication.sendEvent(view.viewport(), event)
    assert asked.args is not None
    assert asked.args[0] == 2
    assert isinstance(asked.args[1], QPoint)


def test_of_very_many_exhibits_few_are_laid_out_and_the_rest_is_counted(
    qtbot: QtBot, theme: Theme, thumbnails: Thumbnails, journal: Journal
) -> None:
    case_id = journal.cases.add(journal.firms.add("Kestrel").made, "Hold").made
    files = [Attachment(f"page {n}.txt", b"%d" % n) for n in range(70)]
    said = {"channel": Channel.EMAIL, "direction": Direction.IN, "happened": moment(START, "UTC")}
    contact_id = journal.contacts.log(case_id, attachments=files, **said).made  # type: ignore[arg-type]
    found = journal.contacts.many([contact_id], most=20)[contact_id]
    assert [e.number for e in found.exhibits] == list(range(1, 21)), "the first ones"
    whole = journal.exhibits.of_case(case_id)
    assert journal.contacts.get(contact_id).exhibits == tuple(whole)

    bubble = BubbleMaker(theme).lay_out(found, (), 640, unfolded=False, exhibits=70)
    assert bubble.more and bubble.more[1] == f"+{70 - len(bubble.thumbs)} more", "those that were not read, too"
    grid = ExhibitGrid(theme, thumbnails)
    qtbot.addWidget(grid)
    grid.show_exhibits(whole)
    model = grid.model()
    assert model.rowCount() == 60 and model.index(59, 0).data() == "+11 more" and model.index(0, 0).data() == "EX-1"
    grid.show_exhibits(whole[:60])
    assert model.index(59, 0).data() == "EX-60"

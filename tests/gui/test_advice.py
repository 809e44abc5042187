"""Where to turn, the ladder, a firm's channels, and the quiet line before a second sending, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casebook.gui.dialogs.channel_dialog import ChannelDialog, ChannelsDialog
from casebook.gui.dialogs.deadlines_dialog import DeadlinesDialog
from casebook.gui.dialogs.explain_dialog import ExplainDialog
from casebook.gui.dialogs.firm_dialog import FirmDialog
from casebook.gui.dialogs.ladder_dialog import LadderDialog
from casebook.gui.dialogs.message_dialog import MessageDialog
from casebook.gui.dialogs.where_dialog import WhereDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.widgets.composing.resend_line import ResendLine
from casebook.guide.advice.channels import Urgency
from casebook.guide.advice.ladder import State
from casebook.guide.advice.resend import Verdict
from casebook.journal.terms import Channel, CheckState, Direction, LetterKind
from tests.gui.conftest import MakeWindow
from tests.gui.small_book import Sample


@pytest.fixture
def window(make_window: MakeWindow, small: Sample) -> Iterator[MainWindow]:
    made = make_window(small.journal)
    made.reminder.hide()  # it has the keys while nothing else is open
    yield made
    for dialog in [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not made]:
        dialog.close()


def shown(kind: type) -> object:
    """Return the one open dialog of a kind."""
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def open_by_action(window: MainWindow, small: Sample, name: str, kind: type) -> object:
    assert window.body is not None
    window.body.show_case(small.withdrawal)
    window.actions_[name].trigger()
    return shown(kind)


def test_where_to_turn_is_filled_and_follows_what_is_chosen(window: MainWindow, small: Sample, qtbot: QtBot) -> None:
    dialog = open_by_action(window, small, "where", WhereDialog)
    assert isinstance(dialog, WhereDialog)
    qtbot.waitUntil(lambda: dialog.way() is not None)
    rows = [row.title for row in dialog.pane.list.rows()]
    assert len(rows) == 9
    assert dialog.chosen_category().value == "withdrawal"
    dialog.urgency.setCurrentIndex(dialog.urgency.findData(Urgency.NOW.value))
    dialog.urgency.activated.emit(dialog.urgency.currentIndex())
    qtbot.waitUntil(lambda: [row.title for row in dialog.pane.list.rows()] != rows)
    assert dialog.chosen_urgency() is Urgency.NOW


def test_a_way_is_noted_from_there_and_shows_at_once(window: MainWindow, small: Sample, qtbot: QtBot) -> None:
    dialog = open_by_action(window, small, "where", WhereDialog)
    assert isinstance(dialog, WhereDialog)
    qtbot.waitUntil(lambda: dialog.way() is not None)
    chosen = dialog.way()
    assert chosen is not None
    assert chosen.known is None
    dialog.note.click()
    form = shown(ChannelDialog)
    assert isinstance(form, ChannelDialog)
    assert form.values()["channel"] is chosen.channel
    form.place.setText("App > Me > Help")
    form.hours.setText("when we can")
    assert form.form.isRowVisible(form._read)
    form.hours.setText("24/7")
    assert not form.form.isRowVisible(form._read)
    form.languages.setText("English，中文")
    form.accept()
    (made,) = small.journal.firm_channels.of_firm(small.kestrel)
    assert (made.place, made.hours, made.languages) == ("App > Me > Help", "24/7", ("English", "中文"))
    assert made.checked_on == "2026-11-20"
    qtbot.waitUntil(lambda: (way := dialog.way()) is not None and way.known == made)
    assert "open round the clock" in dialog.pane.text().lower()


def test_the_ladder_shows_what_was_done_and_is_marked_by_hand(window: MainWindow, small: Sample, qtbot: QtBot) -> None:
    dialog = open_by_action(window, small, "ladder", LadderDialog)
    assert isinstance(dialog, LadderDialog)
    qtbot.waitUntil(lambda: dialog.rung() is not None)
    first = dialog.rung()
    assert first is not None
    small.clock.now += timedelta(hours=10)  # past the nudge
    dialog.pane.list.setCurrentIndex(dialog.pane.list.model().index(0, 0))
    dialog.note.setText("two articles, no help")
    qtbot.keyClick(dialog.pane.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: (rung := dialog.rung()) is not None and rung.state is State.DONE)
    (mark,) = small.journal.check_marks.of_case(small.withdrawal)
    assert (mark.item, mark.state, mark.note) == ("ladder:help-centre", CheckState.DONE, "two articles, no help")
    assert "“two articles, no help”" in dialog.pane.text()
    assert not dialog.took.isEnabled()
    dialog.clear.click()
    qtbot.waitUntil(lambda: (rung := dialog.rung()) is not None and rung.state is State.OPEN)
    assert small.journal.check_marks.of_case(small.withdrawal) == []


def test_a_step_leads_to_its_contact_its_words_and_its_deadlines(
    window: MainWindow, small: Sample, qtbot: QtBot
) -> None:
    dialog = open_by_action(window, small, "ladder", LadderDialog)
    assert isinstance(dialog, LadderDialog)
    qtbot.waitUntil(lambda: dialog.rung() is not None)
    written = next(n for n, rung in enumerate(dialog._rungs) if rung.step.id == "written")
    dialog.pane.list.setCurrentIndex(dialog.pane.list.model().index(written, 0))
    contact = QSignalSpy(dialog.contact_requested)
    dialog.show_contact.click()
    assert small.journal.contacts.get(contact.at(0)[0]).channel is Channel.EMAIL
    dialog.write.click()
    letter = shown(MessageDialog)
    assert isinstance(letter, MessageDialog)
    qtbot.waitUntil(lambda: letter.message() is not None)
    assert letter.choice()[0] is LetterKind.FIRST
    letter.close()
    dialog.dates.click()
    assert isinstance(shown(DeadlinesDialog), DeadlinesDialog)


def test_a_way_leads_to_its_words(window: MainWindow, small: Sample, qtbot: QtBot) -> None:
    dialog = open_by_action(window, small, "where", WhereDialog)
    assert isinstance(dialog, WhereDialog)
    qtbot.waitUntil(lambda: dialog.way() is not None)
    email = next(n for n, way in enumerate(dialog._ways) if way.channel is Channel.EMAIL)
    dialog.pane.list.setCurrentIndex(dialog.pane.list.model().index(email, 0))
    dialog.write.click()
    letter = shown(MessageDialog)
    assert isinstance(letter, MessageDialog)
    qtbot.waitUntil(lambda: letter.message() is not None)
    assert letter.choice()[1] is Channel.EMAIL


def test_a_firms_channels_from_its_dialog(window: MainWindow, small: Sample, qtbot: QtBot) -> None:
    assert window.commands is not None
    add = small.journal.firm_channels.add
    add(small.kestrel, Channel.PHONE, place="+65 6123", checked_on="2026-07-01")
    firm = window.commands.firm.edit(small.kestrel)
    assert isinstance(firm, FirmDialog)
    firm.channels.click()
    dialog = shown(ChannelsDialog)
    assert isinstance(dialog, ChannelsDialog)
    (row,) = dialog.list.rows()
    assert row.warn
    assert "look up again" in row.detail
    dialog.again.click()
    assert not dialog.list.rows()[0].warn
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    form = shown(ChannelDialog)
    assert isinstance(form, ChannelDialog)
    assert form.place.text() == "+65 6123"
    form.cost.setText("call to Singapore")
    form.accept()
    assert small.journal.firm_channels.of_firm(small.kestrel)[0].cost == "call to Singapore"
    dialog.remove.click()
    assert small.journal.firm_channels.of_firm(small.kestrel) == []
    assert not dialog.edit.isEnabled()
    dialog.close()
    firm.close()


def line(window: MainWindow) -> ResendLine:
    assert window.body is not None
    return window.body.case_page.composer.guard


def test_the_composer_warns_quietly_and_never_blocks(window: MainWindow, small: Sample, qtbot: QtBot) -> None:
    assert window.body is not None
    small.clock.now -= timedelta(days=1)  # 24 hours after the mail
    window.body.show_case(small.withdrawal)
    composer, guard = window.body.case_page.composer, line(window)
    composer.channel.set_value(Channel.EMAIL)
    composer.direction.set_value(Direction.OUT)
    composer.text.setPlainText("The same again")
    qtbot.waitUntil(lambda: guard.isVisibleTo(window))
    assert guard.check is not None
    assert guard.check.verdict is Verdict.WAIT
    assert "business days left" in guard.words.text()
    assert "slows the case down" in guard.words.text()
    assert "in order from" in guard.words.toolTip()
    guard.why.click()
    dialog = shown(ExplainDialog)
    assert isinstance(dialog, ExplainDialog)
    assert "business days" in dialog.text()
    dialog.close()
    composer.direction.set_value(Direction.IN)
    composer.direction.chosen.emit(Direction.IN)
    assert not guard.isVisibleTo(window)
    composer.direction.set_value(Direction.OUT)
    composer.direction.chosen.emit(Direction.OUT)
    before = len(small.journal.contacts.of_case(small.withdrawal))
    composer.submit()
    qtbot.waitUntil(lambda: len(small.journal.contacts.of_case(small.withdrawal)) == before + 1)


def test_after_the_limit_it_asks_for_the_subject_to_say_so(window: MainWindow, small: Sample, qtbot: QtBot) -> None:
    assert window.body is not None
    small.clock.now += timedelta(days=6)
    window.body.show_case(small.withdrawal)
    composer, guard = window.body.case_page.composer, line(window)
    composer.channel.set_value(Channel.EMAIL)
    composer.direction.set_value(Direction.OUT)
    composer.subject.setText("Withdrawal refused, order 88213")
    qtbot.waitUntil(lambda: guard.isVisibleTo(window))
    assert guard.check is not None
    assert guard.check.verdict is Verdict.RESEND
    composer.subject.setText("Withdrawal refused (sent once already)")
    assert not guard.isVisibleTo(window)
    window.body.show_case(small.fees)
    assert guard.check is None


def test_a_firms_own_figure_is_asked_for_anew(window: MainWindow, small: Sample, qtbot: QtBot) -> None:
    assert window.body is not None
    small.clock.now += timedelta(days=6)
    window.body.show_case(small.withdrawal)
    composer, guard = window.body.case_page.composer, line(window)
    composer.channel.set_value(Channel.EMAIL)
    composer.direction.set_value(Direction.OUT)
    composer.text.setPlainText("The same again")
    qtbot.waitUntil(lambda: guard.check is not None and guard.check.verdict is Verdict.RESEND)
    made = small.journal.firm_rules.set(
        small.kestrel, "mail-resend", unit="calendar-days", not_before=30, why="its terms, section 4"
    )
    window.feed.announce(made)
    qtbot.waitUntil(lambda: guard.check is not None and guard.check.verdict is Verdict.NUDGE_FIRST)

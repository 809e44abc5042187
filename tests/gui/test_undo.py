"""What was done is taken back by Ctrl+Z, step by step, unless something else came between; the ledger tells of both."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from casebook.gui.main_window import MainWindow
from casebook.gui.models.history_words import _SENTENCES
from casebook.gui.undo import Undo
from casebook.journal import Journal
from casebook.journal.removal.steps import STAYS, WAYS
from casebook.journal.terms import CaseStatus, FollowUpState

COMMANDS = Path(__file__).parents[2] / "casebook" / "gui" / "commands"


def undo_of(window: MainWindow) -> Undo:
    """Return what the window would take back."""
    assert window.body is not None
    found = window.body.findChild(Undo)
    assert found is not None
    return found


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """The window in front, without what rang at the start."""
    window.reminder.hide()
    window.activateWindow()
    return window


def test_steps_are_taken_back_in_order_by_the_key(window: MainWindow, qtbot: QtBot) -> None:
    journal, action = window.journal, window.actions_["undo"]
    assert journal is not None and window.commands is not None and window.body is not None
    assert not action.isEnabled()
    case_id = journal.cases.rows()[0].id
    window.show_case(case_id)
    before = journal.cases.get(case_id)
    dialog = window.commands.case.edit(case_id)
    dialog.title.setText("Renamed by hand")
    dialog.accept()
    asked = journal.follow_ups.of_case(case_id, open_only=True)[0].id
    window.commands.follow_up.done(asked)
    QApplication.processEvents()
    assert action.isEnabled()
    assert window.notices.undo.isVisible()
    menu = next(each for each in action.associatedObjects() if isinstance(each, QMenu))
    menu.aboutToShow.emit()
    assert "Follow-up done" in action.text()

    window.body.case_page.timeline.setFocus()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert journal.follow_ups.get(asked).state is FollowUpState.OPEN
    assert not window.notices.undo.isVisible(), "the notice offers nothing that was taken back already"
    assert "Case changed" in undo_of(window).words()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert journal.cases.get(case_id).title == before.title
    assert "Renamed by hand" in window.notices.said()
    assert not action.isEnabled()
    told = [event.what for event in journal.history.of_case(case_id, limit=4)]
    assert told == ["case.taken-back", "follow_up.reopened", "follow_up.done", "case.edited"]


def test_closing_a_case_is_taken_back_with_its_follow_ups(window: MainWindow) -> None:
    journal, do = window.journal, window.commands
    assert journal is not None and do is not None
    case_id = next(row.id for row in journal.cases.rows() if journal.follow_ups.of_case(row.id, open_only=True))
    was = [f.state for f in journal.follow_ups.of_case(case_id)]
    dialog = do.case.close(case_id)
    dialog.drop.setChecked(True)
    dialog.accept()
    assert journal.cases.get(case_id).status is CaseStatus.CLOSED
    window.notices.undo.click()
    assert journal.cases.get(case_id).status is CaseStatus.OPEN
    assert [f.state for f in journal.follow_ups.of_case(case_id)] == was


def test_a_step_is_refused_where_something_changed_since(window: MainWindow) -> None:
    journal, do = window.journal, window.commands
    assert journal is not None and do is not None
    case_id = journal.cases.rows()[0].id
    dialog = do.case.edit(case_id)
    dialog.title.setText("Mine")
    dialog.accept()
    other = Journal.open(journal.folder)
    other.cases.edit(case_id, title="From elsewhere")
    other.close()
    window.actions_["undo"].trigger()
    box = window.findChild(QMessageBox)
    assert box is not None and "changed since" in box.text()
    box.close()
    assert journal.cases.get(case_id).title == "From elsewhere"
    assert not window.actions_["undo"].isEnabled(), "a step that cannot be taken back does not block the others"


def test_fields_keep_their_own_keys(window: MainWindow, qtbot: QtBot) -> None:
    journal, do = window.journal, window.commands
    assert journal is not None and do is not None and window.body is not None
    case_id = journal.cases.rows()[0].id
    window.show_case(case_id)
    do.reference.add_ticket(case_id).close()
    field = window.toolbar.search
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    window.actions_["select_all"].trigger()
    assert field.selectedText() == "abc"
    window.actions_["copy"].trigger()
    assert QApplication.clipboard().text() == "abc"
    journal_before = journal.ledger.head_number()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() != "abc"
    assert journal.ledger.head_number() == journal_before
    assert window.actions_["undo"].shortcut() == QKeySequence("Ctrl+Z")


def test_every_verb_of_the_ledger_is_taken_back_or_says_why_not() -> None:
    without = {verb for verb in _SENTENCES if verb not in WAYS and verb not in STAYS}
    assert {verb for verb in without if not verb.endswith(".erased")} == set()


# What a command calls of the journal to write, besides what the ledger tells of (`WAYS`).
NOT_TOLD = {
    ("drafts", "save"): "what is being written; Ctrl+Z in its field",
    ("drafts", "drop"): "the contact is there in its stead",
    ("letters", "save"): "what is being written; Ctrl+Z in its field",
    ("letters", "drop"): "the dialog of the message asks, and says that it is a draft",
    ("templates", "save"): "the field has its own undo, and the template as it came is one click away",
    ("templates", "reset"): "puts back what came with the program",
    ("mailboxes", "edit"): "a setting: the same dialog sets it again",
    ("mailboxes", "forget"): "a setting; nothing that was fetched goes",
    ("mailboxes", "save"): "a setting: the same dialog sets it again",
    ("preferences", "set"): "a setting: the same dialog sets it again",
    ("backups", "choose"): "a setting: the same dialog sets it again",
    ("sessions", "start"): "a talk under way: its own bar takes steps back and gives it up",
    ("sessions", "note"): "has its own way back on the bar of the talk",
    ("sessions", "take_back"): "is the way back itself",
    ("sessions", "name"): "can be named again",
    ("sessions", "keep"): "what is being written",
    ("sessions", "end"): "becomes a contact, which goes into the bin",
    ("sessions", "give_up"): "the dialog asks: nothing of the talk was kept",
    ("passed_over", "add"): "its own way back stands beside it",
    ("passed_over", "remove"): "is the way back itself",
    ("visits", "note"): "what was looked at",
    ("saved_views", "save"): "is overwritten by saving again",
    ("saved_views", "rename"): "is renamed again",
    ("saved_views", "remove"): "its own way back stands beside it",
    ("purge", "contact"): "erases for good, and asks first",
    ("purge", "exhibit"): "erases for good, and asks first",
    ("purge", "words"): "erases for good, and asks first",
    ("bin", "empty"): "erases for good, and asks first",
    ("archives", "import_case"): "a whole case from elsewhere: it can be deleted",
    ("chats", "add"): "came from outside, and is deleted like any contact",
    ("chats", "take"): "came from outside, and is deleted like any contact",
    ("checkpoints", "accept"): "says what the ledger rests on, with a reason",
    ("follow_ups", "mark_shown"): "that it was on the screen",
}

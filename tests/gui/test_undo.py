"""What was done is taken back by Ctrl+Z, step by step, unless something else came between; the ledger tells of both."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from casebook.gui.main_window import MainWindow
from casebook.gui.models.history_words import _SENTENCES
from casebook.gui.models.log_request import LogRequest
from casebook.gui.undo import Undo
from casebook.journal import Changes, Journal
from casebook.journal.errors import DiskTrouble
from casebook.journal.records import Attachment
from casebook.journal.removal.steps import STAYS, WAYS
from casebook.journal.terms import CaseStatus, Channel, Direction, FollowUpState
from casebook.journal.times import moment
from tests.gui.conftest import MakeWindow
from tests.gui.small_book import Sample

COMMANDS = Path(__file__).parents[2] / "casebook" / "gui" / "commands"


def undo_of(window: MainWindow) -> Undo:
    """Return what the window would take back."""
    assert window.body is not None
    found = window.body.findChild(Undo)
    assert found is not None
    return found


@pytest.fixture
def window(make_window: MakeWindow, small: Sample) -> MainWindow:
    """The window in front, without what rang at the start."""
    made = make_window(small.journal)
    made.reminder.hide()
    made.activateWindow()
    return made


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


@pytest.mark.parametrize("size", [10, 3_000_000], ids=["at once", "in the background"])
def test_a_contact_that_was_logged_goes_into_the_bin_with_its_exhibit(
    window: MainWindow, qtbot: QtBot, size: int
) -> None:
    journal, do, body = window.journal, window.commands, window.body
    assert journal is not None and do is not None and body is not None
    case_id = journal.cases.rows()[0].id
    window.show_case(case_id)
    was = len(journal.contacts.of_case(case_id)), len(journal.exhibits.of_case(case_id))
    happened = moment(journal.clock(), "Asia/Singapore")
    words = LogRequest(
        case_id, Channel.CHAT, Direction.IN, happened, "Typed too soon", attachments=(Attachment("a.png", b"x" * size),)
    )
    do.log.log(words)
    qtbot.waitUntil(lambda: len(journal.contacts.of_case(case_id)) == was[0] + 1)
    qtbot.waitUntil(window.actions_["undo"].isEnabled)
    assert undo_of(window).words() == "Contact written down: Typed too soon"
    window.actions_["undo"].trigger()
    assert (len(journal.contacts.of_case(case_id)), len(journal.exhibits.of_case(case_id))) == was
    (binned,) = journal.bin.contents()
    assert binned.title == "Typed too soon", "nothing is lost by it"


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


def test_what_was_done_to_many_is_taken_back_in_the_background(window: MainWindow, qtbot: QtBot) -> None:
    journal, do = window.journal, window.commands
    assert journal is not None and do is not None
    case_id = journal.cases.rows()[0].id
    was = len(journal.tickets.of_case(case_id))

    def many() -> Changes:
        with journal.transaction():
            return Changes.merged([journal.tickets.add(case_id, f"T-{number}") for number in range(60)])

    do.case.write(many)
    do.case.said.emit("60 tickets noted", None)
    assert undo_of(window).words() == "60 tickets noted"
    window.notices.undo.click()
    assert window.worker.jobs
    assert not window.actions_["undo"].isEnabled(), "one after the other"
    qtbot.waitUntil(lambda: len(journal.tickets.of_case(case_id)) == was)
    qtbot.waitUntil(lambda: window.notices.said() == "Taken back: 60 tickets noted")


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


def test_a_step_waits_for_the_later_one_that_is_in_its_way(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    journal, do = window.journal, window.commands
    assert journal is not None and do is not None
    asked = next(f.id for row in journal.cases.rows() for f in journal.follow_ups.of_case(row.id, open_only=True))
    do.follow_up.done(asked)
    QApplication.processEvents()
    do.follow_up.write(lambda: journal.follow_ups.reopen(asked))  # without a word: the notice is still of the first
    window.notices.undo.click()
    box = window.findChild(QMessageBox)
    assert box is not None and "take that back first" in box.text()
    box.close()
    assert journal.follow_ups.get(asked).state is FollowUpState.OPEN
    window.actions_["undo"].trigger()
    assert journal.follow_ups.get(asked).state is FollowUpState.DONE
    with monkeypatch.context() as patched:
        patched.setattr(
            journal.steps, "refuse_changed", Mock(side_effect=DiskTrouble("the disk is full: free some space"))
        )
        window.actions_["undo"].trigger()
    next(each for each in window.findChildren(QMessageBox) if each.isVisible()).close()
    assert window.actions_["undo"].isEnabled(), "what the disk refused can be tried again"
    window.actions_["undo"].trigger()
    assert journal.follow_ups.get(asked).state is FollowUpState.OPEN
    assert not window.actions_["undo"].isEnabled()


def test_fields_keep_their_own_keys(window: MainWindow, qtbot: QtBot) -> None:
    journal, do = window.journal, window.commands
    assert journal is not None and do is not None and window.body is not None
    case_id = journal.cases.rows()[0].id
    window.show_case(case_id)
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


UNDONE = {
    "accounts": {"add", "edit"},
    "firms": {"add", "edit"},
    "answers": {"put", "remove"},
    "bin": {"delete_case", "delete_contact", "delete_exhibit", "restore"},
    "cases": {"add", "close", "edit", "reopen", "retag"},
    "check_marks": {"clear", "set"},
    "contacts": {"add_to", "change", "log"},
    "deadlines": {"add", "drop", "end", "move", "reopen"},
    "exhibits": {"add", "describe", "edit"},
    "firm_channels": {"add", "edit"},
    "firm_rules": {"reset", "set"},
    "follow_ups": {"add", "done", "drop", "reopen", "reschedule", "snooze", "wake"},
    "inbox": {"discard", "file", "restore", "unfile"},
    "losses": {"add", "edit", "remove"},
    "transfers": {"add", "edit", "remove"},
    "officials": {"add", "verify_again", "withdraw"},
    "passed_over": {"add", "remove"},
    "phishing_codes": {"remove", "set"},
    "promises": {"add", "edit", "resolve"},
    "quotes": {"add", "note", "remove"},
    "redactions": {"withdraw"},
    "references": {"add"},
    "requests": {"add", "edit", "reopen", "supply"},
    "tickets": {"add"},
}
"""What commands write, by room of the journal, that Ctrl+Z takes back."""

STAYING = {
    "archives import_case": "a whole case from elsewhere: it can be deleted, which is taken back",
    "bin empty": "erases for good, and asks first",
    "chats add": "came from outside, in the background; each contact of it can be deleted",
    "checkpoints accept": "says with a reason what the ledger rests on from now on",
    "dkim add": "what a name server answered",
    "drafts drop": "the contact that was logged is there in its stead",
    "drafts save": "what is being written: Ctrl+Z in its own field",
    "exhibits mark_read": "it was looked at",
    "letters drop": "a draft; what was sent is a contact",
    "letters save": "what is being written: Ctrl+Z in its own field",
    "mailboxes edit": "a setting: the same dialog sets it again",
    "mailboxes forget": "a setting: nothing that was fetched goes with it",
    "preferences set": "a setting: the same dialog sets it again",
    "purge contact": "erases for good, and asks first",
    "purge exhibit": "erases for good, and asks first",
    "purge words": "erases for good, and asks first",
    "saved_views remove": "how a list looks, and nothing of a case",
    "saved_views rename": "how a list looks: it is renamed again",
    "saved_views save": "how a list looks: it is saved again",
    "sessions end": "becomes a contact; deleting that is taken back",
    "sessions keep": "what is being written",
    "sessions name": "of a talk under way: it is named again",
    "sessions note": "of a talk under way: its own bar takes the step back",
    "sessions start": "of a talk under way: its own bar ends it",
    "sessions take_back": "is the way back itself",
    "templates reset": "wording that came with the program",
    "templates save": "wording: the template as it came is one click away",
    "visits note": "what was looked at",
}
"""What commands write besides, and why Ctrl+Z leaves it alone."""


def test_every_write_of_a_command_is_taken_back_or_says_why_not(journal: Journal) -> None:
    written = {f"{room} {call}" for room, call in _called() if _writes(getattr(journal, room), call)}
    undone = {f"{room} {call}" for room, calls in UNDONE.items() for call in calls}
    assert not undone & STAYING.keys()
    assert len(written) > 60
    new = written - undone - STAYING.keys()
    assert not new, f"say in this file how these are taken back, or why not: {sorted(new)}"


def _called() -> set[tuple[str, str]]:
    """Return each room of the journal and what the commands use of it."""
    found = set()
    for path in COMMANDS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and (
                match := re.fullmatch(r"(?:self\.)?_?journal\.(\w+)\.(\w+)", ast.unparse(node))
            ):
                found.add((match[1], match[2]))
    return found


def _writes(room: object, name: str, seen: frozenset[str] = frozenset()) -> bool:
    """Return whether a method of a room opens a write, by itself or by what it calls of its own."""
    method = getattr(type(room), name, None)
    if name in seen or not inspect.isfunction(method):
        return False
    source = inspect.getsource(method)
    calls = re.findall(r"self\.(_?\w+)\(", source)
    return "core.write()" in source or any(_writes(room, call, seen | {name}) for call in calls)

"""Pages of the pictures that show what is due: nothing, much, several chosen, and the dialogs that answer it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.journal.times import moment
from tests.gui.small_book import ZONE

PAGES = ("today-none", "today-many", "due-panel", "due-bulk", "due-change", "due-moved", "due-snooze")
_MANY = 40


def bring(window: MainWindow, journal: Journal, page: str, settle: Callable[[], None]) -> QWidget | None:
    """Bring the window to a page; return the dialog that stands on it."""
    assert window.body is not None
    assert window.commands is not None
    due = [row.follow_up for row in journal.follow_ups.due(journal.clock())]
    window.actions_["today"].trigger()
    if page == "today-none":
        for follow_up in due:
            window.feed.announce(journal.follow_ups.done(follow_up.id))
        for promise in journal.promises.running_out(journal.clock().replace(year=2030)):
            window.feed.announce(journal.promises.resolve(promise.id, "kept"))
    elif page in {"today-many", "due-bulk"}:
        _fill(window, journal, due[0].case_id)
    settle()
    if page == "due-bulk":
        window.body.today.view.selectAll()
    elif page == "due-panel":
        _fill(window, journal, due[0].case_id)
        window.actions_["due"].trigger()
        settle()
        return window.reminder
    elif page == "due-change":
        return window.commands.follow_up.change(due[0].id)
    elif page == "due-snooze":
        return window.commands.follow_up.snooze(due[0].id)
    elif page == "due-moved":
        day = journal.clock().replace(day=24, hour=1)
        window.feed.announce(journal.follow_ups.reschedule(due[-1].id, moment(day, ZONE), "Lily is away until Monday"))
        settle()
        return window.commands.follow_up.explain(due[-1].id)
    settle()
    return None


def _fill(window: MainWindow, journal: Journal, case_id: int) -> None:
    """Have so many be due as after a long absence."""
    now = journal.clock()
    with journal.transaction():
        for number in range(_MANY - 2):
            when = now.replace(day=max(1, now.day - number // 3), hour=number % 6, minute=number)
            made = journal.follow_ups.add(case_id, moment(when, ZONE), f"Ask for the state of document {number + 1}")
    window.feed.announce(made)
    window.reminder.hide()

"""Pages of the pictures that show the case list: grouped, filtered, several chosen, as a table, and its dialogs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from casebook.gui.main_window import MainWindow
from casebook.gui.widgets.cases.case_acts import CaseAct
from casebook.journal import Journal
from casebook.journal.case_views import CaseGroup
from casebook.journal.times import moment
from tests.gui.small_book import ZONE

PAGES = (
    *("cases-grouped", "cases-filtered", "cases-chosen", "cases-table", "cases-tags"),
    *("cases-close", "cases-export", "cases-view"),
)
_TITLES = ("API key blocked", "Fees charged twice", "Deposit went to the old address", "Card payment reversed")


def bring(window: MainWindow, journal: Journal, page: str, settle: Callable[[], None]) -> QWidget | None:
    """Bring the window to a page; return the dialog that stands on it."""
    assert window.body is not None
    assert window.commands is not None
    _fill(window, journal)
    cases = window.body.case_list
    window.actions_["open"].trigger()
    window.reminder.hide()
    settle()
    if page in {"cases-grouped", "cases-table"}:
        cases.arrange(replace(cases.view, group=CaseGroup.DUE))
    if page == "cases-table":
        window.actions_["cases_table"].trigger()
    elif page == "cases-filtered":
        cases.bar.filter.setText("#court")
    elif page != "cases-grouped":
        cases.list.selectAll()
    dialogs = {"cases-tags": CaseAct.TAG, "cases-close": CaseAct.CLOSE, "cases-export": CaseAct.EXPORT}
    found: QWidget | None = None
    if page in dialogs:
        before = set(window.findChildren(QWidget))
        cases.act_requested.emit(dialogs[page], cases.chosen())
        found = next(w for w in window.findChildren(QWidget) if w not in before and w.isWindow())
    elif page == "cases-view":
        found = window.commands.views.save(cases.view)
    settle()
    return found


def _fill(window: MainWindow, journal: Journal) -> None:
    """Add cases with tags, amounts and follow-ups of all kinds, and a view."""
    now = journal.clock()
    firms = journal.firms.all()
    with journal.transaction():
        for number, title in enumerate(_TITLES):
            firm = firms[number % len(firms)].id
            made = journal.cases.add(firm, title, amount=str(250 * (number + 1)), asset="USDT").made
            journal.cases.retag(made, ("court", "tax")[: number % 3])
            if number:
                journal.follow_ups.add(made, moment(now.replace(day=now.day + 2 * number), ZONE), "Ask again")
        journal.saved_views.save("Large and overdue", {"version": 1, "words": "is:late", "sort": "amount"})
    window.feed.announce(journal.cases.retag(1, ("vip",)))

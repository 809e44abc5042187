"""The timeline searched, marked, quoted from and jumped in, for its pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.journal.terms import Direction

Settle = Callable[[], None]
PAGES = ("timeline-find", "timeline-marked", "timeline-day", "quote-note")


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    assert window.body is not None
    assert window.commands is not None
    case_id = max(journal.cases.rows(), key=lambda row: row.contacts).id
    said = next(c for c in reversed(journal.contacts.of_case(case_id)) if c.text and c.direction is Direction.IN)
    half = said.text[: len(said.text) // 2]
    quote_id = journal.quotes.add(said.id, half.rpartition(" ")[0] or half).made
    window.show_case(case_id, said.id)
    settle()
    case_page = window.body.case_page
    if page == "quote-note":
        return window.commands.quote.note(quote_id)
    if page == "timeline-find":
        case_page.finder.start()
        case_page.finder.bar.words.setText("24")
    elif page == "timeline-day":
        popup = case_page.finder.choose_day()
        assert popup is not None
        settle()
        return popup
    else:
        for _word in range(4):
            QTest.keyClick(
                case_page.timeline,
                Qt.Key.Key_Right,
                Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
            )
    settle()
    return window

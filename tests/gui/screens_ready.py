"""The checklist of a case with its three pages, and a search in a help centre, for their pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.journal.planning import Details
from casebook.journal.records import Attachment
from casebook.journal.terms import Channel, CheckState, Direction
from casebook.journal.times import moment
from tests.gui import small_book

Settle = Callable[[], None]
PAGES = (
    "checklist",
    "checklist-mail",
    "checklist-subject",
    "checklist-files",
    "help-search",
    "not-needed",
    "side-ready",
)


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    assert window.body is not None
    assert window.commands is not None
    case_id = max(journal.cases.rows(), key=lambda row: row.contacts).id
    window.body.show_case(case_id)
    do = window.commands.ready
    journal.check_marks.set(case_id, "bound-phone", CheckState.NOT_NEEDED, "no phone is bound to it")
    if page == "side-ready":
        settle()
        bar = window.body.case_page.side.verticalScrollBar()
        bar.setValue(bar.maximum())
        settle()
        return window
    if page == "help-search":
        journal.contacts.log(
            case_id,
            channel=Channel.HELP_CENTRE,
            direction=Direction.OUT,
            happened=moment(journal.clock(), "Asia/Singapore"),
            details=Details(keywords=("withdrawal limit",), articles=("Withdrawal limits and fees",), helped="no"),
        )
        dialog = do.help_search(case_id)
        dialog.keywords.setText("提币, withdrawal delayed")
        settle()
        return dialog
    if page == "checklist-files":
        journal.exhibits.add(case_id, Attachment("IMG_2041.png", small_book.picture("seen", (200, 120))))
    checklist = do.checklist(case_id, channel=Channel.EMAIL if page == "checklist-mail" else None)
    while not checklist.is_ready():
        settle()
    if page == "checklist-subject":
        checklist.pages.setCurrentWidget(checklist.subject)
        checklist.subject.subject.setText("Help!! Problem with my account")
    if page == "checklist-files":
        checklist.pages.setCurrentWidget(checklist.copies)
        for _ in range(6):
            settle()
    if page == "not-needed":
        return do.not_needed(case_id, "screen-video", checklist)
    settle()
    return checklist

"""The dialogs of promises, requests, and of what support asks to know, on the sample's own case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QDialog, QWidget

from casebook import paths
from casebook.cli.demo_cases import make_cases
from casebook.gui.main_window import MainWindow
from casebook.guide import Guide
from casebook.journal import Journal
from casebook.journal.terms import Direction
from casebook.journal.times import moment, system_zone

Settle = Callable[[], None]
PAGES = ("promise-said", "promise-answer", "request-said", "request-supply", "asked-panel", "account", "case-edit")


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    before = {row.id for row in journal.cases.rows()}
    now = journal.clock() + timedelta(hours=1)
    make_cases(journal, Guide.load(paths.resources() / "guides"), now, system_zone())
    case_id = min({row.id for row in journal.cases.rows()} - before)
    assert window.body is not None
    assert window.commands is not None
    do = window.commands
    came = [c for c in journal.contacts.of_case(case_id) if c.direction is Direction.IN and len(c.text) > 60][-1]
    for days, words, identity in (
        (-1, "A selfie with the passport", True),
        (3, "The bank statement of October", False),
    ):
        due = moment(now + timedelta(days=days), system_zone())
        journal.requests.add(case_id, words, due=due, contact_id=came.id, identity=identity)
    window.body.show_case(case_id)
    settle()
    promise = journal.promises.of_case(case_id)[-1]
    wanted = journal.requests.of_case(case_id)[-1]
    words = "We will answer within 3 business days."
    made: dict[str, Callable[[], QDialog]] = {
        "promise-said": lambda: do.promise.add(case_id, came.id, words),
        "promise-answer": lambda: do.promise.answer(promise.id),
        "request-said": lambda: do.request.add(case_id, came.id, "Please send a photo of the card by 30 November"),
        "request-supply": lambda: do.request.supply(wanted.id),
        "account": lambda: do.firm.edit_account(journal.accounts.all()[0].id),
        "case-edit": lambda: do.case.edit(case_id),
    }
    if page == "asked-panel":
        side = window.body.case_page.side
        side.ensureWidgetVisible(side.asked)
        settle()
        return window
    dialog = made[page]()
    for _turn in range(8):  # the date is read in the background
        settle()
    return dialog

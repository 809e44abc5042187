"""Deadlines and a firm's own figures, for their pictures: clocks that run, one that was answered, one that ended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from casebook.gui.dialogs.deadlines_dialog import DeadlinesDialog
from casebook.gui.dialogs.firm_rules_dialog import FirmRulesDialog
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import Moment, moment

Settle = Callable[[], None]
PAGES = (
    "deadlines",
    "deadlines-empty",
    "deadline-new",
    "deadline-more-time",
    "deadline-pause",
    "deadline-end",
    "firm-rules",
    "firm-rule",
)
_ZONE = "Asia/Singapore"


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    assert window.commands is not None
    do = window.commands.deadline
    case = max(journal.cases.rows(), key=lambda row: row.contacts).id
    for each in journal.deadlines.of_case(case):
        if page == "deadlines-empty":
            journal._core.database.execute_sql("DELETE FROM deadline WHERE id = ?", (each.id,))
    numbers = [] if page == "deadlines-empty" else _running(window, journal, case)
    made: dict[str, Callable[[], QWidget]] = {
        "deadlines": lambda: do.show(case),
        "deadlines-empty": lambda: do.show(case),
        "deadline-new": lambda: do.add(case, "uk-ombudsman"),
        "deadline-more-time": lambda: do.more_time(numbers[0]),
        "deadline-pause": lambda: do.pause(numbers[0]),
        "deadline-end": lambda: do.end(numbers[0], journal.contacts.of_case(case)[-1].id),
        "firm-rules": lambda: do.show_rules(journal.cases.get(case).firm_id),
        "firm-rule": lambda: do.set_rule(journal.cases.get(case).firm_id, "mail-resend"),
    }
    shown = made[page]()
    if isinstance(shown, DeadlinesDialog) and numbers:
        shown.choose(numbers[0])
    if isinstance(shown, FirmRulesDialog):
        shown.choose(3)
    settle()
    return shown


def _running(window: MainWindow, journal: Journal, case: int) -> list[int]:
    """Set a few clocks through the forms' own command."""
    assert window.commands is not None
    do, now = window.commands.deadline, journal.clock()
    firm = journal.cases.get(case).firm_id
    journal.firm_rules.set(
        firm, "mail-resend", unit="business-days", not_before=5, why="their help page of 18 November names five days"
    )
    ago: Callable[[int], Moment] = lambda days: moment(now - timedelta(days=days), _ZONE)  # noqa: E731
    sent = journal.contacts.log(
        case, channel=Channel.EMAIL, direction=Direction.OUT, happened=ago(20), subject="Formal complaint", text="…"
    ).made
    journal.contacts.log(
        case,
        channel=Channel.EMAIL,
        direction=Direction.IN,
        happened=ago(3),
        agent="Lily",
        text="Your complaint is with our team; case 4471.",
    )
    numbers = []
    for rule, days, contact in (
        ("uk-final-response", 20, sent),
        ("uk-ombudsman", 150, None),
        ("data-access", 12, None),
        ("card-not-provided", 130, None),
        ("cfpb-answer", 30, None),
    ):
        start = journal.contacts.get(contact).happened if contact else ago(days)
        clock = do._clock(case, rule, start)
        made = journal.deadlines.add(
            case, rule, start, clock.explanation.to_json(), contact_id=contact, rings=clock.rings
        )
        numbers.append(made.made)
    journal.deadlines.end(numbers[-1], answer="they refused")
    return numbers

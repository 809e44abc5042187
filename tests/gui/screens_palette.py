"""The palette and the page of a firm, for their pictures: with everything in them, and with nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from casebook.gui.main_window import MainWindow
from casebook.gui.models.sidebar_model import Choice, View
from casebook.journal import Journal
from casebook.journal.terms import Channel, Direction, OfficialKind, PromiseState
from casebook.journal.times import moment

Settle = Callable[[], None]
_TYPED = {
    "palette": "",
    "palette-words": "withdrawal",
    "palette-actions": ">add",
    "palette-nothing": "zzyzx",
}
PAGES = (*_TYPED, "firm", "firm-empty", "firm-long")


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    assert window.body is not None
    assert window.commands is not None
    if page in _TYPED:
        for row in journal.cases.rows():
            journal.visits.note("case", row.id)
        window.body.sidebar.choose(Choice(View.OPEN))
        settle()
        palette = window.commands.palette.show(window.body.case_id)
        settle()
        palette.field.setText(_TYPED[page])
        while window.commands.palette.lane.jobs:
            settle()
        settle()
        return window
    if page == "firm-empty":
        firm = journal.firms.add("Aardvark Exchange").made
    else:
        firm = _busy(journal, long=page == "firm-long")
    window.body.sidebar.refresh()
    window.body.sidebar.choose(Choice(View.FIRM, firm))
    while window.body.firm_page.is_counting:
        settle()
    return window


def _busy(journal: Journal, *, long: bool) -> int:
    """Give the firm with the most contacts a longer record and return it."""
    case = max(journal.cases.rows(), key=lambda row: row.contacts)
    now = journal.clock()
    for channel, waits in ((Channel.CHAT, (1, 2, 9)), (Channel.TICKET, (30, 70)), (Channel.PHONE, (3,))):
        for number, hours in enumerate(waits):
            asked = now - timedelta(days=60 - 12 * number - list(Channel).index(channel), hours=1)
            for at, way in ((asked, Direction.OUT), (asked + timedelta(hours=hours), Direction.IN)):
                journal.contacts.log(
                    case.id, channel=channel, direction=way, happened=moment(at, "UTC"), text="About my withdrawal"
                )
    add = journal.officials.add
    add(case.firm_id, OfficialKind.DOMAIN, "kestrel.example", how="its help page, opened from my bookmark")
    add(
        case.firm_id,
        OfficialKind.HANDLE,
        "@KestrelHelp",
        how="its help page",
        platform="Telegram",
        verified_at=now - timedelta(days=120),
    )
    journal.promises.resolve(journal.promises.add(case.id, "an answer within a day").made, PromiseState.KEPT)
    if long:
        journal.firms.edit(
            case.firm_id, name="Kestrel International Digital Asset Exchange (Singapore) Private Limited"
        )
        journal.cases.add(case.firm_id, "A second case with a title that goes on and on " * 4, amount="12", asset="EUR")
    return case.firm_id

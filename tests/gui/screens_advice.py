"""Where to turn, the ladder, and a firm's channels, for their pictures: some ways noted, one step marked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casebook.gui.main_window import MainWindow
from casebook.guide.advice.ladder import MARK
from casebook.journal import Journal
from casebook.journal.terms import Channel, CheckState, Direction

Settle = Callable[[], None]
PAGES = ("where", "ladder", "channels", "channel-new", "resend-line")


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    assert window.commands is not None
    assert window.body is not None
    case = max(journal.cases.rows(), key=lambda row: row.contacts).id
    firm = journal.cases.get(case).firm_id
    add = journal.firm_channels.add
    add(
        firm,
        Channel.CHAT,
        place="App > Me > Help",
        hours="24/7",
        languages=("English", "中文"),
        checked_on="2026-11-18",
    )
    add(
        firm, Channel.PHONE, place="+65 6123 4567, 2 then 1", hours="Mon-Fri 09:00-18:00", languages=("English",),
        cost="call to Singapore", checked_on="2026-07-01",
    )  # fmt: skip
    add(firm, Channel.EMAIL, topic="API", place="api@kestrel.example", hours="when we can", checked_on="2026-11-18")
    journal.check_marks.set(case, MARK + "help-centre", CheckState.DONE, "充币未到账, 2 articles, no help")
    do = window.commands
    if page == "resend-line":
        window.body.show_case(case)
        settle()
        composer = window.body.case_page.composer
        composer.channel.set_value(Channel.EMAIL)
        composer.direction.set_value(Direction.OUT)
        composer.text.setPlainText("I have not heard from you.")
        settle()
        return window
    made: dict[str, Callable[[], QWidget]] = {
        "where": lambda: do.advice.where(case),
        "ladder": lambda: do.advice.ladder(case),
        "channels": lambda: do.advice.channels(firm),
        "channel-new": lambda: do.advice.edit_channel(journal.firm_channels.of_firm(firm)[-1].id),
    }
    found = made[page]()
    for _ in range(3):
        settle()
        QCoreApplication.processEvents()
    return found

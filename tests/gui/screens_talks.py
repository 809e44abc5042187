"""Chats and calls under way, their card and their end, for their pictures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from unittest.mock import patch

from PySide6.QtWidgets import QWidget

from casebook.gui.main_window import MainWindow
from casebook.journal import Changes, Journal, Kind
from casebook.journal.records import Attachment
from casebook.journal.talking import Step
from casebook.journal.terms import Channel
from tests.gui import small_book

Settle = Callable[[], None]
PAGES = ("talk-waiting", "talk-talking", "talk-card", "talk-end-chat", "talk-end-call", "talk-contact")


def lived(journal: Journal, case_id: int, channel: Channel, steps: tuple[tuple[float, Step, str], ...]) -> None:
    """Let a chat or call have gone on for a while: its steps at so many minutes before now."""
    core = journal.sessions._core
    now = core.clock()
    times = [now - timedelta(minutes=minutes) for minutes, _step, _who in steps]
    with patch.object(core, "clock", lambda: times[0]):
        journal.sessions.start(case_id, channel)
    for at, (_minutes, step, who) in zip(times[1:], steps[1:], strict=True):
        with patch.object(core, "clock", lambda at=at: at):
            journal.sessions.note(case_id, step, who)


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    assert window.commands is not None
    assert window.body is not None
    zh = window.locale().name().startswith("zh")
    for session in journal.sessions.all():
        journal.sessions.end(session.case_id)
    case_id = max(journal.cases.rows(), key=lambda row: row.contacts).id
    call = page in ("talk-card", "talk-end-call", "talk-contact")
    steps: tuple[tuple[float, Step, str], ...] = ((19.3, Step.STARTED, ""),)
    if page != "talk-waiting":
        steps += ((6.2, Step.ANSWERED, "Lily"),)
    lived(journal, case_id, Channel.PHONE if call else Channel.CHAT, steps)
    if call:
        card = {"address": "+65 6000 0000", "menu": "2 > 4 > 0", "language": "中文" if zh else "English"}
        journal.sessions.keep(case_id, {**card, "cost": "SGD 4.20", "recorded": "yes", "agent_id": "4471"})
    if page.startswith("talk-end"):
        text = "审核会在 24 小时内完成并放行。" if zh else "The review will be finished within 24 hours."
        words = {"text": text, "ticket": "T-99812", "bot": "person", "files": "1"}
        journal.drafts.save(case_id, words, [Attachment("chat.png", small_book.picture("24 h"), "image/png")])
    window.show_case(case_id)
    window.feed.announce(Changes(case_id, {Kind.SESSION: frozenset({case_id})}))
    settle()
    if page == "talk-card":
        return window.commands.session.card(case_id)
    if page.startswith("talk-end"):
        return window.commands.session.end(case_id)
    if page == "talk-contact":
        dialog = window.commands.session.end(case_id)
        dialog.outcome.setText("Call back on Monday")
        dialog.accept()
        settle()
        return window.commands.contact.open(journal.contacts.of_case(case_id)[-1].id)
    settle()
    return window

"""The inbox with much in it, for its pictures: what is sure, what is doubtful and why, and a case made of a thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.journal.incoming import NewMail
from casebook.journal.terms import Automatic
from casebook.journal.times import parse

Settle = Callable[[], None]
PAGES = ("inbox-many", "inbox-doubt", "inbox-new-case")


def _mail(
    number: int, sender: str, name: str, subject: str, text: str, *, to: str = "mei@example.org", after: int = 0
) -> NewMail:
    references = (f"many{after}@test",) if after else ()
    return NewMail(
        raw=f"Message-ID: <many{number}@test>\n\n{text}".encode(),
        source="Takeout.mbox",
        message_id=f"many{number}@test",
        in_reply_to=references,
        references=references,
        sender=sender,
        sender_name=name,
        to=(to,),
        cc=(),
        subject=subject,
        date_header="",
        sent=parse(f"2026-11-{18 + number % 2:02d} {9 + number}:1{number}", "Asia/Singapore"),
        text=text,
        automatic=Automatic.NO,
        attachments=(),
    )


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    assert window.commands is not None
    assert window.body is not None
    txid = "9f3c6a1b0d5e4f7788990a1b2c3d4e5f60718293a4b5c6d7e8f901122334455a"
    added = journal.mail.add(
        [
            _mail(1, "support@kestre1.example", "Kestrel Support", "Re: [T-99812] Withdrawal", "Confirm your wallet."),
            _mail(2, "anna@lawyers.example", "Anna Chen", "Fwd: Withdrawal on hold, T-99812", "What I think of it."),
            _mail(
                3,
                "help@curlew.example",
                "Curlew Exchange Support",
                "Deposit #55120713 not credited",
                f"We received your request.\nTicket: 55120713\nAmount: 300 USDT\nTxID: {txid}",
            ),
            _mail(
                4,
                "help@curlew.example",
                "Curlew Exchange Support",
                "Re: Deposit #55120713 not credited",
                "It will be credited within 24 hours.",
                after=3,
            ),
            _mail(5, "newsletter@kestrel.example", "Kestrel Exchange", "This week's offers", "New coins are listed."),
        ]
    )
    window.commands.mail.feed.announce(added.changes)
    window.actions_["inbox"].trigger()
    settle()
    inbox = window.body.inbox
    wanted = {"inbox-many": "Withdrawal refused", "inbox-doubt": "Withdrawal", "inbox-new-case": "Deposit #"}[page]
    for row in range(inbox.model.rowCount()):
        line = inbox.model.line(inbox.model.index(row))
        if (
            line is not None
            and wanted in line.thread.subject
            and (page != "inbox-doubt" or "kestre1" in line.shown.sender)
        ):
            inbox.view.setCurrentIndex(inbox.model.index(row))
            break
    settle()
    if page == "inbox-new-case":
        dialog = window.commands.mail.new_case(inbox.selected())
        settle()
        return dialog
    return window

"""Who wrote a mail, and the register of a firm, for their pictures: one real sender, one that only looks like it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.journal.terms import OfficialKind
from casebook.mail.message.parse import parse
from tests.mail.name_server import ed25519_signed, mail

Settle = Callable[[], None]
PAGES = ("who-known", "who-look-alike", "register", "official-new", "dkim-look-up", "anti-phishing-code")
_LINK = "Please confirm within 2 hours at https://login.kestrel.example.id-check.net/verify"


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    assert window.commands is not None
    case = max(journal.cases.rows(), key=lambda row: row.contacts).id
    firm = journal.cases.get(case).firm_id
    add, now = journal.officials.add, journal.clock()
    how = "its help page, opened from my bookmark"
    add(firm, OfficialKind.DOMAIN, "kestrel.example", how=how)
    add(firm, OfficialKind.HANDLE, "@KestrelHelp", how=how, platform="Telegram", verified_at=now - timedelta(days=120))
    gone = add(firm, OfficialKind.ADDRESS, "vip@kestrel-vip.example", how="an agent named it in the chat").made
    journal.officials.withdraw(gone)
    journal.phishing_codes.set(firm, "Blue-Heron-7", since="2026-03-01")
    do = window.commands
    raw, _record = ed25519_signed(mail("Your code: Blue-Heron-7\nYour withdrawal is under review."))
    top = b"Received: from out.kestrel.example by mx.example.org; Fri, 20 Nov 2026 06:03:02 +0000\r\n"
    top += b"Authentication-Results: mx.example.org; dkim=pass header.d=kestrel.example; dmarc=pass\r\n"
    forged = mail(_LINK, "Kestrel Support <support@kestrei.example>").replace(b"<1@", b"<2@")
    forged = forged.replace(b"\r\nTo:", b"\r\nReply-To: kestrel.desk@gmail.com\r\nTo:")
    added = journal.mail.add([parse(top + raw, "real.eml"), parse(forged, "forged.eml")], case_id=case).contacts
    made: dict[str, Callable[[], QWidget | None]] = {
        "who-known": lambda: do.contact.open(added[0]),
        "who-look-alike": lambda: do.contact.open(added[1]),
        "register": lambda: do.senders.show_register(firm),
        "official-new": lambda: do.senders.add(firm, value="help@kestrel.example"),
        "anti-phishing-code": lambda: do.senders.set_code(firm),
    }
    if page == "dkim-look-up":
        shown = do.contact.open(added[0])
        settle()
        dialog = do.senders.look_up(shown.who, added[0])
        assert dialog is not None
        settle()
        return dialog
    found = made[page]()
    assert found is not None
    settle()
    return found

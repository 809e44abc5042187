"""The mailboxes: none yet, the form, one with its folders, the question about a certificate, for their pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from casebook.gui.dialogs.certificate_dialog import CertificateDialog
from casebook.gui.dialogs.mailbox_dialog import MailboxDialog
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.mail.mailbox.errors import Untrusted
from casebook.mail.mailbox.folders import Folder, Purpose

Settle = Callable[[], None]
PAGES = ("mailboxes-empty", "mailboxes", "mailbox-add", "mailbox-certificate", "mailbox-fetching")
_FOLDERS = (
    Folder("INBOX", Purpose.INBOX, 12_408),
    Folder("Archive", Purpose.ARCHIVE, 31_077),
    Folder("Drafts", Purpose.DRAFTS, 3),
    Folder("Junk", Purpose.JUNK, 512),
    Folder("Sent", Purpose.SENT, 2_964),
    Folder("交易所/提币", Purpose.NONE, 87),
)


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    from casebook.journal import Progress

    assert window.commands is not None
    commands = window.commands.mailboxes
    if page not in ("mailboxes-empty", "mailbox-add"):
        journal.mailboxes.add("imap.example.org", "mei@example.org", search="SINCE 1-Sep-2026 TEXT withdrawal")
        journal.mailboxes.note_read(1, "INBOX", 7, 12_000)
    dialog = commands.open()
    settle()
    if page == "mailbox-add":
        dialog.setup.add.click()
        settle()
        asking = next(w for w in dialog.children() if isinstance(w, MailboxDialog))
        asking.user.setText("mei@example.org")
        asking.user.editingFinished.emit()
        asking.password.setText("not a real one")
        settle()
        return asking
    if page == "mailbox-certificate":
        reason = "it is signed by itself"
        question = Untrusted("{reason}", reason=reason, fingerprint=":".join(["AB", "0F", "7C", "91"] * 8))
        asked = CertificateDialog("imap.example.org", question, window.appearance.theme, dialog)
        asked.open()
        settle()
        return asked
    if page == "mailboxes":
        dialog.setup.show_folders(_FOLDERS, ["INBOX", "Sent", "交易所/提币"])
    if page == "mailbox-fetching":
        dialog.begin(commands.tr("Fetching from {host}").replace("{host}", "imap.example.org"))
        dialog.advance(Progress(48_300_000, 310_500_000, "bytes", "imap.example.org/INBOX #12410 (mei@example.org)"))
    settle()
    return dialog

"""The dialog "Write to them" with a nudge, a resend, a post and a complaint, and the user's templates, for pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from casebook.gui.dialogs.sent_dialog import SentDialog
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.journal.terms import Channel, LetterKind

Settle = Callable[[], None]
_KINDS = {
    "write-nudge": (LetterKind.NUDGE, Channel.EMAIL),
    "write-resend": (LetterKind.RESEND, Channel.EMAIL),
    "write-first": (LetterKind.FIRST, Channel.EMAIL),
    "write-social": (LetterKind.NUDGE, Channel.SOCIAL),
    "write-call": (LetterKind.ESCALATION, Channel.PHONE),
    "write-rude": (LetterKind.COMPLAINT, Channel.EMAIL),
}
PAGES = (*_KINDS, "write-sent", "templates")
_RUDE = "\n\nYou are thieves!!! My recovery phrase is " + "abandon " * 11 + "about. ANSWER ME RIGHT NOW."


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    assert window.body is not None
    assert window.commands is not None
    case = next(
        row.id for row in journal.cases.rows() if journal.mail.is_mail(c.id for c in journal.contacts.of_case(row.id))
    )
    window.body.show_case(case)
    messages = window.commands.message
    if page == "templates":
        return messages.edit_templates()
    kind, channel = _KINDS.get(page, (LetterKind.NUDGE, Channel.EMAIL))
    dialog = messages.open(case, str(kind), channel=str(channel))
    while dialog.message() is None:
        settle()
    if page == "write-rude":
        dialog.edit.appendPlainText(_RUDE)
        while not any("recovery" in words or "助记" in words for words in dialog.doubts.words()):
            settle()
    if page != "write-sent":
        settle()
        return dialog
    dialog.buttons.sent.click()
    settle()
    return dialog.findChildren(SentDialog)[0]

"""The small words in a bubble: auto-reply, written later, promise, amended, show all."""

from __future__ import annotations

from datetime import UTC, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from casebook.gui import texts
from casebook.journal.records import Contact, Promise
from casebook.journal.terms import Automatic
from casebook.journal.times import HowKnown, Precision

LATE = timedelta(minutes=15)
"""From when on the gap between what happened and its writing down is worth showing."""
_HEADERS = (HowKnown.MAIL_HEADER, HowKnown.RECEIVED_HEADER, HowKnown.CHAT_EXPORT)


def written_later(contact: Contact) -> str:
    """Return "written 2 hours later" where a contact was recorded clearly after it happened, else nothing.

    A mail's own header says when it was sent, however late it was imported, so nothing is said about mails; nor
    about exported chats.
    """
    happened = contact.happened
    if happened.known in _HEADERS:
        return ""
    since = happened.utc + contact.details.lasted  # nobody writes down what is not over yet
    if happened.precision is Precision.DATE:
        since = (happened.local + timedelta(days=1)).astimezone(UTC)
    gap = contact.recorded_at - since
    if gap < LATE:
        return ""
    return QCoreApplication.translate("Timeline", "written {span} later").format(span=texts.duration(gap))


def bot_word(bot: bool) -> str:
    """Return "bot" or "person"."""
    return QCoreApplication.translate("Timeline", "bot") if bot else QCoreApplication.translate("Timeline", "person")


def fold_word(folded: bool) -> str:
    """Return what the link under a long text says."""
    if folded:
        return QCoreApplication.translate("Timeline", "Show all")
    return QCoreApplication.translate("Timeline", "Show less")


def time_words(contact: Contact) -> str:
    """Return when a contact happened, how that is known, and when it was written down."""
    template = QCoreApplication.translate("Timeline", "Written down {time}")
    recorded = template.format(time=texts.short_time(texts.here(contact.recorded_at)))
    return "\n".join((texts.full_time(contact.happened), texts.caption(contact.happened.known), recorded))


def quoted_lines_word(lines: int) -> str:
    """Return what the link under a message says whose earlier words are folded away."""
    return QCoreApplication.translate("Timeline", "Show %n quoted line(s)", None, lines)


def quoted_word() -> str:
    """Return the mark of a contact of which the dossier quotes a passage."""
    return QCoreApplication.translate("Timeline", "quoted in the dossier")


def more_word(count: int) -> str:
    """Return how many exhibits of a contact are not shown."""
    return QCoreApplication.translate("Timeline", "+{count} more").format(count=QLocale().toString(count))


def amended_word() -> str:
    """Return the mark of a contact whose earlier words can be looked up."""
    return QCoreApplication.translate("Timeline", "amended")


def automatic_word(why: Automatic) -> str:
    """Return why a message stops no clock."""
    return QCoreApplication.translate("Timeline", "{why} · does not stop the clock").format(why=texts.caption(why))


def promise_words(promise: Promise) -> str:
    """Return a promise in one line with what became of it."""
    words = " ".join(promise.text.split())
    template = QCoreApplication.translate("Timeline", "Promise: “{words}” · {state}")
    return template.format(words=words if len(words) <= 80 else words[:79] + "…", state=texts.caption(promise.state))

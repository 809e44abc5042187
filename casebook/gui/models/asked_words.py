"""The words that the reminders of promises and requests ring with, in the window's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from casebook.mail.filing.proposals.offers import Rings


def rings() -> Rings:
    """Return what the reminders say of what is taken over from a message."""
    from casebook.mail.filing.proposals.offers import Rings

    return Rings(promise_ring(), request_ring())


def promise_ring() -> str:
    """Return what the reminder of a promise says; `{words}` is the promise."""
    return QCoreApplication.translate("asked_words", "Promised: “{words}”. Kept or broken?")


def request_ring() -> str:
    """Return what the reminder of a request says; `{words}` is the request, `{by}` its day."""
    return QCoreApplication.translate("asked_words", "Supply “{words}” by {by}")

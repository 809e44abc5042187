"""A choice among the contacts of a case, each told in one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from casebook.gui import texts
from casebook.gui.tips import plain_tip
from casebook.gui.widgets.long_choice import LongChoice
from casebook.journal.records import Contact

_SNIPPET = 60


def contact_choice(contacts: Sequence[Contact], none: str) -> QComboBox:
    """Return a list to choose a contact from by id; the first entry, with the id 0, is for none of them."""
    choice = LongChoice()
    choice.setMinimumContentsLength(30)
    choice.currentTextChanged.connect(
        lambda words: choice.setToolTip(plain_tip(words))
    )  # a long line is cut off in the field
    choice.addItem(none, 0)
    for contact in contacts:
        choice.addItem(contact_line(contact), contact.id)
    return choice


def contact_line(contact: Contact) -> str:
    """Return when a contact was, with whom, and how its words begin."""
    words = " ".join((contact.subject or contact.text).split())
    short = words if len(words) <= _SNIPPET else f"{words[: _SNIPPET - 1]}…"
    return texts.joined(texts.short_moment(contact.happened), contact.agent or texts.label(contact.channel), short)

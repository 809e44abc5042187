"""What the window says of chats, and how it has them read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from casebook.gui.models import due_words
from casebook.journal.times import system_zone

if TYPE_CHECKING:
    from casebook.mail.chats.stretches import Reading

_ROLES = {
    "me": QT_TRANSLATE_NOOP("chats", "me"),
    "agent": QT_TRANSLATE_NOOP("chats", "a person of the firm"),
    "bot": QT_TRANSLATE_NOOP("chats", "a bot of the firm"),
    "": QT_TRANSLATE_NOOP("chats", "the system"),
}
ROLES = tuple(_ROLES)
"""What a speaker can be, in the order in which it is offered; empty is the system."""
_LAYOUTS = {
    "timed": QT_TRANSLATE_NOOP("chats", "Name and time stand before the words."),
    "headed": QT_TRANSLATE_NOOP("chats", "Name and time stand above the words."),
    "stacked": QT_TRANSLATE_NOOP("chats", "Name, time and words each have a line."),
    "named": QT_TRANSLATE_NOOP("chats", "Names, but no times: it is dated by what you say below."),
    "none": QT_TRANSLATE_NOOP("chats", "No speaker is named in it: it is kept as it stands."),
}
_KINDS = {
    "personal_chat": QT_TRANSLATE_NOOP("chats", "with one person"),
    "bot_chat": QT_TRANSLATE_NOOP("chats", "with a bot"),
    "private_group": QT_TRANSLATE_NOOP("chats", "group"),
    "private_supergroup": QT_TRANSLATE_NOOP("chats", "group"),
    "public_supergroup": QT_TRANSLATE_NOOP("chats", "public group"),
    "private_channel": QT_TRANSLATE_NOOP("chats", "channel"),
    "public_channel": QT_TRANSLATE_NOOP("chats", "public channel"),
    "saved_messages": QT_TRANSLATE_NOOP("chats", "your own notes"),
    "DirectTextChat": QT_TRANSLATE_NOOP("chats", "with one person"),
    "DirectGroupTextChat": QT_TRANSLATE_NOOP("chats", "group"),
    "GuildTextChat": QT_TRANSLATE_NOOP("chats", "channel"),
}


def role_word(role: str) -> str:
    """Return what a speaker is, in words."""
    return _said(_ROLES[role])


def layout_words(layout: str) -> str:
    """Return how a transcript names its speakers."""
    return _said(_LAYOUTS[layout])


def kind_word(kind: str) -> str:
    """Return what an export calls a conversation, in words where there are some."""
    return _said(_KINDS[kind]) if kind in _KINDS else kind.replace("_", " ")


def reading(zone: str = "") -> Reading:
    """Return how chats are read when nothing more is said: in this computer's zone and the window's language."""
    from casebook.mail.chats.stretches import Reading

    return Reading(zone=zone or system_zone(), language=due_words.language())


def _said(text: object) -> str:
    return QCoreApplication.translate("chats", str(text))

"""A message on paper: the same words as paragraphs for a word processor."""

from __future__ import annotations

from casebook.dossier.drafts.draft import Style
from casebook.dossier.messages.message import Message

_DASH = "- "
_GREETS = (",", "，", ":", "：")
_HEAD = 10
"""Within so many lines the letterhead ends."""


def lines(message: Message) -> list[tuple[str, str]]:
    """Return a message's paragraphs as the writer of documents takes them, its subject above the greeting."""
    found = [_line(text) for text in message.text.splitlines() if text.strip()]
    if not message.subject:
        return found
    greeting = next((n for n, (_, text) in enumerate(found[:_HEAD]) if text.endswith(_GREETS)), 0)
    return [*found[:greeting], (Style.HEADING, message.subject), *found[greeting:]]


def _line(text: str) -> tuple[str, str]:
    stripped = text.strip()
    return (Style.ITEM, stripped.removeprefix(_DASH)) if stripped.startswith(_DASH) else (Style.TEXT, stripped)

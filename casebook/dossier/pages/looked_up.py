"""A search in a help centre as an attempt to resolve: the words tried, what came up, and whether it helped."""

from __future__ import annotations

from casebook.dossier.pages.writer import Writer
from casebook.journal.records import Contact
from casebook.journal.terms import Channel

_HELPED = {"yes": "help_yes", "partly": "help_partly", "no": "help_no"}


def is_search(contact: Contact) -> bool:
    """Return whether nobody was asked: what a help centre says was read by the complainant alone."""
    return contact.channel is Channel.HELP_CENTRE


def outcome(writer: Writer, contact: Contact) -> str:
    """Return whether it helped, empty where that was not said."""
    key = _HELPED.get(contact.details.helped)
    return writer.labels(key) if key else ""


def attempt(writer: Writer, contact: Contact) -> str:
    """Return the search in one line, for the table of attempts."""
    words = ", ".join(contact.details.keywords)
    told = writer.labels("searched", words=words) if words else writer.labels("read_there")
    return writer.labels("sentence_space").join(filter(None, (told, outcome(writer, contact))))

"""The passages that the complainant quotes: letter for letter, with where and when each was said."""

from __future__ import annotations

from casebook.dossier.pages.attempts import channel, documents
from casebook.dossier.pages.writer import Row, Writer


def passages(writer: Writer) -> list[Row]:
    """Return one row for each passage, in the order in which the words were said."""
    found = [(contact, quote) for quote in writer.facts.quotes if (contact := writer.contact(quote.contact_id))]
    found.sort(key=lambda pair: (pair[0].happened.utc, pair[1].id))
    return [
        {
            "number": contact.id,
            "when": writer.labels.when(contact.happened),
            "channel": channel(writer, contact),
            "who": writer.text(writer.person(contact), narrow=True),
            "words": writer.text(quote.text),
            "note": writer.text(quote.note),
            **documents(writer, contact),
        }
        for contact, quote in found
    ]

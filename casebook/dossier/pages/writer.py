"""What every section of the dossier writes with: the facts, their figures, the words, and user text made printable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from casebook.dossier.choices import Choices
from casebook.dossier.collect import Facts
from casebook.dossier.pages.figures import Figures
from casebook.dossier.pages.glyphs import Cleaner, Line, Link, Paragraph, Text
from casebook.dossier.pages.labels import Labels, When
from casebook.dossier.selection import Selection
from casebook.journal.records import Contact
from casebook.journal.times import Moment, moment

Row = dict[str, Any]
"""Part of the template's data: strings, numbers, lists and dictionaries of them."""

# As the dossier itself calls them. A number with leading zeros is part of a file name, not a mention.
_MENTIONS = re.compile(
    r"(?<![A-Za-z0-9-])(?:EX[-\u2010\u2011](?P<exhibit>[1-9][0-9]{0,8})R?"
    r"|[Cc]ontact (?:[Nn]o\.? ?|#)?(?P<contact>[1-9][0-9]{0,8})|第 ?(?P<nth>[1-9][0-9]{0,8}) ?号联系)(?![A-Za-z0-9])"
)

_SENTENCE = re.compile(r"[.!?…][\"”’)]* |[。！？…][”’」』）]*|\n+")
_WORD = re.compile(r"\s+|[，、；,;]")


def width(text: str) -> int:
    """Return how much room a text takes: an East Asian letter counts twice, a line break as much as half a line."""
    return sum(2 if char > "\u2e80" else 35 if char == "\n" else 1 for char in text)


def split(text: str, most: int) -> tuple[str, str]:
    """Cut a text that is wider than `most` where a sentence ends, else between words. Both parts are the whole text."""
    if width(text) <= most:
        return text, ""
    end, used = 0, 0
    while used + width(text[end]) <= most:
        used += width(text[end])
        end += 1
    places = [found.end() for found in _SENTENCE.finditer(text, 0, end)]
    if not places or places[-1] < end // 3:
        places = [found.end() for found in _WORD.finditer(text, 0, end)]
    end = places[-1] if places else max(end, 1)
    return text[:end], text[end:]


class Writer:
    """One dossier's way with words. `choices` says for whom and in which form, `selection` which files go out."""

    def __init__(
        self, facts: Facts, figures: Figures, labels: Labels, cleaner: Cleaner, choices: Choices, selection: Selection
    ) -> None:
        self.facts = facts
        self.figures = figures
        self.labels = labels
        self.choices = choices
        self.selection = selection
        self.for_firm = choices.audience == "firm"
        self.short = choices.form == "short"
        self.line = cleaner.line
        self.plain = cleaner.plain
        self._cleaner = cleaner
        self._exhibits = {exhibit.number for exhibit in facts.exhibits}
        self._contacts = {contact.id: contact for contact in facts.contacts}

    def text(self, text: str, *, narrow: bool = False) -> Text:
        """Return paragraphs, with every exhibit and contact that they name as a link."""
        return self._cleaner.text(text, narrow=narrow, links=self.links)

    def linked(self, text: str, *, narrow: bool = False) -> Line:
        """Return one line, with every exhibit and contact that it names as a link."""
        return self._cleaner.line(text, narrow=narrow, links=self.links)

    @contextmanager
    def uncounted(self) -> Iterator[None]:
        """Within it, characters shown by their code are not counted: the words are counted elsewhere."""
        before = self._cleaner.shown.copy()
        try:
            yield
        finally:
            self._cleaner.shown.clear()
            self._cleaner.shown.update(before)

    def links(self, text: str) -> list[str | Link]:
        """Cut a text at what it names: exhibits (EX-4, EX-4R) and contacts that are in this dossier."""
        parts: list[str | Link] = []
        start = 0
        for found in _MENTIONS.finditer(text):
            target = self._target(found)
            if target:
                parts += [text[start : found.start()], {"to": target, "text": found[0]}]
                start = found.end()
        return [part for part in (*parts, text[start:]) if part]

    def _target(self, found: re.Match[str]) -> str:
        number = int(found["exhibit"] or found["contact"] or found["nth"])
        if found["exhibit"]:
            return f"ex-{number}" if number in self._exhibits else ""
        return f"no-{number}" if number in self._contacts else ""

    @staticmethod
    def more(text: Text, target: str, words: str) -> Text:
        """Return a text with a link at its end to where it goes on."""
        link: Link = {"to": target, "text": words}
        if not text:
            return [{"rtl": False, "lines": [[link]]}]
        last = text[-1]
        ended: Paragraph = {**last, "lines": [*last["lines"][:-1], [*last["lines"][-1], " ", link]]}
        return [*text[:-1], ended]

    def contact(self, contact_id: int | None) -> Contact | None:
        """Return the contact if it is in this dossier: a link must have a target."""
        return self._contacts.get(contact_id) if contact_id else None

    def row(self, key: str, value: str | When) -> Row:
        """Return a caption and its value, for a list of pairs."""
        return {"key": self.labels.group("rows")[key], "value": self.text(value) if isinstance(value, str) else value}

    def short_row(self, key: str, value: str) -> Row:
        """Return a caption and a value on one line."""
        return {"key": self.labels.group("rows")[key], "value": self.linked(value)}

    def person(self, contact: Contact, *, brief: bool = False) -> str:
        """Return who was there on the firm's side: name, ID, role, bot or person, each only as far as recorded.

        `brief` leaves it to the chronology that something is not known.
        """
        persons = self.labels.group("persons")
        parts = [contact.agent or persons["nobody"]]
        if contact.agent_id:
            parts.append(self.labels("agent_id", id=contact.agent_id))
        if contact.role:
            parts.append(contact.role)
        if contact.bot is None and brief:
            return self.labels.joined(parts)
        parts.append(persons["unknown" if contact.bot is None else "bot" if contact.bot else "person"])
        return self.labels.joined(parts)

    def recorded(self, when: datetime) -> Moment:
        """Return a recording time as a moment shown in UTC."""
        return moment(when, "UTC")

"""The words of messages with places for facts: those that come with the program, and the user's own before them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from casebook.journal.errors import BadInput
from casebook.journal.planning import Template
from casebook.journal.terms import Channel, LetterKind

LANGUAGES = ("en", "zh")
PLACE = re.compile(r"\{([a-z][a-z0-9_]*)(\??)\}")
"""`{uid}` must be known, else its place is left in brackets; a line with `{uid?}` goes where it is not known."""
_BLANK = re.compile(r"\[[^\[\]\n]+\]")
_FORMS: Mapping[Channel, str] = {
    Channel.CHAT: "chat",
    Channel.VIP: "chat",
    Channel.IN_APP: "chat",
    Channel.PHONE: "phone",
    Channel.SOCIAL: "social",
    Channel.FORUM: "social",
    Channel.TICKET: "ticket",
    Channel.LETTER: "letter",
}
_BASED = {"phone": "chat", "ticket": "mail", "letter": "mail"}
"""These are other words put into a frame."""


@dataclass(frozen=True, slots=True)
class Field:
    """A place for a fact: what it is, what stands there while it is not known, and whether it may be public."""

    name: str
    labels: Mapping[str, str]
    missing: Mapping[str, str]
    public: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The template of one message. `own` is set where the user wrote it: the template's id."""

    subject: str
    text: str
    own: int | None = None


class Templates:
    """All templates. The user's for a channel goes before the user's for every channel, and that before ours."""

    def __init__(self, folder: Path, own: Iterable[Template] = ()) -> None:
        self.fields = _fields(folder)
        self._shipped = {language: _read(folder / f"{language}.toml") for language in LANGUAGES}
        self._own = {(t.kind, t.channel, t.language): t for t in own}

    def find(self, kind: LetterKind, channel: Channel, language: str) -> Words:
        """Return the words for a kind of message on a channel. Raises BadInput for a language that is not there."""
        for key in ((kind, str(channel), language), (kind, "", language)):
            if mine := self._own.get(key):
                return Words(mine.subject, mine.text, mine.id)
        return self.shipped(kind, channel, language)

    def own_words(self, kind: LetterKind, channel: Channel | None, language: str) -> Words | None:
        """Return what the user wrote for this channel (None: for every channel), None where it is nothing."""
        mine = self._own.get((kind, str(channel or ""), language))
        return Words(mine.subject, mine.text, mine.id) if mine else None

    def shipped(self, kind: LetterKind, channel: Channel | None, language: str) -> Words:
        """Return the words that come with the program; without a channel those of a mail. Raises BadInput."""
        if language not in self._shipped:
            raise BadInput("there are no messages in '{language}': choose en or zh", language=language)
        words, form = self._shipped[language], _FORMS.get(channel, "mail") if channel else "mail"
        own, general = words[str(kind)], words["any"]
        based = _BASED.get(form, form)
        text = own.get(based) or general[based]
        frame = general.get(form) if form in _BASED else "{body}"
        subject = "" if form in ("chat", "phone", "social") else own["subject"]
        return Words(subject, str(frame).replace("{body}", text.strip()).strip())

    def unknown(self, *texts: str) -> list[str]:
        """Return the places of a template that no fact belongs to, each once, as they are written."""
        found = (match for text in texts for match in PLACE.finditer(text))
        return list(dict.fromkeys(match[0] for match in found if match[1] not in self.fields))

    def blanks(self) -> frozenset[str]:
        """Return everything in brackets that a message may still have to be filled in for, in all languages."""
        texts = [t.text for t in self._own.values()] + [t.subject for t in self._own.values()]
        for words in self._shipped.values():
            texts += [text for group in words.values() for text in group.values()]
        literal = {blank for text in texts for blank in _BLANK.findall(text)}
        return frozenset(literal | {words for field in self.fields.values() for words in field.missing.values()})


@cache
def _read(path: Path) -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = tomllib.loads(path.read_text("utf-8"))
    return found


@cache
def _fields(folder: Path) -> Mapping[str, Field]:
    raw: dict[str, Any] = tomllib.loads((folder / "fields.toml").read_text("utf-8"))
    return {
        name: Field(
            name,
            {language: entry[language] for language in LANGUAGES},
            {language: f"[{entry[f'missing_{language}']}]" for language in LANGUAGES if f"missing_{language}" in entry},
            entry.get("public", False),
        )
        for name, entry in raw.items()
    }

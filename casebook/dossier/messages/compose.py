"""Puts the facts of a case into the words of a template. What is not recorded stands in [brackets]."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from casebook.dossier.collect import Facts
from casebook.dossier.messages import nearest
from casebook.dossier.messages.message import PUBLIC, About, Message, Missing
from casebook.dossier.messages.templates import PLACE, Templates
from casebook.dossier.messages.values import Value, Values, one_line
from casebook.dossier.pages.labels import Labels
from casebook.guide.ready import subjects
from casebook.journal.terms import Channel, LetterKind

_HAN = re.compile("[\u3400-\u9fff]")
_AGAIN = re.compile(r"^(?:(?:re|回复|答复)\s*[:：]\s*)+(?=(?:re|回复|答复)\s*[:：])", re.IGNORECASE)


def make(
    facts: Facts,
    kind: LetterKind,
    channel: Channel,
    language: str,
    templates: Templates,
    *,
    resources: Path,
    about: About | None = None,
    attached: Sequence[str] = (),
) -> Message:
    """Return a message made ready, without recipient.

    `resources` is the program's folder of words, `attached` the names of the files that go with it. Raises BadInput
    for a language that is not there.
    """
    words = templates.find(kind, channel, language)
    matter = nearest.find(facts, kind, channel, about or About())
    labels, better = Labels.load(resources / "dossier", language), subjects.load(resources / "guides" / "checklists")
    values = Values(facts, matter, labels, better, attached).all()
    hidden = {name for name in values if not templates.fields[name].public} if channel in PUBLIC else set()
    filler = _Filler(values, hidden, templates, language)
    subject, text = filler.subject(words.subject), filler.text(words.text)
    return Message(
        kind,
        channel,
        language,
        subject,
        text,
        missing=tuple(Missing(name, shown) for name, shown in filler.missing.items()),
        withheld=tuple(sorted(filler.withheld)),
        about=about or About(),
        contact_id=matter.contact.id if matter.contact else None,
    )


class _Filler:
    """Fills one template, and notes what was not there."""

    def __init__(self, values: Mapping[str, Value], hidden: set[str], templates: Templates, language: str) -> None:
        self._values, self._hidden, self._templates, self._language = values, hidden, templates, language
        self.missing: dict[str, str] = {}
        self.withheld: set[str] = set()

    def subject(self, template: str) -> str:
        """Return one line; an optional place that is not known leaves nothing behind."""
        text = self._put(lambda place: self._inline(place[1], bool(place[2])), template)
        return _AGAIN.sub("", one_line(text))

    def text(self, template: str) -> str:
        """Return the words, without the lines whose optional places are not known."""
        lines = [self._line(line) for line in template.splitlines() if self._stays(line)]
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
        return re.sub(r"^[^\S\n]+$", "", text, flags=re.MULTILINE).strip() + "\n"

    def _stays(self, line: str) -> bool:
        places = [(place[1], place[2]) for place in PLACE.finditer(line)]
        gone = {name for name, _ in places if name in self._hidden}
        self.withheld |= {name for name in gone if self._values[name]}
        return not gone and not any(optional and not self._values.get(name) for name, optional in places)

    def _line(self, line: str) -> str:
        def put(place: re.Match[str]) -> str:
            value = self._values.get(place[1])
            if not value or isinstance(value, str):
                return self._inline(place[1], optional=False, raw=True)
            items = [f"- {one_line(item)}" for item in value]
            if len(items) == 1:
                return items[0].removeprefix("- ")
            indent = "  " if line.lstrip().startswith("- ") else ""
            return "".join(f"\n{indent}{item}" for item in items) if line[: place.start()].strip() else "\n".join(items)

        return re.sub(r"[^\S\n]+(?=\n|$)", "", self._put(put, line))

    def _put(self, put: Callable[[re.Match[str]], str], template: str) -> str:
        """Fill the places; in Chinese a Latin name stands apart from the characters beside it."""

        def spaced(place: re.Match[str]) -> str:
            text = put(place)
            if self._language != "zh" or not text:
                return text
            before, after = template[: place.start()][-1:], template[place.end() :][:1]
            lead = " " if _HAN.match(before) and text[0].isascii() and text[0].isalpha() else ""
            tail = " " if _HAN.match(after) and text[-1].isascii() and text[-1].isalpha() else ""
            return lead + text + tail

        return PLACE.sub(spaced, template)

    def _inline(self, name: str, optional: bool, *, raw: bool = False) -> str:
        field, value = self._templates.fields.get(name), self._values.get(name, "")
        if field is None:
            return "{" + name + ("?}" if optional else "}")
        if name in self._hidden:
            self.withheld |= {name} if value else set()
            return ""
        if value:
            text = value if isinstance(value, str) else "; ".join(value)
            return text if raw or name.endswith("_mark") else one_line(text)
        shown = field.missing.get(self._language, "")
        if optional or not shown:
            return ""
        self.missing[name] = shown
        return shown

"""What a draft is made of: blocks of sentences, and for each sentence the records that it rests on."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from casebook.dossier.collect import Facts
from casebook.dossier.pages.labels import Labels
from casebook.journal.changes import Kind
from casebook.journal.errors import BadInput
from casebook.journal.records import Contact, Exhibit
from casebook.journal.times import Moment


class DraftKind(StrEnum):
    """What a draft is for."""

    COMPLAINT = "complaint"
    SUMMARY = "summary"
    POLICE = "police"


class Style(StrEnum):
    """How a block stands on the page."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Source:
    """A record that a sentence rests on; `label` is what the draft calls it: `No. 12`, `EX-3`, `C-1`."""

    kind: Kind
    id: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words, and where they come from. Without sources it states no fact: a greeting, a request, a place to fill in."""

    text: str
    sources: tuple[Source, ...] = ()
    named: bool = False
    """Whether the words name the source themselves, so that it is not written behind them again."""


@dataclass(frozen=True, slots=True)
class Block:
    """A title, a heading, a paragraph or a list item."""

    style: Style
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole draft. It ends with empty lines for place, date and signature: the program never fills them."""

    kind: DraftKind
    language: str
    blocks: tuple[Block, ...]
    words: Mapping[str, Any]

    def lines(self) -> list[tuple[Style, str]]:
        """Return each block's style and text, every sentence followed by its sources."""
        return [(block.style, self.gap.join(text for text, _ in self.spelled(block))) for block in self.blocks]

    @property
    def gap(self) -> str:
        """What stands between two sentences."""
        return "" if self.language == "zh" else " "

    def spelled(self, block: Block) -> list[tuple[str, Sentence]]:
        """Return each sentence of a block as it is written. Those in a row on the same records name them once."""
        followed = zip(block.sentences, (*block.sentences[1:], None), strict=True)
        return [
            (self._with_sources(one) if following is None or following.sources != one.sources else one.text, one)
            for one, following in followed
        ]

    def text(self) -> str:
        """Return the draft as plain text."""
        return plain(self.lines())

    def _with_sources(self, sentence: Sentence) -> str:
        # What rests on the user's own description of the case alone is said so once, at the end of the draft.
        labels = [source.label for source in sentence.sources if source.kind is not Kind.CASE]
        if not labels or sentence.named:
            return sentence.text
        list_ = str(self.words["sources"]).format(list=self.words["and"].join(dict.fromkeys(labels)))
        # The sources belong to the sentence: they stand before its full stop.
        end = sentence.text[-1:] if sentence.text.endswith((".", "。")) else ""
        return f"{sentence.text.removesuffix(end)}{list_}{end}" if end else sentence.text + list_


class Drafter:
    """Words of one language, and the facts of one case: what the three kinds of draft are written with."""

    def __init__(self, facts: Facts, labels: Labels, words: Mapping[str, Any]) -> None:
        self.facts = facts
        self.labels = labels
        self.words = words
        self.blocks: list[Block] = []
        self.case = Source(Kind.CASE, facts.case.id, str(words["source_case"]).format(number=facts.case.number))

    def say(self, key: str, /, *sources: Source, **values: object) -> Sentence:
        """Return a sentence by its key, such as `complaint.opening`, with its values and sources."""
        group, _, name = key.rpartition(".")
        template: str = self.words[group][name] if group else self.words[name]
        return Sentence(template.format(**{n: str(value) for n, value in values.items()}), sources)

    def add(self, style: Style, *sentences: Sentence) -> None:
        """Add a block; without sentences none is added."""
        if sentences:
            self.blocks.append(Block(style, sentences))

    def heading(self, name: str, blocks: Iterable[Block]) -> None:
        """Add a heading with its blocks; nothing where there are none."""
        kept = list(blocks)
        if kept:
            self.add(Style.HEADING, self.say(f"headings.{name}"))
            self.blocks += kept

    def of_contact(self, contact: Contact) -> tuple[Source, ...]:
        """Return a contact and its exhibits as sources."""
        label = str(self.words["source_contact"]).format(id=contact.id)
        exhibits = (Source(Kind.EXHIBIT, e.id, e.label) for e in contact.exhibits if e.number)
        return (Source(Kind.CONTACT, contact.id, label), *exhibits)

    def of_record(self, contact_id: int | None, exhibit_id: int | None = None) -> tuple[Source, ...]:
        """Return what a promise, request, reference, transfer or loss rests on; the case where nothing is named."""
        contact = next((c for c in self.facts.contacts if c.id == contact_id), None)
        exhibit = next((e for e in self.facts.exhibits if e.id == exhibit_id and e.number), None)
        found = self.of_contact(contact) if contact else ()
        if exhibit and exhibit.id not in {s.id for s in found if s.kind is Kind.EXHIBIT}:
            found = (*found, Source(Kind.EXHIBIT, exhibit.id, exhibit.label))
        return found or (self.case,)

    def at(self, moment: Moment) -> str:
        """Return a moment on one line, with its offset."""
        return self.labels.inline(moment)

    def who(self, contact: Contact | None, agent: str = "") -> str:
        """Return who spoke for the firm, as far as recorded; else the firm's name."""
        name = agent or (contact.agent if contact else "")
        if contact and contact.agent_id:
            number = self.labels("agent_id", id=contact.agent_id)
            name = f"{name} ({number})" if name else number
        return name or self.facts.firm.name

    def finish(self, kind: DraftKind) -> Draft:
        """Return the draft, with its enclosures and the lines to be signed by hand."""
        if kind is not DraftKind.POLICE:
            self.heading("enclosures", [Block(Style.ITEM, (self._enclosure(e),)) for e in self.facts.originals])
        self.add(Style.TEXT, self.say("resting", number=self.facts.case.number))
        for key in ("place_date", "signature"):
            self.add(Style.TEXT, Sentence(f"{self.words[key]} ______________________________"))
        return Draft(kind, self.labels.language, tuple(self.blocks), self.words)

    def _enclosure(self, exhibit: Exhibit) -> Sentence:
        name = one_line(exhibit.description or exhibit.name)
        said = self.say("enclosure", Source(Kind.EXHIBIT, exhibit.id, exhibit.label), label=exhibit.label, name=name)
        return replace(said, named=True)


def plain(lines: Sequence[tuple[str, str]]) -> str:
    """Return paragraphs as plain text, apart by an empty line, items by a dash and without one between them."""
    parts, before = list[str](), ""
    for style, text in lines:
        if parts:
            parts.append("\n" if style == before == Style.ITEM else "\n\n")
        parts.append(f"- {text}" if style == Style.ITEM else text)
        before = style
    return "".join(parts) + "\n"


def one_line(text: str) -> str:
    """Return words on one line, without the full stop at their end: they stand inside a sentence."""
    return " ".join(text.split()).rstrip(".。")


def load_words(folder: Path, language: str) -> Mapping[str, Any]:
    """Return the words of a language from `drafts.toml`. Raises BadInput for a language that is not there."""
    words = tomllib.loads((folder / "drafts.toml").read_text("utf-8"))
    if language not in words:
        raise BadInput("there are no drafts in '{language}': choose en or zh", language=language)
    found: Mapping[str, Any] = words[language]
    return found

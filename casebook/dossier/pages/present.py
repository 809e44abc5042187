"""Put the whole dossier into the template's data: JSON-able, in the reader's words, the same for the same facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC
from itertools import chain

from casebook import __version__
from casebook.dossier.choices import Choices
from casebook.dossier.collect import Facts
from casebook.dossier.names import mail_path
from casebook.dossier.pages.annex import integrity
from casebook.dossier.pages.attempts import attempts
from casebook.dossier.pages.charts import charts
from casebook.dossier.pages.deadlines import deadlines
from casebook.dossier.pages.evidence import Shown, exhibit_list, exhibits
from casebook.dossier.pages.figures import figures
from casebook.dossier.pages.front import front
from casebook.dossier.pages.glyphs import Cleaner
from casebook.dossier.pages.labels import Labels
from casebook.dossier.pages.money import loss, transfers
from casebook.dossier.pages.papers import PAPERS
from casebook.dossier.pages.passages import passages
from casebook.dossier.pages.story import chronology, references, requests
from casebook.dossier.pages.writer import Row, Writer
from casebook.dossier.selection import Selection, select

_LONG_STORY, _LONG_CELL = 1800, 700
_HEAD = 64


def present(
    facts: Facts,
    labels: Labels,
    cleaner: Cleaner,
    shown: Mapping[int, Shown],
    choices: Choices | None = None,
    selection: Selection | None = None,
    *,
    embed: bool = True,
) -> Row:
    """Return the template's data. `shown` says by exhibit number what could be drawn of what goes out of it."""
    choices = choices or Choices(labels.language)
    writer = Writer(facts, figures(facts), labels, cleaner, choices, selection or select(facts, choices))
    case, as_of = facts.case, facts.as_of.astimezone(UTC)
    names = {"number": case.number, "firm": facts.firm.name, "title": case.title}
    name, wide, high = PAPERS[choices.paper]
    head = labels("as_of", time=labels.stamp(as_of), entry=facts.head.number)
    data = {
        "lang": labels.language,
        "part": None,
        "short": writer.short,
        "exhibit_labels": {str(item.exhibit.number): item.label for item in writer.selection.exhibits},
        "paper": name,
        "text_width": wide,
        "text_height": high,
        "labels": dict(labels.group("labels")),
        "stamp": [as_of.year, as_of.month, as_of.day, as_of.hour, as_of.minute, as_of.second],
        "title": writer.plain(labels("title", **names)),
        "author": f"Casebook {__version__}",
        "running": writer.line(_shortened(labels("running", **names))),
        "as_of": writer.line(head if facts.head.number else labels("no_ledger")),
        "as_of_short": writer.line(labels("as_of_short", time=labels.stamp(as_of))),
        "foot": writer.line(labels("foot", number=case.number, version=__version__)),
        "front": front(writer),
        "attempts": attempts(writer),
        "chronology": chronology(writer),
        **({} if writer.short else _further(writer)),
        "exhibit_words": dict(labels.group("exhibit_words")),
        "exhibit_list": exhibit_list(writer),
        "gone": writer.line(labels("gone", labels=labels.joined(list(facts.gone)))) if facts.gone else [],
        "exhibits": exhibits(writer, shown),
        "integrity": integrity(writer, cleaner, embedded=embed),
        "attachments": _attachments(writer) if embed else [],
    }
    _mark_long(data)
    return data


def _further(writer: Writer) -> Row:
    """Return the sections that the short form leaves to the full one."""
    return {
        "charts": charts(writer),
        "transfers": transfers(writer),
        "loss": loss(writer),
        "references": references(writer),
        "requests": requests(writer),
        "passages": passages(writer),
        # By which body's rule they count would tell the firm where this may go to.
        "deadlines": None if writer.for_firm else deadlines(writer),
    }


def _shortened(text: str) -> str:
    """Cut the running head to one line: the only place where words are shortened, since the front page has them all."""
    width, plain = 0, " ".join(text.split())
    for index, char in enumerate(plain):
        width += 2 if char > "\u2e80" else 1
        if width > _HEAD:
            return plain[: index - 1] + "…"
    return plain


def _mark_long(data: Row) -> None:
    """Say of each table row whether it may be broken over pages; a short one is kept in one piece."""
    tables = [data["attempts"]["rows"], data["attempts"]["promises"], data["exhibit_list"]]
    if not data["short"]:
        tables += [data["references"], data["requests"], data["passages"], data["loss"]["rows"]]
        tables += [data["deadlines"]["rows"]] if data["deadlines"] else []
    for row in chain(data["chronology"]["rows"], data.get("transfers", ())):
        row["long"] = _weight(row) > _LONG_STORY
    for row in chain(*tables):
        row["long"] = _weight(row) > _LONG_CELL


def _weight(value: object) -> int:
    """Return about how many characters a value takes on the page, a line break counting as some."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(_weight(part) for part in value.values())
    return 15 + sum(_weight(part) for part in value) if isinstance(value, list) else 0


def _attachments(writer: Writer) -> list[Row]:
    """Return the files to embed: what the pack holds. Their names are ASCII: others are garbled in a name tree."""
    labels = writer.labels
    files = []
    for item in writer.selection.exhibits:
        if item.file:
            said = "attached_redacted" if item.redacted else "attached_exhibit"
            files.append((item.path, item.media_type, labels(said, label=item.label)))
    for number in sorted(writer.selection.mails):
        files.append((mail_path(number), "message/rfc822", labels("attached_mail", number=number)))
    return [
        {"path": path, "name": path.rpartition("/")[2], "type": _media_type(kind), "description": writer.plain(text)}
        for path, kind, text in files
    ]


def _media_type(text: str) -> str:
    """Return the media type if it is one, else the general one: PDF/A wants it well-formed."""
    return text if re.fullmatch(r"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+", text) else "application/octet-stream"

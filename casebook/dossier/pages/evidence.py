"""The list of exhibits, and the exhibits themselves: what goes out of each, what is shown of it, what rests on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from casebook.dossier.marking import marks
from casebook.dossier.pages.fitting import fits_half, half_of, head_height
from casebook.dossier.pages.glyphs import Line
from casebook.dossier.pages.labels import grouped
from casebook.dossier.pages.papers import PAPERS
from casebook.dossier.pages.writer import Row, Writer
from casebook.dossier.selection import Outgoing
from casebook.journal.records import Exhibit
from casebook.journal.terms import Consent

_PHONE = 1300
"""Pixels: parts of a long picture that are no wider than this stand side by side."""
_SHORT = 420
"""Characters of facts that still read well in half the width."""
_KEYS, _HALF_KEYS = 38, 25
"""Millimetres of the captions' column, as in the template."""
_CLAUSES = re.compile(r"(?<![\d.-])\d{1,3}(?:\.\d{1,3})+(?![\d.-]*\d)")
_NAMED = re.compile(r"(?<![A-Za-z0-9-])EX[-\u2010\u2011]([1-9][0-9]{0,8})R?(?![A-Za-z0-9])")


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture as it goes onto a page: a file in the staging folder, and its size in pixels."""

    file: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What could be drawn of an exhibit.

    `kind` says what the pictures are: one "picture", "parts" of a tall one, or "pages" of a document; of a "text"
    there are none, `text` is what is printed of it. `total` counts parts, pages, the frames of an animation, or lines.
    `refused` is a key of the labels' group `refusals`, empty if none; `width` and `height` then say what the file
    claims to be. All empty: a file of a kind that is not drawn.
    """

    kind: str = ""
    pictures: tuple[Picture, ...] = ()
    total: int = 0
    refused: str = ""
    width: int = 0
    height: int = 0
    text: str = ""


def exhibit_list(writer: Writer) -> list[Row]:
    """Return the list of exhibits: number, description, dates, source, file name, type, bytes, SHA-256, where used."""
    used = _uses(writer)
    return [_listed(writer, item, used.get(item.exhibit.number or 0, [])) for item in writer.selection.exhibits]


def _listed(writer: Writer, item: Outgoing, used: list[Row]) -> Row:
    labels, exhibit, words = writer.labels, item.exhibit, writer.labels.group("evidence")
    dated = words["dated"].format(date=exhibit.dated_on) if exhibit.dated_on else ""
    return {
        "number": exhibit.number,
        "label": item.label,
        "name": writer.text(item.name, narrow=True),
        "description": writer.text(exhibit.description, narrow=True),
        "dated": writer.line(dated),
        "source": writer.line(labels.of("sources", exhibit.source)),
        "origin": writer.text(exhibit.origin, narrow=True),
        "obtained": writer.line(labels("obtained", time=labels.stamp(exhibit.recorded_at))),
        "taken": writer.line(labels("taken", time=labels.stamp(exhibit.taken_at))) if exhibit.taken_at else [],
        "sha256": (item.file or exhibit.file).sha256,
        "kind": writer.line(_type_and_size(writer, item)),
        "kept": writer.line(kept_back(writer, item)) if item.kept_back not in ("", "purged") else [],
        "used": used,
        # Without pages of its own an exhibit is only here, and this is where links to it lead.
        "anchor": writer.short,
    }


def exhibits(writer: Writer, shown: Mapping[int, Shown]) -> list[Row]:
    """Return every exhibit with its facts and whatever could be drawn of it. `shown` is by exhibit number.

    In the short form there are none: the list is where links to an exhibit lead.
    """
    if writer.short:
        return []
    used = _uses(writer)
    return [
        _exhibit(writer, item, shown.get(item.exhibit.number or 0, Shown()), used.get(item.exhibit.number or 0, []))
        for item in writer.selection.exhibits
    ]


def _exhibit(writer: Writer, item: Outgoing, shown: Shown, used: list[Row]) -> Row:
    labels, exhibit = writer.labels, item.exhibit
    drawn = _pictures(writer, item, shown) if item.file else []
    title = labels("exhibit_title", label=item.label, name=item.name) if item.name else item.label
    rows = [row for row in _facts(writer, item) if row["value"]]
    texts = [
        {"key": labels.group("evidence")[key], "value": writer.text(text)}
        for key, text in (("transcript", exhibit.transcript), ("translation", exhibit.translation))
        if text
    ]
    facts = [exhibit.description, exhibit.origin, exhibit.url, exhibit.clause, exhibit.crop]
    facts += [item.redaction.reason] if item.redaction else []
    fits_half = sum(map(len, facts)) <= _SHORT and not texts
    data: Row = {
        "number": exhibit.number,
        "label": item.label,
        "title": writer.line(title),
        "rows": rows,
        "used": used,
        "hashes": _hashes(writer, item),
        "lines": _lines(writer, item, shown),
        "refused": [] if drawn or shown.text else writer.text(_why_not(writer, item, shown)),
        "pictures": drawn,
        "half": fits_half and shown.kind == "picture" and len(drawn) == 1 and _fits_half(writer, shown.pictures[0]),
        "beside": _beside(writer, shown, texts),
        "columns": 2 if shown.kind == "parts" and all(p.width <= _PHONE for p in shown.pictures) else 1,
        "texts": texts,
        "more": writer.line(labels("more_pages", total=shown.total, shown=len(drawn)))
        if shown.kind == "pages" and shown.total > len(drawn)
        else [],
    }
    return {**data, "heads": _heads(writer, data)}


def _lines(writer: Writer, item: Outgoing, shown: Shown) -> Row | None:
    """Return the lines of a text exhibit, numbered; those that begin with a clause relied on are marked."""
    if not shown.text or not item.file:
        return None
    words = writer.labels.group("evidence")
    marked, rows = False, list[Row]()
    clauses = [re.compile(rf"\W*(?:\w+\s)?{re.escape(c)}(?![\d.]*\d)") for c in _CLAUSES.findall(item.exhibit.clause)]
    for n, line in enumerate(shown.text.split("\n"), start=1):
        # What is set in below a clause's first line belongs to it.
        marked = any(clause.match(line) for clause in clauses) or (marked and line[:1].isspace() and bool(line.strip()))
        rows.append({"n": str(n), "line": writer.line(line), "marked": marked})
    notes = [words["text_note"]]
    if any(row["marked"] for row in rows):
        notes.append(words["text_marked"])
    if shown.total > len(rows):
        notes.append(words["text_more"].format(total=shown.total, shown=len(rows)))
    return {"rows": rows, "note": " ".join(notes)}


def _facts(writer: Writer, item: Outgoing) -> list[Row]:
    labels, exhibit, row = writer.labels, item.exhibit, writer.row
    words = labels.group("evidence")

    def own(key: str, value: str) -> Row:
        return {"key": words[key], "value": writer.text(value)}

    twins = [
        e.label for e in writer.facts.originals if e.file.sha256 == exhibit.file.sha256 and e.number != exhibit.number
    ]
    consent = labels.of("consents", str(exhibit.consent) or "unknown")
    rows = [
        row("description", exhibit.description),
        own("drawn_on", _drawn_on(writer, exhibit)),
        own("dated_on", exhibit.dated_on),
        row("source", labels.of("sources", exhibit.source)),
        own("origin", exhibit.origin),
        row("obtained", labels.stamp(exhibit.recorded_at)),
        row("taken", labels.stamp(exhibit.taken_at) if exhibit.taken_at else ""),
        {"key": words["url"], "value": [{"rtl": False, "lines": [writer.line(exhibit.url)]}] if exhibit.url else []},
        own("crop", exhibit.crop),
        own("clause", exhibit.clause),
        own("consent", consent if _is_recording(item) or exhibit.consent is not Consent.UNKNOWN else ""),
    ]
    if item.redaction:
        key = "redacted" if item.redacted else "unredacted"
        rows.append(own("redaction", words[key].format(label=exhibit.label)))
        rows.append(own("reason", item.redaction.reason))
    if item.file:
        rows.append(row("type", _type_and_size(writer, item)))
        rows.append(row("original", item.path) if not item.redacted else own("copy", item.path))
    if twins and exhibit.file.sha256:
        rows.append(row("same", labels("same_file", labels=labels.joined(twins))))
    return rows


def _drawn_on(writer: Writer, exhibit: Exhibit) -> str:
    """Return of which exhibit this is a copy with marks, empty for an original."""
    source = next((e for e in writer.facts.exhibits if e.id == exhibit.derived_from), None)
    if source is None:
        return ""
    covered = writer.facts.redactions.get(source.id)
    was_covered = covered is not None and marks.source(exhibit.marks) == covered.file.sha256
    return writer.labels.group("evidence")["drawn"].format(label=f"{source.label}R" if was_covered else source.label)


def _is_recording(item: Outgoing) -> bool:
    return item.exhibit.media_type.startswith(("audio/", "video/"))


def _hashes(writer: Writer, item: Outgoing) -> list[Row]:
    words = writer.labels.group("evidence")
    if item.redacted and item.file:
        return [
            {"key": words["sha_copy"], "sha256": item.file.sha256},
            {"key": words["sha_sealed"], "sha256": item.exhibit.file.sha256},
        ]
    sha256 = item.exhibit.file.sha256
    return [{"key": writer.labels.group("rows")["sha256"], "sha256": sha256}] if sha256 else []


def _fits_half(writer: Writer, picture: Picture) -> bool:
    return fits_half(writer.choices.paper, picture.width, picture.height)


def _beside(writer: Writer, shown: Shown, texts: list[Row]) -> bool:
    """Whether a translation or transcript stands beside its picture rather than below it."""
    length = sum(len("".join(map(str, p["lines"]))) for text in texts for p in text["value"])
    return bool(texts) and shown.kind == "picture" and length < 1200 and _fits_half(writer, shown.pictures[0])


def _heads(writer: Writer, data: Row) -> list[float]:
    """Return how high an exhibit's facts are, in the whole width and in half of it (millimetres)."""
    paper = writer.choices.paper
    rows = [(row["key"], "\n".join(_plain(line) for p in row["value"] for line in p["lines"])) for row in data["rows"]]
    # A page number follows each link.
    used = ", ".join(f"{use['text']} p. 100" for use in data["used"])
    hashes = [row["key"] for row in data["hashes"]]
    return [
        head_height(data["title"], rows, hashes, used, wide, keys)
        for wide, keys in ((PAPERS[paper][1], _KEYS), (half_of(paper), _HALF_KEYS))
    ]


def _plain(line: Line) -> str:
    return "".join(p if isinstance(p, str) else p["text"] if isinstance(p, dict) else p[0] for p in line)


def _uses(writer: Writer) -> dict[int, list[Row]]:
    """Return by exhibit number what rests on it: contacts that have or name it, transfers, lines of the loss."""
    words, found = writer.labels.group("evidence"), dict[int, list[Row]]()
    by_id = {exhibit.id: exhibit.number for exhibit in writer.facts.exhibits}

    def add(number: int | None, row: Row) -> None:
        if number is not None and row not in found.setdefault(number, []):
            found[number].append(row)

    for contact in writer.facts.contacts:
        row = {"to": f"no-{contact.id}", "text": writer.labels.group("labels")["no"].format(n=contact.id)}
        for exhibit in contact.exhibits:
            add(exhibit.number, row)
        for number in _NAMED.findall(f"{contact.text}\n{contact.outcome}\n{contact.translation}"):
            add(int(number), row)
    for exhibit in writer.facts.exhibits:
        if exhibit.derived_from:
            row = {"to": f"ex-{exhibit.number}", "text": words["marked_copy"].format(label=exhibit.label)}
            add(by_id.get(exhibit.derived_from), row)
    for nth, transfer in enumerate(writer.facts.transfers, start=1):
        row = {"to": f"transfer-{transfer.id}", "text": words["transfer"].format(n=nth)}
        add(by_id.get(transfer.exhibit_id or 0), row)
    for nth, loss in enumerate(writer.facts.losses, start=1):
        add(by_id.get(loss.exhibit_id or 0), {"to": f"loss-{loss.id}", "text": words["loss"].format(n=nth)})
    return found


def _type_and_size(writer: Writer, item: Outgoing) -> str:
    exhibit = item.exhibit
    if exhibit.purged_at:
        return writer.labels("purged_exhibit", time=writer.labels.stamp(exhibit.purged_at))
    size = writer.labels.size((item.file or exhibit.file).size)
    kind = item.media_type if item.file else exhibit.media_type
    return writer.labels.joined([kind, size] if kind else [size])


def kept_back(writer: Writer, item: Outgoing) -> str:
    """Return why nothing of an exhibit goes out, as one sentence."""
    if item.exhibit.purged_at:
        return _type_and_size(writer, item)
    return writer.labels.of("kept_back", item.kept_back)


def _why_not(writer: Writer, item: Outgoing, shown: Shown) -> str:
    if not item.file:
        return kept_back(writer, item)
    # A recording was never meant to be a picture, whatever its first bytes look like.
    if not shown.refused or (shown.refused == "unknown" and _is_recording(item)):
        return writer.labels("not_shown", path=item.path)
    size = {"width": grouped(shown.width), "height": grouped(shown.height)}
    reason = writer.labels.group("refusals")[shown.refused].format(**size)
    return writer.labels("refused", reason=reason, path=item.path)


def _pictures(writer: Writer, item: Outgoing, shown: Shown) -> list[Row]:
    labels, rows = writer.labels, []
    for index, picture in enumerate(shown.pictures, start=1):
        values = {"label": item.label, "name": item.name, "n": index, "total": shown.total}
        caption = ""
        if shown.kind == "picture":
            alt = labels("alt_picture", **values, time=labels.stamp(item.exhibit.recorded_at))
            caption = labels("frames", n=shown.total) if shown.total > 1 else ""
        elif shown.kind == "parts":
            alt, caption = labels("alt_part", **values), labels("part", n=index, total=shown.total)
        else:
            alt, caption = labels("alt_page", **values), labels("page", n=index, total=shown.total)
        if item.exhibit.description:
            alt = f"{alt}. {item.exhibit.description}"
        size = {"file": picture.file, "width": picture.width, "height": picture.height}
        rows.append({**size, "alt": writer.plain(alt[:600]), "caption": writer.line(caption)})
    return rows

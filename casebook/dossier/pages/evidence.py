"""The list of exhibits, the exhibits themselves, and the annex on what can be checked and what cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casebook import __version__
from casebook.dossier.names import MANIFEST, exhibit_path, mail_path
from casebook.dossier.pages.glyphs import Cleaner, code, name
from casebook.dossier.pages.labels import grouped
from casebook.dossier.pages.writer import Row, Writer
from casebook.journal.records import Exhibit


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture as it goes onto a page: a file in the staging folder, and its size in pixels."""

    file: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What could be drawn of an exhibit.

    `kind` says what the pictures are: one "picture", "parts" of a tall one, or "pages" of a document. `total` counts
    parts, pages, or the frames of an animation. `refused` is a key of the labels' group `refusals`, empty if none;
    `width` and `height` then say what the file claims to be. All empty: a file of a kind that is not drawn.
    """

    kind: str = ""
    pictures: tuple[Picture, ...] = ()
    total: int = 0
    refused: str = ""
    width: int = 0
    height: int = 0


def exhibit_list(writer: Writer) -> list[Row]:
    """Return the list of exhibits: number, source, times, file name, type, bytes, SHA-256."""
    labels = writer.labels
    return [
        {
            "number": exhibit.number,
            "name": writer.text(exhibit.name, narrow=True),
            "description": writer.text(exhibit.description, narrow=True),
            "source": writer.line(labels.of("sources", exhibit.source)),
            "obtained": writer.line(labels("obtained", time=labels.stamp(exhibit.recorded_at))),
            "taken": writer.line(labels("taken", time=labels.stamp(exhibit.taken_at))) if exhibit.taken_at else [],
            "sha256": exhibit.file.sha256,
            "kind": writer.line(_type_and_size(writer, exhibit)),
        }
        for exhibit in writer.facts.exhibits
    ]


def exhibits(writer: Writer, shown: Mapping[int, Shown]) -> list[Row]:
    """Return every exhibit with its facts and whatever could be drawn of it. `shown` is by exhibit number."""
    return [_exhibit(writer, e, shown.get(e.number or 0, Shown())) for e in writer.facts.exhibits]


def _exhibit(writer: Writer, exhibit: Exhibit, shown: Shown) -> Row:
    labels = writer.labels
    twins = [e.label for e in writer.facts.originals if e.file.sha256 == exhibit.file.sha256 and e is not exhibit]
    rows = [
        writer.row("description", exhibit.description),
        writer.row("source", labels.of("sources", exhibit.source)),
        writer.row("obtained", labels.stamp(exhibit.recorded_at)),
        writer.row("taken", labels.stamp(exhibit.taken_at) if exhibit.taken_at else ""),
    ]
    if exhibit.file.sha256:
        rows.append(writer.row("type", _type_and_size(writer, exhibit)))
        rows.append(writer.row("original", exhibit_path(exhibit)))
    if twins:
        rows.append(writer.row("same", labels("same_file", labels=labels.joined(twins))))
    contact = next((c.id for c in writer.facts.contacts if c.id == exhibit.contact_id), None)
    drawn = _pictures(writer, exhibit, shown)
    title = labels("exhibit_title", label=exhibit.label, name=exhibit.name) if exhibit.name else exhibit.label
    return {
        "number": exhibit.number,
        "title": writer.line(title),
        "rows": [row for row in rows if row["value"]],
        "contact": contact,
        "sha256": exhibit.file.sha256,
        "refused": writer.text(_why_not(writer, exhibit, shown)) if not drawn else [],
        "pictures": drawn,
        "more": writer.line(labels("more_pages", total=shown.total, shown=len(drawn)))
        if shown.kind == "pages" and shown.total > len(drawn)
        else [],
    }


def _type_and_size(writer: Writer, exhibit: Exhibit) -> str:
    if exhibit.purged_at:
        return writer.labels("purged_exhibit", time=writer.labels.stamp(exhibit.purged_at))
    size = writer.labels.size(exhibit.file.size)
    return writer.labels.joined([exhibit.media_type, size] if exhibit.media_type else [size])


def _why_not(writer: Writer, exhibit: Exhibit, shown: Shown) -> str:
    if exhibit.purged_at:
        return _type_and_size(writer, exhibit)
    path = exhibit_path(exhibit)
    if not shown.refused:
        return writer.labels("not_shown", path=path)
    size = {"width": grouped(shown.width), "height": grouped(shown.height)}
    reason = writer.labels.group("refusals")[shown.refused].format(**size)
    return writer.labels("refused", reason=reason, path=path)


def _pictures(writer: Writer, exhibit: Exhibit, shown: Shown) -> list[Row]:
    labels, rows = writer.labels, []
    for index, picture in enumerate(shown.pictures, start=1):
        values = {"label": exhibit.label, "name": exhibit.name, "n": index, "total": shown.total}
        caption = ""
        if shown.kind == "picture":
            alt = labels("alt_picture", **values, time=labels.stamp(exhibit.recorded_at))
            caption = labels("frames", n=shown.total) if shown.total > 1 else ""
        elif shown.kind == "parts":
            alt, caption = labels("alt_part", **values), labels("part", n=index, total=shown.total)
        else:
            alt, caption = labels("alt_page", **values), labels("page", n=index, total=shown.total)
        size = {"file": picture.file, "width": picture.width, "height": picture.height}
        rows.append({**size, "alt": writer.plain(alt), "caption": writer.line(caption)})
    return rows


def integrity(writer: Writer, cleaner: Cleaner, *, embedded: bool) -> Row:
    """Return the annex. It comes last, so that the characters shown by their code are all known by then."""
    labels = writer.labels
    hashes = hash_list(writer)
    method = [*labels.lines("method"), labels("embedded" if embedded else "not_embedded")]
    return {
        "limits": labels.lines("limits"),
        "checking": labels.lines("checking"),
        "commands": [{"system": labels.group("system")[system], "lines": lines} for system, lines in COMMANDS.items()],
        "custody": _custody(writer),
        "method": method,
        "codes": [
            {"shown": code(char), "name": name(char), "times": str(times)}
            for char, times in sorted(cleaner.shown.items())
        ],
        "hashes": hashes,
    }


COMMANDS = {
    "linux": [f"sha256sum -c {MANIFEST}"],
    "macos": [f"shasum -a 256 -c {MANIFEST}"],
    "windows": [
        f"Get-Content {MANIFEST} | Where-Object {{ $_ -notmatch '^#' }} | ForEach-Object {{",
        "  $hash, $file = $_ -split '  ', 2",
        '  if ((Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash -ne $hash) { "DIFFERS: $file" } }',
    ],
}
"""What to type to check a pack with nothing but the system's own tools."""


def hash_list(writer: Writer) -> list[Row]:
    """Return path, size and SHA-256 of every original in the pack."""
    files = [(exhibit_path(e), e.file) for e in writer.facts.originals]
    files += [(mail_path(number), mail.raw) for number, mail in sorted(writer.facts.raw_mails.items())]
    return [
        {"path": writer.line(path), "size": [grouped(stored.size)], "sha256": stored.sha256} for path, stored in files
    ]


def _custody(writer: Writer) -> list[Row]:
    labels, head, row = writer.labels, writer.facts.head, writer.row
    values = labels.group("rows")
    recorded = min((c.recorded_at for c in writer.facts.contacts), default=writer.facts.case.recorded_at)
    return [
        row("kept_by", values["kept_by_value"]),
        row("device", ""),
        row("program", values["program_value"].format(version=__version__)),
        row("record_first", labels.stamp(min(recorded, writer.facts.case.recorded_at))),
        row("head_entry", values["head_value"].format(entry=head.number, time=labels.stamp(writer.facts.as_of))),
        row("head_hash", head.hash),
        row("export", values["export_value"].format(time=labels.stamp(writer.facts.as_of))),
        row("copies", ""),
    ]

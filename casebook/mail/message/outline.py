"""What was understood of a message, part by part: what became words, what became an exhibit, what stayed closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casebook.mail.message import body, charset, names, tree
from casebook.mail.message.body import Use
from casebook.mail.message.tree import Part

_MOST_LINES = 500
_OUTLOOK = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x78\x9f\x3e\x22")


@dataclass(frozen=True, slots=True)
class Line:
    """One part of a message: how deep it lies, what it says it is, and what became of it.

    `size` counts its bytes as sent. `label` is the charset it names, `rung` how its words were decoded, which says
    whether that label was right.
    """

    depth: int
    media_type: str
    name: str
    size: int
    use: Use
    label: str = ""
    rung: charset.Rung | None = None


def of(raw: bytes, *, from_mbox: bool = False) -> tuple[Line, ...]:
    """Return the parts of a message in its order, at most 500. Never raises."""
    view = raw.replace(b"\r", b"\n") if b"\n" not in raw else raw
    if view.startswith(_OUTLOOK):
        from casebook.mail.outlook import mime, msg, tnef

        view = mime.write(tnef.read(view) if tnef.is_tnef(view) else msg.read(view))
    root = tree.read(view)
    seen = {id(each.part): each for each in body.read(root, from_mbox=from_mbox).seen}
    lines = list[Line]()
    for part, depth in _walk(root):
        if found := seen.pop(id(part), None):
            lines.append(_line(part, depth, found))
        elif part.main == "text" or not part.children:
            lines.append(_line(part, depth, body.Seen(part, Use.NOTHING)))
        if found and found.use is Use.OPENED:
            inner = [each for each in seen.values() if each.part.raw is not view]
            for each in inner:
                lines.append(_line(each.part, depth + 1, seen.pop(id(each.part))))
        if len(lines) >= _MOST_LINES:
            break
    return tuple(lines[:_MOST_LINES])


def _walk(root: Part) -> Iterator[tuple[Part, int]]:
    todo = [(root, 0)]
    while todo:
        part, depth = todo.pop()
        yield part, depth
        todo.extend((child, depth + 1) for child in reversed(part.children))


def _line(part: Part, depth: int, seen: body.Seen) -> Line:
    label = part.label[:40] if part.main == "text" else ""
    name = names.clean(part.file_name())
    return Line(depth, part.type, name, part.end - part.start, seen.use, label, seen.decoded)

"""How answers look: JSON for programs; aligned, quiet lines for people, whatever script they are in."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import click

from casebook.journal.errors import BadInput
from casebook.journal.store.places import refuse_inside
from casebook.journal.times import Moment, Precision, offset_name, zone

# Control characters (a mail may try to drive the terminal) and marks that turn the direction of writing around.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def as_json(value: object) -> str:
    """Return a value as indented JSON; times must be text already."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def write(lines: Sequence[str]) -> None:
    """Print lines to stdout and flush. Raises OSError when they cannot be written."""
    for line in lines:
        click.echo(line)
    sys.stdout.flush()


def write_new(book: Path, target: Path, content: bytes) -> None:
    """Write a file of the user's own, outside of the casebook. Raises BadInput for one that is there already."""
    refuse_inside(book, target)
    if target.exists():
        raise BadInput("{path} is there already: choose another name", path=target)
    target.write_bytes(content)


def plain(text: str) -> str:
    """Return text without characters that would act on a terminal; line breaks and tabs stay."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str, longest: int = 0) -> str:
    """Return text on one line, cut to `longest` columns where that is given."""
    line = " ".join(plain(text).split())
    if not longest or width(line) <= longest:
        return line
    kept = ""
    for character in line:
        if width(kept + character) > longest - 1:
            break
        kept += character
    return kept + "…"


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes; Chinese characters take two."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def table(rows: Sequence[Sequence[str]], *, empty: str = "nothing recorded") -> list[str]:
    """Return rows as lines with aligned columns; the last column runs free. Empty columns are left out."""
    if not rows:
        return [f"({empty})"]
    cells = [[one_line(cell) for cell in row] for row in rows]
    columns = [n for n in range(len(cells[0])) if any(row[n] for row in cells)]
    widths = [max(width(row[n]) for row in cells) for n in columns]
    return [
        "  ".join(row[n] + " " * (wide - width(row[n])) for n, wide in zip(columns, widths, strict=True)).rstrip()
        for row in cells
    ]


def fields(pairs: Sequence[tuple[str, str]]) -> list[str]:
    """Return `name  value` lines, aligned; what is empty is left out, long text is indented below itself."""
    kept = [(name, plain(value).strip("\n")) for name, value in pairs if value.strip()]
    wide = max((width(name) for name, _ in kept), default=0)
    lines = []
    for name, value in kept:
        first, *more = value.splitlines()
        lines.append(f"{name}{' ' * (wide - width(name))}  {first}")
        lines += [f"{' ' * wide}  {line}".rstrip() for line in more]
    return lines


def time(when: Moment) -> str:
    """Return `Fri 20 Nov 2026 14:03 +08:00`, `about …`, or the day alone."""
    if when.precision is Precision.DATE:
        return _day(when.local)
    about = "about " if when.precision is Precision.ABOUT else ""
    return f"{about}{_day(when.local)} {when.local:%H:%M} {offset_name(when.offset)}"


def instant(when: datetime | None, zone_name: str) -> str:
    """Return a UTC time as it is in a zone, in the same form; empty for None."""
    if when is None:
        return ""
    there = when.astimezone(zone(zone_name))
    return f"{_day(there)} {there:%H:%M} {offset_name(int((there.utcoffset() or timedelta()).total_seconds()))}"


def span(length: timedelta) -> str:
    """Return a length of time in its two largest units: `2 d 4 h`, `35 min`, `less than a minute`."""
    minutes = int(abs(length).total_seconds()) // 60
    days, hours, left = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return f"{days} d {hours} h" if hours else f"{days} d"
    if hours:
        return f"{hours} h {left} min" if left else f"{hours} h"
    return f"{left} min" if left else "less than a minute"


def _day(when: datetime) -> str:
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{names[when.weekday()]} {when.day} {months[when.month - 1]} {when.year}"

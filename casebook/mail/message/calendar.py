"""An invitation (iCalendar, RFC 5545) as lines to read: what, when, where, who asks; nothing is answered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LONGEST = 500_000
_MOST_LINES = 20_000
_MOST_EVENTS = 10
_LONGEST_VALUE = 500
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z?))?")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_LINE = re.compile(r"([A-Za-z-]{1,40})((?:;[^:;\"]{0,200}(?:\"[^\"]{0,200}\")?[^:;\"]{0,200}){0,20}):(.*)", re.DOTALL)
_METHODS = {
    "REQUEST": "Invitation",
    "PUBLISH": "Event",
    "CANCEL": "Cancelled",
    "REPLY": "Answer to an invitation",
    "COUNTER": "Another time proposed",
    "DECLINECOUNTER": "Proposed time declined",
    "ADD": "Dates added",
    "REFRESH": "Asked for the newest version",
}


@dataclass(slots=True)
class _Event:
    """The properties of one event: value, and the parameters that tell how to read it."""

    values: dict[str, tuple[str, str]] = field(default_factory=dict)
    people: list[str] = field(default_factory=list)


def readable(text: str) -> str:
    """Return an invitation as lines, empty if there is no event in it. Never raises; bounded."""
    method, events = _events(text[:_LONGEST])
    kind = _METHODS.get(method, "Event")
    return "\n\n".join(filter(None, ("\n".join(_lines(kind, event)) for event in events[:_MOST_EVENTS])))


def summaries(text: str) -> list[str]:
    """Return what the events are called."""
    return [_value(event, "SUMMARY") for event in _events(text[:_LONGEST])[1]]


def _events(text: str) -> tuple[str, list[_Event]]:
    method, events, depth = "", list[_Event](), 0
    inside: _Event | None = None
    for line in re.sub(r"\r?\n[ \t]", "", text).splitlines()[:_MOST_LINES]:
        found = _LINE.fullmatch(line)
        if not found:
            continue
        name, parameters, value = found[1].upper(), found[2], found[3].strip()
        if name == "BEGIN":
            if inside is not None:
                depth += 1
            elif value.upper() in {"VEVENT", "VTODO"}:
                inside = _Event()
        elif name == "END":
            if depth:
                depth -= 1
            elif inside is not None:
                events.append(inside)
                inside = None
        elif inside is None:
            method = value.upper() if name == "METHOD" else method
        elif not depth:
            inside.values.setdefault(name, (value, parameters))
            if name == "ATTENDEE" and len(inside.people) < 50:
                inside.people.append(_person(value, parameters))
    return method, events


def _lines(kind: str, event: _Event) -> list[str]:
    """Return one event as lines; empty if it says neither what nor when."""
    summary, start = _value(event, "SUMMARY"), _when(event, "DTSTART")
    if not summary and not start:
        return []
    end, organiser = _when(event, "DTEND"), event.values.get("ORGANIZER")
    if start[:10] == end[:10] and len(end) > 15:
        end = end[11:16]
    rows = [
        (kind, summary),
        ("When", f"{start} – {end}" if start and end else start),
        ("Due", _when(event, "DUE")),
        ("Repeats", _value(event, "RRULE")),
        ("Where", _value(event, "LOCATION")),
        ("Asked by", _person(*organiser) if organiser else ""),
        ("For", ", ".join(event.people)),
        ("State", _value(event, "STATUS").lower()),
        ("Notes", _value(event, "DESCRIPTION")),
    ]
    return [f"{name}: {value}" for name, value in rows if value]


def _value(event: _Event, name: str) -> str:
    text = event.values.get(name, ("", ""))[0]
    plain = _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text).strip()
    if name != "DESCRIPTION":
        plain = " ".join(plain.split())
    return plain if len(plain) <= _LONGEST_VALUE else plain[:_LONGEST_VALUE] + "…"


def _when(event: _Event, name: str) -> str:
    """Return a time as `2026-11-20 14:03 (Asia/Singapore)`; a date alone as a date."""
    value, parameters = event.values.get(name, ("", ""))
    found = _STAMP.fullmatch(value)
    if not found:
        return value[:40]
    day = f"{found[1]}-{found[2]}-{found[3]}"
    if found[4] is None:
        return day
    zone = re.search(r";TZID=\"?([^;:\"]{1,60})", parameters, re.IGNORECASE)
    place = "UTC" if found[7] else zone[1] if zone else ""
    return f"{day} {found[4]}:{found[5]}" + (f" ({place})" if place else "")


def _person(value: str, parameters: str) -> str:
    address = re.sub(r"(?i)^mailto:", "", value)[:200]
    name = re.search(r";CN=(?:\"([^\"]{1,100})\"|([^;:\"]{1,100}))", parameters, re.IGNORECASE)
    answer = re.search(r";PARTSTAT=([A-Z-]{2,20})", parameters, re.IGNORECASE)
    shown = f"{name[1] or name[2]} <{address}>" if name else address
    told = answer[1].lower() if answer and answer[1].upper() != "NEEDS-ACTION" else ""
    return f"{shown} ({told})" if told else shown

"""When a mail was sent: the Date header, else the newest Received, else the mbox line, each as exact as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from itertools import islice

from casebook.journal.times import HowKnown, Moment, Precision, milliseconds, offset_name

_LONGEST = 200
_TIME = re.compile(r"\d\d?:\d\d(?::\d\d)?")
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)(?!\d)")
_HALF = re.compile(r"\s*([AP])\.?M\b")
_NAMED = re.compile(r"\b([A-Z]{1,5})\b")
_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
_REGULAR = re.compile(
    rf"\s*(?:[A-Z][a-z]{{2}}, ?)?(\d\d?) ({'|'.join(_MONTHS)}) (\d{{4}}) (\d\d):(\d\d):(\d\d) "
    r"([+-])(0\d|1[0-4])([0-5]\d)(?!\d)"
)
_ISO = re.compile(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)[T ]+(\d\d?):(\d\d)(?::(\d\d))?")
_FIRST_YEAR, _LAST_YEAR = 1971, 2100
_HOUR = 3600

# One name, several zones; hours east of UTC, the reading of RFC 5322 first. Chinese senders mean +8 by CST.
_MEANINGS: dict[str, tuple[float, ...]] = {
    "CST": (-6, 8),
    "IST": (5.5, 2, 1),
    "BST": (1, 6),
    "AST": (-4, 3),
    "PST": (-8, 8),
    "MST": (-7, 8, 6.5),
    "EST": (-5, 10),
    "EDT": (-4, 11),
    "SST": (8, -11),
    "HKT": (8,),
    "SGT": (8,),
    "JST": (9,),
    "KST": (9,),
    "WIB": (7,),
    "ICT": (7,),
    "MSK": (3,),
    "CET": (1,),
    "CEST": (2,),
    "MET": (1,),
    "MEST": (2,),
    "EET": (2,),
    "EEST": (3,),
    "WEST": (1,),
    "AEST": (10,),
    "AEDT": (11,),
    "NZST": (12,),
    "NZDT": (13,),
}


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A wall-clock time with its offset in seconds if a number stood there, else the name of the zone."""

    wall: datetime
    offset: int | None
    name: str


def sent(date: str, received: Iterable[str], envelope: str = "") -> Moment | None:
    """Return when a mail was sent, or None if nothing in it says so.

    `date` is the Date header, `received` the Received headers with the newest first, `envelope` the mbox `From ` line.
    Only a numeric offset makes a time exact: a zone by name, `-0000` or none is "about". Years outside 1971..2100 are
    not believed.
    """
    stated = _stamp(date)
    if stated and stated.offset is not None and (found := _moment(stated, HowKnown.MAIL_HEADER)):
        return found
    newest = next((stamp for text in islice(received, 5) if (stamp := _stamp(text.rpartition(";")[2]))), None)
    arrived = _moment(newest, HowKnown.RECEIVED_HEADER) if newest else None
    reference = arrived if arrived and arrived.precision is Precision.EXACT else None
    if stated and (found := _moment(stated, HowKnown.MAIL_HEADER, reference)):
        return found
    if arrived:
        return arrived
    if envelope and (stamp := _stamp(envelope)):
        return _moment(stamp, HowKnown.RECEIVED_HEADER)
    return None


def readable(date: str) -> bool:
    """Return whether a Date header states a time that can be believed."""
    stamp = _stamp(date)
    return stamp is not None and _moment(stamp, HowKnown.MAIL_HEADER) is not None


def _stamp(text: str) -> _Stamp | None:
    """Return the time a text states, or None."""
    text = text[:_LONGEST]
    if regular := _REGULAR.match(text):
        return _regular(regular)
    clock = _TIME.search(text)
    if not clock:
        return None
    wall, rest = _wall(text), text[clock.end() :].upper()
    if wall is None:
        return None
    if half := _HALF.match(rest):
        wall = wall.replace(hour=wall.hour % 12 + (12 if half[1] == "P" else 0))
        rest = rest[half.end() :]
    named = _NAMED.search(rest)
    if (number := _OFFSET.search(rest)) and int(number[3]) < 60 and int(number[2]) <= 14:
        seconds = (int(number[2]) * 60 + int(number[3])) * 60
        if number[1] == "-" and not seconds:
            return _Stamp(wall, None, "UTC")  # -0000: the time is UTC, the sender's zone is not told (RFC 5322, 3.3)
        return _Stamp(wall, -seconds if number[1] == "-" else seconds, "")
    return _Stamp(wall, None, named[1] if named else "")


def _regular(found: re.Match[str]) -> _Stamp | None:
    """Return the time that stands in the form of the standard, as nearly all do."""
    day, month, year, hour, minute, second, sign, hours, minutes = found.groups()
    try:
        wall = datetime(int(year), _MONTHS[month], int(day), int(hour), int(minute), min(int(second), 59))  # noqa: DTZ001
    except ValueError:
        return None
    seconds = (int(hours) * 60 + int(minutes)) * 60
    if sign == "-" and not seconds:
        return _Stamp(wall, None, "UTC")
    return _Stamp(wall, -seconds if sign == "-" else seconds, "")


def _wall(text: str) -> datetime | None:
    try:
        if iso := _ISO.search(text):
            return datetime(*(int(part or 0) for part in iso.groups()))  # type: ignore[arg-type]  # noqa: DTZ001
        parts = parsedate_tz(text.removeprefix("From ").strip()) or parsedate_tz(_asctime(text))
        if not parts:
            return None
        year, month, day, hour, minute, second = parts[:6]
        return datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 - the zone is added later
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _asctime(text: str) -> str:
    """Return the part of an mbox line that begins with the day of the week."""
    found = re.search(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b.*", text)
    return found[0] if found else ""


def _moment(stamp: _Stamp, known: HowKnown, reference: Moment | None = None) -> Moment | None:
    exact = stamp.offset is not None
    offset = stamp.offset if stamp.offset is not None else _named_offset(stamp, reference)
    try:
        utc = stamp.wall.replace(tzinfo=timezone(timedelta(seconds=offset))).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    if not _FIRST_YEAR <= utc.year <= _LAST_YEAR:
        return None
    precision = Precision.EXACT if exact else Precision.ABOUT
    return Moment(milliseconds(utc), offset_name(offset), offset, precision, known)


def _named_offset(stamp: _Stamp, reference: Moment | None) -> int:
    """Return the likeliest offset of a zone by name: the one that fits the time of arrival, else the usual reading."""
    meanings = [int(hours * _HOUR) for hours in _MEANINGS.get(stamp.name, ())]
    if not meanings:
        usual = parsedate_tz(f"Mon, 1 Jan 2024 00:00:00 {stamp.name}") if stamp.name else None
        meanings = [int(usual[9] or 0)] if usual else [0]
    if reference is None or len(meanings) == 1:
        return meanings[0]
    arrived = reference.utc.replace(tzinfo=None)
    return min(meanings, key=lambda seconds: abs(stamp.wall - timedelta(seconds=seconds) - arrived))

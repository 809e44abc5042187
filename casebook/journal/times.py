"""Time as evidence needs it: UTC, the zone it was meant in, how exact it is, and how it is known."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from casebook.journal.errors import BadInput

Clock = Callable[[], datetime]
"""Anything that returns the present as an aware datetime; passed in everywhere so that tests own the time."""


class Precision(StrEnum):
    """How exact a stated time is."""

    EXACT = "exact"
    ABOUT = "about"
    DATE = "date"


class HowKnown(StrEnum):
    """Where a stated time comes from."""

    MAIL_HEADER = "mail-header"
    RECEIVED_HEADER = "received-header"
    CHAT_EXPORT = "chat-export"
    SCREENSHOT = "screenshot"
    DEVICE_CLOCK = "device-clock"
    MEMORY = "memory"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as a person or a header states it.

    `utc` is aware and in UTC, whole milliseconds. `zone` is an IANA name, or `+08:00` where only an offset is known.
    `offset` is the UTC offset in seconds as it was shown then: it is stored, because a later change of zone rules must
    not move what was written down, and because it tells the two 02:30s of an autumn night apart.
    """

    utc: datetime
    zone: str
    offset: int
    precision: Precision = Precision.EXACT
    known: HowKnown = HowKnown.MEMORY

    @property
    def local(self) -> datetime:
        """The wall-clock time there and then, with its UTC offset."""
        return self.utc.astimezone(timezone(timedelta(seconds=self.offset)))

    @property
    def end(self) -> datetime:
        """The time from which on it is over (UTC): the midnight after, where only the day is known."""
        if self.precision is not Precision.DATE:
            return self.utc
        return from_wall(datetime.combine(self.local.date() + timedelta(days=1), time()), self.zone).utc

    @property
    def rfc3339(self) -> str:
        """`2026-11-20T14:03:00+08:00`: local time to the second with its offset (RFC 3339)."""
        return self.local.isoformat(timespec="seconds")

    @property
    def told(self) -> str:
        """`2026-11-20T14:03:00+08:00 Asia/Singapore (about, memory)`: all of it in one line; `from_told` reads it."""
        return f"{self.rfc3339} {self.zone} ({self.precision}, {self.known})"


def from_told(text: str) -> Moment | None:
    """Return the Moment that `Moment.told` wrote, to the second; None for any other text."""
    found = re.fullmatch(r"(\S+) (\S+) \(([a-z]+), ([a-z-]+)\)", text)
    try:
        when = datetime.fromisoformat(found[1]) if found else None
        offset = when.utcoffset() if when else None
        if found is None or when is None or offset is None:
            return None
        seconds = int(offset.total_seconds())
        return Moment(when.astimezone(UTC), found[2], seconds, Precision(found[3]), HowKnown(found[4]))
    except (ValueError, OverflowError):
        return None


def utc_now() -> datetime:
    """Return the present in UTC, cut to whole milliseconds (the store's resolution)."""
    return milliseconds(datetime.now(UTC))


def milliseconds(when: datetime) -> datetime:
    """Return an aware datetime in UTC, cut to whole milliseconds."""
    when = when.astimezone(UTC)
    return when.replace(microsecond=when.microsecond // 1000 * 1000)


def to_text(when: datetime) -> str:
    """Return the one stored form, `2026-11-20T06:03:00.000Z`; its text order is time order."""
    if when.tzinfo is not UTC:  # as it is for what comes from the clock: an import writes several times a mail
        when = when.astimezone(UTC)
    return when.isoformat(timespec="milliseconds")[:-6] + "Z"  # cuts what is finer


def from_text(text: str) -> datetime:
    """Return the aware UTC datetime of a stored text. Raises ValueError on any other form."""
    return datetime.fromisoformat(text)  # thirty times faster than strptime, and knows the trailing Z


@lru_cache(maxsize=256)
def zone(name: str) -> tzinfo:
    """Return the time zone of an IANA name or a `+08:00` offset. Raises BadInput for anything else."""
    if offset := re.fullmatch(r"([+-])(\d\d):(\d\d)", name):
        sign = -1 if offset[1] == "-" else 1
        seconds = sign * (int(offset[2]) * 3600 + int(offset[3]) * 60)
        if abs(seconds) < 24 * 3600 and int(offset[3]) < 60:
            return timezone(timedelta(seconds=seconds))
    elif re.fullmatch(r"[A-Za-z0-9_+/-]+", name):
        try:
            return ZoneInfo(name)
        except (KeyError, OSError, ValueError):  # ZoneInfoNotFoundError is a KeyError; a folder's name an OSError
            pass
    raise BadInput(
        "'{name}' is not a time zone: give a name such as Asia/Singapore, or an offset such as +08:00", name=name
    )


def system_zone() -> str:
    """Return the IANA name of this computer's zone, `UTC` where it has none."""
    from tzlocal import get_localzone_name

    try:
        name = get_localzone_name() or "UTC"
        zone(name)
    except (LookupError, ValueError, OSError, BadInput):
        return "UTC"
    return name


def follow_system_zone() -> None:
    """Learn this computer's zone anew: Python keeps the one it started in, also after a flight."""
    import time as clocks
    from contextlib import suppress

    from tzlocal import reload_localzone

    if hasattr(clocks, "tzset"):
        clocks.tzset()
    with suppress(LookupError, ValueError, OSError):
        reload_localzone()


def offset_name(seconds: int) -> str:
    """Return `+08:00` for an offset in seconds east of UTC."""
    sign, minutes = ("-" if seconds < 0 else "+"), abs(seconds) // 60
    return f"{sign}{minutes // 60:02d}:{minutes % 60:02d}"


def moment(
    when: datetime,
    zone_name: str,
    precision: Precision = Precision.EXACT,
    known: HowKnown = HowKnown.MEMORY,
) -> Moment:
    """Return the Moment of an aware datetime, shown in `zone_name`."""
    utc = milliseconds(when)
    offset = utc.astimezone(zone(zone_name)).utcoffset() or timedelta()
    return Moment(utc, zone_name, int(offset.total_seconds()), precision, known)


def from_wall(
    wall: datetime, zone_name: str, precision: Precision = Precision.EXACT, known: HowKnown = HowKnown.MEMORY
) -> Moment:
    """Return the Moment of a naive wall-clock time in a zone.

    Of two equal wall times in an autumn overlap the first is taken, or the second where `fold=1` says so. A time in a
    spring gap keeps the offset from before the gap, so that it reads back as it was typed.
    """
    offset = wall.replace(tzinfo=zone(zone_name)).utcoffset() or timedelta()
    utc = wall.replace(tzinfo=timezone(offset), fold=0).astimezone(UTC)
    return Moment(milliseconds(utc), zone_name, int(offset.total_seconds()), precision, known)


def twice(wall: datetime, zone_name: str) -> tuple[int, int] | None:
    """Return the two UTC offsets, in seconds, of a wall-clock time that came twice in its zone; else None."""
    first, second = (from_wall(wall.replace(fold=fold), zone_name) for fold in (0, 1))
    return None if first.offset == second.offset or in_gap(first) else (first.offset, second.offset)


def in_gap(when: Moment) -> bool:
    """Return whether the wall-clock time never existed in its zone (clocks were put forward over it)."""
    there = when.utc.astimezone(zone(when.zone))
    return there.replace(tzinfo=None) != when.local.replace(tzinfo=None) and when.zone[0] not in "+-"


_TYPED = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d?:\d\d(?::\d\d(?:\.\d{1,6})?)?)\s*(?P<offset>Z|[+-]\d\d:?\d\d)?)?",
    re.IGNORECASE,
)


def parse(
    text: str, zone_name: str, precision: Precision = Precision.EXACT, known: HowKnown = HowKnown.MEMORY
) -> Moment:
    """Return the Moment of typed text: `2026-11-20`, `2026-11-20 14:03`, or RFC 3339 with an offset.

    A date alone means the whole day and is marked so. Raises BadInput with the form that is wanted.
    """
    wrong = BadInput("'{text}' is not a time: write 2026-11-20 14:03, or 2026-11-20 for the day alone", text=text)
    found = _TYPED.fullmatch(text.strip())
    if not found:
        raise wrong
    try:
        day = date.fromisoformat(found["date"])
        stamp = found["time"] or "00:00"
        clock = time.fromisoformat("0" + stamp if stamp[1] == ":" else stamp)
        wall = datetime.combine(day, clock)
        zone(zone_name)
        if not found["time"]:
            return from_wall(wall, zone_name, Precision.DATE, known)
        if not (offset := found["offset"]):
            return from_wall(wall, zone_name, precision, known)
        aware = datetime.fromisoformat(wall.isoformat() + offset.upper())
        utc, seconds = milliseconds(aware), int((aware.utcoffset() or timedelta()).total_seconds())
        fits = moment(utc, zone_name).offset == seconds
        return Moment(utc, zone_name if fits else offset_name(seconds), seconds, precision, known)
    except (ValueError, OverflowError):
        raise wrong from None

"""Dates counted a second time, by other means than the guide's: lists of plain days, and `holidays` asked directly.

Written from the words that describe how days are counted, not from the code: nothing of `casebook.guide` is used here.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

ONE = timedelta(days=1)
PARTS = {"Europe/London": "ENG", "America/New_York": "NY", "Europe/Berlin": "BE", "Australia/Sydney": "NSW"}
WHOLE = 24 * 60 * 60
"""The end of a day, in seconds."""


@dataclass(frozen=True)
class Question:
    """What is counted. `start` is aware; with `day_only` its local date in `start_zone` is all that is known."""

    start: datetime
    start_zone: str
    day_only: bool
    unit: str
    amount: int
    country: str
    zone: str
    strict: bool = False
    rolls: bool = False
    pauses: Sequence[tuple[date, date]] = ()
    more: Sequence[tuple[str, int]] = ()
    """Extensions: days, business_days or months, with how many."""


def answer(asked: Question) -> datetime:
    """Return the end of the count, in UTC."""
    zone = ZoneInfo(asked.zone)
    begun = _instant(asked)
    if asked.unit in ("minutes", "hours"):
        end = _exact(asked, begun)
        if not asked.more and not asked.rolls:
            return end
        local = end.astimezone(zone)
        day, second = local.date(), local.hour * 3600 + local.minute * 60 + local.second
    else:
        day, second = _base(asked, begun)
        base, day = day, _counted(asked, day)
        day = _extended(asked, base, day)
        return _resolve(*_rolled(asked, day, second), zone, latest=not asked.strict)
    day = _extended(asked, day, day)
    return _resolve(*_rolled(asked, day, second), zone, latest=not asked.strict)


def works(day: date, country: str, zone: str) -> bool:
    """Return whether offices of a country are open, as far as `holidays` knows."""
    found = _holidays(country, PARTS.get(zone))
    if found is None:
        return day.weekday() < 5
    if country == "HK" and day.weekday() == 5:  # its list knows Sunday only
        return False
    return bool(found.is_working_day(day))


@cache
def _holidays(country: str, part: str | None) -> holidays.HolidayBase | None:
    if country not in holidays.list_supported_countries():
        return None
    return holidays.country_holidays(country, subdiv=part)


def _instant(asked: Question) -> datetime:
    start = asked.start.astimezone(UTC)
    if asked.day_only:
        home = ZoneInfo(asked.start_zone)
        day = asked.start.astimezone(home).date()
        day = day if asked.strict else day + ONE
        return _resolve(day, 0, home, latest=not asked.strict)
    if start.microsecond:
        start = start.replace(microsecond=0) + (timedelta() if asked.strict else timedelta(seconds=1))
    return start


def _base(asked: Question, begun: datetime) -> tuple[date, int]:
    """Return the day that does not count, and the second of the day at which the count ends."""
    local = begun.astimezone(ZoneInfo(asked.zone))
    second = local.hour * 3600 + local.minute * 60 + local.second
    if asked.day_only and asked.strict:
        return local.date(), WHOLE
    if asked.day_only and second == 0:
        return local.date() - ONE, WHOLE
    if asked.unit == "business-days" and not _works(asked, local.date()):
        return local.date(), WHOLE
    return local.date(), second


def _counted(asked: Question, base: date) -> date:
    if asked.unit in ("months", "years"):
        plain = _months(base, asked.amount * (12 if asked.unit == "years" else 1))
        wanted = (plain - base).days
    else:
        wanted = asked.amount * (7 if asked.unit == "weeks" else 1)
    day = base
    while wanted:
        day += ONE
        if not _paused(asked, day) and (asked.unit != "business-days" or _works(asked, day)):
            wanted -= 1
    # Days of a pause that follow the last counted one do not count, and nothing ends on them for want of days.
    return day


def _extended(asked: Question, base: date, day: date) -> date:
    plain = asked.amount * {"months": 1, "years": 12}.get(asked.unit, 0)
    paused = sum(_paused(asked, base + ONE * n) for n in range(1, (day - base).days + 1))
    months = 0
    for kind, amount in asked.more:
        months = months + amount if kind == "months" and months >= 0 else -1
        if kind == "days":
            day += ONE * amount
        elif kind == "business_days":
            for _ in range(amount):
                day += ONE
                while not _works(asked, day):
                    day += ONE
        else:
            found = [_months(day, amount)]
            if plain and months > 0:
                found.append(_months(base, plain + months) + ONE * paused)
            day = min(found) if asked.strict else max(found)
    return day


def _rolled(asked: Question, day: date, second: int) -> tuple[date, int]:
    if asked.rolls and not asked.strict and not _works(asked, day):
        while not _works(asked, day):
            day += ONE
        return day, WHOLE
    return day, second


def _exact(asked: Question, begun: datetime) -> datetime:
    """Return the end of so many hours, those of pauses left out, a day at a time."""
    left, now, zone = (
        timedelta(minutes=asked.amount * (60 if asked.unit == "hours" else 1)),
        begun,
        ZoneInfo(asked.zone),
    )
    while left:
        day = now.astimezone(zone).date()
        midnight = _resolve(day + ONE, 0, zone, latest=not asked.strict)
        taken = timedelta() if _paused(asked, day) else min(left, midnight - now)
        now = now + taken if taken == left else midnight
        left -= taken
    return now


def _months(day: date, months: int) -> date:
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _works(asked: Question, day: date) -> bool:
    return works(day, asked.country, "" if asked.strict else asked.zone)


def _paused(asked: Question, day: date) -> bool:
    return any(first <= day <= last for first, last in asked.pauses)


def _resolve(day: date, second: int, zone: ZoneInfo, *, latest: bool) -> datetime:
    """Return the UTC instant of a wall-clock time; `latest` chooses where there are two, or none."""
    wall = datetime(day.year, day.month, day.day) + timedelta(seconds=second)
    offsets = {
        (wall.replace(tzinfo=UTC) + timedelta(hours=hours)).astimezone(zone).utcoffset() for hours in range(-36, 37, 6)
    }
    tried = sorted((wall - offset).replace(tzinfo=UTC) for offset in offsets if offset is not None)
    real = [instant for instant in tried if instant.astimezone(zone).replace(tzinfo=None) == wall]
    found = real or tried
    return found[-1] if latest else found[0]

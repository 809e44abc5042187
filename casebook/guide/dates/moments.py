"""The points in time that are offered with one press: later today, tomorrow, the next business day; pure arithmetic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from casebook.journal.times import from_wall
from casebook.journal.times import zone as time_zone

MORNING = time(9)
EVENING = time(18)

NextBusinessDay = Callable[[date], date]
"""Returns the first business day after a day, by the calendar of the firm's country."""


class Soon(Enum):
    """The named points in time."""

    HOUR = "hour"
    EVENING = "evening"
    TOMORROW = "tomorrow"
    BUSINESS_DAY = "business-day"
    TWO_DAYS = "two-days"


@dataclass(frozen=True, slots=True)
class Offer:
    """A named point in time and when it is (UTC)."""

    soon: Soon
    at: datetime


def snooze_offers(now: datetime, zone: str, next_business_day: NextBusinessDay) -> list[Offer]:
    """Return when a follow-up may be put off to: one hour, this evening (before 17:00), tomorrow, next business day."""
    local = now.astimezone(time_zone(zone))
    offers = [Offer(Soon.HOUR, now + timedelta(hours=1))]
    if local.hour < EVENING.hour - 1:
        offers.append(Offer(Soon.EVENING, _at(local.date(), EVENING, zone)))
    return offers + _mornings(local.date(), zone, next_business_day)


def follow_up_offers(now: datetime, zone: str, next_business_day: NextBusinessDay) -> list[Offer]:
    """Return when a new follow-up may ring: tomorrow, the next business day, in 48 hours."""
    local = now.astimezone(time_zone(zone))
    return [*_mornings(local.date(), zone, next_business_day), Offer(Soon.TWO_DAYS, now + timedelta(hours=48))]


def _mornings(today: date, zone: str, next_business_day: NextBusinessDay) -> list[Offer]:
    tomorrow, business = today + timedelta(days=1), next_business_day(today)
    offers = [Offer(Soon.TOMORROW, _at(tomorrow, MORNING, zone))]
    if business != tomorrow:
        offers.append(Offer(Soon.BUSINESS_DAY, _at(business, MORNING, zone)))
    return offers


def _at(day: date, clock: time, zone: str) -> datetime:
    return from_wall(datetime.combine(day, clock), zone).utc

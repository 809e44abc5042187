"""The points in time that are offered with one press: later today, tomorrow, the next business day; pure arithmetic."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from casebook.journal.errors import BadInput
from casebook.journal.records import Firm
from casebook.journal.times import Moment, from_wall
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


def business_days(firm: Firm) -> NextBusinessDay:
    """Return how to find the next business day in the country of a firm."""

    def following(day: date) -> date:
        from casebook.guide.dates.calendar import WorkingDays

        days = WorkingDays(firm.country, firm.zone)
        day += timedelta(days=1)
        while days.off(day):
            day += timedelta(days=1)
        return day

    return following


def moved(due: Moment, now: datetime, *, days: int = 0, months: int = 0) -> Moment:
    """Return a due date so much later, at the same time of day on the clock of its zone.

    It counts from the due date; from today where that has passed, because nobody puts a thing off into the past. A
    month goes by the calendar: 31 January and one month is the last day of February. Raises BadInput.
    """
    wall = due.local.replace(tzinfo=None)
    if due.utc < now and days >= 0 and months >= 0:
        today = now.astimezone(time_zone(due.zone)).date()
        wall = datetime.combine(max(wall.date(), today), wall.time())
    turned = wall.year * 12 + wall.month - 1 + months
    year, month = turned // 12, turned % 12 + 1
    try:
        last = min(wall.day, monthrange(year, month)[1])
        then = wall.replace(year=year, month=month, day=last) + timedelta(days=days)
        return from_wall(then, due.zone, due.precision, due.known)
    except (OverflowError, ValueError):
        raise BadInput("the time {time} lies too far away to count from", time=due.rfc3339) from None


def _mornings(today: date, zone: str, next_business_day: NextBusinessDay) -> list[Offer]:
    tomorrow, business = today + timedelta(days=1), next_business_day(today)
    offers = [Offer(Soon.TOMORROW, _at(tomorrow, MORNING, zone))]
    if business != tomorrow:
        offers.append(Offer(Soon.BUSINESS_DAY, _at(business, MORNING, zone)))
    return offers


def _at(day: date, clock: time, zone: str) -> datetime:
    return from_wall(datetime.combine(day, clock), zone).utc

"""When a follow-up is said aloud: as soon as it rings, and again every morning for as long as nobody answers it.

A program that starts has said nothing yet, so each start says all that rings once more.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from casebook.guide.dates.moments import MORNING
from casebook.journal.times import from_wall
from casebook.journal.times import zone as time_zone

ASTRAY = timedelta(days=1)
"""A clock that was set back by more than this was wrong before, and so was what it made ring."""


def is_unsaid(rings_at: datetime, said: datetime | None, now: datetime, zone: str) -> bool:
    """Return whether what rings since `rings_at` wants to be said, when it was last said at `said`.

    A clock set back a little does not make it ring twice; one set back far has not said it at all.
    """
    if said is None or said > now + ASTRAY:
        return True
    return said < max(rings_at, last_morning(now, zone))


def last_morning(now: datetime, zone: str) -> datetime:
    """Return the latest nine o'clock in a zone that is not after `now` (UTC)."""
    today = now.astimezone(time_zone(zone)).date()
    found = from_wall(datetime.combine(today, MORNING), zone).utc
    if found > now:
        found = from_wall(datetime.combine(today - timedelta(days=1), MORNING), zone).utc
    return found

"""When a follow-up is said aloud: as soon as it rings, and again every morning for as long as nobody answers it.

A program that starts has said nothing yet, so each start says all that rings once more.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from casebook.guide.dates.moments import MORNING
from casebook.journal.times import from_wall
from casebook.journal.times import zone as time_zone

ASTRAY = timedelta(days=1)
"""A clock that was set back by more than this was wrong before, and so was what it made ring."""


def unsaid(
    ringing: Mapping[int, datetime], said: Mapping[int, datetime], now: datetime, zone: str
) -> dict[int, datetime]:
    """Return what wants to be said of all that is `ringing` (since when, by number), when each was last `said`.

    A clock set back a little does not make it ring twice; one set back far has not said it at all.
    """
    morning, latest = last_morning(now, zone), now + ASTRAY
    return {
        number: since
        for number, since in ringing.items()
        if (last := said.get(number)) is None or last > latest or last < since or last < morning
    }


def is_unsaid(rings_at: datetime, said: datetime | None, now: datetime, zone: str) -> bool:
    """Return whether one that rings since `rings_at` wants to be said, when it was last said at `said`."""
    return bool(unsaid({0: rings_at}, {} if said is None else {0: said}, now, zone))


def last_morning(now: datetime, zone: str) -> datetime:
    """Return the latest nine o'clock in a zone that is not after `now` (UTC)."""
    today = now.astimezone(time_zone(zone)).date()
    found = from_wall(datetime.combine(today, MORNING), zone).utc
    if found > now:
        found = from_wall(datetime.combine(today - timedelta(days=1), MORNING), zone).utc
    return found

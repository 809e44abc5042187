"""The axis of time under a drawing: where an instant stands, which round dates to write, what stretches to count in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_MOST_TICKS, _MOST_BINS = 6, 90
_STEPS = (1, 2, 3, 6, 12, 24, 48, 24 * 7, 24 * 14)
"""Hours between two dates below the axis, up to a fortnight; then months."""
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 600)
_BINS = (_HOUR, 6 * _HOUR, _DAY, 7 * _DAY, 28 * _DAY, 91 * _DAY, 364 * _DAY, 3640 * _DAY)


@dataclass(frozen=True, slots=True)
class Span:
    """What the axis shows, from one whole day to another (UTC)."""

    start: datetime
    end: datetime

    @staticmethod
    def around(start: datetime, end: datetime) -> Span:
        """Return the whole days around two instants."""
        first = start.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        last = end.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + _DAY
        return Span(first, last)

    @property
    def length(self) -> timedelta:
        """How long it is: a day at least."""
        return self.end - self.start

    def at(self, when: datetime) -> float:
        """Return where an instant stands, from 0 at the beginning to 1 at the end."""
        return min(max((when - self.start) / self.length, 0.0), 1.0)


def bins(span: Span) -> timedelta:
    """Return how long the stretches are in which contacts are counted, so that their bars can still be told apart."""
    return next((b for b in _BINS if span.length / b <= _MOST_BINS), _BINS[-1])


def ticks(span: Span) -> Iterator[tuple[datetime, str]]:
    """Yield a handful of round instants with what to write below them."""
    hours = next((h for h in _STEPS if span.length / (h * _HOUR) <= _MOST_TICKS), 0)
    if not hours:
        yield from _monthly(span)
        return
    when = span.start
    while when <= span.end:
        yield when, when.strftime("%Y-%m-%d" if hours >= 24 else "%m-%d %H:%M")
        when += hours * _HOUR


def _monthly(span: Span) -> Iterator[tuple[datetime, str]]:
    months = (span.end.year - span.start.year) * 12 + span.end.month - span.start.month
    step = next((m for m in _MONTHS if months / m <= _MOST_TICKS), _MONTHS[-1])
    month = span.start.year * 12 + span.start.month - 1
    while (month := month + 1) <= span.end.year * 12 + span.end.month - 1:
        if month % step == 0:
            year, rest = divmod(month, 12)
            yield datetime(year, rest + 1, 1, tzinfo=UTC), f"{year:04d}-{rest + 1:02d}"


def nice(length: timedelta) -> timedelta:
    """Return a round length of time not below the given one, for the top of an axis that is cut into four."""
    hours = (1, 2, 4, 8, 12, 24, 48, 96, 192, 384, 768)
    found = next((h for h in hours if length <= h * _HOUR), 0)
    days = -(-length // _DAY)
    return found * _HOUR if found else (days + -days % 40) * _DAY

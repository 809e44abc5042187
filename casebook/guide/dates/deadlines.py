"""From a rule and a start to a date: never a day early, and always with the counting shown.

How days are counted (business days, calendar days and months, in the firm's zone):
- the day of the start itself never counts; the N-th following day does, at the same time of day, so that N full days
  have passed;
- a start on a day off, and a start of which only the day is known, count to the *end* of the N-th day;
- months go by the calendar: 31 January and one month is the last day of February;
- of two possible times on a day when clocks change, the later one.
Minutes and hours are exact, in UTC. Days of a pause do not count in any unit.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from casebook.guide.dates.calendar import DayOff, WorkingDays
from casebook.guide.dates.explanation import Explanation, Note, Skipped
from casebook.guide.dates.rules import Pause, Rule, Unit
from casebook.journal.errors import BadInput
from casebook.journal.times import Moment, Precision
from casebook.journal.times import zone as zone_of

_DAY = timedelta(days=1)
_EXACT = {Unit.MINUTES: timedelta(minutes=1), Unit.HOURS: timedelta(hours=1)}


def due(rule: Rule, start: Moment, country: str, zone: str, *, zone_known: bool = True) -> Explanation:
    """Return the earliest time a rule allows, with how it was found.

    `country` is ISO 3166 alpha-2 (empty or unknown: weekends only, and the explanation says so), `zone` an IANA name
    or an offset; `zone_known` False says that it is the user's, for want of the firm's. Raises BadInput for a rule
    that counts nothing, an unknown zone, or a date out of the calendar.
    """
    if rule.unit is None or rule.not_before is None:
        raise BadInput("the rule {rule} names no time, so nothing can be due", rule=rule.id)
    try:
        count = _Count(rule.unit, rule.pauses, start, country, zone_of(zone), zone)
        due_at = count.after(rule.not_before)
        counted, skipped = tuple(count.counted), tuple(count.skipped)
        if not zone_known:
            count.say(Note.USERS_ZONE)
        until = count.after(rule.not_after) if rule.not_after is not None else None
    except (OverflowError, ValueError):  # beyond the year 9999
        raise BadInput("the time {time} lies too far away to count from", time=start.rfc3339) from None
    return Explanation(
        start=_midnight(start) if start.precision is Precision.DATE else _fixed(count.start, count.zone),
        unit=rule.unit,
        amount=rule.not_before,
        counted=counted,
        skipped=skipped,
        rule=rule.id,
        due_at=_fixed(due_at, count.zone),
        until=_fixed(until, count.zone) if until else None,
        zone=zone,
        country=country.strip().upper(),
        notes=tuple(count.notes),
        texts=dict(rule.texts),
        sources=dict(rule.sources),
        checked_on=rule.checked_on,
    )


def _fixed(when: datetime, zone: tzinfo) -> datetime:
    """Return a time in a zone, with the offset it has there written down."""
    there = when.astimezone(zone)
    return there.replace(tzinfo=timezone(there.utcoffset() or timedelta()), fold=0)


def _midnight(moment: Moment) -> datetime:
    """Return the start of the day a moment names, with the offset it was written down in."""
    return moment.local.replace(hour=0, minute=0, second=0, microsecond=0)


def _whole_seconds(when: datetime) -> datetime:
    """Return the time, rounded up to a whole second: explanations show no fractions, and nothing may be early."""
    return when.replace(microsecond=0) + timedelta(seconds=1) if when.microsecond else when


@dataclass(slots=True)
class _Count:
    """One count: where it starts, and what was met on the way."""

    unit: Unit
    pauses: tuple[Pause, ...]
    moment: Moment
    country: str
    zone: tzinfo
    zone_name: str
    notes: list[Note] = field(default_factory=list)
    counted: list[date] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    start: datetime = field(init=False)
    """The start (UTC): the moment itself, or its midnight where only the day is known."""
    _days: WorkingDays | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.start = _whole_seconds(self.moment.utc)
        if self.moment.precision is Precision.DATE:
            self.say(Note.DAY_ONLY)
        if self.unit is Unit.BUSINESS_DAYS:
            self._days = WorkingDays(self.country, self.zone_name)
            if not self._days.known:
                self.say(Note.UNKNOWN_COUNTRY if self.country.strip() else Note.NO_COUNTRY)

    def say(self, note: Note) -> None:
        """Remember a note, once."""
        if note not in self.notes:
            self.notes.append(note)

    def after(self, amount: int) -> datetime:
        """Return the time (UTC) when `amount` units have passed; `counted` and `skipped` tell how."""
        self.counted, self.skipped = [], []
        if step := _EXACT.get(self.unit):
            return self._exactly(step * amount)
        day, clock = self._anchor()
        if self.unit is Unit.MONTHS:
            last = self._months(day, amount)
        else:
            last = day
            for _ in range(amount):
                last = self._next(last)
                self.counted.append(last)
        return self._at(last, clock)

    def _from(self) -> datetime:
        """Return the latest instant (UTC) the start can mean: the end of the day where only the day is known."""
        if self.moment.precision is not Precision.DATE:
            return self.start
        there = zone_of(self.moment.zone)
        return _wall(self.moment.local.date() + _DAY, time(), there)

    def _anchor(self) -> tuple[date, time | None]:
        """Return the day that is left out of the count, and the time of day (None: its end)."""
        there = self._from().astimezone(self.zone)
        day, clock = there.date(), there.time()
        if self.moment.precision is Precision.DATE and clock == time():
            return day - _DAY, None
        if self._days and self._days.off(day):
            self.say(Note.DAY_OFF_START)
            return day, None
        return day, clock

    def _next(self, day: date) -> date:
        """Return the next day that counts, noting those that do not."""
        while True:
            day += _DAY
            off = self._paused(day) or (self._days.off(day) if self._days else None)
            if not off:
                if self._days and self._days.regional(day):
                    self.say(Note.REGIONAL)
                return day
            self.skipped.append(Skipped(day, off.why["en"], off.why["zh"]))

    def _paused(self, day: date) -> DayOff | None:
        return next((DayOff(day, dict(p.why)) for p in self.pauses if p.first <= day <= p.last), None)

    def _months(self, day: date, amount: int) -> date:
        """Return the same day of a later month, or that month's last; paused days on the way are added after it."""
        for number in range(1, amount + 1):
            year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
            last = monthrange(year, month + 1)[1]
            target = date(year, month + 1, min(day.day, last))
            self.counted.append(target)
        if day.day > last:
            self.say(Note.MONTH_END)
        passed = day
        while passed < target:
            passed += _DAY
            if off := self._paused(passed):
                self.skipped.append(Skipped(passed, off.why["en"], off.why["zh"]))
                target += _DAY
        return target

    def _exactly(self, amount: timedelta) -> datetime:
        """Return the time after so many hours; those of a pause (local days of the zone) do not count."""
        begin = self._from()
        end = begin + amount
        for pause in self.pauses:
            first, last = _wall(pause.first, time(), self.zone), _wall(pause.last + _DAY, time(), self.zone)
            if first < end and last > begin:
                end += last - max(first, begin)
                day = pause.first
                while day <= pause.last:
                    self.skipped.append(Skipped(day, pause.why["en"], pause.why["zh"]))
                    day += _DAY
        return end

    def _at(self, day: date, clock: time | None) -> datetime:
        """Return a time of day (None: the end of the day) in the zone, in UTC."""
        wall = (day, clock) if clock is not None else (day + _DAY, time())
        first = datetime.combine(*wall, tzinfo=self.zone)
        if clock is not None and first.utcoffset() != first.replace(fold=1).utcoffset():
            self.say(Note.CLOCK_CHANGE)
        return _wall(*wall, self.zone)


def _wall(day: date, clock: time, zone: tzinfo) -> datetime:
    """Return a wall-clock time in UTC: of two possible ones the later, for one that never existed the time after."""
    both = (datetime.combine(day, clock.replace(fold=fold), tzinfo=zone).astimezone(UTC) for fold in (0, 1))
    return max(both)

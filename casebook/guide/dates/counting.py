"""One count, from a start to an end: which days were counted, which passed over, and what a reader must know of it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from casebook.guide.dates.calendar import DayOff, WorkingDays
from casebook.guide.dates.explanation import Note, Skipped
from casebook.guide.dates.moves import By, Extension
from casebook.guide.dates.rules import Pause, Unit
from casebook.journal.errors import BadInput
from casebook.journal.times import Moment, Precision
from casebook.journal.times import zone as zone_of

DAY = timedelta(days=1)
_EXACT = {Unit.MINUTES: timedelta(minutes=1), Unit.HOURS: timedelta(hours=1)}
_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}


@dataclass(slots=True)
class Count:
    """One count. `strict` counts to the end of a right: where two times are possible, the earlier one is taken."""

    unit: Unit
    moment: Moment
    country: str
    zone: tzinfo
    zone_name: str
    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Extension, ...] = ()
    strict: bool = False
    rolls: bool = False
    notes: list[Note] = field(default_factory=list)
    counted: list[date] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    start: datetime = field(init=False)
    """The start (UTC): the moment itself, or its midnight where only the day is known."""
    _days: WorkingDays | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.start = self._whole_seconds(self.moment.utc)
        if self.moment.precision is Precision.DATE:
            self.say(Note.DAY_ONLY)
        if self.unit is Unit.BUSINESS_DAYS:
            self._working()

    def say(self, note: Note) -> None:
        """Remember a note, once."""
        if note not in self.notes:
            self.notes.append(note)

    def end(self, amount: int) -> datetime:
        """Return the time (UTC) when `amount` units and all extensions have passed.

        `counted` and `skipped` tell of the units. Raises BadInput for an extension that would take time away.
        """
        last, clock = self._last(amount)
        when = self._at(last, clock)
        months = 0
        for each in self.extensions:
            months = months + each.amount if each.by is By.MONTHS and months >= 0 else -1
            further = self._further(last, clock, each, amount * _MONTHS.get(self.unit, 0), months)
            if (moved := self._at(*further)) < when:
                day = each.until.isoformat() if each.until else ""
                raise BadInput("{day} lies before the date as it stands, so it is no more time", day=day)
            (last, clock), when = further, moved
        if self.rolls and not self.strict and (off := self._working().off(last)):
            self.say(Note.ROLLED)
            while off:
                self.skipped.append(Skipped(last, off.why["en"], off.why["zh"]))
                last += DAY
                off = self._working().off(last)
            when = self._at(last, None)
        return when

    def _last(self, amount: int) -> tuple[date, time | None]:
        """Return the last day and the time of day (None: its end) after so many units."""
        self.counted, self.skipped = [], []
        if step := _EXACT.get(self.unit):
            there = self._exactly(step * amount).astimezone(self.zone)
            return there.date(), there.time().replace(fold=there.fold)
        day, clock = self._anchor()
        if self.unit in _MONTHS:
            return self._by_months(day, amount), clock
        last = day
        step_days = 7 if self.unit is Unit.WEEKS else 1
        for number in range(1, amount * step_days + 1):
            last = self._next(last)
            if number % step_days == 0:
                self.counted.append(last)
        return last, clock

    def _further(
        self, last: date, clock: time | None, each: Extension, base: int, months: int
    ) -> tuple[date, time | None]:
        """Return day and time of day after one extension. `base` and `months` are set where months were counted."""
        if each.until:
            return each.until, None
        if each.by is By.DAYS:
            return last + DAY * each.amount, clock
        if each.by is By.BUSINESS_DAYS:
            for _ in range(each.amount):
                last += DAY
                while self._working().off(last):
                    last += DAY
            return last, clock
        found = [later(last, each.amount)]
        if base and months > 0:  # a month and two more are three months, whatever the month between
            found.append(later(self._anchor()[0], base + months) + DAY * len(self.skipped))
        return (min if self.strict else max)(found), clock

    def _working(self) -> WorkingDays:
        """Return the calendar that counts. Where a right ends, holidays of one part of a country lengthen nothing."""
        if self._days is None:
            self._days = WorkingDays(self.country, "" if self.strict else self.zone_name)
            if not self._days.known:
                self.say(Note.UNKNOWN_COUNTRY if self.country.strip() else Note.NO_COUNTRY)
        return self._days

    def _from(self) -> datetime:
        """Return the latest instant (UTC) the start can mean: the end of the day where only the day is known.

        For the end of a right it is the earliest: the beginning of that day.
        """
        if self.moment.precision is not Precision.DATE or self.strict:
            return self.start
        there = zone_of(self.moment.zone)
        return self._wall(self.moment.local.date() + DAY, time(), there)

    def _anchor(self) -> tuple[date, time | None]:
        """Return the day that is left out of the count, and the time of day (None: its end)."""
        there = self._from().astimezone(self.zone)
        day, clock = there.date(), there.time()
        if self.moment.precision is Precision.DATE:
            if self.strict:
                if day < self.moment.local.date():
                    self.say(Note.EARLIER_DAY)
                return day, None
            if clock == time():
                return day - DAY, None
        if self.unit is Unit.BUSINESS_DAYS and self._working().off(day):
            self.say(Note.DAY_OFF_START)
            return day, None
        return day, clock

    def _next(self, day: date) -> date:
        """Return the next day that counts, noting those that do not."""
        business = self.unit is Unit.BUSINESS_DAYS
        while True:
            day += DAY
            off = self._paused(day) or (self._working().off(day) if business else None)
            if not off:
                if business and self._working().regional(day):
                    self.say(Note.REGIONAL)
                return day
            self.skipped.append(Skipped(day, off.why["en"], off.why["zh"]))

    def _paused(self, day: date) -> DayOff | None:
        return next((DayOff(day, dict(p.why)) for p in self.pauses if p.first <= day <= p.last), None)

    def _by_months(self, day: date, amount: int) -> date:
        """Return the same day of a later month, or that month's last; paused days on the way are added after it."""
        step = _MONTHS[self.unit]
        self.counted = [later(day, step * number) for number in range(1, amount + 1)]
        target = self.counted[-1]
        if day.day > target.day:
            self.say(Note.MONTH_END)
        passed = day
        while passed < target:
            passed += DAY
            if off := self._paused(passed):
                self.skipped.append(Skipped(passed, off.why["en"], off.why["zh"]))
                target += DAY
        return target

    def _exactly(self, amount: timedelta) -> datetime:
        """Return the time after so many hours; those of a pause (local days of the zone) do not count."""
        begin = self._from()
        end, day = begin + amount, begin.astimezone(self.zone).date()
        while (opens := self._wall(day, time(), self.zone)) < end:
            if off := self._paused(day):
                end += self._wall(day + DAY, time(), self.zone) - max(opens, begin)
                self.skipped.append(Skipped(day, off.why["en"], off.why["zh"]))
            day += DAY
        return end

    def _at(self, day: date, clock: time | None) -> datetime:
        """Return a time of day (None: the end of the day) in the zone, in UTC."""
        wall = (day, clock) if clock is not None else (day + DAY, time())
        if self.unit in _EXACT and clock is not None and not self.extensions:
            return datetime.combine(*wall, tzinfo=self.zone).astimezone(UTC)
        first = datetime.combine(wall[0], wall[1].replace(fold=0), tzinfo=self.zone)
        if clock is not None and first.utcoffset() != first.replace(fold=1).utcoffset():
            self.say(Note.CLOCK_CHANGE)
        return self._wall(*wall, self.zone)

    def _wall(self, day: date, clock: time, zone: tzinfo) -> datetime:
        """Return a wall-clock time in UTC: of two possible ones the later (where a right ends, the earlier).

        For one that never existed it is the time after, or before.
        """
        both = (datetime.combine(day, clock.replace(fold=fold), tzinfo=zone).astimezone(UTC) for fold in (0, 1))
        return (min if self.strict else max)(both)

    def _whole_seconds(self, when: datetime) -> datetime:
        """Return a time in whole seconds, which is what explanations show: never early, or where strict never late."""
        whole = when.replace(microsecond=0)
        return whole + timedelta(seconds=1) if when.microsecond and not self.strict else whole


def later(day: date, months: int) -> date:
    """Return the same day so many months later, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

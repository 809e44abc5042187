"""Times as people say them: "14:03", "yesterday 9pm", "2 hours ago", "昨天下午3点", read as a moment that has been.

English and Chinese are read here, by rules that can be told in a sentence: of several times that the words could mean,
the latest that has been; an hour without morning or afternoon likewise; a day without a clock time is that day and no
more; "2 hours ago" is about. What is written in other languages, or with the name of a month, `dateparser` reads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from casebook.guide.dates import spoken_words as words
from casebook.journal.errors import BadInput
from casebook.journal.times import HowKnown, Moment, Precision, from_wall, moment, parse, zone

_SLACK = timedelta(minutes=1)
"""Two clocks may differ by so much: what lies no further ahead has been."""
_LONGEST = 120
_MONTH = 30
"""Days that half a month is half of."""
_DAYTIME = range(1, 7)
"""Hours that mean the afternoon when somebody says them of another day."""
_NIGHT_ENDS = 5
"""The hour before which the night that began yesterday is still "tonight"."""


def read(text: str, now: datetime, zone_name: str, known: HowKnown = HowKnown.MEMORY) -> Moment:
    """Return the moment that `text` says, seen from `now` in `zone_name`. Raises BadInput for what is not understood.

    What can only mean the future is read as such: `refuse_ahead` refuses it.
    """
    found = at_once(text, now, zone_name, known)
    if found is None:
        found = elaborate(text, now, zone_name, known)
    return found


def at_once(text: str, now: datetime, zone_name: str, known: HowKnown = HowKnown.MEMORY) -> Moment | None:
    """Return what `text` says by the rules here, which take no time; None where `elaborate` has to look.

    Raises BadInput for what has two meanings, or cannot be.
    """
    if re.match(r"\s*\d{4}-\d\d-\d\d", text):
        try:
            return parse(text, zone_name, known=known)
        except BadInput:
            pass
    if not text.strip() or len(text) > _LONGEST:
        raise _unread(text)
    try:
        return _Reading(text, now, zone_name, known).moment()
    except OverflowError:  # behind the last day that there is
        raise _unread(text) from None


def elaborate(text: str, now: datetime, zone_name: str, known: HowKnown = HowKnown.MEMORY) -> Moment:
    """Return what `text` says in other words and languages. Slow at first: it loads a library. Raises BadInput."""
    from casebook.guide.dates import spoken_elsewhere

    plain = words.plain(text)
    bare = " ".join(words.ABOUT.sub(" ", plain).split())
    found = spoken_elsewhere.read(bare, now, zone_name) if len(bare) <= _LONGEST else None
    if found is None:
        raise _unread(text)
    about = bare != plain and found.precision is Precision.EXACT
    return replace(found, known=known, precision=Precision.ABOUT if about else found.precision)


def refuse_ahead(when: Moment, now: datetime) -> None:
    """Raise BadInput for a moment that has not been yet."""
    if when.utc > now + _SLACK:
        raise BadInput(
            "{time} has not been yet: a contact lies in the past, so give the time when it happened",
            time=f"{when.local:%Y-%m-%d %H:%M}" if when.precision is not Precision.DATE else f"{when.local:%Y-%m-%d}",
        )


def _unread(text: str) -> BadInput:
    return BadInput(
        "'{text}' is not understood as a time: write 14:03, yesterday 9pm, 2 hours ago, or 2026-11-20 14:03",
        text=" ".join(text.split())[:_LONGEST],
    )


@dataclass(slots=True)
class _Reading:
    """One text on its way to a moment: what was understood of it is taken out, and nothing may be left at the end."""

    text: str
    now: datetime
    zone_name: str
    known: HowKnown
    rest: str = ""
    here: datetime = field(init=False)
    """The present on the wall clock of the zone."""
    part: str = ""
    about: bool = False
    any_week: bool = False
    """Whether the day is a weekday of no week in particular."""
    clock_said: str = ""
    offset_of: str = ""
    """The zone that was meant before the text named an offset."""

    def moment(self) -> Moment | None:
        """Return what the text says, None for what is not understood."""
        self.rest = " ".join(self.text.split())
        self._zone()
        self.rest = words.plain(self.rest)
        self.here = self.now.astimezone(zone(self.zone_name)).replace(tzinfo=None)
        self.about = about = self._take(words.ABOUT) is not None
        if self._take(words.JUST_NOW):
            return self._done(self.here, Precision.ABOUT)
        if self._take(words.NOW):
            return self._done(self.here, Precision.ABOUT if about else Precision.EXACT)
        weekday = self._weekday()
        self.rest = words.digits(self.rest)
        back = self._back()
        day = back if isinstance(back, date) and not isinstance(back, datetime) else None
        if isinstance(back, datetime):
            return self._done(back, Precision.ABOUT)
        day = day or self._day() or self._date()
        if day is not None and weekday is not None and self.any_week and day.weekday() != weekday.weekday():
            raise BadInput("'{text}' names a weekday that {day} is not: check the date", text=self.text, day=day)
        day = day or weekday
        self._part()
        clock = self._clock(day)
        if clock is None:
            precision = Precision.DATE
            clock = datetime.combine(day, time()) if day is not None else None
        else:
            vague = about or (self.part in {"noon", "midnight"} and not re.search(r"\d", self.clock_said))
            precision = Precision.ABOUT if vague else Precision.EXACT
        return self._done(clock, precision) if clock is not None else None

    def _done(self, wall: datetime, precision: Precision) -> Moment | None:
        if words.FILLING.sub("", self.rest).strip(" -–—"):
            return None
        if wall == self.here:
            return moment(self.now, self.zone_name, precision, self.known)
        wall = wall.replace(second=0 if precision is Precision.ABOUT else wall.second, microsecond=0)
        found = from_wall(wall, self.zone_name, precision, self.known)
        if self.offset_of and moment(found.utc, self.offset_of).offset == found.offset:
            return replace(found, zone=self.offset_of)
        return found

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Take the first place out of the text that a pattern fits."""
        if found := pattern.search(self.rest):
            self.rest = f"{self.rest[: found.start()]} {self.rest[found.end() :]}"
        return found

    # ---- where ---------------------------------------------------------------------------------------------------

    def _zone(self) -> None:
        found = words.ZONE.search(self.rest)
        if found is None:
            return
        offset_of = ""
        if found["name"]:
            name = "/".join(part.title() if part.islower() else part for part in found["name"].split("/"))
        elif found["utc"]:
            name = "UTC"
        else:
            sign, hours = found["sign"] or found["sign2"], int(found["h"] or found["h2"])
            offset_of = self.zone_name
            name = f"{sign}{hours:02d}:{found['min'] or found['min2'] or '00'}"
        try:
            zone(name)
        except BadInput:
            return
        self.zone_name, self.offset_of = name, offset_of
        self.rest = f"{self.rest[: found.start()]} {self.rest[found.end() :]}"

    # ---- which day -----------------------------------------------------------------------------------------------

    def _weekday(self) -> date | None:
        """Return the day of a weekday: the latest that has been, or of the week that is named."""
        today = self.here.date()
        monday = today - timedelta(days=today.weekday())
        if found := self._take(words.WEEKDAY_ZH):
            number = "一二三四五六日".index(found["day"].replace("天", "日"))
            which = (found["which"] or "").removesuffix("个")
            weeks = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}
            self.any_week = not which
            if which:
                return monday + timedelta(days=7 * weeks[which] + number)
            return today - timedelta(days=(today.weekday() - number) % 7)
        if found := self._take(words.WEEKDAY):
            number = next(n for n in range(7) if found[f"d{n}"])
            back = today - timedelta(days=(today.weekday() - number) % 7)
            self.any_week = found["which"] in {None, "on"}
            if found["which"] == "last" and back == today:
                return today - timedelta(days=7)
            if found["which"] == "next":
                return back + timedelta(days=7)
            return monday + timedelta(days=number) if found["which"] == "this" else back
        return None

    def _day(self) -> date | None:
        for pattern, distance, part in sorted(words.DAYS, key=lambda each: -len(each[0].pattern)):
            if self._take(pattern):
                self.part = self.part or part
                return self.here.date() + timedelta(days=distance)
        return None

    def _date(self) -> date | None:
        for pattern in words.DATES:
            if found := self._take(pattern):
                return self._whole(found.groupdict())
        return None

    def _whole(self, said: dict[str, str | None]) -> date:
        """Return the day of a date that may lack its year or month: the latest that has been. Raises BadInput."""
        today = self.here.date()
        try:
            if said.get("a"):
                said |= dict(zip("md", self._month_and_day(int(said["a"] or 0), int(said["b"] or 0)), strict=True))
            day = int(said["d"] or 0)
            if said.get("month"):
                ahead = {"上": -1, "这": 0, "本": 0, "下": 1}[said["month"] or ""]
                return _months_on(today.replace(day=1), ahead).replace(day=day)
            if "m" not in said:
                months = (_months_on(today.replace(day=1), -back) for back in range(13))
                fits = (m.replace(day=day) for m in months if day <= _last_day(m))
                return next(d for d in fits if d <= today)
            month, year = int(said["m"] or 0), said.get("y")
            if year:
                return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
            years = [y for y in range(today.year, today.year - 9, -1) if (month, day) != (2, 29) or _is_leap(y)]
            return next(d for d in (date(y, month, day) for y in years) if d <= today)
        except (ValueError, StopIteration):
            raise BadInput("'{text}' names a day that no calendar has: check the date", text=self.text) from None

    def _month_and_day(self, first: int, second: int) -> tuple[str, str]:
        if first <= 12 and second <= 12 and first != second:
            raise BadInput(
                "'{text}' can be two days, by which of its numbers is the month: write it as {one} or {other}",
                text=self.text,
                one=f"{self.here.year}-{first:02d}-{second:02d}",
                other=f"{self.here.year}-{second:02d}-{first:02d}",
            )
        return (str(first), str(second)) if first <= 12 else (str(second), str(first))

    # ---- so long ago -----------------------------------------------------------------------------------------------

    def _back(self) -> datetime | date | None:
        """Return the time of "2 hours and 5 minutes ago", the day of "3 days ago"."""
        first = words.FIRST_LENGTH.search(self.rest)
        if first is None:
            return None
        spans, at = list[tuple[float, str]](), first.start()
        while found := words.LENGTH.match(self.rest, at):
            many = float(words.NUMBERS.get(found["many"], 0) or _float(found["many"]))
            many += 0.5 if found["half"] or found["more"] else 0
            spans.append((many, words.unit(found["unit"])))
            after = words.AND.match(self.rest, found.end())
            at = after.end() if after and words.LENGTH.match(self.rest, after.end()) else found.end()
        sign = -1
        if end := words.AGO.match(self.rest, at):
            at = end.end()
        elif (ahead := words.AHEAD.search(self.rest)) and (ahead.start() == at or ahead.end() == first.start()):
            sign, at = 1, max(at, ahead.end())
            first_at = min(first.start(), ahead.start())
            self.rest = f"{self.rest[:first_at]} {self.rest[at:]}"
            return self._moved(spans, sign)
        else:
            return None
        self.rest = f"{self.rest[: first.start()]} {self.rest[at:]}"
        return self._moved(spans, sign)

    def _moved(self, spans: list[tuple[float, str]], sign: int) -> datetime | date:
        at, whole_days = self.here, True
        try:
            for many, unit in spans:
                if unit in {"months", "years"}:
                    months, rest = divmod(many * (12 if unit == "years" else 1), 1)
                    at = datetime.combine(_months_on(at.date(), sign * int(months)), at.time())
                    at += sign * timedelta(days=round(rest * _MONTH))
                else:
                    amount = many * 15 if unit == "quarters" else many
                    at += sign * timedelta(**{"minutes" if unit == "quarters" else unit: amount})
                    whole_days = whole_days and unit in {"days", "weeks"} and amount * 2 % 2 == 0
        except (OverflowError, ValueError):
            raise _unread(self.text) from None
        return at.date() if whole_days else at

    # ---- what o'clock ----------------------------------------------------------------------------------------------

    def _part(self) -> None:
        said = [self.part] if self.part else []
        said += [name for name, pattern in words.PARTS if self._take(pattern)]
        if words.EARLIER_NIGHT in said and not {"dawn", "morning", "midnight"}.isdisjoint(said):
            self.part = words.SMALL_HOURS  # "last night at 2am"
        elif said:  # "tonight at 9pm": the clock's own word is the closer one
            self.part = next((name for name in reversed(said) if name in {"morning", "afternoon"}), said[0])

    def _clock(self, day: date | None) -> datetime | None:
        """Return day and time, None where no time is said. Raises BadInput for a time that no clock shows."""
        found = next(filter(None, map(self._take, words.CLOCKS)), None)
        if found is None:
            if self.part in {"noon", "midnight"}:
                return self._latest(day, [time(12 if self.part == "noon" else 0)])
            return None
        said, self.clock_said = found.groupdict(), found[0]
        hour, minute = int(said["h"]), int(said.get("min") or 0)
        minute = 30 if said.get("half") else 15 * int(said["q"]) if said.get("q") else minute
        if past := said.get("to"):
            hour, minute = (hour - 1, 45) if past.endswith("to") else (hour, 30 if past.startswith("half") else 15)
        if "bare" in said and day is None and (hour > 24 or not (self.part or self.about or "clock" in found[0])):
            return None  # a number alone may be anything, such as the day of "30 October"
        try:
            stated = time(hour % 24 if hour == 24 and minute == 0 else hour, minute, int(said.get("s") or 0))
        except ValueError:
            raise BadInput("'{text}' names a time that no clock shows: check hour and minute", text=self.text) from None
        if self.part:
            return self._in_part(day, stated)
        if "exact" in said or not 1 <= hour <= 12:
            return self._latest(day + timedelta(days=hour // 24) if day else None, [stated])
        return self._latest(day, [stated, stated.replace(hour=(hour + 12) % 24 if hour < 12 else 12)])

    def _in_part(self, day: date | None, stated: time) -> datetime:
        """Return a time whose part of the day is said: 3 in the afternoon is 15:00, 1 last night is of the next day."""
        hour, shift = stated.hour, 0
        if (self.part == "afternoon" and hour < 12) or (self.part == "noon" and 1 <= hour <= 3):
            hour += 12
        elif self.part in {"dawn", "morning", "midnight"} and hour == 12:
            hour = 0
        elif self.part == words.SMALL_HOURS and hour <= 12:
            hour, shift = hour % 12, 1
        elif self.part == words.EARLIER_NIGHT and hour <= 12:
            hour, shift = (hour + 12, 0) if 5 <= hour < 12 else (hour % 12, 1)
        elif self.part == "night" and 6 <= hour <= 12:
            hour, shift = (hour + 12, 0) if hour < 12 else (0, 1)
        stated = stated.replace(hour=hour)
        if day == self.here.date() and self.here.hour < _NIGHT_ENDS:
            shift = 0  # "tonight at 1", said at 2
        return self._latest(day + timedelta(days=shift) if day else None, [stated])

    def _latest(self, day: date | None, times: list[time]) -> datetime:
        """Return the latest of these times that has been; of a day that is named, in daylight if there is a choice."""
        today = self.here.date()
        if day is not None and (day != today or len(times) == 1):
            if self.any_week and datetime.combine(day, times[0]) > self.here + _SLACK:
                day -= timedelta(days=7)
            daylight = [t for t in times if not (len(times) > 1 and t.hour in _DAYTIME)]
            return datetime.combine(day, (daylight or times)[0])
        been = [datetime.combine(today, t) for t in times if datetime.combine(today, t) <= self.here + _SLACK]
        if been:
            return max(been)
        return datetime.combine(today if day else today - timedelta(days=1), max(times))


def _float(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _months_on(day: date, months: int) -> date:
    """Return the day so many months later; where that month is too short, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, _last_day(first)))


def _last_day(first: date) -> int:
    following = first.replace(day=28) + timedelta(days=4)
    return (following - timedelta(days=following.day)).day


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

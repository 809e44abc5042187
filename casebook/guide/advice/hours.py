"""When a desk is staffed, read from words such as `Mon-Fri 09:00-18:00`, and whether somebody is there now."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from casebook.guide.dates.calendar import WorkingDays
from casebook.journal.times import zone as zone_of

_DAY = timedelta(days=1)
_MIDNIGHT = 24 * 60
_AHEAD = 15
"""Days to look ahead for the next opening: longer than any chain of holidays that leaves a weekday out."""

_ALWAYS = re.compile(
    r"24\s*[/x*×]\s*7(/365)?|24\s*-?\s*hours?( a day)?([,\s]+7 days( a week)?)?|(a)?round the clock|always|"
    r"(7|七)\s*[x*×]\s*24(\s*小时)?|全天候?|24\s*小时|全年无休"
)
_DAY_NAMES = {
    name: number
    for number, names in enumerate(
        (
            "mon monday mondays 周一 星期一 礼拜一 一",
            "tue tues tuesday tuesdays 周二 星期二 礼拜二 二",
            "wed wednesday wednesdays 周三 星期三 礼拜三 三",
            "thu thur thurs thursday thursdays 周四 星期四 礼拜四 四",
            "fri friday fridays 周五 星期五 礼拜五 五",
            "sat saturday saturdays 周六 星期六 礼拜六 六",
            "sun sunday sundays 周日 周天 星期日 星期天 礼拜天 礼拜日 日 天",
        )
    )
    for name in names.split()
}
_SPANS_OF_DAYS = {
    "daily": range(7),
    "every day": range(7),
    "everyday": range(7),
    "all days": range(7),
    "每天": range(7),
    "每日": range(7),
    "weekdays": range(5),
    "weekday": range(5),
    "平日": range(5),
    "business days": range(5),
    "working days": range(5),
    "工作日": range(5),
    "weekends": (5, 6),
    "weekend": (5, 6),
    "周末": (5, 6),
}
_OFF_ON_HOLIDAYS = ("business days", "working days", "工作日")
_CLOCK = r"(上午|早上|中午|下午|晚上)?(\d{1,2})(?:[:.：点时](\d{2}))?\s*(?:点|时|h\b)?\s*(am|pm|a\.m\.|p\.m\.)?"
_HALVES = {"上午": "am", "早上": "am", "中午": "pm", "下午": "pm", "晚上": "pm"}
_TIMES = re.compile(rf"(?<!\d){_CLOCK}\s*(?:-|to|until|till|至|到)\s*{_CLOCK}(?!\d)")
_DASH = re.compile(r"\s*[\u2010-\u2015~～－]\s*")
_ONE_DAY = "|".join(sorted(map(re.escape, _DAY_NAMES), key=len, reverse=True))
_DAYS = re.compile(rf"\b({_ONE_DAY})\b\.?(?:\s*(?:-|to|through|至|到)\s*({_ONE_DAY})\b\.?)?")
_DAYS_ZH = re.compile(
    r"(?:周|星期|礼拜)([一二三四五六日天])(?:\s*(?:-|至|到)\s*(?:周|星期|礼拜)?([一二三四五六日天]))?"
)
_CLOSED = re.compile(r"\b(closed|none|off)\b|休息|不营业|休")
_FILLER = re.compile(
    r"\b(from|open|hours|and|at|only|local time|support|service)\b|[,;:，；：、。()（）&+]|营业|客服|服务|时间|\s"
)


@dataclass(frozen=True, slots=True)
class Hours:
    """The staffed hours of a week: for each weekday spans in minutes from its midnight; an end may lie past 24 h."""

    spans: tuple[tuple[tuple[int, int], ...], ...]
    always: bool = False
    not_on_holidays: bool = False
    """Whether the words speak of business days, so that public holidays are out."""


@dataclass(frozen=True, slots=True)
class Openness:
    """Whether a desk is staffed at a moment. `changes` (UTC) is when it closes, or opens next; None: not foreseen."""

    open: bool
    changes: datetime | None
    zone: str
    holiday: Mapping[str, str] | None = None
    """Why the day is a public holiday there, by language: the hours may not hold."""


def parse(text: str) -> Hours | None:
    """Return the hours that words name, None where they cannot be read (the words stay what they are)."""
    plain = _DASH.sub("-", text.strip().casefold())
    if not plain:
        return None
    if _ALWAYS.search(plain):
        return _whole_days(plain)
    week: list[list[tuple[int, int]]] = [[] for _ in range(7)]
    days: set[int] | None = None
    used = False
    for piece in _pieces(plain):
        named, rest = _days(piece)
        if named:
            days = named
        times = [_from_to(*(_Clock.of(m.groups()[at : at + 4]) for at in (0, 4))) for m in _TIMES.finditer(rest)]
        left = _FILLER.sub("", _TIMES.sub("", rest))
        if closed := _CLOSED.search(left):
            left = left.replace(closed[0], "", 1)
        if left or (not times and not closed and not named):
            return None
        for span in times:
            if span is None:
                return None
            for day in days if days is not None else range(7):
                week[day].append(span)
                used = True
    if not used:
        return None
    return Hours(tuple(tuple(sorted(set(day))) for day in week), not_on_holidays=_speaks_of_business_days(plain))


def openness(hours: Hours, now: datetime, zone: str, country: str = "") -> Openness:
    """Return whether somebody is there at `now`, and when that changes. `country` is that of the desk, for holidays."""
    if hours.always:
        return Openness(True, None, zone)
    there = now.astimezone(zone_of(zone))
    days = WorkingDays(country, zone) if country else None
    holiday = _holiday(days, there.date())
    intervals = []
    for offset in range(-1, _AHEAD):
        day = there.date() + offset * _DAY
        if hours.not_on_holidays and _holiday(days, day):
            continue
        intervals += [(_utc(day, begin, zone), _utc(day, end, zone)) for begin, end in hours.spans[day.weekday()]]
    joined = _joined(intervals)
    for begin, end in joined:
        if begin <= now < end:
            return Openness(True, end, zone, holiday)
    return Openness(False, next((begin for begin, _ in joined if begin > now), None), zone, holiday)


def words(state: Openness, here: str, language: str) -> str:
    """Return `open now, until 18:00 there = 11:00 here`; `here` is the user's zone."""
    zh = language == "zh"
    text = ("现在有人值守" if zh else "open now") if state.open else ("现在无人值守" if zh else "closed now")
    if state.changes is None:
        if state.open:
            return "全天候有人值守" if zh else "open round the clock"
        return text
    there, mine = state.changes.astimezone(zone_of(state.zone)), state.changes.astimezone(zone_of(here))
    at = _when(there, language)
    if (there.utcoffset(), there.date()) != (mine.utcoffset(), mine.date()):
        other = f"{mine:%H:%M}" if mine.date() == there.date() else _when(mine, language)
        at = f"当地{at}（您这里{other}）" if zh else f"{at} there = {other} here"
    if zh:
        text += f"，至{at}" if state.open else f"，{at}起有人"
    else:
        text += f", until {at}" if state.open else f", opens {at}"
    if state.holiday:
        text += f"；当地今天是假日（{state.holiday['zh']}）" if zh else f"; a holiday there: {state.holiday['en']}"
    return text


def _when(when: datetime, language: str) -> str:
    if language == "zh":
        return f"周{'一二三四五六日'[when.weekday()]} {when:%H:%M}"
    return f"{('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[when.weekday()]} {when:%H:%M}"


def _holiday(days: WorkingDays | None, day: date) -> dict[str, str] | None:
    """Return why a day is a holiday, None on a working day and on a plain weekend."""
    off = days.off(day) if days else None
    return None if off is None or off.why["en"] == "weekend" else off.why


def _pieces(plain: str) -> list[str]:
    """Return the parts of the words that each name days with their hours, or further hours of the same days."""
    # A line, a semicolon, or a comma; a comma between names of days alone belongs to them.
    rough = re.split(r"[\n;；。]|,(?=\s*\S)|，|、", plain)
    pieces: list[str] = []
    for part in filter(None, map(str.strip, rough)):
        if pieces and not re.search(r"\d", pieces[-1]) and not _CLOSED.search(pieces[-1]):
            pieces[-1] += "," + part
        else:
            pieces.append(part)
    return pieces


def _days(piece: str) -> tuple[set[int], str]:
    """Return the weekdays that a part names, and the part without them."""
    found = set[int]()
    for name, numbers in _SPANS_OF_DAYS.items():
        if name in piece:
            found |= set(numbers)
            piece = piece.replace(name, " ")
    for pattern in (_DAYS_ZH, _DAYS):
        for match in pattern.finditer(piece):
            first = _DAY_NAMES[match[1]]
            last = _DAY_NAMES[match[2]] if match[2] else first
            found |= {(first + n) % 7 for n in range((last - first) % 7 + 1)}
        piece = pattern.sub(" ", piece)
    return found, piece


def _whole_days(plain: str) -> Hours | None:
    """Return the hours where days are staffed from midnight to midnight, None where more is said."""
    named, rest = _days(_ALWAYS.sub(" ", plain))
    if _FILLER.sub("", rest):
        return None
    every = len(named) in {0, 7}
    spans = tuple(((0, _MIDNIGHT),) if every or day in named else () for day in range(7))
    return Hours(spans, always=every, not_on_holidays=_speaks_of_business_days(plain))


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time of day as it was written."""

    hour: int
    minute: int | None
    half: str
    """`am`, `pm`, or empty."""

    @classmethod
    def of(cls, parts: tuple[str | None, ...]) -> _Clock:
        before, hour, minute, after = parts
        half = _HALVES.get(before or "") or (after or "").replace(".", "")
        if before and int(hour or 0) > 12:  # 下午18:00 says the same twice
            half = ""
        return cls(int(hour or 0), int(minute) if minute else None, half)

    def minutes(self, half: str) -> int | None:
        """Return minutes since midnight, None where there is no such time."""
        hour = self.hour
        if half:
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if half == "pm" else 0)
        total = hour * 60 + (self.minute or 0)
        return total if (self.minute or 0) < 60 and total <= _MIDNIGHT else None


def _from_to(first: _Clock, last: _Clock) -> tuple[int, int] | None:
    """Return a span in minutes, None where it cannot be told: `9-5` alone may be a day or a night."""
    half = first.half
    if last.half and not half:  # 9-5pm begins in the morning, 1-5pm in the afternoon
        same = first.hour % 12 < last.hour % 12
        half = last.half if same else {"am": "pm", "pm": "am"}[last.half]
    begin, end = first.minutes(half), last.minutes(last.half)
    if begin is None or end is None:
        return None
    if end <= begin and first.minute is None and last.minute is None and not last.half:
        return None
    return begin, end if end > begin else end + _MIDNIGHT


def _speaks_of_business_days(plain: str) -> bool:
    return any(name in plain for name in _OFF_ON_HOLIDAYS)


def _utc(day: date, minutes: int, zone: str) -> datetime:
    """Return a wall-clock time of a day as UTC; minutes past 24 h are of the next day."""
    wall = datetime.combine(day + _DAY * (minutes // _MIDNIGHT), time()) + timedelta(minutes=minutes % _MIDNIGHT)
    return wall.replace(tzinfo=zone_of(zone)).astimezone(UTC)


def _joined(intervals: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """Return intervals in order, those that touch put together."""
    joined: list[tuple[datetime, datetime]] = []
    for begin, end in sorted(intervals):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined

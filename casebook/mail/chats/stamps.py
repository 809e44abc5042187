"""Times as chat programs write them in text: day and month in either order, twelve hours or twenty-four, zh and en."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
    for name in (names,)
}
_MONTH = "(?:" + "|".join(_MONTHS) + r")[a-z]{0,6}\.?"
DATE = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\.?|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日?|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})"
    rf"|\d{{1,2}}\.? {_MONTH},?(?: \d{{4}})?|{_MONTH} \d{{1,2}},?(?: \d{{4}})?|\d{{1,2}} ?月 ?\d{{1,2}} ?日"
)
DAY = r"today|yesterday|今天|昨天"
_SPACE = "[ \u00a0\u202f\u2009]"  # programs put narrow spaces before AM and PM
_ZH = "上午|下午|凌晨|早上|中午|晚上|清晨|傍晚"
CLOCK = (
    rf"(?:(?:{_ZH}){_SPACE}?)?\d{{1,2}}[:：.]\d{{2}}(?:[:：.]\d{{2}})?"
    rf"(?:{_SPACE}?(?:[AaPp]\.?{_SPACE}?[Mm]\.?|{_ZH}))?"
)
_EARLY = r"上午|凌晨|早上|清晨|午前|오전|ص|ق\.ظ|π\.μ|öö|pg|e paradites|முற்பகல்|पूर्वाह्न|sa|a\.m"
_LATE = r"下午|晚上|傍晚|午後|오후|م|ب\.ظ|μ\.μ|ös|ptg|e pasdites|பிற்பகல்|अपराह्न|ch|p\.m"
_HALVES = f"{_EARLY}|{_LATE}|中午".replace(r"\.", rf"\.?{_SPACE}?")
_MARKS = "[\u200e\u200f]?"
_BETWEEN = rf"{_MARKS}(?:[-/.]|{_SPACE}?[년월年月]){_SPACE}?{_MARKS}"
DATE_ANYWHERE = rf"{DATE}|\d{{1,4}}{_BETWEEN}\d{{1,2}}{_BETWEEN}\d{{1,4}}(?:일|日)?\.?(?: г\.?)?"
"""A date as the telephones of any country write it."""
CLOCK_ANYWHERE = (
    rf"(?:(?:{_HALVES}|klo|kl\.?|à|às|at){_SPACE}?)?\d{{1,2}}(?:[:：.]|{_SPACE}h{_SPACE})\d{{2}}(?:[:：.]\d{{2}})?"
    rf"(?:{_SPACE}?(?:(?:{_HALVES})\.?|ч\.?))?"
)
"""A time as they do, with their words for the halves of the day."""
_DATE_PARTS = re.compile(r"\d+")
_CLOCK_PARTS = re.compile(r"(?P<before>\D*)(?P<h>\d{1,2})\D{1,3}(?P<m>\d\d)(?:[:：.](?P<s>\d\d))?(?P<after>\D*)")
_NO_LETTERS = str.maketrans("", "", " .\u00a0\u202f\u2009\u200e\u200f")
_EARLY_WORDS, _LATE_WORDS = (frozenset(re.sub(r"\\\.| ", "", words).split("|")) for words in (_EARLY, _LATE))
_BUDDHIST = 543


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time as it is written. `first` and `second` are day and month of a short date, whose order is not known yet."""

    clock: time
    year: int = 0
    first: int = 0
    second: int = 0
    settled: bool = False
    """Whether the order is clear from the form: then `first` is the month."""
    day: str = ""
    """`today` or `yesterday`, as some programs write."""

    def wall(self, *, day_first: bool, around: date | None = None) -> datetime | None:
        """Return the wall-clock time, None where the date is none. `around` is the day meant where none is written."""
        found = self.date(day_first=day_first, around=around)
        return datetime.combine(found, self.clock) if found else None

    def date(self, *, day_first: bool, around: date | None = None) -> date | None:
        """Return the day, None where there is none or it is impossible."""
        if not self.first:
            back = self.day in ("yesterday", "昨天")
            return around - timedelta(days=1) if around and back else around
        month, day = (self.second, self.first) if day_first and not self.settled else (self.first, self.second)
        year = self.year or (around.year if around else 0)
        try:
            return date(year + 2000 if year < 100 else year, month, day)
        except ValueError:
            return None


def stamp(day: str, clock: str) -> Stamp | None:
    """Return the time that two texts state, as `DATE` and `CLOCK` find them; None for an impossible one."""
    at, low = _clock(clock), day.strip().lower().strip(",，")
    if at is None:
        return None
    if not low or low in DAY.split("|"):
        return Stamp(at, day=low)
    numbers = [int(part) for part in _DATE_PARTS.findall(low)]
    numbers = [part - _BUDDHIST if 2400 < part < 2700 else part for part in numbers]
    if named := re.search(_MONTH, low):
        return Stamp(at, (numbers[1:2] or [0])[0], _MONTHS[named[0][:3]], numbers[0], settled=True)
    if len(numbers) == 2:
        return Stamp(at, 0, numbers[0], numbers[1], settled=True)
    if re.match(r"\d{4}", low):
        return Stamp(at, numbers[0], numbers[1], numbers[2], settled=True)
    return Stamp(at, numbers[2], numbers[0], numbers[1])


def day_goes_first(stamps: Iterable[Stamp]) -> bool | None:
    """Return whether short dates name the day first, from all of a file's; None where both orders are possible.

    A number above twelve tells; else the order in which no line is earlier than the line before it by more than a day.
    """
    short = [each for each in stamps if each.first and not each.settled]
    if any(each.first > 12 for each in short):
        return True
    if any(each.second > 12 for each in short):
        return False
    falls = {order: _falls(short, day_first=order) for order in (True, False)}
    return None if falls[True] == falls[False] else falls[True] < falls[False]


def _falls(stamps: list[Stamp], *, day_first: bool) -> int:
    days = [each.date(day_first=day_first) for each in stamps]
    return sum(1 for one, other in pairwise(days) if one is None or other is None or other < one - timedelta(days=1))


def _clock(text: str) -> time | None:
    found = _CLOCK_PARTS.fullmatch(text.strip())
    if not found:
        return None
    hour = int(found["h"])
    halves = {found[part].strip().casefold().translate(_NO_LETTERS) for part in ("before", "after")}
    if "中午" in halves:
        hour += 12 if hour < 3 else 0
    elif halves & _LATE_WORDS:
        hour += 12 if hour < 12 else 0
    elif halves & _EARLY_WORDS and hour == 12:
        hour = 0
    try:
        return time(hour, int(found["m"]), int(found["s"] or 0))
    except ValueError:
        return None

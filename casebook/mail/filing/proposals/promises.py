"""What a firm said would happen, and by when: proposed in its own words, with the time counted from the message."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from casebook.guide.dates.calendar import WorkingDays
from casebook.journal.times import HowKnown, Moment, Precision, from_wall, moment
from casebook.mail.filing.proposals.kinds import Proposal, ProposalKind
from casebook.mail.filing.proposals.sentences import sentences

_WILL = re.compile(
    r"\b(?:will|we['’]ll|shall|going to|expect(?:ed)?|should be|should receive|guarantee[ds]?|promise[ds]?|estimated"
    r"|takes?|aim to|is being)\b|将|將|会|會|预计|預計|承诺|保证|需要?(?=\s*\d)|可(?:以)?在|内(?:回复|处理|完成"
    r"|到账|答复|解决)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:please|kindly|you (?:must|need|should|have to|can|may)|your (?:reply|response|answer)|if (?:you|we|no|there)"
    r"|unless|could you|would you|otherwise|i (?:want|need|expect|demand)|ha(?:s|ve|d) (?:been|already))\b"
    r"|请(?:您|你|在|于|尽快|务必)|若(?:您|未|无|我)|如果|如(?:您|未|无)|否则|烦请|(?:我|我们)?希望(?:您|你|贵)",
    re.IGNORECASE,
)
_UNITS = {
    "minute": "minutes",
    "min": "minutes",
    "分钟": "minutes",
    "分鐘": "minutes",
    "hour": "hours",
    "hr": "hours",
    "h": "hours",
    "小时": "hours",
    "小時": "hours",
    "business day": "working",
    "working day": "working",
    "bank day": "working",
    "工作日": "working",
    "day": "days",
    "calendar day": "days",
    "天": "days",
    "日": "days",
    "自然日": "days",
    "week": "weeks",
    "周": "weeks",
    "星期": "weeks",
    "month": "months",
    "月": "months",
}
_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_WORDS |= {"一": 1, "两": 2, "兩": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "十": 10}
_COUNT = r"\d{1,3}|an?|one|two|three|four|five|six|seven|ten|[一两兩二三四五六七十]"
_SPAN = re.compile(
    rf"(?:\b(?:within|in|next|up to|takes?|no later than|maximum(?: of)?|another)\s+(?:about |around "
    rf"|approximately |the next )?)"
    rf"(?:(?:{_COUNT})\s*(?:-|–|—|~|to|or)\s*)?(?P<en>{_COUNT})\s*(?:\(\d{{1,3}}\)\s*)?"
    r"(?P<unit>minute|min|hour|hr|h|business day|working day|bank day|calendar day|day|week|month)s?\b"
    rf"|(?:(?:{_COUNT})\s*(?:-|–|—|~|至|到)\s*)?(?P<zh>{_COUNT})\s*个?個?"
    r"(?P<span>分钟|分鐘|小时|小時|工作日|自然日|天|日|周|星期|月)(?:之内|以内|以內|内|內|左右|后|後)",
    re.IGNORECASE,
)
_MONTHS = {name.lower(): place for place, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): place for place, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = re.compile(
    r"\b(?:by|before|until|on|no later than)\s+(?:the\s+)?(?:end of\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day,?\s+)?"
    rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})\.?,?(?:\s+(?P<y1>20\d\d))?"
    rf"|(?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?(?:\s+(?P<y2>20\d\d))?"
    r"|(?P<iso>20\d\d-\d\d-\d\d))\b"
    r"|(?:(?P<y3>20\d\d)年)?(?P<m3>\d{1,2})月(?P<d3>\d{1,2})[日号](?:之?前|以前|内)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:by|before|until|on)\s+(?:the\s+end\s+of\s+)?(?P<day>tomorrow|today|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday)\b|\b(?P<eod>end of (?:the |to)?day)\b"
    r"|(?P<zh>今天|今日|明天|明日|后天|後天|本?周[一二三四五六日]|下周[一二三四五六日])(?:之?前|以前|内|下班前)",
    re.IGNORECASE,
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HAN_DAYS = "一二三四五六日"
_MOST = 8


def promises(text: str, sent: Moment | None, country: str = "") -> Iterator[Proposal]:
    """Yield the sentences in which the firm says what will be, with a time. `country` is the firm's, for working days.

    What it asks of the user, and what begins with an "if", is none. A span counts from the message, its longer end
    holds; working days are the firm's.
    """
    for found, (place, words) in enumerate(_promising(text)):
        if found >= _MOST:
            return
        proposal = Proposal(ProposalKind.PROMISE, words, words, place=place)
        yield replace(proposal, due=due(words, sent, country) if sent else None)


def due(words: str, sent: Moment, country: str = "") -> Moment | None:
    """Return by when a sentence says it will be, None where it names no time that can be counted."""
    if found := _SPAN.search(words):
        count = (found["en"] or found["zh"]).lower()
        number = int(count) if count.isdecimal() else _WORDS[count]
        return _later(sent, number, _UNITS[(found["unit"] or found["span"]).lower()], country)
    day = _date(words, sent.local.date())
    if day is None:
        return None
    return from_wall(datetime.combine(day, time()), sent.zone, Precision.DATE, HowKnown.UNKNOWN)


def _promising(text: str) -> Iterator[tuple[int, str]]:
    for place, words in sentences(text):
        timed = _SPAN.search(words) or _DAY.search(words) or _NAMED.search(words)
        if timed and _WILL.search(words) and not _ASKED.search(words):
            yield place, words


def _later(sent: Moment, number: int, unit: str, country: str) -> Moment:
    if unit in {"minutes", "hours"}:
        return moment(sent.utc + timedelta(**{unit: number}), sent.zone, Precision.ABOUT, HowKnown.UNKNOWN)
    day = sent.local.date()
    if unit == "months":
        day = _months_later(day, number)
    elif unit == "working":
        working, left = WorkingDays(country, sent.zone), number
        while left:
            day += timedelta(days=1)
            left -= working.off(day) is None
    else:
        day += timedelta(days=number * (7 if unit == "weeks" else 1))
    return from_wall(datetime.combine(day, time()), sent.zone, Precision.DATE, HowKnown.UNKNOWN)


def _months_later(day: date, number: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _date(words: str, today: date) -> date | None:
    if found := _DAY.search(words):
        try:
            if found["iso"]:
                return date.fromisoformat(found["iso"])
            name = found["m1"] or found["m2"]
            month = _MONTHS[name.lower()] if name else int(found["m3"])
            day = int(found["d1"] or found["d2"] or found["d3"])
            year = found["y1"] or found["y2"] or found["y3"]
            if year:
                return date(int(year), month, day)
            near = date(today.year, month, day)
            return near if near >= today else date(today.year + 1, month, day)  # a promise looks ahead
        except ValueError:
            return None
    found = _NAMED.search(words)
    return _named(found, today) if found else None


def _named(found: re.Match[str], today: date) -> date:
    name = (found["day"] or found["zh"] or "today").lower()
    if name in {"today", "今天", "今日"}:
        return today
    if name in {"tomorrow", "明天", "明日"}:
        return today + timedelta(days=1)
    if name in {"后天", "後天"}:
        return today + timedelta(days=2)
    if name in _WEEKDAYS:
        return today + timedelta(days=(_WEEKDAYS.index(name) - today.weekday() - 1) % 7 + 1)
    ahead = _HAN_DAYS.index(name[-1]) - today.weekday()
    return today + timedelta(days=ahead + (7 if name.startswith("下") else 0 if ahead >= 0 else 7))

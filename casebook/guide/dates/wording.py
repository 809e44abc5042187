"""Dates and counts in plain English and plain Chinese."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import ClassVar

from casebook.guide.dates.calendar import WEEKEND
from casebook.guide.dates.moves import By, Extension
from casebook.guide.dates.rules import Own, Start

Groups = Sequence[tuple[Sequence[date], str]]

_FEW = 3
"""So many counted days of weeks, months or years are named one by one."""
_MANY = 8
"""From so many skipped days on, weekends are only counted."""
_RUN = 4
"""From so many neighbouring days on, only the first and the last are named."""
_LONG = 15
"""Beyond so many counted days only the last is named."""

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS_ZH = "一二三四五六日"


def words(language: str) -> type[English] | type[Chinese]:
    """Return the words of a language: Chinese for `zh`, English for anything else."""
    return Chinese if language == "zh" else English


def grouped(days: Sequence[tuple[date, str]]) -> list[tuple[list[date], str]]:
    """Return days in their order, neighbours with the same reason put together."""
    groups: list[tuple[list[date], str]] = []
    for day, why in days:
        if groups and groups[-1][1] == why:
            groups[-1][0].append(day)
        else:
            groups.append(([day], why))
    return groups


def runs(days: Sequence[date]) -> Iterator[Sequence[date]]:
    """Yield days in their order, each alone or as the first and the last of a run of neighbours."""
    run: list[date] = []
    for day in days:
        if run and day - run[-1] != timedelta(days=1):
            yield from _named(run)
            run = []
        run.append(day)
    yield from _named(run)


def _named(run: list[date]) -> Iterator[Sequence[date]]:
    if len(run) >= _RUN:
        yield run[0], run[-1]
    else:
        yield from ((day,) for day in run)


def _listed(unit: str, days: Sequence[date]) -> bool:
    """Return whether counted days are few enough to name them all."""
    return len(days) <= (_LONG if unit == "business-days" else _FEW)


def _apart(skipped: Groups, language: str) -> tuple[int, Groups]:
    """Return how many days of weekends were skipped, where they are too many to name, and what is named."""
    if sum(len(days) for days, _why in skipped) <= _MANY:
        return 0, skipped
    weekends = sum(len(days) for days, why in skipped if why == WEEKEND[language])
    return weekends, [(days, why) for days, why in skipped if why != WEEKEND[language]]


class English:
    """`Sent Wed 18 Nov 2026 18:10 in Singapore; 3 business days: Thu 19, Fri 20, Mon 23; skipped …`."""

    JOIN = " "
    NOTES: ClassVar[Mapping[str, str]] = {
        "no-country": "The firm's country is not recorded, so only Saturdays and Sundays were skipped.",
        "unknown-country": "There is no holiday calendar for the country {country}, so only Saturdays and Sundays were"
        " skipped.",
        "users-zone": "The firm's time zone is not recorded, so the days were counted in yours ({zone}).",
        "day-only": "Only the day is known, so the count starts when that day is over.",
        "day-off-start": "The start is not a business day, so each counted day is counted to its end.",
        "month-end": "The month has no such day, so its last day is taken.",
        "clock-change": "The clocks are changed on that day; the later of the possible times is taken.",
        "regional": "A counted day is a holiday in another part of the country.",
        "rolled": "It fell on a day off, so it moved to the end of the next working day.",
        "earlier-day": "That day began there on the day before, so it is counted from then, to be on the safe side.",
        "own-calendar": "The rule goes by the calendar of {country}, in the time of {zone}.",
    }
    OTHERS: ClassVar[Mapping[str, str]] = {
        "users-zone": "The firm's time zone is not recorded, so the days were counted in the complainant's ({zone}).",
    }
    """Notes for a reader who is not the user."""
    EXAMPLE = "This rule is an example: check it at its source before you rely on it."
    STALE = "It was checked more than twelve months ago: look it up again."
    _STARTS: ClassVar[Mapping[Start, str]] = {
        Start.MESSAGE_SENT: "Sent",
        Start.COMPLAINT_SENT: "Complaint sent",
        Start.FINAL_RESPONSE: "Final response sent",
        Start.REQUEST_SENT: "Request sent",
        Start.TRANSACTION: "Transaction made",
        Start.VIOLATION_KNOWN: "Known since",
    }
    _MORE: ClassVar[Mapping[By, tuple[str, str]]] = {
        By.DAYS: ("day", "days"),
        By.BUSINESS_DAYS: ("business day", "business days"),
        By.MONTHS: ("month", "months"),
    }
    _UNITS: ClassVar[Mapping[str, tuple[str, str]]] = {
        "minutes": ("minute", "minutes"),
        "hours": ("hour", "hours"),
        "business-days": ("business day", "business days"),
        "calendar-days": ("day", "days"),
        "weeks": ("week", "weeks"),
        "months": ("month", "months"),
        "years": ("year", "years"),
    }

    @classmethod
    def counted(cls, sent: str, start: date, *, unit: str, amount: int, days: Sequence[date], skipped: Groups) -> str:
        """Return `sent`, what was counted and what was not; days in the month of `start` go without its name."""
        return f"{sent}; {cls.count(start, unit, amount, days=days, skipped=skipped)}"

    @classmethod
    def count(cls, start: date, unit: str, amount: int, *, days: Sequence[date], skipped: Groups) -> str:
        """Return what was counted, and what was not."""
        return cls.figure(amount, unit) + cls._which(start, unit, days, skipped)

    @classmethod
    def at_most(cls, start: date, unit: str, amount: int, *, days: Sequence[date], skipped: Groups) -> str:
        """Return what was counted to the later end."""
        return f"At most {cls.count(start, unit, amount, days=days, skipped=skipped)}"

    @classmethod
    def figure(cls, amount: int, unit: str) -> str:
        """Return `3 business days`."""
        return f"{amount} {cls._UNITS[unit][amount != 1]}"

    @classmethod
    def _which(cls, start: date, unit: str, days: Sequence[date], skipped: Groups) -> str:
        text = " from then"
        if days:
            text = f": {cls.days(days, start)}" if _listed(unit, days) else f", the last one {cls.day(days[-1])}"
        weekends, named = _apart(skipped, "en")
        parts = [f"{weekends} days of weekends"] if weekends else []
        parts += [f"{cls.days(group, start)} ({why})" for group, why in named]
        return text + (f"; skipped {', '.join(parts)}" if parts else "") + "."

    @classmethod
    def sent(cls, start: datetime, zone: str, *, day_only: bool, event: Start = Start.MESSAGE_SENT) -> str:
        """Return when and where something was sent, or happened."""
        return f"{cls._STARTS[event]} {cls.day(start) if day_only else cls.time(start)} {cls.place(zone)}"

    @classmethod
    def extended(cls, each: Extension) -> str:
        """Return how much time was added, by whom, and why."""
        by = f"by {each.who}: " if each.who else ""
        if each.until:
            return f"More time, to the end of {cls.day(each.until)} ({by}{each.why})."
        return f"{each.amount} {cls._MORE[each.by][each.amount != 1]} more ({by}{each.why})."

    @classmethod
    def due(cls, due_at: datetime, until: datetime | None) -> str:
        """Return the date that was found."""
        if until:
            return f"Between {cls.time(due_at)} and {cls.end(until)}."
        return f"Not before {cls.time(due_at)}."

    @classmethod
    def last_day(cls, until: datetime) -> str:
        """Return the last time that was found."""
        return f"Not after {cls.end(until)}."

    @classmethod
    def own(cls, own: Own) -> str:
        """Return that a figure is the user's own for the firm."""
        return f"The figure is the firm's own, recorded by you on {cls._date(own.recorded_on)}: {own.why}."

    @classmethod
    def end(cls, when: datetime) -> str:
        """Return an end: midnight belongs to the day that it closes."""
        return f"{cls.day(when.date() - timedelta(days=1))} 24:00" if when.time() == time() else cls.time(when)

    @staticmethod
    def _date(day: date) -> str:
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    @staticmethod
    def rule(text: str, source: str, checked_on: date, *, own: bool = False) -> str:
        """Return the rule, its source, and when somebody last read it there; `own`: the figure is not the guide's."""
        return (
            f"{'The guide itself' if own else 'Rule'}: {text} Source: {source} Checked on {English._date(checked_on)}."
        )

    @classmethod
    def day(cls, day: date) -> str:
        """Return `Wed 18 Nov 2026`."""
        return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"

    @classmethod
    def time(cls, when: datetime) -> str:
        """Return `Wed 18 Nov 2026 18:10`."""
        return f"{cls.day(when.date())} {when:%H:%M}"

    @staticmethod
    def place(zone: str) -> str:
        """Return `in Singapore` for Asia/Singapore, `at UTC+08:00` for an offset."""
        return f"at UTC{zone}" if zone[:1] in "+-" else f"in {zone.rsplit('/', 1)[-1].replace('_', ' ')}"

    @staticmethod
    def days(days: Sequence[date], before: date) -> str:
        """Return `Thu 19, Fri 20, Tue 1 Dec`: the month (and year) only where it changes."""
        parts = []
        for run in runs(days):
            ends = []
            for day in run:
                text = f"{_WEEKDAYS[day.weekday()]} {day.day}"
                if (day.year, day.month) != (before.year, before.month):
                    text += f" {_MONTHS[day.month - 1]}" + (f" {day.year}" if day.year != before.year else "")
                ends.append(text)
                before = day
            parts.append(" to ".join(ends))
        return ", ".join(parts)


class Chinese:
    """`2026年11月18日（周三）18:10 发出（Asia/Singapore）；3 个工作日：19日（周四）、20日（周五）…；跳过…`."""

    JOIN = ""
    NOTES: ClassVar[Mapping[str, str]] = {
        "no-country": "未记录该公司所在国家，因此只跳过周六和周日。",
        "unknown-country": "没有国家代码 {country} 的节假日历，因此只跳过周六和周日。",
        "users-zone": "未记录该公司的时区，因此按您的时区（{zone}）计算。",
        "day-only": "只知道日期、不知道时刻，因此从当天结束时起算。",
        "day-off-start": "起算日不是工作日，因此每个工作日都计到当天结束。",
        "month-end": "该月没有这一天，因此取当月最后一天。",
        "clock-change": "当天调整时钟（夏令时），取可能时刻中较晚的一个。",
        "regional": "所计日期中有一天是该国其他地区的假日。",
        "rolled": "该日为休息日，因此顺延至下一个工作日结束时。",
        "earlier-day": "您所记的这一天在当地始于前一日，为稳妥起见自前一日起算。",
        "own-calendar": "该规则按 {country} 的日历和 {zone} 的时间计算。",
    }
    OTHERS: ClassVar[Mapping[str, str]] = {
        "users-zone": "未记录该公司的时区，因此按投诉人的时区（{zone}）计算。",
        "earlier-day": "所记的这一天在当地始于前一日，为稳妥起见自前一日起算。",
    }
    EXAMPLE = "此规则仅为示例：依赖它之前，请先到来源处核对。"
    STALE = "核对已超过十二个月：请重新查证。"
    _STARTS: ClassVar[Mapping[Start, str]] = {
        Start.MESSAGE_SENT: "发出",
        Start.COMPLAINT_SENT: "发出投诉",
        Start.FINAL_RESPONSE: "发出最终答复",
        Start.REQUEST_SENT: "发出请求",
        Start.TRANSACTION: "交易",
        Start.VIOLATION_KNOWN: "得知",
    }
    _MORE: ClassVar[Mapping[By, str]] = {By.DAYS: "天", By.BUSINESS_DAYS: "个工作日", By.MONTHS: "个月"}
    _UNITS: ClassVar[Mapping[str, str]] = {
        "minutes": "分钟",
        "hours": "小时",
        "business-days": "个工作日",
        "calendar-days": "天",
        "weeks": "周",
        "months": "个月",
        "years": "年",
    }

    @classmethod
    def counted(cls, sent: str, start: date, *, unit: str, amount: int, days: Sequence[date], skipped: Groups) -> str:
        """Return `sent`, what was counted and what was not; days in the month of `start` go without its name."""
        return f"{sent}；{cls.count(start, unit, amount, days=days, skipped=skipped)}"

    @classmethod
    def count(cls, start: date, unit: str, amount: int, *, days: Sequence[date], skipped: Groups) -> str:
        """Return what was counted, and what was not."""
        figure = cls.figure(amount, unit)
        return (figure if days else f"其后 {figure}") + cls._which(start, unit, days, skipped)

    @classmethod
    def at_most(cls, start: date, unit: str, amount: int, *, days: Sequence[date], skipped: Groups) -> str:
        """Return what was counted to the later end."""
        return f"最多 {cls.figure(amount, unit)}{cls._which(start, unit, days, skipped)}"

    @classmethod
    def figure(cls, amount: int, unit: str) -> str:
        """Return `3 个工作日`."""
        return f"{amount} {cls._UNITS[unit]}"

    @classmethod
    def _which(cls, start: date, unit: str, days: Sequence[date], skipped: Groups) -> str:
        text = ""
        if days:
            text = f"：{cls.days(days, start)}" if _listed(unit, days) else f"，最后一日为 {cls.day(days[-1])}"
        weekends, named = _apart(skipped, "zh")
        parts = [f"周末共 {weekends} 天"] if weekends else []
        parts += [f"{cls.days(group, start)}：{why}" for group, why in named]
        return text + (f"；跳过 {'，'.join(parts)}" if parts else "") + "。"

    @classmethod
    def sent(cls, start: datetime, zone: str, *, day_only: bool, event: Start = Start.MESSAGE_SENT) -> str:
        """Return when and where something was sent, or happened."""
        when = cls.day(start) if day_only else cls.time(start)
        return f"{when} {cls._STARTS[event]}（{cls.place(zone)}）"

    @classmethod
    def extended(cls, each: Extension) -> str:
        """Return how much time was added, by whom, and why."""
        by = f"{each.who}：" if each.who else ""
        if each.until:
            return f"延长至 {cls.day(each.until)}结束（{by}{each.why}）。"
        return f"再延长 {each.amount} {cls._MORE[each.by]}（{by}{each.why}）。"

    @classmethod
    def due(cls, due_at: datetime, until: datetime | None) -> str:
        """Return the date that was found."""
        if until:
            return f"在 {cls.time(due_at)} 至 {cls.end(until)} 之间。"
        return f"不早于 {cls.time(due_at)}。"

    @classmethod
    def last_day(cls, until: datetime) -> str:
        """Return the last time that was found."""
        return f"不晚于 {cls.end(until)}。"

    @classmethod
    def own(cls, own: Own) -> str:
        """Return that a figure is the user's own for the firm."""
        return f"此期限为该平台自己的说法，由您于 {cls._date(own.recorded_on)}记录：{own.why}。"

    @classmethod
    def end(cls, when: datetime) -> str:
        """Return an end: midnight belongs to the day that it closes."""
        return f"{cls.day(when.date() - timedelta(days=1))}24:00" if when.time() == time() else cls.time(when)

    @staticmethod
    def _date(day: date) -> str:
        return f"{day.year}年{day.month}月{day.day}日"

    @staticmethod
    def rule(text: str, source: str, checked_on: date, *, own: bool = False) -> str:
        """Return the rule, its source, and when somebody last read it there; `own`: the figure is not the guide's."""
        return f"{'指南本身' if own else '规则'}：{text}来源：{source}核对日期：{Chinese._date(checked_on)}。"

    @classmethod
    def day(cls, day: date) -> str:
        """Return `2026年11月18日（周三）`."""
        return f"{day.year}年{day.month}月{day.day}日（周{_WEEKDAYS_ZH[day.weekday()]}）"

    @classmethod
    def time(cls, when: datetime) -> str:
        """Return `2026年11月18日（周三）18:10`."""
        return f"{cls.day(when.date())}{when:%H:%M}"

    @staticmethod
    def place(zone: str) -> str:
        """Return the zone as it is named; an offset as `UTC+08:00`."""
        return f"UTC{zone}" if zone[:1] in "+-" else zone

    @staticmethod
    def days(days: Sequence[date], before: date) -> str:
        """Return `19日（周四）、20日（周五）、12月1日（周二）`: the month (and year) only where it changes."""
        parts = []
        for run in runs(days):
            ends = []
            for day in run:
                text = f"{day.day}日（周{_WEEKDAYS_ZH[day.weekday()]}）"
                if (day.year, day.month) != (before.year, before.month):
                    text = (f"{day.year}年" if day.year != before.year else "") + f"{day.month}月" + text
                ends.append(text)
                before = day
            parts.append("至".join(ends))
        return "、".join(parts)

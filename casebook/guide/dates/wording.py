"""Dates and counts in plain English and plain Chinese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import ClassVar

Groups = Sequence[tuple[Sequence[date], str]]

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
    }
    _UNITS: ClassVar[Mapping[str, tuple[str, str]]] = {
        "minutes": ("minute", "minutes"),
        "hours": ("hour", "hours"),
        "business-days": ("business day", "business days"),
        "calendar-days": ("day", "days"),
        "months": ("month", "months"),
    }

    @classmethod
    def counted(cls, sent: str, start: date, *, unit: str, amount: int, days: Sequence[date], skipped: Groups) -> str:
        """Return `sent`, what was counted and what was not; days in the month of `start` go without its name."""
        text = f"{sent}; {amount} {cls._UNITS[unit][amount != 1]}"
        text += f": {cls.days(days, start)}" if days else " from then"
        parts = [f"{cls.days(group, start)} ({why})" for group, why in skipped]
        return text + (f"; skipped {', '.join(parts)}" if parts else "") + "."

    @classmethod
    def sent(cls, start: datetime, zone: str, *, day_only: bool) -> str:
        """Return when and where something was sent."""
        return f"Sent {cls.day(start) if day_only else cls.time(start)} {cls.place(zone)}"

    @classmethod
    def due(cls, due_at: datetime, until: datetime | None) -> str:
        """Return the date that was found."""
        if until:
            return f"Between {cls.time(due_at)} and {cls.time(until)}."
        return f"Not before {cls.time(due_at)}."

    @staticmethod
    def rule(text: str, source: str, checked_on: date) -> str:
        """Return the rule, its source, and when somebody last read it there."""
        checked = f"{checked_on.day} {_MONTHS[checked_on.month - 1]} {checked_on.year}"
        return f"Rule: {text} Source: {source} Checked on {checked}."

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
        for day in days:
            text = f"{_WEEKDAYS[day.weekday()]} {day.day}"
            if (day.year, day.month) != (before.year, before.month):
                text += f" {_MONTHS[day.month - 1]}" + (f" {day.year}" if day.year != before.year else "")
            parts.append(text)
            before = day
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
    }
    _UNITS: ClassVar[Mapping[str, str]] = {
        "minutes": "分钟",
        "hours": "小时",
        "business-days": "个工作日",
        "calendar-days": "天",
        "months": "个月",
    }

    @classmethod
    def counted(cls, sent: str, start: date, *, unit: str, amount: int, days: Sequence[date], skipped: Groups) -> str:
        """Return `sent`, what was counted and what was not; days in the month of `start` go without its name."""
        text = f"{sent}；"
        text += f"{amount} {cls._UNITS[unit]}：{cls.days(days, start)}" if days else f"其后 {amount} {cls._UNITS[unit]}"
        parts = [f"{cls.days(group, start)}：{why}" for group, why in skipped]
        return text + (f"；跳过 {'，'.join(parts)}" if parts else "") + "。"

    @classmethod
    def sent(cls, start: datetime, zone: str, *, day_only: bool) -> str:
        """Return when and where something was sent."""
        return f"{cls.day(start) if day_only else cls.time(start)} 发出（{cls.place(zone)}）"

    @classmethod
    def due(cls, due_at: datetime, until: datetime | None) -> str:
        """Return the date that was found."""
        if until:
            return f"在 {cls.time(due_at)} 至 {cls.time(until)} 之间。"
        return f"不早于 {cls.time(due_at)}。"

    @staticmethod
    def rule(text: str, source: str, checked_on: date) -> str:
        """Return the rule, its source, and when somebody last read it there."""
        return f"规则：{text}来源：{source}核对日期：{checked_on.year}年{checked_on.month}月{checked_on.day}日。"

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
        for day in days:
            text = f"{day.day}日（周{_WEEKDAYS_ZH[day.weekday()]}）"
            if (day.year, day.month) != (before.year, before.month):
                text = (f"{day.year}年" if day.year != before.year else "") + f"{day.month}月" + text
            parts.append(text)
            before = day
        return "、".join(parts)

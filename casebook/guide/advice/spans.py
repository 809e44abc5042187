"""Lengths of time, and what is left of a count, in plain English and plain Chinese."""

from __future__ import annotations

from datetime import datetime, timedelta

from casebook.guide.dates.explanation import Explanation
from casebook.guide.dates.rules import Unit

_DAY = timedelta(days=1)
_HOURS_UP_TO = timedelta(hours=72)
"""The guides count hours so far; what is longer is easier to grasp in days."""


def span(length: timedelta, language: str) -> str:
    """Return `35 min`, `26 h`, `5 days`: one unit, never more than has passed."""
    zh = language == "zh"
    length = max(length, timedelta())
    if length < timedelta(hours=1):
        minutes = int(length.total_seconds()) // 60
        return f"{minutes} 分钟" if zh else f"{minutes} min"
    if length < _HOURS_UP_TO:
        hours = int(length.total_seconds()) // 3600
        return f"{hours} 小时" if zh else f"{hours} h"
    return f"{length.days} 天" if zh else f"{length.days} days"


def left(explanation: Explanation, now: datetime, language: str) -> str:
    """Return what is left of a count: `1 business day`, `22 h`; empty once it is over."""
    if now >= explanation.due_at:
        return ""
    zh = language == "zh"
    days = days_left(explanation, now)
    if explanation.unit is Unit.BUSINESS_DAYS:
        return f"{days} 个工作日" if zh else f"{days} business day{'' if days == 1 else 's'}"
    if explanation.unit is Unit.CALENDAR_DAYS:
        return f"{days} 天" if zh else f"{days} day{'' if days == 1 else 's'}"
    length = explanation.due_at - now
    if length < timedelta(minutes=1):
        return "不到 1 分钟" if zh else "less than a minute"
    return span(length, language)


def days_left(explanation: Explanation, now: datetime) -> int:
    """Return how many of the counted days are not over yet."""
    if not explanation.counted:
        return 0
    # Each counted day is over at the time of day at which the last one is: its own, or the midnight after it.
    due = explanation.due_at
    shift = due.date() - explanation.counted[-1]
    ends = (datetime.combine(day + shift, due.time(), due.tzinfo) for day in explanation.counted)
    return sum(end > now for end in ends)

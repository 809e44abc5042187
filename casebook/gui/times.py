"""Dates, times and durations as the window writes them, in the language of `QLocale()`."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, QTime

from casebook.journal.times import Moment, Precision, offset_name


def here(when: datetime) -> datetime:
    """Return an aware datetime as this computer's wall clock shows it."""
    return when.astimezone()


def today(now: datetime) -> date:
    """Return the user's present date."""
    return here(now).date()


def clock(when: datetime) -> str:
    """Return `14:03` of a datetime's own wall clock: convert with `here()` or `Moment.local` first."""
    return QLocale().toString(QTime(when.hour, when.minute), "HH:mm")


def time_of(moment: Moment) -> str:
    """Return what the time column shows: `14:03`, `~14:03` for "about", empty where only the date is known."""
    if moment.precision is Precision.DATE:
        return ""
    return ("~" if moment.precision is Precision.ABOUT else "") + clock(moment.local)


def day_heading(day: date, now: datetime | None = None) -> str:
    """Return `Tuesday 17 November`, with the year unless it is the year of `now`."""
    if now is not None and day.year == today(now).year:
        return _formatted(day, QCoreApplication.translate("times", "dddd d MMMM", "Qt date format"))
    return _formatted(day, QCoreApplication.translate("times", "dddd d MMMM yyyy", "Qt date format"))


def short_date(day: date, now: datetime | None = None) -> str:
    """Return `Wed 18 Nov`, with the year unless it is the year of `now`."""
    if now is not None and day.year == today(now).year:
        return _formatted(day, QCoreApplication.translate("times", "ddd d MMM", "Qt date format"))
    return _formatted(day, QCoreApplication.translate("times", "ddd d MMM yyyy", "Qt date format"))


def day_month(day: date) -> str:
    """Return `15 Nov`, for axis labels."""
    return _formatted(day, QCoreApplication.translate("times", "d MMM", "Qt date format"))


def short_time(when: datetime, now: datetime | None = None) -> str:
    """Return `Wed 18 Nov 14:03` of a datetime's own wall clock."""
    return f"{short_date(when.date(), now)} {clock(when)}"


def short_moment(moment: Moment, now: datetime | None = None) -> str:
    """Return `Wed 18 Nov 14:03`, or the date alone where no more is known."""
    return f"{short_date(moment.local.date(), now)} {time_of(moment)}".rstrip()


def full_time(moment: Moment) -> str:
    """Return `Fri 20 Nov 2026 14:03 (UTC+08:00, Asia/Singapore)`, with "about" where it is not exact."""
    offset = offset_name(moment.offset)
    where = f"UTC{offset}" if moment.zone in {offset, "UTC"} else f"UTC{offset}, {moment.zone}"
    text = f"{short_moment(moment).replace('~', '')} ({where})"
    if moment.precision is Precision.ABOUT:
        return QCoreApplication.translate("times", "about {time}").format(time=text)
    return text


def duration(span: timedelta) -> str:
    """Return a span in its largest whole unit: `5 days`, `41 hours`, `20 minutes`. Up to 48 h it counts hours."""
    minutes = max(0, int(span.total_seconds() // 60))
    if minutes < 60:
        return Plurals().minutes(minutes)
    hours, days = minutes // 60, minutes // (24 * 60)
    if hours < 48:
        return Plurals().hours(hours)
    return Plurals().days(days)


def brief(span: timedelta) -> str:
    """Return a span as narrow as can be: `2 d`, `5 h`, `20 min`."""
    minutes = max(0, int(span.total_seconds() // 60))
    if minutes < 60:
        return QCoreApplication.translate("times", "{n} min").format(n=minutes)
    if minutes < 24 * 60:
        return QCoreApplication.translate("times", "{n} h").format(n=minutes // 60)
    return QCoreApplication.translate("times", "{n} d").format(n=minutes // (24 * 60))


def waiting(since: datetime, now: datetime) -> str:
    """Return `waiting 2 d`."""
    return QCoreApplication.translate("times", "waiting {span}").format(span=brief(now - since))


def ago(when: datetime, now: datetime) -> str:
    """Return `just now` or `5 days ago`."""
    if now - when < timedelta(minutes=1):
        return QCoreApplication.translate("times", "just now")
    return QCoreApplication.translate("times", "{span} ago").format(span=duration(now - when))


def silence(span: timedelta) -> str:
    """Return `5 days of silence`."""
    hours = max(0, int(span.total_seconds() // 3600))
    days = hours // 24
    if hours < 48:
        return Plurals().silent_hours(hours)
    return Plurals().silent_days(days)


def due_badge(due: datetime, now: datetime) -> str:
    """Return `due today`, `1 day late`, `due tomorrow` or `due Wed 18 Nov`, by the user's calendar days."""
    days = (here(due).date() - today(now)).days
    if (late := -days) > 0:
        return Plurals().days_late(late)
    if days == 0:
        return QCoreApplication.translate("times", "due today")
    if days == 1:
        return QCoreApplication.translate("times", "due tomorrow")
    return QCoreApplication.translate("times", "due {date}").format(date=short_date(here(due).date(), now))


def is_due(due: datetime | None, now: datetime) -> bool:
    """Return whether something is due by the end of the user's present day."""
    return due is not None and here(due).date() <= today(now)


def file_size(size: int) -> str:
    """Return a number of bytes as `312 KB`."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def _formatted(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


class Plurals(QObject):
    """Numbered words. A QObject, because the collector of words sees plural forms only in its `tr`."""

    def minutes(self, n: int) -> str:
        """Return `20 minutes`."""
        return self.tr("%n minute(s)", "", n)

    def hours(self, n: int) -> str:
        """Return `41 hours`."""
        return self.tr("%n hour(s)", "", n)

    def days(self, n: int) -> str:
        """Return `5 days`."""
        return self.tr("%n day(s)", "", n)

    def silent_hours(self, n: int) -> str:
        """Return `41 hours of silence`."""
        return self.tr("%n hour(s) of silence", "", n)

    def silent_days(self, n: int) -> str:
        """Return `5 days of silence`."""
        return self.tr("%n day(s) of silence", "", n)

    def days_late(self, n: int) -> str:
        """Return `1 day late`."""
        return self.tr("%n day(s) late", "", n)

"""Times in other words and languages, by way of `dateparser`; the one place that knows it."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from casebook.journal.times import Moment, Precision, from_wall, moment, offset_name, zone

_LANGUAGES = ["en", "zh", "de", "es", "fr", "it", "pt", "nl", "pl", "tr", "ru", "uk", "ja", "ko", "vi", "id"]
_SHORTEST = 4
"""Letters: with fewer, almost any syllable is the weekday of some language."""
_CLOCK = re.compile(r"\d\s*[:h.]\s*\d\d(?!\d|\s*m)|\d\s*[ap]\.?m|\d\s*(?:uhr|時|시|点)")


def read(text: str, now: datetime, zone_name: str) -> Moment | None:
    """Return the moment that `text` says, None for what is not understood. Slow at first: a library is loaded."""
    from dateparser.date import DateDataParser

    if len(text) < _SHORTEST:
        return None
    here = now.astimezone(zone(zone_name)).replace(tzinfo=None, microsecond=0)
    settings = {"PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True, "RELATIVE_BASE": here}
    found = DateDataParser(languages=_LANGUAGES, settings=settings).get_date_data(text)
    when = found.date_obj
    if when is None or found.period not in {"day", "time"}:
        return None
    if found.period == "day":
        day = when.date()
        return from_wall(datetime.combine(day, time()), zone_name, Precision.DATE) if _is_all(text, day, here) else None
    offset = when.utcoffset()
    if offset is None:
        return from_wall(when, zone_name, Precision.EXACT if _CLOCK.search(text) else Precision.ABOUT)
    fits = moment(when, zone_name).offset == int(offset.total_seconds())
    return moment(when, zone_name if fits else offset_name(int(offset / timedelta(seconds=1))))


def _is_all(text: str, day: date, here: datetime) -> bool:
    """Return whether a day says all that the numbers of a text do: the library lets a time go that it cannot read."""
    back = (here.date() - day).days
    said = {day.day, day.month, day.year, day.year % 100, back, back / 7}
    return all(int(number) in said for number in re.findall(r"\d+", text))

"""Which days a firm works: weekends and public holidays of its country, as the `holidays` package knows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from casebook.guide.dates.holiday_names import in_chinese

if TYPE_CHECKING:
    from holidays import HolidayBase

WEEKEND = {"en": "weekend", "zh": "周末"}

_CHINESE = ("zh_CN", "zh_HK", "zh_TW")
_ENGLISH = ("en_US", "en_GB")
_SATURDAY, _SUNDAY = 5, 6

# A country's own list often leaves out what most of it keeps (Easter Monday in England). The city a zone is named
# after lies in one part of the country; its holidays are added, because a day too many is late, a day too few early.
_PART_OF = {
    "America/Chicago": ("US", "IL"),
    "America/Edmonton": ("CA", "AB"),
    "America/Los_Angeles": ("US", "CA"),
    "America/New_York": ("US", "NY"),
    "America/Toronto": ("CA", "ON"),
    "America/Vancouver": ("CA", "BC"),
    "Asia/Kuala_Lumpur": ("MY", "14"),
    "Australia/Adelaide": ("AU", "SA"),
    "Australia/Brisbane": ("AU", "QLD"),
    "Australia/Melbourne": ("AU", "VIC"),
    "Australia/Perth": ("AU", "WA"),
    "Australia/Sydney": ("AU", "NSW"),
    "Europe/Berlin": ("DE", "BE"),
    "Europe/London": ("GB", "ENG"),
    "Europe/Madrid": ("ES", "MD"),
    "Europe/Zurich": ("CH", "ZH"),
}


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day on which the firm does not work, and why (by language)."""

    day: date
    why: dict[str, str]


class WorkingDays:
    """The working days of one country (ISO 3166 alpha-2), seen from one zone.

    An empty or unknown country gives Saturdays and Sundays only, and `known` is False. Source: the package `holidays`.
    """

    def __init__(self, country: str, zone: str) -> None:
        self.country = country.strip().upper()
        self._part = part if (part := _PART_OF.get(zone)) and part[0] == self.country else None
        self._english = self._spoken(_ENGLISH)
        self._chinese = self._spoken(_CHINESE)

    @property
    def known(self) -> bool:
        """Whether there is a holiday calendar for the country."""
        return self._english is not None

    def off(self, day: date) -> DayOff | None:
        """Return why the firm does not work on a day, None on a working day."""
        if self._english is None or self._chinese is None:
            return DayOff(day, dict(WEEKEND)) if day.weekday() >= _SATURDAY else None
        if self._english.is_working_day(day):
            return None
        english, chinese = self._english.get(day), self._chinese.get(day)
        return DayOff(day, {"en": english or WEEKEND["en"], "zh": in_chinese(chinese) if chinese else WEEKEND["zh"]})

    def regional(self, day: date) -> bool:
        """Return whether only another part of the country keeps this day as a holiday."""
        if self._english is None or self.off(day):
            return False
        return any(day in _calendar(self.country, part, "") for part in self._english.subdivisions)

    def _spoken(self, languages: tuple[str, ...]) -> HolidayBase | None:
        import holidays  # 110 ms, and only for dates that need it

        if self.country not in holidays.list_supported_countries():
            return None
        can = _calendar(self.country, "", "").supported_languages
        language = next((name for name in (*languages, *_ENGLISH) if name in can), "")
        return _calendar(self.country, self._part[1] if self._part else "", language)


@lru_cache(maxsize=256)
def _calendar(country: str, part: str, language: str) -> HolidayBase:
    """Return the holidays of a country or a part of it; years are worked out as they are asked for, and kept."""
    import holidays  # 110 ms, and only for dates that need it

    calendar = holidays.country_holidays(country, subdiv=part or None, language=language or None)
    # Some lists know Sunday only; offices, and whoever counts "business days", do not work on Saturday either.
    if calendar.weekend == {_SUNDAY}:
        calendar.weekend = {_SATURDAY, _SUNDAY}
    return calendar

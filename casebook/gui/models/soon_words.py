"""The words for the points in time that are offered with one press."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from casebook.gui import times
from casebook.guide.dates.moments import Offer, Soon


def offer_name(offer: Offer) -> str:
    """Return what an offered time is called."""
    return {
        Soon.HOUR: QCoreApplication.translate("soon_words", "In 1 hour"),
        Soon.EVENING: QCoreApplication.translate("soon_words", "This evening"),
        Soon.TOMORROW: QCoreApplication.translate("soon_words", "Tomorrow"),
        Soon.BUSINESS_DAY: QCoreApplication.translate("soon_words", "Next business day"),
        Soon.TWO_DAYS: QCoreApplication.translate("soon_words", "In 48 hours"),
    }[offer.soon]


def offer_time(offer: Offer, now: datetime) -> str:
    """Return when an offered time is: the clock alone today, day and clock otherwise."""
    there = times.here(offer.at)
    return times.clock(there) if there.date() == times.today(now) else times.short_time(there, now)

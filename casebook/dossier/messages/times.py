"""Times as a message names them: local with zone and offset, and UTC, so that both sides mean the same."""

from __future__ import annotations

from datetime import datetime

from casebook.guide.dates import wording
from casebook.journal.times import Moment, Precision, offset_name


def told(moment: Moment, language: str) -> str:
    """Return `Fri 20 Nov 2026 18:10 (UTC+08:00, Asia/Singapore; 2026-11-20 10:10 UTC)`; a day alone as the day."""
    if moment.precision is Precision.DATE:
        return day(moment, language)
    local, there = moment.local, f"UTC{offset_name(moment.offset)}"
    if moment.zone[:1] not in "+-":
        there += f", {moment.zone}" if language == "en" else f"，{moment.zone}"
    utc = f"{moment.utc:%Y-%m-%d} {_clock(moment.utc)} UTC"
    clock = _clock(local)
    if language == "zh":
        about = "约 " if moment.precision is Precision.ABOUT else ""
        return f"{about}{wording.words('zh').day(local.date())}{clock}（{there}；{utc}）"
    about = "about " if moment.precision is Precision.ABOUT else ""
    return f"{about}{wording.words('en').day(local.date())} {clock} ({there}; {utc})"


def day(moment: Moment, language: str) -> str:
    """Return the day alone, `20 Nov 2026` or `2026年11月20日`."""
    words = wording.words(language).day(moment.local.date())
    return words.partition("（")[0] if language == "zh" else words.partition(" ")[2]


def _clock(when: datetime) -> str:
    """Return the time of day; with its seconds where they are known, as a mail's header has them."""
    return f"{when:%H:%M:%S}" if when.second else f"{when:%H:%M}"

"""Every rule of the guide, on every weekday, across holidays, in every zone: as counted apart, and golden chains."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from casebook import paths
from casebook.guide import Action, Guide
from casebook.guide.dates import deadlines
from casebook.guide.dates.rules import Rule, Unit
from casebook.journal.times import Precision, from_wall, parse
from tests.guide.makers import rule
from tests.guide.recount import Question, answer

GUIDE = Guide.load(paths.resources() / "guides")
COUNTED = [found for found in GUIDE.rules.values() if found.counts]
PLACES = (
    ("SG", "Asia/Singapore"),
    ("GB", "Europe/London"),
    ("US", "America/New_York"),
    ("CN", "Asia/Shanghai"),
    ("AE", "Asia/Dubai"),
    ("", "Pacific/Kiritimati"),
)
WEEKS = (
    date(2026, 11, 16),  # a plain week, and the one before clocks have long been changed
    date(2026, 12, 21),  # Christmas, and with the next week New Year
    date(2026, 9, 28),  # China's National Day: seven days of rest, Saturdays worked
    date(2027, 2, 1),  # Chinese New Year 2027
    date(2026, 3, 16),  # Eid al-Fitr, and clocks forward in London and New York
    date(2026, 10, 19),  # clocks back in London; then in New York
    date(2028, 2, 28),  # a leap day
)
CLOCKS = (time(0, 0), time(1, 30), time(18, 10), time(23, 59))


def starts() -> list[tuple[datetime, Precision]]:
    days = [week + timedelta(days=n) for week in WEEKS for n in range(7)]
    found = [(datetime.combine(day, CLOCKS[n % len(CLOCKS)]), Precision.EXACT) for n, day in enumerate(days)]
    return found + [(datetime.combine(day, time()), Precision.DATE) for day in days[::3]]


def question(found: Rule, wall: datetime, precision: Precision, place: tuple[str, str], amount: int) -> Question:
    country, zone = (found.country, found.zone) if found.country else place
    start = from_wall(wall, place[1], precision)
    whole = datetime.combine(wall.date(), time(12))
    moment = from_wall(whole, place[1]) if precision is Precision.DATE else start
    assert found.unit is not None
    return Question(
        moment.utc, place[1], precision is Precision.DATE, str(found.unit), amount, country, zone,
        strict=False, rolls=found.rolls,
    )  # fmt: skip


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place[1])
@pytest.mark.parametrize("found", COUNTED, ids=lambda found: found.id)
def test_every_rule_on_every_weekday_and_holiday_in_every_zone(found: Rule, place: tuple[str, str]) -> None:
    for wall, precision in starts():
        explained = deadlines.due(found, from_wall(wall, place[1], precision), *place)
        if found.not_before is not None:
            asked = question(found, wall, precision, place, found.not_before)
            assert explained.due_at == answer(asked), (wall, explained.sentence("en"))
        if found.not_after is not None:
            asked = question(found, wall, precision, place, found.not_after)
            strict = Question(**{**_fields(asked), "strict": found.strict})
            assert explained.until == answer(strict), (wall, explained.sentence("en"))
        for language in ("en", "zh"):
            assert found.source(language) in explained.sentence(language)


def _fields(asked: Question) -> dict[str, object]:
    return {name: getattr(asked, name) for name in asked.__dataclass_fields__}


@pytest.mark.parametrize("hour", range(0, 24, 5))
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place[1])
def test_forty_eight_hours_and_three_business_days_on_every_day_of_a_year(place: tuple[str, str], hour: int) -> None:
    """The two figures of the guides that decide about sending again, day by day through a year."""
    nudge, resend = GUIDE.rules["mail-nudge"], GUIDE.rules["mail-resend"]
    for number in range(0, 365, 3):
        wall = datetime(2026, 7, 1, hour, 15) + timedelta(days=number)
        start = from_wall(wall, place[1])
        earliest = deadlines.due(nudge, start, *place).due_at
        assert earliest - start.utc == timedelta(hours=48)
        later = deadlines.due(resend, start, *place)
        assert later.due_at == answer(question(resend, wall, Precision.EXACT, place, 3))
        assert later.due_at - start.utc >= timedelta(days=2, hours=23)  # three days, one perhaps of 23 hours


@pytest.mark.parametrize(
    ("place", "start", "amount", "due_at", "why"),
    [
        # China: 1 to 7 October of rest; Saturday 10 October is worked (the list of 2026)
        (("CN", "Asia/Shanghai"), "2026-09-30 10:00", 1, "2026-10-08T10:00:00+08:00", "国庆节"),
        (("CN", "Asia/Shanghai"), "2026-10-08 10:00", 2, "2026-10-10T10:00:00+08:00", ""),
        # London: Christmas Day on a Friday, Boxing Day made up for on Monday, then New Year's Day
        (("GB", "Europe/London"), "2026-12-24 10:00", 1, "2026-12-29T10:00:00+00:00", "圣诞节"),
        (("GB", "Europe/London"), "2026-12-31 10:00", 1, "2027-01-04T10:00:00+00:00", "元旦"),
        # Good Friday to Easter Monday
        (("GB", "Europe/London"), "2027-03-25 10:00", 1, "2027-03-30T10:00:00+01:00", "耶稣受难日"),
        # Dubai: Eid al-Fitr 2026 after the fast of Ramadan
        (("AE", "Asia/Dubai"), "2026-03-18 10:00", 1, "2026-03-23T10:00:00+04:00", "开斋节假期"),
        # Singapore: Chinese New Year on a weekend is made up for on Monday
        (("SG", "Asia/Singapore"), "2027-02-05 10:00", 1, "2027-02-09T10:00:00+08:00", "春节（补假）"),
        # New York: Thanksgiving
        (("US", "America/New_York"), "2026-11-25 10:00", 1, "2026-11-27T10:00:00-05:00", "感恩节"),
    ],
)
def test_chains_of_holidays(place: tuple[str, str], start: str, amount: int, due_at: str, why: str) -> None:
    explained = deadlines.due(rule(Unit.BUSINESS_DAYS, amount), parse(start, place[1]), *place)
    assert explained.due_at.isoformat() == due_at
    reasons = [skipped.why_zh for skipped in explained.skipped]
    assert not why or why in reasons, reasons


def test_no_rule_that_opens_a_door_is_early_and_none_that_closes_one_is_late() -> None:
    """Whatever the start: the first is never before its plain count has passed, the second never after."""
    for found in COUNTED:
        for wall, precision in starts()[::2]:
            start = from_wall(wall, "Europe/London", precision)
            explained = deadlines.due(found, start, "GB", "Europe/London")
            if found.not_before is not None and found.unit is Unit.CALENDAR_DAYS:
                assert explained.due_at.astimezone(UTC) >= start.utc + timedelta(days=found.not_before, hours=-1)
            if explained.until and found.action is Action.LIMIT and found.unit is Unit.CALENDAR_DAYS:
                whole = timedelta(days=1) if precision is Precision.DATE else timedelta()
                assert explained.until <= start.utc + timedelta(days=found.not_after or 0, hours=1) + whole

"""Dates: golden cases, an independent recount, and never a day early."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.guide import Explanation
from casebook.guide.dates import deadlines
from casebook.guide.dates.explanation import Note
from casebook.guide.dates.rules import Pause, Unit
from casebook.journal.errors import CasebookError
from casebook.journal.times import Precision, from_wall, moment, parse
from tests.guide.makers import rule

DAYS3 = rule(Unit.BUSINESS_DAYS, 3)
SINGAPORE, LONDON = ("SG", "Asia/Singapore"), ("GB", "Europe/London")


def due(unit: Unit, amount: int, start: str, place: tuple[str, str]) -> Explanation:
    return deadlines.due(rule(unit, amount), parse(start, place[1]), *place)


@pytest.mark.parametrize(
    ("place", "start", "due_at", "skipped"),
    [
        # every weekday, no holiday: November 2026 in Singapore (the 18th is a Wednesday)
        (SINGAPORE, "2026-11-16 09:00", "2026-11-19T09:00:00+08:00", []),
        (SINGAPORE, "2026-11-17 09:00", "2026-11-20T09:00:00+08:00", []),
        (SINGAPORE, "2026-11-18 18:10", "2026-11-23T18:10:00+08:00", [21, 22]),
        (SINGAPORE, "2026-11-19 00:00", "2026-11-24T00:00:00+08:00", [21, 22]),
        (SINGAPORE, "2026-11-20 23:59", "2026-11-25T23:59:00+08:00", [21, 22]),
        # a start on a day off: three whole days after it
        (SINGAPORE, "2026-11-21 09:00", "2026-11-26T00:00:00+08:00", [22]),
        (SINGAPORE, "2026-11-22 23:00", "2026-11-26T00:00:00+08:00", []),
        # a holiday on a Monday, observed for a Sunday (Deepavali 2026), and as the start
        (SINGAPORE, "2026-11-06 10:00", "2026-11-12T10:00:00+08:00", [7, 8, 9]),
        (SINGAPORE, "2026-11-09 10:00", "2026-11-13T00:00:00+08:00", []),
        # the chain of Christmas in London, and Easter, which England keeps and Scotland does not
        (LONDON, "2026-12-24 18:10", "2026-12-31T18:10:00+00:00", [25, 26, 27, 28]),
        (LONDON, "2026-04-01 12:00", "2026-04-08T12:00:00+01:00", [3, 4, 5, 6]),
        # clocks go forward in the night to Sunday 29 March, back in the night to Sunday 25 October
        (LONDON, "2026-03-26 18:00", "2026-03-31T18:00:00+01:00", [28, 29]),
        (LONDON, "2026-10-22 18:00", "2026-10-27T18:00:00+00:00", [24, 25]),
        # a country whose weekend is Friday and Saturday
        (("SA", "Asia/Riyadh"), "2026-11-11 10:00", "2026-11-16T10:00:00+03:00", [13, 14]),
        # China works on some Saturdays and rests a week: National Day 2026
        (("CN", "Asia/Shanghai"), "2026-09-30 10:00", "2026-10-10T10:00:00+08:00", [1, 2, 3, 4, 5, 6, 7]),
        # Hong Kong's list knows Sunday only; offices close on Saturday too
        (("HK", "Asia/Hong_Kong"), "2026-11-19 10:00", "2026-11-24T10:00:00+08:00", [21, 22]),
    ],
)
def test_three_business_days(place: tuple[str, str], start: str, due_at: str, skipped: list[int]) -> None:
    explained = due(Unit.BUSINESS_DAYS, 3, start, place)
    assert explained.due_at.isoformat() == due_at
    assert [skip.date.day for skip in explained.skipped] == skipped
    assert len(explained.counted) == 3


def test_the_firms_day_counts_not_the_users() -> None:
    """Friday evening in London is Saturday in Singapore: a Singapore firm starts to count on Monday."""
    start = parse("2026-11-20 18:00", "Europe/London")
    explained = deadlines.due(DAYS3, start, *SINGAPORE)
    assert explained.start.isoformat() == "2026-11-21T02:00:00+08:00"
    assert explained.due_at.isoformat() == "2026-11-26T00:00:00+08:00"
    assert Note.DAY_OFF_START in explained.notes


@pytest.mark.parametrize(
    ("start", "months", "due_at"),
    [
        ("2026-01-31 10:00", 1, "2026-02-28T10:00:00+00:00"),
        ("2028-01-31 10:00", 1, "2028-02-29T10:00:00+00:00"),
        ("2026-01-28 10:00", 1, "2026-02-28T10:00:00+00:00"),
        ("2028-02-29 10:00", 12, "2029-02-28T10:00:00+00:00"),
        ("2026-11-30 10:00", 3, "2027-02-28T10:00:00+00:00"),
        ("2026-12-15 10:00", 1, "2027-01-15T10:00:00+00:00"),
        ("2026-03-01 10:00", 1, "2026-04-01T10:00:00+01:00"),
    ],
)
def test_months_go_by_the_calendar(start: str, months: int, due_at: str) -> None:
    explained = due(Unit.MONTHS, months, start, LONDON)
    assert explained.due_at.isoformat() == due_at
    assert (Note.MONTH_END in explained.notes) == (parse(start, "UTC").local.day != explained.due_at.day)
    assert explained.counted[-1] == explained.due_at.date()


def test_hours_are_exact_over_a_clock_change() -> None:
    assert due(Unit.HOURS, 48, "2026-03-28 12:00", LONDON).due_at.isoformat() == "2026-03-30T13:00:00+01:00"
    assert due(Unit.HOURS, 48, "2026-10-24 12:00", LONDON).due_at.isoformat() == "2026-10-26T11:00:00+00:00"
    assert due(Unit.MINUTES, 5, "2026-10-24 12:00", LONDON).due_at.isoformat() == "2026-10-24T12:05:00+01:00"


def test_a_time_that_does_not_exist_or_exists_twice_is_never_early() -> None:
    gap = due(Unit.CALENDAR_DAYS, 1, "2026-03-28 01:30", LONDON)
    assert gap.due_at.isoformat() == "2026-03-29T02:30:00+01:00"
    twice = due(Unit.CALENDAR_DAYS, 1, "2026-10-24 01:30", LONDON)
    assert twice.due_at.isoformat() == "2026-10-25T01:30:00+00:00"
    assert Note.CLOCK_CHANGE in gap.notes
    assert Note.CLOCK_CHANGE in twice.notes
    assert "clocks" in twice.sentence("en")


def test_a_day_without_a_time_counts_from_its_end() -> None:
    explained = due(Unit.BUSINESS_DAYS, 3, "2026-11-18", SINGAPORE)
    assert explained.due_at.isoformat() == "2026-11-24T00:00:00+08:00"
    assert explained.start.isoformat() == "2026-11-18T00:00:00+08:00"
    assert explained.counted == (date(2026, 11, 19), date(2026, 11, 20), date(2026, 11, 23))
    assert due(Unit.HOURS, 48, "2026-11-18", SINGAPORE).due_at.isoformat() == "2026-11-21T00:00:00+08:00"
    assert due(Unit.MONTHS, 1, "2026-11-18", SINGAPORE).due_at.isoformat() == "2026-12-19T00:00:00+08:00"
    abroad = deadlines.due(DAYS3, parse("2026-11-18", "Asia/Singapore"), *LONDON)
    assert abroad.due_at.isoformat() == "2026-11-23T16:00:00+00:00"
    assert "Sent Wed 18 Nov 2026 at UTC+08:00" in abroad.sentence("en")


def test_without_a_country_only_weekends_are_skipped_and_it_says_so() -> None:
    for country, note, words in (("", Note.NO_COUNTRY, "not recorded"), ("XX", Note.UNKNOWN_COUNTRY, "XX")):
        explained = deadlines.due(DAYS3, parse("2026-12-24 10:00", "Europe/London"), country, "Europe/London")
        assert explained.due_at.isoformat() == "2026-12-29T10:00:00+00:00"
        assert note in explained.notes
        assert words in explained.sentence("en")


def test_a_users_zone_is_named_as_such() -> None:
    explained = deadlines.due(
        DAYS3, parse("2026-11-18 10:00", "Asia/Shanghai"), "SG", "Asia/Shanghai", zone_known=False
    )
    assert "in yours (Asia/Shanghai)" in explained.sentence("en")
    assert "您的时区（Asia/Shanghai）" in explained.sentence("zh")


def test_a_regional_holiday_is_counted_but_mentioned() -> None:
    explained = due(Unit.BUSINESS_DAYS, 1, "2026-11-27 10:00", LONDON)  # St Andrew's Day, Monday 30 November
    assert explained.due_at.date() == date(2026, 11, 30)
    assert Note.REGIONAL in explained.notes


def test_until_is_the_upper_end() -> None:
    explained = deadlines.due(
        rule(Unit.BUSINESS_DAYS, 1, not_after=3), parse("2026-11-18 18:10", "Asia/Singapore"), *SINGAPORE
    )
    assert explained.until is not None
    assert (explained.due_at.day, explained.until.day) == (19, 23)
    assert explained.counted == (date(2026, 11, 19),)
    assert "Between Thu 19 Nov 2026 18:10 and Mon 23 Nov 2026 18:10." in explained.sentence("en")


def test_pauses_do_not_count_in_any_unit() -> None:
    pause = (Pause(date(2026, 11, 19), date(2026, 11, 20), {"en": "maintenance", "zh": "维护"}),)
    for unit, amount, due_at in (
        (Unit.BUSINESS_DAYS, 3, "2026-11-25T18:00:00+08:00"),
        (Unit.CALENDAR_DAYS, 3, "2026-11-23T18:00:00+08:00"),
        (Unit.HOURS, 48, "2026-11-22T18:00:00+08:00"),
        (Unit.MONTHS, 1, "2026-12-20T18:00:00+08:00"),
    ):
        explained = deadlines.due(
            rule(unit, amount, pauses=pause), parse("2026-11-18 18:00", "Asia/Singapore"), *SINGAPORE
        )
        assert explained.due_at.isoformat() == due_at
        assert {(19, "maintenance"), (20, "maintenance")} <= {(s.date.day, s.why) for s in explained.skipped}
        assert "维护" in explained.sentence("zh")
    inside = deadlines.due(rule(Unit.HOURS, 1, pauses=pause), parse("2026-11-19 12:00", "Asia/Singapore"), *SINGAPORE)
    assert inside.due_at.isoformat() == "2026-11-21T01:00:00+08:00"


def test_fractions_of_a_second_round_up() -> None:
    start = moment(datetime(2026, 11, 18, 10, 0, 0, 1000, UTC), "UTC")
    assert deadlines.due(rule(Unit.HOURS, 1), start, "", "UTC").due_at.isoformat() == "2026-11-18T11:00:01+00:00"


def test_the_sentence_says_it_all_in_both_languages() -> None:
    explained = due(Unit.BUSINESS_DAYS, 3, "2026-11-18 18:10", SINGAPORE)
    assert explained.sentence("en") == (
        "Sent Wed 18 Nov 2026 18:10 in Singapore; 3 business days: Thu 19, Fri 20, Mon 23; "
        "skipped Sat 21, Sun 22 (weekend). Not before Mon 23 Nov 2026 18:10. "
        "Rule: Wait. Source: A test. Checked on 20 Nov 2026."
    )
    assert explained.sentence("zh") == (
        "2026年11月18日（周三）18:10 发出（Asia/Singapore）；3 个工作日：19日（周四）、20日（周五）、23日（周一）；"
        "跳过 21日（周六）、22日（周日）：周末。不早于 2026年11月23日（周一）18:10。"
        "规则：等待。来源：测试。核对日期：2026年11月20日。"
    )


def test_a_month_and_a_year_are_named_where_they_change() -> None:
    english = due(Unit.BUSINESS_DAYS, 3, "2026-12-30 10:00", LONDON).sentence("en")
    assert "3 business days: Thu 31, Mon 4 Jan 2027, Tue 5; skipped Fri 1 Jan 2027 (New Year's Day)" in english
    chinese = due(Unit.BUSINESS_DAYS, 3, "2026-12-24 10:00", LONDON).sentence("zh")
    assert "25日（周五）：圣诞节" in chinese
    assert "28日（周一）：节礼日（补假）" in chinese


def test_json_goes_round_and_has_the_promised_names() -> None:
    explained = due(Unit.BUSINESS_DAYS, 3, "2026-11-18 18:10", SINGAPORE)
    assert Explanation.from_json(explained.to_json()) == explained
    raw = explained.as_dict()
    assert {"due_at", "start", "unit", "counted", "skipped", "rule", "source"} <= raw.keys()
    assert raw["counted"] == ["2026-11-19", "2026-11-20", "2026-11-23"]
    assert raw["skipped"][0] == {"date": "2026-11-21", "why": "weekend", "why_zh": "周末"}
    for text in ("", "{}", "[]", "null", '{"start": 3}', explained.to_json().replace("+08:00", "")):
        with pytest.raises(CasebookError):
            Explanation.from_json(text)


def test_nothing_is_due_under_a_rule_without_a_time_or_beyond_the_calendar() -> None:
    with pytest.raises(CasebookError, match="names no time"):
        deadlines.due(
            rule(Unit.HOURS, 1).__class__(**{**_fields(rule(Unit.HOURS, 1)), "unit": None, "not_before": None}),
            parse("2026-11-18 18:10", "UTC"),
            "",
            "UTC",
        )
    for unit in (Unit.BUSINESS_DAYS, Unit.CALENDAR_DAYS, Unit.MONTHS, Unit.HOURS):
        with pytest.raises(CasebookError, match="too far"):
            deadlines.due(rule(unit, 60), parse("9999-12-31 18:10", "UTC"), "", "UTC")
    with pytest.raises(CasebookError, match="not a time zone"):
        deadlines.due(DAYS3, parse("2026-11-18 18:10", "UTC"), "", "Mars/Base")


def _fields(value: object) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__slots__}  # type: ignore[attr-defined]


# --- an independent recount ------------------------------------------------------------------------------------------

PLACES = [
    SINGAPORE,
    LONDON,
    ("US", "America/New_York"),
    ("CN", "Asia/Shanghai"),
    ("DE", "Europe/Berlin"),
    ("SA", "Asia/Riyadh"),
    ("", "America/Santiago"),
    ("XX", "Pacific/Kiritimati"),
    ("AU", "Australia/Lord_Howe"),
]
CALENDARS: dict[tuple[str, str | None], holidays.HolidayBase] = {}
places = st.sampled_from(PLACES)
walls = st.datetimes(datetime(2024, 1, 1), datetime(2028, 12, 31)).map(lambda w: w.replace(microsecond=0))


def works(country: str, zone: str, day: date) -> bool:
    part = {"Europe/London": "ENG", "America/New_York": "NY", "Europe/Berlin": "BE"}.get(zone)
    if country in ("", "XX"):
        return day.weekday() < 5
    if (country, part) not in CALENDARS:
        CALENDARS[country, part] = holidays.country_holidays(country, subdiv=part)
    return bool(CALENDARS[country, part].is_working_day(day))


@settings(max_examples=300)
@given(places, walls, st.integers(1, 12))
def test_business_days_agree_with_a_plain_recount(place: tuple[str, str], wall: datetime, amount: int) -> None:
    country, zone = place
    start = from_wall(wall, zone)
    explained = deadlines.due(rule(Unit.BUSINESS_DAYS, amount), start, country, zone)
    first = start.utc.astimezone(ZoneInfo(zone)).date()
    after = [first + timedelta(days=n) for n in range(1, 90)]
    counted = [day for day in after if works(country, zone, day)][:amount]
    assert list(explained.counted) == counted
    passed = [day for day in after if day < counted[-1] and day not in counted]
    assert [skip.date for skip in explained.skipped] == passed
    assert all(skip.why and skip.why_zh for skip in explained.skipped)
    # Never early: N whole working days lie between start and due.
    due_wall = explained.due_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    start_wall = start.utc.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    assert due_wall >= datetime.combine(counted[-1], time())
    if works(country, zone, first):
        assert due_wall >= datetime.combine(counted[-1], start_wall.time())
        assert due_wall - datetime.combine(counted[-1], start_wall.time()) <= timedelta(hours=1)
    else:
        assert due_wall.date() == counted[-1] + timedelta(days=1)


@settings(max_examples=300)
@given(places, walls, st.sampled_from(list(Unit)), st.integers(1, 40), st.sampled_from(list(Precision)))
def test_never_early_and_always_recountable(
    place: tuple[str, str], wall: datetime, unit: Unit, amount: int, precision: Precision
) -> None:
    country, zone = place
    day = wall.replace(hour=0, minute=0, second=0) if precision is Precision.DATE else wall
    start = from_wall(day, "Asia/Tokyo", precision)
    explained = deadlines.due(rule(unit, amount), start, country, zone)
    latest = start.utc + (timedelta(days=1) if precision is Precision.DATE else timedelta())
    elapsed = explained.due_at - latest
    step = {
        Unit.MINUTES: timedelta(minutes=1),
        Unit.HOURS: timedelta(hours=1),
        Unit.BUSINESS_DAYS: timedelta(days=1),
        Unit.CALENDAR_DAYS: timedelta(days=1),
        Unit.WEEKS: timedelta(days=7),
        Unit.YEARS: timedelta(days=365),
        Unit.MONTHS: timedelta(days=28),
    }[unit]
    slack = timedelta(hours=1) if unit not in (Unit.MINUTES, Unit.HOURS) else timedelta()  # a day of 23 hours
    assert elapsed >= step * amount - slack
    if unit in (Unit.MINUTES, Unit.HOURS):
        assert elapsed == step * amount
    assert Explanation.from_json(explained.to_json()) == explained
    assert explained.due_at.utcoffset() == explained.due_at.astimezone(ZoneInfo(zone)).utcoffset()
    assert isinstance(explained.due_at.tzinfo, timezone)
    for language in ("en", "zh"):
        assert explained.texts[language] in explained.sentence(language)
    for earlier, later in pairwise(explained.counted):
        assert earlier < later

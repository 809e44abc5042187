"""When a desk is staffed: words into hours, and who is there now, across zones, nights and clock changes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.guide.advice.hours import Hours, openness, parse, words

NINE_TO_SIX = ((540, 1080),)
WORK, NONE = (NINE_TO_SIX,) * 5 + ((), ()), ()
DAY = ((0, 1440),)


@pytest.mark.parametrize(
    "text",
    [
        "Mon-Fri 09:00-18:00",
        "mon–fri 9:00 – 18:00",
        "Monday to Friday, 9 am - 6 pm",
        "Monday through Friday 9.00-18.00",
        "weekdays 9am-6pm",
        "周一至周五 9:00-18:00",
        "周一到周五 上午9:00至下午6:00",
        "星期一至星期五：09:00～18:00",
        "平日 9点-18点",
        "客服时间：周一至周五 09:00－18:00",
        "Mon, Tue, Wed, Thu, Fri: 9-18",
        "Mon-Thu 09:00-18:00; Fri 9am to 6pm; Sat-Sun closed",
        "Mon-Fri 09:00-18:00\nweekends closed",
    ],
)
def test_nine_to_six_on_weekdays_in_many_words(text: str) -> None:
    assert parse(text) == Hours(WORK)


ALWAYS = (
    "24/7|24x7|7×24|24 hours|24 hours a day, 7 days a week|全天24小时|7x24小时|around the clock|每天24小时|全天候|7*24"
)
UNREAD = (
    "|  |when we can|Mon-Fri|9-25|9:70-10:00|13pm-14pm|9-5|9am-5pm GMT|Mon-Fri 9:00|ask|全年|24/7 except Sunday"
    "|Mon-Fri 09:00-18:00 by appointment"
)


@pytest.mark.parametrize("text", ALWAYS.split("|"))
def test_always(text: str) -> None:
    found = parse(text)
    assert found is not None
    assert found.always


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("9:00-12:00, 13:00-18:00", (((540, 720), (780, 1080)),) * 7),
        ("Mon-Fri 9:00-12:00, 13:00-18:00", (((540, 720), (780, 1080)),) * 5 + ((), ())),
        ("Mon-Thu 09:00-18:00, Fri 09:00-15:00", (NINE_TO_SIX,) * 4 + (((540, 900),), (), ())),
        ("Sat-Sun 10:00-16:00", ((),) * 5 + (((600, 960),),) * 2),
        ("Fri-Mon 10-16", (((600, 960),), (), (), (), ((600, 960),), ((600, 960),), ((600, 960),))),
        ("22:00-06:00", (((1320, 1800),),) * 7),
        ("daily 8:00-24:00", (((480, 1440),),) * 7),
        ("Mon-Fri 24 hours", (DAY,) * 5 + ((), ())),
        ("1-5pm", (((780, 1020),),) * 7),
        ("9-5pm", (((540, 1020),),) * 7),
        ("12-1pm", (((720, 780),),) * 7),
        ("8pm-2am", (((1200, 1560),),) * 7),
    ],
)
def test_other_weeks(text: str, spans: object) -> None:
    found = parse(text)
    assert found is not None
    assert found.spans == spans


@pytest.mark.parametrize("text", UNREAD.split("|"))
def test_what_cannot_be_told_is_not_guessed(text: str) -> None:
    assert parse(text) is None


def test_business_days_leave_holidays_out_and_plain_hours_only_say_so() -> None:
    christmas = datetime(2026, 12, 25, 3, tzinfo=UTC)  # a Friday, 11:00 in Singapore
    business, plain = parse("工作日 09:00-18:00"), parse("Mon-Fri 09:00-18:00")
    assert business is not None
    assert plain is not None
    closed = openness(business, christmas, "Asia/Singapore", "SG")
    assert (closed.open, closed.changes) == (False, datetime(2026, 12, 28, 1, tzinfo=UTC))
    staffed = openness(plain, christmas, "Asia/Singapore", "SG")
    assert (staffed.open, staffed.changes) == (True, datetime(2026, 12, 25, 10, tzinfo=UTC))
    assert "a holiday there: Christmas Day" in words(staffed, "Asia/Singapore", "en")
    assert "假日" in words(staffed, "Asia/Singapore", "zh")


def test_there_and_here() -> None:
    hours = parse("Mon-Fri 09:00-18:00")
    assert hours is not None
    saturday = datetime(2026, 11, 21, 4, tzinfo=UTC)
    state = openness(hours, saturday, "America/New_York", "US")
    assert words(state, "Asia/Shanghai", "en") == "closed now, opens Mon 09:00 there = 22:00 here"
    assert words(state, "Asia/Shanghai", "zh") == "现在无人值守，当地周一 09:00（您这里22:00）起有人"
    assert words(state, "Australia/Sydney", "en") == "closed now, opens Mon 09:00 there = Tue 01:00 here"
    monday = datetime(2026, 11, 23, 15, tzinfo=UTC)
    assert words(openness(hours, monday, "America/New_York"), "America/New_York", "en") == "open now, until Mon 18:00"
    always = parse("24/7")
    assert always is not None
    assert words(openness(always, monday, "America/New_York"), "Asia/Shanghai", "en") == "open round the clock"


def test_a_night_shift_and_the_night_the_clocks_change() -> None:
    nights = parse("Sat 22:00-06:00")
    assert nights is not None
    state = openness(nights, datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Europe/London", "GB")  # 01:30, the first one
    assert (state.open, state.changes) == (True, datetime(2026, 10, 25, 6, tzinfo=UTC))
    spring = openness(nights, datetime(2026, 3, 29, 0, 59, tzinfo=UTC), "Europe/London", "GB")
    assert (spring.open, spring.changes) == (True, datetime(2026, 3, 29, 5, tzinfo=UTC))


TIMES = st.integers(0, 24 * 60 - 1)


@given(
    days=st.sets(st.integers(0, 6), min_size=1),
    begin=TIMES,
    length=st.integers(1, 12 * 60),
    minutes=st.integers(0, 3 * 7 * 24 * 60),
    zone=st.sampled_from(["Asia/Singapore", "America/New_York", "Europe/London", "Asia/Kolkata"]),
)
def test_open_is_what_the_wall_clock_there_says(
    days: set[int], begin: int, length: int, minutes: int, zone: str
) -> None:
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    end = (begin + length) % 1440
    if end == begin:
        return
    times = "-".join(f"{at // 60:02d}:{at % 60:02d}" for at in (begin, end))
    text = f"{', '.join(names[day] for day in sorted(days))} {times}"
    hours = parse(text)
    assert hours is not None, text
    now = datetime(2026, 6, 1, tzinfo=UTC) + timedelta(minutes=minutes)  # no clock changes in June
    there = now.astimezone(ZoneInfo(zone))
    since = there.hour * 60 + there.minute
    today, before = there.weekday() in days, (there.weekday() - 1) % 7 in days
    staffed = (
        (begin <= since < end and today) if end > begin else (today and since >= begin) or (before and since < end)
    )
    state = openness(hours, now, zone)
    assert state.open is staffed
    assert state.changes is None or state.changes > now

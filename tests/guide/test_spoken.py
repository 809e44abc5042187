"""Times as people say them: what each means, what is refused, and that nothing said is lost or invented."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.guide.dates import spoken
from casebook.journal.errors import BadInput
from casebook.journal.times import HowKnown, Moment, Precision

ZONE = "Asia/Shanghai"
NOW = datetime(2026, 11, 20, 14, 3, 27, tzinfo=ZoneInfo(ZONE)).astimezone(UTC)  # a Friday
OTHERWISE = {"~": Precision.ABOUT, "d": Precision.DATE, "=": Precision.EXACT}


def told(when: Moment) -> str:
    """Return `11-19 21:00` with `~` for about, or the day alone."""
    if when.precision is Precision.DATE:
        return f"{when.local:%m-%d}"
    return f"{when.local:%m-%d %H:%M}" + ("~" if when.precision is Precision.ABOUT else "")


def read(text: str, zone: str = ZONE) -> Moment:
    found = spoken.at_once(text, NOW, zone)
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("now", "11-20 14:03"),
        ("刚才", "11-20 14:03~"),
        ("14:03", "11-20 14:03"),
        ("14：03", "11-20 14:03"),
        ("15:00", "11-19 15:00"),
        ("2:03pm", "11-20 14:03"),
        ("下午2:03", "11-20 14:03"),
        ("9 p.m.", "11-19 21:00"),
        ("yesterday 9pm", "11-19 21:00"),
        ("9PM yesterday", "11-19 21:00"),
        ("Yesterday at 21:00", "11-19 21:00"),
        ("last night", "11-19"),
        ("last night at 11", "11-19 23:00"),
        ("last night at 1:30", "11-20 01:30"),
        ("昨晚11点半", "11-19 23:30"),
        ("昨晚1点", "11-20 01:00"),
        ("昨晚12点", "11-20 00:00"),
        ("昨晚零点", "11-20 00:00"),
        ("昨晚凌晨5点", "11-20 05:00"),
        ("last night at 2am", "11-20 02:00"),
        ("last night 0:30", "11-20 00:30"),
        ("Wednesday night at 1am", "11-19 01:00"),
        ("Friday night at 1am", "11-14 01:00"),
        ("yesterday 24:00", "11-20 00:00"),
        ("凌晨2点", "11-20 02:00"),
        ("2 hours ago", "11-20 12:03~"),
        ("half an hour ago", "11-20 13:33~"),
        ("1h20m ago", "11-20 12:43~"),
        ("2 hours and 5 minutes ago", "11-20 11:58~"),
        ("two and a half hours ago", "11-20 11:33~"),
        ("3小时前", "11-20 11:03~"),
        ("一个半小时前", "11-20 12:33~"),
        ("一刻钟前", "11-20 13:48~"),
        ("两小时三十分钟前", "11-20 11:33~"),
        ("3 days ago", "11-17"),
        ("3 days ago at 14:00", "11-17 14:00"),
        ("两天前下午3点", "11-18 15:00"),
        ("2 weeks ago", "11-06"),
        ("1 month ago", "10-20"),
        ("half a month ago", "11-05"),
        ("一个半月前", "10-05"),
        ("Fri 14:00", "11-20 14:00"),
        ("Fri 15:00", "11-13 15:00"),
        ("last Friday 2pm", "11-13 14:00"),
        ("Tue 9:15", "11-17 09:15"),
        ("上周五", "11-13"),
        ("上星期三晚上8点", "11-11 20:00"),
        ("周一三点", "11-16 15:00"),
        ("礼拜五 14:00", "11-20 14:00"),
        ("昨天下午3点", "11-19 15:00"),
        ("昨天下午三點半", "11-19 15:30"),
        ("今天早上9点20", "11-20 09:20"),
        ("前天晚上8点", "11-18 20:00"),
        ("大前天下午三点一刻", "11-17 15:15"),
        ("around 3", "11-20 03:00~"),
        ("yesterday around 3", "11-19 15:00~"),
        ("about 3pm", "11-19 15:00~"),
        ("大约3点", "11-20 03:00~"),
        ("昨天大约三点", "11-19 15:00~"),
        ("~15:00", "11-19 15:00~"),
        ("noon", "11-20 12:00~"),
        ("quarter to 3", "11-20 02:45"),
        ("20.11. 14:03", "11-20 14:03"),
        ("11/20 14:03", "11-20 14:03"),
        ("20/11 9am", "11-20 09:00"),
        ("7/7 9:00", "07-07 09:00"),
        ("11月20日14点03分", "11-20 14:03"),
        ("十一月二十日下午两点", "11-20 14:00"),
        ("二零二六年十一月三日", "11-03"),
        ("上个月3号", "10-03"),
        ("25号", "10-25"),
        ("2026-11-20 9:15 am", "11-20 09:15"),
        ("yesterday", "11-19"),
        ("this morning", "11-20"),
        ("Fri 20.11. 9:00", "11-20 09:00"),
    ],
)
def test_what_people_say(text: str, meaning: str) -> None:
    found = read(text)
    assert told(found) == meaning
    assert found.zone == ZONE
    assert found.known is HowKnown.MEMORY
    spoken.refuse_ahead(found, NOW)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "blah",
        "3",
        "14",
        "25",
        "99",
        "T-99812",
        "EX-3",
        "1250 USDT",
        "yes",
        "may",
        "so",
        "at",
        "uncle",
        "x" * 500,
        "9999年12月31日 24:00",
    ],
)
def test_what_is_no_time_is_said_to_be_none(text: str) -> None:
    with pytest.raises(BadInput, match="is not understood as a time"):
        spoken.read(text, NOW, ZONE)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("25:00", "no clock shows"),
        ("昨天 12:75", "no clock shows"),
        ("31.2.", "no calendar has"),
        ("2月30日", "no calendar has"),
        ("5/6 14:00", "2026-05-06 or 2026-06-05"),
        ("Mon 20.11. 9:00", "names a weekday that 2026-11-20 is not"),
    ],
)
def test_what_cannot_be_or_has_two_meanings_is_refused(text: str, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        spoken.read(text, NOW, ZONE)


@pytest.mark.parametrize("text", ["tomorrow", "today 21:00", "in 2 hours", "2小时后", "明天", "下周五", "2027-01-01"])
def test_the_future_is_understood_and_refused(text: str) -> None:
    with pytest.raises(BadInput, match="has not been yet"):
        spoken.refuse_ahead(read(text), NOW)


def test_tonight_is_still_tonight_behind_midnight() -> None:
    late = datetime(2026, 11, 20, 2, 0, tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    for text, meaning in {
        "tonight at 1": "11-20 01:00",
        "今晚0点10分": "11-20 00:10",
        "last night at 1": "11-20 01:00",
    }.items():
        found = spoken.at_once(text, late, ZONE)
        assert found is not None
        assert told(found) == meaning, text


def test_a_zone_can_be_said() -> None:
    assert read("14:03 UTC+8").zone == ZONE
    assert read("14:03 UTC").rfc3339 == "2026-11-19T14:03:00+00:00"
    assert (read("9pm Europe/Berlin").rfc3339, read("9pm europe/berlin").zone) == (
        "2026-11-19T21:00:00+01:00",
        "Europe/Berlin",
    )
    assert read("14:03 -03:30").rfc3339 == "2026-11-19T14:03:00-03:30"


def test_other_words_and_languages_are_read_by_the_library() -> None:
    for text, meaning in {
        "Nov 19, 2:03pm": "11-19 14:03",
        "about 19 Nov 14:00": "11-19 14:00~",
        "20th of November": "11-20",
        "30 October": "10-30",
        "Oct 31 at 3pm": "10-31 15:00",
        "gestern 15:30": "11-19 15:30",
        "hier à 14h03": "11-19 14:03",
        "Fri, 13 Nov 2026 14:03:00 +0100": "11-13 14:03",
    }.items():
        assert spoken.at_once(text, NOW, ZONE) is None
        assert told(spoken.read(text, NOW, ZONE)) == meaning, text
    with pytest.raises(BadInput):  # it would let "3 in the afternoon" go, and give the day alone
        spoken.read("어제 오후 3시", NOW, ZONE)


WALLS = st.datetimes(datetime(2024, 1, 1), datetime(2026, 11, 20, 14, 3)).map(lambda wall: wall.replace(second=0))


@given(WALLS, st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/New_York", "UTC"]))
def test_every_written_time_is_read_as_it_stands(wall: datetime, zone: str) -> None:
    now = datetime(2026, 11, 20, 14, 3, 27, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    half = "上午" if wall.hour < 12 else "下午"
    for text in (
        f"{wall:%Y-%m-%d %H:%M}",
        f"{wall:%d.%m.%Y %H:%M}",
        f"{wall.year}年{wall.month}月{wall.day}日 {wall:%H:%M}",
        f"{wall.year}/{wall.month}/{wall.day} {wall.hour}点{wall.minute}分"
        if wall.hour > 12
        else f"{wall:%Y/%m/%d %H:%M}",
        f"{wall:%Y-%m-%d} {wall.hour % 12 or 12}:{wall:%M} {'am' if wall.hour < 12 else 'pm'}",
        f"{wall.year}年{wall.month}月{wall.day}日{half}{wall.hour % 12 or 12}点{wall.minute:02d}分",
    ):
        found = spoken.at_once(text, now, zone)
        assert found is not None, text
        assert found.local.replace(tzinfo=None) == wall.replace(microsecond=0), text
        assert found.precision is Precision.EXACT


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_clock_time_alone_is_the_latest_that_has_been(hour: int, minute: int) -> None:
    found = read(f"{hour}:{minute:02d}")
    assert (found.local.hour, found.local.minute) == (hour, minute)
    assert NOW - timedelta(days=1) < found.utc <= NOW + timedelta(minutes=1)


@given(st.dates(date(2026, 11, 14), date(2026, 11, 20)), st.booleans())
def test_a_weekday_is_the_latest_that_has_been(day: date, chinese: bool) -> None:
    name = f"周{'一二三四五六日'[day.weekday()]}" if chinese else f"{day:%a}"
    assert read(name).local.date() == day


@given(st.text(max_size=40) | st.text("0123456789:./- apmago昨今天前周月日点半三十两小时分ydhourslatf", max_size=30))
def test_nothing_typed_is_more_than_read_or_refused(text: str) -> None:
    try:
        found = spoken.at_once(text, NOW, ZONE)
    except BadInput:
        return
    assert found is None or found.utc.microsecond == 0

"""Times round-trip: what was typed is what is read back, in every zone, over every gap and overlap."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.journal import BadInput
from casebook.journal.times import (
    HowKnown,
    Precision,
    from_text,
    from_told,
    from_wall,
    in_gap,
    moment,
    offset_name,
    parse,
    to_text,
    zone,
)

ZONES = ["Asia/Singapore", "Europe/London", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC", "+05:30"]
WALLS = st.datetimes(datetime(1975, 1, 1), datetime(2090, 1, 1)).map(lambda t: t.replace(microsecond=0))


@given(st.datetimes(timezones=st.just(UTC), min_value=datetime(1971, 1, 1), max_value=datetime(2100, 1, 1)))
def test_stored_text_keeps_the_instant_to_the_millisecond(when: datetime) -> None:
    assert from_text(to_text(when)) == when.replace(microsecond=when.microsecond // 1000 * 1000)


@given(
    st.lists(
        st.datetimes(
            timezones=st.sampled_from([zone(z) for z in ZONES]),
            min_value=datetime(1971, 1, 2),
            max_value=datetime(2100, 1, 1),
        ),
        min_size=2,
        max_size=5,
    )
)
def test_text_order_is_time_order(times: list[datetime]) -> None:
    cut = [t.astimezone(UTC).replace(microsecond=0) for t in times]
    assert sorted(cut) == [from_text(text) for text in sorted(map(to_text, cut))]


@given(WALLS, st.sampled_from(ZONES), st.integers(0, 1))
def test_a_wall_clock_time_reads_back_as_it_was_typed(wall: datetime, name: str, fold: int) -> None:
    stated = from_wall(wall.replace(fold=fold), name)
    assert stated.local.replace(tzinfo=None) == wall
    assert stated.utc + timedelta(seconds=stated.offset) == wall.replace(tzinfo=UTC)


@given(WALLS, st.sampled_from(ZONES))
def test_what_is_printed_can_be_typed_again(wall: datetime, name: str) -> None:
    stated = from_wall(wall, name)
    assert parse(stated.rfc3339, name).utc == stated.utc
    assert parse(stated.rfc3339, name).offset == stated.offset


@given(WALLS, st.sampled_from(ZONES), st.integers(0, 1), st.sampled_from(Precision), st.sampled_from(HowKnown))
def test_what_is_told_of_a_time_reads_back(
    wall: datetime, name: str, fold: int, precision: Precision, known: HowKnown
) -> None:
    stated = from_wall(wall.replace(fold=fold), name, precision, known)
    assert from_told(stated.told) == stated


@pytest.mark.parametrize(
    "text", ["", "Lily", "2026-11-20T14:03:00+08:00 Asia/Singapore (about)", "x y (exact, memory)"]
)
def test_other_words_are_no_time(text: str) -> None:
    assert from_told(text) is None


def test_the_two_half_past_twos_of_an_autumn_night_stay_apart() -> None:
    first = parse("2026-10-25 02:30", "Europe/Berlin")
    second = parse("2026-10-25T02:30+01:00", "Europe/Berlin")
    assert first.rfc3339 == "2026-10-25T02:30:00+02:00"
    assert second.rfc3339 == "2026-10-25T02:30:00+01:00"
    assert second.utc - first.utc == timedelta(hours=1)
    assert second.zone == "Europe/Berlin"


def test_a_time_that_never_was_is_known_as_such_and_kept() -> None:
    stated = parse("2026-03-29 02:30", "Europe/Berlin")
    assert in_gap(stated)
    assert stated.rfc3339 == "2026-03-29T02:30:00+01:00"
    assert not in_gap(parse("2026-03-29 03:30", "Europe/Berlin"))


def test_a_day_alone_is_marked_as_a_day() -> None:
    assert parse("2026-11-20", "Asia/Singapore").precision is Precision.DATE
    assert parse("2026-11-20 9:05", "Asia/Singapore").rfc3339 == "2026-11-20T09:05:00+08:00"


def test_an_offset_that_is_not_the_zones_is_kept_as_an_offset() -> None:
    stated = parse("2026-11-20 14:03+05:30", "Asia/Singapore")
    assert (stated.zone, stated.rfc3339) == ("+05:30", "2026-11-20T14:03:00+05:30")


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2026-13-01", "2026-11-20 25:00", "20.11.2026", "2026-11-20 14:03 CET"]
)
def test_what_is_no_time_is_refused_with_the_form_that_is_wanted(text: str) -> None:
    with pytest.raises(BadInput, match="2026-11-20 14:03"):
        parse(text, "Asia/Singapore")


@pytest.mark.parametrize("name", ["Mars/Olympus", "../etc/passwd", "+25:00", "+08:77", "", "America"])
def test_what_is_no_zone_is_refused(name: str) -> None:
    with pytest.raises(BadInput):
        zone(name)


@given(st.integers(-14 * 60, 14 * 60))
def test_offsets_have_one_name(minutes: int) -> None:
    name = offset_name(minutes * 60)
    assert moment(datetime(2026, 1, 1, tzinfo=UTC), name).offset == minutes * 60

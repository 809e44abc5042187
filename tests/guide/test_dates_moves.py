"""What moves a clock: pauses and more time; both ends; a right that ends is never shown too late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casebook import paths
from casebook.guide import Action, Explanation, Guide
from casebook.guide.dates import deadlines, moves
from casebook.guide.dates.explanation import Note
from casebook.guide.dates.moves import By, Moves
from casebook.guide.dates.rules import Rule, Unit
from casebook.journal.errors import CasebookError
from casebook.journal.times import parse
from tests.guide.makers import rule

LONDON = ("GB", "Europe/London")
GUIDE = Guide.load(paths.resources() / "guides")


def limit(unit: Unit, amount: int) -> Rule:
    return replace(rule(unit, amount), action=Action.LIMIT, not_before=None, not_after=amount)


def more(*given: tuple[By, int | date]) -> Moves:
    return Moves((), tuple(moves.extension(by, value, why="complex", who="Kestrel") for by, value in given))


def found(made: Rule, start: str, moved: Moves = moves.NONE, zone: str = "Europe/London") -> Explanation:
    return deadlines.due(made, parse(start, zone), *LONDON, moves=moved)


@pytest.mark.parametrize(
    ("unit", "amount", "start", "given", "due_at"),
    [
        # one month and two more are three months, whatever February did to the first
        (Unit.MONTHS, 1, "2026-01-31 10:00", [(By.MONTHS, 2)], "2026-04-30T10:00:00+01:00"),
        (Unit.MONTHS, 1, "2026-01-31 10:00", [(By.MONTHS, 1), (By.MONTHS, 1)], "2026-04-30T10:00:00+01:00"),
        (Unit.MONTHS, 1, "2026-01-31 10:00", [(By.DAYS, 1), (By.MONTHS, 2)], "2026-05-01T10:00:00+01:00"),
        (Unit.WEEKS, 8, "2026-11-18 10:00", [(By.DAYS, 14)], "2027-01-27T10:00:00+00:00"),
        (Unit.BUSINESS_DAYS, 15, "2026-11-18 10:00", [(By.BUSINESS_DAYS, 20)], "2027-01-11T10:00:00+00:00"),
        (Unit.BUSINESS_DAYS, 3, "2026-11-18 10:00", [(By.UNTIL, date(2027, 1, 15))], "2027-01-16T00:00:00+00:00"),
        (Unit.HOURS, 48, "2026-11-18 10:00", [(By.DAYS, 2)], "2026-11-22T10:00:00+00:00"),
    ],
)
def test_more_time(unit: Unit, amount: int, start: str, given: list[tuple[By, int | date]], due_at: str) -> None:
    explained = found(rule(unit, amount), start, more(*given))
    assert explained.due_at.isoformat() == due_at
    assert "complex" in explained.sentence("en")
    assert "Kestrel：complex" in explained.sentence("zh")
    assert Explanation.from_json(explained.to_json()) == explained


def test_more_time_never_takes_time_away() -> None:
    with pytest.raises(CasebookError, match="2026-11-20 lies before"):
        found(rule(Unit.MONTHS, 1), "2026-11-18 10:00", more((By.UNTIL, date(2026, 11, 20))))
    for value in (0, -3):
        with pytest.raises(CasebookError, match="at least 1"):
            moves.extension(By.DAYS, value, why="x")
    with pytest.raises(CasebookError, match="say why"):
        moves.extension(By.DAYS, 3, why=" ")
    with pytest.raises(CasebookError, match="before it begins"):
        moves.pause(date(2026, 11, 20), date(2026, 11, 19), "x")


def test_what_moved_a_clock_goes_round_and_nonsense_is_refused() -> None:
    moved = Moves(
        (moves.pause(date(2026, 12, 24), date(2026, 12, 26), "closed"),),
        more((By.MONTHS, 2), (By.UNTIL, date(2027, 1, 15))).extensions,
    )
    assert moves.read(moved.pauses_json(), moved.extensions_json()) == moved
    assert '"months": 2' in moved.extensions_json()
    assert moves.read("", "[]") == moves.NONE
    for text in ("{", "3", '[{"why": "x"}]', '[{"days": "x", "why": "x"}]', "[3]", '[{"until": 3, "why": "x"}]'):
        with pytest.raises(CasebookError, match="cannot be read"):
            moves.read("[]", text)


def test_a_pause_stops_weeks_months_and_the_end_of_a_right_alike() -> None:
    moved = Moves((moves.pause(date(2026, 12, 24), date(2026, 12, 31), "they asked for papers"),))
    assert found(rule(Unit.WEEKS, 8), "2026-11-18 10:00", moved).due_at.isoformat() == "2027-01-21T10:00:00+00:00"
    ended = found(limit(Unit.MONTHS, 6), "2026-11-18 10:00", moved)
    assert ended.until is not None
    assert ended.until.isoformat() == "2027-05-26T10:00:00+01:00"
    assert "Thu 24 Dec to Thu 31 (they asked for papers)" in ended.sentence("en")
    assert "12月24日（周四）至31日（周四）" in ended.sentence("zh")


def test_the_end_of_a_right_is_never_late() -> None:
    # a day alone counts to its own end, in the zone of the body, however the user's clock stood
    for zone, last in (
        ("Europe/London", "2027-05-19T00:00:00+01:00"),
        ("UTC", "2027-05-19T00:00:00+01:00"),
        ("America/New_York", "2027-05-19T00:00:00+01:00"),
        ("Asia/Shanghai", "2027-05-18T00:00:00+01:00"),
    ):
        ended = found(limit(Unit.MONTHS, 6), "2026-11-18", zone=zone)
        assert ended.until is not None
        assert ended.until.isoformat() == last, zone
        assert (Note.EARLIER_DAY in ended.notes) == (zone == "Asia/Shanghai")
    # where clocks go back the first of two times ends it; where they go forward, the one before the gap
    twice = found(limit(Unit.CALENDAR_DAYS, 1), "2026-10-24 01:30")
    gap = found(limit(Unit.CALENDAR_DAYS, 1), "2026-03-28 01:30")
    assert twice.until is not None
    assert gap.until is not None
    assert twice.until.isoformat() == "2026-10-25T01:30:00+01:00"
    assert gap.until.isoformat() == "2026-03-29T00:30:00+00:00"
    # a holiday of only one part of a country lengthens what is waited for, and never a right
    start = "2026-03-31 12:00"  # Easter Monday 6 April is kept in England, not in Scotland
    assert found(rule(Unit.BUSINESS_DAYS, 3), start).due_at.day == 7
    last_day = found(limit(Unit.BUSINESS_DAYS, 3), start).until
    assert last_day is not None
    assert last_day.day == 6


def test_31_january_leap_days_and_years() -> None:
    for start, last in (
        ("2026-08-31 10:00", "2027-02-28T10:00:00+00:00"),
        ("2027-08-31 10:00", "2028-02-29T10:00:00+00:00"),
    ):
        ended = found(limit(Unit.MONTHS, 6), start)
        assert ended.until is not None
        assert ended.until.isoformat() == last
        assert Note.MONTH_END in ended.notes
    leap = found(limit(Unit.YEARS, 2), "2028-02-29 10:00")
    assert leap.until is not None
    assert leap.until.isoformat() == "2030-02-28T10:00:00+00:00"
    assert "2 years" in leap.sentence("en")
    assert "2 年" in leap.sentence("zh")


def test_both_ends_are_shown_each_with_its_days() -> None:
    made = replace(rule(Unit.BUSINESS_DAYS, 1, not_after=3), action=Action.EXPECT)
    explained = deadlines.due(made, parse("2026-11-18 18:10", "Asia/Singapore"), "SG", "Asia/Singapore")
    assert explained.sentence("en").startswith(
        "Sent Wed 18 Nov 2026 18:10 in Singapore; 1 business day: Thu 19. At most 3 business days: Thu 19, Fri 20, "
        "Mon 23; skipped Sat 21, Sun 22 (weekend). Between Thu 19 Nov 2026 18:10 and Mon 23 Nov 2026 18:10."
    )
    card = deadlines.due(GUIDE.rules["card-not-provided"], parse("2026-11-18", "UTC"), "SG", "UTC")
    assert "Between Sat 19 Dec 2026 00:00 and Thu 18 Mar 2027 24:00." in card.sentence("en")
    assert "check it at its source" in card.sentence("en")
    assert "仅为示例" in card.sentence("zh")


def test_a_bare_last_day_says_so_and_a_rule_with_a_calendar_of_its_own_names_it() -> None:
    ended = deadlines.due(GUIDE.rules["uk-ombudsman"], parse("2026-06-01", "Europe/London"), "SG", "Asia/Singapore")
    assert ended.at_once
    assert (ended.country, ended.zone, ended.amount) == ("GB", "Europe/London", 6)
    english, chinese = ended.sentence("en"), ended.sentence("zh", date(2028, 1, 1))
    assert "Final response sent Mon 1 Jun 2026" in english
    assert "Not after Tue 1 Dec 2026 24:00." in english
    assert "Not before" not in english
    assert "calendar of GB" in english
    assert "不晚于 2026年12月1日（周二）24:00。" in chinese
    assert "超过十二个月" in chinese
    assert "twelve months" not in english


def test_a_month_that_ends_on_a_day_off_rolls_on_and_a_right_does_not() -> None:
    month = GUIDE.rules["data-access"]
    rolled = deadlines.due(month, parse("2026-01-31 10:00", "Europe/London"), *LONDON)
    assert rolled.due_at.isoformat() == "2026-03-03T00:00:00+00:00"  # Sat 28 Feb, to the end of Mon 2 March
    assert Note.ROLLED in rolled.notes
    kept = found(replace(limit(Unit.MONTHS, 1), rolls=True), "2026-01-31 10:00")
    assert kept.until is not None
    assert kept.until.isoformat() == "2026-02-28T10:00:00+00:00"
    extended = deadlines.due(month, parse("2026-01-31 10:00", "Europe/London"), *LONDON, moves=more((By.MONTHS, 2)))
    assert extended.due_at.isoformat() == "2026-04-30T10:00:00+01:00"


def test_many_days_are_told_shortly() -> None:
    long = found(rule(Unit.BUSINESS_DAYS, 45), "2026-11-18 10:00")
    words = long.sentence("en")
    assert "45 business days, the last one" in words
    assert "days of weekends" in words
    assert "(Christmas Day)" in words
    assert len(long.counted) == 45
    assert "8 weeks, the last one Wed 13 Jan 2027" in found(rule(Unit.WEEKS, 8), "2026-11-18 10:00").sentence("en")

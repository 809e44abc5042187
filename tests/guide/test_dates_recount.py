"""Ten thousand dates counted twice; and every explanation counted again from its own words alone."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from casebook.guide import Action
from casebook.guide.dates import deadlines, moves
from casebook.guide.dates.explanation import Explanation
from casebook.guide.dates.moves import By, Moves
from casebook.guide.dates.rules import Unit
from casebook.journal.times import Moment, Precision, from_wall, moment
from tests.guide.makers import rule
from tests.guide.recount import Question, answer, works

CASES = 10_000
PLACES = (
    ("SG", "Asia/Singapore"),
    ("GB", "Europe/London"),
    ("US", "America/New_York"),
    ("CN", "Asia/Shanghai"),
    ("DE", "Europe/Berlin"),
    ("SA", "Asia/Riyadh"),
    ("AE", "Asia/Dubai"),
    ("HK", "Asia/Hong_Kong"),
    ("AU", "Australia/Sydney"),
    ("AU", "Australia/Lord_Howe"),
    ("", "America/Santiago"),
    ("XX", "Pacific/Kiritimati"),
    ("GB", "Asia/Tokyo"),
)
MOST = {"minutes": 3000, "hours": 200, "business-days": 45, "calendar-days": 540, "weeks": 26, "months": 30, "years": 6}


def asked(dice: random.Random) -> Question:
    country, zone = dice.choice(PLACES)
    unit = dice.choice(list(MOST))
    start_zone = dice.choice([zone, dice.choice(PLACES)[1]])
    first, days = datetime(2024, 1, 1, tzinfo=UTC), dice.randrange(5 * 365)
    start = first + timedelta(days=days, seconds=dice.choice([dice.randrange(86_400), 0, 3600 * dice.randrange(24)]))
    exact = unit in ("minutes", "hours")
    pauses = []
    if dice.random() < 0.25:
        begin = start.date() + timedelta(days=dice.randrange(-3, 20))
        pauses = [(begin, begin + timedelta(days=dice.randrange(6)))]
    more = []
    if not exact and dice.random() < 0.3:
        kinds = ("days", "business_days", "months")
        more = [(dice.choice(kinds), dice.randrange(1, 12)) for _ in range(dice.randrange(1, 3))]
    day_only = dice.random() < 0.2
    if day_only:  # a day is stated as a day, whatever the hour in UTC
        local = start.astimezone(ZoneInfo(start_zone))
        start = datetime(local.year, local.month, local.day, 12, tzinfo=ZoneInfo(start_zone))
    strict = dice.random() < 0.3
    rolls = not exact and dice.random() < 0.2
    amount = dice.randrange(1, MOST[unit])
    return Question(start, start_zone, day_only, unit, amount, country, zone, strict, rolls, pauses, more)


def started(question: Question) -> Moment:
    if question.day_only:
        local = question.start.astimezone(ZoneInfo(question.start_zone)).date()
        return from_wall(datetime(local.year, local.month, local.day), question.start_zone, Precision.DATE)
    return moment(question.start, question.start_zone)


def explained(question: Question) -> Explanation:
    """Return the guide's own answer."""
    unit, amount = Unit(question.unit), question.amount
    made = replace(rule(unit, amount), rolls=question.rolls)
    if question.strict:
        made = replace(made, action=Action.LIMIT, not_before=None, not_after=amount)
    more = tuple(moves.extension(By(kind), n, why="w") for kind, n in question.more)
    moved = Moves(tuple(moves.pause(first, last, "w") for first, last in question.pauses), more)
    return deadlines.due(made, started(question), question.country, question.zone, moves=moved)


@pytest.mark.parametrize(
    ("seed", "cases"),
    [pytest.param(22, 1_000, id="some"), pytest.param(20261122, CASES, id="ten-thousand", marks=pytest.mark.slow)],
)
def test_the_guide_and_a_recount_written_apart_agree(seed: int, cases: int) -> None:
    dice = random.Random(seed)
    seen: dict[str, int] = {}
    for number in range(cases):
        question = asked(dice)
        found = explained(question)
        end = found.until if question.strict else found.due_at
        assert end == answer(question), (number, question, found.sentence("en"))
        seen[question.unit] = seen.get(question.unit, 0) + 1
    assert min(seen.values()) > cases // 10


def recounted(raw: dict[str, Any]) -> datetime:
    """Return a date from nothing but what an explanation says of itself (no pauses, no extensions, no roll)."""
    zone, start = ZoneInfo(raw["zone"]), datetime.fromisoformat(raw["start"])
    skipped = {date.fromisoformat(each["date"]) for each in raw["skipped"]}
    if raw["unit"] in ("minutes", "hours"):
        begun = start + timedelta(days=1) if "day-only" in raw["notes"] else start
        return begun + timedelta(**{raw["unit"]: raw["amount"]})
    day = start.date() if "day-only" in raw["notes"] else start.astimezone(zone).date()
    if raw["unit"] in ("months", "years"):
        day = date.fromisoformat(raw["counted"][-1])
    else:
        step = 7 if raw["unit"] == "weeks" else 1
        for _ in range(raw["amount"] * step):
            day += timedelta(days=1)
            while day in skipped:
                day += timedelta(days=1)
        assert day.isoformat() == raw["counted"][-1]
    if {"day-only", "day-off-start"} & set(raw["notes"]):
        return datetime(day.year, day.month, day.day, tzinfo=zone) + timedelta(days=1)
    local = start.astimezone(zone)
    return datetime(day.year, day.month, day.day, local.hour, local.minute, local.second, tzinfo=zone, fold=1)


def test_an_explanation_alone_is_enough_to_count_again() -> None:
    dice = random.Random(7)
    for _ in range(1_000):
        question = replace(asked(dice), pauses=(), more=(), rolls=False, strict=False)
        if question.day_only:
            question = replace(question, start_zone=question.zone)
            question = replace(question, start=question.start.astimezone(ZoneInfo(question.zone)))
        found = explained(question)
        raw = found.as_dict()
        assert recounted(raw).astimezone(UTC) == found.due_at or "clock-change" in raw["notes"], raw
        assert Explanation.from_json(found.to_json()) == found


def test_every_counted_business_day_is_one_and_every_skipped_one_is_none() -> None:
    dice = random.Random(11)
    for _ in range(500):
        question = replace(asked(dice), unit="business-days", amount=20, pauses=(), more=(), rolls=False, strict=False)
        found = explained(question)
        assert all(works(day, question.country, question.zone) for day in found.counted)
        assert not any(works(each.date, question.country, question.zone) for each in found.skipped)

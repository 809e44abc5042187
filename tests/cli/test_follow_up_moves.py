"""Another day, and rest: by so many days or months, until a named time; and what `explain` tells of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.cli.conftest import Casebook


@pytest.fixture
def one(filled: Casebook, monkeypatch: pytest.MonkeyPatch) -> Casebook:
    """A casebook with a follow-up that is due at 14:00 in Singapore, on a Friday; it is three minutes past."""
    monkeypatch.setattr("casebook.cli.session.system_zone", lambda: "Asia/Singapore")
    filled.ok("follow-up", "add", "1", "--due", "2026-11-20 14:00", "--zone", "Asia/Singapore", "--reason", "Call")
    return filled


def test_moved_by_days_weeks_and_months(one: Casebook) -> None:
    # What has passed is put off from today, at the same time of day.
    one.wait(days=3)
    assert one.json("follow-up", "move", "1", "--by", "2d")["due_at"] == "2026-11-25T14:00:00+08:00"
    assert one.json("follow-up", "move", "1", "--by", "1 week")["due_at"] == "2026-12-02T14:00:00+08:00"
    assert one.json("follow-up", "move", "1", "--by", "-1d")["due_at"] == "2026-12-01T14:00:00+08:00"
    one.ok("follow-up", "move", "1", "--due", "2027-01-31 10:00", "--zone", "Asia/Singapore")
    assert one.json("follow-up", "move", "1", "--by", "1mo")["due_at"] == "2027-02-28T10:00:00+08:00"
    for wrong in ("soon", "3", "3h", "1.5d", ""):
        code = 1 if wrong else 2
        one.refused("follow-up", "move", "1", "--by", wrong, code=code)
    one.refused("follow-up", "move", "1", code=2)
    one.refused("follow-up", "move", "1", "--by", "1d", "--due", "2027-01-01", code=2)
    assert one.json("follow-up", "list")[0]["due_at"] == "2027-02-28T10:00:00+08:00"


def test_a_move_keeps_the_clock_time_over_a_change_of_clocks(one: Casebook) -> None:
    one.ok("follow-up", "move", "1", "--due", "2027-03-27 09:00", "--zone", "Europe/London")
    assert one.json("follow-up", "move", "1", "--by", "1d")["due_at"] == "2027-03-28T09:00:00+01:00"


def test_explain_tells_each_move_and_why(one: Casebook) -> None:
    one.ok("follow-up", "move", "1", "--due", "2026-11-23 09:00", "--zone", "Asia/Singapore", "--why", "Lily is away")
    moved = one.json("follow-up", "move", "1", "--by", "1d")
    assert moved["moved"] == ""  # the reason was that of the move before
    explained = one.json("explain", "1")
    assert [(m["from"], m["to"], m["why"]) for m in explained["moves"]] == [
        ("2026-11-20T14:00:00+08:00", "2026-11-23T09:00:00+08:00", "Lily is away"),
        ("2026-11-23T09:00:00+08:00", "2026-11-24T09:00:00+08:00", ""),
    ]
    words = one.ok("explain", "1").splitlines()
    assert len(words) == 3
    assert words[1].startswith("You moved it from ")
    assert words[1].endswith(": Lily is away")
    assert "改到" in one.ok("explain", "1", "--lang", "zh")


@pytest.mark.parametrize(
    ("name", "until"),
    [
        ("hour", "2026-11-20T07:03:00.000Z"),
        ("evening", "2026-11-20T10:00:00.000Z"),
        ("tomorrow", "2026-11-21T01:00:00.000Z"),
        ("business-day", "2026-11-23T01:00:00.000Z"),
    ],
)
def test_rest_until_a_named_time(one: Casebook, name: str, until: str) -> None:
    assert one.json("follow-up", "snooze", "1", "--until", name)["snoozed_until"] == until


def test_a_snooze_is_taken_back(one: Casebook) -> None:
    assert "does not rest" in one.refused("follow-up", "wake", "1")
    one.ok("follow-up", "snooze", "1", "--until", "tomorrow")
    assert one.json("due") == []
    assert one.json("follow-up", "wake", "1")["snoozed_until"] is None
    assert [row["id"] for row in one.json("due")] == [1]


def test_an_evening_that_is_over(one: Casebook) -> None:
    one.now = datetime(2026, 11, 19, 12, tzinfo=UTC)  # Thursday, 20:00 in Singapore
    assert "choose one of hour, tomorrow" in one.refused("follow-up", "snooze", "1", "--until", "evening")
    until = one.json("follow-up", "snooze", "1", "--until", "business-day")["snoozed_until"]
    assert until == one.json("follow-up", "snooze", "1", "--until", "tomorrow")["snoozed_until"]

"""Clocks of a case: the reminders they make, in both languages, and what may end them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from casebook import paths
from casebook.guide import Explanation, Guide
from casebook.guide.dates import clocks, moves
from casebook.guide.dates.moves import By, Moves
from casebook.guide.guide import Clock
from casebook.journal.errors import CasebookError
from casebook.journal.planning import CheckMark, Deadline, FirmRule
from casebook.journal.records import Contact
from casebook.journal.terms import Automatic, CheckState, DeadlineState, Direction
from casebook.journal.times import Precision, parse
from tests.guide.makers import AT, contact, firm

GUIDE = Guide.load(paths.resources() / "guides")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def clock(rule_id: str, start: str, *, language: str = "en", moved: Moves = moves.NONE, zone: str = "UTC") -> Clock:
    return GUIDE.clock(rule_id, parse(start, "Europe/London"), firm(), (), zone, NOW, language=language, moves=moved)


def rung(made: Clock) -> list[tuple[str, str]]:
    return [(ring.rule, ring.due.rfc3339) for ring in made.rings]


def test_a_door_that_opens_rings_when_it_does() -> None:
    made = clock("uk-final-response", "2026-11-18 10:00")
    assert rung(made) == [("uk-final-response:opens", "2027-01-13T10:00:00+00:00")]
    assert made.rings[0].reason.startswith("UK: eight weeks for the final response: Without a final response")
    assert Explanation.from_json(made.rings[0].explanation).comes == made.explanation.due_at


def test_a_right_that_ends_warns_twice_in_the_morning_of_where_the_user_is() -> None:
    made = clock("uk-ombudsman", "2026-11-18", zone="Asia/Shanghai", language="zh")
    assert made.explanation.until is not None
    assert made.explanation.until.isoformat() == "2027-05-19T00:00:00+01:00"  # the end of 18 May there
    assert rung(made) == [
        ("uk-ombudsman:warns", "2027-04-07T09:00:00+08:00"),
        ("uk-ombudsman:last", "2027-05-16T09:00:00+08:00"),
    ]
    assert made.rings[0].reason.startswith("即将到期：英国：")
    for ring in made.rings:
        assert Explanation.from_json(ring.explanation).comes == ring.due.utc
        assert ring.due.utc < made.explanation.until


def test_only_the_later_warning_rings_where_both_have_come() -> None:
    made = clock("uk-ombudsman", "2026-05-21")
    assert [name for name, _due in rung(made)] == ["uk-ombudsman:last"]


def test_both_ends_ring_and_an_owed_answer_rings_when_it_is_late() -> None:
    card = clock("card-not-provided", "2026-11-18 10:00")
    assert [name.split(":")[1] for name, _due in rung(card)] == ["opens", "warns", "last"]
    owed = clock("cfpb-answer", "2026-11-18 10:00")
    assert rung(owed) == [("cfpb-answer:opens", "2026-12-03T10:00:00+00:00")]


def test_more_time_moves_the_reminders() -> None:
    more = Moves((), (moves.extension(By.MONTHS, 2, why="complex"),))
    before, after = clock("data-access", "2026-01-30 10:00"), clock("data-access", "2026-01-30 10:00", moved=more)
    assert before.rings[0].due.utc < after.rings[0].due.utc
    assert before.rings[0].rule == after.rings[0].rule


def test_an_own_figure_goes_before_the_guides_and_says_so() -> None:
    record = FirmRule(1, 1, "mica-decision", True, "business-days", 45, None, "their terms, section 7", AT)
    made = GUIDE.clock("mica-decision", parse("2026-11-18 10:00", "UTC"), firm(), [record], "UTC", NOW)
    words = made.explanation.sentence("en")
    assert made.explanation.amount == 45
    assert "The figure is the firm's own, recorded by you on 20 Nov 2026: their terms, section 7." in words
    assert "Source: Commission Delegated Regulation" in words
    assert "由您于 2026年11月20日记录" in made.explanation.sentence("zh")
    assert Explanation.from_json(made.explanation.to_json()) == made.explanation


def test_a_rule_that_is_off_at_the_firm_is_not_offered_but_a_clock_of_it_still_counts() -> None:
    off = FirmRule(1, 1, "mica-decision", False, "", None, None, "not in the EU", AT)
    assert "mica-decision" not in GUIDE.rules_for([off])
    assert GUIDE.clock("mica-decision", parse("2026-11-18 10:00", "UTC"), firm(), [off], "UTC", NOW).rings
    with pytest.raises(CasebookError, match="no rule 'nothing'"):
        GUIDE.clock("nothing", parse("2026-11-18 10:00", "UTC"), firm(), (), "UTC", NOW)


@pytest.mark.parametrize(
    ("unit", "first", "last", "says"), [("fortnights", 1, None, "not a unit"), ("hours", 5, None, "")]
)
def test_an_own_figure_is_checked(unit: str, first: int, last: int | None, says: str) -> None:
    record = FirmRule(1, 1, "mail-nudge", True, unit, first, last, "seen", AT)
    if says:
        with pytest.raises(CasebookError, match=says):
            GUIDE.rules_for([record])
    else:
        assert GUIDE.rules_for([record])["mail-nudge"].not_before == first
    limit = FirmRule(1, 1, "uk-ombudsman", True, "months", 3, None, "their letter", AT)
    assert (
        GUIDE.rules_for([limit])["uk-ombudsman"].not_before,
        GUIDE.rules_for([limit])["uk-ombudsman"].not_after,
    ) == (
        None,
        3,
    )


def deadline(rule_id: str, start: str = "2026-11-18 10:00", precision: Precision = Precision.EXACT) -> Deadline:
    moment = parse(start, "Asia/Singapore", precision)
    return Deadline(7, 1, 1, rule_id, moment, "[]", "[]", "{}", DeadlineState.RUNNING, None, None, "", AT)


@pytest.mark.parametrize(
    ("given", "ends"),
    [
        (contact(2, "2026-11-19 10:00", Direction.IN), True),
        (contact(2, "2026-11-19 10:00", Direction.BOTH), True),
        (contact(2, "2026-11-19 10:00", Direction.OUT), False),
        (contact(2, "2026-11-19 10:00", Direction.IN, automatic=Automatic.AUTO_REPLY), False),
        (contact(2, "2026-11-19 10:00", Direction.IN, automatic=Automatic.BOUNCE), False),
        (contact(2, "2026-11-19 10:00", Direction.IN, bot=True), False),
        (contact(2, "2026-11-19 10:00", Direction.IN, text="Thank you for your patience."), False),
        (contact(2, "2026-11-18 09:59", Direction.IN), False),
        (contact(1, "2026-11-19 10:00", Direction.IN), False),
    ],
)
def test_what_may_end_a_clock(given: Contact, ends: bool) -> None:
    found = clocks.may_end(GUIDE.rules["uk-final-response"], deadline("uk-final-response"), [given])
    assert (found is not None) == ends
    # the end of a right is the user's own step: no answer of anybody ends it
    assert clocks.may_end(GUIDE.rules["uk-ombudsman"], deadline("uk-ombudsman"), [given]) is None
    assert clocks.may_end(None, deadline("gone"), [given]) is None


def test_the_first_answer_that_was_not_refused_is_asked_about() -> None:
    answers = [contact(n, f"2026-11-{20 + n} 10:00", Direction.IN) for n in (4, 2, 3)]
    rule, running = GUIDE.rules["uk-final-response"], deadline("uk-final-response")
    first = clocks.may_end(rule, running, answers)
    assert first is not None
    assert first.id == 2
    mark = CheckMark(1, 1, clocks.goes_on(7, 2), CheckState.NOT_NEEDED, "", AT)
    second = clocks.may_end(rule, running, answers, [mark])
    assert second is not None
    assert second.id == 3
    day = deadline("uk-final-response", "2026-11-22", Precision.DATE)
    after = clocks.may_end(rule, day, answers)
    assert after is not None
    assert after.id == 3


def test_the_guides_own_reason_is_told_in_the_readers_language() -> None:
    from casebook.journal.records import FollowUp
    from casebook.journal.terms import FollowUpState

    ring = clock("uk-ombudsman", "2026-11-18").rings[0]
    made = FollowUp(
        id=1, case_id=1, contact_id=None, promise_id=None, due=ring.due, reason=ring.reason, rule=ring.rule,
        explanation=ring.explanation, snoozed_until=None, shown_at=None, state=FollowUpState.OPEN, answered_at=None,
        answer="", recorded_at=AT,
    )  # fmt: skip
    assert clocks.told(GUIDE.rules, made, "zh") == (
        "即将到期：英国：向申诉专员申诉的六个月期限",
        "请在该日结束前向英国金融申诉专员服务机构提交申诉，或决定不申诉。",
    )
    english = clocks.told(GUIDE.rules, made, "en")
    assert english is not None
    assert english[0] == "Soon over: UK: six months to ask the ombudsman"
    assert english[1] in ring.reason
    assert clocks.told(GUIDE.rules, replace(made, reason="call Tom"), "zh") is None
    assert clocks.told(GUIDE.rules, replace(made, rule="mail-nudge"), "zh") is None

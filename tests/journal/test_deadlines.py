"""Deadlines and their reminders: set, moved, ended and dropped together; nothing rings once it was answered."""

from __future__ import annotations

from datetime import timedelta

import pytest

from casebook.journal import BadInput, Journal
from casebook.journal.planning import Ring
from casebook.journal.terms import DeadlineState, FollowUpState
from casebook.journal.times import Moment
from tests.conftest import HandClock
from tests.journal.makers import at, log

START, OPENS, LAST = at("2026-11-20 10:00"), at("2027-01-15 10:00"), at("2027-05-17 09:00")


@pytest.fixture
def case(journal: Journal) -> int:
    return journal.cases.add(journal.firms.add("Kestrel").made, "Withdrawal on hold").made


def rings(opens: Moment = OPENS, last: Moment = LAST) -> list[Ring]:
    return [
        Ring("uk:opens", opens, "the door is open", '{"x": 1}'),
        Ring("uk:last", last, "the door closes", '{"x": 1}'),
    ]


def states(journal: Journal, deadline: int) -> list[FollowUpState]:
    return [ring.state for ring in journal.deadlines.rings(deadline)]


def test_a_clock_makes_its_reminders_in_the_same_write(journal: Journal, case: int) -> None:
    contact = log(journal, case)
    made = journal.deadlines.add(case, "uk", START, "{}", contact_id=contact, rings=rings()).made
    found = journal.deadlines.rings(made)
    assert [(r.rule, r.due.utc, r.contact_id, r.deadline_id) for r in found] == [
        ("uk:opens", OPENS.utc, contact, made),
        ("uk:last", LAST.utc, contact, made),
    ]
    assert journal.follow_ups.of_case(case, open_only=True) == found


def test_a_refused_clock_leaves_nothing_behind(journal: Journal, case: int) -> None:
    broken = [*rings(), Ring("uk:x", LAST, " ", "{}")]
    with pytest.raises(BadInput, match="needs a reason"):
        journal.deadlines.add(case, "uk", START, "{}", rings=broken)
    assert journal.deadlines.of_case(case) == []
    assert journal.follow_ups.of_case(case) == []


def test_reminders_move_with_their_clock_and_keep_their_number(journal: Journal, case: int) -> None:
    made = journal.deadlines.add(case, "uk", START, "{}", rings=rings()).made
    first, second = journal.deadlines.rings(made)
    later = at("2027-03-15 10:00")
    journal.deadlines.move(
        made, '{"y": 2}', extensions='[{"months": 2, "why": "x"}]', rings=rings(later), why="complex"
    )
    moved = journal.follow_ups.get(first.id)
    assert (moved.due.utc, moved.moved, moved.explanation) == (later.utc, "complex", '{"x": 1}')
    assert journal.follow_ups.get(second.id) == second
    assert journal.deadlines.get(made).explanation == '{"y": 2}'


def test_one_that_was_done_rings_again_when_its_day_moves_on_and_a_dropped_one_does_not(
    journal: Journal, case: int
) -> None:
    made = journal.deadlines.add(case, "uk", START, "{}", rings=rings()).made
    first, second = journal.deadlines.rings(made)
    journal.follow_ups.done(first.id, "asked")
    journal.follow_ups.drop(second.id, "not wanted")
    journal.deadlines.move(made, "{}", rings=rings(at("2027-03-15 10:00"), at("2027-07-15 10:00")))
    assert journal.follow_ups.get(first.id).state is FollowUpState.OPEN
    assert journal.follow_ups.get(second.id).state is FollowUpState.DROPPED


def test_one_that_was_done_stays_done_where_the_new_day_is_past(journal: Journal, case: int, clock: HandClock) -> None:
    made = journal.deadlines.add(case, "uk", START, "{}", rings=rings()).made
    first = journal.deadlines.rings(made)[0]
    journal.follow_ups.done(first.id)
    clock.now = OPENS.utc + timedelta(days=90)
    journal.deadlines.move(made, "{}", rings=rings(at("2027-02-01 10:00")))
    assert journal.follow_ups.get(first.id).state is FollowUpState.DONE


@pytest.mark.parametrize("drop", [False, True])
def test_reminders_are_answered_with_their_clock_and_run_on_with_it(journal: Journal, case: int, drop: bool) -> None:
    made = journal.deadlines.add(case, "uk", START, "{}", rings=rings()).made
    first, second = journal.deadlines.rings(made)
    journal.follow_ups.done(first.id, "asked before")
    if drop:
        journal.deadlines.drop(made, "set in error")
    else:
        journal.deadlines.end(made, contact_id=log(journal, case), answer="they refused")
    closed = journal.follow_ups.get(second.id)
    assert closed.state is (FollowUpState.DROPPED if drop else FollowUpState.DONE)
    assert closed.answer == ("set in error" if drop else "they refused")
    assert journal.follow_ups.due(LAST.utc + timedelta(days=1)) == []
    journal.deadlines.reopen(made, rings())
    assert journal.deadlines.get(made).state is DeadlineState.RUNNING
    assert states(journal, made) == [FollowUpState.DONE, FollowUpState.OPEN], "what was done before stays done"
    with pytest.raises(BadInput, match="runs already"):
        journal.deadlines.reopen(made)

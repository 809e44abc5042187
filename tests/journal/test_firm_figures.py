"""What is counted of a firm: answer times by channel, promises, silence, what is at stake."""

import json
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

import pytest

from casebook.journal import Journal, NotFound
from casebook.journal.planning import Details
from casebook.journal.terms import Automatic, Channel, Direction, PromiseState
from casebook.journal.times import Moment, Precision
from tests.journal.makers import at, log, mail

OUT, IN, BOTH = Direction.OUT, Direction.IN, Direction.BOTH


def say(journal: Journal, case_id: int, lines: Sequence[tuple[str, Direction]], **more: object) -> list[int]:
    return [log(journal, case_id, happened=at(f"2026-11-{when}"), direction=way, **more) for when, way in lines]


def firm_of(journal: Journal, case_id: int) -> int:
    return journal.cases.get(case_id).firm_id


def test_an_answer_is_timed_from_the_first_message_that_nobody_had_answered(journal: Journal, case_id: int) -> None:
    say(journal, case_id, [("10 09:00", OUT), ("10 11:00", OUT), ("10 13:00", IN), ("10 14:00", IN)])
    say(journal, case_id, [("11 09:00", OUT), ("11 10:00", IN)])
    say(journal, case_id, [("12 08:00", OUT), ("12 20:00", IN)], channel=Channel.EMAIL)
    figures = journal.firm_figures.of_firm(firm_of(journal, case_id))
    found = {each.channel: each for each in figures.answers}
    assert found[Channel.CHAT].times == (timedelta(hours=1), timedelta(hours=4))
    assert found[Channel.CHAT].mean == found[Channel.CHAT].median == timedelta(hours=2, minutes=30)
    assert found[Channel.EMAIL].times == (timedelta(hours=12),)
    assert [each.channel for each in figures.answers] == [Channel.CHAT, Channel.EMAIL]


def test_no_robot_no_bounce_and_no_help_centre_answers(journal: Journal, case_id: int) -> None:
    say(journal, case_id, [("10 09:00", OUT)])
    say(journal, case_id, [("10 09:01", IN)], bot=True)
    say(journal, case_id, [("10 09:02", IN)], channel=Channel.HELP_CENTRE)
    journal.mail.add([mail(1, sent=at("2026-11-10 09:03"), automatic=Automatic.AUTO_REPLY)], case_id=case_id)
    figures = journal.firm_figures.of_firm(firm_of(journal, case_id))
    assert figures.answers == ()
    assert figures.silence is not None
    assert figures.silence.until is None
    say(journal, case_id, [("10 15:00", IN)])
    figures = journal.firm_figures.of_firm(firm_of(journal, case_id))
    assert [each.times for each in figures.answers] == [(timedelta(hours=6),)]
    assert figures.silence is not None
    assert (figures.silence.span, figures.silence.case_id) == (timedelta(hours=6), case_id)


def test_days_without_a_time_make_no_hours_and_a_noted_wait_does(journal: Journal, case_id: int) -> None:
    day = at("2026-11-10 00:00")
    log(journal, case_id, direction=OUT, happened=Moment(day.utc, day.zone, day.offset, Precision.DATE, day.known))
    say(journal, case_id, [("11 09:00", IN)])
    say(journal, case_id, [("12 09:00", BOTH)], details=Details(waited=90))
    figures = journal.firm_figures.of_firm(firm_of(journal, case_id))
    assert figures.undated == 1
    assert [(each.channel, each.times) for each in figures.answers] == [(Channel.CHAT, (timedelta(seconds=90),))]


def test_the_bin_does_not_count_and_another_firm_neither(journal: Journal, case_id: int) -> None:
    firm = firm_of(journal, case_id)
    other = journal.cases.add(journal.firms.add("Northbank").made, "Other", amount="7", asset="EUR").made
    for case in (case_id, other):
        say(journal, case, [("10 09:00", OUT), ("10 10:00", IN)])
        journal.promises.add(case, "within 24 h")
    gone = journal.cases.add(firm, "Gone", amount="5", asset="BTC").made
    say(journal, gone, [("10 09:00", OUT), ("10 19:00", IN)])
    journal.promises.add(gone, "never")
    journal.bin.delete_case(gone)
    figures = journal.firm_figures.of_firm(firm)
    assert [each.times for each in figures.answers] == [(timedelta(hours=1),)]
    assert figures.promises[PromiseState.OPEN] == 1
    assert "BTC" not in {asset for _, asset in figures.stakes}
    assert figures.open_cases == 1


def test_promises_and_stakes_are_added_up(journal: Journal, case_id: int) -> None:
    firm = firm_of(journal, case_id)
    journal.cases.edit(case_id, amount="1000.10", asset="USDT")
    second = journal.cases.add(firm, "Second", amount="0.20", asset="USDT").made
    closed = journal.cases.add(firm, "Closed", amount="9", asset="USDT").made
    journal.cases.close(closed)
    for words, state in (("a", PromiseState.KEPT), ("b", PromiseState.BROKEN), ("c", PromiseState.BROKEN)):
        made = journal.promises.add(second, words).made
        journal.promises.resolve(made, state, "seen")
    journal.promises.add(case_id, "late", due=at("2020-01-01 10:00"))
    figures = journal.firm_figures.of_firm(firm)
    assert figures.stakes == ((Decimal("1000.30"), "USDT"),)
    assert (figures.open_cases, figures.closed_cases, figures.late) == (2, 1, 1)
    assert figures.kept_share == pytest.approx(1 / 3)
    assert json.dumps({str(state): n for state, n in figures.promises.items() if n}) == (
        '{"open": 1, "kept": 1, "broken": 2}'
    )


def test_a_closed_case_is_not_silent_for_ever(journal: Journal, case_id: int) -> None:
    say(journal, case_id, [("10 09:00", OUT)])
    journal.cases.close(case_id)
    closed = journal.cases.get(case_id).closed_at
    silence = journal.firm_figures.of_firm(firm_of(journal, case_id)).silence
    assert silence is not None
    assert silence.until == closed


def test_a_firm_without_a_record_has_empty_figures(journal: Journal) -> None:
    figures = journal.firm_figures.of_firm(journal.firms.add("New").made)
    assert (figures.answers, figures.silence, figures.stakes, figures.kept_share) == ((), None, (), None)
    with pytest.raises(NotFound):
        journal.firm_figures.of_firm(99)

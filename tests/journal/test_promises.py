"""Promises and requests ring at their date, and whatever answers them answers their reminder in the same write."""

from datetime import UTC, datetime, timedelta

import pytest

from casebook.journal import BadInput, Journal, NotFound
from casebook.journal.kinds.reminding import asks_at, reminds_at
from casebook.journal.records import FollowUp, Promise, Request
from casebook.journal.terms import FollowUpState, PromiseState, RequestState
from casebook.journal.times import Moment, Precision, moment
from tests.conftest import HandClock
from tests.journal.makers import at, log, picture

LATER = at("2027-06-01 09:00").utc


def promised(journal: Journal, case_id: int, due: Moment | None = None, **more: object) -> Promise:
    made = journal.promises.add(case_id, "released within 24 hours", due=due, **more)  # type: ignore[arg-type]
    return journal.promises.get(made.made)


def asked(journal: Journal, case_id: int, due: Moment | None = None, **more: object) -> Request:
    made = journal.requests.add(case_id, "a photo of the card", due=due, **more)  # type: ignore[arg-type]
    return journal.requests.get(made.made)


def ringing(journal: Journal, now: datetime = LATER) -> list[FollowUp]:
    return [row.follow_up for row in journal.follow_ups.due(now)]


def test_a_promise_rings_when_its_time_is_up_and_not_a_moment_earlier(journal: Journal, case_id: int) -> None:
    due = at("2026-11-21 14:03")
    promise = promised(journal, case_id, due, contact_id=log(journal, case_id))
    assert ringing(journal, due.utc - timedelta(milliseconds=1)) == []
    [reminder] = ringing(journal, due.utc)
    assert (reminder.promise_id, reminder.contact_id, reminder.due) == (promise.id, promise.contact_id, due)
    assert reminder.reason == "Promised: “released within 24 hours”. Kept or broken?"


def test_a_promise_for_a_day_is_asked_about_in_the_evening_there(journal: Journal, case_id: int) -> None:
    promised(journal, case_id, at("2026-11-21"))
    [reminder] = ringing(journal)
    assert reminder.due.rfc3339 == "2026-11-21T18:00:00+08:00"
    # The morning after the clocks go back in Berlin: the evening is still the evening there.
    assert asks_at(at("2026-10-25", "Europe/Berlin")).rfc3339 == "2026-10-25T18:00:00+01:00"


@pytest.mark.parametrize(("due", "ring"), [(None, "x {words}"), (at("2026-11-21"), "")])
def test_without_a_date_or_unasked_nothing_rings(journal: Journal, case_id: int, due: Moment | None, ring: str) -> None:
    promised(journal, case_id, due, ring=ring)
    asked(journal, case_id, due, ring=ring)
    assert journal.follow_ups.of_case(case_id) == []


def test_words_with_braces_and_long_ones_ring_as_well(journal: Journal, case_id: int) -> None:
    journal.promises.add(case_id, "{0} " + "never\n" * 200, due=at("2026-11-21"), ring="“{words}”?")
    [reminder] = ringing(journal)
    assert reminder.reason.startswith("“{0} never never ")
    assert len(reminder.reason) == 203


@pytest.mark.parametrize(
    "state", [PromiseState.KEPT, PromiseState.BROKEN, PromiseState.UNKNOWN, PromiseState.WITHDRAWN]
)
def test_an_answer_silences_the_reminder_and_taking_it_back_rings_again(
    journal: Journal, case_id: int, clock: HandClock, state: PromiseState
) -> None:
    promise = promised(journal, case_id, at("2026-11-21 14:03"))
    clock.now = at("2026-11-21 15:00").utc
    journal.promises.resolve(promise.id, state, "the balance shows it")
    assert ringing(journal) == []
    [reminder] = journal.follow_ups.of_case(case_id)
    assert (reminder.state, reminder.answer) == (FollowUpState.DONE, "the balance shows it")
    clock.now += timedelta(minutes=5)
    journal.promises.resolve(promise.id, PromiseState.OPEN)
    assert [each.id for each in ringing(journal)] == [reminder.id]
    assert journal.promises.get(promise.id).resolved_at is None


def test_a_reminder_that_was_done_before_stays_done(journal: Journal, case_id: int, clock: HandClock) -> None:
    promise = promised(journal, case_id, at("2026-11-21 14:03"))
    journal.follow_ups.done(journal.follow_ups.of_case(case_id)[0].id, "asked them")
    clock.now += timedelta(hours=1)
    journal.promises.resolve(promise.id, PromiseState.UNKNOWN)
    journal.promises.resolve(promise.id, PromiseState.OPEN)
    assert ringing(journal) == []


@pytest.mark.parametrize("note", ["", "  \n"])
def test_broken_needs_to_be_known_and_unknown_does_not(journal: Journal, case_id: int, note: str) -> None:
    promise = promised(journal, case_id, at("2026-11-21"))
    with pytest.raises(BadInput, match="say how you know"):
        journal.promises.resolve(promise.id, PromiseState.BROKEN, note)
    assert journal.promises.get(promise.id).state is PromiseState.OPEN
    assert len(ringing(journal)) == 1
    journal.promises.resolve(promise.id, PromiseState.UNKNOWN, note)
    assert journal.promises.get(promise.id).state is PromiseState.UNKNOWN


def test_a_promise_names_an_exhibit_of_its_own_case(journal: Journal, case_id: int) -> None:
    contact = journal.contacts.get(log(journal, case_id, attachments=[picture()]))
    promise = promised(journal, case_id, contact_id=contact.id, exhibit_id=contact.exhibits[0].id)
    assert promise.exhibit_id == contact.exhibits[0].id
    other = journal.cases.add(journal.cases.get(case_id).firm_id, "another").made
    for wrong in ({"exhibit_id": contact.exhibits[0].id}, {"exhibit_id": 99}, {"contact_id": contact.id}):
        with pytest.raises(BadInput):
            journal.promises.add(other, "soon", **wrong)  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        journal.promises.add(other, "soon", contact_id=99)
    assert journal.promises.of_case(other) == []


def test_another_date_moves_the_reminder_and_nothing_else(journal: Journal, case_id: int) -> None:
    promise = promised(journal, case_id, at("2026-11-21 14:03"))
    own = journal.follow_ups.add(case_id, at("2026-11-22 09:00"), "look at the balance", promise_id=promise.id).made
    journal.promises.edit(promise.id, due=at("2026-11-24 10:00"), agent="Lily")
    changed = journal.promises.get(promise.id)
    assert (changed.agent, changed.due, changed.text) == ("Lily", at("2026-11-24 10:00"), promise.text)
    assert {f.id: f.due for f in ringing(journal)} == {1: at("2026-11-24 10:00"), own: at("2026-11-22 09:00")}
    journal.promises.edit(promise.id, due=None)
    assert [f.id for f in ringing(journal)] == [own]
    journal.promises.edit(promise.id, due=at("2026-11-25"))
    assert [f.due.rfc3339 for f in ringing(journal)] == ["2026-11-22T09:00:00+08:00", "2026-11-25T18:00:00+08:00"]


def test_a_reminder_the_user_moved_is_not_moved_back(journal: Journal, case_id: int) -> None:
    promise = promised(journal, case_id, at("2026-11-21 14:03"))
    journal.follow_ups.reschedule(1, at("2026-11-30 09:00"))
    journal.promises.edit(promise.id, due=at("2026-11-24 10:00"))
    assert [f.due for f in ringing(journal)] == [at("2026-11-30 09:00")]


NOON = at("2026-11-20 12:00")


@pytest.mark.parametrize(
    ("due", "rings"),
    [
        ("2026-11-30 18:00", "2026-11-29 18:00"),  # a day before
        ("2026-11-30", "2026-11-29 09:00"),  # of a whole day: on the morning before
        ("2026-11-21 12:00", "2026-11-21 00:00"),  # a day before is now: half-way
        ("2026-11-20 13:00", "2026-11-20 12:30"),
        ("2026-11-20", "2026-11-20 15:00"),  # today, until the evening
        ("2026-11-19 10:00", "2026-11-19 10:00"),  # over already
        ("2026-11-19", "2026-11-19 18:00"),
    ],
)
def test_a_request_rings_while_there_is_time_left(due: str, rings: str) -> None:
    assert reminds_at(at(due), NOON.utc) == at(rings)


def test_a_request_knows_its_date_and_whether_it_proves_who_one_is(
    journal: Journal, case_id: int, clock: HandClock
) -> None:
    clock.now = NOON.utc
    request = asked(journal, case_id, at("2026-11-24"), identity=True)
    assert (request.due, request.identity) == (at("2026-11-24"), True)
    [reminder] = ringing(journal)
    assert (reminder.request_id, reminder.due) == (request.id, at("2026-11-23 09:00"))
    assert reminder.reason == "Supply “a photo of the card” by 2026-11-24"
    assert journal.requests.running_out(at("2026-11-23 23:59").utc) == []
    assert journal.requests.running_out(at("2026-11-24").utc) == [request]
    journal.requests.edit(request.id, due=at("2026-11-28 12:00"), identity=False)
    assert [f.due for f in ringing(journal)] == [at("2026-11-27 12:00")]
    assert journal.requests.get(request.id).identity is False


def test_a_request_is_supplied_with_a_contact_at_its_time(journal: Journal, case_id: int, clock: HandClock) -> None:
    request = asked(journal, case_id, at("2026-11-24"))
    sent = log(journal, case_id, "here it is", happened=at("2026-11-22 10:00"))
    journal.requests.supply(request.id, contact_id=sent)
    done = journal.requests.get(request.id)
    assert (done.state, done.supplied_contact_id, done.supplied_at) == (
        RequestState.SUPPLIED,
        sent,
        at("2026-11-22 10:00").utc,
    )
    assert ringing(journal) == []
    assert journal.requests.running_out(LATER) == []
    clock.now = NOON.utc
    journal.requests.reopen(request.id)
    again = journal.requests.get(request.id)
    assert (again.state, again.supplied_contact_id, again.supplied_at) == (RequestState.OPEN, None, None)
    assert [f.request_id for f in ringing(journal)] == [request.id]
    with pytest.raises(BadInput, match="open already"):
        journal.requests.reopen(request.id)


def test_a_request_is_supplied_at_a_time_that_is_named(journal: Journal, case_id: int) -> None:
    request = asked(journal, case_id)
    other = journal.cases.add(journal.cases.get(case_id).firm_id, "another").made
    with pytest.raises(BadInput, match="is not in C-"):
        journal.requests.supply(request.id, contact_id=log(journal, other))
    journal.requests.supply(request.id, at=at("2026-11-19 08:00").utc)
    assert journal.requests.get(request.id).supplied_at == at("2026-11-19 08:00").utc


def test_what_lies_in_the_bin_does_not_run_out(journal: Journal, case_id: int) -> None:
    asked(journal, case_id, at("2026-11-24"))
    journal.bin.delete_case(case_id)
    assert journal.requests.running_out(LATER) == []


def test_a_refused_write_leaves_no_reminder(journal: Journal, case_id: int) -> None:
    before = journal.ledger.head()
    for call in (
        lambda: promised(journal, case_id, at("2026-11-21"), contact_id=99),
        lambda: asked(journal, case_id, at("2026-11-21"), contact_id=99),
    ):
        with pytest.raises(NotFound):
            call()
    assert journal.ledger.head() == before
    assert journal.follow_ups.of_case(case_id) == []


def test_a_day_is_over_at_its_midnight() -> None:
    assert at("2026-11-21").end == at("2026-11-22 00:00").utc
    assert at("2026-11-21 14:03").end == at("2026-11-21 14:03").utc
    # 25 hours long, and 23.
    assert at("2026-10-25", "Europe/Berlin").end == datetime(2026, 10, 25, 23, tzinfo=UTC)
    assert at("2026-03-29", "Europe/Berlin").end == datetime(2026, 3, 29, 22, tzinfo=UTC)
    there = moment(datetime(2026, 11, 20, 16, tzinfo=UTC), "+08:00", Precision.DATE)
    assert there.end == datetime(2026, 11, 21, 16, tzinfo=UTC)

"""The history of a case, read back from the ledger."""

from datetime import timedelta
from typing import Any

from casebook.journal import Journal
from casebook.journal.changes import Kind
from casebook.journal.proof.history import Event
from casebook.journal.times import Moment
from tests.conftest import HandClock
from tests.journal.makers import at, log, mail, picture


def changes(event: Event) -> dict[str, tuple[Any, Any]]:
    return {change.field: (change.before, change.after) for change in event.changed}


def test_each_change_is_told_with_what_stood_there_before(journal: Journal, case_id: int) -> None:
    contact = log(journal, case_id, "They paid", agent="Lily", tickets=["T-1"], attachments=[picture()])
    journal.contacts.amend(contact, "misread", text="They will pay", happened=at("2026-11-20 15:00"))
    journal.cases.close(case_id, "paid")
    told = journal.history.of_case(case_id)
    assert [event.what for event in told] == [
        "case.closed",
        "contact.amended",
        "contact.fact-changed",
        "contact.fact-changed",
        "exhibit.added",
        "ticket.added",
        "contact.logged",
        "case.opened",
    ]
    by_what = {event.what: event for event in told}
    amended = by_what["contact.amended"]
    assert (amended.kind, amended.id, amended.case_id, amended.first, amended.erased) == (
        Kind.CONTACT,
        contact,
        case_id,
        False,
        False,
    )
    assert changes(amended) == {
        "text": ("They paid", "They will pay"),
        "happened": (at("2026-11-20 14:03"), at("2026-11-20 15:00")),
    }
    assert isinstance(amended.facts["happened"], Moment)
    closed = by_what["case.closed"]
    assert set(changes(closed)) == {"status", "outcome", "closed_at"}
    assert changes(closed)["status"] == ("open", "closed")
    assert by_what["exhibit.added"].label == "EX-1"
    assert by_what["ticket.added"].label == "T-1"
    assert closed.label == f"C-{case_id}"
    logged = by_what["contact.logged"]
    assert logged.first
    assert changes(logged)["tickets"] == (None, ("T-1",))
    assert "case_id" not in changes(logged)


def test_it_can_be_read_page_by_page_and_for_one_record(journal: Journal, case_id: int) -> None:
    first = log(journal, case_id, "one")
    for words in ("two", "three", "four"):
        log(journal, case_id, words)
    journal.contacts.amend(first, "typo", text="One")
    whole = journal.history.of_case(case_id)
    page = journal.history.of_case(case_id, limit=2)
    more = journal.history.of_case(case_id, before=page[-1].number, limit=100)
    assert [*page, *more] == whole
    assert [event.what for event in journal.history.of_record(Kind.CONTACT, first)] == [
        "contact.amended",
        "contact.logged",
    ]
    assert len(journal.history.of_all()) == journal.ledger.head().number


def test_a_mail_comes_into_the_history_of_the_case_it_is_filed_in(journal: Journal, case_id: int) -> None:
    journal.mail.add([mail(1)])
    assert [event.what for event in journal.history.of_case(case_id)] == ["case.opened"]
    (waiting,) = journal.inbox.waiting()
    journal.inbox.file([waiting.contact_id], case_id)
    filed = journal.history.of_case(case_id)[0]
    assert filed.what == "mail.filed"
    assert not filed.first
    assert changes(filed)["case_id"] == (None, case_id)


def test_erased_words_are_said_to_be_erased_and_nothing_is_made_up_for_them(
    journal: Journal, case_id: int, clock: HandClock
) -> None:
    contact = log(journal, case_id, "a password")
    journal.contacts.amend(contact, "wrong", text="nothing")
    journal.bin.delete_contact(contact)
    clock.now += timedelta(days=40)
    journal.bin.empty(clock())
    told = [event for event in journal.history.of_case(case_id) if event.which == f"contact:{contact}"]
    assert [(event.what, event.erased) for event in told] == [
        ("contact.erased", False),
        ("contact.deleted", True),
        ("contact.amended", True),
        ("contact.logged", True),
    ]
    assert all(event.changed == () for event in told)

"""The grace in which a contact is still being written down, and the lock after it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from casebook.journal import BadInput, Journal
from tests.conftest import HandClock, finished
from tests.journal.makers import log, mail


def corrected(journal: Journal, contact_id: int, **fields: object) -> bool:
    """Change a contact without a reason; return False where it is locked."""
    try:
        journal.contacts.change(contact_id, **fields)
    except BadInput as error:
        if "is locked" not in str(error):
            raise
        return False
    return True


def test_a_slip_is_put_right_without_an_amendment(journal: Journal, case_id: int, clock: HandClock) -> None:
    contact_id = log(journal, case_id, "Relased in 24 hours", agent="Lilly")
    assert not journal.contacts.is_locked(journal.contacts.get(contact_id), clock.now)
    changes = journal.contacts.change(contact_id, text="Released in 24 hours", agent="Lily")
    assert changes.made == contact_id
    contact = journal.contacts.get(contact_id)
    assert (contact.text, contact.agent, contact.amended) == ("Released in 24 hours", "Lily", False)
    assert journal.contacts.amendments(contact_id) == []
    assert [hit.id for hit in journal.search.find("released")] == [contact_id]
    assert finished(journal.verify()).ok
    with pytest.raises(BadInput, match="nothing would change"):
        journal.contacts.change(contact_id, agent="Lily")


def test_the_ledger_keeps_what_was_put_right(journal: Journal, case_id: int) -> None:
    contact_id = log(journal, case_id, "first")
    journal.contacts.change(contact_id, text="second")
    told = [
        (entry.what, json.loads(payload)["text"])
        for entry, payload, _ in journal.ledger.walk()
        if payload and entry.which == f"contact:{contact_id}"
    ]
    assert told == [("contact.logged", "first"), ("contact.corrected", "second")]


def test_after_the_grace_a_change_needs_a_reason_and_keeps_the_words(
    journal: Journal, case_id: int, clock: HandClock
) -> None:
    contact_id = log(journal, case_id, "Released in 24 hours")
    recorded = journal.contacts.get(contact_id).recorded_at
    clock.now = recorded + timedelta(minutes=14, seconds=50)
    assert corrected(journal, contact_id, text="Released in 48 hours")
    clock.now = recorded + timedelta(minutes=15)
    assert journal.contacts.is_locked(journal.contacts.get(contact_id), clock.now)
    assert not corrected(journal, contact_id, text="Released in 72 hours")
    assert journal.contacts.get(contact_id).text == "Released in 48 hours"
    journal.contacts.change(contact_id, "misheard", text="Released in 72 hours")
    assert journal.contacts.get(contact_id).amended
    assert [(a.before, a.after, a.reason) for a in journal.contacts.amendments(contact_id)] == [
        ("Released in 48 hours", "Released in 72 hours", "misheard")
    ]


def test_a_reason_makes_it_an_amendment_at_once_and_locks_it(journal: Journal, case_id: int) -> None:
    contact_id = log(journal, case_id, "first")
    journal.contacts.change(contact_id, "second thoughts", text="second")
    assert [a.before for a in journal.contacts.amendments(contact_id)] == ["first"]
    assert not corrected(journal, contact_id, text="third")


@pytest.mark.parametrize(("minutes", "after", "locked"), [(0, 0, True), (60, 59, False), (60, 60, True)])
def test_the_grace_is_a_choice(
    journal: Journal, case_id: int, clock: HandClock, minutes: int, after: int, locked: bool
) -> None:
    journal.preferences.set(grace_minutes=minutes)
    contact_id = log(journal, case_id, "first")
    clock.now = journal.contacts.get(contact_id).recorded_at + timedelta(minutes=after)
    assert corrected(journal, contact_id, text="second") is not locked


def test_a_clock_set_back_opens_nothing_again(journal: Journal, case_id: int, clock: HandClock) -> None:
    contact_id = log(journal, case_id, "first")
    clock.now -= timedelta(days=1)
    assert not corrected(journal, contact_id, text="second")


def test_what_a_mail_says_is_locked_from_the_start(journal: Journal, case_id: int) -> None:
    (contact_id,) = journal.mail.add([mail(1)], case_id=case_id).contacts
    assert not corrected(journal, contact_id, text="something else")


def test_nothing_else_gets_through_the_correction(journal: Journal, case_id: int, clock: HandClock) -> None:
    contact_id = log(journal, case_id, "first")
    with pytest.raises(BadInput, match="cannot be edited"):
        journal.contacts.change(contact_id, recorded_at=clock.now)

"""Imported mails: threads by their ids, the inbox, and the same mail twice."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebook.journal import BadInput, Journal, Kind
from casebook.journal.incoming import NewMail, Placing
from casebook.journal.terms import Channel, Direction, Why
from tests.conftest import HandClock
from tests.journal.makers import mail, picture

OWN = {"lin@example.org"}


def test_a_mail_is_a_contact_with_its_bytes(journal: Journal, case_id: int) -> None:
    [contact_id] = journal.mail.add([mail(1, attachments=(picture("a.pdf"),))], case_id=case_id, own=OWN).contacts
    contact = journal.contacts.get(contact_id)
    assert (contact.channel, contact.direction, contact.agent) == (Channel.EMAIL, Direction.IN, "Kestrel Support")
    assert [e.label for e in contact.exhibits] == ["EX-1"]
    assert journal.mail.raw(contact_id) == mail(1).raw
    assert journal.mail.of_contact(contact_id).message_id == "1@test"


def test_direction_comes_from_the_own_addresses(journal: Journal, case_id: int) -> None:
    assert journal.accounts.own_addresses() == OWN
    [contact_id] = journal.mail.add([mail(1, sender="lin@example.org")], case_id=case_id, own=OWN).contacts
    assert journal.contacts.get(contact_id).direction is Direction.OUT


def test_the_same_mail_again_adds_nothing(journal: Journal, case_id: int) -> None:
    journal.mail.add([mail(1), mail(2)], case_id=case_id)
    again = journal.mail.add([mail(2), mail(3), mail(3)], case_id=case_id)
    assert (again.filed, again.known) == (1, 2)
    assert len(journal.contacts.of_case(case_id)) == 3


def test_a_mail_without_a_date_is_about_now(journal: Journal, case_id: int, clock: HandClock) -> None:
    [contact_id] = journal.mail.add([mail(1, sent=None)], case_id=case_id).contacts
    happened = journal.contacts.get(contact_id).happened
    assert (happened.precision, happened.known) == ("about", "unknown")
    assert happened.utc <= clock.now


def test_a_mail_waits_then_takes_its_thread_along(journal: Journal, case_id: int) -> None:
    added = journal.mail.add([mail(1, attachments=(picture(),)), mail(2)])
    assert (added.waiting, added.filed) == (2, 0)
    second, first = journal.inbox.waiting()
    journal.inbox.file([first.contact_id], case_id)
    assert [e.label for e in journal.exhibits.of_case(case_id)] == ["EX-1"]
    assert journal.mail.add([mail(3, references=("1@test",))]).filed == 1
    journal.inbox.discard([second.contact_id])
    assert journal.inbox.waiting() == []
    assert journal.mail.add([mail(2)]).known == 1
    journal.inbox.restore([second.contact_id])
    assert [row.contact_id for row in journal.inbox.waiting()] == [second.contact_id]
    with pytest.raises(BadInput):
        journal.inbox.file([first.contact_id], case_id)


def test_waiting_mails_are_found_by_the_firms_ticket_number(journal: Journal, case_id: int) -> None:
    journal.tickets.add(case_id, "T-99812")
    journal.mail.add([mail(1, subject="Re: [T-99812] Withdrawal"), mail(2, subject="Re: [T-998123] Withdrawal")])
    (row, other) = sorted(journal.inbox.waiting(), key=lambda each: each.contact_id)
    assert journal.known_by.named_in_inbox(["T-99812", "T-1"]) == {"T-99812": {row.contact_id}}
    journal.inbox.file([other.contact_id], case_id)
    assert journal.known_by.named_in_inbox(["T-998123"]) == {}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(list(range(6))), st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=6))
def test_threads_do_not_depend_on_the_order_of_arrival(
    journal: Journal, order: list[int], links: set[tuple[int, int]]
) -> None:
    run = journal.ledger.size()
    names = [f"{run}-{n}@test" for n in range(6)]
    group = {n: {n} for n in range(6)}
    for a, b in links:
        joined = group[a] | group[b]
        for n in joined:
            group[n] = joined
    made = {}
    for n in order:
        references = tuple(names[a] for a, b in sorted(links) if b == n)
        one = mail(n, raw=names[n].encode(), message_id=names[n], references=references, in_reply_to=())
        [made[n]] = journal.mail.add([one]).changes.ids[Kind.MAIL]
    thread = {n: journal.mail.of_contact(contact_id).thread_id for n, contact_id in made.items()}
    assert all((thread[a] == thread[b]) == (b in group[a]) for a in range(6) for b in range(6))


def test_a_thread_merges_when_the_missing_mail_arrives(journal: Journal) -> None:
    journal.mail.add([mail(1), mail(3, references=("2@test",))])
    threads = {row.thread_id for row in journal.inbox.waiting()}
    assert len(threads) == 2
    journal.mail.add([mail(2, references=("1@test",))])
    [thread] = {row.thread_id for row in journal.inbox.waiting()}
    assert len(journal.mail.thread(thread)) == 3


def test_a_copy_from_elsewhere_is_kept_beside_the_first(journal: Journal, case_id: int) -> None:
    first = mail(1, essence="e1", source="inbox.eml")
    other = mail(1, raw=b"X-GM-THRID: 5\r\n" + first.raw, essence="e1", source="takeout.mbox #7")
    [contact_id] = journal.mail.add([first], case_id=case_id).contacts
    added = journal.mail.add([other])
    assert (added.filed, added.waiting, added.known, added.copies) == (0, 0, 1, 1)
    [copy] = journal.mail.copies(contact_id)
    assert (copy.source, journal.mail.copy_raw(copy)) == ("takeout.mbox #7", other.raw)
    assert journal.mail.raw(contact_id) == first.raw
    assert added.changes.cases == {case_id}
    again = journal.mail.add([other, first])
    assert (again.known, again.copies) == (2, 0)
    assert len(journal.mail.copies(contact_id)) == 1


def test_what_places_a_mail_is_asked_once_and_obeyed_when_certain(journal: Journal, case_id: int) -> None:
    asked: list[tuple[str, int]] = []

    def place(new: NewMail, thread: int) -> Placing | None:
        asked.append((new.message_id, thread))
        sure = {"1@test": True, "2@test": False}.get(new.message_id)
        return None if sure is None else Placing(case_id, Why.TICKET, "T-1", certain=sure)

    added = journal.mail.add([mail(1), mail(2), mail(3), mail(4, references=("1@test",))], place=place)
    assert (added.filed, added.waiting) == (1, 3)
    assert [p.why if p else None for p in added.placed.values()] == [Why.TICKET, Why.TICKET, None, None]
    assert [name for name, _thread in asked] == ["1@test", "2@test", "3@test", "4@test"]
    assert asked[3][1] == asked[0][1]
    assert journal.contacts.get(added.contacts[0]).case_id == case_id

"""What was deleted is out of every list, can be put back as it was, and is erased in the end with its words."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from casebook.journal import BadInput, Journal, Kind, NotFound
from casebook.mail.filing.matching import Matcher
from tests.conftest import HandClock, finished
from tests.journal.makers import at, log, mail, picture

MARK = "Zanzibar"


@pytest.fixture
def contact_id(journal: Journal, case_id: int) -> int:
    """A contact with two exhibits and a ticket number; its words hold the mark."""
    return log(
        journal,
        case_id,
        f"{MARK} is what they said",
        tickets=["T-77001"],
        attachments=[picture("one.png", b"first"), picture("two.png", b"second")],
    )


def shown(journal: Journal, case_id: int) -> tuple[object, ...]:
    """Return everything that lists and counts show of a casebook."""
    now = journal.clock()
    until = now + timedelta(days=400)
    return (
        journal.cases.rows(),
        journal.cases.counts(),
        journal.contacts.of_case(case_id),
        journal.contacts.timeline(case_id),
        journal.contacts.amendments_of_case(case_id),
        journal.contacts.last_used(case_id),
        journal.exhibits.of_case(case_id),
        journal.tickets.of_case(case_id),
        journal.follow_ups.due(until),
        journal.follow_ups.upcoming(now - timedelta(days=400), until),
        journal.promises.running_out(until),
        journal.inbox.waiting(),
        journal.search.find(MARK),
        journal.search.find("T-77001"),
    )


def test_a_deleted_contact_is_in_no_list_and_comes_back_as_it_was(
    journal: Journal, case_id: int, contact_id: int
) -> None:
    journal.contacts.amend(contact_id, "typo", text=f"{MARK} is what Lily said")
    log(journal, case_id, "a later one", happened=at("2026-11-21 09:00"))
    before = shown(journal, case_id)
    changes = journal.bin.delete_contact(contact_id)
    assert changes.made == contact_id
    assert changes.ids[Kind.CONTACT] == {contact_id}
    assert changes.cases == {case_id}
    assert [c.text for c in journal.contacts.of_case(case_id)] == ["a later one"]
    assert [row.exhibits for row in journal.contacts.timeline(case_id)] == [0]
    assert journal.contacts.amendments_of_case(case_id) == []
    assert journal.exhibits.of_case(case_id) == []
    assert journal.tickets.of_case(case_id) == []
    assert journal.search.find(MARK) == []
    assert journal.search.find("T-77001") == []
    assert journal.search.find("one.png") == []
    assert journal.cases.rows()[0].contacts == 1
    assert [(b.kind, b.id, b.title, b.case) for b in journal.bin.contents()] == [
        (Kind.CONTACT, contact_id, f"{MARK} is what Lily said", case_id)
    ]
    assert finished(journal.verify()).ok
    journal.bin.restore(Kind.CONTACT, contact_id)
    assert shown(journal, case_id) == before
    assert journal.bin.contents() == []
    assert finished(journal.verify()).ok


def test_a_ticket_that_another_contact_names_too_stays(journal: Journal, case_id: int, contact_id: int) -> None:
    log(journal, case_id, "again", tickets=["T-77001"])
    journal.bin.delete_contact(contact_id)
    assert [t.number for t in journal.tickets.of_case(case_id)] == ["T-77001"]
    assert [hit.kind for hit in journal.search.find("T-77001")] == ["contact", "ticket"]


def test_a_ticket_that_went_into_the_bin_can_be_named_again(journal: Journal, case_id: int, contact_id: int) -> None:
    journal.bin.delete_contact(contact_id)
    journal.tickets.add(case_id, "T-77001")
    assert [(t.number, t.contact_id) for t in journal.tickets.of_case(case_id)] == [("T-77001", None)]
    assert finished(journal.verify()).ok


def test_a_deleted_case_is_in_no_list_and_comes_back_as_it_was(journal: Journal, case_id: int, contact_id: int) -> None:
    journal.promises.add(case_id, "soon", due=at("2026-11-21"), contact_id=contact_id)
    journal.follow_ups.add(case_id, at("2026-11-21"), "nudge")
    journal.references.add(case_id, "txid", f"{MARK}-77")  # type: ignore[arg-type]
    before = shown(journal, case_id)
    journal.bin.delete_case(case_id)
    until = journal.clock() + timedelta(days=400)
    assert journal.cases.rows() == []
    assert journal.cases.counts().open == 0
    assert journal.follow_ups.due(until) == []
    assert journal.promises.running_out(until) == []
    assert journal.search.find(MARK) == []
    assert journal.cases.get(case_id).deleted_at is not None
    with pytest.raises(BadInput, match=f"C-{case_id} is in the bin"):
        journal.cases.find(f"C-{case_id}")
    assert [(b.label, b.title) for b in journal.bin.contents()] == [("C-1", "提币被冻结 Withdrawal on hold")]
    journal.bin.restore(Kind.CASE, case_id)
    assert shown(journal, case_id) == before
    assert finished(journal.verify()).ok


def test_nothing_is_written_into_what_lies_in_the_bin(journal: Journal, case_id: int, contact_id: int) -> None:
    exhibit = journal.exhibits.of_case(case_id)[0].id
    promise = journal.promises.add(case_id, "soon").made
    writes: list[Callable[[], object]] = [
        lambda: journal.contacts.amend(contact_id, "why", text="other"),
        lambda: journal.exhibits.describe(exhibit, "words"),
        lambda: journal.exhibits.add(case_id, picture(), contact_id),
    ]
    journal.bin.delete_contact(contact_id)
    for write in writes:
        with pytest.raises(BadInput, match=f"contact {contact_id} is in the bin"):
            write()
    journal.bin.restore(Kind.CONTACT, contact_id)
    journal.bin.delete_exhibit(exhibit)
    with pytest.raises(BadInput, match="EX-1 is in the bin"):
        journal.exhibits.describe(exhibit, "words")
    journal.bin.restore(Kind.EXHIBIT, exhibit)
    journal.bin.delete_case(case_id)
    writes += [
        lambda: log(journal, case_id),
        lambda: journal.cases.edit(case_id, title="other"),
        lambda: journal.cases.close(case_id),
        lambda: journal.promises.resolve(promise, "kept"),  # type: ignore[arg-type]
        lambda: journal.tickets.add(case_id, "T-2"),
        lambda: journal.mail.add([mail(1)], case_id=case_id),
        lambda: journal.bin.delete_contact(contact_id),
    ]
    head = journal.ledger.head()
    for write in writes:
        with pytest.raises(BadInput, match=f"C-{case_id} is in the bin"):
            write()
    assert journal.ledger.head() == head


def test_deleting_twice_and_putting_back_what_is_not_there_are_refused(
    journal: Journal, case_id: int, contact_id: int
) -> None:
    exhibit = journal.exhibits.of_case(case_id)[0].id
    with pytest.raises(BadInput, match="EX-1 is not in the bin"):
        journal.bin.restore(Kind.EXHIBIT, exhibit)
    journal.bin.delete_exhibit(exhibit)
    with pytest.raises(BadInput, match="EX-1 is in the bin already"):
        journal.bin.delete_exhibit(exhibit)
    journal.bin.delete_contact(contact_id)
    assert [b.kind for b in journal.bin.contents()] == [Kind.CONTACT]  # the exhibit comes and goes with it
    with pytest.raises(BadInput, match=f"contact {contact_id} is in the bin"):
        journal.bin.restore(Kind.EXHIBIT, exhibit)
    journal.bin.restore(Kind.CONTACT, contact_id)
    assert [e.label for e in journal.exhibits.of_case(case_id)] == ["EX-2"]
    assert [b.label for b in journal.bin.contents()] == ["EX-1"]
    for missing in (journal.bin.delete_case, journal.bin.delete_contact, journal.bin.delete_exhibit):
        with pytest.raises(NotFound):
            missing(99)


def test_a_reply_to_a_mail_of_a_deleted_case_waits_in_the_inbox(journal: Journal, case_id: int) -> None:
    journal.mail.add([mail(1)], case_id=case_id)
    journal.tickets.add(case_id, "T-77001")
    journal.bin.delete_case(case_id)
    added = journal.mail.add([mail(2, references=("1@test",), subject="Re: T-77001"), mail(1)])
    assert (added.filed, added.waiting, added.known) == (0, 1, 1)
    waiting = journal.inbox.waiting()
    assert len(waiting) == 1
    assert not any(Matcher.from_journal(journal).rank(waiting).values())


def test_the_bin_is_emptied_when_the_time_is_up_and_not_before(
    journal: Journal, case_id: int, contact_id: int, clock: HandClock, book: Path
) -> None:
    journal.bin.delete_contact(contact_id)
    (binned,) = journal.bin.contents()
    assert binned.goes_at - binned.deleted_at == timedelta(days=30)
    assert journal.bin.empty(binned.goes_at - timedelta(seconds=1)).things == 0
    assert journal.bin.empty(binned.goes_at).things == 1
    assert journal.bin.contents() == []
    with pytest.raises(NotFound):
        journal.contacts.get(contact_id)
    assert [p for p in (book / "files").rglob("*") if p.is_file()] == []
    assert journal.search.find(MARK) == []
    verdict = finished(journal.verify())
    assert verdict.ok, verdict.faults
    # The numbers of its exhibits stay taken.
    log(journal, case_id, attachments=[picture("three.png", b"third")])
    assert [e.label for e in journal.exhibits.of_case(case_id)] == ["EX-3"]


def test_emptying_takes_the_words_out_of_the_ledger_and_leaves_the_fact(
    journal: Journal, case_id: int, contact_id: int, book: Path
) -> None:
    journal.contacts.amend(contact_id, "typo", text=f"{MARK} once more")
    journal.bin.delete_contact(contact_id)
    journal.bin.empty(journal.clock(), everything=True)
    told = [entry.what for entry in journal.ledger.entries(limit=1000)]
    assert {"contact.logged", "contact.deleted", "contact.erased", "bin.emptied"} <= set(told)
    assert told[-1] == "bin.emptied"
    journal.close()
    assert MARK.encode() not in b"".join(p.read_bytes() for p in book.glob("casebook.db*"))


def test_what_came_of_an_erased_contact_stays_without_it(journal: Journal, case_id: int, contact_id: int) -> None:
    promise = journal.promises.add(case_id, "soon", contact_id=contact_id).made
    follow_up = journal.follow_ups.add(case_id, at("2026-11-21"), "nudge", contact_id=contact_id).made
    log(journal, case_id, "again", tickets=["T-77001"])
    journal.bin.delete_contact(contact_id)
    journal.bin.empty(journal.clock(), everything=True)
    assert journal.promises.get(promise).contact_id is None
    assert journal.follow_ups.get(follow_up).contact_id is None
    assert [(t.number, t.contact_id) for t in journal.tickets.of_case(case_id)] == [("T-77001", None)]
    assert finished(journal.verify()).ok


def test_an_erased_case_leaves_its_number_taken_and_nothing_else(
    journal: Journal, case_id: int, contact_id: int, book: Path
) -> None:
    firm = journal.cases.get(case_id).firm_id
    other = journal.cases.add(firm, "Another").made
    log(journal, other, "kept", attachments=[picture("same.png", b"first")])  # the bytes of the erased case's EX-1
    promise = journal.promises.add(case_id, "soon", contact_id=contact_id).made
    journal.follow_ups.add(case_id, at("2026-11-21"), "ask", promise_id=promise)
    journal.requests.add(case_id, "a selfie", contact_id=contact_id)
    journal.references.add(case_id, "order", "991")  # type: ignore[arg-type]
    journal.mail.add([mail(1, attachments=(picture("m.png", b"in the mail"),))])
    journal.inbox.file([row.contact_id for row in journal.inbox.waiting()], case_id)
    journal.drafts.save(case_id, {"text": f"{MARK} half"}, [picture()])
    journal.bin.delete_exhibit(journal.exhibits.of_case(case_id)[0].id)
    journal.bin.delete_case(case_id)
    emptied = journal.bin.empty(journal.clock(), everything=True)
    assert emptied.things == 1
    assert emptied.changes.ids[Kind.CASE] == {case_id}
    assert [row.id for row in journal.cases.rows()] == [other]
    with pytest.raises(NotFound):
        journal.cases.get(case_id)
    assert journal.drafts.all() == []
    assert journal.cases.add(firm, "Next").made == other + 1
    assert [p.read_bytes() for p in sorted((book / "files").glob("*/*"))] == [b"first"]
    verdict = finished(journal.verify())
    assert verdict.ok, verdict.faults


def test_hits_behind_a_full_bin_are_found(journal: Journal, case_id: int) -> None:
    kept = log(journal, case_id, f"{MARK} kept")
    other = journal.cases.add(journal.cases.get(case_id).firm_id, "Another").made
    for number in range(30):
        log(journal, other, f"{MARK} {number}")
    journal.bin.delete_case(other)
    assert [hit.id for hit in journal.search.find(MARK, limit=5)] == [kept]

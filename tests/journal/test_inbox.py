"""The inbox: what waits, read once and kept, and a filing that can be undone as long as nothing was built on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casebook.journal import Journal
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.terms import ReferenceKind
from tests.journal.makers import at, log, mail, picture


def ids(journal: Journal) -> list[int]:
    return [row.contact_id for row in journal.inbox.waiting()]


def fresh(journal: Journal) -> list[int]:
    """What a journal opened anew lists: nothing is kept there."""
    with Journal.open(journal.folder) as other:
        assert other.inbox.waiting() == journal.inbox.waiting()
        newest = journal.inbox.newest()
        assert newest == next(iter(journal.inbox.waiting()), None)
        return ids(other)


def test_the_rows_follow_every_change(journal: Journal, case_id: int) -> None:
    journal.mail.add([mail(1), mail(2, attachments=(picture(),)), mail(3)])
    assert ids(journal) == fresh(journal) == [3, 2, 1]
    assert [row.exhibits for row in journal.inbox.waiting()] == [0, 1, 0]
    steps: list[Callable[[], object]] = [
        lambda: journal.inbox.file([2], case_id),
        lambda: journal.inbox.discard([1]),
        lambda: journal.inbox.unfile([2]),
        lambda: journal.mail.add([mail(4, references=("3@test", "2@test"))]),
        lambda: journal.inbox.restore([1]),
        lambda: journal.contacts.amend(3, "read wrongly", subject="Another subject"),
        lambda: log(journal, case_id),
        lambda: journal.bin.delete_contact(1),
        lambda: journal.exhibits.edit(1, origin="mail"),
    ]
    expected = [[3, 1], [3], [3, 2], [4, 3, 2], [4, 3, 2, 1], [4, 3, 2, 1], [4, 3, 2, 1], [4, 3, 2], [4, 3, 2]]
    for step, wanted in zip(steps, expected, strict=True):
        step()
        assert ids(journal) == fresh(journal) == wanted
    assert {row.thread_id for row in journal.inbox.waiting()} == {journal.inbox.waiting()[0].thread_id}
    assert next(row for row in journal.inbox.waiting() if row.contact_id == 3).subject == "Another subject"
    assert journal.inbox.count() == 3


def test_what_is_taken_back_is_not_kept(journal: Journal, case_id: int) -> None:
    journal.mail.add([mail(1), mail(2)])
    assert ids(journal) == [2, 1]
    with pytest.raises(NotFound), journal.transaction():
        journal.inbox.file([1], case_id)
        assert ids(journal) == [2]
        journal.inbox.file([2], 99)
    assert ids(journal) == fresh(journal) == [2, 1]


def test_a_filing_is_undone_with_its_exhibit_numbers(journal: Journal, case_id: int) -> None:
    journal.mail.add([mail(1, attachments=(picture("a.png"), picture("b.png", b"other"))), mail(2)])
    journal.inbox.file([1, 2], case_id)
    assert [exhibit.label for exhibit in journal.exhibits.of_case(case_id)] == ["EX-1", "EX-2"]
    changes = journal.inbox.unfile([2, 1])
    assert changes.cases == {case_id}
    assert journal.exhibits.of_case(case_id) == []
    assert journal.contacts.get(1).case_id is None
    journal.inbox.file([1], case_id)
    assert [exhibit.label for exhibit in journal.exhibits.of_case(case_id)] == ["EX-1", "EX-2"]
    *_, verdict = _finish(journal)
    assert verdict.ok
    assert "mail.unfiled" in [entry.what for entry in journal.ledger.entries(case_id)]


def _finish(journal: Journal) -> list[object]:
    work, steps = journal.verify(), list[object]()
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return [*steps, end.value]


@pytest.mark.parametrize(
    "what", ["ticket", "reference", "promise", "request", "amended", "later exhibit", "typed", "waits"]
)
def test_a_filing_stays_once_something_was_built_on_it(journal: Journal, case_id: int, what: str) -> None:
    journal.mail.add([mail(1, attachments=(picture(),)), mail(2)])
    journal.inbox.file([1], case_id)
    contact = 1
    if what == "ticket":
        journal.tickets.add(case_id, "T-1", contact)
    elif what == "reference":
        journal.references.add(case_id, ReferenceKind.ORDER, "88213", contact_id=contact)
    elif what == "promise":
        journal.promises.add(case_id, "soon", due=at("2026-12-01 10:00"), contact_id=contact)
    elif what == "request":
        journal.requests.add(case_id, "a selfie", contact_id=contact)
    elif what == "amended":
        journal.contacts.amend(contact, "wrong", subject="x")
    elif what == "later exhibit":
        journal.exhibits.add(case_id, picture("later.png", b"later"))
    elif what == "typed":
        contact = log(journal, case_id)
    else:
        contact = 2
    before = journal.ledger.head().number
    with pytest.raises(BadInput):
        journal.inbox.unfile([contact])
    assert journal.ledger.head().number == before

"""Whatever a person wrote is taken back by what the ledger tells of it, in order, and never over a later change."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from casebook.journal import BadInput, Changes, Journal, Kind, NotFound
from casebook.journal.removal.steps import STAYS, WAYS
from casebook.journal.store.database import rows
from casebook.journal.terms import CheckState, DeadlineState, PromiseState, ReferenceKind, TransferKind
from tests.conftest import HandClock, finished
from tests.journal.makers import at, log, mail, picture

_KEPT = ("firm", "account", "case", "contact", "reference", "promise", "request", "follow_up")
_KEPT += ("transfer", "loss", "deadline", "check_mark", "firm_rule", "firm_channel", "quote", "answer", "official")
_KEPT += ("phishing_code",)

Write = Callable[[Journal, int], Changes]


def state(journal: Journal) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row that the ledger tells of, without what lies in the bin."""
    run = journal._core.database
    found = {}
    for table in _KEPT:
        names = [row[0] for row in rows(run, "SELECT name FROM pragma_table_info(?)", (table,))]
        wanted = [name for name in names if name not in {"shown_at", "read_at"}]
        there = " WHERE deleted_at IS NULL" if "deleted_at" in names else ""
        listed = ", ".join(f'"{name}"' for name in wanted)
        found[table] = rows(run, f'SELECT {listed} FROM "{table}"{there} ORDER BY id')
    found["shown"] = [(journal.exhibits.of_case(1), journal.tickets.of_case(1))]  # what is in the bin with its contact
    return found


@pytest.fixture
def full(journal: Journal, case_id: int) -> int:
    """A case with one of everything in it; returns the id of its contact."""
    contact = log(journal, case_id, "It will be paid within 24 hours", attachments=[picture("a.png", b"a")])
    journal.promises.add(case_id, "paid within 24 hours", due=at("2026-11-22 10:00"), contact_id=contact)
    journal.requests.add(case_id, "a photo of your passport")
    journal.follow_ups.add(case_id, at("2026-11-25 10:00"), "nudge them")
    journal.transfers.add(case_id, amount="5", asset="USDT", kind=TransferKind.DEPOSIT)
    journal.losses.add(case_id, "the withdrawal", amount="5")
    journal.quotes.add(contact, "paid within 24 hours")
    journal.check_marks.set(case_id, "item", CheckState.DONE)
    journal.deadlines.add(case_id, "nudge", at("2026-11-20 10:00"), "{}")
    journal.answers.put(case_id, "finding", "because")
    journal.steps.latest()
    return contact


def _resolve(journal: Journal, case_id: int) -> Changes:
    return journal.promises.resolve(1, PromiseState.BROKEN, "nothing came")


def _close(journal: Journal, case_id: int) -> Changes:
    with journal.transaction():
        dropped = [journal.follow_ups.drop(f.id, "closed") for f in journal.follow_ups.of_case(case_id, open_only=True)]
        return Changes.merged([*dropped, journal.cases.close(case_id, "paid")])


def _log(journal: Journal, case_id: int) -> Changes:
    contact = log(journal, case_id, "Again", tickets=["T-9"], attachments=[picture("b.png", b"b")])
    return journal.promises.add(case_id, "tomorrow", due=at("2026-11-23 10:00"), contact_id=contact)


WRITES: dict[str, Write] = {
    "contact logged, with ticket, exhibit and promise": _log,
    "case edited": lambda j, c: j.cases.edit(c, title="Another", amount="7", tags=["vip"]),
    "case closed, its follow-ups dropped": _close,
    "case deleted": lambda j, c: j.bin.delete_case(c),
    "contact corrected": lambda j, c: j.contacts.change(1, text="Other words", agent="Max"),
    "contact supplemented": lambda j, c: j.contacts.add_to(1, role="manager", translation="Geld kommt"),
    "contact deleted": lambda j, c: j.bin.delete_contact(1),
    "exhibit described": lambda j, c: j.exhibits.describe(1, "the chat"),
    "exhibit deleted": lambda j, c: j.bin.delete_exhibit(1),
    "firm edited": lambda j, c: j.firms.edit(1, name="Other", country="MT"),
    "firm added": lambda j, c: j.firms.add("Third"),
    "account added": lambda j, c: j.accounts.add(1, holder="Ann"),
    "ticket added": lambda j, c: j.tickets.add(c, "T-1"),
    "reference added": lambda j, c: j.references.add(c, ReferenceKind.TXID, "0xabc"),
    "promise added": lambda j, c: j.promises.add(c, "soon", due=at("2026-11-30 10:00")),
    "promise edited": lambda j, c: j.promises.edit(1, due=at("2026-11-24 10:00")),
    "promise broken, its reminder done": _resolve,
    "request supplied": lambda j, c: j.requests.supply(1, at=at("2026-11-20 15:00").utc),
    "follow-up added": lambda j, c: j.follow_ups.add(c, at("2026-12-01 10:00"), "more"),
    "follow-up done": lambda j, c: j.follow_ups.done(2),
    "follow-up dropped": lambda j, c: j.follow_ups.drop(2, "no use"),
    "follow-up snoozed": lambda j, c: j.follow_ups.snooze(2, at("2026-11-28 10:00").utc),
    "follow-up moved": lambda j, c: j.follow_ups.reschedule(2, at("2026-11-29 10:00"), "asked to"),
    "transfer edited": lambda j, c: j.transfers.edit(1, amount="6"),
    "transfer removed": lambda j, c: j.transfers.remove(1),
    "loss added": lambda j, c: j.losses.add(c, "fees", amount="1"),
    "loss removed": lambda j, c: j.losses.remove(1),
    "quote added": lambda j, c: j.quotes.add(1, "within 24 hours"),
    "quote removed": lambda j, c: j.quotes.remove(1),
    "mark cleared": lambda j, c: j.check_marks.clear(c, "item"),
    "mark changed": lambda j, c: j.check_marks.set(c, "item", CheckState.NOT_NEEDED, "old"),
    "deadline ended": lambda j, c: j.deadlines.end(1, answer="came"),
    "answer changed": lambda j, c: j.answers.put(c, "finding", "other"),
    "answer taken back": lambda j, c: j.answers.remove(c, "finding"),
    "rule set": lambda j, c: j.firm_rules.set(1, "nudge", used=False, why="no use"),
    "code set": lambda j, c: j.phishing_codes.set(1, "Zanzibar7"),
}


def test_every_write_is_taken_back_one_after_the_other(journal: Journal, case_id: int, full: int) -> None:
    before, steps = [], []
    for name, write in WRITES.items():
        was = state(journal)
        write(journal, case_id)
        step = journal.steps.latest()
        assert step and journal.steps.describe(step), name
        if name.endswith(("deleted", "dropped", "done", "corrected")):  # the others need what they work on
            assert state(journal) != was, name
            journal.steps.take_back(step)
            assert state(journal) == was, name
            journal.steps.latest()
            continue
        before.append((name, was))
        steps.append(step)
    for (name, was), step in zip(reversed(before), reversed(steps), strict=True):
        assert state(journal) != was, name
        journal.steps.take_back(step)
        assert state(journal) == was, name
    verdict = finished(journal.verify())
    assert verdict.ok, verdict.faults
    told = [event.what for event in journal.history.of_all(limit=500)]
    assert {"transfer.put-back", "case.taken-back", "reference.erased", "contact.deleted"} <= set(told)


def test_an_amendment_is_taken_back_by_another(journal: Journal, clock: HandClock, case_id: int, full: int) -> None:
    clock.now += timedelta(days=2)
    journal.contacts.change(full, "he said 48", text="It will be paid within 48 hours", happened=at("2026-11-20 09:00"))
    step = journal.steps.latest()
    journal.steps.take_back(step, "a slip")
    found = journal.contacts.get(full)
    assert (found.text, found.amended) == ("It will be paid within 24 hours", True)
    assert [a.reason for a in journal.contacts.amendments(full)] == ["he said 48"] * 2 + ["a slip"] * 2
    assert finished(journal.verify()).ok


def test_filed_and_discarded_mail_is_back_in_the_inbox(journal: Journal, case_id: int) -> None:
    contact = min(journal.mail.add([mail(1)]).changes.ids[Kind.CONTACT])
    journal.steps.latest()
    journal.inbox.file([contact], case_id)
    journal.steps.take_back(journal.steps.latest())
    assert [row.contact_id for row in journal.inbox.waiting()] == [contact]
    journal.steps.latest()
    journal.inbox.discard([contact])
    assert not journal.inbox.waiting()
    journal.steps.take_back(journal.steps.latest())
    assert [row.contact_id for row in journal.inbox.waiting()] == [contact]


def test_a_step_is_refused_over_a_later_change_and_changes_nothing(journal: Journal, case_id: int, full: int) -> None:
    journal.cases.edit(case_id, title="Mine")
    mine = journal.steps.latest()
    journal.cases.edit(case_id, remedy="Pay")  # another fact of the same record
    journal.steps.latest()
    journal.cases.edit(case_id, title="Theirs")
    theirs, was = journal.steps.latest(), state(journal)
    with pytest.raises(BadInput, match="was changed since"):
        journal.steps.take_back(mine)
    assert state(journal) == was
    journal.steps.take_back(theirs)
    journal.steps.take_back(mine)
    found = journal.cases.get(case_id)
    assert (found.title != "Mine", found.remedy) == (True, "Pay")
    journal.steps.latest()
    journal.firms.add("Fourth")
    added = journal.steps.latest()
    journal.accounts.add(2, holder="Ann")
    with pytest.raises(BadInput, match="something that was recorded since names it"):
        journal.steps.take_back(added)


def test_what_was_erased_or_went_out_is_not_taken_back(journal: Journal, case_id: int, full: int) -> None:
    journal.steps.latest()
    journal.bin.delete_contact(full)
    journal.steps.latest()
    journal.bin.empty(journal.clock(), everything=True)
    emptied = journal.steps.latest()
    assert journal.steps.describe(emptied) is None
    with pytest.raises(BadInput, match="cannot be taken back"):
        journal.steps.take_back(emptied)
    with pytest.raises(NotFound):
        journal.steps.take_back([(99_999, 99_999)])


def test_a_verb_has_one_answer() -> None:
    assert not WAYS.keys() & STAYS.keys()
    assert str(DeadlineState.ENDED) == "ended"

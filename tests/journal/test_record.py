"""The record: what goes in comes out, changes keep the earlier words, and numbers never move."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebook.journal import BadInput, Journal, Kind, NotFound
from casebook.journal.records import Attachment
from casebook.journal.terms import CaseStatus, Channel, Direction, PromiseState
from casebook.journal.times import utc_now
from tests.conftest import HandClock, finished
from tests.journal.makers import at, log, mail, picture


def test_a_contact_comes_back_with_everything_it_was_given(journal: Journal, case_id: int) -> None:
    contact_id = log(
        journal,
        case_id,
        "放行 within 24 hours 🙂",
        agent="Lily",
        agent_id="#4471",
        bot=False,
        tickets=["T-99812", "T-99812"],
        attachments=[picture("聊天.png", b"pixels")],
    )
    contact = journal.contacts.get(contact_id)
    assert (contact.text, contact.agent, contact.agent_id, contact.bot) == (
        "放行 within 24 hours 🙂",
        "Lily",
        "4471",
        False,
    )
    assert contact.happened.rfc3339 == "2026-11-20T14:03:00+08:00"
    assert contact.tickets == ("T-99812",)
    [exhibit] = contact.exhibits
    assert (exhibit.label, exhibit.name, exhibit.media_type) == ("EX-1", "聊天.png", "image/png")
    assert journal.exhibits.read(exhibit.file) == b"pixels"
    assert [ticket.number for ticket in journal.tickets.of_case(case_id)] == ["T-99812"]


def test_a_write_says_what_it_changed(journal: Journal, case_id: int) -> None:
    changes = journal.contacts.log(
        case_id,
        channel=Channel.CHAT,
        direction=Direction.IN,
        happened=at("2026-11-20 14:03"),
        text="Hello",
        tickets=["T-1"],
        attachments=[picture()],
    )
    assert changes.touches(Kind.CONTACT) and changes.touches(Kind.TICKET) and changes.touches(Kind.EXHIBIT)
    assert not changes.touches(Kind.FIRM)
    assert changes.cases == {case_id}


def test_recorded_at_is_the_programs_own(journal: Journal, case_id: int, clock: HandClock) -> None:
    before = clock.now
    contact = journal.contacts.get(log(journal, case_id))
    assert before < contact.recorded_at <= clock.now
    with pytest.raises(BadInput):
        journal.contacts.amend(contact.id, "to look prompt", recorded_at=before)
    with pytest.raises(TypeError):
        log(journal, case_id, recorded_at=before)


def test_an_amendment_keeps_the_earlier_words_and_the_reason(journal: Journal, case_id: int) -> None:
    contact_id = log(journal, case_id, "Released in 24 hours", agent="Lily")
    journal.contacts.amend(contact_id, "misheard", text="Released in 48 hours", happened=at("2026-11-20 14:05"))
    contact = journal.contacts.get(contact_id)
    assert (contact.text, contact.amended, contact.happened.local.minute) == ("Released in 48 hours", True, 5)
    told = {a.field: (a.before, a.after, a.reason) for a in journal.contacts.amendments(contact_id)}
    assert told["text"] == ("Released in 24 hours", "Released in 48 hours", "misheard")
    assert told["happened"][0].startswith("2026-11-20T14:03:00+08:00")
    for reason, fields in (("", {"text": "x"}), ("why", {}), ("why", {"text": "Released in 48 hours"})):
        with pytest.raises(BadInput):
            journal.contacts.amend(contact_id, reason, **fields)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, 28), min_size=1, max_size=8))
def test_exhibit_numbers_follow_the_order_of_recording_whatever_the_dates(
    journal: Journal, case_id: int, days: list[int]
) -> None:
    before = {e.id: e.number for e in journal.exhibits.of_case(case_id)}
    for day in days:
        log(journal, case_id, happened=at(f"2026-10-{day:02d} 09:00"), attachments=[picture(content=bytes([day]))])
    after = {e.id: e.number for e in journal.exhibits.of_case(case_id)}
    assert {k: after[k] for k in before} == before
    assert sorted(after.values()) == list(range(1, len(before) + len(days) + 1))


def test_the_timeline_runs_in_the_order_in_which_things_happened(journal: Journal, case_id: int) -> None:
    late, early = (
        log(journal, case_id, happened=at("2026-11-20 15:00")),
        log(journal, case_id, happened=at("2026-11-01")),
    )
    assert [row.id for row in journal.contacts.timeline(case_id)] == [early, late]
    assert [contact.id for contact in journal.contacts.of_case(case_id)] == [early, late]


def test_a_case_waits_until_a_person_answers(journal: Journal, case_id: int) -> None:
    log(journal, case_id, "Where is it?", direction=Direction.OUT, happened=at("2026-11-18 18:10"))
    log(journal, case_id, "Please!", direction=Direction.OUT, happened=at("2026-11-19 18:10"))
    assert journal.cases.rows()[0].waiting_since == at("2026-11-18 18:10").utc
    journal.mail.add([mail(19, automatic="auto-reply")], case_id=case_id)
    assert journal.cases.counts().waiting == 1
    log(journal, case_id, "We are looking into it", happened=at("2026-11-21 09:00"))
    assert journal.cases.rows()[0].waiting_since is None
    assert journal.cases.counts().waiting == 0


def test_the_counts_forget_what_was_taken_back(journal: Journal, case_id: int) -> None:
    before = journal.cases.counts()
    with pytest.raises(ZeroDivisionError), journal.transaction():
        journal.cases.close(case_id, "paid")
        assert journal.cases.counts().closed == 1
        raise ZeroDivisionError
    assert journal.cases.counts() == before


def test_a_closed_case_can_be_opened_again(journal: Journal, case_id: int) -> None:
    journal.cases.close(case_id, "paid in full")
    assert journal.cases.get(case_id).status is CaseStatus.CLOSED
    with pytest.raises(BadInput):
        journal.cases.close(case_id)
    journal.cases.reopen(case_id)
    assert journal.cases.get(case_id).status is CaseStatus.OPEN


def test_follow_ups_ring_at_their_time_and_never_before(journal: Journal, case_id: int, clock: HandClock) -> None:
    due = at("2026-11-20 18:00")
    follow_up = journal.follow_ups.add(case_id, due, "nudge").made
    assert journal.follow_ups.due(due.utc - timedelta(milliseconds=1)) == []
    assert [row.follow_up.id for row in journal.follow_ups.due(due.utc)] == [follow_up]
    journal.follow_ups.snooze(follow_up, due.utc + timedelta(hours=3))
    assert journal.follow_ups.due(due.utc + timedelta(hours=2)) == []
    assert journal.follow_ups.due(due.utc + timedelta(hours=3))[0].follow_up.due == due
    assert journal.cases.rows()[0].due_at == due.utc + timedelta(hours=3)
    journal.follow_ups.done(follow_up, "sent")
    assert journal.follow_ups.due(due.utc + timedelta(days=9)) == []
    with pytest.raises(BadInput):
        journal.follow_ups.done(follow_up)


def test_promises_run_out(journal: Journal, case_id: int) -> None:
    promise = journal.promises.add(case_id, "within 24 hours", due=at("2026-11-21 14:03"), agent="Lily").made
    assert journal.promises.running_out(at("2026-11-21 14:02").utc) == []
    assert [p.id for p in journal.promises.running_out(at("2026-11-21 14:03").utc)] == [promise]
    journal.promises.resolve(promise, PromiseState.BROKEN, "nothing came")
    assert journal.promises.get(promise).state is PromiseState.BROKEN


@pytest.mark.parametrize("amount", ["a lot", "NaN", "1e999999999", "Infinity", "12..5"])
def test_an_amount_is_a_plain_number(journal: Journal, case_id: int, amount: str) -> None:
    with pytest.raises(BadInput):
        journal.cases.edit(case_id, amount=amount)


def test_what_is_not_there_is_said_to_be_not_there(journal: Journal, case_id: int) -> None:
    for call in (
        lambda: journal.cases.find("C-99"),
        lambda: journal.cases.find("twelve"),
        lambda: journal.contacts.get(99),
        lambda: journal.firms.find("Orca"),
        lambda: log(journal, 99),
        lambda: journal.mail.of_contact(log(journal, case_id)),
        lambda: log(journal, case_id, attachments=[Attachment("x", Path("/nowhere/x.png"))]),
    ):
        with pytest.raises(NotFound):
            call()
    assert len(journal.contacts.of_case(case_id)) == 1


def test_a_failed_write_leaves_nothing_behind(journal: Journal, case_id: int, book: Path) -> None:
    before = (journal.ledger.head(), sorted(book.glob("files/**/*")))
    with pytest.raises(NotFound):
        log(journal, case_id, attachments=[picture(), Attachment("gone", Path("/nowhere"))])
    with pytest.raises(RuntimeError, match="stop"), journal.transaction():
        log(journal, case_id, attachments=[picture(content=b"other")])
        raise RuntimeError("stop")
    files = [p for p in book.glob("files/**/*") if p.is_file()]
    assert (journal.ledger.head(), files) == (before[0], [])
    assert finished(journal.verify()).ok


def test_several_writes_in_one_transaction_are_one(journal: Journal, case_id: int) -> None:
    with journal.transaction() as noted:
        first, second = log(journal, case_id), log(journal, case_id)
        assert noted.changes(0).ids[Kind.CONTACT] == {first, second}
    assert len(journal.contacts.of_case(case_id)) == 2


def test_the_composer_is_offered_the_last_values(journal: Journal, case_id: int) -> None:
    log(journal, case_id, channel=Channel.PHONE, agent="Wang", agent_id="7", tickets=["A-1"])
    journal.mail.add([mail(1)], case_id=case_id)
    last = journal.contacts.last_used(case_id)
    assert (last.channel, last.agent, last.agent_id, last.ticket) == (Channel.PHONE, "Wang", "7", "A-1")


def test_another_thread_has_its_own_connection(journal: Journal, case_id: int) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def work(number: int) -> int:
        try:
            return log(journal, case_id, f"number {number}", happened=at("2026-11-20 10:00"))
        finally:
            journal.release()

    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(work, range(20)))
    assert len(made) == 20
    assert finished(journal.verify()).ok


def test_the_same_bytes_twice_are_stored_once_and_shown_twice(journal: Journal, case_id: int, book: Path) -> None:
    log(journal, case_id, attachments=[picture("a.png"), picture("b.png")])
    assert len([p for p in book.glob("files/*/*") if p.is_file()]) == 1
    assert [e.name for e in journal.exhibits.of_case(case_id)] == ["a.png", "b.png"]


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\a.png", "a.png"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("\x00", "file"),
        ("n" * 300 + ".png", "n" * 176 + ".png"),
        ("..", "file"),
        ("账户无法登录截图.png", "账户无法登录截图.png"),
    ],
)
def test_a_file_name_is_only_a_name(journal: Journal, case_id: int, given_name: str, kept: str) -> None:
    journal.exhibits.add(case_id, picture(given_name))
    assert journal.exhibits.of_case(case_id)[-1].name == kept


def test_now_is_utc_to_the_millisecond() -> None:
    assert utc_now().microsecond % 1000 == 0

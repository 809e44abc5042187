"""Chats and calls under way: who was there when, for how long, and what is recorded of it at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from casebook.dossier.redaction.sealing import is_withheld
from casebook.journal import Journal
from casebook.journal.ending import Next, proposed, record
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.records import Attachment
from casebook.journal.talking import Step, agents, beats, from_course, read_length, standing
from casebook.journal.terms import Channel, Consent, Direction
from casebook.journal.times import moment
from tests.conftest import finished

START = datetime(2026, 11, 20, 6, 3, tzinfo=UTC)
ZONE = "Asia/Singapore"


class Book:
    """A casebook with one case, and a clock that is moved by hand."""

    def __init__(self, folder: Path) -> None:
        self.now = START
        self.journal = Journal.create(folder, lambda: self.now)
        firm = self.journal.firms.add("Kestrel", country="SG", zone=ZONE).made
        self.case = self.journal.cases.add(firm, "Withdrawal on hold").made

    def wait(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)

    def note(self, step: Step, who: str = "", after: float = 0) -> None:
        self.wait(after)
        self.journal.sessions.note(self.case, step, who)

    def end(self, **more: object) -> int:
        session = self.journal.sessions.get(self.case)
        ending = replace(proposed(self.journal, session, ZONE), **more)  # type: ignore[arg-type]
        return record(self.journal, session, ending).made


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = Book(tmp_path / "book")
    yield made
    made.journal.close()


def test_waiting_and_talking_are_counted_apart_and_each_agent_is_kept(book: Book) -> None:
    book.journal.sessions.start(book.case, Channel.CHAT)
    book.note(Step.ANSWERED, "Assistant", after=12)
    book.note(Step.TRANSFERRED, after=3)
    book.note(Step.ANSWERED, after=20)
    book.journal.sessions.name(book.case, " Lily ")
    book.note(Step.WAITING, after=5)
    book.note(Step.ANSWERED, "Lily", after=2)
    book.wait(4)
    steps = beats(book.journal.sessions.get(book.case))
    now = standing(steps, book.now)
    assert (now.talking, now.who, now.answered) == (True, "Lily", True)
    assert (now.waited, now.talked) == (timedelta(minutes=34), timedelta(minutes=12))
    assert now.since == book.now - timedelta(minutes=4)
    assert agents(steps) == ["Assistant", "Lily"]
    contact = book.journal.contacts.get(book.end(outcome="Released tomorrow"))
    assert (contact.agent, contact.direction, contact.channel) == ("Assistant, Lily", Direction.BOTH, Channel.CHAT)
    assert (contact.happened.utc, contact.happened.zone) == (START, ZONE)
    assert (contact.details.waited, contact.details.talked) == (34 * 60, 12 * 60)
    told = from_course(contact.details.course)
    assert [beat.step for beat in told] == [*(beat.step for beat in steps), Step.ENDED]
    assert standing(told, book.now + timedelta(days=1)).waited == timedelta(minutes=34)
    assert book.journal.sessions.all() == []


def test_a_chat_that_nobody_answered_is_a_message_still_to_be_answered(book: Book) -> None:
    book.journal.sessions.start(book.case, Channel.CHAT)
    book.wait(45)
    contact = book.journal.contacts.get(book.end())
    assert (contact.direction, contact.agent, contact.text) == (Direction.OUT, "", "")
    assert (contact.details.waited, contact.details.talked) == (45 * 60, None)


def test_what_happens_survives_a_program_that_is_killed(book: Book, tmp_path: Path) -> None:
    book.journal.sessions.start(book.case, Channel.PHONE)
    book.note(Step.ANSWERED, "Tom", after=8)
    book.journal.sessions.keep(book.case, {"menu": "1 > 3", "consent": "notice", "recorded": "yes"})
    # Another program looks at what is on the disk, while the first one never got to close it.
    with Journal.open(tmp_path / "book", lambda: book.now + timedelta(minutes=2)) as other:
        session = other.sessions.get(book.case)
        assert standing(beats(session), other.clock()).talked == timedelta(minutes=2)
        found = proposed(other, session, ZONE).details
        assert (found.menu, found.consent, found.recorded, found.waited) == ("1 > 3", Consent.NOTICE, True, 8 * 60)


def test_a_clock_put_back_takes_nothing_off(book: Book) -> None:
    book.journal.sessions.start(book.case, Channel.CHAT)
    book.note(Step.ANSWERED, after=10)
    book.note(Step.WAITING, after=-60)
    stood = standing(beats(book.journal.sessions.get(book.case)), book.now + timedelta(minutes=5))
    assert (stood.waited, stood.talked) == (timedelta(minutes=15), timedelta())


def test_a_step_taken_by_mistake_is_taken_back(book: Book) -> None:
    sessions = book.journal.sessions
    sessions.start(book.case, Channel.CHAT)
    with pytest.raises(BadInput, match="nothing happened"):
        sessions.take_back(book.case)
    with pytest.raises(BadInput, match="nobody has answered"):
        sessions.name(book.case, "Lily")
    with pytest.raises(BadInput, match="not a known step"):
        sessions.note(book.case, "answred")
    book.note(Step.ANSWERED, after=1)
    sessions.take_back(book.case)
    assert not standing(beats(sessions.get(book.case)), book.now).talking
    with pytest.raises(NotFound):
        sessions.note(99, Step.ANSWERED)


def test_the_end_writes_promise_and_follow_up_with_the_contact_or_nothing_at_all(book: Book) -> None:
    journal = book.journal
    journal.sessions.start(book.case, Channel.CHAT)
    book.note(Step.ANSWERED, "Lily", after=1)
    picture = Attachment("chat.png", b"\x89PNG\r\n\x1a\n" + bytes(40), "image/png")
    journal.drafts.save(book.case, {"text": "They will look into it", "ticket": "T-1, T-2"}, [picture])
    due = moment(book.now + timedelta(days=1), ZONE)
    then = Next(due, "Ask again")
    with pytest.raises(BadInput):
        book.end(promise="within 24 hours", promise_due=due, follow_up=Next(due, "  "))
    assert journal.contacts.of_case(book.case) == [] and journal.promises.of_case(book.case) == []
    assert journal.sessions.of_case(book.case) and journal.drafts.load(book.case)
    contact = journal.contacts.get(book.end(promise="within 24 hours", promise_due=due, follow_up=then))
    assert (contact.text, contact.tickets) == ("They will look into it", ("T-1", "T-2"))
    assert [exhibit.name for exhibit in contact.exhibits] == ["chat.png"]
    [promise] = journal.promises.of_case(book.case)
    assert (promise.contact_id, promise.agent, promise.due) == (contact.id, "Lily", due)
    assert "Ask again" in [f.reason for f in journal.follow_ups.of_case(book.case) if f.contact_id == contact.id]
    assert journal.drafts.load(book.case) is None
    assert finished(journal.verify()).ok


@pytest.mark.parametrize(("consent", "stays"), [("yes", False), ("notice", False), ("no", True), ("", True)])
def test_a_recording_goes_out_only_where_those_heard_agreed_or_were_told(book: Book, consent: str, stays: bool) -> None:
    book.journal.sessions.start(book.case, Channel.PHONE)
    book.journal.sessions.keep(book.case, {"recorded": "yes", "consent": consent})
    book.note(Step.ANSWERED, "Tom", after=1)
    call = Attachment("call.m4a", b"sound", "audio/mp4")
    contact = book.journal.contacts.get(book.end(attachments=(call, Attachment("note.txt", b"words"))))
    sound, note = contact.exhibits
    assert (is_withheld(sound), sound.consent) == (stays, Consent(consent))
    assert note.consent is Consent.UNKNOWN


def test_a_transcript_that_was_recorded_gets_how_it_went_and_no_second_contact_is_made(book: Book) -> None:
    from casebook.mail.chats import pasted, transcripts
    from casebook.mail.chats.stretches import Reading

    journal = book.journal
    journal.sessions.start(book.case, Channel.CHAT)
    book.note(Step.ANSWERED, "Lily", after=5)
    text = "[14:08] Lily: Hello\n[14:09] Me: T-9, please\n[14:10] Lily: It will be released within 24 hours.\n"
    reading = Reading(zone=ZONE)
    read = pasted.read(text, reading, day=START.date())
    added = journal.chats.add(transcripts.chats(text, read, reading), case_id=book.case)
    picture = Attachment("chat.png", b"\x89PNG\r\n\x1a\n" + bytes(40), "image/png")
    made = book.end(outcome="Released tomorrow, they say", tickets=("T-9",), attachments=(picture,))
    [contact] = journal.contacts.of_case(book.case)
    assert contact.id == made == added.contacts[0] and contact.text.startswith("1  ")
    assert (contact.outcome, contact.details.waited) == ("Released tomorrow, they say", 300)
    assert not contact.amended and [e.name for e in contact.exhibits] == ["chat.png"]
    assert [t.number for t in journal.tickets.of_case(book.case)] == ["T-9"]
    with pytest.raises(BadInput, match="has an outcome already"):
        journal.contacts.add_to(made, outcome="another")
    assert finished(journal.verify()).ok


@pytest.mark.parametrize(
    ("text", "length"),
    [("12m", 720), ("1h 5m", 3900), ("90s", 90), ("12:30", 750), ("2:00:05", 7205), ("1h", 3600), ("1小时5分", 3900)],
)
def test_a_length_is_read_in_the_ways_people_write_it(text: str, length: int) -> None:
    assert read_length(text) == length


@pytest.mark.parametrize("text", ["", "soon", "-5m", "12", "m"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="is not how long it took"):
        read_length(text)

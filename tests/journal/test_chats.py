"""Imported chats: stretches of a conversation, their lines, and what comes of a second export."""

import pytest

from casebook.journal import BadInput, Journal, Kind, NotFound
from casebook.journal.incoming import NewChat, Placing
from casebook.journal.terms import Channel, Direction, Why
from tests.conftest import finished
from tests.journal.makers import at, log, picture


def chat(*numbers: int, conversation: str = "7", **more: object) -> NewChat:
    """Return a stretch whose lines are the given ones."""
    values: dict[str, object] = {
        "raw": ",".join(f'{{"id": {number}}}' for number in numbers).encode(),
        "source": "result.json",
        "platform": "Telegram",
        "conversation": conversation,
        "title": "Kestrel Support",
        "began": at(f"2026-11-20 {min(numbers, default=0) % 24:02d}:00"),
        "text": "\n".join(f"{place}  14:{number:02d}  Lily: Line {number}" for place, number in enumerate(numbers, 1)),
        "keys": tuple(f"{conversation}/{number}" for number in numbers),
        "agent": "Lily",
    }
    return NewChat(**{**values, **more})  # type: ignore[arg-type]


def test_a_stretch_is_a_contact_with_its_bytes(journal: Journal, case_id: int) -> None:
    stretch = chat(1, 2, attachments=(picture("photo_1.jpg"),), bot=False, problems=("a line could not be read",))
    added = journal.chats.add([stretch], case_id=case_id)
    [contact_id] = added.contacts
    contact = journal.contacts.get(contact_id)
    assert (contact.channel, contact.direction, contact.agent) == (Channel.SOCIAL, Direction.BOTH, "Lily")
    assert (contact.platform, contact.subject, contact.bot) == ("Telegram", "Kestrel Support", False)
    assert contact.text == "1  14:01  Lily: Line 1\n2  14:02  Lily: Line 2"
    assert [exhibit.label for exhibit in contact.exhibits] == ["EX-1"]
    assert journal.chats.raw(contact_id) == stretch.raw
    side = journal.chats.of_contact(contact_id)
    assert (side.conversation, side.source, side.problems) == ("7", "result.json", ("a line could not be read",))
    assert added.changes.touches(Kind.CHAT, Kind.CONTACT) and added.placed[contact_id] is not None
    assert journal.contacts.is_locked(contact, contact.recorded_at)
    with pytest.raises(NotFound):
        journal.chats.of_contact(log(journal, case_id))


def test_lines_that_are_here_are_not_recorded_again(journal: Journal, case_id: int) -> None:
    journal.chats.add([chat(1, 2)], case_id=case_id)
    assert journal.chats.known(["7/1", "7/3"]) == {"7/1"}
    again = journal.chats.add([chat(1, 2), chat(2), chat(1, conversation="8"), chat(3)], case_id=case_id)
    assert (again.known, again.filed) == (2, 2)
    assert journal.chats.known(["7/3", "8/1"]) == {"7/3", "8/1"}


def test_a_stretch_without_lines_is_refused(journal: Journal, case_id: int) -> None:
    with pytest.raises(BadInput):
        journal.chats.add([chat(1), chat()], case_id=case_id)
    assert journal.contacts.of_case(case_id) == []
    assert journal.chats.known(["7/1"]) == set()


def test_a_conversation_follows_the_one_open_case_it_is_in(journal: Journal, case_id: int) -> None:
    first = journal.chats.add([chat(1), chat(2, conversation="8")])
    assert (first.filed, first.waiting, list(first.placed.values())) == (0, 2, [None, None])
    journal.inbox.file([min(first.placed)], case_id)
    second = journal.chats.add([chat(3), chat(4, conversation="8")])
    assert (second.filed, second.waiting) == (1, 1)
    thread = journal.chats.of_contact(min(first.placed)).thread_id
    assert journal.chats.thread(thread) == [min(first.placed), min(second.placed)]
    journal.cases.close(case_id, "paid")
    third = journal.chats.add([chat(5)])
    assert third.waiting == 1
    [suggested] = third.placed.values()
    assert suggested == Placing(case_id, Why.THREAD, "Kestrel Support", certain=False)


def test_a_conversation_filed_in_two_cases_waits(journal: Journal, case_id: int) -> None:
    other = journal.cases.add(journal.cases.get(case_id).firm_id, "Deposit not credited").made
    journal.chats.add([chat(1)], case_id=case_id)
    journal.chats.add([chat(2)], case_id=other)
    added = journal.chats.add([chat(3)])
    assert (added.filed, added.waiting) == (0, 1)


def test_who_calls_may_say_where_it_belongs(journal: Journal, case_id: int) -> None:
    asked = list[tuple[str, int]]()

    def place(stretch: NewChat, thread: int) -> Placing:
        asked.append((stretch.conversation, thread))
        return Placing(case_id, Why.TICKET, "T-99812", certain=stretch.conversation == "7")

    added = journal.chats.add([chat(1), chat(2, conversation="8")], place=place)
    assert (added.filed, added.waiting) == (1, 1)
    assert [conversation for conversation, _thread in asked] == ["7", "8"] and asked[0][1] != asked[1][1]


def test_the_record_of_a_chat_verifies_and_is_found(journal: Journal, case_id: int) -> None:
    journal.chats.add([chat(1, text="1  14:01  Lily: Your TxID 0xabc123def is confirmed")], case_id=case_id)
    assert [hit.case_id for hit in journal.search.find("0xabc123def")] == [case_id]
    assert finished(journal.verify()).ok

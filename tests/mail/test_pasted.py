"""Transcripts copied from a chat window: forty messages in every layout, and what cannot be told from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.dossier.pages.chat import lines as printed
from casebook.journal import BadInput, Journal
from casebook.journal.terms import Channel, Direction
from casebook.mail.chats import pasted, transcripts
from casebook.mail.chats.lines import Role
from casebook.mail.chats.pasted import Layout
from casebook.mail.chats.stretches import Reading
from tests.mail import chat_exports as made
from tests.mail.chat_exports import BOT, LILY, ME, SCRIPT, Told

READING = Reading(zone=made.ZONE)
DAY = date(2026, 11, 20)


def clock12(told: Told) -> str:
    return f"{(told.at.hour - 1) % 12 + 1}:{told.at:%M} {'AM' if told.at.hour < 12 else 'PM'}"


def zh12(told: Told) -> str:
    return f"{'上午' if told.at.hour < 12 else '下午'}{(told.at.hour - 1) % 12 + 1}:{told.at:%M}"


LAYOUTS: dict[str, tuple[Layout, Callable[[Told], str]]] = {
    "brackets": (Layout.TIMED, lambda t: f"[{t.at:%H:%M}] {t.who}: {t.text}"),
    "plain": (Layout.TIMED, lambda t: f"{t.at:%H:%M:%S} {t.who}: {t.text}"),
    "round": (Layout.TIMED, lambda t: f"({clock12(t)}) {t.who}: {t.text}"),
    "dash": (Layout.TIMED, lambda t: f"{t.at:%d/%m/%Y, %H:%M} - {t.who}: {t.text}"),
    "name first": (Layout.TIMED, lambda t: f"{t.who} ({t.at:%H:%M}): {t.text}"),
    "telegram": (Layout.HEADED, lambda t: f"{t.who}, [{t.at:%d.%m.%Y %H:%M}]\n{t.text}"),
    "above": (Layout.HEADED, lambda t: f"{t.who} {t.at:%H:%M}\n{t.text}"),
    "above, 12 h": (Layout.HEADED, lambda t: f"{t.who}  {clock12(t)}\n{t.text}"),
    "above, day": (Layout.HEADED, lambda t: f"{t.who} — Today at {clock12(t)}\n{t.text}"),
    "above, iso": (Layout.HEADED, lambda t: f"{t.who} | {t.at:%Y-%m-%d %H:%M:%S}\n{t.text}\n"),
    "time above": (Layout.HEADED, lambda t: f"{t.at:%H:%M} {t.who}\n{t.text}"),
    "zh": (Layout.TIMED, lambda t: f"{t.at.year}年{t.at.month}月{t.at.day}日 {t.at:%H:%M} {t.who}：{t.text}"),
    "zh, 12 h": (Layout.HEADED, lambda t: f"{t.who} {zh12(t)}\n{t.text}"),
    "stacked": (Layout.STACKED, lambda t: f"{t.who}\n{t.at:%H:%M}\n{t.text}"),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_forty_messages_in_order_with_speaker_and_time(name: str) -> None:
    layout, write = LAYOUTS[name]
    text = "\n".join(map(write, SCRIPT))
    read = pasted.read(text, READING, day=DAY)
    assert (read.layout, read.loose, read.timed) == (layout, 0, True)
    assert [(line.who, line.words) for line in read.lines] == [(told.who, told.text) for told in SCRIPT]
    assert [line.at.utc.replace(second=0) for line in read.lines if line.at] == [made.utc(told) for told in SCRIPT]
    [chat] = transcripts.chats(text, read, READING)
    spoken = [(said.who, said.time[-5:], said.text) for said in printed(chat.text)]
    assert spoken == [(told.who, f"{told.at:%H:%M}", told.text) for told in SCRIPT]
    assert chat.raw == text.encode()


def test_names_without_times(journal: Journal, case_id: int) -> None:
    text = "\n".join(f"{told.who}: {told.text}" for told in SCRIPT)
    read = pasted.read(text, READING, day=DAY)
    assert (read.layout, read.timed, read.speakers) == (Layout.NAMED, False, (BOT, ME, LILY))
    assert [(line.who, line.at) for line in read.lines] == [(told.who, None) for told in SCRIPT]
    for expected in (1, 0):
        [chat] = transcripts.chats(text, read, READING, known=journal.chats.known)
        assert journal.chats.add([chat], case_id=case_id).filed == expected


def test_who_is_who_is_guessed_and_can_be_said() -> None:
    speakers = ["Me", "Lily (Support)", "在线机器人", "System", "Lin", "我"]
    assert pasted.roles(speakers, frozenset({"lin"})) == {
        "Me": Role.ME,
        "Lily (Support)": Role.AGENT,
        "在线机器人": Role.BOT,
        "System": None,
        "Lin": Role.ME,
        "我": Role.ME,
    }
    text = "\n".join(f"[{told.at:%H:%M}] {told.who}: {told.text}" for told in SCRIPT)
    read = pasted.read(text, READING, day=DAY)
    [chat] = transcripts.chats(text, read, replace(READING, me=frozenset({ME})))
    assert (chat.direction, chat.agent, chat.bot, chat.channel) == (Direction.BOTH, LILY, None, Channel.CHAT)
    parts = {ME: Role.ME, LILY: Role.BOT, BOT: None}
    [chat] = transcripts.chats(text, read, READING, parts=parts)
    assert (chat.direction, chat.agent, chat.bot) == (Direction.BOTH, LILY, True)
    assert chat.text.startswith(f"1  2026-11-20 14:00  [{BOT}: ")


def test_notices_and_days_are_lines_of_their_own() -> None:
    text = (
        "Chat transcript of Kestrel\n2026年11月20日 星期五\nLily 23:58\nOne moment\n*** Lily left the chat ***\n"
        "Tom 00:03\nHello\nsecond row\n\nthird row\nNovember 22, 2026\nTom 09:00\nDone\n"
    )
    read = pasted.read(text, READING, day=DAY)
    said = [(line.who, line.at.told[:16] if line.at else "", line.words) for line in read.lines]
    assert said == [
        ("", "", "Chat transcript of Kestrel"),
        ("", "", "2026年11月20日 星期五"),
        ("Lily", "2026-11-20T23:58", "One moment"),
        ("", "", "*** Lily left the chat ***"),
        ("Tom", "2026-11-21T00:03", "Hello\nsecond row\n\nthird row"),
        ("", "", "November 22, 2026"),
        ("Tom", "2026-11-22T09:00", "Done"),
    ]


def test_what_is_pasted_again_adds_only_what_is_new(journal: Journal, case_id: int) -> None:
    def record(count: int) -> list[int]:
        text = "\n".join(f"{told.who} {told.at:%H:%M}\n{told.text}" for told in SCRIPT[:count])
        read = pasted.read(text, READING, day=DAY)
        chats = transcripts.chats(text, read, READING, known=journal.chats.known)
        return [len(chat.keys) for chat in chats if journal.chats.add([chat], case_id=case_id).filed]

    assert [record(10), record(10), record(25)] == [[10], [], [15]]


def test_an_order_of_day_and_month_that_cannot_be_told_is_said() -> None:
    text = "03/11/2026, 14:03 - Lily: a\n03/11/2026, 14:04 - Me: b"
    read = pasted.read(text, READING)
    assert read.ambiguous and read.lines[0].at and read.lines[0].at.local.month == 11
    read = pasted.read(text, replace(READING, day_first=False))
    assert not read.ambiguous and read.lines[0].at and read.lines[0].at.local.month == 3


@pytest.mark.parametrize(
    "text", ["Order: 88213\nAmount: 1 250 USDT", "I called them. They said: wait.\nSo I waited.", "x"]
)
def test_plain_words_name_no_speaker_and_are_kept(text: str) -> None:
    read = pasted.read(text, READING, day=DAY)
    assert (read.layout, read.speakers) == (Layout.NONE, ())
    [chat] = transcripts.chats(text, read, READING)
    assert chat.raw == text.encode() and all(row in chat.text for row in text.split("\n"))


def test_a_text_without_words_is_refused() -> None:
    with pytest.raises(BadInput):
        pasted.read(" \n ", READING)


rows = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["Lily 14:03", "[14:03] Lily: hi", "Me: hello", "Today", "2026-11-20", "*** left ***", "14:03", "Lily", ""]
    ),
)


@settings(max_examples=300)
@given(rows=st.lists(rows, min_size=1, max_size=14))
def test_no_row_is_ever_dropped(rows: list[str]) -> None:
    text = "\n".join(rows)
    if not text.strip():
        return
    read = pasted.read(text, READING, day=DAY)
    raw = text.encode("utf-8", "surrogatepass")
    first = read.lines[0].start
    # Blank as a person sees it: Python's str knows more white space (U+001E …) than its bytes do.
    assert not raw[:first].decode("utf-8", "surrogatepass").strip()
    assert b"".join(raw[line.start : line.end] for line in read.lines) == raw[first:]
    chats = transcripts.chats(text, read, READING)
    for chat in chats:
        assert len(printed(chat.text)) == len(chat.keys)
        chat.text.encode()

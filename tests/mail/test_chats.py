"""Chats as their programs export them: every line in order, with speaker and time; nothing lost, nothing invented."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from casebook.dossier.pages.chat import lines as printed
from casebook.journal import Journal
from casebook.journal.incoming import NewChat
from casebook.journal.terms import Channel, Direction, ExhibitSource
from casebook.mail import preview
from casebook.mail.chats import exports
from casebook.mail.chats.stretches import Reading
from casebook.mail.chosen import Chosen
from casebook.mail.formats.sources import Failure, Found
from casebook.mail.preview import Preview
from tests.conftest import finished
from tests.mail import chat_exports as made
from tests.mail.chat_exports import BOT, LILY, ME, SCRIPT, Told

READING = Reading(zone=made.ZONE)


def read(path: Path, reading: Reading = READING) -> tuple[list[NewChat], list[Failure]]:
    """Return what an export brings."""
    export = exports.detect(path)
    assert export is not None
    found = list(exports.found(export, reading))
    chats = [each.ready for each in found if isinstance(each, Found)]
    return [chat for chat in chats if isinstance(chat, NewChat)], [e for e in found if isinstance(e, Failure)]


def told(chat: NewChat) -> list[tuple[str, str, str]]:
    """Return the spoken lines of a chat as the dossier prints them: who, time of day, words."""
    return [(said.who, said.time[-5:], said.text) for said in printed(chat.text) if said.who]


def script_told(script: tuple[Told, ...] = SCRIPT) -> list[tuple[str, str, str]]:
    return [(each.who, f"{each.at:%H:%M}", each.text) for each in script]


WRITERS: list[Callable[[Path], Path]] = [made.telegram, made.discord]
WRITERS += [lambda folder, form=form: made.whatsapp(folder, form) for form in made.WHATSAPP]  # type: ignore[misc]
NAMES = ["telegram", "discord", *(form.__name__ for form in made.WHATSAPP)]


@pytest.mark.parametrize("write", WRITERS, ids=NAMES)
def test_forty_messages_come_in_order_with_speaker_and_time(tmp_path: Path, write: Callable[[Path], Path]) -> None:
    path = write(tmp_path)
    [chat], failed = read(path)
    assert not failed and not chat.problems
    assert told(chat) == script_told()
    assert chat.began is not None and chat.began.utc.replace(second=0) == made.utc(SCRIPT[0])
    assert (chat.began.precision, chat.began.known, chat.began.offset) == ("exact", "chat-export", 8 * 3600)
    assert len(set(chat.keys)) == len(chat.keys) >= len(SCRIPT)
    assert chat.raw in path.read_bytes()
    assert hashlib.sha256(path.read_bytes()).hexdigest() in chat.source
    assert (chat.channel, chat.direction) == (Channel.SOCIAL, chat.direction)


@pytest.mark.parametrize("write", WRITERS[2:], ids=NAMES[2:])
def test_windows_line_ends_change_nothing(tmp_path: Path, write: Callable[[Path], Path]) -> None:
    plain = write(tmp_path)
    [before], _failed = read(plain)
    plain.write_bytes(plain.read_bytes().replace(b"\n", b"\r\n"))
    [after], _failed = read(plain)
    assert (after.keys, after.text) == (before.keys, before.text)


def test_who_is_the_user_in_a_conversation_of_two(tmp_path: Path) -> None:
    two = tuple(each for each in SCRIPT if each.who != BOT)
    for path in (made.telegram(tmp_path, two), made.whatsapp(tmp_path, made.ios, two)):
        [chat], _failed = read(path)
        assert (chat.direction, chat.agent, chat.bot, chat.title) == (Direction.BOTH, LILY, None, LILY)
    [chat], _failed = read(made.discord(tmp_path, two))
    assert chat.direction is Direction.IN and chat.agent == f"{ME}, {LILY}"
    [chat], _failed = read(made.discord(tmp_path, two), replace(READING, me=frozenset({"lin"})))
    assert (chat.direction, chat.agent) == (Direction.BOTH, LILY)
    direct = {"id": "42", "type": "DirectTextChat", "category": "Private", "name": "lily"}
    [chat], _failed = read(made.discord(tmp_path, two, channel=direct))
    assert (chat.direction, chat.agent, chat.title) == (Direction.BOTH, LILY, "lily")


def test_a_silence_of_six_hours_ends_a_stretch_and_midnight_does_not(tmp_path: Path) -> None:
    script = (Told(LILY, 0, "a"), Told(ME, 5 * 60, "b"), Told(LILY, 10 * 60 + 30, "c"), Told(ME, 16 * 60 + 31, "d"))
    chats, _failed = read(made.telegram(tmp_path, script))
    assert [len(chat.keys) for chat in chats] == [3, 1]
    assert chats[0].text.splitlines()[-1] == "3  2026-11-21 00:30  Lily: c"
    assert [chat.conversation for chat in chats] == ["77", "77"]
    assert all(chat.raw in (tmp_path / "result.json").read_bytes() for chat in chats)


def test_nobody_can_forge_a_line(tmp_path: Path) -> None:
    script = (
        Told(LILY, 0, "Hello"),
        Told(ME, 1, "3  14:02  Lily: I promise\n3  14:02  Lily: I promise"),
        Told(LILY, 2, "No"),
    )
    [chat], _failed = read(made.telegram(tmp_path, script))
    assert [who for who, _time, _text in told(chat)] == [LILY, ME, LILY]
    odd = (Told("Lily: yes", 0, "Hello"), Told('[7] "x"', 1, "b"))
    [chat], _failed = read(made.telegram(tmp_path, odd))
    assert [text for _who, _time, text in told(chat)] == ["Hello", "b"]


def test_what_telegram_says_beside_words_is_kept(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/photo_1.jpg").write_bytes(b"a picture")
    (tmp_path.parent / "secret.jpg").write_bytes(b"not of this export")
    left_out = "(File not included. Change data exporting settings to download.)"
    more: list[dict[str, Any]] = [
        {
            "text": [
                "within ",
                {"type": "bold", "text": "24 hours"},
                {"type": "text_link", "text": "here", "href": "x://y"},
            ]
        },
        {"photo": "photos/photo_1.jpg", "width": 1, "height": 1, "text": "the screen"},
        {"photo": "../secret.jpg"},
        {"file": left_out, "file_name": "terms.pdf", "mime_type": "application/pdf", "text": ""},
        {"edited": "2026-11-20T14:30:00", "edited_unixtime": str(int(SCRIPT[10].at.timestamp()))},
        {"forwarded_from": "Boss", "reply_to_message_id": 100},
        {"media_type": "voice_message", "file": "voice/1.ogg", "duration_seconds": 4, "text": ""},
        {"from": None, "text": "deleted account"},
    ]
    messages = [telegram | extra for telegram, extra in zip(map(_lily, range(100, 108)), more, strict=True)]
    call = {"id": 108, "type": "service", "action": "phone_call", "actor": LILY, "actor_id": "user77"}
    messages.append({**_lily(108), **call, "duration_seconds": 35, "discard_reason": "hangup", "text": ""})
    [chat], _failed = read(made.written(tmp_path / "result.json", made.telegram_chat(messages)))
    texts = [said.text for said in printed(chat.text)]
    assert texts[0] == "within 24 hourshere <x://y>"
    assert texts[1] == "[photo: photo_1.jpg] the screen"
    assert texts[3] == "[file: terms.pdf, not in the export]"
    assert texts[4].endswith("[edited 2026-11-20 14:30]")
    assert texts[5].startswith("[forwarded from Boss] [answers line 1]")
    assert printed(chat.text)[7].who == "user77"
    assert texts[8] == "[Lily: call, 35 s, hangup]"
    [picture] = chat.attachments
    assert (picture.content, picture.source) == (tmp_path / "photos/photo_1.jpg", ExhibitSource.CHAT)
    assert picture.description == "line 2"
    assert len(chat.problems) == 2 and "../secret.jpg" in chat.problems[0]


def _lily(number: int) -> dict[str, Any]:
    return made.telegram_message(number, Told(LILY, number - 100, "Hello"))


def test_remarks_are_in_the_language_asked_for_and_keys_are_not(tmp_path: Path) -> None:
    call = {**_lily(100), "type": "service", "action": "phone_call", "actor": LILY, "duration_seconds": 35}
    path = made.written(tmp_path / "result.json", made.telegram_chat([call, _lily(101)]))
    [english], _failed = read(path)
    [chinese], _failed = read(path, replace(READING, language="zh"))
    assert "通话" in chinese.text and "call" in english.text
    assert english.keys == chinese.keys


def test_several_conversations_are_only_read_when_they_are_named(tmp_path: Path) -> None:
    chats = [made.telegram_chat([_lily(100)], title, ident) for title, ident in (("Lily", 77), ("妈妈", 8), ("Tom", 9))]
    whole = {"about": "", "personal_information": {"user_id": 5}, "chats": {"about": "", "list": chats}}
    path = made.written(tmp_path / "result.json", whole)
    export = exports.detect(path)
    assert export and [each.title for each in exports.conversations(export)] == ["Lily", "妈妈", "Tom"]
    none, [failure] = read(path)
    assert not none and "Lily, 妈妈, Tom" in failure.reason
    [chat], failed = read(path, replace(READING, only=frozenset({"Lily"})))
    assert (chat.title, failed) == ("Lily", [])
    assert "妈妈".encode() not in chat.raw and len(json.loads(chat.raw)) > 5
    none, [failure] = read(path, replace(READING, only=frozenset({"Lili"})))
    assert not none and "none of the conversations" in failure.reason


def test_an_archive_of_whatsapp_brings_its_pictures(tmp_path: Path) -> None:
    text = made.whatsapp(tmp_path, made.ios, SCRIPT[1:3])
    with text.open("a", encoding="utf-8") as file:
        file.write("\u200e[20/11/2026, 15:00:00] Lily: \u200e<attached: 00000012-PHOTO-2026-11-20-15-00-00.jpg>\n")
        file.write("[20/11/2026, 15:01:00] Lily: \u200eThis message was deleted.\n")
        file.write("[20/11/2026, 15:02:00] Lin: contract.pdf (page 3) is wrong\n")
    path = made.zipped(tmp_path, text, ("00000012-PHOTO-2026-11-20-15-00-00.jpg", b"a picture"))
    [chat], failed = read(path)
    assert not failed and not chat.problems
    [picture] = chat.attachments
    assert (picture.name, picture.content) == ("00000012-PHOTO-2026-11-20-15-00-00.jpg", b"a picture")
    said = told(chat)
    assert said[-3] == (LILY, "15:00", "[file: 00000012-PHOTO-2026-11-20-15-00-00.jpg]")
    assert [text for _who, _time, text in said[-2:]] == ["This message was deleted.", "contract.pdf (page 3) is wrong"]
    assert chat.title == LILY and chat.direction is Direction.BOTH


def test_day_and_month_are_told_apart_or_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "WhatsApp Chat with Lily.txt"
    path.write_text("03/11/2026, 14:03 - Lily: a\n03/11/2026, 14:04 - Lin: b\n", "utf-8")
    [chat], _failed = read(path)
    assert chat.began and (chat.began.local.month, chat.began.precision) == (11, "about")
    assert "other way round" in chat.problems[0]
    [chat], _failed = read(path, replace(READING, day_first=False))
    assert chat.began and (chat.began.local.month, chat.began.precision, chat.problems) == (3, "exact", ())
    path.write_text("03/11/2026, 14:03 - Lily: a\n03/25/2026, 14:04 - Lin: b\n", "utf-8")
    first, second = read(path)[0]
    assert first.began and first.began.local.month == 3 and len(second.keys) == 1
    path.write_text("11/03/2026, 14:03 - Lily: a\n12/03/2026, 1:04 - Lin: b\n01/04/2026, 1:04 - Lin: c\n", "utf-8")
    assert [chat.began.local.month for chat in read(path)[0] if chat.began] == [3, 3, 4]


def test_a_look_inside_says_what_is_new_and_where_it_would_go(tmp_path: Path, journal: Journal, case_id: int) -> None:
    def look() -> Preview:
        stream, total = Chosen((tmp_path / "result.json",)).open(journal.chats.known, READING)
        return finished(preview.look(journal, stream, total))

    made.telegram(tmp_path, SCRIPT[:10])
    [thread] = look().threads
    assert (thread.subject, thread.new, thread.filed) == (LILY, 1, 0)
    [chat], _failed = read(tmp_path / "result.json")
    journal.chats.add([chat], case_id=case_id)
    assert (look().known, look().new) == (1, 0)
    made.telegram(tmp_path)
    [thread] = look().threads
    assert (thread.new, thread.filed, thread.placing and thread.placing.case_id) == (1, 1, case_id)

"""Exports that are damaged, endless or ill meant: what is whole is read, the rest is named, nothing hangs."""

from __future__ import annotations

import io
import json
import resource
import string
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.dossier.pages.chat import lines as printed
from casebook.journal.incoming import NewChat
from casebook.mail.chats import exports, places
from casebook.mail.chats.json_stream import BrokenJson, JsonStream
from casebook.mail.chats.lines import Media
from casebook.mail.chats.stretches import Reading
from casebook.mail.formats.sources import Failure, Found
from tests.mail import chat_exports as made
from tests.mail.chat_exports import LILY, Told
from tests.pace import within

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inside: st.lists(inside, max_size=5) | st.dictionaries(st.text(max_size=9), inside, max_size=5),
    max_leaves=30,
)


def read(path: Path) -> tuple[list[NewChat], list[Failure]]:
    export = exports.detect(path)
    assert export is not None
    found = list(exports.found(export, Reading(zone=made.ZONE)))
    chats = [each.ready for each in found if isinstance(each, Found)]
    return [chat for chat in chats if isinstance(chat, NewChat)], [e for e in found if isinstance(e, Failure)]


@settings(max_examples=100)
@given(items=st.lists(values, max_size=8), indent=st.sampled_from([None, 0, 3]), ascii_only=st.booleans())
def test_the_stream_gives_what_json_gives_and_where_it_stands(
    items: list[Any], indent: int | None, ascii_only: bool
) -> None:
    raw = json.dumps({"before": items, "messages": items, "after": 1}, indent=indent, ensure_ascii=ascii_only).encode(
        "utf-8", "surrogatepass"
    )
    stream = JsonStream(io.BytesIO(raw))
    found, names = list[Any](), list[str]()
    for name in stream.members():
        names.append(name)
        if name != "messages":
            stream.skip()
            continue
        for start in stream.items():
            found.append(stream.value())
            assert json.loads(raw[start : stream.position]) == found[-1]
    assert (found, names) == (items, ["before", "messages", "after"])


FIELDS = ("photo", "file", "action", "actor", "poll", "edited", "inline_bot_buttons", "reply_to_message_id")
messages = st.dictionaries(st.sampled_from((*made.telegram_message(1, made.SCRIPT[0]), *FIELDS)), values)


@settings(max_examples=40)
@given(messages=st.lists(messages, min_size=1, max_size=6))
def test_no_message_of_wrong_types_is_lost(
    tmp_path_factory: pytest.TempPathFactory, messages: list[dict[str, Any]]
) -> None:
    path = tmp_path_factory.mktemp("wrong") / "result.json"
    first = made.telegram_message(1, made.SCRIPT[0])
    made.written(path, made.telegram_chat([first, *messages]))
    chats, failed = read(path)
    assert not failed
    assert sum(len(chat.keys) for chat in chats) == len(messages) + 1
    for chat in chats:
        assert len(printed(chat.text)) == len(chat.keys)
        chat.text.encode()
        assert chat.raw in path.read_bytes()


@given(
    text=st.text(st.characters(codec="utf-8") | st.sampled_from('\n:：[]"\u200e\u2028'), min_size=1),
    who=st.text(min_size=1),
)
@settings(max_examples=100)
def test_any_words_and_names_stay_in_their_line(tmp_path_factory: pytest.TempPathFactory, text: str, who: str) -> None:
    path = tmp_path_factory.mktemp("any") / "result.json"
    said = [Told(LILY, 0, "Hello"), Told(who, 1, text), Told(LILY, 2, "Bye")]
    made.written(path, made.telegram_chat([made.telegram_message(n, each) for n, each in enumerate(said)]))
    [chat], _failed = read(path)
    lines = printed(chat.text)
    assert len(lines) == 3
    assert (lines[0].text, lines[2].text, lines[2].who) == ("Hello", "Bye", LILY)


def test_an_export_that_was_cut_off_gives_what_is_whole(tmp_path: Path) -> None:
    path = made.telegram(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    [chat], [failure] = read(path)
    assert 15 < len(chat.keys) < 25 and "cut off at byte" in failure.reason
    assert chat.raw in whole


def test_a_message_that_is_no_json_keeps_its_place(tmp_path: Path) -> None:
    path = made.telegram(tmp_path)
    raw = path.read_bytes()
    broken = raw.replace(b'"id": 105,', b'"id": 105 105,').replace(b'"id": 110,', b'"id": %s,' % (b"9" * 5000))
    path.write_bytes(broken)
    [chat], failed = read(path)
    assert not failed and len(chat.keys) == 40
    assert sum("a message that cannot be read" in said.text for said in printed(chat.text)) == 2
    assert len(chat.problems) == 2 and b'"id": 105 105,' in chat.raw


@pytest.mark.parametrize("deep", [b"[", b'{"a":'])
def test_deep_nesting_ends_no_import(tmp_path: Path, deep: bytes) -> None:
    shut = b"]" if deep == b"[" else b"}"
    inside = deep * 100_000 + b"1" + shut * 100_000
    path = made.telegram(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'"text": "Hello', b'"x": ' + inside + b', "text": "Hello'))
    with within(5):
        [chat], failed = read(path)
        assert not failed and len(chat.keys) == 40


def test_nesting_above_the_messages_is_named(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_bytes(b'{"about": "x", "personal_information": {}, "contacts": ' + b"[" * 200_000)
    chats, [failure] = read(path)
    assert not chats and "damaged or cut off" in failure.reason
    with pytest.raises(BrokenJson):
        JsonStream(io.BytesIO(b'{"a" 1}')).skip()


def test_a_huge_export_takes_little_memory(tmp_path: Path) -> None:
    """Forty megabytes here; what counts is that the peak does not follow the size."""
    path = tmp_path / "result.json"
    filler = "x" * 2_000
    with path.open("w", encoding="utf-8") as file:
        file.write('{"name": "Lily", "type": "personal_chat", "id": 77, "messages": [')
        for number in range(9_000):
            message = made.telegram_message(number, Told(LILY, number * 2, filler))
            file.write((",\n" if number else "") + json.dumps(message))
        file.write("]}")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    export = exports.detect(path)
    assert export is not None
    lines = sum(
        len(e.ready.keys)
        for e in exports.found(export, Reading())
        if isinstance(e, Found) and isinstance(e.ready, NewChat)
    )
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert lines == 9_000
    assert grown < 25 * 1024, f"{grown // 1024} MB more than before"


@pytest.mark.parametrize(
    "name", ["../a.jpg", "/etc/passwd", "a/../../b", "C:/x.jpg", "link/a.jpg", "link.jpg", "", "a\0b", "folder"]
)
def test_no_file_outside_of_the_export_is_read(tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.jpg").write_bytes(b"secret")
    inside = tmp_path / "export"
    (inside / "folder").mkdir(parents=True)
    (inside / "link").symlink_to(outside)
    (inside / "link.jpg").symlink_to(outside / "a.jpg")
    (inside / "b.jpg").write_bytes(b"picture")
    path = made.telegram(inside)
    with places.opened(path) as opened:
        assert opened.fetch(Media("photo", "", name)) is None
        assert opened.fetch(Media("photo", "", "b.jpg")) is not None


def test_archives_that_lie_are_passed_over(tmp_path: Path) -> None:
    text = made.whatsapp(tmp_path, made.ios)
    path = made.zipped(tmp_path, text)
    raw = path.read_bytes()
    for at in range(0, len(raw), max(1, len(raw) // 60)):
        path.write_bytes(raw[:at] + bytes([raw[at] ^ 0xFF]) + raw[at + 1 :])
        if export := exports.detect(path):
            list(exports.found(export, Reading()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_chat.txt", text.read_bytes() + b"\0" * 8_000_000)
    assert sum(isinstance(each, Found) for each in _all(path)) >= 1


def _all(path: Path) -> Iterator[Found | Failure]:
    export = exports.detect(path)
    assert export is not None
    return exports.found(export, Reading())


@settings(max_examples=100)
@given(rows=st.lists(st.text(string.printable + "上午：年月日\u200e", max_size=40), max_size=12))
def test_every_row_of_a_text_export_is_in_some_line(tmp_path_factory: pytest.TempPathFactory, rows: list[str]) -> None:
    path = tmp_path_factory.mktemp("rows") / "WhatsApp Chat with Lily.txt"
    head = "20/11/2026, 14:03 - Lily: Hello\n21/11/2026, 14:03 - Lin: Hi\n"
    path.write_bytes((head + "\n".join(rows)).encode())
    chats, _failed = read(path)
    assert b"".join(chat.raw for chat in chats) == path.read_bytes()

"""Chats on the command line: exports with their files, a newer export, a transcript from standard input."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Casebook
from tests.mail import chat_exports as made
from tests.mail.chat_exports import LILY, ME, SCRIPT, Told

TWO = tuple(each for each in SCRIPT if each.who in (LILY, ME))


def test_an_export_comes_in_with_its_pictures_and_a_newer_one_adds_what_is_new(
    filled: Casebook, tmp_path: Path
) -> None:
    folder = tmp_path / "ChatExport_2026-11-20"
    (folder / "photos").mkdir(parents=True)
    (folder / "photos" / "photo_1.jpg").write_bytes(b"a picture")
    messages = [made.telegram_message(number, told) for number, told in enumerate(TWO, 100)]
    messages[2] |= {"photo": "photos/photo_1.jpg"}
    made.written(folder / "result.json", made.telegram_chat(messages[:10]))
    done = filled.json("import", folder, "--case", "C-1", "--zone", made.ZONE)
    assert (done["new"], done["filed"], done["failed"]) == (1, 1, [])
    shown = filled.json("contact", "show", str(done["contacts"][0]))
    assert (shown["channel"], shown["platform"], shown["agent"], shown["direction"]) == (
        *("social", "Telegram", LILY),
        "both",
    )
    assert (shown["happened_at"][:16], shown["known"]) == (TWO[0].at.isoformat()[:16], "chat-export")
    [picture] = shown["exhibits"]
    assert (picture["number"], picture["file"]) == ("EX-1", "photo_1.jpg")
    made.written(folder / "result.json", made.telegram_chat(messages))
    assert filled.json("import", folder, "--dry-run")["new"] == 1
    newer = filled.json("import", folder)  # it follows the one open case that the conversation is in
    assert (newer["new"], newer["known"], newer["filed"]) == (1, 1, 1)
    text = filled.json("contact", "show", str(newer["contacts"][0]))["text"]
    assert text.startswith("1  ") and len([row for row in text.split("\n") if row[0] != " "]) == len(TWO) - 10
    again = filled.json("import", folder)
    assert (again["new"], again["known"]) == (0, 1)
    assert filled.json("search", "T-99812")[0]["case"] == "C-1"
    both = [done["contacts"][0], newer["contacts"][0]]
    side = filled.json("chat", "show", str(both[0]))
    assert (side["title"], side["stretches"]) == (LILY, both) and "#100–109, SHA-256 of the file" in side["source"]
    saved = tmp_path / "stretch.json"
    assert filled.json("chat", "save", str(both[0]), saved)["sha256"] == side["sha256"]
    assert saved.read_bytes() in (folder / "result.json").read_bytes()
    assert filled.run("chat", "save", str(both[0]), saved).code == 1
    assert filled.json("verify")["ok"]


def test_whose_chats_come_in_is_said(filled: Casebook, tmp_path: Path) -> None:
    messages = [made.telegram_message(100, Told(LILY, 0, "Hello"))]
    chats = [made.telegram_chat(messages, title, ident) for title, ident in (("Lily", 77), ("妈妈", 8))]
    path = made.written(tmp_path / "result.json", {"about": "", "chats": {"about": "", "list": chats}})
    there = filled.json("chat", "list", path)
    assert [(each["title"], each["id"], each["program"]) for each in there] == [
        ("Lily", "77", "Telegram"),
        ("妈妈", "8", "Telegram"),
    ]
    refused = filled.run("import", path, "--case", "1")
    assert refused.code == 1 and "several conversations" in refused.err
    done = filled.json("import", path, "--chat", "Lily")
    assert (done["new"], done["waiting"]) == (1, 1)
    waiting = filled.json("inbox", "list")
    assert len(waiting) == 1
    filled.ok("inbox", "file", str(done["contacts"][0]), "--case", "1")
    assert filled.json("contact", "show", str(done["contacts"][0]))["case"] == "C-1"


def test_a_folder_of_mails_and_chats_brings_both(filled: Casebook, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    made.whatsapp(folder, made.android, TWO)
    (folder / "IMG-20261120-WA0001.jpg").write_bytes(b"a picture")
    (folder / "1.eml").write_text("From: a@b.example\nMessage-ID: <1@x>\nDate: Thu, 19 Nov 2026 10:00:00 +0800\n\nx\n")
    done = filled.json("import", folder, "--case", "1")
    assert (done["new"], done["failed"]) == (2, [])
    channels = {c["channel"] for c in filled.json("contact", "list", "1")}
    assert channels == {"email", "social"}


def test_a_transcript_is_looked_at_and_then_recorded(filled: Casebook) -> None:
    text = "\n".join(f"{told.who} {told.at:%H:%M}\n{told.text}" for told in TWO).encode()
    options = ("--transcript", "-", "--case", "1", "--day", "2026-11-20", "--zone", made.ZONE, "--me", ME)
    looked = filled.json("import", *options, "--dry-run", stdin=text)
    assert looked["roles"] == {ME: "me", LILY: "agent"} and looked["layout"] == "headed"
    assert filled.json("contact", "list", "1") == []
    [contact] = filled.json("import", *options, stdin=text)
    assert contact["text"] == looked["texts"][0]
    assert (contact["channel"], contact["agent"], contact["direction"]) == ("chat", LILY, "both")
    assert contact["happened_at"] == TWO[0].at.isoformat()
    again = filled.run("import", *options, stdin=text)
    assert (again.code, again.out.strip()) == (0, "every line of it is known already")


def test_what_is_wrong_is_said_in_one_line(filled: Casebook, tmp_path: Path) -> None:
    assert filled.run("import").code == 2
    assert filled.run("import", "--transcript", "-", stdin=b"x").code == 2
    note = tmp_path / "note.txt"
    note.write_text("just words")
    for words in (
        ("chat", "list", note),
        ("chat", "list", tmp_path / "none.json"),
        ("chat", "show", "1"),
        ("import", note, "--zone", "Mars/Here"),
    ):
        refused = filled.run(*words)
        assert refused.code == 1 and refused.err.count("\n") == 1, refused
    empty = filled.run("import", "--transcript", "-", "--case", "1", stdin=b" \n")
    assert empty.code == 1 and "no line in this chat" in empty.err

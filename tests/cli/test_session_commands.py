"""Chats and calls on the command line: steps with their times, the card of a call, one contact at the end."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Casebook


def test_a_chat_from_its_start_to_the_one_contact_it_becomes(filled: Casebook, tmp_path: Path) -> None:
    picture = tmp_path / "chat.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    assert filled.json("session", "start", "C-1")["state"] == "waiting"
    filled.wait(minutes=12)
    answered = filled.json("session", "answered", "1", "--agent", "Lily")
    assert (answered["state"], answered["waited"], answered["agent"]) == ("talking", 720, "Lily")
    filled.wait(minutes=5)
    filled.ok("session", "note", "1", "--text", "They see the hold", "--attach", picture, "--ticket", "T-99812")
    filled.ok("session", "note", "1", "--text", "-", stdin="已转交审核部门".encode())
    filled.ok("session", "transferred", "1")
    filled.wait(minutes=3)
    filled.ok("session", "answered", "1")
    filled.ok("session", "note", "1", "--agent", "Tom", "--agent-id", "#4471")
    filled.wait(minutes=2)
    [listed] = filled.json("session", "list")
    assert (listed["case"], listed["files"], listed["talked"]) == ("C-1", ["chat.png"], 7 * 60)
    assert "talking with Tom" in filled.ok("session", "show", "C-1")
    made = filled.json(
        *("session", "end", "1", "--outcome", "Escalated", "--promise", "released within 24 hours"),
        *("--promise-by", "2026-11-21 14:25", "--follow-up", "2026-11-23 09:00", "--reason", "Look whether it came"),
    )
    assert (made["channel"], made["direction"], made["agent"], made["agent_id"]) == (
        "chat",
        "both",
        "Lily, Tom",
        "4471",
    )
    assert (made["happened_at"], made["known"]) == ("2026-11-20T06:03:00+00:00", "device-clock")
    assert made["text"] == "They see the hold\n已转交审核部门" and made["tickets"] == ["T-99812"]
    assert [e["file"] for e in made["exhibits"]] == ["chat.png"]
    assert (made["details"]["waited"], made["details"]["talked"]) == (15 * 60, 7 * 60)
    assert [line.split()[1] for line in made["details"]["course"]] == [
        *("started", "answered", "transferred", "answered", "ended")
    ]
    shown = filled.json("case", "show", "1")
    assert [(p["text"], p["contact"], p["agent"]) for p in shown["promises"]] == [
        ("released within 24 hours", made["id"], "Lily, Tom")
    ]
    assert "Look whether it came" in [f["reason"] for f in shown["follow_ups"]]
    assert filled.json("session", "list") == []
    assert "no chat or call is under way" in filled.refused("session", "end", "1")
    assert filled.json("verify")["ok"]


def test_a_call_keeps_its_card_and_a_recording_without_consent_stays_at_home(filled: Casebook, tmp_path: Path) -> None:
    sound = tmp_path / "call.m4a"
    sound.write_bytes(b"sound")
    filled.ok("session", "start", "1", "--channel", "phone")
    filled.wait(minutes=8)
    filled.ok("session", "answered", "1", "--agent", "Tom")
    filled.ok(
        *("session", "note", "1", "--number", "+65 6000 0000", "--menu", "1 > 3 > 0", "--language", "English"),
        *("--cost", "SGD 4.20", "--recorded", "--consent", "no", "--read-back"),
    )
    shown = filled.ok("session", "show", "1")
    assert "1 > 3 > 0" in shown and "+65 6000 0000" in shown
    filled.wait(minutes=4)
    made = filled.json("session", "end", "1", "--outcome", "Call back tomorrow", "--wait", "9m", "--attach", sound)
    assert made["details"] == {
        "address": "+65 6000 0000",
        "menu": "1 > 3 > 0",
        "language": "English",
        "cost": "SGD 4.20",
        "recorded": True,
        "consent": "no",
        "read_back": True,
        "waited": 540,
        "talked": 240,
        "course": made["details"]["course"],
    }
    out = tmp_path / "out"
    filled.ok("export", "1", out, "--for", "outside")
    inside = [path.name for path in out.rglob("*") if path.is_file()]
    assert inside and not [name for name in inside if name.endswith(".m4a")]
    assert b"sound" not in [path.read_bytes() for path in out.rglob("*") if path.is_file()]


def test_a_chat_nobody_answered_waits_for_an_answer_and_the_guide_says_what_next(filled: Casebook) -> None:
    filled.ok("session", "start", "1")
    filled.wait(minutes=40)
    made = filled.json("session", "end", "1", "--text", "Asked why it is on hold; nobody came", "--suggest")
    assert (made["direction"], made["details"]["waited"]) == ("out", 2400)
    [follow_up] = filled.json("follow-up", "list", "1")
    assert (follow_up["contact"], bool(follow_up["rule"])) == (made["id"], True)
    assert follow_up["explanation"]["rule"] == follow_up["rule"]


def test_a_transcript_is_the_contact_that_gets_how_it_went(filled: Casebook) -> None:
    filled.ok("session", "start", "1")
    filled.wait(minutes=6)
    filled.ok("session", "answered", "1", "--agent", "Lily")
    text = "[14:09] Lily: Hello\n[14:10] Me: T-9 please\n[14:11] Lily: Within 24 hours.\n"
    [chat] = filled.json("import", "--transcript", "-", "--case", "1", "--zone", "Asia/Singapore", stdin=text.encode())
    made = filled.json("session", "end", "1", "--outcome", "Waits for the review")
    assert (made["id"], made["outcome"]) == (chat["id"], "Waits for the review")
    assert made["text"] == chat["text"] and made["details"]["waited"] == 360
    assert len(filled.json("contact", "list", "1")) == 1


def test_steps_are_undone_a_scam_sign_is_warned_of_and_what_is_not_wanted_is_forgotten(filled: Casebook) -> None:
    filled.ok("session", "start", "1")
    assert "under way in C-1 already" in filled.refused("session", "start", "1", "--channel", "phone")
    filled.wait(minutes=1)
    filled.ok("session", "answered", "1")
    answer = filled.run("session", "scam-sign", "1", "--json")
    assert answer.code == 0 and "never asks for a password" in answer.err
    assert [beat["step"] for beat in json.loads(answer.out)["course"]] == ["started", "answered", "scam-sign"]
    filled.ok("session", "undo", "1")
    assert "never asks for" in filled.run("session", "note", "1", "--text", "Please send me your seed phrase").err
    assert filled.json("session", "undo", "1")["state"] == "waiting"
    assert "nothing happened" in filled.refused("session", "undo", "1")
    filled.ok("session", "drop", "1")
    assert filled.json("contact", "list", "1") == []
    assert filled.run("session", "end", "1", "--reason", "x").code == 2
    assert filled.run("session", "note", "1", "--wait", "5m").code == 1


def test_log_takes_how_a_contact_went_and_it_can_be_said_later(filled: Casebook, tmp_path: Path) -> None:
    sound = tmp_path / "call.mp3"
    sound.write_bytes(b"sound")
    made = filled.json(
        *("log", "1", "--channel", "phone", "--wait", "12m", "--talk", "1:05:00", "--number", "+65 6000 0000"),
        *("--recorded", "--consent", "notice", "--consent-how", "told at the start", "--attach", sound),
    )
    assert (made["details"]["waited"], made["details"]["talked"]) == (720, 3900)
    assert filled.json("exhibit", "list", "1")[0]["consent"] == "notice"
    posted = filled.json("log", "1", "--channel", "social", "--link", "https://example.org/p/1", "--badge", "blue")
    assert posted["details"] == {"link": "https://example.org/p/1", "badge": "blue"}
    later = filled.json("contact", "details", str(posted["id"]), "--badge", "", "--language", "English")
    assert later["details"] == {"link": "https://example.org/p/1", "language": "English"}
    shown = filled.ok("contact", "show", str(made["id"]))
    assert "12 min" in shown and "notice told at the start" in shown
    assert "write 12m" in filled.refused("log", "1", "--channel", "phone", "--wait", "soon")
    assert filled.run("contact", "details", "1").code == 2
    assert filled.json("verify")["ok"]

"""What is due, when, and why: the commands around follow-ups and the guide."""

from __future__ import annotations

from datetime import datetime

from casebook.journal.times import system_zone
from tests.cli.conftest import Casebook

ASKED = ["log", "1", "--channel", "email", "--direction", "out", "--at", "2026-11-18 18:10", "--zone", "Asia/Singapore"]


def test_ones_own_date(filled: Casebook) -> None:
    made = filled.json(
        *("follow-up", "add", "1", "--due", "2026-11-23 10:00", "--zone", "Asia/Singapore", "--reason", "call them")
    )
    assert made["due_at"] == "2026-11-23T10:00:00+08:00"
    assert (made["rule"], made["explanation"], made["state"]) == ("", None, "open")
    assert filled.json("due") == []
    assert filled.json("due", "--now", "2026-11-23T09:59:59+08:00") == []
    (row,) = filled.json("due", "--now", "2026-11-23T10:00+08:00")
    assert {
        "id": 1,
        "case": "C-1",
        "due_at": made["due_at"],
        "reason": "call them",
        "rule": "",
        "overdue": False,
    }.items() <= row.items()
    assert filled.json("due", "--now", "2026-11-23T10:01+08:00")[0]["overdue"] is True
    (row,) = filled.json("due", "--ahead", "5")
    assert row["overdue"] is False
    assert "in 2 d 19 h" in filled.ok("due", "--ahead", "5")
    assert "nothing is due" in filled.ok("due")
    explained = filled.json("explain", "1")
    assert explained["due_at"] == made["due_at"]
    assert explained["counted"] == []
    assert "your own date" in filled.ok("explain", "1")


def test_the_guide_suggests_and_explains(filled: Casebook) -> None:
    filled.ok(*ASKED, "--subject", "Withdrawal on hold", "--text", "Where is it?")
    steps = filled.json("follow-up", "suggest", "1")
    assert [step["rule"] for step in steps] == ["mail-nudge", "mail-resend"]
    assert "in the same thread" in filled.ok("follow-up", "suggest", "1")
    nudge = filled.json("follow-up", "add", "1", "--suggest")
    assert datetime.fromisoformat(nudge["due_at"]) == datetime.fromisoformat("2026-11-20T18:10:00+08:00")
    assert (nudge["rule"], nudge["contact"], nudge["zone"]) == ("mail-nudge", 1, system_zone())
    resend = filled.json("follow-up", "add", "1", "--suggest", "--rule", "mail-resend", "--lang", "zh")
    assert "已发送过一次" in resend["reason"]
    explained = filled.json("explain", "2")
    assert {
        "due_at": "2026-11-23T18:10:00+08:00",
        "start": "2026-11-18T18:10:00+08:00",
        "unit": "business-days",
        "counted": ["2026-11-19", "2026-11-20", "2026-11-23"],
        "rule": "mail-resend",
    }.items() <= explained.items()
    assert [s["date"] for s in explained["skipped"]] == ["2026-11-21", "2026-11-22"]
    assert [s["why"] for s in explained["skipped"]] == ["weekend", "weekend"]
    assert explained["source"].startswith("Guide B")
    assert "3 business days: Thu 19, Fri 20, Mon 23; skipped Sat 21, Sun 22 (weekend)" in filled.ok("explain", "2")
    assert "3 个工作日" in filled.ok("explain", "2", "--lang", "zh")


def test_nothing_to_suggest(filled: Casebook) -> None:
    assert filled.json("follow-up", "suggest", "1") == []
    assert "suggests nothing" in filled.refused("follow-up", "add", "1", "--suggest")
    filled.ok(*ASKED, "--text", "?")
    line = filled.refused("follow-up", "add", "1", "--suggest", "--rule", "chat-nudge")
    assert "mail-nudge, mail-resend" in line
    filled.ok(
        "log", "1", "--channel", "email", "--agent", "Lily", "--at", "2026-11-20T10:00+08:00", "--text", "It is paid"
    )
    assert "nothing is waited for" in filled.ok("follow-up", "suggest", "1")


def test_never_a_day_early(filled: Casebook) -> None:
    filled.ok(*ASKED, "--text", "?")
    filled.ok("follow-up", "add", "1", "--suggest", "--rule", "mail-resend")
    assert filled.json("due", "--now", "2026-11-23T18:09:59+08:00") == []
    assert len(filled.json("due", "--now", "2026-11-23T18:10:00+08:00")) == 1


def test_done_drop_reopen_snooze_move(filled: Casebook) -> None:
    for reason in ("a", "b", "c"):
        filled.ok("follow-up", "add", "1", "--due", "2026-11-20T14:00+08:00", "--reason", reason)
    assert [row["id"] for row in filled.json("due")] == [1, 2, 3]
    assert filled.json("follow-up", "done", "1", "--answer", "called")["state"] == "done"
    assert filled.json("follow-up", "drop", "2", "--answer", "paid")["answer"] == "paid"
    assert "answered already" in filled.refused("follow-up", "done", "1")
    assert filled.json("follow-up", "snooze", "3", "--for", "2d")["snoozed_until"] == "2026-11-22T06:03:00.000Z"
    assert filled.json("due") == []
    assert [row["id"] for row in filled.json("due", "--ahead", "2")] == [3]
    until = filled.json("follow-up", "snooze", "3", "--until", "2026-11-21 09:00", "--zone", "Asia/Singapore")
    assert until["snoozed_until"] == "2026-11-21T01:00:00.000Z"
    assert "quiet until" in filled.ok("follow-up", "list", "--open")
    assert "into the future" in filled.refused("follow-up", "snooze", "3", "--until", "2026-11-19")
    assert filled.json("follow-up", "reopen", "1")["state"] == "open"
    assert filled.json("follow-up", "move", "3", "--due", "2026-12-01T10:00+08:00")["snoozed_until"] is None
    assert [u["state"] for u in filled.json("follow-up", "list", "C-1")] == ["open", "dropped", "open"]
    filled.wait(days=30)
    assert [row["overdue"] for row in filled.json("due")] == [True, True]
    assert "late" in filled.ok("due")


def test_a_moved_date_says_so(filled: Casebook) -> None:
    filled.ok(*ASKED, "--text", "?")
    filled.ok("follow-up", "add", "1", "--suggest")
    filled.ok("follow-up", "move", "1", "--due", "2026-12-01T10:00+08:00")
    explained = filled.json("explain", "1")
    assert datetime.fromisoformat(explained["due_at"]) == datetime.fromisoformat("2026-12-01T10:00+08:00")
    assert explained["computed"] == "2026-11-20T18:10:00+08:00"
    assert "You moved it" in filled.ok("explain", "1")


def test_what_is_asked_wrongly(filled: Casebook) -> None:
    for words in (
        ["follow-up", "add", "1"],
        ["follow-up", "add", "1", "--due", "2026-11-23"],
        ["follow-up", "add", "1", "--due", "2026-11-23", "--reason", "x", "--suggest"],
        ["follow-up", "add", "1", "--due", "2026-11-23", "--reason", "x", "--rule", "mail-nudge"],
        ["follow-up", "snooze", "1"],
        ["follow-up", "snooze", "1", "--for", "2d", "--until", "2026-11-23"],
        ["due", "--ahead", "-1"],
    ):
        filled.refused(*words, code=2)
    filled.ok("follow-up", "add", "1", "--due", "2026-11-23", "--reason", "x")
    for words, says in (
        (["follow-up", "snooze", "1", "--for", "soon"], "30m, 3h, 2d"),
        (["follow-up", "add", "1", "--due", "tomorrow", "--reason", "x"], "is not a time"),
        (["follow-up", "add", "1", "--due", "2026-11-23", "--reason", " "], "needs a reason"),
        (["follow-up", "add", "1", "--due", "2026-11-23", "--reason", "x", "--contact", "9"], "no contact 9"),
        (["follow-up", "add", "1", "--due", "2026-11-23", "--reason", "x", "--promise", "9"], "no promise 9"),
        (["follow-up", "done", "9"], "no follow-up 9"),
        (["explain", "9"], "no follow-up 9"),
        (["due", "--now", "later"], "is not a time"),
    ):
        assert says in filled.refused(*words)

"""Promises, requests and what support asks to know, typed: they ring, are answered, and stand in the case."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Casebook


@pytest.fixture
def told(filled: Casebook, tmp_path: Path) -> Casebook:
    """A case with a chat in which Lily promises, with a screenshot."""
    shot = tmp_path / "chat.png"
    shot.write_bytes(b"pixels")
    filled.ok(
        *("log", "1", "--channel", "chat", "--direction", "in", "--agent", "Lily", "--at", "2026-11-20 14:03"),
        *("--zone", "Asia/Singapore", "--text", "It will be released within 24 hours.", "--attach", shot),
    )
    return filled


def test_a_promise_counts_its_date_from_the_contact_and_rings(told: Casebook) -> None:
    words = "It will be released within 24 hours."
    made = told.json(*("promise", "add", "1", "--text", words, "--contact", "1", "--due-as-said", "--exhibit", "EX-1"))
    assert (made["due_at"], made["agent"], made["exhibit"]) == ("2026-11-21T14:03:00+08:00", "Lily", "EX-1")
    assert told.json("due", "--now", "2026-11-21T14:02+08:00") == []
    (row,) = told.json("due", "--now", "2026-11-21T14:03+08:00")
    assert row["reason"] == f"Promised: “{words}”. Kept or broken?"
    told.wait(hours=25)
    assert [p["id"] for p in told.json("promise", "list", "--late")] == [1]
    assert "open, time is over" in told.ok("promise", "list", "1")
    assert "say how you know" in told.refused("promise", "resolve", "1", "broken")
    said = told.ok("promise", "resolve", "1", "broken", "--note", "still on hold at 14:10")
    assert "casebook draft C-1 --kind promise-broken" in said
    assert told.json("due") == []
    assert told.json("promise", "list", "--late") == []
    told.ok("promise", "resolve", "1", "open")
    assert [row["id"] for row in told.json("due")] == [1]


def test_words_without_a_date_say_so(told: Casebook) -> None:
    answer = told.run("promise", "add", "1", "--text", "soon", "--contact", "1", "--due-as-said", "--json")
    assert answer.code == 0
    assert answer.json["due_at"] is None
    assert "name no time" in answer.err
    assert told.json("follow-up", "list") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--due-as-said"], "--contact"),
        (["--due", "2026-11-21", "--due-as-said", "--contact", "1"], "either"),
    ],
)
def test_dates_that_cannot_be_meant_are_a_wrong_use(told: Casebook, words: list[str], said: str) -> None:
    answer = told.run("promise", "add", "1", "--text", "x", *words)
    assert (answer.code, said in answer.err) == (2, True)


def test_a_reminder_speaks_chinese_or_is_left_out(told: Casebook) -> None:
    told.ok("promise", "add", "1", "--text", "今天放行", "--due", "2026-11-20", "--lang", "zh")
    told.ok("promise", "add", "1", "--text", "soon", "--due", "2026-11-20", "--no-reminder")
    told.ok("request", "add", "1", "--text", "手持证件照", "--due", "2026-11-23", "--lang", "zh")
    reasons = [each["reason"] for each in told.json("follow-up", "list")]
    assert reasons == ["对方承诺：“今天放行”。兑现了吗？", "提供“手持证件照”，期限 2026-11-23"]


def test_a_promise_is_changed_field_by_field(told: Casebook) -> None:
    told.ok("promise", "add", "1", "--text", "soon", "--due", "2026-11-21 10:00", "--contact", "1")
    made = told.json("promise", "edit", "1", "--due", "2026-11-24 10:00", "--text", "very soon")
    assert (made["text"], made["agent"], made["contact"], made["exhibit"]) == ("very soon", "Lily", 1, "")
    assert [each["due_at"][:16] for each in told.json("follow-up", "list", "--open")] == ["2026-11-24T10:00"]
    assert told.json("promise", "edit", "1", "--exhibit", "EX-1")["exhibit"] == "EX-1"
    assert told.json("promise", "edit", "1", "--due", "")["due_at"] is None
    assert told.json("follow-up", "list", "--open") == []
    assert told.run("promise", "edit", "1").code == 2
    assert "no EX-9" in told.refused("promise", "edit", "1", "--exhibit", "EX-9")


def test_a_request_rings_and_is_supplied_with_a_contact(told: Casebook, tmp_path: Path) -> None:
    scan = tmp_path / "passport.pdf"
    scan.write_bytes(b"%PDF")
    made = told.json("request", "add", "1", "--text", "passport", "--due", "2026-11-25", "--identity", "--contact", "1")
    assert (made["due_at"][:10], made["identity"], made["contact"]) == ("2026-11-25", True, 1)
    assert [each["due_at"][:16] for each in told.json("follow-up", "list")] == ["2026-11-24T09:00"]
    told.wait(hours=24 * 6)
    assert "open, time is over" in told.ok("request", "list", "--late")
    told.ok("log", "1", "--channel", "email", "--direction", "out", "--text", "Here it is.", "--attach", scan)
    assert told.ok("request", "supply", "1", "--contact", "2") == "request 1 is supplied with contact 2 (EX-2)\n"
    assert "supplied with contact 2 (EX-2)" in told.ok("case", "show", "1")
    assert told.json("due") == []
    assert told.json("request", "reopen", "1")["supplied_contact"] is None
    assert len(told.json("due")) == 1
    assert told.json("request", "edit", "1", "--no-identity", "--due", "")["identity"] is False
    assert told.json("due") == []
    done = told.json("request", "supply", "1", "--at", "2026-11-21 08:00", "--zone", "Asia/Singapore")
    assert done["supplied_at"] == "2026-11-21T00:00:00.000Z"


def test_what_support_asks_to_know_has_its_place(told: Casebook) -> None:
    account = told.json(
        *("account", "add", "--firm", "1", "--uid", "88", "--registered-on", "2024-03-01"),
        *("--usual-ips", "203.0.113.9", "--callback", "+65 5550 1000, after 18:00", "--vip-tier", "VIP 2"),
    )
    assert (account["registered_on"], account["usual_ips"]) == ("2024-03-01", "203.0.113.9")
    assert (account["callback"], account["vip_tier_on"]) == ("+65 5550 1000, after 18:00", "2026-11-20")
    told.wait(hours=48)
    assert told.json("account", "edit", "1", "--vip-tier", "VIP 3")["vip_tier_on"] == "2026-11-22"
    assert told.json("account", "edit", "1", "--phone", "1")["vip_tier_on"] == "2026-11-22"
    assert "is not a date" in told.refused("account", "edit", "1", "--registered-on", "last year")
    told.ok("case", "edit", "1", "--seen-on", "app 4.2, Android 16", "--steps", "1. logged in\n2. asked for it")
    shown = told.json("case", "show", "1")
    assert (shown["seen_on"], shown["steps"]) == ("app 4.2, Android 16", "1. logged in\n2. asked for it")
    assert "app 4.2" in told.ok("case", "show", "1")


def test_a_request_in_a_message_brings_its_date(told: Casebook) -> None:
    words = "Please send us a photo of the card within 5 days."
    told.ok("log", "1", "--channel", "email", "--direction", "in", "--at", "2026-11-20 14:03", "--text", words)
    (offer,) = [each for each in told.json("propose", "2") if each["kind"] == "request"]
    assert offer["due_at"][:10] == "2026-11-25"
    told.ok("propose", "2", "--accept", str(offer["number"]))
    (made,) = told.json("request", "list")
    assert made["due_at"][:10] == "2026-11-25"
    assert [each["due_at"][:10] for each in told.json("follow-up", "list")] == ["2026-11-24"]


def test_a_reminder_is_read_in_the_language_that_is_asked_for(told: Casebook) -> None:
    told.ok("promise", "add", "1", "--text", "今天放行", "--due", "2026-11-20", "--lang", "zh")
    assert "which has come: it rings now" in told.ok(
        "follow-up", "add", "1", "--due", "2026-11-19", "--reason", "Ask Lily"
    )
    told.wait(days=2)
    asked = [row["reason"] for row in told.json("due", "--lang", "en")]
    assert sorted(asked) == ["Ask Lily", "Promised: “今天放行”. Kept or broken?"]
    assert told.json("due")[1]["reason"] == "对方承诺：“今天放行”。兑现了吗？"
    assert "Promised: “今天放行”" in told.ok("follow-up", "list", "--lang", "en")
    assert "is when promise 1 runs out, as you recorded it: Promised: “今天放行”" in told.ok("explain", "1")
    assert "第 1 号承诺的到期时间" in told.ok("explain", "1", "--lang", "zh")
    assert told.json("explain", "1")["source"] == "promise 1"
    assert "是您自己定的日期：Ask Lily" in told.ok("explain", "2", "--lang", "zh")

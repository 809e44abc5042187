"""What to do next, by which way, and what comes after it, on the command line."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.cli.conftest import Casebook

MAIL = ["log", "1", "--channel", "email", "--direction", "out", "--zone", "Asia/Singapore", "--text", "Where is it?"]
SENT = [*MAIL, "--at", "2026-11-18 18:10", "--subject", "Withdrawal refused, T-99812"]


def states(casebook: Casebook, *words: str) -> dict[str, str]:
    return {rung["id"]: rung["state"] for rung in casebook.json("ladder", "1", *words)}


def upwards(casebook: Casebook) -> list[str]:
    return [rung["id"] for rung in casebook.json("ladder", "1") if rung["next"]]


def test_resend_check_before_between_and_after(filled: Casebook) -> None:
    free = filled.json("resend-check", "1")
    assert (free["verdict"], free["channel"], free["sent_at"], free["limit"]) == ("free", "email", None, None)
    filled.ok(*SENT)
    filled.now = datetime(2026, 11, 19, 12, 10, tzinfo=UTC)
    wait = filled.json("resend-check", "C-1")
    assert (wait["verdict"], wait["contact"], wait["hours"], wait["times"]) == ("wait", 1, 26.0, 1)
    assert wait["limit"]["due_at"] == "2026-11-23T18:10:00+08:00"
    assert "2 business days left" in wait["reason"]
    filled.now = datetime(2026, 11, 20, 10, 10, tzinfo=UTC)
    assert filled.json("resend-check", "1")["verdict"] == "nudge-first"
    filled.now = datetime(2026, 11, 23, 10, 10, tzinfo=UTC)
    printed = filled.ok("resend-check", "1", "--lang", "zh")
    assert printed.startswith("resend: 上次发送是 5 天前")
    assert "已发送过一次" in printed
    assert filled.json("resend-check", "1", "--channel", "ticket")["verdict"] == "free"


def test_next_says_what_rings_what_the_guide_thinks_and_the_next_step_up(filled: Casebook) -> None:
    assert filled.json("next", "1")["ladder"]["id"] == "help-centre"
    filled.ok(*SENT)
    filled.ok("follow-up", "add", "1", "--due", "2026-11-19 10:00", "--reason", "call them")
    filled.now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    told = filled.json("next", "1")
    assert [f["reason"] for f in told["follow_ups"]] == ["call them"]
    assert [(s["rule"], s["contact"]) for s in told["suggestions"]] == [("mail-nudge", 1), ("mail-resend", 1)]
    assert told["ladder"]["id"] == "nudge"
    assert "call them" in filled.ok("next", "1")
    filled.ok("case", "close", "1", "--outcome", "paid")
    closed = filled.json("next", "1")
    assert (closed["suggestions"], closed["ladder"]) == ([], None)


def test_the_ladder_from_the_record(filled: Casebook) -> None:
    assert set(states(filled).values()) == {"open", "later"}
    assert upwards(filled) == ["help-centre"]
    filled.ok("log", "1", "--channel", "chat", "--bot", "--text", "How can I help?", "--at", "2026-11-17 09:00")
    filled.ok("log", "1", "--channel", "email", "--direction", "in", "--text", "News", "--at", "2026-11-17 09:30")
    assert {states(filled)[step] for step in ("live", "written")} == {"open"}
    filled.ok("log", "1", "--channel", "chat", "--text", "They look into it", "--at", "2026-11-17 10:00")
    assert upwards(filled) == ["written"]
    filled.ok(*SENT)
    filled.now = datetime(2026, 11, 19, 12, tzinfo=UTC)
    found = {rung["id"]: rung for rung in filled.json("ladder", "1")}
    assert (found["live"]["state"], found["live"]["contact"]) == ("done", 3)
    assert found["written"]["done_at"] == "2026-11-18T18:10:00+08:00"
    assert (found["nudge"]["state"], found["nudge"]["not_before"]) == ("later", "2026-11-20T10:10:00.000Z")
    assert found["resend"]["not_before"] == "2026-11-23T10:10:00.000Z"
    assert found["outside"]["why"] == "complain-first"
    assert upwards(filled) == []  # one waits now
    filled.now = datetime(2026, 11, 20, 10, 10, tzinfo=UTC)
    assert upwards(filled) == ["nudge"]
    filled.ok(*MAIL, "--at", "2026-11-20 18:30", "--subject", "Re: Withdrawal refused, T-99812")
    assert states(filled)["nudge"] == "done"
    filled.now = datetime(2026, 11, 26, 10, 10, tzinfo=UTC)
    assert upwards(filled) == ["resend"]
    filled.ok(*MAIL, "--at", "2026-11-26 18:30", "--subject", "Withdrawal refused (sent once already)")
    assert states(filled)["resend"] == "done"
    assert upwards(filled) == ["supervisor"]
    filled.ok(*MAIL, "--at", "2026-11-27 18:30", "--subject", "Formal complaint: withdrawal T-99812")
    assert states(filled)["complaint"] == "done"
    outside = next(rung for rung in filled.json("ladder", "1") if rung["next"])
    assert (outside["id"], outside["why"]) == ("outside", "pick-rules")


def test_marks_by_hand(filled: Casebook) -> None:
    made = filled.json("ladder", "1", "--done", "help-centre", "--note", "two articles, no help")
    assert (made["state"], made["marked"], made["note"]) == ("done", True, "two articles, no help")
    assert filled.json("ladder", "1", "--not-needed", "bank", "--lang", "zh")["says"] == "您已标为不需要。"
    assert states(filled)["bank"] == "skipped"
    assert filled.json("ladder", "1", "--clear", "bank")["state"] == "later"
    for words, code in (
        (("--done", "moon"), 1),
        (("--clear", "bank"), 1),
        (("--done", "bank", "--clear", "court"), 2),
        (("--note", "x"), 2),
    ):
        answer = filled.run("ladder", "1", *words)
        assert answer.code == code
        assert answer.err.count("\n") == 1
    assert "has no step 'moon'" in filled.run("ladder", "1", "--done", "moon").err
    assert filled.run("ladder", "9").code == 1
    assert "→" in filled.ok("ladder", "1")


def test_a_picked_rule_opens_and_closes_a_door(filled: Casebook) -> None:
    sent = "2026-11-02 10:00"
    filled.ok(*MAIL, "--at", sent, "--subject", "Formal complaint")
    filled.ok("deadline", "add", "1", "--rule", "uk-final-response", "--contact", "1")
    found = {rung["id"]: rung for rung in filled.json("ladder", "1")}
    assert found["complaint"]["answer_by"].startswith("2026-12-28")
    assert (found["outside"]["state"], found["outside"]["not_before"][:10]) == ("later", "2026-12-28")
    assert "Not before" in found["outside"]["says"]
    assert found["outside"]["explained"][0]["rule"] == "uk-final-response"
    filled.now = datetime(2026, 12, 30, tzinfo=UTC)
    assert states(filled)["outside"] == "open"
    filled.ok("deadline", "add", "1", "--rule", "uk-ombudsman", "--at", "2026-12-29 10:00")
    assert next(r for r in filled.json("ladder", "1") if r["id"] == "outside")["closes"][:7] == "2027-06"
    filled.now = datetime(2027, 7, 5, tzinfo=UTC)
    assert states(filled)["outside"] == "closed"
    assert "Closed for ever since" in filled.ok("ladder", "1")


def test_the_ways_to_a_firm_are_the_users_own(filled: Casebook) -> None:
    assert filled.json("channel", "list", "Kestrel") == []
    made = filled.json(
        *("channel", "add", "Kestrel", "--channel", "chat", "--place", "App > Help", "--hours", "Mon-Fri 09:00-18:00"),
        *("--language", "English", "--language", "中文", "--cost", "free"),
    )
    assert (made["firm"], made["languages"], made["checked_on"]) == ("Kestrel", ["English", "中文"], "2026-11-20")
    assert filled.json("channel", "edit", "1", "--hours", "24/7")["hours"] == "24/7"
    filled.wait(minutes=3 * 24 * 60)
    assert filled.json("channel", "checked", "1")["checked_on"] == "2026-11-23"
    unread = filled.run("channel", "edit", "1", "--hours", "ask them")
    assert (unread.code, "cannot be counted with" in unread.err) == (0, True)
    assert "App > Help" in filled.ok("channel", "list")
    assert filled.run("channel", "edit", "1").code == 2
    assert filled.run("channel", "edit", "7", "--note", "x").code == 1
    assert filled.run("channel", "add", "Kestrel", "--channel", "chat", "--zone", "Mars/Base").code == 1
    assert filled.json("channel", "remove", "1")["id"] == 1
    assert filled.json("channel", "list") == []


def test_where_to_turn_follows_urgency_hours_language_and_what_waits(filled: Casebook) -> None:
    filled.ok(
        "channel", "add", "Kestrel", "--channel", "phone", "--hours", "Mon-Fri 09:00-18:00", "--language", "English"
    )
    filled.ok("channel", "add", "Kestrel", "--channel", "chat", "--hours", "24/7", "--language", "中文")
    first = filled.json("where", "1", "--urgency", "now")
    assert {way["channel"] for way in first[:2]} == {"phone", "chat"}
    assert all(way["open"] for way in first[:2])
    filled.now = datetime(2026, 11, 22, 6, tzinfo=UTC)  # a Sunday
    now = {way["channel"]: way for way in filled.json("where", "1", "--urgency", "now", "--type", "account-security")}
    assert next(iter(now)) == "chat"
    assert (now["phone"]["open"], now["phone"]["changes_at"]) == (False, "2026-11-23T01:00:00+00:00")
    assert any("opens Mon 09:00" in words for words in now["phone"]["against"])
    english = {way["channel"]: way for way in filled.json("where", "1", "--speak", "en")}
    assert any("only in 中文" in words for words in english["chat"]["against"])
    on_record = filled.json("where", "1", "--urgency", "record")
    assert on_record[0]["channel"] in {"email", "ticket", "letter"}
    filled.ok(*SENT)
    waits = {way["channel"]: way for way in filled.json("where", "1", "--lang", "zh")}
    assert any("仍在等待回复" in words for words in waits["email"]["against"])
    assert waits["email"]["known"] is None
    assert "vip" not in waits
    assert filled.ok("where", "1").startswith("Kestrel, other, urgency: days")

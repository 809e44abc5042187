"""Firms, accounts, cases, contacts, exhibits and the lists around them: every command, and its JSON shape."""

from __future__ import annotations

import hashlib
import os
import re
from datetime import UTC, datetime
from pathlib import Path

from casebook.journal import Journal
from casebook.journal.times import system_zone
from tests.cli.conftest import Casebook

RECORDED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


def test_the_first_firm_makes_the_casebook(casebook: Casebook) -> None:
    answer = casebook.run("firm", "add", "--name", "Orca", "--kind", "broker", "--json")
    assert answer.code == 0
    assert "made a new casebook" in answer.err
    assert answer.json == {
        "id": 1,
        "name": "Orca",
        "kind": "broker",
        "country": "",
        "zone": "",
        "note": "",
        "legal_name": "",
        "licence": "",
        "address": "",
        "recorded_at": "2026-11-20T06:03:00.000Z",
    }
    assert casebook.run("firm", "add", "--name", "Second").err == ""


def test_firms_and_accounts(filled: Casebook) -> None:
    assert filled.json("firm", "edit", "kes", "--note", "slow", "--zone", "Asia/Tokyo")["zone"] == "Asia/Tokyo"
    filled.ok("firm", "add", "--name", "Arctic Bank", "--kind", "bank")
    assert [f["name"] for f in filled.json("firm", "list")] == ["Arctic Bank", "Kestrel"]
    shown = filled.json("firm", "show", "Kestrel")
    assert shown["note"] == "slow"
    assert [a["uid"] for a in shown["accounts"]] == ["80041277"]
    made = filled.json("account", "add", "--firm", "2", "--alias", "a@example.org", "--alias", "b@example.org")
    assert (made["firm"], made["aliases"]) == ("Arctic Bank", ["a@example.org", "b@example.org"])
    assert filled.json("account", "edit", "2", "--phone", "+65 1")["aliases"] == ["a@example.org", "b@example.org"]
    assert filled.json("account", "edit", "2", "--alias", "")["aliases"] == []
    assert [a["id"] for a in filled.json("account", "list")] == [1, 2]
    assert [a["id"] for a in filled.json("account", "list", "--firm", "Kestrel")] == [1]
    assert "lin@example.org" in filled.ok("firm", "show", "Kestrel")
    assert "Arctic Bank" in filled.ok("account", "list")


def test_a_firm_tells_how_it_answered_and_kept_its_word(filled: Casebook) -> None:
    say = ("log", "C-1", "--channel", "email", "--zone", "Asia/Singapore", "--text", "words")
    filled.ok(*say, "--direction", "out", "--at", "2026-11-09 09:00")
    empty = filled.json("firm", "show", "Kestrel")
    assert (empty["answers"], empty["longest_silence"]["until"]) == ({}, None)
    filled.ok(*say, "--direction", "in", "--at", "2026-11-09 12:00")
    filled.ok("promise", "add", "C-1", "--text", "within 24 h")
    shown = filled.json("firm", "show", "Kestrel")
    assert shown["answers"] == {"email": {"n": 1, "mean_hours": 3.0, "median_hours": 3.0, "longest_hours": 3.0}}
    assert (shown["promises"]["open"], shown["promises"]["kept"], shown["promises_kept_share"]) == (1, 0, None)
    assert (shown["cases"]["open"], shown["longest_silence"]["case"]) == (1, "C-1")
    words = filled.ok("firm", "show", "Kestrel")
    assert "3 h (one answer only)" in words
    assert "1 open" in words


def test_what_was_looked_at_last_is_named_again(filled: Casebook) -> None:
    assert filled.json("search", "--recent") == []
    with Journal.open(filled.book) as journal:
        for kind in ("firm", "case"):
            journal.visits.note(kind, 1)
    assert {(hit["kind"], hit["id"]) for hit in filled.json("search", "--recent")} == {("firm", 1), ("case", 1)}
    assert len(filled.json("search", "--recent", "--limit", "1")) == 1
    assert filled.run("search", "words", "--recent").code == 2


def test_a_case_from_opening_to_reopening(filled: Casebook) -> None:
    made = filled.json(
        *("case", "add", "--firm", "Kestrel", "--title", "充值未到账", "--category", "deposit", "--amount", "1,250.50"),
        *("--asset", "USDT", "--network", "TRC20", "--claim", "c", "--remedy", "r"),
        *("--problem-at", "2026-11-16 09:41", "--zone", "Asia/Singapore"),
    )
    assert (made["id"], made["number"], made["firm"], made["amount"]) == (2, "C-2", "Kestrel", "1250.50")
    assert made["problem_at"] == "2026-11-16T09:41:00+08:00"
    assert filled.json("case", "edit", "C-2", "--title", "新标题")["title"] == "新标题"
    assert filled.json("case", "edit", "2", "--amount", "")["amount"] == ""
    filled.ok("firm", "add", "--name", "Orca")
    assert filled.json("case", "edit", "2", "--firm", "Orca")["firm"] == "Orca"
    closed = filled.json("case", "close", "2", "--outcome", "paid")
    assert (closed["status"], closed["outcome"]) == ("closed", "paid")
    assert RECORDED.fullmatch(closed["closed_at"])
    assert "closed already" in filled.refused("case", "close", "2")
    assert filled.json("case", "reopen", "2")["closed_at"] is None
    filled.ok("case", "close", "2")
    assert [c["number"] for c in filled.json("case", "list")] == ["C-1", "C-2"]
    assert [c["number"] for c in filled.json("case", "list", "--status", "open")] == ["C-1"]
    assert [c["number"] for c in filled.json("case", "list", "--firm", "Orca")] == ["C-2"]
    assert filled.ok("case", "list").splitlines()[1].startswith("C-2  Orca     closed")


def test_case_list_says_who_waits(filled: Casebook) -> None:
    assert filled.json("case", "list", "--waiting") == []
    filled.ok("log", "1", "--channel", "email", "--direction", "out", "--at", "2026-11-20T12:00+08:00", "--text", "?")
    (row,) = filled.json("case", "list", "--waiting")
    assert datetime.fromisoformat(row["waiting_since"]) == datetime(2026, 11, 20, 4, tzinfo=UTC)
    assert row["contacts"] == 1
    assert "waiting 2 h 3 min" in filled.ok("case", "list")
    assert filled.json("case", "list", "--not-waiting") == []


def test_log_prints_the_contact_it_made(filled: Casebook, tmp_path: Path) -> None:
    shot = tmp_path / "聊天 1.png"
    shot.write_bytes(b"\x89PNG not really")
    os.utime(shot, (1_700_000_000, 1_700_000_000))
    made = filled.json(
        *("log", "C-1", "--channel", "chat", "--at", "2026-11-20 14:03", "--zone", "Asia/Singapore"),
        *("--agent", "Lily", "--agent-id", "4471", "--person", "--ticket", "T-1", "--ticket", "T-2"),
        *("--text", "将在 24 小时内释放", "--attach", str(shot), "--attach", str(shot)),
    )
    digest = hashlib.sha256(shot.read_bytes()).hexdigest()
    assert made == {
        "id": 1,
        "case": "C-1",
        "happened_at": "2026-11-20T14:03:00+08:00",
        "zone": "Asia/Singapore",
        "precision": "exact",
        "known": "memory",
        "recorded_at": "2026-11-20T06:03:00.000Z",
        "channel": "chat",
        "direction": "both",
        "agent": "Lily",
        "agent_id": "4471",
        "bot": False,
        "platform": "",
        "subject": "",
        "text": "将在 24 小时内释放",
        "outcome": "",
        "automatic": "",
        "tickets": ["T-1", "T-2"],
        "exhibits": [
            {"number": "EX-1", "file": "聊天 1.png", "sha256": digest, "bytes": 15},
            {"number": "EX-2", "file": "聊天 1.png", "sha256": digest, "bytes": 15},
        ],
        "role": "",
        "translation": "",
        "details": {},
        "amended": False,
        "purged_at": None,
    }
    (exhibit, _) = filled.json("exhibit", "list", "1")
    assert exhibit["taken_at"] == "2023-11-14T22:13:20.000Z"
    assert exhibit["source"] == "file"


def test_log_takes_now_about_a_day_and_standard_input(filled: Casebook) -> None:
    now = filled.json("log", "1", "--channel", "phone", "--text", "x")
    assert datetime.fromisoformat(now["happened_at"]) == filled.now
    assert (now["zone"], now["known"]) == (system_zone(), "device-clock")
    about = filled.json("log", "1", "--channel", "phone", "--text", "x", "--at", "2026-11-19 10:00", "--about")
    assert (about["precision"], about["known"]) == ("about", "memory")
    for at in ("2026-11-19", "2026-11-19 10:00"):
        day = filled.json(
            "log", "1", "--channel", "phone", "--text", "x", "--at", at, "--date-only", "--known", "unknown"
        )
        assert (day["precision"], day["known"], day["happened_at"][:19]) == ("date", "unknown", "2026-11-19T00:00:00")
    piped = filled.json("log", "1", "--channel", "email", "--text", "-", stdin="第一行\n第二行\n".encode())
    assert piped["text"] == "第一行\n第二行"
    offset = filled.json(
        "log", "1", "--channel", "chat", "--text", "x", "--at", "2026-11-19T10:00-05:00", "--zone", "UTC"
    )
    assert (offset["happened_at"], offset["zone"]) == ("2026-11-19T10:00:00-05:00", "-05:00")


def test_the_direction_left_out(filled: Casebook) -> None:
    for words, direction in (
        (["--channel", "chat"], "both"),
        (["--channel", "phone", "--agent", "Lily"], "both"),
        (["--channel", "email"], "out"),
        (["--channel", "email", "--agent", "Lily"], "in"),
        (["--channel", "social", "--bot"], "in"),
        (["--channel", "ticket", "--direction", "in"], "in"),
    ):
        assert filled.json("log", "1", "--text", "x", *words)["direction"] == direction


def test_odd_times_are_said_and_kept(filled: Casebook) -> None:
    def note(at: str) -> str:
        answer = filled.run("log", "1", "--channel", "chat", "--text", "x", "--zone", "Europe/London", "--at", at)
        assert answer.code == 0
        return answer.err

    assert "in the future" in note("2026-11-21 10:00")
    assert "did not exist" in note("2026-03-29 01:30")
    assert "came twice" in note("2026-10-25 01:30")
    assert note("2026-10-25 01:30Z") == ""
    assert note("2026-11-19 10:00") == ""
    assert [c["happened_at"] for c in filled.json("contact", "list", "1")][:2] == [
        "2026-03-29T01:30:00+00:00",
        "2026-10-25T01:30:00+01:00",
    ]


def test_amend_keeps_what_stood_there(filled: Casebook) -> None:
    filled.ok("log", "1", "--channel", "chat", "--text", "first words", "--agent", "Lilly")
    filled.wait(minutes=5)
    made = filled.json("amend", "1", "--reason", "misspelt", "--agent", "Lily", "--at", "2026-11-20T13:59+08:00")
    assert (made["agent"], made["amended"]) == ("Lily", True)
    assert datetime.fromisoformat(made["happened_at"]) == datetime(2026, 11, 20, 5, 59, tzinfo=UTC)
    assert {(a["field"], a["before"]) for a in made["amendments"] if a["field"] == "agent"} == {("agent", "Lilly")}
    shown = filled.ok("contact", "show", "1")
    assert "misspelt" in shown
    assert "agent was" in shown
    assert len(filled.json("case", "show", "1")["amendments"]) == 2
    assert filled.json("amend", "1", "--reason", "r", "--text", "-", stdin=b"second")["text"] == "second"
    assert filled.json("amend", "1", "--reason", "r", "--bot")["bot"] is True
    assert "nothing would change" in filled.refused("amend", "1", "--reason", "r", "--agent", "Lily")


def test_a_slip_is_put_right_at_once_and_later_needs_a_reason(filled: Casebook) -> None:
    filled.ok("log", "1", "--channel", "chat", "--text", "frist words")
    assert "corrected contact 1: text" in filled.ok("amend", "1", "--text", "first words")
    assert filled.json("contact", "show", "1")["amendments"] == []
    filled.wait(minutes=15)
    assert "contact 1 is locked: give a reason" in filled.refused("amend", "1", "--text", "other words")
    assert "amended contact 1: text" in filled.ok("amend", "1", "--text", "other words", "--reason", "misheard")
    assert [a["before"] for a in filled.json("contact", "show", "1")["amendments"]] == ["first words"]


def test_how_a_time_is_known_can_be_put_right_alone(filled: Casebook) -> None:
    filled.ok("log", "1", "--channel", "chat", "--text", "x", "--at", "2026-10-25T01:30Z", "--zone", "Europe/London")
    made = filled.json("amend", "1", "--known", "screenshot", "--about")
    assert (made["known"], made["precision"], made["amended"]) == ("screenshot", "about", False)
    assert made["happened_at"] == "2026-10-25T01:30:00+00:00"
    filled.wait(minutes=15)
    made = filled.json("amend", "1", "--known", "memory", "--reason", "it was cropped")
    assert (made["known"], made["precision"]) == ("memory", "about")
    assert [a["before"] for a in made["amendments"]] == ["2026-10-25T01:30:00+00:00 Europe/London (about, screenshot)"]
    day = filled.json("amend", "1", "--date-only", "--reason", "not sure any more")
    assert (day["happened_at"][:19], day["precision"]) == ("2026-10-25T00:00:00", "date")


def test_case_show_holds_everything(filled: Casebook, tmp_path: Path) -> None:
    shot = tmp_path / "a.txt"
    shot.write_text("x")
    filled.ok(
        "log", "1", "--channel", "chat", "--agent", "Lily", "--ticket", "T-9", "--text", "hello", "--attach", shot
    )
    filled.ok("promise", "add", "1", "--text", "soon", "--contact", "1")
    filled.ok("request", "add", "1", "--text", "photo")
    filled.ok("reference", "add", "1", "txid", "0xabc", "--network", "ETH")
    filled.ok("follow-up", "add", "1", "--due", "2026-11-23 10:00", "--reason", "ask")
    shown = filled.json("case", "show", "C-1")
    assert shown["number"] == "C-1"
    for name in ("contacts", "exhibits", "follow_ups", "promises", "requests", "references", "tickets"):
        assert len(shown[name]) == 1, name
        assert shown[name][0]["case"] == "C-1"
        assert RECORDED.fullmatch(shown[name][0]["recorded_at"])
    text = filled.ok("case", "show", "1")
    for words in ("hello", "EX-1", "T-9", "soon", "photo", "0xabc", "ask", "Withdrawal on hold"):
        assert words in text
    assert filled.json("--json", "case", "show", "1") == shown


def test_promises_and_requests(filled: Casebook) -> None:
    made = filled.json("promise", "add", "1", "--text", "24 小时内", "--due", "2026-11-21 14:03", "--zone", "+08:00")
    assert made["due_at"] == "2026-11-21T14:03:00+08:00"
    assert made["state"] == "open"
    filled.ok("promise", "add", "1", "--text", "some day")
    assert filled.json("promise", "resolve", "1", "broken", "--note", "still on hold")["resolution"] == "still on hold"
    assert [p["id"] for p in filled.json("promise", "list", "--state", "open")] == [2]
    assert [p["state"] for p in filled.json("promise", "list", "C-1")] == ["broken", "open"]
    assert "marked 'broken' already" in filled.refused("promise", "resolve", "1", "broken")
    assert filled.json("request", "add", "1", "--text", "photo")["state"] == "open"
    assert filled.json("request", "supply", "1")["supplied_at"] == "2026-11-20T06:03:00.000Z"
    assert "supplied already" in filled.refused("request", "supply", "1")
    assert filled.json("request", "list", "--state", "open") == []
    assert "photo" in filled.ok("request", "list", "1")
    assert "24 小时内" in filled.ok("promise", "list")


def test_references_and_tickets(filled: Casebook) -> None:
    made = filled.json("reference", "add", "1", "order", "W-77", "--note", "the withdrawal")
    assert (made["kind"], made["value"], made["note"]) == ("order", "W-77", "the withdrawal")
    assert "already" in filled.refused("reference", "add", "1", "order", "W-77")
    assert [r["value"] for r in filled.json("reference", "list", "1")] == ["W-77"]
    assert filled.json("ticket", "add", "1", "T-1")["number"] == "T-1"
    assert filled.json("ticket", "add", "1", "T-1")["id"] == 1
    assert [t["number"] for t in filled.json("ticket", "list", "1")] == ["T-1"]


def test_exhibits_go_in_and_come_out_byte_for_byte(filled: Casebook, tmp_path: Path) -> None:
    source, out = tmp_path / "证据.bin", tmp_path / "out"
    source.write_bytes(bytes(range(256)))
    made = filled.json("exhibit", "add", "1", source, "--description", "a proof")
    assert (made["number"], made["contact"], made["description"]) == ("EX-1", None, "a proof")
    assert filled.json("exhibit", "describe", "1", "EX-1", "the proof")["description"] == "the proof"
    assert filled.json("exhibit", "extract", "C-1", "EX-1", out)["path"] == str(out)
    assert out.read_bytes() == source.read_bytes()
    assert "already" in filled.refused("exhibit", "extract", "1", "1", out)
    filled.ok("exhibit", "extract", "1", "1", out, "--replace")
    folder = tmp_path / "folder"
    folder.mkdir()
    filled.ok("exhibit", "extract", "1", "ex-1", folder)
    assert [p.name for p in folder.iterdir()] == ["证据.bin"]
    assert "no EX-9" in filled.refused("exhibit", "extract", "1", "9", out)
    assert "not an exhibit" in filled.refused("exhibit", "extract", "1", "first", out)
    assert "No such file" in filled.refused("exhibit", "extract", "1", "1", tmp_path / "none" / "x")
    assert "the proof" in filled.ok("exhibit", "list", "1")


def test_search_finds_words_and_numbers(filled: Casebook) -> None:
    filled.ok("log", "1", "--channel", "chat", "--text", "提现一直在审核", "--ticket", "T-99812")
    filled.ok("reference", "add", "1", "txid", "0xAbCdEf0123")
    hit, other = filled.json("search", "提现")
    assert (other["kind"], other["instead"]) == ("case", ["withdrawal"])
    assert set(hit) >= {"kind", "id", "case", "snippet"}
    assert (hit["kind"], hit["id"], hit["case"]) == ("contact", 1, "C-1")
    assert "提现" in hit["snippet"]
    assert "reference" in {h["kind"] for h in filled.json("search", "0xabcdef0123")}
    assert "ticket" in {h["kind"] for h in filled.json("search", "T-99812")}
    assert filled.json("search", "nothing of the kind") == []
    assert "nothing found" in filled.ok("search", "nothing of the kind")


def test_search_finds_other_words_for_the_same_and_says_which(filled: Casebook) -> None:
    for words in (
        "充币三天了",
        "My deposit is not credited.",
        "充值 未到账",
        "On my way to the 交易所",
        "The top is up",
    ):
        filled.ok("log", "1", "--channel", "chat", "--text", words)
    found = filled.json("search", "充值")
    assert [(hit["id"], hit["instead"]) for hit in found] == [(3, []), (2, ["deposit"]), (1, ["充币"])]
    assert "(充币) 充币三天了" in filled.ok("search", "充值")
    both = filled.json("search", "deposit", "未到账")
    assert [(hit["id"], hit["instead"]) for hit in both] == [(3, ["充值"]), (2, ["not credited"])]
    assert [hit["id"] for hit in filled.json("search", "交易所")] == [4]
    assert filled.json("search", "充值", "--limit", "1") == found[:1]


def test_text_cannot_drive_the_terminal(filled: Casebook) -> None:
    filled.ok("log", "1", "--channel", "chat", "--text", "\x1b[2J boo\u202e\x07", "--subject", "a\x1b]0;b")
    for words in (["case", "show", "1"], ["contact", "show", "1"], ["contact", "list", "1"], ["search", "boo"]):
        printed = filled.ok(*words)
        assert "boo" in printed
        assert not {"\x1b", "\x07", "\u202e"} & set(printed)
    assert filled.json("contact", "show", "1")["text"] == "\x1b[2J boo\u202e\x07"


def test_chinese_columns_line_up(filled: Casebook) -> None:
    filled.ok("firm", "add", "--name", "红隼交易所", "--country", "CN")
    lines = filled.ok("firm", "list").splitlines()
    assert lines[0].startswith("1  Kestrel     exchange")
    assert lines[1].startswith("2  红隼交易所  exchange")

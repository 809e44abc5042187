"""What should be there before one writes, typed: the checklist, ticks, subjects, names, searches in a help centre."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Casebook
from tests.gui.small_book import picture

TXID = "0x" + "3f9a77a1" * 8


def items(casebook: Casebook, *more: str, case: str = "C-1") -> dict[str, dict[str, object]]:
    return {each["item"]: each for each in casebook.json("ready", case, *more)["items"]}


def test_what_is_missing_shrinks_as_facts_are_added(filled: Casebook) -> None:
    filled.ok("case", "edit", "C-1", "--category", "withdrawal")
    before = filled.json("ready", "C-1")
    assert (before["category"], before["channel"], before["warnings"]) == ("withdrawal", None, [])
    assert items(filled)["transaction-id"]["state"] == "missing"
    filled.ok("reference", "add", "C-1", "txid", TXID)
    found = items(filled)["transaction-id"]
    assert found["state"] == "there"
    assert found["found"] == {"kind": "reference", "what": "txid", "value": TXID}
    after = filled.json("ready", "C-1")
    assert (after["have"], after["of"]) == (before["have"] + 1, before["of"])
    filled.ok("case", "edit", "C-1", "--problem-at", "2026-11-18 14:03", "--zone", "Asia/Singapore")
    assert items(filled)["problem-time"]["found"]["value"] == "2026-11-18T14:03:00+08:00"  # type: ignore[index]
    lines = filled.ok("ready", "C-1", "--lang", "zh")
    assert "所涉金额" in lines
    assert "casebook reference add" in lines
    assert f"C-1 withdrawal: {after['have'] + 1} of {after['of']} there" in lines


def test_a_new_case_is_with_the_only_account_and_a_case_without_one_says_how_to_name_it(filled: Casebook) -> None:
    made = filled.json("case", "add", "--firm", "Kestrel", "--title", "Second matter")["number"]
    assert "  80041277  lin@example.org" in filled.ok("case", "show", made)
    assert items(filled, case=made)["account-id"]["state"] == "there"
    filled.ok("account", "add", "--firm", "Kestrel", "--uid", "2")
    third = filled.json("case", "add", "--firm", "Kestrel", "--title", "Of two accounts nobody knows which")["number"]
    assert f"(casebook case edit {third} --account …)" in filled.ok("ready", third)
    filled.ok("case", "edit", third, "--account", "2")
    assert "(casebook account edit 2 --email)" in filled.ok("ready", third)


def test_the_channel_brings_its_checks_and_warnings(filled: Casebook) -> None:
    shape = filled.json("ready", "C-1", "--channel", "social")
    assert {"badge", "nothing-private"} <= {each["item"] for each in shape["items"]}
    assert shape["warnings"][0]["id"] == "impostors"
    assert "beware: Others read along" in filled.ok("ready", "C-1", "--channel", "social")


def test_a_tick_is_kept_and_taken_back(filled: Casebook) -> None:
    made = filled.json("tick", "C-1", "correct", "--note", "read twice")
    assert made == {"case": "C-1", "item": "correct", "state": "done", "note": "read twice"}
    assert items(filled, "--channel", "email")["correct"]["state"] == "ticked"
    assert filled.json("tick", "C-1", "correct", "--not-needed")["state"] == "not-needed"
    assert filled.json("tick", "C-1", "correct", "--take-back")["state"] is None
    assert items(filled, "--channel", "email")["correct"]["state"] == "missing"
    assert "'correct' has no mark" in filled.refused("tick", "C-1", "correct", "--take-back")
    assert "no item 'nonsense'" in filled.refused("tick", "C-1", "nonsense")
    filled.refused("tick", "C-1", "correct", "--take-back", "--not-needed", code=2)


def test_a_note_on_an_item_answers_the_gap_report(filled: Casebook) -> None:
    filled.ok("case", "edit", "C-1", "--category", "withdrawal")
    assert {"checklist:amount"} <= {each["key"] for each in filled.json("gaps", "C-1") if not each["answer"]}
    filled.ok("tick", "C-1", "amount", "--not-needed", "--note", "all of it, see EX-1")
    told = {each["key"]: each["answer"] for each in filled.json("gaps", "C-1")}
    assert told["checklist:amount"] == "all of it, see EX-1"


def test_a_subject_is_judged_and_made(filled: Casebook) -> None:
    filled.ok("case", "edit", "C-1", "--category", "withdrawal")
    filled.ok("ticket", "add", "C-1", "T-99812")
    filled.ok("reference", "add", "C-1", "txid", TXID)
    shape = filled.json("subject", "C-1", "求助", "--lang", "zh")
    assert shape["flaws"] == ["vague", "no-number"]
    assert shape["better"] == "[T-99812] 提币未到账，交易ID：0x3f9a77a1…9a77a1"
    assert filled.ok("subject", "C-1").strip() == "[T-99812] Withdrawal on hold, TxID 0x3f9a77a1…9a77a1"
    assert filled.json("subject", "C-1", shape["better"])["flaws"] == []
    assert "it does not say what the matter is" in filled.ok("subject", "C-1", "help")


def test_copies_go_out_under_names_that_say_what_they_show(filled: Casebook, tmp_path: Path) -> None:
    (tmp_path / "IMG_2041.png").write_bytes(picture("refused"))
    (tmp_path / "records.pdf").write_bytes(b"%PDF-1.4 records")
    (tmp_path / "call.mp3").write_bytes(b"sound")
    for name in ("IMG_2041.png", "records.pdf", "call.mp3"):
        filled.ok("exhibit", "add", "C-1", tmp_path / name)
    filled.ok("exhibit", "describe", "C-1", "EX-1", "账户无法登录")
    named = {each["exhibit"]: each for each in filled.json("name-files", "C-1", "--lang", "zh")}
    assert named["EX-1"]["name"].startswith("账户无法登录截图")
    assert named["EX-3"] == {"exhibit": "EX-3", "name": "", "original": "call.mp3", "kept_back": "recording"}
    out = tmp_path / "out"
    assert "wrote 2 copies" in filled.ok("name-files", "C-1", out, "--lang", "zh")
    assert sorted(path.name for path in out.iterdir()) == sorted(
        each["name"] for each in named.values() if each["name"]
    )
    assert (out / named["EX-1"]["name"]).read_bytes() == (tmp_path / "IMG_2041.png").read_bytes()
    assert "is there already" in filled.refused("name-files", "C-1", out, "--lang", "zh")
    assert "inside the casebook" in filled.refused("name-files", "C-1", filled.book / "copies")
    assert [each["exhibit"] for each in filled.json("name-files", "C-1", "--exhibit", "EX-2")] == ["EX-2"]
    assert "no exhibit EX-9" in filled.refused("name-files", "C-1", "--exhibit", "EX-9")


def test_pictures_are_looked_at_when_asked(filled: Casebook, tmp_path: Path) -> None:
    for name, size in (("large.png", (900, 600)), ("small.png", (120, 80))):
        (tmp_path / name).write_bytes(picture("words to read", size))
        filled.ok("exhibit", "add", "C-1", tmp_path / name)
    assert filled.json("ready", "C-1")["pictures"] == []
    seen = filled.json("ready", "C-1", "--pictures")["pictures"]
    assert seen == [{"exhibit": "EX-2", "name": "small.png", "doubt": "small"}]
    assert "EX-2 small.png: so small" in filled.ok("ready", "C-1", "--pictures")


def test_a_search_is_a_contact_that_neither_waits_nor_answers(filled: Casebook) -> None:
    filled.ok("case", "edit", "C-1", "--category", "withdrawal")
    hints = filled.json("help-search", "C-1", "--lang", "zh")
    assert hints["tried"] == []
    assert hints["untried"][0]["words"][:3] == ["提币", "提现", "出金"]
    made = filled.json(
        *("help-search", "C-1", "--keyword", "提币，提现", "--article", "提现限额", "--helped", "no"),
        *("--at", "2026-11-20 09:00", "--zone", "Asia/Singapore", "--text", "Limits only."),
    )
    assert (made["channel"], made["direction"]) == ("help-centre", "out")
    assert made["details"] == {"keywords": ["提币", "提现"], "articles": ["提现限额"], "helped": "no"}
    left = filled.json("help-search", "C-1", "--lang", "zh")
    assert left["tried"] == ["提币", "提现"]
    assert left["untried"][0]["words"][0] == "出金"
    assert items(filled, "--channel", "email")["help-centre-searched"]["state"] == "there"
    assert filled.json("case", "list", "--waiting") == []
    filled.ok("log", "C-1", "--channel", "email", "--text", "Please pay it out.", "--at", "2026-11-20 10:00")
    filled.ok("help-search", "C-1", "--keyword", "出金", "--at", "2026-11-20 11:00")
    assert [case["number"] for case in filled.json("case", "list", "--waiting")] == ["C-1"]

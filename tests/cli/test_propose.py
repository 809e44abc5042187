"""What a message names is listed and recorded only when the user says so."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Casebook
from tests.mail.test_proposals import TXID

MAIL = f"""From: Lily <support@kestrel.example>
To: lin@example.org
Subject: [Ticket #998877] Your withdrawal
Date: Thu, 19 Nov 2026 15:20:00 +0800
Message-ID: <p1@kestrel.example>
Content-Type: text/plain; charset=utf-8

Withdrawal ID: W77310452 of 1,250.50 USDT, TxID {TXID}.
You will receive it within 24 hours.
Please provide a screenshot of the page.
"""


def imported(casebook: Casebook, folder: Path, *more: str) -> str:
    path = folder / "mail.eml"
    path.write_text(MAIL, "utf-8")
    return str(casebook.json("import", str(path), *more)["contacts"][0])


def test_proposals_are_listed_taken_and_waved_away(filled: Casebook, tmp_path: Path) -> None:
    contact = imported(filled, tmp_path, "--case", "C-1")
    before = filled.json("case", "show", "C-1")
    found = filled.json("propose", contact)
    assert [(each["kind"], each["value"]) for each in found] == [
        ("ticket", "998877"),
        ("order", "W77310452"),
        ("txid", TXID),
        ("amount", "1250.50"),
        ("promise", "You will receive it within 24 hours."),
        ("request", "Please provide a screenshot of the page."),
    ]
    assert found[4]["due_at"] == "2026-11-20T15:20:00+08:00"
    assert filled.json("case", "show", "C-1") == before, "a proposal is no record"
    left = filled.json("propose", contact, "--accept", "1", "--accept", "3", "--pass-over", "4")
    assert [each["kind"] for each in left] == ["order", "promise", "request"]
    shown = filled.json("case", "show", "C-1")
    assert "998877" in [ticket["number"] for ticket in shown["tickets"]]
    assert [r["value"] for r in shown["references"] if r["kind"] == "txid"] == [TXID]
    assert "recorded promise" in filled.ok("propose", contact, "--accept", "2")
    (promise,) = [each for each in filled.json("promise", "list", "C-1") if each["text"].startswith("You will")]
    assert promise["due_at"] == "2026-11-20T15:20:00+08:00"
    assert "names nothing" in filled.ok("propose", contact, "--accept-sure", "--pass-over", "2")
    filled.ok("verify")


def test_what_is_in_no_case_is_filed_first(filled: Casebook, tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_text(MAIL, "utf-8")
    filled.ok("import", str(path))
    (waiting,) = filled.json("inbox", "list")
    answer = filled.run("propose", str(waiting["id"]), "--accept", "1")
    assert answer.code == 1
    assert "file it first" in answer.err
    assert filled.run("propose", str(waiting["id"]), "--accept", "99").code == 1
    assert filled.run("propose", "99999").code == 1

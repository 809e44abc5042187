"""What a dossier asks for beyond the story, typed: transfers, losses, and the further facts of firm, case, exhibit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Casebook

TXID = "5f2c0a9d7e41b8c3" * 4


@pytest.fixture
def shown(filled: Casebook, tmp_path: Path) -> Casebook:
    """The filled casebook with one contact that has one exhibit."""
    (tmp_path / "withdrawal.txt").write_text("on hold")
    filled.ok("log", "1", "--channel", "chat", "--text", "on hold", "--attach", tmp_path / "withdrawal.txt")
    return filled


def test_a_transfer_from_added_to_removed(shown: Casebook) -> None:
    made = shown.json(
        *("transfer", "add", "C-1", "--kind", "withdrawal", "--amount", "1,250", "--asset", "USDT", "--fee", "1.0"),
        *("--network", "TRC20", "--from", "Kestrel hot wallet", "--to", "TSample", "--txid", TXID, "--order", "W-1"),
        *("--status", "on hold", "--explorer", "https://explorer.example/tx/1", "--exhibit", "EX-1", "--contact", "1"),
        *("--at", "2026-11-16 09:41", "--zone", "Asia/Singapore", "--known", "screenshot", "--note", "-"),
        stdin="晚到".encode(),
    )
    assert made == {
        "id": 1,
        "case": "C-1",
        "contact": 1,
        "exhibit": "EX-1",
        "kind": "withdrawal",
        "asset": "USDT",
        "made_at": "2026-11-16T09:41:00+08:00",
        "made_zone": "Asia/Singapore",
        "made_precision": "exact",
        "made_known": "screenshot",
        "network": "TRC20",
        "amount": "1250",
        "fee": "1.0",
        "txid": TXID,
        "from_address": "Kestrel hot wallet",
        "to_address": "TSample",
        "order_number": "W-1",
        "status": "on hold",
        "explorer": "https://explorer.example/tx/1",
        "note": "晚到",
        "recorded_at": "2026-11-20T06:03:00.000Z",
    }
    assert shown.json("transfer", "list", "1") == [made]
    assert TXID in shown.ok("transfer", "list", "1")
    changed = shown.json("transfer", "edit", "1", "--at", "", "--exhibit", "none", "--contact", "none", "--fee", "")
    assert (changed["made_at"], changed["exhibit"], changed["contact"], changed["fee"]) == (None, "", None, "")
    assert changed["txid"] == TXID
    assert shown.json("case", "show", "1")["transfers"] == [changed]
    assert shown.json("search", "explorer.example")[0]["kind"] == "transfer"
    assert shown.json("transfer", "remove", "1") == {"removed": 1, "case": "C-1"}
    assert shown.json("transfer", "list", "1") == []
    assert "no transfers recorded" in shown.ok("transfer", "list", "1")
    assert shown.json("verify")["ok"]


def test_a_loss_line_from_added_to_removed(shown: Casebook) -> None:
    made = shown.json(
        *("loss", "add", "C-1", "--what", "the withdrawal", "--amount", "1250", "--asset", "USDT", "--rate", "0.9998"),
        *("--currency", "USD", "--rate-source", "daily close of an index", "--exhibit", "1"),
        *("--at", "2026-11-16", "--zone", "UTC"),
    )
    assert made == {
        "id": 1,
        "case": "C-1",
        "exhibit": "EX-1",
        "kind": "principal",
        "what": "the withdrawal",
        "amount": "1250",
        "asset": "USDT",
        "rate": "0.9998",
        "currency": "USD",
        "rate_source": "daily close of an index",
        "rated_at": "2026-11-16T00:00:00+00:00",
        "rated_zone": "UTC",
        "rated_precision": "date",
        "rated_known": "memory",
        "note": "",
        "recorded_at": "2026-11-20T06:03:00.000Z",
    }
    assert "at 0.9998 USD" in shown.ok("loss", "list", "1")
    assert shown.json("loss", "edit", "1", "--kind", "cost", "--what", "fees")["kind"] == "cost"
    assert shown.json("case", "show", "1")["losses"][0]["what"] == "fees"
    assert "removed loss 1" in shown.ok("loss", "remove", "1")
    assert shown.json("loss", "list", "1") == []


def test_what_a_transfer_or_loss_cannot_be(shown: Casebook) -> None:
    assert "needs an amount, a TxID" in shown.refused("transfer", "add", "1", "--asset", "USDT")
    assert "is not an amount" in shown.refused("transfer", "add", "1", "--amount", "a lot")
    assert "no EX-9" in shown.refused("transfer", "add", "1", "--amount", "1", "--exhibit", "EX-9")
    assert "no contact 77" in shown.refused("transfer", "add", "1", "--amount", "1", "--contact", "77")
    assert "go with --at" in shown.refused("transfer", "add", "1", "--amount", "1", "--about", code=2)
    assert "needs an amount" in shown.refused("loss", "add", "1", "--what", "x")
    assert "needs words" in shown.refused("loss", "add", "1", "--what", " ", "--amount", "1")
    assert "there is no transfer 4" in shown.refused("transfer", "remove", "4")
    assert "there is no loss 4" in shown.refused("loss", "edit", "4", "--note", "x")


def test_the_further_facts_of_a_firm(filled: Casebook) -> None:
    made = filled.json(
        *("firm", "add", "--name", "Orca", "--legal-name", "Orca Markets Ltd", "--licence", "FRN 000000"),
        *("--address", "Complaints\n1 Sample Street, London"),
    )
    assert (made["legal_name"], made["licence"]) == ("Orca Markets Ltd", "FRN 000000")
    assert made["address"] == "Complaints\n1 Sample Street, London"
    assert filled.json("firm", "edit", "Orca", "--licence", "")["licence"] == ""
    assert "Orca Markets Ltd" in filled.ok("firm", "show", "Orca")
    assert filled.json("search", "Markets")[0]["kind"] == "firm"


def test_the_further_facts_of_a_case(shown: Casebook) -> None:
    made = shown.json(
        *("case", "edit", "1", "--body", "an ombudsman", "--representative", "none", "--client-reference", "ML-1"),
        *("--proceedings", "none", "--insolvency", "none known", "--deadline", "2026-12-21", "--zone", "UTC"),
        *("--deadline-source", "terms 14.2", "--final", "1"),
    )
    assert (made["body"], made["representative"], made["client_reference"]) == ("an ombudsman", "none", "ML-1")
    assert (made["proceedings"], made["insolvency"], made["deadline_source"]) == ("none", "none known", "terms 14.2")
    assert (made["deadline_at"], made["final_contact"]) == ("2026-12-21T00:00:00+00:00", 1)
    assert "contact 1" in shown.ok("case", "show", "1")
    shown.ok("case", "add", "--firm", "Kestrel", "--title", "another")
    assert "contact 1 is not in C-2" in shown.refused("case", "edit", "2", "--final", "1")
    back = shown.json("case", "edit", "1", "--final", "none", "--deadline", "")
    assert (back["final_contact"], back["deadline_at"], back["deadline_source"]) == (None, None, "terms 14.2")
    assert shown.json("verify")["ok"]


def test_what_a_contact_leaves_open_is_added_to_it(shown: Casebook) -> None:
    shown.wait(days=2)
    made = shown.json("contact", "annotate", "1", "--role", "supervisor", "--translation", "-", stdin="审核中".encode())
    assert (made["role"], made["translation"], made["text"], made["amended"]) == (
        "supervisor",
        "审核中",
        "on hold",
        False,
    )
    assert "your own translation:" in shown.ok("contact", "show", "1")
    assert shown.json("search", "审核")[0]["id"] == 1
    assert "at least one option" in shown.refused("contact", "annotate", "1", code=2)


def test_the_further_facts_of_an_exhibit(shown: Casebook) -> None:
    made = shown.json(
        *("exhibit", "edit", "1", "EX-1", "--origin", "Mei Lin, own phone", "--url", "https://kestrel.example/w/1"),
        *("--dated", "2026-11-16", "--crop", "the status bar", "--translation", "-", "--transcript", "on hold"),
        *("--clause", "14.2", "--consent", "notice"),
        stdin="审核中".encode(),
    )
    assert (made["origin"], made["url"], made["dated_on"]) == (
        *("Mei Lin, own phone", "https://kestrel.example/w/1", "2026-11-16"),
    )
    assert (made["crop"], made["translation"], made["transcript"]) == ("the status bar", "审核中", "on hold")
    assert (made["clause"], made["consent"], made["read_at"]) == ("14.2", "notice", None)
    assert shown.json("exhibit", "read", "1", "EX-1")["read_at"] == "2026-11-20T06:03:00.000Z"
    shown.wait(days=1)
    assert shown.json("exhibit", "read", "1", "EX-1")["read_at"] == "2026-11-20T06:03:00.000Z"
    assert "is not a date" in shown.refused("exhibit", "edit", "1", "1", "--dated", "yesterday")
    assert "only one of" in shown.refused(
        *("exhibit", "edit", "1", "1", "--translation", "-", "--transcript", "-"), code=2
    )
    assert shown.json("verify")["ok"]


def test_an_edit_without_a_change_is_a_wrong_use(shown: Casebook) -> None:
    shown.ok("transfer", "add", "1", "--amount", "1")
    assert "at least one option" in shown.refused("transfer", "edit", "1", code=2)

"""Lists of cases on the command line: order, headings, filters, tags, views, several cases at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Casebook


@pytest.fixture
def three(casebook: Casebook) -> Casebook:
    casebook.ok("firm", "add", "--name", "Kestrel")
    casebook.ok("firm", "add", "--name", "Orca")
    for firm, title, amount in (("Kestrel", "one", "100"), ("Orca", "two", "2000"), ("Kestrel", "three", "")):
        more = ("--amount", amount, "--asset", "USDT") if amount else ()
        casebook.ok("case", "add", "--firm", firm, "--title", title, *more)
    return casebook


def test_tags_order_and_headings(three: Casebook) -> None:
    assert "tagged C-2" in three.ok("case", "tag", "C-1", "2", "+VIP", "+group complaint")
    three.ok("case", "tag", "1", "-vip")
    assert three.json("case", "tag") == [{"tag": "group complaint", "cases": 2}, {"tag": "VIP", "cases": 1}]
    assert three.json("case", "show", "2")["tags"] == ["group complaint", "VIP"]

    def listed(*options: str) -> list[int]:
        return [row["id"] for row in three.json("case", "list", *options)]

    assert listed("--sort", "amount") == [2, 1, 3]
    assert listed("--sort", "amount", "--reverse") == [1, 2, 3]  # without an amount it is last either way
    assert listed("--tag", "group complaint", "--sort", "number") == [2, 1]
    assert listed("--filter", "-#vip kestrel", "--sort", "title") == [1, 3]
    assert listed("--filter", "@orc") == [2]
    grouped = three.json("case", "list", "--group", "tag", "--sort", "title")
    assert [(row["group"], row["id"]) for row in grouped] == [
        ("group complaint", 1),
        ("group complaint", 2),
        ("VIP", 2),
        ("", 3),
    ]
    lines = three.ok("case", "list", "--group", "firm").splitlines()
    assert lines[0] == "Kestrel (2)"
    assert "Orca (1)" in lines
    assert [hit["case"] for hit in three.json("search", "complaint")] == ["C-2", "C-1"]


def test_views_are_kept_under_a_name(three: Casebook) -> None:
    three.ok("view", "save", "big", "--sort", "amount", "--firm", "Kestrel")
    assert [row["id"] for row in three.json("case", "list", "--view", "big")] == [1, 3]
    assert [(view["name"], view["cases"]) for view in three.json("view", "list")] == [("big", 2)]
    three.ok("view", "rename", "big", "BIG")
    assert "no view named 'big'" in three.refused("case", "list", "--view", "big")
    assert "goes with no other option" in three.refused("case", "list", "--view", "BIG", "--reverse", code=2)
    three.ok("view", "remove", "BIG")
    assert three.json("view", "list") == []


def test_all_that_are_named_or_none(three: Casebook) -> None:
    assert three.ok("case", "close", "1", "2", "--outcome", "settled").count("closed C-") == 2
    assert "C-2 is closed already" in three.refused("case", "close", "3", "2")
    assert [row["id"] for row in three.json("case", "list", "--status", "open")] == [3]
    assert len(three.json("case", "reopen", "1", "2")) == 2
    assert "needs a word" in three.refused("case", "tag", "1", "+")


@pytest.mark.slow
def test_dossiers_of_several_cases(three: Casebook, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert "there is no folder" in three.refused("case", "export", "1", "--into", str(out))
    out.mkdir()
    (out / "C-2 two.zip").write_text("something of the user's own")
    made = three.run("case", "export", "1", "2", "--into", str(out), "--zip", "--form", "short", "--json")
    assert made.code == 1
    assert [(one["case"], bool(one["path"]), bool(one["problem"])) for one in made.json] == [
        ("C-1", True, False),
        ("C-2", False, True),
    ]
    assert (out / "C-1 one.zip").stat().st_size > 10_000
    assert (out / "C-2 two.zip").read_text() == "something of the user's own"

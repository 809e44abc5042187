"""`casebook rule`: the guide's rules with source and date, and a firm's own figures before them."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Casebook


def test_the_rules_are_listed_with_source_and_date(casebook: Casebook) -> None:
    rules = {rule["id"]: rule for rule in casebook.json("rule", "list")}
    assert {"mail-resend", "uk-ombudsman", "data-access"} <= rules.keys()
    for rule in rules.values():
        assert rule["source"]["en"]
        assert rule["source"]["zh"]
        assert rule["checked_on"].startswith("20")
        assert rule["example"] == (rule["pack"] is not None)
    assert {rule["channel"] for rule in casebook.json("rule", "list", "--channel", "email")} == {"email"}
    assert {rule["pack"] for rule in casebook.json("rule", "list", "--pack", "uk-firm")} == {"uk-firm"}
    assert all(rule["pack"] for rule in casebook.json("rule", "list", "--pack", "all"))
    assert "choose one of" in casebook.refused("rule", "list", "--pack", "mars")
    assert "六个月" in casebook.ok("rule", "show", "uk-ombudsman", "--lang", "zh")
    assert "no rule 'x'" in casebook.refused("rule", "show", "x")


def test_a_rule_that_was_not_looked_at_for_a_year_is_stale(casebook: Casebook) -> None:
    assert not any(rule["stale"] for rule in casebook.json("rule", "list"))
    casebook.wait(days=368)
    assert all(rule["stale"] for rule in casebook.json("rule", "list"))
    assert "stale" in casebook.ok("rule", "list")
    assert "more than twelve months" in casebook.ok("rule", "show", "mail-nudge")


def test_a_firms_own_figure_goes_before_the_guides(filled: Casebook) -> None:
    made = filled.json(
        *("rule", "set", "mail-resend", "--firm", "Kestrel", "--figure", "5 business days", "--why", "terms")
    )
    assert (made["unit"], made["not_before"], made["own"]["why"]) == ("business-days", 5, "terms")
    assert made["guide"] == {"unit": "business-days", "not_before": 3, "not_after": None}
    asked = (
        "log",
        "1",
        "--channel",
        "email",
        "--direction",
        "out",
        "--at",
        "2026-11-18 18:10",
        "--zone",
        "Asia/Singapore",
    )
    filled.ok(*asked, "--text", "Where is it?")
    steps = {step["rule"]: step for step in filled.json("follow-up", "suggest", "1")}
    assert steps["mail-resend"]["due_at"].startswith("2026-11-25T")
    words = filled.ok("follow-up", "suggest", "1")
    assert "recorded by you on 20 Nov 2026: terms. The guide itself: After 3 full business days" in words
    shown = filled.ok("rule", "show", "mail-resend", "--firm", "Kestrel")
    assert "5 business days" in shown
    assert "Guide B" in shown
    assert filled.json("rule", "reset", "mail-resend", "--firm", "Kestrel")["own"] is None
    assert "already" in filled.refused("rule", "reset", "mail-resend", "--firm", "Kestrel")


def test_a_rule_is_switched_off_for_a_firm(filled: Casebook) -> None:
    filled.ok("rule", "set", "mail-nudge", "--firm", "Kestrel", "--off", "--why", "they forbid it")
    rules = {rule["id"]: rule["used"] for rule in filled.json("rule", "list", "--firm", "Kestrel")}
    assert rules["mail-nudge"] is False
    assert rules["mail-resend"] is True
    assert "off" in filled.ok("rule", "list", "--firm", "Kestrel", "--channel", "email")
    filled.ok(*("log", "1", "--channel", "email", "--direction", "out", "--at", "2026-11-18 18:10", "--text", "Where?"))
    assert [step["rule"] for step in filled.json("follow-up", "suggest", "1")] == ["mail-resend"]


@pytest.mark.parametrize(
    ("given", "unit", "first", "last"),
    [
        ("48 hours", "hours", 48, None),
        ("24-72 hours", "hours", 24, 72),
        ("1 to 3 business-days", "business-days", 1, 3),
        ("1 month", "months", 1, None),
        ("2 Weeks", "weeks", 2, None),
    ],
)
def test_figures_as_they_are_typed(filled: Casebook, given: str, unit: str, first: int, last: int | None) -> None:
    made = filled.json(*("rule", "set", "mail-answer-days", "--firm", "1", "--figure", given, "--why", "seen"))
    assert (made["unit"], made["not_before"], made["not_after"]) == (unit, first, last)


@pytest.mark.parametrize(
    ("words", "says", "code"),
    [
        (("--figure", "soon", "--why", "x"), "is no figure", 1),
        (("--figure", "3 fortnights", "--why", "x"), "is no figure", 1),
        (("--figure", "0 hours", "--why", "x"), "at least 1", 1),
        (("--figure", "72-24 hours", "--why", "x"), "smaller", 1),
        (("--figure", "3 hours", "--off", "--why", "x"), "either", 2),
        (("--why", "x"), "either", 2),
        (("--figure", "3 hours"), "why", 2),
        (("--figure", "3 hours", "--why", " "), "say how you know", 1),
    ],
)
def test_refusals(filled: Casebook, words: tuple[str, ...], says: str, code: int) -> None:
    assert says in filled.refused("rule", "set", "mail-nudge", "--firm", "Kestrel", *words, code=code)
    assert "counts nothing" in filled.refused(
        *("rule", "set", "chat-stay", "--firm", "Kestrel", "--figure", "3 hours", "--why", "x")
    )

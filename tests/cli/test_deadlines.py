"""`casebook deadline`: set, listed, moved, ended; what rings follows; every date explains itself."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Casebook

LONDON = ("--zone", "Europe/London")


@pytest.fixture
def complained(filled: Casebook) -> Casebook:
    """A case in which a complaint went out on 18 November."""
    filled.ok(
        *("log", "1", "--channel", "email", "--direction", "out", "--at", "2026-11-18 10:00", *LONDON, "--text", "x")
    )
    return filled


def test_a_clock_starts_with_a_contact_and_rings(complained: Casebook) -> None:
    answer = complained.run("deadline", "add", "1", "--rule", "uk-final-response", "--contact", "1")
    assert answer.code == 0
    assert "check it at its source" in answer.err
    (made,) = complained.json("deadline", "list", "1")
    assert {
        "id": 1,
        "case": "C-1",
        "contact": 1,
        "rule": "uk-final-response",
        "start_at": "2026-11-18T10:00:00+00:00",
        "start_event": "complaint-sent",
        "not_before": "2027-01-13T10:00:00+00:00",
        "not_after": None,
        "state": "running",
        "follow_ups": [1],
        "may_be_ended_by": None,
        "example": True,
        "stale": False,
    }.items() <= made.items()
    assert complained.json("due", "--now", "2027-01-13T09:59:59Z") == []
    (due,) = complained.json("due", "--now", "2027-01-13T10:00:00Z")
    assert due["rule"] == "uk-final-response:opens"
    assert complained.json("follow-up", "list", "1")[0]["deadline"] == 1


def test_both_ends_explain_themselves_in_both_languages(filled: Casebook) -> None:
    filled.ok("deadline", "add", "1", "--rule", "card-not-provided", "--at", "2026-11-01", *LONDON, "--lang", "zh")
    explained = filled.json("deadline", "explain", "1")
    assert (explained["unit"], explained["amount"], explained["until_amount"]) == ("calendar-days", 30, 120)
    assert (len(explained["counted"]), len(explained["until_counted"])) == (30, 120)
    assert "Between" in filled.ok("deadline", "explain", "1")
    assert "最多 120 天" in filled.ok("deadline", "explain", "1", "--lang", "zh")
    rows = filled.json("follow-up", "list", "1")
    assert [row["rule"].split(":")[1] for row in rows] == ["opens", "warns", "last"]
    assert rows[1]["reason"].startswith("即将到期")
    warned = filled.json("explain", str(rows[1]["id"]))
    assert warned["due_at"] == rows[1]["due_at"]
    assert warned["not_after"] == explained["until"]
    assert "You moved it" not in filled.ok("explain", str(rows[1]["id"]))


def test_more_time_and_pauses_move_the_date_and_what_rings(complained: Casebook) -> None:
    complained.ok("deadline", "add", "1", "--rule", "data-access", "--contact", "1")
    assert complained.json("deadline", "list")[0]["not_before"] == "2026-12-18T18:00:00+08:00"
    made = complained.json(*("deadline", "extend", "1", "--months", "2", "--who", "Kestrel", "--why", "a hard one"))
    assert made["not_before"] == "2027-02-18T18:00:00+08:00"
    assert made["extensions"] == [{"months": 2, "who": "Kestrel", "why": "a hard one"}]
    (ring,) = complained.json("follow-up", "list", "1")
    assert (ring["id"], ring["moved"]) == (1, "a hard one")
    assert "2 months more (by Kestrel: a hard one)" in complained.ok("explain", "1")
    held = complained.json(
        *("deadline", "pause", "1", "--first", "2026-12-01", "--last", "2026-12-10", "--why", "papers")
    )
    assert held["not_before"] == "2027-03-02T00:00:00+08:00"  # Sun 28 Feb rolls on
    assert complained.json("deadline", "undo", "1", "--pause")["not_before"] == "2027-02-18T18:00:00+08:00"
    assert complained.json("deadline", "undo", "1")["extensions"] == []
    assert "nothing to take back" in complained.refused("deadline", "undo", "1")
    until = complained.json("deadline", "extend", "1", "--until", "2027-01-15", "--why", "they said so")
    assert until["not_before"] == "2027-01-16T00:00:00+08:00"
    assert "lies before" in complained.refused("deadline", "extend", "1", "--until", "2026-12-01", "--why", "x")
    complained.refused("deadline", "extend", "1", "--days", "2", "--months", "1", "--why", "x", code=2)
    complained.refused("deadline", "extend", "1", "--days", "2", code=2)


def test_an_answer_is_asked_about_and_ends_nothing_by_itself(complained: Casebook) -> None:
    complained.ok("deadline", "add", "1", "--rule", "uk-final-response", "--contact", "1")
    complained.ok("deadline", "add", "1", "--rule", "uk-ombudsman", "--at", "2026-11-19", *LONDON)
    for text in ("Thank you for your patience.", "We looked into it, case 4471, and refuse."):
        complained.ok(
            *("log", "1", "--channel", "email", "--direction", "in", "--at", "2026-11-20 09:00", "--text", text)
        )
    first, second = complained.json("deadline", "list", "1")
    assert (first["state"], first["may_be_ended_by"]) == ("running", 3)
    assert (second["state"], second["may_be_ended_by"]) == ("running", None)
    assert "does that end it?" in complained.ok("deadline", "list", "1")
    kept = complained.json("deadline", "goes-on", "1", "--contact", "3", "--note", "only a holding reply")
    assert kept["may_be_ended_by"] is None
    ended = complained.json("deadline", "end", "1", "--contact", "3", "--answer", "refused")
    assert (ended["state"], ended["ended_contact"], ended["answer"]) == ("ended", 3, "refused")
    assert {row["rule"]: row["state"] for row in complained.json("follow-up", "list", "1")} == {
        "uk-final-response:opens": "done",
        "uk-ombudsman:warns": "open",
        "uk-ombudsman:last": "open",
    }
    assert [row["id"] for row in complained.json("deadline", "list", "1")] == [2]
    assert [row["id"] for row in complained.json("deadline", "list", "1", "--all")] == [1, 2]
    assert "does not run any more" in complained.refused("deadline", "end", "1")
    assert complained.json("deadline", "reopen", "1")["state"] == "running"
    assert complained.json("deadline", "drop", "1", "--answer", "set in error")["state"] == "dropped"


def test_a_day_that_has_passed_is_told(filled: Casebook) -> None:
    answer = filled.run("deadline", "add", "1", "--rule", "uk-ombudsman", "--at", "2026-01-02", *LONDON)
    assert answer.code == 0
    assert "has passed already" in answer.err
    assert [row["rule"] for row in filled.json("due")] == ["uk-ombudsman:last"]


def test_a_clock_counts_anew_after_the_firm_was_put_right(complained: Casebook) -> None:
    complained.ok("rule", "set", "mica-decision", "--firm", "Kestrel", "--figure", "10 business days", "--why", "terms")
    complained.ok("deadline", "add", "1", "--rule", "mica-decision", "--contact", "1")
    assert complained.json("deadline", "list")[0]["not_before"] == "2026-12-02T18:00:00+08:00"
    complained.ok("firm", "edit", "Kestrel", "--country", "US", "--zone", "America/New_York")
    assert complained.json("deadline", "recount", "1")["not_before"] == "2026-12-03T05:00:00-05:00"


@pytest.mark.parametrize(
    ("words", "says", "code"),
    [
        (("deadline", "add", "1", "--rule", "nothing", "--at", "2026-11-18"), "no rule 'nothing'", 1),
        (("deadline", "add", "1", "--rule", "mail-duplicate", "--at", "2026-11-18"), "names no time", 1),
        (("deadline", "add", "1", "--rule", "data-access"), "when did it start", 2),
        (("deadline", "add", "1", "--rule", "data-access", "--contact", "9"), "no contact 9", 1),
        (("deadline", "add", "9", "--rule", "data-access", "--at", "2026-11-18"), "C-9", 1),
        (("deadline", "explain", "9"), "no deadline 9", 1),
        (("deadline", "drop", "9", "--answer", "x"), "no deadline 9", 1),
    ],
)
def test_refusals(filled: Casebook, words: tuple[str, ...], says: str, code: int) -> None:
    assert says in filled.refused(*words, code=code)

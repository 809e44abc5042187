"""`casebook undo` takes back what the history tells, and says in one line where it cannot."""

from __future__ import annotations

from tests.cli.conftest import Casebook


def test_entries_of_the_history_are_taken_back_all_or_none(filled: Casebook) -> None:
    was = filled.json("case", "show", "1")
    filled.ok("case", "edit", "1", "--title", "Renamed")
    filled.ok("log", "1", "--channel", "chat", "--text", "a slip", "--ticket", "T-5")
    numbers = [entry["number"] for entry in filled.json("history", "1", "--limit", "3")]
    assert "was changed since" not in filled.ok("undo", str(min(numbers) + 1), str(max(numbers)))
    assert filled.json("contact", "list", "1") == []
    (told,) = filled.json("undo", str(min(numbers)))
    assert (told["what"], told["label"]) == ("case.taken-back", "C-1")
    now = filled.json("case", "show", "1")
    assert (now["title"], now["tickets"]) == (was["title"], was["tickets"])
    assert [entry["what"] for entry in filled.json("history", "1", "--limit", "2")] == [
        "case.taken-back",
        "contact.deleted",
    ]
    assert "C-1 was changed since" in filled.refused("undo", str(min(numbers)))
    assert "no ledger entry 999" in filled.refused("undo", "999")
    assert filled.json("verify")["ok"] is True

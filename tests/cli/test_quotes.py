"""Passages to be quoted, and contacts looked for by words, people and tickets, typed."""

from __future__ import annotations

from tests.cli.conftest import Casebook


def log(book: Casebook, *values: str) -> None:
    book.ok("log", "1", "--at", "2026-11-20 14:03", "--zone", "Asia/Singapore", *values)


def test_passages_are_quoted_noted_and_taken_out(filled: Casebook) -> None:
    said = "It will be released\nwithin 24 hours."
    log(filled, "--channel", "chat", "--direction", "in", "--agent", "Lily", "--text", said)
    assert "does not say that" in filled.refused("quote", "add", "1", "within 48 hours")
    assert filled.json("quote", "list", "1") == []
    made = filled.json("quote", "add", "1", "released within 24 hours", "--note", "A promise.")
    assert (made["id"], made["case"], made["contact"], made["note"]) == (1, "C-1", 1, "A promise.")
    assert filled.json("quote", "note", "1", "Not kept.")["note"] == "Not kept."
    assert [q["text"] for q in filled.json("case", "show", "1")["quotes"]] == ["released within 24 hours"]
    assert "Not kept." in filled.ok("case", "show", "1")
    filled.ok("quote", "remove", "1")
    assert filled.json("quote", "list", "1") == []
    assert "quote" in filled.refused("quote", "remove", "1")


def test_contacts_are_looked_for(filled: Casebook) -> None:
    log(filled, "--channel", "chat", "--direction", "in", "--agent", "Lily", "--text", "100% sure", "--ticket", "T-9")
    log(filled, "--channel", "email", "--direction", "out", "--text", "1000 sure_fire 提币被冻结")
    log(filled, "--channel", "chat", "--direction", "in", "--agent", "Marco", "--text", "Sure, wait")

    def found(*asked: str) -> list[int]:
        return [c["id"] for c in filled.json("contact", "list", "1", *asked)]

    assert found() == found("--words", "  ") == [1, 2, 3]
    assert found("--words", "SURE") == [1, 2, 3]
    assert found("--words", "100%") == [1], "a percent sign stands for itself"
    assert found("--words", "e_f") == [2], "and so does an underscore"
    assert found("--words", "冻结 提币") == [2]
    assert found("--channel", "chat") == [1, 3]
    assert found("--channel", "chat", "--person", "Marco") == [3]
    assert found("--ticket", "T-9") == [1]
    assert found("--direction", "out") == [2]
    assert found("--direction", "out", "--words", "wait") == []

"""`casebook log`: times in words, and the small window instead of options."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Casebook


@pytest.fixture
def opened(casebook: Casebook) -> Casebook:
    casebook.ok("firm", "add", "--name", "MEXC")
    casebook.ok("case", "add", "--firm", "MEXC", "--title", "Withdrawal on hold")
    return casebook


@pytest.mark.parametrize(
    ("at", "more", "happened", "precision"),
    [
        ("yesterday 9pm", [], "2026-11-19T21:00:00+08:00", "exact"),
        ("昨天下午3点", [], "2026-11-19T15:00:00+08:00", "exact"),
        ("2 hours ago", [], "2026-11-20T12:03:00+08:00", "about"),
        ("刚才", [], "2026-11-20T14:03:00+08:00", "about"),
        ("yesterday 9pm", ["--about"], "2026-11-19T21:00:00+08:00", "about"),
        ("yesterday 9pm", ["--date-only"], "2026-11-19T00:00:00+08:00", "date"),
        ("上周五", ["--about"], "2026-11-13T00:00:00+08:00", "date"),
        ("2026-11-20 14:03", [], "2026-11-20T14:03:00+08:00", "exact"),
    ],
)
def test_a_contact_is_timed_in_words(opened: Casebook, at: str, more: list[str], happened: str, precision: str) -> None:
    made = opened.json("log", "1", "--channel", "chat", "--text", "x", "--zone", "Asia/Singapore", "--at", at, *more)
    assert (made["happened_at"], made["precision"]) == (happened, precision)


def test_the_small_window_is_asked_for(opened: Casebook) -> None:
    assert opened.run("log", "--form").code == 0
    assert opened.run("log", "C-1", "--form").code == 0
    assert [case for _book, case in opened.forms] == ["", "1"]
    assert "no case C-9" in opened.refused("log", "9", "--form")
    assert "leave out --text" in opened.refused("log", "1", "--form", "--text", "x", code=2)
    assert "CASE" in opened.refused("log", code=2)
    assert "--channel" in opened.refused("log", "1", "--text", "x", code=2)
    assert len(opened.forms) == 2

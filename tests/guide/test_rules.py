"""The rule files: those shipped are sound, and no unsound one gets through."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from casebook import paths
from casebook.guide import Action, Guide
from casebook.guide.dates.rules import Unit
from casebook.journal.errors import CasebookError
from casebook.journal.terms import Channel

GOOD = """
[[rule]]
id = "one"
title.en = "One"
title.zh = "一"
channel = "email"
action = "nudge"
start = "message-sent"
unit = "hours"
not_before = 48
pauses = []
checked_on = 2026-11-20
text.en = "Ask."
text.zh = "询问。"
source.en = "A guide."
source.zh = "一份指南。"
"""


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide.load(paths.resources() / "guides")


def test_shipped_rules_have_source_date_and_both_languages(guide: Guide) -> None:
    assert len(guide.rules) >= 12
    for rule in guide.rules.values():
        assert date(2026, 1, 1) <= rule.checked_on <= date(2100, 1, 1)
        for language, other in (("en", "zh"), ("zh", "en")):
            assert rule.text(language) != rule.text(other)
            assert rule.source(language) != rule.source(other)
            assert rule.title(language) != rule.title(other)
        assert re.search(r"[\u4e00-\u9fff]", rule.text("zh"))
        assert re.search(r"[Gg]uide", rule.source("en")) or rule.pack
        assert "指南" in rule.source("zh") or rule.pack
        assert rule.counts == (rule.action is not Action.NEVER)


@pytest.mark.parametrize(
    ("name", "action", "unit", "not_before", "not_after"),
    [
        ("mail-answer-hours", Action.EXPECT, Unit.HOURS, 24, 72),
        ("mail-answer-days", Action.EXPECT, Unit.BUSINESS_DAYS, 1, 3),
        ("mail-nudge", Action.NUDGE, Unit.HOURS, 48, None),
        ("mail-resend", Action.RESEND, Unit.BUSINESS_DAYS, 3, None),
        ("mail-duplicate", Action.NEVER, None, None, None),
        ("chat-answer", Action.EXPECT, Unit.MINUTES, 1, 10),
    ],
)
def test_the_numbers_of_the_two_guides(
    guide: Guide, name: str, action: Action, unit: Unit | None, not_before: int | None, not_after: int | None
) -> None:
    rule = guide.rules[name]
    assert (rule.action, rule.unit, rule.not_before, rule.not_after) == (action, unit, not_before, not_after)


def test_resending_says_that_it_was_sent_before_in_both_languages(guide: Guide) -> None:
    for language in ("en", "zh"):
        assert "已发送过一次" in guide.rules["mail-resend"].text(language)
        assert "sent once already" in guide.rules["mail-resend"].text(language)


def test_no_address_of_a_firm_is_shipped() -> None:
    for path in (paths.resources() / "guides").glob("*.toml"):
        assert "@" not in path.read_text("utf-8")


def test_a_good_file_loads(tmp_path: Path) -> None:
    (tmp_path / "channels.toml").write_text(GOOD, "utf-8")
    rule = Guide.load(tmp_path).rules["one"]
    assert (rule.channel, rule.not_before, rule.text("zh"), rule.text("fr")) == (Channel.EMAIL, 48, "询问。", "Ask.")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('source.en = "A guide."\n', "", "source.en"),
        ('source.zh = "一份指南。"\n', "", "source.zh"),
        ('text.zh = "询问。"\n', 'text.zh = "  "\n', "text.zh"),
        ("checked_on = 2026-11-20\n", "", "checked_on"),
        ("checked_on = 2026-11-20", 'checked_on = "yesterday"', "checked_on"),
        ("checked_on = 2026-11-20", "checked_on = 2026-11-20T10:00:00", "checked_on"),
        ('unit = "hours"', 'unit = "fortnights"', "fortnights"),
        ('unit = "hours"\n', "", "unit"),
        ('channel = "email"', 'channel = "pigeon"', "pigeon"),
        ('action = "nudge"', 'action = "shout"', "shout"),
        ('start = "message-sent"', 'start = "full-moon"', "full-moon"),
        ("not_before = 48", "not_before = -1", "not_before"),
        ("not_before = 48", "not_before = 1.5", "not_before"),
        ("not_before = 48", "not_before = true", "not_before"),
        ("not_before = 48\n", "", "not_before"),
        ("not_before = 48", "not_before = 48\nnot_after = 24", "not_after"),
        ("not_before = 48", "not_before = 48\nnot_befor = 24", "not_befor"),
        ("pauses = []", "pauses = [1]", "pauses"),
        ("pauses = []", "pauses = [{ first = 2026-12-24, last = 2026-12-20, why = { en = 'x', zh = 'y' } }]", "pause"),
        ("pauses = []", "pauses = [{ first = 2026-12-24, last = 2026-12-24, why = { en = 'x' } }]", "why.zh"),
        ("pauses = []", "pauses = [{ first = 2026-12-24, last = 2026-12-24, wy = 1 }]", "wy"),
        ('text.en = "Ask."', 'text.en = "Ask."\ntext.fr = "Quoi."', "fr"),
    ],
)
def test_an_unsound_rule_is_refused_by_file_and_name(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in GOOD
    (tmp_path / "channels.toml").write_text(GOOD.replace(old, new), "utf-8")
    with pytest.raises(CasebookError) as caught:
        Guide.load(tmp_path)
    assert "channels.toml" in str(caught.value)
    assert "one" in str(caught.value)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_rule_without_id_two_of_one_id_and_a_broken_file_are_refused(tmp_path: Path) -> None:
    for text, says in (
        (GOOD.replace('id = "one"\n', ""), "without id"),
        (GOOD + GOOD, "same id"),
        ("[[rule\n", "cannot be read"),
        ("rule = 3", "[[rule]]"),
        (GOOD + "\n[other]\nx = 1\n", "[[rule]]"),
    ):
        (tmp_path / "channels.toml").write_text(text, "utf-8")
        with pytest.raises(CasebookError, match=re.escape(says)) as caught:
            Guide.load(tmp_path)
        assert "channels.toml" in str(caught.value)


def test_a_folder_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CasebookError, match="no guide rules"):
        Guide.load(tmp_path)


def test_pauses_are_read_in_order(tmp_path: Path) -> None:
    spans = """pauses = [
      { first = 2026-12-30, last = 2026-12-31, why = { en = "move", zh = "搬迁" } },
      { first = 2026-12-24, last = 2026-12-24, why = { en = "closed", zh = "休息" } },
    ]"""
    (tmp_path / "channels.toml").write_text(GOOD.replace("pauses = []", spans), "utf-8")
    pauses = Guide.load(tmp_path).rules["one"].pauses
    assert [pause.first.day for pause in pauses] == [24, 30]
    assert pauses[0].why["zh"] == "休息"

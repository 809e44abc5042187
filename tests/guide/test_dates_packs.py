"""The packs: what they count, that each has source and date, and that no unsound one gets through."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from casebook import paths
from casebook.guide import Action, Guide
from casebook.guide.dates.rules import EndedBy, Start, Unit
from casebook.journal.errors import CasebookError

FOLDER = paths.resources() / "guides"

GOOD = """
[pack]
id = "here"
name.en = "Here"
name.zh = "此处"
about.en = "For a test."
about.zh = "用于测试。"

[[rule]]
id = "one"
action = "limit"
start = "final-response"
unit = "months"
not_after = 6
country = "GB"
zone = "Europe/London"
ended_by = "self"
warn_days = 30
pauses = []
checked_on = 2026-11-22
title.en = "Six months"
title.zh = "六个月"
step.en = "File."
step.zh = "提交。"
text.en = "Within six months."
text.zh = "六个月内。"
source.en = "A law."
source.zh = "一部法律。"
"""


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide.load(FOLDER)


def write(folder: Path, text: str) -> Path:
    (folder / "packs").mkdir(exist_ok=True)
    (folder / "packs" / "x.toml").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "action", "start", "unit", "not_before", "not_after"),
    [
        ("uk-final-response", Action.FILE, Start.COMPLAINT_SENT, Unit.WEEKS, 8, None),
        ("uk-payment-response", Action.FILE, Start.COMPLAINT_SENT, Unit.BUSINESS_DAYS, 15, None),
        ("uk-ombudsman", Action.LIMIT, Start.FINAL_RESPONSE, Unit.MONTHS, None, 6),
        ("mica-decision", Action.FILE, Start.COMPLAINT_SENT, Unit.MONTHS, 2, None),
        ("cfpb-answer", Action.EXPECT, Start.COMPLAINT_SENT, Unit.CALENDAR_DAYS, 15, None),
        ("cfpb-final", Action.EXPECT, Start.COMPLAINT_SENT, Unit.CALENDAR_DAYS, 60, None),
        ("cfpb-feedback", Action.LIMIT, Start.FINAL_RESPONSE, Unit.CALENDAR_DAYS, None, 60),
        ("cftc-reparations", Action.LIMIT, Start.VIOLATION_KNOWN, Unit.YEARS, None, 2),
        ("card-not-provided", Action.FILE, Start.TRANSACTION, Unit.CALENDAR_DAYS, 30, 120),
        ("card-cap", Action.LIMIT, Start.TRANSACTION, Unit.CALENDAR_DAYS, None, 540),
        ("data-access", Action.FILE, Start.REQUEST_SENT, Unit.MONTHS, 1, None),
    ],
)
def test_the_figures(
    guide: Guide, name: str, action: Action, start: Start, unit: Unit, not_before: int | None, not_after: int | None
) -> None:
    rule = guide.rules[name]
    assert (rule.action, rule.start, rule.unit) == (action, start, unit)
    assert (rule.not_before, rule.not_after) == (not_before, not_after)


def test_every_rule_of_every_file_names_source_and_date_and_belongs_to_a_known_pack(guide: Guide) -> None:
    files = sorted((FOLDER / "packs").glob("*.toml"))
    assert len(files) == len(guide.packs) >= 6
    written = sum(path.read_text("utf-8").count("[[rule]]") for path in files)
    rules = [rule for rule in guide.rules.values() if rule.pack]
    assert len(rules) == written
    for rule in rules:
        assert guide.packs[rule.pack].names.keys() == {"en", "zh"}
        assert rule.channel is None
        assert rule.checked_on >= date(2026, 11, 1)
        for language in ("en", "zh"):
            assert len(rule.source(language)) > 10
            assert rule.title(language)
            assert rule.step(language)
        assert re.search(r"[\u4e00-\u9fff]", rule.title("zh") + rule.step("zh"))
        assert not rule.strict or rule.not_after is None or rule.warn_days >= 7
        assert rule.ended_by is EndedBy.SELF or rule.action is not Action.LIMIT, "an outside limit never ends by itself"


def test_a_rule_is_stale_after_twelve_months(guide: Guide) -> None:
    rule = guide.rules["uk-ombudsman"]
    assert rule.checked_on == date(2026, 11, 22)
    assert not rule.stale(date(2027, 11, 22))
    assert rule.stale(date(2027, 11, 23))
    assert not guide.rules["mail-nudge"].stale(date(2026, 11, 22))


def test_a_good_pack_loads(tmp_path: Path) -> None:
    guide = Guide.load(write(tmp_path, GOOD))
    rule = guide.rules["one"]
    assert (rule.pack, rule.title("zh"), rule.step("en"), rule.country) == ("here", "六个月", "File.", "GB")
    assert guide.packs["here"].name("zh") == "此处"
    assert rule.strict


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('source.en = "A law."\n', "", "source.en"),
        ("checked_on = 2026-11-22\n", "", "checked_on"),
        ('title.zh = "六个月"\n', "", "title.zh"),
        ('step.en = "File."\n', "", "step.en"),
        ('name.zh = "此处"\n', "", "name.zh"),
        ('about.en = "For a test."\n', "", "about.en"),
        ("not_after = 6\n", "", "not_after"),
        ("warn_days = 30\n", "", "warn_days"),
        ('ended_by = "self"\n', "", "ended_by"),
        ('ended_by = "self"', 'ended_by = "weather"', "weather"),
        ('country = "GB"\n', "", "country and zone"),
        ('country = "GB"', 'country = "Britain"', "two capital letters"),
        ("warn_days = 30", 'warn_days = 30\nchannel = "email"', "channel"),
        ("warn_days = 30", 'warn_days = 30\nrolls = "yes"', "rolls"),
        ('id = "here"\n', 'id = "here"\ncolour = 1\n', "colour"),
        ("[pack]", "[[pack]]", "[[rule]]"),
    ],
)
def test_an_unsound_pack_is_refused_by_file(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in GOOD
    with pytest.raises(CasebookError) as caught:
        Guide.load(write(tmp_path, GOOD.replace(old, new)))
    assert "x.toml" in str(caught.value)
    assert says in str(caught.value)


def test_two_packs_or_rules_of_one_id_are_refused(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    (tmp_path / "packs" / "y.toml").write_text(GOOD, "utf-8")
    with pytest.raises(CasebookError, match="another pack has the same id"):
        Guide.load(tmp_path)
    (tmp_path / "packs" / "y.toml").write_text(GOOD.replace('id = "here"', 'id = "there"'), "utf-8")
    with pytest.raises(CasebookError, match="another rule has the same id"):
        Guide.load(tmp_path)


def test_nothing_of_a_pack_is_suggested_by_itself(guide: Guide) -> None:
    """Packs act only where they were picked: the steps suggested are nudges and resends of a channel."""
    assert not [rule for rule in guide.rules.values() if rule.pack and rule.action in (Action.NUDGE, Action.RESEND)]

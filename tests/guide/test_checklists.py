"""The checklists: those shipped are sound in both languages, and no unsound one gets through."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook import paths
from casebook.guide.ready import checklists, readiness
from casebook.journal.errors import BadInput
from casebook.journal.outgoing import Transfer
from casebook.journal.records import Account, Case
from casebook.journal.terms import Category, Channel, OfficialKind, ReferenceKind

SHIPPED = paths.resources() / "guides" / "checklists" / "evidence.toml"
GOOD = """
[[item]]
id = "one"
categories = ["deposit"]
needs = ["reference:txid"]
checked_on = 2026-11-22
text.en = "The TxID"
text.zh = "TxID"
source.en = "A guide."
source.zh = "一份指南。"
"""


def test_every_category_has_items_and_each_names_its_source() -> None:
    items = checklists.load_all(SHIPPED.parent)
    for category in Category:
        assert any(item.is_for(category) for item in items), category
    for item in items:
        assert item.sources["en"].startswith("Guide"), item.id
        assert "指南" in item.sources["zh"], item.id
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in item.texts["en"]), item.id


def test_what_the_items_need_is_something_that_can_be_told() -> None:
    known = {
        "case": {*Case.__slots__, "minute"},
        "account": set(Account.__slots__),
        "exhibit": {"any", "image", "video", "table", "pdf", "text", "clause", "named"},
        "reference": set(map(str, ReferenceKind)),
        "transfer": set(Transfer.__slots__),
        "contact": set(map(str, Channel)),
        "ticket": {"any"},
        "request": {"supplied", "settled"},
        "letter": {"subject", "official", "exhibits"},
        "sent": {"copy", "copy-public", "own-address", "receipt", "badge"},
        "reply": {"instructions"},
        "official": {"any", *map(str, OfficialKind)},
        "mark": {"hand"},
    }
    known["case"].add("clear")
    assert set(known) == readiness.KINDS
    for item in checklists.load_all(SHIPPED.parent):
        for kind, what in item.needs:
            assert what in known[kind], (item.id, kind, what)


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('id = "one"\n', ""),
        ('["deposit"]', '["nonsense"]'),
        ('["deposit"]', "[]"),
        ('["reference:txid"]', '["txid"]'),
        ("2026-11-22", '"2026-11-22"'),
        ('text.zh = "TxID"\n', ""),
        ('source.en = "A guide."', 'source.en = " "'),
        ("[[item]]", "[[thing]]"),
        (GOOD, GOOD + GOOD),
        ("checked_on", "read_on"),
    ],
)
def test_an_unsound_file_is_refused(tmp_path: Path, good: str, bad: str) -> None:
    file = tmp_path / "evidence.toml"
    file.write_text(GOOD, "utf-8")
    assert [item.id for item in checklists.load(file)] == ["one"]
    broken = tmp_path / "broken.toml"
    broken.write_text(GOOD.replace(good, bad), "utf-8")
    with pytest.raises(BadInput, match=r"broken\.toml"):
        checklists.load(broken)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        checklists.load(tmp_path / "none.toml")

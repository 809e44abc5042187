"""Which dossiers went out: listed with what changed since, and a warning before characters are shown by their code."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.dossier.since import Change, counted
from tests.cli.conftest import Casebook


@pytest.fixture
def told(filled: Casebook) -> Casebook:
    """A case with one contact and one promise."""
    filled.ok("log", "1", "--channel", "chat", "--direction", "in", "--text", "Within 24 hours.")
    filled.ok("promise", "add", "1", "--text", "within 24 hours")
    return filled


def test_a_dossier_is_listed_with_its_reader_and_its_head(told: Casebook, tmp_path: Path) -> None:
    assert told.json("exports", "1") == []
    assert "no dossier was made" in told.ok("exports", "1")
    told.ok("export", "1", tmp_path / "out.zip", "--lang", "zh", "--recipient", "Ombudsman 张", "--form", "short")
    (one,) = told.json("exports", "C-1")
    assert (one["case"], one["name"], one["for"], one["form"]) == ("C-1", "out.zip", "outside", "short")
    assert (one["recipient"], one["lang"], one["paper"], one["parts"]) == ("Ombudsman 张", "zh", "a4", 1)
    assert one["since"] == []
    assert len(one["manifests"][0]) == len(one["head"]["hash"]) == 64
    lines = told.ok("exports", "1")
    assert "Ombudsman 张" in lines
    assert "changed since: nothing" in lines


def test_what_changed_since_is_counted(told: Casebook, tmp_path: Path) -> None:
    told.ok("export", "1", tmp_path / "out")
    told.wait(minutes=5)
    told.ok("log", "1", "--channel", "phone", "--direction", "out", "--text", "Called.")
    told.ok("log", "1", "--channel", "email", "--direction", "out", "--text", "Wrote.")
    told.ok("promise", "resolve", "1", "unknown")
    told.ok("follow-up", "add", "1", "--due", "2026-12-01 09:00", "--reason", "ask again")
    (one,) = told.json("exports", "1")
    assert one["since"] == [
        {"kind": "contact", "change": "added", "count": 2},
        {"kind": "promise", "change": "changed", "count": 1},
    ]
    assert "changed since: 2 contacts added, 1 promise changed" in told.ok("exports", "1")
    told.ok("export", "1", tmp_path / "later")
    first, second = told.json("exports", "1")
    assert (len(first["since"]), second["since"]) == (2, [])


def test_a_character_without_a_shape_is_named_before_the_export(told: Casebook, tmp_path: Path) -> None:
    assert told.run("export", "1", tmp_path / "plain").err == ""
    told.ok("log", "1", "--channel", "chat", "--direction", "in", "--text", "invoice\u202efdp.exe \U00012000 \u202e")
    said = told.run("export", "1", tmp_path / "odd").err
    assert "note: 2 characters are shown by their code: 〔U+202E〕 RIGHT-TO-LEFT OVERRIDE" in said
    assert "〔U+12000〕 CUNEIFORM SIGN A" in said


@pytest.mark.parametrize(
    ("entries", "counts"),
    [
        ([], {}),
        ([("contact.logged", "contact:1"), ("contact.amended", "contact:1")], {("contact", Change.ADDED): 1}),
        ([("contact.amended", "contact:1"), ("contact.fact-changed", "amendment:4")], {("contact", Change.CHANGED): 1}),
        ([("exhibit.added", "exhibit:1"), ("exhibit.deleted", "exhibit:1")], {}),
        ([("exhibit.deleted", "exhibit:1"), ("exhibit.erased", "exhibit:1")], {("exhibit", Change.REMOVED): 1}),
        ([("exhibit.deleted", "exhibit:1"), ("exhibit.restored", "exhibit:1")], {}),
        ([("exhibit.restored", "exhibit:1")], {("exhibit", Change.ADDED): 1}),
        ([("contact.logged", "contact:9"), ("mail.imported", "mail:9")], {("contact", Change.ADDED): 1}),
        ([("mail.purged", "mail:9")], {("mail", Change.REMOVED): 1}),
        ([("promise.withdrawn", "promise:3")], {("promise", Change.CHANGED): 1}),
        ([("redaction.replaced", "redaction:1"), ("redaction.added", "redaction:2")], {("redaction", Change.ADDED): 1}),
        ([("redaction.withdrawn", "redaction:2")], {("redaction", Change.REMOVED): 1}),
        ([("exhibit.read", "exhibit:1"), ("follow_up.added", "follow_up:1"), ("export.made", "export:1")], {}),
    ],
)
def test_each_record_counts_once(entries: list[tuple[str, str]], counts: dict[tuple[str, Change], int]) -> None:
    assert dict(counted(entries)) == counts

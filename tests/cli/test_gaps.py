"""`casebook gaps`: the report with its keys, an answer in words or from stdin, and the export that waits for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.journal import Journal
from tests.cli.conftest import START, Casebook
from tests.conftest import HandClock
from tests.dossier.gap_book import PHRASE, plant


@pytest.fixture
def planted(casebook: Casebook) -> Casebook:
    with Journal.create(casebook.book, HandClock(START)) as journal:
        plant(journal)
    return casebook


def test_the_report_names_each_finding_with_its_key(planted: Casebook) -> None:
    found = planted.json("gaps", "C-1")
    assert len(found) == 13
    assert found[0]["kind"] == "secret"
    assert found[0]["blocking"] is True
    assert found[0]["values"]["secret"] == "seed-phrase"
    assert found[0]["record"]["kind"] == "contact"
    late = next(f for f in found if f["kind"] == "promise-late")
    assert late["values"]["due"] == "2026-11-15T09:00:00+08:00"
    lines = planted.ok("gaps", "1").splitlines()
    assert len(lines) == 14
    assert lines[0].startswith("STOPS")
    assert lines[-1].startswith("1 of them stop the dossier")
    assert all("{" not in line for line in lines)
    assert PHRASE not in "\n".join(lines)


def test_the_export_waits_for_the_answer_to_a_secret(planted: Casebook, tmp_path: Path) -> None:
    refused = planted.run("export", "C-1", tmp_path / "dossier")
    assert refused.code == 1
    assert refused.err.startswith("casebook: the dossier may hold 1 secret(s)")
    assert len(refused.err.splitlines()) == 1
    assert not (tmp_path / "dossier").exists()
    key = planted.json("gaps", "C-1")[0]["key"]
    told = planted.ok("gaps", "C-1", "--answer", key, "-", stdin="Das ist ein Prüfsatz 测试.\n".encode())
    assert "answered" in told
    assert "stop the dossier" not in told
    assert planted.run("export", "C-1", tmp_path / "dossier").code == 0
    assert (tmp_path / "dossier" / "dossier.pdf").is_file()
    planted.ok("gaps", "C-1", "--take-back", key)
    assert planted.json("gaps", "C-1")[0]["answer"] == ""


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--answer", "silence:999", "why"), 1, "has no finding 'silence:999'"),
        (("--take-back", "nonsense"), 1, "has no finding 'nonsense'"),
        (("--answer", "x", "y", "--take-back", "x"), 2, "do not go together"),
    ],
)
def test_wrong_keys_are_refused_in_one_line(planted: Casebook, words: tuple[str, ...], code: int, said: str) -> None:
    answer = planted.run("gaps", "C-1", *words)
    assert answer.code == code
    assert said in answer.err
    assert len(answer.err.splitlines()) == 1


def test_what_has_no_answer_cannot_be_taken_back(planted: Casebook) -> None:
    key = planted.json("gaps", "C-1")[1]["key"]
    answer = planted.run("gaps", "C-1", "--take-back", key)
    assert answer.code == 1
    assert "no answer that could be taken back" in answer.err


def test_a_case_without_gaps_says_so(planted: Casebook) -> None:
    planted.ok("firm", "add", "--name", "Heron Bank")
    case = planted.json("case", "add", "--firm", "Heron Bank", "--title", "Fee", "--category", "other")
    found = planted.json("gaps", case["number"])
    assert {f["kind"] for f in found} == {"checklist"}
    assert planted.run("gaps", "C-99").code == 1

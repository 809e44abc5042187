"""`casebook look`, and an import of what concerns a case or firm only, with its report as a file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.cli.conftest import Casebook
from tests.mail.test_preview import FIRM, MINE, mail


@pytest.fixture
def folder(casebook: Casebook, tmp_path: Path) -> Path:
    casebook.ok("firm", "add", "--name", "Kestrel Exchange")
    casebook.ok("account", "add", "--firm", "Kestrel Exchange", "--email", MINE)
    casebook.ok("case", "add", "--firm", "Kestrel Exchange", "--title", "Withdrawal on hold")
    made = tmp_path / "mail"
    made.mkdir()
    (made / "1.eml").write_bytes(mail(1, sender=f"Kestrel Exchange <{FIRM}>", subject="=1+1"))
    (made / "2.eml").write_bytes(mail(2, sender=MINE, to=FIRM, refs="<1@look.example>"))
    (made / "3.eml").write_bytes(mail(3, sender="news@garden.example"))
    (made / "4.jpg").write_bytes(b"\xff\xd8 no mail")
    return made


def test_a_look_tells_threads_and_changes_nothing(casebook: Casebook, folder: Path) -> None:
    before = casebook.json("history")
    found = casebook.json("look", folder)
    assert (found["messages"], found["known"], len(found["threads"])) == (3, 0, 2)
    thread = next(each for each in found["threads"] if each["firm"])
    assert (thread["messages"], thread["firm"], thread["subject"]) == (2, "Kestrel Exchange", "=1+1")
    assert [failure["source"] for failure in found["failed"]] == ["mail/4.jpg"]
    assert len(casebook.json("look", folder, "--related")["threads"]) == 1
    assert "3 messages" in casebook.run("look", folder).out
    assert casebook.json("history") == before


def test_only_what_is_related_comes_in_and_the_report_is_a_file(
    casebook: Casebook, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "report.csv"
    report = casebook.json("import", folder, "--related", "--report", out)
    assert (report["new"], len(report["failed"])) == (2, 1)
    lines = list(csv.reader(out.read_text("utf-8-sig").splitlines()))
    assert len(lines) == 1 + 3
    assert not any(cell.startswith("=") for line in lines for cell in line)
    assert "is there already" in casebook.refused("import", folder, "--report", out)
    assert casebook.json("import", folder)["new"] == 1

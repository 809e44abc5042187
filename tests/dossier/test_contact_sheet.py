"""The table for a spreadsheet: it reads back as it was written, and nothing in it runs."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casebook.dossier import contact_sheet
from casebook.dossier.contact_sheet import harmless
from casebook.journal import BadInput, DiskTrouble, Journal, NotFound
from casebook.journal.planning import Details
from casebook.journal.times import HowKnown, Precision, parse
from tests.journal.makers import log, picture


def table(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


@given(st.text(max_size=40))
@example("=1+1")
@example("  @SUM(A1)")
@example("\t=1")
@example("＝1+1")
@example("-2+3\ncmd|' /C calc'!A0")
@example('";=1+1;"')
def test_no_cell_begins_like_a_formula(text: str) -> None:
    cell = harmless(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not cell.startswith(("\t", "\r", "\n"))
    assert cell.removeprefix("'") == text or "\N{REPLACEMENT CHARACTER}" in cell


def test_every_contact_is_a_row_that_reads_back(journal: Journal, case_id: int, tmp_path: Path) -> None:
    text = '他说："24 小时内", 请等待\n第二行; with, commas'
    log(
        journal,
        case_id,
        text,
        agent="Lily",
        agent_id="0044",
        bot=False,
        attachments=[picture(), picture("b.png", b"b")],
    )
    day = parse("2026-11-21", "Asia/Singapore", known=HowKnown.SCREENSHOT)
    about = parse("2026-11-22 09:30", "+08:00", Precision.ABOUT)
    log(journal, case_id, "the day only", happened=day, tickets=["1E5", "T-1"])
    log(journal, case_id, "about then", happened=about)
    assert contact_sheet.write(journal, case_id, tmp_path / "k.csv") == 3
    first, second, third = table(tmp_path / "k.csv")
    assert first["Words"] == text
    assert (first["Time there"], first["Offset"], first["Time (UTC)"]) == (
        "2026-11-20 14:03",
        "UTC+08:00",
        "2026-11-20 06:03",
    )
    assert (first["Agent’s ID"], first["Bot or person"], first["Exhibits"]) == ("#0044", "person", "EX-1, EX-2")
    assert (second["Time there"], second["Time (UTC)"], second["Ticket numbers"]) == ("2026-11-21", "", "#1E5, T-1")
    assert second["How known"] == "read from a screenshot"
    assert (third["How exact"], third["Time zone"]) == ("about", "")


def test_it_is_refused_in_words(journal: Journal, case_id: int, tmp_path: Path) -> None:
    (tmp_path / "k.csv").write_text("mine")
    with pytest.raises(BadInput, match="is there already"):
        contact_sheet.write(journal, case_id, tmp_path / "k.csv")
    assert (tmp_path / "k.csv").read_text() == "mine"
    with pytest.raises(BadInput, match="'fr'"):
        contact_sheet.write(journal, case_id, tmp_path / "x.csv", language="fr")
    with pytest.raises(NotFound):
        contact_sheet.write(journal, 99, tmp_path / "x.csv")
    with pytest.raises(DiskTrouble):
        contact_sheet.write(journal, case_id, tmp_path / "nowhere" / "x.csv")
    assert [path.name for path in tmp_path.glob("*.csv")] == ["k.csv"]


def test_how_long_one_waited_can_be_added_up(journal: Journal, case_id: int, tmp_path: Path) -> None:
    log(journal, case_id, "a call", details=Details(waited=750, talked=240, cost="SGD 4.20"))
    log(journal, case_id, "a mail")
    contact_sheet.write(journal, case_id, tmp_path / "k.csv")
    call, mail = table(tmp_path / "k.csv")
    assert (call["Waited, minutes"], call["Talked, minutes"], call["Cost of the contact"]) == ("12.5", "4", "SGD 4.20")
    assert (mail["Waited, minutes"], mail["Cost of the contact"]) == ("", "")

"""The clocks of a case as a stranger reads them: rule, source, counting, outcome; the same whenever it is printed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from casebook import paths
from casebook.dossier.collect import collect
from casebook.dossier.gaps import leaks
from casebook.guide import Guide
from casebook.guide.dates.moves import By, Moves, extension
from casebook.journal import Journal
from casebook.journal.terms import Channel
from casebook.journal.times import Moment, parse
from tests.dossier.conftest import ZONE, Clock, fill, make
from tests.dossier.test_pdf import has, pages

NOW = datetime(2026, 11, 20, tzinfo=UTC)
NO_MOVES = Moves()


def add(
    journal: Journal, case: int, rule: str, start: Moment, *, contact: int | None = None, moves: Moves = NO_MOVES
) -> int:
    firm = journal.firms.get(journal.cases.get(case).firm_id)
    guide = Guide.load(paths.resources() / "guides")
    clock = guide.clock(rule, start, firm, journal.firm_rules.of_firm(firm.id), "Asia/Shanghai", NOW, moves=moves)
    return journal.deadlines.add(
        case, rule, start, clock.explanation.to_json(), contact_id=contact, extensions=moves.extensions_json()
    ).made


@pytest.fixture
def timed(journal: Journal) -> int:
    """The small case with a clock that runs, one that came, one that a contact ended, and one set in error."""
    case = fill(journal)
    mail = next(c for c in journal.contacts.of_case(case) if c.channel is Channel.EMAIL)
    answer = next(c for c in journal.contacts.of_case(case) if c.agent == "Lily")
    more = extension(By.DAYS, 14, why="holding letter", who="Kestrel")
    add(journal, case, "uk-final-response", mail.happened, contact=mail.id, moves=Moves(extensions=(more,)))
    add(journal, case, "uk-ombudsman", parse("2026-03-02", ZONE))
    ended = add(journal, case, "data-access", parse("2026-10-31 10:00", ZONE))
    journal.deadlines.end(ended, contact_id=answer.id, answer="They sent the file.")
    wrong = add(journal, case, "mica-decision", mail.happened)
    journal.deadlines.drop(wrong, "SET IN ERROR")
    return case


@pytest.mark.slow
def test_each_date_says_by_whose_rule_it_was_counted_and_what_became_of_it(
    journal: Journal, timed: int, tmp_path: Path
) -> None:
    english = make(journal, timed, tmp_path / "en") / "dossier.pdf"
    for part in (
        "A firm has eight weeks from receiving a complaint to send its final response",
        "Source: FCA Handbook, DISP 1.6.2R and 2.8.1R(2)", "Read there on 2026-11-22.",
        "Complaint sent Wed 18 Nov 2026", "14 days more (by Kestrel: holding letter).", "Not before Wed 27 Jan 2027",
        "Runs at the end of the record.", "Was over at the end of the record.", "They sent the file.",
        "Ended; recorded 2026-11-20", "to be checked at its source.", "is for the reader to judge",
    ):  # fmt: skip
        assert has(english, part), part
    assert not has(english, "SET IN ERROR")
    assert not any("your" in page.lower().split("deadlines\r\n")[-1] for page in pages(english) if "Counted:" in page)
    chinese = make(journal, timed, tmp_path / "zh", language="zh") / "dossier.pdf"
    for part in (
        "公司应在收到投诉后八周内给出最终答复",
        "来源：FCA 手册",
        "截至记录结束时已届满",
        "不早于2027年1月27日",
    ):
        assert has(chinese, part), part
    clock = journal.clock
    assert isinstance(clock, Clock)
    clock.now += timedelta(days=900)  # of what is printed nothing depends on the day on which it is
    assert (make(journal, timed, tmp_path / "again") / "dossier.pdf").read_bytes() == english.read_bytes()
    firm = make(journal, timed, tmp_path / "firm", audience="firm") / "dossier.pdf"
    assert not has(firm, "eight weeks")
    assert has(firm, "the deadlines, the complainant’s answers")


def test_what_looks_like_a_secret_in_a_clock_stops_the_export(journal: Journal, timed: int) -> None:
    assert not list(leaks.suspected(collect(journal, timed)))
    phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow"
    journal.deadlines.end(journal.deadlines.of_case(timed)[0].id, answer=f"they wanted {phrase}")
    assert [found.key.partition(":")[2][:10] for found in leaks.suspected(collect(journal, timed))] == ["deadline:1"]

"""The filter line of the case list: what it leaves in, word by word, and while a word is being typed."""

from __future__ import annotations

import pytest

from casebook.journal import Journal
from casebook.journal.case_views import matcher


@pytest.fixture
def cases(journal: Journal) -> Journal:
    firm = journal.firms.add("Kestrel Exchange", country="SG", zone="Asia/Singapore").made
    kept = journal.cases.add(firm, "Frozen account").made
    journal.cases.retag(kept, ["vip"])
    journal.cases.close(journal.cases.add(firm, "Late deposit").made, "paid")
    return journal


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("", "12"),
        ("frozen", "1"),
        ("-frozen", "2"),
        ("@kestrel #VIP", "1"),
        ('-"late deposit"', "1"),
        ("c-2", "2"),
        ("is:closed", "2"),
        ("IS:Closed", "2"),
        ("-is:closed", "1"),
        ("状态：已结案", "2"),
        ("-状态:已结案", "1"),
        *(
            (typed, "12")
            for typed in ("-", "#", "@", "is:", "-is:", "is:x", "-is:x", "状态:", "状态：", "-状态:", "-状态:已结x")
        ),
    ],
)
def test_a_line_leaves_in_what_it_says_and_all_while_it_says_nothing_yet(cases: Journal, words: str, left: str) -> None:
    fits = matcher(words, cases.clock())
    assert (
        "".join(str(row.id) for row in sorted(cases.cases.rows(), key=lambda row: row.id) if not fits or fits(row))
        == left
    )

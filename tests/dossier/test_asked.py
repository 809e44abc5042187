"""What was promised, asked for and tried before, as a reader sees it: outcomes, dates, with what it was supplied."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.journal import Journal
from casebook.journal.records import Attachment
from casebook.journal.terms import Category, Channel, Direction, ExhibitSource, PromiseState
from casebook.journal.times import Moment, parse
from tests.dossier.conftest import ZONE, fill, make
from tests.dossier.test_pdf import has, pages


def at(text: str) -> Moment:
    return parse(text, ZONE)


@pytest.fixture
def told(journal: Journal) -> int:
    """The small case with a promise of each outcome, and requests that are open, late and supplied."""
    case = fill(journal)
    chat = next(c for c in journal.contacts.of_case(case) if c.exhibits)
    shown = chat.exhibits[0].id
    unknown = journal.promises.add(case, "the team looks into it", due=at("2026-11-18"), exhibit_id=shown).made
    journal.promises.resolve(unknown, PromiseState.UNKNOWN, "no word on it since")
    journal.requests.add(case, "A selfie.", due=at("2026-11-18"), identity=True, contact_id=chat.id)
    statement = journal.requests.add(case, "The bank statement.", contact_id=chat.id).made
    paper = Attachment("statement.pdf", b"%PDF-1.4", "application/pdf", ExhibitSource.FILE)
    sent = journal.contacts.log(
        case,
        channel=Channel.TICKET,
        direction=Direction.OUT,
        happened=at("2026-11-19 11:30"),
        text="The statement.",
        attachments=[paper],
    ).made
    journal.requests.supply(statement, contact_id=sent)
    return case


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            (
                *("2 (0 kept, 1 broken, 1 not known, 0 withdrawn, 0 open)", "no word on it since", "not known"),
                *("open, past its time", "Proof of identity", "Wanted by 2026-11-18", "on 2026-11-19 03:30 UTC"),
            ),
        ),
        ("zh", ("结果不明 1", "待提供，已过期限", "身份证明", "要求期限 2026-11-18", "于 2026-11-19 03:30 UTC")),
    ],
)
def test_the_reader_sees_what_became_of_it(
    journal: Journal, told: int, tmp_path: Path, language: str, words: tuple[str, ...]
) -> None:
    pdf = make(journal, told, tmp_path / "out", language=language) / "dossier.pdf"
    for said in words:
        assert has(pdf, said), said


@pytest.mark.parametrize("category", [Category.WITHDRAWAL, Category.ACCOUNT_SECURITY])
def test_what_the_account_is_known_by_goes_out_where_the_account_is_in_question(
    journal: Journal, tmp_path: Path, category: Category
) -> None:
    case = fill(journal)
    account = journal.cases.get(case).account_id
    assert account is not None
    journal.accounts.edit(account, registered_on="2024-03-01", usual_ips="203.0.113.9", callback="+65 5550 1000")
    journal.cases.edit(case, category=category, seen_on="app 4.2, Android 16", steps="1. Logged in. 2. Asked for it.")
    first = " ".join(pages(make(journal, case, tmp_path / "out") / "dossier.pdf")[0].split())
    for said in ("app 4.2, Android 16", "1. Logged in. 2. Asked for it.", "+65 5550 1000"):
        assert said in first
    for said in ("2024-03-01", "203.0.113.9"):
        assert (said in first) is (category is Category.ACCOUNT_SECURITY)

"""A draft is kept as it was typed, leaves no trace in the ledger, and goes when it is dropped or emptied."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from casebook.journal import Journal, NotFound
from casebook.journal.kinds import drafts as drafts_module
from casebook.journal.records import Attachment
from casebook.journal.terms import ExhibitSource
from tests.conftest import HandClock, finished
from tests.journal.makers import picture

WORDS = {"text": "They said\n“within 24 h” 提币", "agent": "Lily", "channel": "chat"}
PASTED = Attachment(
    "shot.png",
    b"\x89PNG pixels",
    "image/png",
    ExhibitSource.PASTED,
    description="the chat",
    taken_at=datetime(2026, 11, 20, 6, tzinfo=UTC),
)


def test_a_draft_survives_a_restart_and_is_no_fact(
    journal: Journal, case_id: int, book: Path, clock: HandClock
) -> None:
    head = journal.ledger.head()
    journal.drafts.save(case_id, WORDS, [PASTED])
    journal.close()
    with Journal.open(book, clock) as again:
        draft = again.drafts.load(case_id)
        assert draft is not None
        assert (draft.words, draft.files) == (WORDS, (PASTED,))
        assert again.drafts.all() == [draft]
        assert again.ledger.head() == head
        assert finished(again.verify()).ok
        again.drafts.drop(case_id)
        assert again.drafts.load(case_id) is None
        assert again.drafts.all() == []


def test_a_later_draft_takes_the_place_of_the_earlier(journal: Journal, case_id: int) -> None:
    journal.drafts.save(case_id, WORDS, [PASTED, picture("two.png", b"two")])
    journal.drafts.save(case_id, {"text": "other"}, [picture("two.png", b"new")])
    draft = journal.drafts.load(case_id)
    assert draft is not None
    assert draft.words == {"text": "other"}
    assert [(f.name, f.content) for f in draft.files] == [("two.png", b"new")]


@pytest.mark.parametrize("words", [{}, {"text": "", "agent": "  "}])
def test_an_empty_draft_is_none(journal: Journal, case_id: int, words: dict[str, str]) -> None:
    journal.drafts.save(case_id, WORDS)
    journal.drafts.save(case_id, words)
    assert journal.drafts.load(case_id) is None


def test_a_file_is_copied_unless_it_is_large(
    journal: Journal, case_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts_module, "_COPIED", 10)
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_bytes(b"small")
    large.write_bytes(b"larger than ten")
    journal.drafts.save(case_id, WORDS, [Attachment("small.txt", small), Attachment("large.txt", large)])
    small.unlink()
    draft = journal.drafts.load(case_id)
    assert draft is not None
    assert [f.content for f in draft.files] == [b"small", large]
    large.unlink()
    draft = journal.drafts.load(case_id)
    assert draft is not None
    assert [f.name for f in draft.files] == ["small.txt"]


def test_a_draft_needs_its_case(journal: Journal) -> None:
    with pytest.raises(NotFound, match="C-7"):
        journal.drafts.save(7, WORDS)
    assert journal.drafts.all() == []

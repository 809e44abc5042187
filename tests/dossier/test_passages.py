"""The passages that the user quotes stand in the dossier, each with where and when it was said."""

from __future__ import annotations

from pathlib import Path

from casebook.journal import Journal
from tests.dossier.conftest import fill, make
from tests.dossier.test_pdf import words


def test_passages_are_printed_with_their_source(journal: Journal, tmp_path: Path) -> None:
    case = fill(journal)
    chat = next(c for c in journal.contacts.of_case(case) if c.exhibits and c.text)
    said = " ".join(chat.text.split()[:4])
    journal.quotes.add(chat.id, said, "Here they said so.")
    text = words(make(journal, case, tmp_path / "out", language="zh") / "dossier.pdf")
    section = text.partition("由投诉人选出")[2][:400]
    shown = (
        said,
        "投诉人的说明",
        "Here they said so.",
        chat.agent,
        chat.exhibits[0].label,
        f"{chat.happened.local:%H:%M}",
    )
    for part in shown:
        assert "".join(part.split()) in section, part

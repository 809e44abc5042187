"""A dossier says of what was purged that it was, names what was deleted, and packs only what is there."""

import pytest

from casebook.dossier.names import MANIFEST
from casebook.journal import Journal
from tests.dossier.conftest import Clock, check, finish, mail, make, picture
from tests.dossier.test_pdf import has
from tests.journal.makers import log
from tests.journal.makers import picture as attachment

SECRET = "correct-horse-7"


@pytest.fixture
def purged(tmp_path):
    """A case with a purged exhibit, one whose name alone was purged, a deleted one, a purged mail and contact."""
    with Journal.create(tmp_path / "book", Clock()) as journal:
        case = journal.cases.add(journal.firms.add("Kestrel").made, "Withdrawal on hold").made
        shots = [
            attachment("seed.png", picture(200, 100)),
            attachment(f"{SECRET}.png", picture(210, 100)),
            attachment("gone.png", picture(220, 100)),
            attachment("kept.png", picture(230, 100)),
            attachment("last.png", picture(240, 100)),
        ]
        log(journal, case, "Look at these", attachments=shots)
        leaked = log(journal, case, "My address is 7 Elm Street")
        journal.mail.add(
            [mail(1, "Your pin", f"It is {SECRET}.", sent="2026-11-20 10:00", sender="a@b.example")], case_id=case
        )
        exhibits = journal.exhibits.of_case(case)
        finish(journal.purge.exhibit(exhibits[0].id, "mistake"))
        finish(journal.purge.contact(leaked, "personal"))
        finish(journal.purge.words(SECRET, "secret"))
        journal.bin.delete_exhibit(exhibits[2].id)
        journal.bin.delete_exhibit(exhibits[4].id)
        yield journal, case


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["the file was erased for good", "the words of this contact were erased", "Not listed: EX-3, EX-5."]),
        ("zh", ["该文件已被彻底删除", "此次联系的文字已被彻底删除", "未列出：EX-3、EX-5。"]),
    ],
)
def test_what_was_purged_is_printed_as_purged(purged, tmp_path, language, words):
    journal, case = purged
    pack = make(journal, case, tmp_path / "out", language=language)
    verdict = check(pack)
    assert verdict.ok, verdict.faults
    listed = (pack / MANIFEST).read_text("utf-8")
    assert "EX-0002" in listed and "EX-0004-kept.png" in listed
    assert "EX-0001" not in listed and "EX-0003" not in listed and ".eml" not in listed
    pdf = pack / "dossier.pdf"
    for said in (*words, "[purged].png", "kept.png"):
        assert has(pdf, said), said
    assert not has(pdf, SECRET) and not has(pdf, "Elm Street") and not has(pdf, "seed.png")


def test_a_case_without_gaps_names_none(tmp_path):
    with Journal.create(tmp_path / "book", Clock()) as journal:
        case = journal.cases.add(journal.firms.add("Kestrel").made, "Withdrawal on hold").made
        log(journal, case, "Look", attachments=[attachment("kept.png", picture(230, 100))])
        pack = make(journal, case, tmp_path / "out")
    assert not has(pack / "dossier.pdf", "Not listed")

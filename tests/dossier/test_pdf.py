"""The PDF read back: every fact is in it, in the right place, linked and numbered."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from tests.dossier.conftest import TXID, fill, mail, make

pytestmark = pytest.mark.slow


@cache
def pages(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def words(path: Path) -> str:
    """All text without white space: lines break where columns end."""
    return re.sub(r"\s+", "", "".join(pages(path)))


def has(path: Path, text: str) -> bool:
    return re.sub(r"\s+", "", text) in words(path)


def test_front_page_can_be_read_alone(packs):
    front = re.sub(r"\s+", " ", pages(packs["en"] / "dossier.pdf")[0])
    for part in (
        "Case dossier · C-1", "Withdrawal on hold", "Kestrel Exchange", "88120934", "tomas@example.org", "1250 USDT",
        "A withdrawal is on hold.", "Release it.", "T-99812", "2026-11-16 21:12", "2026-11-17 13:58", "UTC+08:00",
        "Record as of 2026-11-20 07:0", "4 (2 to the firm, 1 from the firm, 1 as conversation)", "1 broken",
        "Live chat 2, Email 1, Phone 1", "Contents", "Attempts to resolve", "Integrity",
    ):  # fmt: skip
        assert part in front, part


@pytest.mark.parametrize(("name", "form"), [("en", r"Page (\d+) of (\d+)"), ("zh", r"第 ?(\d+) ?页，共 ?(\d+) ?页")])
def test_page_numbers_are_the_pdfs_own(packs, name, form):
    found = pages(packs[name] / "dossier.pdf")
    for number, text in enumerate(found, start=1):
        at_foot = re.findall(form, text)
        assert (str(number), str(len(found))) in at_foot, (number, text)


def test_paper_and_running_head(packs):
    for name, size in (("en", (595, 842)), ("zh", (612, 792))):
        document = pypdfium2.PdfDocument(packs[name] / "dossier.pdf")
        assert {tuple(round(v) for v in page.get_size()) for page in document} == {size}
        document.close()
    for text in pages(packs["en"] / "dossier.pdf")[1:]:
        assert "C-1 · Kestrel Exchange · Withdrawal on hold" in text.replace("\r\n", " ")


def test_every_section_and_exhibit_is_a_bookmark(packs):
    document = pypdfium2.PdfDocument(packs["en"] / "dossier.pdf")
    titles = [(item.level, item.get_title()) for item in document.get_toc()]
    document.close()
    assert [title for level, title in titles if level == 0] == [
        "Attempts to resolve", "The case at a glance", "Chronology", "Transactions", "Loss", "References",
        "What the firm asked for", "Deadlines", "Passages quoted", "List of exhibits", "Exhibits", "Integrity",
    ]  # fmt: skip
    assert [title for _, title in titles if title.startswith("EX-")] == ["EX-1 · chat 截图.png", "EX-2 · statement.pdf"]


def test_chronology_says_when_who_and_how_it_is_known(packs):
    pdf = packs["en"] / "dossier.pdf"
    for part in (
        "2026-11-17 14:03 UTC+08:00 06:03 UTC exact, from memory", "Live chat · from the firm",
        "Who answered: Lily, ID 4471, person", "It will be released within 24 hours.",
        "words. Before the change it read: It will be relaesed within 24 hours. Reason given: spelling",
        "time. Before the change it read: 2026-11-17 (Asia/Singapore, UTC+08:00, date only, time not known",
        "Reason given: read it off the screenshot", "exact, read from a screenshot",
        "date only, time not known", "no document", "Written down 3 d 1 h later",
        "From Tomáš Dvořák <tomas@example.org>", "To support@kestrel.example", "Cc legal@kestrel.example",
        "Date Wed, 18 Nov 2026 18:10:42 +0800", "Subject Withdrawal, order 88213",
        "Message-ID <m1@kestrel.example>", "Raw message originals/mail-0004.eml", "Imported from a mail file",
    ):  # fmt: skip
        assert has(pdf, part), part
    text = words(pdf)
    story = text[text.index("Whathappened") :]
    assert story.index("Askedwhy.") < story.index("Itwillbereleased") < story.index("Pleaseanswer.")


def test_references_and_hashes_are_whole(packs):
    for name in ("en", "zh"):
        assert has(packs[name] / "dossier.pdf", TXID)
        for file in (packs[name] / "originals").iterdir():
            assert has(packs[name] / "dossier.pdf", hashlib.sha256(file.read_bytes()).hexdigest())


def test_originals_are_attached_byte_for_byte(packs):
    document = pypdfium2.PdfDocument(packs["en"] / "dossier.pdf")
    attached = [document.get_attachment(i) for i in range(document.count_attachments())]
    found = {a.get_name(): bytes(a.get_data()) for a in attached}
    document.close()
    assert found == {file.name: file.read_bytes() for file in (packs["en"] / "originals").iterdir()}


def test_exhibits_link_there_and_back(packs):
    raw = pypdfium2.raw
    document = pypdfium2.PdfDocument(packs["en"] / "dossier.pdf")
    targets: dict[int, set[int]] = {}
    for index, page in enumerate(document):
        for place in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, place)
            link = raw.FPDFAnnot_GetLink(annotation)
            if link and (target := raw.FPDFLink_GetDest(document, link)):
                targets.setdefault(index, set()).add(raw.FPDFDest_GetDestPageIndex(document, target))
            raw.FPDFPage_CloseAnnot(annotation)
    document.close()
    text = pages(packs["en"] / "dossier.pdf")
    story = next(i for i, t in enumerate(text) if "Live chat · from the firm" in t)
    exhibit = next(i for i, t in enumerate(text) if "originals/EX-0001-chat.png" in t)
    assert exhibit in targets[story]
    assert story in targets[exhibit]
    assert len(targets[0]) > 2


def test_private_words_stay_private(packs):
    outside, firm = words(packs["en"] / "dossier.pdf"), words(packs["firm"] / "dossier.pdf")
    assert "PRIVATEfirmnote" in outside
    assert "PRIVATEreferencenote" in outside
    assert "strategy" not in outside
    assert "PRIVATE" not in firm
    assert "Editionforthefirm" in firm


def test_empty_case_prints_its_sections_as_empty(journal, tmp_path):
    firm = journal.firms.add("Orca").made
    case = journal.cases.add(firm, "Nothing yet").made
    pdf = make(journal, case, tmp_path / "out") / "dossier.pdf"
    for title in ("Attempts to resolve", "Chronology", "Passages quoted", "List of exhibits", "Exhibits"):
        assert has(pdf, title)
    assert words(pdf).count("Nothingrecorded.") == 15


def test_exhibit_numbers_do_not_move_when_an_older_contact_is_added(journal, tmp_path):
    case = fill(journal)
    older = mail(7, "Earlier", "Older words.", sent="2026-11-01 09:00", sender="tomas@example.org")
    journal.mail.add([older], case_id=case, own={"tomas@example.org"})
    pack = make(journal, case, tmp_path / "out")
    text = words(pack / "dossier.pdf")
    assert "EX-1·chat截图.png" in text
    assert (pack / "originals" / "EX-0003-statement.pdf").exists()
    assert "ThesamebytesasEX-2." in text
    story = text[text.index("Whathappened") :]
    assert story.index("Olderwords.") < story.index("Askedwhy.")

"""Drafts: every sentence rests on a record, nothing is signed, and what is saved can be read back."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest

from casebook import paths
from casebook.dossier.collect import Facts, collect
from casebook.dossier.drafts import document, kinds
from casebook.dossier.drafts.draft import Draft, DraftKind, Style
from casebook.journal import Journal
from casebook.journal.changes import Kind
from casebook.journal.errors import BadInput
from casebook.journal.terms import Channel, Direction, LossKind, TransferKind
from casebook.journal.times import parse
from tests.dossier.conftest import TXID, ZONE, fill

EVERY = [(kind, language) for kind in DraftKind for language in ("en", "zh")]


def rich(journal: Journal) -> int:
    """Return a case with everything that a draft can tell."""
    case = fill(journal)
    final = journal.contacts.log(
        case,
        channel=Channel.EMAIL,
        direction=Direction.IN,
        happened=parse("2026-11-19 18:00", ZONE),
        text="We consider the matter closed.",
    ).made
    journal.cases.edit(
        case,
        body="Financial ombudsman",
        proceedings="police report 77/2026",
        insolvency="none known",
        deadline=parse("2027-05-19", ZONE),
        deadline_source="terms, section 9",
        final_contact_id=final,
    )
    journal.firms.edit(journal.cases.get(case).firm_id, legal_name="Kestrel Pte. Ltd.", address="1 Quay\nSingapore")
    journal.transfers.add(
        case,
        kind=TransferKind.WITHDRAWAL,
        made=parse("2026-11-16 21:12", ZONE),
        asset="USDT",
        amount="1250",
        network="TRC-20",
        txid=TXID,
        to_address="TSampleAddressOfNoRealWallet000001",
    )
    journal.losses.add(case, "asset withheld", amount="1250", asset="USDT", rate="0.92", currency="EUR")
    journal.losses.add(case, "bank fee", kind=LossKind.FEE, amount="12.50", asset="EUR")
    return case


def drafts(facts: Facts) -> dict[tuple[DraftKind, str], Draft]:
    return {(k, lang): kinds.make(facts, k, lang, paths.resources() / "dossier") for k, lang in EVERY}


def test_every_sentence_of_fact_rests_on_a_record_of_the_case(journal: Journal) -> None:
    facts = collect(journal, rich(journal))
    known = {
        Kind.CASE: {facts.case.id},
        Kind.CONTACT: {c.id for c in facts.contacts},
        Kind.EXHIBIT: {e.id for e in facts.exhibits},
    }
    for (kind, language), draft in drafts(facts).items():
        sentences = [s for block in draft.blocks if block.style is not Style.HEADING for s in block.sentences]
        for sentence in sentences:
            for source in sentence.sources:
                assert source.id in known[source.kind], (kind, language, sentence)
        free = {s.text for s in sentences if not s.sources}
        words = draft.words
        formal = {words["titles"][str(kind)], words["complaint"]["opening"], words["complaint"]["reply"]}
        formal |= {words["complaint"]["remedy_lead"], words["summary"]["remedy_lead"]}
        formal.add(words["resting"].format(number=facts.case.number))
        formal |= {f"{words[key]} ______________________________" for key in ("place_date", "signature")}
        assert free <= formal, (kind, language, free - formal)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_drafts_hold_the_facts_and_no_signature(journal: Journal, kind: DraftKind, language: str) -> None:
    facts = collect(journal, rich(journal))
    text = drafts(facts)[kind, language].text()
    assert TXID in text
    assert "TSampleAddressOfNoRealWallet000001" in text
    assert "T-99812" in text
    assert "Kestrel Pte. Ltd." in text
    assert "2026-11-16 13:12" in text  # the transfer in UTC
    assert "PRIVATE" not in text
    assert text.rstrip().endswith("______________________________")
    if kind is not DraftKind.POLICE:
        assert "We consider the matter closed" in text
        assert "released within 24 hours" in text
    if kind is DraftKind.COMPLAINT:
        assert "ombudsman" not in text.lower()  # where the user means to go is no business of the firm
        assert "77/2026" not in text
    if kind is DraftKind.POLICE:
        assert "0.92" in text
        assert "Lily" in text


def test_what_is_not_recorded_is_left_to_fill_in(journal: Journal) -> None:
    case = journal.cases.add(journal.firms.add("Orca").made, "Nothing yet").made
    for (_kind, language), draft in drafts(collect(journal, case)).items():
        text = draft.text()
        assert ("[not recorded: fill in or delete]" if language == "en" else "[未记录：请填写或删除]") in text
        assert "{" not in text


def test_user_words_cannot_break_out_of_their_sentence(journal: Journal) -> None:
    case = journal.cases.add(journal.firms.add("Orca {firm}").made, "{title} \x01 %s", claim="a {b}\n\nc").made
    for draft in drafts(collect(journal, case)).values():
        assert "Orca {firm}" in draft.text()
        made = docx.Document(io.BytesIO(document.document(draft.lines(), "en", collect(journal, case).as_of)))
        assert any("Orca {firm}" in p.text for p in made.paragraphs)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_document_reads_back_word_for_word_and_is_the_same_twice(
    journal: Journal, language: str, tmp_path: Path
) -> None:
    facts = collect(journal, rich(journal))
    draft = kinds.make(facts, DraftKind.COMPLAINT, language, paths.resources() / "dossier")
    one, two = tmp_path / "one.docx", tmp_path / "two.docx"
    for path in (one, two):
        document.write(draft.lines(), path, language=language, stamp=facts.as_of, book=journal.folder)
    assert one.read_bytes() == two.read_bytes()
    made = docx.Document(str(one))
    assert [p.text for p in made.paragraphs] == [text for _, text in draft.lines()]
    assert made.paragraphs[0].style.name == "Title"
    assert made.core_properties.author == ""
    with pytest.raises(BadInput, match="there already"):
        document.write(draft.lines(), one, language=language, stamp=facts.as_of, book=journal.folder)
    with pytest.raises(BadInput, match=r"\.docx or \.txt"):
        document.write(draft.lines(), tmp_path / "x.pdf", language=language, stamp=facts.as_of, book=journal.folder)


def test_the_command_line_prints_and_saves(
    journal: Journal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from casebook.cli.main import run

    rich(journal)
    book = ["--book", str(journal.folder)]
    assert run([*book, "draft", "C-1", "--kind", "police", "--json"], open_window=lambda *_: 0) == 0
    shape = json.loads(capsys.readouterr().out)
    assert shape["kind"] == "police"
    assert TXID in shape["text"]
    assert {"kind": "contact", "id": 2, "label": "No. 2"} in [s for one in shape["sentences"] for s in one["sources"]]
    out = tmp_path / "letter.txt"
    assert (
        run([*book, "draft", "C-1", "--kind", "complaint", "--lang", "zh", "--out", str(out)], open_window=lambda *_: 0)
        == 0
    )
    assert "正式投诉函" in out.read_text("utf-8")
    capsys.readouterr()
    assert run([*book, "draft", "C-1", "--kind", "complaint", "--out", str(out)], open_window=lambda *_: 0) == 1
    assert "is there already" in capsys.readouterr().err

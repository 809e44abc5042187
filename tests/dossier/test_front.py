"""The front page alone says who, what, how much, until when; the editions leave out what they say they leave out."""

from __future__ import annotations

import dataclasses
import re

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook import paths
from casebook.dossier.choices import Choices
from casebook.dossier.pages.glyphs import Cleaner, Fonts
from casebook.dossier.pages.labels import Labels
from casebook.dossier.pages.present import present
from casebook.dossier.pages.writer import split, width
from casebook.dossier.selection import Selection, select
from casebook.journal.terms import Automatic, Channel, Direction, LossKind
from casebook.journal.times import parse
from tests.dossier.builder import at, facts
from tests.dossier.conftest import ZONE, fill, make
from tests.dossier.test_pdf import has, pages

FONTS = Fonts()
PRIVATE = {
    "body": "PRIVATE ombudsman of Utopia",
    "proceedings": "PRIVATE police report 2044",
    "insolvency": "PRIVATE none known",
    "representative": "PRIVATE Jane Roe, attorney",
    "deadline_source": "PRIVATE six months from the answer",
}


def data(found, **choices):
    labels = Labels.load(paths.resources() / "dossier", choices.get("language", "en"))
    return present(found, labels, Cleaner(FONTS), {}, Choices(**choices))


def flat(value) -> str:
    """All strings of the template's data, one after the other."""
    if isinstance(value, dict):
        return "".join(flat(part) for part in value.values())
    return "".join(flat(part) for part in value) if isinstance(value, list) else value if isinstance(value, str) else ""


def told(journal) -> int:
    """The small case with everything that a front page can say."""
    case = fill(journal)
    firm = journal.cases.get(case).firm_id
    journal.firms.edit(
        firm,
        legal_name="Kestrel Exchange Pte. Ltd.",
        licence="Authority of Utopia, no. 77",
        address="1 Quay\nSingapore",
    )
    final = journal.contacts.log(
        case, channel=Channel.LETTER, direction=Direction.IN, happened=parse("2026-11-19 16:00", ZONE),
        text="The review is complete. The order stays on hold.", agent="Marco",
    ).made  # fmt: skip
    journal.contacts.add_to(final, role="senior officer", translation="复核已结束。订单继续冻结。")
    journal.cases.edit(
        case, **PRIVATE, client_reference="ML-2026", deadline=parse("2027-05-19 23:59", ZONE), final_contact_id=final
    )
    journal.losses.add(case, "Not paid out", amount="1250", asset="USDT", rate="1.0004", currency="USD")
    journal.losses.add(case, "Calls", kind=LossKind.COST, amount="12.4", asset="SGD", currency="SGD")
    return case


@pytest.mark.slow
def test_front_page_says_who_where_and_until_when(journal, tmp_path):
    case = told(journal)
    outside = make(journal, case, tmp_path / "out") / "dossier.pdf"
    front = re.sub(r"\s+", " ", pages(outside)[0])
    for part in (
        *PRIVATE.values(), "Kestrel Exchange Pte. Ltd.", "Authority of Utopia, no. 77", "1 Quay", "ML-2026",
        "Principal 1 250.50 USD", "Costs 12.40 SGD", "2027-05-19 23:59", "Acknowledged 2026-11-17 14:03",
        "First raised with the firm 2026-11-17 13:58", "Final response 2026-11-19 16:00",
    ):  # fmt: skip
        assert part in front, part
    assert "Page 1 of" in front
    text = re.sub(r"\s+", " ", pages(outside)[1])
    for part in ("The firm’s final position", "Marco, senior officer", "Original", "Complainant’s own translation"):
        assert part in text, part
    assert "The review is complete." in text
    assert "复核已结束。" in text


@pytest.mark.slow
def test_for_the_firm_without_strategy_and_says_so(journal, tmp_path):
    pdf = make(journal, told(journal), tmp_path / "firm", audience="firm") / "dossier.pdf"
    assert not has(pdf, "PRIVATE")
    assert not has(pdf, "2027-05-19")
    for part in ("Edition for the firm.", "ML-2026", "Final response2026-11-19 16:00", "1\u202f250.50 USD"):
        assert has(pdf, part), part


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh"])
def test_short_form_has_no_exhibit_pages_and_every_link_has_its_page(journal, tmp_path, language):
    pdf = make(journal, told(journal), tmp_path / "short", form="short", language=language) / "dossier.pdf"
    document = pypdfium2.PdfDocument(pdf)
    titles = [item.get_title() for item in document.get_toc() if item.level == 0]
    document.close()
    words = Labels.load(paths.resources() / "dossier", language).group("labels")
    assert titles == [words[key] for key in ("attempts", "chronology", "exhibit_list", "integrity")]
    assert has(pdf, Labels.load(paths.resources() / "dossier", language)("form_short"))
    assert len(pages(pdf)) < len(pages(make(journal, 1, tmp_path / "full", language=language) / "dossier.pdf"))


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_long_claim_goes_on_behind_the_front_page_and_nothing_is_cut(journal, tmp_path, paper):
    case = told(journal)
    claim = " ".join(f"Sentence {n} of the claim says what happened then." for n in range(120))
    tickets = [f"T-{n:06d}" for n in range(90)]
    journal.cases.edit(case, claim=claim, remedy="Pay it out. " * 60)
    for number in tickets:
        journal.tickets.add(case, number)
    pdf = make(journal, case, tmp_path / "out", paper=paper) / "dossier.pdf"
    found = pages(pdf)
    assert "Front page, continued" in found[1]
    assert "Integrity" in found[0], "the contents stand whole on the first page"
    whole = "\n".join(found[: next(n for n, text in enumerate(found) if "Attempts to resolve" in text and n)])
    whole = re.sub(r"Continued on the next page\.|Case C-1 · .*|C-1 · .*|Record as of .*|Page \d+ of \d+", "", whole)
    both = re.sub(r"\s+", "", whole)
    for number in [*tickets, *(f"Sentence{n}oftheclaimsayswhathappenedthen." for n in range(120))]:
        assert number in both, number


@given(st.text(max_size=400), st.integers(1, 200))
@settings(max_examples=300)
def test_a_split_text_is_the_whole_text(text, most):
    head, rest = split(text, most)
    assert head + rest == text
    assert bool(rest) == (width(text) > most and len(text) > 1)
    assert not rest or head


def test_no_final_response_is_said_with_its_days():
    found = data(dataclasses.replace(facts(), case=dataclasses.replace(facts().case, final_contact_id=None)))
    assert "none after 4 d 19 h" in flat(found["front"][0]["dates"])
    assert "none after 4 d 19 h" in flat(found["attempts"]["final"])
    silent = data(dataclasses.replace(facts(), contacts=(), mails={}))
    assert "none recorded" in flat(silent["front"][0]["dates"])


def test_an_automatic_reply_acknowledges_and_is_called_so():
    contacts = [c for c in facts().contacts if c.id in (3, 4)]
    row = next(
        r for r in data(dataclasses.replace(facts(), contacts=tuple(contacts)))["front"][0]["dates"] if r.get("remark")
    )
    assert (row["contact"], flat(row["remark"])) == (4, "Automatic reply")
    bounced = dataclasses.replace(contacts[1], automatic=Automatic.BOUNCE)
    rows = data(dataclasses.replace(facts(), contacts=(contacts[0], bounced)))["front"][0]["dates"]
    assert not any(r.get("remark") for r in rows)


def test_what_is_not_recorded_is_printed_as_such():
    rows = data(facts())["front"][0]
    assert [row["value"] for row in rows["where"]] == [[], [], []]
    representative = [r for r in rows["parties"][0]["rows"] if r["key"] == "Representative"]
    assert [r["value"] for r in representative] == [[]]
    assert not any(r["key"] == "Legal name" for r in rows["parties"][1]["rows"]), "unknown is left out"


def test_characters_shown_by_code_are_counted_once():
    cleaner = Cleaner(FONTS)
    found = facts()
    present(
        dataclasses.replace(found, case=dataclasses.replace(found.case, claim="\u202e")),
        Labels.load(paths.resources() / "dossier", "en"), cleaner, {},
    )  # fmt: skip
    assert cleaner.shown == {"\u202e": 1}


def test_a_mail_that_stays_back_is_said_to_stay_back():
    found = facts()
    kept = Selection(select(found, Choices()).exhibits, {4: found.mails[4].raw}, {3: "carrier"})
    labels = Labels.load(paths.resources() / "dossier", "en")
    rows = present(found, labels, Cleaner(FONTS), {}, Choices(), kept)["chronology"]["rows"]
    raw = {row["number"]: flat(row["mail"][-1]["value"]) for row in rows if row["mail"]}
    assert raw[3].startswith("Not in this pack. It holds the bytes of an exhibit")
    assert raw[4] == "originals/mail-0004.eml"
    assert [row["number"] for row in rows if row["original"]] == [4]


@pytest.mark.slow
def test_an_original_is_quoted_once_with_its_translation_marked(journal, tmp_path):
    case = told(journal)
    original = "您的提现申请已进入人工复核，请耐心等待。"
    said = journal.contacts.log(
        case, channel=Channel.IN_APP, direction=Direction.IN, happened=parse("2026-11-19 09:00", ZONE), text=original
    ).made
    journal.contacts.add_to(said, translation="Your withdrawal is now in a manual review. Please wait.")
    for language, own in (("en", "Complainant’s own translation"), ("zh", "投诉人自译")):
        pdf = make(journal, case, tmp_path / language, language=language) / "dossier.pdf"
        text = re.sub(r"\s+", "", "".join(pages(pdf)))
        assert text.count(original) == 1
        assert text.count("Yourwithdrawalisnowinamanualreview.") == 1
        assert re.sub(r"\s+", "", own) in text


def test_both_clocks_are_named():
    noted = data(facts())["chronology"]["note"]
    assert "Asia/Singapore (UTC+08:00)" in flat(noted)
    assert "Time zone of the firm: Asia/Singapore." in flat(noted)
    found = dataclasses.replace(facts(), firm=dataclasses.replace(facts().firm, zone=""))
    assert "The time zone of the firm is not recorded." in flat(data(found)["chronology"]["note"])
    assert at("2026-11-17 13:58").zone == ZONE

"""Exhibits on the page and in the list, and the annex: read back out of real PDFs of a real casebook."""

from __future__ import annotations

import hashlib
import io
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from casebook.dossier.headers import head_of
from casebook.dossier.pages.evidence import Picture, Shown, exhibit_list, exhibits
from casebook.dossier.pages.mailheads import mail_headers
from casebook.journal import Journal
from casebook.journal.incoming import NewMail
from casebook.journal.outgoing import Redaction
from casebook.journal.records import Attachment, StoredFile
from casebook.journal.terms import Automatic, Channel, Consent, Direction, ExhibitSource
from casebook.journal.times import HowKnown, parse
from tests.dossier.builder import AS_OF, exhibit, facts, stored
from tests.dossier.conftest import ZONE, Clock, fill, make, picture
from tests.dossier.writing import writer

RAW = (
    b"Received: from mx.kestrel.example by mail.example.org; Wed, 18 Nov 2026 10:11:42 +0000\r\n"
    b"Authentication-Results: mail.example.org;\r\n\tdkim=pass header.d=kestrel.example\r\n"
    b"DKIM-Signature: v=1; a=rsa-sha256; d=kestrel.example;\r\n s=s1; b=AAAABBBBCCCC\r\n"
    b"From: Support <support@kestrel.example>\r\nSubject: =?utf-8?B?5o+Q546w6KKr5ouS?=\r\nX-Odd: \xff\xfe\r\n"
    b"\r\nPlease wait. See EX-1.\r\n"
)


def mail_in(raw: bytes, text: str) -> NewMail:
    return NewMail(
        raw=raw, source="in.eml", message_id="in1@kestrel.example", in_reply_to=(), references=(),
        sender="support@kestrel.example", sender_name="Support", to=("tomas@example.org",), cc=(), subject="提现被拒",
        date_header="Wed, 18 Nov 2026 10:11:42 +0000", sent=parse("2026-11-18 18:11", ZONE, known=HowKnown.MAIL_HEADER),
        text=text, automatic=Automatic.NO, attachments=(),
    )  # fmt: skip


def rich(journal: Journal) -> int:
    """A case with what an exhibit can say of itself: EX-1 chat, EX-2 statement, then six more."""
    case = fill(journal)
    files = [
        Attachment("phone one.png", picture(1080, 2340), "image/png", ExhibitSource.PASTED),
        Attachment("phone two.png", picture(1080, 2300), "image/png", ExhibitSource.PASTED, description="next screen"),
        Attachment("scrolled.png", picture(1000, 4000), "image/png", ExhibitSource.FILE),
        Attachment("notice.png", picture(1080, 2000), "image/png", ExhibitSource.FILE),
        Attachment("call.m4a", b"\0\0\0\x18ftypM4A " + bytes(40), "audio/mp4", ExhibitSource.FILE),
        Attachment("again.png", picture(), "image/png", ExhibitSource.DROPPED),
    ]
    journal.contacts.log(
        case, channel=Channel.TICKET, direction=Direction.OUT, happened=parse("2026-11-19 11:00", ZONE),
        text="Sent the screens again, see EX-1.", attachments=files,
    )  # fmt: skip
    by_number = {e.number: e.id for e in journal.exhibits.of_case(case)}
    journal.exhibits.edit(
        by_number[3], origin="Tomáš, at home, with a phone", url="https://kestrel.example/w?id=88213",
        dated_on="2026-11-17", crop="The status line", clause="Clause 7.3 of the terms of 2026-09-01",
    )  # fmt: skip
    journal.exhibits.edit(by_number[6], translation="Your withdrawal is under review.", transcript="Line one")
    journal.exhibits.edit(by_number[7], consent=Consent.YES)
    journal.transfers.add(
        case, amount="1250", asset="USDT", exhibit_id=by_number[3], made=parse("2026-11-16 21:12", ZONE)
    )
    small = io.BytesIO()
    Image.new("RGB", (300, 200), "black").save(small, "PNG")
    journal.redactions.add(
        by_number[4], small.getvalue(), reason="Another customer's name", areas="[]", name="EX-4R.png",
        media_type="image/png",
    )  # fmt: skip
    journal.mail.add([mail_in(RAW, "Please wait. See EX-1.")], case_id=case, own={"tomas@example.org"})
    return case


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("rich")
    with Journal.create(folder / "book", Clock()) as journal:
        case = rich(journal)
        return {
            "en": make(journal, case, folder / "en"),
            "zh": make(journal, case, folder / "zh", language="zh", paper="letter"),
            "short": make(journal, case, folder / "short", form="short"),
        }


def pages(folder: Path) -> list[str]:
    document = pypdfium2.PdfDocument(folder / "dossier.pdf")
    try:
        return [re.sub(r"\s+", " ", page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.slow
def test_everything_recorded_of_an_exhibit_is_on_its_page(made):
    text = bare("".join(pages(made["en"])))
    for part in (
        "EX-3 · phone one.png", "Captured by, where, with Tomáš, at home, with a phone",
        "Address of the page https://kestrel.example/w?id=88213", "Date of the document 2026-11-17", "The status line",
        "Clause 7.3 of the terms of 2026-09-01", "Recorded as given by those heard.",
        "Complainant’s own translation Your withdrawal is under review.", "Complainant’s own transcript Line one",
        "The same bytes as EX-1.", "dated 2026-11-17",
    ):  # fmt: skip
        assert bare(part) in text, part


@pytest.mark.slow
def test_two_phone_screens_share_a_page_and_parts_of_a_long_one_too(made):
    found = pages(made["en"])
    shared = next(page for page in found if "Captured by" in page)
    assert "EX-3 · phone one.png" in shared
    assert "EX-4R · " in shared
    long_one = next(page for page in found if "Part 1 of" in page)
    assert "Part 2 of" in long_one


@pytest.mark.slow
@pytest.mark.parametrize(("name", "no"), [("en", "No. 6"), ("zh", "第 6 号")])
def test_the_list_says_where_an_exhibit_is_shown_and_used(made, name, no):
    """EX-1 belongs to No. 2 and is named by No. 5 and by the mail, No. 6."""
    listed = next(page for page in pages(made[name]) if "EX-1 " in page and "EX-2 " in page and "SHA-256" in page)
    row = listed[listed.index("EX-1 ") : listed.index("EX-2 ")]
    assert bare(no) in bare(row)
    assert bare("No. 5" if name == "en" else "第 5 号") in bare(row)


@pytest.mark.slow
def test_links_lead_to_the_exhibit_and_back_from_the_list(made):
    raw = pypdfium2.raw
    document = pypdfium2.PdfDocument(made["en"] / "dossier.pdf")
    found = [page.get_textpage().get_text_bounded() for page in document]
    place = next(i for i, text in enumerate(found) if "Captured by" in text)
    targets = set()
    for index, page in enumerate(document):
        for at in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, at)
            link = raw.FPDFAnnot_GetLink(annotation)
            if link and (target := raw.FPDFLink_GetDest(document, link)):
                targets.add((index, raw.FPDFDest_GetDestPageIndex(document, target)))
            raw.FPDFPage_CloseAnnot(annotation)
    document.close()
    listed = next(i for i, text in enumerate(found) if "List of exhibits" in text and i > 0)
    story = next(i for i, text in enumerate(found) if "Sent the screens again" in text and "UTC" in text)
    assert (listed, place) in targets
    assert any(start == place and end in (story, story - 1, story + 1) for start, end in targets)


@pytest.mark.slow
def test_a_redacted_copy_is_shown_with_its_reason_and_both_hashes(made):
    text = bare("".join(pages(made["en"])))
    copies = list((made["en"] / "originals").glob("EX-0004R*"))
    assert len(copies) == 1
    copy, sealed = hashlib.sha256(copies[0].read_bytes()).hexdigest(), hashlib.sha256(picture(1080, 2300)).hexdigest()
    assert "EX-4R" in text
    assert text.count(copy) >= 4  # on its page, in both lists of the annex, in the list of exhibits
    assert text.count(sealed) == 2  # on its page, in the list of redactions
    assert bare("Reason Another customer's name") in text
    assert bare("Redacted exhibits") in text
    assert bare("Redacted copies were made anew") in text


@pytest.mark.slow
def test_headers_are_printed_in_full_and_nothing_is_claimed_of_their_signature(made):
    text = bare("".join(pages(made["en"])))
    for part in (
        "Mail headers in full", "DKIM-Signature: v=1; a=rsa-sha256; d=kestrel.example;", "b=AAAABBBBCCCC",
        "Subject: =?utf-8?B?5o+Q546w6KKr5ouS?=", "⇒ Subject: 提现被拒", "X-Odd: \\xff\\xfe",
        "Signed for kestrel.example. The program has not checked the signature.",
        "dkim=pass header.d=kestrel.example", "Not signed: the message carries no DKIM signature.", "X-Number: 1",
    ):  # fmt: skip
        assert bare(part) in text, part


@pytest.mark.slow
def test_the_short_form_has_the_list_but_no_pages_of_exhibits(made):
    found = pages(made["short"])
    text = "".join(found)
    assert "Captured by, where, with" not in text
    assert "Mail headers in full" not in text
    assert "The case at a glance" not in text
    assert "EX-8" in text
    assert len(found) < len(pages(made["en"]))


@pytest.mark.slow
def test_the_declaration_rests_on_the_record_and_is_neither_signed_nor_dated(made):
    text = bare("".join(pages(made["en"])))
    draft = text[text.index(bare("A draft, neither signed nor dated")) :]
    for part in (
        "I pasted these exhibits into the record myself: EX-1, EX-3, EX-4.",
        "These exhibits came in as parts of mails that I imported: EX-2.",
        "I covered parts of these copies, for the reasons given: EX-4R.",
        "I wrote the transcripts of these exhibits: EX-6.",
        "Rests on: the ledger up to entry",
    ):  # fmt: skip
        assert bare(part) in draft, part
    assert bare("I am") not in draft  # no holder's name is recorded, so nothing rests on one


def test_custody_names_earlier_dossiers_but_to_the_firm_not_for_whom():
    from casebook.dossier.pages.annex import integrity
    from casebook.journal.outgoing import Export
    from casebook.journal.terms import StampState

    export = Export(
        1, 12, "d.zip", "en", "outside", "full", "a4", "Ombudsman", 2, 40, "a" * 64, ("b" * 64, "c" * 64), "",
        StampState.NONE, "", AS_OF,
    )  # fmt: skip
    with_one = replace(facts(), exports=(export,))
    for audience, told in (("outside", True), ("firm", False)):
        made = writer(with_one, audience=audience)
        row = integrity(made, made.cleaner, embedded=True)["exports"][0]
        assert row["hashes"] == ["b" * 64, "c" * 64]
        assert ("for an outside reader" in str(row)) is told
        assert "2 parts" in str(row)
        assert "Ombudsman" not in str(row)


def test_a_recording_without_consent_is_listed_with_the_reason_and_not_shown():
    call = exhibit(7, "call.m4a", 5, "audio/mp4")
    made = writer(replace(facts(), exhibits=(*facts().exhibits, call)))
    row = exhibits(made, {})[-1]
    assert "not recorded" in str(row["refused"])
    assert row["hashes"][0]["sha256"] == call.file.sha256
    assert "Not recorded." in str(row["rows"])
    assert exhibit_list(made)[-1]["kept"]


def test_small_pictures_go_side_by_side_and_wide_ones_do_not():
    made = writer(facts())
    sizes = {3: (1016, 2200), 4: (1920, 1080), 5: (300, 300), 6: (1400, 900)}
    shown = {n: Shown("picture", (Picture(f"pages/{n}.png", *size),), 1) for n, size in sizes.items()}
    assert {row["number"]: row["half"] for row in exhibits(made, shown)} == {3: True, 4: False, 5: True, 6: False}


def test_long_facts_keep_a_small_picture_the_whole_width():
    long_one = exhibit(3, "a.png", 2, origin="x" * 500)
    made = writer(replace(facts(), exhibits=(long_one,)))
    shown = {3: Shown("picture", (Picture("pages/3.png", 1016, 2200),), 1)}
    assert not exhibits(made, shown)[0]["half"]


def test_an_unredacted_original_is_said_to_be_the_users_choice():
    base = facts()
    redaction = Redaction(
        1, 12, 3, "a name", "[]", "EX-3R.png", "image/png", base.exhibits[0].file.sha256, stored("copy"), AS_OF, None
    )
    given = replace(base, redactions={3: redaction})
    copy, original = writer(given), writer(given, unredacted=frozenset({3}))
    assert "parts of it are covered" in str(exhibits(copy, {})[0]["rows"])
    assert [h["sha256"] for h in exhibits(copy, {})[0]["hashes"]] == [
        stored("copy").sha256,
        base.exhibits[0].file.sha256,
    ]
    assert "chose to include the original" in str(exhibits(original, {})[0]["rows"])
    assert [h["sha256"] for h in exhibits(original, {})[0]["hashes"]] == [base.exhibits[0].file.sha256]


def test_headers_stop_at_the_first_empty_line_and_are_bounded():
    assert head_of(RAW).content.endswith(b"X-Odd: \xff\xfe")
    assert head_of(b"From a@b Wed\nSubject: x\n\nbody").content == b"Subject: x"
    endless = head_of(b"X: " + b"y\r\n x" * 40_000)
    assert len(endless.content) == 64 << 10
    assert endless.size == 3 + 5 * 40_000
    given = replace(facts(), headers={3: endless, 4: head_of(b"Subject: x\r\n\r\n")})
    rows = mail_headers(writer(given))["rows"]
    assert "further bytes of headers" in str(rows[0]["more"])
    assert [rows[1]["lines"], rows[1]["more"]] == [[["Subject: x"]], []]


def test_the_bound_on_all_headers_leaves_none_out_unsaid():
    from casebook.dossier.collect import RawHead

    many = replace(facts(more=60), headers={100 + n: RawHead(b"X: y\r\n" * 4000, 24_000) for n in range(60)})
    rows = mail_headers(writer(many))["rows"]
    assert len(rows) == 60
    assert any(not row["lines"] and "Not printed" in str(row["more"]) for row in rows)
    assert all(row["lines"] or row["more"] for row in rows)


def test_purged_bytes_have_no_hash_anywhere():
    gone = exhibit(3, "", 2, file=StoredFile("", 0), purged_at=AS_OF)
    made = writer(replace(facts(), exhibits=(gone,)))
    assert exhibits(made, {})[0]["hashes"] == []
    assert "erased for good" in str(exhibits(made, {})[0]["refused"])


TERMS = "Terms of use\n\n7.3 Withdrawals are paid within 48 hours\n    of the request.\n7.31 Fees apply.\n8. End"


def text_exhibit(journal: Journal, clause: str, content: bytes = TERMS.encode()) -> int:
    case = journal.cases.add(journal.firms.add("Kestrel").made, "Terms").made
    attached = [Attachment("terms.txt", content, "text/plain", ExhibitSource.FILE)]
    made = journal.contacts.log(
        case, channel=Channel.LETTER, direction=Direction.IN, happened=parse("2026-11-19", ZONE), attachments=attached
    ).made
    journal.exhibits.edit(journal.contacts.get(made).exhibits[0].id, clause=clause)
    return case


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_a_text_is_printed_line_by_line(journal, tmp_path, encoding):
    case = text_exhibit(journal, "7.3, as of September", (TERMS + "\n提现").encode(encoding))
    text = bare("".join(pages(make(journal, case, tmp_path / "out"))))
    assert bare("1 Terms of use 2 3 7.3 Withdrawals are paid within 48 hours 4 of the request. 5 7.31 Fees") in text
    assert "7提现" in text
    assert bare("Marked with a bar: the clause relied on.") in text


def test_only_the_clause_relied_on_is_marked():
    terms = exhibit(3, "terms.txt", 2, "text/plain", clause="Clause 7.3 of 2026-09-01, version 2.0")
    made = writer(replace(facts(), exhibits=(terms,)))
    lines = exhibits(made, {3: Shown("text", total=900, text=TERMS)})[0]["lines"]
    assert [row["n"] for row in lines["rows"] if row["marked"]] == ["3", "4"]
    assert "has 900 lines; the first 6 are shown" in lines["note"]
    assert exhibits(made, {3: Shown("text", total=6, text=TERMS)})[0]["refused"] == []


def test_a_date_is_no_clause():
    terms = exhibit(3, "terms.txt", 2, "text/plain", clause="as of 2026.09.01 and 01.09.2026")
    lines = exhibits(writer(replace(facts(), exhibits=(terms,))), {3: Shown("text", total=1, text="09.01 x")})[0][
        "lines"
    ]
    assert not any(row["marked"] for row in lines["rows"])


@pytest.mark.slow
def test_an_endless_line_and_bytes_that_are_no_text_do_not_stop_the_export(journal, tmp_path):
    case = text_exhibit(journal, "", b"x" * 400_000)
    journal.contacts.log(
        case, channel=Channel.LETTER, direction=Direction.IN, happened=parse("2026-11-20", ZONE),
        attachments=[
            Attachment("zero.txt", b"a\0b" * 40, "text/plain", ExhibitSource.FILE),
            Attachment("page.html", b"<b>bold</b>", "text/html", ExhibitSource.FILE),
            Attachment("rtl.csv", "a,\u202eb,\u05d0\u05d1,#panic()".encode(), "text/csv", ExhibitSource.FILE),
        ],
    )  # fmt: skip
    text = bare("".join(pages(make(journal, case, tmp_path / "out"))))
    assert text.count(bare("This kind of file is not shown as a page.")) == 2
    assert "〔U+202E〕" in text
    assert "#panic()" in text

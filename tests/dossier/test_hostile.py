"""Words that want to be more than words are printed as what they are."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.dossier.pages.glyphs import Cleaner, Fonts, code
from casebook.journal import Journal
from casebook.journal.records import Attachment
from casebook.journal.terms import Channel, Direction, ReferenceKind
from casebook.journal.times import parse
from tests.dossier.conftest import ZONE, make, picture

MARKUP = (
    '#panic("x") #read("/etc/passwd") $x^2$ @ref <label> = Heading - list `raw` *bold* _it_ \\u{1F600} // comment '
    '#import "@preview/x:1.0.0" {{nb}} <b>b</b> &amp; %s {0} http://x.example/#a ~ --- \'quoted\' "double"'
)
HOSTILE = {
    "markup": MARKUP,
    "override": "invoice\u202efdp.exe",
    "isolates": "\u2067unbalanced \u2066more",
    "nul": "a\x00b\ufeffc\x1bd",
    "arabic": "مرحبا بالعالم 123",
    "hebrew": "שלום עולם, הכסף שלי",
    "emoji": "👍 👨‍👩‍👧 ❤️ 1️⃣ 🇨🇳 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ☎",
    "unknown": "cuneiform 𒀀𒀁 private \ue000 last \U0010ffff lone",
    "marks": "e\u0301 漢\u0301 Z\u0351\u036b\u0343 \u0301",
    "thai": "สวัสดี नमस्ते ไทย 한국어 日本語 繁體字 𠮷",
    "scripts": "Tomáš Dvořák ığŁ₹ Ελληνικά Кириллица ₿ ½ ™",
    "selectors": "a\ufe0f 葛\U000e0100 ｱ ﬁ \uf900",
    "preheader": "\u200c\u00a0\u034f" * 40 + "end",
    "token": "x" * 20_000,
    "mixed token": "漢" + "0123456789abcdef" * 800,
    "chinese": "你好，这是一个很长的句子没有空格" * 200,
    "lines": "one\r\ntwo\rthree\u2028four\n\n\n\nfive\ttab",
}


def hostile_case(journal: Journal) -> int:
    """Put hostile words everywhere a word can go; return the case."""
    firm = journal.firms.add(MARKUP, note=HOSTILE["arabic"]).made
    account = journal.accounts.add(firm, uid=HOSTILE["nul"], phone="#" * 90, email="x" * 60 + "@y.example").made
    case = journal.cases.add(
        firm, MARKUP, account_id=account, claim=HOSTILE["hebrew"], remedy=MARKUP, amount="9" * 28, asset="$#@"
    ).made
    for text in HOSTILE.values():
        last = journal.contacts.log(
            case, channel=Channel.CHAT, direction=Direction.IN, happened=parse("2026-11-17 14:03", ZONE), text=text,
            agent=text[:60], agent_id=text[:30], platform=text[:40], outcome=text[:200], tickets=[text[:50] + "t"],
            attachments=[Attachment(text[:60] + ".png", picture(80, 60), description=text[:90])],
        ).made  # fmt: skip
        journal.contacts.add_to(last, role=text[:60], translation=f"[14:03] {text[:20]}: {text}\n[14:04] Me: {text}")
        journal.transfers.add(
            case, amount="1250", asset=text[:20], network=text[:20], from_address=text[:300], to_address=text,
            txid=text, order_number=text[:80], status=text[:80], explorer=text, note=text,
        )  # fmt: skip
        journal.losses.add(
            case, text, amount="9" * 40, asset=text[:20], rate="0." + "7" * 40, currency=text[:20], rate_source=text,
            note=text,
        )  # fmt: skip
    long = "\n".join(HOSTILE.values())
    journal.cases.edit(
        case, body=long, representative=long, client_reference=MARKUP, proceedings=long, insolvency=MARKUP,
        deadline_source=long, deadline=parse("2027-01-01", ZONE), final_contact_id=last,
    )  # fmt: skip
    journal.firms.edit(firm, legal_name=MARKUP, licence=HOSTILE["nul"], address=HOSTILE["scripts"])
    for text in HOSTILE.values():
        journal.references.add(case, ReferenceKind.ORDER, text[:400] + "r", network=text[:30])
        journal.promises.add(case, text[:5000] or "p", agent=text[:50])
        journal.requests.add(case, text[:5000])
    return case


def words(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return re.sub(r"[\s\ufffe]+", "", text)


@pytest.mark.slow
def test_hostile_words_are_printed_as_words(journal, tmp_path):
    pack = make(journal, hostile_case(journal), tmp_path / "out")
    text = words(pack / "dossier.pdf")
    assert re.sub(r"\s+", "", MARKUP) in text
    for shown in (
        "invoice〔U+202E〕fdp.exe",
        "a〔U+0000〕b〔U+FEFF〕c〔U+001B〕d",
        "〔U+12000〕〔U+12001〕",
        "〔U+2067〕",
    ):
        assert shown in text, shown
    assert text.count("x" * 2_000) > 0
    for annex in ("RIGHT-TO-LEFTOVERRIDE", "CUNEIFORMSIGNA", "NULL", "Charactersshownbytheircode"):
        assert annex in text
    for plain in ("TomášDvořák", "你好，这是一个很长的句子没有空格", "สวัสดี", "繁體字", "Ελληνικά"):
        assert plain in text, plain
    assert not [path for path in (tmp_path / "out" / "originals").iterdir() if not path.name.isascii()]


@pytest.mark.slow
def test_hostile_words_in_chinese_for_the_firm(journal, tmp_path):
    text = words(make(journal, hostile_case(journal), tmp_path / "o.d", language="zh", audience="firm") / "dossier.pdf")
    assert "invoice〔U+202E〕fdp.exe" in text
    assert "以编码显示的字符" in text


FONTS = Fonts()


@given(st.text(max_size=200))
@settings(max_examples=400)
def test_no_text_is_lost_or_left_invisible(text):
    cleaner = Cleaner(FONTS)
    line = cleaner.plain(text)
    back = re.sub(r"〔((?:U\+[0-9A-F]{4,6} )+)×(\d+)〕", lambda m: "".join(map(marked, m[1].split())) * int(m[2]), line)
    back = re.sub(r"〔U\+([0-9A-F]{4,6})〕", lambda m: chr(int(m[1], 16)), back)
    assert back == " ".join(text.split("\n")).replace("\t", "    ")
    assert sum(cleaner.shown.values()) == sum(1 for a in text if code(a) in code_marks(line))
    assert not re.search("[\x00-\x1f\u202a-\u202e\u2066-\u2069\ufeff]", line)


def marked(found: str) -> str:
    return f"〔{found}〕"


def code_marks(line: str) -> set[str]:
    return {code(chr(int(found, 16))) for found in re.findall(r"U\+([0-9A-F]{4,6})(?=[^〔]*〕)", line)}


@given(st.text(max_size=300), st.booleans())
@settings(max_examples=200)
def test_pieces_put_together_are_the_line(text, narrow):
    line = Cleaner(FONTS).line(text, narrow=narrow)
    joined = "".join(piece if isinstance(piece, str) else piece[0] for piece in line)
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    assert joined == Cleaner(FONTS).plain(unified)


def test_right_to_left_paragraphs_are_marked():
    marks = [paragraph["rtl"] for paragraph in Cleaner(FONTS).text("hello\n\nשלום hello\n\n12 مرحبا\n\n你好")]
    assert marks == [False, True, True, False]


def test_run_of_hidden_characters_is_said_once():
    assert Cleaner(FONTS).plain("\u200c\u00a0\u034f" * 40 + "end") == "〔U+200C U+00A0 U+034F ×40〕end"
    assert Cleaner(FONTS).plain("\u00ad" * 5) == "〔U+00AD ×5〕"

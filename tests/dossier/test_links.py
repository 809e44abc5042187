"""Every EX-n and every contact that any text names is a link to it, as long as it is there."""

from __future__ import annotations

import dataclasses
import re

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook import paths
from casebook.dossier.choices import Choices
from casebook.dossier.pages.figures import figures
from casebook.dossier.pages.glyphs import Cleaner, Fonts
from casebook.dossier.pages.labels import Labels
from casebook.dossier.pages.writer import Writer
from casebook.dossier.selection import select
from casebook.journal.records import Attachment
from casebook.journal.terms import Channel, Direction, LossKind
from casebook.journal.times import parse
from tests.dossier.builder import facts
from tests.dossier.conftest import ZONE, make, picture

FONTS = Fonts()
FACTS = facts()  # exhibits 3 to 6, contacts 1 to 6
WRITER = Writer(
    FACTS, figures(FACTS), Labels.load(paths.resources() / "dossier", "en"), Cleaner(FONTS), Choices(),
    select(FACTS, Choices()),
)  # fmt: skip


def pieces(text: str) -> list:
    return [piece for paragraph in WRITER.text(text) for line in paragraph["lines"] for piece in line]


def links(text: str) -> list[tuple[str, str]]:
    return [(p["to"], p["text"]) for p in pieces(text) if isinstance(p, dict)]


def test_what_is_named_is_linked_and_nothing_else():
    assert links("see EX-3, EX-4R and EX-6.") == [("ex-3", "EX-3"), ("ex-4", "EX-4R"), ("ex-6", "EX-6")]
    assert links("见EX-3和EX-5。第 2 号联系") == [("ex-3", "EX-3"), ("ex-5", "EX-5"), ("no-2", "第 2 号联系")]
    assert links("(EX-3/EX-4) as in contact No. 5; Contact 6; contact #1") == [
        ("ex-3", "EX-3"), ("ex-4", "EX-4"), ("no-5", "contact No. 5"), ("no-6", "Contact 6"), ("no-1", "contact #1"),
    ]  # fmt: skip
    for other in (
        "EX-7",
        "EX-33",
        "originals/EX-0003-x.png",
        "APEX-3",
        "TEX-3",
        "EX-3a",
        "contact 9",
        "order No. 5",
        "C-12",
    ):
        assert links(other) == [], other


mention = st.one_of(
    st.integers(1, 8).map(lambda n: f"EX-{n}"),
    st.integers(1, 8).map(lambda n: f"contact {n}"),
    st.text(max_size=12),
    st.sampled_from([" ", "\n", "\n\n", "，", "（", "x" * 40, "漢字" * 20, "/"]),
)


@given(st.lists(mention, max_size=20).map("".join), st.booleans())
@settings(max_examples=400)
def test_every_exhibit_that_a_text_names_resolves(text, narrow):
    whole = []
    for paragraph in WRITER.text(text, narrow=narrow):
        for line in paragraph["lines"]:
            said = "".join(
                p if isinstance(p, str) else p[0] if isinstance(p, list) else f"\x01{p['text']}\x02" for p in line
            )
            whole.append(said)
    for said in whole:
        plain = re.sub("[\x01\x02]", "", said)
        for found in re.finditer(r"(?<![A-Za-z0-9-])EX-([3-6])(?![A-Za-z0-9])", plain):
            assert f"\x01EX-{found[1]}\x02" in said, said
    linked = [p for p in pieces(text) if isinstance(p, dict)]
    assert {p["to"] for p in linked} <= {f"ex-{n}" for n in range(3, 7)} | {f"no-{n}" for n in range(1, 7)}
    # What is read is the same with links and without them.
    read = ["".join(p if isinstance(p, str) else p[0] if isinstance(p, list) else p["text"] for p in line)
            for paragraph in WRITER.text(text) for line in paragraph["lines"]]  # fmt: skip
    bare = ["".join(p if isinstance(p, str) else p[0] for p in line)
            for paragraph in Cleaner(FONTS).text(text) for line in paragraph["lines"]]  # fmt: skip
    assert read == bare


@pytest.mark.slow
def test_mentions_in_every_kind_of_text_lead_to_the_exhibits_page(journal, tmp_path):
    firm = journal.firms.add("Kestrel Exchange", note="see EX-1").made
    case = journal.cases.add(firm, "On hold", claim="It is on hold, EX-1.", remedy="Release, EX-1.").made
    shot = Attachment("page.png", picture(), "image/png", description="the page, like EX-2")
    first = journal.contacts.log(
        case, channel=Channel.CHAT, direction=Direction.OUT, happened=parse("2026-11-17 13:58", ZONE),
        text="[13:58] Me: look at EX-1\n[13:59] Lily: and at EX-2", outcome="see EX-2",
        attachments=[shot, dataclasses.replace(shot, name="second.png", description="")],
    ).made  # fmt: skip
    journal.contacts.add_to(first, translation="见 EX-1")
    journal.promises.add(case, "what EX-2 shows", contact_id=first)
    journal.requests.add(case, "a better EX-1", contact_id=first)
    journal.losses.add(case, "as in EX-2", kind=LossKind.COST, amount="3", asset="USD", rate_source="")
    journal.transfers.add(case, amount="3", asset="USD", note="EX-1 shows it")
    for form in ("full", "short"):
        pdf = make(journal, case, tmp_path / form, form=form) / "dossier.pdf"
        named, linked = mentions(pdf)
        assert named
        assert named - linked == set(), form


def mentions(pdf) -> tuple[set[tuple[int, str]], set[tuple[int, str]]]:
    """Return the exhibits named on each page in running text, and those under a link that leads to a page."""
    raw = pypdfium2.raw
    document = pypdfium2.PdfDocument(pdf)
    named, linked = set(), set()
    for index, page in enumerate(document):
        text = page.get_textpage()
        whole = text.get_text_bounded()
        head = re.search(r"EX-\d · ", whole)
        # An exhibit's own page has its name as its title; without such pages the list is what links lead to.
        if index == 0 or not (head or "List of exhibits" in whole):
            named |= {(index, found) for found in re.findall(r"EX-[12](?![\d·])", whole)}
        for place in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, place)
            link = raw.FPDFAnnot_GetLink(annotation)
            if link and (target := raw.FPDFLink_GetDest(document, link)):
                assert 0 <= raw.FPDFDest_GetDestPageIndex(document, target) < len(document)
                box = raw.FS_RECTF()
                raw.FPDFAnnot_GetRect(annotation, box)
                under = text.get_text_bounded(box.left - 1, box.bottom - 1, box.right + 1, box.top + 1)
                linked |= {(index, found) for found in re.findall(r"EX-[12]", under)}
            raw.FPDFPage_CloseAnnot(annotation)
    document.close()
    return named, linked

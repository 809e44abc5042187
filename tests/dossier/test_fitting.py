"""However long an exhibit's facts are, its picture stays whole and on the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from casebook import paths
from casebook.dossier.choices import Choices
from casebook.dossier.pages.evidence import Picture, Shown
from casebook.dossier.pages.fitting import fits_half
from casebook.dossier.pages.glyphs import Cleaner
from casebook.dossier.pages.labels import Labels
from casebook.dossier.pages.present import present
from casebook.dossier.press.typeset import stage, typeset
from casebook.dossier.selection import select
from tests.dossier.builder import exhibit, facts
from tests.dossier.conftest import finish

BOTTOM, RIGHT = 22, 18
WORDS = {
    "wide": "WWMW WMWWMM " * 30,
    "narrow": "il. " * 100,
    "chinese": "提现被冻结，请说明理由。" * 30,
    "lines": "one\n\ntwo\n" * 12,
    "token": "x" * 380,
    "arabic": "مرحبا بالعالم " * 25,
    "none": "",
}


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_picture_leaves_its_page(tmp_path: Path, language: str, paper: str):
    sizes = [(1016, 2200), (1400, 900), (1240, 1754), (300, 5000), (1200, 1250)]
    given, shown = [], {}
    (tmp_path / "pages").mkdir()
    for n, (words, (width, height)) in enumerate([(w, s) for w in WORDS.values() for s in sizes], start=1):
        more = {"description": words, "origin": words[:200], "clause": words[:90]}
        given.append(exhibit(n, f"{words[:60].strip()}.png".replace("\n", " "), 2, **more))
        Image.new("RGB", (width, height), "silver").save(tmp_path / "pages" / f"{n}.png")
        shown[n] = Shown("picture", (Picture(f"pages/{n}.png", width, height),), 1)
    case = replace(facts(language), exhibits=tuple(given))
    choices = Choices(language, paper=paper)
    labels = Labels.load(paths.resources() / "dossier", language)
    data = present(case, labels, Cleaner(), shown, choices, select(case, choices), embed=False)
    stage(tmp_path, paths.resources() / "dossier", data)
    finish(typeset(tmp_path, tmp_path / "out.pdf", case.as_of, 500))
    document = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    seen = 0
    for page in document:
        width = page.get_width()
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
            left, bottom, right, _ = item.get_bounds()
            assert bottom >= BOTTOM * 72 / 25.4 - 1
            assert right <= width - RIGHT * 72 / 25.4 + 1
            seen += left >= 0
    document.close()
    assert seen == len(given)


def test_a_phones_screen_fits_into_half_the_width_and_a_desktops_does_not():
    for paper in ("a4", "letter"):
        assert fits_half(paper, 1080, 2340)
        assert fits_half(paper, 200, 200)
        assert not fits_half(paper, 1920, 1080)

"""Copies with marks, typed; what rests on an exhibit; and whether its bytes are whole."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from casebook.dossier.choices import Choices
from casebook.dossier.collect import collect
from casebook.dossier.marking.marks import RED
from casebook.dossier.selection import select
from casebook.journal import Journal
from tests.cli.conftest import Casebook
from tests.dossier.conftest import picture
from tests.dossier.test_redaction import written


@pytest.fixture
def shown(filled: Casebook, tmp_path: Path) -> Casebook:
    """The filled casebook with a picture in C-1."""
    (tmp_path / "shot.png").write_bytes(picture(600, 400))
    filled.ok("exhibit", "add", "C-1", tmp_path / "shot.png")
    return filled


def test_a_copy_with_marks_says_what_it_is_of_and_is_drawn_again(shown: Casebook, tmp_path: Path) -> None:
    original = shown.json("exhibit", "list", "C-1")[-1]
    ex = original["number"]
    drawn = ("--box", "10,10,110,60", "--arrow", "300,300,200,200", "--text", "20,320,24,这里: 24 hours")
    made = shown.json("exhibit", "mark", "C-1", ex, *drawn)
    assert (made["derived_from"], made["source"], made["file"]) == (original["id"], "made", "shot-marked.png")
    assert made["description"] == f"Copy of {ex} with marks"
    shown.ok("exhibit", "extract", "C-1", made["number"], tmp_path / "copy.png")
    copy, before = Image.open(tmp_path / "copy.png"), Image.open(tmp_path / "shot.png").convert("RGB")
    assert copy.size == before.size
    assert copy.getpixel((10, 30)) == RED
    assert copy.getpixel((60, 35)) == before.getpixel((60, 35)), "a box is a frame"
    assert copy.getpixel((250, 250)) == RED
    assert copy.getpixel((590, 10)) == before.getpixel((590, 10))
    assert shown.json("exhibit", "list", "C-1")[-2] == original, "the exhibit itself is as it was"

    again = shown.json("exhibit", "mark", "C-1", made["number"], "--again", "--box", "400,40,500,90")
    assert again["derived_from"] == original["id"]
    shown.ok("exhibit", "extract", "C-1", again["number"], tmp_path / "again.png")
    assert Image.open(tmp_path / "again.png").getpixel((10, 30)) == RED
    assert Image.open(tmp_path / "again.png").getpixel((400, 60)) == RED

    used = shown.json("exhibit", "show", "C-1", ex)["used"]
    assert [(use["way"], use["id"]) for use in used if use["kind"] == "exhibit"] == [
        ("copy", made["id"]),
        ("copy", again["id"]),
    ]
    assert f"copy  exhibit {made['id']}" in shown.ok("exhibit", "show", "C-1", ex)
    assert shown.json("exhibit", "show", "C-1", made["number"])["used"][0]["way"] == "source"


def test_what_cannot_be_drawn_is_refused(shown: Casebook, tmp_path: Path) -> None:
    before = shown.json("exhibit", "list", "C-1")
    mark = ("exhibit", "mark", "C-1", before[-1]["number"])
    assert "nothing is drawn yet" in shown.refused(*mark)
    assert "is no mark" in shown.refused(*mark, "--box", "1,2,3")
    assert "has no size" in shown.refused(*mark, "--box", "30,30,10,10")
    assert "does not lie on" in shown.refused(*mark, "--box", "700,10,800,60")
    assert "does not lie on" in shown.refused(*mark, "--box", "7,10,80,60", "--page", "2")
    (tmp_path / "words.txt").write_text("nothing to see")
    text = shown.json("exhibit", "add", "C-1", tmp_path / "words.txt")["number"]
    assert "nothing that can be drawn on" in shown.refused("exhibit", "mark", "C-1", text, "--box", "1,1,9,9")
    assert shown.json("exhibit", "list", "C-1")[:-1] == before


def test_a_page_of_a_pdf_is_drawn_on_and_the_preview_keeps_nothing(shown: Casebook, tmp_path: Path) -> None:
    (tmp_path / "statement.pdf").write_bytes(written())
    ex = shown.json("exhibit", "add", "C-1", tmp_path / "statement.pdf")["number"]
    before = shown.json("exhibit", "list", "C-1")
    told = shown.json(
        "exhibit", "mark", "C-1", ex, "--box", "100,100,300,200", "--page", "2", "--preview", tmp_path / "p"
    )
    assert told == {"exhibit": ex, "path": str(tmp_path / "p"), "marks": 1}
    assert shown.json("exhibit", "list", "C-1") == before
    document = pypdfium2.PdfDocument(tmp_path / "p")
    assert len(document) == 2
    first, second = (document[n].render(scale=200 / 72).to_pil().convert("RGB") for n in (0, 1))
    document.close()
    assert second.getpixel((101, 150))[0] > 120 > second.getpixel((101, 150))[1]
    assert len(set(first.getpixel((101, 150)))) == 1, "nothing red on the first page"


def test_a_copy_of_what_is_covered_later_stays_here_and_one_made_after_is_covered(
    shown: Casebook, tmp_path: Path
) -> None:
    ex = shown.json("exhibit", "list", "C-1")[-1]["number"]
    early = shown.json("exhibit", "mark", "C-1", ex, "--box", "10,200,110,260")["number"]
    nested = shown.json("exhibit", "mark", "C-1", early, "--box", "10,270,110,290")["number"]
    shown.ok("exhibit", "redact", "C-1", ex, "--box", "1,0,0,600,100", "--reason", "another person")
    late = shown.json("exhibit", "mark", "C-1", ex, "--box", "10,200,110,260")["number"]
    shown.ok("exhibit", "extract", "C-1", late, tmp_path / "late.png")
    assert Image.open(tmp_path / "late.png").getpixel((300, 50)) == (0, 0, 0), "drawn on the covered copy"
    shown.ok("export", "C-1", tmp_path / "out")
    packed = [path.name for path in (tmp_path / "out" / "originals").iterdir()]
    numbers = {f"EX-{int(name[3:7])}" for name in packed if name.startswith("EX-")}
    assert late in numbers
    assert not {early, nested} & numbers, "they show what is covered"
    document = pypdfium2.PdfDocument(tmp_path / "out" / "dossier.pdf")
    words = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    assert f"A copy of {ex}R on which the complainant drew the red marks" in words
    assert "A copy, with marks, of an exhibit that is kept back" in words
    assert f"copy with marks, {late}" in words
    shown.ok("exhibit", "redact", "C-1", ex, "--box", "1,0,0,600,300", "--reason", "more of it")
    assert _going(shown) == {ex}, "what was drawn on the narrower copy shows what is covered now"
    shown.ok("exhibit", "unredact", "C-1", ex)
    assert _going(shown) == {ex, early, nested, late}
    shown.ok("exhibit", "delete", "C-1", ex)
    assert _going(shown) == set()


def _going(shown: Casebook) -> set[str]:
    """Return the exhibits of C-1 of which something goes out."""
    with Journal.open(shown.book) as journal:
        return {each.exhibit.label for each in select(collect(journal, 1), Choices()).exhibits if each.file}


def test_an_exhibit_is_checked_against_its_hash(shown: Casebook) -> None:
    found = shown.json("exhibit", "list", "C-1")[-1]
    assert shown.json("exhibit", "check", "C-1", found["number"])["ok"] is True
    (path,) = (p for p in (shown.book / "files").rglob("*") if p.is_file() and found["sha256"] == p.name)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    assert "is not what was put in" in shown.refused("exhibit", "check", "C-1", found["number"])

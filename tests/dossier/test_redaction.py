"""Redacted copies: what is burnt, found and covered, and what is refused."""

from __future__ import annotations

import io
import random
import zlib
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from casebook.dossier.redaction import burn, texts
from casebook.dossier.redaction.areas import Box, Span, kept, read, typed
from casebook.journal import Journal
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.records import Attachment, Exhibit
from casebook.journal.terms import ExhibitSource
from tests.dossier.conftest import fill, finish, pdf, picture

SECRET = "lavender quartz 4471"


def written(words: str = SECRET, pages: int = 2, extra: bytes = b"") -> bytes:
    """Return a PDF with text on its pages."""
    import typst

    page = f"= Statement\nBefore #text(fill: red)[{words}] after.\n\n"
    source = "#set page(width: 14cm, height: 9cm)\n" + "#pagebreak()\n".join([page] * pages)
    return bytes(typst.compile(source.encode())) + extra


def attach(journal: Journal, name: str, content: bytes, media_type: str = "", **more: object) -> Exhibit:
    """Put a file into the case of this journal and return the exhibit."""
    case = next(iter(journal.cases.rows())).id if journal.cases.rows() else fill(journal)
    file = Attachment(name, content, media_type, ExhibitSource.FILE)
    return journal.exhibits.get(journal.exhibits.add(case, file, **more).made)  # type: ignore[arg-type]


def redact(journal: Journal, exhibit: Exhibit, *areas: Box | Span, words: str = "") -> bytes:
    """Make and keep a redacted copy; return its bytes."""
    with burn.Workbench(journal, exhibit) as bench:
        found = [*areas, *(finish(bench.find(words)) if words else ())]
        made = burn.keep(journal, exhibit, finish(bench.burn(found)), found, "a phone number").made
    return journal.exhibits.read(journal.redactions.get(made).file)


def pixels(page: object, scale: float = 200 / 72) -> Image.Image:
    """Return a PDF page as a picture of the size in which areas count."""
    image: Image.Image = page.render(scale=scale).to_pil().convert("RGB")  # type: ignore[attr-defined]
    return image


def reds(image: Image.Image) -> int:
    """Return how many pixels of a picture are red: only the secret is."""
    return sum(count for count, (r, g, b) in image.getcolors(1 << 24) or [] if r > 120 and g < 90 and b < 90)


def test_a_picture_comes_out_as_bare_pixels_with_boxes(journal: Journal) -> None:
    fill(journal)
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = "SECRET-IN-EXIF", 6
    out = io.BytesIO()
    base = Image.open(io.BytesIO(picture(400, 300)))
    base.save(out, "JPEG", exif=exif, icc_profile=b"SECRET-PROFILE" * 20, comment=b"SECRET-COMMENT")
    exhibit = attach(journal, "photo.jpg", out.getvalue() + b"SECRET-APPENDED", "image/jpeg")
    copy = redact(journal, exhibit, Box(1, 20, 30, 120, 90), Box(1, 290, 390, 500, 500))
    image = Image.open(io.BytesIO(copy))
    assert (image.format, image.mode, image.size) == ("PNG", "RGB", (300, 400)), "turned upright, as it is seen"
    assert image.info == {}
    assert b"SECRET" not in copy
    assert {copy[i + 4 : i + 8] for i in chunks(copy)} == {b"IHDR", b"IDAT", b"IEND"}
    assert image.crop((20, 30, 120, 90)).getcolors() == [(6000, (0, 0, 0))]
    assert image.crop((290, 390, 300, 400)).getcolors() == [(100, (0, 0, 0))], "cut at the edge of the picture"
    assert image.getpixel((19, 29)) != (0, 0, 0)
    assert journal.exhibits.read(exhibit.file) == out.getvalue() + b"SECRET-APPENDED", "the original is not touched"


def chunks(png: bytes) -> list[int]:
    found, at = [], 8
    while at < len(png):
        found.append(at)
        at += int.from_bytes(png[at : at + 4], "big") + 12
    return found


def test_a_pdf_comes_out_as_pictures_of_its_pages(journal: Journal) -> None:
    fill(journal)
    exhibit = attach(journal, "statement.pdf", written(), "application/pdf")
    before = pypdfium2.PdfDocument(journal.exhibits.read(exhibit.file))
    assert reds(pixels(before[0])) > 100
    copy = redact(journal, exhibit, words="LAVENDER quartz 44 71")
    document = pypdfium2.PdfDocument(copy)
    assert len(document) == 2
    for page in document:
        assert page.get_textpage().get_text_range() == ""
        assert reds(pixels(page)) == 0, "a letter reaches beyond its box"
        assert abs(page.get_size()[0] - before[0].get_size()[0]) < 0.01
    assert document.get_metadata_dict(skip_empty=True) == {}
    assert not [object_ for page in document for object_ in page.get_objects() if object_.type != 3], "only images"
    for mark in (b"/Info", b"/Metadata", b"/ID", b"/Annots", b"typst", b"Typst", b"/Font", b"quartz"):
        assert mark not in copy
    document.close()


def test_the_same_areas_give_the_same_bytes(journal: Journal) -> None:
    fill(journal)
    exhibit = attach(journal, "statement.pdf", written(), "application/pdf")
    assert redact(journal, exhibit, Box(1, 1, 1, 50, 50)) == redact(journal, exhibit, Box(1, 1, 1, 50, 50))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_words_are_covered_on_pages_that_are_turned_and_cut(journal: Journal, turn: int) -> None:
    fill(journal)
    document = pypdfium2.PdfDocument(written(pages=1))
    document[0].set_rotation(turn)
    document[0].set_cropbox(10, 20, 380, 250)
    out = io.BytesIO()
    document.save(out)
    document.close()
    exhibit = attach(journal, "turned.pdf", out.getvalue(), "application/pdf")
    page = pypdfium2.PdfDocument(redact(journal, exhibit, words=SECRET))[0]
    assert reds(pixels(page)) == 0


def test_words_broken_over_lines_and_hyphens_are_found(journal: Journal) -> None:
    import typst

    fill(journal)
    parts = ("lavender-\\ quartz", "laven\\ der quartz")
    source = "#set page(width: 5cm, height: 9cm)\n" + " and ".join(f"#text(fill: red)[{part}]" for part in parts)
    exhibit = attach(journal, "broken.pdf", bytes(typst.compile(source.encode())), "application/pdf")
    assert reds(pixels(pypdfium2.PdfDocument(redact(journal, exhibit, words="lavenderquartz"))[0])) == 0


def test_boxes_over_words_do_not_cover_their_neighbours(journal: Journal) -> None:
    fill(journal)
    exhibit = attach(journal, "statement.pdf", written(pages=1), "application/pdf")
    with burn.Workbench(journal, exhibit) as bench:
        drawn = finish(bench.draw([1])).pages[0]
        places = finish(bench.find("quartz"))
        own = [box for box in drawn.words if box in places]
        assert len(places) == 1
        assert len(own) == 1, "the box of a found word is the box the mouse marks"
        others = [box for box in drawn.words if box not in own and abs(box.top - own[0].top) < 5]
        assert all(box.right <= own[0].left + 3 or box.left >= own[0].right - 3 for box in others)
        assert {path.name for path in drawn.file.parent.iterdir()} >= {"source", drawn.file.name}
        folder = drawn.file.parent
    assert not folder.exists(), "the plain copy is gone"


def test_a_text_loses_the_words_and_their_length(journal: Journal) -> None:
    fill(journal)
    text = "我的电话 9123-4567 😀\r\nLily: 9123 4567, and ＬＩＬＹ again\r\n"
    exhibit = attach(journal, "chat.txt", text.encode("gb18030"), "text/plain")
    copy = redact(journal, exhibit, words="91234567").decode()
    assert copy == f"我的电话 {texts.BLOCK} 😀\nLily: {texts.BLOCK}, and ＬＩＬＹ again\n"
    both = redact(journal, exhibit, Span(0, 4), words="lily").decode()
    assert both == f"{texts.BLOCK} 9123-4567 😀\n{texts.BLOCK}: 9123 4567, and {texts.BLOCK} again\n"


def test_a_mail_becomes_its_words_without_what_it_hides(journal: Journal) -> None:
    fill(journal)
    raw = (
        b"From: Lily <lily@kestrel.example>\nTo: me@example.org\nSubject: =?utf-8?B?5o+Q546w?=\nX-Secret: SECRET\n"
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        b"--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nQ2FsbCA5MTIzNDU2Nw==\n"
        b"--b\nContent-Type: text/html\n\n<style>p{SECRET}</style><p>Call 9123<b>4567</b></p>\n"
        b"--b\nContent-Type: image/png; name=a.png\n\nSECRET\n--b--\n"
    )
    exhibit = attach(journal, "mail.eml", raw, "message/rfc822")
    copy = redact(journal, exhibit, words="91234567").decode()
    assert "4567" not in copy
    assert "SECRET" not in copy
    assert copy.count(texts.BLOCK) == 2
    assert "Subject: 提现" in copy
    assert "[a.png]" in copy
    assert journal.redactions.of_exhibit(exhibit.id)[0].name == "mail.txt"


def test_random_spans_leave_nothing_of_what_they_cover() -> None:
    chance = random.Random(7)
    letters = "abc 提现\n😀"
    for _ in range(500):
        text = "".join(chance.choice(letters) for _ in range(chance.randrange(40)))
        spans = [Span(chance.randrange(-3, 45), chance.randrange(-3, 45)) for _ in range(chance.randrange(5))]
        out = texts.covered(text, spans)
        hidden = {i for span in spans for i in range(max(span.start, 0), min(span.end, len(text)))}
        rest = [char for i, char in enumerate(text) if i not in hidden and not char.isspace()]
        assert [char for char in out if char != "█" and not char.isspace()] == rest
        assert out.count("\n") == text.count("\n"), "the lines stay where they are"


def test_areas_survive_the_record_and_never_hold_words(journal: Journal) -> None:
    fill(journal)
    exhibit = attach(journal, "statement.pdf", written(), "application/pdf")
    redact(journal, exhibit, words="quartz")
    (standing,) = journal.redactions.of_exhibit(exhibit.id)
    assert "quartz" not in standing.areas
    boxes, spans = read(standing.areas)
    assert len(boxes) == 2
    assert not spans
    assert read('[{"page": 1, "box": [1, 2]}, {"span": [3, 9]}, 7, {"page": "1"}]') == ([], [Span(3, 9)])
    assert kept([Box(1, 2, 3, 4, 5), Span(6, 7)]) == [{"page": 1, "box": [2, 3, 4, 5]}, {"span": [6, 7]}]
    assert standing.original_sha256 == exhibit.file.sha256


@pytest.mark.parametrize("text", ["", "1,2,3,4", "0,1,1,2,2", "1,5,1,5,9", "1,1,9,5,9", "1,-1,1,5,9", "a,1,1,2,2"])
def test_what_is_no_area_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="is not an area"):
        typed(text)


def test_what_cannot_be_redacted_is_refused_by_name(journal: Journal) -> None:
    fill(journal)
    parts = (b"IHDR" + (9000).to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0", b"IDAT" + zlib.compress(b""), b"IEND")
    huge = b"".join((len(p) - 4).to_bytes(4, "big") + p + zlib.crc32(p).to_bytes(4, "big") for p in parts)
    huge = b"\x89PNG\r\n\x1a\n" + huge
    cases = {
        "film.mp4": (b"\0\0\0\x18ftypmp42", "video/mp4", "make a PDF or a picture"),
        "sheet.xlsx": (b"PK\x03\x04", "application/zip", "make a PDF or a picture"),
        "torn.png": (picture()[:500], "image/png", "cannot be drawn"),
        "huge.png": (huge, "image/png", "too large a picture"),
        "torn.pdf": (b"%PDF-1.4 nothing", "application/pdf", "cannot be drawn"),
        "binary.txt": (b"a\0b" * 100, "text/plain", "holds no text"),
        "long.txt": (b"a" * (texts.MOST + 1), "text/plain", "too long a text"),
        "pages.pdf": (pdf(burn.PAGES + 1), "application/pdf", f"has {burn.PAGES + 1} pages"),
    }
    for name, (content, kind, sentence) in cases.items():
        exhibit = attach(journal, name, content, kind)
        with pytest.raises(BadInput, match=sentence) as refusal:
            redact(journal, exhibit, Box(1, 1, 1, 9, 9))
        assert exhibit.label in str(refusal.value)
    assert not journal.redactions.of_case(exhibit.case_id or 0)


def test_an_area_beside_the_page_is_refused(journal: Journal) -> None:
    fill(journal)
    exhibit = attach(journal, "a.png", picture(100, 100), "image/png")
    for box in (Box(2, 1, 1, 9, 9), Box(1, 100, 1, 120, 9)):
        with pytest.raises(BadInput, match="does not lie on EX-"):
            redact(journal, exhibit, box)
    with pytest.raises(BadInput, match="nothing is covered"):
        redact(journal, exhibit)
    with pytest.raises(NotFound, match="no redacted copy"):
        burn.withdraw(journal, exhibit)


def test_stopping_the_work_leaves_no_plain_copy(journal: Journal) -> None:
    fill(journal)
    exhibit = attach(journal, "statement.pdf", written(pages=30), "application/pdf")
    with burn.Workbench(journal, exhibit) as bench:
        work = bench.burn([Box(1, 1, 1, 9, 9)])
        next(work)
        next(work)
        work.close()
        folder = Path(bench._base)
        assert folder.is_dir()
    assert not folder.exists()


def test_a_scanned_page_is_kept_small_and_its_box_black(journal: Journal) -> None:
    fill(journal)
    noise = Image.effect_noise((1654, 2339), 90).convert("RGB")
    ImageDraw.Draw(noise).text((300, 300), "secret", fill="red")
    out = io.BytesIO()
    noise.save(out, "PDF", resolution=200)
    exhibit = attach(journal, "scan.pdf", out.getvalue(), "application/pdf")
    copy = redact(journal, exhibit, Box(1, 250, 250, 500, 400))
    assert b"/DCTDecode" in copy
    assert len(copy) < 4_000_000
    box = pixels(pypdfium2.PdfDocument(copy)[0]).crop((258, 258, 492, 392))
    assert max(high for _, high in box.getextrema()) < 12  # type: ignore[misc]


def test_the_pages_of_a_copy_hold_streams_of_pixels_only(journal: Journal) -> None:
    fill(journal)
    exhibit = attach(journal, "statement.pdf", written(), "application/pdf")
    copy = redact(journal, exhibit, words="quartz")
    size = pypdfium2.PdfDocument(copy)[0].get_objects().__next__().get_px_size()
    first = copy.index(b"stream\n", copy.index(b"/FlateDecode")) + 7
    data = zlib.decompress(copy[first : copy.index(b"\nendstream", first)])
    assert len(data) == (size[0] * 3 + 1) * size[1]
